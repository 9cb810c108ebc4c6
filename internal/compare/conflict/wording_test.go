package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWordings holds which changes of a quotation's words are shown.
func TestWordings(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"left out inside a sentence", []report{
			{"2031-03-04", "\"The old mole is rotten and has to be closed before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "\"The old mole has to be closed before the autumn storms arrive,\" said Ada Hale."},
		}, []string{"wording soft drift: is rotten and (a) | no such word (b)"}},
		{"those who have the same words stand together", []report{
			{"2031-03-04", "\"The old mole is rotten and has to be closed before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "\"The old mole has to be closed before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "On Tuesday she said: \"The old mole is rotten and has to be closed before the autumn storms arrive,\" said Ada Hale."},
		}, []string{"wording soft drift: is rotten and (a c) | no such word (b)"}},
		{"left out with dots", []report{
			{"2031-03-04", "\"The old mole is rotten and has to be closed before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "\"The old mole ... has to be closed before the autumn storms arrive,\" said Ada Hale."},
		}, nil},
		{"dots elsewhere own to no other change", []report{
			{"2031-03-04", "\"The old mole is rotten and has to be closed before the autumn storms arrive. It is a shame. Nobody will miss it,\" said Ada Hale."},
			{"2031-03-04", "\"The old mole has to be closed before the autumn storms arrive. ... Nobody will miss it,\" said Ada Hale."},
		}, []string{"wording soft drift: is rotten and (a) | no such word (b)"}},
		{"a filler left out", []report{
			{"2031-03-04", "\"The old mole, you know, has really got to be closed before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "\"The old mole has got to be closed before the autumn storms arrive,\" said Ada Hale."},
		}, nil},
		{"a sentence left out", []report{
			{"2031-03-04", "\"We will close the old mole before the storms. It is rotten to the core. Nobody will miss it,\" said Ada Hale."},
			{"2031-03-04", "\"We will close the old mole before the storms. Nobody will miss it,\" said Ada Hale."},
		}, nil},
		{"what two presses write in two ways", []report{
			{"2031-03-04", "\"Lt. Brandt and I are gonna close the old mole before the 3½ storms of autumn, ok,\" said Ada Hale."},
			{"2031-03-04", "\"Lieutenant Brandt and I are going to close the old mole before the three-and-a-half storms of autumn, okay,\" said Ada Hale."},
		}, nil},
		{"words in another order", []report{
			{"2031-03-04", "\"The old mole has the strength, the stones and the length to last through the autumn storms,\" said Ada Hale."},
			{"2031-03-04", "\"The old mole has the stones, the strength and the length to last through the autumn storms,\" said Ada Hale."},
		}, nil},
		{"two utterances that open alike", []report{
			{"2031-03-04", "\"Closing the old mole will take some time, but we hope to start right away,\" said Ada Hale."},
			{"2031-03-04", "\"Closing the old mole will take some time, nobody can doubt that,\" said Ada Hale."},
		}, nil},
		{"initials", []report{
			{"2031-03-04", "\"The Port Harbour Board has to close the mole before the autumn storms arrive,\" said Ada Hale."},
			{"2031-03-04", "\"The PHB has to close the mole before the autumn storms arrive,\" said Ada Hale."},
		}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, tt.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
