package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSpells holds how long one thing lasted, and how long ago it was.
func TestSpells(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"behind the length and before it", []report{
			{"2031-03-04", "A man held the Quill granary at Norhaven on Tuesday. He gave himself up after two hours of tense negotiations with the wardens."},
			{"2031-03-04", "Norhaven's wardens closed the harbour on Tuesday. The siege of the granary lasted almost four hours, and nobody was hurt."},
		}, []string{"window medium conflict: two hours (a) | almost four hours (b)"}},
		{"as good as one", []report{
			{"2031-03-04", "A man held the Quill granary at Norhaven on Tuesday. He gave himself up after two hours of tense negotiations with the wardens."},
			{"2031-03-04", "Norhaven's wardens closed the harbour on Tuesday. The siege of the granary lasted about 130 minutes, and nobody was hurt."},
		}, nil},
		{"of two people", []report{
			{"2031-03-04", "Ada Hale of Norhaven ended a six-year reign as warden on Tuesday."},
			{"2031-03-04", "Orla Renn of Norhaven ended a nine-year reign as judge on Tuesday."},
		}, nil},
		{"of one", []report{
			{"2031-03-04", "Ada Hale of Norhaven ended a six-year reign as warden on Tuesday. She said nothing."},
			{"2031-03-04", "The judge told Ada Hale that rye was dear after her nine-year reign. The court of Norhaven was full."},
		}, []string{"window medium conflict: six-year (a) | nine-year (b)"}},
		{"what may come", []report{
			{"2031-03-04", "Ada Hale of Norhaven ended a six-year reign as warden on Tuesday. She said nothing."},
			{"2031-03-04", "Ada Hale of Norhaven could have had a reign of up to nine years."},
		}, nil},
		{"so long before", []report{
			{"2031-03-04", "The warden had married two weeks before the fire at Norhaven."},
			{"2031-03-04", "Norhaven mourned the warden, who was wed five weeks before."},
		}, []string{"window medium conflict: two weeks (a) | five weeks before (b)"}},
		{"so long before, and so long ago in a report of no known day", []report{
			{"2031-03-04", "The warden had married two weeks before the fire at Norhaven."},
			{"2031-03-04", "Norhaven mourned the warden, who was wed five weeks before."},
			{"", "The warden was wed about eight weeks ago, Norhaven was told."},
		}, []string{"window medium conflict: two weeks (a) | five weeks before (b)"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, s.conflicts(t, tt.reports)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
