package extract

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/lang"
)

// labeller gives each paragraph of a plain text its kind. What pages say with
// markup, text says with place and form: the headline is a short first line
// without a full stop, a byline begins with "By", and so on.
type labeller struct {
	doc  *nutgraf.Document
	date nutgraf.Span // a date line or prefix
	day  string       // its ISO date
}

func (l *labeller) label(paras []nutgraf.Span) {
	listed := 0      // paragraphs from the first that list what the article tells
	printed := false // a line has announced another's text in full
	for n := 0; n < mostStray && len(paras) > 1 && (shareLine(paras[0].Of(l.doc.Text)) || l.stray(paras[0])); n++ {
		l.add(nutgraf.Promo, paras[0])
		paras = paras[1:]
	}
	for i, p := range paras {
		if i == 0 {
			p = l.prefix(p)
			if p.IsZero() {
				continue
			}
			if l.headline(p, paras[1:]) {
				continue
			}
		}
		if i == 0 {
			p, listed = l.highlights(p, paras[1:])
		}
		kind := nutgraf.List
		if i >= listed {
			kind = l.kind(p, i, paras)
		}
		if printed && kind == nutgraf.Paragraph {
			kind = nutgraf.Quoted
		}
		printed = printed || i > 0 && announces(p.Of(l.doc.Text))
		l.add(kind, p)
	}
}

// stray reports whether a first line is what a page has besides its article (a reporter's
// name, "6 years ago", whose picture it is): short, without a stop, and none of its words
// stands in the text. A headline's words come again.
func (l *labeller) stray(p nutgraf.Span) bool {
	line := p.Of(l.doc.Text)
	if l.doc.Title != "" || len(line) > longestStray || len(l.doc.Text)-p.End < shortestTold || !point(line) || dated.MatchString(line) {
		return false
	}
	rest := lang.Lower(l.doc.Text[p.End:min(len(l.doc.Text), p.End+strayReach)])
	for w := range strings.FieldsFuncSeq(lang.Lower(line), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) >= 4 && strings.Contains(rest, w[:len(w)-len(w)/4]) {
			return false
		}
	}
	return strings.ContainsFunc(line, unicode.IsLetter)
}

// dated finds a year, which a line that may be the page's date has.
var dated = regexp.MustCompile(`\d{4}`)

const (
	mostStray    = 40   // first lines
	longestStray = 60   // bytes
	strayReach   = 4000 // bytes of the text in which its words are looked for
	shortestTold = 300  // bytes of a text from which on it tells something that they do not stand there
)

// A line that announces another's text is of no more bytes than this.
const longestAnnouncement = 110

// announces reports whether a line says that another's text stands below it in full:
// "Here is the full text of her letter:".
func announces(s string) bool {
	if len(s) > longestAnnouncement || !strings.HasSuffix(s, ":") {
		return false
	}
	whole, text := false, false
	for w := range strings.FieldsSeq(strings.ToLower(strings.TrimSuffix(s, ":"))) {
		switch w {
		case "full", "complete", "entire":
			whole = true
		case "text", "statement", "transcript", "letter", "remarks", "testimony", "memo", "speech", "email":
			text = text || whole
		case "watch", "video", "update":
			return false
		}
	}
	return text
}

// highlightLabels stand over the points that a page puts before its article; flattened
// text has them at the head of the first.
var highlightLabels = []string{"Story highlights ", "STORY HIGHLIGHTS "}

// A point of such a list is a line without a full stop, of no more bytes than this.
const longestPoint = 250

// highlights takes the label off the points before an article, and counts the paragraphs
// that are such points.
func (l *labeller) highlights(p nutgraf.Span, rest []nutgraf.Span) (nutgraf.Span, int) {
	text := p.Of(l.doc.Text)
	for _, label := range highlightLabels {
		if !strings.HasPrefix(text, label) {
			continue
		}
		l.add(nutgraf.Promo, nutgraf.Span{Start: p.Start, End: p.Start + len(label)})
		n := 1
		for n <= len(rest) && point(rest[n-1].Of(l.doc.Text)) {
			n++
		}
		return trim(l.doc.Text, nutgraf.Span{Start: p.Start + len(label), End: p.End}), n
	}
	return p, 0
}

// point reports whether a line is no sentence with its stop.
func point(s string) bool {
	end := strings.TrimRight(s, "\"'”’)")
	return len(s) <= longestPoint && end != "" && !strings.ContainsRune(".!", rune(end[len(end)-1]))
}

func (l *labeller) add(kind nutgraf.BlockKind, s nutgraf.Span) {
	if s = trim(l.doc.Text, s); !s.IsZero() {
		l.doc.Blocks = append(l.doc.Blocks, nutgraf.Block{Kind: kind, Span: s, Source: s})
	}
}

// prefix takes a leading date off the first paragraph ("date 2031-04-02 …",
// "April 2, 2031: …"), with the section label that may follow it.
func (l *labeller) prefix(p nutgraf.Span) nutgraf.Span {
	text := p.Of(l.doc.Text)
	rest := text
	for _, w := range [...]string{"date", "published", "posted", "updated"} {
		if len(rest) > len(w) && strings.EqualFold(rest[:len(w)], w) && !letterAt(rest, len(w)) {
			rest = strings.TrimLeft(rest[len(w):], " :\t")
			break
		}
	}
	day, n := leadingDate(rest)
	if n == 0 || letterAt(rest, n) {
		return p
	}
	// A sentence may begin with a date; only a label, or a line that is all
	// date and headline, makes it a page date.
	if len(rest) == len(text) && rest[0] > '9' && n < len(rest) && rest[n] == ',' {
		return p
	}
	start := p.End - len(rest)
	l.date, l.day = nutgraf.Span{Start: start, End: start + n}, day
	l.add(nutgraf.Dateline, nutgraf.Span{Start: p.Start, End: start + n})
	tail := trim(l.doc.Text, nutgraf.Span{Start: start + n, End: p.End})
	return l.section(tail)
}

//go:embed lists/sections.txt
var sectionFile string

// sections are the labels of lists/sections.txt.
var sections = entries(sectionFile)

func (l *labeller) section(p nutgraf.Span) nutgraf.Span {
	text := p.Of(l.doc.Text)
	word, _, found := strings.Cut(text, " ")
	if !found || !slices.Contains(sections, strings.TrimSuffix(word, ":")) {
		return p
	}
	l.add(nutgraf.Promo, nutgraf.Span{Start: p.Start, End: p.Start + len(word)})
	return trim(l.doc.Text, nutgraf.Span{Start: p.Start + len(word), End: p.End})
}

// headline labels the first paragraph as the headline where it is one, with
// the byline and the share line that may hang on it.
func (l *labeller) headline(p nutgraf.Span, rest []nutgraf.Span) bool {
	text := p.Of(l.doc.Text)
	given := l.doc.Title
	if given != "" {
		if !sameWords(text, given) {
			return false
		}
		l.doc.TitleSpan = p
		l.add(nutgraf.Headline, p)
		return true
	}
	if (l.day == "" && !headlineLike(text)) || len(text) > 300 || len(rest) == 0 || bylineLike(text) {
		return false
	}
	share := p.Start + len(cutSuffix(text, shareLines))
	byline := p.Start + cutByline(strings.TrimRight(l.doc.Text[p.Start:share], " "))
	head := trim(l.doc.Text, nutgraf.Span{Start: p.Start, End: byline})
	if head.IsZero() {
		return false
	}
	l.doc.Title, l.doc.TitleSpan = head.Of(l.doc.Text), head
	l.add(nutgraf.Headline, head)
	l.add(nutgraf.Byline, nutgraf.Span{Start: byline, End: share})
	l.add(nutgraf.Promo, nutgraf.Span{Start: share, End: p.End})
	return true
}

// headlineLike reports whether a first paragraph has the form of a headline:
// one short line without a closing full stop.
func headlineLike(s string) bool {
	n := strings.Count(s, " ") + 1
	if len(s) > 180 || n > 25 || n < 2 || strings.Contains(s, "\n") {
		return false
	}
	if n == 2 && s == strings.ToUpper(s) {
		return false // "ASHBY TODAY"
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’)`))
	return last != '.' && last != ':' && last != ',' && last != ';'
}

func (l *labeller) kind(p nutgraf.Span, i int, paras []nutgraf.Span) nutgraf.BlockKind {
	text := p.Of(l.doc.Text)
	furniture := furnitureKind(text)
	switch {
	case embedLike(text):
		return nutgraf.Embed
	case captionLike(text):
		return nutgraf.Caption
	case furniture != "":
		return furniture
	case len(text) <= longestPoint && strings.HasSuffix(text, " Read more"):
		return nutgraf.Related
	case len(text) <= longestPoint && strings.HasPrefix(text, "Update at ") && strings.HasSuffix(text, ":"):
		return nutgraf.Subhead
	case i <= 3 && bylineLike(text):
		l.persons(text)
		return nutgraf.Byline
	case i <= 3 && l.dateLine(p):
		return nutgraf.Dateline
	case i == len(paras)-1 && i > 2 && signature(text):
		l.persons(text)
		return nutgraf.Byline
	case bulleted(text):
		return nutgraf.List
	case !strings.ContainsFunc(text, wordRune):
		return nutgraf.Promo
	case i < min(headLines, len(paras)-1) && l.unbegun() && label(text):
		if !signature(text) || text == strings.ToUpper(text) || staffLine(text) || !label(paras[i+1].Of(l.doc.Text)) {
			return nutgraf.Promo
		}
		l.persons(text) // with the outlet or the office beneath
		return nutgraf.Byline
	case i > 0 && i < len(paras)-1 && subheadLike(text, paras[i+1].Of(l.doc.Text)):
		return nutgraf.Subhead
	}
	return nutgraf.Paragraph
}

// unbegun reports whether no block of the body stands yet.
func (l *labeller) unbegun() bool {
	return !slices.ContainsFunc(l.doc.Blocks, func(b nutgraf.Block) bool { return b.Kind.Body() })
}

// dateLine reports whether the paragraph is a date and no more, and keeps it.
func (l *labeller) dateLine(p nutgraf.Span) bool {
	text := p.Of(l.doc.Text)
	if len(text) > 40 || l.day != "" {
		return false
	}
	rest := text
	if w, after, ok := strings.Cut(rest, ","); ok && isWeekday(w) {
		rest = strings.TrimLeft(after, " ")
	}
	day, n := leadingDate(rest)
	if n == 0 || n != len(rest) {
		return false
	}
	l.day, l.date = day, nutgraf.Span{Start: p.End - n, End: p.End}
	return true
}

// persons takes the names out of a byline when the envelope gave none.
func (l *labeller) persons(text string) {
	if len(l.doc.Byline) > 0 {
		return
	}
	text = text[leadIn(text):]
	text, _, _ = strings.Cut(text, "|")
	for _, name := range strings.FieldsFunc(strings.ReplaceAll(text, " and ", ","), func(r rune) bool { return r == ',' || r == '&' }) {
		name = strings.TrimSpace(name)
		if signature(name) && !staffLine(name) {
			l.doc.Byline = append(l.doc.Byline, name)
		}
	}
}

// witnesses hears what the envelope and the text say of the date.
func (l *labeller) witnesses(item *nutgraf.Item) {
	doc := l.doc
	if g := item.Given.Date; g != "" {
		source := nutgraf.DateSource(item.Given.Source)
		if source == "" {
			source = nutgraf.DateGiven
		}
		l.hear(nutgraf.Witness{Source: source, Value: isoDate(g)}, g, .9)
	}
	if l.day != "" {
		l.hear(nutgraf.Witness{Source: nutgraf.DateText, Value: l.day, Span: l.date}, l.day, .8)
	}
	if u := urlDate(item.URL); u != "" {
		l.hear(nutgraf.Witness{Source: nutgraf.DateURL, Value: u}, u, .7)
		l.against(u)
	}
	if day := doc.Published.Day(); day != nutgraf.NoDay && !doc.Captured.IsZero() && day > nutgraf.DayOf(doc.Captured)+1 {
		doc.Published.Doubted = true
		doc.Published.Why = "lies after the day of the capture, " + nutgraf.DayOf(doc.Captured).String()
	}
}

// against doubts a date that lies days before the one in the article's own
// address: nothing is published before it has one.
func (l *labeller) against(address string) {
	p := &l.doc.Published
	if u, err := nutgraf.ParseDay(address); err == nil && p.Day() != nutgraf.NoDay && u > p.Day()+2 {
		p.Doubted = true
		p.Why = "lies before the day in the article's address, " + u.String()
	}
}

func (l *labeller) hear(w nutgraf.Witness, raw string, confidence float64) {
	doc := l.doc
	switch {
	case w.Value == "":
		w.Value, w.Why = raw, "not a date"
		doc.Notes = append(doc.Notes, nutgraf.Note{Code: "bad_date", Text: "the date given, " + clip(raw, 40) + ", cannot be read"})
	case doc.Published.Value == "":
		w.Kept, w.Why = true, "the first witness heard"
		doc.Published = nutgraf.Published{Value: w.Value, Source: w.Source, Confidence: confidence}
	case w.Value[:min(10, len(w.Value))] == doc.Published.Value[:min(10, len(doc.Published.Value))]:
		w.Kept, w.Why = true, "agrees"
	default:
		w.Why = "an earlier witness says otherwise"
	}
	doc.Dates = append(doc.Dates, w)
}

// isoDate reads a date in the forms that envelopes use; "" when it is none.
func isoDate(s string) string {
	s = strings.TrimSpace(s)
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04Z07:00", time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, time.RFC850} {
		if t, err := time.Parse(layout, s); err == nil {
			if layout[len(layout)-1] == '5' && !strings.HasSuffix(layout, "Z07:00") && layout[0] == '2' {
				return t.Format("2006-01-02T15:04:05")
			}
			return t.Format(time.RFC3339)
		}
	}
	for _, layout := range [...]string{"2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02T15:04:05")
		}
	}
	if t, err := time.Parse("20060102", s); err == nil {
		return t.Format(time.DateOnly)
	}
	if day, n := leadingDate(s); n == len(s) && n > 0 {
		return day
	}
	for _, layout := range [...]string{"2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return s
		}
	}
	return ""
}

// leadingDate reads a full date at the start of s and returns it in ISO form
// with the number of bytes it takes; 0 when there is none.
func leadingDate(s string) (string, int) {
	if len(s) >= 10 && s[4] == '-' && s[7] == '-' {
		if _, err := nutgraf.ParseDay(s[:10]); err == nil {
			return s[:10], 10
		}
	}
	// At most three words: "2 April 2031", "April 2, 2031", "Apr. 2 2031".
	end, words := 0, 0
	for end < len(s) && end < 24 && words < 3 {
		for end < len(s) && s[end] == ' ' {
			end++
		}
		for end < len(s) && s[end] != ' ' && s[end] != '\n' {
			end++
		}
		words++
	}
	if words < 3 {
		return "", 0
	}
	head := strings.TrimRight(s[:end], ":,;|-–—.")
	plain := strings.Join(strings.Fields(strings.NewReplacer(",", " ", ".", " ").Replace(head)), " ")
	for _, layout := range [...]string{"January 2 2006", "Jan 2 2006", "2 January 2006", "2 Jan 2006", "January 02 2006", "02 January 2006"} {
		if t, err := time.Parse(layout, plain); err == nil {
			return t.Format(time.DateOnly), len(head)
		}
	}
	return "", 0
}

func isWeekday(s string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(s, d.String()) || strings.EqualFold(s, d.String()[:3]) {
			return true
		}
	}
	return false
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return wordRune(r)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "") + "…"
}
