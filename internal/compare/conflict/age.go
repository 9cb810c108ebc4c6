package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
)

// age is how old a report says a person is, with the words that say it.
type age struct {
	member, years int
	cite          nutgraf.Cite
}

// ages finds people whose age the reports give differently beside their full
// names: "Ada Hale, 34," beside "35-year-old Ada Hale". A report that gives two
// ages, or gives the other's too, tells of two people or of two times.
func (f *Finder) ages(s Story) []nutgraf.Conflict {
	told := make([]map[int][]age, len(s.Members))
	for i, m := range s.Members {
		told[i] = f.agesOf(i, m)
	}
	var out []nutgraf.Conflict
	for _, e := range s.Entities {
		if e.Type != nutgraf.Person {
			continue
		}
		var all []age
		for i, idx := range e.Members {
			if idx >= 0 && i < len(told) && oneAge(told[i][idx]) {
				all = append(all, told[i][idx][0])
			}
		}
		if len(all) < 2 || !slices.ContainsFunc(all, func(a age) bool { return a.years != all[0].years }) || years(s, all) {
			continue
		}
		why := "The reports give different ages."
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting, Axis: "number",
			Matter: "How old is " + e.Name + "?", Why: why, Rule: nutgraf.Evidence{Rule: "conflict.age", Text: why},
		}
		for _, a := range all {
			value := strconv.Itoa(a.years)
			i := slices.IndexFunc(c.Sides, func(x nutgraf.Side) bool { return x.Value == value })
			if i < 0 {
				i = len(c.Sides)
				c.Sides = append(c.Sides, nutgraf.Side{Value: value, Low: float64(a.years), High: float64(a.years)})
			}
			c.Sides[i].Evidence = append(c.Sides[i].Evidence, a.cite)
		}
		out = append(out, c)
	}
	return out
}

// oneAge reports whether a report gives one age of a person, once or more.
func oneAge(ages []age) bool {
	return len(ages) > 0 && !slices.ContainsFunc(ages, func(a age) bool { return a.years != ages[0].years })
}

// years reports whether the reports are so far apart in time, or the ages so far
// from each other, that a birthday or a namesake tells them apart.
func years(s Story, all []age) bool {
	first, last := nutgraf.NoDay, nutgraf.NoDay
	low, high := all[0].years, all[0].years
	for _, a := range all {
		low, high = min(low, a.years), max(high, a.years)
		if d := s.Dates[a.member]; d.From != nutgraf.NoDay {
			if first == nutgraf.NoDay || d.From < first {
				first = d.From
			}
			last = max(last, d.To)
		}
	}
	return high > 2*low && high-low > 20 || first != nutgraf.NoDay && last-first > daysOfAge
}

// daysOfAge is how many days reports can lie apart and give one age.
const daysOfAge = 60

// agesOf returns the ages that a report gives beside full names, by entity.
func (f *Finder) agesOf(member int, m nutgraf.Member) map[int][]age {
	out := map[int][]age{}
	for _, x := range m.Ann.Mentions {
		if x.Kind != nutgraf.ByName || x.Entity < 0 || typeOf(m, x) != nutgraf.Person || !strings.Contains(x.Span.Of(m.Doc.Text), " ") {
			continue
		}
		if n, end := ageAfter(m.Doc.Text, x.Span.End); n > 0 {
			out[x.Entity] = append(out[x.Entity], age{member, n, m.Doc.Cite(nutgraf.Span{Start: x.Span.Start, End: end})})
		} else if n, from := f.ageBefore(m.Doc.Text, x.Span.Start); n > 0 {
			out[x.Entity] = append(out[x.Entity], age{member, n, m.Doc.Cite(nutgraf.Span{Start: from, End: x.Span.End})})
		}
	}
	return out
}

// ageAfter reads the age that stands behind a name as an apposition, and where it
// ends: "Hale, 34, said", "Hale, aged 34.", "Hale, who is 34,".
func ageAfter(text string, at int) (years, end int) {
	rest, ok := strings.CutPrefix(text[at:min(len(text), at+40)], ", ")
	if !ok {
		return 0, 0
	}
	for _, lead := range [...]string{"aged ", "age ", "who is ", "who was "} {
		rest = strings.TrimPrefix(rest, lead)
	}
	n := digitsAt(rest)
	if n == 0 || n > 2 || n == len(rest) || !strings.ContainsRune(",.;", rune(rest[n])) || n+1 < len(rest) && digit(rest[n+1]) {
		return 0, 0
	}
	years, _ = strconv.Atoi(rest[:n])
	if years == 0 {
		return 0, 0
	}
	return years, at + strings.Index(text[at:], rest[:n]) + n
}

// ageBefore reads the age that stands before a name, and where it begins:
// "34-year-old Ada Hale", "the 34-year-old clerk Ada Hale".
func (f *Finder) ageBefore(text string, at int) (years, from int) {
	const mark = "-year-old "
	i := strings.LastIndex(text[max(0, at-60):at], mark)
	if i < 0 {
		return 0, 0
	}
	i += max(0, at-60)
	between := text[i+len(mark) : at]
	if len(strings.Fields(between)) > 3 || strings.ContainsFunc(between, func(r rune) bool { return r != ' ' && r != '-' && (r < 'a' || r > 'z') }) || f.joins(between) {
		return 0, 0
	}
	from = i
	for from > 0 && digit(text[from-1]) {
		from--
	}
	years, err := strconv.Atoi(text[from:i])
	if err != nil || years == 0 || years > 120 || from > 0 && (text[from-1] == '.' || text[from-1] == ',') {
		return 0, 0
	}
	return years, from
}

// joins reports whether a word between an age and a name parts them: "the
// 9-year-old daughter of Ada Hale".
func (f *Finder) joins(between string) bool {
	for w := range strings.FieldsSeq(between) {
		if f.kin[w] || f.function[w] || f.past[w] {
			return true
		}
	}
	return false
}

func digitsAt(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}
