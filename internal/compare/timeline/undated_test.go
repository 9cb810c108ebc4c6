package timeline_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/compare/timeline"
)

// told returns the rows of what happened: the day, its words and the reports that are cited.
func told(entries []nutgraf.TimelineEntry) []string {
	var out []string
	for _, e := range entries {
		if e.Lane != nutgraf.LaneEvent {
			continue
		}
		row := e.Told
		if row == "" {
			row = e.From.String()
		}
		row += ": " + e.Text + " |"
		last := ""
		for _, c := range e.Evidence {
			if c.Doc != last {
				row, last = row+" "+c.Doc, c.Doc
			}
		}
		out = append(out, row)
	}
	return out
}

func TestUndated(t *testing.T) {
	for _, x := range []struct {
		name    string
		reports []report
		want    []string
	}{
		{
			"a weekday of several reports, and another matter on a day of that name",
			[]report{
				{"a", "", "The Skellan ferry ran aground on Tuesday with 90 passengers aboard.\n\nThe crew was praised by the coastguard."},
				{"b", "", "Ninety passengers were taken off the Skellan ferry after it ran aground on Tuesday.\n\nNobody was hurt."},
				{"c", "", "Bread grew dearer by a tenth in Corrin on Tuesday.\n\nBakers blame the wet spring."},
				{"d", "", "Bread that grew dearer by a tenth in Corrin on Tuesday is short.\n\nCorrin bread grew dearer on Tuesday by a tenth."},
			},
			[]string{
				"Tuesday: The Skellan ferry ran aground on Tuesday with 90 passengers aboard | a b",
				"Tuesday: Bread grew dearer by a tenth in Corrin on Tuesday | c d",
			},
		},
		{
			"a day of another name is another row; the order is that of the telling",
			[]report{
				{"a", "", "The Skellan ferry ran aground on Thursday with 90 passengers aboard.\n\nMayor Ada Marrow closed the Skellan channel on Monday."},
				{"b", "", "The Skellan ferry ran aground on Wednesday with 90 passengers aboard.\n\nNobody was hurt."},
			},
			[]string{
				"Thursday: The Skellan ferry ran aground on Thursday with 90 passengers aboard | a",
				"Monday: Mayor Ada Marrow closed the Skellan channel on Monday | a",
				"Wednesday: The Skellan ferry ran aground on Wednesday with 90 passengers aboard | b",
			},
		},
		{
			"days of a month lie in order where they are close; a stretch is no day",
			[]report{
				{"a", "", "The Skellan ferry ran aground on January 3 with 90 passengers aboard.\n\nThe board had bought the Skellan ferry on December 28 from a yard in Corrin.\n\nThe mole was shut from Friday to Sunday."},
			},
			[]string{
				"28 Dec: The board had bought the Skellan ferry on December 28 from a yard in Corrin | a",
				"3 Jan: The Skellan ferry ran aground on January 3 with 90 passengers aboard | a",
			},
		},
		{
			"days half a year apart are of any two years",
			[]report{
				{"a", "", "The Skellan ferry ran aground on 3 November with 90 passengers aboard.\n\nThe board bought the Skellan ferry on 28 March from a yard in Corrin.\n\nThe mole was opened on 9 July by the mayor of Skellan."},
			},
			[]string{
				"3 Nov: The Skellan ferry ran aground on 3 November with 90 passengers aboard | a",
				"28 Mar: The board bought the Skellan ferry on 28 March from a yard in Corrin | a",
				"9 Jul: The mole was opened on 9 July by the mayor of Skellan | a",
			},
		},
		{
			"the weekend gives way to the day on it; a month that one report tells of is history",
			[]report{
				{"a", "", "The Skellan ferry ran aground on Saturday with 90 passengers aboard.\n\nThe mole of Corrin was painted in April by pupils."},
				{"b", "", "The Skellan ferry ran aground at the weekend with 90 passengers aboard.\n\nNobody was hurt."},
			},
			[]string{"Saturday: The Skellan ferry ran aground on Saturday with 90 passengers aboard | a"},
		},
		{
			"what stands with its date is not told again without it",
			[]report{
				{"a", "2031-05-08", "The Skellan ferry ran aground on Tuesday with 90 passengers aboard.\n\nThe crew was praised by the coastguard."},
				{"b", "", "The Skellan ferry ran aground on Tuesday with 90 passengers aboard, and sank in the night.\n\nMayor Ada Marrow sold the Corrin mole on Thursday to a bank."},
			},
			[]string{
				"2031-05-06: The Skellan ferry ran aground on Tuesday with 90 passengers aboard | a b",
				"Thursday: Mayor Ada Marrow sold the Corrin mole on Thursday to a bank | b",
			},
		},
		{
			"a clause is of the day that opens it; what is ahead is not what was, where little else is alike",
			[]report{
				{"a", "", "On Sunday Ada Marrow asked the ferrymen of Skellan to meet the mayor at the Corrin mole on Wednesday."},
				{"b", "", "The ferrymen of Skellan will meet at the Dunmore inn on Friday."},
				{"c", "", "The ferrymen of Skellan sank a barge off Pike on Friday."},
			},
			[]string{
				"Sunday: On Sunday Ada Marrow asked the ferrymen of Skellan to meet the mayor at the Corrin mole on Wednesday | a",
				"Friday: The ferrymen of Skellan will meet at the Dunmore inn on Friday | b",
			},
		},
		{
			"today and yesterday, words in quotation marks and bounds name no day",
			[]report{
				{"a", "", "The Skellan ferry ran aground yesterday with 90 passengers aboard.\n\n“We lost the rudder on Monday,” said the captain, Ada Marrow.\n\nThe ferry must be towed off before Friday."},
				{"b", "", "The Skellan ferry ran aground today with 90 passengers aboard.\n\nNobody was hurt."},
			},
			nil,
		},
	} {
		_, lanes := anchored(t, x.reports...)
		if diff := cmp.Diff(x.want, told(lanes)); diff != "" {
			t.Errorf("%s: %s", x.name, diff)
		}
	}
}

// TestDispute notes beside a row that other reports put it on another day.
func TestDispute(t *testing.T) {
	_, lanes := anchored(t,
		report{"a", "", "The Skellan ferry ran aground on Thursday with 90 passengers aboard.\n\nNobody was hurt."},
		report{"b", "", "The Skellan ferry, which sails to Corrin, ran aground on Wednesday.\n\nNobody was hurt."},
	)
	cite := func(doc string, from, to int) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{Start: from, End: to}}}
	}
	sides := []nutgraf.Side{{Value: "Thursday", Evidence: []nutgraf.Cite{cite("a", 4, 40)}}, {Value: "Wednesday", Evidence: []nutgraf.Cite{cite("b", 4, 50)}}}
	timeline.Dispute(lanes, []nutgraf.Conflict{
		{Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Sides: sides},
		{Kind: nutgraf.ConflictDate, Severity: nutgraf.Hard, Sides: sides},
	})
	var got []string
	for _, e := range lanes {
		for _, o := range e.Others {
			got = append(got, e.Told+", "+o.Told+" by "+o.Evidence[0].Doc)
		}
	}
	if want := "Thursday, Wednesday by b; Wednesday, Thursday by a"; strings.Join(got, "; ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
