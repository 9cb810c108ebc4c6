package claim

import (
	"strings"

	"nutgraf"
)

const (
	clauseReach = 26 // tokens that a clause reaches from its focus to either side
	commaAfter  = 3  // tokens after which a comma ends the clause
	wordAfter   = 5  // tokens after which a joining word ends it
)

// clause returns the shortest stretch around focus, inside its sentence, that
// can stand as a statement: it ends at strong punctuation, at quotation marks,
// and at a comma or a joining word once some words have been passed.
func (f *Finder) clause(doc *nutgraf.Document, seg *nutgraf.Segments, sent nutgraf.Sentence, focus nutgraf.Span) nutgraf.Span {
	at := max(seg.TokenAt(focus.Start), sent.First)
	end := at
	for end < sent.Last && int(seg.Tokens[end].Start) < focus.End {
		end++
	}
	first := at
	for n := 0; first > sent.First && n < clauseReach; n++ {
		if f.breakBefore(doc, seg, first-1, at-first) {
			break
		}
		first--
	}
	last := end
	for n := 0; last < sent.Last && n < clauseReach; n++ {
		if f.breakAfter(doc, seg, last, last-end) {
			break
		}
		last++
	}
	for first < at && seg.Tokens[first].Kind == nutgraf.Punct {
		first++
	}
	for last > end && seg.Tokens[last-1].Kind == nutgraf.Punct {
		last--
	}
	if first >= last {
		return focus
	}
	s := nutgraf.Span{Start: int(seg.Tokens[first].Start), End: int(seg.Tokens[last-1].End)}
	return nutgraf.Span{Start: min(s.Start, focus.Start), End: max(s.End, focus.End)}
}

// breakBefore reports whether the clause cannot reach over token i to its left.
func (f *Finder) breakBefore(doc *nutgraf.Document, seg *nutgraf.Segments, i, passed int) bool {
	t := seg.Tokens[i]
	w := t.Span().Of(doc.Text)
	switch t.Kind {
	case nutgraf.Punct:
		return f.hard(doc.Text, seg, i) || w == "," && passed >= commaAfter
	case nutgraf.Mark:
		return !apostrophe(doc.Text, t)
	case nutgraf.Word:
		return passed >= wordAfter && f.breaks[strings.ToLower(w)]
	}
	return false
}

// breakAfter reports whether the clause ends before token i.
func (f *Finder) breakAfter(doc *nutgraf.Document, seg *nutgraf.Segments, i, passed int) bool {
	return f.breakBefore(doc, seg, i, passed)
}

// hard reports whether the punctuation at i parts clauses whatever stands
// around it.
func (f *Finder) hard(text string, seg *nutgraf.Segments, i int) bool {
	t := seg.Tokens[i]
	switch t.Span().Of(text) {
	case ";", ":", "—", "–", "(", ")", "[", "]", "!", "?", "…":
		return true
	case "-":
		// A dash between spaces, or one of a pair.
		pair := i > 0 && int(seg.Tokens[i-1].End) == int(t.Start) && text[seg.Tokens[i-1].Start] == '-' ||
			i+1 < len(seg.Tokens) && seg.Tokens[i+1].Start == t.End && text[seg.Tokens[i+1].Start] == '-'
		spaced := t.Start > 0 && text[t.Start-1] == ' ' && int(t.End) < len(text) && text[t.End] == ' '
		return pair || spaced
	}
	return strings.HasPrefix(t.Span().Of(text), "--")
}

// apostrophe reports whether a mark stands inside or at the end of a word
// rather than around words ("players' union").
func apostrophe(text string, t nutgraf.Token) bool {
	w := t.Span().Of(text)
	if w != "'" && w != "’" {
		return false
	}
	return t.Start > 0 && text[t.Start-1] != ' ' && int(t.End) < len(text) && (text[t.End] == ' ' || isLetter(text[t.End]))
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
