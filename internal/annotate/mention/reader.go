package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// sight is what the text shows of a token.
type sight uint8

const (
	upper    sight = 1 << iota // begins with a capital
	caps                       // two letters or more, all capitals
	first                      // begins a sentence or a quotation: its capital says nothing
	inQuotes                   // stands inside quotation marks
	loud                       // stands in a stretch that is all in capitals
	glued                      // follows the token before without a space
	word                       // is a word
)

// reader holds one document while its names are found.
type reader struct {
	*Finder
	text   string
	seg    *nutgraf.Segments
	doc    *nutgraf.Document
	marks  []mark   // of the lists, by token
	keys   []uint32 // hash of the folded token
	sees   []sight
	cut    []uint8 // bytes of a token's end that are no part of a name: "-led"
	lower  bloom   // words that the document writes in lower case
	screen bool    // speaks of films, series or plays
	arts   bool    // speaks of works of any kind
	court  bool    // speaks of a court
	bills  bool    // speaks of a legislature

	foreign bool // not in the language of the lists, so that capitals tell less

	cands []cand
	buf   [128]byte
}

// bloom is a small set of hashes that may err on the side of membership.
type bloom [1024]uint64

func (b *bloom) add(h uint32) { b[h>>6&1023] |= 1 << (h & 63) }

func (b *bloom) has(h uint32) bool { return b[h>>6&1023]&(1<<(h&63)) != 0 }

func newReader(f *Finder, doc *nutgraf.Document, seg *nutgraf.Segments) *reader {
	n := len(seg.Tokens)
	r := &reader{Finder: f, text: doc.Text, doc: doc, seg: seg, marks: make([]mark, n), keys: make([]uint32, n), sees: make([]sight, n), cut: make([]uint8, n), cands: make([]cand, 0, n/10+4)}
	for i := range seg.Tokens {
		r.look(i)
	}
	r.screen = slices.ContainsFunc(f.lex.screen, r.lower.has)
	r.court = slices.ContainsFunc(f.lex.court, r.lower.has)
	r.bills = slices.ContainsFunc(f.lex.chamber, r.lower.has)
	r.foreign = r.strange()
	r.arts = r.screen || slices.ContainsFunc(f.lex.arts, r.lower.has)
	r.louden()
	block := -2
	open := rune(0)
	for _, s := range seg.Sentences {
		if s.Block != block || block == -1 && r.parted(s.First) {
			block, open = s.Block, 0
		}
		open = r.quotes(s, open)
	}
	return r
}

// strange reports whether the text has too few of the language's small words to
// be written in it.
func (r *reader) strange() bool {
	const enough, share = 25, 5 // English prose has nearly one in two
	words, small := 0, 0
	for i := range r.sees {
		if r.sees[i]&(word|upper) != word {
			continue
		}
		words++
		if r.marks[i]&starter != 0 {
			small++
		}
	}
	return words >= enough && small*share < words
}

// louden marks the stretches of a sentence that are written in capitals alone, so
// that these tell nothing: "WHO WILL STAND UP TO HALDEN".
func (r *reader) louden() {
	const least = 3
	for i := 0; i < len(r.sees); {
		if !r.shows(i, caps) {
			i++
			continue
		}
		from, n, small := i, 0, false
		for ; i < len(r.sees) && (r.shows(i, caps) || r.keys[i] == 0 || r.sees[i]&word == 0); i++ {
			if r.shows(i, caps) {
				n++
				small = small || r.is(i, starter) && !r.is(i, place|org|given)
			}
		}
		for j := from; j < i && n >= least && small; j++ {
			r.sees[j] |= loud
		}
	}
}

// parted reports whether a line break stands before token i.
func (r *reader) parted(i int) bool {
	return i > 0 && strings.IndexByte(r.text[r.seg.Tokens[i-1].End:r.seg.Tokens[i].Start], '\n') >= 0
}

// look fills in what lists and characters say of token i.
func (r *reader) look(i int) {
	t := r.seg.Tokens[i]
	w := r.of(i)
	if i > 0 && r.seg.Tokens[i-1].End == t.Start {
		r.sees[i] |= glued
	}
	if t.Kind == nutgraf.Punct || t.Kind == nutgraf.Mark {
		return
	}
	high := t.Upper
	if t.Kind == nutgraf.Word && high {
		r.cut[i] = uint8(r.tail(i, w))
		w = w[:len(w)-int(r.cut[i])]
	}
	h := foldHash(seed, w)
	r.marks[i] = r.lex.words.find(h)
	if r.marks[i] == 0 && len(w) > 6 && (w[:5] == "then-" || w[:5] == "Then-") {
		r.marks[i] = r.lex.words.find(foldHash(seed, w[5:])) & (title | role) // "then-President"
	}
	if r.marks[i] == 0 && high && strings.IndexByte(w, '.') > 0 {
		r.marks[i] = r.lex.words.find(undotted(w)) & (acronym | org | outlet) // "V.I.P."
	}
	if n := attached(w); n > 0 {
		high = true
		if r.marks[i] == 0 {
			h = foldHash(seed, w[n:]) // "al-Harker" is "Harker" later on
			r.marks[i] = r.lex.words.find(h) &^ phraseHead
		}
	}
	r.keys[i] = shorten(h)
	if t.Kind != nutgraf.Word {
		return
	}
	if r.marks[i] == 0 {
		if n := strings.LastIndexByte(w, '-'); n > 2 {
			end := w[n+1:]
			r.marks[i] = (r.lex.words.find(foldHash(seed, end)) | r.lex.words.find(foldHash(seed, strings.TrimSuffix(end, "s")))) & role // "writer-director", "singer-guitarists"
		}
	}
	r.sees[i] |= word
	if !high {
		r.lower.add(r.keys[i])
		return
	}
	r.sees[i] |= upper
	if len(w) > 1 && strings.IndexFunc(w, unicode.IsLower) < 0 {
		r.sees[i] |= caps
		if r.marks[i]&callSign != 0 {
			r.marks[i] |= outlet // "KING", not "King"
		}
	}
}

// undotted is the hash of a word as it is without full stops.
func undotted(w string) uint64 {
	h := uint64(seed)
	for part := range strings.SplitSeq(w, ".") {
		h = foldHash(h, part)
	}
	return h
}

// attached is the length of the particle that a surname is written together
// with: of "al-" in "al-Harker", of "de" in "deMoreno". 0 when there is none.
func attached(w string) int {
	if len(w) < 5 {
		return 0
	}
	if i := strings.IndexByte(w[:4], '-'); i >= 2 && w[i+1] >= 'A' && w[i+1] <= 'Z' {
		if arabic(w[:i]) {
			return i + 1
		}
	}
	switch w[:2] {
	case "de", "di", "da", "du", "la", "le":
		if w[2] >= 'A' && w[2] <= 'Z' && w[3] >= 'a' {
			return 2
		}
	}
	return 0
}

// tail is the length of the end of the compound at token i that is no part of
// the name in it, its hyphen included: "-led", or any common word in lower case
// after a name.
func (r *reader) tail(i int, w string) int {
	at := strings.IndexByte(w, '-')
	if at < 0 {
		return r.gluedVerb(w)
	}
	if len(w)-at > 24 || r.eastern(i) {
		return 0
	}
	end := w[at+1:]
	m := r.lex.words.find(foldHash(seed, end))
	switch {
	case m&compound != 0:
	case r.pairOfNames(i, w, at):
	case end == "" || end[0] < 'a' || end[0] > 'z' || at < 2 || strings.IndexByte(end, '-') >= 0 || m&(particle|given|surname) != 0:
		return 0
	case m&common == 0 && !bent(end):
		return 0
	case r.lex.words.find(foldHash(seed, w)) != 0:
		return 0
	case r.lex.words.find(foldHash(seed, w[:at]))&(common|starter|role|title) != 0 && !(i > 0 && r.shows(i-1, upper|word)):
		return 0 // "Well-known"
	case r.lex.cues[w[:at]]&prefixCue != 0:
		return 0
	}
	return len(w) - at
}

// gluedVerb is the length of the verb that ran into the title or the name before it:
// of "was" in "Generalwas".
func (r *reader) gluedVerb(w string) int {
	const least = 3
	for _, verb := range [...]string{"was", "said", "says", "has", "told", "will"} {
		if stem, ok := strings.CutSuffix(w, verb); ok && len(stem) > least && r.lex.words.find(foldHash(seed, stem))&(title|figure|place) != 0 && r.lex.words.find(foldHash(seed, w)) == 0 {
			return len(verb)
		}
	}
	return 0
}

// pairOfNames reports whether the hyphen at byte at of the word at token i stands
// between two names of which one is no person's: "Israel-Hamas" talks,
// "Trump-Ukraine".
func (r *reader) pairOfNames(i int, w string, at int) bool {
	const thing = place | nation | org
	if next := i + 1; next < len(r.seg.Tokens) && r.seg.Tokens[next].Kind == nutgraf.Word && r.seg.Tokens[next].Upper {
		return false // "Lagos-Chile Trade Council"
	}
	a, b := r.lex.words.find(foldHash(seed, w[:at])), r.lex.words.find(foldHash(seed, w[at+1:]))
	return a&(thing|figure) != 0 && b&(thing|figure) != 0 && (a|b)&thing != 0 && (a|b)&(surname|common) == 0 && (a&given == 0 || a&place != 0) && r.lex.words.find(foldHash(seed, w)) == 0
}

// quotes marks the tokens of a sentence that stand inside quotation marks and
// those that begin something. open is the mark that is open before it; the one
// open after it is returned.
func (r *reader) quotes(s nutgraf.Sentence, open rune) rune {
	begin := true
	for i := s.First; i < s.Last; i++ {
		t := r.seg.Tokens[i]
		switch t.Kind {
		case nutgraf.Mark:
			c, _ := utf8.DecodeRuneInString(r.text[t.Start:t.End])
			was := open
			open = turn(open, c)
			begin = begin || was == 0 && open != 0
		case nutgraf.Punct:
			switch r.text[t.Start] {
			case '(', '[':
			case ':':
				begin = true
			case '-':
				begin = begin || !r.shows(i, glued)
			case '*':
			default:
				if w := r.text[t.Start:t.End]; w == "—" || w == "–" {
					begin = true
				}
				if begin && i > s.First && r.text[t.Start] < utf8.RuneSelf {
					begin = r.text[t.Start] != ','
				}
			}
		default:
			if begin {
				r.sees[i] |= first
				begin = false
			}
		}
		if open != 0 {
			r.sees[i] |= inQuotes
		}
	}
	return open
}

// turn gives the open mark after c.
func turn(open, c rune) rune {
	const nested = '‟' // curly marks inside straight ones
	switch c {
	case '“', '«', '„':
		if open == '"' || open == nested {
			return nested
		}
		return '“'
	case '”', '»':
		if open == nested {
			return '"'
		}
		return 0
	case '"':
		if open == 0 {
			return '"'
		}
		return 0
	}
	return open
}

// of returns the words of a token; before the first token there are none.
func (r *reader) of(i int) string {
	if i < 0 {
		return ""
	}
	t := r.seg.Tokens[i]
	return r.text[t.Start:t.End]
}

// name returns the words of a token without the end that is no part of a name.
func (r *reader) name(i int) string {
	w := r.of(i)
	return w[:len(w)-int(r.cut[i])]
}

func (r *reader) is(i int, m mark) bool { return i >= 0 && i < len(r.marks) && r.marks[i]&m != 0 }

func (r *reader) shows(i int, s sight) bool {
	return i >= 0 && i < len(r.sees) && r.sees[i]&s == s
}

// at reports whether token i is the character c.
func (r *reader) at(i int, c byte) bool {
	if i < 0 || i >= len(r.seg.Tokens) {
		return false
	}
	t := r.seg.Tokens[i]
	return t.End-t.Start == 1 && r.text[t.Start] == c
}

// possessive reports whether token i is "'s" or "’s".
func (r *reader) possessive(i int) bool {
	if i < 0 || i >= len(r.seg.Tokens) {
		return false
	}
	w := r.of(i)
	return len(w) > 1 && len(w) <= 4 && w[len(w)-1]|0x20 == 's' && (w[0] == '\'' || strings.HasPrefix(w, "’"))
}

// phrase returns the length in tokens of the longest entry of the lists that
// begins at token i and what it is; full stops inside are passed.
func (r *reader) phrase(i, last int) (int, mark) {
	if r.marks[i]&phraseHead == 0 {
		return 0, 0
	}
	h := foldHash(seed, r.name(i))
	length, found := 0, mark(0)
	for j, n := i+1, 1; j < last && n < r.lex.longest; j++ {
		w := r.name(j)
		if w == "." && r.shows(j, glued) {
			continue
		}
		h = foldHash((h^' ')*prime, w)
		n++
		m := r.lex.phrases.find(h)
		if r.sees[j]&(word|upper) == word && r.sees[i]&upper != 0 && r.marks[i]&(starter|common) != 0 && !r.possessive(j) {
			m &^= outlet // "The nation" at the head of a sentence
		}
		if m&^phrasePart != 0 {
			length, found = j+1-i, m&^phrasePart
		}
		if m&phrasePart == 0 {
			break
		}
	}
	return length, found
}
