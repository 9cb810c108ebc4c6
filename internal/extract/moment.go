package extract

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// moment is a date as a page writes it, with its time of day and zone where
// they are written.
type moment struct {
	year, month, day int
	clock            string // "15:04:05", empty when not written
	zone             string // "Z" or "+01:00", empty when not written
	vague            bool   // day and month could change places
	twelve           bool   // the clock may be one of twelve hours without saying which half
}

// String writes the moment in ISO 8601.
func (m moment) String() string {
	s := fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day)
	if m.clock != "" {
		s += "T" + m.clock + m.zone
	}
	return s
}

func (m moment) valid() bool {
	if m.year < 1000 || m.year > 9999 || m.month < 1 || m.month > 12 || m.day < 1 {
		return false
	}
	t := time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
	return t.Day() == m.day
}

// instant is the moment's civil date and clock, taken as UTC.
func (m moment) instant() time.Time {
	t, _ := time.Parse(time.DateTime, m.date()+" "+first(m.clock, "00:00:00"))
	return t
}

// utc is the moment in UTC, by the zone where one is written.
func (m moment) utc() time.Time {
	t := m.instant()
	if len(m.zone) == len("+01:00") {
		h, _ := strconv.Atoi(m.zone[1:3])
		min, _ := strconv.Atoi(m.zone[4:])
		gap := time.Duration(h)*time.Hour + time.Duration(min)*time.Minute
		if m.zone[0] == '+' {
			gap = -gap
		}
		t = t.Add(gap)
	}
	return t
}

// date is the civil date alone.
func (m moment) date() string { return moment{year: m.year, month: m.month, day: m.day}.String() }

//go:embed lists/months.txt
var monthFile string

var monthNames = func() map[string]int {
	t := map[string]int{}
	for _, line := range entries(monthFile) {
		n, names, _ := strings.Cut(line, "\t")
		month, _ := strconv.Atoi(n)
		for name := range strings.FieldsSeq(names) {
			t[name] = month
		}
	}
	return t
}()

// piece is a run of digits or letters of a written date.
type piece struct {
	text     string
	num      int // -1 for letters
	from, to int
}

// maxDateText bounds the stretch that is searched for a date.
const maxDateText = 240

// pieces cuts a text into runs of digits and runs of letters.
func pieces(s string) []piece {
	var out []piece
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		digit, letter := unicode.IsDigit(r), unicode.IsLetter(r)
		if !digit && !letter {
			i += size
			continue
		}
		j := i
		for j < len(s) {
			r, size := utf8.DecodeRuneInString(s[j:])
			if digit && !unicode.IsDigit(r) || letter && !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			j += size
		}
		p := piece{text: strings.ToLower(s[i:j]), num: -1, from: i, to: j}
		if digit {
			p.text = latinDigits(p.text)
		}
		if digit && len(p.text) <= 14 {
			p.num, _ = strconv.Atoi(p.text)
		}
		out = append(out, p)
		i = j
	}
	return out
}

// latinDigits writes the digits of any script as 0 to 9.
func latinDigits(s string) string {
	if s[0] < utf8.RuneSelf && s[len(s)-1] < utf8.RuneSelf {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return r
		}
		zero := r // each script has its ten digits in a row
		for unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + r - zero
	}, s)
}

// parseMoment finds the first date in s. monthFirst says how a date of two
// small numbers is to be read.
func parseMoment(s string, monthFirst bool) (moment, bool) {
	if len(s) > maxDateText {
		s = s[:maxDateText]
	}
	p := pieces(s)
	for i := range p {
		m, n := dateAt(s, p[i:], monthFirst)
		if n == 0 || !m.valid() {
			continue
		}
		m.readClock(s, p[i+n:])
		return m, true
	}
	return moment{}, false
}

// dateAt reads a date that begins with the first piece and returns how many
// pieces it takes, 0 for none.
func dateAt(s string, p []piece, monthFirst bool) (moment, int) {
	a := p[0]
	switch {
	case a.num >= 0 && len(a.text) == 8:
		return compactDate(a.num), 1
	case a.num >= 0 && (len(a.text) == 10 || len(a.text) == 13) && len(p) == 1:
		return epoch(a.num, len(a.text)), 1
	case a.num >= 0 && len(a.text) == 14:
		return compactDate(a.num / 1000000), 1
	case len(p) < 3:
		return moment{}, 0
	case a.num >= 0 && len(a.text) == 4:
		return yearFirst(p)
	case a.num > 31 || a.num == 0:
		return moment{}, 0
	case a.num > 0:
		return dayOrMonthFirst(s, p, monthFirst)
	}
	return monthName(p)
}

func compactDate(n int) moment {
	return moment{year: n / 10000, month: n / 100 % 100, day: n % 100}
}

func epoch(n, digits int) moment {
	if digits == 13 {
		n /= 1000
	}
	t := time.Unix(int64(n), 0).UTC()
	if t.Year() < 1995 || t.Year() > 2100 {
		return moment{}
	}
	return moment{year: t.Year(), month: int(t.Month()), day: t.Day(), clock: t.Format(time.TimeOnly), zone: "Z"}
}

// yearFirst reads 2020-05-04, 2020/5/4, 2020年5月4日, 2020. 5. 4., 2020 May 4.
func yearFirst(p []piece) (moment, int) {
	b, c, n := p[1], p[2], 3
	if b.num < 0 && (b.text == "年" || b.text == "년") && len(p) >= 4 {
		b, n = p[2], 4
		c = p[3]
		if c.num < 0 && len(p) >= 5 {
			c, n = p[4], 5
		}
	}
	month := b.num
	if month < 0 {
		month = monthNames[b.text]
	}
	if c.num < 0 || len(c.text) > 2 || c.from-p[0].to > 24 {
		return moment{}, 0
	}
	return moment{year: p[0].num, month: month, day: c.num}, n
}

// dayOrMonthFirst reads 4.5.2020, 5/4/2020, 4 May 2020, 4 de mayo de 2020.
func dayOrMonthFirst(s string, p []piece, monthFirst bool) (moment, int) {
	i := 1
	for i < 3 && i < len(p) && p[i].num < 0 && joins(p[i].text) {
		i++
	}
	if i >= len(p) {
		return moment{}, 0
	}
	b := p[i]
	for i++; i < len(p) && p[i].num < 0 && (joins(p[i].text) || monthNames[b.text] != 0 && monthNames[p[i].text] == monthNames[b.text]); {
		i++ // the month may be named twice, in two calendars' words
	}
	if i >= len(p) {
		return moment{}, 0
	}
	year, ok := yearOf(p[i])
	if !ok || p[i].from-p[0].to > 40 {
		return moment{}, 0
	}
	if b.num < 0 {
		return moment{year: year, month: monthNames[b.text], day: p[0].num}, i + 1
	}
	mark := strings.TrimSpace(s[p[0].to:b.from])
	switch {
	case mark != strings.TrimSpace(s[b.to:p[i].from]), mark == ")": // 1/2. is no part of a date
	case (mark == "" || mark == ":") && len(p[i].text) != 4:
	case b.from-p[0].to > maxMark || p[i].from-b.to > maxMark:
	default:
		return numericDate(p[0].num, b.num, year, mark, monthFirst), i + 1
	}
	return moment{}, 0
}

// maxMark is the bytes that may stand between two numbers of a date: a mark
// with a space on either side.
const maxMark = 4

// numericDate reads 4.5.2020 and 5/4/2020.
func numericDate(a, b, year int, mark string, monthFirst bool) moment {
	m := moment{year: year, month: b, day: a, vague: mark != "." && a <= 12 && b <= 12 && a != b}
	if m.month > 12 || m.vague && monthFirst {
		m.month, m.day = m.day, m.month
	}
	return m
}

// joins reports whether a word may stand within a date.
func joins(w string) bool {
	switch w {
	case "de", "del", "of", "st", "nd", "rd", "th", "o", "er", "den", "the", "a", "di", "d", "year", "г":
		return true
	}
	return false
}

// yearOf reads a year of four digits, or of two after a numeric date.
func yearOf(p piece) (int, bool) {
	switch {
	case p.num < 0:
		return 0, false
	case len(p.text) == 4:
		return p.num, p.num > 1000
	case len(p.text) == 2 && p.num < 70:
		return 2000 + p.num, true
	}
	return 0, false
}

// monthName reads May 4, 2020 and May 4th 2020, and Thu May 04 12:00:00 2020.
func monthName(p []piece) (moment, int) {
	month := monthNames[p[0].text]
	if month == 0 || p[1].num < 1 || p[1].num > 31 || p[1].from-p[0].to > 3 {
		return moment{}, 0
	}
	for i := 2; i < len(p) && i < 8; i++ {
		if len(p[i].text) == 4 && p[i].num > 1000 {
			if i > 2 && p[i].from-p[1].to > 24 {
				break
			}
			return moment{year: p[i].num, month: month, day: p[1].num}, i + 1
		}
		if p[i].num < 0 && !joins(p[i].text) && p[i].text != "at" && i < 5 {
			break
		}
	}
	return moment{}, 0
}

// readClock reads the time of day and zone that follow a date.
func (m *moment) readClock(s string, p []piece) {
	for i := 0; i+1 < len(p) && i < 4; i++ {
		h, min := p[i], p[i+1]
		if h.num < 0 || h.num > 24 || len(h.text) > 2 || min.num < 0 || min.num > 59 || len(min.text) != 2 {
			continue
		}
		if min.from-h.to > 1 || strings.IndexByte(":.h", s[h.to]) < 0 {
			continue
		}
		second, rest := 0, p[i+2:]
		if len(rest) > 0 && rest[0].num >= 0 && len(rest[0].text) == 2 && s[rest[0].from-1] == ':' {
			second, rest = min2(rest[0].num), rest[1:]
			if len(rest) > 0 && rest[0].num >= 0 && s[rest[0].from-1] == '.' {
				rest = rest[1:]
			}
		}
		hour := h.num
		m.twelve = hour >= 1 && hour <= 12
		if len(rest) > 0 {
			switch {
			case strings.HasPrefix(rest[0].text, "p") && isHalf(rest[0].text) && hour < 12:
				hour += 12
			case isHalf(rest[0].text) && hour == 12 && rest[0].text[0] == 'a':
				hour = 0
			}
			if isHalf(rest[0].text) {
				m.twelve = false
				rest = rest[1:]
				for len(rest) > 0 && rest[0].text == "m" {
					rest = rest[1:]
				}
			}
		}
		m.clock = fmt.Sprintf("%02d:%02d:%02d", hour%24, min.num, second)
		m.zone = readZone(s, rest)
		return
	}
}

func min2(n int) int { return min(n, 59) }

func isHalf(w string) bool { return w == "am" || w == "pm" || w == "a" || w == "p" }

// zones are the abbreviations that can mean one zone only in news pages.
var zones = map[string]string{
	"z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
	"mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00",
	"mez": "+01:00", "mesz": "+02:00", "bst": "+01:00", "jst": "+09:00", "kst": "+09:00", "eet": "+02:00",
	"eest": "+03:00", "msk": "+03:00", "aest": "+10:00", "aedt": "+11:00", "hkt": "+08:00", "sast": "+02:00",
}

func readZone(s string, p []piece) string {
	named := ""
	if len(p) > 0 && p[0].num < 0 {
		if z, ok := zones[p[0].text]; ok {
			named = z
			if z != "Z" || len(p) == 1 {
				return z
			}
		}
		p = p[1:]
	}
	if len(p) == 0 || p[0].num < 0 || p[0].from == 0 {
		return named
	}
	sign := s[p[0].from-1]
	if sign != '+' && sign != '-' {
		return named
	}
	h, min := p[0].num, 0
	switch {
	case len(p[0].text) == 4:
		h, min = h/100, h%100
	case len(p[0].text) <= 2 && len(p) > 1 && p[1].num >= 0 && p[1].from-p[0].to == 1 && s[p[0].to] == ':':
		min = p[1].num
	case len(p[0].text) > 2:
		return named
	}
	if h > 14 || min > 59 {
		return named
	}
	return fmt.Sprintf("%c%02d:%02d", sign, h, min)
}
