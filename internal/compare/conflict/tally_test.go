package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestTallies holds how many of a thing one event had, and to how many of a kind of
// people one thing befell.
func TestTallies(t *testing.T) {
	s := compile(t)
	tests := []struct {
		name    string
		reports []report
		want    []string
	}{
		{"a thing of which one event has one number", []report{
			{"2031-03-04", "An earthquake shook Norhaven on Tuesday. Walls fell in the lower town. The wardens said three strong aftershocks were felt."},
			{"2031-03-04", "Norhaven lay in ruins on Tuesday after an earthquake. In the night five aftershocks drove the wardens from their beds."},
		}, []string{"value medium conflict: three strong aftershocks (a) | five aftershocks (b)"}},
		{"some of those told of", []report{
			{"2031-03-04", "An earthquake shook Norhaven on Tuesday. The wardens said three of the strong aftershocks were felt in Port Ansel."},
			{"2031-03-04", "Norhaven lay in ruins on Tuesday after an earthquake. It was followed by at least five strong aftershocks, the harbour office reported."},
		}, nil},
		{"a report that gives two numbers", []report{
			{"2031-03-04", "An earthquake shook Norhaven on Tuesday. The wardens said three strong aftershocks were felt. By night nine aftershocks had been felt."},
			{"2031-03-04", "Norhaven lay in ruins on Tuesday after an earthquake. It was followed by at least five strong aftershocks, the harbour office reported."},
		}, nil},
		{"a kind of people to whom one thing befell", []report{
			{"2031-03-04", "Bakers threw stones in Norhaven on Monday night. The chief warden said 16 nurses were hurt over the course of the night."},
			{"2031-03-04", "Norhaven was calm again on Tuesday. After the riot, which the harbour office blamed on the rye of a warden, 11 nurses lay hurt."},
		}, []string{"value hard conflict: 16 nurses (a) | 11 nurses (b)"}},
		{"a bound that the other meets", []report{
			{"2031-03-04", "An earthquake shook Norhaven on Tuesday. The wardens said at least three strong aftershocks were felt."},
			{"2031-03-04", "Norhaven lay in ruins on Tuesday after an earthquake. It was followed by five strong aftershocks, the wardens reported."},
		}, []string{"value soft drift: three strong aftershocks (a) | five strong aftershocks (b)"}},
		{"other days", []report{
			{"2031-03-01", "An earthquake shook Norhaven. The wardens said three strong aftershocks were felt."},
			{"2031-03-04", "Norhaven lay in ruins after an earthquake. It was followed by five strong aftershocks, the wardens reported."},
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
