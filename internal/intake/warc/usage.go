package warc

import (
	"bytes"
	"net/textproto"
	"strings"

	"golang.org/x/net/html"
)

// usageHeaders are headers in which a server says what may be done with a page:
// Google's X-Robots-Tag, the TDM Reservation Protocol (W3C Community Group
// report of 2024), and the IETF draft on AI preferences.
var usageHeaders = []string{"X-Robots-Tag", "Tdm-Reservation", "Tdm-Policy", "Content-Usage"}

// usageMetas are the same signals in a page's head.
var usageMetas = []string{"robots", "googlebot", "nutgraf", "tdm-reservation", "tdm-policy", "content-usage"}

// The bounds of signals kept: how many, how long, and how far into a page they
// are looked for, in bytes.
const (
	mostSignals   = 20
	longestSignal = 300
	headLength    = 1 << 16
)

// Usage returns the usage signals of an answer, "name: value", headers first.
// They are kept as they were said; what follows from them is for the user.
func Usage(head textproto.MIMEHeader, page []byte) []string {
	var out []string
	say := func(name, value string) {
		value = strings.ToValidUTF8(strings.Join(strings.Fields(value), " "), "?")
		if value != "" && len(value) <= longestSignal && len(out) < mostSignals {
			out = append(out, strings.ToLower(name)+": "+value)
		}
	}
	for _, name := range usageHeaders {
		for _, value := range head[name] {
			say(name, value)
		}
	}
	for name, value := range metas(page[:min(len(page), headLength)]) {
		say(name, value)
	}
	return out
}

// metas yields the usage signals of a page's meta elements.
func metas(page []byte) func(func(name, value string) bool) {
	return func(yield func(string, string) bool) {
		z := html.NewTokenizer(bytes.NewReader(page))
		z.SetMaxBuf(headLength)
		for {
			switch z.Next() {
			case html.ErrorToken:
				return
			case html.StartTagToken, html.SelfClosingTagToken:
				tag, more := z.TagName()
				if string(tag) == "body" {
					return
				}
				if string(tag) != "meta" {
					continue
				}
				name, value := meta(z, more)
				for _, known := range usageMetas {
					if name == known && !yield("meta "+name, value) {
						return
					}
				}
			}
		}
	}
}

func meta(z *html.Tokenizer, more bool) (name, value string) {
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		switch string(k) {
		case "name":
			name = strings.ToLower(strings.TrimSpace(string(v)))
		case "content":
			value = string(v)
		}
	}
	return name, value
}
