package storetest

import (
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/desk"
)

func searchesFindings(t *testing.T, s desk.Store) {
	a := sample("a1")
	span := func(words string) nutgraf.Span {
		i := strings.Index(a.Doc.Text, words)
		return nutgraf.Span{Start: i, End: i + len(words)}
	}
	a.Ann.Entities = []nutgraf.Entity{{Type: nutgraf.Person, Name: "Åsa Lind"}, {Type: nutgraf.Place, Name: "Norrholm"}}
	a.Ann.Mentions = []nutgraf.Mention{
		{Span: span("Norrholm"), Entity: 1, Kind: nutgraf.ByName},
		{Span: span("café owner"), Entity: 0, Kind: nutgraf.ByRole},
		{Span: span("ferry"), Entity: -1, Kind: nutgraf.ByRole},
	}
	a.Ann.Quantities = []nutgraf.Quantity{
		{Span: span("port"), Kind: nutgraf.Cardinal, Known: true, Value: 41000}, {Span: span("third"), Kind: nutgraf.Ordinal, Known: true, Value: 3},
	}
	file(t, s, a, sample("b2"))
	page := story("s1", "a1", "b2")
	page.Page.Conflicts = []nutgraf.Conflict{
		{Severity: nutgraf.Hard, Sides: []nutgraf.Side{{Evidence: []nutgraf.Cite{a.Doc.Cite(span("stays in port"))}}}},
		{Severity: nutgraf.Soft, Sides: []nutgraf.Side{{Evidence: []nutgraf.Cite{a.Doc.Cite(span("We will sail"))}}}},
	}
	settle(t, s, page)
	number := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		name string
		q    nutgraf.Search
		want []string
	}{
		{"a person meant by a role", nutgraf.Search{Person: "lind"}, []string{"a1:"}},
		{"a place", nutgraf.Search{Place: "norrholm", Words: []string{"port"}}, []string{"a1: port"}},
		{"a place is no person", nutgraf.Search{Person: "norrholm"}, nil},
		{"a number above", nutgraf.Search{Over: number(40999)}, []string{"a1:"}},
		{"that number itself is not above", nutgraf.Search{Over: number(41000)}, nil},
		{"a number between", nutgraf.Search{Over: number(40000), Under: number(42000)}, []string{"a1:"}},
		{"a rank is no number", nutgraf.Search{Under: number(5)}, nil},
		{"where reports differ", nutgraf.Search{Differing: true}, []string{"a1:"}},
		{"where reports differ, with a word", nutgraf.Search{Differing: true, Words: []string{"ferry"}}, []string{"a1: ferry"}},
		{"where they do not", nutgraf.Search{Differing: true, Words: []string{"sail"}}, nil},
	} {
		same(t, c.name, c.want, found(t, s, c.q))
	}
}
