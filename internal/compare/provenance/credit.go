package provenance

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// opening is the number of body paragraphs in which a report says where its
// news comes from.
const opening = 3

// credits adds the origins that one report names.
func (g *graph) credits(i int) {
	m := g.Members[i]
	other := slices.ContainsFunc(m.Ann.Credits, func(c nutgraf.Credit) bool {
		return c.Outlet != "" && c.Kind != nutgraf.CreditWire && !g.itself(i, c.Outlet) && g.news(i, c)
	})
	for _, c := range m.Ann.Credits {
		if c.Outlet == "" || c.Kind == nutgraf.CreditSocialPost && c.Owner == "" || g.picture(c.Outlet) || len(c.Outlet) <= 2 && strings.ToUpper(c.Outlet) != c.Outlet {
			continue
		}
		if c.Kind == nutgraf.CreditOwn && c.Scope == nutgraf.WholeArticle {
			continue // a dateline, or who contributed, tells nothing of where a passage is from
		}
		if c.Kind != nutgraf.CreditOwn && c.Kind != nutgraf.CreditSocialPost && g.itself(i, c.Outlet) {
			if !spokenTo(c.Kind) {
				continue
			}
			c.Kind, c.Scope = nutgraf.CreditOwn, nutgraf.OneSentence
		}
		news := g.news(i, c) && !(c.Kind == nutgraf.CreditWire && other)
		g.edge(i, g.origin(i, c, news), c, news)
	}
}

// picture reports whether a name is the credit line of a picture ("MNA Photo"):
// nothing that a report tells comes from there.
func (t *Tracer) picture(name string) bool {
	return slices.Contains(t.pictures, strings.ToLower(name[strings.LastIndexByte(name, ' ')+1:]))
}

// spokenTo reports whether a credit tells that somebody spoke to the outlet.
func spokenTo(k nutgraf.CreditKind) bool {
	return k == nutgraf.CreditTold || k == nutgraf.CreditInterview || k == nutgraf.CreditStatement
}

// itself reports whether an outlet's name is the report's own outlet's, or a
// part of it ("told NPR" in a report of NPR News): its own text shows that they
// are one.
func (g *graph) itself(i int, outlet string) bool {
	own, named := g.outlet[i], g.key(outlet)
	return named != "" && own != "" && (own == named || strings.HasPrefix(own, named+" ") || strings.HasPrefix(named, own+" "))
}

// news reports whether a credit is for the news itself and not for a passage:
// the report says so, or the credit goes with the quotation that carries the news
// and the report says of nobody else that the news is his.
func (g *graph) news(i int, c nutgraf.Credit) bool {
	if c.Kind == nutgraf.CreditOwn || c.Kind == nutgraf.CreditSocialPost || spokenTo(c.Kind) && g.bygone(i, c.Span) {
		return false
	}
	if g.said(i, c) {
		return true
	}
	return c.Scope != nutgraf.WholeArticle && g.carries(i, c.Span) && !slices.ContainsFunc(g.Members[i].Ann.Credits, func(x nutgraf.Credit) bool {
		return x.Outlet != "" && g.key(x.Outlet) != g.key(c.Outlet) && x.Kind != nutgraf.CreditOwn && x.Kind != nutgraf.CreditSocialPost && g.said(i, x)
	})
}

// said reports whether a report says that the news is from what a credit names:
// of the whole, as the first to report, or at its beginning.
func (g *graph) said(i int, c nutgraf.Credit) bool {
	key := asked{i, c.Span, c.Kind, c.Scope}
	known, ok := g.asked[key]
	if !ok {
		known = g.says(i, c)
		g.asked[key] = known
	}
	return known
}

// asked is a credit of a report.
type asked struct {
	report int
	span   nutgraf.Span
	kind   nutgraf.CreditKind
	scope  nutgraf.CreditScope
}

func (g *graph) says(i int, c nutgraf.Credit) bool {
	switch {
	case c.Kind == nutgraf.CreditFirstReported:
		return g.tellsNews(i, c.Span, coreShare) || g.firstHad(i, c.Span)
	case c.Scope == nutgraf.WholeArticle:
		return !g.contributed(g.Members[i].Doc, c.Span)
	}
	d := g.Members[i].Doc
	switch c.Kind {
	case nutgraf.CreditReported, nutgraf.CreditAccordingTo, nutgraf.CreditSourceLine, nutgraf.CreditWire:
		if !g.press(c) {
			return false
		}
		if b := d.BlockAt(c.Span.Start); b >= 0 && (d.Blocks[b].Kind == nutgraf.Headline || d.Blocks[b].Kind == nutgraf.Standfirst) {
			return true
		}
		p := d.ParagraphAt(c.Span.Start)
		return p >= 1 && p <= opening && g.leads(i, c) && (g.tellsNews(i, c.Span, openingShare) || g.dated(i, c.Span) || g.secondHand(i))
	}
	return false
}

// leads reports whether a credit names the outlet that a report names first, or
// stands in one sentence with it: what a report takes from further outlets are
// passages.
func (g *graph) leads(i int, c nutgraf.Credit) bool {
	m := g.Members[i]
	for _, x := range m.Ann.Credits {
		switch {
		case x.Outlet == "" || x.Kind == nutgraf.CreditSocialPost || x.Kind == nutgraf.CreditOwn || m.Doc.ParagraphAt(x.Span.Start) < 1 || g.itself(i, x.Outlet):
		case x.Span.Start < c.Span.Start && g.press(x):
			return g.key(x.Outlet) == g.key(c.Outlet) || m.Seg.SentenceAt(x.Span.Start) == m.Seg.SentenceAt(c.Span.Start)
		}
	}
	return true
}

// thanks is how far, in bytes, before an outlet the words of thanks can stand, with
// the names of those thanked between them.
const thanks = 300

// contributed reports whether a credit thanks an outlet for a share in the
// report ("with files from …"): it is no origin of the news.
func (t *Tracer) contributed(d *nutgraf.Document, at nutgraf.Span) bool {
	from := at.Start
	if b := d.BlockAt(from); b >= 0 {
		from = d.Blocks[b].Span.Start
	}
	words := fold.String(strings.ToValidUTF8(d.Text[max(from, at.Start-thanks):at.End], ""))
	return slices.ContainsFunc(t.thanking, func(w string) bool { return strings.Contains(words, w) })
}

// press reports whether what a credit names is taken for an outlet and not for
// a company, an office or a person.
func (g *graph) press(c nutgraf.Credit) bool {
	known, ok := g.kinds[g.key(c.Outlet)]
	return !ok || known == nutgraf.Outlet
}

// carries reports whether a credit goes with the quotation that carries the news:
// it names to whom it was said, or stands in its sentence. That is the quotation
// which half of the reports have, most of them early, or which tells what the story is
// about: what critics say further down is an answer to the news.
func (g *graph) carries(i int, at nutgraf.Span) bool {
	m := g.Members[i]
	k := m.Seg.SentenceAt(at.Start)
	return slices.ContainsFunc(g.carry[m.Doc.ID], func(w wording) bool {
		return (w.ToCite.Span.Overlap(at) > 0 || k >= 0 && slices.ContainsFunc(w.Cites, func(q nutgraf.Cite) bool {
			return q.Span.Overlap(m.Seg.Sentences[k].Span) > 0
		})) && (w.wide || g.tellsNews(i, at, coreShare))
	})
}

// wording is what a report has of a quotation that carries the news; wide tells
// whether half of the reports have it, most of them early.
type wording struct {
	*nutgraf.Variant
	wide bool
}

// wordings sorts the wordings of the quotations that carry the news by report.
func (g *graph) wordings() {
	for n := range g.Families {
		f := &g.Families[n]
		if !g.main[f.ID] {
			continue
		}
		r := f.Reports()
		wide := r >= carriers && 2*r >= len(g.Members) && 2*early(f) >= r
		for i := range f.Variants {
			v := &f.Variants[i]
			g.carry[v.Doc] = append(g.carry[v.Doc], wording{v, wide})
		}
	}
}

// carriers is the number of reports from which a quotation that half of them have
// carries the news, whatever it says; upTo is the paragraph to which a report has it
// early.
const (
	carriers = 3
	upTo     = 6
)

// early is the number of reports that have an utterance early.
func early(f *nutgraf.Family) int {
	n, last := 0, ""
	for i := range f.Variants {
		v := &f.Variants[i]
		if v.Doc != last && len(v.Cites) > 0 && v.Cites[0].Para <= upTo {
			n, last = n+1, v.Doc
		}
	}
	return n
}

// edge adds a credit to the edge between two nodes, making it when there is none.
func (g *graph) edge(i, n int, c nutgraf.Credit, news bool) {
	cite := g.Members[i].Doc.Cite(c.Span)
	first := c.Kind == nutgraf.CreditFirstReported // who had the news first did not make the rest of the report
	whole := c.Scope == nutgraf.WholeArticle && !first && g.said(i, c)
	for k := range g.edges {
		e := &g.edges[k]
		if e.From == g.nodes[i].ID && e.To == g.nodes[n].ID && e.Kind == nutgraf.EdgeCredit {
			if whole && !e.Whole || news && !e.News {
				e.Why = reason(g.nodes[n].Name, whole, news, first)
				e.Evidence = slices.Insert(e.Evidence, 0, cite) // these words are shown
			} else {
				e.Evidence = append(e.Evidence, cite)
			}
			e.Whole, e.News = e.Whole || whole, e.News || news
			e.Confidence = max(e.Confidence, c.Confidence)
			return
		}
	}
	why := reason(g.nodes[n].Name, whole, news, first)
	if c.Kind == nutgraf.CreditOwn {
		why = "Its own text says so."
	}
	g.edges = append(g.edges, nutgraf.Edge{
		From: g.nodes[i].ID, To: g.nodes[n].ID, Kind: nutgraf.EdgeCredit, Whole: whole, News: news,
		Confidence: c.Confidence, Evidence: []nutgraf.Cite{cite}, Why: why,
	})
}

// reason says for what a report names a source.
func reason(name string, whole, news, first bool) string {
	switch {
	case whole:
		return "It names " + name + " as the source of the whole report."
	case news && first:
		return "It names " + name + " as the first to report the news."
	case news:
		return "It names " + name + " as where the news comes from."
	}
	return "It names " + name + " as the source of a passage."
}

// spread takes an outlet that one report credits for the news for the origin of
// the news in other reports that name it where they tell the same news; one that
// names it with anything else has a passage from it.
func (g *graph) spread() {
	for k := range g.edges {
		e := &g.edges[k]
		n := g.at(e.To)
		if e.News || e.Kind != nutgraf.EdgeCredit || n < 0 || g.nodes[n].Role != nutgraf.RoleNewsOrigin {
			continue
		}
		from := g.place[e.From]
		if slices.ContainsFunc(e.Evidence, func(c nutgraf.Cite) bool {
			return (g.tellsNews(from, c.Span, coreShare) || g.carries(from, c.Span)) && !g.contributed(g.Members[from].Doc, c.Span)
		}) {
			e.News, e.Why = true, "It names "+g.nodes[n].Name+", which is named as where the news comes from."
		}
	}
}
