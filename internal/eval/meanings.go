package eval

import (
	"math"
	"regexp"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/wire"
)

// TimeReading is one meaning that a set gives a time expression: a TIMEX3 value, days
// (both inclusive, empty where open), or a time of day.
type TimeReading struct{ Value, Begin, Finish string }

// Meanings scores time expressions by what they mean, whatever the notation: the
// same days, the same length, the same time of day as one of the readings. A range
// that the set labels as one expression may be found as its two ends. It tells
// errors from conventions on a set whose notation is not TIMEX3's.
func Meanings(docs []TimeDoc, pred Predictions) PRF {
	var s PRF
	for _, d := range docs {
		g := make([]span, len(d.Gold))
		for i, x := range d.Gold {
			g[i] = span{x.Start, x.End}
		}
		var p []span
		var times []wire.Time
		if a := pred[d.ID]; a != nil {
			times = a.Times
		}
		for _, x := range times {
			p = append(p, span{x.Start, x.End})
		}
		n := PRF{Pred: len(p), Gold: len(g)}
		used := make([]bool, len(p))
		for _, m := range matchSpans(g, p) {
			used[m[1]] = true
		}
		for _, m := range matchSpans(g, p) {
			gold, got := &d.Gold[m[0]], &times[m[1]]
			if slices.ContainsFunc(gold.Readings, func(r TimeReading) bool { return r.means(got) }) || slices.Contains(gold.Values, got.Value) && got.Resolved {
				n.Hit++
				continue
			}
			for j := range p {
				if other := &times[j]; !used[j] && g[m[0]].overlap(p[j]) > 0 && slices.ContainsFunc(gold.Readings, func(r TimeReading) bool { return r.ends(got, other) }) {
					n.Hit++
					n.Pred-- // the two ends are one expression of the set
					used[j] = true
					break
				}
			}
		}
		s.Add(n)
	}
	return s
}

// means reports whether an expression found has the reading.
func (r TimeReading) means(t *wire.Time) bool {
	switch {
	case r.Begin != "" && r.Begin == t.Begin && r.Finish == t.Finish && clockOf(r.Value) == clockOf(t.Value):
		return true
	case strings.HasPrefix(r.Value, "P") && strings.HasPrefix(t.Value, "P"):
		a, ok1 := calendar.Days(r.Value)
		b, ok2 := calendar.Days(t.Value)
		return ok1 && ok2 && math.Abs(a-b) <= .01*a
	case strings.HasPrefix(r.Value, "T"):
		return clockOf(r.Value) == clockOf(t.Value)
	}
	return t.Resolved && fits(r.Value, t.Value)
}

// ends reports whether two expressions are the ends of the reading's range; the
// end of some sets is the day behind it, or the first day of the last period.
func (r TimeReading) ends(a, b *wire.Time) bool {
	if a.Start > b.Start {
		a, b = b, a
	}
	if r.Begin == "" {
		from, to, ok := strings.Cut(strings.Trim(r.Value, "()"), ",")
		to, _, _ = strings.Cut(to, ",")
		return ok && from != "" && clockOf(from) == clockOf(a.Value) && clockOf(to) == clockOf(b.Value) && strings.HasPrefix(from, "T")
	}
	end, err := nutgraf.ParseDay(r.Finish)
	return err == nil && a.Begin == r.Begin && (b.Begin == (end+1).String() || b.Finish == r.Finish)
}

var zeroMinutes = regexp.MustCompile(`:00(:00)?$`)

// clockOf is the time of day of a value, "T18" for 2020-05-04T18:00.
func clockOf(value string) string {
	if i := strings.IndexByte(value, 'T'); i >= 0 && !strings.HasPrefix(value, "P") {
		return zeroMinutes.ReplaceAllString(value[i:], "")
	}
	return ""
}

// fits reports whether a value is what another leaves open with X: 2019-02 fits
// XXXX-02.
func fits(open, value string) bool {
	if len(open) != len(value) || strings.Trim(open, "X-") == "" {
		return false
	}
	for i := range len(open) {
		if open[i] != 'X' && open[i] != value[i] {
			return false
		}
	}
	return true
}

// unopposed reports whether a value does not contradict the one that a set gives:
// their days lie within each other's, whichever is finer ("1998-10" and 1998-W42,
// 1989-WXX and 1989-W43), their lengths agree where both tell one, or one tells a
// length and the other a time without days ("recent years").
func unopposed(gold string, got *wire.Time) bool {
	if !got.Resolved {
		return false
	}
	g, t := fromTo{gold, ""}.days(), fromTo{got.Begin, got.Finish}.days()
	length := strings.HasPrefix(gold, "P") && !strings.HasSuffix(gold, "_REF")
	other := strings.HasPrefix(got.Value, "P") && !strings.HasSuffix(got.Value, "_REF")
	switch {
	case length && other:
		return alike(gold, got.Value)
	case length:
		return strings.HasSuffix(got.Value, "_REF") && strings.Contains(gold, "X")
	case other:
		return strings.HasSuffix(gold, "_REF") && strings.Contains(got.Value, "X")
	}
	return g != nil && t != nil && (g[0] <= t[0] && t[1] <= g[1] || t[0] <= g[0] && g[1] <= t[1])
}

// alike reports whether two lengths agree, X standing for any number.
func alike(a, b string) bool {
	if strings.Contains(a, "X") || strings.Contains(b, "X") {
		return a[len(a)-1] == b[len(b)-1] || strings.HasSuffix(a, "X") || strings.HasSuffix(b, "X")
	}
	x, ok1 := calendar.Days(a)
	y, ok2 := calendar.Days(b)
	return ok1 && ok2 && math.Abs(x-y) <= .01*x
}

// fromTo is the ends of an interval as written; a form alone stands for its days.
type fromTo [2]string

func (s fromTo) days() []nutgraf.Day {
	if s[1] == "" {
		form, _, _ := strings.Cut(s[0], "X")
		form = strings.TrimRight(form, "-WQHT")
		from, to, _, ok := calendar.Resolve(form, 0, nutgraf.NoDay)
		if !ok {
			return nil
		}
		return []nutgraf.Day{from, to}
	}
	from, err1 := nutgraf.ParseDay(s[0])
	to, err2 := nutgraf.ParseDay(s[1])
	if err1 != nil || err2 != nil {
		return nil
	}
	return []nutgraf.Day{from, to}
}
