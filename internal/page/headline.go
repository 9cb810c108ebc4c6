package page

import (
	"slices"
	"strings"
	"unicode"

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
		if len(members) > 2 && s*float64(len(members)) < known {
			continue
		}
		if angled(m.Doc.Title) {
			s /= 2
		}
		if s > best {
			best, at = s, i
		}
	}
	if at >= 0 {
		return bare(members[at].Doc)
	}
	return lead(members, b)
}

// bare is a report's title without the outlet's name before or behind it.
func bare(d *nutgraf.Document) (string, nutgraf.Cite) {
	from, to := trimmed(d.Title, d.Outlet)
	if span := d.TitleSpan; !span.IsZero() && span.Of(d.Text) == d.Title {
		c := d.Cite(nutgraf.Span{Start: span.Start + from, End: span.Start + to})
		return c.Text, c
	}
	return d.Title[from:to], nutgraf.Cite{Ref: nutgraf.Ref{Doc: d.ID}, Text: d.Title[from:to]}
}

// trimmed returns where a title begins and ends without the name of its outlet
// ("The Vale Gazette: Ferry hits mole", "Ferry hits mole | Vale Gazette").
func trimmed(title, outlet string) (from, to int) {
	to = len(title)
	for _, mark := range []string{" | ", " - ", " – ", " — ", " » "} {
		if i := strings.LastIndex(title[:to], mark); i > 0 && (mark == " | " || same(title[i+len(mark):to], outlet)) {
			to = i
		}
	}
	if i := strings.Index(title[:to], ": "); i > 0 && same(title[:i], outlet) {
		from = i + len(": ")
	}
	return from, to
}

// same reports whether words are the name of an outlet, articles aside.
func same(words, outlet string) bool {
	norm := func(s string) string {
		return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(s)), ".com"), "the ")
	}
	return outlet != "" && norm(words) == norm(outlet)
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

// openings and addresses mark a title that teases, lists or comments.
var (
	openings  = []string{"how ", "why ", "what ", "when ", "here", "these ", "this ", "get ready", "opinion", "analysis", "editorial", "column", "watch", "meet ", "live", "photos", "video", "everything "}
	addresses = map[string]bool{"you": true, "your": true, "we": true, "our": true, "us": true, "i": true, "me": true, "my": true, "let's": true}
	musings   = []string{" may ", " might ", " could ", " should ", " must ", ", explained", "what to watch", "takeaways", "it looks like", "need to know", "things to know", "winners and losers", "biggest winners", "what we know", "fact check", "fact-check"}
)

// angled reports whether a title gives an angle on the event in place of the
// event: it opens as a teaser or a list does, weighs what may come, or speaks for
// the writer.
func angled(title string) bool {
	low := strings.ToLower(strings.TrimLeft(title, "'\"“‘"))
	for _, o := range openings {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	if _, behind, ok := strings.Cut(low, ": "); ok && slices.ContainsFunc(openings, func(o string) bool { return strings.HasPrefix(behind, o) }) {
		return true
	}
	if low != "" && low[0] >= '1' && low[0] <= '9' && strings.Contains(low, " things ") {
		return true
	}
	if slices.ContainsFunc(musings, func(m string) bool { return strings.Contains(low, m) }) {
		return true
	}
	for w := range strings.FieldsFuncSeq(low, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '.' }) {
		if addresses[strings.ReplaceAll(w, "’", "'")] && !strings.Contains(title, "US") {
			return true
		}
	}
	return false
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
