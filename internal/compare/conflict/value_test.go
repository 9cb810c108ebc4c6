package conflict

import "testing"

// TestContainsNumber holds that a text does not hold a number of which it has but the
// first figures.
func TestContainsNumber(t *testing.T) {
	for _, c := range []struct {
		text, digits string
		want         bool
	}{
		{"up from 5 million.", "5", true},
		{"the 5.", "5", true},
		{"5.7 million", "5", false},
		{"5,700", "5", false},
		{"15", "5", false},
		{"0.5", "5", false},
		{"5.7 million, up from 5, clerks say", "5", true},
	} {
		if got := containsNumber(c.text, c.digits); got != c.want {
			t.Errorf("%q in %q: %v", c.digits, c.text, got)
		}
	}
}
