// Package calendar does the arithmetic of dates: it turns the unresolved form
// of a time expression and an anchor day into an interval of days.
package calendar

import "nutgraf"

// Resolve gives the first and last day (inclusive) that a TIMEX3 form means
// when read from anchor. toward says on which side of the anchor the nearest
// match is looked for: -1 before, +1 after, 0 either. ok is false when the form
// cannot be resolved against an anchor day.
func Resolve(form string, toward int8, anchor nutgraf.Day) (from, to nutgraf.Day, value string, ok bool) {
	return nutgraf.NoDay, nutgraf.NoDay, form, false
}
