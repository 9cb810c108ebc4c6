// Package brief chooses the nut graf of a story: up to three sentences of the
// reports, verbatim, that together answer who, what, when and according to
// whom; and a title of theirs as the story's headline. A sentence is chosen for
// the matter that most reports share, for standing on its own, and for not giving
// one side of a difference as if it were settled. It never joins, shortens or
// rewords.
package brief

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

const most = 3 // sentences chosen

// floors are the log odds below which no first, second and third sentence is chosen.
var floors = [most]float64{-1, -.45, -.3}

// alone is how well a sentence must stand alone to be chosen.
const alone = .45

// Writer chooses nut grafs in one language. It is safe for concurrent use.
type Writer struct {
	gist        *gist.Reader
	pointing    map[string]bool // "this", "those"
	personal    map[string]bool
	narrowing   map[string]bool // words behind a noun that say which one
	sole        map[string]bool // nouns of which there is one
	function    map[string]bool // words without matter of their own
	judge       *standing.Judge
	musing      map[string]bool // verbs by which one who comments says what may come or should be
	bygone      map[string]bool // words of what was long before
	coming      map[string]bool // words that tell with "to" of what is to come
	impending   map[string]bool // words by which a title tells of what is at hand
	me          map[string]bool // words by which a title's writer speaks of himself
	denying     map[string]bool // words by which somebody denies or doubts what is reported
	refusable   map[string]bool // what is asked for: who denies it says of nothing that it is not so
	verifying   map[string]bool // words that say behind "independently" how sure what is told is
	answering   map[string]bool // words by which somebody answers what is told
	eventual    map[string]bool // nouns that mean the event itself behind "the" alone
	attributing map[string]bool // words that say who says so
	deciding    map[string]bool // words that say who decided so
	guessing    map[string]bool
	posing      map[string]bool // verbs of picture captions
	pictured    map[string]bool // words that stand in brackets in captions and say who is who
	turning     map[string]bool
	told        map[string]bool // nouns of what was most likely told of before, behind "the" alone
	single      map[string]bool // pronouns that stand for one person
	objects     map[string]bool // pronouns that can be a verb's object
	leading     map[string]bool // prepositions between a verb and its object
	helping     map[string]bool // words of a verb group besides its finite verb
	obliging    map[string]bool // musing words that say what should be
	relative    map[string]bool // words behind a noun that open a clause on it
	adjoining   map[string]bool // openings that hang a clause or a phrase on the sentence before
	listed      map[string]bool // things of which a title counts its list's entries
	counts      map[string]bool // numbers that begin such a title
	weighing    map[string]bool // nouns by which a writer weighs a matter
	extolling   map[string]bool // superlatives before "ever"
	beforeMay   map[string]bool // words behind which "may" is the month
	famous      map[string]bool
	namedDays   map[string]bool     // words that make of a weekday the name of a certain day
	angles      map[string][]string // words by which a title gives an angle on an event, by kind
}

// New compiles a Writer from a language pack.
func New(pack *lang.Pack) *Writer {
	words, titles := pack.Kinds("standing_words"), pack.Kinds("title_words")
	w := &Writer{
		gist: gist.New(pack), judge: standing.New(pack),
		personal: pack.Set("personal_pronouns"), guessing: pack.Set("guessing_words"), function: pack.Set("function_words"),
		attributing: pack.Set("saying_verbs"), famous: pack.Set("public_figures"),
		pointing: words["point"], narrowing: words["narrow"], sole: words["sole"], told: words["told"], turning: words["turn"], relative: words["relative"], adjoining: words["adjunct"],
		posing: words["pose"], pictured: words["picture"], musing: words["muse"], obliging: words["oblige"], bygone: words["bygone"],
		denying: words["deny"], refusable: words["refuse"], verifying: words["verify"], answering: words["answer"], deciding: words["decide"],
		eventual: words["event"], coming: words["come"], impending: words["impend"], me: titles["me"],
		single: words["single"], objects: words["object"], leading: words["lead"], helping: words["helper"],
		listed: titles["list"], counts: titles["count"], weighing: titles["weigh"], extolling: titles["extol"], beforeMay: titles["month"],
		namedDays: pack.Set("named_days"), angles: map[string][]string{},
	}
	for _, row := range pack.Rows("headline_angles") {
		w.angles[row[0]] = append(w.angles[row[0]], row[1])
	}
	return w
}

// Write chooses the sentences; the most telling one stands first.
func (w *Writer) Write(members []nutgraf.Member, f nutgraf.Findings) nutgraf.Brief {
	s, cs := w.weighed(members, f)
	var chosen []candidate
	for len(chosen) < most {
		best, odds := -1, floors[len(chosen)]
		for i := range cs {
			if g, ok := s.next(members, &cs[i], chosen); ok && g > odds {
				best, odds = i, g
			}
		}
		if best < 0 {
			break
		}
		chosen = insert(chosen, cs[best])
		cs = slices.Delete(cs, best, best+1)
	}
	var b nutgraf.Brief
	for _, c := range chosen {
		b.Lines = append(b.Lines, w.line(members, f, c))
	}
	b.Headline = w.headline(members, f, b.Lines)
	return b
}

// next is how likely a sentence should be chosen behind those chosen, as log odds; ok is
// false for one that may not.
func (s *scale) next(members []nutgraf.Member, c *candidate, chosen []candidate) (odds float64, ok bool) {
	if len(chosen) == 0 {
		return c.telling(), c.opens(members)
	}
	if !s.goesWith(c, chosen) {
		return 0, false
	}
	return s.adds(members, c, chosen), true
}

// weighed returns the sentences that may stand in the nut graf, each with its worth.
func (w *Writer) weighed(members []nutgraf.Member, f nutgraf.Findings) (*scale, []candidate) {
	cs := w.sentences(members, f)
	s, plain := w.newScale(members, cs), w.plain(members, cs)
	cs = slices.DeleteFunc(cs, func(c candidate) bool { return !c.fit || c.comments || c.alone < alone })
	s.weigh(members, cs, plain)
	return s, cs
}

// insert adds a sentence behind the one it follows in its report, or before the one that
// follows it there, else last.
func insert(chosen []candidate, c candidate) []candidate {
	for i, x := range chosen {
		switch {
		case follows(c, x):
			return slices.Insert(chosen, i+1, c)
		case i > 0 && follows(x, c):
			return slices.Insert(chosen, i, c)
		}
	}
	return append(chosen, c)
}

func follows(c, x candidate) bool { return c.member == x.member && c.order == x.order+1 }

// line makes a line of the brief, with the other places that say the same and
// a gloss for a day that only the story can name. What is still to come in one place
// and has happened in the other is not the same.
func (w *Writer) line(members []nutgraf.Member, f nutgraf.Findings, c candidate) nutgraf.BriefLine {
	doc := members[c.member].Doc
	l := nutgraf.BriefLine{Text: c.span.Of(doc.Text), Cites: []nutgraf.Cite{doc.Cite(c.span)}}
	for _, cl := range f.Claims {
		mine := slices.ContainsFunc(cl.Support, func(s nutgraf.Support) bool {
			return s.Cite.Doc == doc.ID && c.span.Contains(s.Cite.Span) && s.Cite.Span.Len()*2 > c.span.Len()
		})
		if !mine {
			continue
		}
		for _, s := range cl.Support {
			if s.Cite.Doc != doc.ID && s.Stance != nutgraf.Differs && w.ahead(s.Cite.Text) == w.ahead(l.Text) && !slices.ContainsFunc(l.Cites, func(x nutgraf.Cite) bool { return x.Doc == s.Cite.Doc }) {
				l.Cites = append(l.Cites, s.Cite)
			}
		}
	}
	l.Note = w.gloss(members, f, c)
	return l
}

// ahead reports whether words tell of what is to come.
func (w *Writer) ahead(text string) bool {
	words := titleWords(text)
	for i := range words {
		if w.comes(words, i) {
			return true
		}
	}
	return false
}

// due reports whether the words before a day tell of what is to come on it, and not of
// who said so on it.
func (w *Writer) due(before string) bool {
	words := titleWords(before)
	for i := len(words) - 1; i >= 0 && !w.attributing[words[i]]; i-- {
		if w.comes(words, i) {
			return true
		}
	}
	return false
}

// gloss names the day that a weekday or a relative word of the sentence means;
// a date in figures needs none, and one between marks counts from the day on which it
// was said.
func (w *Writer) gloss(members []nutgraf.Member, f nutgraf.Findings, c candidate) string {
	times := members[c.member].Ann.Times
	if c.member < len(f.Times) && len(f.Times[c.member]) == len(times) {
		times = f.Times[c.member]
	}
	for _, t := range times {
		if !c.span.Contains(t.Span) || c.inMarks(t.Span) || !t.Resolved || t.From == nutgraf.NoDay || t.From != t.To || t.Type != nutgraf.DateType || t.Value == "PRESENT_REF" || t.Anchor == nutgraf.AnchorText {
			continue
		}
		y, m, d := t.From.Date()
		words := t.Span.Of(members[c.member].Doc.Text)
		full := fmt.Sprintf("%d %s %d", d, m, y)
		if weekday(t.Form) && !strings.HasPrefix(lang.Lower(words), "last ") && !w.certain(members[c.member], t.Span) && !owning(members[c.member].Doc.Text, t.Span) {
			return words + ": " + full
		}
	}
	return ""
}

// certain reports whether a weekday is the name of a certain day ("Super Tuesday").
func (w *Writer) certain(m nutgraf.Member, at nutgraf.Span) bool {
	i := m.Seg.TokenAt(at.Start)
	return i > 0 && i < len(m.Seg.Tokens) && w.namedDays[m.Seg.Tokens[i-1].Span().Of(m.Doc.Text)]
}

// owning reports whether a weekday owns what happens on it ("before Tuesday's vote"):
// the sentence's verb does not tell then whether the day is past or to come.
func owning(text string, at nutgraf.Span) bool {
	words, behind := at.Of(text), text[at.End:]
	return strings.HasPrefix(behind, "'s ") || strings.HasPrefix(behind, "’s ") || strings.HasSuffix(words, "'s") || strings.HasSuffix(words, "’s")
}

// weekday reports whether the form of a time is a weekday or a count of days
// from the day of the report, which a reader of another day cannot place.
func weekday(form string) bool {
	return strings.HasPrefix(form, "XXXX-WXX-") || strings.HasPrefix(form, "P") && strings.HasSuffix(form, "D")
}
