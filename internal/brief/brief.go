// Package brief chooses the nut graf of a story: two to four sentences of the
// reports, verbatim, that together answer who, what, when and according to
// whom. A sentence is chosen for the matter that most reports share, for
// standing on its own, and for not giving one side of a difference as if it
// were settled. It never joins, shortens or rewords.
package brief

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

const (
	most  = 3   // sentences chosen
	floor = .16 // share of the first sentence's worth below which none is added
)

// Writer chooses nut grafs in one language. It is safe for concurrent use.
type Writer struct {
	gist     *gist.Reader
	dangling map[string]bool
	personal map[string]bool
	guessing map[string]bool
}

// New compiles a Writer from a language pack.
func New(pack *lang.Pack) *Writer {
	return &Writer{gist: gist.New(pack), dangling: pack.Set("dangling_openings"), personal: pack.Set("personal_pronouns"), guessing: pack.Set("guessing_words")}
}

// Write chooses the sentences; the most telling one stands first.
func (w *Writer) Write(members []nutgraf.Member, f nutgraf.Findings) nutgraf.Brief {
	cs := w.candidates(members, f)
	if len(cs) == 0 {
		return nutgraf.Brief{}
	}
	common := commonKeys(cs, len(members))
	for i := range cs {
		cs[i].worth = worth(cs[i], common)
	}
	var b nutgraf.Brief
	told := map[string]bool{}
	var first float64
	for len(b.Lines) < most {
		best, gain := -1, 0.0
		for i, c := range cs {
			if g := w.gain(c, common, told, len(b.Lines)); g > gain {
				best, gain = i, g
			}
		}
		if best < 0 || len(b.Lines) > 0 && gain < floor*first {
			break
		}
		if len(b.Lines) == 0 {
			first = gain
		}
		c := cs[best]
		b.Lines = append(b.Lines, line(members, f, c))
		for _, k := range c.keys {
			told[k] = true
		}
		cs = slices.DeleteFunc(cs, func(x candidate) bool { return x.member == c.member && x.span == c.span })
	}
	return b
}

// line makes a line of the brief, with the other places that say the same and
// a gloss for a day that only the story can name.
func line(members []nutgraf.Member, f nutgraf.Findings, c candidate) nutgraf.BriefLine {
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
			if s.Cite.Doc != doc.ID && s.Stance != nutgraf.Differs && !slices.ContainsFunc(l.Cites, func(x nutgraf.Cite) bool { return x.Doc == s.Cite.Doc }) {
				l.Cites = append(l.Cites, s.Cite)
			}
		}
	}
	l.Note = gloss(members, f, c)
	return l
}

// gloss names the day that a weekday or a relative word of the sentence means;
// a date in figures needs none.
func gloss(members []nutgraf.Member, f nutgraf.Findings, c candidate) string {
	times := members[c.member].Ann.Times
	if c.member < len(f.Times) && len(f.Times[c.member]) == len(times) {
		times = f.Times[c.member]
	}
	for _, t := range times {
		if !c.span.Contains(t.Span) || !t.Resolved || t.From == nutgraf.NoDay || t.From != t.To || t.Type != nutgraf.DateType || t.Value == "PRESENT_REF" {
			continue
		}
		y, m, d := t.From.Date()
		words := t.Span.Of(members[c.member].Doc.Text)
		full := fmt.Sprintf("%d %s %d", d, m, y)
		if !strings.ContainsAny(words, "0123456789") {
			return words + ": " + full
		}
	}
	return ""
}
