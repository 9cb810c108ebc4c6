package provenance

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// core is what a report tells first.
type core struct {
	title []string // the content words of its headline
	lead  []int    // its headline's, its standfirst's and the first sentences of its body
	end   int      // where the body's first sentence ends
}

// leadSentences is the number of sentences of the body that tell the news.
const leadSentences = 4

func (g *graph) core(i int) core {
	c, ok := g.cores[i]
	if ok {
		return c
	}
	m := g.Members[i]
	left := leadSentences
	for k, s := range m.Seg.Sentences {
		if kind := m.Doc.Blocks[s.Block].Kind; kind != nutgraf.Headline && kind != nutgraf.Standfirst {
			if left == 0 {
				break
			}
			if left--; c.end == 0 {
				c.end = s.Span.End
			}
		}
		c.lead = append(c.lead, k)
	}
	c.title = g.words.Words(m.Doc.Title)
	g.cores[i] = c
	return c
}

// Of a sentence that tells the news this share of the words is also in the
// headline or the rest of the lead of its report, or in those of another report;
// of one in the opening, where reports say where their news is from, less is
// asked for. A sentence of one word of its own tells too little to judge.
const (
	coreShare    = .45
	openingShare = .3
	coreLeast    = 2
)

// tellsNews reports whether the sentence of a credit tells what the story is
// about, and not something that led to it or goes with it.
func (g *graph) tellsNews(i int, at nutgraf.Span, least float64) bool {
	m := g.Members[i]
	k := m.Seg.SentenceAt(at.Start)
	switch {
	case k < 0:
		return false
	case at.Start < g.core(i).end || g.definite(i, at):
		return true
	}
	own := slices.DeleteFunc(g.Told.Terms(i, m.Seg.Sentences[k].Span, at), func(x string) bool { return g.hollow[x] })
	switch {
	case len(own) == 0:
		return true // it only says who had the news
	case len(own) < coreLeast:
		return false
	}
	news := slices.Clone(g.core(i).title)
	for _, x := range g.core(i).lead {
		if x != k {
			news = append(news, g.Told.Sentence(i, x)...)
		}
	}
	total, first := g.Told.Weight(own), g.firstTold()
	told := make([]float64, len(g.Members)) // how much of the sentence each report tells first
	for _, x := range own {
		if slices.Contains(news, x) {
			told[i] += g.Told.Weigh(x)
		}
		for _, j := range first[x] {
			if j != i {
				told[j] += g.Told.Weigh(x)
			}
		}
	}
	return slices.ContainsFunc(told, func(w float64) bool { return w/total >= least })
}

// firstHad reports whether what a credit says was first reported is what the report tells
// first: "the letter, which was first reported by the Gazette, …" where its headline or its
// first sentences speak of a letter.
func (g *graph) firstHad(i int, at nutgraf.Span) bool {
	m := g.Members[i]
	k, para := m.Seg.SentenceAt(at.Start), m.Doc.ParagraphAt(at.Start)
	if k < 0 || para < 1 || para > upTo {
		return false
	}
	before := strings.TrimSpace(m.Doc.Text[m.Seg.Sentences[k].Span.Start:at.Start])
	for _, w := range []string{"which was", "which were", "which had been"} {
		before = strings.TrimSpace(strings.TrimSuffix(before, w))
	}
	before, ok := strings.CutSuffix(before, ",")
	what := g.words.Words(before)
	if !ok || len(what) == 0 {
		return false
	}
	of := what[len(what)-1]
	return slices.Contains(g.core(i).title, of) || slices.ContainsFunc(g.core(i).lead, func(n int) bool {
		return n != k && slices.Contains(g.Told.Sentence(i, n), of)
	})
}

// firstTold gives for each word the reports that have it in what they tell first.
func (g *graph) firstTold() map[string][]int {
	if g.first == nil {
		g.first = map[string][]int{}
		for j := range g.Members {
			c := g.core(j)
			note := func(words []string) {
				for _, x := range words {
					if in := g.first[x]; len(in) == 0 || in[len(in)-1] != j {
						g.first[x] = append(in, j)
					}
				}
			}
			note(c.title)
			for _, k := range c.lead {
				note(g.Told.Sentence(j, k))
			}
		}
	}
	return g.first
}

// definite reports whether a credit names a report as one that was told of before
// ("the unconfirmed report from the Gazette"): what was told is what it reports.
func (g *graph) definite(i int, at nutgraf.Span) bool {
	m := g.Members[i]
	words := strings.Fields(lang.Lower(at.Of(m.Doc.Text)))
	if !slices.ContainsFunc(words, func(w string) bool { return g.account[w] }) || slices.Contains(words, "a") {
		return false
	}
	from := m.Seg.Sentences[m.Seg.SentenceAt(at.Start)].Span.Start
	before := strings.Fields(lang.Lower(m.Doc.Text[from:at.Start]))
	before = before[max(0, len(before)-definiteReach):]
	return len(before) > 0 && before[0] == "the" || len(before) > 1 && before[1] == "the"
}

// definiteReach is the number of words before a credit among which "the" makes its
// report one that was told of.
const definiteReach = 2

// dated reports whether a credit goes with the day, in the week before the report,
// on which the other one reported ("the Gazette reported on Friday"): what was
// reported long before is told without.
func (g *graph) dated(i int, at nutgraf.Span) bool {
	if len(g.Dates) != len(g.Members) || g.Dates[i].From == nutgraf.NoDay {
		return false
	}
	return slices.ContainsFunc(g.Members[i].Ann.Times, func(t nutgraf.When) bool {
		return t.Resolved && t.From == t.To && t.From <= g.Dates[i].To && t.From+week > g.Dates[i].From &&
			t.Span.Start < at.End+datedReach && t.Span.End+datedReach > at.Start
	})
}

// A week in days, and how near a credit its day stands, in bytes.
const (
	week       = 7
	datedReach = 8
)

// bygone reports whether the sentence of an interview puts it on days long before the
// report ("in an interview with the Gazette in April"), and nothing in it on days of
// late: what was said then is no news.
func (g *graph) bygone(i int, at nutgraf.Span) bool {
	m := g.Members[i]
	k := m.Seg.SentenceAt(at.Start)
	if k < 0 || len(g.Dates) != len(g.Members) || g.Dates[i].From == nutgraf.NoDay {
		return false
	}
	old := false
	for _, t := range m.Ann.Times {
		if !m.Seg.Sentences[k].Span.Contains(t.Span) || !t.Resolved || t.From == nutgraf.NoDay {
			continue
		}
		if t.To+week > g.Dates[i].From {
			return false
		}
		old = old || t.To-t.From <= 31 && t.Span.Start < at.End+bygoneReach && t.Span.End+bygoneReach > at.Start
	}
	return old
}

// bygoneReach is how near a credit the day of old stands, in bytes.
const bygoneReach = 24

// secondHand reports whether a headline says that the news is what another
// reports ("Report: the mole will close").
func (g *graph) secondHand(i int) bool {
	title := strings.Fields(lang.Lower(g.Members[i].Doc.Title))
	if len(title) == 0 {
		return false
	}
	last := title[len(title)-1]
	return g.account[strings.TrimSuffix(title[0], ":")] && strings.HasSuffix(title[0], ":") ||
		g.account[strings.TrimSuffix(last, "s")] && len(title) > 1 && strings.HasSuffix(title[len(title)-2], ":") || slices.Contains(title, "reportedly")
}
