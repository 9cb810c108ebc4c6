package render

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/label"
)

// titleOf says whose words the page is headed by: a report's headline, or a sentence of it
// where none will do.
func (s *sheet) titleOf() ([]Chip, string) {
	c := s.p.TitleCite
	if c.Doc == "" {
		return nil, ""
	}
	from := "Headline borrowed from report " + s.letter(c.Doc)
	if c.Para > 0 {
		from = "In the place of a headline, a sentence of report " + s.letter(c.Doc)
	}
	if c.Span.IsZero() {
		return nil, from
	}
	return s.chips(c), from
}

// figures are the parts of the header's line, each a link to its block. All
// numbers are those of the page's Figures.
func (s *sheet) figures() []figure {
	f := s.p.Figures
	out := []figure{{label.Reports(&f), "#reports"}}
	if f.FollowUps > 0 {
		one, many := "follow-up", "follow-ups"
		if s.hasEarlier() {
			one, many = "further report in this saga", "further reports in this saga"
		}
		out = append(out, figure{plural(f.FollowUps, one, many), "#saga"})
	}
	if t := s.origin(); t != "" {
		out = append(out, figure{t, "#origin"})
	}
	if f.Quotations > 0 {
		t := plural(f.Quotations, "quotation", "quotations")
		if f.Utterances != f.Quotations {
			t += fmt.Sprintf(" (%s)", plural(f.Utterances, "utterance", "utterances"))
		}
		out = append(out, figure{t, "#said"})
	}
	differ := label.NoDifferences
	if f.Differences > 0 {
		differ = plural(f.Differences, "difference", "differences")
	}
	if f.Differences > 0 || !s.alone() {
		out = append(out, figure{differ, "#differ"})
	}
	if f.DateWarnings > 0 {
		out = append(out, figure{plural(f.DateWarnings, "date warning", "date warnings"), "#dates"})
	}
	return out
}

// alone reports whether one report is all there is: nothing can be laid beside it.
func (s *sheet) alone() bool { return len(s.p.Articles) == 1 }

// hasEarlier reports whether another story of the saga may well come before
// this one: by its days or, where those are not known, by being the larger one.
func (s *sheet) hasEarlier() bool {
	return slices.ContainsFunc(s.p.SagaStories, func(l nutgraf.StoryLink) bool {
		if l.Last != nutgraf.NoDay && s.p.First != nutgraf.NoDay {
			return l.Last < s.p.First
		}
		return len(l.Articles) > len(s.p.Articles)
	})
}

// origin names the one origin that the reports name for the news.
func (s *sheet) origin() string {
	f := s.p.Figures
	if f.Origin == "" || f.OriginNamedBy == 0 {
		return ""
	}
	held := "not held"
	if f.OriginHeld {
		held = "held"
	}
	return fmt.Sprintf("%s to %s (%s)", label.Pointing(f.OriginNamedBy, f.Reports), f.Origin, held)
}

// pointing says under the figures to whom the reports trace the news, and which
// report is the earliest held.
func (s *sheet) pointing() string {
	var out []string
	if origin := s.traced(); origin != "" {
		out = append(out, origin)
	}
	if len(s.p.Articles) > 1 {
		earliest := "Which report is the earliest cannot be said."
		if l := s.letter(s.p.Provenance.Earliest); l != "" {
			earliest = "Earliest held: " + l + ", " + s.name(s.p.Provenance.Earliest) + "."
		}
		out = append(out, earliest)
	}
	return strings.Join(out, " ")
}

// traced is the sentence that names the origin.
func (s *sheet) traced() string {
	f := s.p.Figures
	if f.Origin == "" || f.OriginNamedBy == 0 {
		var names []string
		for _, n := range s.p.Provenance.Nodes {
			if n.Role == nutgraf.RoleNewsOrigin {
				names = append(names, n.Name)
			}
		}
		if len(names) > 0 {
			return "Named as the origin of the news: " + strings.Join(names, ", ") + "."
		}
		if len(s.p.Articles) > 1 {
			return "No report names an origin of the news."
		}
		return ""
	}
	who := fmt.Sprintf("%d of the %d reports point", f.OriginNamedBy, f.Reports)
	switch {
	case f.OriginNamedBy == f.Reports && f.Reports > 1:
		who = "All " + numberWord(f.Reports) + " reports point"
	case f.Reports == 1:
		who = "The report points"
	case f.OriginNamedBy == 1:
		who = "One of the " + numberWord(f.Reports) + " reports points"
	}
	if f.OriginHeld {
		return fmt.Sprintf("%s to %s, which we hold.", who, f.Origin)
	}
	return fmt.Sprintf("%s to %s. We do not hold it.", who, f.Origin)
}

func numberWord(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}

func (s *sheet) reports() ([]report, rest) {
	out := make([]report, 0, len(s.p.Articles))
	listed, left := cut(s, s.p.Articles, s.most.reports, "reports")
	for _, a := range listed {
		r := s.report(a)
		if d := s.doc(a.ID); d != nil && !d.Captured.IsZero() {
			r.Captured = d.Captured.UTC().Format(time.RFC3339)
		}
		out = append(out, r)
	}
	return out, left
}

// titleMost is the length up to which the list of reports shows a headline: some pages state
// a whole paragraph as theirs. The article's page has it whole.
const titleMost = 240

func (s *sheet) report(a nutgraf.PageArticle) report {
	r := report{
		ID: a.ID, Letter: a.Letter, Name: a.Outlet, Known: a.Outlet != "", Title: clip(a.Title, titleMost), Opening: a.Opening,
		Href: ArticleHref(s.opt.Base, a.ID), URL: Address(a.URL), Byline: strings.Join(a.Byline, ", "),
		Basis: a.Range.Basis, Grounds: s.chips(distinct(a.Range.Evidence)...), Words: a.Words, Capture: a.Capture,
		Same: label.Capital(label.Same(s.p, &a)),
	}
	if i, ok := s.at[a.SameAs]; ok {
		r.Repeats = a.Title == s.p.Articles[i].Title
	}
	if d := s.doc(a.ID); d != nil {
		r.Lang = s.lang(a.ID)
		r.Limits = label.Limits(d)
	}
	if s.opt.Dossier {
		r.Href = "#source-" + a.Letter
	}
	if !r.Known && a.Named != a.ID {
		r.Name = a.Named
	}
	if a.Range.Firm || r.Basis == "" {
		r.Date = Days(a.Range.From, a.Range.To)
	}
	if a.Range.Firm && strings.HasSuffix(r.Basis, nutgraf.Undoubted) {
		r.Basis = ""
	}
	if a.Range.Stated != "" && !a.Range.Firm {
		for _, w := range a.Warnings {
			if w.Kind.Refuses() {
				r.Doubted = a.Range.Stated
			}
		}
	}
	return r
}

// lang is the language of a report where it is not the page's own.
func (s *sheet) lang(doc string) string {
	if d := s.doc(doc); d != nil {
		return Lang(d)
	}
	return ""
}

// Lang is the language of a document where it is not English, in which pages are
// written.
func Lang(d *nutgraf.Document) string {
	if d.Lang == "en" {
		return ""
	}
	return d.Lang
}

func distinct(cites []nutgraf.Cite) []nutgraf.Cite {
	var out []nutgraf.Cite
	seen := map[nutgraf.Ref]bool{}
	for _, c := range cites {
		if !seen[c.Ref] {
			seen[c.Ref] = true
			out = append(out, c)
		}
	}
	return out
}
