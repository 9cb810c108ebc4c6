// Package md writes stories as dossiers in Markdown.
package md

import (
	"io"

	"nutgraf"
)

// Write writes the stories.
func Write(w io.Writer, stories []*nutgraf.StoryPage, document func(id string) *nutgraf.Document) error {
	return nil
}
