// Package excerpt caps how much of an article's text leaves a public instance:
// the text of others is quoted there, not republished. Every surface that gives
// out article text cuts it with one Policy. It decides nothing about findings:
// their words are short by nature.
package excerpt

import (
	"strings"
	"unicode/utf8"

	"nutgraf"
)

// Policy says how much of one article's text one answer may give. The zero
// value lets all of it out, as is right for the owner of an instance.
type Policy struct {
	Most int // code points of an article's text in one answer; 0 for all of it
}

// Public is what an instance shows that everybody may read: a paragraph or two,
// about what a search engine shows.
func Public() Policy { return Policy{Most: 600} }

// Capped reports whether the policy keeps anything back.
func (p Policy) Capped() bool { return p.Most > 0 }

// Cut returns as much of the beginning of text as may leave, cut between words,
// and whether anything was kept back.
func (p Policy) Cut(text string) (string, bool) {
	if !p.Capped() {
		return text, false
	}
	end := forward(text, 0, p.Most)
	if end == len(text) {
		return text, false
	}
	if space := strings.LastIndexAny(text[:end], " \n\t"); space > 0 {
		end = space
	}
	return strings.TrimRight(text[:end], " \n\t"), true
}

// Window returns the stretch of within that may leave, around the words at:
// these whole if they fit, with their surroundings cut between words.
func (p Policy) Window(text string, within, at nutgraf.Span) nutgraf.Span {
	if !p.Capped() || utf8.RuneCountInString(within.Of(text)) <= p.Most {
		return within
	}
	at.Start, at.End = max(at.Start, within.Start), min(at.End, within.End)
	if at.IsZero() {
		at = nutgraf.Span{Start: within.Start, End: within.Start}
	}
	room := p.Most - utf8.RuneCountInString(at.Of(text))
	if room <= 0 {
		return nutgraf.Span{Start: at.Start, End: forward(text[:at.End], at.Start, p.Most)}
	}
	out := nutgraf.Span{Start: backward(text, at.Start, within.Start, room/2)}
	out.End = forward(text[:within.End], at.End, room-utf8.RuneCountInString(text[out.Start:at.Start]))
	if out.Start > within.Start {
		if i := strings.IndexAny(text[out.Start:at.Start], " \n\t"); i >= 0 {
			out.Start += i + 1
		}
	}
	if out.End < within.End {
		if i := strings.LastIndexAny(text[at.End:out.End], " \n\t"); i >= 0 {
			out.End = at.End + i
		}
	}
	return out
}

// forward returns the offset n code points behind at, or the end of text.
func forward(text string, at, n int) int {
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// backward returns the offset n code points before at, but not before least.
func backward(text string, at, least, n int) int {
	for ; n > 0 && at > least; n-- {
		_, size := utf8.DecodeLastRuneInString(text[least:at])
		at -= size
	}
	return at
}
