package alone

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
)

// tellings answer how much of a statement a report tells in one place.
type tellings struct {
	*gist.Index
	asked map[string]asked // by claim, what was found out when it was first asked about
}

// asked is how much of a claim each report tells in one place, and whether its label
// is a whole statement.
type asked struct {
	known, whole  bool
	opens         bool // it is what its report opens with
	terms         []string
	shares, plain map[int]float64 // of all its words, and of those that are no names
	words         int             // how many are no names
	anywhere      map[int]int     // how many of those stand in each report, wherever
	values        []float64       // the numbers of its label
	days          []nutgraf.Day   // the days of its label, where it is one of a day
}

// unknown reports whether a noun behind "the" at the head of a sentence means something
// of which only its own report has told.
func (t *tellings) unknown(noun string) bool { return noun != "" && !t.Known(noun) }

// share is the most that a report other than but tells of the terms in one
// place, as a share of their weight.
func (t *tellings) share(terms []string, but int) float64 {
	best := 0.0
	for member, share := range t.Shares(terms) {
		if member != but {
			best = max(best, share)
		}
	}
	return best
}

// trace is the share of a claim that a report tells in one place from which on it
// cannot be said that the claim is not found in it.
const trace = .4

// tracePlain is that share of the words of a claim that are no names: another
// report may call those it speaks of otherwise ("two swimmers").
const tracePlain = .6

// scattered is the part of the words of a claim that are no names which, wherever they
// stand in a report, make it too likely that it tells the claim in words of its own.
const scattered = .5

// Of a claim whose label is no whole statement a report must have even less: what it
// leans on may stand in other words.
const (
	hint      = .2
	hintPlain = .3
)

// notFound returns the claims of which a report, its title too, has next to nothing,
// those that can be read alone first.
func (f *Finder) notFound(s Story, i int, t *tellings) []string {
	var out, leaning []string
	for _, c := range s.Claims {
		if slices.ContainsFunc(c.Support, func(x nutgraf.Support) bool { return x.Cite.Doc == s.Members[i].Doc.ID }) {
			continue
		}
		a := f.ask(s, c, t)
		if a.opens {
			continue // others tell the event too, in whatever words
		}
		all, plain := trace, tracePlain
		if !a.whole {
			all, plain = hint, hintPlain
		}
		switch {
		case !a.known || a.shares[i] >= all || a.plain[i] >= plain || t.Titled(i, a.terms) >= trace || t.counted(s, i, a.terms):
		case float64(a.anywhere[i]) >= scattered*float64(a.words), valued(&s.Members[i], a.values), t.dated(s, i, a):
		case a.whole:
			out = append(out, c.ID)
		default:
			leaning = append(leaning, c.ID)
		}
	}
	return append(out, leaning...)
}

// counted reports whether a report has a number of a claim that is rare enough to be
// the claim's: a reader who looks for it would find it.
func (t *tellings) counted(s Story, i int, terms []string) bool {
	return slices.ContainsFunc(terms, func(x string) bool {
		if x[0] < '0' || x[0] > '9' || len(x) < 2 || len(x) == len("2031") && (x[:2] == "19" || x[:2] == "20") {
			return false
		}
		return t.Has(i, x) || strings.Contains(s.Members[i].Doc.Title, x)
	})
}

// valued reports whether a report gives a number of a claim, however it writes it
// ("$10m" for "$10 million").
func valued(m *nutgraf.Member, values []float64) bool {
	return len(values) > 0 && slices.ContainsFunc(m.Ann.Quantities, func(q nutgraf.Quantity) bool { return q.Known && slices.Contains(values, q.Value) })
}

// dated reports whether a report tells, of the day of a claim, what shares a word with
// it: it may be the same in other words.
func (t *tellings) dated(s Story, i int, a asked) bool {
	m := &s.Members[i]
	return len(a.days) > 0 && slices.ContainsFunc(s.times(i), func(w nutgraf.When) bool {
		k := m.Seg.SentenceAt(w.Span.Start)
		if k < 0 || w.From != w.To || !slices.Contains(a.days, w.From) {
			return false
		}
		rest := t.Terms(i, m.Seg.Sentences[k].Span, w.Span)
		return slices.ContainsFunc(a.terms, func(x string) bool { return slices.Contains(rest, x) })
	})
}

// times are a report's times as the story anchors them.
func (s Story) times(i int) []nutgraf.When {
	if s.Times == nil {
		return s.Members[i].Ann.Times
	}
	return s.Times[i]
}

// ask finds out once how much of a claim each report tells.
func (f *Finder) ask(s Story, c nutgraf.Claim, t *tellings) asked {
	a := t.asked[c.ID]
	if a.known {
		return a
	}
	at := slices.IndexFunc(s.Members, func(m nutgraf.Member) bool { return m.Doc.ID == c.Label.Doc })
	if at >= 0 {
		terms := t.Terms(at, c.Label.Span, nutgraf.Span{})
		plain := t.Plain(at, c.Label.Span, nutgraf.Span{})
		a = asked{true, f.whole(&s.Members[at], c.Label), f.opens(&s.Members[at], c.Label), terms, t.LooseShares(terms), t.LooseShares(plain), len(plain), t.Spread(plain), nil, nil}
		for _, q := range s.Members[at].Ann.Quantities {
			if c.Label.Span.Contains(q.Span) && q.Known && q.Value >= 10 {
				a.values = append(a.values, q.Value)
			}
		}
		for _, w := range s.times(at) {
			if c.Kind == nutgraf.ClaimDate && c.Label.Span.Contains(w.Span) && w.From != nutgraf.NoDay && w.From == w.To {
				a.days = append(a.days, w.From)
			}
		}
	}
	t.asked[c.ID] = a
	return a
}

// opens reports whether words stand in a report's headline or first sentence.
func (f *Finder) opens(m *nutgraf.Member, c nutgraf.Cite) bool {
	for _, s := range m.Seg.Sentences {
		if s.Block < 0 || s.Block >= len(m.Doc.Blocks) {
			continue
		}
		head := m.Doc.Blocks[s.Block].Kind == nutgraf.Headline
		if s.Span.Overlap(c.Span) > 0 {
			return head || m.Doc.Blocks[s.Block].Kind.Body()
		}
		if !head && f.standing.Counts(s.Span.Of(m.Doc.Text)) {
			return false
		}
	}
	return false
}

// whole reports whether a clause is a statement to itself: it begins and ends
// where its sentence or a part of it does, in words that are the report's own.
func (f *Finder) whole(m *nutgraf.Member, c nutgraf.Cite) bool {
	k := m.Seg.SentenceAt(c.Span.Start)
	if k < 0 || f.leans(c.Text) {
		return false
	}
	s := m.Seg.Sentences[k].Span
	return s.Contains(c.Span) && f.standing.Part(s.Of(m.Doc.Text), c.Span.Start-s.Start, c.Span.End-s.Start) &&
		!slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool {
			return q.Kind != nutgraf.Indirect && q.Span.Overlap(c.Span) > 0
		})
}
