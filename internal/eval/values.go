package eval

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nutgraf/internal/wire"
)

// ValueGold is a labelled quantity. Its value is one number, or an interval
// with an open bound where Low or High is nil; HasValue is false where the set
// labels no value.
type ValueGold struct {
	Start, End       int
	Value, Low, High *float64
	Unit             string
	Hedge, Status    string // empty where the set does not label them
}

// HasValue reports whether the set gives the quantity a value.
func (g ValueGold) HasValue() bool { return g.Value != nil || g.Low != nil || g.High != nil }

// ValueDoc is a text with its labelled quantities. Predictions on Neutral spans
// are neither right nor wrong.
type ValueDoc struct {
	ID, Text, Date string
	Gold           []ValueGold
	Neutral        []span
}

// ValueScore counts quantities found by an overlapping span (Relaxed), by the
// same span (Strict), with the right value, and with the right unit as well.
// Hedge and Status are counted over found quantities that are labelled with them.
type ValueScore struct{ Relaxed, Strict, Value, Unit, Hedge, Status PRF }

// Values scores quantities by their values.
func Values(docs []ValueDoc, pred Predictions, units Units) ValueScore {
	var s ValueScore
	for _, d := range docs {
		var got []wire.Quantity
		if a := pred[d.ID]; a != nil {
			got = a.Quantities
		}
		s.add(d, got, units)
	}
	return s
}

func (s *ValueScore) add(d ValueDoc, got []wire.Quantity, units Units) {
	g, p := make([]span, len(d.Gold)), make([]span, len(got))
	valued := PRF{}
	for i, x := range d.Gold {
		g[i] = span{x.Start, x.End}
		valued.Gold += one(x.HasValue())
	}
	for j, x := range got {
		p[j] = span{x.Start, x.End}
	}
	m := matchSpans(g, p)
	used := map[int]bool{}
	for _, x := range m {
		used[x[1]] = true
	}
	n := PRF{Gold: len(g)}
	for j, x := range p {
		n.Pred += one(used[j] || !slices.ContainsFunc(d.Neutral, func(t span) bool { return t.overlap(x) > 0 }))
	}
	valued.Pred = n.Pred
	for _, x := range m {
		valued.Pred -= one(!d.Gold[x[0]].HasValue())
	}
	s.Relaxed.Add(n)
	s.Strict.Add(n)
	s.Value.Add(valued)
	s.Unit.Add(valued)
	for _, x := range m {
		s.match(&d.Gold[x[0]], &got[x[1]], units)
		s.Strict.Hit += one(g[x[0]] == p[x[1]])
	}
}

// match counts what is right about a quantity found.
func (s *ValueScore) match(g *ValueGold, p *wire.Quantity, units Units) {
	s.Relaxed.Hit++
	if g.HasValue() && valuesAgree(g, p) {
		s.Value.Hit++
		s.Unit.Hit += one(units.Agree(g.Unit, p.Unit))
	}
	if g.Hedge != "" {
		s.Hedge.Add(PRF{one(g.Hedge == p.Hedge), 1, 1})
	}
	if g.Status != "" {
		s.Status.Add(PRF{one(g.Status == p.Status), 1, 1})
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func valuesAgree(g *ValueGold, p *wire.Quantity) bool {
	if g.Low == nil && g.High == nil {
		return near(g.Value, p.Value)
	}
	same := func(a, b *float64) bool { return a == nil && b == nil || near(a, b) }
	return same(g.Low, p.Low) && same(g.High, p.High)
}

// near allows for what writing a number out takes off it.
func near(a, b *float64) bool {
	return a != nil && b != nil && math.Abs(*a-*b) <= 1e-4*max(math.Abs(*a), math.Abs(*b))+1e-15
}

// Units folds the names of units.
type Units map[string]string

// ReadUnits reads the table of names that count as equal.
func ReadUnits(d Data) (Units, error) {
	raw, err := d.Read("../eval/units.tsv")
	if err != nil {
		return nil, err
	}
	u := Units{}
	for line := range strings.Lines(string(raw)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var names []string
		for name := range strings.SplitSeq(strings.TrimRight(line, "\n"), "\t") {
			if name = strings.TrimSpace(name); name != "" {
				names = append(names, name)
			}
		}
		for _, name := range names {
			u[name] = names[0]
		}
	}
	return u, nil
}

// Agree reports whether two names mean one unit; a bare "dollar" agrees with
// the dollar of any country, and so on.
func (u Units) Agree(gold, pred string) bool {
	g, p := u.fold(gold), u.fold(pred)
	if g == p {
		return true
	}
	for _, w := range []string{"dollar", "pound", "franc", "peso", "rupee", "yen", "cent"} {
		if g == w && strings.HasSuffix(p, " "+w) || p == w && g == "us "+w {
			return true
		}
	}
	return false
}

func (u Units) fold(name string) string {
	if name = strings.TrimSpace(name); name == "" {
		name = "dimensionless"
	}
	if to, ok := u[name]; ok {
		return to
	}
	name = strings.Join(strings.Fields(strings.ToLower(name)), " ")
	american := strings.NewReplacer("metre", "meter", "litre", "liter").Replace(name)
	for _, x := range []string{name, strings.ReplaceAll(name, "metre", "meter"), strings.ReplaceAll(name, "litre", "liter")} {
		for _, y := range []string{x, strings.TrimSuffix(x, "s"), singularY(x)} {
			if to, ok := u[y]; ok {
				return to
			}
		}
	}
	if n := len(american); n > 2 && american[n-1] == 's' && isLetter(american[n-2]) && isLetter(american[n-3]) {
		american = american[:n-1]
	}
	return american
}

func singularY(s string) string {
	if stem, ok := strings.CutSuffix(s, "ies"); ok {
		return stem + "y"
	}
	return s
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

// number reads a gold value: "12,000", "25%" (25), "1E-5".
func number(s string) *float64 {
	v, err := strconv.ParseFloat(strings.TrimRight(strings.ReplaceAll(s, ",", ""), "%"), 64)
	if err != nil {
		return nil
	}
	return &v
}

// interval reads "[10,15)", with an open bound where a side is no number.
func interval(s string) (low, high *float64, ok bool) {
	if len(s) < 3 || !strings.ContainsRune("[(", rune(s[0])) || !strings.ContainsRune("])", rune(s[len(s)-1])) {
		return nil, nil, false
	}
	a, b, ok := strings.Cut(s[1:len(s)-1], ",")
	return number(a), number(b), ok
}
