package credit

import (
	"slices"
	"strings"

	"nutgraf"
)

// ref is a place where the document names an outlet, or stands one in for it.
type ref struct {
	a, b     int // tokens, without an article
	sentence int
	name     string
	span     nutgraf.Span
	known    bool // an outlet by list or by the shape of its name
	standIn  bool
	title    bool   // it stands in the title of a person: "Ashby Post host Ann Lee"
	body     bool   // an organization that is no outlet
	kind     string // of outlet, of a stand-in
}

type reader struct {
	lex  *lexicon
	doc  *nutgraf.Document
	text string
	seg  *nutgraf.Segments
	ann  *nutgraf.Annotations
	cls  []class
	refs []ref
	cues []int // quotations in the order of their cues, once asked for
	out  []nutgraf.Credit
	// names on no list that the document shows to be outlets', once one is found
	shown map[string]bool
}

func (r *reader) classify() {
	r.cls = slices.Grow(r.cls[:0], len(r.seg.Tokens))[:len(r.seg.Tokens)]
	for i := range r.seg.Tokens {
		r.cls[i] = 0
		if t := &r.seg.Tokens[i]; t.Kind == nutgraf.Word {
			w := t.Span().Of(r.text)
			r.cls[i] = r.lex.look(w)
			if hyphen := strings.LastIndexByte(w, '-'); hyphen > 0 && t.Upper {
				r.cls[i] |= r.lex.look(w[hyphen+1:]) & cHead // "Sun-Times"
			}
		}
	}
}

func (r *reader) str(i int) string {
	if i < 0 || i >= len(r.seg.Tokens) {
		return ""
	}
	return r.seg.Tokens[i].Span().Of(r.text)
}

func (r *reader) is(i int, c class) bool { return i >= 0 && i < len(r.cls) && r.cls[i]&c != 0 }

func (r *reader) word(i int, w string) bool { return equalFold(r.str(i), w) }

func equalFold(s, lower string) bool { return len(s) == len(lower) && strings.EqualFold(s, lower) }

// reads reports whether sentence n stands in a block that can credit.
func (r *reader) reads(n int) bool {
	b := r.seg.Sentences[n].Block
	if b < 0 || b >= len(r.doc.Blocks) {
		return true
	}
	switch r.doc.Blocks[b].Kind {
	case nutgraf.Related, nutgraf.Promo, nutgraf.Caption, nutgraf.Embed:
		return false
	}
	return true
}

// gather collects the references to outlets in text order.
func (r *reader) gather() {
	m := 0
	for n := range r.seg.Sentences {
		s := &r.seg.Sentences[n]
		for m < len(r.ann.Mentions) && r.ann.Mentions[m].Span.Start < s.Span.Start {
			m++
		}
		if !r.reads(n) {
			continue
		}
		k := m
		for i := s.First; i < s.Last; i++ {
			for k < len(r.ann.Mentions) && r.ann.Mentions[k].Span.End <= int(r.seg.Tokens[i].Start) {
				k++
			}
			if next := r.mentionedAt(n, i, k); next > i {
				i = next - 1
				continue
			}
			switch {
			case r.numbered(n, i), r.daily(n, i):
				i++
			case r.is(i, cStandIn):
				r.stand(n, i)
			case r.is(i, cHead) && i > s.First && r.word(i-1, "the") && r.seg.Tokens[i].Upper:
				r.shortName(n, i)
			case i == s.First && r.seg.Tokens[i].Upper && r.leads(n, i):
			case r.dotted(i) && domain(r.str(i)) && !r.mailed(int(r.seg.Tokens[i].Start)):
				x := ref{a: i, b: i + 1, sentence: n, name: r.str(i), span: r.seg.Tokens[i].Span(), known: true}
				r.refs = append(r.refs, x)
			}
		}
	}
}

// maxNested bounds how many mentions may lie in one another.
const maxNested = 4

// mentionedAt adds the reference of the mention over token i, the k-th or one
// that lies in it, and returns the token after it, or i.
func (r *reader) mentionedAt(n, i, k int) int {
	at := int(r.seg.Tokens[i].Start)
	for j := k; j < len(r.ann.Mentions) && j < k+maxNested && r.ann.Mentions[j].Span.Start <= at; j++ {
		if r.ann.Mentions[j].Span.End <= at {
			continue
		}
		if next := r.mentioned(n, i, &r.ann.Mentions[j]); next > i {
			return next
		}
	}
	return i
}

// mentioned adds the reference of a mention that begins at token i, and
// returns the token after it.
func (r *reader) mentioned(n, i int, m *nutgraf.Mention) int {
	b := i
	for b < r.seg.Sentences[n].Last && int(r.seg.Tokens[b].Start) < m.Span.End {
		b++
	}
	if m.Kind != nutgraf.ByName || m.Entity < 0 || m.Entity >= len(r.ann.Entities) || b == i {
		return i
	}
	if r.ann.Entities[m.Entity].Type == nutgraf.Person {
		r.employer(n, i, b)
	}
	a := i
	if r.is(a, cDet) && b > a+1 {
		a++
	}
	e := &r.ann.Entities[m.Entity]
	if b == a+1 && !r.seg.Tokens[a].Upper && r.is(a, cHead) {
		return i // "The wire service" names nobody
	}
	known := e.Type == nutgraf.Outlet || r.callSign(m.Span.Of(r.text)) || e.Type != nutgraf.Person && e.Type != nutgraf.Place && r.outlet(m.Span.Of(r.text))
	if !known && e.Type != nutgraf.Person && e.Type != nutgraf.Place && b-a > 1 && (r.is(b-1, cHead) || strings.Contains(e.Name, " News ") || strings.Contains(e.Name, " Today ")) {
		known = true
	}
	if !known && e.Type != nutgraf.Person && b > a+1 && r.is(b-1, cEdition) && (r.outlet(r.textOf(a, b-1)) || r.lex.names.Listed(r.textOf(a, b-1))) {
		known = true
	}
	if known && (b > a+1 && r.is(a, cFalse) || r.lex.records[strings.ToLower(r.textOf(a, b))]) {
		known = false // "fake news", "the Federal Register"
	}
	name, longer := r.fullName(m.Entity)
	span := m.Span
	if whole, end := r.edition(n, a, b); whole != "" {
		name, longer, b, span.End = whole, false, end, int(r.seg.Tokens[end-1].End)
	} else if own := m.Span.Of(r.text); strings.HasPrefix(name, own+" ") && r.lex.look(name[strings.LastIndexByte(name, ' ')+1:])&cEdition != 0 {
		name = own // "ET" is not "ET Online"
	}
	known = known || longer || b == a+1 && r.is(a, cHead) && a > 0 && r.word(a-1, "the")
	if site := m.Span.Of(r.text); !known && domain(site) && !r.mailed(m.Span.Start) {
		known, name = true, site
		if stem, _, _ := strings.Cut(site, "."); r.outlet(stem) {
			name = stem
		}
	}
	if first, _, ok := strings.Cut(name, "-"); ok && r.outlet(first) {
		name, known = first, true // "an Ashby Post-CTV poll"
	}
	if full := r.initials(m.Span.Of(r.text)); !known && full != "" {
		name, known = full, true
	}
	if bare := r.scolded(name); bare != "" {
		name, known = bare, true
	}
	if end := r.channelled(n, a, b); end > b {
		b, span.End = end, int(r.seg.Tokens[end-1].End)
		name, known = r.textOf(a, b), true
	}
	x := ref{a: a, b: b, sentence: n, name: name, span: span, known: known, body: !known && e.Type == nutgraf.Organization}
	if show := r.programme(a, b); show > a {
		x.name, x.known, x.body, x.a = r.textOf(a, show), true, false, a-1
	} else if x.known && r.enclosed(a, b) {
		x.a = a - 1 // said on “Ashby at Nine”
	}
	if r.str(b) == "(" && r.str(b+2) == ")" && b+2 < r.seg.Sentences[n].Last {
		x.b = b + 3 // "Entertainment Tonight (ET) reported"
	}
	if !x.known {
		r.learn(&x, e.Type, &r.seg.Sentences[n])
	}
	if x.known || e.Type == nutgraf.Organization || e.Type == nutgraf.Other || e.Type == nutgraf.Work || e.Type == nutgraf.Group {
		r.refs = append(r.refs, x)
	}
	return b
}

// learn makes an outlet of a name on no list that is written or presented as one.
func (r *reader) learn(x *ref, kind nutgraf.EntityType, s *nutgraf.Sentence) {
	if kind == nutgraf.Place || kind == nutgraf.Group || x.b > s.Last {
		return
	}
	if x.known = r.shown[x.name]; !x.known && (kind != nutgraf.Person && r.shaped(x.name) || r.called(x, s) && (kind != nutgraf.Person || r.is(x.a-1, cPaper)) || kind != nutgraf.Person && r.presented(x, s) || x.b == x.a+1 && r.apposed(x, s)) {
		x.known = true
		if r.shown == nil {
			r.shown = map[string]bool{}
		}
		r.shown[x.name] = true
	}
	x.body = x.body && !x.known
}

// callSign reports whether a name is that of an American station with its kind behind
// it: "WXYZ-TV".
func callSign(name string) bool {
	sign, kind, ok := strings.Cut(name, "-")
	return ok && (kind == "TV" || kind == "FM" || kind == "AM") && (len(sign) == 3 || len(sign) == 4) && (sign[0] == 'W' || sign[0] == 'K') && sign == strings.ToUpper(sign)
}

// enclosed reports whether the tokens [a, b) are all that stands between two marks.
func (r *reader) enclosed(a, b int) bool {
	if a == 0 || r.seg.Tokens[a-1].Kind != nutgraf.Mark || b >= len(r.seg.Tokens) {
		return false
	}
	if r.seg.Tokens[b].Kind == nutgraf.Punct {
		b++
	}
	return b < len(r.seg.Tokens) && r.seg.Tokens[b].Kind == nutgraf.Mark
}

// numbered adds a listed programme whose name begins with a number, in marks, where the
// mentions see none: told “60 Minutes”.
func (r *reader) numbered(n, i int) bool {
	if i == 0 || r.seg.Tokens[i].Kind != nutgraf.Number || r.seg.Tokens[i-1].Kind != nutgraf.Mark || i+2 >= r.seg.Sentences[n].Last || !r.enclosed(i, i+2) || !r.outlet(r.textOf(i, i+2)) {
		return false
	}
	span := nutgraf.Span{Start: int(r.seg.Tokens[i].Start), End: int(r.seg.Tokens[i+1].End)}
	r.refs = append(r.refs, ref{a: i - 1, b: i + 2, sentence: n, name: span.Of(r.text), span: span, known: true})
	return true
}

// channelled returns the end of a broadcaster's name over the tokens [a, b) with the number of its
// station behind it, which parts it from others' ("told Ashby News 5's Ann Lee"), or b.
func (r *reader) channelled(n, a, b int) int {
	s := &r.seg.Sentences[n]
	if b+1 >= s.Last || b-a > 2 || r.seg.Tokens[b].Kind != nutgraf.Number || !digits(r.str(b)) || strings.Contains(r.str(b), ".") || !r.outlet(r.textOf(a, b)) || !r.airs(r.textOf(a, b)) {
		return b
	}
	if r.genitive(b+1) || r.seg.Tokens[b+1].Kind == nutgraf.Punct || r.is(b+1, cPublishing|cAsking|cClause) || r.word(b+1, "has") {
		return b + 1
	}
	return b
}

// daily adds a newspaper named by how often it comes ("the Daily Herring") or a station by its
// number ("News 12"), where the mentions see no name.
func (r *reader) daily(n, i int) bool {
	s := &r.seg.Sentences[n]
	if i+1 >= s.Last {
		return false
	}
	next := &r.seg.Tokens[i+1]
	switch {
	case r.word(i, "daily") && r.seg.Tokens[i].Upper && next.Upper && next.Kind == nutgraf.Word && (i+2 >= s.Last || !r.seg.Tokens[i+2].Upper):
	case r.str(i) == "News" && next.Kind == nutgraf.Number && digits(r.str(i+1)) && (i == s.First || !r.seg.Tokens[i-1].Upper):
	default:
		return false
	}
	span := nutgraf.Span{Start: int(r.seg.Tokens[i].Start), End: int(next.End)}
	r.refs = append(r.refs, ref{a: i, b: i + 2, sentence: n, name: span.Of(r.text), span: span, known: true})
	return true
}

// programme returns the end of the network's name that opens the name of one of its
// programmes, in marks, over the tokens [a, b): told “Ashby News Sunday”. Without one it
// returns a.
func (r *reader) programme(a, b int) int {
	if a == 0 || r.seg.Tokens[a-1].Kind != nutgraf.Mark || r.outlet(r.textOf(a, b)) {
		return a
	}
	for k := b - 1; k > a; k-- {
		if name := r.textOf(a, k); r.outlet(name) && (strings.HasSuffix(name, " News") || k == a+1 && name == strings.ToUpper(name)) {
			return k
		}
	}
	return a
}

// textOf is the text of the tokens [a, b).
func (r *reader) textOf(a, b int) string {
	return r.text[r.seg.Tokens[a].Start:r.seg.Tokens[b-1].End]
}

// scolded returns the name of a listed outlet without the word that somebody puts
// before it ("the Failing Ashby Valley Post"), or "" where there is none.
func (r *reader) scolded(name string) string {
	first, rest, ok := strings.Cut(name, " ")
	if !ok || !r.outlet(rest) || r.outlet(name) {
		return ""
	}
	switch word := strings.ToLower(first); {
	case r.lex.dates[word]: // "a September Ashby News poll"
		return rest
	case strings.Contains(rest, " ") && (r.lex.common[word] || strings.HasSuffix(first, "ing")):
		return rest
	}
	return ""
}

// edition returns the name over the tokens [a, b), or over one more, that ends in a
// word which parts it from another outlet's, and its end: "ET Online" is not "ET".
func (r *reader) edition(n, a, b int) (string, int) {
	switch {
	case b < r.seg.Sentences[n].Last && r.is(b, cEdition) && r.seg.Tokens[b].Upper:
		b++
	case b-a < 2 || !r.is(b-1, cEdition):
		return "", b
	}
	return nutgraf.Span{Start: int(r.seg.Tokens[a].Start), End: int(r.seg.Tokens[b-1].End)}.Of(r.text), b
}

// employer adds the outlet that opens a person's title over the tokens [a, b).
func (r *reader) employer(n, a, b int) {
	for k := min(b-1, a+5); k > a; k-- {
		span := nutgraf.Span{Start: int(r.seg.Tokens[a].Start), End: int(r.seg.Tokens[k-1].End)}
		if r.outlet(span.Of(r.text)) && !r.seg.Tokens[k].Upper || k > a+1 && r.is(k-1, cHead) && !r.seg.Tokens[k].Upper {
			r.refs = append(r.refs, ref{a: a, b: k, sentence: n, name: span.Of(r.text), span: span, known: true, title: true})
			return
		}
	}
}

func (r *reader) outlet(s string) bool {
	var buf [48]byte
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		s = s[4:]
	}
	if len(s) > len(buf) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	if r.lex.outlets[string(buf[:len(s)])] || len(s) > 2 && capitals(s) && r.lex.names.Listed(s) {
		return true
	}
	a, b, ok := strings.Cut(string(buf[:len(s)]), " & ")
	return ok && r.lex.outlets[a+" and "+b]
}

// fullName is the name of the outlet a mention stands for: the entity's, or
// that of a longer outlet's name of which it is the end ("the Post"); then it
// also reports true.
func (r *reader) fullName(e int) (string, bool) {
	name := r.ann.Entities[e].Name
	short := strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	if r.lex.cities[short] {
		return name, false // "Chicago" is not "NBC Chicago"
	}
	for i := len(r.refs) - 1; i >= max(0, len(r.refs)-maxBack); i-- {
		x := &r.refs[i]
		if x.known && !x.standIn && len(x.name) > len(short)+1 && (strings.HasSuffix(x.name, " "+short) || strings.HasPrefix(x.name, short+" News")) {
			return x.name, true
		}
	}
	return name, false
}

// initials returns the name of the outlet before that an acronym stands for, or
// "".
func (r *reader) initials(s string) string {
	if rest, ok := strings.CutPrefix(s, "The"); ok && rest == strings.ToUpper(rest) {
		s = rest // "TheAPN"
	}
	if len(s) < 3 || len(s) > 5 || s != strings.ToUpper(s) {
		return ""
	}
	for i := len(r.refs) - 1; i >= max(0, len(r.refs)-maxBack); i-- {
		x := &r.refs[i]
		if x.known && !x.standIn && strings.Count(x.name, " ")+2 >= len(s) {
			if a := acronym(x.name); a == s || s[0] == 'T' && a == s[1:] { // "THR" for "The Hollywood Reporter"
				return x.name
			}
		}
	}
	return ""
}

// acronym is the first letters of a name's words, its article left out.
func acronym(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if w[0] >= 'A' && w[0] <= 'Z' && w != "The" {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// stand adds a stand-in ("the paper", "the media outlet") for the outlet named
// last before it.
func (r *reader) stand(n, i int) {
	a := i
	for a > r.seg.Sentences[n].First && a > i-3 && !r.is(a, cDet) {
		a--
	}
	if !r.is(a, cDet) || r.word(a, "a") || r.word(a, "an") || a == i {
		return
	}
	if next := i + 1; next < r.seg.Sentences[n].Last && r.seg.Tokens[next].Upper && r.seg.Tokens[next].Kind == nutgraf.Word && r.text[r.seg.Tokens[i].End:r.seg.Tokens[next].Start] == " " {
		return // "the paper Ostbote" is that one
	}
	if r.word(i+1, "of") {
		return // "the paper of the dockers' union" names its own
	}
	from := a + 1
	if from < i && (r.word(from, "same") || strings.HasSuffix(r.str(from), "-based")) {
		from++ // "the same agency", "the Vale-based tabloid"
	}
	phrase := strings.ToLower(r.textOf(from, i+1))
	kind, ok := r.lex.standIns[phrase]
	if !ok {
		return
	}
	x := ref{a: from, b: i + 1, sentence: n, standIn: true, span: nutgraf.Span{Start: int(r.seg.Tokens[a].Start), End: int(r.seg.Tokens[i].End)}}
	if r.word(a, "this") {
		x.name = r.doc.Outlet
		r.refs = append(r.refs, x)
		return
	}
	for k := len(r.refs) - 1; k >= max(0, len(r.refs)-maxBack); k-- {
		if p := &r.refs[k]; p.known && n-p.sentence <= standReach && r.standsFor(i, kind, p.name) {
			x.name, x.known, x.kind = p.name, true, kind
			r.refs = append(r.refs, x)
			return
		}
	}
}

// meant settles for which outlet the stand-in of reference i stands: the last before it,
// if that is near, or something was credited to it, or the report names it more than once.
// One that was named in passing further up ("she left the Gazette") has said nothing, and
// "the agency" behind another body is that one, unless somebody told it something.
func (r *reader) meant(i int) bool {
	x := &r.refs[i]
	if !x.known {
		return true // "this newspaper"
	}
	told := r.is(x.a-2, cTelling) || r.handsOver(x.a-2)
	named := map[string]int{}
	often := ""
	for k := i - 1; k >= max(0, i-maxBack); k-- {
		p := &r.refs[k]
		if p.body && r.word(x.b-1, "agency") && !told {
			return false
		}
		if !p.known || p.standIn || x.sentence-p.sentence > standReach || !r.standsFor(x.b-1, x.kind, p.name) {
			continue
		}
		if x.sentence-p.sentence <= standNear || r.credited(p.name) {
			x.name = p.name
			return true
		}
		if named[p.name]++; named[p.name] == oftenNamed && often == "" {
			often = p.name
		}
	}
	x.name = often
	return often != ""
}

// oftenNamed is how many times a report names an outlet for a stand-in to go back to it
// from further than standNear sentences though nothing was credited to it.
const (
	oftenNamed = 2
	standNear  = 2
)

// credited reports whether a credit to an outlet was found so far.
func (r *reader) credited(name string) bool {
	return slices.ContainsFunc(r.out, func(c nutgraf.Credit) bool { return c.Outlet == name })
}

// standReach is the number of sentences over which a stand-in can reach back.
const standReach = 12

// standsFor reports whether the noun at token i, of a kind of outlet, can stand for an
// outlet: an agency is called one, or an outlet, and no newspaper and no network; a
// newspaper is no channel, and a channel no newspaper.
func (r *reader) standsFor(i int, kind, name string) bool {
	if r.lex.names.Agency(name) {
		return kind == "any"
	}
	if r.word(i, "agency") {
		return false
	}
	switch kind {
	case "air":
		return r.lex.look(name[strings.LastIndexByte(name, ' ')+1:])&cPrint == 0
	case "print":
		return !callSign(name) && !r.airs(name)
	}
	return true
}

// airs reports whether a word of an outlet's name shows that it is on the air.
func (r *reader) airs(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if r.lex.look(w)&cAir != 0 {
			return true
		}
	}
	return false
}

// leads adds an outlet of one common word that opens a sentence, where the
// mentions see no name, if words of publishing follow it.
func (r *reader) leads(n, i int) bool {
	name, end := r.edition(n, i, i+1)
	if name == "" {
		name, end = r.str(i), i+1
	}
	for k := end; k < end+2; k++ {
		if !r.is(k, cPublishing|cAsking|cSkip) || r.seg.Tokens[k].Upper {
			return false
		}
		if r.is(k, cPublishing|cAsking) || r.word(k, "first") || r.word(k, "was") {
			break
		}
	}
	if !r.outlet(r.str(i)) || r.is(i, cClause) {
		return false
	}
	span := nutgraf.Span{Start: int(r.seg.Tokens[i].Start), End: int(r.seg.Tokens[end-1].End)}
	r.refs = append(r.refs, ref{a: i, b: end, sentence: n, name: name, span: span, known: true})
	return true
}

// shortName adds "the Post" where the mentions see no name in it, for the
// outlet before that ends in the word.
func (r *reader) shortName(n, i int) {
	w := r.str(i)
	for k := len(r.refs) - 1; k >= max(0, len(r.refs)-maxBack); k-- {
		if p := &r.refs[k]; p.known && strings.HasSuffix(p.name, " "+w) {
			r.refs = append(r.refs, ref{a: i, b: i + 1, sentence: n, name: p.name, span: r.seg.Tokens[i].Span(), known: true})
			return
		}
	}
}

// dotted reports whether a token has a point near its end, as addresses do.
func (r *reader) dotted(i int) bool {
	t := &r.seg.Tokens[i]
	return t.End-t.Start > 5 && (r.text[t.End-4] == '.' || r.text[t.End-3] == '.')
}

// mailed reports whether what begins at an offset is the end of a mail address.
func (r *reader) mailed(at int) bool { return at > 0 && r.text[at-1] == '@' }

// domain reports whether a word is a site's address used as its name.
func domain(s string) bool {
	if len(s) <= 5 || strings.ContainsAny(s, "@/ ") {
		return false
	}
	switch s[strings.LastIndexByte(s, '.')+1:] {
	case "com", "org", "net", "uk", "tv", "ie", "ru", "fr", "de", "it", "es", "nl", "au", "ca", "in", "za", "nz", "news":
		return strings.IndexByte(s, '.') > 1
	}
	return false
}
