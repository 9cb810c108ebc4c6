package story

import (
	"strconv"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/lang"
)

// readForDay is how many words of an article are read for the day it tells of.
const readForDay = 450

// Days before and after publication within which a date counts as the day of
// what is reported and not of what led to it.
const (
	longBefore = 40
	longAfter  = 40
)

// dayWords are the words by which a language names a day.
type dayWords struct {
	weekday map[string]time.Weekday
	month   map[string]int
	near    map[string]int // days from publication: today, yesterday
}

// newDayWords reads the days that the language has words for; none without a
// pack.
func newDayWords(pack *lang.Pack) *dayWords {
	d := &dayWords{map[string]time.Weekday{}, map[string]int{}, map[string]int{}}
	if pack == nil {
		return d
	}
	for _, row := range pack.Rows("time_words") {
		if len(row) < 3 {
			continue
		}
		w, n := normal(row[0]), 0
		if v, err := strconv.Atoi(row[2]); err == nil {
			n = v
		} else {
			continue
		}
		switch row[1] {
		case "weekday":
			d.weekday[w] = time.Weekday(n % 7)
		case "month":
			d.month[w] = n
		case "dayword":
			if n <= 0 {
				d.near[w] = n
			}
		}
	}
	return d
}

// isWeekday reports whether the word, in its normal form, names a weekday.
func (d *dayWords) isWeekday(w string) bool {
	_, ok := d.weekday[w]
	return ok
}

// normal is the form in which the scanner gives a word.
func normal(s string) string { return string(singular([]byte(strings.ToLower(s)))) }

// eventDay finds the first day that an article names: for news, that of what
// happened. A weekday is the last one before publication.
type eventDay struct {
	words     *dayWords
	published nutgraf.Day
	day       nutgraf.Day
	weekday   uint8 // 1 to 7 from Monday, 0 when none is named
	read      int
	month     int // named by the word just before
	number    int // by the word just before
	done      bool
}

func (e *eventDay) next(w *word) {
	if e.done {
		return
	}
	if e.read++; e.read > readForDay {
		e.done = true
		return
	}
	if w.kind == numberWord {
		n, err := strconv.Atoi(string(w.norm))
		if err != nil || n < 1 || n > 31 {
			n = 0
		}
		if n > 0 && e.month > 0 {
			e.date(e.month, n)
		}
		e.number, e.month = n, 0
		return
	}
	number := e.number
	e.number, e.month = 0, 0
	if day, ok := e.words.near[string(w.norm)]; ok {
		if e.published != nutgraf.NoDay {
			e.found(e.published + nutgraf.Day(day))
		}
		return
	}
	if !w.upper {
		return
	}
	if month, ok := e.words.month[string(w.norm)]; ok {
		if number > 0 {
			e.date(month, number)
		}
		e.month = month
		return
	}
	if weekday, ok := e.words.weekday[string(w.norm)]; ok {
		if e.published == nutgraf.NoDay {
			e.weekday, e.done = isoWeekday(weekday), true
			return
		}
		back := (int(e.published.Weekday()) - int(weekday) + 7) % 7
		e.found(e.published - nutgraf.Day(back))
	}
}

// date takes a month and a day for the nearest such date, if that is near.
func (e *eventDay) date(month, day int) {
	if e.published == nutgraf.NoDay {
		return
	}
	year, _, _ := e.published.Date()
	for _, y := range [...]int{year, year - 1, year + 1} {
		d := nutgraf.DayDate(y, month, day)
		if e.published-d <= longBefore && d-e.published <= longAfter {
			e.found(d)
			return
		}
	}
}

func (e *eventDay) found(d nutgraf.Day) {
	e.day, e.weekday, e.done = d, isoWeekday(d.Weekday()), true
}

func isoWeekday(d time.Weekday) uint8 { return uint8(d+6)%7 + 1 }
