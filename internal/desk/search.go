package desk

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nutgraf"
	"nutgraf/internal/fold"
)

// ParseSearch reads a query: words, "phrases in marks", beginnings of words with
// a star, each with a hyphen in front when it must not stand there, and the
// fields of the table below, whose values may stand in marks. Days are written
// as in ISO 8601; a month or a year stands for its first day. An unclosed mark
// ends with the query. The error names the part that cannot be read.
func ParseSearch(query string) (nutgraf.Search, error) {
	s := nutgraf.Search{Before: nutgraf.NoDay, After: nutgraf.NoDay}
	for _, t := range terms(query) {
		if err := t.set(&s); err != nil {
			return nutgraf.Search{}, err
		}
	}
	switch {
	case !empty(&s):
		return s, nil
	case len(s.NoWords)+len(s.NoPhrases) > 0:
		return nutgraf.Search{}, fmt.Errorf("%w: %q only leaves out; add what is to be found", nutgraf.ErrUsage, query)
	}
	return nutgraf.Search{}, fmt.Errorf("%w: nothing to search for in %q", nutgraf.ErrUsage, query)
}

func empty(s *nutgraf.Search) bool {
	return len(s.Words)+len(s.Phrases) == 0 && s.Speaker+s.Told+s.Outlet+s.Person+s.Place == "" &&
		s.Over == nil && s.Under == nil && !s.Differing && s.Before == nutgraf.NoDay && s.After == nutgraf.NoDay
}

// field is a row of the table of fields.
type field struct {
	name string // with what follows it
	set  func(s *nutgraf.Search, value string) error
}

// fields is the table of fields.
func fields() []field {
	name := func(to func(*nutgraf.Search) *string) func(*nutgraf.Search, string) error {
		return func(s *nutgraf.Search, value string) error {
			at, folded := to(s), fold.String(value)
			if folded == "" {
				return fmt.Errorf("a name is missing")
			}
			if *at != "" && *at != folded {
				return fmt.Errorf("it stands twice")
			}
			*at = folded
			return nil
		}
	}
	number := func(to func(*nutgraf.Search) **float64) func(*nutgraf.Search, string) error {
		return func(s *nutgraf.Search, value string) error {
			x, err := strconv.ParseFloat(strings.ReplaceAll(value, ",", ""), 64)
			if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
				return fmt.Errorf("%q is no number such as 40000", value)
			}
			*to(s) = &x
			return nil
		}
	}
	date := func(to func(*nutgraf.Search) *nutgraf.Day) func(*nutgraf.Search, string) error {
		return func(s *nutgraf.Search, value string) (err error) {
			*to(s), err = day(value)
			return err
		}
	}
	return []field{
		{"speaker:", name(func(s *nutgraf.Search) *string { return &s.Speaker })},
		{"told:", name(func(s *nutgraf.Search) *string { return &s.Told })},
		{"outlet:", name(func(s *nutgraf.Search) *string { return &s.Outlet })},
		{"person:", name(func(s *nutgraf.Search) *string { return &s.Person })},
		{"place:", name(func(s *nutgraf.Search) *string { return &s.Place })},
		{"number>", number(func(s *nutgraf.Search) **float64 { return &s.Over })},
		{"number<", number(func(s *nutgraf.Search) **float64 { return &s.Under })},
		{"before:", date(func(s *nutgraf.Search) *nutgraf.Day { return &s.Before })},
		{"after:", date(func(s *nutgraf.Search) *nutgraf.Day { return &s.After })},
		{"conflict:", func(s *nutgraf.Search, value string) error {
			if fold.String(value) != "yes" {
				return fmt.Errorf("it is conflict:yes, or left out")
			}
			s.Differing = true
			return nil
		}},
	}
}

// queryTerm is one part of a query, as it was written and as it is read.
type queryTerm struct {
	raw, value  string
	field       *field
	without     bool // a hyphen stands before it
	marked      bool // its value stands in marks
	strangeName string
}

// terms cuts a query into its parts.
func terms(query string) []queryTerm {
	var out []queryTerm
	table := fields()
	for rest := strings.TrimSpace(query); rest != ""; rest = strings.TrimSpace(rest) {
		var t queryTerm
		t, rest = nextTerm(rest, table)
		out = append(out, t)
	}
	return out
}

// nextTerm takes the first part off a query.
func nextTerm(q string, table []field) (t queryTerm, rest string) {
	whole := q
	if after, ok := strings.CutPrefix(q, "-"); ok && after != "" && !strings.HasPrefix(after, " ") {
		t.without, q = true, after
	}
	for i := range table {
		if n := len(table[i].name); len(q) >= n && strings.EqualFold(q[:n], table[i].name) {
			t.field, q = &table[i], q[n:]
			break
		}
	}
	if t.field == nil {
		t.strangeName = strange(q)
	}
	t.value, t.marked, rest = value(q)
	t.raw = whole[:len(whole)-len(rest)]
	return t, rest
}

func value(q string) (value string, marked bool, rest string) {
	for _, m := range [][2]string{{`"`, `"`}, {"“", "”"}} {
		if after, ok := strings.CutPrefix(q, m[0]); ok {
			value, rest, _ = strings.Cut(after, m[1])
			return value, true, rest
		}
	}
	if i := strings.IndexFunc(q, unicode.IsSpace); i >= 0 {
		return q[:i], false, q[i:]
	}
	return q, false, ""
}

// strange is the name before a colon that looks like a field's and is none:
// letters alone, and a value right behind it. An address is none.
func strange(q string) string {
	name, after, ok := strings.Cut(q, ":")
	letters := strings.ContainsFunc(name, func(r rune) bool { return r < 'a' || r > 'z' })
	if !ok || name == "" || letters || after == "" || unicode.IsSpace(rune(after[0])) || strings.HasPrefix(after, "//") {
		return ""
	}
	return name
}

func (t *queryTerm) set(s *nutgraf.Search) error {
	switch {
	case t.field != nil && t.without:
		return fmt.Errorf("%w: %q: only words and phrases can be left out", nutgraf.ErrUsage, t.raw)
	case t.field != nil:
		if err := t.field.set(s, t.value); err != nil {
			return fmt.Errorf("%w: %s: %w", nutgraf.ErrUsage, strings.TrimSpace(t.raw), err)
		}
	case t.strangeName != "":
		return fmt.Errorf("%w: there is no field %q; there are %s. To search for the words, put them in marks", nutgraf.ErrUsage, t.strangeName+":", fieldNames())
	case !t.marked && strings.HasSuffix(t.value, "*") && len(fold.String(t.value)) < shortestBeginning:
		return fmt.Errorf("%w: %s: the beginning of a word has at least %d letters", nutgraf.ErrUsage, strings.TrimSpace(t.raw), shortestBeginning)
	default:
		t.addWords(s)
	}
	return nil
}

// shortestBeginning bounds how much of the index a beginning reaches over.
const shortestBeginning = 3

func fieldNames() string {
	var names []string
	for _, f := range fields() {
		names = append(names, f.name)
	}
	return strings.Join(names, " ")
}

func (t *queryTerm) addWords(s *nutgraf.Search) {
	words, phrases := &s.Words, &s.Phrases
	if t.without {
		words, phrases = &s.NoWords, &s.NoPhrases
	}
	folded := fold.String(t.value)
	switch {
	case folded == "":
	case t.marked || strings.Contains(folded, " "):
		*phrases = append(*phrases, folded)
	case strings.HasSuffix(t.value, "*"):
		*words = append(*words, folded+"*")
	default:
		*words = append(*words, folded)
	}
}

func day(value string) (nutgraf.Day, error) {
	full := value + "0000-01-01"[min(len(value), 10):]
	d, err := nutgraf.ParseDay(full)
	if err != nil {
		return d, fmt.Errorf("%q is no date such as 2020-05-06", value)
	}
	return d, nil
}

// mostLoosened bounds the tries of Loosened.
const mostLoosened = 8

// Loosened are queries with one part less than one that finds nothing, those
// that find something.
func (d *Desk) Loosened(ctx context.Context, query string) ([]string, error) {
	all := terms(query)
	var out []string
	for i := range all[:min(len(all), mostLoosened)] {
		var rest []string
		for _, t := range slices.Concat(all[:i], all[i+1:]) {
			rest = append(rest, strings.TrimSpace(t.raw))
		}
		looser := strings.Join(rest, " ")
		if _, err := ParseSearch(looser); err != nil {
			continue
		}
		found, err := d.Search(ctx, looser, 1, 0)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			out = append(out, looser)
		}
	}
	return out, nil
}
