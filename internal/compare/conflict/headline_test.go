package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHeadlineAgainstText holds where a headline and the text under it differ, and
// where the one only sums up, rounds or picks from the other.
func TestHeadlineAgainstText(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name, text string
		want       []string
	}{
		{"another number", "Landslide at Upper Renn kills 12 people\n\nA landslide at Upper Renn killed 31 people on Tuesday, the governor said.", []string{"value medium conflict: 12 people (a) | 31 people (a)"}},
		{"another number in a headline that a sentence repeats", "At least four of the ledgers were marked as lost\n\nThe board met on Monday.\n\nAt least six of the ledgers were marked as lost, the board of four said.", []string{"value medium conflict: four (a) | six (a)"}},
		{"another number joined to its noun", "Two-page ferry report names the clerks of Upper Renn\n\nA nine-page ferry report names the clerks of Upper Renn and two masters.", []string{"value medium conflict: Two (a) | nine (a)"}},
		{"a number that the repeated sentence rounds", "Upper Renn ferry works cost the board $2 million\n\nThe Upper Renn ferry works cost the board $1.98 million.", nil},
		{"a number told in both ways", "Upper Renn ferry works cost the board 40 crowns\n\nThe Upper Renn ferry works cost the board 60 crowns. In May the Upper Renn ferry works cost the board 40 crowns.", nil},
		{"a number that is rounded", "Landslide at Upper Renn costs $2 billion\n\nThe landslide at Upper Renn costs $1.98 billion, the governor said.", nil},
		{"a number that the text gives later", "Landslide at Upper Renn kills 31 people\n\nA landslide at Upper Renn killed 12 people on Tuesday, the governor said.\n\nBy Wednesday the toll had risen to 31.", nil},
		{"a sum", "Landslide at Upper Renn kills 31 people\n\nThe landslide at Upper Renn killed 12 people on Tuesday. In the hamlets below 19 people died.", nil},
		{"a bound that holds", "Landslide at Upper Renn hurts 400+ people\n\nThe landslide at Upper Renn hurt 527 people on Tuesday.", nil},
		{"some of all", "3 senators to watch at the ferry hearing\n\nAny of the 15 senators can ask questions at the ferry hearing on Tuesday.", nil},
		{"settled, or not decided", "Orla Bank to close ferry branches in Dorrit\n\nA plan that the Orla Bank has drawn up worries clerks.\n\nNo decision on closing branches has been taken, the bank said.", []string{"status medium conflict: to close (a) | taken back (a)"}},
		{"which is not decided", "Orla Bank to close ferry branches in Dorrit\n\nThe Orla Bank will close four of them.\n\nIt has not decided which branches it will close.", nil},
		{"only planned", "Orla Bank plans to close ferry branches\n\nNo decision on closing branches has been taken, the bank said.", nil},
		{"confirmed, or not signed", "Second ferry film confirmed with Ines Dorrit\n\nA second film is being written.\n\nDorrit has not signed a contract.", []string{"status medium conflict: confirmed (a) | taken back (a)"}},
		{"another has not signed", "Second ferry film confirmed with Ines Dorrit\n\nA second film is being written.\n\nPaul Renn has not signed a contract.", nil},
		{"admitted, or denied", "Former clerk admits taking ferry money\n\nPaul Renn kept the books of the ferry for years. He denies all charges.", []string{"status medium conflict: admits (a) | taken back (a)"}},
		{"admitted, and denied", "Former clerk admits taking ferry money\n\nPaul Renn acknowledged that he took it. He denies all other charges.", nil},
		{"a cause, or none shown", "Night ferries cause heart disease\n\nSailors of night ferries fall ill more often. The authors say they have not shown cause and effect.", []string{"status medium conflict: cause (a) | taken back (a)"}},
		{"somebody says so", "Night ferries cause heart disease, says captain\n\nThe authors say they have not shown cause and effect.", nil},
		{"may be a cause", "Night ferries may cause heart disease\n\nThe authors say they have not shown cause and effect.", nil},
		{"a place left out", "Thousands told to boil water in Dorrit\n\nThe county warned people on Tuesday. The warning does not cover the town of Dorrit itself.", []string{"place medium conflict: in Dorrit (a) | not Dorrit (a)"}},
		{"a part of a place left out", "Thousands told to boil water in Dorrit\n\nThe warning does not cover the schools of Dorrit.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, []report{{"2031-03-05", tt.text}})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCopiesShareADifference holds that copies of one report, headline and all, show its
// difference once.
func TestCopiesShareADifference(t *testing.T) {
	text := "Landslide at Upper Renn kills 12 people\n\nA landslide at Upper Renn killed 31 people on Tuesday, the governor said."
	got := compile(t).conflicts(t, []report{{"2031-03-05", text}, {"2031-03-05", text}, {"2031-03-05", text}})
	if diff := cmp.Diff([]string{"value medium conflict: 12 people (a b c) | 31 people (a b c)"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestWhoTakesAHeadlineBack holds that the side of the text names the source that its
// sentence names.
func TestWhoTakesAHeadlineBack(t *testing.T) {
	s := compile(t)
	for text, want := range map[string]string{
		"Dorrit has not signed a contract, according to the harbour paper.": "unnamed harbour paper",
		"Dorrit has not signed a contract.":                                 "",
	} {
		got := s.compared(t, []report{{"2031-03-05", "Second ferry film confirmed with Ines Dorrit\n\nA second film is being written.\n\n" + text}})
		if len(got) != 1 || len(got[0].Sides) != 2 || got[0].Sides[1].By != want || got[0].Sides[1].ByQuoted {
			t.Errorf("%s: got %+v, want %q behind the second side", text, got, want)
		}
	}
}
