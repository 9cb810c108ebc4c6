package conflict

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"nutgraf"
)

// magnitude is how strong a report says that an earthquake was.
type magnitude struct {
	member int
	value  float64
	cite   nutgraf.Cite
	first  bool // the first that its report tells
}

// magnitudesOff is by how much the magnitudes of one earthquake differ at the most.
const magnitudesOff = .6

// magnitudes finds the magnitudes that reports give one earthquake, where they differ:
// two services measure it, and each revises what it measured. The one with which a
// report begins is the story's; those of aftershocks and of other years are left out.
func (f *Finder) magnitudes(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	var all []magnitude
	for i, m := range s.Members {
		all = append(all, f.magnitudesOf(i, m)...)
	}
	main := slices.IndexFunc(all, func(x magnitude) bool { return x.first })
	if main < 0 {
		return nil
	}
	why := "The reports give one earthquake different magnitudes."
	c := nutgraf.Conflict{
		Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Update, Axis: "number",
		Matter: "How strong was the earthquake?", Why: why, Rule: nutgraf.Evidence{Rule: "conflict.magnitude", Text: why},
	}
	var values []float64
	told := map[int]map[float64]bool{}
	for _, x := range all {
		if math.Abs(x.value-all[main].value) > magnitudesOff {
			continue
		}
		i := slices.Index(values, x.value)
		if i < 0 {
			i = len(values)
			values = append(values, x.value)
			c.Sides = append(c.Sides, nutgraf.Side{Value: fmt.Sprintf("%.1f", x.value), Low: x.value, High: x.value})
		}
		if !cited(c.Sides[i].Evidence, x.cite) {
			c.Sides[i].Evidence = append(c.Sides[i].Evidence, x.cite)
		}
		if told[x.member] == nil {
			told[x.member] = map[float64]bool{}
		}
		told[x.member][x.value] = true
	}
	differ := false
	for _, a := range told {
		for _, b := range told {
			differ = differ || len(a) == 1 && slices.ContainsFunc(values, func(v float64) bool { return b[v] && !a[v] })
		}
	}
	if len(c.Sides) < 2 || len(c.Sides) > 3 || !differ || shows(had, c) {
		return nil
	}
	return []nutgraf.Conflict{c}
}

// magnitudesOf lists the magnitudes that a report tells.
func (f *Finder) magnitudesOf(member int, m nutgraf.Member) []magnitude {
	var out []magnitude
	if !holdsAny(m.Doc.Text, f.quaking) {
		return nil
	}
	for _, q := range m.Ann.Quantities {
		if q.Kind != nutgraf.Cardinal || !q.Known || q.Low != q.High || q.Value < 3 || q.Value >= 10 || !strings.Contains(q.Span.Of(m.Doc.Text), ".") {
			continue
		}
		at := m.Seg.SentenceAt(q.Span.Start)
		if at < 0 || !f.measuresQuake(m.Seg.Sentences[at].Span.Of(m.Doc.Text)) {
			continue
		}
		out = append(out, magnitude{member, q.Value, m.Doc.Cite(m.Seg.Sentences[at].Span), len(out) == 0})
	}
	return out
}

// measuresQuake reports whether a sentence tells how strong an earthquake was, and
// speaks neither of its aftershocks nor of another year.
func (f *Finder) measuresQuake(text string) bool {
	for m := time.January; m <= time.December; m++ {
		if strings.Contains(text, " in "+m.String()) {
			return false
		}
	}
	quake, measured := false, false
	for _, w := range wordsOf(text) {
		switch f.quakes[w] {
		case "earthquake":
			quake = true
		case "measure":
			measured = true
		case "other":
			return false
		}
		if len(w) == 4 && digits(w) == w && (w[:2] == "19" || w[:2] == "20" || w[:2] == "18") {
			return false
		}
	}
	return quake && measured || measured && strings.Contains(strings.ToLower(text), "magnitude")
}
