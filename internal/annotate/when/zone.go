package when

import (
	"fmt"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

const dayMinutes = 24 * 60

// moments gives times of day whose zone the text tells their moment in UTC. Of two
// clocks side by side, "3 a.m. Friday (1900 GMT)", both tell one moment, and the
// day of the one is found from that of the other.
func (r *resolver) moments(all []nutgraf.When) {
	for i := range all {
		x := &r.raw[i]
		if x.zone == "" || !all[i].Resolved {
			continue
		}
		minute, ok := minuteOf(all[i].Value)
		if !ok || all[i].From == nutgraf.NoDay {
			continue
		}
		if k := r.beside(i, all); k >= 0 {
			r.pair(i, k, all)
			continue
		}
		if ahead, ok := calendar.ZoneOffset(x.zone, all[i].From, minute); ok {
			all[i].UTC = utc(int(all[i].From)*dayMinutes + minute - ahead)
		}
	}
}

// furthestAhead is the most minutes that a clock may stand ahead of UTC; what is more
// is behind.
const furthestAhead = 13 * 60

// pair settles the moment of the clock at i, whose zone is told, and of the one at
// k beside it, whose is not. The day is that of the one that names it, else of the
// clock on the spot.
func (r *resolver) pair(i, k int, all []nutgraf.When) {
	zoned, local := &all[i], &all[k]
	minute, _ := minuteOf(zoned.Value)
	spot, _ := minuteOf(local.Value)
	known := local.From
	if !dayless(&r.raw[i]) {
		known = zoned.From
	}
	ahead, ok := calendar.ZoneOffset(r.raw[i].zone, known, minute)
	if !ok {
		return
	}
	apart := ((spot-minute+ahead)%dayMinutes + dayMinutes) % dayMinutes // the spot's clock ahead of UTC
	if apart > furthestAhead {
		apart -= dayMinutes
	}
	at := int(known)*dayMinutes + spot - apart // in UTC
	if !dayless(&r.raw[i]) {
		at = int(known)*dayMinutes + minute - ahead
	}
	place(zoned, at+ahead)
	place(local, at+apart)
	zoned.UTC, local.UTC = utc(at), utc(at)
}

// place puts a time of day on the day of a moment by its own clock.
func place(w *nutgraf.When, at int) {
	day := nutgraf.Day(floorDay(at))
	if w.From == day {
		return
	}
	w.From, w.To = day, day
	if t := strings.IndexByte(w.Value, 'T'); t > 0 {
		w.Value = day.String() + w.Value[t:]
	}
}

func floorDay(minutes int) int {
	if minutes < 0 {
		return -((dayMinutes - 1 - minutes) / dayMinutes)
	}
	return minutes / dayMinutes
}

// beside finds the clock without a zone that stands right beside the i-th, one of
// the two in brackets: "3 a.m. local time (1900 GMT)"; -1 for none.
func (r *resolver) beside(i int, all []nutgraf.When) int {
	for _, k := range [2]int{i - 1, i + 1} {
		if k < 0 || k >= len(all) || r.raw[k].zone != "" || r.raw[k].sentence != r.raw[i].sentence || !all[k].Resolved {
			continue
		}
		between := r.text[r.raw[min(i, k)].span.End:r.raw[max(i, k)].span.Start]
		if at := strings.IndexByte(between, '('); at < 0 || len(between) > clockReach || strings.IndexByte(between, ')') >= 0 {
			continue
		}
		if _, ok := minuteOf(all[k].Value); ok && all[k].From == all[k].To && all[k].From != nutgraf.NoDay && (dayless(&r.raw[i]) || dayless(&r.raw[k])) {
			return k
		}
	}
	return -1
}

// dayless reports whether a time of day names no day of its own.
func dayless(x *found) bool { return strings.HasPrefix(x.form, "XXXX-XX-XX") }

// minuteOf gives the minute of the day that a value tells by the clock.
func minuteOf(value string) (int, bool) {
	t := strings.IndexByte(value, 'T')
	if t < 0 || len(value) < t+6 || value[t+3] != ':' || strings.HasPrefix(value, "P") {
		return 0, false
	}
	c := value[t+1:]
	for _, k := range [...]int{0, 1, 3, 4} {
		if c[k] < '0' || c[k] > '9' {
			return 0, false
		}
	}
	return (int(c[0]-'0')*10+int(c[1]-'0'))*60 + int(c[3]-'0')*10 + int(c[4]-'0'), true
}

// utc writes a moment, counted in minutes from the beginning of 1970.
func utc(minutes int) string {
	day := floorDay(minutes)
	at := minutes - day*dayMinutes
	return fmt.Sprintf("%sT%02d:%02dZ", nutgraf.Day(day), at/60, at%60)
}
