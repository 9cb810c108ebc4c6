package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// piece is a stretch of one block between quotation marks.
type piece struct {
	span  nutgraf.Span // with its marks
	inner nutgraf.Span // without them
	block int
	open  bool // it begins with a mark
	shut  bool // it ends with a mark
	runs  bool // it goes on from the piece before it over a paragraph break
	quiet bool // it was weighed and is not a quotation: a title, a term, scare quotes
}

type markShape uint8

const (
	neutral markShape = iota
	opening
	closing
)

// mark is a quotation mark in a block, before pairing.
type mark struct {
	at, end    int
	single     bool
	guillemet  bool
	low        bool
	shape      markShape
	spaceLeft  bool // nothing, white space or an opening bracket stands before it
	spaceRight bool // nothing or white space stands after it
	prev, next rune
}

// maxLook bounds the search for the close of a single mark, so that a text of
// apostrophes stays linear.
const maxLook = 48

// pair appends the outermost marked pieces of a block to out. Inner marks of
// another kind stay inside their piece.
func pair(out []piece, buf []mark, text string, block int, at nutgraf.Span) ([]piece, []mark) {
	marks := scan(buf[:0], text, at)
	p := pairing{text: text, block: block, at: at, marks: marks, out: out, from: -1}
	for i := 0; i < len(marks); i++ {
		i = p.take(i)
	}
	p.finish()
	return p.out, marks
}

type pairing struct {
	text  string
	block int
	at    nutgraf.Span
	marks []mark
	out   []piece
	from  int // index of the open double mark, or -1
	depth int // marks of the same kind opened inside it
	last  int // index of the last closing mark inside it, or -1
}

func (p *pairing) take(i int) int {
	m := &p.marks[i]
	if m.single {
		if p.from < 0 {
			return p.takeSingle(i)
		}
		return i
	}
	if p.from < 0 {
		if p.opens(i) {
			p.from, p.depth, p.last = i, 0, -1
		} else if m.shape == closing || (m.shape == neutral && !m.spaceRight) {
			p.lost(i)
		}
		return i
	}
	switch {
	case p.inches(i):
	case p.nested(i):
		p.depth++
	case p.closes(i) && p.depth > 0:
		p.depth--
		p.last = i
	case p.closes(i):
		p.emit(p.marks[p.from].at, m.end, p.marks[p.from].end, m.at, true, true)
		p.from = -1
	case p.reopens(i):
		p.abandon(m.at)
		p.from, p.depth, p.last = i, 0, -1
	}
	return i
}

// opens reports whether a double mark outside any quotation begins one.
func (p *pairing) opens(i int) bool {
	m := &p.marks[i]
	if measure(m) {
		return false
	}
	if m.spaceRight {
		return m.spaceLeft && m.shape != closing && p.laterMark(i)
	}
	if m.shape == opening || m.spaceLeft {
		return true
	}
	// A straight mark glued to both sides opens after a dash or a bracket.
	return m.shape == neutral && !unicode.IsLetter(m.prev) && !unicode.IsDigit(m.prev)
}

func (p *pairing) laterMark(i int) bool { return i+1 < len(p.marks) && !p.marks[i+1].single }

// measure reports whether a straight mark stands for inches or seconds.
func measure(m *mark) bool {
	return m.shape == neutral && unicode.IsDigit(m.prev) && !m.spaceLeft
}

// inches reports whether a straight mark inside an open quotation stands for
// inches: after a figure, and either within curly marks or after feet.
func (p *pairing) inches(i int) bool {
	m := &p.marks[i]
	if !measure(m) || !m.spaceRight {
		return false
	}
	if p.marks[p.from].shape == opening {
		return true
	}
	k := m.at
	for k > p.at.Start && (p.text[k-1] >= '0' && p.text[k-1] <= '9' || p.text[k-1] == ' ') {
		k--
	}
	return k > p.at.Start+1 && p.text[k-1] == '\'' && p.text[k-2] >= '0' && p.text[k-2] <= '9' && p.laterMark(i)
}

// closes reports whether a double mark ends the open quotation.
func (p *pairing) closes(i int) bool {
	m, o := &p.marks[i], &p.marks[p.from]
	if m.guillemet != o.guillemet {
		return false
	}
	if o.low || o.guillemet {
		return m.shape != o.shape || !m.spaceLeft
	}
	if m.shape == closing {
		return !m.spaceLeft || m.spaceRight || o.shape != opening
	}
	if m.shape == opening {
		return !m.spaceLeft && (m.spaceRight || !unicode.IsLetter(m.next))
	}
	return !m.spaceLeft || m.spaceRight
}

// nested reports whether a curly opening mark inside an open quotation begins a
// quotation in it: it stands in the middle of a sentence.
func (p *pairing) nested(i int) bool {
	m, o := &p.marks[i], &p.marks[p.from]
	if m.shape != opening || o.shape == closing || !m.spaceLeft || m.spaceRight || m.guillemet || m.at-1 <= o.end {
		return false
	}
	k := m.at
	for k > o.end && isSpace(p.text[k-1]) {
		k--
	}
	c := p.text[k-1]
	if o.shape == neutral {
		return (c == ',' || c >= 'a' && c <= 'z') && p.within(i)
	}
	if c < 'a' || c > 'z' {
		return false
	}
	return m.next == '‘' || m.next == '\'' || p.closings(i) > 1
}

// within reports whether a curly pair that begins at mark i stands inside words
// between straight marks: it is closed by a curly mark, and a straight one
// follows, or nothing where the straight one opened the block.
func (p *pairing) within(i int) bool {
	n := 0
	for j := i + 1; j < len(p.marks) && j < i+maxLook; j++ {
		m := &p.marks[j]
		if m.single {
			continue
		}
		if n++; n == 1 && m.shape != closing {
			return false
		}
		if n == 2 {
			return m.shape == neutral && !m.spaceLeft
		}
	}
	return n == 1 && p.marks[p.from].at == p.at.Start
}

// closings counts the closing double marks that follow mark i before another
// one opens, up to two.
func (p *pairing) closings(i int) int {
	n := 0
	for j := i + 1; j < len(p.marks) && j < i+maxLook && n < 2; j++ {
		if m := &p.marks[j]; !m.single {
			if m.shape != closing {
				break
			}
			n++
		}
	}
	return n
}

// reopens reports whether a mark inside an open quotation begins another one,
// so that the first was never closed.
func (p *pairing) reopens(i int) bool {
	m := &p.marks[i]
	return m.spaceLeft && !m.spaceRight && !m.guillemet
}

// abandon gives up an opener that was never closed before another came: what
// it covered is kept only when it is the whole stretch from the block's start.
func (p *pairing) abandon(end int) {
	o := &p.marks[p.from]
	if o.at > p.at.Start+1 {
		return
	}
	for end > o.end && isSpace(p.text[end-1]) {
		end--
	}
	p.emit(o.at, end, o.end, end, true, false)
}

// finish ends a quotation that the block leaves open.
func (p *pairing) finish() {
	if p.from < 0 {
		return
	}
	o, end := &p.marks[p.from], p.at.End
	if p.last >= 0 && o.shape != neutral {
		m := &p.marks[p.last]
		p.emit(o.at, m.end, o.end, m.at, true, true)
		return
	}
	for end > o.end && isSpace(p.text[end-1]) {
		end--
	}
	if end > o.end {
		p.emit(o.at, end, o.end, end, true, false)
	}
}

// lost handles a close without an open: the quotation began with the block.
func (p *pairing) lost(i int) {
	m := &p.marks[i]
	if m.prev != ',' && m.prev != '.' && m.prev != '?' && m.prev != '!' {
		return
	}
	start := p.at.Start
	if n := len(p.out); n > 0 && p.out[n-1].block == p.block {
		return
	}
	p.emit(start, m.end, start, m.at, false, true)
}

func (p *pairing) emit(start, end, in, inEnd int, open, shut bool) {
	if inEnd <= in {
		return
	}
	p.out = append(p.out, piece{span: nutgraf.Span{Start: start, End: end}, inner: nutgraf.Span{Start: in, End: inEnd}, block: p.block, open: open, shut: shut})
}

// takeSingle tries to read a single mark outside double ones as the opening of
// a quotation and returns the index of the mark it closes with.
func (p *pairing) takeSingle(i int) int {
	m := &p.marks[i]
	if m.shape == closing && !m.spaceLeft || !m.spaceLeft || m.spaceRight || elided(p.text, m) {
		return i
	}
	best, doubles := -1, 0
	for j := i + 1; j < len(p.marks) && j <= i+maxLook; j++ {
		c := &p.marks[j]
		if !c.single {
			doubles++
			continue
		}
		if c.spaceLeft && !c.spaceRight && c.shape != closing {
			break
		}
		if c.spaceLeft || wordRune(c.next) || doubles%2 == 1 {
			continue
		}
		if best < 0 || unicode.IsPunct(c.prev) && p.plural(best) {
			best = j
		}
		if !p.plural(best) {
			break
		}
	}
	if (best < 0 || p.plural(best)) && p.leftOpen(m) {
		end := p.at.End
		for end > m.end && isSpace(p.text[end-1]) {
			end--
		}
		p.emit(m.at, end, m.end, end, true, false)
		return len(p.marks)
	}
	if best < 0 {
		return i
	}
	c := &p.marks[best]
	p.emit(m.at, c.end, m.end, c.at, true, true)
	return best
}

// leftOpen reports whether a single mark opens a sentence that the block leaves without
// its close because the next block, which opens with such a mark, goes on with it.
func (p *pairing) leftOpen(m *mark) bool {
	if !unicode.IsUpper(m.next) || m.at > p.at.Start && !strings.ContainsRune(".,:?!’”'\"", p.lastBefore(m.at)) {
		return false
	}
	rest := strings.TrimLeft(p.text[p.at.End:], " \t\r\n\u00a0")
	after, ok := strings.CutPrefix(rest, p.text[m.at:m.end])
	c, _ := utf8.DecodeRuneInString(after)
	return ok && unicode.IsUpper(c)
}

// lastBefore returns the last character of the block before offset that is no space, or 0.
func (p *pairing) lastBefore(offset int) rune {
	c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p.text[p.at.Start:offset], " \u00a0"))
	return c
}

// plural reports whether a single mark may be the apostrophe of a plural
// genitive ("the players' union").
func (p *pairing) plural(i int) bool {
	c := &p.marks[i]
	if c.prev != 's' && c.prev != 'z' && c.prev != 'x' {
		return false
	}
	rest := p.text[c.end:]
	return len(rest) > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z'
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

var elisions = []string{"em", "til", "till", "tis", "twas", "cause", "cuz", "round", "bout", "n", "ere"}

// elided reports whether a single mark stands for letters left out at the
// beginning of a word ("'90s", "'em").
func elided(text string, m *mark) bool {
	if m.shape == opening && !unicode.IsDigit(m.next) {
		return false
	}
	if unicode.IsDigit(m.next) {
		end := m.end
		for end < len(text) && text[end] >= '0' && text[end] <= '9' {
			end++
		}
		return end-m.end == 2
	}
	end := m.end
	for end < len(text) && end < m.end+8 && (text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z') {
		end++
	}
	for _, e := range elisions {
		if text[m.end:end] == e {
			return true
		}
	}
	return false
}

// scan collects the marks of a block.
func scan(out []mark, text string, at nutgraf.Span) []mark {
	for i := at.Start; i < at.End; {
		b := text[i]
		if b != '"' && b != '\'' && b != '`' && b < 0xC2 {
			i++
			continue
		}
		m, ok := markAt(text, i, at.End)
		if !ok {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		around(&m, text, at)
		if !(m.single && wordRune(m.prev) && wordRune(m.next)) {
			out = append(out, m)
		}
		i = m.end
	}
	return out
}

// markAt reads a quotation mark at i; two single marks make a double one.
func markAt(text string, i, end int) (mark, bool) {
	r, n := utf8.DecodeRuneInString(text[i:])
	m := mark{at: i, end: i + n}
	switch r {
	case '"', '＂':
	case '“', '‟':
		m.shape = opening
	case '”':
		m.shape = closing
	case '„':
		m.shape, m.low = opening, true
	case '«':
		m.shape, m.guillemet = opening, true
	case '»':
		m.shape, m.guillemet = closing, true
	case '\'':
		m.single = true
	case '‘', '`':
		m.shape, m.single = opening, true
	case '’', '´':
		m.shape, m.single = closing, true
	default:
		return m, false
	}
	if m.single {
		if r2, n2 := utf8.DecodeRuneInString(text[m.end:end]); r2 == r && n2 > 0 {
			m.single, m.end = false, m.end+n2
		}
	}
	return m, true
}

func around(m *mark, text string, at nutgraf.Span) {
	m.spaceLeft, m.spaceRight = true, true
	if m.at > at.Start {
		r, _ := utf8.DecodeLastRuneInString(text[at.Start:m.at])
		m.prev = r
		m.spaceLeft = unicode.IsSpace(r) || r == '(' || r == '[' || r == '—' || r == '–' || r == '/'
	}
	if m.end < at.End {
		r, _ := utf8.DecodeRuneInString(text[m.end:at.End])
		m.next = r
		m.spaceRight = unicode.IsSpace(r)
	}
}
