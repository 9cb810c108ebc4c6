package cast

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

func report(all ...nutgraf.Entity) nutgraf.Member {
	return nutgraf.Member{Doc: &nutgraf.Document{}, Ann: &nutgraf.Annotations{Entities: all}}
}

func person(name string, roles ...string) nutgraf.Entity {
	return nutgraf.Entity{Type: nutgraf.Person, Name: name, Roles: roles}
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
		"full names":                       {report(person("Ada Hale")), report(person("Ada Hale")), true},
		"typography":                       {report(person("Beto O’Neill")), report(person("Beto O'Neill")), true},
		"a middle initial":                 {report(person("Ada Hale")), report(person("Ada M. Hale")), true},
		"two middle initials":              {report(person("Ada B. Hale")), report(person("Ada M. Hale")), false},
		"a surname alone":                  {report(person("Ada Hale")), report(person("Hale")), false},
		"a surname and a role":             {report(person("Ada Hale", "engineer")), report(person("Hale", "engineer")), true},
		"a surname and company":            {report(append([]nutgraf.Entity{person("Ada Hale")}, company...)...), report(append([]nutgraf.Entity{person("Hale")}, company...)...), true},
		"namesakes":                        {report(person("Ada Hale"), person("Tom Hale")), report(person("Hale", "engineer")), false},
		"the article and the legal form":   {report(thing(nutgraf.Organization, "The Northway Company")), report(thing(nutgraf.Organization, "Northway")), true},
		"an acronym that its report gives": {report(thing(nutgraf.Organization, "Marine Inquiry Board", "MIB")), report(thing(nutgraf.Organization, "MIB")), true},
		"a part of a name":                 {report(thing(nutgraf.Organization, "Marine Inquiry Board", "Marine")), report(thing(nutgraf.Organization, "Marine")), false},
		"a person and a thing of one name": {report(person("Saltmere Hall")), report(thing(nutgraf.Place, "Saltmere Hall")), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := one(Merge([]nutgraf.Member{c.a, c.b}), 0, 0); got != c.want {
				t.Errorf("merged: %v, want %v", got, c.want)
			}
		})
	}
}

func TestEntity(t *testing.T) {
	got := Merge([]nutgraf.Member{
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
