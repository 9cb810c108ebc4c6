package desk

import (
	"testing"

	"nutgraf"
)

func TestWhyStoriesEnd(t *testing.T) {
	story := func(id string, members ...string) nutgraf.Story { return nutgraf.Story{ID: id, Members: members} }
	m := &memo{held: map[string]nutgraf.Held{}}
	for _, s := range []nutgraf.Story{
		story("merged", "a1"), story("stood", "a0"),
		story("renamed", "c2", "c3"), story("lost", "d1", "d2"),
		story("apart", "e1", "e2", "e3"), story("withdrawn", "f1"),
	} {
		m.held[s.ID] = nutgraf.Held{Story: s}
	}
	var p plan
	m.retire(&p, []nutgraf.Story{
		story("stood", "a0", "a1"), story("earlier", "c1", "c2", "c3"), story("second", "d2"),
		story("e-first", "e1", "e2"), story("e-other", "e3"),
	})
	want := map[string][2]string{
		"merged":    {"stood", "merged: all its reports joined a story that stood"},
		"renamed":   {"earlier", "renamed: c1 comes before its first report"},
		"lost":      {"second", "renamed: d1, its first report, was withdrawn"},
		"apart":     {"e-first", "taken apart: of its 3 reports 2 went to the story that it leads to"},
		"withdrawn": {"", "all its reports were withdrawn"},
	}
	for _, e := range p.ended {
		if got := [2]string{e.Heir, e.Why}; got != want[e.ID] {
			t.Errorf("%s: leads to %q, %q; want %q", e.ID, got[0], got[1], want[e.ID])
		}
		delete(want, e.ID)
	}
	if len(want) > 0 {
		t.Errorf("not ended: %v", want)
	}
}
