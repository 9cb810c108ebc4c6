package text

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
	"nutgraf/internal/page"
)

// short is the nut graf with numbered sources.
func (v *view) short() {
	if len(v.p.Brief.Lines) == 0 {
		return
	}
	v.head("IN SHORT")
	var text, sources []string
	for i, l := range v.p.Brief.Lines {
		text = append(text, clean(l.Text)+fmt.Sprintf(" %s[%d]%s", accent, i+1, plain))
		sources = append(sources, fmt.Sprintf("%s[%d]%s %s", accent, i+1, plain, v.sources(l)))
	}
	v.wrap(" ", 1, strings.Join(text, "  "))
	v.wrap(" ", 5, strings.Join(sources, "   "))
}

func (v *view) sources(l nutgraf.BriefLine) string {
	if len(l.Cites) == 0 {
		return ""
	}
	out := v.place(l.Cites[0])
	if l.Note != "" {
		out += " (" + clean(l.Note) + ")"
	}
	if len(l.Cites) > 1 {
		out += "; also " + v.places(l.Cites[1:], ", ")
	}
	return out
}

// differences are the conflicts, the soft ones a line each, and the warnings about dates.
func (v *view) differences() {
	var shown, small []nutgraf.Conflict
	for _, c := range v.p.Conflicts {
		if c.Severity == nutgraf.Soft {
			small = append(small, c)
		} else {
			shown = append(shown, c)
		}
	}
	warnings := dateWarnings(v.p.Warnings)
	if len(v.p.Conflicts)+len(warnings) == 0 {
		return
	}
	v.head("WHERE REPORTS DIFFER")
	for i := range shown {
		v.conflict(i+1, &shown[i])
	}
	if len(small) > 0 {
		v.wrap("    ", 4, dim+label.Small+":"+plain)
	}
	for i := range small {
		v.small(&small[i])
	}
	for _, w := range warnings {
		v.warning(w)
	}
}

func dateWarnings(all []nutgraf.Warning) []nutgraf.Warning {
	return slices.DeleteFunc(slices.Clone(all), func(w nutgraf.Warning) bool { return !w.Kind.Refuses() })
}

func (v *view) conflict(n int, c *nutgraf.Conflict) {
	matter := clean(c.Matter)
	if matter == "" {
		matter = clean(c.Why)
	}
	v.wrap(fmt.Sprintf("%2d  ", n), 4, bold+label.Capital(matter)+plain)
	named := slices.ContainsFunc(c.Sides, func(s nutgraf.Side) bool { return s.By != "" })
	wide := 0
	for _, s := range c.Sides {
		wide = max(wide, columns(s.Letter))
	}
	for _, s := range c.Sides {
		v.side(&s, named, wide)
	}
	if c.Why != "" && c.Matter != "" {
		v.wrap("    ", 4, clean(c.Why))
	}
}

func (v *view) small(c *nutgraf.Conflict) {
	var sides []string
	for _, s := range c.Sides {
		sides = append(sides, fmt.Sprintf("%s (%s)", clean(s.Value), v.places(s.Evidence, ", ")))
	}
	v.wrap("    ", 6, label.Lead(label.Capital(clean(c.Matter)))+" "+strings.Join(sides, "; "))
}

func (v *view) side(s *nutgraf.Side, named bool, wide int) {
	indent := "    " + accent + s.Letter + plain + strings.Repeat(" ", wide-columns(s.Letter)) + "  "
	hanging := columns(indent)
	v.wrap(indent, hanging, clean(s.Value))
	by := ""
	switch {
	case s.By != "":
		by = clean(s.By) + ": "
	case named:
		if none := label.NoSource(v.p, s); none != "" {
			by = none + ": "
		}
	}
	for _, c := range s.Evidence {
		at := strings.Repeat(" ", hanging) + v.place(c) + "  "
		v.wrap(at, columns(at), by+quoted(clip(clean(c.Text), 3*v.width)))
		by = ""
	}
}

func (v *view) warning(w nutgraf.Warning) {
	v.wrap(" "+accent+"!"+plain+"  ", 4, fmt.Sprintf("%sDate of %s.%s %s", bold, v.letter(w.Doc), plain, label.Capital(clean(w.Why))))
	if places := v.places(w.Evidence, "; "); places != "" {
		v.wrap("    ", 4, dim+"("+places+")"+plain)
	}
}

// origins tells where the story came from.
func (v *view) origins() {
	pr := &v.p.Provenance
	var lines []string
	for _, n := range pr.Nodes {
		if n.Role == nutgraf.RoleNewsOrigin {
			lines = append(lines, v.origin(n))
		}
	}
	if primary := v.primary(); primary != "" {
		lines = append(lines, "For single passages: "+primary)
	}
	lines = append(lines, v.shared()...)
	if pr.OriginsWhy != "" && !v.allPoint() && (len(v.p.Articles) > 1 || len(lines) > 0) {
		lines = append(lines, label.Capital(clean(pr.OriginsWhy)))
	}
	if earliest := v.earliest(); earliest != "" && len(v.p.Articles) > 1 {
		lines = append(lines, earliest)
	}
	if len(lines) == 0 {
		return
	}
	v.head("WHERE IT CAME FROM")
	for _, l := range lines {
		v.wrap(" ", 4, l)
	}
}

// allPoint reports whether every report points to an origin of the news: then
// the lines of the origins tell what there is to tell.
func (v *view) allPoint() bool {
	pointing := map[string]bool{}
	for _, n := range v.p.Provenance.Nodes {
		for _, e := range v.p.Provenance.Edges {
			if n.Role == nutgraf.RoleNewsOrigin && e.To == n.ID && e.News {
				pointing[e.From] = true
			}
		}
	}
	for _, n := range v.p.Provenance.Nodes {
		if n.Role == nutgraf.RoleReport && n.Doc != "" && !pointing[n.ID] {
			return false
		}
	}
	return true
}

// origin lists which reports name an origin, and in which words.
func (v *view) origin(n nutgraf.Node) string {
	held := "not held"
	if n.Doc != "" {
		held = "held: " + v.letter(n.Doc)
		if n.Words {
			held += ", the words are in it"
		}
	}
	var from, passages []string
	for _, e := range v.p.Provenance.Edges {
		switch {
		case e.To != n.ID || e.Kind != nutgraf.EdgeCredit && e.Kind != nutgraf.EdgeInferred:
		case e.News:
			from = append(from, v.from(e))
		default:
			passages = append(passages, v.from(e))
		}
	}
	if len(passages) > 0 {
		from = append(from, "for a passage: "+v.few(passages, " · "))
	}
	return fmt.Sprintf("%s%s%s (%s) <- %s", bold, clean(n.Name), plain, held, v.few(from, " · "))
}

func (v *view) from(e nutgraf.Edge) string {
	out := v.nodeLetter(e.From)
	if len(e.Evidence) > 0 {
		out = v.place(e.Evidence[0])
		out += " " + quoted(clip(clean(e.Evidence[0].Text), 48))
	}
	if e.Whole {
		out += ", whole report"
	}
	switch e.Kind {
	case nutgraf.EdgeInferred:
		out += " (inferred)"
	case nutgraf.EdgeSharedQuote, nutgraf.EdgeReuse:
		out += " (the same words)"
	}
	return out
}

// nodeLetter is the letter of a node that is a report, else its name.
func (v *view) nodeLetter(id string) string {
	for _, n := range v.p.Provenance.Nodes {
		if n.ID == id && n.Doc != "" && v.letters[n.Doc] != "" {
			return v.letters[n.Doc]
		}
		if n.ID == id {
			return clean(n.Name)
		}
	}
	return v.letter(id)
}

// primary lists the sources of single passages with the reports that use them.
func (v *view) primary() string {
	var out []string
	for _, n := range v.p.Provenance.Nodes {
		if n.Role != nutgraf.RolePrimary {
			continue
		}
		var users []string
		for _, e := range v.p.Provenance.Edges {
			if l := v.nodeLetter(e.From); e.To == n.ID && !slices.Contains(users, l) {
				users = append(users, l)
			}
		}
		slices.SortFunc(users, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) }) // Z before AA
		out = append(out, clean(label.Source(&n))+" ("+v.few(users, ", ")+")")
	}
	return strings.Join(out, "; ")
}

// shared tells which reports share words, and which side had them from which
// where that can be told; pairs of which the same is to be said stand together.
func (v *view) shared() []string {
	if copies := v.copies(); copies != "" {
		return []string{copies}
	}
	type pair struct{ names, what, why string }
	var pairs []pair
	for _, e := range v.p.Provenance.Edges {
		if e.Kind != nutgraf.EdgeReuse && e.Kind != nutgraf.EdgeSharedQuote || !v.betweenReports(e) {
			continue
		}
		p := pair{names: v.both(e), what: "text", why: clean(e.Why)}
		if e.Kind == nutgraf.EdgeSharedQuote {
			p.what = "a quotation"
		}
		if strings.HasSuffix(p.why, unsettled) {
			p.why = unsettled
		}
		at := slices.IndexFunc(pairs, func(x pair) bool { return x.names == p.names && x.why == p.why && x.what != p.what })
		if at >= 0 {
			pairs[at].what = "a quotation and other text"
			continue
		}
		pairs = append(pairs, p)
	}
	var said []string
	who := map[string][]string{}
	for _, p := range pairs {
		what := "share " + p.what
		switch {
		case p.why == unsettled:
			what += "; " + p.why
		case p.why != "":
			what += ": " + p.why
		}
		if who[what] == nil {
			said = append(said, what)
		}
		who[what] = append(who[what], p.names)
	}
	for i, what := range said {
		said[i] = v.together(who[what]) + " " + what
	}
	return said
}

// together names pairs of reports: all of them in a row where every one is tied
// to every other.
func (v *view) together(pairs []string) string {
	var all []string
	for _, p := range pairs {
		for _, name := range strings.Split(p, " and ") {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	if n := len(all); n > 2 && len(pairs) == n*(n-1)/2 {
		slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
		return label.Series(all)
	}
	return v.few(pairs, "; ")
}

// copied is the share of its words from which a report counts as a copy.
const copied = .97

// copies says so where all reports are copies of one text.
func (v *view) copies() string {
	if len(v.p.Articles) < 2 {
		return ""
	}
	var names []string
	for i, a := range v.p.Articles {
		for j, share := range a.Shares {
			if i != j && share < copied {
				return ""
			}
		}
		if len(a.Shares) != len(v.p.Articles) {
			return ""
		}
		names = append(names, v.letter(a.ID))
	}
	return label.Series(names) + " are copies of one text; which had it from which cannot be shown."
}

// unsettled ends the reason of a tie that has no direction.
const unsettled = "which had them from which cannot be shown."

// both names the two reports of an edge, in the order of letters where the edge
// tells no direction.
func (v *view) both(e nutgraf.Edge) string {
	a, b := v.nodeLetter(e.From), v.nodeLetter(e.To)
	if strings.HasSuffix(e.Why, unsettled) && (len(b) < len(a) || len(a) == len(b) && b < a) {
		a, b = b, a
	}
	return a + " and " + b
}

// betweenReports reports whether an edge runs between two reports that are held.
func (v *view) betweenReports(e nutgraf.Edge) bool {
	n := 0
	for _, node := range v.p.Provenance.Nodes {
		if (node.ID == e.From || node.ID == e.To) && node.Doc != "" && v.letters[node.Doc] != "" {
			n++
		}
	}
	return n == 2
}

func (v *view) earliest() string {
	pr := &v.p.Provenance
	letter := ""
	if pr.Earliest != "" {
		letter = v.letter(pr.Earliest)
	}
	return label.Earliest(letter, clean(pr.EarliestWhy))
}

// when is the timeline; dates that were refused order nothing and stand among
// the differences.
func (v *view) when() {
	var entries []nutgraf.TimelineEntry
	undated := []nutgraf.TimelineEntry{}
	for _, e := range label.Timeline(v.p.Timeline) {
		switch {
		case e.Told != "":
			undated = append(undated, e)
		case !e.Refused:
			entries = append(entries, e)
		}
	}
	if len(entries)+len(undated) == 0 {
		return
	}
	slices.SortStableFunc(entries, func(a, b nutgraf.TimelineEntry) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	year := oneYear(entries)
	if len(undated) > 0 {
		year = 0 // it is not theirs
	}
	title := "WHEN"
	if year != 0 {
		title = fmt.Sprintf("WHEN  %d", year)
	}
	v.head(title)
	wide := 0
	dates := make([]string, len(entries))
	for i, e := range entries {
		dates[i] = span(e.From, e.To, year == 0)
		wide = max(wide, columns(dates[i]))
	}
	for _, e := range undated {
		dates = append(dates, clean(e.Told))
		wide = max(wide, columns(clean(e.Told)))
	}
	for i, e := range append(entries, undated...) {
		if i == len(entries) {
			v.wrap(" ", 1, unknownDates)
		}
		indent := " " + strings.Repeat(" ", wide-columns(dates[i])) + dates[i] + "  "
		v.spread(indent, columns(indent), clip(clean(e.Text), 2*(v.width-columns(indent))-12), v.docs(e.Evidence))
		for _, o := range e.Others {
			v.wrap(strings.Repeat(" ", columns(indent)), columns(indent), "reports differ: "+clean(o.Told)+" ("+v.docs(o.Evidence)+")")
		}
	}
}

// unknownDates stands before what is told without a date.
const unknownDates = "Date not known, as the reports tell it:"

// docs are the letters of the reports that cites stand in.
func (v *view) docs(cites []nutgraf.Cite) string {
	var out []string
	for _, c := range cites {
		if l := v.letter(c.Doc); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return v.few(out, " ")
}

const (
	followUpQuotes  = 3
	followUpStories = 8
)

// followUps tells of the saga's other stories; of a long saga, of those beside
// this one.
func (v *view) followUps() {
	all := v.p.SagaStories
	from, to := 0, len(all)
	if len(all) > followUpStories && !v.o.Full {
		here := slices.IndexFunc(all, func(l nutgraf.StoryLink) bool { return !v.before(&l) })
		if here < 0 {
			here = len(all)
		}
		from = min(max(0, here-followUpStories/2), len(all)-followUpStories)
		to = from + followUpStories
	}
	for i := from; i < to; i++ {
		v.followUp(&all[i])
	}
	if left := len(all) - (to - from); left > 0 {
		v.line("")
		v.wrap(" ", 4, fmt.Sprintf("The saga has %d stories more.", left))
	}
}

// before reports whether another story of the saga began before this one.
func (v *view) before(l *nutgraf.StoryLink) bool {
	from, _, ok := page.Days(l.Articles)
	own, _, known := page.Days(v.p.Articles)
	return ok && known && from < own
}

// followUp tells of another story of the saga in brief.
func (v *view) followUp(l *nutgraf.StoryLink) {
	v.line("")
	title := "FOLLOW-UP"
	if v.before(l) {
		title = "EARLIER"
	}
	for i := range l.Articles {
		a := &l.Articles[i]
		indent := fmt.Sprintf("%s%s%s  %s%s%s  ", bold, title, plain, bold, v.letters[a.ID], plain)
		who := name(a)
		if len(a.Byline) > 0 {
			who += ", " + clean(strings.Join(a.Byline, ", "))
		}
		v.spread(indent, 4, who+"; "+strings.TrimSuffix(dated(a), nutgraf.Undoubted), v.tag(a))
		title = strings.Repeat(" ", len(title))
	}
	if len(l.Articles) > 1 {
		v.wrap(" ", 4, clean(l.Title))
	}
	v.followUpQuotes(l)
	for _, n := range l.Provenance.Nodes {
		if n.Role == nutgraf.RoleNewsOrigin && n.Doc == "" {
			v.wrap(" ", 4, "Credits "+clean(n.Name)+" (not held).")
		}
	}
}

func (v *view) followUpQuotes(l *nutgraf.StoryLink) {
	shown := 0
	for _, f := range l.Families {
		if f.Kind == nutgraf.Indirect || f.Speaker == "" || len(f.Variants) == 0 || f.Fullest >= len(f.Variants) {
			continue
		}
		full := &f.Variants[f.Fullest]
		if shown++; shown > followUpQuotes {
			continue
		}
		right := clean(f.Speaker) + ", " + v.places(full.Cites, " ")
		v.spread(" ", 3, v.uttered(&f, v.width-5-columns(right)), right)
	}
	if more := shown - followUpQuotes; more > 0 {
		v.wrap(" ", 4, fmt.Sprintf("and %s more", count(more, "quotation")))
	}
}
