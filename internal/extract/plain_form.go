package extract

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/lang"
)

// What hangs on a first line, where no markup tells.
var (
	shareLines   = []string{"share with :", "share with:", "share with", "share this", "share on facebook", "share", "tweet"}
	staffBylines = []string{"newsdesk", "news desk", "web desk", "online desk", "staff reporter", "staff writer", "staff report", "staff", "agencies", "admin", "editorial team", "editor", "correspondent", "reporter"}
)

//go:embed lists/lines.txt
var lineFile string

// furnitureKinds are the kinds of lists/lines.txt in the order in which they are
// asked for, with the bytes of the longest line of each.
var furnitureKinds = [...]struct {
	name    string
	kind    nutgraf.BlockKind
	longest int
}{
	{"related", nutgraf.Related, 200},
	{"correction", nutgraf.Correction, 600},
	{"caption", nutgraf.Caption, 140},
	{"picture", nutgraf.Caption, 500},
	{"promo", nutgraf.Promo, 260},
	{"tail", nutgraf.Tail, 250},
	{"share", nutgraf.Promo, longestShare},
}

// longestShare is the bytes of the longest line that offers to pass the article on.
const longestShare = 60

// furnitureLines holds the words of lists/lines.txt by kind.
var furnitureLines = func() map[string][]string {
	lines := map[string][]string{}
	for _, line := range entries(lineFile) {
		kind, words, _ := strings.Cut(line, "\t")
		lines[kind] = append(lines[kind], words)
	}
	return lines
}()

// longestWithin is the bytes of the longest line that is read further than its
// beginning, and beginning the bytes that are read of one that is longer.
var longestWithin = func() int {
	n := 0
	for _, k := range furnitureKinds {
		if slices.ContainsFunc(furnitureLines[k.name], func(words string) bool { return strings.HasPrefix(words, "…") }) {
			n = max(n, k.longest)
		}
	}
	return n
}()

const beginning = 64

// furnitureKind is the kind of a line that reads as one of lists/lines.txt, or "".
func furnitureKind(s string) nutgraf.BlockKind {
	if len(s) > 600 {
		return ""
	}
	low := s
	if len(s) > longestWithin {
		low = s[:beginning]
	}
	low = lang.Lower(low)
	for _, k := range furnitureKinds {
		if len(s) <= k.longest && listed(low, k.name) {
			return k.kind
		}
	}
	return ""
}

// listed reports whether a line in lower case reads as one of a kind of lists/lines.txt.
func listed(low, kind string) bool {
	return slices.ContainsFunc(furnitureLines[kind], func(words string) bool { return readsAs(low, words) })
}

// shareLine reports whether a line only offers to pass the article on: "Share by email".
func shareLine(s string) bool {
	return len(s) <= longestShare && listed(lang.Lower(s), "share")
}

// readsAs reports whether a line in lower case begins with words, to the end of
// the last, or holds them where they follow "…".
func readsAs(low, words string) bool {
	if within, any := strings.CutPrefix(words, "…"); any {
		return strings.Contains(low, within)
	}
	return strings.HasPrefix(low, words) && !(len(low) > len(words) && letterAt(words, lastRune(words)) && letterAt(low, len(words)))
}

func lastRune(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return len(s) - n
}

// cutSuffix cuts one of the endings off s, as a word of its own.
func cutSuffix(s string, endings []string) string {
	for _, e := range endings {
		if n := len(s) - len(e); n > 0 && s[n-1] == ' ' && strings.EqualFold(s[n:], e) {
			return s[:n]
		}
	}
	return s
}

// cutByline returns where in a flattened first line the byline begins: at a
// staff byline or at "By Name Name" that closes the line.
func cutByline(s string) int {
	if rest := cutSuffix(s, staffBylines); len(rest) < len(s) {
		return len(rest)
	}
	if i := strings.LastIndex(s, " By "); i > 0 && signature(s[i+4:]) {
		return i + 1
	}
	return len(s)
}

func staffLine(s string) bool {
	for _, e := range staffBylines {
		if strings.EqualFold(s, e) {
			return true
		}
	}
	return false
}

func bylineLike(s string) bool {
	if len(s) > 120 {
		return false
	}
	if staffLine(s) {
		return true
	}
	n := leadIn(s)
	if n == 0 {
		return false
	}
	last := s[len(s)-1]
	r, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(r) && last != '.' && last != '?' && last != '!'
}

// leadsIn are what a line that signs an article begins with.
var leadsIn = [...]string{"by ", "submitted by ", "posted by ", "written by ", "story by ", "reported by "}

// leadIn is the length of what leads to the name in a line that signs, or 0.
func leadIn(s string) int {
	for _, lead := range leadsIn {
		if len(s) > len(lead)+2 && strings.EqualFold(s[:len(lead)], lead) {
			return len(lead)
		}
	}
	return 0
}

// signedLines reports whether a paragraph is a few short lines that give a date
// below a name: the byline, the outlet and the day under a headline.
func signedLines(s string) bool {
	lines := strings.Split(s, "\n")
	if len(lines) < 2 || len(lines) > 4 || len(s) > 160 {
		return false
	}
	day := false
	for _, l := range lines {
		l = strings.TrimSpace(l)
		_, n := leadingDate(l)
		day = day || n > 0 && n == len(l)
		if n == 0 && (!label(l) || strings.ContainsAny(l, ",;:")) {
			return false
		}
	}
	_, n := leadingDate(strings.TrimSpace(lines[0]))
	return day && n == 0
}

// postedWords are all that a line says which tells when the page was put up.
var postedWords = wordsOf("posted published updated last on at ago day days hour hours minute minutes week weeks am pm a.m p.m et est edt ct pt gmt bst utc")

// postedLine reports whether a line only says when the page was put up: "Posted
// Friday, October 19, 2018", "Updated 3 hours ago".
func postedLine(s string) bool {
	if len(s) > 80 || !strings.ContainsAny(s, "0123456789") {
		return false
	}
	for i, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" ,|•·:()", r) }) {
		w = strings.TrimRight(w, ".")
		if i == 0 && w != "posted" && w != "published" && w != "updated" || !postedWords[w] && w[0] > '9' && !month(w) && !isWeekday(w) {
			return false
		}
	}
	return true
}

// signature reports whether s is two to four capitalised words and nothing
// else, as a name that signs a text is.
func signature(s string) bool {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > 4 || len(s) > 60 {
		return false
	}
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) && !strings.Contains(" de da van von der la le bin al ", " "+f+" ") {
			return false
		}
		for _, r := range f {
			if !unicode.IsLetter(r) && r != '.' && r != '-' && r != '\'' && r != '’' {
				return false
			}
		}
	}
	return !strings.HasSuffix(s, ".") || len(fields[len(fields)-1]) <= 3
}

// label reports whether s is a few words that end as no sentence does: over an
// article, the name of a section or of an office.
func label(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.Count(s, " ") < 4 && len(s) <= 40 && !strings.ContainsRune(".!?…\"'”’)", last)
}

// embedLike knows the lines that embedded posts leave in flattened text.
func embedLike(s string) bool {
	if len(s) > 400 {
		return false
	}
	low := strings.ToLower(s[:min(len(s), beginning)])
	for _, c := range [...]string{"view this post on ", "a post shared by ", "a video posted by ", "a photo posted by ", "view this photo on "} {
		if strings.HasPrefix(low, c) {
			return true
		}
	}
	if strings.HasPrefix(s, "—") || strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "&mdash;") {
		return strings.Contains(s, "(@") && len(s) < 120
	}
	return strings.Contains(s, "pic.twitter.com/") && strings.Contains(s, "(@")
}

// captionLike knows lines that only picture credits end, and the captions of a
// gallery, which can run on for pages: "… Hide Caption 4 of 9".
func captionLike(s string) bool {
	if foot := lang.Lower(s[max(0, len(s)-galleryFoot):]); strings.Contains(foot, "hide caption") && strings.Trim(foot[strings.LastIndex(foot, "hide caption")+len("hide caption"):], " of0123456789") == "" {
		return true
	}
	end := strings.TrimRight(s, " .")
	if len(s) <= captionMost && creditEnds(end) {
		return true
	}
	i := strings.LastIndexByte(end, '(')
	return len(s) <= 500 && i >= 0 && strings.HasSuffix(end, ")") && photoCredit(end[i+1:len(end)-1])
}

// captionMost is the greatest length of a caption, in bytes.
const captionMost = 600

// creditEnds reports whether words end in the credit of a picture: "June 13, 2013.
// REUTERS/Ada Marrow/Pool", "Ada Marrow/Getty Images".
func creditEnds(s string) bool {
	for _, agency := range [...]string{"REUTERS/", "AFP/", "EPA/"} {
		if i := strings.LastIndex(s, agency); i >= 0 && len(s)-i <= creditMost && (i == 0 || s[i-1] == ' ') && !strings.ContainsAny(s[i:], ".!?") && i+len(agency) < len(s) {
			return true
		}
	}
	for _, agency := range [...]string{"Getty Images", "AP", "AFP", "Reuters", "REUTERS", "EPA"} {
		by, ok := strings.CutSuffix(s, agency)
		if !ok {
			continue
		}
		by, slash := strings.CutSuffix(by, "/")
		if !slash {
			if by, ok = strings.CutSuffix(by, " | "); !ok || agency != "Getty Images" {
				continue
			}
		}
		name := by[strings.LastIndexByte(by, ' ')+1:]
		if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// creditMost is the greatest length of an agency's credit.
const creditMost = 60

// galleryFoot is the length of what closes a gallery.
const galleryFoot = len("hide caption 1000 of 1000 ")

func photoCredit(s string) bool {
	if len(s) > 80 {
		return false
	}
	low := strings.ToLower(s)
	for _, c := range [...]string{"photo", "getty", "reuters/", "/reuters", "image", "ap/", "/ap", "/afp", "afp/", "file picture", "courtesy of"} {
		if strings.Contains(low, c) {
			return true
		}
	}
	return false
}

func bulleted(s string) bool {
	for _, b := range [...]string{"• ", "* ", "- ", "– ", "· ", "▪ ", "● "} {
		if strings.HasPrefix(s, b) {
			return true
		}
	}
	return false
}

// subheadLike reports whether a short line stands over a longer paragraph the
// way a subhead does.
func subheadLike(s, next string) bool {
	if len(s) > 70 || strings.Count(s, " ") > 9 || len(next) < 2*len(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	return (unicode.IsUpper(first) || unicode.IsDigit(first)) && (unicode.IsLetter(last) || unicode.IsDigit(last) || last == '?') && !strings.ContainsAny(s, "“”\"")
}

// sameWords reports whether two lines hold the same letters and digits.
func sameWords(a, b string) bool {
	keep := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, s)
	}
	if len(a) > 2*len(b)+20 || len(b) > 2*len(a)+20 {
		return false
	}
	x := keep(a)
	return x != "" && x == keep(b)
}
