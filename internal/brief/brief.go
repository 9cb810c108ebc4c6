// Package brief chooses the nut graf: two to four verbatim sentences.
package brief

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Writer chooses nut grafs in one language. It is safe for concurrent use.
type Writer struct{}

// New compiles a Writer from a language pack.
func New(pack *lang.Pack) *Writer { return &Writer{} }

// Write chooses the sentences.
func (w *Writer) Write(members []nutgraf.Member, f nutgraf.Findings) nutgraf.Brief {
	return nutgraf.Brief{}
}
