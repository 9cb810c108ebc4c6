package claim

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// rival links each cluster to the one it speaks of the same matter with, while
// saying otherwise.
func (f *Finder) rival(cs []cluster, w weights, stated map[number]bool) {
	for i := range cs {
		best, score := i, 0.0
		for j := range i {
			if s := f.rivals(cs[i], cs[j], w, stated); s > score {
				best, score = cs[j].link, s
			}
		}
		cs[i].link = best
	}
}

// rivals returns how surely two clusters say different things of one matter; 0
// when they may speak of two. A report that states both numbers tells them
// apart, unless it gives them to different sources.
func (f *Finder) rivals(a, b cluster, w weights, stated map[number]bool) float64 {
	best := 0.0
	for i, x := range a.frames {
		for j, y := range b.frames {
			if i >= representatives || j >= representatives {
				break
			}
			if x.Member == y.Member && !x.Headline && !y.Headline {
				if x.By == y.By || x.By == "" || y.By == "" {
					return 0
				}
				continue
			}
			if toldApart(x, y, stated) && !f.revises(x) && !f.revises(y) {
				return 0
			}
			if s := w.alike(x, y); s > best && s >= f.need(x, y) && f.rivalling(x, y) {
				best = s
			}
		}
	}
	return best
}

// number is a value that a report states.
type number struct {
	member int
	unit   string
	value  float64
}

// statedBy collects the numbers that each report's text states.
func statedBy(frames []nutgraf.Frame) map[number]bool {
	out := map[number]bool{}
	for _, fr := range frames {
		if fr.Known && !fr.Headline {
			out[number{fr.Member, fr.Unit, fr.Value}] = true
		}
	}
	return out
}

// toldApart reports whether a report that stands on one side states the other
// side's number too, somewhere in its text: then it measures something else.
// Numbers under a hundred are too common to tell.
func toldApart(x, y nutgraf.Frame, stated map[number]bool) bool {
	if x.Kind != nutgraf.ClaimQuantity || math.Abs(x.Value) < 100 || math.Abs(y.Value) < 100 || x.By != "" && y.By != "" && x.By != y.By {
		return false
	}
	return stated[number{x.Member, y.Unit, y.Value}] || stated[number{y.Member, x.Unit, x.Value}]
}

// need is how alike two frames must be for their difference to tell: less where
// both count one thing, more where the numbers lie so far apart that they most
// likely measure two.
func (f *Finder) need(x, y nutgraf.Frame) float64 {
	if x.Kind != nutgraf.ClaimQuantity {
		return alikeRival
	}
	low, high := math.Min(math.Abs(x.Value), math.Abs(y.Value)), math.Max(math.Abs(x.Value), math.Abs(y.Value))
	thing := x.Head == y.Head && x.Head != "" && x.Head != "worker" && !f.generic[x.Head]
	switch {
	case high > 12*low:
		return 2 // never
	case high > 4*low:
		return alikeSure
	case thing && low >= 1000 && high <= 1.5*low && len(x.Terms) <= 3 && len(y.Terms) <= 3:
		return alikeThing / 3
	case x.Money && x.Head == y.Head && x.Head != "":
		return alikeThing / 3
	case x.Head == "" || y.Head == "":
		return alikeSure
	case thing && low >= 10:
		return alikeThing
	}
	return alikeRival
}

// rivalling reports whether two frames that differ can be rivals at all: they
// count one thing, share who or what it is about, and neither marks itself as
// a part or a sum.
func (f *Finder) rivalling(x, y nutgraf.Frame) bool {
	if x.Kind == nutgraf.ClaimStatus || x.Quote >= 0 && y.Quote >= 0 && x.By == y.By && x.By != "" && x.Member == y.Member {
		return false
	}
	if x.Kind == nutgraf.ClaimDate && (oneWord(x, y) || names(x, y) || names(y, x) || sharedKeys(x.Terms, y.Terms) < 2) {
		return false
	}
	if !f.heads(x, y) || x.Kind == nutgraf.ClaimQuantity && (!x.Known || !y.Known || unasserted(x) || unasserted(y)) {
		return false
	}
	if x.Kind == nutgraf.ClaimDate && (x.Head == "" || x.Head != y.Head || sharedKeys(x.Terms, y.Terms) < 3) {
		return false // another thing happened on that day
	}
	if x.Kind == nutgraf.ClaimQuantity && x.From != nutgraf.NoDay && y.From != nutgraf.NoDay && (x.To < y.From-31 || y.To < x.From-31) {
		return false
	}
	if slices.Contains(x.Beside, y.Value) || slices.Contains(y.Beside, x.Value) {
		// One sentence gives both: an update if it says so, else two things.
		return x.Kind == nutgraf.ClaimQuantity && (f.revises(x) || f.revises(y))
	}
	return f.scoped(x) == f.scoped(y) && x.Bygone == y.Bygone
}

// revises reports whether a frame's clause gives its number as risen or changed
// from another.
func (f *Finder) revises(x nutgraf.Frame) bool {
	text := strings.ToLower(x.Clause.Text)
	return strings.Contains(text, " from ") && (strings.Contains(text, "up from") || strings.Contains(text, "down from") || strings.Contains(text, "revised") || strings.Contains(text, "raised") || strings.Contains(text, "rose"))
}

// oneWord reports whether two days are the same word, which two anchors resolve
// differently: that is no difference of the reports.
func oneWord(x, y nutgraf.Frame) bool { return strings.EqualFold(focusText(x), focusText(y)) }

// names reports whether the clause of x names y's day too: it tells of two
// events, as in "Monday's storm had cost ten lives by Tuesday".
func names(x, y nutgraf.Frame) bool {
	w := strings.TrimPrefix(strings.ToLower(focusText(y)), "on ")
	return w != "" && strings.Contains(strings.ToLower(x.Clause.Text), w)
}

func unasserted(x nutgraf.Frame) bool {
	return x.Status == nutgraf.Denied || x.Status == nutgraf.Hypothetical
}

// scoped returns the words close to a frame's number that mark it as a part or a
// sum.
func (f *Finder) scoped(x nutgraf.Frame) string {
	from, to := x.Focus.Start-x.Clause.Span.Start-24, x.Focus.End-x.Clause.Span.Start+24
	text := x.Clause.Text[max(0, from):min(len(x.Clause.Text), max(0, to))]
	out := ""
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		if w = strings.Trim(w, ".,;:"); f.scope[w] {
			out += " " + w
		}
	}
	return out
}
