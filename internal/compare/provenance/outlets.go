package provenance

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// names settles which outlet each report is of and which short names stand for
// which outlets, before any credit is read.
func (g *graph) names() {
	var all []string
	note := func(name string) {
		if k := g.Tracer.names.Key(name); k != "" && !slices.Contains(all, k) {
			all = append(all, k)
		}
	}
	for _, m := range g.Members {
		note(m.Doc.Outlet)
		for _, c := range m.Ann.Credits {
			if c.Kind != nutgraf.CreditSocialPost {
				note(c.Outlet)
			}
		}
	}
	g.short = shortened(all)
	g.outlet = make([]string, len(g.Members))
	for i, m := range g.Members {
		g.outlet[i] = g.key(m.Doc.Outlet)
	}
	for i := range g.Members {
		if g.outlet[i] == "" {
			g.outlet[i] = g.self(i)
		}
	}
}

// shortened maps every name to the one longer name that ends in it, or that adds
// "News" to it; a name that several longer ones end in ("the Post") stays.
func shortened(all []string) map[string]string {
	out := map[string]string{}
	for _, s := range all {
		long := ""
		for _, l := range all {
			if !strings.HasSuffix(l, " "+s) && l != s+" news" {
				continue
			}
			if long != "" {
				long = ""
				break
			}
			long = l
		}
		if long != "" {
			out[s] = long
		}
	}
	return out
}

// key folds an outlet's name; a short name that only one outlet of the story
// can mean stands for that outlet ("the Gazette" for the Vale Gazette).
func (g *graph) key(name string) string {
	k, known := g.folded[name]
	if !known {
		k = g.Tracer.names.Key(name)
		g.folded[name] = k
	}
	if l, ok := g.short[k]; ok {
		return l
	}
	return k
}

// self returns the outlet that a report shows itself to be of, although its page
// names none: its own text says so ("ET spoke with …"), or it calls itself by a
// short name without ever giving the long one ("told the Gazette"), and another
// report credits the Vale Gazette with words that it has.
func (g *graph) self(i int) string {
	d := g.Members[i].Doc
	for _, c := range g.Members[i].Ann.Credits {
		if c.Outlet == "" {
			continue
		}
		if c.Kind == nutgraf.CreditOwn {
			g.nodes[i].Name = c.Outlet
			return g.key(c.Outlet)
		}
		long, ok := g.short[g.Tracer.names.Key(c.Outlet)]
		if ok && spokenTo(c.Kind) && !introduced(d, long) && g.vouched(i, long) {
			return long
		}
	}
	return g.dateline(i)
}

// datelineBytes is how far into a report its dateline's "(Agency)" can stand.
const datelineBytes = 90

// dateline returns the outlet that a report's dateline names in brackets: one of its own
// ("PORTO (CNN)"), or one that other reports credit by that name: "PORTO, May 3 (Meridian)
// - …" is the Meridian Wire's. What an agency's dateline stands over may be anybody's page.
func (g *graph) dateline(i int) string {
	d := g.Members[i].Doc
	for _, b := range d.Blocks {
		if !b.Kind.Body() && b.Kind != nutgraf.Dateline {
			continue
		}
		line := b.Span.Of(d.Text)
		line = line[:min(len(line), datelineBytes)]
		open := strings.IndexByte(line, '(')
		end := strings.IndexByte(line, ')')
		if 0 <= open && open < end && end-open <= 40 {
			name := line[open+1 : end]
			if placed(line[:open]) && g.Tracer.names.Listed(name) && !g.Tracer.names.Agency(name) {
				g.nodes[i].Name = name
				return g.key(name)
			}
			return g.creditedAs(i, g.key(name))
		}
		if b.Kind.Body() {
			return ""
		}
	}
	return ""
}

// placed reports whether words are short and all names or numbers, as a place and a day
// before a dateline's bracket are.
func placed(words string) bool {
	return len(words) < 40 && !slices.ContainsFunc(strings.Fields(words), lowered)
}

// creditedAs returns the one outlet that other reports credit under a name that
// is k or begins with it.
func (g *graph) creditedAs(i int, k string) string {
	found := ""
	for j, m := range g.Members {
		for _, c := range m.Ann.Credits {
			name := g.key(c.Outlet)
			if j == i || k == "" || c.Kind == nutgraf.CreditSocialPost || name != k && !strings.HasPrefix(name, k+" ") {
				continue
			}
			if found != "" && found != name {
				return ""
			}
			found = name
		}
	}
	return found
}

// introduced reports whether the body of a report gives a folded name.
func introduced(d *nutgraf.Document, name string) bool {
	for _, b := range d.Blocks {
		if b.Kind.Body() && strings.Contains(" "+fold.String(b.Span.Of(d.Text))+" ", " "+name+" ") {
			return true
		}
	}
	return false
}

// vouched reports whether another report credits an outlet with words that are
// in report i.
func (g *graph) vouched(i int, outlet string) bool {
	for j, m := range g.Members {
		if j == i || g.outlet[j] == outlet {
			continue
		}
		for _, c := range m.Ann.Credits {
			if c.Kind != nutgraf.CreditSocialPost && g.key(c.Outlet) == outlet && g.has(i, j, c) {
				return true
			}
		}
	}
	return false
}

// heldOutlets bounds the outlets whose names are looked for in the other
// reports of a story.
const heldOutlets = 48

// mentioned finds credits to outlets that are held by their very names, which a
// single report's reader cannot know for outlets.
func (g *graph) mentioned() {
	var names []string
	for _, m := range g.Members {
		if n := strings.TrimPrefix(m.Doc.Outlet, "The "); len(n) > 3 && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) > heldOutlets {
		return
	}
	for i := range g.Members {
		for _, n := range names {
			if g.key(n) != g.outlet[i] {
				g.mention(i, n)
			}
		}
	}
}

func (g *graph) mention(i int, name string) {
	m := g.Members[i]
	text := m.Doc.Text
	for at := strings.Index(text, name); at >= 0; {
		s := nutgraf.Span{Start: at, End: at + len(name)}
		if c, ok := g.named(text, s); ok && g.fresh(m, c.Span) {
			c.Outlet = name
			g.edge(i, g.origin(i, c, g.news(i, c)), c, g.news(i, c))
		}
		next := strings.Index(text[s.End:], name)
		if next < 0 {
			return
		}
		at = s.End + next
	}
}

// named reads the words beside an outlet's name.
func (t *Tracer) named(text string, s nutgraf.Span) (nutgraf.Credit, bool) {
	c := nutgraf.Credit{Span: s, OutletSpan: s, Kind: nutgraf.CreditReported, Scope: nutgraf.OneSentence, Confidence: .7}
	if after, ok := strings.CutPrefix(text[s.End:], " "); ok {
		for _, w := range t.behind {
			if strings.HasPrefix(after, w) {
				c.Span.End += len(" ") + len(w)
				return c, true
			}
		}
	}
	for _, lead := range t.before {
		for _, w := range lead.phrases {
			for _, words := range [...]string{w + " ", w + " the "} {
				from := s.Start - len(words)
				if from >= 0 && strings.EqualFold(text[from:s.Start], words) {
					c.Span.Start, c.Kind = from, lead.kind
					return c, true
				}
			}
		}
	}
	return c, false
}

// fresh reports whether a credit stands in the body and none is known there.
func (g *graph) fresh(m nutgraf.Member, s nutgraf.Span) bool {
	return m.Doc.ParagraphAt(s.Start) > 0 && !slices.ContainsFunc(m.Ann.Credits, func(c nutgraf.Credit) bool {
		return c.Outlet != "" && c.Span.Overlap(s) > 0
	})
}

// addressed adds the outlets to which a report says that words were said, where
// another report, or the outlet's own, makes an origin of them.
func (g *graph) addressed() {
	for _, f := range g.Families {
		for _, v := range f.Variants {
			i, ok := g.place[v.Doc]
			if !ok || v.To == "" {
				continue
			}
			for _, q := range v.Quotes {
				g.address(i, &g.Members[i].Ann.Quotes[q], v)
			}
		}
	}
	for i, m := range g.Members {
		for k := range m.Ann.Quotes {
			if q := &m.Ann.Quotes[k]; q.Kind == nutgraf.Indirect && !q.Addressee.IsZero() {
				g.address(i, q, nutgraf.Variant{ToCite: m.Doc.Cite(q.Addressee)})
			}
		}
	}
}

func (g *graph) address(i int, q *nutgraf.Quote, v nutgraf.Variant) {
	k := g.key(q.AddresseeName)
	n, ok := g.byKey[k]
	if !ok || k == "" || g.outlet[i] == k || g.nodes[n].Role != nutgraf.RoleNewsOrigin {
		return
	}
	c := nutgraf.Credit{Span: v.ToCite.Span, Outlet: q.AddresseeName, Kind: nutgraf.CreditTold, Scope: nutgraf.OneSentence, Confidence: .8}
	if g.fresh(g.Members[i], c.Span) {
		g.edge(i, n, c, true)
	}
}
