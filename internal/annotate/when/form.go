package when

import (
	"strconv"
	"strings"

	"nutgraf/internal/numeral"
)

// piece is a part of a form: text, or the name of an item whose value goes there.
type piece struct {
	text string
	ref  string
}

func cutForm(s string) []piece {
	var out []piece
	for s != "" {
		text, rest, ok := strings.Cut(s, "{")
		if text != "" {
			out = append(out, piece{text: text})
		}
		if !ok {
			break
		}
		ref, after, _ := strings.Cut(rest, "}")
		out = append(out, piece{ref: ref})
		s = after
	}
	return out
}

// match is what the grammar found at an atom.
type match struct {
	rule   *rule
	node   *node
	next   int
	form   string
	mod    string
	starts [maxItems + 1]int
}

// writer fills a rule's form from the atoms that its items took.
type writer struct {
	f     *Finder
	atoms []numeral.Atom
	node  *node
	pos   []int
	buf   []byte
	bad   bool
}

func (f *Finder) write(work *work, m *match, form []piece) (string, bool) {
	if len(form) == 1 && form[0].ref == "" {
		return form[0].text, true
	}
	w := writer{f: f, atoms: work.atoms, node: m.node, pos: m.starts[:], buf: work.buf[:0]}
	for _, p := range form {
		if p.ref == "" {
			w.buf = append(w.buf, p.text...)
			continue
		}
		if whole, ok := w.fill(p.ref); ok {
			return whole, !w.bad
		}
	}
	work.buf = w.buf
	return work.keep(w.buf), !w.bad && len(w.buf) > 0
}

// maxForms bounds the forms that are kept to be used again.
const maxForms = 4096

// keep returns a form as a string, the one made before where there is one: few
// forms recur in every article.
func (w *work) keep(form []byte) string {
	if s, ok := w.forms[string(form)]; ok {
		return s
	}
	s := years(string(form))
	if len(w.forms) >= maxForms {
		clear(w.forms)
	}
	w.forms[string(form)] = s
	return s
}

// years writes the length of one decade or century in years.
func years(form string) string {
	switch form {
	case "P1E":
		return "P10Y"
	case "P1C":
		return "P100Y"
	case "P-1E":
		return "P-10Y"
	}
	return form
}

// fill writes a placeholder's value; a value that stands for the whole form
// (PAST_REF) is returned.
func (w *writer) fill(ref string) (whole string, ok bool) {
	switch ref {
	case "dur":
		w.length("", "")
		return "", false
	case "ago":
		return w.length("-", "PAST_REF")
	case "hence":
		return w.length("+", "FUTURE_REF")
	case "clockhalf":
		a, _ := w.item("clockunit", 0)
		w.buf = append(w.buf, map[string]string{"H": "PT1H30M", "M": "PT1M30S", "S": "PT1.5S"}[w.text(a, "clockunit")]...)
		return "", false
	case "century":
		w.century()
		return "", false
	case "yy-century":
		at, _ := w.item("yy", 0)
		if at < 0 {
			w.bad = true
			return "", false
		}
		w.pad(shortYear(int(w.atoms[at].Val)), 4)
		return "", false
	}
	if ref == "zone" { // other zones stand beside the value, as TIMEX3 has none
		if at, _ := w.item("zone", 0); at >= 0 && w.text(at, "zone") == "Z" {
			w.buf = append(w.buf, 'Z')
		}
		return "", false
	}
	name, nth := strings.CutSuffix(ref, "2")
	skip := 0
	if nth {
		skip = 1
	}
	at, kind := w.item(name, skip)
	if at < 0 {
		w.bad = true
		return "", false
	}
	w.value(at, kind, name)
	return "", false
}

// shortYears is the first year that two figures stand for: '30 is 2030, '31 is 1931.
const shortYears = 1931

// shortYear gives the year of '69.
func shortYear(yy int) int {
	if y := 1900 + yy; y >= shortYears {
		return y
	}
	return 2000 + yy
}

// item finds the atom that the rule's item of a name took.
func (w *writer) item(name string, skip int) (at int, kind itemKind) {
	for i := range w.node.path {
		it := &w.node.path[i]
		if it.name == name || it.kind == class && strings.Contains(it.name, "|") && hasName(it.name, name) {
			if skip == 0 {
				return w.pos[i], it.kind
			}
			skip--
		}
	}
	return -1, 0
}

func hasName(names, name string) bool {
	for n := range strings.SplitSeq(names, "|") {
		if n == name {
			return true
		}
	}
	return false
}

func (w *writer) text(at int, name string) string {
	if at < 0 {
		return ""
	}
	return w.f.lex.Text(&w.atoms[at], w.f.lex.Class(name))
}

// value writes what an item stands for.
func (w *writer) value(at int, kind itemKind, name string) {
	switch kind {
	case class:
		mask := w.f.lex.Class(name)
		if name == "weekday" {
			mask |= w.f.lex.Class("shortweekday")
		}
		if name == "unit" {
			mask |= w.f.is.units
		}
		w.buf = append(w.buf, w.f.lex.Text(&w.atoms[at], mask)...)
	case day, dayth:
		n, _, _ := w.f.dayAt(w.atoms, at)
		w.pad(n, 2)
	case year:
		w.pad(int(w.atoms[at].Val), 4)
	case yy:
		w.pad(int(w.atoms[at].Val), 2)
	case ordinal:
		v, _, _ := w.f.lex.ReadOrdinal(w.atoms, at)
		w.buf = strconv.AppendInt(w.buf, int64(v), 10)
	case number:
		n, _ := w.f.number(w.atoms, at)
		w.buf = appendNumber(w.buf, n.Val)
	case decade:
		w.decade(at)
	case wordyear:
		n, _, _ := w.f.wordYear(w.atoms, at)
		w.pad(n, 4)
	case clock, colon, hour:
		w.clock(at, kind)
	case clock24:
		v := int(w.atoms[at].Val)
		w.pad(v/100, 2)
		w.buf = append(w.buf, ':')
		w.pad(v%100, 2)
	case iso:
		y, m, d, _, _ := isoAt(w.atoms, at)
		w.date(y, m, d)
	case slash:
		y, m, d, _, _ := slashAt(w.atoms, at)
		w.date(y, m, d)
	case monthDay:
		m, d, _, _ := monthDayAt(w.atoms, at)
		w.pad(m, 2)
		w.buf = append(w.buf, '-')
		w.pad(d, 2)
	default:
		w.bad = true
	}
}

func (w *writer) date(y, m, d int) {
	w.pad(y, 4)
	w.buf = append(w.buf, '-')
	w.pad(m, 2)
	w.buf = append(w.buf, '-')
	w.pad(d, 2)
}

func (w *writer) pad(n, width int) {
	s := strconv.Itoa(n)
	for range width - len(s) {
		w.buf = append(w.buf, '0')
	}
	w.buf = append(w.buf, s...)
}

func (w *writer) century() {
	at, _ := w.item("ord", 0)
	v, _, ok := w.f.lex.ReadOrdinal(w.atoms, at)
	if !ok || v < 1 || v > 30 {
		w.bad = true
		return
	}
	w.pad(int(v)-1, 2)
}

func (w *writer) decade(at int) {
	n, _, _ := w.f.decadeAt(w.atoms, at)
	w.pad(n, 3)
}

// clock writes a time of day on the 24-hour clock.
func (w *writer) clock(at int, kind itemKind) {
	h, m, _, ok := w.f.clockAt(w.atoms, at, kind != hour)
	if !ok {
		w.bad = true
		return
	}
	if a, _ := w.item("ampm", 0); a >= 0 && w.text(a, "ampm") == "pm" && h < 12 {
		h += 12
	} else if a >= 0 && w.text(a, "ampm") == "am" && h == 12 {
		h = 0
	}
	if half, _ := w.item("ampm", 0); half < 0 {
		if a, _ := w.item("daypart", 0); a >= 0 && w.text(a, "daypart") != "MO" && h < 12 {
			h += 12
		}
	}
	w.pad(h, 2)
	w.buf = append(w.buf, ':')
	w.pad(m, 2)
}

// length writes a number of units as a duration ("P3W") or, with a sign, as an
// offset ("P-3W"). A number that is not known gives vague, or X.
func (w *writer) length(sign, vague string) (string, bool) {
	at, _ := w.item("num", 0)
	unitAt, name := w.unitItem()
	if at < 0 || unitAt < 0 {
		w.bad = true
		return "", false
	}
	n, _ := w.f.number(w.atoms, at)
	unit := w.f.lex.Text(&w.atoms[unitAt], w.f.lex.Class(name)|w.f.is.units&^w.f.is.clockunit)
	if name == "clockunit" {
		unit = w.text(unitAt, name)
	}
	if n.Vague {
		if vague != "" {
			return vague, true
		}
		w.buf = append(w.buf, 'P')
		if name == "clockunit" {
			w.buf = append(w.buf, 'T')
		}
		w.buf = append(w.buf, 'X')
		w.buf = append(w.buf, unit...)
		return "", false
	}
	w.count(sign, n.Val, unit, name == "clockunit")
	return "", false
}

func (w *writer) unitItem() (int, string) {
	for _, name := range []string{"unit", "units", "clockunit"} {
		if at, _ := w.item(name, 0); at >= 0 {
			return at, name
		}
	}
	return -1, ""
}

// count writes so many units, broken years and hours in two units.
func (w *writer) count(sign string, v float64, unit string, isClock bool) {
	switch {
	case v > 1e6 || v < 0:
		w.bad = true
		return
	case unit == "E":
		v, unit = v*10, "Y"
	case unit == "C":
		v, unit = v*100, "Y"
	}
	w.buf = append(w.buf, 'P')
	if isClock {
		w.buf = append(w.buf, 'T')
	}
	w.buf = append(w.buf, sign...)
	whole := float64(int(v))
	small, per := "", 0.
	switch {
	case unit == "Y":
		small, per = "M", 12
	case unit == "H":
		small, per = "M", 60
	case unit == "M" && isClock:
		small, per = "S", 60
	}
	if sign == "" && whole != v && per > 0 && whole > 0 {
		w.buf = append(appendNumber(w.buf, whole), unit...)
		w.buf = append(appendNumber(w.buf, float64(int((v-whole)*per+.5))), small...)
		return
	}
	w.buf = append(appendNumber(w.buf, v), unit...)
}

func appendNumber(b []byte, v float64) []byte { return strconv.AppendFloat(b, v, 'f', -1, 64) }
