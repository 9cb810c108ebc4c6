package md

import (
	"fmt"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// figures is the line under the headline.
func (d *dossier) figures() {
	f, parts := &d.p.Figures, []string(nil)
	add := func(n int, noun string) {
		if n > 0 {
			parts = append(parts, count(n, noun))
		}
	}
	parts = append(parts, label.Reports(f))
	if f.FollowUps > 0 {
		parts = append(parts, count(f.FollowUps, "further report")+" in this saga")
	}
	if f.Origin != "" {
		held := "not held"
		if f.OriginHeld {
			held = "held"
		}
		parts = append(parts, fmt.Sprintf("%s to %s (%s)", label.Pointing(f.OriginNamedBy, f.Reports), escape(f.Origin), held))
	}
	add(f.Quotations, "quotation")
	if f.Differences == 0 && len(d.p.Articles) > 1 {
		parts = append(parts, label.NoDifferences)
	}
	add(f.Differences, "difference")
	add(f.DateWarnings, "date warning")
	if d.p.TitleCite.Doc != "" {
		parts = append(parts, "headline of "+d.letter(d.p.TitleCite.Doc))
	}
	d.linef("%s\n", strings.Join(parts, " · "))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// day writes a day as newspapers do.
func day(d nutgraf.Day) string {
	if d == nutgraf.NoDay {
		return ""
	}
	return d.Time().Format("2 Jan 2006")
}

// dated names the report whose page bears a refused date.
func (d *dossier) dated(e nutgraf.TimelineEntry) string {
	letter, _, _ := strings.Cut(e.Text, " ")
	return letter
}

// apart tells what each report alone says, and what was not found in it.
func (d *dossier) apart() {
	claims := map[string]*nutgraf.Claim{}
	for i := range d.p.Claims {
		claims[d.p.Claims[i].ID] = &d.p.Claims[i]
	}
	headed := false
	for _, a := range d.texts {
		if len(a.Only)+len(a.NotFound) == 0 || len(d.texts) < 2 {
			continue
		}
		if !headed {
			d.line("## What each report alone says\n")
			headed = true
		}
		d.linef("**%s**\n", a.Letter)
		for _, c := range a.Only {
			d.linef("- %s%s", quoted(c.Text), d.refs([]nutgraf.Cite{c}))
		}
		for _, c := range label.Missing(a.NotFound, claims) {
			d.linef("- not found in the text held: %s%s", quoted(c.Label.Text), d.refs([]nutgraf.Cite{c.Label}))
		}
		d.line("")
	}
}

// saga lists the other stories of the saga.
func (d *dossier) saga() {
	if len(d.p.SagaStories) == 0 {
		return
	}
	d.line("## More of this saga\n")
	for _, s := range d.p.SagaStories {
		when := ""
		if s.First != nutgraf.NoDay {
			when = ", " + day(s.First)
		}
		d.linef("- %s (%s%s)", escape(s.Title), count(len(s.Articles), "report"), when)
	}
	d.line("")
}
