// Package outlet tells outlets apart by their names: what one and the same
// outlet is called, and which are news agencies. It finds no names in texts.
package outlet

import (
	"slices"
	"strings"

	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// Names knows the names of a language's outlets. It is safe for concurrent use.
type Names struct {
	alias    map[string]string   // folded name → the name that stands for all
	others   map[string][]string // by key: the folded names it stands for
	squeezed map[string]string   // a name without its spaces, as addresses have it → its key
	agencies map[string]bool     // by key
	listed   map[string]bool     // by key
}

// New compiles Names from a language pack.
func New(pack *lang.Pack) *Names {
	n := &Names{alias: map[string]string{}, others: map[string][]string{}, squeezed: map[string]string{}, agencies: pack.Set("news_agencies"), listed: map[string]bool{}}
	for _, row := range pack.Rows("outlet_aliases") {
		key := row[len(row)-1]
		n.alias[row[0]] = key
		n.others[key] = append(n.others[key], row[0])
	}
	for _, name := range pack.List("outlets") {
		key := n.Key(name)
		n.listed[key] = true
		n.squeezed[strings.ReplaceAll(plain(name), " ", "")] = key
	}
	return n
}

// plain is a name folded, without its article.
func plain(name string) string { return strings.TrimPrefix(fold.String(name), "the ") }

// Key folds a name to what tells outlets apart: "The Daily Bugle" and "Daily
// Bugle" are one, and so are "Daily Bugle" and "DailyBugle.com"; "ET" and "ET
// Online" are not.
func (n *Names) Key(name string) string {
	k, address := strings.CutSuffix(plain(name), " com")
	if a, ok := n.alias[k]; ok {
		return a
	}
	if a, ok := n.squeezed[k]; address && ok {
		return a
	}
	return k
}

// In reports whether a text, folded, may name the outlet: one of its names stands
// in it, with or without an ending behind an apostrophe.
func (n *Names) In(folded, name string) bool {
	k := n.Key(name)
	return holds(folded, k) || slices.ContainsFunc(n.others[k], func(o string) bool { return holds(folded, o) })
}

// holds reports whether words stand in a text, both folded, as words.
func holds(text, words string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 || words == "" {
			return false
		}
		i += at
		end := i + len(words)
		if (i == 0 || text[i-1] == ' ') && (end == len(text) || text[end] == ' ' || text[end] == '\'') {
			return true
		}
		at = i + 1
	}
}

// Within reports whether a name is that of an outlet or of a part or an edition of it:
// "NPR" in a report of "NPR Online News", "the Times" in one of the Ashby Times. A number
// parts a station from the network it belongs to ("Fox 8").
func (n *Names) Within(name, outlet string) bool {
	k, own := n.Key(name), n.Key(outlet)
	if k == "" || own == "" {
		return false
	}
	return k == own || strings.HasPrefix(own, k+" ") || strings.HasPrefix(k, own+" ") && !strings.ContainsAny(k[len(own):], "0123456789") || !strings.Contains(k, " ") && strings.HasSuffix(own, " "+k)
}

// Listed reports whether a name is that of an outlet on the language's list.
func (n *Names) Listed(name string) bool { return n.listed[n.Key(name)] }

// Agency reports whether a name is that of a news agency, which writes for
// other outlets to print.
func (n *Names) Agency(name string) bool { return n.agencies[n.Key(name)] }
