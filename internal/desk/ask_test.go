package desk_test

import (
	"errors"
	"slices"
	"testing"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/store/memory"
)

// The stories of a saga stand in the order of time; of those whose days are not
// known nobody can say where they belong, and they come last.
func TestStoriesOfASagaInOrderOfTime(t *testing.T) {
	store := memory.New()
	d := desk.New(store, clock)
	var pages []nutgraf.Settled
	for id, first := range map[string]nutgraf.Day{"late": 20, "undated": nutgraf.NoDay, "early": 10, "as early": 10} {
		pages = append(pages, nutgraf.Settled{
			Story: nutgraf.Story{ID: id}, Page: nutgraf.StoryPage{ID: id},
			Line: nutgraf.StoryLine{ID: id, Saga: "ferry", First: first, Last: first},
		})
	}
	if err := store.Settle(t.Context(), nutgraf.Settlement{Pages: pages}); err != nil {
		t.Fatal(err)
	}
	lines, err := d.Saga(t.Context(), "ferry")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range lines {
		got = append(got, l.ID)
	}
	if want := []string{"as early", "early", "late", "undated"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, id := range []string{"no such saga", ""} {
		if _, err := d.Saga(t.Context(), id); !errors.Is(err, nutgraf.ErrNotFound) {
			t.Errorf("saga %q: %v", id, err)
		}
	}
}
