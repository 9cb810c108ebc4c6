package quote

import (
	"strings"

	"nutgraf"
)

// A surname of minSurname letters may be one letter away from the spelling with
// which the report introduces its bearer, one of longSurname letters two.
const (
	minSurname  = 5
	longSurname = 8
)

// asIntroduced returns the person whom the report introduces in full under
// almost the same surname, where entity e is only a surname that nobody bears:
// "Lindquist" where the report named Mara Lindqvist.
func (r *reader) asIntroduced(e int) int {
	if n := &r.ann.Entities[e]; n.Type == nutgraf.Person || n.Type == nutgraf.Other {
		if o := r.introduced(n.Name, n.Female); o >= 0 && (n.Type == nutgraf.Person || within(n.Name, lastOf(r.ann.Entities[o].Name), 1)) {
			return o
		}
	}
	return e
}

// introduced returns the one person introduced in full whose surname is almost
// the given word, or -1.
func (r *reader) introduced(surname string, female int8) int {
	if len(surname) < minSurname || strings.Contains(surname, " ") {
		return -1
	}
	edits := 1
	if len(surname) >= longSurname {
		edits = 2
	}
	found := -1
	for o := range min(len(r.ann.Entities), maxFamily) {
		x := &r.ann.Entities[o]
		_, last, ok := lastWord(x.Name)
		if !ok || x.Type != nutgraf.Person || female*x.Female < 0 || last == surname || !strings.HasPrefix(last, surname[:1]) || !within(surname, last, edits) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = o
	}
	return found
}

// within reports whether one word becomes the other by at most n letters put
// in, left out or changed.
func within(a, b string, n int) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	switch {
	case a == "" || b == "":
		return len(a)+len(b) <= n
	case n == 0:
		return false
	}
	return within(a[1:], b[1:], n-1) || within(a[1:], b, n-1) || within(a, b[1:], n-1)
}
