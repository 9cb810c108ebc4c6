package desk_test

import (
	"encoding/json"
	"testing"

	"nutgraf"
)

// jsonOf gives pages as indented JSON, in which nil and empty lists look as a
// store on file returns them.
func jsonOf(t *testing.T, pages []nutgraf.StoryPage) []string {
	t.Helper()
	var out []string
	for _, p := range pages {
		raw, err := json.MarshalIndent(p, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(raw))
	}
	return out
}
