package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestProperties holds which values of one property of one thing are laid side by side.
func TestProperties(t *testing.T) {
	s := compile(t)
	for _, tc := range []struct {
		name    string
		reports []report
		want    []string
	}{
		{"what somebody was sentenced to", []report{
			{"", "Bo Kim, the former harbour master of Orsa, was sentenced to five years in prison on Monday for taking bribes."},
			{"", "A court in Orsa has closed the bribery case. Bo Kim received a seven-year sentence, his lawyer said."},
		}, []string{"window medium conflict: five years (a) | seven-year (b)"}},
		{"what was asked for is not what came", []report{
			{"", "Bo Kim, the former harbour master of Orsa, was sentenced to five years in prison on Monday for taking bribes."},
			{"", "Prosecutors had asked the court in Orsa for a sentence of seven years for Bo Kim."},
		}, nil},
		{"another's", []report{
			{"", "Bo Kim, the former harbour master of Orsa, was sentenced to five years in prison on Monday for taking bribes."},
			{"", "Ann Lee, who paid the bribes, was sentenced to two years in prison."},
		}, nil},
		{"one report tells of two", []report{
			{"", "Bo Kim was sentenced to five years in prison on Monday for taking bribes. In 2012 Bo Kim was sentenced to two years in prison."},
			{"", "Bo Kim was sentenced to two years in prison in 2012."},
		}, nil},
		{"how far a town is", []report{
			{"", "Armed men hid in a mill in Westmere, 22 miles northeast of Lisbon, on Friday."},
			{"", "The men drove to a mill in Westmere, which lies 31 miles northeast of Lisbon."},
		}, []string{"value medium conflict: 22 miles (a) | 31 miles (b)"}},
		{"in other units", []report{
			{"", "Armed men hid in a mill in Westmere, 22 miles northeast of Lisbon, on Friday."},
			{"", "The men drove to a mill in Westmere, which lies 35 kilometres northeast of Lisbon."},
		}, nil},
		{"what was stolen", []report{
			{"", "Two men broke into the customs house of Orsa on Friday and stole $50,000 in cash from the safe."},
			{"", "The burglars of the customs house of Orsa got away with $80,000 in cash, the police said."},
		}, []string{"value hard conflict: $50,000 (a) | $80,000 (b)"}},
		{"what else was stolen", []report{
			{"", "Two men broke into the customs house of Orsa on Friday and stole $50,000 in cash from the safe."},
			{"", "The burglars of the customs house of Orsa got away with $80,000 worth of cash, rings and watches, the police said."},
		}, nil},
		{"a rounded share", []report{
			{"", "Ann Lee received 48 percent of the vote in Orsa."},
			{"", "Ann Lee received 48.3 percent of the vote in Orsa."},
		}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, s.conflicts(t, tc.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
