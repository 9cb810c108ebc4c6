package when

import (
	"strings"

	"nutgraf/internal/numeral"
)

// classes are the word classes that the code itself asks for.
type classes struct {
	capital, month, weekday, units, clockunit, daypart, edges                                              numeral.Class
	future, past, present, till, warm, before, noun, clause                                                numeral.Class
	modal, negation, perfect, determiner, scheduled                                                        numeral.Class
	dating, doubtful, decided, joins, bound, saying, loose, poll                                           numeral.Class
	s, to, as, soon, early, forWord, in, be, with, by, still, yet, been, able                              int32
	on, isWord, are, into, according, day, one, high, over                                                 int32
	beforeWord, after, between, come, age, old, olds, due, won, recently, was, were, had, since, set, from int32
	last, would, could, when, fiscal, about                                                                int32
	edgeVerbs                                                                                              map[int32]int8
	possessive, ranking, getting, match, perceived                                                         []int32
}

func namedClasses(lex *numeral.Lexicon) classes {
	c := classes{
		capital: lex.Class("capital"), month: lex.Class("month"), weekday: lex.Class("weekday"),
		units: lex.Class("unit") | lex.Class("units"), clockunit: lex.Class("clockunit"), daypart: lex.Class("daypart"), edges: lex.Class("early"),
		future: lex.Class("future"), past: lex.Class("past"), present: lex.Class("present"),
		modal: lex.Class("modal"), negation: lex.Class("negation"), perfect: lex.Class("perfect"), determiner: lex.Class("determiner"), scheduled: lex.Class("scheduled"),
		till: lex.Class("till"), warm: lex.Class("warm"),
		before: lex.Class("before"), noun: lex.Class("noun"), clause: lex.Class("clause"),
		dating: lex.Class("dating"), doubtful: lex.Class("doubtful"), decided: lex.Class("decided"), joins: lex.Class("joins"), bound: lex.Class("bound"), saying: lex.Class("saying"), loose: lex.Class("loose"), poll: lex.Class("poll"),
	}
	c.s, c.to, c.as = lex.Intern("s"), lex.Intern("to"), lex.Intern("as")
	c.soon, c.early, c.forWord, c.in = lex.Intern("soon"), lex.Intern("early"), lex.Intern("for"), lex.Intern("in")
	c.be, c.with, c.by = lex.Intern("be"), lex.Intern("with"), lex.Intern("by")
	c.still, c.yet, c.been = lex.Intern("still"), lex.Intern("yet"), lex.Intern("been")
	c.able, c.on, c.isWord, c.are = lex.Intern("able"), lex.Intern("on"), lex.Intern("is"), lex.Intern("are")
	c.into, c.according, c.day = lex.Intern("into"), lex.Intern("according"), lex.Intern("day")
	c.one, c.high = lex.Intern("one"), lex.Intern("high")
	c.over = lex.Intern("over")
	c.beforeWord, c.after, c.between = lex.Intern("before"), lex.Intern("after"), lex.Intern("between")
	c.come, c.age, c.old, c.olds = lex.Intern("come"), lex.Intern("age"), lex.Intern("old"), lex.Intern("olds")
	c.due, c.won, c.recently, c.from = lex.Intern("due"), lex.Intern("won"), lex.Intern("recently"), lex.Intern("from")
	c.was, c.were, c.had = lex.Intern("was"), lex.Intern("were"), lex.Intern("had")
	c.since, c.set = lex.Intern("since"), lex.Intern("set")
	c.last = lex.Intern("last")
	c.fiscal, c.about = lex.Intern("fiscal"), lex.Intern("about")
	c.would, c.could, c.when = lex.Intern("would"), lex.Intern("could"), lex.Intern("when")
	return c
}

// beside are the words beside a time, by kind.
func (c *classes) beside(lex *numeral.Lexicon, rows [][]string) {
	c.edgeVerbs = map[int32]int8{}
	for _, row := range rows {
		for word := range strings.FieldsSeq(row[1]) {
			switch entry := lex.Intern(word); row[0] {
			case "match":
				c.match = append(c.match, entry)
			case "perceived":
				c.perceived = append(c.perceived, entry)
			case "owner":
				c.possessive = append(c.possessive, entry)
			case "rank":
				c.ranking = append(c.ranking, entry)
			case "get":
				c.getting = append(c.getting, entry)
			case "end":
				c.edgeVerbs[entry] = endsYear
			case "begin":
				c.edgeVerbs[entry] = beginsYear
			}
		}
	}
}

// said reports whether "according to" stands before atom i.
func (c *classes) said(atoms []numeral.Atom, i int) bool {
	return i > 1 && atoms[i-1].Entry == c.to && atoms[i-2].Entry == c.according
}

// quoteState follows the quotation marks of a paragraph.
type quoteState struct {
	open bool
}

// see takes the symbol at i into account.
func (q *quoteState) see(atoms []numeral.Atom, i int) {
	switch atoms[i].Sym {
	case '"':
		q.open = !q.open
	case '“', '«':
		q.open = true
	case '”', '»':
		q.open = false
	case '`':
		if i > 0 && atoms[i-1].Sym == '`' && atoms[i].Glued {
			q.open = true
		}
	case '\'':
		if i > 0 && atoms[i-1].Sym == '\'' && atoms[i].Glued {
			q.open = false
		}
	}
}

// saidAt reports whether a verb of saying stands beside an expression that takes
// atoms [from, next): "said Monday", "said in a statement on Monday".
func (f *Finder) saidAt(atoms []numeral.Atom, from, next int) bool {
	for i := from - 1; i >= 0 && i >= from-8; i-- {
		if f.maskAt(atoms, i)&f.is.saying != 0 {
			return true
		}
		if s := symAt(atoms, i); s == ',' || s == '"' || s == '”' || s == ';' {
			break
		}
	}
	for i := next; i < len(atoms) && i < next+2; i++ {
		if f.maskAt(atoms, i)&f.is.saying != 0 {
			return true
		}
	}
	return false
}

// longestCredit is how many bytes a photograph's credit may take.
const longestCredit = 70

// credited reports whether the text behind an expression ends the sentence and
// credits a photograph: ". (Ada Obi/Meridian)", " REUTERS/Ada Obi".
func credited(rest string) bool {
	rest = strings.TrimLeft(rest[:min(len(rest), longestCredit)], ". \n")
	if strings.HasPrefix(rest, "REUTERS/") || strings.HasPrefix(rest, "Hide Caption") || strings.HasPrefix(rest, "Photo by ") {
		return true
	}
	inner, ok := strings.CutPrefix(rest, "(")
	if !ok {
		return false
	}
	inner, _, ok = strings.Cut(inner, ")")
	return ok && (strings.Contains(inner, "/") || strings.Contains(inner, "hoto") || strings.Contains(inner, "Images"))
}

// opens reports whether an expression that takes atoms [from, next) opens its
// sentence and sets its time: "In 1944, …", "In 1944 the mill …", not "the 1944 race".
func (f *Finder) opens(atoms []numeral.Atom, from, next int) bool {
	if from > opening || next >= len(atoms) {
		return false
	}
	a := &atoms[next]
	return f.endsDate(a) || a.Kind == numeral.Word && (a.Upper || f.lex.Mask(a)&f.is.determiner != 0)
}

// joined reports whether the expression at atom from hangs on a past verb that
// "and" joins to the one before: "was tried in March and freed in May".
func (f *Finder) joined(atoms []numeral.Atom, from int) bool {
	for i := from - 1; i > 0 && i >= from-joint && atoms[i].Kind == numeral.Word; i-- {
		if f.lex.Mask(&atoms[i])&numeral.And != 0 {
			return f.tells(atoms, i+1) < 0
		}
	}
	return false
}

// joint is how many atoms before an expression "and" is looked for.
const joint = 6
