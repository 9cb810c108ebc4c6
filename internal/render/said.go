package render

import (
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

// wording is one report's wording laid against the fullest.
type wording struct {
	Letter, Name, Kind string
	Chips              []Chip
	Edits              []nutgraf.Edit
	Turns              []string
	Fullest            bool
	Pieces             []string
}

func (s *sheet) speakers() []speaker {
	var out []speaker
	at := map[string]int{}
	for i := range s.p.Families {
		f := &s.p.Families[i]
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
	return out
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
		if i != full && v.Kind != nutgraf.Verbatim {
			p.Kind = label.Variant(v.Kind)
		}
		if h := label.How(v.How); h != "" && v.How != f.How {
			p.How = h
		}
		if i == full {
			u.Lead, u.Pieces = v.Lead.Text, label.Pieces(v.Cites)
		}
		u.Places = append(u.Places, p)
		if i == full || len(u.Wordings) < s.most.wordings {
			u.Wordings = append(u.Wordings, s.wording(v, i == full, chips))
		}
	}
	u.Others, u.Count = s.rest(places-len(u.Places), f.ID), places
	if len(f.Variants) == 1 {
		u.Besides = s.besides(f.Variants[0].Cites)
		u.Only = places == 1 && len(u.Besides) == 0
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

func (s *sheet) wording(v *nutgraf.Variant, full bool, chips []Chip) wording {
	w := wording{
		Letter: s.letter(v.Doc), Name: s.name(v.Doc), Kind: label.Variant(v.Kind), Chips: joined(chips),
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

// places writes where the reports have an utterance.
func places(all []place) template.HTML {
	var b strings.Builder
	for _, p := range all {
		b.WriteString(`<span class="place">`)
		for _, c := range p.Chips {
			b.WriteByte(' ')
			c.write(&b)
		}
		if p.Kind != "" {
			b.WriteString(` <span>` + esc(p.Kind) + `</span>`)
		}
		for i, t := range p.Turns {
			b.WriteString([]string{` <span>without `, `, `}[min(i, 1)] + `<q>` + esc(t) + `</q>`)
		}
		if len(p.Turns) > 0 {
			b.WriteString(`</span>`)
		}
		if p.To != "" {
			b.WriteString(` <q>` + esc(p.To) + `</q>`)
		}
		if p.How != "" {
			b.WriteString(` <span>(` + esc(p.How) + `)</span>`)
		}
		b.WriteString(`</span> `)
	}
	return template.HTML(b.String()) // every string in it went through esc
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
