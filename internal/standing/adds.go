package standing

import (
	"strings"

	"nutgraf/internal/lang"
)

// Adds reports whether words outside of quotation marks add to what was told before them, by a
// word near their head or at their end: "Marrow, too, left", "Marrow also left", "The board,
// however, met".
func (j *Judge) Adds(text string) bool {
	words := strings.Fields(lang.Lower(Unquoted(text)))
	if n := len(words); n > 1 && trim(words[n-1], ".") == "too" {
		return true
	}
	for i, w := range words[:min(len(words), addingWords)] {
		bare := trim(w, ".,;:!?()“”")
		parted := i > 0 && strings.HasSuffix(words[i-1], ",") && strings.HasSuffix(w, ",")
		switch {
		case parted && j.adding[bare]:
			return true
		case (bare == "example" || bare == "instance") && i > 1 && words[i-1] == "for" && strings.HasSuffix(words[i-2], ",") && strings.HasSuffix(w, ","):
			return true
		case bare == "also" && i < alsoWords:
			return true
		case bare == "added" && 0 < i && i < alsoWords && i+2 < len(words) && words[i+1] == "that" && !j.periods[words[i+2]]:
			return true // "Marrow added that the mole is old"
		}
	}
	return false
}

// A word that adds stands among so many words at the head; "also" right behind a short subject.
const addingWords, alsoWords = 9, 4

// Recalls reports whether words open with what somebody named said or did, told of before:
// "Marrow's decision came late".
func (j *Judge) Recalls(text string) bool {
	words := heads(text, recalling)
	for i := 1; i < len(words); i++ {
		if owner := words[i-1]; strings.HasSuffix(owner, "'s") || strings.HasSuffix(owner, "’s") {
			noun := lang.Lower(trim(words[i], ",."))
			return j.told[noun] && !(i+1 < len(words) && j.narrowing[lang.Lower(words[i+1])])
		}
	}
	return false
}

// recalling is the number of words at a head in which what is recalled is named.
const recalling = 4

// Told reports whether "the" before a noun in lower case, which nothing narrows, means what was
// told of before.
func (j *Judge) Told(noun string) bool { return j.told[noun] }
