package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTwins lays two copies of a report side by side that part in one place.
func TestTwins(t *testing.T) {
	s := compile(t)
	const before, after = "The harbour board met twice over the state of the lower quay.\n\n", "\n\nA spokeswoman for the board said the works would be paid for out of harbour dues."
	tests := []struct {
		name, a, b string
		want       []string
	}{
		{"a number", "The works will take 14 divers and cost about as much as a new ferry.", "The works will take 19 divers and cost about as much as a new ferry.", []string{"value hard conflict: 14 divers (a) | 19 divers (b)"}},
		{"a bare number", "Members voted 52 to 48 on Monday to close the lower quay for repairs.", "Members voted 57 to 48 on Monday to close the lower quay for repairs.", []string{"value hard conflict: 52 to 48 (a) | 57 to 48 (b)"}},
		{"an amount far off", "Repairs to the lower quay at Port Ansel are expected to cost £3 million.", "Repairs to the lower quay at Port Ansel are expected to cost £30 million.", []string{"value hard conflict: £3 million (a) | £30 million (b)"}},
		{"a day", "The lower quay was shut on Tuesday after cracks were found.", "The lower quay was shut on Monday after cracks were found.", []string{"date hard conflict: Tuesday (2031-03-04) (a) | Monday (2031-03-03) (b)"}},
		{"one day in two ways", "The lower quay was shut on Tuesday after cracks were found.", "The lower quay was shut on March 4 after cracks were found.", nil},
		{"another person", "The cracks were found by Ada Hale, a diver who has worked on the mole for years.", "The cracks were found by Ilse Brandt, a diver who has worked on the mole for years.", []string{"name medium conflict: Ada Hale (a) | Ilse Brandt (b)"}},
		{"one person named otherwise", "The cracks were found by Ada Hale, a diver who has worked on the mole for years.", "The cracks were found by Ms. Hale, a diver who has worked on the mole for years.", nil},
		{"a denial", "The board has approved the plan to close the lower quay for the winter.", "The board has not approved the plan to close the lower quay for the winter.", []string{"status hard conflict: no such word (a) | not (b)"}},
		{"one thing denied in two ways", "While divers looked at the wall, they did not make it apparent whether the quay would open.", "While divers looked at the wall, it is still unclear whether the quay would open.", nil},
		{"an opposite", "The board approved the plan to close the lower quay for the winter.", "The board rejected the plan to close the lower quay for the winter.", []string{"status medium conflict: approved (a) | rejected (b)"}},
		{"an opposite in a question", "Remember how the board approved the plan to close the lower quay for the winter?", "Remember how the board rejected the plan to close the lower quay for the winter?", []string{"status medium conflict: approved (a) | rejected (b)"}},
		{"a unit", "The crack in the wall of the lower quay is now 12 feet long, divers found.", "The crack in the wall of the lower quay is now 12 metres long, divers found.", []string{"unit hard conflict: 12 feet (a) | 12 metres (b)"}},
		{"a word that is a slip", "Divers took a son of the harbour master along to the wall of the quay.", "Divers took a song of the harbour master along to the wall of the quay.", nil},
		{"another's figures", "Ada Hale spent 14 hours under the wall of the lower quay last week.", "Ilse Brandt spent 19 hours under the wall of the lower quay last week.", nil},
		{"a rounded number", "The works on the lower quay will cost the harbour board 4,812 crowns a day.", "The works on the lower quay will cost the harbour board about 4,800 crowns a day.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			reports := []report{{"2031-03-05", before + tt.a + after}, {"2031-03-05", before + tt.b + after}}
			if diff := cmp.Diff(tt.want, s.conflicts(t, reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
