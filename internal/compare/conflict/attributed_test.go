package conflict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A side whose sentence names who tells or measured what it states has a source, whoever
// stands behind it; after a form of "be" such a word names nobody.
func TestSourced(t *testing.T) {
	s := compile(t)
	for _, c := range []struct {
		name    string
		reports []report
		want    []bool
	}{
		{"measured by somebody, and told by nobody", []report{
			{"2031-03-04", "An earthquake of magnitude 5.1, which the Tidal Survey measured at dusk, struck Norhaven on Tuesday."},
			{"2031-03-04", "An earthquake of magnitude 5.4 struck Norhaven on Tuesday."},
		}, []bool{true, false}},
		{"put at a figure by nobody", []report{
			{"2031-03-04", "An earthquake that was put at magnitude 5.1 struck Norhaven on Tuesday."},
			{"2031-03-04", "An earthquake of magnitude 5.4 struck Norhaven on Tuesday."},
		}, []bool{false, false}},
	} {
		var got []bool
		for _, d := range s.compared(t, c.reports) {
			for _, x := range d.Sides {
				got = append(got, x.Sourced)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}
