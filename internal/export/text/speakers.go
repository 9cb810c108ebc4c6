package text

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// speakers is who said what: by speaker, one entry an utterance.
func (v *view) speakers() {
	var names []string
	by := map[string][]*nutgraf.Family{}
	var unnamed []*nutgraf.Family
	for i := range v.p.Families {
		f := &v.p.Families[i]
		if len(f.Variants) == 0 || f.Fullest < 0 || f.Fullest >= len(f.Variants) {
			continue
		}
		if f.Speaker == "" || strings.HasPrefix(f.Speaker, "unnamed") {
			unnamed = append(unnamed, f)
			continue
		}
		if by[f.Speaker] == nil {
			names = append(names, f.Speaker)
		}
		by[f.Speaker] = append(by[f.Speaker], f)
	}
	if len(names)+len(unnamed)+len(v.p.Vague) == 0 {
		return
	}
	v.head("WHO SAID WHAT")
	for _, n := range names {
		v.speaker(n, by[n])
	}
	v.unnamed(unnamed)
}

// speaker lists the utterances of one speaker: quotations first, then what is
// reported without marks. What only one report has, without marks, is counted.
func (v *view) speaker(name string, fs []*nutgraf.Family) {
	v.line(" " + bold + clean(nutgraf.Together(name)) + plain)
	rest := 0
	for _, f := range fs {
		if f.Kind != nutgraf.Indirect {
			v.utterance(f)
		}
	}
	for _, f := range fs {
		switch {
		case f.Kind != nutgraf.Indirect:
		case len(f.Variants) > 1 || v.o.Full || len(fs) == 1:
			v.indirect(f)
		default:
			rest++
		}
	}
	if rest > 0 {
		each := ", each in one report"
		switch {
		case v.texts == 1:
			each = ""
		case v.texts < len(v.p.Articles):
			each = ", each in one text"
		}
		v.line(fmt.Sprintf("  %sand %d more, not quoted%s%s", dim, rest, each, plain))
	}
}

// utterance is one quotation over all reports.
func (v *view) utterance(f *nutgraf.Family) {
	right := v.places(citesOf(f), " ")
	if len(f.Variants) == 1 && v.texts > 1 {
		right += " only"
	}
	if m := said(f); m != "" {
		right = m + "  " + right
	}
	v.spread("  ", 4, v.uttered(f, v.width-6-columns(right)), right)
	v.notes(f)
	v.wordings(f)
}

// wordings shows every wording of an utterance beside the fullest, with the reports
// that have it.
func (v *view) wordings(f *nutgraf.Family) {
	shown := map[int]bool{f.Fullest: true}
	for i := range f.Variants {
		if shown[i] {
			continue
		}
		// Reports that have one wording, or one that has it in its headline too, stand in one row.
		var who []string
		for k := i; k < len(f.Variants); k++ {
			if x := &f.Variants[k]; !shown[k] && (k == i || x.Kind == f.Variants[i].Kind && slices.Equal(x.Diff, f.Variants[i].Diff) && len(x.Diff) > 0) {
				shown[k] = true
				if l := v.letter(x.Doc); !slices.Contains(who, l) {
					who = append(who, l)
				}
			}
		}
		v.variant(&f.Variants[i], label.Series(who))
	}
}

// uttered is the fullest wording, as much of it as there is room for.
func (v *view) uttered(f *nutgraf.Family, room int) string {
	full := &f.Variants[f.Fullest]
	words := utteranceWords(f, full.Cites)
	if lead := clean(full.Lead.Text); lead != "" && mixed(f.Kind, full.Cites) && label.Marked(words) {
		words = lead + " " + words
	}
	return marks(f, words, v.clipped(words, room))
}

// marks puts as much of a quotation as is shown between marks; one that holds
// words outside of its own marks stands as it is, even where those are cut off.
func marks(f *nutgraf.Family, whole, shown string) string {
	var cites []nutgraf.Cite
	if f.Fullest < len(f.Variants) {
		cites = f.Variants[f.Fullest].Cites
	}
	if mixed(f.Kind, cites) && label.Marked(whole) {
		return shown
	}
	return quoted(shown)
}

// mixed reports whether a wording holds words outside of marks: those of a direct
// utterance do where one report begins to tell and then quotes.
func mixed(kind nutgraf.QuoteKind, cites []nutgraf.Cite) bool {
	if kind != nutgraf.Direct || len(cites) == 0 {
		return kind == nutgraf.Mixed
	}
	first := clean(cites[0].Text)
	return !label.Opens(first) && label.Closes(first) && label.Marked(label.Unmarked(first))
}

// clipped cuts a quotation to what a line has room for, unless all of it is
// wanted.
func (v *view) clipped(words string, room int) string {
	if v.o.Full {
		return words
	}
	return clip(words, max(room, v.width/2))
}

// said tells through which medium and when, where that is known.
func said(f *nutgraf.Family) string {
	out := label.Medium(clean(f.Medium))
	if f.Said != nutgraf.NoDay && f.Said != 0 {
		if out != "" {
			out += ", "
		}
		out += day(f.Said, false)
	}
	return out
}

// notes tells how the wordings stand to each other, to whom it was said, and on
// what the speaker's name rests.
func (v *view) notes(f *nutgraf.Family) {
	var out []string
	if s := sameness(f); s != "" {
		out = append(out, s)
	}
	if to := v.told(f); to != "" {
		out = append(out, to)
	}
	if g := v.grounds(f); g != "" {
		out = append(out, g)
	}
	for i, s := range out {
		if out[i] = strings.TrimSuffix(s, "."); i > 0 {
			out[i] = label.Capital(out[i])
		}
	}
	if len(out) > 0 {
		v.wrap("     ", 5, strings.Join(out, ". ")+".")
	}
}

// sameness says whether all reports have the same words.
func sameness(f *nutgraf.Family) string {
	docs, all, typographic := map[string]bool{}, map[string]bool{}, false
	for i, x := range f.Variants {
		all[x.Doc] = true
		if i == f.Fullest || x.Kind == nutgraf.Verbatim || x.Kind == nutgraf.Typographic {
			docs[x.Doc] = true
			typographic = typographic || x.Kind == nutgraf.Typographic
		}
	}
	same := len(docs)
	if same < 2 {
		return ""
	}
	out := "same words in " + inWords(same) + " of " + inWords(len(all))
	if same == len(all) {
		out = "same words in all " + inWords(same)
		if same == 2 {
			out = "same words in both"
		}
	}
	if typographic {
		out += "; marks and breaks differ"
	}
	return out
}

// told tells to whom each report says it was said.
func (v *view) told(f *nutgraf.Family) string {
	var parts []string
	for _, x := range f.Variants {
		if part := v.letter(x.Doc) + " " + quoted(clean(x.To)); x.To != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	switch {
	case f.Addressee == "" && len(parts) == 0:
		return ""
	case f.Addressee == "":
		return "To whom: " + v.few(parts, ", ")
	case len(parts) == 0:
		return "To " + clean(f.Hearer())
	}
	return "To " + clean(f.Hearer()) + ": " + v.few(append(parts, v.elsewhere(f)...), ", ")
}

// elsewhere tells where reports that do not say to whom the words were said name
// the addressee as their source.
func (v *view) elsewhere(f *nutgraf.Family) []string {
	var out []string
	for _, x := range f.Variants {
		for _, e := range v.p.Provenance.Edges {
			if x.To == "" && e.From == x.Doc && e.News && e.Kind != nutgraf.EdgeInferred && len(e.Evidence) > 0 && v.sourceName(e.To) == f.Addressee {
				out = append(out, v.place(e.Evidence[0])+" "+quoted(clean(e.Evidence[0].Text)))
			}
		}
	}
	return out
}

// sourceName is the name of a node that is not held.
func (v *view) sourceName(id string) string {
	for _, n := range v.p.Provenance.Nodes {
		if n.ID == id && n.Doc == "" {
			return n.Name
		}
	}
	return ""
}

// grounds says on what a speaker's name rests when no report says it outright.
func (v *view) grounds(f *nutgraf.Family) string {
	var settled []string
	for _, x := range f.Variants {
		if l := v.letter(x.Doc); x.How == nutgraf.HowReport && !slices.Contains(settled, l) {
			settled = append(settled, l)
		}
	}
	var called []string
	for _, x := range f.Variants {
		if x.How == nutgraf.HowRole && x.SpeakerCite.Text != "" && len(f.Variants) > 1 {
			if part := v.letter(x.Doc) + " " + quoted(clean(x.SpeakerCite.Text)); !slices.Contains(called, part) {
				called = append(called, part)
			}
		}
	}
	switch {
	case len(called) > 0:
		return "the speaker is called by role: " + v.few(called, ", ")
	case f.How == nutgraf.HowPosition:
		return "no cue beside it; " + label.How(f.How)
	case len(settled) > 0:
		return "speaker settled through the other reports: " + v.few(settled, ", ")
	}
	return ""
}

// variant shows how the wording of some reports differs from the fullest.
func (v *view) variant(x *nutgraf.Variant, who string) {
	if x.Kind == nutgraf.Verbatim || x.Kind == nutgraf.Typographic {
		return
	}
	kind := x.Kind
	text := v.diff(x.Diff)
	if kind == nutgraf.Paraphrase || text == "" {
		kind, text = nutgraf.Paraphrase, clip(label.Joined(x.Cites, clean), 2*v.width)
	}
	indent := "     " + who + "  "
	v.wrap(indent, min(columns(indent), 8), dim+label.Variant(kind)+":"+plain+" "+text)
	if len(x.Turns) > 0 {
		v.wrap(strings.Repeat(" ", min(columns(indent), 8)), min(columns(indent), 8), "without "+quoted(clean(strings.Join(x.Turns, "\", \"")))+", which may turn the sense")
	}
}

const aroundChange = 5

// diff writes a word diff: [-dropped-], {+added+}; long stretches that stay are
// cut.
func (v *view) diff(edits []nutgraf.Edit) string {
	var out []string
	changed := false
	for i, e := range edits {
		text := clean(e.Text)
		if text == "" {
			continue
		}
		switch e.Op {
		case nutgraf.Drop:
			out = append(out, struck+"[-"+v.middle(text, i == 0, false)+"-]"+plain)
			changed = true
		case nutgraf.Add:
			out = append(out, under+"{+"+text+"+}"+plain)
			changed = true
		case nutgraf.Bracket:
			out = append(out, text)
			changed = true
		default:
			out = append(out, v.middle(text, i == 0, i == len(edits)-1))
		}
	}
	if !changed {
		return ""
	}
	return strings.Join(out, " ")
}

// middle cuts the middle out of a long stretch; at the beginning or the end of
// a diff its outer words go.
func (v *view) middle(text string, first, last bool) string {
	words := strings.Fields(text)
	if v.o.Full || len(words) <= 3*aroundChange {
		return text
	}
	head, tail := strings.Join(words[:aroundChange], " "), strings.Join(words[len(words)-aroundChange:], " ")
	switch {
	case last:
		return head + " …"
	case first:
		return "… " + tail
	}
	return head + " … " + tail
}

// indirect is what reports tell without marks.
func (v *view) indirect(f *nutgraf.Family) {
	var said []string
	at := map[string][]nutgraf.Cite{}
	for _, x := range f.Variants {
		words := clip(label.Joined(x.Cites, clean), v.width+v.width/2)
		if at[words] == nil {
			said = append(said, words)
		}
		at[words] = append(at[words], x.Cites...)
	}
	parts := make([]string, len(said))
	for i, words := range said {
		parts[i] = v.places(at[words], " ") + " " + words
	}
	text := "not quoted:  " + strings.Join(parts, " · ")
	if f.Addressee != "" {
		text += " (to " + clean(f.Hearer()) + ")"
	}
	v.wrap("  ", 5, text)
}

// unnamed lists what nobody is named for: first by the words for who said it,
// then, where nothing says who, by the words said.
func (v *view) unnamed(fs []*nutgraf.Family) {
	var sources, words []string
	add := func(list *[]string, what string, at []nutgraf.Cite) {
		if part := what + " (" + v.places(at, ", ") + ")"; !slices.Contains(*list, part) {
			*list = append(*list, part)
		}
	}
	for _, f := range fs {
		switch who := clean(strings.TrimPrefix(f.Speaker, "unnamed ")); {
		case len(f.SpeakerEvidence) > 0:
			add(&sources, quoted(clean(f.SpeakerEvidence[0].Text)), citesOf(f))
		case who != "":
			add(&sources, who, citesOf(f))
		case f.Kind != nutgraf.Indirect:
			add(&words, v.uttered(f, v.width/2), citesOf(f))
		}
	}
	var vague []string
	at := map[string][]nutgraf.Cite{}
	for _, c := range v.p.Vague {
		if named(fs, c) {
			continue
		}
		source := quoted(clean(c.Text))
		if at[source] == nil {
			vague = append(vague, source)
		}
		at[source] = append(at[source], c)
	}
	for _, source := range vague {
		add(&sources, source, at[source])
	}
	v.listed("Not named:", sources)
	v.listed("Speaker not found:", words)
}

func (v *view) listed(head string, parts []string) {
	if len(parts) > 0 {
		v.wrap(" ", 3, bold+head+plain+" "+strings.Join(parts, " · "))
	}
}

// named reports whether a place that names nobody stands with words that are
// listed.
func named(fs []*nutgraf.Family, c nutgraf.Cite) bool {
	return slices.ContainsFunc(fs, func(f *nutgraf.Family) bool {
		return slices.ContainsFunc(append(citesOf(f), f.SpeakerEvidence...), func(x nutgraf.Cite) bool {
			return x.Doc == c.Doc && x.Para == c.Para
		})
	})
}

// citesOf are the places of an utterance in all reports.
func citesOf(f *nutgraf.Family) []nutgraf.Cite {
	var out []nutgraf.Cite
	for _, x := range f.Variants {
		out = append(out, x.Cites...)
	}
	return out
}

// utteranceWords are the words of an utterance without their outer marks. Of
// one that holds words outside of marks too, all marks stay, and so do those
// between which its pieces stand apart.
func utteranceWords(f *nutgraf.Family, cites []nutgraf.Cite) string {
	if !mixed(f.Kind, cites) {
		return pieces(cites)
	}
	words := label.Joined(cites, clean)
	switch inner := label.Unmarked(words); {
	case !label.Marked(words):
		if words = pieces(cites); label.Marked(words) {
			return quoted(words)
		}
	case label.Opens(words) && !label.Marked(inner):
		return inner
	}
	return words
}

// pieces joins the pieces of a quotation; where one closes and the next opens,
// their marks show it, and where words are left out between pieces without
// marks, so does an ellipsis.
func pieces(cites []nutgraf.Cite) string {
	var b strings.Builder
	for i, c := range cites {
		text := clean(c.Text)
		piece := label.Unmarked(text)
		switch {
		case i == 0:
		case label.Opens(text) && label.Closes(clean(cites[i-1].Text)):
			b.WriteString("\" \"")
		case !c.Adjoins(cites[i-1]):
			b.WriteString("\" … \"")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(piece)
	}
	return b.String()
}

// wordsOf joins the pieces of a quotation without their outer marks.
func wordsOf(cites []nutgraf.Cite) string {
	return label.Joined(cites, func(s string) string { return label.Unmarked(clean(s)) })
}
