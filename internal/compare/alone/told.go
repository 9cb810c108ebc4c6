package alone

import (
	"math"
	"slices"

	"nutgraf"
)

// tellings know where each content word of a story stands, so that it can be
// asked how much of a sentence a report tells in one place.
type tellings struct {
	sentences [][][]string // by report and sentence: its terms
	places    map[string][]place
	idf       map[string]float64
	asked     map[string]asked // by claim, what was found out when it was first asked about
}

// asked is how much of a claim each report tells in one place; nothing when its
// label is no whole statement.
type asked struct {
	whole  bool
	shares map[int32]float64
}

// place is a sentence of a report.
type place struct{ member, sentence int32 }

// common is the number of sentences from which a word is so common in the story
// that it tells no sentence from another.
const common = 400

// tell reads the sentences of the reports.
func (f *Finder) tell(members []nutgraf.Member) *tellings {
	t := &tellings{places: map[string][]place{}, idf: map[string]float64{}, asked: map[string]asked{}, sentences: make([][][]string, len(members))}
	n := 0
	for i := range members {
		n += len(members[i].Seg.Sentences)
		for k, s := range members[i].Seg.Sentences {
			terms := f.terms(&members[i], s.Span)
			t.sentences[i] = append(t.sentences[i], terms)
			for _, key := range terms {
				t.places[key] = append(t.places[key], place{int32(i), int32(k)})
			}
		}
	}
	for key, at := range t.places {
		t.idf[key] = math.Log(1 + float64(n)/float64(len(at)))
	}
	return t
}

// terms are the content words and numbers of a stretch of text, each once.
func (f *Finder) terms(m *nutgraf.Member, span nutgraf.Span) []string {
	var out []string
	add := func(key string) {
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	for _, t := range f.gist.Terms(nil, m.Doc, m.Seg, span) {
		add(t.Key)
	}
	for i := m.Seg.TokenAt(span.Start); i < len(m.Seg.Tokens) && int(m.Seg.Tokens[i].Start) < span.End; i++ {
		if t := m.Seg.Tokens[i]; t.Kind == nutgraf.Number {
			add(t.Span().Of(m.Doc.Text))
		}
	}
	return out
}

// share is the most that a report other than but tells of the terms in one
// sentence and the one behind it, as a share of their weight.
func (t *tellings) share(terms []string, but int) float64 {
	best := 0.0
	for member, part := range t.shares(terms) {
		if int(member) != but {
			best = max(best, part)
		}
	}
	return best
}

// shares gives, for each report that has any of the terms, the most that it
// tells of them in one sentence and the one behind it.
func (t *tellings) shares(terms []string) map[int32]float64 {
	total := 0.0
	at := map[place]float64{}
	for _, key := range terms {
		total += t.idf[key]
		if len(t.places[key]) > common {
			continue
		}
		for _, p := range t.places[key] {
			at[p] += t.idf[key]
		}
	}
	best := map[int32]float64{}
	for p, w := range at {
		if next := (place{p.member, p.sentence + 1}); w+at[next] > best[p.member]*total {
			best[p.member] = max(best[p.member], t.pair(terms, p)/total)
		}
	}
	return best
}

// pair is the weight of the terms that a sentence and the one behind it tell.
func (t *tellings) pair(terms []string, p place) float64 {
	all := t.sentences[p.member]
	sum := 0.0
	for _, key := range terms {
		if slices.Contains(all[p.sentence], key) || int(p.sentence)+1 < len(all) && slices.Contains(all[p.sentence+1], key) {
			sum += t.idf[key]
		}
	}
	return sum
}

// Of a claim that is said not to be found in a report the report tells less than
// this share in any one place, and it is said of few claims a report.
const (
	trace    = .4
	unfounds = 3
)

// notFound returns the claims of which a report has next to nothing. A claim
// whose label is no whole statement is not asked about.
func (f *Finder) notFound(s Story, i int, told *tellings) []string {
	var out []string
	for _, c := range s.Claims {
		if len(out) == unfounds {
			break
		}
		if slices.ContainsFunc(c.Support, func(x nutgraf.Support) bool { return x.Cite.Doc == s.Members[i].Doc.ID }) {
			continue
		}
		if a := f.ask(s, c, told); a.whole && a.shares[int32(i)] < trace {
			out = append(out, c.ID)
		}
	}
	return out
}

// ask finds out once how much of a claim each report tells.
func (f *Finder) ask(s Story, c nutgraf.Claim, told *tellings) asked {
	a, known := told.asked[c.ID]
	if known {
		return a
	}
	at := slices.IndexFunc(s.Members, func(m nutgraf.Member) bool { return m.Doc.ID == c.Label.Doc })
	if at >= 0 && f.whole(&s.Members[at], c.Label) {
		a = asked{true, told.shares(f.terms(&s.Members[at], c.Label.Span))}
	}
	told.asked[c.ID] = a
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
