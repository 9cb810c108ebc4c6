package story

// Settings are the numbers by which reports are grouped into stories: one
// setting for all collections. docs/stories.md says what each of them does.
type Settings struct {
	Weights  [featureCount]float64 // of the features of a pair
	Least    float64               // what groups of reports must score on average to be joined
	Alone    float64               // how much more for two single reports, and so much less the more pairs bear it out
	Crowding float64               // how much more where much else is alike, as a share of what that scores
	First    int                   // rank of the first neighbour that makes a crowd
	Last     int                   // rank of the last
	Two      float64               // how much more for two reports that no third has joined
	TwoDays  float64               // and more for the logarithm of one more than the days between them
	MixedIn  float64               // articles as which the language's news counts among those around
}

// Shipped returns the settings that ship.
func Shipped() Settings { return shipped }

func (set *Settings) storyBar() bar {
	return bar{least: int64(set.Least * unit), close: true, alone: int64(set.Alone * unit), crowding: set.Crowding, first: set.First, last: set.Last}
}

// shipped is what make train-stories fits to the sets whose licences allow it;
// BASIL and the AllSides week have no say in it. docs/stories.md has the scores
// of this fit and of others.
var shipped = Settings{
	Weights: [featureCount]float64{
		fullText: .23, leadText: .48, titleText: .33, wordPairs: .58, fewPairs: .7, numberSame: .28,
		dayGap: -.09, laterOn: -.01, outletGap: -.3, sameEvent: .035, noName: -.08,
	},
	Least: .135, Alone: .1, Crowding: .51, First: 4, Last: 12, Two: .05, TwoDays: .1, MixedIn: 50,
}
