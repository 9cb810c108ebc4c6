package mention

import (
	"slices"
	"strings"
	"testing"

	"nutgraf/internal/lang"
)

// TestLists holds every list of names to its form: it is there, no entry comes
// twice, none has stray white space, and the second column is one it may have.
func TestLists(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	sex := []string{"f", "m", "u"}
	for list, second := range map[string][]string{
		"given_names": sex, "given_names_world": sex, "honorifics": sex, "roles": sex, "org_ends": {"o", "u"},
		"place_ends": {"", "s"}, "place_starts": {"", "s"}, "nationalities": nil, "nicknames": nil, "role_short": nil, "place_aliases": nil, "org_initials": nil, "figure_given": nil,
		"surnames": {""}, "family_first": {""}, "lineages": {""}, "titles": {""}, "person_verbs": {""}, "name_particles": {""}, "name_suffixes": {""}, "group_ends": {""}, "work_heads": {""},
		"event_ends": {""}, "events": {""}, "works": {""}, "org_heads": {""}, "organizations": {""}, "outlets": {""}, "outlets_local": {""}, "places": {""},
		"cities": {""}, "place_cues": {""}, "public_figures": {""}, "partners": {""}, "calendar_names": {""}, "kin": {""}, "hyphen_ends": {""}, "state_short": {""}, "past_verbs": {""}, "marked_names": {""}, "sentence_cues": {""}, "abbreviations": {"", "before", "number", "after"}, "opening_nouns": {""}, "sentence_starters": {""}, "function_words": {""}, "acronyms": {""},
		"name_cues": nil, "common_words": {""}, "common_words_more": {""}, "headline_verbs": {""}, "product_heads": {""}, "role_families": {""},
	} {
		rows := pack.Rows(list)
		if len(rows) == 0 {
			t.Errorf("list %s is empty or not there", list)
		}
		seen := map[string]bool{}
		for _, row := range rows {
			line := strings.Join(row, "\t")
			column := ""
			if len(row) > 1 {
				column = row[1]
			}
			switch {
			case seen[line]:
				t.Errorf("%s: %q comes twice", list, line)
			case row[0] == "" || strings.TrimSpace(row[0]) != row[0] || len(row) > 2:
				t.Errorf("%s: %q is no entry", list, line)
			case second != nil && !slices.Contains(second, column):
				t.Errorf("%s: %q has %q in its second column", list, line, column)
			}
			seen[line] = true
		}
	}
}

// TestCues holds the classes of the words around names to those the code asks for.
func TestCues(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{"abstract": true}
	for _, row := range pack.Rows("name_cues") {
		if _, ok := cueNames[row[1]]; !ok && row[1] != "abstract" {
			t.Errorf("name_cues: %q has the unknown class %q", row[0], row[1])
		}
		used[row[1]] = true
	}
	for name := range cueNames {
		if !used[name] {
			t.Errorf("name_cues: no word has the class %q", name)
		}
	}
}
