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

// Shipped returns the settings that ship.
func Shipped() Settings { return shipped }

func (set *Settings) storyBar() bar {
	return bar{least: int64(set.Least * unit), crowding: set.Crowding, first: set.First, last: set.Last}
}

// shipped is set by hand. The weights that make train-stories learns from the
// sets whose licence allows it do better on short stories of three reports and
// worse where a matter brings a new event each day: docs/stories.md has both.
var shipped = Settings{
	Weights: [featureCount]float64{
		fullText: .5, leadText: .4, titleText: .1, wordPairs: .6, numberSame: .1, dayGap: -.03, laterOn: -.01,
	},
	Least: .12, Crowding: .33, First: 3, Last: 8, MixedIn: 50,
}
