package conflict

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// circumstance is a doing of which reports tell a circumstance: of what somebody died,
// where, with what he was hurt, by whom a body was found, why something was called off.
type circumstance struct {
	severity nutgraf.Severity
	kind     nutgraf.ConflictKind
	common   string          // "death" for what is told of anybody's death, "verb" for any doing in the past, "@" for whom it is told of, "=" for one number, "$" for one amount, "-" for what its own words name; else words
	words    map[string]bool // of which one stands in the sentence
}

// doneSo is one way of telling a doing with its circumstance.
type doneSo struct {
	row    int
	before bool // it is told of whom stands before
	from   string
	steps  []step
}

// step is one step along a way of telling: a word or one of several, a few words of any
// kind, somebody's name, or a word of a group; or what the way itself says it is.
type step struct {
	words []string
	gap   bool
	whom  bool
	group string
	path  string
}

// sortOf is a word for a circumstance: its words and its path, from the widest class to the
// narrowest: what is on the way to another can mean it.
type sortOf struct {
	words []string
	path  string
	named bool // it can be part of a name: "Mercy Hospital"
}

// circumstanceTable is the ways of telling by their first words, and the words for
// circumstances by group and first word.
type circumstanceTable struct {
	rows  []circumstance
	ways  map[string][]doneSo
	sorts map[string]map[string][]sortOf

	behind  map[string]bool // "yesterday": behind a noun phrase
	off     map[string]bool // "near", "outside": behind which another place is
	several map[string]bool // "second", "other": of several
	moving  map[string]bool // "storm": what is elsewhere at each moment
}

func circumstancesOf(pack *lang.Pack) circumstanceTable {
	t := circumstanceTable{
		ways: map[string][]doneSo{}, sorts: map[string]map[string][]sortOf{},
		behind: pack.Class("way_words", "behind"), off: pack.Class("way_words", "off"), several: pack.Class("way_words", "several"), moving: pack.Class("way_words", "moving"),
	}
	for i, row := range pack.Rows("circumstances") {
		c := circumstance{nutgraf.Severity(row[0]), nutgraf.ConflictKind(row[1]), row[2], map[string]bool{}}
		for w := range strings.FieldsSeq(row[2]) {
			c.words[w] = true
		}
		t.rows = append(t.rows, c)
		for way := range strings.SplitSeq(row[3], "|") {
			d := doneSo{row: i}
			for w := range strings.FieldsSeq(way) {
				switch {
				case w == "<":
					d.before = true
				case w == ">":
					d.steps = append(d.steps, step{whom: true})
				case w == "...":
					d.steps = append(d.steps, step{gap: true})
				case strings.HasPrefix(w, "^{"):
					d.from = strings.Trim(w, "^{}")
				case strings.HasPrefix(w, "{"):
					d.steps = append(d.steps, step{group: strings.Trim(w, "{}")})
				case strings.HasPrefix(w, "="):
					d.steps = append(d.steps, step{path: w[1:]})
				default:
					d.steps = append(d.steps, step{words: strings.Split(w, "/")})
				}
			}
			for _, w := range d.steps[0].words {
				t.ways[w] = append(t.ways[w], d)
			}
		}
	}
	asked := map[string]bool{}
	for _, ways := range t.ways {
		for _, d := range ways {
			asked[d.from] = true
			for _, x := range d.steps {
				asked[x.group] = true
			}
		}
	}
	rows := pack.Rows("circumstance_words")
	for group := range asked {
		t.sorts[group] = map[string][]sortOf{}
		for _, row := range rows {
			if !slices.Contains(strings.Split(group, "/"), row[0]) {
				continue
			}
			for w := range strings.SplitSeq(row[2], "|") {
				words := strings.Fields(w)
				t.sorts[group][words[0]] = append(t.sorts[group][words[0]], sortOf{words, strings.Trim(row[1], "*+"), strings.HasSuffix(row[1], "+")})
			}
		}
	}
	for _, g := range t.sorts {
		for _, all := range g { // the longest first
			slices.SortStableFunc(all, func(a, b sortOf) int { return cmp.Compare(len(b.words), len(a.words)) })
		}
	}
	return t
}

// instance is what a sentence tells of a doing: whom it is told of, and the sorts of its
// circumstance.
type instance struct {
	passage
	row   int
	of    string
	paths []string
}

// circumstances finds one doing of which reports tell circumstances of two sorts: two
// causes, places, means, or two who did it.
func (f *Finder) circumstances(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	type key struct {
		row int
		of  string
	}
	all := map[key][]instance{}
	var order []key
	for i, m := range s.Members {
		for _, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), stanceDeep)] {
			f.circumstancesIn(s, i, sent, func(t instance) {
				k := key{t.row, t.of}
				if all[k] == nil {
					order = append(order, k)
				}
				all[k] = append(all[k], t)
			})
		}
	}
	var out []nutgraf.Conflict
	slices.SortStableFunc(order, func(a, b key) int { return a.row - b.row })
	for _, k := range order {
		if f.doneTable.rows[k.row].common == "death" {
			continue
		}
		if c, ok := circumstanceConflict(s, f.doneTable.rows[k.row], all[k]); ok && !slices.ContainsFunc(out, func(x nutgraf.Conflict) bool { return sameWords(x, c) }) {
			out = append(out, c)
			continue
		}
		// What one report tells of a death, another can say that nobody knows yet.
		if k.row > 0 && f.doneTable.rows[k.row-1].common == "death" {
			told := slices.Clone(all[k])
			for _, t := range all[key{k.row - 1, ""}] {
				if s.tellsOf(t.member, k.of) {
					told = append(told, t)
				}
			}
			slices.SortStableFunc(told, func(a, b instance) int { return a.member - b.member })
			if c, ok := circumstanceConflict(s, f.doneTable.rows[k.row-1], told); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// tellsOf reports whether a report names somebody of the story, if only by a family name.
func (s Story) tellsOf(member int, of string) bool {
	e, err := strconv.Atoi(of)
	if err != nil {
		return false
	}
	last := func(k int) string {
		name := s.Entities[k].Name
		return name[strings.LastIndexByte(name, ' ')+1:]
	}
	return slices.ContainsFunc(s.Members[member].Ann.Mentions, func(x nutgraf.Mention) bool {
		k := s.entity(member, x.Entity)
		return k >= 0 && last(k) == last(e)
	})
}

// sameWords reports whether a sentence stands on either side of two differences of a kind.
func sameWords(a, b nutgraf.Conflict) bool {
	meet := func(x, y nutgraf.Side) bool {
		return slices.ContainsFunc(x.Evidence, func(c nutgraf.Cite) bool { return cited(y.Evidence, c) })
	}
	return a.Kind == b.Kind && (meet(a.Sides[0], b.Sides[0]) && meet(a.Sides[1], b.Sides[1]) || meet(a.Sides[0], b.Sides[1]) && meet(a.Sides[1], b.Sides[0]))
}

// circumstanceConflict lays side by side what reports tell of one doing. A report stands
// on a side where nothing of what it tells can mean what any report of the others tells.
func circumstanceConflict(s Story, row circumstance, all []instance) (nutgraf.Conflict, bool) {
	var sides [][]instance
	paths := func(of []instance) []string {
		var out []string
		for _, t := range of {
			out = append(out, t.paths...)
		}
		return out
	}
	var byReport [][]instance
	for _, t := range all {
		if n := len(byReport); n > 0 && byReport[n-1][0].member == t.member {
			byReport[n-1] = append(byReport[n-1], t)
			continue
		}
		byReport = append(byReport, []instance{t})
	}
	byReport = slices.DeleteFunc(byReport, func(r []instance) bool { return slices.Contains(paths(r), "") })
	slices.SortStableFunc(byReport, func(a, b []instance) int { // the plainest and narrowest first
		x, y := paths(a), paths(b)
		slices.Sort(x)
		slices.Sort(y)
		return cmp.Or(cmp.Compare(len(slices.Compact(x)), len(slices.Compact(y))), cmp.Compare(strings.Count(y[0], "/"), strings.Count(x[0], "/")))
	})
	for _, r := range byReport {
		fits := func(side []instance) bool { return alikePaths(paths(r), paths(side)) }
		switch n := slices.IndexFunc(sides, fits); {
		case n < 0:
			sides = append(sides, r)
		case !slices.ContainsFunc(sides[n+1:], fits):
			sides[n] = append(sides[n], r...)
		}
	}
	// What a side took in can fit another by now.
	for i := range sides {
		for j := range sides[:i] {
			if len(sides[i]) > 0 && len(sides[j]) > 0 && alikePaths(paths(sides[i]), paths(sides[j])) {
				sides[j] = append(sides[j], sides[i]...)
				sides[i] = nil
			}
		}
	}
	sides = slices.DeleteFunc(sides, func(x []instance) bool { return len(x) == 0 })
	if len(sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c := nutgraf.Conflict{Kind: row.kind, Severity: row.severity, Relation: nutgraf.Conflicting, Why: "The reports tell it of one doing in ways of which not both can be meant."}
	if row.severity == nutgraf.Soft {
		c.Relation, c.Why = nutgraf.Drift, "The reports tell it in two ways that do not mean one thing."
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.circumstance", Text: c.Why}
	for _, x := range sides {
		var side nutgraf.Side
		for _, t := range x {
			addPassage(s, &side, t.passage)
		}
		c.Sides = append(c.Sides, side)
	}
	c.Matter = either(c.Sides[0].Value, c.Sides[1].Value, c.Sides[0].Evidence[0])
	return c, true
}

// priceBehind is how many words behind the words for an offer its amount stands.
const priceBehind = 10

// verbReach is how many words before a circumstance its verb stands.
const verbReach = 12

// governor returns the doing that a circumstance which begins at a word is of: the verb
// right before it and whom it befalls or who does it, somebody named or "the fire".
func (f *Finder) governor(s Story, member int, sent nutgraf.Sentence, words []string, at int) (doing string, verb int) {
	verb = at - 1
	if verb < 1 || f.spans[strings.TrimSuffix(words[verb], "s")] {
		return "", 0 // "five years in prison"
	}
	for ; verb >= max(0, at-verbReach); verb-- {
		if f.stops(words[verb]) {
			return "", 0
		}
		if f.pastForm(words[verb]) && !f.function[words[verb]] {
			break
		}
	}
	if verb < max(1, at-verbReach) {
		return "", 0
	}
	for verb > 1 && f.pastForm(words[verb-1]) && !f.function[words[verb-1]] {
		verb-- // "was found barricaded"
	}
	key := f.gist.Key(words[verb])
	from, passive := verb, false
	for from > 0 && (f.passed(words[from-1]) || isBe(words[from-1]) || words[from-1] == "had" || words[from-1] == "has" || words[from-1] == "have") {
		from--
		passive = passive || isBe(words[from])
	}
	if key == "" || f.unsaid(words, from) {
		return "", 0
	}
	if !passive {
		if whom, _ := f.namedAfter(s, member, sent, verb+1); whom != "" && verb+1+whomBehind >= at {
			return key + " befell " + whom, verb
		}
	}
	who := f.namedBefore(s, member, sent, from)
	if who == "" {
		who = f.definite(words, from)
	}
	switch {
	case who == "":
		return "", 0
	case passive:
		return key + " befell " + who, verb
	}
	return key + " was done by " + who, verb
}

func isBe(w string) bool { return w == "was" || w == "were" || w == "been" || w == "being" }

// definite returns the noun of "the fire" right before a word: not one of several, which an
// ordinal tells.
func (f *Finder) definite(words []string, at int) string {
	if at < 2 || words[at-1] < "a" || f.function[words[at-1]] || f.people[f.gist.Key(words[at-1])] {
		return ""
	}
	for k := at - 2; k >= max(0, at-4); k-- {
		switch w := words[k]; {
		case w == "the", w == "his", w == "her", w == "'s", w == "'":
			return f.gist.Key(words[at-1])
		case f.function[w] || f.stops(w) || f.doneTable.several[w]:
			return ""
		}
	}
	return ""
}

// alikePaths reports whether some sort of the one can mean some sort of the other.
func alikePaths(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return onPath(x, y) || onPath(y, x) })
	})
}

func onPath(wide, narrow string) bool {
	return wide == "" || wide == narrow || strings.HasPrefix(narrow, wide+"/")
}

// circumstancesIn hands on what a sentence tells of doings and their circumstances.
func (f *Finder) circumstancesIn(s Story, member int, sent nutgraf.Sentence, yield func(instance)) {
	if !body(s.Members[member].Doc, sent) {
		return
	}
	words := s.lower(member, sent)
	for at, begins := range s.opening(member, sent) {
		if begins&opensCircumstance == 0 || f.unsaid(words, at) {
			continue
		}
		for _, way := range f.doneTable.ways[words[at]] {
			if t, ok := f.toldSo(s, member, sent, words, at, way); ok {
				yield(t)
			}
		}
	}
}

// toldSo reads one way of telling that may begin at a word that nothing denies.
func (f *Finder) toldSo(s Story, member int, sent nutgraf.Sentence, words []string, at int, way doneSo) (instance, bool) {
	m, row := s.Members[member], f.doneTable.rows[way.row]
	w := walk{f: f, s: s, member: member, sent: sent, words: words}
	end, ok := w.along(way.steps, at)
	if !ok || end < len(words) && f.negations[words[end]] || formerYear(m, words) {
		return instance{}, false
	}
	from := at
	if way.from != "" {
		begin, path, ok := w.sortBefore(way.from, at)
		if !ok {
			return instance{}, false
		}
		from, w.paths = begin, append(w.paths, path)
	}
	t := instance{passage{member, spanOf(m, sent, from, end), m.Doc.Cite(sent.Span)}, way.row, w.whom, w.paths}
	switch row.common {
	case "@":
		if way.before {
			who := f.namedBefore(s, member, sent, at)
			if who == "" {
				return instance{}, false
			}
			t.of = who
			if w.whom != "" {
				t.of += ">" + w.whom
			}
		}
	case "-", "death":
	case "verb":
		doing, verb := f.governor(s, member, sent, words, at)
		if doing == "" {
			return instance{}, false
		}
		t.of, t.span = doing, spanOf(m, sent, verb, end)
	case "=", "$":
		least, behind := 3.0, besides
		if row.common == "$" {
			least, behind = 1000, priceBehind
		}
		near := spanOf(m, sent, max(0, at-anchored), min(len(words), end+behind))
		for _, q := range m.Ann.Quantities {
			if q.Known && near.Contains(q.Span) && (q.Kind == nutgraf.Money) == (row.common == "$") && q.Value >= least {
				t.of = strconv.FormatFloat(q.Value, 'g', -1, 64)
			}
		}
		if t.of == "" {
			return instance{}, false
		}
	default:
		if !slices.ContainsFunc(words, func(w string) bool { return row.words[w] }) {
			return instance{}, false
		}
	}
	return t, true
}

// walk is one reading of a way of telling along the words of a sentence.
type walk struct {
	f      *Finder
	s      Story
	member int
	sent   nutgraf.Sentence
	words  []string

	whom  string
	paths []string
}

// along follows steps from a word on and tells where they end.
func (w *walk) along(steps []step, i int) (end int, ok bool) {
	for k, x := range steps {
		switch {
		case x.gap:
			for j := i; j < min(len(w.words), i+doingGap+1); j++ {
				if end, ok := w.along(steps[k+1:], j); ok {
					return end, true
				}
				if w.words[j] == "," { // ", citing"
					if end, ok := w.along(steps[k+1:], j+1); ok {
						return end, true
					}
				}
				if w.f.stops(w.words[j]) && (w.words[j] != "as" || j+1 < len(w.words) && w.f.function[w.words[j+1]]) {
					break // but not at "as treasurer"
				}
			}
			return 0, false
		case x.whom:
			if i >= len(w.words) {
				return 0, false
			}
			if w.whom, i = w.f.namedAfter(w.s, w.member, w.sent, i); w.whom == "" {
				return 0, false
			}
		case x.path != "":
			w.paths = append(w.paths, x.path)
		case x.group != "":
			end, paths := w.sortsAt(x.group, i)
			if len(paths) == 0 {
				return 0, false
			}
			w.paths, i = append(w.paths, paths...), end
		default:
			if i >= len(w.words) || !slices.ContainsFunc(x.words, func(p string) bool { return fitsWord(p, w.words[i]) }) {
				return 0, false
			}
			i++
		}
	}
	return i, true
}

// stops reports whether a word ends the stretch in which a circumstance stands.
func (f *Finder) stops(w string) bool {
	return f.subordinate[w] || f.negations[w] || strings.Trim(w, ";:,()\"“”'‘`") == ""
}

// doingGap is how many words "..." stands for at the most.
const doingGap = 12

// nounBefore is how many words can stand between a preposition and its noun.
const nounBefore = 5

// sortsAt reads a noun phrase whose noun is of a group: where it ends, and its sorts. What
// else of the group stands behind it in the sentence is counted to it.
func (w *walk) sortsAt(group string, i int) (end int, paths []string) {
	f, words := w.f, w.words
	reach := min(len(words), i+nounBefore+1)
	if i >= reach || !slices.ContainsFunc(w.s.opening(w.member, w.sent)[i:reach], func(o opens) bool { return o&opensSort != 0 }) {
		return 0, nil // as mostly
	}
	sorts := f.doneTable.sorts[group]
	for j := i; j < reach; j++ {
		if path, n := w.sortIn(sorts, j); n > 0 && !f.goesOn(words, j+n) {
			paths = append(paths, path)
			for k := j + n; k < len(words) && !f.doneTable.off[words[k]]; k++ {
				if other, n := w.sortIn(sorts, k); n > 0 {
					paths = append(paths, other)
				}
			}
			return j + n, paths
		}
		if !f.beforeNoun(words[j]) {
			break
		}
	}
	return 0, nil
}

func (w *walk) sortIn(sorts map[string][]sortOf, i int) (path string, n int) {
	for _, x := range sorts[w.words[i]] {
		if i+len(x.words) <= len(w.words) && slices.Equal(x.words, w.words[i:i+len(x.words)]) && (x.named || !w.s.Members[w.member].Seg.Tokens[w.sent.First+i].Upper) {
			return x.path, len(x.words)
		}
	}
	return "", 0
}

// beforeNoun reports whether a word can stand in a noun phrase before its noun.
func (f *Finder) beforeNoun(w string) bool {
	switch w {
	case "a", "an", "the", "his", "her", "their", "its", "own", "this", "that", "one", "two", "some", "-", "'s", "'", ".", "other", "another":
		return true
	}
	return !f.function[w] && !f.leaning[w] && !f.stops(w)
}

// goesOn reports whether a noun phrase goes on behind a word, which then only stands
// before its noun: "the hospital bed", "the house fire".
func (f *Finder) goesOn(words []string, i int) bool {
	if i >= len(words) {
		return false
	}
	w := words[i]
	if w == "'s" || w == "'" {
		return true
	}
	return w[0] >= 'a' && w[0] <= 'z' && !f.function[w] && !f.leaning[w] && !f.doneTable.behind[w] && !f.passed(w) && !f.pastForm(w) && !strings.HasSuffix(w, "ing")
}

// sortBefore finds a noun of a group right before a word: "a jogger found".
func (w *walk) sortBefore(group string, at int) (from int, path string, ok bool) {
	for at > 0 && w.f.passed(w.words[at-1]) {
		at--
	}
	for from = max(0, at-3); from < at; from++ {
		if path, n := w.sortIn(w.f.doneTable.sorts[group], from); n == at-from && n > 0 {
			return from, path, true
		}
	}
	return 0, "", false
}
