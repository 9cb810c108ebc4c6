package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/cast"
)

// wordings finds utterances that two reports put between marks in other words: words
// replaced inside, or left out inside a sentence, without brackets or an ellipsis. It
// stays in its row.
func (f *Finder) wordings(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, fam := range s.Families {
		if fam.Kind != nutgraf.Direct || fam.Fullest >= len(fam.Variants) {
			continue
		}
		full := fam.Variants[fam.Fullest]
		for _, v := range fam.Variants {
			if v.Kind != nutgraf.Edited || v.Doc == full.Doc || len(v.Cites) == 0 || len(full.Cites) == 0 || !quotedWhole(s, v) || !quotedWhole(s, full) {
				continue
			}
			at, was, now := f.reworded(v.Diff)
			if at < 0 || strangers(fam.Speaker, v.Speaker) || strangers(full.Speaker, v.Speaker) {
				continue
			}
			why := "Both reports put the words between marks; the one has “" + was + "” where the other has “" + now + "”."
			if now == nothing {
				why = "Both reports put the words between marks; the one leaves out “" + was + "” and does not show it."
			}
			c := nutgraf.Conflict{
				Kind: nutgraf.ConflictWording, Severity: nutgraf.Soft, Relation: nutgraf.Drift,
				Matter: "How it was worded: " + opening(fam), Why: why,
				Sides: []nutgraf.Side{{Value: was, By: fam.Speaker, ByQuoted: true, Evidence: full.Cites}, {Value: now, By: v.Speaker, ByQuoted: true, Evidence: v.Cites}},
				Rule:  nutgraf.Evidence{Rule: "conflict.wording", Text: why},
			}
			f.joinWordings(s, &c, fam, v.Diff, at)
			out = append(out, c)
			break // one row an utterance: its variants stand beside it
		}
	}
	return out
}

// strangers reports whether words have two named speakers: then they are two utterances.
func strangers(a, b string) bool {
	if a == "" || b == "" || unnamed(a) || unnamed(b) {
		return false
	}
	had := strings.Fields(a)
	return !slices.ContainsFunc(strings.Fields(b), func(w string) bool { return slices.Contains(had, w) })
}

// direct reports whether a variant is a direct quotation without brackets or
// dots, which own to a change.
func direct(s Story, v nutgraf.Variant) bool {
	return quotedWhole(s, v) && !slices.ContainsFunc(v.Cites, func(c nutgraf.Cite) bool { return owned(c.Text) })
}

// quotedWhole reports whether all words of a variant stand between marks.
func quotedWhole(s Story, v nutgraf.Variant) bool {
	m, ok := memberOf(s, v.Doc)
	return ok && !slices.ContainsFunc(v.Quotes, func(q int) bool { return m.Ann.Quotes[q].Kind != nutgraf.Direct })
}

// owned reports whether words hold what owns to a change.
func owned(text string) bool {
	return strings.ContainsAny(text, "[]()…") || strings.Contains(text, "...") || strings.Contains(text, ". . .")
}

// wordedMost is how many words can be replaced or left out at the most.
const wordedMost = 12

// joinWordings cites on each side of a difference at step i of a diff the other reports
// that have its words.
func (f *Finder) joinWordings(s Story, c *nutgraf.Conflict, fam nutgraf.Family, diff []nutgraf.Edit, i int) {
	before, behind := f.sound(diff[i-1].Text), ""
	with := [2]string{f.sound(diff[i].Text), ""}
	if diff[i+1].Op == nutgraf.Add {
		with[1] = f.sound(diff[i+1].Text)
		i++
	}
	behind = f.sound(diff[i+1].Text)
	before, behind = last(before), first(behind)
	for side, words := range with {
		words = strings.Join(strings.Fields(before+" "+words+" "+behind), " ")
		for _, v := range fam.Variants {
			if len(c.Sides[side].Evidence) >= passagesMost || !quotedWhole(s, v) {
				continue
			}
			for _, x := range v.Cites {
				if !slices.ContainsFunc(c.Sides[side].Evidence, func(y nutgraf.Cite) bool { return y.Doc == x.Doc }) && strings.Contains(" "+f.sound(x.Text)+" ", " "+words+" ") {
					c.Sides[side].Evidence = append(c.Sides[side].Evidence, x)
				}
			}
		}
	}
}

// sound returns words as they sound, in lower case and without marks.
func (f *Finder) sound(text string) string {
	words := f.inSpeech(text)
	for i, w := range words {
		words[i] = strings.Trim(w, worded)
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " ")
}

func first(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(2, len(words))], " ")
}

func last(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[max(0, len(words)-2):], " ")
}

// reworded returns the first words of a diff that others stand in the place of, if they
// differ by more than spelling, or that nothing does, if they are of weight: amid kept
// words of one sentence, from which neither dots nor brackets part them; and their step, -1 where there are none.
func (f *Finder) reworded(diff []nutgraf.Edit) (at int, was, now string) {
	for i := 1; i+1 < len(diff); i++ {
		if diff[i].Op != nutgraf.Drop || diff[i-1].Op != nutgraf.Keep || owned(diff[i].Text) {
			continue
		}
		was = strings.Trim(diff[i].Text, worded)
		a := f.inSpeech(was)
		if len(a) == 0 || len(a) > wordedMost || sentenceInside(was) {
			continue
		}
		switch next := diff[i+1]; next.Op {
		case nutgraf.Add:
			now = strings.Trim(next.Text, worded)
			if b := f.inSpeech(now); i+2 < len(diff) && diff[i+2].Op == nutgraf.Keep && len(b) > 0 && len(b) <= wordedMost && !sentenceInside(now) && !owned(next.Text) && !f.alikeInSpeech(a, b) && !unrelated(a, b) && amid(diff[i-1].Text, diff[i+2].Text) >= max(len(a), len(b), wordedAmid) {
				return i, was, now
			}
		case nutgraf.Keep:
			if amid(diff[i-1].Text, next.Text) >= max(len(a), wordedAmid) && !sentenceEnds(diff[i].Text) && f.ofWeight(a) && !f.moved(a, diff, i) {
				return i, was, nothing
			}
		}
	}
	return -1, "", ""
}

// movedReach is how many words beside a step of a diff are near it.
const movedReach = 8

// moved reports whether words that step i of a diff drops are kept or added near it: they
// stand in another order, or were said twice.
func (f *Finder) moved(words []string, diff []nutgraf.Edit, i int) bool {
	before, behind := f.inSpeech(diff[i-1].Text), f.inSpeech(diff[i+1].Text)
	near := slices.Concat(before[max(0, len(before)-movedReach):], behind[:min(len(behind), movedReach)])
	for _, k := range [...]int{i - 2, i + 2} {
		if k >= 0 && k < len(diff) && diff[k].Op == nutgraf.Add {
			near = append(near, f.inSpeech(diff[k].Text)...)
		}
	}
	for k, w := range near {
		near[k] = strings.Trim(w, worded)
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		w = strings.Trim(w, worded)
		return (!f.function[w] || f.negations[w]) && !slices.Contains(near, w)
	})
}

// wordedAmid is how many kept words of one sentence stand round a change at the least.
const wordedAmid = 5

// amid counts the kept words before and behind a change that are of its sentence, 0 where
// dots or brackets stand next to it.
func amid(before, behind string) int {
	n := 0
	words := strings.Fields(before)
	for k := len(words) - 1; k >= 0 && !sentenceEnds(words[k]); k-- {
		if owned(words[k]) {
			return 0
		}
		n++
	}
	if n == 0 {
		return 0
	}
	words = strings.Fields(behind)
	for k, w := range words {
		if owned(w) {
			if k < 2 {
				return 0
			}
			break
		}
		n++
		if sentenceEnds(w) {
			break
		}
	}
	return n
}

// worded is what a diff's words can begin and end with.
const worded = " .,;:\"“”'’—-"

// ofWeight reports whether some of the words say something that what is said without them
// lacks: a word of matter, or one that turns the sense.
func (f *Finder) ofWeight(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		w = strings.Trim(w, worded)
		return f.negations[w] || w != "00" && !f.fillers[w] && !f.function[w] && f.gist.Key(w) != ""
	})
}

// sentenceInside reports whether a sentence ends amid words: then they are of two.
func sentenceInside(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return len(w) > 4 && sentenceEnds(w) })
}

// sentenceEnds reports whether words end a sentence.
func sentenceEnds(text string) bool {
	text = strings.TrimRight(text, " \"“”'’")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?")
}

// inSpeech returns words as they sound in full, in lower case: "it's" is "it is", "gonna"
// "going to".
func (f *Finder) inSpeech(s string) []string {
	var out []string
	for w := range strings.FieldsSeq(strings.ToLower(uncut.Replace(s))) {
		bare := strings.Trim(w, worded)
		full, ok := f.houseStyle[w]
		if !ok {
			full, ok = f.houseStyle[bare]
		}
		if !ok {
			full = inFull.Replace(w)
		}
		out = append(out, strings.Fields(full)...)
	}
	return out
}

var (
	uncut  = strings.NewReplacer("’", "'", "‘", "'", " 's", "'s", " n't", " not", "n't", " not", "-", " ", "½", " and a half", "¼", " and a quarter", " 1/2", " and a half", "%", " percent")
	inFull = strings.NewReplacer("'s", " is", "'re", " are", "'m", " am", "'ve", " have", "'ll", " will", "'d", " would", "1", "one", "2", "two", "3", "three", "4", "four", "5", "five", "6", "six", "7", "seven", "8", "eight", "9", "nine", ".", "", ",", "")
)

// unrelatedLeast is from how many words on, on either side, words that have none in common
// are of two utterances.
const unrelatedLeast = 4

// unrelated reports whether two runs of words are too long and too different to stand for each
// other: "but I hope to start right away", "there's just no doubt about".
func unrelated(a, b []string) bool {
	return min(len(a), len(b)) >= unrelatedLeast && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// alikeInSpeech reports whether two runs of words can be one that was heard: in two spellings
// ("organise" and "organize"), in short ("PHB"), or with letters masked ("d**n").
func (f *Finder) alikeInSpeech(a, b []string) bool {
	x, y := strings.Join(a, ""), strings.Join(b, "")
	if short := min(len(x), len(y)); x[:short] == y[:short] && (short >= 3 || short == 2 && !f.function[x[:short]]) {
		return true // "Sen." beside "Senator", "sh--"
	}
	if initials := initialsOf(a); len(b) == 1 && initials == y {
		return true
	}
	if initials := initialsOf(b); len(a) == 1 && initials == x {
		return true
	}
	return x[0] == y[0] && strings.Contains(x+y, "*") || cast.Edits(x, y) <= max(1, min(len(x), len(y))/4)
}

// initialsOf is the first letters of words, articles and "of" apart.
func initialsOf(words []string) string {
	out := ""
	for _, w := range words {
		if w != "of" && w != "the" {
			out += w[:1]
		}
	}
	return out
}
