package when

import (
	"nutgraf"
)

// anchorOf says from which day the i-th expression is to be read.
func (r *resolver) anchorOf(i int, before []nutgraf.When) (nutgraf.Day, nutgraf.Anchor) {
	x := &r.raw[i]
	if x.rule.anchor == anchorText {
		if r.lastAt >= 0 && r.last != nutgraf.NoDay {
			return r.last, nutgraf.AnchorText
		}
		return r.publication, nutgraf.AnchorPublication
	}
	if r.publication == nutgraf.NoDay {
		return nutgraf.NoDay, nutgraf.AnchorNone
	}
	return r.publication, nutgraf.AnchorPublication
}
