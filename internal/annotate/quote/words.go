package quote

import "nutgraf/internal/lang"

// wordLists are the words of quote_words and quote_deeds.
type wordLists struct {
	signs      map[string]bool // things that bear words for all to see
	talks      map[string]bool // before "with", in a line that says from what talk an article is
	sharing    map[string]bool // shortly before "with", where words were said to who follows
	papers     map[string]bool // nouns for an outlet
	taking     map[string]bool // verbs that take somebody to a platform
	showing    map[string]bool // participles of who can be seen and does not speak
	amounts    map[string]bool // before "of" they only tell how many
	honorifics map[string]bool
	getting    map[string]bool // participles of who got hold of a document
	posts      map[string]bool // what is its maker's own
	naming     map[string]bool // verbs that give what follows as a name
	known      map[string]bool // before "as" and a name that something goes by
	near       map[string]bool // adjectives behind who is not named
	behindNoun map[string]bool // participles and adjectives behind a noun
	ordering   map[string]bool // between a determiner and a noun they tell which one
	causing    map[string]bool // verbs, without their endings, that have somebody do something

	deedsBefore, deedsBy, deedsAfter map[string]string // words right before a name, before "by" and one, and behind one → what somebody does
}

func wordListsOf(pack *lang.Pack) wordLists {
	of := pack.Kinds("quote_words")
	l := wordLists{
		signs: of["sign"], talks: of["talk"], sharing: of["talked"], papers: of["outlet"], taking: of["take"], showing: of["shown"], amounts: of["amount"], honorifics: of["honorific"],
		getting: of["get"], posts: of["post"], naming: of["name"], known: of["known"], near: of["near"], behindNoun: of["behind"], ordering: of["order"], causing: of["cause"],
		deedsBefore: map[string]string{}, deedsBy: map[string]string{}, deedsAfter: map[string]string{},
	}
	deeds := map[string]map[string]string{"before": l.deedsBefore, "by": l.deedsBy, "after": l.deedsAfter}
	for _, row := range pack.Rows("quote_deeds") {
		deeds[row[1]][row[0]] = row[2]
	}
	return l
}
