package quote

import (
	"sort"

	"nutgraf"
)

// mentionIndex answers questions about the mentions of a document by place.
type mentionIndex struct {
	all      []nutgraf.Mention
	entities []nutgraf.Entity
}

// first returns the index of the first mention that ends after offset.
func (x *mentionIndex) first(offset int) int {
	return sort.Search(len(x.all), func(i int) bool { return x.all[i].Span.End > offset })
}

// from returns the first mention that begins in [a, b) and can speak.
func (x *mentionIndex) from(a, b int) (nutgraf.Span, bool) {
	for i := x.first(a); i < len(x.all) && x.all[i].Span.Start < b; i++ {
		if x.all[i].Span.Start >= a && x.speaks(i) {
			return x.all[i].Span, true
		}
	}
	return nutgraf.Span{}, false
}

// speaker reports whether a mention of somebody who can speak lies in [a, b).
func (x *mentionIndex) speaker(a, b int) bool {
	for i := x.first(a); i < len(x.all) && x.all[i].Span.Start < b; i++ {
		if x.speaks(i) {
			return true
		}
	}
	return false
}

// speaks reports whether mention i can stand for somebody who speaks.
func (x *mentionIndex) speaks(i int) bool {
	e := x.all[i].Entity
	if e < 0 || e >= len(x.entities) {
		return x.all[i].Kind != nutgraf.ByName
	}
	switch x.entities[e].Type {
	case nutgraf.Place, nutgraf.Work, nutgraf.Event:
		return false
	}
	return true
}

// any reports whether any mention lies in [a, b).
func (x *mentionIndex) any(a, b int) bool {
	i := x.first(a)
	return i < len(x.all) && x.all[i].Span.Start < b
}
