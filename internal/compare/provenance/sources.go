package provenance

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// public reports whether words said through a medium are there for every report
// to take: that two have them ties neither to the other.
func (t *Tracer) public(medium string) bool {
	folded := fold.String(medium)
	return t.document(medium) != "" || slices.ContainsFunc(t.occasions, func(o string) bool { return strings.Contains(folded, o) })
}

// paper reports whether the speaker of a quotation is what was written and not who wrote
// it ("the letter says"): every report can read it.
func (t *Tracer) paper(speaker string) bool {
	what, ok := strings.CutPrefix(speaker, "unnamed ")
	what, _, _ = strings.Cut(what, " for ")
	return ok && (t.public(what) || slices.Contains(t.papers, what[strings.LastIndexByte(what, ' ')+1:]))
}

// media adds the sources of single quotations that no credit names: a tweet, a
// synopsis, a filing.
func (g *graph) media() {
	for i, m := range g.Members {
		for k := range m.Ann.Quotes {
			q := &m.Ann.Quotes[k]
			kind := g.document(q.Medium)
			if kind == "" || g.credited(i, q) || ofSpeaker(m.Doc.Text, q) {
				continue
			}
			if q.Name == "" || strings.HasPrefix(q.Name, "unnamed") {
				continue
			}
			speaker := g.called(i, q)
			platform := g.platforms[kind]
			if platform == "" {
				name := speaker + ", " + q.Medium
				g.passage(i, g.node("medium "+fold.String(name), name, kind), q)
				continue
			}
			name, key := account(speaker, platform)
			n := g.node(key, name, kind)
			if g.nodes[n].Owner == "" {
				g.nodes[n].Outlet, g.nodes[n].Owner = platform, speaker
			}
			g.passage(i, n, q)
		}
	}
}

// ofSpeaker reports whether the medium of a quotation only tells who its speaker is
// ("said Ann Lee, the lawyer in the lawsuit"): between the comma behind him and the
// preposition stand words that are no participle ("said Ann Lee, writing in a letter").
func ofSpeaker(text string, q *nutgraf.Quote) bool {
	from := max(q.Cue.End, q.Source.End)
	if q.MediumSpan.IsZero() || q.Source.IsZero() || from > q.MediumSpan.Start {
		return false
	}
	before := text[from:q.MediumSpan.Start]
	comma := strings.LastIndexByte(before, ',')
	if comma < 0 || strings.ContainsAny(before, "\"“”.\n") {
		return false
	}
	words := strings.Fields(before[comma+1:])
	for len(words) > 0 && !leading(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return len(words) > 1 && !strings.HasSuffix(words[0], "ing")
}

// leading reports whether a word is a preposition that leads to a medium.
func leading(word string) bool {
	return slices.Contains([]string{"in", "on", "at", "of", "for", "during", "behind", "via", "through"}, word)
}

// called is the name that the story has for the person whom report i quotes.
func (g *graph) called(i int, q *nutgraf.Quote) string {
	for k := range g.Entities {
		if e := &g.Entities[k]; q.Speaker >= 0 && i < len(e.Members) && e.Members[i] == q.Speaker && e.Type == nutgraf.Person {
			return e.Name
		}
	}
	return q.Name
}

func (t *Tracer) document(medium string) string {
	folded := fold.String(medium)
	for _, d := range t.documents {
		if folded != "" && strings.Contains(folded, d) {
			return d
		}
	}
	return ""
}

// credited reports whether a credit stands in the quotation's sentence or names
// its medium.
func (g *graph) credited(i int, q *nutgraf.Quote) bool {
	m := g.Members[i]
	near := q.Span
	if !q.MediumSpan.IsZero() {
		near = nutgraf.Span{Start: min(near.Start, q.MediumSpan.Start), End: max(near.End, q.MediumSpan.End)}
	}
	from, to := m.Seg.SentenceAt(near.Start), m.Seg.SentenceAt(max(near.Start, near.End-1))
	if from < 0 || to < 0 {
		return false
	}
	area := nutgraf.Span{Start: m.Seg.Sentences[from].Span.Start, End: m.Seg.Sentences[to].Span.End}
	return slices.ContainsFunc(m.Ann.Credits, func(c nutgraf.Credit) bool {
		return c.Outlet != "" && c.Span.Overlap(area) > 0
	})
}

func (g *graph) passage(i, n int, q *nutgraf.Quote) {
	at := q.MediumSpan
	if at.IsZero() {
		at = q.Span
	}
	cite := g.Members[i].Doc.Cite(at)
	for k := range g.edges {
		if e := &g.edges[k]; e.From == g.nodes[i].ID && e.To == g.nodes[n].ID {
			e.Evidence = append(e.Evidence, cite)
			return
		}
	}
	g.edges = append(g.edges, nutgraf.Edge{
		From: g.nodes[i].ID, To: g.nodes[n].ID, Kind: nutgraf.EdgeCredit, Confidence: .8,
		Evidence: []nutgraf.Cite{cite}, Why: "It quotes " + g.nodes[n].Name + ".",
	})
}

// fewReports is the number of reports up to which a quotation that they share,
// and the others lack, ties them to each other.
const fewReports = 3

// sharedQuotes ties reports that alone share a quotation and have text of their own in common, and ties a report
// that credits nobody to the origin to which others say its words were said.
func (g *graph) sharedQuotes() {
	credits := g.newsCredits()
	for _, f := range g.Families {
		n := f.Reports()
		if f.Kind == nutgraf.Indirect || n < 2 {
			continue
		}
		g.inferred(f, credits)
		if n > fewReports || n == len(g.Members) && n > 2 || n == g.most && n > 2 || g.sameTo(f) || g.public(f.Medium) || g.paper(f.Speaker) {
			continue
		}
		for a := range f.Variants {
			for b := a + 1; b < len(f.Variants); b++ {
				if f.Variants[a].Doc != f.Variants[b].Doc && g.alike(g.place[f.Variants[a].Doc], g.place[f.Variants[b].Doc]) && tying(f.Variants[a]) && tying(f.Variants[b]) {
					g.tie(f.Variants[a].Doc, f.Variants[b].Doc, nutgraf.EdgeSharedQuote,
						[]nutgraf.Cite{f.Variants[a].Cites[0], f.Variants[b].Cites[0]}, "Both quote the same words; which had them from which cannot be shown.")
				}
			}
		}
	}
}

// besides is the share of a report's own words that stand in another from which a
// quotation that both have ties them. What somebody says in public is quoted by reporters
// who stand side by side.
const besides = .02

// alike reports whether two reports of different outlets share text of their own.
func (g *graph) alike(i, j int) bool {
	return !g.house(i, j) && max(g.Overlap.Own[i][j], g.Overlap.Own[j][i]) >= besides
}

// newsCredits lists the edges that credit the news, by report.
func (g *graph) newsCredits() map[string][]int {
	out := map[string][]int{}
	for k := range g.edges {
		if e := &g.edges[k]; e.Kind == nutgraf.EdgeCredit && g.isNews(*e) {
			out[e.From] = append(out[e.From], k)
		}
	}
	return out
}

// tying reports whether a variant is long enough for its words to tie reports.
func tying(v nutgraf.Variant) bool {
	n := 0
	for _, c := range v.Cites {
		n += len(c.Text)
	}
	return v.Kind != nutgraf.Paraphrase && n >= wordsToInfer
}

// sameTo reports whether every report says that the words were said to one and
// the same outlet: then they come from there.
func (g *graph) sameTo(f nutgraf.Family) bool {
	for _, v := range f.Variants {
		if v.To == "" {
			return false
		}
	}
	return f.Addressee != ""
}

// inferred ties a report that credits nobody for the news to the origin to
// which, or by which, another report says the words it quotes were said; credits are the edges that credit the news, by report.
func (g *graph) inferred(f nutgraf.Family, credits map[string][]int) {
	if g.public(f.Medium) && f.Addressee == "" {
		return
	}
	to := -1
	for _, v := range f.Variants {
		for _, k := range credits[v.Doc] {
			e := &g.edges[k]
			if slices.ContainsFunc(e.Evidence, func(c nutgraf.Cite) bool { return g.beside(v, c) }) {
				to = g.at(e.To)
			}
		}
	}
	if to < 0 {
		return
	}
	for _, v := range f.Variants {
		if g.nodes[to].Doc == v.Doc || len(v.Cites[0].Text) < wordsToInfer || g.restsOnNews(v.Doc) || g.elsewhere(v, g.nodes[to].Name) {
			continue
		}
		g.edges = append(g.edges, nutgraf.Edge{
			From: v.Doc, To: g.nodes[to].ID, Kind: nutgraf.EdgeInferred, News: true, Confidence: .6, Evidence: v.Cites,
			Why: "It quotes words for which another report names " + g.nodes[to].Name + ".",
		})
	}
}

// elsewhere reports whether a report names another outlet than this one as that to which
// the words of a variant were said, or from which it has them.
func (g *graph) elsewhere(v nutgraf.Variant, outlet string) bool {
	m := g.Members[g.place[v.Doc]]
	return slices.ContainsFunc(v.Cites, func(q nutgraf.Cite) bool {
		from, to := m.Seg.SentenceAt(q.Span.Start), m.Seg.SentenceAt(max(q.Span.Start, q.Span.End-1))
		return from >= 0 && to >= 0 && slices.ContainsFunc(m.Ann.Credits, func(c nutgraf.Credit) bool {
			return c.Outlet != "" && g.key(c.Outlet) != g.key(outlet) && c.Scope != nutgraf.WholeArticle && c.Span.Start >= m.Seg.Sentences[from].Span.Start && c.Span.End <= m.Seg.Sentences[to].Span.End
		})
	})
}

// wordsToInfer is the length of a quotation, in bytes, from which its words
// point to an origin.
const wordsToInfer = 60

// beside reports whether a credit names to whom a variant's words were said. That
// it stands in one sentence with them is not enough: words said for all to hear
// are told beside what an outlet found out.
func (g *graph) beside(v nutgraf.Variant, credit nutgraf.Cite) bool {
	return credit.Overlaps(nutgraf.Ref{Doc: v.Doc, Span: v.ToCite.Span})
}

func (g *graph) restsOnNews(doc string) bool {
	return slices.ContainsFunc(g.edges, func(e nutgraf.Edge) bool {
		return e.From == doc && (e.Kind == nutgraf.EdgeCredit || e.Kind == nutgraf.EdgeInferred) && g.isNews(e)
	})
}

func (g *graph) tie(from, to string, kind nutgraf.EdgeKind, cites []nutgraf.Cite, why string) {
	for k := range g.edges {
		e := &g.edges[k]
		if e.Kind == kind && (e.From == from && e.To == to || e.From == to && e.To == from) {
			e.Evidence = append(e.Evidence, cites...)
			return
		}
	}
	g.edges = append(g.edges, nutgraf.Edge{From: from, To: to, Kind: kind, Confidence: .7, Evidence: cites, Why: why})
}

// bytesToTie is the length from which shared text outside
// quotations ties two reports.
const bytesToTie = 80

// unquoted counts the bytes of a passage outside its report's quotations.
func (g *graph) unquoted(c nutgraf.Cite) int {
	n := c.Span.Len()
	for _, q := range g.Members[g.place[c.Doc]].Ann.Quotes {
		if q.Kind == nutgraf.Indirect {
			continue
		}
		for _, p := range q.Parts {
			n -= p.Overlap(c.Span)
		}
	}
	return n
}

// reuse ties reports of different outlets that share text outside quotations, from the side that has
// it from the other where reasons carry a direction.
func (g *graph) reuse() {
	for _, s := range g.Shared {
		if s.Kind == "quotation" || g.unquoted(s.Src) < bytesToTie || g.house(g.place[s.Src.Doc], g.place[s.Dst.Doc]) || g.byChance(s) {
			continue
		}
		from, to, why := s.Dst.Doc, s.Src.Doc, s.Why
		if s.Direction == "dst" {
			from, to = to, from
		}
		if s.Direction != "src" && s.Direction != "dst" {
			why = "Both have these words; which had them from which cannot be shown."
		}
		g.tie(from, to, nutgraf.EdgeReuse, []nutgraf.Cite{s.Src, s.Dst}, why)
	}
}
