// Package text writes stories for the terminal.
package text

import (
	"fmt"
	"io"

	"nutgraf"
)

// Options say how the page is set.
type Options struct {
	Width  int
	Colour bool
	Full   bool
}

// Write writes the stories.
func Write(w io.Writer, stories []*nutgraf.StoryPage, o Options) error {
	for _, p := range stories {
		fmt.Fprintln(w, p.Title)
	}
	return nil
}
