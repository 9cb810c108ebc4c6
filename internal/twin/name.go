package twin

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Otherwise reports whether twins part in whom or what they name: then they tell
// of two.
func Otherwise(members []nutgraf.Member, p Pair) bool {
	for _, g := range p.Partings {
		if _, _, ok := Names(members, p, g); ok {
			return true
		}
	}
	return false
}

// Names returns the names that stand in the place of each other at a parting; ok
// is false where either side has none, or both can mean one.
func Names(members []nutgraf.Member, p Pair, g Parting) (a, b nutgraf.Mention, ok bool) {
	a, okA := nameAt(members[p.A.Member], g.A)
	b, okB := nameAt(members[p.B.Member], g.B)
	if !okA || !okB {
		return a, b, false
	}
	x, y := a.Span.Of(members[p.A.Member].Doc.Text), b.Span.Of(members[p.B.Member].Doc.Text)
	return a, b, !oneName(x, y)
}

// nameAt returns the first name that stands in words.
func nameAt(m nutgraf.Member, s nutgraf.Span) (nutgraf.Mention, bool) {
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= s.End {
			break
		}
		if x.Kind == nutgraf.ByName && x.Span.Overlap(s) > 0 {
			return x, true
		}
	}
	return nutgraf.Mention{}, false
}

// oneName reports whether two names share a word, or one is the other's initials.
func oneName(x, y string) bool {
	a, b := wordsOf(x), wordsOf(y)
	return slices.ContainsFunc(a, func(v string) bool { return len(v) > 2 && slices.Contains(b, v) }) || short(x, y) || short(y, x)
}

var unmarked = strings.NewReplacer(".", "", ",", "")

// wordsOf returns the words of a name in lower case, without dots and the ending
// of what it owns: "N.S.A.'s" is "nsa".
func wordsOf(name string) []string {
	out := strings.Fields(unmarked.Replace(lang.Lower(name)))
	for i, w := range out {
		out[i] = strings.Trim(strings.TrimSuffix(w, "'s"), "'")
	}
	return out
}

// short reports whether x is the initials of y, with or without those of its
// small words.
func short(x, y string) bool {
	all, capitals := "", ""
	for w := range strings.FieldsSeq(y) {
		all += w[:1]
		if w[0] >= 'A' && w[0] <= 'Z' {
			capitals += w[:1]
		}
	}
	x = strings.ReplaceAll(x, ".", "")
	return x == capitals || strings.EqualFold(x, all)
}
