package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

// What is said is about those whose names stand in it, in any report's wording;
// who says it, whom a pronoun stands for and what is named beside it are not
// among them.
func TestAbout(t *testing.T) {
	reports := []string{
		`Ilse Marrow said: "Jon Berg and Norr Ferries knew. He lied to Ilse Marrow in Vestby." Åsa Lind was not asked.`,
		`"Berg knew, and so did Åsa Lind," Marrow told Norr Ferries.`,
	}
	named := []map[string]int{
		{"Ilse Marrow": 0, "Jon Berg": 1, "Norr Ferries": 2, "Vestby": 3, "Åsa Lind": 4},
		{"Berg": 0, "Åsa Lind": 1, "Marrow": 2, "Norr Ferries": 3},
	}
	entities := []nutgraf.StoryEntity{
		{Type: nutgraf.Person, Name: "Åsa Lind", Members: []int{4, 1}},
		{Type: nutgraf.Person, Name: "Ilse Marrow", Members: []int{0, 2}},
		{Type: nutgraf.Place, Name: "Vestby", Members: []int{3, -1}},
		{Type: nutgraf.Organization, Name: "Norr Ferries", Members: []int{2, 3}},
		{Type: nutgraf.Person, Name: "Jon Berg", Members: []int{1, 0}},
	}
	var members []nutgraf.Member
	f := nutgraf.Family{Speaker: "Ilse Marrow; Åsa Moe"}
	for i, text := range reports {
		m := member(string(rune('a'+i)), "", text)
		for at := range text {
			for name, entity := range named[i] {
				if strings.HasPrefix(text[at:], name) && (at == 0 || text[at-1] == ' ' || text[at-1] == '"') {
					m.Ann.Mentions = append(m.Ann.Mentions, nutgraf.Mention{Span: nutgraf.Span{Start: at, End: at + len(name)}, Entity: entity, Kind: nutgraf.ByName})
				}
			}
			if strings.HasPrefix(text[at:], "He ") {
				m.Ann.Mentions = append(m.Ann.Mentions, nutgraf.Mention{Span: nutgraf.Span{Start: at, End: at + 2}, Entity: 4, Kind: nutgraf.ByPronoun})
			}
		}
		members = append(members, m)
		from, to := strings.Index(text, `"`), strings.LastIndex(text, `"`)
		f.Variants = append(f.Variants, nutgraf.Variant{Doc: m.Doc.ID, Cites: []nutgraf.Cite{m.Doc.Cite(nutgraf.Span{Start: from + 1, End: to})}})
	}
	only := f
	only.Variants = f.Variants[:1]
	var got [][]string
	for _, x := range about([]nutgraf.Family{f, only, {}}, members, entities) {
		got = append(got, x.About)
	}
	if diff := cmp.Diff([][]string{{"Åsa Lind", "Norr Ferries", "Jon Berg"}, {"Norr Ferries", "Jon Berg"}, nil}, got); diff != "" {
		t.Error(diff)
	}
}
