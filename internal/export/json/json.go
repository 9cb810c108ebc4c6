// Package json writes stories in the contract's form, one object a line.
package json

import (
	"encoding/json"
	"io"

	"nutgraf/internal/wire"
)

// Write writes the stories.
func Write(w io.Writer, stories []*wire.Story) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, s := range stories {
		if err := enc.Encode(s); err != nil {
			return err
		}
	}
	return nil
}
