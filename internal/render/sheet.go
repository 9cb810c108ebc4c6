package render

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
	"nutgraf/internal/reprint"
)

// Entry is a line of a page's table of contents.
type Entry struct {
	ID, Title, Count string
}

// view is a story's page, ready for the templates.
type view struct {
	Base       string
	Dossier    bool
	Page       *nutgraf.StoryPage
	Days       string
	Title      []Chip
	TitleFrom  string // whose headline it is
	Figures    []figure
	Pointing   string
	Reports    []report
	Unnamed    rest // reports that are not listed
	AnyFirm    bool // some report bears a date that stands
	Brief      []line
	Cards      []card
	OneText    bool // all reports have the very same text
	Uncompared rest // differences that are not listed
	Doubts     []doubt
	Speakers   []speaker
	Unsaid     rest     // utterances that are not listed
	Vague      []clause // words that name a source and leave it unnamed
	Origins    origins
	Grid       grid
	When       when
	Apart      []apart
	Together   rest // reports whose own words are not listed
	Following  []following
	Unlisted   int // stories of the saga that are not listed
	Made       made
	Contents   []Entry
	Notes      []endnote
}

type figure struct{ Text, Href string }

// report is a line of the header's list of reports.
type report struct {
	ID, Letter, Name string
	Known            bool // the outlet is named in the capture
	Title            string
	Opening          string // where there is no title
	Href, URL        string
	Byline           string
	Date             string // a page's own date that stands
	Basis            string // what else its date rests on
	Doubted          string // a stated date that is struck through
	Grounds          []Chip
	Same             string   // whose text it repeats
	Repeats          bool     // its headline too
	Lang             string   // where it is not the page's
	Limits           []string // why less is found in it than in others
	Words            int
	Capture          string
	Captured         string
}

type line struct {
	Text, Note string
	Chips      []Chip
}

// why is the rule behind a finding with its grounds.
type why struct {
	Rule, Text string
	Who        []Chip // the words that name a speaker
	Chips      []Chip
}

type clause struct {
	Text  string
	Chips []Chip
	More  int // further places where the same words stand
}

type endnote struct {
	Number        int
	Letter, Where string
	Start, End    int
	Text          string
	ref           nutgraf.Ref
}

// sheet makes the view of one page.
type sheet struct {
	*citer
	most     measure
	p        *nutgraf.StoryPage
	at       map[string]int        // report id → index into p.Articles, or further ones of the saga
	texts    []nutgraf.PageArticle // the reports but for reprints of one before
	reprints map[string]int        // report id → how many others repeat its text
	notes    map[nutgraf.Ref]int
	list     []endnote
}

func newSheet(p *nutgraf.StoryPage, o Options) *sheet {
	p = reprint.Fold(p)
	s := &sheet{
		citer: newCiter(o), most: firstMeasure, p: p, at: map[string]int{}, notes: map[nutgraf.Ref]int{},
		texts: reprint.Texts(p.Articles), reprints: reprint.Counts(p.Articles),
	}
	if o.Whole || o.Dossier {
		s.most = wholeMeasure
	}
	for i, a := range p.Articles {
		s.at[a.ID] = i
	}
	return s
}

func (s *sheet) view() *view {
	v := &view{Base: s.opt.Base, Dossier: s.opt.Dossier, Page: s.p, Days: s.span()}
	v.Reports, v.Unnamed = s.reports()
	v.AnyFirm = slices.ContainsFunc(v.Reports, func(r report) bool { return r.Date != "" })
	v.Title, v.TitleFrom = s.titleOf()
	for _, l := range s.p.Brief.Lines {
		if chips := s.chips(l.Cites...); len(chips) > 0 {
			v.Brief = append(v.Brief, line{l.Text, l.Note, chips})
		}
	}
	v.Cards, v.Uncompared = s.cards()
	v.Doubts = s.doubts()
	v.Speakers, v.Unsaid = s.speakers()
	v.Vague, _ = s.clauses(s.p.Vague, s.most.clauses)
	v.Origins = s.origins()
	v.Grid = s.grid()
	v.When = s.when()
	v.Apart, v.Together = s.apart()
	v.OneText = s.p.Figures.Texts == 1 && !s.alone()
	v.Following = s.following()
	v.Unlisted = len(s.p.SagaStories) - len(v.Following)
	v.Made = s.made()
	v.Figures, v.Pointing = s.figures(), s.pointing()
	v.Contents = v.contents()
	v.Notes = s.list
	return v
}

// span is the time of a story's reports, in words.
func (s *sheet) span() string {
	if s.p.First == nutgraf.NoDay || s.p.Last == nutgraf.NoDay {
		return ""
	}
	return Days(s.p.First, s.p.Last)
}

func (s *sheet) letter(doc string) string {
	if i, ok := s.at[doc]; ok {
		return s.p.Articles[i].Letter
	}
	return ""
}

// name is what a report is called: its outlet, else what it goes by.
func (s *sheet) name(doc string) string {
	i, ok := s.at[doc]
	if !ok {
		return ""
	}
	return label.Outlet(&s.p.Articles[i])
}

// reprinted tells in how many further reports the very text of one stands.
func (s *sheet) reprinted(doc string) string {
	switch n := s.reprints[doc]; n {
	case 0:
		return ""
	case 1:
		return " and one report with the same text"
	default:
		return fmt.Sprintf(" and %d reports with the same text", n)
	}
}

// elsewhere is what a report of another story of the saga is called.
func (s *sheet) elsewhere(doc string) string {
	for i := range s.p.SagaStories {
		for k := range s.p.SagaStories[i].Articles {
			if a := &s.p.SagaStories[i].Articles[k]; a.ID == doc {
				return label.Outlet(a)
			}
		}
	}
	return label.Unnamed
}

// chips makes a chip for each cite whose words still stand where it says, for
// the first of very many.
func (s *sheet) chips(cites ...nutgraf.Cite) []Chip {
	out := make([]Chip, 0, min(len(cites), s.most.chips))
	for _, c := range cites {
		if len(out) == s.most.chips {
			break
		}
		if c.Doc == "" || !s.holds(c) {
			continue
		}
		out = append(out, s.chip(c))
	}
	return out
}

func (s *sheet) chip(c nutgraf.Cite) Chip {
	letter, title := s.letter(c.Doc), ""
	if i, ok := s.at[c.Doc]; ok {
		title = s.p.Articles[i].Title
	}
	short, long := s.where(c, title)
	name := s.name(c.Doc)
	if name == "" {
		name = s.elsewhere(c.Doc)
	}
	label := strings.TrimSpace(fmt.Sprintf("%s %s", letter, short)) + ": " + name + ", " + long
	return Chip{Letter: letter, Where: short, Label: label, Href: s.href(letter, c.Ref), Note: s.note(c, letter, short)}
}

// note numbers a cite for the printed dossier.
func (s *sheet) note(c nutgraf.Cite, letter, where string) int {
	if n, ok := s.notes[c.Ref]; ok {
		return n
	}
	n := len(s.list) + 1
	s.notes[c.Ref] = n
	start, end := s.points(c.Doc, c.Span)
	s.list = append(s.list, endnote{n, letter, where, start, end, clip(c.Text, 60), c.Ref})
	return n
}

func (s *sheet) why(e nutgraf.Evidence) why {
	w := why{Rule: e.Rule, Text: e.Text}
	seen := map[nutgraf.Ref]bool{}
	for _, r := range e.Refs {
		if len(w.Chips) == s.most.chips {
			break
		}
		if c, ok := s.cite(r); ok && !seen[r] && s.current(r.Doc) {
			seen[r] = true
			w.Chips = append(w.Chips, s.chip(c))
		}
	}
	return w
}

// current reports whether the document held is still the capture that the page
// was made from.
func (s *sheet) current(id string) bool {
	d, i := s.doc(id), -1
	if at, ok := s.at[id]; ok {
		i = at
	}
	return d == nil || i < 0 || d.Capture == s.p.Articles[i].Capture
}

// Empty reports whether there is nothing to open.
func (w why) Empty() bool { return w.Rule == "" && w.Text == "" && len(w.Who)+len(w.Chips) == 0 }

// clauses gathers cites with the same words into one clause with a chip each,
// and counts the cites whose words are left off.
func (s *sheet) clauses(cites []nutgraf.Cite, most int) (out []clause, off int) {
	seen := map[nutgraf.Ref]bool{}
	for _, c := range cites {
		at := slices.IndexFunc(out, func(k clause) bool { return k.Text == c.Text })
		switch {
		case seen[c.Ref]:
			continue
		case at < 0 && len(out) == most:
			off++
			continue
		case at >= 0 && len(out[at].Chips) == s.most.chips:
			out[at].More++
			continue
		case !s.holds(c):
			continue
		}
		seen[c.Ref] = true
		if at < 0 {
			out = append(out, clause{Text: c.Text})
			at = len(out) - 1
		}
		out[at].Chips = append(out[at].Chips, s.chip(c))
	}
	return out, off
}

// clip shortens text to about n characters, at a space.
func clip(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// Differ reports whether there is something to say of differences: of a report alone,
// only what it has in itself.
func (v *view) Differ() bool {
	return len(v.Page.Articles) > 1 || len(v.Cards)+len(v.Doubts)+len(v.Made.Soft) > 0
}

// Origin reports whether there is something to say of where the reports come from.
func (v *view) Origin() bool {
	return len(v.Page.Articles) > 1 || len(v.Origins.Named)+len(v.Origins.Rows)+len(v.Origins.Shared) > 0
}

func (v *view) contents() []Entry {
	all := []struct {
		show             bool
		id, title, count string
	}{
		{len(v.Brief) > 0, "nutgraf", "In short", ""},
		{v.Differ(), "differ", "Where reports differ", count(len(v.Cards) + len(v.Doubts))},
		{len(v.Speakers) > 0, "said", "Who said what", count(len(v.Speakers))},
		{v.Origin(), "origin", "Where it came from", ""},
		{len(v.Grid.Rows) > 0, "claims", "What is claimed", count(len(v.Grid.Rows))},
		{!v.When.Empty(), "when", "When", ""},
		{len(v.Apart) > 0, "apart", "What each alone says", ""},
		{len(v.Following) > 0, "saga", "More of this saga", count(len(v.Following))},
		{true, "made", "How this was made", ""},
	}
	var out []Entry
	for _, e := range all {
		if e.show {
			out = append(out, Entry{e.id, e.title, e.count})
		}
	}
	return out
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
