package alone

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/gist"
)

// tellings answer how much of a statement a report tells in one place.
type tellings struct {
	*gist.Index
	asked map[string]asked // by claim, what was found out when it was first asked about
}

// asked is how much of a claim each report tells in one place; nothing when its
// label is no whole statement.
type asked struct {
	whole         bool
	shares, plain map[int]float64 // of all its words, and of those that are no names
}

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

// notFound returns the claims of which a report has next to nothing. A claim
// whose label is no whole statement is not asked about.
func (f *Finder) notFound(s Story, i int, t *tellings) []string {
	var out []string
	for _, c := range s.Claims {
		if slices.ContainsFunc(c.Support, func(x nutgraf.Support) bool { return x.Cite.Doc == s.Members[i].Doc.ID }) {
			continue
		}
		if a := f.ask(s, c, t); a.whole && a.shares[i] < trace && a.plain[i] < tracePlain {
			out = append(out, c.ID)
		}
	}
	return out
}

// ask finds out once how much of a claim each report tells.
func (f *Finder) ask(s Story, c nutgraf.Claim, t *tellings) asked {
	a, known := t.asked[c.ID]
	if known {
		return a
	}
	at := slices.IndexFunc(s.Members, func(m nutgraf.Member) bool { return m.Doc.ID == c.Label.Doc })
	if at >= 0 && f.whole(&s.Members[at], c.Label) {
		a = asked{true, t.Shares(t.Terms(at, c.Label.Span, nutgraf.Span{})), t.Shares(t.Plain(at, c.Label.Span, nutgraf.Span{}))}
	}
	t.asked[c.ID] = a
	return a
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
