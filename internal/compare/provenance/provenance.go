// Package provenance shows where a story came from: the reports held, the
// origins that they credit for the news, the sources of single passages, and
// what reports share. Origins are those that are named; none is guessed, and
// that two reports name different ones does not make them independent: the
// count comes with its reasoning.
package provenance

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
	"nutgraf/internal/overlap"
)

// Story is what the search for origins needs of a story.
type Story struct {
	Members  []nutgraf.Member
	Families []nutgraf.Family
	Entities []nutgraf.StoryEntity
	Shared   []nutgraf.SharedText
	Overlap  overlap.Shared
	Dates    []nutgraf.DateRange
	Told     *gist.Index
}

// Tracer traces stories in one language. It is safe for concurrent use.
type Tracer struct {
	names    *outlet.Names
	words    *gist.Reader
	hollow   map[string]bool // words of a sentence that only says who had the news, by key
	account  map[string]bool // what another's report is called
	function map[string]bool // words that say little by being shared

	platforms map[string]string // what a medium is called → the network
	documents []string          // parts of what words come through that anybody can read
	occasions []string          // parts of what words are said at for all to hear
	papers    []string          // what speaks for itself when no person does
	pictures  []string          // last words of pictures' credit lines
	thanking  []string          // parts of words that thank an outlet for a share in the report
	behind    []string          // words that make a credit of an outlet's name right before them
	before    []leadIn          // and right behind them
}

// leadIn are words before an outlet's name that make a credit of one kind.
type leadIn struct {
	kind    nutgraf.CreditKind
	phrases []string
}

// New compiles a Tracer from a language pack.
func New(pack *lang.Pack, names *outlet.Names, words *gist.Reader) *Tracer {
	of := pack.Phrases("origin_words")
	t := &Tracer{
		names: names, words: words, hollow: map[string]bool{}, account: pack.Class("news_words", "account"), function: pack.Set("function_words"),
		platforms: pack.Map("credit_platforms"), documents: of["document"], occasions: of["occasion"], papers: of["paper"], pictures: of["picture"], thanking: of["thanks"], behind: of["behind"],
	}
	for _, kind := range []nutgraf.CreditKind{nutgraf.CreditAccordingTo, nutgraf.CreditReported, nutgraf.CreditTold} {
		t.before = append(t.before, leadIn{kind, of[string(kind)]})
	}
	for w := range pack.Class("news_words", "hollow") {
		t.hollow[t.words.Key(w)] = true
	}
	return t
}

// Trace returns the provenance of a story.
func (t *Tracer) Trace(s Story) nutgraf.Provenance {
	g := t.graph(s)
	for i := range s.Members {
		g.credits(i)
	}
	g.mentioned()
	g.addressed()
	g.media()
	g.spread()
	g.sharedQuotes()
	g.reuse()
	p := nutgraf.Provenance{Nodes: g.nodes, Edges: g.edges, Shared: s.Shared}
	p.IndependentOrigins, p.OriginsWhy = g.origins()
	p.Earliest, p.EarliestWhy = earliest(s)
	return p
}

// graph is a provenance graph in the making.
type graph struct {
	*Tracer
	Story
	outlet []string          // the outlet of each report by key; empty when it is not known
	folded map[string]string // the keys of names, as they are asked for
	short  map[string]string // a short name → the outlet it stands for in this story
	place  map[string]int    // a report's place by id
	nodes  []nutgraf.Node
	edges  []nutgraf.Edge
	byKey  map[string]int                // node of an origin by its folded name
	main   map[string]bool               // families that carry the news itself
	most   int                           // the number of reports that have such a family
	carry  map[string][]wording          // by report: its wordings of those
	kinds  map[string]nutgraf.EntityType // what the story's names stand for, by key
	cores  map[int]core                  // what each report tells first
	first  map[string][]int              // the reports by the words of that; made when it is asked for
	asked  map[asked]bool                // whether a report says that the news is from what a credit names
}

func (t *Tracer) graph(s Story) *graph {
	g := &graph{Tracer: t, Story: s, place: map[string]int{}, folded: map[string]string{}, byKey: map[string]int{}, main: map[string]bool{}, carry: map[string][]wording{}, kinds: map[string]nutgraf.EntityType{}, cores: map[int]core{}, asked: map[asked]bool{}}
	for i, m := range s.Members {
		g.place[m.Doc.ID] = i
		g.nodes = append(g.nodes, nutgraf.Node{ID: m.Doc.ID, Name: m.Doc.Outlet, Doc: m.Doc.ID, Role: nutgraf.RoleReport})
	}
	g.mainFamilies()
	g.wordings()
	g.names()
	for _, e := range s.Entities {
		if k := g.key(e.Name); g.kinds[k] != nutgraf.Outlet {
			g.kinds[k] = e.Type
		}
	}
	return g
}

// mainFamilies marks the utterance that most reports quote: who had it from
// whom is where the news came from. Of several that as many quote it is those that they
// have first: what critics say is quoted by all, too, and further down.
func (g *graph) mainFamilies() {
	most, first := 1, 0.0
	for _, f := range g.Families {
		n, at := f.Reports(), place(&f)
		if f.Kind == nutgraf.Indirect || n < most || n < 2 || n == most && at >= first {
			continue
		}
		most, first = n, at
	}
	g.most = most
	for _, f := range g.Families {
		if n := f.Reports(); f.Kind != nutgraf.Indirect && n > 1 && n == most && place(&f) <= first+sameplace {
			g.main[f.ID] = true
		}
	}
}

// sameplace is by how many paragraphs, on average, an utterance can stand behind another
// and still be had as early.
const sameplace = 3

// place is the paragraph in which reports first have an utterance, on average.
func place(f *nutgraf.Family) float64 {
	sum, n, last := 0, 0, ""
	for i := range f.Variants {
		if v := &f.Variants[i]; v.Doc != last && len(v.Cites) > 0 {
			sum, n, last = sum+v.Cites[0].Para, n+1, v.Doc
		}
	}
	return float64(sum) / float64(max(n, 1))
}

// origin returns the node of what a credit names: a report that is held, when
// its outlet is the one named, else an origin that is not.
func (g *graph) origin(i int, c nutgraf.Credit, news bool) int {
	if h := g.held(i, c, news); h >= 0 {
		if g.nodes[h].Name == "" {
			g.nodes[h].Name = c.Outlet
		}
		if news && g.nodes[h].Role == nutgraf.RoleReport {
			g.nodes[h].Role = nutgraf.RoleNewsOrigin
		}
		return h
	}
	name, key, kind := c.Outlet, g.key(c.Outlet), ""
	if c.Kind == nutgraf.CreditSocialPost {
		kind = g.medium(c.Outlet)
		key = "post " + fold.String(c.Outlet)
		if c.Owner != "" {
			c.Owner = g.holder(c.Owner)
			name, key = account(c.Owner, c.Outlet)
		}
	}
	if c.Kind == nutgraf.CreditOwn {
		kind, key = "own reporting", "own "+key
	}
	n := g.node(key, name, kind)
	if c.Kind == nutgraf.CreditSocialPost {
		g.nodes[n].Outlet = c.Outlet
		if len(c.Owner) > len(g.nodes[n].Owner) {
			g.nodes[n].Owner = c.Owner
		}
	}
	if news {
		g.nodes[n].Role = nutgraf.RoleNewsOrigin
	}
	return n
}

// account is what somebody's account on a platform is called, and the key of its node.
func account(owner, platform string) (name, key string) {
	return owner + " on " + platform, "post " + plainName(owner) + " " + fold.String(platform)
}

// holder is the full name of the holder of an account, where the report gives a
// surname and the story knows one bearer.
func (g *graph) holder(owner string) string {
	if strings.Contains(owner, " ") {
		return owner
	}
	full := ""
	for _, e := range g.Entities {
		if e.Type != nutgraf.Person || !strings.HasSuffix(e.Name, " "+owner) || plainName(e.Name) == plainName(full) {
			continue
		}
		if full != "" {
			return owner
		}
		full = e.Name
	}
	if full == "" {
		return owner
	}
	return full
}

// plainName folds a name and leaves its initials out: "Donald J. Vale" and
// "Donald Vale" hold one account.
func plainName(name string) string {
	words := strings.Fields(fold.String(name))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return len(w) < 2 })
	if len(kept) < 2 {
		return strings.Join(words, " ")
	}
	return strings.Join(kept, " ")
}

func (t *Tracer) medium(platform string) string {
	switch t.names.Key(platform) {
	case "twitter", "x":
		return "tweet"
	}
	return t.names.Key(platform)
}

func (g *graph) node(key, name, kind string) int {
	if n, ok := g.byKey[key]; ok {
		if len(name) > len(g.nodes[n].Name) {
			g.nodes[n].Name = name
		}
		return n
	}
	n := len(g.nodes)
	g.byKey[key] = n
	g.nodes = append(g.nodes, nutgraf.Node{ID: "origin:" + strings.ReplaceAll(key, " ", "-"), Name: name, Role: nutgraf.RolePrimary, Kind: kind})
	return n
}

// held returns the report that a credit is for, or -1: the one of the outlet that
// has the credited words, else the last that is not dated after the crediting report,
// if the credit is for the news or that report speaks of what is credited.
func (g *graph) held(i int, c nutgraf.Credit, news bool) int {
	if c.Kind == nutgraf.CreditSocialPost || c.Kind == nutgraf.CreditOwn || spokenTo(c.Kind) && g.bygone(i, c.Span) {
		return -1 // what the outlet had years ago is not in its report of today
	}
	best := -1
	for j := range g.Members {
		if j == i || g.outlet[j] == "" || g.outlet[j] != g.key(c.Outlet) {
			continue
		}
		if g.has(j, i, c) {
			g.nodes[j].Words = true
			return j
		}
		if !g.after(j, i) {
			best = j
		}
	}
	if best >= 0 && !news && !g.speaks(best, i, c) && !slices.ContainsFunc(g.Members[i].Ann.Credits, func(x nutgraf.Credit) bool {
		return x.Outlet != "" && g.key(x.Outlet) == g.key(c.Outlet) && g.news(i, x)
	}) {
		return -1 // a passage from another report of that outlet
	}
	return best
}

// speaks reports whether report j tells, in one place, a good part of what the
// sentence of a credit in report i does.
func (g *graph) speaks(j, i int, c nutgraf.Credit) bool {
	m := g.Members[i]
	k := m.Seg.SentenceAt(c.Span.Start)
	if k < 0 || c.Scope == nutgraf.WholeArticle {
		return true
	}
	own := slices.DeleteFunc(g.Told.Terms(i, m.Seg.Sentences[k].Span, c.Span), func(x string) bool { return g.hollow[x] })
	return len(own) == 0 || g.Told.Shares(own)[j] >= spokenShare
}

// spokenShare is the share, by weight, of a credit's sentence that the report it is
// for tells at least.
const spokenShare = .2

// after reports whether report j is dated after report i.
func (g *graph) after(j, i int) bool {
	return len(g.Dates) == len(g.Members) && g.Dates[j].Firm && g.Dates[i].Firm && g.Dates[j].From > g.Dates[i].To
}

// has reports whether the words that report i credits are in report j: a
// quotation of the credit's sentence, or, for a credit of the whole, a good
// part of its text.
func (g *graph) has(j, i int, c nutgraf.Credit) bool {
	if c.Scope == nutgraf.WholeArticle && g.Overlap.All[i][j] >= .1 {
		return true
	}
	m := g.Members[i]
	at := m.Seg.SentenceAt(c.Span.Start)
	for _, x := range g.Shared {
		mine, other := x.Src, x.Dst
		if mine.Doc != m.Doc.ID {
			mine, other = other, mine
		}
		if at >= 0 && mine.Doc == m.Doc.ID && other.Doc == g.Members[j].Doc.ID && mine.Span.Overlap(m.Seg.Sentences[at].Span) > 0 {
			return true
		}
	}
	for _, f := range g.Families {
		inSentence, inHeld := false, false
		for _, v := range f.Variants {
			inHeld = inHeld || v.Doc == g.Members[j].Doc.ID
			for _, q := range v.Cites {
				inSentence = inSentence || v.Doc == m.Doc.ID && at >= 0 && (c.Scope == nutgraf.WholeArticle || q.Span.Overlap(m.Seg.Sentences[at].Span) > 0)
			}
		}
		if inSentence && inHeld {
			return true
		}
	}
	return false
}
