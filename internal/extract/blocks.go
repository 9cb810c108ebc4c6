package extract

import (
	"unicode"
	"unicode/utf8"
)

// block is a line of text as a reader sees it: the texts between two breaks,
// with what was measured of it and where it stands.
type block struct {
	from, to int32 // nodes: its first text and behind its last one
	box      int32 // innermost element around it that breaks lines
	parent   int32 // innermost breaking element around the box
	depth    int32
	within   tagSet // tags of all elements around it
	own      hints  // of the box and the phrase elements in it
	near     hints  // of the two breaking elements around the box
	far      hints  // of all elements further out
	m        measure
	links    int32 // links in it
	linked   int32 // characters in links
	strong   int32 // characters in bold
	unshown  int32 // characters in phrase elements that are not shown
	veil     hints // by which these are not shown
	hashes   hints // hints of its links
	apart    bool  // stands among the readers' comments or in what is not shown
}

// tagSet is a set of tags.
type tagSet uint64

func (s tagSet) has(t tag) bool { return s>>t&1 != 0 }

// measure counts what a text holds.
type measure struct {
	chars  int32 // letters, digits and marks; ideographs count twice
	words  int32
	commas int32
	stops  int32 // sentence ends followed by a space or the end
	digits int32
	caps   int32 // words that begin with an upper-case letter
	quotes int32
	other  int32 // bars, bullets, arrows
	last   rune
}

func (m *measure) add(o measure) {
	m.chars += o.chars
	m.words += o.words
	m.commas += o.commas
	m.stops += o.stops
	m.digits += o.digits
	m.caps += o.caps
	m.quotes += o.quotes
	m.other += o.other
	if o.last != 0 {
		m.last = o.last
	}
}

// frame is an open element while the blocks are cut.
type frame struct {
	last        int32
	box, parent int32
	depth       int32
	within      tagSet
	own         hints
	veil        hints
	near, far   hints
	boxNear     hints
	breaks      bool
}

// cutter cuts the tree into blocks in one walk.
type cutter struct {
	*tree
	stack []frame
	cur   block
	open  bool
	brs   int   // line breaks since the last text
	link  int32 // nodes before this one are in a link
	bold  int32
	out   []block
}

func (t *tree) blocks() []block {
	c := &cutter{tree: t, stack: make([]frame, 1, 32), out: make([]block, 0, len(t.nodes)/12)}
	c.stack[0].last = int32(len(t.nodes))
	for i := int32(1); i < int32(len(t.nodes)); i++ {
		c.leave(i)
		n := &t.nodes[i]
		if n.tag == tagText {
			c.text(i, n)
			continue
		}
		c.enter(i, n)
	}
	c.flush()
	return c.out
}

func (c *cutter) leave(i int32) {
	for len(c.stack) > 1 && c.stack[len(c.stack)-1].last <= i {
		if c.stack[len(c.stack)-1].breaks {
			c.flush()
		}
		c.stack = c.stack[:len(c.stack)-1]
	}
}

func (c *cutter) enter(i int32, n *node) {
	top := &c.stack[len(c.stack)-1]
	switch n.tag {
	case tagBr:
		if c.brs++; c.brs > 1 {
			c.flush()
		}
		return
	case tagHr:
		c.flush()
		return
	case tagImg:
		return
	case tagA:
		c.link = max(c.link, n.last)
		if c.open {
			c.cur.hashes |= n.hints
		}
	case tagB, tagStrong:
		c.bold = max(c.bold, n.last)
	}
	if n.last == i+1 {
		if n.tag.is(breaks) {
			c.flush()
		}
		return
	}
	f := *top
	f.last, f.depth = n.last, top.depth+1
	f.within |= 1 << n.tag
	f.breaks = n.tag.is(breaks) && !c.smallCell(n) || n.tag == tagCustom && !inLine(f.within)
	if f.breaks {
		c.flush()
		f.parent, f.box = top.box, i
		f.far = top.far | top.boxNear
		f.boxNear = top.near
		f.near, f.own = top.own, n.hints
		f.veil = 0
	} else {
		f.own |= n.hints &^ veils // a part of a line may be hidden without hiding the line
		f.veil |= n.hints & veils
	}
	c.stack = append(c.stack, f)
}

// veils are the hints of what is not shown.
const veils = hintHidden | hintOff

// maxCell is the size in bytes of a cell that does not stand for itself.
const maxCell = 240

// smallCell reports whether a table's cell is so small that it is read with the
// others of its row.
func (c *cutter) smallCell(n *node) bool {
	if n.tag != tagTD {
		return false
	}
	end := n.end
	if k := n.last - 1; c.nodes[k].end > end {
		end = c.nodes[k].end
	}
	return end-n.start < maxCell
}

// inLine reports whether text in such elements runs on in one line.
func inLine(s tagSet) bool {
	const lines = tagSet(1)<<tagP | 1<<tagH1 | 1<<tagH2 | 1<<tagH3 | 1<<tagH4 | 1<<tagH5 | 1<<tagH6
	return s&lines != 0
}

func (c *cutter) text(i int32, n *node) {
	m := measureText(c.src[n.start:n.end])
	if m.last == 0 {
		return
	}
	f := &c.stack[len(c.stack)-1]
	if !c.open {
		c.open = true
		c.cur = block{from: i, box: f.box, parent: f.parent, depth: f.depth, near: f.near | f.boxNear, far: f.far}
		if c.link > i {
			c.cur.hashes = c.linkHints(i)
		}
	}
	c.brs = 0
	b := &c.cur
	b.to = i + 1
	b.within |= f.within
	b.own |= f.own
	b.m.add(m)
	if c.link > i {
		b.linked += m.chars
		b.links++
	}
	if f.veil != 0 {
		b.unshown += m.chars
		b.veil |= f.veil
	}
	if c.bold > i || f.within.has(tagH1) {
		b.strong += m.chars
	}
}

func (c *cutter) linkHints(i int32) hints {
	for p := c.nodes[i].parent; p > 0; p = c.nodes[p].parent {
		if c.nodes[p].tag == tagA {
			return c.nodes[p].hints
		}
	}
	return 0
}

func (c *cutter) flush() {
	c.brs = 0
	if c.open {
		if b := &c.cur; b.unshown*2 > b.m.chars {
			b.own |= b.veil
		}
		c.out = append(c.out, c.cur)
		c.open = false
	}
}

// measureText counts a raw text in one pass. Entities count as they are
// written, which is near enough.
func measureText(s []byte) (m measure) {
	inWord := false
	for i := 0; i < len(s); {
		c := s[i]
		if c == '&' {
			if r, size := wideEntity(s[i:]); size > 0 {
				i += size
				m.rune(r, &inWord)
				continue
			}
		}
		if c < utf8.RuneSelf {
			i++
			switch byteClass[c] {
			case classSpace:
				inWord = false
				if m.last == '.' || m.last == '!' || m.last == '?' {
					m.stops++
					m.last = ' '
				}
				continue
			case classUpper:
				if !inWord {
					m.caps++
				}
				fallthrough
			case classLetter:
				if !inWord {
					m.words++
					inWord = true
				}
			case classDigit:
				m.digits++
				if !inWord {
					m.words++
					inWord = true
				}
			case classComma:
				m.commas++
			case classQuote:
				m.quotes++
			case classOther:
				m.other++
			}
			m.chars++
			m.last = rune(c)
			continue
		}
		r, size := utf8.DecodeRune(s[i:])
		i += size
		m.rune(r, &inWord)
	}
	if m.last == '.' || m.last == '!' || m.last == '?' {
		m.stops++
	}
	return m
}

// wideEntity reads a numeric entity of a script that writes without spaces
// ("&#x963F;"), and returns its length, or 0: some programs save whole pages so.
func wideEntity(s []byte) (r rune, size int) {
	if len(s) < 3 || s[1] != '#' {
		return 0, 0
	}
	at, base := 2, rune(10)
	if s[2] == 'x' || s[2] == 'X' {
		at, base = 3, 16
	}
	for ; at < len(s) && r <= unicode.MaxRune; at++ {
		c := rune(s[at]) | 0x20
		switch {
		case s[at] == ';' && r >= firstWide:
			return r, at + 1
		case c >= '0' && c <= '9':
			r = r*base + c - '0'
		case base == 16 && c >= 'a' && c <= 'f':
			r = r*base + c - 'a' + 10
		default:
			return 0, 0
		}
	}
	return 0, 0
}

// firstWide is the first character of the scripts that write without spaces.
const firstWide = 0x2e80

func (m *measure) rune(r rune, inWord *bool) {
	switch {
	case r == 0xa0 || r == 0x3000 || r == 0x200b || r == 0xfeff || r >= 0x2000 && r <= 0x200a:
		*inWord = false
		return
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '「' || r == '」':
		m.quotes++
	case r == '、' || r == '，' || r == '،':
		m.commas++
		m.chars++
	case r == '。' || r == '！' || r == '？' || r == '।' || r == '۔':
		m.stops++
		m.chars++
	case r == '•' || r == '·' || r == '›' || r == '→' || r == '▶' || r == '»':
		m.other++
	case r >= firstWide:
		m.chars++
		m.words++
	default:
		if !*inWord && r >= 0xc0 && (r < 0x2000 || r > 0x2bff) {
			m.words++
			*inWord = true
		}
	}
	m.chars++
	m.last = r
}

type charClass uint8

const (
	classPlain charClass = iota
	classSpace
	classUpper
	classLetter
	classDigit
	classComma
	classQuote
	classOther
)

var byteClass = func() (t [128]charClass) {
	for c := range t {
		switch {
		case c <= ' ':
			t[c] = classSpace
		case c >= 'A' && c <= 'Z':
			t[c] = classUpper
		case c >= 'a' && c <= 'z':
			t[c] = classLetter
		case c >= '0' && c <= '9':
			t[c] = classDigit
		}
	}
	t[','], t['"'] = classComma, classQuote
	t['|'], t['>'], t['*'], t['/'] = classOther, classOther, classOther, classOther
	return t
}()
