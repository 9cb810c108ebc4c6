package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/cast"
)

// wordings finds utterances that two reports put between marks in other words:
// words replaced inside, without brackets or an ellipsis. It stays in its row.
func (f *Finder) wordings(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, fam := range s.Families {
		if fam.Kind != nutgraf.Direct || fam.Fullest >= len(fam.Variants) {
			continue
		}
		full := fam.Variants[fam.Fullest]
		for _, v := range fam.Variants {
			was, now, ok := replaced(v.Diff)
			if v.Kind != nutgraf.Edited || v.Doc == full.Doc || !ok || len(v.Cites) == 0 || len(full.Cites) == 0 || !direct(s, v) || !direct(s, full) {
				continue
			}
			why := "Both reports put the words between marks; the one has “" + was + "” where the other has “" + now + "”."
			c := nutgraf.Conflict{
				Kind: nutgraf.ConflictWording, Severity: nutgraf.Soft, Relation: nutgraf.Drift,
				Matter: "How it was worded: " + opening(fam), Why: why,
				Sides: []nutgraf.Side{{Value: was, By: fam.Speaker, ByQuoted: true, Evidence: full.Cites}, {Value: now, By: v.Speaker, ByQuoted: true, Evidence: v.Cites}},
				Rule:  nutgraf.Evidence{Rule: "conflict.wording", Text: why},
			}
			out = append(out, c)
			break // one row an utterance: its variants stand beside it
		}
	}
	return out
}

// direct reports whether a variant is a direct quotation without brackets or
// dots, which own to a change.
func direct(s Story, v nutgraf.Variant) bool {
	m, ok := memberOf(s, v.Doc)
	if !ok || slices.ContainsFunc(v.Quotes, func(q int) bool { return m.Ann.Quotes[q].Kind != nutgraf.Direct }) {
		return false
	}
	return !slices.ContainsFunc(v.Cites, func(c nutgraf.Cite) bool {
		return strings.ContainsAny(c.Text, "[(…") || strings.Contains(c.Text, "...") || strings.Contains(c.Text, ". . .")
	})
}

// replaced returns the first words of a diff that others stand in the place of,
// if they differ by more than spelling.
func replaced(diff []nutgraf.Edit) (was, now string, ok bool) {
	for i := 1; i+1 < len(diff); i++ {
		if diff[i].Op != nutgraf.Drop || diff[i+1].Op != nutgraf.Add || i+2 >= len(diff) {
			continue
		}
		was, now = strings.Trim(diff[i].Text, " .,;:\"“”'’—-"), strings.Trim(diff[i+1].Text, " .,;:\"“”'’—-")
		a, b := spoken(was), spoken(now)
		if len(a) > 0 && len(b) > 0 && len(a) <= 12 && len(b) <= 12 && !spellingOnly(a, b) {
			return was, now, true
		}
	}
	return "", "", false
}

// spoken returns words as they sound in full, in lower case.
func spoken(s string) []string {
	return strings.Fields(inFull.Replace(strings.ToLower(uncut.Replace(s))))
}

var (
	uncut  = strings.NewReplacer("’", "'", "n't", " not", "-", " ")
	inFull = strings.NewReplacer("'s", " is", "'re", " are", "'m", " am", "'ve", " have", "'ll", " will", "'d", " would", "2", "two", "3", "three", "4", "four", "5", "five", "6", "six", "7", "seven", "8", "eight", "9", "nine", ".", "", ",", "")
)

// spellingOnly reports whether two runs of words are one in two spellings:
// "it's" and "it is", "going to" and "gonna", "organise" and "organize".
func spellingOnly(a, b []string) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if strings.HasPrefix(x, y) && len(y) >= 3 || strings.HasPrefix(y, x) && len(x) >= 3 {
		return true // "Sen." beside "Senator"
	}
	return cast.Edits(x, y) <= max(1, min(len(x), len(y))/4)
}
