package label

import "testing"

// TestMarks holds what counts as quotation marks: single ones only where they
// cannot be apostrophes.
func TestMarks(t *testing.T) {
	for _, c := range []struct {
		piece, unmarked       string
		opens, closes, marked bool
	}{
		{"“We sail at dawn,”", "We sail at dawn,", true, true, true},
		{"‘We sail at dawn,’", "We sail at dawn,", true, true, true},
		{"'We sail at dawn,'", "We sail at dawn,", true, true, true},
		{"‘We sail at dawn.", "We sail at dawn.", true, false, false},
		{"‘Dawn’ is when we sail", "‘Dawn’ is when we sail", true, false, true},
		{"“‘Dawn,’ he told me”", "‘Dawn,’ he told me", true, true, true},
		{"the crew would ‘sail at dawn’ or not at all", "the crew would ‘sail at dawn’ or not at all", false, false, true},
		{"the sailors’ wages and the captain's", "the sailors’ wages and the captain's", false, false, false},
		{"'tis the sailors' day", "'tis the sailors' day", false, false, true}, // no telling it from a quotation
		{"let 'em sail, it’s dawn", "let 'em sail, it’s dawn", false, false, false},
		{"", "", false, false, false},
	} {
		if Opens(c.piece) != c.opens || Closes(c.piece) != c.closes || Marked(c.piece) != c.marked || Unmarked(c.piece) != c.unmarked {
			t.Errorf("%q: opens %v, closes %v, marked %v, unmarked %q", c.piece, Opens(c.piece), Closes(c.piece), Marked(c.piece), Unmarked(c.piece))
		}
	}
}
