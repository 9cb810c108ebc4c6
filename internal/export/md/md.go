// Package md writes stories as dossiers in Markdown: the findings of the story
// page, with numbered endnotes that name report and paragraph; title, address, date
// and the hash of the capture stand once, in the table of reports. Text of others is escaped, so that nothing in it is
// taken for markup.
package md

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nutgraf"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/label"
	"nutgraf/internal/render"
	"nutgraf/internal/reprint"
)

// Write writes the stories, one dossier after the other.
func Write(w io.Writer, stories []*nutgraf.StoryPage, document func(id string) *nutgraf.Document) error {
	for i, p := range stories {
		p = reprint.Fold(p)
		d := &dossier{p: p, texts: reprint.Texts(p.Articles), document: document}
		if i > 0 {
			d.line("\n---\n")
		}
		d.write()
		if _, err := io.WriteString(w, d.b.String()); err != nil {
			return err
		}
	}
	return nil
}

// dossier is one story on its way to Markdown.
type dossier struct {
	b        strings.Builder
	p        *nutgraf.StoryPage
	texts    []nutgraf.PageArticle // the reports but for reprints of one before
	document func(id string) *nutgraf.Document
	notes    []nutgraf.Cite
}

func (d *dossier) line(text string)                 { d.b.WriteString(text + "\n") }
func (d *dossier) linef(format string, args ...any) { d.line(fmt.Sprintf(format, args...)) }

func (d *dossier) write() {
	d.linef("# %s\n", escape(d.p.Title))
	d.figures()
	d.reports()
	d.brief()
	d.differences()
	d.quotations()
	d.origins()
	d.claims()
	d.timeline()
	d.apart()
	d.saga()
	d.endnotes()
	d.made()
}

func (d *dossier) reports() {
	d.line("## Reports\n")
	d.line("| | Outlet | Title | Date | Words | Capture |\n|---|---|---|---|---|---|")
	undoubted := false
	for _, a := range d.p.Articles {
		words := strconv.Itoa(a.Words)
		if same := label.Same(d.p, &a); same != "" {
			words += ", " + same
		}
		date, own := strings.CutSuffix(a.Range.Basis, nutgraf.Undoubted)
		undoubted = undoubted || own
		d.linef("| %s | %s | %s | %s | %s | %s |", a.Letter, cell(label.Outlet(&a)), linked(&a), cell(date), words, d.capture(&a))
	}
	for _, a := range d.p.Articles {
		for _, limit := range label.Limits(d.document(a.ID)) {
			d.linef("\n%s: %s.", a.Letter, escape(limit))
		}
	}
	if undoubted {
		d.line("\nDates that stand alone are the pages' own; nothing in the texts speaks against them.")
	}
	d.line("")
}

// linked is a report's title, or a word in its place, as a link to its address where it
// has one.
func linked(a *nutgraf.PageArticle) string {
	web := strings.ReplaceAll(iri.Web(a.URL), "|", "%7C") // no end of a cell
	switch {
	case web == "":
		return cell(a.Title)
	case a.Title == "":
		return "[no headline](<" + web + ">)"
	}
	return "[" + cell(a.Title) + "](<" + web + ">)"
}

// capture is by what a report's capture is known, and when it was taken.
func (d *dossier) capture(a *nutgraf.PageArticle) string {
	var parts []string
	if a.Capture != "" {
		parts = append(parts, fmt.Sprintf("`%.16s`", cell(a.Capture)))
	}
	if doc := d.document(a.ID); doc != nil && !doc.Captured.IsZero() {
		parts = append(parts, doc.Captured.UTC().Format("2 Jan 2006, 15:04 UTC"))
	}
	return strings.Join(parts, ", ")
}

func (d *dossier) brief() {
	if len(d.p.Brief.Lines) == 0 {
		return
	}
	d.line("## In short\n")
	for _, l := range d.p.Brief.Lines {
		d.linef("%s%s%s\n", escape(l.Text), d.refs(l.Cites), bracketed(l.Note))
	}
}

func (d *dossier) differences() {
	var warnings []nutgraf.Warning
	for _, w := range d.p.Warnings {
		if w.Kind.Refuses() {
			warnings = append(warnings, w)
		}
	}
	if len(d.p.Conflicts)+len(warnings) == 0 {
		return
	}
	d.line("## Where reports differ\n")
	for _, c := range d.p.Conflicts {
		if c.Severity == nutgraf.Soft {
			continue
		}
		d.linef("### %s\n", escape(c.Matter))
		for _, s := range c.Sides {
			by := d.behind(&s)
			if len(s.Evidence) > 0 && s.By != "" {
				d.linef("- **%s** %s", escape(s.Letter), escape(s.Value))
			} else {
				d.linef("- **%s** %s%s", escape(s.Letter), escape(s.Value), by)
				by = ""
			}
			for i, cites := range alike(s.Evidence, func(c *nutgraf.Cite) string { return c.Text }) {
				if i > 0 {
					by = "" // the others are not in his words
				}
				d.linef("  - %s: %s%s%s", d.letters(cites), quoted(cites[0].Text), d.refs(cites), by)
			}
		}
		d.linef("\n%s%s\n", escape(c.Why), d.standing(&c))
	}
	d.small()
	for _, w := range warnings {
		d.linef("**Date of %s.** %s%s\n", d.letter(w.Doc), escape(w.Why), d.refs(w.Evidence))
	}
}

// standing tells which reports stand on several sides of a difference, and which on none.
func (d *dossier) standing(c *nutgraf.Conflict) string {
	out := ""
	both, silent := label.Standing(d.texts, c)
	for _, x := range []struct {
		who []string
		on  string
	}{{both, "more than one side"}, {silent, "no side shown"}} {
		switch len(x.who) {
		case 0:
		case 1:
			out += " " + x.who[0] + " stands on " + x.on + "."
		default:
			out += " " + label.Series(x.who) + " stand on " + x.on + "."
		}
	}
	return out
}

// small lists the soft differences, a line each.
func (d *dossier) small() {
	n := 0
	for _, c := range d.p.Conflicts {
		if c.Severity != nutgraf.Soft {
			continue
		}
		if n++; n == 1 {
			d.linef("### %s\n", label.Small)
		}
		var sides []string
		for _, s := range c.Sides {
			sides = append(sides, escape(s.Value)+d.refs(s.Evidence))
		}
		d.linef("- %s %s", escape(label.Lead(c.Matter)), strings.Join(sides, "; "))
	}
	if n > 0 {
		d.line("")
	}
}

// behind names who stands behind a side of a difference.
func (d *dossier) behind(s *nutgraf.Side) string {
	switch {
	case s.By == "":
		if none := label.NoSource(d.p, s); none != "" {
			return " (" + none + ")"
		}
		return ""
	case s.ByQuoted:
		return " (" + escape(s.By) + ", in its own words)"
	}
	return " (" + escape(s.By) + ")"
}

func (d *dossier) quotations() {
	if len(d.p.Families) == 0 {
		return
	}
	d.line("## Who said what\n")
	var names []string
	for _, f := range d.p.Families {
		if !slices.Contains(names, f.Speaker) {
			names = append(names, f.Speaker)
		}
	}
	for _, n := range names {
		d.linef("### %s\n", escape(title(n)))
		for i := range d.p.Families {
			if d.p.Families[i].Speaker == n {
				d.family(&d.p.Families[i])
			}
		}
		d.line("")
	}
	d.vague()
}

// vague lists the words that name a source and leave it unnamed.
func (d *dossier) vague() {
	if len(d.p.Vague) == 0 {
		return
	}
	d.line("### Not named\n")
	for i, c := range d.p.Vague {
		same := func(x nutgraf.Cite) bool { return x.Doc == c.Doc && strings.EqualFold(x.Text, c.Text) }
		if slices.ContainsFunc(d.p.Vague[:i], same) {
			continue
		}
		var all []nutgraf.Cite
		for _, x := range d.p.Vague[i:] {
			if same(x) {
				all = append(all, x)
			}
		}
		d.linef("- %s: %s%s", d.letter(c.Doc), words(all[:1]), d.refs(all))
	}
	d.line("")
}

// title is the heading over what a speaker says: a name, or what a report calls one who
// is not named.
func title(speaker string) string {
	switch told := label.NotNamed(speaker); {
	case speaker == "":
		return "Speaker not found"
	case speaker == "unnamed":
		return "Somebody not named"
	case told != speaker:
		return label.Capital(told)
	}
	return nutgraf.Together(speaker)
}

func (d *dossier) family(f *nutgraf.Family) {
	if f.Fullest < 0 || f.Fullest >= len(f.Variants) {
		return
	}
	full := &f.Variants[f.Fullest]
	d.linef("- %s: %s%s%s%s", d.letters(full.Cites), lead(full), uttered(f.Kind, full.Cites), d.refs(full.Cites), addressee(f))
	others := slices.Delete(slices.Clone(f.Variants), f.Fullest, f.Fullest+1)
	for _, vs := range alike(others, func(v *nutgraf.Variant) string { return wording(f, v) }) {
		var cites []nutgraf.Cite
		for _, v := range vs {
			cites = append(cites, v.Cites...)
		}
		d.linef("  - %s%s%s", d.letters(cites), wording(f, &vs[0]), d.refs(cites))
	}
}

// wording is how a report words an utterance, beside the fullest form of it.
func wording(f *nutgraf.Family, v *nutgraf.Variant) string {
	how, kind := label.Wording(f, v), f.Kind
	switch {
	case how == "" || v.Kind == nutgraf.Typographic:
		return ": " + cmp.Or(how, label.Variant(nutgraf.Verbatim))
	case v.Kind == nutgraf.Paraphrase:
		kind = nutgraf.Indirect
	}
	return ", " + how + ": " + lead(v) + uttered(kind, v.Cites)
}

// alike gathers the values of which the same is told, each set where its first stood.
func alike[T any](all []T, told func(*T) string) (out [][]T) {
	at := map[string]int{}
	for i := range all {
		key := told(&all[i])
		k, known := at[key]
		if !known {
			k = len(out)
			at[key], out = k, append(out, nil)
		}
		out[k] = append(out[k], all[i])
	}
	return out
}

// lead is the report's verb that a wording hangs on, in brackets, or "".
func lead(v *nutgraf.Variant) string {
	if v.Lead.Text == "" {
		return ""
	}
	return "(" + escape(v.Lead.Text) + ") "
}

// addressee tells by what way, to whom and when an utterance was made.
func addressee(f *nutgraf.Family) string {
	var parts []string
	if f.Medium != "" {
		parts = append(parts, escape(label.Medium(f.Medium)))
	}
	if f.Addressee != "" {
		parts = append(parts, "to "+escape(f.Hearer()))
	}
	if f.Said != nutgraf.NoDay {
		parts = append(parts, day(f.Said))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// uttered puts the words of a speaker between marks, and leaves the pieces in
// which a report tells what he said as they are, with the marks that it has in
// them.
func uttered(kind nutgraf.QuoteKind, cites []nutgraf.Cite) string {
	var b strings.Builder
	for from := 0; from < len(cites); {
		to := from + 1
		for to < len(cites) && told(kind, cites[to]) == told(kind, cites[from]) {
			to++
		}
		if from > 0 && !cites[from].Adjoins(cites[from-1]) {
			b.WriteString(" …")
		}
		if from > 0 {
			b.WriteByte(' ')
		}
		if told(kind, cites[from]) {
			b.WriteString(label.Joined(cites[from:to], escape))
		} else {
			b.WriteString(words(cites[from:to]))
		}
		from = to
	}
	return b.String()
}

// told reports whether a piece is a report's own words on what was said: it has
// marks in it that stand around less than all of it, or none, where not all of
// the utterance is quoted.
func told(kind nutgraf.QuoteKind, piece nutgraf.Cite) bool {
	within := label.Unmarked(piece.Text)
	return kind == nutgraf.Indirect || label.Marked(within) || kind == nutgraf.Mixed && within == piece.Text
}

func words(cites []nutgraf.Cite) string {
	return "“" + label.Joined(cites, func(s string) string { return escape(label.Unmarked(s)) }) + "”"
}

func (d *dossier) origins() {
	pr := &d.p.Provenance
	if len(pr.Edges) == 0 && pr.Earliest == "" && pr.EarliestWhy == "" {
		return
	}
	d.line("## Where it came from\n")
	if len(pr.Edges) > 0 {
		d.line("| Report | | Source | in its words |\n|---|---|---|---|")
	}
	each, off := map[string]int{}, 0
	for _, e := range pr.Edges {
		if e.Kind == nutgraf.EdgeReuse || e.Kind == nutgraf.EdgeSharedQuote {
			if max(each[e.From], each[e.To]) >= tiesEach {
				off++
				continue
			}
			each[e.From]++
			each[e.To]++
		}
		text := ""
		if len(e.Evidence) > 0 {
			text = quoted(clip(e.Evidence[0].Text)) + d.refs(e.Evidence[:1])
		}
		does := strings.TrimSpace(label.Edge(e.Kind) + " " + label.Scope(&e))
		d.linef("| %s | %s | %s | %s |", cell(d.node(e.From)), does, cell(d.node(e.To)), text)
	}
	if len(pr.Edges) > 0 {
		d.line("")
	}
	if off > 0 {
		d.linef("%s between reports, by words that they share, left off.\n", count(off, "further tie"))
	}
	for _, s := range []string{pr.OriginsWhy, label.Earliest(d.earliest(), pr.EarliestWhy)} {
		if s != "" {
			d.linef("%s\n", escape(s))
		}
	}
}

// earliest is the letter of the earliest report held, or "".
func (d *dossier) earliest() string {
	if d.p.Provenance.Earliest == "" {
		return ""
	}
	return d.letter(d.p.Provenance.Earliest)
}

func (d *dossier) node(id string) string {
	for _, n := range d.p.Provenance.Nodes {
		switch {
		case n.ID != id:
		case n.Doc != "":
			return d.letter(n.Doc)
		case n.Role == nutgraf.RolePrimary:
			return label.Source(&n)
		default:
			return n.Name + " (not held)"
		}
	}
	return id
}

// tiesEach is how many ties by shared words are listed of one report: between many
// versions of one text each is tied to each.
const tiesEach = 3

// shownBytes is the length up to which the words of an edge are shown.
const shownBytes = 160

// quoted puts words of a report between marks; words that have one at an end keep theirs.
func quoted(text string) string {
	if label.EndsMarked(text) {
		return escape(text)
	}
	return "“" + escape(text) + "”"
}

// clip cuts words at a space to the length that is shown.
func clip(words string) string {
	if len(words) <= shownBytes {
		return words
	}
	return words[:strings.LastIndexByte(words[:shownBytes], ' ')+1] + "…"
}

func (d *dossier) claims() {
	if len(d.p.Claims) == 0 || len(d.texts) < 2 { // one text is no grid
		return
	}
	d.line("## What is claimed\n")
	if len(d.texts) > render.ColumnsMost {
		for _, c := range d.p.Claims {
			d.linef("- %s%s: %s", escape(c.Label.Text), bracketed(c.Note), d.sayers(&c))
		}
		d.line("\nA letter in brackets is a side in a difference.\n")
		return
	}
	head, rule := "| Claim |", "|---|"
	for _, a := range d.texts {
		head += " " + a.Letter + " |"
		rule += "---|"
	}
	d.line(head + "\n" + rule)
	for _, c := range d.p.Claims {
		row := "| " + cell(c.Label.Text) + bracketed(c.Note) + " |"
		for _, a := range d.texts {
			row += " " + stance(c, &a) + " |"
		}
		d.line(row)
	}
	d.line("\n● says it, ◐ weaker, a letter its side in a difference, · not found in the text held, empty: cannot be told\n")
}

// bracketed is a note behind words, or "".
func bracketed(note string) string {
	if note == "" {
		return ""
	}
	return " (" + escape(note) + ")"
}

// sayers names the reports that say a claim, where they are too many for columns: "A, B (a)
// and C".
func (d *dossier) sayers(c *nutgraf.Claim) string {
	var out []string
	for i := range d.texts {
		switch s := stance(*c, &d.texts[i]); s {
		case "", label.Missed:
		case label.Says, label.Weakly:
			out = append(out, d.texts[i].Letter)
		default:
			out = append(out, d.texts[i].Letter+" ("+s+")")
		}
	}
	return label.Series(out)
}

// stance is how a report stands on a claim, as the page has it.
func stance(c nutgraf.Claim, a *nutgraf.PageArticle) string {
	of := slices.DeleteFunc(slices.Clone(c.Support), func(s nutgraf.Support) bool { return s.Cite.Doc != a.ID })
	if len(of) == 0 && slices.Contains(a.NotFound, c.ID) {
		return label.Missed
	}
	sign, _ := label.Stand(of)
	return sign
}

func (d *dossier) timeline() {
	if len(d.p.Timeline) == 0 {
		return
	}
	d.line("## When\n")
	all := slices.Clone(label.Timeline(d.p.Timeline))
	slices.SortStableFunc(all, func(a, b nutgraf.TimelineEntry) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	for _, e := range all {
		when, text := render.Days(e.From, e.To), escape(e.Text)
		if e.Refused {
			d.linef("- ~~%s~~ on the page of %s; it does not fit and orders nothing%s", when, d.dated(e), d.refs(e.Evidence))
			continue
		}
		if e.Told != "" {
			when = e.Told + " (" + label.Unknown(e.Told) + ")"
		}
		others := ""
		for _, o := range e.Others {
			others += "; reports differ: " + escape(o.Told) + d.refs(o.Evidence)
		}
		d.linef("- %s: %s%s%s", when, text, d.refs(e.Evidence), others)
	}
	d.line("")
}

// rank sets what has a date before what has none, as its place in time is not known, and
// that before dates that order nothing.
func rank(e nutgraf.TimelineEntry) int {
	switch {
	case e.Refused:
		return 2
	case e.Told != "":
		return 1
	}
	return 0
}

// refs cites places as endnotes: one number for each paragraph.
func (d *dossier) refs(cites []nutgraf.Cite) string {
	var b strings.Builder
	var told []int
	for _, c := range cites {
		if n := d.note(c); !slices.Contains(told, n) {
			told = append(told, n)
			fmt.Fprintf(&b, "[^%d]", n)
		}
	}
	return b.String()
}

// note numbers a place. An endnote leads to a paragraph, so that what stands in
// one paragraph has one note.
func (d *dossier) note(c nutgraf.Cite) int {
	for i, n := range d.notes {
		if n.Doc == c.Doc && n.Para == c.Para && d.where(n) == d.where(c) {
			return i + 1
		}
	}
	d.notes = append(d.notes, c)
	return len(d.notes)
}

func (d *dossier) endnotes() {
	if len(d.notes) == 0 {
		return
	}
	d.line("## Notes\n")
	for i, c := range d.notes {
		d.linef("[^%d]: %s", i+1, d.source(c))
	}
	d.line("")
}

// source names a place: the report, whose address and capture stand in the table of
// reports, and where in it.
func (d *dossier) source(c nutgraf.Cite) string {
	parts := []string{d.letter(c.Doc)}
	for i := range d.p.Articles {
		if a := &d.p.Articles[i]; a.ID == c.Doc && label.Outlet(a) != label.Unnamed {
			parts = append(parts, escape(label.Outlet(a)))
		}
	}
	if at := d.where(c); at != "" {
		parts = append(parts, at)
	}
	return strings.Join(parts, ", ")
}

// where is the place of a cite in its report: its paragraph, else what it stands in.
func (d *dossier) where(c nutgraf.Cite) string {
	if c.Para > 0 {
		return fmt.Sprintf("¶%d", c.Para)
	}
	if doc := d.document(c.Doc); doc != nil {
		if i := doc.BlockAt(c.Span.Start); i >= 0 {
			return label.Block(doc.Blocks[i].Kind)
		}
	}
	return ""
}

func (d *dossier) letter(doc string) string {
	for _, a := range d.p.Articles {
		if a.ID == doc {
			return a.Letter
		}
	}
	return escape(doc)
}

// letters names the reports that cites stand in, each once.
func (d *dossier) letters(cites []nutgraf.Cite) string {
	var out []string
	for _, c := range cites {
		if l := d.letter(c.Doc); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return label.Series(out)
}

func (d *dossier) made() {
	d.linef("Made by nutgraf %s from %s.", d.p.Made.Version, captures(len(d.p.Made.Inputs)))
}

func captures(n int) string {
	if n == 1 {
		return "one capture"
	}
	return fmt.Sprintf("%d captures", n)
}

// escape takes the meaning of markup from text of others and sets it in one
// line.
func escape(text string) string {
	var b strings.Builder
	for i, word := range strings.Fields(text) {
		if b.Len() > 0 && strings.IndexFunc(word, unicode.IsPrint) >= 0 {
			b.WriteByte(' ')
		}
		for at, r := range word {
			switch {
			case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && !label.Joiner(r):
				continue
			case i == 0 && (r == '.' || r == ')') && at > 0 && at == len(word)-1 && strings.Trim(word[:at], "0123456789") == "":
				b.WriteByte('\\') // no item of a list
			case strings.ContainsRune("\\`*_{}[]<>#|~&", r), i == 0 && at == 0 && strings.ContainsRune("-+=", r):
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cell is text for a cell of a table.
func cell(text string) string { return escape(text) }
