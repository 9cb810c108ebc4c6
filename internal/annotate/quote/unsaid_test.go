package quote

import "testing"

// TestUnsaid holds what looks like a statement and states nothing.
func TestUnsaid(t *testing.T) {
	finds(t, []example{
		{"a name given", "They had a son called Ronnie, and everyone called him Mike.", nil},
		{"a telephone", "Neighbours called an ambulance. My husband called her later.", nil},
		{"a judgement", "Mara Lindqvist called the inquiry a sham.", []string{"indirect | the inquiry a sham | called | Mara Lindqvist | cue"}},
		{"a call for", "Mara Lindqvist called for a pause in the work.", []string{"indirect | a pause in the work | called | Mara Lindqvist | cue"}},
		{"met, not told", "After months of looking Mara Lindqvist found them in a shed.", nil},
		{"found out", "Mara Lindqvist found that the shed was empty.", []string{"indirect | that the shed was empty | found | Mara Lindqvist | cue"}},
		{"written, not told", "Mara Lindqvist had written a will years ago.", nil},
		{"confirmed for an office", "The board confirmed Mara Lindqvist as keeper. It had confirmed 23 percent of Mr. Arkwright’s 81 nominees.", nil},
		{"an answer without its words", "The harbour police responded to a call at noon. Otto Berg responded to the board’s plan on Monday.", nil},
		{"an answer", "Otto Berg responded that the pier was shut.", []string{"indirect | that the pier was shut | responded | Otto Berg | cue"}},
		{"telephoned", "Otto Berg called his French counterpart, Tom Arkwright, on Monday. Berg called Mayor Mara Lindqvist on Monday and left.", nil},
		{"called something", "Otto Berg called Mara Lindqvist careless. Berg called the mayor a thief.", []string{"indirect | Mara Lindqvist careless | called | Otto Berg | cue", "indirect | the mayor a thief | called | Otto Berg | cue"}},
		{"confirmed as true", "The board confirmed that Mara Lindqvist is the keeper.", []string{"indirect | that Mara Lindqvist is the keeper | confirmed | unnamed board | role"}},
		{"a noun that might be a verb", "The map shows the western states where boats are still licensed.", nil},
		{"drawn from what went before", "Prices fell again over the past year, which suggests that the market is calm.", nil},
		{"an age before the name", "“I could not stand for more than a minute,” wrote 43-year-old Mara Lindqvist of Vale.", []string{"direct | “I could not stand for more than a minute,” | wrote | Mara Lindqvist | cue"}},
		{"called by others", "At the hall he’s been called the “voice of the harbour.” Mara Lindqvist left.", nil},
		{"not spoken of", "Mara Lindqvist hasn’t spoken out yet about the plans for a “harbour march” in May.", nil},
		{"the thing that she called so", "Mara Lindqvist put out a note blasting what she called the “reckless” plan.", []string{"mixed | the “reckless” plan | called | Mara Lindqvist | pronoun"}},
		{"so called by day", "The bridge, which Mara Lindqvist called a “folly” Friday, opened.", []string{"mixed | a “folly” | called | Mara Lindqvist | cue"}},
		{"another calls it", "Many signed the Harbour Board, which claims to have the names of all – and which Mara Lindqvist calls “a piece of noise.”", []string{"indirect | to have the names of all | claims | Harbour Board | cue", "direct | “a piece of noise.” | calls | Mara Lindqvist | cue"}},
		{"another asks", "Tom Arkwright said the clerks should know, to which Mara Lindqvist asked if he lacked “the knowledge or the will.”", []string{"indirect | the clerks should know | said | Tom Arkwright | cue", "mixed | if he lacked “the knowledge or the will.” | asked | Mara Lindqvist | cue"}},
		{"not yet said", "Mara Lindqvist has not yet said whether the pier will shut. Otto Berg has yet to announce his plans. Tom Arkwright took care not to say that it was safe.", nil},
		{"neither said nor denied", "Mara Lindqvist would neither confirm nor deny that the pier will shut. Otto Berg no longer says that it is safe.", nil},
		{"what others have not yet said", "Mara Lindqvist disclosed that the board had not yet confirmed that the pier will shut.", []string{"indirect | that the board had not yet confirmed that the pier will shut | disclosed | Mara Lindqvist | cue"}},
		{"said by none", "No clerk said that the pier was safe. No one on the board told Otto Berg that it was.", nil},
		{"said by the second", "The No. 2 clerk on the board said that the pier was safe.", []string{"indirect | that the pier was safe | said |  | role"}},
		{"a year before an inscription", "1987: “To the men who built this hall, from the town.” The plaque is bronze.", []string{"direct | “To the men who built this hall, from the town.” |  |  | position"}},
	})
}
