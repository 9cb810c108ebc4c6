package quantity

import "nutgraf/internal/lang"

// wordLists are the words of quantity_words.
type wordLists struct {
	reaching    map[string]bool // before "up to" they tell of what rises to a number
	short       map[string]bool // they say that what follows is not quite reached
	onlyPlurals map[string]bool // nouns that end in -s in the singular too
	wondering   map[string]bool // verbs of "one"
	ranking     map[string]bool // verbs that make an ordinal a rank
}

func wordListsOf(pack *lang.Pack) wordLists {
	of := pack.Kinds("quantity_words")
	return wordLists{reaching: of["reach"], short: of["short"], onlyPlurals: of["only"], wondering: of["wonder"], ranking: of["rank"]}
}
