package variant

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
)

// piece is one quotation of one report, or one fragment of a mixed one: its
// words inside the marks.
type piece struct {
	doc, quote int
	q          *nutgraf.Quote
	spans      []nutgraf.Span // the stretches inside the marks
	words      []fold.Word
	keys       []uint64
	stems      []uint64 // keys with a plural\'s or a third person\'s "s" taken off
	speaker    int      // index into the cast, or -1
	of         int      // the pieces that the quotation has
	turn       bool     // what its label opens, as a transcript has it
	fills      bool     // it stands in a paragraph by itself
}

// marks pairs opening quotation marks with the ones that can close them.
var marks = map[rune]string{
	'"': "\"”“", '“': "”\"“", '”': "”\"", '„': "“”\"", '«': "»", '»': "«",
	'‘': "’'", '\'': "'’",
}

// inside returns the stretches of span that stand inside quotation marks, or
// span itself where there are none. Single marks count only where no double
// marks are, and only at the edges of words.
func inside(text string, span nutgraf.Span) []nutgraf.Span {
	if out := pairs(text, span, "\"“”„«»"); len(out) > 0 {
		return out
	}
	if out := pairs(text, span, "‘'"); len(out) > 0 {
		return out
	}
	return []nutgraf.Span{span}
}

func pairs(text string, span nutgraf.Span, opening string) []nutgraf.Span {
	var out []nutgraf.Span
	open, closers := -1, ""
	s := span.Of(text)
	for at, r := range s {
		n := utf8.RuneLen(r)
		if n < 0 {
			n = 1
		}
		switch {
		case open < 0 && strings.ContainsRune(opening, r) && edge(s, at, true):
			open, closers = at+n, marks[r]
		case open >= 0 && strings.ContainsRune(closers, r) && edge(s, at+n, false):
			if at > open {
				out = append(out, nutgraf.Span{Start: span.Start + open, End: span.Start + at})
			}
			open = -1
		}
	}
	if open >= 0 && open < len(s) {
		out = append(out, nutgraf.Span{Start: span.Start + open, End: span.End})
	}
	return out
}

// edge reports whether a mark at offset at stands where a quotation can begin
// (no letter before it) or end (no letter after it).
func edge(s string, at int, begin bool) bool {
	var r rune
	if begin {
		r, _ = utf8.DecodeLastRuneInString(s[:at])
	} else {
		r, _ = utf8.DecodeRuneInString(s[at:])
	}
	return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9')
}

// quoted returns the direct and mixed quotations of every report. A quotation
// that stands inside another is left to the one that holds it.
func (f *finder) quoted() []piece {
	var out []piece
	for d, m := range f.members {
		reach := -1
		for i := range m.Ann.Quotes {
			q := &m.Ann.Quotes[i]
			if q.Kind == nutgraf.Indirect || q.Span.End <= reach || f.handsOn(d, i) {
				continue
			}
			reach = max(reach, q.Span.End)
			all := f.stretches(d, q)
			for _, spans := range all {
				if p := f.piece(d, i, q, spans); len(p.words) > 0 {
					p.of, p.turn, p.fills = len(all), labelled(m.Doc.Text, q), fills(m.Doc, q)
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// handsOn reports whether quotation i of report d only hands on what the next, which stands
// within it, gives to a person by name: “according to the Post, Hale said it was “lost””.
// An outlet or a paper carries words; the person says them.
func (f *finder) handsOn(d, i int) bool {
	all := f.members[d].Ann.Quotes
	q := &all[i]
	if q.Kind != nutgraf.Mixed || q.Name != "" && f.rank(q.Name) == 0 {
		return false
	}
	text := f.members[d].Doc.Text
	for j := i + 1; j < len(all) && all[j].Span.Start < q.Span.End; j++ {
		in := &all[j]
		if in.Kind == nutgraf.Indirect || in.Name == "" || f.rank(in.Name) > 0 || !q.Span.Contains(in.Span) {
			continue
		}
		return !slices.ContainsFunc(marked(text, inside(text, q.Span)), func(s nutgraf.Span) bool { return !in.Span.Contains(s) })
	}
	return false
}

// labelled reports whether a quotation is a turn of a transcript: its speaker
// stands before it with a colon, and nothing marks it.
func labelled(text string, q *nutgraf.Quote) bool {
	return q.Kind == nutgraf.Direct && !q.Source.IsZero() && q.Cue.IsZero() && q.Source.End < q.Span.Start &&
		strings.TrimSpace(text[q.Source.End:q.Span.Start]) == ":" && opening(text, q.Span.Start) == 0
}

// stretches returns what a quotation has inside its marks. The fragments of a
// mixed one are taken apart where its own words stand between them.
func (f *finder) stretches(d int, q *nutgraf.Quote) [][]nutgraf.Span {
	text := f.members[d].Doc.Text
	parts := q.Parts
	if len(parts) == 0 {
		parts = []nutgraf.Span{q.Span}
	}
	var spans []nutgraf.Span
	for _, part := range parts {
		if q.Kind == nutgraf.Direct {
			spans = append(spans, stripped(text, part))
		} else {
			spans = append(spans, inside(text, part)...)
		}
	}
	if q.Kind == nutgraf.Mixed {
		spans = marked(text, spans)
	}
	spans = slices.DeleteFunc(spans, nutgraf.Span.IsZero)
	if q.Kind == nutgraf.Direct || len(spans) < 2 {
		return [][]nutgraf.Span{spans}
	}
	out := [][]nutgraf.Span{{spans[0]}}
	for k := 1; k < len(spans); k++ {
		between := nutgraf.Span{Start: spans[k-1].End, End: spans[k].Start}
		if between.Len() > 0 && len(fold.Words(nil, between.Of(text), 0)) > 1 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], spans[k])
	}
	return out
}

func (f *finder) piece(d, i int, q *nutgraf.Quote, spans []nutgraf.Span) piece {
	p := piece{doc: d, quote: i, q: q, spans: spans, speaker: f.cast.Of(d, q.Speaker)}
	text := f.members[d].Doc.Text
	for _, s := range p.spans {
		p.words = fold.Words(p.words, s.Of(text), s.Start)
	}
	p.keys, p.stems = make([]uint64, len(p.words)), make([]uint64, len(p.words))
	for k, w := range p.words {
		p.keys[k], p.stems[k] = w.Key, stem(text[w.Start:w.End], w.Key)
	}
	return p
}

// stem returns the key of a word without a final "s", so that "service" and
// "services" are found to stand in one place.
func stem(word string, key uint64) uint64 {
	n := len(word)
	if n > 4 && word[n-1] == 's' && word[n-2] != 's' && word[n-2] != '\'' {
		return fold.Key(word[:n-1])
	}
	return key
}

// stripped takes one pair of marks off the ends of a part.
func stripped(text string, part nutgraf.Span) nutgraf.Span {
	part = trim(text, part)
	if r, n := utf8.DecodeRuneInString(part.Of(text)); marks[r] != "" {
		part.Start += n
	}
	if part.IsZero() {
		return nutgraf.Span{}
	}
	if r, n := utf8.DecodeLastRuneInString(part.Of(text)); strings.ContainsRune("\"“”„«»‘’'", r) {
		part.End -= n
	}
	return trim(text, part)
}

// marked keeps, of a mixed quotation's stretches, those inside marks, when
// there are any.
func marked(text string, spans []nutgraf.Span) []nutgraf.Span {
	kept := slices.DeleteFunc(slices.Clone(spans), func(s nutgraf.Span) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		return !strings.ContainsRune("\"“”„«»‘’'", before)
	})
	if len(kept) == 0 {
		return spans
	}
	return kept
}

// raw is a word as it stands, with the marks that cling to it. space tells
// whether a space follows; bracket whether it stands inside square brackets.
type raw struct {
	span    nutgraf.Span
	space   bool
	bracket bool
}

// raws adds the words of p in [lo, hi) as they stand in text.
func (p *piece) raws(dst []raw, text string, lo, hi int) []raw {
	depth := 0
	for k := lo; k < hi; k++ {
		part := p.part(k)
		r := raw{span: nutgraf.Span{Start: int(p.words[k].Start), End: int(p.words[k].End)}, space: true}
		if k == 0 || p.part(k-1) != part {
			r.span.Start = part.Start
		} else {
			_, r.span.Start = gap(text, int(p.words[k-1].End), int(p.words[k].Start))
		}
		if k+1 < len(p.words) && p.part(k+1) == part {
			var next int
			r.span.End, next = gap(text, int(p.words[k].End), int(p.words[k+1].Start))
			r.space = next > r.span.End
		} else {
			r.span.End = part.End
		}
		r.span = trim(text, r.span)
		depth += strings.Count(text[r.span.Start:p.words[k].End], "[")
		r.bracket = depth > 0
		depth = max(0, depth-strings.Count(text[p.words[k].Start:r.span.End], "]"))
		dst = append(dst, r)
	}
	return dst
}

// part returns the stretch that holds word k.
func (p *piece) part(k int) nutgraf.Span {
	at, _ := slices.BinarySearchFunc(p.spans, int(p.words[k].Start), func(s nutgraf.Span, start int) int {
		if s.End <= start {
			return -1
		}
		if s.Start > start {
			return 1
		}
		return 0
	})
	return p.spans[at]
}

// gap parts what stands between two words at its last white space: the marks
// before it cling to the word on the left, the ones behind it to the right.
// Without white space all clings to the left.
func gap(text string, from, to int) (left, right int) {
	between := text[from:to]
	if between == " " {
		return from, to // as most are
	}
	cut := strings.LastIndexAny(between, spaces)
	if cut < 0 {
		return to, to
	}
	_, n := utf8.DecodeRuneInString(between[cut:])
	return trim(text, nutgraf.Span{Start: from, End: from + cut}).End, from + cut + n
}

const spaces = " \t\r\n\u00a0\u2009\u202f"

func trim(text string, s nutgraf.Span) nutgraf.Span {
	in := s.Of(text)
	if in != "" && bare(in[0]) && bare(in[len(in)-1]) {
		return s
	}
	s.Start += len(in) - len(strings.TrimLeft(in, spaces))
	in = s.Of(text)
	s.End -= len(in) - len(strings.TrimRight(in, spaces))
	return s
}

// bare reports whether a byte is a character that is no white space.
func bare(c byte) bool { return c > ' ' && c < utf8.RuneSelf }
