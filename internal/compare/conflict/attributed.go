package conflict

import "nutgraf"

// attributed reports whether the sentence of a cite names, or may name, who tells or measured
// what it states: "the harbour office said", "which the survey measured at 5.1". Nobody need
// have been read as standing behind it; that no source was found would be untrue all the
// same. After a form of "be" a telling word names nobody: "was put at", "is said to".
func (f *Finder) attributed(s Story, e nutgraf.Cite) bool {
	m := memberAt(s, e.Doc)
	if m < 0 {
		return false
	}
	seg := s.Members[m].Seg
	at := seg.SentenceAt(e.Span.Start)
	if at < 0 {
		return false
	}
	words, sentence := s.words[m], seg.Sentences[at].Span
	for k := seg.TokenAt(sentence.Start); k < len(words) && int(seg.Tokens[k].Start) < sentence.End; k++ {
		if f.telling[words[k]] && (k == 0 || !being(words[k-1])) {
			return true
		}
	}
	return false
}

// being reports whether a word in lower case is a form of "be".
func being(word string) bool {
	switch word {
	case "be", "is", "are", "was", "were", "been", "being":
		return true
	}
	return false
}
