// Package compare lays the reports of one story side by side. Compare runs the
// comparisons in the one order in which each finds what it needs; all of them
// are pure: the same members, in the story's canonical order, give the same
// findings.
package compare

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Comparer holds the compiled comparisons of one language. It is safe for
// concurrent use.
type Comparer struct{}

// New compiles the comparisons from a language pack.
func New(pack *lang.Pack) *Comparer { return &Comparer{} }

// Compare returns the findings of a story whose reports are members, in the
// story's canonical order.
func (c *Comparer) Compare(members []nutgraf.Member) nutgraf.Findings { return nutgraf.Findings{} }
