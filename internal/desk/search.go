package desk

import (
	"fmt"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// ParseSearch reads a query: words, "phrases in marks", beginnings of words
// with a star, and the fields speaker:, told:, outlet:, before: and after:,
// whose values may stand in marks. Days are written as in ISO 8601; a month or
// a year stands for its first day. An unclosed mark ends with the query.
func ParseSearch(query string) (nutgraf.Search, error) {
	s := nutgraf.Search{Before: nutgraf.NoDay, After: nutgraf.NoDay}
	for rest := strings.TrimSpace(query); rest != ""; rest = strings.TrimSpace(rest) {
		var field, value string
		var marked bool
		field, value, marked, rest = term(rest)
		if err := set(&s, field, value, marked); err != nil {
			return nutgraf.Search{}, err
		}
	}
	if len(s.Words)+len(s.Phrases) == 0 && s.Speaker == "" && s.Told == "" && s.Outlet == "" {
		return nutgraf.Search{}, fmt.Errorf("%w: nothing to search for in %q", nutgraf.ErrUsage, query)
	}
	return s, nil
}

// term takes the first term off a query.
func term(q string) (field, value string, marked bool, rest string) {
	for _, f := range []string{"speaker", "told", "outlet", "before", "after"} {
		if len(q) > len(f) && strings.EqualFold(q[:len(f)], f) && q[len(f)] == ':' {
			field, q = f, q[len(f)+1:]
			break
		}
	}
	for _, m := range [][2]string{{`"`, `"`}, {"“", "”"}} {
		if after, ok := strings.CutPrefix(q, m[0]); ok {
			value, rest, _ = strings.Cut(after, m[1])
			return field, value, true, rest
		}
	}
	if i := strings.IndexAny(q, " \t\n"); i >= 0 {
		return field, q[:i], false, q[i:]
	}
	return field, q, false, ""
}

func set(s *nutgraf.Search, field, value string, marked bool) (err error) {
	switch field {
	case "speaker":
		s.Speaker = fold.String(value)
	case "told":
		s.Told = fold.String(value)
	case "outlet":
		s.Outlet = fold.String(value)
	case "before":
		s.Before, err = day(value)
	case "after":
		s.After, err = day(value)
	default:
		addWords(s, value, marked)
	}
	return err
}

func addWords(s *nutgraf.Search, value string, marked bool) {
	folded := fold.String(value)
	switch {
	case folded == "":
	case marked || strings.Contains(folded, " "):
		s.Phrases = append(s.Phrases, folded)
	case strings.HasSuffix(value, "*"):
		s.Words = append(s.Words, folded+"*")
	default:
		s.Words = append(s.Words, folded)
	}
}

func day(value string) (nutgraf.Day, error) {
	full := value + "0000-01-01"[min(len(value), 10):]
	d, err := nutgraf.ParseDay(full)
	if err != nil {
		return d, fmt.Errorf("%w: %q is no date such as 2020-05-06", nutgraf.ErrUsage, value)
	}
	return d, nil
}
