package conflict

import (
	"testing"

	"nutgraf"
)

// TestSubject holds that a sum is asked for by how much and a count by how many.
func TestSubject(t *testing.T) {
	text := "The fire did $2 million damage to 40 boats."
	doc := &nutgraf.Document{Text: text}
	ann := &nutgraf.Annotations{Quantities: []nutgraf.Quantity{
		{Kind: nutgraf.Money, Counted: nutgraf.Span{Start: 24, End: 30}},
		{Kind: nutgraf.Cardinal, Counted: nutgraf.Span{Start: 37, End: 42}},
	}}
	s := Story{Members: []nutgraf.Member{{Doc: doc, Ann: ann}}}
	for i, want := range []string{"How much: damage", "How many: boats"} {
		if got := subject(s, []nutgraf.Frame{{Quantity: i}}); got != want {
			t.Errorf("subject = %q, want %q", got, want)
		}
	}
}
