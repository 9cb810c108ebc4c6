package text

import (
	"testing"

	"nutgraf"
)

// TestMarks: cutting a quotation short never puts the reporter's words between
// marks.
func TestMarks(t *testing.T) {
	mixed := &nutgraf.Family{Kind: nutgraf.Mixed}
	direct := &nutgraf.Family{Kind: nutgraf.Direct}
	for _, c := range []struct {
		f                  *nutgraf.Family
		whole, shown, want string
	}{
		{mixed, `he had rowed "all night" to the pier`, `he had rowed …`, `he had rowed …`},
		{mixed, `he had rowed "all night"`, `he had rowed "all night"`, `he had rowed "all night"`},
		{mixed, `all night`, `all …`, `"all …"`},
		{direct, `I rowed all night`, `I rowed …`, `"I rowed …"`},
		{direct, `“I rowed all night”`, `“I rowed …`, `“I rowed …"`},
	} {
		if got := marks(c.f, c.whole, c.shown); got != c.want {
			t.Errorf("%s, shown %s: %s, want %s", c.whole, c.shown, got, c.want)
		}
	}
}
