package credit

import (
	"strings"
	"unicode/utf8"

	"nutgraf"
)

// shaped reports whether a name on no list is written as outlets' are: an address, a station's
// call sign, or a broadcaster's name with the number of one of its stations.
func (r *reader) shaped(name string) bool {
	return domain(name) || r.callSign(name) || r.station(name)
}

// callSign reports whether a name is that of an American station, with its kind or its number
// behind it or alone: "WXYZ-TV", "KXYZ", "KXYZ 13". A well-known body of as many letters is none.
func (r *reader) callSign(name string) bool {
	if callSign(name) {
		return true
	}
	sign, number, _ := strings.Cut(name, " ")
	if last := strings.LastIndexByte(name, ' '); last > 0 && number != "" && !digits(number) {
		sign, number = name[last+1:], "" // "Boston WXYZ"
	}
	return len(sign) == 4 && (sign[0] == 'W' || sign[0] == 'K') && capitals(sign) && !r.lex.bodies[sign] && (number == "" || digits(number))
}

// station reports whether a name is that of a broadcaster with the number of a station or a
// channel: "NBC 5", "ABC7", "7News", "Channel 4".
func (r *reader) station(name string) bool {
	first, number, ok := strings.Cut(name, " ")
	if ok && r.lex.cities[number] {
		return r.lex.look(first)&cAir != 0 && capitals(first) // "NBC Chicago"
	}
	if ok {
		return digits(number) && (r.lex.look(first)&cAir != 0 || r.outlet(first))
	}
	stem := strings.Trim(name, "0123456789")
	return len(stem) > 2 && len(stem) < len(name) && len(name)-len(stem) <= 2 && (r.lex.look(stem)&cAir != 0 || stem == "News")
}

// digits reports whether a text is a number of one or two digits, with a point in it or not.
func digits(s string) bool {
	s = strings.Replace(s, ".", "", 1)
	return s != "" && len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}

func capitals(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

// presented reports whether the words beside a name on no list show that it is an outlet's: a
// noun for outlets before or behind it, or what only the press does.
func (r *reader) presented(x *ref, s *nutgraf.Sentence) bool {
	return r.called(x, s) || r.calledAfter(x, s) || r.apposed(x, s) || r.hadNews(x, s) || r.entitled(x, s)
}

// outletNoun reports whether the token k, in lower case, is a noun that makes an outlet of the
// name beside it: "newspaper" alone, "site" and "agency" only behind a word for a medium
// ("gossip site", "news agency"), for they name much else.
func (r *reader) outletNoun(k, first int) bool {
	if k < first || k >= len(r.seg.Tokens) || r.seg.Tokens[k].Upper {
		return false
	}
	if r.is(k, cPaper) {
		return true
	}
	if !r.is(k, cVenue) || r.word(k, "broadcaster") && !strings.HasPrefix(r.str(k-1), "state") && !r.word(k-1, "public") {
		return false // "the radio broadcaster Ann Lee"
	}
	if k--; r.word(k, "web") {
		k--
	}
	return k >= first && r.is(k, cMedium)
}

// called reads the noun before the name: "gossip site Gossipr", "the news agency, ISKA,".
func (r *reader) called(x *ref, s *nutgraf.Sentence) bool {
	k := x.a - 1
	if r.str(k) == "," && r.str(x.b) == "," {
		k--
	}
	return r.outletNoun(k, s.First)
}

// calledAfter reads the noun behind the name: "the Sabor newspaper said".
func (r *reader) calledAfter(x *ref, s *nutgraf.Sentence) bool {
	k := x.b
	if k+1 >= s.Last || r.lex.bodies[x.name] || r.seg.Tokens[x.b-1].Kind != nutgraf.Word || r.word(x.a-1, "a") || r.word(x.a-1, "an") || x.b == x.a+1 && r.is(x.a, cDemonym) {
		return false
	}
	if r.is(k, cMedium) && r.is(k+1, cVenue) {
		k++
	}
	if !r.outletNoun(k, x.b) || r.word(k, "blog") || k+1 >= s.Last {
		return false
	}
	next := &r.seg.Tokens[k+1]
	return !next.Upper && !r.genitive(k+1) && (next.Kind == nutgraf.Punct || next.Kind == nutgraf.Mark || r.is(k+1, cPublishing|cClause|cSkip) || r.word(k+1, "and"))
}

// apposed reads the aside that tells what the name is: "Gossipr, a celebrity gossip site, said".
func (r *reader) apposed(x *ref, s *nutgraf.Sentence) bool {
	k := x.b + 1
	if k+1 >= s.Last || r.str(x.b) != "," || !r.is(k, cDet) {
		return false
	}
	for k++; k < s.Last && k < x.b+apposedReach; k++ {
		if t := &r.seg.Tokens[k]; t.Kind != nutgraf.Word && t.Kind != nutgraf.Number || r.handsOver(k) || r.word(k, "of") || r.word(k, "at") || r.word(k, "and") {
			return false
		}
		if r.outletNoun(k, x.b+2) && k+1 < s.Last && (r.seg.Tokens[k+1].Kind == nutgraf.Punct || r.is(k+1, cClause) || r.handsOver(k+1) || r.word(k+1, "based") || r.word(k+1, "published") || r.word(k+1, "owned") || r.word(k+1, "run")) {
			return true
		}
	}
	return false
}

// apposedReach is how many tokens behind a name the noun in an aside is looked for.
const apposedReach = 9

// hadNews reads what only the press does: "an article in X", "first reported by X", "X first reported", "…, X has
// learned", "X, citing sources". A well-known body reports things too.
func (r *reader) hadNews(x *ref, s *nutgraf.Sentence) bool {
	if r.lex.bodies[x.name] || x.b-x.a > 1 && r.lex.bodies[r.textOf(x.a, x.b-1)] || utf8.RuneCountInString(x.name) < 3 {
		return false
	}
	if p := r.back(x.a, s.First); r.word(p, "by") && r.is(p-1, cPassive) && !r.word(p-1, "published") && r.is(p-2, cRank) && p-2 >= s.First {
		return true
	}
	if p := r.back(x.a, s.First); r.word(p, "in") && (r.word(p-1, "article") || r.word(p-1, "op-ed") || r.word(p-1, "editorial") || r.word(p-1, "essay")) {
		return true
	}
	k := x.b
	switch {
	case k+2 >= s.Last:
		return false
	case (r.word(k, "first") || r.word(k, "exclusively")) && (r.word(k+1, "reported") || r.word(k+1, "revealed")):
		return true
	case r.word(k, "broke") && r.is(k+1, cDet) && (r.word(k+2, "story") || r.word(k+2, "news")):
		return true
	case r.word(k, "has") && r.word(k+1, "learned") && r.seg.Tokens[k+2].Kind == nutgraf.Punct:
		return r.seg.Tokens[max(0, r.back(x.a, s.First))].Kind != nutgraf.Word
	case r.str(k) == "," && r.word(k+1, "citing"):
		for j := k + 2; j < s.Last && j < k+citingReach; j++ {
			if r.word(j, "sources") || r.word(j, "source") || r.word(j, "officials") {
				return true
			}
		}
	case r.genitive(k) && r.seg.Tokens[k+1].Upper:
		for k++; k+1 < s.Last && k < x.b+5 && r.seg.Tokens[k].Upper; k++ {
		}
		return k > x.b+2 && (r.word(k, "reports") || r.is(k, cRank) && r.word(k+1, "reported"))
	}
	return false
}

// entitled reads a name of one word with its own capital article where somebody talks or is cited
// ("told The Bridgelore", "according to The Bridgelore"): titles are written so.
func (r *reader) entitled(x *ref, s *nutgraf.Sentence) bool {
	if x.b != x.a+1 || x.a < s.First+2 || r.str(x.a-1) != "The" || r.lex.bodies[x.span.Of(r.text)] || r.seg.Tokens[x.a-2].Upper || x.b < s.Last && r.seg.Tokens[x.b].Kind == nutgraf.Word && !r.is(x.b, cSkip|cClause|cPublishing|cPeriod) {
		return false
	}
	p := x.a - 2
	return r.is(p, cTelling) || r.word(p, "to") && (r.word(p-1, "according") || r.is(p-1, cSpeaking)) || r.word(p, "with") && r.is(p-1, cMeeting) || r.word(p, "by") && r.is(p-1, cPassive)
}

// citingReach is how many tokens behind "citing" a word for who told is looked for.
const citingReach = 7

// relearn gives the names that were shown to be outlets' further down what they are.
func (r *reader) relearn() {
	for i := range r.refs {
		if x := &r.refs[i]; !x.known && r.shown[x.name] {
			x.known, x.body = true, false
		}
	}
}
