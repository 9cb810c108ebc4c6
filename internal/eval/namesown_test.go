package eval

import (
	"testing"

	"nutgraf/internal/wire"
)

// TestOwnNamesFile holds the labelled names to their form: known types, whole spans
// within the part that is labelled, and somebody for every person.
func TestOwnNamesFile(t *testing.T) {
	rows, err := lines[ownNames]("names_own.jsonl", namesFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range rows {
		if x.Split != "seen" && x.Split != "kept" {
			t.Errorf("%s: unknown split %q", x.ID, x.Split)
		}
		last := 0
		for _, n := range x.Names {
			switch n.Type {
			case "person", "organization", "place", "neutral":
			default:
				t.Errorf("%s %d: unknown type %q", x.ID, n.Start, n.Type)
			}
			if n.Start < last || n.End <= n.Start || n.Start >= x.Until || (n.Type == "person") != (n.Who != "") {
				t.Errorf("%s: %+v is no mention", x.ID, n)
			}
			last = n.Start
		}
	}
}

// TestBareNames keeps names alone, and no article before them.
func TestBareNames(t *testing.T) {
	a := &wire.Article{ID: "a", Text: "The mayor left the Halden Trust."}
	a.Mentions = make([]wire.Mention, 2)
	a.Mentions[0].Start, a.Mentions[0].End, a.Mentions[0].Kind = 0, 9, "role"
	a.Mentions[1].Start, a.Mentions[1].End, a.Mentions[1].Kind = 15, 31, "name"
	got := bareNames(Predictions{"a": a})["a"].Mentions
	if len(got) != 1 || got[0].Start != 19 || got[0].End != 31 {
		t.Errorf("got %+v", got)
	}
	if a.Mentions[1].Start != 15 {
		t.Error("the prediction itself was changed")
	}
}
