package claim

import (
	"math"
	"slices"
	"sort"
	"strings"

	"nutgraf"
)

// How alike two frames' words must be, in [0, 1], to speak of one matter. Two
// numbers that agree are themselves evidence; two that differ are not, so more
// must be shared.
const (
	alikeSame   = .22 // the numbers agree
	alikeDate   = .14 // the dates agree
	alikeRival  = .46 // the numbers or dates differ
	alikeThing  = .25 // they differ, but count one thing that is no mere kind of person
	alikeSure   = .62 // they differ by much
	alikeRecord = .26 // superlatives
	alikeLarge  = .07 // a large number of one thing
)

// cluster is the frames that say one thing of one matter.
type cluster struct {
	frames []nutgraf.Frame
	link   int // the cluster it rivals (an index), or itself
}

const fewFrames = 30

// representatives is how many frames of a cluster a new frame is held against:
// enough to meet each wording, few enough to keep the cost linear.
const representatives = 8

// matters gathers frames into matters.
func (f *Finder) matters(frames []nutgraf.Frame, reports int) []nutgraf.Matter {
	w := newWeights(frames)
	stated := statedBy(frames)
	buckets := map[string][]int{}
	var order []string
	for i, fr := range frames {
		b := f.bucket(fr)
		if b == "" {
			continue
		}
		if buckets[b] == nil {
			order = append(order, b)
		}
		buckets[b] = append(buckets[b], i)
	}
	sort.Strings(order)
	var out []nutgraf.Matter
	for _, b := range order {
		clusters := f.agree(frames, buckets[b], w)
		f.rival(clusters, w, stated)
		out = append(out, gather(clusters)...)
	}
	sort.SliceStable(out, func(i, j int) bool { return reportsOf(out[i]) > reportsOf(out[j]) })
	return out
}

// bucket names the kind of thing a frame measures; only frames of one bucket
// are compared. The empty bucket is compared with nothing.
func (f *Finder) bucket(fr nutgraf.Frame) string {
	switch {
	case fr.Kind == nutgraf.ClaimDate:
		return "date"
	case fr.Kind == nutgraf.ClaimStatus:
		return "superlative"
	case fr.Money || fr.Unit == "percent":
		return "unit " + fr.Unit
	case f.generic[fr.Head] || fr.Head == "worker":
		return "person"
	case fr.Head != "":
		return "count " + fr.Head
	case fr.Value >= 1000:
		return "count"
	}
	return ""
}

// agree clusters the frames of a bucket that say the same of one matter.
func (f *Finder) agree(frames []nutgraf.Frame, idx []int, w weights) []cluster {
	var out []cluster
	for _, i := range idx {
		fr := frames[i]
		best, score := -1, 0.0
		for c := range out {
			if s := f.joins(fr, out[c], w); s > score {
				best, score = c, s
			}
		}
		if best < 0 {
			out = append(out, cluster{frames: []nutgraf.Frame{fr}, link: len(out)})
			continue
		}
		out[best].frames = append(out[best].frames, fr)
	}
	return out
}

// joins returns how well a frame fits a cluster, 0 when it does not belong.
func (f *Finder) joins(fr nutgraf.Frame, c cluster, w weights) float64 {
	best := 0.0
	for i, g := range c.frames {
		if i == representatives {
			break
		}
		if !same(fr, g) || fr.Kind != nutgraf.ClaimStatus && !f.heads(fr, g) {
			continue
		}
		s, need := w.alike(fr, g), alikeSame
		switch {
		case fr.Kind == nutgraf.ClaimDate:
			need = alikeDate
		case fr.Kind == nutgraf.ClaimStatus:
			need = alikeRecord
		case fr.Head != "" && fr.Head == g.Head && math.Abs(fr.Value) >= 1000:
			need = alikeLarge
		case telling(fr.Value):
			need = alikeSame / 2
		}
		if s >= need && s > best {
			best = s
		}
	}
	return best
}

// heads reports whether two frames can count the same things.
func (f *Finder) heads(a, b nutgraf.Frame) bool {
	if a.Money && b.Money && (a.Head == "" || b.Head == "") {
		return true
	}
	return a.Head == b.Head || f.generic[a.Head] || f.generic[b.Head]
}

// same reports whether two frames can say the same: numbers equal as far as
// rounding and hedges allow, dates on one day.
func same(a, b nutgraf.Frame) bool {
	switch a.Kind {
	case nutgraf.ClaimStatus:
		return true
	case nutgraf.ClaimDate:
		if a.From != nutgraf.NoDay && b.From != nutgraf.NoDay {
			return a.From == b.From
		}
		return a.From == b.From && a.Clause.Doc != b.Clause.Doc && a.When >= 0 && b.When >= 0 && focusText(a) == focusText(b)
	}
	if !a.Known || !b.Known {
		return a.Known == b.Known
	}
	return Agree(a, b)
}

func focusText(f nutgraf.Frame) string {
	s := nutgraf.Span{Start: f.Focus.Start - f.Clause.Span.Start, End: f.Focus.End - f.Clause.Span.Start}
	if s.Start < 0 || s.End > len(f.Clause.Text) {
		return ""
	}
	return s.Of(f.Clause.Text)
}

// Agree reports whether two values can be one number told twice: equal,
// rounded to fewer digits, within the bound or the tolerance of a hedge.
func Agree(a, b nutgraf.Frame) bool {
	if a.Low <= b.High && b.Low <= a.High {
		return bounded(a, b)
	}
	x, y := a.Value, b.Value
	if rounds(x, y) || rounds(y, x) {
		return true
	}
	if loose(a) || loose(b) {
		return math.Abs(x-y) <= .05*math.Max(math.Abs(x), math.Abs(y))
	}
	return false
}

// bounded reports whether overlapping intervals are near enough to be one
// number: "more than 10,000" does not tell of 100,000.
func bounded(a, b nutgraf.Frame) bool {
	x, y := math.Abs(a.Value), math.Abs(b.Value)
	return x == y || math.Max(x, y) <= 1.25*math.Min(x, y)
}

func loose(f nutgraf.Frame) bool {
	return f.Hedge == nutgraf.Approximate || f.Hedge == nutgraf.Bound || f.Hedge == nutgraf.Estimated
}

// rounds reports whether y is x rounded to the digits that y shows, at least
// two of them or one before two zeros.
func rounds(x, y float64) bool {
	if y == 0 || math.Abs(y) < 20 && y == math.Trunc(y) && x == math.Trunc(x) {
		return x == y
	}
	unit := 1.0
	if y == math.Trunc(y) {
		for math.Mod(y, unit*10) == 0 && unit < 1e15 {
			unit *= 10
		}
	} else {
		for unit > 1e-4 && math.Abs(y/unit-math.Round(y/unit)) > 1e-6 {
			unit /= 10
		}
	}
	return math.Abs(math.Round(x/unit)*unit-y) < unit/1e4 && math.Abs(x-y) <= .06*math.Abs(y)
}

// telling reports whether a number is rare enough to be evidence in itself.
func telling(v float64) bool {
	v = math.Abs(v)
	if v < 100 || v >= 1900 && v <= 2100 {
		return false
	}
	digits := 0
	for v >= 1 && math.Mod(v, 10) == 0 {
		v /= 10
	}
	for v >= 1 {
		v, digits = math.Trunc(v/10), digits+1
	}
	return digits >= 2
}

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

// gather makes matters of linked clusters, each cluster a side.
func gather(cs []cluster) []nutgraf.Matter {
	groups := map[int][]int{}
	var roots []int
	for i, c := range cs {
		if groups[c.link] == nil {
			roots = append(roots, c.link)
		}
		groups[c.link] = append(groups[c.link], i)
	}
	var out []nutgraf.Matter
	for _, r := range roots {
		var m nutgraf.Matter
		sides := 0
		for n, c := range groups[r] {
			side := sides
			for _, d := range groups[r][:n] {
				if same(cs[c].frames[0], cs[d].frames[0]) {
					side = cs[d].frames[0].Side
				}
			}
			if side == sides {
				sides++
			}
			for i := range cs[c].frames {
				cs[c].frames[i].Side = side
			}
			m.Frames = append(m.Frames, cs[c].frames...)
		}
		m.Agreed = sides == 1
		m.Kind = m.Frames[0].Kind
		slices.SortStableFunc(m.Frames, func(x, y nutgraf.Frame) int {
			if x.Member != y.Member {
				return x.Member - y.Member
			}
			return x.Focus.Start - y.Focus.Start
		})
		out = append(out, m)
	}
	return out
}

func reportsOf(m nutgraf.Matter) int {
	n, last := 0, -1
	for _, f := range m.Frames {
		if f.Member != last {
			n, last = n+1, f.Member
		}
	}
	return n
}

// weights are the inverse document frequencies of keys over the sentences of
// the story's frames: a word that stands in all of them tells nothing.
type weights map[string]float64

// In a small story every word is frequent; its weights are taken as if it had
// at least fewFrames frames.
func newWeights(frames []nutgraf.Frame) weights {
	w := weights{}
	for _, f := range frames {
		for _, k := range f.Wide {
			w[k]++
		}
	}
	n := float64(max(len(frames), fewFrames) + 1)
	for k, df := range w {
		w[k] = math.Log(1 + n/(df+.5))
	}
	return w
}

// alike returns how much of what two frames say they share, in [0, 1]: the
// weighted share of their clauses' words, the weaker for those of the rest of
// their sentences, and a little for the entities both are about.
func (w weights) alike(a, b nutgraf.Frame) float64 {
	near := w.overlap(a.Terms, b.Terms)
	wide := w.overlap(a.Wide, b.Wide)
	s := .6*near + .3*wide
	for _, e := range a.About {
		if slices.Contains(b.About, e) {
			s += .12
			break
		}
	}
	return s
}

// overlap is the weighted overlap coefficient of two sorted lists of keys,
// smoothed so that a single shared word of very short lists does not carry.
func (w weights) overlap(a, b []string) float64 {
	var shared, wa, wb float64
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			wa += w[a[i]]
			i++
		case i == len(a) || b[j] < a[i]:
			wb += w[b[j]]
			j++
		default:
			x := w[a[i]]
			shared, wa, wb = shared+x, wa+x, wb+x
			i, j = i+1, j+1
		}
	}
	const smooth = .9
	if shared == 0 {
		return 0
	}
	return shared / (math.Min(wa, wb) + smooth)
}
