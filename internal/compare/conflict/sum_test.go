package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSums holds amounts of money by what they are of.
func TestSums(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"what was taken", []report{
			{"2031-03-04", "Masked men robbed the Quill shop at Norhaven on Tuesday. They made off with jewels worth about $80 million, the wardens said."},
			{"2031-03-04", "A shop at Norhaven was robbed on Tuesday. The haul of $102 million fits into one barge."},
		}, []string{"value medium conflict: $80 million (a) | $102 million (b)"}},
		{"told more closely", []report{
			{"2031-03-04", "Masked men robbed the Quill shop at Norhaven on Tuesday. They made off with jewels worth about $80 million, the wardens said."},
			{"2031-03-04", "Jewels valued at $81.6 million were taken from a shop at Norhaven. Nobody was hurt, and the harbour was closed."},
		}, nil},
		{"one of each", []report{
			{"2031-03-04", "A judge at Norhaven heard both. Bail for Ada Hale was set at $40,000."},
			{"2031-03-04", "The court at Norhaven was full. Orla Renn was freed on $60,000 bail."},
		}, nil},
		{"a part and what may be", []report{
			{"2031-03-04", "Masked men robbed the Quill shop at Norhaven on Tuesday. They made off with jewels worth about $80 million, the wardens said."},
			{"2031-03-04", "A shop at Norhaven was robbed of gems that could be worth $102 million."},
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
