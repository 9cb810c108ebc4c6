package credit

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"nutgraf"
)

// poster is who published on the platform at token k of sentence s, and the
// token where the sentence names them, or -1: the owner of the account, the
// maker of the post, or the speaker of the words posted. A name that stands in
// the post itself is never its owner.
func (r *reader) poster(s *nutgraf.Sentence, k int) (string, int) {
	if j, ok := r.possessed(s, k); ok {
		if name, at := r.holder(j, s); name != "" || !r.reflexive(s, j) {
			return name, at
		}
	}
	for j := k + 1; j+1 < s.Last && j < k+4; j++ {
		if r.word(j, "from") || r.word(j, "by") {
			return r.holder(j+1, s)
		}
	}
	v := r.postingVerb(s, k)
	if q := r.quoteBy(s, k, v); q != nil {
		return r.speakerOf(q, k)
	}
	if v < 0 || r.passive(s, v) {
		return "", -1
	}
	return r.subject(s, v)
}

// passive reports whether the participle at token v tells of what was published, not of
// who did: "a film that was dubbed and posted on YouTube".
func (r *reader) passive(s *nutgraf.Sentence, v int) bool {
	for j := v - 1; j >= s.First && j > v-passiveReach && r.seg.Tokens[j].Kind == nutgraf.Word; j-- {
		switch strings.ToLower(r.str(j)) {
		case "was", "were", "been", "being", "is", "are":
			next := j + 1
			if next < v && strings.HasSuffix(r.str(next), "ly") {
				next++
			}
			return strings.HasSuffix(strings.ToLower(r.str(next)), "ed")
		case "had", "has", "have", "he", "she", "they", "who", "it":
			return false
		}
	}
	return false
}

// passiveReach is how many tokens before a participle its auxiliary is looked for.
const passiveReach = 7

// possessed returns the token of the owner in "her Facebook page" or "Ann
// Lee's official Instagram account".
func (r *reader) possessed(s *nutgraf.Sentence, k int) (int, bool) {
	for j := k - 1; j >= s.First && j > k-4; j-- {
		switch w := strings.ToLower(r.str(j)); {
		case w == "his" || w == "her" || w == "their" || w == "its":
			return j, true
		case (strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’")) && j > s.First:
			return j - 1, true
		case r.is(j, cDet|cClause|cPosting) || r.seg.Tokens[j].Kind != nutgraf.Word || w == "on" || w == "to" || w == "in":
			return 0, false
		}
	}
	return 0, false
}

// reflexive reports whether the possessive at token j can go back to the
// subject of its own clause: "Lee wrote on her page", not "her page said".
func (r *reader) reflexive(s *nutgraf.Sentence, j int) bool {
	return r.postingVerb(s, j) >= 0 && r.seg.Tokens[j].Kind == nutgraf.Word && r.str(j)[0] >= 'a'
}

// holder returns the name of who is mentioned at token j.
func (r *reader) holder(j int, s *nutgraf.Sentence) (string, int) {
	at := int(r.seg.Tokens[j].Start)
	m := r.ann.Mentions
	i := sort.Search(len(m), func(i int) bool { return m[i].Span.End > at })
	if i < len(m) && m[i].Span.Start <= at && r.posts(&m[i]) {
		return r.ann.Entities[m[i].Entity].Name, max(s.First, r.seg.TokenAt(m[i].Span.Start))
	}
	return "", -1
}

// posts reports whether a mention stands for somebody who can publish.
func (r *reader) posts(m *nutgraf.Mention) bool {
	if m.Entity < 0 || m.Entity >= len(r.ann.Entities) {
		return false
	}
	e := &r.ann.Entities[m.Entity]
	if r.lex.platforms[strings.ToLower(e.Name)] != "" || r.lex.things[e.Name] {
		return false
	}
	switch e.Type {
	case nutgraf.Person, nutgraf.Organization, nutgraf.Group, nutgraf.Outlet, nutgraf.Other:
		return true
	}
	return false
}

// postingVerb returns the verb of publishing nearest before the platform, the
// platform itself where it is one ("tweeted"), or -1.
func (r *reader) postingVerb(s *nutgraf.Sentence, k int) int {
	for j := k; j >= s.First && j > k-maxReach; j-- {
		if (j < k || r.is(j, cPosting)) && r.is(j, cPosting|cTelling|cSpeaking|cPublishing) && !r.seg.Tokens[j].Upper && !r.inMarks(j) {
			return j
		}
	}
	return -1
}

// quoteBy returns the quotation whose cue is the verb at token v or, where no
// verb stands before the platform, the first whose medium it is or whose cue
// follows it.
func (r *reader) quoteBy(s *nutgraf.Sentence, k, v int) *nutgraf.Quote {
	r.sortCues()
	from, to := s.Span.Start, s.Span.End
	if v >= 0 {
		from, to = int(r.seg.Tokens[v].Start), int(r.seg.Tokens[v].End)
	}
	at := int(r.seg.Tokens[k].Start)
	i := sort.Search(len(r.cues), func(i int) bool { return r.ann.Quotes[r.cues[i]].Cue.End > from })
	for ; i < len(r.cues); i++ {
		q := &r.ann.Quotes[r.cues[i]]
		if q.Cue.Start >= to {
			return nil
		}
		if v >= 0 || (q.Cue.Start > at || q.MediumSpan.Start <= at && at < q.MediumSpan.End) && !slices.ContainsFunc(q.Parts, func(p nutgraf.Span) bool { return p.Start <= at && at < p.End }) {
			return q
		}
	}
	return nil
}

// sortCues lists the quotations by where their cues stand.
func (r *reader) sortCues() {
	if r.cues != nil {
		return
	}
	r.cues = make([]int, 0, len(r.ann.Quotes))
	for i := range r.ann.Quotes {
		if !r.ann.Quotes[i].Cue.IsZero() {
			r.cues = append(r.cues, i)
		}
	}
	slices.SortStableFunc(r.cues, func(a, b int) int {
		return cmp.Compare(r.ann.Quotes[a].Cue.Start, r.ann.Quotes[b].Cue.Start)
	})
}

// speakerOf returns the quotation's speaker and the token of its source.
func (r *reader) speakerOf(q *nutgraf.Quote, k int) (string, int) {
	if q.Name == "" || strings.HasPrefix(q.Name, "unnamed") {
		return "", -1
	}
	if q.Source.IsZero() || q.Source.Start > int(r.seg.Tokens[k].Start) {
		return q.Name, -1
	}
	return q.Name, r.seg.TokenAt(q.Source.Start)
}

// subject is who the clause of the verb at token v speaks of first; owners and
// names inside marks are passed over.
func (r *reader) subject(s *nutgraf.Sentence, v int) (string, int) {
	if end := r.beforeAside(s, v); end > s.First {
		from := end - 1
		for from > s.First && from > end-asideNames && r.str(from-1) != "," {
			from--
		}
		if j, name := r.firstHolder(from, end); j >= 0 {
			return name, j
		}
	}
	a := v
	for a > s.First && v-a < maxReach && !r.is(a-1, cClause) && r.str(a-1) != ";" && r.str(a-1) != ":" {
		a--
	}
	opens := r.is(a, cOpening) || a > s.First && r.is(a-1, cOpening)
	for k := a; k < v && opens; k++ {
		if r.str(k) == "," {
			if j, name := r.firstHolder(k, v); j >= 0 {
				return name, j
			}
		}
	}
	if j, name := r.firstHolder(a, v); j >= 0 {
		return name, j
	}
	j, name := r.firstHolder(max(s.First, v-maxReach), a)
	return name, j
}

// asideNames is how many tokens before an aside the subject is looked for.
const asideNames = 8

// beforeAside returns where the aside begins that ends right before the verb at token v,
// when a clause stands in it: in "Port Watch, which had paid for Hale, also said on its
// page" who is told of in it says nothing. Without one it returns -1.
func (r *reader) beforeAside(s *nutgraf.Sentence, v int) int {
	end := v - 1
	for end > s.First && (r.is(end, cSkip) || strings.HasSuffix(r.str(end), "ly")) {
		end--
	}
	if r.str(end) != "," {
		return -1
	}
	clause := false
	for k := end - 1; k > s.First && k > end-maxReach; k-- {
		clause = clause || r.is(k, cClause)
		if clause && r.str(k) == "," {
			return k
		}
	}
	return -1
}

// firstHolder returns the first mention between two tokens that can publish.
func (r *reader) firstHolder(a, b int) (int, string) {
	if a >= b {
		return -1, ""
	}
	m := r.ann.Mentions
	from, to := int(r.seg.Tokens[a].Start), int(r.seg.Tokens[b-1].End)
	for i := sort.Search(len(m), func(i int) bool { return m[i].Span.Start >= from }); i < len(m) && m[i].Span.End <= to; i++ {
		if !r.posts(&m[i]) {
			continue
		}
		t := r.seg.TokenAt(m[i].Span.Start)
		if t < 0 || r.inMarks(t) || r.owns(m[i].Span.End) || r.handedTo(t) {
			continue
		}
		return t, r.ann.Entities[m[i].Entity].Name
	}
	return -1, ""
}

// handedTo reports whether words are handed to who is named at token t: "a letter to
// Detective Hale posted on …".
func (r *reader) handedTo(t int) bool {
	for k := t - 1; k > 0 && k > t-3; k-- {
		if r.word(k, "to") {
			return r.is(k-1, cHanding)
		}
	}
	return false
}

// owns reports whether a genitive follows at an offset.
func (r *reader) owns(end int) bool {
	rest := r.text[end:]
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") || strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ")
}
