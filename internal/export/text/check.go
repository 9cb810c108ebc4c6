package text

import (
	"cmp"
	"fmt"
	"io"

	"nutgraf"
	"nutgraf/internal/label"
)

// Check writes how a draft stands to the reports held, whose documents
// o.Document gives.
func Check(w io.Writer, c *nutgraf.DraftCheck, o Options) error {
	held := o.Document
	o.Document = func(id string) *nutgraf.Document {
		if id == c.Doc.ID {
			return &c.Doc
		}
		return held(id)
	}
	v := &view{sheet: newSheet(o), o: o, letters: map[string]string{c.Doc.ID: "draft"}}
	for i, r := range c.Reports {
		v.letters[r.ID] = nutgraf.Letter(i)
	}
	if c.Doc.Title != "" {
		v.wrap("", 0, bold+clean(c.Doc.Title)+plain)
	}
	v.wrap("", 0, fmt.Sprintf("Laid beside %s held%s", count(c.Compared, "report"), tail(len(c.Reports))))
	v.draftReports(c.Reports)
	if len(c.Quotes) > 0 {
		v.head("QUOTATIONS")
	}
	for i := range c.Quotes {
		v.draftQuote(&c.Quotes[i])
	}
	if len(c.Conflicts) > 0 {
		v.head("WHERE REPORTS DIFFER")
	}
	for i := range c.Conflicts {
		v.draftConflict(i+1, &c.Conflicts[i])
	}
	if len(c.Shared) > 0 {
		v.head("WORDS ALSO FOUND ELSEWHERE, NOT CREDITED IN THE DRAFT")
	}
	for _, s := range c.Shared {
		at := " " + v.place(s.Own) + "  "
		v.wrap(at, columns(at), quoted(clip(clean(s.Own.Text), 3*v.width)))
		v.wrap("   ", 5, "also in "+v.places(s.Also, ", "))
	}
	_, err := io.WriteString(w, v.b.String())
	return err
}

func (v *view) draftReports(all []nutgraf.DraftReport) {
	for _, r := range all {
		outlet := cmp.Or(clean(r.Outlet), label.Unnamed)
		v.spread(" "+v.letter(r.ID)+"  ", 4, outlet+": "+clean(r.Title), clean(r.ID))
	}
}

func (v *view) draftQuote(q *nutgraf.DraftQuote) {
	at := " " + v.place(q.Cites[0]) + "  "
	words := quoted(clip(wordsOf(q.Cites), 2*v.width))
	v.spread(at, 4, words, clean(q.Speaker))
	says := label.Held(q.Held)
	if len(q.Nearest) > 0 {
		says += ": " + v.places(q.Nearest, " ")
		for _, id := range q.Also {
			says += ", " + v.letter(id)
		}
	}
	v.wrap("   ", 5, says)
	if text := v.diff(q.Diff); text != "" {
		v.wrap("   ", 5, text)
	}
	if q.Held == nutgraf.HeldParaphrase {
		v.wrap("   ", 5, quoted(clip(wordsOf(q.Nearest), 2*v.width)))
	}
	if q.HeldSpeaker != "" {
		v.wrap("   ", 5, "there the speaker is "+clean(nutgraf.Together(q.HeldSpeaker)))
	}
}

func (v *view) draftConflict(n int, c *nutgraf.DraftConflict) {
	shown := nutgraf.Conflict{Matter: c.Matter, Why: c.Why}
	for _, s := range c.Own {
		s.Letter = "draft"
		shown.Sides = append(shown.Sides, s)
	}
	for _, s := range c.Others {
		s.Letter = "held"
		shown.Sides = append(shown.Sides, s)
	}
	v.conflict(n, &shown)
}

// tail says that reports are listed.
func tail(listed int) string {
	if listed == 0 {
		return "."
	}
	return "; those that bear on the draft:"
}
