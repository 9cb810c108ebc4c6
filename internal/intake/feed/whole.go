package feed

import (
	"strings"

	"golang.org/x/net/html"
)

// What makes an entry's content an article: as many words at least, and no sign
// at its end that more stands elsewhere.
const wholeWords = 120

// whole returns the content of an entry that holds its article whole. Feeds give
// it as content, some as the description; a mere summary is not one.
func whole(content, description string) string {
	for _, c := range []string{content, description} {
		text := plainText(c)
		if len(strings.Fields(text)) >= wholeWords && !breaksOff(text) {
			return c
		}
	}
	return ""
}

// breaksOff reports whether a text ends as teasers end.
func breaksOff(text string) bool {
	text = strings.ToLower(strings.TrimRight(text, " \t\r\n\u00a0»>→)"))
	text = strings.TrimSuffix(text, "]")
	for _, end := range teaserEnds {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	// "… The post X appeared first on Y." follows summaries and articles alike:
	// what stands before it decides.
	if i := strings.LastIndex(text, "the post "); i > 0 && strings.Contains(text[i:], "appeared first on") {
		return breaksOff(text[:i])
	}
	return false
}

var teaserEnds = []string{
	"…", "...", "read more", "continue reading", "read the full story", "read full story", "full story", "read on", "more",
	"read the rest", "keep reading", "click here to read", "subscribe to read", "read the full article", "read full article",
}

// plainText is the text of a piece of HTML, for counting and for titles.
func plainText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b strings.Builder
	z, silent := html.NewTokenizer(strings.NewReader(s)), false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if !silent {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken:
			name, _ := z.TagName()
			silent = (string(name) == "script" || string(name) == "style") && !silent
			if !inline[string(name)] {
				b.WriteByte(' ')
			}
		}
	}
}

var inline = map[string]bool{"a": true, "b": true, "i": true, "em": true, "strong": true, "span": true, "sup": true, "sub": true}

// generic are the parts of feeds' titles that name a section or the feed, not
// the outlet.
var generic = []string{
	"rss", "feed", "latest", "news", "top stories", "headlines", "home", "homepage", "all", "articles", "breaking", "world",
	"politics", "sport", "sports", "business", "stories", "posts", "recent", "updates", "front page",
}

// Outlet is the outlet that a feed's title names: the title without parts that
// speak of sections, as "The Harbour Light" in "The Harbour Light | Latest news".
func Outlet(title string) string {
	for _, cut := range []string{" | ", " - ", " – ", " — ", " » ", " > ", " :: ", ": "} {
		parts := strings.Split(title, cut)
		if len(parts) < 2 {
			continue
		}
		named := ""
		for _, p := range parts {
			if p = strings.TrimSpace(p); p == "" || isGeneric(p) {
				continue
			}
			if named != "" {
				return "" // two names, and nothing says which is the outlet's
			}
			named = p
		}
		return named
	}
	if isGeneric(title) {
		return ""
	}
	return strings.TrimSpace(title)
}

// isGeneric reports whether every word of a part is a generic one.
func isGeneric(part string) bool {
	rest := " " + strings.ToLower(part) + " "
	for _, g := range generic {
		rest = strings.ReplaceAll(rest, " "+g+" ", "  ")
	}
	for _, small := range []string{" the ", " and ", " & ", " from "} {
		rest = strings.ReplaceAll(rest, small, " ")
	}
	return strings.TrimSpace(rest) == ""
}

// depth is how deep the elements of XML are nested, as far as can be told
// without parsing it; what is deeper than deepest is not counted further.
func depth(body []byte) int {
	deep, now, s := 0, 0, string(body)
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 || i+1 >= len(s) {
			return deep
		}
		s = s[i+1:]
		switch {
		case strings.HasPrefix(s, "![CDATA["):
			s = after(s, "]]>")
		case strings.HasPrefix(s, "!--"):
			s = after(s, "-->")
		case s[0] == '?' || s[0] == '!':
		case s[0] == '/':
			now = max(now-1, 0)
		default:
			end := strings.IndexByte(s, '>')
			if end > 0 && s[end-1] == '/' {
				continue
			}
			if now++; now > deep {
				deep = now
			}
			if deep > deepest {
				return deep
			}
		}
	}
}

func after(s, mark string) string {
	_, rest, _ := strings.Cut(s, mark)
	return rest
}
