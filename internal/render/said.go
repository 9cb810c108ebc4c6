package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// speaker is one name with all that it is quoted with.
type speaker struct {
	Name       string
	Href       string // empty for a speaker without a name
	Unnamed    bool
	Utterances []utterance
	Count      string
}

// utterance is one thing said, in its fullest wording.
type utterance struct {
	ID       string
	Lang     string // of the report whose words stand here
	Lead     string // the verb that the words hang on
	Pieces   []string
	Plain    bool // not in quotation marks anywhere
	Places   []place
	Said     string // when and by what way, in words
	How      string
	Wordings []wording // the reports' wordings that differ from the fullest
	Others   rest      // reports that have it, too
	Further  rest      // wordings that are not listed
	Count    int       // of all wordings
	Only     bool      // no other report is known to have the words
	Besides  []Chip    // where other reports have them, and not as a quotation
	Grounds  why
}

// place is where one report has the utterance.
type place struct {
	Chips []Chip
	Kind  string // how its wording differs; empty for the same words
	To    string // to whom it says it was said
	How   string
	Turns []string // words it drops that can turn the sense
}

// notes are what is told of a place beside where it is.
func (p *place) notes() []template.HTML {
	var out []template.HTML
	note := func(html string) { out = append(out, template.HTML(html)) } // every string in it went through esc
	if p.Kind != "" {
		note(esc(p.Kind))
	}
	if len(p.Turns) > 0 {
		var words []string
		for _, t := range p.Turns {
			words = append(words, quoted(t, ""))
		}
		note("without " + strings.Join(words, ", "))
	}
	if p.To != "" {
		note(quoted(p.To, ` class="to"`))
	}
	if p.How != "" {
		note(esc(p.How))
	}
	return out
}

// quoted are words of a report, in its own direction of writing.
func quoted(words, attributes string) string {
	return `<q dir="auto"` + attributes + `>` + esc(words) + `</q>`
}

// wording is one report's wording laid against the fullest.
type wording struct {
	Letter, Name, Kind string
	Chips              []Chip
	Edits              []nutgraf.Edit
	Turns              []string
	Fullest            bool
	Pieces             []string
}

func (s *sheet) speakers() (out []speaker, left rest) {
	at := map[string]int{}
	families, left := cut(s, s.p.Families, s.most.said, "said")
	for i := range families {
		f := &families[i]
		u := s.utterance(f)
		if len(u.Places) == 0 {
			continue
		}
		k, ok := at[f.Speaker]
		if !ok {
			k = len(out)
			at[f.Speaker] = k
			out = append(out, s.speaker(f.Speaker))
		}
		out[k].Utterances = append(out[k].Utterances, u)
	}
	for i := range out {
		out[i].Count = plural(len(out[i].Utterances), "utterance", "utterances")
	}
	slices.SortStableFunc(out, func(a, b speaker) int { return rank(a) - rank(b) })
	return out, left
}

// rank puts the named before the unnamed, and those last who cannot be told.
func rank(s speaker) int {
	switch {
	case s.Unnamed:
		return 1
	case s.Name == "":
		return 2
	}
	return 0
}

func (s *sheet) speaker(name string) speaker {
	rest, unnamed := strings.CutPrefix(name, "unnamed")
	if unnamed && (rest == "" || rest[0] == ' ') {
		return speaker{Name: strings.TrimSpace(rest), Unnamed: true}
	}
	if name == "" {
		return speaker{}
	}
	k := speaker{Name: nutgraf.Together(name)}
	if !s.opt.Dossier && !strings.Contains(name, ";") {
		k.Href = NameHref(s.opt.Base, name)
	}
	return k
}

func (s *sheet) utterance(f *nutgraf.Family) utterance {
	u := utterance{ID: f.ID, Plain: f.Kind == nutgraf.Indirect, Said: said(f), How: label.How(f.How), Grounds: s.why(f.Why)}
	if f.Speaker == "" || strings.HasPrefix(f.Speaker, "unnamed") {
		u.How = "" // that nobody is named stands at the head already
	}
	if g := label.Ground(f.How); g != "" {
		u.Grounds.Text = strings.TrimSpace(g + " " + u.Grounds.Text)
	}
	u.Grounds.Who, u.Grounds.Chips = joined(s.chips(f.SpeakerEvidence...)), joined(u.Grounds.Chips)
	full := min(max(f.Fullest, 0), len(f.Variants)-1)
	places := len(f.Variants)
	for i := range f.Variants {
		v := &f.Variants[i]
		if i != full && len(u.Places) >= s.most.places {
			continue
		}
		chips := s.chips(v.Cites...)
		if len(chips) == 0 {
			places--
			continue
		}
		p := place{Chips: joined(chips), To: v.To, Turns: once(v.Turns)}
		if i != full {
			p.Kind = label.Wording(f, &f.Variants[i])
		}
		if h := label.How(v.How); h != "" && v.How != f.How && f.Speaker != "" {
			p.How = h
		}
		if i == full {
			u.Lang = s.lang(v.Doc)
			u.Lead, u.Pieces = v.Lead.Text, label.Pieces(v.Cites)
		}
		u.Places = append(u.Places, p)
		if i == full || len(u.Wordings) < s.most.wordings {
			u.Wordings = append(u.Wordings, s.wording(f, i, i == full, chips))
		}
	}
	u.Others, u.Count = s.rest(places-len(u.Places), f.ID), places
	if len(f.Variants) == 1 {
		u.Besides = s.besides(f.Variants[0].Cites)
		u.Only = places == 1 && len(u.Besides) == 0 && len(s.texts) > 1
	}
	u.Further = s.rest(places-len(u.Wordings), f.ID)
	if len(u.Pieces) == 0 && full >= 0 {
		u.Pieces = label.Pieces(f.Variants[full].Cites)
	}
	if !differ(u.Wordings) {
		u.Wordings = nil
	}
	return u
}

// besides are the passages of other reports that share text with what one report
// alone gives as a quotation: a statement that another prints as it came is said
// there too.
func (s *sheet) besides(cites []nutgraf.Cite) []Chip {
	var out []nutgraf.Cite
	for _, x := range s.p.Provenance.Shared {
		for _, pair := range [][2]nutgraf.Cite{{x.Src, x.Dst}, {x.Dst, x.Src}} {
			mine, other := pair[0], pair[1]
			if other.Doc == mine.Doc || slices.ContainsFunc(out, func(c nutgraf.Cite) bool { return c.Doc == other.Doc }) {
				continue
			}
			if slices.ContainsFunc(cites, func(c nutgraf.Cite) bool {
				both := c.Span.Overlap(mine.Span)
				return c.Doc == mine.Doc && 2*both >= min(c.Span.Len(), mine.Span.Len()) && both >= sharedBytes
			}) {
				out = append(out, other)
			}
		}
	}
	return s.chips(out[:min(len(out), s.most.places)]...)
}

// sharedBytes is the length of shared words below which they are a set phrase.
const sharedBytes = 36

// joined keeps one chip of neighbouring pieces in one paragraph: the pieces of
// an utterance open the source at the same place.
func joined(chips []Chip) []Chip {
	out := chips[:0:0]
	for _, c := range chips {
		if n := len(out); n > 0 && out[n-1].Letter == c.Letter && out[n-1].Where == c.Where {
			continue
		}
		out = append(out, c)
	}
	return out
}

func (s *sheet) wording(f *nutgraf.Family, i int, full bool, chips []Chip) wording {
	v := &f.Variants[i]
	w := wording{
		Letter: s.letter(v.Doc), Name: s.name(v.Doc), Kind: cmp.Or(label.Wording(f, &f.Variants[i]), label.Variant(nutgraf.Verbatim)), Chips: joined(chips),
		Edits: spaced(v.Diff), Turns: v.Turns, Fullest: full, Pieces: label.Pieces(v.Cites),
	}
	if full {
		w.Kind = "fullest"
	}
	return w
}

// differ reports whether any wording differs from the fullest in its words.
func differ(all []wording) bool {
	for _, w := range all {
		if w.Fullest {
			continue
		}
		for _, e := range w.Edits {
			if e.Op != nutgraf.Keep {
				return true
			}
		}
		if len(w.Edits) == 0 && len(all) > 1 && w.Kind != label.Variant(nutgraf.Verbatim) && w.Kind != label.Variant(nutgraf.Typographic) {
			return true
		}
	}
	return false
}

// spaced gives the steps of a diff without their outer white space: the page
// parts them itself.
func spaced(edits []nutgraf.Edit) []nutgraf.Edit {
	out := make([]nutgraf.Edit, 0, len(edits))
	for _, e := range edits {
		if t := strings.TrimSpace(e.Text); t != "" {
			out = append(out, nutgraf.Edit{Op: e.Op, Text: t})
		}
	}
	return out
}

// said says when, by what way and to whom something was said.
func said(f *nutgraf.Family) string {
	var parts []string
	if f.Medium != "" {
		parts = append(parts, label.Medium(f.Medium))
	}
	if f.Addressee != "" {
		parts = append(parts, "to "+f.Hearer())
	}
	if f.Said != nutgraf.NoDay {
		parts = append(parts, oneDay(f.Said))
	}
	return strings.Join(parts, ", ")
}

// places writes where the reports have an utterance: those of whom the same is told in
// one row, those of whom nothing is told first. One row is no list.
func places(all []place) template.HTML {
	type row struct {
		notes []template.HTML
		chips []Chip
		long  bool // takes a line of its own
	}
	rows := []row{{}}
	for _, p := range all {
		notes := p.notes()
		at := slices.IndexFunc(rows, func(r row) bool { return slices.Equal(r.notes, notes) })
		if at < 0 {
			at = len(rows)
			rows = append(rows, row{notes: notes, long: p.To != "" || p.How != "" || len(p.Turns) > 0})
		}
		rows[at].chips = append(rows[at].chips, p.Chips...)
	}
	if len(rows[0].chips) == 0 {
		rows = rows[1:]
	}
	var b strings.Builder
	write := func(r row) {
		b.WriteString(string(chips(r.chips)))
		for i, n := range r.notes {
			b.WriteString([]string{" ", " · "}[min(i, 1)] + `<span>` + string(n) + `</span>`)
		}
	}
	if len(rows) == 1 {
		b.WriteString(`<span class="place">`)
		write(rows[0])
		b.WriteString(`</span> `)
		return template.HTML(b.String()) // every string in it went through esc
	}
	b.WriteString(`<ul class="places">`)
	for _, r := range rows {
		b.WriteString([]string{`<li>`, `<li class="long">`}[one(r.long)])
		write(r)
		b.WriteString(`</li>`)
	}
	b.WriteString(`</ul> `)
	return template.HTML(b.String()) // every string in it went through esc
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// once keeps each word at its first place.
func once(words []string) []string {
	var out []string
	for _, w := range words {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
