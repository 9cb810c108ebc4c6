package story

// Settings are the numbers by which reports are grouped into stories: one
// setting for all collections. docs/stories.md says what each of them does.
type Settings struct {
	Weights  [featureCount]float64 // of the features of a pair
	Least    float64               // what groups of reports must score on average to be joined
	Crowding float64               // how much more where much else is alike, as a share of what that scores
	First    int                   // rank of the first neighbour that makes a crowd
	Last     int                   // rank of the last
	MixedIn  float64               // articles as which the language's news counts among those around
}

// Trained returns the settings that ship.
func Trained() Settings { return trained }

// FeatureNames names the weights.
func FeatureNames() []string { return featureNames[:] }

func (set *Settings) storyBar() bar {
	return bar{least: int64(set.Least * unit), crowding: set.Crowding, first: set.First, last: set.Last}
}
