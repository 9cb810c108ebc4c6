package eval

import (
	"strings"
	"testing"

	"nutgraf/internal/wire"
)

// TestSpoken holds how marked words and their speakers are counted.
func TestSpoken(t *testing.T) {
	const text = `“The pier is shut,” Ann Lee said. “It stays shut.” A clerk called it “a great pity.” The “old” sign hangs on “one very rusty nail”.`
	at := func(s string) span {
		i := strings.Index(text, s)
		n := len([]rune(text[:i]))
		return span{n, n + len([]rune(s))}
	}
	part := func(s string) [2]int { return at(s) }
	gold := []goldQuotation{
		{ID: "1", Type: "direct", Speaker: "Ann Lee", Parts: []span{at("“The pier is shut,”"), at("“It stays shut.”")}},
		{ID: "2", Type: "mixed", Speaker: "unnamed clerk|Port Office", Parts: []span{at("“a great pity.”")}},
	}
	name := func(s string) *wire.Speaker { return &wire.Speaker{Name: s} }
	for _, x := range []struct {
		name           string
		quotes         []wire.Quote
		found, speaker PRF
	}{
		{"nothing", nil, PRF{0, 0, 3}, PRF{0, 0, 2}},
		{"all right", []wire.Quote{
			{Type: "direct", Parts: [][2]int{part("“The pier is shut,”"), part("“It stays shut.”")}, Speaker: name("Ann Lee")},
			{Type: "mixed", Parts: [][2]int{part("it “a great pity.”")}, Speaker: name("unnamed clerk")},
		}, PRF{3, 3, 3}, PRF{2, 2, 2}},
		{"by name", []wire.Quote{
			{Type: "direct", Parts: [][2]int{part("“The pier is shut,”")}, Speaker: name("Ann Lee")},
			{Type: "direct", Parts: [][2]int{part("“It stays shut.”")}},
			{Type: "mixed", Parts: [][2]int{part("“a great pity.”")}, Speaker: name("Ann Lee")},
		}, PRF{3, 3, 3}, PRF{1, 2, 3}},
		{"short marked words count neither way, longer ones do", []wire.Quote{
			{Type: "mixed", Parts: [][2]int{part("The “old” sign hangs")}, Speaker: name("Ann Lee")},
			{Type: "mixed", Parts: [][2]int{part("“one very rusty nail”")}, Speaker: name("Ann Lee")},
			{Type: "indirect", Parts: [][2]int{part("“The pier is shut,”")}, Speaker: name("Ann Lee")},
		}, PRF{0, 1, 3}, PRF{0, 1, 2}},
	} {
		var s SpokenScore
		s.Article(gold, &wire.Article{Quotes: x.quotes}, []rune(text))
		if s.Found != x.found || s.Speaker != x.speaker {
			t.Errorf("%s: %v %v, want %v %v", x.name, s.Found, s.Speaker, x.found, x.speaker)
		}
	}
}
