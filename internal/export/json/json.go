// Package json writes stories in the contract's form, one object a line.
package json

import (
	"encoding/json"
	"io"

	"nutgraf"
	"nutgraf/internal/wire"
)

// Write writes the stories. document returns a report's document, or nil when
// it is no longer held.
func Write(w io.Writer, stories []*nutgraf.StoryPage, document func(id string) *nutgraf.Document) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, p := range stories {
		if err := enc.Encode(wire.FromPage(p, document)); err != nil {
			return err
		}
	}
	return nil
}
