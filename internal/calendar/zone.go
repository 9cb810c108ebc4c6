package calendar

import (
	"strconv"
	"strings"

	"nutgraf"
)

// ZoneOffset gives how many minutes the clocks of a zone stand ahead of UTC on a
// day, at a minute of it. A zone is written as "Z", as hours ("+9"), or as the
// authority that sets its summer time with the hours of its standard time: "US-5",
// "EU+1", "AU+10". A letter behind tells which of the two times is named: "US-5s"
// Eastern Standard Time, "US-5d" Eastern Daylight Time. ok is false where the zone
// does not tell the offset: standard time named on a summer's day, which writers
// do who mean the clock, days before the rules that it knows, and the small hours
// in which the clocks are changed.
func ZoneOffset(zone string, day nutgraf.Day, minute int) (minutes int, ok bool) {
	if zone == "Z" {
		return 0, true
	}
	rule, named := "", byte(0)
	if len(zone) > 2 && zone[0] >= 'A' {
		rule, zone = zone[:2], zone[2:]
		if last := zone[len(zone)-1]; last == 's' || last == 'd' {
			named, zone = last, zone[:len(zone)-1]
		}
	}
	if !strings.HasPrefix(zone, "+") && !strings.HasPrefix(zone, "-") {
		return 0, false
	}
	hours, err := strconv.Atoi(zone)
	if err != nil || hours > 14 || hours < -12 {
		return 0, false
	}
	if rule == "" {
		return hours * 60, true
	}
	summer, ok := summerTime(rule, day, minute)
	switch {
	case !ok, summer && named == 's', !summer && named == 'd':
		return 0, false
	case summer:
		hours++
	}
	return hours * 60, true
}

// changed is the minute of the day by which the clocks have been changed.
const changed = 3*60 + 1

// summerTime reports whether a day has summer time by a rule; ok is false where it
// is not known.
func summerTime(rule string, day nutgraf.Day, minute int) (summer, ok bool) {
	y, _, _ := date(day)
	from, to, known := nutgraf.NoDay, nutgraf.NoDay, false
	sunday := func(month int, nth string) nutgraf.Day {
		s, _ := floating(nth+"-7", y, month)
		return s.from
	}
	switch {
	case rule == "US" && y >= 2007: // Energy Policy Act of 2005
		from, to, known = sunday(3, "2"), sunday(11, "1"), true
	case rule == "US" && y >= 1987:
		from, to, known = sunday(4, "1"), sunday(10, "-1"), true
	case rule == "EU" && y >= 1996: // Directive 2000/84/EC and those before
		from, to, known = sunday(3, "-1"), sunday(10, "-1"), true
	case rule == "AU" && y >= 2008:
		from, to, known = sunday(10, "1"), sunday(4, "1"), true
	}
	if !known || (day == from || day == to) && minute < changed {
		return false, false
	}
	if from > to { // of the southern half of the globe
		return day >= from || day < to, true
	}
	return day >= from && day < to, true
}
