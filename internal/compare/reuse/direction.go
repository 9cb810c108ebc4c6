package reuse

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/outlet"
)

// kind classes a passage: a quotation when most of it stands within quotation
// marks on either side, since a shared quotation shows a common source and no
// more; else verbatim or edited.
func kind(a, b *Article, x shared) string {
	if quoted(a, x.sa) || quoted(b, x.sb) {
		return "quotation"
	}
	if x.run.same == x.run.a1-x.run.a0 && x.run.same == x.run.b1-x.run.b0 {
		return "verbatim"
	}
	return "edited"
}

// quoted reports whether four fifths of s stand within quotation marks.
func quoted(a *Article, s nutgraf.Span) bool {
	quotes := a.Quotes
	if quotes == nil {
		quotes = marked(a.Text, s)
	}
	inside := 0
	for _, q := range quotes {
		inside += q.Overlap(s)
	}
	return inside*5 >= s.Len()*4
}

// maxQuote is the length in bytes of the longest quotation found by its marks.
const maxQuote = 1500

// marked finds the quotations around s by their marks: curly ones, or straight
// ones counted from the beginning of the paragraph.
func marked(text string, s nutgraf.Span) []nutgraf.Span {
	from := max(0, s.Start-maxQuote)
	if n := strings.LastIndexByte(text[from:s.Start], '\n'); n >= 0 {
		from += n + 1
	}
	var out []nutgraf.Span
	open := -1
	for i := from; i < min(len(text), s.End+maxQuote); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '“', r == '«', r == '"' && open < 0:
			open = i
		case (r == '”' || r == '»' || r == '"') && open >= 0:
			out = append(out, nutgraf.Span{Start: open, End: i + n})
			open = -1
		case r == '\n':
			if open >= 0 && open >= from {
				out = append(out, nutgraf.Span{Start: open, End: i})
			}
			open = -1
			if i >= s.End {
				return out
			}
		}
		i += n
	}
	return out
}

// side is an article as direction asks of it. What only some passages need is
// found when it is asked for, and kept.
type side struct {
	*Article
	names   *outlet.Names
	folded  string // the text, folded; "" before it is asked for
	credits []nutgraf.Credit
	read    bool // whether the credits are known
}

// sides are the articles of a collection as direction asks of them.
type sides struct {
	names    *outlet.Names
	articles []Article
	made     map[uint32]*side
}

func newSides(articles []Article, names *outlet.Names) *sides {
	return &sides{names: names, articles: articles, made: map[uint32]*side{}}
}

func (s *sides) of(i uint32) *side {
	if s.made[i] == nil {
		s.made[i] = &side{Article: &s.articles[i], names: s.names}
	}
	return s.made[i]
}

// beside is how near, in bytes, a credit must stand to a passage to cover it.
const beside = 300

// direction says from which side a passage most likely came, and why: "src",
// "dst" or "unknown". The reasons are tried in the order of their strength;
// that a side is an agency's, or was published first, says nothing of a quotation, and
// the time nothing of what a third outlet is credited with: both sides may have these
// from there. A short passage may stand in both by chance
// or be a set phrase: only a credit within it tells.
//
// Among the reports of one story these two reasons count for what is copied nearly word
// for word, the time where the two credit no third outlet alike: two that tell one event
// have much from one source.
func direction(a, b *side, x shared, quotation, story bool) (side string, confidence float64, why string) {
	long := x.run.same >= minLong
	if toA, toB := b.credit(x.sb, long, a), a.credit(x.sa, long, b); toA != toB {
		if toA {
			return "src", .9, fmt.Sprintf("beside the passage %s names %s", b.name(), a.Outlet)
		}
		return "dst", .9, fmt.Sprintf("beside the passage %s names %s", a.name(), b.Outlet)
	}
	copied := long && !quotation && (!story || 5*x.run.same >= 4*max(x.run.a1-x.run.a0, x.run.b1-x.run.b0))
	if wa, wb := a.names.Agency(a.Outlet), b.names.Agency(b.Outlet); wa != wb && copied {
		if wa {
			return "src", .8, fmt.Sprintf("%s is of a news agency", a.name())
		}
		return "dst", .8, fmt.Sprintf("%s is of a news agency", b.name())
	}
	if side, ok := containment(a.Article, b.Article, x); ok {
		return side, .65, "one article lies almost whole in the other, and ends sooner"
	}
	if !copied || a.Day == nutgraf.NoDay || b.Day == nutgraf.NoDay || a.Day == b.Day || max(a.Day-b.Day, b.Day-a.Day) > maxDays ||
		a.third(x.sa, b) || b.third(x.sb, a) || story && a.alike(b) {
		return "unknown", 0, "nothing shows from which side it came"
	}
	if a.Day < b.Day {
		return "src", .6, dated(a.Article, b.Article)
	}
	return "dst", .6, dated(b.Article, a.Article)
}

// dated says which of two articles bears the earlier date.
func dated(a, b *Article) string {
	const form = "2 Jan 2006"
	return fmt.Sprintf("%s is dated %s, %s %s", a.name(), a.Day.Time().Format(form), b.name(), b.Day.Time().Format(form))
}

func (a *Article) name() string { return cmp.Or(a.Name, a.ID) }

const (
	minLong = 20 // words that must agree for more than a credit within the passage to speak
	maxDays = 14 // days apart beyond which dates say nothing: both may have it from elsewhere
)

// credit reports whether the article credits the other's outlet within its
// passage at s or, the passage being long, beside it or for the whole article.
// Who reported the news first need not have written these words, nor has an outlet whose poll
// is named.
func (a *side) credit(s nutgraf.Span, long bool, other *side) bool {
	key := a.names.Key(other.Outlet)
	if a.Credits == nil || key == "" || key == a.names.Key(a.Outlet) {
		return false
	}
	if a.folded == "" {
		a.folded = fold.String(a.Text)
	}
	if !a.names.In(a.folded, other.Outlet) {
		return false
	}
	near := s
	if long {
		near = nutgraf.Span{Start: s.Start - beside, End: s.End + beside}
	}
	return slices.ContainsFunc(a.credited(), func(c nutgraf.Credit) bool {
		whole := long && c.Scope == nutgraf.WholeArticle && c.Kind != nutgraf.CreditFirstReported
		return (whole || near.Overlap(c.Span) > 0) && a.names.Key(c.Outlet) == key && !c.Survey()
	})
}

// third reports whether the article names a third outlet as the source of its passage
// at s, or a news agency as one of the whole: the other may have it from there, too.
func (a *side) third(s nutgraf.Span, other *side) bool {
	near := nutgraf.Span{Start: s.Start - beside, End: s.End + beside}
	own, theirs := a.names.Key(a.Outlet), a.names.Key(other.Outlet)
	if own == theirs && own != "" {
		return false // what an outlet has written it goes on with
	}
	return slices.ContainsFunc(a.credited(), func(c nutgraf.Credit) bool {
		k := a.names.Key(c.Outlet)
		return k != "" && k != own && k != theirs && (near.Overlap(c.Span) > 0 || c.Scope == nutgraf.WholeArticle && a.names.Agency(c.Outlet))
	})
}

// alike reports whether both articles credit one and the same third outlet.
func (a *side) alike(b *side) bool {
	own, theirs := a.names.Key(a.Outlet), a.names.Key(b.Outlet)
	return slices.ContainsFunc(a.credited(), func(c nutgraf.Credit) bool {
		k := a.names.Key(c.Outlet)
		return k != "" && k != own && k != theirs && c.Kind != nutgraf.CreditSocialPost && slices.ContainsFunc(b.credited(), func(d nutgraf.Credit) bool { return a.names.Key(d.Outlet) == k })
	})
}

// credited are the credits of the article, read when they are first asked for.
func (a *side) credited() []nutgraf.Credit {
	if !a.read && a.Credits != nil {
		a.credits, a.read = a.Credits(), true
	}
	return a.credits
}

// containment reports whether the passage is almost the whole of one article
// and begins near the beginning of both: the shorter was then likely cut from
// the tail of the longer.
func containment(a, b *Article, x shared) (string, bool) {
	whole := func(s nutgraf.Span, of int) bool { return s.Len()*10 >= of*8 }
	la, lb := len(a.Text), len(b.Text)
	if x.sa.Start > la/5 && x.sb.Start > lb/5 {
		return "", false
	}
	switch {
	case whole(x.sb, lb) && la*10 > lb*13:
		return "src", true
	case whole(x.sa, la) && lb*10 > la*13:
		return "dst", true
	}
	return "", false
}
