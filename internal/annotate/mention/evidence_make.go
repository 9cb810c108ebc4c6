package mention

import (
	"slices"
	"strings"
)

// weighMake reads what else shows that a name of several words is no person's:
// "Obama White House", "Superstorm Ines", "Team Halden", "New Halden", "Lantern
// Literature".
func (r *reader) weighMake(c *cand, last int, f mark) {
	for i := c.first + 1; i < last; i++ {
		if k, m := r.phrase(i, c.last); k > 1 && i+k >= c.last && m&org != 0 {
			c.add(organization, 40)
			c.add(person, -60)
			break
		}
	}
	if k, m := r.part(c.first, c.last); m&org != 0 && k > 1 && c.first+k == last && r.is(last, place) {
		c.add(organization, 40)
		c.add(person, -60) // "Halden Brisk Asia"
	} else if m&outlet != 0 && c.first+k < c.last && (k > 1 || r.shows(c.first, caps)) {
		c.add(outletKind, 12)
		c.add(placeKind, -24) // "Fox News Channel"
		c.add(person, -30)
	}
	if r.is(last, place) && !r.is(last, surname|given) && last-c.first > 1 && r.is(last-1, orgEnd) && !r.is(last-1, surname|given) {
		c.add(organization, 30)
		c.add(person, -60) // "Ines Advisers Chile"
	}
	switch w := r.lex.cues[r.of(c.first)]; {
	case w&storm != 0:
		c.add(event, 60)
		c.add(person, -60)
	case w&quarter != 0:
		if c.listed == 0 && c.last-c.first == 2 && !r.is(last, given|surname|common|nation|orgEnd|eventEnd|workHead) {
			c.add(placeKind, 20)
			c.add(person, -24) // "West Halden"
		}
	}
	if i := last - 1; r.of(last) == "Flight" || i > c.first && r.of(i) == "Flight" && strings.ContainsAny(r.of(last), "0123456789") {
		c.add(otherKind, 90) // "Air Halden Flight HA804"
		c.add(person, -40)
	}
	switch r.of(c.first) {
	case "Team":
		c.add(group, 40)
		c.add(person, -40)
	case "Operation":
		c.add(otherKind, 40)
		c.add(person, -40)
	case "House", "Senate":
		c.add(organization, 12)
		c.add(person, -24)
	}
	if l := r.marks[last]; l&place != 0 && l&(surname|given) == 0 && f&(given|placeStart|nation) == 0 && c.listed == 0 && r.of(c.first+1) != "." {
		c.add(person, -24) // "Lantern Philippines"
	}
	switch w := r.of(last); {
	case w == "St" && c.last-c.first > 1 && f&honorific == 0:
		c.add(placeKind, 44)
		c.add(person, -40) // "Halden St"
	case len(w) == 1 && f&given == 0, r.shows(last, caps) && r.shows(c.first, caps) && r.is(last, common|place) && f&given == 0 && len(w) > 3:
		c.add(person, -24) // "Hepatitis B", "BREAKING NEWS"
	}
	if r.cue(last, statute) && f&(org|outlet) == 0 && (f&given == 0 || !r.is(last, surname|given)) && r.of(last-1) != "of" {
		c.add(otherKind, 50)
		c.add(organization, -30)
		c.add(person, -40)
	}
	if r.is(last, orgEnd) && !r.is(last, surname|given) {
		c.add(person, -8) // "Garland Police"
		switch {
		case r.words(c.first, c.last) < 3:
		case r.is(last, common) && !r.is(last-1, surname|given) && r.shows(last-1, upper|word):
			c.add(person, -24) // "Ines Crown Court"
		default:
			c.add(person, -10)
		}
	}
	if w := r.of(c.first); len(w) > 2 && len(w) < 5 && w[1] != '.' && r.shows(c.first, caps) && !r.shows(last, caps) && f&(given|title) == 0 {
		c.add(person, -24) // "HMS Halden"
	}
	if strings.ContainsAny(r.of(last), "0123456789") && r.shows(c.first, caps) && c.last-c.first == 2 {
		c.add(person, -40) // "WRKO AM-680"
	}
	if r.eponym(c, last, f) {
		c.add(person, -40)
	}
	switch {
	case f&given != 0:
	case f&org != 0 && f&surname == 0 && c.last-c.first == 2 && !r.is(last, given|figure):
		c.add(person, -24) // "Lantern Podcasts"
	case f&(org|outlet) != 0 && r.shows(c.first, caps):
		c.add(person, -30)
		if !r.is(last, outletEnd) {
			c.add(organization, 12)
		}
	case f&placeStart != 0 && f&surely != 0 && f&given == 0 || r.abstract(last) && !r.is(last, surname|given):
		c.add(person, -30)
	}
}

// eponym reports whether a candidate that begins like a person's name ends in
// the noun for what is named after the person: "Otto King Dinner", "Otto Brisk
// Memorial Hall"; or is a country's name before a common word.
func (r *reader) eponym(c *cand, last int, f mark) bool {
	if f&given == 0 || r.at(last-1, '.') {
		return false
	}
	if r.is(last, placeEnd) && r.is(last, common) && last-c.first == 2 && !r.is(last-1, given|particle) && r.shows(last-1, upper|word) {
		return true // "Alice Lund Hall"
	}
	if !r.is(last, common) || r.is(last, surname|given) {
		return false
	}
	n := r.words(c.first, last)
	return n >= 3 || n == 2 && r.is(last-1, surname) || n == 1 && f&place != 0
}

// abstract reports whether the word at token i has the ending of a noun for what
// cannot be touched, which surnames lack.
func (r *reader) abstract(i int) bool {
	w := r.of(i)
	return len(w) >= 7 && slices.ContainsFunc(r.lex.abstract, func(end string) bool { return strings.HasSuffix(w, end) })
}
