package credit

import (
	"strings"

	"nutgraf"
)

// social reads posts named as a source: "in a tweet", "thanked fans on
// Instagram", "wrote on Facebook".
func (r *reader) social(n int) {
	s := &r.seg.Sentences[n]
	for k := s.First; k < s.Last; k++ {
		if !r.is(k, cPlatform) || r.str(k-1) == "<" || r.str(k-1) == "/" || r.inMarks(k) || !r.posted(k, s) {
			continue
		}
		name := r.lex.platforms[strings.ToLower(r.str(k))]
		x := ref{a: k, b: k + 1, name: name, span: r.seg.Tokens[k].Span()}
		owner, from := r.poster(s, k)
		a := k
		if from >= s.First && from < k {
			a = from
		}
		r.add(nutgraf.CreditSocialPost, a, k+1, x, "post", "a post is named", .85)
		r.out[len(r.out)-1].Owner = owner
		return
	}
}

// posted reports whether the platform at token k is where words were
// published, and not a company, a friend or a follower.
func (r *reader) posted(k int, s *nutgraf.Sentence) bool {
	w := strings.ToLower(r.str(k))
	switch w {
	case "tweeted", "retweeted":
		return true
	case "tweeting":
		return !r.habit(k, s)
	case "tweet", "tweets":
		return k > s.First && !r.word(k-1, "to") && !r.word(k-1, "will") && !r.word(k-1, "and") && !r.spokenOf(s, k)
	}
	switch {
	case r.is(k+1, cItem):
		return r.verbNear(k, s)
	case r.is(k+1, cFeed):
		return r.putOut(k, s) || r.is(k+2, cSpeaking|cPublishing)
	case r.is(k+1, cBusiness), r.word(k+1, "with"): // they talk there
		return false
	}
	switch prev := strings.ToLower(r.str(k - 1)); prev {
	case "over":
		return !strings.HasPrefix(strings.ToLower(r.str(k-2)), "argu") && r.verbNear(k, s)
	case "on", "via", "his", "her", "their", "its":
		return r.verbNear(k, s)
	case "to":
		return r.putOut(k, s)
	}
	return false
}

// spokenOf reports whether somebody only speaks of the post at token k: "the mayor said the
// tweet was no order".
func (r *reader) spokenOf(s *nutgraf.Sentence, k int) bool {
	v := k - 2
	if !r.is(k-1, cDet) && !r.word(k-1, "these") && !r.word(k-1, "those") || v < s.First {
		return false
	}
	if r.word(v, "that") && v > s.First {
		v--
	}
	return r.is(v, cUttering)
}

// habit reports whether "tweeting" at token k is a noun: "his angry tweeting".
func (r *reader) habit(k int, s *nutgraf.Sentence) bool {
	switch strings.ToLower(r.str(k - 1)) {
	case "by", "after", "before", "while", "when", "and":
		return false
	}
	for j := k - 1; j >= s.First && j > k-5 && r.seg.Tokens[j].Kind != nutgraf.Punct; j-- {
		switch w := strings.ToLower(r.str(j)); {
		case w == "his", w == "her", w == "their", w == "its", r.is(j, cDet), strings.HasPrefix(w, "'"), strings.HasPrefix(w, "’"):
			return true
		}
	}
	return false
}

// putOut reports whether a verb of posting stands right before "to" and the
// platform at token k, or its object between: "shared the statement to Twitter",
// but not "issued a summons to Twitter".
func (r *reader) putOut(k int, s *nutgraf.Sentence) bool {
	for j := k - 2; j >= max(s.First, k-9); j-- {
		if r.is(j, cPosting) || r.is(j, cHanding) {
			return true
		}
	}
	return false
}

// verbNear reports whether somebody speaks or posts before token k.
func (r *reader) verbNear(k int, s *nutgraf.Sentence) bool {
	for j := max(s.First, k-14); j < min(k+8, s.Last); j++ {
		if r.is(j, cSpeaking|cTelling|cPublishing|cPosting) {
			return true
		}
	}
	return false
}
