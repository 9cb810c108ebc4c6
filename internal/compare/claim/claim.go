// Package claim lays the statements of a story's reports side by side: each
// quantity, superlative and date becomes a frame (what it is about, its value,
// status, period, who stands behind it), and the frames of one matter are
// gathered over the reports. It says which frames speak of one matter and which
// of them say the same; whether a difference is worth showing is for package
// conflict.
package claim

import (
	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// Finder finds the matters of a story. It is safe for concurrent use.
type Finder struct {
	gist     *gist.Reader
	breaks   map[string]bool
	generic  map[string]bool
	scope    map[string]bool
	verbs    map[string]bool
	records  map[string]bool
	breakers map[string]bool
	unsure   map[string]bool
	saying   map[string]bool
	measured map[string]bool
	befall   map[string]bool
	hanging  map[string]bool
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder {
	hanging := map[string]bool{"which": true, "that": true, "who": true, "whose": true, "where": true, "when": true, "after": true, "since": true}
	return &Finder{
		hanging: hanging,
		gist:    gist.New(pack), breaks: pack.Set("clause_breaks"), generic: pack.Set("generic_heads"),
		scope: pack.Set("scope_words"), verbs: pack.Set("finite_verbs"), records: pack.Set("record_words"),
		breakers: pack.Set("record_verbs"), unsure: pack.Set("unsure_words"), saying: pack.Set("saying_verbs"),
		measured: pack.Set("measured_things"), befall: pack.Set("befalling"),
	}
}

// Find returns the matters of the story, those most reports speak of first.
// times are the reports' times as the story anchors them; entities those of the
// story.
func (f *Finder) Find(members []nutgraf.Member, entities []nutgraf.StoryEntity, times [][]nutgraf.When) []nutgraf.Matter {
	frames := f.frames(members, entities, times)
	return f.matters(frames, entities)
}
