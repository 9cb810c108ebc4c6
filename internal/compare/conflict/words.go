package conflict

import (
	"slices"
	"strings"

	"nutgraf/internal/lang"
)

// vocabulary holds words by kind.
type vocabulary map[string][]string

// wordLists are the words by which differences are judged, and parts of them.
type wordLists struct {
	auxiliary  map[string]bool // that a denial brings in or leaves out: "resigned", "did not resign"
	limiting   map[string]bool // before which "no" and "not" deny nothing
	undone     map[string]bool // that take back a denial before its verb
	untrue     map[string]bool // of who denies, doubts or supposes
	rejecting  []string        // beginnings of such words
	retold     map[string]bool // that tell what is claimed behind the noun for it
	things     map[string]bool // nouns in "-ing"
	hearsay    map[string]bool // that say that somebody says so
	guesses    []string        // beginnings of words that leave open whether it is so
	sourced    map[string]bool // that say in a headline whose words it gives
	everywhere map[string]bool // that widen what others say of a place
	realms     map[string]bool // what a place can be called before its name: "the town of Vale"
	coversNot  []way           // by which, behind a negation, a text leaves a place out
	streets    map[string]bool // last words of streets' names
	lengths    map[string]bool // units of a distance
	roughly    map[string]bool // that make a number no more than an order
	further    map[string]bool // before a number that comes on top of another
	each       map[string]bool // and behind it
	lookback   map[string]bool // that look back on what was foretold
	longAgo    []way           // that put what is told into an earlier time
	goals      []string        // ways of scoring of which a match seldom has two within few minutes
	quaking    []string        // parts of words without which nothing tells of an earthquake
	deputies   map[string]bool // who stands in for the holder of an office
	qualifying map[string]bool // what tells apart who holds it from who stands for him or held it
	onceCalled map[string]bool // that deny, or put into the past, what somebody is called
	identities map[string]bool // what is kept back of somebody whose name is
	asking     []string        // parts of words for what a silence answers
	pressing   []string        // and for what it answers when it is the report's own asking
	questions  []string        // parts of words that make of it an answer to one question only
	handing    map[string]bool // by which somebody's words are handed on
	nameless   map[string]bool // that lead to somebody without his name
	voices     []string        // parts of words for who speaks for somebody
}

func wordListsOf(pack *lang.Pack) wordLists {
	v := vocabulary(pack.Phrases("difference_words"))
	return wordLists{
		auxiliary: v.set("auxiliary"), limiting: v.set("limit"), undone: v.set("undone"), untrue: v.set("untrue"), rejecting: v["reject"], retold: v.set("retold"),
		things: v.set("thing"), hearsay: v.set("hearsay"), guesses: v["guess"], sourced: v.set("sourced"),
		everywhere: v.set("everywhere"), realms: v.set("realm"), coversNot: v.ways("cover"), streets: v.set("street"), lengths: v.set("length"),
		roughly: v.set("roughly"), further: v.set("further"), each: v.set("each"), lookback: v.set("lookback"), longAgo: v.ways("ago"), goals: v["goal"], quaking: v["quake"],
		deputies: v.set("deputy"), qualifying: v.set("office"), onceCalled: v.set("once"), identities: v.set("named"),
		asking: v["asking"], pressing: v["press"], questions: v["question"], handing: v.set("hand"), nameless: v.set("nameless"), voices: v["voice"],
	}
}

// set is a kind's words as a set.
func (v vocabulary) set(kind string) map[string]bool {
	out := map[string]bool{}
	for _, w := range v[kind] {
		out[w] = true
	}
	return out
}

// ways are a kind's phrases, cut into words.
func (v vocabulary) ways(kind string) []way {
	var out []way
	for _, w := range v[kind] {
		out = append(out, strings.Fields(w))
	}
	return out
}

// holdsAny reports whether a text holds any of several parts.
func holdsAny(text string, parts []string) bool {
	return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(text, p) })
}

// beginsAny reports whether a word begins in any of several ways.
func beginsAny(word string, starts []string) bool {
	return slices.ContainsFunc(starts, func(p string) bool { return strings.HasPrefix(word, p) })
}
