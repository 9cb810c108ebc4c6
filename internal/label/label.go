// Package label puts the kinds of findings into plain words, the same for every
// surface: what a block, a wording, an edge or a medium is called on pages, in a
// terminal and in documents.
package label

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// Small heads the soft differences, which stand in no card.
const Small = "Small differences in how things are told"

// Lead puts a matter before what is told of it.
func Lead(matter string) string {
	if strings.HasSuffix(matter, "?") {
		return matter
	}
	return matter + ":"
}

// Block names a block of an article.
func Block(k nutgraf.BlockKind) string {
	switch k {
	case nutgraf.Tail:
		return "foot"
	case nutgraf.Related:
		return "related"
	case nutgraf.Embed:
		return "embedded post"
	case nutgraf.Dateline:
		return "date line"
	}
	return string(k)
}

// Variant names how a wording stands to the fullest one.
func Variant(k nutgraf.VariantKind) string {
	switch k {
	case nutgraf.Verbatim:
		return "same words"
	case nutgraf.Typographic:
		return "same words; marks differ"
	case nutgraf.Truncated:
		return "shorter"
	case nutgraf.Edited:
		return "words changed"
	case nutgraf.Spliced:
		return "joined with other words"
	case nutgraf.Paraphrase:
		return "not quoted"
	}
	return string(k)
}

// Held says how a quotation of a draft stands to what is held.
func Held(h nutgraf.HeldAs) string {
	switch h {
	case nutgraf.HeldVerbatim:
		return "held word for word"
	case nutgraf.HeldTypographic:
		return "held in the same words with other marks"
	case nutgraf.HeldTruncated:
		return "held as part of a longer quotation"
	case nutgraf.HeldEdited:
		return "the wording differs from every version held"
	case nutgraf.HeldParaphrase:
		return "not quoted in what is held; told there in other words"
	case nutgraf.NotHeld:
		return "not found in what is held"
	}
	return string(h)
}

// How says on what an attribution rests where a reader should know; a plain cue
// needs no word.
func How(h nutgraf.How) string {
	switch h {
	case nutgraf.HowPosition:
		return "speaker taken from the words around it"
	case nutgraf.HowReport:
		return "speaker settled through another report"
	case nutgraf.HowRole:
		return "speaker named by role"
	}
	return ""
}

// Ground says in a sentence on what it rests that words are somebody's.
func Ground(h nutgraf.How) string {
	switch h {
	case nutgraf.HowCue:
		return "The speaker is named beside the words."
	case nutgraf.HowPronoun:
		return "The speaker is meant by a pronoun beside the words."
	case nutgraf.HowPosition:
		return "Nobody is named beside the words; the speaker is taken from those around them."
	case nutgraf.HowReport:
		return "The speaker is settled through another report."
	case nutgraf.HowRole:
		return "The speaker is named by role."
	}
	return ""
}

// NotFoundShown is how many claims that were not found in a report are listed: the
// grid marks all of them.
const NotFoundShown = 3

// Missing are the claims that are listed as not found in a report: those whose label
// needs no note beside it, as they stand in ids.
func Missing(ids []string, claims map[string]*nutgraf.Claim) []*nutgraf.Claim {
	var out []*nutgraf.Claim
	for _, id := range ids {
		if c := claims[id]; c != nil && c.Note == "" && c.Label.Text != "" && len(out) < NotFoundShown {
			out = append(out, c)
		}
	}
	return out
}

// Relation names how the sides of a difference stand to each other where that is more
// than that they differ.
func Relation(r nutgraf.Relation) string {
	switch r {
	case nutgraf.Drift:
		return "Wording shifts"
	case nutgraf.Update:
		return "The news may have moved on"
	case nutgraf.Refine:
		return "One is more exact"
	}
	return ""
}

// Edge says what a report does with what it rests on.
func Edge(k nutgraf.EdgeKind) string {
	switch k {
	case nutgraf.EdgeCredit:
		return "credits"
	case nutgraf.EdgeSharedQuote:
		return "shares quotations with"
	case nutgraf.EdgeReuse:
		return "shares text with"
	}
	return "rests, as inferred, on"
}

// Scope says how much of a report an edge covers; empty for a tie between reports.
func Scope(e *nutgraf.Edge) string {
	switch {
	case e.Kind != nutgraf.EdgeCredit:
		return ""
	case e.Whole:
		return "for the whole report"
	case e.News:
		return "for the news"
	}
	return "for a passage"
}

// Warning names a doubt about a report.
func Warning(k nutgraf.WarningKind) string {
	switch k {
	case nutgraf.FutureDate:
		return "Dated after it was captured"
	case nutgraf.ImplausibleDate:
		return "Its date does not fit"
	case nutgraf.LaterText:
		return "Its text is later than its date"
	}
	return "No date on it"
}

// Medium names a medium; platforms are written as names.
func Medium(medium string) string {
	switch medium {
	case "instagram", "facebook", "twitter", "youtube", "reddit", "tiktok", "telegram":
		return Capital(medium)
	}
	return medium
}

// Unnamed stands for an outlet that no page names.
const Unnamed = "outlet not named"

// Outlet names a report's outlet, or the name that its own text gives it.
func Outlet(a *nutgraf.PageArticle) string {
	if a.Named == a.ID {
		return cmp.Or(a.Outlet, Unnamed)
	}
	return cmp.Or(a.Outlet, a.Named, Unnamed)
}

// Reports counts a page's reports, and their texts where some have the very same.
func Reports(f *nutgraf.Figures) string {
	switch {
	case f.Reports == 1:
		return "1 report"
	case f.Texts == 1:
		return fmt.Sprintf("%d reports (one text)", f.Reports)
	case f.Texts > 1 && f.Texts < f.Reports:
		return fmt.Sprintf("%d reports (%d texts)", f.Reports, f.Texts)
	}
	return fmt.Sprintf("%d reports", f.Reports)
}

// NoDifferences says that none is shown, not that there is none.
const NoDifferences = "no differences shown"

// Pointing counts the reports that point to one origin of the news: "all 4 point".
func Pointing(n, all int) string {
	switch {
	case n == all && all > 1:
		return fmt.Sprintf("all %d point", all)
	case all == 1:
		return "it points"
	case n == 1:
		return fmt.Sprintf("1 of %d points", all)
	}
	return fmt.Sprintf("%d of %d point", n, all)
}

// NoSource says of a side of a difference behind which nobody stands that none was
// found; it is empty where its words are somebody's, who need not stand behind it, where
// they name who tells them, and where that cannot be known, as beside a draft, which has no story's page.
func NoSource(p *nutgraf.StoryPage, x *nutgraf.Side) string {
	if x.By != "" || x.Sourced || p == nil {
		return ""
	}
	in := map[string][]nutgraf.Span{}
	for _, e := range x.Evidence {
		in[e.Doc] = append(in[e.Doc], e.Span)
	}
	for i := range p.Families {
		for _, v := range p.Families[i].Variants {
			for _, e := range in[v.Doc] {
				if slices.ContainsFunc(v.Cites, func(c nutgraf.Cite) bool { return 2*c.Span.Overlap(e) > min(c.Span.Len(), e.Len()) }) {
					return ""
				}
			}
		}
	}
	return "no source found"
}

// Same says of a report that repeats another's text whose it is; else it is empty.
func Same(p *nutgraf.StoryPage, a *nutgraf.PageArticle) string {
	for i := range p.Articles {
		if x := &p.Articles[i]; x.ID == a.SameAs && a.SameAs != "" {
			if a.Title != x.Title && a.Title != "" && x.Title != "" {
				return "same text as " + x.Letter + ", under another headline"
			}
			return "same text as " + x.Letter
		}
	}
	return ""
}

// The signs of how a report stands on a claim.
const (
	Says   = "●"
	Weakly = "◐"
	Missed = "·" // not found in the text held
)

// Stand is the sign of how a report stands on a claim that it supports as told: the letters
// of the sides of a difference that it is on, which are returned too, or that it says it.
// It says it weakly where it nowhere says it plainly.
func Stand(all []nutgraf.Support) (sign string, sides []string) {
	weak := true
	for _, s := range all {
		if s.Side != "" && !slices.Contains(sides, s.Side) {
			sides = append(sides, s.Side)
		}
		weak = weak && s.Stance == nutgraf.Weaker
	}
	slices.Sort(sides)
	switch {
	case len(all) == 0:
		return "", nil
	case len(sides) > 0:
		return strings.Join(sides, ", "), sides
	case weak:
		return Weakly, nil
	}
	return Says, nil
}

// Source names an origin; the kind of one for single passages stands behind
// its name: "Ada Marrow, letter". Of a post the name tells where it stood: "Ada
// Marrow on Twitter".
func Source(n *nutgraf.Node) string {
	if n.Role == nutgraf.RolePrimary && n.Kind != "" && n.Owner == "" && !strings.Contains(strings.ToLower(n.Name), strings.ToLower(n.Kind)) {
		return n.Name + ", " + n.Kind
	}
	return n.Name
}

// Capital gives text an upper-case first letter.
func Capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if n == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + text[n:]
}

// Joined joins the pieces of a quotation, each as show has it; an ellipsis stands
// where words are left out between them.
func Joined(cites []nutgraf.Cite, show func(string) string) string {
	var b strings.Builder
	for i, c := range cites {
		if i > 0 && !c.Adjoins(cites[i-1]) {
			b.WriteString(" …")
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(show(c.Text))
	}
	return b.String()
}

// Pieces are the words of the pieces of a quotation, with an ellipsis where words are
// left out between two that bear no marks of their own there.
func Pieces(cites []nutgraf.Cite) []string {
	out := make([]string, 0, len(cites))
	for i, c := range cites {
		if i > 0 && !c.Adjoins(cites[i-1]) && (!Opens(c.Text) || !Closes(cites[i-1].Text)) {
			out = append(out, "…")
		}
		out = append(out, c.Text)
	}
	return out
}

// NotNamed says of a source without a name that it has none: "a port official, not named".
func NotNamed(by string) string {
	who, ok := strings.CutPrefix(by, "unnamed")
	switch {
	case ok && who == "":
		return "not named"
	case ok && who[0] == ' ':
		return who[1:] + ", not named"
	}
	return by
}

// Earliest tells which report is the earliest held, by its letter, or that this
// cannot be said, and why; "" when there is nothing to tell.
func Earliest(letter, why string) string {
	why = strings.TrimSuffix(why, ".")
	switch {
	case letter != "" && why != "":
		return "Earliest we hold: " + letter + ". " + Capital(why) + "."
	case letter != "":
		return "Earliest we hold: " + letter + "."
	case why == "":
		return ""
	case strings.HasPrefix(strings.ToLower(why), "cannot be said"):
		return "Earliest we hold: " + strings.ToLower(why[:1]) + strings.Replace(why[1:], ": ", "; ", 1) + "."
	}
	return "Earliest we hold: cannot be said; " + why + "."
}

// Standing are the letters of the reports that stand on several sides of a difference and
// of those that stand on none. Where all sides are one report's no other is asked.
func Standing(reports []nutgraf.PageArticle, c *nutgraf.Conflict) (both, silent []string) {
	on := map[string]int{}
	for _, x := range c.Sides {
		in := map[string]bool{}
		for _, e := range x.Evidence {
			if !in[e.Doc] {
				in[e.Doc] = true
				on[e.Doc]++
			}
		}
	}
	if len(on) < 2 {
		return nil, nil
	}
	for i := range reports {
		switch n := on[reports[i].ID]; {
		case n > 1:
			both = append(both, reports[i].Letter)
		case n == 0:
			silent = append(silent, reports[i].Letter)
		}
	}
	return both, silent
}

// Limits are the notes of a report that bear on what a story can tell of it: that its text
// is missing, cut short or little understood, that it tells of several times, that its date
// cannot be read. How its bytes were decoded stands on its own page.
func Limits(d *nutgraf.Document) []string {
	var out []string
	if d == nil {
		return nil
	}
	for _, n := range d.Notes {
		switch n.Code {
		case nutgraf.NoWordLists, "title_only", "bad_date", "paywall", "cut", "live":
			out = append(out, Capital(n.Text))
		}
	}
	return out
}

// Wording names how a report's wording stands to the fullest one; empty for the same
// words. What nobody quotes is told in words of the reports, be they the same or not.
func Wording(f *nutgraf.Family, v *nutgraf.Variant) string {
	switch full := &f.Variants[min(max(f.Fullest, 0), len(f.Variants)-1)]; {
	case v.Kind == nutgraf.Verbatim || slices.Equal(Pieces(v.Cites), Pieces(full.Cites)):
		return ""
	case f.Kind == nutgraf.Indirect && v.Kind == nutgraf.Paraphrase:
		return "other words"
	}
	return Variant(v.Kind)
}
