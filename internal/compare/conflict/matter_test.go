package conflict

import (
	"strings"
	"testing"

	"nutgraf"
)

func TestDifferencesAreCalledByTheirQuestion(t *testing.T) {
	for _, c := range []struct{ told, differs, question, want string }{
		{"Eleven officers were injured.", "Eleven", "how many", "[How many] officers were injured"},
		{"Revenue fell to $93bn", "$93bn", "how much", "Revenue fell to [how much]"},
		{"PORT VALE (Courier) — The ferry sank on Tuesday", "Tuesday", "which day", "The ferry sank on [which day]"},
		{"who had led the harbour board since 2019.", "since 2019", "when", "… who had led the harbour board [when]"},
		{"The doors open at 9 p.m.", "9", "what hour", "The doors open at [what hour] p.m."},
		{
			"After the storm of the second week of May had passed over the whole of the northern coast, the owners, who live abroad, said that 40 boats lay on the beach at Saltmere, and that none of them could be brought back to sea before autumn",
			"40", "how many", "… the owners, who live abroad, said that [how many] boats lay on the beach at Saltmere …",
		},
	} {
		at := strings.Index(c.told, c.differs)
		told := nutgraf.Cite{Text: c.told, Ref: nutgraf.Ref{Span: nutgraf.Span{Start: 500, End: 500 + len(c.told)}}}
		if got := blanked(told, nutgraf.Span{Start: 500 + at, End: 500 + at + len(c.differs)}, c.question); got != c.want {
			t.Errorf("%q is called %q, want %q", c.told, got, c.want)
		}
	}
}

func TestTwoWaysToTellItAreCalledByBoth(t *testing.T) {
	told := nutgraf.Cite{Text: "Warren Tice was ousted on Monday.", Ref: nutgraf.Ref{Span: nutgraf.Span{Start: 7, End: 40}}}
	if got := either("ousted", "resigned", told); got != "“ousted” or “resigned”: Warren Tice was ousted on Monday" {
		t.Error(got)
	}
}

func TestSumsAreAskedForByHowMuch(t *testing.T) {
	text := "The fire did $2 million damage to more than 40 boats. The owners said talk of 60 boats was “wild”."
	doc := &nutgraf.Document{ID: "a", Text: text}
	place := func(words string) nutgraf.Span {
		at := strings.Index(text, words)
		return nutgraf.Span{Start: at, End: at + len(words)}
	}
	seg := &nutgraf.Segments{Sentences: []nutgraf.Sentence{{Span: place("The fire did $2 million damage to more than 40 boats.")}, {Span: place("The owners said talk of 60 boats was “wild”.")}}}
	s := Story{Members: []nutgraf.Member{{Doc: doc, Seg: seg, Ann: &nutgraf.Annotations{Quantities: []nutgraf.Quantity{
		{Kind: nutgraf.Money, Span: place("$2 million"), Counted: place("damage")},
		{Kind: nutgraf.Cardinal, Span: place("40"), HedgeSpan: place("more than"), Counted: place("boats")},
		{Kind: nutgraf.Cardinal, Span: place("60"), Counted: place("boats")},
	}}}}}
	first, second := doc.Cite(place("The fire did $2 million damage to more than 40 boats")), doc.Cite(place("The owners said talk of 60 boats was"))
	sum, count, talk := nutgraf.Frame{Quantity: 0, Doing: "do", Clause: first}, nutgraf.Frame{Quantity: 1, Doing: "do", Clause: first}, nutgraf.Frame{Quantity: 2, Sentence: 1, Doing: "say", Clause: second}
	said := nutgraf.Frame{Quantity: 2, Sentence: 1, Doing: "talk", By: "unnamed owners", Clause: doc.Cite(place("The owners said talk of 60 boats"))}
	f := &Finder{function: map[string]bool{"was": true}}
	for _, c := range []struct {
		frames []nutgraf.Frame
		want   string
	}{
		{[]nutgraf.Frame{sum}, "The fire did [how much] damage to more than 40 boats"},
		{[]nutgraf.Frame{count}, "The fire did $2 million damage to [how many] boats"},
		{[]nutgraf.Frame{talk, count}, "The fire did $2 million damage to [how many] boats"}, // the shorter clause lacks its end
		{[]nutgraf.Frame{said, count}, "The fire did $2 million damage to [how many] boats"},
		{[]nutgraf.Frame{talk}, "The owners said talk of [how many] boats was “wild”"},
	} {
		if got := f.subject(s, c.frames); got != c.want {
			t.Errorf("subject = %q, want %q", got, c.want)
		}
	}
}
