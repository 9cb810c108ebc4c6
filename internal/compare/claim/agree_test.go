package claim

import (
	"math"
	"testing"

	"nutgraf"
)

func TestAgree(t *testing.T) {
	exact := func(v float64) nutgraf.Frame { return nutgraf.Frame{Value: v, Low: v, High: v, Hedge: nutgraf.Exact} }
	about := func(v float64) nutgraf.Frame {
		return nutgraf.Frame{Value: v, Low: v, High: v, Hedge: nutgraf.Approximate}
	}
	most := func(v float64) nutgraf.Frame { return nutgraf.Frame{Value: v, High: v, Hedge: nutgraf.Bound} }
	least := func(v float64) nutgraf.Frame {
		return nutgraf.Frame{Value: v, Low: v, High: math.Inf(1), Hedge: nutgraf.Bound, Befell: "kill"}
	}
	for _, c := range []struct {
		a, b nutgraf.Frame
		want bool
	}{
		{exact(240), exact(240), true},
		{exact(240), exact(241), true}, // rounded to its two digits
		{exact(241), exact(247), false},
		{exact(1.07e12), exact(1e12), true}, // a word of magnitude after one digit
		{exact(1.4e12), exact(1e12), false},
		{exact(1.2e6), exact(1e6), false},
		{exact(48312), exact(48000), true},
		{exact(12), exact(10), false},
		{about(800), exact(861), true},
		{about(800), exact(980), false},
		{most(1.5e6), most(1.6e6), false}, // "as many as 1.5 million", "up to 1.6 million"
		{least(26), least(29), false},
		{least(26), exact(29), true},
		{most(30), least(26), true},
	} {
		if got := Agree(&c.a, &c.b); got != c.want {
			t.Errorf("%v beside %v: %v, want %v", c.a.Value, c.b.Value, got, c.want)
		}
		if Agree(&c.a, &c.b) != Agree(&c.b, &c.a) {
			t.Errorf("%v beside %v: not the same the other way", c.a.Value, c.b.Value)
		}
	}
}
