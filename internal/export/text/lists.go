package text

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

func newSheet(o Options) *sheet {
	if o.Width <= 0 {
		o.Width = 80
	}
	return &sheet{width: max(o.Width, 40), colour: o.Colour}
}

// List writes stories as a list: title, days, reports, marks, id.
func List(w io.Writer, lines []nutgraf.StoryLine, o Options) error {
	s := newSheet(o)
	for _, l := range lines {
		s.spread(bold, 0, clean(l.Title)+plain, l.ID)
		parts := []string{count(l.Reports, "report")}
		if d := span(l.First, l.Last, true); d != "" {
			parts = append(parts, d)
		}
		if l.Quotes > 0 {
			parts = append(parts, count(l.Quotes, "utterance"))
		}
		if l.Differences > 0 {
			parts = append(parts, count(l.Differences, "difference"))
		}
		if l.Warnings > 0 {
			parts = append(parts, count(l.Warnings, "date warning"))
		}
		s.wrap("  ", 2, strings.Join(parts, " · "))
	}
	_, err := io.WriteString(w, s.b.String())
	return err
}

// Passages writes what a search has found, its hits marked.
func Passages(w io.Writer, found []nutgraf.Passage, o Options) error {
	s := newSheet(o)
	for i, p := range found {
		if i > 0 {
			s.line("")
		}
		where := p.Article.ID
		if p.Cite.Para > 0 {
			where += fmt.Sprintf(" ¶%d", p.Cite.Para)
		}
		head := cmp.Or(p.Article.Outlet, label.Unnamed)
		if d := p.Article.Published.Day(); d != nutgraf.NoDay {
			head += ", " + day(d, true)
		}
		if p.Speaker != "" {
			head += " · " + p.Speaker
		}
		s.spread("", 2, bold+clean(head)+plain, clean(where))
		s.wrap("  ", 2, marked(p))
		if p.Article.Story != "" {
			s.wrap("  ", 2, dim+"story "+p.Article.Story+plain)
		}
	}
	_, err := io.WriteString(w, s.b.String())
	return err
}

// marked is a passage with its hits in bold.
func marked(p nutgraf.Passage) string {
	var b strings.Builder
	at, base := 0, p.Cite.Span.Start
	for _, h := range p.Hits {
		from, to := h.Start-base, h.End-base
		if from < at || to > len(p.Cite.Text) {
			continue
		}
		b.WriteString(kept(p.Cite.Text[at:from]) + bold + clean(p.Cite.Text[from:to]) + plain)
		at = to
	}
	b.WriteString(kept(p.Cite.Text[at:]))
	return strings.TrimSpace(b.String())
}

// kept cleans a piece of text and keeps the spaces at its ends.
func kept(text string) string {
	out := clean(text)
	if out == "" {
		if text != "" {
			return " "
		}
		return ""
	}
	if strings.ContainsAny(text[:1], " \n\t\r") {
		out = " " + out
	}
	if strings.ContainsAny(text[len(text)-1:], " \n\t\r") {
		out += " "
	}
	return out
}

// Utterances writes what somebody said, by speaker and story: the fullest wording
// of each utterance with when it was said, to whom, and every other wording with
// the reports that have it.
func Utterances(w io.Writer, all []nutgraf.Utterance, o Options) error {
	s := newSheet(o)
	v := newView(s, &nutgraf.StoryPage{}, o)
	speaker, story := "", ""
	for _, u := range all {
		f := &u.Family
		if len(f.Variants) == 0 || f.Fullest < 0 || f.Fullest >= len(f.Variants) {
			continue
		}
		if f.Speaker != speaker {
			if speaker != "" {
				s.line("")
			}
			s.line(bold + clean(f.Speaker) + plain)
			speaker, story = f.Speaker, ""
		}
		if u.Story != story {
			s.spread(" ", 2, clean(u.StoryTitle), u.Story)
			story = u.Story
		}
		words := utteranceWords(f, f.Variants[f.Fullest].Cites)
		words = marks(f, words, words)
		if f.Kind == nutgraf.Indirect {
			words = "not quoted: " + words
		}
		right := holders(f)
		if when := said(f); when != "" {
			right = when + "  " + right
		}
		s.spread("   ", 4, words, right)
		v.notes(f)
		v.wordings(f)
	}
	_, err := io.WriteString(w, s.b.String())
	return err
}

// holders are the reports that carry an utterance.
func holders(f *nutgraf.Family) string {
	var out []string
	for _, v := range f.Variants {
		if id := clean(v.Doc); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return strings.Join(out, ", ")
}
