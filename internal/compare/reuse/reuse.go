// Package reuse finds the passages that articles share: verbatim, with the
// marks changed, or edited. It says which words stand where in both, what kind
// of passage it is, and, where reasons carry it, from which side it most
// likely came. It does not say that anybody copied: sharing is all it sees.
package reuse

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/outlet"
)

// Article is what the search for shared passages needs of an article.
type Article struct {
	ID     string
	Name   string // what reasons call it; the id when empty
	Outlet string
	Day    nutgraf.Day // nutgraf.NoDay when none can be relied on
	Text   string
	Quotes []nutgraf.Span // quotations; found by their marks when nil
	// Credits gives the outlets that the article names as its source, and where.
	// It is asked of articles that may name the other side's outlet; nil: none.
	Credits func() []nutgraf.Credit
}

// Finder searches a collection for shared passages. It is not safe for
// concurrent use.
type Finder struct {
	names    *outlet.Names
	articles []Article
}

// NewFinder returns a Finder of an empty collection.
func NewFinder(names *outlet.Names) *Finder { return &Finder{names: names} }

// Add takes an article in.
func (f *Finder) Add(a Article) { f.articles = append(f.articles, a) }

// Passages returns the passages that articles of the collection share, in the
// order of the ids of the two articles, then of the place in the first. The
// order in which the articles were added does not matter. Where three articles
// share a passage, the pair that agrees least is left out; what recurs in
// several articles of one outlet is taken for its boilerplate.
func (f *Finder) Passages() []nutgraf.SharedText {
	articles := slices.Clone(f.articles)
	slices.SortStableFunc(articles, func(a, b Article) int {
		return cmp.Or(cmp.Compare(age(a.Day), age(b.Day)), cmp.Compare(a.ID, b.ID))
	})
	texts := &texts{articles: articles}
	found := search(texts, overCollection)
	return report(newSides(articles, f.names), withoutBoilerplate(articles, unexplained(texts, found)))
}

// age orders days, those not known last.
func age(d nutgraf.Day) int64 {
	if d == nutgraf.NoDay {
		return 1 << 40
	}
	return int64(d)
}

// Find returns the passages that the reports of a story share, in the order of
// the reports. Being of one story, they are searched for shorter passages than
// a whole collection is. dates are the reports' dates as the story has them: one
// that other reports refute must give no direction.
func Find(members []nutgraf.Member, dates []nutgraf.DateRange, names *outlet.Names) []nutgraf.SharedText {
	articles := make([]Article, len(members))
	for i, m := range members {
		articles[i] = Article{ID: m.Doc.ID, Name: nutgraf.Letter(i), Outlet: m.Doc.Outlet, Day: nutgraf.NoDay, Text: m.Doc.Text}
		if i < len(dates) && dates[i].Firm {
			articles[i].Day = dates[i].From
		}
		if m.Ann == nil {
			continue
		}
		articles[i].Credits = func() []nutgraf.Credit { return m.Ann.Credits }
		articles[i].Quotes = []nutgraf.Span{}
		for _, q := range m.Ann.Quotes {
			if q.Kind != nutgraf.Indirect {
				articles[i].Quotes = append(articles[i].Quotes, q.Parts...)
			}
		}
	}
	var out []nutgraf.SharedText
	sides := newSides(articles, names)
	for _, x := range search(&texts{articles: articles}, withinStory) {
		p := passage(sides.of(x.a), sides.of(x.b), x, true)
		p.Src.Para = members[x.a].Doc.ParagraphAt(p.Src.Span.Start)
		p.Dst.Para = members[x.b].Doc.ParagraphAt(p.Dst.Span.Start)
		if !furniture(members[x.a].Doc, p.Src) && !furniture(members[x.b].Doc, p.Dst) {
			out = append(out, p)
		}
	}
	return out
}

// furniture reports whether a passage stands in what surrounds the article: an outlet's
// request to subscribe, or who contributed, tells nothing of where the report is from.
func furniture(d *nutgraf.Document, c nutgraf.Cite) bool {
	around := false
	for _, b := range d.Blocks {
		if b.Span.Overlap(c.Span) == 0 {
			continue
		}
		switch b.Kind {
		case nutgraf.Promo, nutgraf.Related, nutgraf.Tail, nutgraf.Byline, nutgraf.Correction:
			around = true
		default:
			return false
		}
	}
	return around
}

// search finds what the articles share, in their order.
func search(texts *texts, least scale) []shared {
	postings := post(texts.grams())
	var found []shared
	var s aligner
	for a := range texts.articles {
		seeds := postings.seeds(a)
		for i := range seeds {
			s.ahead(texts.of(seeds[i].b).words, int(seeds[i].pb))
		}
		for len(seeds) > 0 {
			n, b := 1, seeds[0].b
			for n < len(seeds) && seeds[n].b == b {
				n++
			}
			ta, tb := texts.of(uint32(a)), texts.of(b)
			for _, r := range stretches(ta.words, tb.words, seeds[:n], &s, least) {
				if least.apart {
					r = r.trimmed(ta, tb)
				}
				sa, sb := closing(ta.Text, tb.Text, ta.span(r.a0, r.a1), tb.span(r.b0, r.b1))
				found = append(found, shared{uint32(a), b, r, sa, sb, unasked, unasked})
			}
			seeds = seeds[n:]
		}
		texts.done(a)
	}
	return found
}

// closing takes the marks into both spans that follow them on both sides alike.
func closing(a, b string, sa, sb nutgraf.Span) (nutgraf.Span, nutgraf.Span) {
	for sa.End < len(a) && sb.End < len(b) {
		x, n := utf8.DecodeRuneInString(a[sa.End:])
		y, m := utf8.DecodeRuneInString(b[sb.End:])
		if x != y || !strings.ContainsRune(".,;:!?)”\"’'", x) {
			break
		}
		sa.End, sb.End = sa.End+n, sb.End+m
	}
	return sa, sb
}

// report makes the passages known, by the ids of their articles.
func report(sides *sides, found []shared) []nutgraf.SharedText {
	out := make([]nutgraf.SharedText, 0, len(found))
	for _, x := range found {
		a, b := sides.of(x.a), sides.of(x.b)
		if a.ID > b.ID {
			a, b = b, a
			x = x.turned()
		}
		out = append(out, passage(a, b, x, false))
	}
	slices.SortStableFunc(out, func(x, y nutgraf.SharedText) int {
		return cmp.Or(cmp.Compare(x.Src.Doc, y.Src.Doc), cmp.Compare(x.Dst.Doc, y.Dst.Doc),
			cmp.Compare(x.Src.Span.Start, y.Src.Span.Start), cmp.Compare(x.Dst.Span.Start, y.Dst.Span.Start))
	})
	return out
}

// turned is the same passage seen from the other side.
func (x shared) turned() shared {
	x.a, x.b = x.b, x.a
	x.sa, x.sb = x.sb, x.sa
	x.homeA, x.homeB = x.homeB, x.homeA
	r := x.run
	x.run.a0, x.run.a1, x.run.b0, x.run.b1 = r.b0, r.b1, r.a0, r.a1
	return x
}

// shared is a stretch that two articles share.
type shared struct {
	a, b   uint32
	run    run
	sa, sb nutgraf.Span
	// how much of the passage's matter each article speaks of elsewhere, in
	// percent; unasked before that is asked for
	homeA, homeB int
}

const unasked = -1

func passage(a, b *side, x shared, story bool) nutgraf.SharedText {
	p := nutgraf.SharedText{Src: cite(a.Article, x.sa), Dst: cite(b.Article, x.sb), Kind: kind(a.Article, b.Article, x)}
	p.Direction, p.Confidence, p.Why = direction(a, b, x, p.Kind == "quotation", story)
	return p
}

func cite(a *Article, s nutgraf.Span) nutgraf.Cite {
	return nutgraf.Cite{Ref: nutgraf.Ref{Doc: a.ID, Span: s}, Text: s.Of(a.Text)}
}
