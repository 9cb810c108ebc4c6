package brief

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/dateline"
	"nutgraf/internal/gist"
)

// candidate is a sentence that could stand in the nut graf.
type candidate struct {
	member   int
	span     nutgraf.Span
	keys     []string
	words    int
	order    int     // of the sentence in its report's body
	names    int     // entities it names in full or by name
	alone    float64 // how well it stands on its own, in (0, 1]
	spoken   bool    // holds marked words together with who says them
	credited bool    // names where its matter comes from
	answers  bool    // denies, or answers those who asked
	worth    float64
}

// candidates returns the sentences of the reports' bodies that can stand on
// their own and give no disputed version.
func (w *Writer) candidates(members []nutgraf.Member, f nutgraf.Findings) []candidate {
	disputed := disputedSpans(f.Conflicts)
	var out []candidate
	var terms []gist.Term
	for i, m := range members {
		order := 0
		for _, s := range m.Seg.Sentences {
			if s.Block >= 0 && s.Block < len(m.Doc.Blocks) && m.Doc.Blocks[s.Block].Kind != nutgraf.Paragraph {
				continue
			}
			order++
			s = undated(m, s)
			c := candidate{member: i, span: s.Span, order: order, words: words(m.Seg, s)}
			if c.words < 8 || c.words > 44 || touches(disputed[m.Doc.ID], s.Span) || !w.whole(m, s) {
				continue
			}
			if !w.standing(m, s, &c) {
				continue
			}
			terms = w.gist.Terms(terms[:0], m.Doc, m.Seg, s.Span)
			for _, t := range terms {
				c.keys = append(c.keys, t.Key)
			}
			slices.Sort(c.keys)
			c.keys = slices.Compact(c.keys)
			out = append(out, c)
		}
	}
	return out
}

func words(seg *nutgraf.Segments, s nutgraf.Sentence) int {
	n := 0
	for _, t := range seg.Tokens[s.First:s.Last] {
		if t.Kind == nutgraf.Word || t.Kind == nutgraf.Number {
			n++
		}
	}
	return n
}

// disputedSpans maps each report to the words on which it stands on one side of
// a hard or medium difference.
func disputedSpans(cs []nutgraf.Conflict) map[string][]nutgraf.Span {
	out := map[string][]nutgraf.Span{}
	for _, c := range cs {
		if c.Severity == nutgraf.Soft || c.Relation == nutgraf.Refine {
			continue
		}
		for _, s := range c.Sides {
			for _, e := range s.Evidence {
				out[e.Doc] = append(out[e.Doc], e.Span)
			}
		}
	}
	return out
}

func touches(spans []nutgraf.Span, s nutgraf.Span) bool {
	return slices.ContainsFunc(spans, func(x nutgraf.Span) bool { return x.Overlap(s) > 0 })
}

// undated cuts a date line off the front of a paragraph's first sentence.
func undated(m nutgraf.Member, s nutgraf.Sentence) nutgraf.Sentence {
	if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || s.Span.Start != m.Doc.Blocks[s.Block].Span.Start {
		return s
	}
	s.Span.Start += dateline.Length(s.Span.Of(m.Doc.Text))
	for s.First < s.Last && m.Seg.Tokens[s.First].Span().Start < s.Span.Start {
		s.First++
	}
	return s
}

// whole reports whether a sentence is complete: it begins like one, ends like
// one, its quotation marks pair, and it is not a question.
func (w *Writer) whole(m nutgraf.Member, s nutgraf.Sentence) bool {
	text := s.Span.Of(m.Doc.Text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	end := strings.TrimRight(text, `"'”’)`)
	if end == "" || end[len(end)-1] != '.' && end[len(end)-1] != '!' && !strings.ContainsAny(text[len(end):], `"”`) {
		return false
	}
	if strings.HasSuffix(end, "…") || strings.HasSuffix(end, "...") || strings.HasSuffix(end, "?") {
		return false
	}
	return strings.Count(text, `"`)%2 == 0 && strings.Count(text, "“") == strings.Count(text, "”") && strings.Count(text, "(") == strings.Count(text, ")")
}

// standing judges whether a sentence can be read without its neighbours: a
// pronoun or a bare role is held against it unless the sentence names whom it
// means; words in marks need their speaker beside them.
func (w *Writer) standing(m nutgraf.Member, s nutgraf.Sentence, c *candidate) bool {
	text := s.Span.Of(m.Doc.Text)
	opening, _, _ := strings.Cut(strings.ToLower(strings.TrimLeft(text, `"'“‘`)), " ")
	opening = strings.TrimRight(opening, ",:")
	quoted := false
	c.alone = 1
	for _, q := range m.Ann.Quotes {
		if q.Kind == nutgraf.Indirect || q.Span.Overlap(s.Span) == 0 {
			continue
		}
		quoted = true
		if !s.Span.Contains(q.Source) || q.Source.IsZero() || q.Name == "" || w.pronoun(m, q.Source) {
			return false
		}
		c.spoken = true
		c.names++
	}
	if !quoted && strings.ContainsAny(text, `"“`) {
		c.alone *= .7
	}
	if w.dangling[opening] && !quoted {
		return false
	}
	for _, q := range m.Ann.Quotes {
		if q.Span.Overlap(s.Span) > 0 && (q.Modality == "deny" || q.Medium == "statement") {
			c.answers = true
		}
	}
	w.mentions(m, s, quoted, c)
	if w.leans(m, s) {
		c.alone *= .4
	}
	if w.guesses(m, s) {
		c.alone *= .5
	}
	for _, cr := range m.Ann.Credits {
		if cr.Span.Overlap(s.Span) > 0 && cr.Outlet != "" {
			c.credited = true
		}
	}
	return c.names > 0
}

// guesses reports whether the reporter guesses in a sentence.
func (w *Writer) guesses(m nutgraf.Member, s nutgraf.Sentence) bool {
	return slices.ContainsFunc(m.Seg.Tokens[s.First:s.Last], func(t nutgraf.Token) bool {
		return w.guessing[strings.ToLower(t.Span().Of(m.Doc.Text))]
	})
}

// leans reports whether a personal pronoun outside quotations stands before any
// person that the sentence names or describes: it leans on the sentence before.
func (w *Writer) leans(m nutgraf.Member, s nutgraf.Sentence) bool {
	for _, t := range m.Seg.Tokens[s.First:s.Last] {
		at := t.Span()
		if !w.personal[strings.ToLower(at.Of(m.Doc.Text))] {
			continue
		}
		inside := slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool { return q.Kind != nutgraf.Indirect && q.Span.Contains(at) })
		before := slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
			return x.Kind != nutgraf.ByPronoun && x.Span.Start >= s.Span.Start && x.Span.End <= at.Start
		})
		if !inside && !before {
			return true
		}
	}
	return false
}

// pronoun reports whether a span is a pronoun, which says nobody's name.
func (w *Writer) pronoun(m nutgraf.Member, s nutgraf.Span) bool {
	return w.personal[strings.ToLower(s.Of(m.Doc.Text))]
}

// mentions weighs the names of a sentence against its pronouns and roles.
func (w *Writer) mentions(m nutgraf.Member, s nutgraf.Sentence, quoted bool, c *candidate) {
	named := map[int]bool{}
	for _, x := range m.Ann.Mentions {
		if !s.Span.Contains(x.Span) {
			continue
		}
		if x.Kind == nutgraf.ByName {
			c.names++
			if x.Entity >= 0 {
				named[x.Entity] = true
				e := m.Ann.Entities[x.Entity]
				if e.Type == nutgraf.Character {
					c.alone *= .5 // a plot retold is no news
				}
				if e.Type == nutgraf.Person && !strings.Contains(x.Span.Of(m.Doc.Text), " ") && strings.Contains(e.Name, " ") {
					c.alone *= .93 // a bare surname
				}
			}
			continue
		}
		inside := false
		for _, q := range m.Ann.Quotes {
			inside = inside || q.Kind != nutgraf.Indirect && q.Span.Contains(x.Span)
		}
		switch {
		case inside || named[x.Entity]:
		case x.Span.Start-s.Span.Start < 5:
			c.alone *= .4
		default:
			c.alone *= .75
		}
	}
}

// commonKeys gives, for each key, the share of the other reports that use it;
// in a story of one report, how early and often the report uses it.
func commonKeys(cs []candidate, reports int) map[string]float64 {
	type use struct{ sum, best float64 } // over reports, by how early each uses it
	first := map[string]map[int]float64{}
	for _, c := range cs {
		for _, k := range c.keys {
			if first[k] == nil {
				first[k] = map[int]float64{}
			}
			first[k][c.member] = max(first[k][c.member], early(c.order))
		}
	}
	out := make(map[string]float64, len(first))
	for k, in := range first {
		var u use
		for i := range reports {
			u.sum += in[i]
			u.best = max(u.best, in[i])
		}
		if reports > 1 {
			out[k] = (u.sum-u.best)/float64(reports-1) + .1*u.best
		} else {
			out[k] = u.best
		}
	}
	return out
}

// early weighs the place of a report's sentence: news is told first, the plot
// and the history after it.
func early(order int) float64 { return 1 / (1 + .22*float64(order-1)) }

// worth is what a sentence tells of the common matter for its length.
func worth(c candidate, common map[string]float64) float64 {
	sum := 0.0
	for _, k := range c.keys {
		sum += common[k]
	}
	position := 1 / (1 + .25*float64(c.order-1))
	if c.words > 28 {
		position *= 28 / float64(c.words)
	}
	return c.alone * position * sum / math.Pow(float64(len(c.keys)+3), .55)
}

// gain is the worth of what a sentence adds to those already chosen. The first
// sentence is not to be a quotation; after it, words with their speaker and a
// named source are welcome.
func (w *Writer) gain(c candidate, common map[string]float64, told map[string]bool, chosen int) float64 {
	if chosen == 0 {
		if c.spoken {
			return c.worth * .5
		}
		return c.worth
	}
	fresh, all := 0.0, 0.0
	for _, k := range c.keys {
		all += common[k]
		if !told[k] {
			fresh += common[k]
		}
	}
	if all == 0 || fresh < .25*all {
		return 0
	}
	g := c.worth * fresh / all
	if c.spoken && chosen == 1 {
		g *= 2
	}
	if c.credited {
		g *= 1.15
	}
	if c.answers {
		g *= 1.8
	}
	return g
}
