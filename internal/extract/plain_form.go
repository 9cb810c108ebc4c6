package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf/internal/lang"
)

// What lines of furniture begin or end with, where no markup tells.
var (
	relatedCues    = []string{"related:", "related articles", "related stories", "read more:", "read more at", "read next", "read also", "also read", "see also:", "more:", "more from", "more on this", "recommended:", "you may also like", "don't miss:", "watch:", "watch now:", "listen:", "up next:"}
	correctionCues = []string{"correction:", "corrections:", "clarification:", "editor's note:", "editors' note:", "this article has been updated", "this story has been updated", "this article was updated", "this story was updated", "an earlier version of this"}
	promoCues      = []string{"share with", "share this", "share on", "sign up for", "sign up to", "subscribe to", "subscribe now", "follow us on", "click here", "check out the video", "watch the video", "watch below", "see the video", "scroll down", "download our app", "download the app", "advertisement", "story continues below", "article continues below", "continue reading", "get the latest", "support our journalism", "loading...", "this content is not available"}
	shareLines     = []string{"share with :", "share with:", "share with", "share this", "share on facebook", "share", "tweet"}
	staffBylines   = []string{"newsdesk", "news desk", "web desk", "online desk", "staff reporter", "staff writer", "staff report", "staff", "agencies", "admin", "editorial team", "editor", "correspondent", "reporter"}
)

// hasPrefixFold reports whether a line of at most longest bytes begins with one
// of the cues, which are written as the lists of a language are.
func hasPrefixFold(s string, cues []string, longest int) bool {
	if len(s) > longest {
		return false
	}
	s = lang.Lower(s)
	for _, c := range cues {
		if strings.HasPrefix(s, c) && !(len(s) > len(c) && letterAt(c, lastRune(c)) && letterAt(s, len(c))) {
			return true
		}
	}
	return false
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
	if len(s) < 6 || !strings.EqualFold(s[:3], "by ") {
		return false
	}
	last := s[len(s)-1]
	r, _ := utf8.DecodeRuneInString(s[3:])
	return unicode.IsUpper(r) && last != '.' && last != '?' && last != '!'
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

// embedLike knows the lines that embedded posts leave in flattened text.
func embedLike(s string) bool {
	if len(s) > 400 {
		return false
	}
	low := strings.ToLower(s)
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

// captionLike knows lines that only picture credits end.
func captionLike(s string) bool {
	if len(s) > 500 {
		return false
	}
	end := strings.TrimRight(s, " .")
	if strings.HasSuffix(end, ")") {
		if i := strings.LastIndexByte(end, '('); i >= 0 && photoCredit(end[i+1:len(end)-1]) {
			return true
		}
	}
	return len(s) < 140 && hasPrefixFold(s, []string{"photo:", "photo by", "image:", "image credit", "picture:", "getty images", "photograph:", "file photo", "credit:"}, 140)
}

func photoCredit(s string) bool {
	if len(s) > 80 {
		return false
	}
	low := strings.ToLower(s)
	for _, c := range [...]string{"photo", "getty", "reuters/", "image", "ap/", "/ap", "/afp", "afp/", "file picture", "courtesy of"} {
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
