package story

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nutgraf"
)

// campaign makes a report of a campaign: both candidates stand in its title, as in
// all others; what it is about in its opening. It comes too long after the one
// before to be of one story with it.
func campaign(n int, about string) nutgraf.Sketch {
	s := nutgraf.Sketch{Form: Form, ID: fmt.Sprintf("%s-%d", about, n), Day: nutgraf.Day(24000 + (window+1)*n), Words: 500}
	term := func(text string, weight, rarity uint8, zone nutgraf.TermZone) {
		s.Terms = append(s.Terms, nutgraf.Term{Text: text, Weight: weight, Rarity: rarity, Zone: zone})
	}
	term("calder", 60, 40, nutgraf.IsName|nutgraf.InTitle|nutgraf.InLead)
	term("marlow", 60, 40, nutgraf.IsName|nutgraf.InTitle|nutgraf.InLead)
	for k := range 6 {
		term(fmt.Sprintf("%c%s", 'a'+k, about), 50, 150, nutgraf.InLead)
	}
	for k := range 40 {
		term(fmt.Sprintf("z%c%c%c", 'a'+n, 'a'+k%8, 'a'+k/8), 28, 110, 0)
	}
	slices.SortFunc(s.Terms, func(a, b nutgraf.Term) int { return strings.Compare(a.Text, b.Text) })
	return s
}

// TestOneCast holds sagas to one matter: the same names stand in all reports of a
// campaign, and bind none of them.
func TestOneCast(t *testing.T) {
	g := NewGrouper()
	want := map[string]string{}
	for n := 0; n < 12; n += 3 {
		other := string(rune('p' + n))
		for k, about := range []string{"dike", "levy", other} {
			s := campaign(n+k, about)
			want[s.ID] = about
			g.Add(s)
		}
	}
	of := map[string]string{}
	for _, s := range g.Settle() {
		of[s.Members[0]] = SagaOf(&s)
	}
	for a, matter := range want {
		for b, other := range want {
			if (of[a] == of[b]) != (matter == other) {
				t.Errorf("%s and %s: of one saga is %v", a, b, of[a] == of[b])
			}
		}
	}
}

// TestAdopt puts what is alone to the group that alone is like it, and leaves it
// alone where another is half as much like it.
func TestAdopt(t *testing.T) {
	b := bar{least: 100, alone: 1000, root: true}
	edges := []edge{
		{0, 1, 2000},
		{2, 3, 2000},
		{0, 4, 600},
		{1, 4, 600}, // .74 of what is needed
		{0, 5, 600},
		{1, 5, 600},
		{2, 5, 400},
		{3, 5, 400}, // as much, and two thirds of it of another
		{0, 6, 300},
		{1, 6, 300}, // too little
		{0, 7, 600},
		{1, 7, 600}, // not to be
	}
	c := newClusters(8, edges, b)
	c.join(func(a, b int32) {})
	c.adopt(func(i int32) bool { return i != 7 })
	if got, want := c.firsts(), []int32{0, 0, 2, 2, 0, 5, 6, 7}; !slices.Equal(got, want) {
		t.Errorf("the firsts are %v, want %v", got, want)
	}
}

// TestPart parts a saga in a long silence, but not one that comes to a report now
// and then, nor where what came since tells of what was before.
func TestPart(t *testing.T) {
	for _, c := range []struct {
		name   string
		days   []nutgraf.Day
		likely int64 // of the first story and the others; the others are wholly alike
		want   []int32
	}{
		{"a long silence", []nutgraf.Day{0, 900, 901, 903}, unit / 10, []int32{0, 1, 1, 1}},
		{"told of again", []nutgraf.Day{0, 900, 901, 903}, unit / 2, []int32{0, 0, 0, 0}},
		{"slow", []nutgraf.Day{0, 90, 150, 230}, unit / 10, []int32{0, 0, 0, 0}},
		{"short", []nutgraf.Day{0, 50, 51, 52}, unit / 10, []int32{0, 0, 0, 0}},
		{"no days", []nutgraf.Day{nutgraf.NoDay, nutgraf.NoDay, nutgraf.NoDay, nutgraf.NoDay}, unit / 10, []int32{0, 0, 0, 0}},
	} {
		f := newSagaFinder()
		for b, day := range c.days {
			f.stories = append(f.stories, []*card{{day: day}})
			for a := range b {
				score := int64(unit)
				if a == 0 {
					score = c.likely
				}
				f.edges = append(f.edges, edge{int32(a), int32(b), score})
			}
		}
		of := make([]int32, len(c.days))
		if f.part(of); !slices.Equal(of, c.want) {
			t.Errorf("%s: the firsts are %v, want %v", c.name, of, c.want)
		}
	}
}
