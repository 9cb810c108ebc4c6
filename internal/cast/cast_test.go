package cast

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/lang"
)

func caster(t *testing.T) *Caster {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack)
}

func report(all ...nutgraf.Entity) nutgraf.Member {
	return nutgraf.Member{Doc: &nutgraf.Document{}, Ann: &nutgraf.Annotations{Entities: all}}
}

func person(name string, roles ...string) nutgraf.Entity {
	return nutgraf.Entity{Type: nutgraf.Person, Name: name, Roles: roles}
}

func also(name string, aliases ...string) nutgraf.Entity {
	return nutgraf.Entity{Type: nutgraf.Person, Name: name, Aliases: aliases}
}

func thing(t nutgraf.EntityType, name string, aliases ...string) nutgraf.Entity {
	return nutgraf.Entity{Type: t, Name: name, Aliases: aliases}
}

// one reports whether entity i of the first report and entity j of the second
// are merged.
func one(c *Cast, i, j int) bool { return c.Of(0, i) >= 0 && c.Of(0, i) == c.Of(1, j) }

func TestMerge(t *testing.T) {
	company := []nutgraf.Entity{thing(nutgraf.Organization, "Marine Inquiry Board"), thing(nutgraf.Place, "Saltmere"), thing(nutgraf.Work, "Corrin Maid")}
	for name, c := range map[string]struct {
		a, b nutgraf.Member
		want bool
	}{
		"full names":                            {report(person("Ada Hale")), report(person("Ada Hale")), true},
		"typography":                            {report(person("Beto O’Neill")), report(person("Beto O'Neill")), true},
		"a middle initial":                      {report(person("Ada Hale")), report(person("Ada M. Hale")), true},
		"two middle initials":                   {report(person("Ada B. Hale")), report(person("Ada M. Hale")), false},
		"a middle name and its initial":         {report(person("Ada May Hale")), report(person("Ada M. Hale")), true},
		"two middle names":                      {report(person("Ada May Hale")), report(person("Ada Mina Hale")), false},
		"a nickname in marks":                   {report(person("Ada “Dot” Hale")), report(person("Ada Hale")), true},
		"two syllables with and without hyphen": {report(person("Kim Jae-sun")), report(person("Kim Jae Sun")), true},
		"a surname that stands first":           {report(append([]nutgraf.Entity{person("Kim Rok Sun")}, company...)...), report(append([]nutgraf.Entity{person("Kim")}, company...)...), true},
		"a given name that is such a surname":   {report(append([]nutgraf.Entity{person("Kim Ann Hale")}, company...)...), report(append([]nutgraf.Entity{person("Kim")}, company...)...), false},
		"father and son":                        {report(person("Tom Hale")), report(person("Tom Hale Jr.")), false},
		"a son told with and without it":        {report(person("Tom Hale", "chief justice")), report(person("Tom B. Hale Jr.", "Chief Justice")), true},
		"a father and a son of one trade":       {report(person("Tom Hale", "judge")), report(person("Tom Hale Jr.", "judge"), person("Tom Hale", "judge")), false},
		"two sons":                              {report(person("Tom Hale Jr.")), report(person("Tom Brisk Jr.")), false},
		"a comma before the son":                {report(person("Tom B. Hale, Jr.")), report(person("Tom Hale Jr.")), true},
		"a given name beside one of the family": {report(person("Ilse Marrow")), report(person("Ilse"), person("Bo Marrow")), true},
		"a given name alone":                    {report(person("Ilse Marrow")), report(person("Ilse"), person("Bo Hale")), false},
		"a given name of two":                   {report(person("Ilse Marrow"), person("Ilse Hale")), report(person("Ilse"), person("Bo Marrow")), false},
		"a surname and the end of a role":       {report(person("Ada Hale", "Prime Minister")), report(person("Hale", "minister")), true},
		"a surname and another role":            {report(person("Ada Hale", "Prime Minister")), report(person("Hale", "foreign minister")), false},
		"a surname alone":                       {report(person("Ada Hale")), report(person("Hale")), false},
		"a surname and a role":                  {report(person("Ada Hale", "engineer")), report(person("Hale", "engineer")), true},
		"a surname and company":                 {report(append([]nutgraf.Entity{person("Ada Hale")}, company...)...), report(append([]nutgraf.Entity{person("Hale")}, company...)...), true},
		"a surname and one of company":          {report(person("Ada Hale"), company[0]), report(person("Hale"), company[0]), true},
		"namesakes, one with the role":          {report(person("Ada Hale", "engineer"), person("Tom Hale")), report(person("Hale", "engineer")), true},
		"namesakes, one of company":             {report(person("Ada Hale"), person("Tom Hale"), company[0]), report(person("Hale"), company[0]), false},
		"namesakes, one beside him":             {report(append([]nutgraf.Entity{person("Ada Hale")}, company...)...), report(append([]nutgraf.Entity{person("Hale"), person("Tom Hale")}, company...)...), true},
		"a name without its first word":         {report(person("Ada May Hale")), report(person("May Hale")), true},
		"the same beside the longer":            {report(person("Ada May Hale")), report(person("May Hale"), person("Ada May Hale")), false},
		"a short form of the given name":        {report(person("Douglas Hale")), report(person("Doug Hale")), true},
		"a short form beside the long one":      {report(person("Douglas Hale")), report(person("Doug Hale"), person("Douglas Hale")), false},
		"two spellings of a surname":            {report(person("Ada Brenner")), report(person("Ada Brener")), true},
		"one with an initial more":              {report(person("Ada Brenner")), report(person("Ada B. Brener")), true},
		"a surname without its particle":        {report(person("Anton Lamarello")), report(person("Anton Marello")), true},
		"a soft letter for another":             {report(person("Giorgos Halden")), report(person("Yiorgos Halden")), true},
		"a hard letter for a soft one":          {report(person("Gary Halden")), report(person("Yari Halden")), false},
		"spelled, and called Jr.":               {report(person("Ada Brenner Jr.")), report(person("Ada Brener")), true},
		"father and son, spelled":               {report(person("Ada Brenner Jr.")), report(person("Ada Brener III")), false},
		"a silent letter":                       {report(person("Jon Halden")), report(person("John Halden")), true},
		"two short names":                       {report(person("Jan Halden")), report(person("Jon Halden")), false},
		"x for ks":                              {report(person("Maxim Halden")), report(person("Maksim Halden")), true},
		"letters that changed places":           {report(person("Ada Waley")), report(person("Ada Wayle")), true},
		"an article inside":                     {report(person("Walid al-Doreim")), report(person("Walid Durem")), true},
		"two transliterations":                  {report(person("Abed Rabbo Dessin Hamadi")), report(person("Abdu Rabbu Dessin Hamadi")), true},
		"two names of one sound":                {report(person("Davit Cecelin")), report(person("Davit Chalian")), false},
		"a brother and a sister":                {report(nutgraf.Entity{Type: nutgraf.Person, Name: "Julian Hale", Female: -1}), report(nutgraf.Entity{Type: nutgraf.Person, Name: "Juliana Hale", Female: 1}), false},
		"two spellings of one report":           {report(person("Ada Brenner"), person("Ada Brener")), report(person("Ada Brener")), false},
		"two of one report, and of a role":      {report(person("Mohamed Dessin", "president"), person("Mohammed Dessin", "president")), report(person("Mohammad Dessin")), true},
		"a short form that no list gives":       {report(person("Jerry Hale")), report(person("Jerrold Hale")), true},
		"of a woman and a man":                  {report(nutgraf.Entity{Type: nutgraf.Person, Name: "Julia Hale", Female: 1}), report(nutgraf.Entity{Type: nutgraf.Person, Name: "Julian Hale", Female: -1}), false},
		"a short form of two long ones":         {report(person("Steven Hale"), person("Stephen Hale")), report(person("Steve Hale")), false},
		"a country's other name":                {report(thing(nutgraf.Place, "U.S.")), report(thing(nutgraf.Place, "the United States")), true},
		"a body's initials":                     {report(thing(nutgraf.Organization, "EPA")), report(thing(nutgraf.Organization, "U.S. Environmental Protection Agency")), true},
		"initials of another kind":              {report(thing(nutgraf.Work, "EPA")), report(thing(nutgraf.Organization, "Environmental Protection Agency")), false},
		"namesakes":                             {report(person("Ada Hale"), person("Tom Hale")), report(person("Hale", "engineer")), false},
		"another name of his":                   {report(also("William Harker", "Bill Harker")), report(person("Bill Harker")), true},
		"another name, two people":              {report(also("William Harker", "Bill Harker")), report(person("Bill Harker"), person("William Harker")), false},
		"the article and the legal form":        {report(thing(nutgraf.Organization, "The Northway Company")), report(thing(nutgraf.Organization, "Northway")), true},
		"an acronym that its report gives":      {report(thing(nutgraf.Organization, "Marine Inquiry Board", "MIB")), report(thing(nutgraf.Organization, "MIB")), true},
		"a part of a name":                      {report(thing(nutgraf.Organization, "Marine Inquiry Board", "Marine")), report(thing(nutgraf.Organization, "Marine")), false},
		"a person and a thing of one name":      {report(person("Saltmere Hall")), report(thing(nutgraf.Place, "Saltmere Hall")), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := one(caster(t).Merge([]nutgraf.Member{c.a, c.b}), 0, 0); got != c.want {
				t.Errorf("merged: %v, want %v", got, c.want)
			}
		})
	}
}

// TestOrder: who is who does not hang on the order of the reports.
func TestOrder(t *testing.T) {
	names := []nutgraf.Entity{
		person("Ada Hale"), person("Ada M. Hale"), person("Ada B. Hale"), person("B. Hale"), person("Ada May Hale"), person("May Hale"), person("Hale"), person("Hale", "engineer"), person("Tom Hale", "engineer"), also("Thomas Hale", "Tom Hale"), person("Thomas Hale"), person("Tommy Hale"),
		thing(nutgraf.Organization, "Marine Inquiry Board", "MIB"), thing(nutgraf.Organization, "MIB"), thing(nutgraf.Place, "Saltmere"), thing(nutgraf.Outlet, "Saltmere"),
	}
	all := caster(t)
	rapid.Check(t, func(t *rapid.T) {
		reports := rapid.SliceOfN(rapid.Map(rapid.SliceOfNDistinct(rapid.IntRange(0, len(names)-1), 0, 7, rapid.ID), func(at []int) nutgraf.Member {
			var all []nutgraf.Entity
			for _, i := range at {
				all = append(all, names[i])
			}
			return report(all...)
		}), 1, 4).Draw(t, "reports")
		perm := make([]int, len(reports))
		for i := range perm {
			perm[i] = i
		}
		perm = rapid.Permutation(perm).Draw(t, "order")
		moved := make([]nutgraf.Member, len(reports))
		for to, from := range perm {
			moved[to] = reports[from]
		}
		a, b := all.Merge(reports), all.Merge(moved)
		for to, from := range perm {
			for i := range reports[from].Ann.Entities {
				for to2, from2 := range perm {
					for j := range reports[from2].Ann.Entities {
						if (a.Of(from, i) == a.Of(from2, j)) != (b.Of(to, i) == b.Of(to2, j)) {
							t.Fatalf("%q and %q are one in one order only", reports[from].Ann.Entities[i].Name, reports[from2].Ann.Entities[j].Name)
						}
					}
				}
			}
		}
	})
}

func TestEntity(t *testing.T) {
	got := caster(t).Merge([]nutgraf.Member{
		report(thing(nutgraf.Place, "Saltmere"), person("Ada Hale")),
		report(person("Ada M. Hale"), thing(nutgraf.Other, "Saltmere")),
		report(thing(nutgraf.Place, "Saltmere")),
	}).Entities
	want := []nutgraf.StoryEntity{
		{Type: nutgraf.Place, Name: "Saltmere", Members: []int{0, 1, 0}},
		{Type: nutgraf.Person, Name: "Ada M. Hale", Aliases: []string{"Ada Hale"}, Members: []int{1, 0, -1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestShownName: a person is shown by the full name that the reports use most.
func TestShownName(t *testing.T) {
	said := func(text string, spans ...nutgraf.Span) nutgraf.Member {
		m := nutgraf.Member{Doc: &nutgraf.Document{Text: text}, Ann: &nutgraf.Annotations{Entities: []nutgraf.Entity{{Type: nutgraf.Person, Name: spans[0].Of(text)}}}}
		for _, s := range spans {
			m.Ann.Mentions = append(m.Ann.Mentions, nutgraf.Mention{Span: s, Kind: nutgraf.ByName})
		}
		return m
	}
	got := caster(t).Merge([]nutgraf.Member{
		said("Ada M. Hale left.", nutgraf.Span{Start: 0, End: 11}),
		said("Ada Hale left. Ada Hale won.", nutgraf.Span{Start: 0, End: 8}, nutgraf.Span{Start: 15, End: 23}),
	}).Entities
	if len(got) != 1 || got[0].Name != "Ada Hale" || !cmp.Equal(got[0].Aliases, []string{"Ada M. Hale"}) {
		t.Errorf("got %+v", got)
	}
	got = caster(t).Merge([]nutgraf.Member{
		said("ADA HALE: Yes. ADA HALE: No.", nutgraf.Span{Start: 0, End: 8}, nutgraf.Span{Start: 15, End: 23}),
		said("Ada Hale left.", nutgraf.Span{Start: 0, End: 8}),
	}).Entities
	if len(got) != 1 || got[0].Name != "Ada Hale" {
		t.Errorf("in capitals: got %+v", got)
	}
	foreign := said("Lotsin Ada Hale ging. Lotsin Ada Hale kam.", nutgraf.Span{Start: 0, End: 15}, nutgraf.Span{Start: 22, End: 37})
	foreign.Ann.Entities[0].Aliases = []string{"Ada Hale"}
	foreign.Doc.Notes = []nutgraf.Note{{Code: nutgraf.NoWordLists}}
	got = caster(t).Merge([]nutgraf.Member{said("Ada Hale left.", nutgraf.Span{Start: 0, End: 8}), foreign}).Entities
	if len(got) != 1 || got[0].Name != "Ada Hale" {
		t.Errorf("beside a language without word lists: got %+v", got)
	}
}
