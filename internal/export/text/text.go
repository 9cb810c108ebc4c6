// Package text writes stories for a terminal: what the story page shows, in
// lines of at most 80 columns, with every finding's places beside it. Blocks
// with nothing in them are left out. It decides nothing and computes nothing:
// all of it stands in the page. Text of others is cleaned of control
// characters before it reaches the terminal.
package text

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
	"nutgraf/internal/reprint"
)

// Options say how stories are set.
type Options struct {
	Width    int                               // columns; 80 when 0
	Colour   bool                              // ANSI styles
	Full     bool                              // quotations whole
	Document func(id string) *nutgraf.Document // names places outside the body; may be nil
}

// Write writes the stories, those with most reports first as they come. A
// single report that follows up a story shown is told of there, and other
// single reports are listed at the end, unless there is nothing else to show.
func Write(w io.Writer, stories []*nutgraf.StoryPage, o Options) error {
	if o.Width <= 0 {
		o.Width = 80
	}
	s := &sheet{width: max(o.Width, 40), colour: o.Colour}
	shown, alone := sort(stories)
	for i, p := range shown {
		if i > 0 {
			s.line("")
			s.line(dim + strings.Repeat("─", s.width) + plain)
			s.line("")
		}
		newView(s, p, o).page()
	}
	listAlone(s, alone)
	_, err := io.WriteString(w, s.b.String())
	return err
}

// sort parts the stories into those that get a page and single reports to be
// listed.
func sort(stories []*nutgraf.StoryPage) (shown, alone []*nutgraf.StoryPage) {
	told := map[string]bool{}
	for _, p := range stories {
		if len(p.Articles) < 2 {
			continue
		}
		for _, l := range p.SagaStories {
			told[l.ID] = true
		}
	}
	for _, p := range stories {
		switch {
		case len(p.Articles) > 1:
			shown = append(shown, p)
		case !told[p.ID]:
			alone = append(alone, p)
		}
	}
	if len(shown) == 0 {
		return alone, nil
	}
	return shown, alone
}

func listAlone(s *sheet, alone []*nutgraf.StoryPage) {
	if len(alone) == 0 {
		return
	}
	s.line("")
	s.line(dim + strings.Repeat("─", s.width) + plain)
	s.head("REPORTS THAT STAND ALONE")
	for _, p := range alone {
		outlet := ""
		for _, a := range p.Articles {
			outlet = name(&a)
		}
		s.spread(" ", 3, clean(p.Title), outlet)
	}
}

// view sets one story.
type view struct {
	*sheet
	p       *nutgraf.StoryPage
	o       Options
	letters map[string]string // by document, follow-ups included
	texts   int               // the reports but for reprints of one before
}

func newView(s *sheet, p *nutgraf.StoryPage, o Options) *view {
	p = reprint.Fold(p)
	v := &view{sheet: s, p: p, o: o, letters: map[string]string{}, texts: len(reprint.Texts(p.Articles))}
	for i, a := range p.Articles {
		v.letters[a.ID] = nutgraf.Letter(i)
	}
	for _, l := range p.SagaStories {
		for _, a := range l.Articles {
			if v.letters[a.ID] == "" {
				v.letters[a.ID] = nutgraf.Letter(len(v.letters))
			}
		}
	}
	return v
}

func (v *view) page() {
	v.header()
	v.short()
	v.differences()
	v.speakers()
	v.origins()
	v.when()
	v.followUps()
}

func (v *view) header() {
	from := ""
	if l := v.letters[v.p.TitleCite.Doc]; l != "" && len(v.p.Articles) > 1 {
		from = "(headline of " + l + ")"
		if v.place(v.p.TitleCite) != l+" headline" && v.p.TitleCite.Para > 0 {
			from = "(" + v.place(v.p.TitleCite) + ")"
		}
	}
	v.spread(bold, 0, clean(v.p.Title)+plain, from)
	v.wrap("", 0, unbroken(v.figures(), v.width))
	v.line("")
	v.reports()
}

// figures are the counts of the page's first line.
func (v *view) figures() []string {
	f := &v.p.Figures
	first := label.Reports(f)
	if f.FollowUps > 0 {
		first += ", " + v.further(f.FollowUps)
	}
	out := []string{first}
	if f.Origin != "" && f.OriginNamedBy > 0 {
		out = append(out, pointing(f))
	}
	if f.Quotations > 0 {
		quotations := count(f.Quotations, "quotation")
		if f.Utterances != f.Quotations {
			quotations += " (" + count(f.Utterances, "utterance") + ")"
		}
		out = append(out, quotations)
	}
	if f.Differences > 0 {
		out = append(out, count(f.Differences, "difference"))
	}
	if f.DateWarnings > 0 {
		out = append(out, count(f.DateWarnings, "date warning"))
	}
	return out
}

// further names the reports of the saga's other stories: follow-ups, unless one
// of them comes before this story.
func (v *view) further(n int) string {
	if slices.ContainsFunc(v.p.SagaStories, func(l nutgraf.StoryLink) bool { return v.before(&l) }) {
		return fmt.Sprintf("%d more in its saga", n)
	}
	return count(n, "follow-up")
}

// unbroken joins the figures so that lines break between them only.
func unbroken(parts []string, width int) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		if columns(p) < width-2 {
			p = strings.ReplaceAll(p, " ", fixed)
		}
		out[i] = p
	}
	return strings.Join(out, fixed+"· ")
}

func pointing(f *nutgraf.Figures) string {
	held := ", which is not held"
	if f.OriginHeld {
		held = ", which is held"
	}
	who := fmt.Sprintf("%d of %d point to ", f.OriginNamedBy, f.Reports)
	switch {
	case f.Reports == 1:
		who = "it points to "
	case f.OriginNamedBy == f.Reports && f.Reports == 2:
		who = "both point to "
	case f.OriginNamedBy == f.Reports:
		who = fmt.Sprintf("all %d point to ", f.Reports)
	case f.OriginNamedBy == 1:
		who = "one points to "
	}
	return who + clean(f.Origin) + held
}

// reports is the table of reports: letter, outlet, date and what it rests on.
func (v *view) reports() {
	wide := 0
	for i := range v.p.Articles {
		wide = max(wide, columns(name(&v.p.Articles[i])))
	}
	wide = min(wide, v.width/3)
	once := v.undoubted() > 1
	for i := range v.p.Articles {
		if n := len(v.p.Articles) - label.Crowd; n > 0 && i == label.Crowd && !v.o.Full {
			v.line(fmt.Sprintf(" %sand %d more%s", dim, n, plain))
			break
		}
		a := &v.p.Articles[i]
		date := dated(a)
		if once {
			date = strings.TrimSuffix(date, nutgraf.Undoubted)
		}
		if same := label.Same(v.p, a); same != "" {
			date += "; " + same
		}
		v.report(v.letters[a.ID], a, date, wide)
	}
	if n := v.undoubted(); once && n == len(v.p.Articles) {
		v.wrap(" ", 1, dim+"Dates are the pages' own; nothing in the texts speaks against them."+plain)
	} else if once {
		v.wrap(" ", 1, dim+"Dates that stand alone are the pages' own; nothing in the texts speaks against them."+plain)
	}
}

// undoubted counts the reports whose dates nothing speaks against.
func (v *view) undoubted() int {
	n := 0
	for i := range v.p.Articles {
		if strings.HasSuffix(dated(&v.p.Articles[i]), nutgraf.Undoubted) {
			n++
		}
	}
	return n
}

func (v *view) report(letter string, a *nutgraf.PageArticle, date string, wide int) {
	outlet := clip(name(a), wide)
	indent := fmt.Sprintf(" %s%s%s  %s", bold, letter, plain, outlet)
	indent += strings.Repeat(" ", max(0, wide-columns(outlet))) + "  "
	v.spread(indent, columns(indent), date, v.tag(a))
}

// name is the outlet of a report, or the name its own text gives it.
func name(a *nutgraf.PageArticle) string { return clean(label.Outlet(a)) }

const tagColumns = 18

// tag is the report's id, cut to what the table has room for.
func (v *view) tag(a *nutgraf.PageArticle) string {
	id := clean(a.ID)
	if r := []rune(id); len(r) > tagColumns {
		id = string(r[:8])
		if strings.Contains(a.ID, "://") {
			id = string(r[:tagColumns-1]) + "…"
		}
	}
	return id
}

func dated(a *nutgraf.PageArticle) string {
	if a.Range.Basis != "" {
		return clean(a.Range.Basis)
	}
	if d := a.Published.Day(); d != nutgraf.NoDay {
		return day(d, true)
	}
	return "no date on it"
}

// place names where a cite stands: "B ¶3", "A headline", "A foot".
func (v *view) place(c nutgraf.Cite) string {
	letter := v.letter(c.Doc)
	if c.Para > 0 {
		return fmt.Sprintf("%s ¶%d", letter, c.Para)
	}
	if v.o.Document == nil {
		return letter
	}
	doc := v.o.Document(c.Doc)
	if doc == nil {
		return letter
	}
	if c.Span.IsZero() && c.Text != "" && c.Text == doc.Title {
		return letter + " headline"
	}
	at := doc.BlockAt(c.Span.Start)
	if at < 0 {
		return letter
	}
	return letter + " " + label.Block(doc.Blocks[at].Kind)
}

func (v *view) letter(doc string) string {
	if l := v.letters[doc]; l != "" {
		return l
	}
	return clean(doc)
}

// places names where cites stand, in the order of reports, the paragraphs of
// one report together: "A ¶4 B ¶3-4".
func (v *view) places(cites []nutgraf.Cite, between string) string {
	var docs []string
	paras := map[string][]int{}
	other := map[string]string{}
	for _, c := range cites {
		if !slices.Contains(docs, c.Doc) {
			docs = append(docs, c.Doc)
		}
		if c.Para > 0 {
			paras[c.Doc] = append(paras[c.Doc], c.Para)
		} else {
			other[c.Doc] = v.place(c)
		}
	}
	out := make([]string, 0, len(docs))
	for _, d := range docs {
		if len(paras[d]) == 0 {
			out = append(out, other[d])
			continue
		}
		out = append(out, v.letter(d)+" ¶"+ranges(paras[d]))
	}
	return v.few(out, between)
}

// few joins what is said of each of some reports.
func (v *view) few(parts []string, between string) string {
	if n := len(parts) - label.Crowd; n > 0 && !v.o.Full {
		parts = append(slices.Clip(parts[:label.Crowd]), fmt.Sprintf("and %d more", n))
	}
	return strings.Join(parts, between)
}

// ranges writes numbers in order, neighbours as a range: "3-4,7".
func ranges(ns []int) string {
	ns = slices.Compact(slices.Sorted(slices.Values(ns)))
	var out []string
	for i := 0; i < len(ns); {
		j := i
		for j+1 < len(ns) && ns[j+1] == ns[j]+1 {
			j++
		}
		if i == j {
			out = append(out, fmt.Sprint(ns[i]))
		} else {
			out = append(out, fmt.Sprintf("%d-%d", ns[i], ns[j]))
		}
		i = j + 1
	}
	return strings.Join(out, ",")
}
