package page

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// headline borrows the title of the report that states the event most plainly:
// in the words that most reports use, briefly, and without what is disputed.
// Where no report has a title, the nut graf's first sentence, or the lead of
// the report that shares most words, stands in its place.
func headline(members []nutgraf.Member, f nutgraf.Findings, b nutgraf.Brief) (string, nutgraf.Cite) {
	spread := spread(members)
	best, at := 0.0, -1
	for i, m := range members {
		if m.Doc.Title == "" {
			continue
		}
		s := plain(m.Doc.Title, spread, len(members))
		if disputed(m.Doc.ID, m.Doc.TitleSpan, f.Conflicts) {
			s /= 8
		}
		if s > best && (len(members) < 3 || s*float64(len(members)) >= known) {
			best, at = s, i
		}
	}
	if at >= 0 {
		d := members[at].Doc
		if d.TitleSpan.IsZero() {
			return d.Title, nutgraf.Cite{Ref: nutgraf.Ref{Doc: d.ID}, Text: d.Title}
		}
		return d.Title, d.Cite(d.TitleSpan)
	}
	return lead(members, b)
}

// known is the number of reports that must, on average, use the words of a title
// for it to be lent to the story.
const known = 1.5

// spread counts, for every word of the titles and openings, the reports that
// have it.
func spread(members []nutgraf.Member) map[uint64]int {
	in := map[uint64]int{}
	last := map[uint64]int{}
	var words []fold.Word
	for i, m := range members {
		words = fold.Words(words[:0], m.Doc.Title, 0)
		words = fold.Words(words, opening(m.Doc), 0)
		for _, w := range words {
			if last[w.Key] != i+1 {
				last[w.Key] = i + 1
				in[w.Key]++
			}
		}
	}
	return in
}

const openingBytes = 1500

func opening(d *nutgraf.Document) string {
	for _, b := range d.Blocks {
		if b.Kind.Body() {
			end := min(len(d.Text), b.Span.Start+openingBytes)
			for end < len(d.Text) && d.Text[end]&0xC0 == 0x80 {
				end++
			}
			return d.Text[b.Span.Start:end]
		}
	}
	return ""
}

// plain scores a title: the mean share of reports that use its words, less for
// length, questions, exclamations and quoted talk.
func plain(title string, spread map[uint64]int, reports int) float64 {
	words := fold.Words(nil, title, 0)
	if len(words) < 3 {
		return 0
	}
	sum, n := 0.0, 0.0
	for _, w := range words {
		if w.End-w.Start < 4 {
			continue
		}
		n++
		sum += float64(spread[w.Key]) / float64(reports)
	}
	if n == 0 {
		return 0
	}
	s := sum / n
	if len(words) > 12 {
		s *= 12 / float64(len(words))
	}
	if strings.ContainsAny(title, "?!") {
		s *= .5
	}
	if strings.ContainsAny(title, "“”\"|") {
		s *= .8
	}
	return s
}

// disputed reports whether a title is evidence of a side of a hard or medium
// difference.
func disputed(doc string, title nutgraf.Span, all []nutgraf.Conflict) bool {
	for _, c := range all {
		if c.Severity == nutgraf.Soft {
			continue
		}
		for _, s := range c.Sides {
			for _, e := range s.Evidence {
				if e.Doc == doc && e.Span.Overlap(title) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// leadWords is the number of words below which an opening sentence is hardly the
// news.
const leadWords = 7

// lead stands in for a headline where no report has one.
func lead(members []nutgraf.Member, b nutgraf.Brief) (string, nutgraf.Cite) {
	if len(b.Lines) > 0 && len(b.Lines[0].Cites) > 0 {
		return b.Lines[0].Text, b.Lines[0].Cites[0]
	}
	spread := spread(members)
	best, text, cite := -1.0, "", nutgraf.Cite{}
	for _, m := range members {
		for _, s := range m.Seg.Sentences {
			if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || m.Doc.Blocks[s.Block].Kind != nutgraf.Paragraph {
				continue
			}
			t := s.Span.Of(m.Doc.Text)
			v := plain(t, spread, len(members))
			if len(fold.Words(nil, t, 0)) < leadWords {
				v /= 2
			}
			if v > best {
				best, text, cite = v, t, m.Doc.Cite(s.Span)
			}
			break
		}
	}
	return text, cite
}
