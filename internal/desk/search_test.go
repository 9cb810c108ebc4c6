package desk_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/store/memory"
	"nutgraf/internal/store/storetest"
)

func TestParseSearch(t *testing.T) {
	number := func(x float64) *float64 { return &x }
	for query, want := range map[string]nutgraf.Search{
		`ferry -rail -"trade union" -insp*`: {Words: []string{"ferry"}, NoWords: []string{"rail", "insp*"}, NoPhrases: []string{"trade union"}},
		`person:Lind place:“Sankt Olav”`:    {Person: "lind", Place: "sankt olav"},
		`number>40,000 number<1e6`:          {Over: number(40000), Under: number(1e6)},
		`conflict:yes`:                      {Differing: true},
		`SPEAKER:lind well-known`:           {Speaker: "lind", Phrases: []string{"well known"}},
		`https://light.example/a`:           {Phrases: []string{"https light example a"}},
		`"strange: words"`:                  {Phrases: []string{"strange words"}},
		`ferry: stays`:                      {Words: []string{"ferry", "stays"}},
	} {
		want.Before, want.After = nutgraf.NoDay, nutgraf.NoDay
		got, err := desk.ParseSearch(query)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", query, err, diff)
		}
	}
}

func TestWrongSearches(t *testing.T) {
	for query, says := range map[string]string{
		"":                       "nothing to search for",
		"  \"\" ":                "nothing to search for",
		"a* ferry":               "at least 3 letters",
		"-ferry":                 "only leaves out",
		"ferry speeker:lind":     `no field "speeker:"; there are speaker: told:`,
		"ferry before:soon":      `before:soon: "soon" is no date`,
		"number>many ferry":      `number>many: "many" is no number`,
		"number>NaN":             "is no number",
		"conflict:maybe":         "conflict:yes, or left out",
		"ferry -speaker:lind":    "only words and phrases can be left out",
		"speaker: ferry":         "speaker:: a name is missing",
		"outlet:One outlet:Two":  "outlet:Two: it stands twice",
		"after:2020-13-01 ferry": "is no date",
	} {
		_, err := desk.ParseSearch(query)
		if !errors.Is(err, nutgraf.ErrUsage) || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", query, err, says)
		}
	}
}

func TestLoosened(t *testing.T) {
	ctx, d := context.Background(), desk.New(memory.New(), time.Now)
	f := storetest.Filed("a1", "The Harbour Light", "2026-03-01", "The ferry stays in port.", "We wait", "Åsa Lind", "the Light")
	if _, err := d.Take(ctx, &f.Item); err != nil {
		t.Fatal(err)
	}
	got, err := d.Loosened(ctx, `ferry "in port" speaker:Berg -winter`)
	if diff := cmp.Diff([]string{`ferry "in port" -winter`}, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if _, err := d.Search(ctx, "ferry", 10, 5000); !errors.Is(err, nutgraf.ErrUsage) {
		t.Errorf("far down the list: %v", err)
	}
}

func FuzzParseSearch(f *testing.F) {
	for _, s := range []string{`a -b "c" speaker:"d`, "number>1e309", "-", `-"`, "before:9999-99", "“", "conflict:yes x*", "person::"} {
		f.Add(s)
	}
	d := desk.New(memory.New(), time.Now)
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := desk.ParseSearch(query); err != nil && !errors.Is(err, nutgraf.ErrUsage) {
			t.Errorf("%q: %v", query, err)
		}
		if _, err := d.Loosened(context.Background(), query); err != nil {
			t.Errorf("%q: %v", query, err)
		}
	})
}
