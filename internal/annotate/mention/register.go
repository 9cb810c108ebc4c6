package mention

import "slices"

// part says which part of a name a word is.
type part uint8

const (
	lastName  part = iota // the last word of a person's written form
	firstName             // the first
	called                // any word that a person is called by
)

// bearers bounds how many bearers of a word are looked at, the latest ones, so
// that time stays linear however many people share a name.
const bearers = 48

// register finds written forms and people by a word of theirs.
type register struct {
	heads map[uint64]int32 // by part and word: 1 + the latest link
	links []link
}

type link struct {
	val, before int32
}

func newRegister(n int) register {
	return register{make(map[uint64]int32, n), make([]link, 0, n)}
}

func wordOf(p part, word uint32) uint64 { return uint64(p)<<32 | uint64(word) }

// add enters a bearer of a word.
func (g *register) add(p part, word uint32, val int32) {
	k := wordOf(p, word)
	g.links = append(g.links, link{val, g.heads[k]})
	g.heads[k] = int32(len(g.links))
}

// has reports whether a word has a bearer.
func (g *register) has(p part, word uint32) bool { return g.heads[wordOf(p, word)] > 0 }

// latest writes the latest bearers of a word to buf, the earliest of them first.
func (g *register) latest(p part, word uint32, buf *[bearers]int32) []int32 {
	out := buf[:0]
	for i := g.heads[wordOf(p, word)]; i > 0 && len(out) < bearers; i = g.links[i-1].before {
		out = append(out, g.links[i-1].val)
	}
	slices.Reverse(out)
	return out
}
