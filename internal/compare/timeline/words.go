package timeline

import (
	"fmt"

	"nutgraf"
)

// spell writes a day as newspapers do: 4 May 2020.
func spell(d nutgraf.Day) string {
	if d == nutgraf.NoDay {
		return ""
	}
	return d.Time().Format("2 Jan 2006")
}

// days writes an interval: 4-8 May 2020.
func days(from, to nutgraf.Day) string {
	if from == to {
		return spell(from)
	}
	a, b := from.Time(), to.Time()
	switch {
	case a.Year() == b.Year() && a.Month() == b.Month():
		return fmt.Sprintf("%d-%s", a.Day(), spell(to))
	case a.Year() == b.Year():
		return a.Format("2 Jan") + "-" + spell(to)
	}
	return spell(from) + "-" + spell(to)
}

// run is the number of words in a row that make two quotations one.
const run = 7
