package render

import (
	"cmp"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// Layer is a kind of finding that can be shown in an article's text.
type Layer uint8

// The layers. Marked is the evidence that the reader asked for.
const (
	Quotations Layer = iota
	Names
	Times
	Numbers
	Credits
	SharedText
	Cited // cited somewhere in a dossier
	Marked
	Sentences    // only where they begin
	Attributions // the cues and sources of quotations
	layers
)

var layerClass = [layers]string{"q", "e", "w", "u", "c", "s", "cited", "", "x", "q"}

// shapeless are the layers whose class is only given where a mark begins, or not
// at all.
var shapeless = [layers]bool{Marked: true, Sentences: true, Attributions: true}

// Mark lays a layer over a span of an article's text. ID, when set, names the
// place where it begins; Reading says what was found, and Kind is a class of its
// own. A Tie stands where the mark ends and leads to what belongs to it.
type Mark struct {
	Span    nutgraf.Span
	Layer   Layer
	ID      string
	Kind    string
	Tie     Tie
	Reading *Reading
}

// Tie is a link to the mark of that ID, with the words that it shows.
type Tie struct {
	To, Words string
}

// Block is a block of an article, cut where marks begin and end.
type Block struct {
	Kind   string // in words, for what is not the body; empty for the body
	Sub    bool   // a subhead
	Head   bool   // the headline
	Number int    // of the body paragraph; 0 outside the body
	Parts  []Part
}

// Part is a stretch of text under the same marks.
type Part struct {
	Text   string
	Class  string
	Marked bool
	IDs    []string
	Ties   []Tie
	// Of a text with its findings: how they were read, the narrowest first, whether
	// one of them begins here, and whether a sentence does.
	Readings []*Reading
	Begins   bool
	Bar      bool
}

// Text cuts a document into blocks and parts. The blocks' own text is all there
// is: markup that a capture had does not reach it.
func Text(d *nutgraf.Document, marks []Mark) []Block {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	out, number, next := make([]Block, 0, len(d.Blocks)), 0, 0
	var open []Mark
	for _, b := range d.Blocks {
		k := Block{Sub: b.Kind == nutgraf.Subhead, Head: b.Kind == nutgraf.Headline}
		if b.Kind.Body() {
			number++
			k.Number = number
		} else {
			k.Kind = label.Block(b.Kind)
		}
		open = slices.DeleteFunc(open, func(m Mark) bool { return m.Span.End <= b.Span.Start })
		for next < len(marks) && marks[next].Span.Start < b.Span.End {
			if marks[next].Span.End > b.Span.Start {
				open = append(open, marks[next])
			}
			next++
		}
		k.Parts = parts(d.Text, b.Span, open)
		out = append(out, k)
	}
	return out
}

// Excerpt is Text without the blocks that are empty: those kept back. The others
// keep their numbers.
func Excerpt(d *nutgraf.Document, marks []Mark) []Block {
	return slices.DeleteFunc(Text(d, marks), func(b Block) bool { return len(b.Parts) == 0 })
}

// parts cuts one block at the ends of the marks that touch it.
func parts(text string, block nutgraf.Span, marks []Mark) []Part {
	cuts := make([]int, 0, 2*len(marks)+2)
	cuts = append(cuts, block.Start, block.End)
	for _, m := range marks {
		cuts = append(cuts, min(max(m.Span.Start, block.Start), block.End), min(max(m.Span.End, block.Start), block.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	byEnd := slices.Clone(marks)
	slices.SortStableFunc(byEnd, func(a, b Mark) int { return cmp.Compare(a.Span.End, b.Span.End) })
	var over [layers]int
	var noted []Mark
	out, from, to, tied := make([]Part, 0, len(cuts)), 0, 0, 0
	for i := 0; i+1 < len(cuts); i++ {
		p := Part{Text: text[cuts[i]:cuts[i+1]]}
		for from < len(marks) && marks[from].Span.Start <= cuts[i] {
			m := marks[from]
			over[m.Layer]++
			if m.Reading != nil || m.Layer == Sentences {
				noted = append(noted, m)
			}
			if m.ID != "" && (m.Span.Start == cuts[i] || i == 0) && m.Span.Start >= block.Start {
				p.IDs = append(p.IDs, m.ID)
			}
			from++
		}
		for to < len(byEnd) && byEnd[to].Span.End <= cuts[i] {
			over[byEnd[to].Layer]--
			to++
		}
		p.Class, p.Marked = classes(over), over[Marked] > 0
		noted = slices.DeleteFunc(noted, func(m Mark) bool { return m.Span.End <= cuts[i] })
		p.note(noted, nutgraf.Span{Start: cuts[i], End: cuts[i+1]})
		for ; tied < len(byEnd) && byEnd[tied].Span.End <= cuts[i+1]; tied++ {
			if m := &byEnd[tied]; m.Tie.To != "" && m.Span.End == cuts[i+1] {
				p.Ties = append(p.Ties, m.Tie)
			}
		}
		out = append(out, p)
	}
	return out
}

// note says of a part, which takes span s, how the findings over it were read. The
// classes "b-…" and "z-…" tell where a finding of a layer begins and ends.
func (p *Part) note(marks []Mark, s nutgraf.Span) {
	var class []string
	said := false
	for _, m := range marks {
		begins := m.Span.Start == s.Start
		if m.Kind != "" {
			class = append(class, m.Kind)
		}
		switch {
		case m.Layer == Sentences:
			p.Bar = begins
			continue
		case begins && m.Layer != Attributions:
			class = append(class, "b-"+layerClass[m.Layer])
			said = said || m.Layer == Quotations
		}
		if m.Span.End == s.End && (m.Layer == Quotations || m.Layer == Credits) {
			class = append(class, "z-"+layerClass[m.Layer])
		}
		p.Begins = p.Begins || begins
	}
	p.Bar = p.Bar && !said // a quotation has its own
	p.Class = strings.Join(slices.Compact(append(strings.Fields(p.Class), class...)), " ")
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Span.Len(), b.Span.Len()) })
	for _, m := range marks {
		if m.Reading != nil {
			p.Readings = append(p.Readings, m.Reading)
		}
	}
}

func classes(over [layers]int) string {
	var b strings.Builder
	for l, n := range over {
		if n > 0 && !shapeless[l] {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(layerClass[l])
		}
	}
	return b.String()
}

// Layers lists the marks of an article's findings.
func Layers(a *nutgraf.Annotations) []Mark {
	var out []Mark
	for _, q := range a.Quotes {
		for _, s := range q.Parts {
			out = append(out, Mark{Span: s, Layer: Quotations})
		}
	}
	for _, m := range a.Mentions {
		if m.Kind == nutgraf.ByName {
			out = append(out, Mark{Span: m.Span, Layer: Names})
		}
	}
	for _, t := range a.Times {
		out = append(out, Mark{Span: t.Span, Layer: Times})
	}
	for _, q := range a.Quantities {
		out = append(out, Mark{Span: q.Span, Layer: Numbers})
	}
	for _, c := range a.Credits {
		out = append(out, Mark{Span: c.Span, Layer: Credits})
	}
	return out
}

// Shared lists the passages of a report that stand in other reports of its story.
func Shared(p *nutgraf.StoryPage, id string) []Mark {
	var out []Mark
	for _, x := range p.Provenance.Shared {
		for _, c := range []nutgraf.Cite{x.Src, x.Dst} {
			if c.Doc == id {
				out = append(out, Mark{Span: c.Span, Layer: SharedText})
			}
		}
	}
	return out
}

// Fits keeps the marks that lie within a text, on the edges of characters.
func Fits(text string, marks []Mark) []Mark {
	return slices.DeleteFunc(marks, func(m Mark) bool {
		return m.Span.Start < 0 || m.Span.IsZero() || m.Span.End > len(text) || !edge(text, m.Span.Start) || !edge(text, m.Span.End)
	})
}

func edge(text string, at int) bool { return at == len(text) || text[at]&0xC0 != 0x80 }

// Cut cuts a stretch of text so that the hits of a search are marked.
func Cut(text string, within nutgraf.Span, hits []nutgraf.Span) []Part {
	var marks []Mark
	for _, h := range hits {
		if h.Overlap(within) > 0 {
			marks = append(marks, Mark{Span: h, Layer: Marked})
		}
	}
	marks = Fits(text, marks)
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return parts(text, within, marks)
}
