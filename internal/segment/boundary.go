package segment

import (
	"strings"
	"unicode/utf8"

	"nutgraf"
)

// cutter cuts one document.
type cutter struct {
	words  map[string]trait
	text   string
	seg    *nutgraf.Segments
	first  int // index of the first token of the line at hand
	fold   [24]byte
	marks  int  // straight double marks are counted up to this token
	odd    bool // and their number is odd: a quotation is open
	linked int  // index of the token behind the last link taken out of the line
}

// paragraphs cuts the whole text at blank lines.
func (c *cutter) paragraphs() {
	start, at := 0, 0
	for at < len(c.text) {
		end := at + lineLength(c.text[at:])
		if blank(c.text[at:end]) {
			c.block(nutgraf.Span{Start: start, End: at}, -1)
			start = end
		}
		at = end
	}
	c.block(nutgraf.Span{Start: start, End: at}, -1)
}

// lineLength is the length of the first line of text, its line break included.
func lineLength(text string) int {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

// block cuts one block.
func (c *cutter) block(b nutgraf.Span, index int) {
	if wrapped(b.Of(c.text)) {
		c.line(b, index)
		return
	}
	for at := b.Start; at < b.End; {
		end := at + lineLength(c.text[at:b.End])
		c.line(nutgraf.Span{Start: at, End: end}, index)
		at = end
	}
}

// wrapped reports whether a block is prose broken at a fixed width: its lines
// but the last are of nearly one length and mostly end within a sentence.
func wrapped(block string) bool {
	const narrowest, widest, spread = 40, 110, 24
	shortest, longest, lines, open := widest, 0, 0, 0
	for rest := block; ; lines++ {
		n := lineLength(rest)
		if n == len(rest) {
			break
		}
		line := strings.TrimRight(rest[:n], " \t\r\n")
		shortest, longest = min(shortest, len(line)), max(longest, len(line))
		if line == "" || longest > widest || shortest < narrowest {
			return false
		}
		if !strings.ContainsRune(".!?:\"”", lastRune(line)) {
			open++
		}
		rest = rest[n:]
	}
	return lines >= 2 && longest-shortest <= spread && open*2 > lines
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// line reads the tokens of a stretch without inner line ends and cuts it into
// sentences.
func (c *cutter) line(b nutgraf.Span, block int) {
	c.first = len(c.seg.Tokens)
	c.linked = c.first
	s := scanner{text: c.text, at: b.Start, end: b.End}
	for {
		t, ok := s.next()
		if !ok {
			break
		}
		c.seg.Tokens = append(c.seg.Tokens, t)
		if t.Upper && c.text[t.Start:t.End] == "MORE" {
			c.unlink()
		}
	}
	from := c.first
	c.marks, c.odd = c.first, false
	for i := c.first; i < len(c.seg.Tokens); i++ {
		if next := c.boundary(i, from); next > i {
			c.close(from, next, block)
			from = next
			i = next - 1
		}
	}
	c.close(from, len(c.seg.Tokens), block)
}

// close writes the sentence of tokens [from, to).
func (c *cutter) close(from, to, block int) {
	if from == to {
		return
	}
	toks := c.seg.Tokens
	c.seg.Sentences = append(c.seg.Sentences, nutgraf.Sentence{
		Span:  nutgraf.Span{Start: int(toks[from].Start), End: int(toks[to-1].End)},
		Block: block, First: from, Last: to,
	})
}

func (c *cutter) of(i int) string {
	t := c.seg.Tokens[i]
	return c.text[t.Start:t.End]
}

// grown reports whether token i follows the one before it without a space.
func (c *cutter) grown(i int) bool {
	return i > c.first && c.seg.Tokens[i].Start == c.seg.Tokens[i-1].End
}

// is reports what the lists say of token i, as written or in lower case.
func (c *cutter) is(i int, t trait) bool {
	w := c.of(i)
	if c.words[w]&t != 0 {
		return true
	}
	n := len(w)
	if n > len(c.fold) {
		return false
	}
	for j := range n {
		b := w[j]
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		c.fold[j] = b
	}
	return c.words[string(c.fold[:n])]&t != 0
}

// boundary returns the index of the token that begins the next sentence when
// token i ends one that began at token from, else 0.
func (c *cutter) boundary(i, from int) int {
	toks := c.seg.Tokens
	t := toks[i]
	if i > from && c.of(i) == "•" {
		return i
	}
	if i > from && isStop(c.of(i-1)) && isStop(c.of(i)) {
		return 0 // decided with the first stop of the run
	}
	final := c.text[t.End-1]
	switch {
	case t.Kind == nutgraf.Punct && (final == '.' || final == '!' || final == '?' || c.of(i) == "…"):
	case t.Kind == nutgraf.Word && final == '.':
	default:
		return 0
	}
	end, strong, dots := c.run(i)
	closed := c.closers(end)
	if closed == len(toks) {
		return 0 // the end of the line closes it anyway
	}
	if c.ends(i, end, closed, from, strong, dots) {
		return closed
	}
	return 0
}

func isStop(w string) bool { return w == "." || w == "!" || w == "?" || w == "…" }

// run passes the stops that follow each other from token i on: where they end,
// whether one asks or exclaims, and whether they are an ellipsis.
func (c *cutter) run(i int) (end int, strong, dots bool) {
	toks := c.seg.Tokens
	points := 0
	for end = i; end < len(toks); end++ {
		w := c.of(end)
		if end > i && !c.grown(end) && w != "." {
			break
		}
		switch w {
		case "!", "?":
			strong = true
		case "…":
			points += 3
		case ".":
			points++
		default:
			if end > i {
				return end, strong, points > 1
			}
		}
	}
	return end, strong, points > 1
}

// closers passes the closing marks and brackets that follow a stop.
func (c *cutter) closers(end int) int {
	toks := c.seg.Tokens
	for ; end < len(toks); end++ {
		switch w := c.of(end); w {
		case "”", "’", "»", ")", "]", "}", "›":
			continue
		case "\"", "'":
			if c.grown(end) && (end+1 == len(toks) || !c.grown(end+1) || c.shut(end+1)) {
				continue
			}
			if c.grown(end) && c.grown(end+1) && toks[end+1].Upper && c.open(end) {
				continue // a space is missing after the mark
			}
		}
		break
	}
	return end
}

// open reports whether a straight double mark before token i is still open.
func (c *cutter) open(i int) bool {
	for ; c.marks < i; c.marks++ {
		if c.of(c.marks) == "\"" {
			c.odd = !c.odd
		}
	}
	return c.odd
}

// shut reports whether token i is a mark or bracket that can only close, or a
// straight one grown to the one before it.
func (c *cutter) shut(i int) bool {
	return c.seg.Tokens[i].Kind == nutgraf.Mark || strings.Contains(")]}", c.of(i))
}
