package conflict

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// property is something of which somebody or something has one value: what it is called,
// the kind of its value, whose it is, and the ways in which it is told.
type property struct {
	name, kind, whose string
	ways              []valued
}

// valued is the words before a number and those behind it, each a set of words that stand
// for one another; those before it nearest first.
type valued struct{ left, right [][]string }

// wayOf is a way of telling of a property.
type wayOf struct{ property, way int }

// propertyTable is what the values of properties are read with.
type propertyTable struct {
	list       []property
	near, next map[string][]wayOf // the ways by the word that they have right before the number, and by that behind it where they have none before
	estimating map[string]bool    // words of estimate, and what else can stand right before a number
	unreal     map[string]bool    // words that say that a number is asked for or expected
}

func propertiesOf(pack *lang.Pack) propertyTable {
	out := propertyTable{near: map[string][]wayOf{}, next: map[string][]wayOf{}, estimating: map[string]bool{}, unreal: pack.Set("unreal_words")}
	for _, row := range pack.Rows("quantity_stance") {
		if row[1] == "hedge" {
			for w := range strings.FieldsSeq(row[0]) {
				out.estimating[w] = true
			}
		}
	}
	for _, w := range pack.Phrases("difference_words")["estimate"] {
		out.estimating[w] = true
	}
	for _, row := range pack.Rows("properties") {
		p := property{name: row[0], kind: row[1], whose: row[2]}
		for w := range strings.SplitSeq(row[3], "|") {
			before, behind, _ := strings.Cut(w, "#")
			x := valued{left: alternatives(before), right: alternatives(behind)}
			slices.Reverse(x.left)
			p.ways = append(p.ways, x)
			at := wayOf{len(out.list), len(p.ways) - 1}
			if len(x.left) > 0 {
				index(out.near, x.left[0], at)
			} else {
				index(out.next, x.right[0], at)
			}
		}
		out.list = append(out.list, p)
	}
	return out
}

func index(ways map[string][]wayOf, words []string, at wayOf) {
	for _, w := range words {
		ways[w] = append(ways[w], at)
	}
}

func alternatives(words string) [][]string {
	var out [][]string
	for w := range strings.FieldsSeq(words) {
		out = append(out, strings.Split(w, "/"))
	}
	return out
}

// How many bytes on either side of a number its way of telling stands in, how many words
// of estimate can stand between a way's words and the number, how many days two reports
// of one value may lie apart, and how many times the other one value may be.
const (
	propertyBytes = 80
	estimateWords = 4
	propertyDays  = 2
	propertyFar   = 4
)

// valueOf is a number that a report gives as the value of a property.
type valueOf struct {
	frame nutgraf.Frame
	owner int // the story entity whose it is, -1 for none named
}

// valuesOf finds the properties of one thing of which reports give different values:
// a population, a sentence, what a film took in. Each report must give one value only.
func (f *Finder) valuesOf(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	told := make([][]valueOf, len(f.properties.list))
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if i := f.propertyAt(s, fr); i >= 0 && f.plainValue(s, fr) {
				told[i] = append(told[i], valueOf{fr, ownerOf(s, fr, f.properties.list[i].whose)})
			}
		}
	}
	var out []nutgraf.Conflict
	for i, values := range told {
		for _, group := range byOwner(values) {
			if c, ok := f.valuesDiffer(s, &f.properties.list[i], group); ok && !shows(had, c) && !shows(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// propertyAt returns the property of which a number is told as the value, or -1. Of two
// that fit, the one with more words.
func (f *Finder) propertyAt(s Story, fr nutgraf.Frame) int {
	if fr.Kind != nutgraf.ClaimQuantity || !fr.Known {
		return -1
	}
	kind := kindOf(fr)
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence].Span
	before := wordsOf(m.Doc.Text[max(sent.Start, fr.Focus.Start-propertyBytes):max(sent.Start, fr.Focus.Start)])
	behind := wordsOf(m.Doc.Text[min(sent.End, fr.Focus.End):min(sent.End, fr.Focus.End+propertyBytes)])
	slices.Reverse(before)
	best, most := -1, 0
	try := func(ways []wayOf) {
		for _, x := range ways {
			p := &f.properties.list[x.property]
			w := p.ways[x.way]
			if n := len(w.left) + len(w.right); p.kind == kind && (n > most || n == most && x.property < best) && f.leads(before, w.left) && follows(behind, w.right) {
				best, most = x.property, n
			}
		}
	}
	for i := 0; i < len(before) && i <= estimateWords; i++ {
		if try(f.properties.near[before[i]]); !f.properties.estimating[before[i]] {
			break
		}
	}
	if len(behind) > 0 {
		try(f.properties.next[behind[0]])
	}
	return best
}

func kindOf(fr nutgraf.Frame) string {
	switch {
	case fr.Money:
		return "money"
	case fr.Unit == "percent", fr.Unit == "time":
		return fr.Unit
	case fr.Unit == lengthUnit:
		return "length"
	case strings.HasSuffix(fr.Unit, " per hour"):
		return "speed"
	case fr.Unit == "acre", fr.Unit == "hectare", strings.HasPrefix(fr.Unit, "square "):
		return "area"
	case fr.Unit == "" || fr.Unit == fr.Head || fr.Head != "" && strings.HasPrefix(fr.Unit, fr.Head):
		return "count"
	}
	return ""
}

// leads reports whether the words before a number, nearest first, are those of a way, but
// for words of estimate.
func (f *Finder) leads(before []string, way [][]string) bool {
	at, passed := 0, 0
	for _, alike := range way {
		for at < len(before) && !slices.Contains(alike, before[at]) && f.properties.estimating[before[at]] && passed < estimateWords {
			at, passed = at+1, passed+1
		}
		if at >= len(before) || !slices.Contains(alike, before[at]) {
			return false
		}
		at++
	}
	return true
}

func follows(behind []string, way [][]string) bool {
	if len(behind) < len(way) {
		return false
	}
	for i, alike := range way {
		if !slices.Contains(alike, behind[i]) {
			return false
		}
	}
	return true
}

// plainValue reports whether a number is told as the whole of what it is, and as so.
func (f *Finder) plainValue(s Story, fr nutgraf.Frame) bool {
	if fr.Partial || fr.Grouped || fr.Poll || fr.Value <= 0 || fr.Status == nutgraf.Denied || fr.Status == nutgraf.Hypothetical || fr.Status == nutgraf.StatusProjected {
		return false
	}
	before, behind := s.beside(fr)
	if slices.ContainsFunc(strings.Fields(strings.ToLower(fr.Focus.Of(s.Members[fr.Member].Doc.Text))), func(w string) bool { return f.roughly[w] }) {
		return false
	}
	if slices.ContainsFunc(before, func(w string) bool { return f.properties.unreal[w] }) {
		return false
	}
	for _, w := range before[max(0, len(before)-4):] {
		if f.further[w] || w == "than" && !slices.Contains(before[max(0, len(before)-3):], "more") && !slices.Contains(before[max(0, len(before)-3):], "less") {
			return false
		}
	}
	return !slices.ContainsFunc(behind[:min(3, len(behind))], func(w string) bool { return f.each[w] })
}

// several reports whether a sum is the worth of things of more than one kind: "$80,000
// worth of cash, rings and watches" may be told beside "$50,000 in cash".
func several(s Story, fr nutgraf.Frame) bool {
	things, worth := strings.CutPrefix(s.Members[fr.Member].Doc.Text[fr.Focus.End:], " worth of ")
	first, rest, _ := strings.Cut(things, " ")
	return worth && (strings.HasSuffix(first, ",") || strings.HasPrefix(rest, "and "))
}

// ownerOf returns the story entity whose property a number is: of the kind asked for, the
// nearest named in its sentence, before the number rather than behind it.
func ownerOf(s Story, fr nutgraf.Frame, whose string) int {
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence].Span
	best, distance := -1, 0
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= sent.End {
			break
		}
		e := s.entity(fr.Member, x.Entity)
		if e < 0 || !sent.Contains(x.Span) || x.Span.Overlap(fr.Focus) > 0 || !ownable(s.Entities[e].Type, whose) {
			continue
		}
		d := fr.Focus.Start - x.Span.End
		switch {
		case d >= 0 && whose == "after":
			continue
		case d < 0:
			d = 2 * (x.Span.Start - fr.Focus.End)
			if whose == "after" && d > 80 {
				continue
			}
		}
		if best < 0 || d < distance {
			best, distance = e, d
		}
	}
	return best
}

func ownable(t nutgraf.EntityType, whose string) bool {
	switch whose {
	case "person":
		return t == nutgraf.Person
	case "place", "after":
		return t == nutgraf.Place
	case "body":
		return t == nutgraf.Organization || t == nutgraf.Outlet || t == nutgraf.Place
	case "work":
		return t == nutgraf.Work
	}
	return false
}

// byOwner parts the values of a property by whose they are.
func byOwner(values []valueOf) [][]valueOf {
	var out [][]valueOf
	for _, v := range values {
		i := slices.IndexFunc(out, func(g []valueOf) bool { return g[0].owner == v.owner && g[0].frame.Unit == v.frame.Unit })
		if i < 0 {
			out = append(out, nil)
			i = len(out) - 1
		}
		out[i] = append(out[i], v)
	}
	return out
}

// valuesDiffer lays the values of one property of one owner beside one another.
func (f *Finder) valuesDiffer(s Story, p *property, values []valueOf) (nutgraf.Conflict, bool) {
	if p.whose != "one" && values[0].owner < 0 {
		return nutgraf.Conflict{}, false
	}
	told := make([][]nutgraf.Frame, len(s.Members))
	for _, v := range values {
		told[v.frame.Member] = append(told[v.frame.Member], v.frame)
	}
	one := func(x, y nutgraf.Frame) bool { return oneValue(s, x, y) }
	var all []nutgraf.Frame
	for _, frames := range told {
		slices.SortFunc(frames, inOrder)
		if len(frames) > 0 && !slices.ContainsFunc(frames, func(fr nutgraf.Frame) bool { return !one(fr, frames[0]) || several(s, fr) }) {
			all = append(all, frames[0]) // and does not tell of two
		}
	}
	sides, open, ok := spread(all, one, func(x, y nutgraf.Frame) bool { return f.otherValue(s, p, x, y) })
	if !ok || len(sides) < 2 || len(sides) > 4 {
		return nutgraf.Conflict{}, false
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Axis: "number", Matter: p.name, Why: "The reports give different values of one thing."}
	switch owner := values[0].owner; {
	case owner >= 0 && p.whose == "after":
		c.Matter += " from " + s.Entities[owner].Name
	case owner >= 0:
		c.Matter += ": " + s.Entities[owner].Name
	}
	if values[0].frame.Unit == lengthUnit {
		c.Axis = ""
	}
	if values[0].frame.Unit == "time" {
		c.Kind, c.Axis = nutgraf.ConflictWindow, ""
	}
	if open {
		c.Severity, c.Relation, c.Why = nutgraf.Soft, nutgraf.Drift, "One side states a bound that the other meets."
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.property", Text: c.Why}
	for _, x := range sides {
		c.Sides = append(c.Sides, f.side(s, x, phrase(s, x.frames[0])))
	}
	return c, true
}

// How near two values lie that may be one: told in other units, and as shares of which
// one is rounded.
const (
	unitNear  = .15
	shareNear = .5
)

// oneValue reports whether two values are one, told more or less closely.
func oneValue(s Story, x, y nutgraf.Frame) bool {
	if agreed(x, y) {
		return true
	}
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	whole := func(v float64) bool { return v == math.Trunc(v) }
	if x.Unit == "percent" && whole(x.Value) != whole(y.Value) {
		return high-low <= shareNear
	}
	return x.Unit != "" && unitWord(s, x) != unitWord(s, y) && high-low <= unitNear*high
}

// unitWord returns the word for its unit that a number is told with.
func unitWord(s Story, fr nutgraf.Frame) string {
	words := wordsOf(fr.Focus.Of(s.Members[fr.Member].Doc.Text))
	if len(words) == 0 {
		return ""
	}
	return strings.TrimSuffix(words[len(words)-1], "s")
}

// otherValue reports whether something says that two values are of two things.
func (f *Finder) otherValue(s Story, p *property, x, y nutgraf.Frame) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	if high > propertyFar*low || x.Told.Apart(y.Told) > propertyDays || x.Bygone != y.Bygone || f.scopedAt(s, x) != f.scopedAt(s, y) ||
		onOtherDays(x, y) {
		return true
	}
	if p.whose != "person" && elsewhere(s, x.About, y.About, nutgraf.Person) || p.whose != "place" && p.whose != "body" && p.whose != "after" && elsewhere(s, x.Named, y.Named, nutgraf.Place) {
		return true
	}
	if p.whose != "one" && p.whose != "after" {
		return false
	}
	shared := 0
	if p.whose == "after" {
		if clocked(s, x) || clocked(s, y) {
			return true // where something that moves was
		}
		shared = -1 // the place it is measured from
	}
	for _, k := range x.Wide {
		if _, ok := slices.BinarySearch(y.Wide, k); ok && k != x.Head && !f.common[k] {
			shared++
		}
	}
	for _, e := range x.About {
		if slices.Contains(y.About, e) {
			shared++
		}
	}
	return shared < 2 && !(x.Lead && y.Lead)
}

// clocked reports whether the sentence of a number tells an hour or a part of a day.
func clocked(s Story, fr nutgraf.Frame) bool {
	sent := s.Members[fr.Member].Seg.Sentences[fr.Sentence].Span
	return slices.ContainsFunc(s.Times[fr.Member], func(w nutgraf.When) bool {
		return sent.Contains(w.Span) && w.Type == nutgraf.TimeType
	})
}

// scopedAt returns the word right before a number or right behind it that makes it a part
// or a sum.
func (f *Finder) scopedAt(s Story, fr nutgraf.Frame) string {
	before, behind := s.beside(fr)
	for _, w := range slices.Concat(before[max(0, len(before)-2):], behind[:min(2, len(behind))]) {
		if f.scope[w] {
			return w
		}
	}
	return ""
}
