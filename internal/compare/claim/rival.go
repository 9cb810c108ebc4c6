package claim

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// rival links each cluster to the one it speaks of the same matter with, while
// saying otherwise.
func (f *Finder) rival(cs []cluster, w weights, in *bucketed) {
	for i := range cs {
		best, score := i, 0.0
		for j := range i {
			if s := f.rivals(cs[i], cs[j], w, in); s > score {
				best, score = cs[j].link, s
			}
		}
		cs[i].link = best
	}
}

// rivals returns how surely two clusters say different things of one matter; 0
// when they may speak of two. A report that states both numbers tells them
// apart, unless it gives them to different sources.
func (f *Finder) rivals(a, b cluster, w weights, in *bucketed) float64 {
	best := 0.0
	for i, x := range a.frames {
		for j, y := range b.frames {
			if i >= representatives || j >= representatives {
				break
			}
			if x.Member == y.Member && x.Kind == nutgraf.ClaimDate {
				continue // the day is shared, the events need not be
			}
			if x.Member == y.Member && !x.Headline && !y.Headline {
				if x.By == y.By || x.By == "" || y.By == "" {
					return 0
				}
				continue
			}
			if toldApart(x, y, in.stated) && !f.revises(x) && !f.revises(y) {
				return 0
			}
			if x.Kind == nutgraf.ClaimDate {
				if s := w.beside(x, y); s > best && f.rivalling(x, y) && f.sameEvent(x, y, s, w, in) {
					best = s
				}
				continue
			}
			if !f.rivalling(x, y) {
				continue
			}
			if s := f.opposed(x, y, w, in); s > best {
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
func toldApart(x, y *nutgraf.Frame, stated map[number]bool) bool {
	if x.Kind != nutgraf.ClaimQuantity || math.Abs(x.Value) < 100 || math.Abs(y.Value) < 100 || x.By != "" && y.By != "" && x.By != y.By {
		return false
	}
	return stated[number{x.Member, y.Unit, y.Value}] || stated[number{y.Member, x.Unit, x.Value}]
}

// rivalling reports whether two frames that differ can be rivals at all: they
// count one thing, share who or what it is about, and neither marks itself as
// a part or a sum.
func (f *Finder) rivalling(x, y *nutgraf.Frame) bool {
	if x.Kind == nutgraf.ClaimStatus || x.Quote >= 0 && y.Quote >= 0 && x.By == y.By && x.By != "" && x.Member == y.Member {
		return false
	}
	if x.Kind == nutgraf.ClaimDate && (oneWord(x, y) || names(x, y) || names(y, x)) {
		return false // another thing happened on that day
	}
	if x.Partial || y.Partial || f.measure(x) != f.measure(y) || f.pictured[x.Head] || f.polled(x) || f.polled(y) {
		return false // an age is no count, and two polls ask two crowds
	}
	if !(x.Kind == nutgraf.ClaimDate && (x.From == nutgraf.NoDay) != (y.From == nutgraf.NoDay)) && !f.heads(x, y) || x.Kind == nutgraf.ClaimQuantity && (!x.Known || !y.Known || denied(x) || denied(y)) {
		return false
	}
	if x.Kind == nutgraf.ClaimQuantity && x.From != nutgraf.NoDay && y.From != nutgraf.NoDay && (x.To < y.From-31 || y.To < x.From-31) {
		return false
	}
	if slices.Contains(x.Beside, y.Value) || slices.Contains(y.Beside, x.Value) {
		// One sentence gives both: an update if it says so, else two things.
		return x.Kind == nutgraf.ClaimQuantity && (f.revises(x) || f.revises(y))
	}
	return (x.Unit == "year" || x.Bygone == y.Bygone) && rate(x) == rate(y) && (f.scoped(x) == f.scoped(y) || sharedKeys(x.Near, y.Near) >= 3 || f.oneMeasure(x, y))
}

// polled reports whether a number is what a poll found, or whom it asked.
func (f *Finder) polled(x *nutgraf.Frame) bool {
	return x.Poll && (x.Kind == nutgraf.ClaimDate || x.Unit == "percent" || strings.Contains(x.Unit, "point") || f.asked[x.Head])
}

// measure returns the unit of a measured number, "" for one that counts things.
func (f *Finder) measure(x *nutgraf.Frame) string {
	if x.Unit == "" || f.gist.Key(x.Unit) == x.Head {
		return ""
	}
	return x.Unit
}

// revises reports whether a frame's clause gives its number as risen or changed
// from another.
func (f *Finder) revises(x *nutgraf.Frame) bool {
	text := strings.ToLower(x.Clause.Text)
	return strings.Contains(text, " from ") && (strings.Contains(text, "up from") || strings.Contains(text, "down from") || strings.Contains(text, "revised") || strings.Contains(text, "raised") || strings.Contains(text, "rose"))
}

// oneWord reports whether two days are the same word, which two anchors resolve
// differently: that is no difference of the reports.
func oneWord(x, y *nutgraf.Frame) bool { return strings.EqualFold(focusText(x), focusText(y)) }

// names reports whether the clause of x names y's day too: it tells of two
// events, as in "Monday's storm had cost ten lives by Tuesday".
func names(x, y *nutgraf.Frame) bool {
	w := strings.TrimPrefix(strings.ToLower(focusText(y)), "on ")
	return w != "" && strings.Contains(strings.ToLower(x.Clause.Text), w)
}

// denied reports whether a frame's number is said not to be so: "not 10,000".
func denied(x *nutgraf.Frame) bool {
	from := x.Focus.Start - x.Clause.Span.Start
	if from < 0 || from > len(x.Clause.Text) {
		return x.Status == nutgraf.Denied
	}
	before := strings.ToLower(strings.TrimRight(x.Clause.Text[:from], " $£€"))
	return x.Status == nutgraf.Denied || before == "not" || strings.HasSuffix(before, " not")
}

// scoped returns the words right at a frame's number that mark it as a part or a
// sum: up to two words before it, up to three after it.
func (f *Finder) scoped(x *nutgraf.Frame) string {
	from, to := x.Focus.Start-x.Clause.Span.Start, x.Focus.End-x.Clause.Span.Start
	text := strings.ToLower(x.Clause.Text)
	if from < 0 || to > len(text) {
		return ""
	}
	before, after := strings.Fields(text[:from]), strings.Fields(text[to:])
	out := ""
	for _, w := range slices.Concat(before[max(0, len(before)-2):], after[:min(len(after), 3)]) {
		if w = strings.Trim(w, ".,;:"); f.scope[w] {
			out += " " + w
		}
	}
	return out
}

// rateReach is how many words after a number can part it from its rate: "146,000
// jobs a month".
const rateReach = 3

// rate returns the time that a frame's number holds for each of: "a day", "per
// year".
func rate(x *nutgraf.Frame) string {
	to := x.Focus.End - x.Clause.Span.Start
	if to < 0 || to > len(x.Clause.Text) {
		return ""
	}
	after := strings.Fields(strings.ToLower(x.Clause.Text[to:]))
	for i := 0; i+1 < len(after) && i < rateReach; i++ {
		if after[i] != "a" && after[i] != "an" && after[i] != "per" && after[i] != "each" && after[i] != "every" {
			continue
		}
		switch w := strings.Trim(after[i+1], ".,;:"); w {
		case "hour", "day", "night", "week", "month", "year", "season", "game", "person", "share", "ounce", "barrel", "gallon", "bushel", "ton":
			return w
		}
	}
	return ""
}
