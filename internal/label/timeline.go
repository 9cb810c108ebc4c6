package label

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
)

// Timeline returns a timeline in which the reports that were published on the
// same days stand in one row: "A, B and D are published".
func Timeline(all []nutgraf.TimelineEntry) []nutgraf.TimelineEntry {
	const single, several = " is published", " are published"
	var out []nutgraf.TimelineEntry
	who := map[int][]string{}
	for _, e := range all {
		name, how, ok := strings.Cut(e.Text, single)
		if !ok || e.Lane != nutgraf.LanePublication || e.Refused {
			out = append(out, e)
			continue
		}
		at := slices.IndexFunc(out, func(x nutgraf.TimelineEntry) bool {
			return x.Lane == e.Lane && !x.Refused && x.From == e.From && x.To == e.To && strings.HasSuffix(strings.Replace(x.Text, " their ", " its ", 1), "published"+how)
		})
		if at < 0 {
			who[len(out)] = []string{name}
			out = append(out, e)
			continue
		}
		who[at] = append(who[at], name)
		out[at].Text = Series(who[at]) + several + strings.Replace(how, " its ", " their ", 1)
		out[at].Evidence = append(slices.Clone(out[at].Evidence), e.Evidence...)
	}
	return out
}

// Unknown says what is not known of a day that is told without its date: the date of a
// weekday, the year of a day or month.
func Unknown(told string) string {
	if strings.HasSuffix(told, "day") || strings.HasSuffix(told, "end") {
		return "date not known"
	}
	return "year not known"
}

// Crowd is the number of words beyond which a list gives the first ones and the
// number of the others.
const Crowd = 24

// Series joins words as a sentence lists them: "A, B and C".
func Series(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	if n > Crowd {
		return strings.Join(words[:Crowd], ", ") + " and " + strconv.Itoa(n-Crowd) + " more"
	}
	return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
}
