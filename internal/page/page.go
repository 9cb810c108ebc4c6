// Package page composes the story page, as a value, from a story's reports and
// findings: letters for the reports, the figures of the
// header, the other stories of the saga, and how it all was made. It computes
// no finding of its own and knows no markup.
package page

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// Build composes the page of a story, which does not know the other stories of
// its saga yet (see Join). version names the pipeline that made the page.
func Build(story nutgraf.Story, members []nutgraf.Member, f nutgraf.Findings, b nutgraf.Brief, version string) nutgraf.StoryPage {
	p := nutgraf.StoryPage{
		ID: story.ID, Saga: story.Saga,
		Articles: articles(members, f),
		Brief:    b, Families: about(f.Families, members, f.Entities), Vague: vague(members), Claims: f.Claims, Conflicts: f.Conflicts,
		Provenance: f.Provenance, Timeline: f.Timeline, Warnings: f.Warnings,
		Entities: shared(f.Entities), Made: made(members, f, version),
	}
	p.First, p.Last = published(p.Articles)
	p.Title, p.TitleCite = b.Headline.Text, b.Headline
	p.Figures = figures(&p, members)
	return p
}

func articles(members []nutgraf.Member, f nutgraf.Findings) []nutgraf.PageArticle {
	out := make([]nutgraf.PageArticle, len(members))
	first := map[string]printed{} // the first report of each text
	for i, m := range members {
		a := &out[i]
		*a = nutgraf.PageArticle{
			ID: m.Doc.ID, Letter: nutgraf.Letter(i), Outlet: m.Doc.Outlet, Title: m.Doc.Title, URL: m.Doc.URL,
			Byline: m.Doc.Byline, Published: m.Ann.Published, Capture: m.Doc.Capture, Words: words(m),
			Range: nutgraf.DateRange{From: nutgraf.NoDay, To: nutgraf.NoDay},
		}
		if a.Outlet == "" {
			a.Named = named(m)
		}
		if a.Title == "" {
			a.Opening = opening(m.Doc)
		}
		sameAs(a, m.Doc, first)
		if i < len(f.Dates) {
			a.Range = f.Dates[i]
		}
		if i < len(f.Times) {
			a.Times = f.Times[i]
		}
		if i < len(f.Shares) {
			a.Shares = rounded(f.Shares[i])
		}
		if i < len(f.Only) {
			a.Only = f.Only[i]
		}
		if i < len(f.NotFound) {
			a.NotFound = f.NotFound[i]
		}
		for _, w := range f.Warnings {
			if w.Doc == a.ID {
				a.Warnings = append(a.Warnings, w)
			}
		}
	}
	return out
}

// printed is the first report of a text, and where its body lies.
type printed struct {
	doc  *nutgraf.Document
	body nutgraf.Span
}

// sameAs says whose text a report repeats: all of it, or its body under a head of its own,
// as subscribers of an agency print it.
func sameAs(a *nutgraf.PageArticle, d *nutgraf.Document, first map[string]printed) {
	body := bodyOf(d)
	words := body.Of(d.Text)
	f, ok := first[words]
	switch {
	case words == "": // none has anything in common
	case !ok:
		first[words] = printed{d, body}
	case f.doc.Text == d.Text:
		a.SameAs, a.SameSpan = f.doc.ID, nutgraf.Span{End: len(d.Text)}
	default:
		a.SameAs, a.SameSpan, a.SameShift = f.doc.ID, body, body.Start-f.body.Start
	}
}

// bodyOf runs from the first word of the body to its last; of a text without a body it is all.
func bodyOf(d *nutgraf.Document) (body nutgraf.Span) {
	for _, b := range d.Blocks {
		if !b.Kind.Body() {
			continue
		}
		if body.IsZero() {
			body.Start = b.Span.Start
		}
		body.End = b.Span.End
	}
	if body.IsZero() {
		body.End = len(d.Text)
	}
	return body
}

// rounded keeps four decimals: a page of hundreds of reports stores one share for
// each pair of them.
func rounded(all []float64) []float64 {
	out := make([]float64, len(all))
	for i, x := range all {
		out[i] = math.Round(x*1e4) / 1e4
	}
	return out
}

// vague cites the words of each report's body that name a source and leave it
// unnamed ("sources say").
func vague(members []nutgraf.Member) []nutgraf.Cite {
	var out []nutgraf.Cite
	for _, m := range members {
		for _, c := range m.Ann.Credits {
			if cite := m.Doc.Cite(c.Span); c.Outlet == "" && c.Owner == "" && cite.Para > 0 {
				out = append(out, cite)
			}
		}
	}
	return out
}

// named is what a report without an outlet goes by: the name under which its
// own text reports ("the Gazette spoke with …"), else its id.
func named(m nutgraf.Member) string {
	for _, c := range m.Ann.Credits {
		if c.Kind == nutgraf.CreditOwn && c.Outlet != "" {
			return c.Outlet
		}
	}
	return m.Doc.ID
}

// openingBytes is how much of a report is shown in the place of a headline that it lacks.
const openingBytes = 100

// opening is how a report's body begins, cut behind a word.
func opening(d *nutgraf.Document) string {
	for _, b := range d.Blocks {
		text := b.Span.Of(d.Text)
		if !b.Kind.Body() || text == "" {
			continue
		}
		if len(text) <= openingBytes {
			return text
		}
		if at := strings.LastIndexByte(text[:openingBytes+1], ' '); at > 0 {
			return text[:at] + " …"
		}
	}
	return ""
}

func words(m nutgraf.Member) int {
	n, block := 0, 0
	for _, t := range m.Seg.Tokens {
		for block < len(m.Doc.Blocks) && m.Doc.Blocks[block].Span.End <= int(t.Start) {
			block++
		}
		if block < len(m.Doc.Blocks) && m.Doc.Blocks[block].Kind.Body() && (t.Kind == nutgraf.Word || t.Kind == nutgraf.Number) {
			n++
		}
	}
	return n
}

// published returns the first and last day of publication, each only when no
// report can lie beyond it.
func published(all []nutgraf.PageArticle) (first, last nutgraf.Day) {
	first, last = nutgraf.NoDay, nutgraf.NoDay
	for _, a := range all {
		if a.Range.From == nutgraf.NoDay || a.Range.To == nutgraf.NoDay {
			return nutgraf.NoDay, nutgraf.NoDay
		}
		if a.Range.From == a.Range.To && (first == nutgraf.NoDay || a.Range.From < first) {
			first = a.Range.From
		}
		if a.Range.From == a.Range.To && (last == nutgraf.NoDay || a.Range.To > last) {
			last = a.Range.To
		}
	}
	for _, a := range all {
		if first != nutgraf.NoDay && a.Range.From < first {
			first = nutgraf.NoDay
		}
		if last != nutgraf.NoDay && a.Range.To > last {
			last = nutgraf.NoDay
		}
	}
	return first, last
}

// Days returns the days that the publication of a story's reports spans as far as page and
// content tell, inferred ranges included; ok is false when nothing is known.
// It is for sorting and filtering pages, not for stating a date.
func Days(all []nutgraf.PageArticle) (from, to nutgraf.Day, ok bool) {
	firm := slices.ContainsFunc(all, func(a nutgraf.PageArticle) bool { return a.Range.Firm })
	from, to = nutgraf.NoDay, nutgraf.NoDay
	for _, a := range all {
		r := a.Range
		if r.From == nutgraf.NoDay || r.To == nutgraf.NoDay || firm && !r.Firm {
			continue
		}
		if from == nutgraf.NoDay || r.From < from {
			from = r.From
		}
		if to == nutgraf.NoDay || r.To > to {
			to = r.To
		}
	}
	return from, to, from != nutgraf.NoDay
}

// shared keeps the entities that more than one report names.
func shared(all []nutgraf.StoryEntity) []nutgraf.StoryEntity {
	var out []nutgraf.StoryEntity
	for _, e := range all {
		n := 0
		for _, m := range e.Members {
			if m >= 0 {
				n++
			}
		}
		if n > 1 || len(e.Members) == 1 {
			out = append(out, e)
		}
	}
	return out
}

// Join sets the page of a story among those of other stories of a saga.
func Join(p *nutgraf.StoryPage, saga string, others []nutgraf.StoryPage) {
	p.Saga, p.SagaStories, p.Figures.FollowUps = saga, links(others), 0
	for _, s := range p.SagaStories {
		p.Figures.FollowUps += len(s.Articles)
	}
}

// links lists other stories of a saga as a page shows them, in the order of
// their days, those without any day last.
func links(saga []nutgraf.StoryPage) []nutgraf.StoryLink {
	pages := slices.Clone(saga)
	slices.SortFunc(pages, func(a, b nutgraf.StoryPage) int {
		x, _, okX := Days(a.Articles)
		y, _, okY := Days(b.Articles)
		switch {
		case okX != okY:
			if okX {
				return -1
			}
			return 1
		case x != y:
			return int(x) - int(y)
		case a.ID < b.ID:
			return -1
		}
		return 1
	})
	var out []nutgraf.StoryLink
	for _, p := range pages {
		out = append(out, nutgraf.StoryLink{
			ID: p.ID, Title: p.Title, First: p.First, Last: p.Last,
			Articles: p.Articles, Families: p.Families, Provenance: p.Provenance,
		})
	}
	return out
}

func figures(p *nutgraf.StoryPage, members []nutgraf.Member) nutgraf.Figures {
	g := nutgraf.Figures{Reports: len(members)}
	for i := range p.Articles {
		if p.Articles[i].SameAs == "" {
			g.Texts++
		}
	}
	type place struct {
		doc   string
		quote int
	}
	counted := map[place]bool{}
	for _, f := range p.Families {
		if f.Kind == nutgraf.Indirect {
			continue
		}
		g.Utterances++
		for _, v := range f.Variants {
			for _, q := range v.Quotes {
				if at := (place{v.Doc, q}); v.Kind != nutgraf.Paraphrase && !counted[at] {
					counted[at] = true
					g.Quotations++
				}
			}
		}
	}
	for _, c := range p.Conflicts {
		if c.Severity == nutgraf.Hard || c.Severity == nutgraf.Medium {
			g.Differences++
		}
	}
	for _, w := range p.Warnings {
		if w.Kind.Refuses() {
			g.DateWarnings++
		}
	}
	g.Origin, g.OriginNamedBy, g.OriginHeld = origin(p.Provenance)
	return g
}

// origin returns the one news origin of a story, how many reports name it and
// whether it is held.
func origin(p nutgraf.Provenance) (name string, namedBy int, held bool) {
	id := ""
	for _, n := range p.Nodes {
		if n.Role != nutgraf.RoleNewsOrigin {
			continue
		}
		if id != "" {
			return "", 0, false
		}
		id, name, held = n.ID, n.Name, n.Doc != ""
	}
	var from []string
	for _, e := range p.Edges {
		if e.To == id && id != "" && e.News && e.Kind == nutgraf.EdgeCredit && !slices.Contains(from, e.From) {
			from = append(from, e.From)
		}
	}
	return name, len(from), held
}

func made(members []nutgraf.Member, f nutgraf.Findings, version string) nutgraf.Made {
	m := nutgraf.Made{Version: version, Considered: f.Considered, Settings: []string{
		"shared words are counted in runs of eight",
		"quotations are one utterance from seven shared words in a row, fewer when the speaker is the same",
		"dates that their own content or other reports contradict order nothing",
	}}
	for _, x := range members {
		m.Inputs = append(m.Inputs, x.Doc.Capture)
	}
	return m
}
