package eval

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/compare/claim"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// Compared is a story of a labelled set with its findings.
type Compared struct {
	Label    string
	Members  []nutgraf.Member
	Findings nutgraf.Findings
}

// Compare compares the stories of a set: a labelled one; "stream:YYYY-MM", the
// stories of three reports or more that the program itself makes of a month of the
// stream, or "pairs:", those of two; "headed:", each report of the month beside
// its own headline; or "annotated", the project's own annotated stories, or "seen",
// those of them that may be read.
func (p *Program) Compare(d Data, set string) ([]Compared, error) {
	stories, err := p.storiesOf(d, set)
	if err != nil {
		return nil, err
	}
	return each(len(stories), func(i int) Compared { return p.compared(stories[i].label, stories[i].inputs) }), nil
}

// compared compares articles that are one story, in the order in which pages show them.
// An article that cannot be read is left out.
func (p *Program) compared(label string, in []Input) Compared {
	out := Compared{Label: label}
	for _, x := range in {
		if m, ok := p.member(x); ok {
			out.Members = append(out.Members, m)
		}
	}
	out.Members = p.comparer.Order(out.Members)
	out.Findings = p.comparer.Compare(out.Members)
	return out
}

// labelled is a story before it is read.
type labelled struct {
	label  string
	inputs []Input
}

func (p *Program) storiesOf(d Data, set string) ([]labelled, error) {
	switch {
	case set == "newsroom":
		in, err := sampleStories()
		return name(in), err
	case set == "findings":
		rows, err := Rows[storyRow](d, "stories/findings/articles.jsonl")
		return p.grouped(rows, 1, len(rows)), err
	case set == "annotated" || set == "seen":
		stream, unread := p.articles(d)
		golds, err := OwnGolds()
		if err != nil {
			return nil, err
		}
		if set == "seen" {
			golds = slices.DeleteFunc(golds, func(g FindingsGold) bool { return g.Split != "seen" })
		}
		rows, err := Rows[storyRow](d, "stories/ecbplus.jsonl.gz")
		return annotated(golds, slices.Concat(stream, rows)), errors.Join(unread, err)
	case set == "reports":
		rows, err := Rows[QuoteDoc](d, "reports/quotes.jsonl")
		var in []Input
		for _, x := range rows {
			in = append(in, Input{ID: x.DocID, Text: x.Text, Date: x.Date, Title: x.Title, Outlet: x.Source})
		}
		return []labelled{{"reports", in}}, err
	case strings.HasPrefix(set, "stream:"):
		stream, err := p.articles(d)
		return p.grouped(monthOf(stream, strings.TrimPrefix(set, "stream:")), 3, len(stream)), err
	case strings.HasPrefix(set, "pairs:"):
		stream, err := p.articles(d)
		return p.grouped(monthOf(stream, strings.TrimPrefix(set, "pairs:")), 2, 2), err
	case strings.HasPrefix(set, "headed:"):
		stream, err := p.articles(d)
		return titled(monthOf(stream, strings.TrimPrefix(set, "headed:"))), err
	}
	rows, err := Rows[storyRow](d, "stories/"+set+".jsonl.gz")
	return name(together(rows, func(string) bool { return true })), err
}

// annotated makes the annotated stories of the rows of their articles.
func annotated(golds []FindingsGold, rows []storyRow) []labelled {
	var out []labelled
	for _, g := range golds {
		x := labelled{label: g.Story}
		for _, row := range rows {
			if slices.ContainsFunc(g.Articles, func(a goldArticle) bool { return a.ID == row.ID }) {
				x.inputs = append(x.inputs, row.input())
			}
		}
		out = append(out, x)
	}
	return out
}

// titled makes each row a story of its own, with its title at the head of its text,
// where most rows of the stream do not have it.
func titled(rows []storyRow) []labelled {
	var out []labelled
	for _, x := range rows {
		in := x.input()
		if in.Title != "" && !strings.HasPrefix(in.Text, in.Title) {
			in.Text = in.Title + "\n\n" + in.Text
		}
		out = append(out, labelled{in.ID, []Input{in}})
	}
	return out
}

// name labels stories by their first report.
func name(stories [][]Input) []labelled {
	var out []labelled
	for _, in := range stories {
		if len(in) > 0 {
			out = append(out, labelled{in[0].ID, in})
		}
	}
	return out
}

// articles returns the articles of the stream, which are read once. They are not to be changed.
func (p *Program) articles(d Data) ([]storyRow, error) {
	p.reading.Do(func() { p.stream, p.unread = Rows[storyRow](d, "stories/allsides_stream.jsonl.gz") })
	return p.stream, p.unread
}

// monthOf returns the rows of a month.
func monthOf(rows []storyRow, month string) []storyRow {
	return slices.DeleteFunc(slices.Clone(rows), func(x storyRow) bool { return !strings.HasPrefix(x.Date, month) })
}

// grouped makes stories of rows as the program does, and keeps those of least to
// most reports.
func (p *Program) grouped(rows []storyRow, least, most int) []labelled {
	var in []Input
	for _, x := range rows {
		in = append(in, Input{ID: x.ID, Text: x.Text, Date: x.Date, Title: x.Title, Outlet: x.Source, URL: x.URL})
	}
	stories, _ := p.Group(in)
	at := map[string]int{}
	var out [][]Input
	for _, x := range in {
		s := stories[x.ID]
		i, ok := at[s]
		if !ok {
			i = len(out)
			at[s], out = i, append(out, nil)
		}
		out[i] = append(out[i], x)
	}
	return name(slices.DeleteFunc(out, func(x []Input) bool { return len(x) < least || len(x) > most }))
}

// Show writes a difference out for a reader: what it says, and each side's
// evidence in its whole sentence.
func (c Compared) Show(x nutgraf.Conflict) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s: %s -- %s\n", x.Kind, x.Severity, x.Relation, x.Matter, x.Why)
	for _, s := range x.Sides {
		fmt.Fprintf(&b, "   [%s] %s (by %s)\n", s.Letter, s.Value, s.By)
		for _, e := range s.Evidence {
			i := slices.IndexFunc(c.Members, func(m nutgraf.Member) bool { return m.Doc.ID == e.Doc })
			m := c.Members[i]
			at, sent := m.Seg.SentenceAt(e.Span.Start), e.Span
			if at >= 0 {
				sent = m.Seg.Sentences[at].Span
			}
			text := m.Doc.Text
			if !sent.Contains(e.Span) {
				sent = e.Span
			}
			fmt.Fprintf(&b, "      %s %d-%d %s: %s⟦%s⟧%s\n", e.Doc, e.Span.Start, e.Span.End, m.Doc.Published.Value, text[sent.Start:e.Span.Start], e.Text, text[e.Span.End:sent.End])
		}
	}
	return b.String()
}

// Pairs returns the pairs of numbers of the stories of a set, of which the
// judgement of matters is fitted.
func (p *Program) Pairs(d Data, set string, days bool) ([]claim.Pair, error) {
	stories, err := p.Compare(d, set)
	if err != nil {
		return nil, err
	}
	pack, err := lang.Load("en")
	if err != nil {
		return nil, err
	}
	f := claim.New(pack, gist.New(pack), standing.New(pack))
	var out []claim.Pair
	for _, s := range stories {
		pairs := f.Pairs
		if days {
			pairs = f.DayPairs
		}
		pairs(s.Members, s.Findings.Entities, s.Findings.Times, func(x claim.Pair) { out = append(out, x) })
	}
	return out, nil
}
