package when

import (
	"fmt"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/numeral"
)

// maxItems bounds the length of a rule's pattern.
const maxItems = 14

type itemKind uint8

const (
	literal itemKind = iota
	anyOf            // any of several literals
	class
	symbol
	dash // a hyphen or an en dash
	number
	ordinal
	day
	dayth
	year
	yy
	clock
	colon
	hour
	iso
	slash
	decade
	wordyear
	monthDay   // 4/24
	nineEleven // 9/11
	sept11     // Sept. 11
	clock24    // 0735
	anyWord
)

var builtin = map[string]itemKind{
	"num": number, "ord": ordinal, "day": day, "dayth": dayth, "year": year, "yy": yy, "clock": clock, "colon": colon,
	"hour": hour, "iso": iso, "slash": slash, "decade": decade, "wordyear": wordyear, "word": anyWord,
	"md": monthDay, "clock24": clock24, "nineeleven": nineEleven, "sept11": sept11,
}

// item is one step of a pattern.
type item struct {
	kind    itemKind
	entry   int32
	entries []int32
	mask    numeral.Class
	sym     rune
	name    string // the class or built-in item, for the form's placeholders
	key     string
	aside   bool // must stand there but is no part of the expression
}

type anchoring uint8

const (
	anchorNone anchoring = iota
	anchorPub
	anchorText
)

// leaning says which period told before an expression may lean on.
type leaning uint8

const (
	leansOnNothing leaning = iota
	leansOnNear            // a quarter told in the same sentence or the one before: "a year ago"
	leansOnQuarter         // the quarter reported: "the latest quarter"
	leansOnPeriod          // that, or a month told just before: "the same period last year"
	leansOnYear            // the year told last, else the page's: "for the full year"
)

// leaners are the rules whose expressions lean on a period told before.
var leaners = map[string]leaning{
	"ago-article": leansOnNear, "earlier-article": leansOnNear,
	"quarter-latest": leansOnQuarter, "quarter-in-the": leansOnQuarter, "quarter-earlier": leansOnQuarter,
	"quarter-last-year": leansOnQuarter, "period-year": leansOnQuarter,
	"year-for-the": leansOnYear, "period-last-year": leansOnPeriod, "period-year-ago": leansOnPeriod,
}

// rule is a line of the grammar.
type rule struct {
	name    string
	kind    nutgraf.WhenType
	form    []piece
	mod     []piece
	toward  int8
	tensed  bool
	anchor  anchoring
	leans   leaning
	fiscal  bool // its days are those of a year that is not the calendar's
	order   int
	example string
	behind  [][]item // alternatives for the atom before the expression
}

// side gives where to look for the nearest match in a clause of some tense.
func (r *rule) side(tense int8) int8 {
	if r.tensed && tense != 0 {
		return tense
	}
	return r.toward
}

// node is a state of the compiled grammar.
type node struct {
	edges  []edge
	words  []bool // by lexicon entry: an edge may take the word; nil where it is not worth asking
	accept *rule
	path   []item
}

type edge struct {
	item   item
	to     *node
	behind *rule // from the root: the rule that wants something before the expression, nil for none
}

type grammar struct {
	root    *node
	rules   []*rule
	starts  []bool   // by lexicon entry: the word can begin an expression
	byEntry [][]edge // by lexicon entry: the edges that it may take from the root
	special []edge   // root edges for digits
	marks   []edge   // root edges for symbols
}

func compileRules(lex *numeral.Lexicon, rows, holidays [][]string) (*grammar, error) {
	g := &grammar{root: &node{}}
	for _, h := range holidays {
		if len(h) != 2 {
			return nil, fmt.Errorf("holiday %q: want a name and a form", h)
		}
		rows = append(rows, []string{"holiday-named", h[0], "date", h[1], "near-tense", "pub", ""},
			[]string{"holiday-year", h[0] + " ~ weekend|day? ,? of|in? <year>", "date", "{year}" + strings.TrimPrefix(h[1], "XXXX"), "-", "-", ""},
			[]string{"holiday-last", "last " + h[0], "date", h[1], "last", "pub", ""},
			[]string{"holiday-next", "next " + h[0], "date", h[1], "next", "pub", ""},
			[]string{"holiday-this", "this " + h[0], "date", "P+0Y/" + h[1], "-", "pub", ""},
			[]string{"holiday-of-last-year", h[0] + " of? last year", "date", "P-1Y/" + h[1], "-", "pub", ""},
			[]string{"holiday-of-this-year", h[0] + " of? this year", "date", "P+0Y/" + h[1], "-", "pub", ""},
			[]string{"holiday-of-next-year", h[0] + " of? next year", "date", "P+1Y/" + h[1], "-", "pub", ""})
	}
	path := make([]item, 0, maxItems)
	for i, row := range rows {
		if len(row) != 7 {
			return nil, fmt.Errorf("time rule %q: %d columns, want 7", row, len(row))
		}
		r, err := newRule(row, i)
		if err != nil {
			return nil, err
		}
		items, err := parsePattern(lex, row[1])
		if err != nil {
			return nil, fmt.Errorf("time rule %s: %w", row[0], err)
		}
		for len(items) > 0 && items[0][0].aside {
			r.behind = append(r.behind, items[0])
			items = items[1:]
		}
		g.rules = append(g.rules, r)
		if err := g.add(g.root, items, path, r); err != nil {
			return nil, fmt.Errorf("time rule %s: %w", row[0], err)
		}
	}
	return g, nil
}

func newRule(row []string, order int) (*rule, error) {
	r := &rule{name: row[0], order: order, example: row[6], leans: leaners[row[0]], fiscal: strings.HasPrefix(row[0], "fiscal-") || strings.HasPrefix(row[0], "school-")}
	switch row[2] {
	case "date", "time", "duration", "set":
		r.kind = nutgraf.WhenType(row[2])
	case "none": // a name that looks like a time
	default:
		return nil, fmt.Errorf("time rule %s: type %q", row[0], row[2])
	}
	form, mod, _ := strings.Cut(row[3], "%")
	r.form, r.mod = cutForm(form), cutForm(mod)
	side, tensed := strings.CutSuffix(row[4], "-tense")
	r.tensed = tensed
	toward, ok := map[string]int8{
		"before": calendar.Before, "after": calendar.After, "near": calendar.Nearest, "-": calendar.Nearest,
		"last": calendar.StrictlyBefore, "next": calendar.StrictlyAfter,
	}[side]
	if !ok {
		return nil, fmt.Errorf("time rule %s: toward %q", row[0], row[4])
	}
	r.toward = toward
	r.anchor, ok = map[string]anchoring{"pub": anchorPub, "text": anchorText, "-": anchorNone}[row[5]]
	if !ok {
		return nil, fmt.Errorf("time rule %s: anchor %q", row[0], row[5])
	}
	return r, nil
}

// parsePattern reads a pattern into steps; each step is a set of alternative
// items, the nil item among them when the step is optional.
func parsePattern(lex *numeral.Lexicon, pattern string) ([][]item, error) {
	var steps [][]item
	dated := strings.Contains(pattern, "<month>")
	aside := false
	for _, word := range strings.Fields(pattern) {
		if rest, ok := strings.CutPrefix(word, "("); ok && rest != "" {
			aside, word = true, rest
		}
		closing := false
		if rest, ok := strings.CutSuffix(word, ")"); ok && aside {
			closing, word = true, rest
		}
		step, err := parseStep(lex, word, dated)
		if err != nil {
			return nil, err
		}
		for i := range step {
			for j := range step[i] {
				step[i][j].aside = aside
			}
			steps = append(steps, step[i])
		}
		if closing {
			aside = false
		}
	}
	if len(steps) > maxItems {
		return nil, fmt.Errorf("pattern %q has more than %d items", pattern, maxItems)
	}
	return steps, nil
}

// skip is the item of an optional step that is left out.
var skip = item{key: "skip"}

func parseStep(lex *numeral.Lexicon, word string, dated bool) ([][]item, error) {
	optional := false
	if rest, ok := strings.CutSuffix(word, "?"); ok && rest != "" {
		optional, word = true, rest
	}
	if word == "'s" {
		steps := [][]item{{{kind: symbol, sym: '\'', key: "'"}}, {{kind: literal, entry: lex.Intern("s"), key: "s"}}}
		if optional {
			return nil, fmt.Errorf("'s cannot be optional")
		}
		return steps, nil
	}
	if word == "~" {
		return [][]item{{{kind: dash, key: "-"}, skip}}, nil
	}
	it, err := parseItem(lex, word, dated)
	if err != nil {
		return nil, err
	}
	step := []item{it}
	if optional {
		step = append(step, skip)
	}
	return [][]item{step}, nil
}

func parseItem(lex *numeral.Lexicon, word string, dated bool) (item, error) {
	it := item{key: word}
	switch {
	case word == "-":
		it.kind = dash
	case strings.HasPrefix(word, "<"):
		name := strings.Trim(word, "<>")
		it.name = name
		if k, ok := builtin[name]; ok {
			it.kind = k
			return it, nil
		}
		it.kind = class
		for n := range strings.SplitSeq(name, "|") {
			c := lex.Class(n)
			if c == 0 {
				return it, fmt.Errorf("class <%s> has no words", n)
			}
			it.mask |= c
		}
		if dated && name == "weekday" {
			it.mask |= lex.Class("shortweekday")
			it.key += "+short"
		}
	case len(word) == 1 && (word[0] < 'a' || word[0] > 'z') && (word[0] < '0' || word[0] > '9'):
		it.kind, it.sym = symbol, rune(word[0])
	case strings.Contains(word, "|"):
		it.kind = anyOf
		for w := range strings.SplitSeq(word, "|") {
			if len(w) == 1 && (w[0] < 'a' || w[0] > 'z') {
				it.entries = append(it.entries, -int32(w[0])-1)
				continue
			}
			it.entries = append(it.entries, lex.Intern(w))
		}
	default:
		it.kind, it.entry = literal, lex.Intern(word)
	}
	return it, nil
}

// add lays a pattern into the trie, one path for every choice of its optional
// steps. The room behind path is for all of them in turn.
func (g *grammar) add(at *node, steps [][]item, path []item, r *rule) error {
	if len(steps) == 0 {
		if len(path) == 0 || path[0].aside {
			return fmt.Errorf("the pattern can be empty")
		}
		if at.accept == nil {
			at.accept, at.path = r, append([]item(nil), path...)
		} else if len(r.behind) > 0 || len(at.accept.behind) > 0 {
			return fmt.Errorf("the pattern is also that of rule %s", at.accept.name)
		}
		return nil
	}
	for _, it := range steps[0] {
		if it.key == skip.key {
			if err := g.add(at, steps[1:], path, r); err != nil {
				return err
			}
			continue
		}
		if err := g.add(at.child(it, r), steps[1:], append(path, it), r); err != nil {
			return err
		}
	}
	return nil
}

// child finds or makes the state behind an item. A rule that looks behind or
// aside has states of its own, so that it never hides another rule.
func (n *node) child(it item, r *rule) *node {
	if it.aside {
		it.key = "(" + it.key
	}
	if len(r.behind) > 0 {
		it.key += "\x00" + r.name
	}
	for _, e := range n.edges {
		if e.item.key == it.key {
			return e.to
		}
	}
	to := &node{}
	e := edge{item: it, to: to}
	if len(r.behind) > 0 {
		e.behind = r
	}
	n.edges = append(n.edges, e)
	return to
}

// modifier is a phrase that stands before an expression and belongs to it.
type modifier struct {
	items         []item
	mod           string
	dates, length bool
	counts        bool // only a length that begins with its number
	aside         bool // sets the mod from outside the expression
}

func compileModifiers(lex *numeral.Lexicon, rows [][]string) ([]modifier, error) {
	var out []modifier
	for _, row := range rows {
		if len(row) != 3 {
			return nil, fmt.Errorf("time modifier %q: want 3 columns", row)
		}
		m := modifier{mod: row[2], dates: strings.Contains(row[1], "d"), length: strings.Contains(row[1], "l"), counts: strings.Contains(row[1], "n"), aside: strings.Contains(row[1], "o")}
		for _, word := range strings.Fields(row[0]) {
			it, err := parseItem(lex, word, false)
			if err != nil {
				return nil, err
			}
			m.items = append(m.items, it)
		}
		out = append(out, m)
	}
	return out, nil
}
