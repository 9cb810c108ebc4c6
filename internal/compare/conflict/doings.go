package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf/internal/lang"
)

// doingRow is one doing: ways of telling it.
type doingRow struct {
	work   bool            // it is of a work, which is named beside it
	shared int             // words that two sentences share besides
	needs  map[string]bool // of which one stands in the sentence
}

// doingWay is one way of telling a doing.
type doingWay struct {
	doing int
	words way
}

// doingTable is the ways of telling doings by their first words.
type doingTable struct {
	doings []doingRow
	ways   map[string][]doingWay
	words  map[string]string // a word around an hour → its class
	open   []doingWay        // that begin with the start of a word
}

// doingsOf reads a list of doings, and one of the words around them.
func doingsOf(pack *lang.Pack, list, words string) doingTable {
	t := doingTable{ways: map[string][]doingWay{}, words: pack.Map(words)}
	for i, row := range pack.Rows(list) {
		n, _ := strconv.Atoi(row[0])
		d := doingRow{shared: n, work: row[0] == "w", needs: map[string]bool{}}
		if len(row) > 2 {
			for w := range strings.SplitSeq(row[2], "|") {
				d.needs[w] = true
			}
		}
		t.doings = append(t.doings, d)
		for w := range strings.SplitSeq(row[1], "|") {
			x := doingWay{i, strings.Fields(w)}
			if strings.HasSuffix(x.words[0], "*") {
				t.open = append(t.open, x)
				continue
			}
			t.ways[x.words[0]] = append(t.ways[x.words[0]], x)
		}
	}
	return t
}

// within reports whether a word is part of a way of telling that begins before it.
func (t doingTable) within(words, told []string, at int) bool {
	for i := max(0, at-gap-1); i < at; i++ {
		if _, end, ok := t.tells(words, told, i); ok && end > at {
			return true
		}
	}
	return false
}

// tells returns the doing that the words beginning at i tell.
func (t doingTable) tells(words, told []string, i int) (doing, end int, ok bool) {
	for _, list := range [2][]doingWay{t.ways[words[i]], t.open} {
		for _, w := range list {
			end, ok := w.words.at(words, i)
			if !ok {
				continue
			}
			needs := t.doings[w.doing].needs
			if len(needs) == 0 || slices.ContainsFunc(told, func(x string) bool { return needs[x] }) {
				return w.doing, end, true
			}
		}
	}
	return 0, 0, false
}

// opens reports whether a report opens with a doing.
func (t doingTable) opens(s Story, member, doing int) bool {
	m := s.Members[member]
	for _, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), hourHead)] {
		words := s.lower(member, sent)
		for i := range words {
			for _, list := range [2][]doingWay{t.ways[words[i]], t.open} {
				for _, w := range list {
					if _, ok := w.words.at(words, i); ok && w.doing == doing {
						return true
					}
				}
			}
		}
	}
	return false
}
