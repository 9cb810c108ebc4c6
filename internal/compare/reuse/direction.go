package reuse

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"nutgraf"
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

// beside is how near, in bytes, a credit must stand to a passage to cover it.
const beside = 300

// direction says from which side a passage most likely came, and why: "src",
// "dst" or "unknown". The reasons are tried in the order of their strength;
// the time of publication comes last and says nothing of a quotation, which
// both sides may have from a third.
func direction(a, b *Article, x shared, quotation bool) (side string, confidence float64, why string) {
	if toA, toB := credits(b, x.sb, a.Outlet), credits(a, x.sa, b.Outlet); toA != toB {
		if toA {
			return "src", .9, fmt.Sprintf("beside the passage %s names %s", b.name(), a.Outlet)
		}
		return "dst", .9, fmt.Sprintf("beside the passage %s names %s", a.name(), b.Outlet)
	}
	if wa, wb := wire(a), wire(b); wa != wb {
		if wa {
			return "src", .8, fmt.Sprintf("%s is of a news agency", a.name())
		}
		return "dst", .8, fmt.Sprintf("%s is of a news agency", b.name())
	}
	if side, ok := containment(a, b, x); ok {
		return side, .65, "one article lies almost whole in the other, and ends sooner"
	}
	if quotation || a.Day == nutgraf.NoDay || b.Day == nutgraf.NoDay || a.Day == b.Day || x.run.same < minDated {
		return "unknown", 0, "nothing shows from which side it came"
	}
	if a.Day < b.Day {
		return "src", .6, dated(a, b)
	}
	return "dst", .6, dated(b, a)
}

// dated says which of two articles bears the earlier date.
func dated(a, b *Article) string {
	const form = "2 Jan 2006"
	return fmt.Sprintf("%s is dated %s, %s %s", a.name(), a.Day.Time().Format(form), b.name(), b.Day.Time().Format(form))
}

func (a *Article) name() string { return cmp.Or(a.Name, a.ID) }

// minDated is the number of words that must agree for dates alone to speak.
const minDated = 20

// credits reports whether article a, at or beside the passage at s or for the
// whole of itself, credits the outlet.
func credits(a *Article, s nutgraf.Span, outlet string) bool {
	if len(outlet) < 3 || outlet == a.Outlet {
		return false
	}
	near := nutgraf.Span{Start: s.Start - beside, End: s.End + beside}
	for _, c := range a.Credits {
		if strings.EqualFold(c.Outlet, outlet) && (c.Scope == nutgraf.WholeArticle || near.Overlap(c.Span) > 0) {
			return true
		}
	}
	if a.Credits != nil {
		return false
	}
	return strings.Contains(a.Text[max(0, near.Start):min(len(a.Text), near.End)], outlet)
}

// wire reports whether an article's outlet is a news agency.
func wire(a *Article) bool {
	for _, w := range []string{"Associated Press", "AP", "Reuters", "AFP", "Agence France-Presse", "UPI", "Bloomberg", "PA Media", "dpa"} {
		if strings.EqualFold(a.Outlet, w) {
			return true
		}
	}
	return false
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
