package extract

import "strings"

// urlDate cuts a date out of the path of an address.
func urlDate(u string) string {
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	i := strings.IndexByte(u, '/')
	if i < 0 {
		return ""
	}
	p := pieces(u[i:])
	s := u[i:]
	for k := range p {
		if p[k].num < 0 {
			continue
		}
		if len(p[k].text) == 8 && p[k].num > 19950000 && p[k].num < 21000000 {
			if m := compactDate(p[k].num); m.valid() {
				return m.date()
			}
		}
		if len(p[k].text) != 4 || p[k].num < 1995 || p[k].num > 2100 {
			continue
		}
		if m, ok := dayBefore(s, p[:k+1]); ok {
			return m.date()
		}
		if k+2 >= len(p) {
			continue
		}
		month, day := p[k+1], p[k+2]
		n := month.num
		if n < 0 {
			n = monthNames[month.text]
		}
		if n < 1 || day.num < 1 || len(day.text) > 2 || month.from-p[k].to != 1 || day.from-month.to != 1 {
			continue
		}
		if strings.ContainsAny(s[p[k].to:day.from], "?=&") {
			continue
		}
		if m := (moment{year: p[k].num, month: n, day: day.num}); m.valid() {
			return m.date()
		}
	}
	return ""
}

// dayBefore reads the date that ends with the year at the end of p, such as
// 29-10-2021; with the month first it is none, for who knows.
func dayBefore(s string, p []piece) (moment, bool) {
	if len(p) < 3 {
		return moment{}, false
	}
	day, month, year := p[len(p)-3], p[len(p)-2], p[len(p)-1]
	if len(day.text) != 2 || len(month.text) != 2 || month.from-day.to != 1 || year.from-month.to != 1 || strings.IndexByte("-.", s[day.to]) < 0 {
		return moment{}, false
	}
	m := moment{year: year.num, month: month.num, day: day.num}
	return m, day.num > 12 && m.valid()
}
