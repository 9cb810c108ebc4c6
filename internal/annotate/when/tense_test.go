package when

import "testing"

// TestTense reads a weekday as of Tuesday 5 May 2020: Friday 1 May looks back,
// Friday 8 May ahead.
func TestTense(t *testing.T) {
	const back, ahead = "2020-05-01", "2020-05-08"
	for _, c := range []struct{ text, want string }{
		{"The parade steps off on Friday.", ahead},
		{"The fair opens Friday at the old mill.", ahead},
		{"The court may hear the appeal on Friday.", ahead},
		{"Ministers might meet in Lyon on Friday.", ahead},
		{"The mayor might have left on Friday.", back},
		{"She promised to publish the letters on Friday.", ahead},
		{"The council is to vote on Friday.", ahead},
		{"The two sides are scheduled to meet Friday.", ahead},
		{"She could not be reached on Friday.", back},
		{"The storm sank two ferries on Friday.", back},
		{"Three openings drew crowds on Friday.", back},
		{"The mill closed on Friday.", back},
		{"They discussed a proposed merger that may fail on Friday.", ahead},
		{"The minister speaks to voters in Lyon on Friday.", back},
		{"Half of the towns had voted by Friday.", back},
		{"Half of the towns will have voted by Friday.", ahead},
		{"It was not until Friday that the road was cleared.", back},
		{"The two had been due to meet on Friday.", back},
		{"The bill would be paid on a still unsettled date after Friday.", ahead},
		{"The envoys meet on Friday in Lyon.", ahead},
		{"The minister waits to speak in Lyon on Friday. (Ada Obi/Meridian)", back},
		{"On Friday, long after the last of the trains that ran between the two halves of the old town by the river, the bridge fell.", back},
		{"Rain is expected to fall on Friday.", ahead},
		{"Rain is likely Friday in Lyon.", ahead},
		{"A vote planned Friday drew crowds.", ahead},
		{"The vote won't be held on Friday.", ahead},
		{"The senators voted in Lyon on Friday.", back},
		{"The mill was closed on Friday due to rain.", back},
		{"The case is due to be heard on Friday.", ahead},
		{"They closed the case on Friday, and “would not open it.”", back},
		{"The council on Friday voted to close the mill.", back},
		{"The decision on Friday to close the mill is remarkable.", back},
		{"If he misses a Friday deadline to agree, the mill closes.", ahead},
		{"The house that had gone quiet on Friday is for sale.", back},
		{"The plan of a mill that closed Friday is lost.", back},
		{"They want to know more, though on Friday the mayor agreed.", back},
		{"Her plan for a mill on Friday drew crowds.", back},
		{"The council on Friday is expected to vote.", ahead},
		{"The mayor wondered in a column Friday what might come.", back},
		{"He took to the stage again Friday to sing.", back},
		{"They were not told of the plan until Friday.", back},
		{"They weren't told of the plan until Friday.", back},
		{"The firm is not required to tell of its plan until Friday.", ahead},
		{"The vote was put off until Friday.", ahead},
		{"The vote was put off until noon on Friday.", ahead + "T12:00"},
		{"Polls will follow after Friday's debate.", back},
		{"They met to mend the pier, and on Friday a diver in Lyon praised it.", back},
		{"The mayor's announcement Friday that it will open drew crowds.", back},
		{"He laid out his plan on Friday. It will fail.", back},
		{"He will speak of the record set in Lyon on Friday.", back},
		{"A vote coming in Lyon on Friday is close.", ahead},
		{"They toiled over it, staying until Friday.", ahead},
		{"She lost on Friday and will leave the council.", back},
		{"The ferry is going to start getting beat up Friday.", ahead},
		{"The offer had been due to expire on Friday.", back},
		{"The mayor cannot repeat Friday night's feat.", back + "TNI"},
	} {
		got := look(t, c.text, "2020-05-05")
		if len(got) != 1 || got[0].Value != c.want {
			t.Errorf("%q: got %v, want %s", c.text, got, c.want)
		}
	}
}
