package variant

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// voice says how two wordings' speakers stand to each other.
type voice uint8

const (
	unsure voice = iota // not both known
	alike               // one speaker at least is the same
	apart               // all known speakers differ
)

func (f *finder) voices(a, b *form) voice {
	known := false
	for _, i := range a.pieces[:min(len(a.pieces), 8)] {
		for _, j := range b.pieces[:min(len(b.pieces), 8)] {
			switch f.pair(&f.pieces[i], &f.pieces[j]) {
			case alike:
				return alike
			case apart:
				known = true
			}
		}
	}
	if known {
		return apart
	}
	return unsure
}

func (f *finder) pair(p, q *piece) voice {
	if p.speaker >= 0 && p.speaker == q.speaker {
		return alike
	}
	if p.q.Name == "" || q.q.Name == "" {
		return unsure
	}
	a, b := f.fold(p.q.Name), f.fold(q.q.Name)
	switch {
	case a == b || within(a, b) || within(b, a) || writing(a, q.q) || writing(b, p.q):
		return alike
	case f.rank(p.q.Name) > 0 || f.rank(q.q.Name) > 0:
		return unsure
	}
	return apart
}

// writing reports whether a nameless speaker is a post, and a quotation is out of one: an
// “early tweet” is its writer's.
func writing(name string, q *nutgraf.Quote) bool {
	if !nameless(name) || nameless(fold.String(q.Name)) {
		return false
	}
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return occasion[last] == "post" && occasion[q.Medium] == "post"
}

// same is the share of words in common from which two wordings of different
// occasions are one that somebody gave twice, or that a report dates wrongly.
const same = .9

// apartInTime reports whether two wordings are told of different occasions: on other
// days, or one written for all, one told to an interviewer and one before a crowd.
// Who says a thing alike on two days is not misquoted.
func (f *finder) apartInTime(a, b *form) bool {
	known := false
	for _, i := range a.pieces[:min(len(a.pieces), 8)] {
		for _, j := range b.pieces[:min(len(b.pieces), 8)] {
			p, q := &f.pieces[i], &f.pieces[j]
			d, e := f.day(p.doc, p.q.When), f.day(q.doc, q.q.When)
			m, n := occasion[p.q.Medium], occasion[q.q.Medium]
			switch {
			case d != nutgraf.NoDay && e != nutgraf.NoDay && d != e, m != "" && n != "" && m != n:
				known = true
			default:
				return false
			}
		}
	}
	return known
}

// occasion classes the media that tell occasions apart.
var occasion = map[string]string{
	"tweet": "post", "facebook": "post", "instagram": "post", "social media": "post",
	"interview": "interview", "broadcast": "interview", "podcast": "interview",
	"rally": "crowd", "speech": "crowd", "debate": "crowd", "town hall": "crowd", "press conference": "crowd", "hearing": "crowd",
}

// within reports whether all words of a stand in b: "Northway" and "a Northway
// spokeswoman", "Hale" and "Ada Hale".
func within(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if !hasWord(b, w) {
			return false
		}
	}
	return a != ""
}

func hasWord(text, word string) bool {
	for w := range strings.FieldsSeq(text) {
		if w == word {
			return true
		}
	}
	return false
}

func nameless(folded string) bool { return strings.HasPrefix(folded, "unnamed") }

// speech reports whether a quotation's cue marks words as said, written or
// given out, rather than read into someone by the reporter.
func speech(q *nutgraf.Quote, text string) bool {
	if q.Kind == nutgraf.Indirect && (q.Cue.IsZero() || q.Modality == "refuse") {
		return false // what somebody would not say is no statement of his
	}
	cue := fold.String(q.Cue.Of(text))
	for _, w := range []string{"seem", "hint", "appear", "suggest", "impl"} {
		if strings.HasPrefix(cue, w) || strings.Contains(cue, " "+w) {
			return q.Kind != nutgraf.Indirect
		}
	}
	return true
}
