package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// addressLists are the words that addresses are read by.
type addressLists struct {
	types     map[string]string // last words of streets → the first that stands for the same
	direction map[string]bool
	inFigures map[string]string // numbers that name streets, in words
}

func addressListsOf(pack *lang.Pack) addressLists {
	out := addressLists{pack.Alike("street_types"), pack.Set("bearings"), pack.Map("street_numbers")}
	for _, w := range pack.Phrases("difference_words")["bearing"] {
		out.direction[w] = true
	}
	return out
}

// address is a number in a street as a report gives it.
type address struct {
	spot
	street string // in lower case, without a direction, its type in full
	number string
	block  bool // "the 300 block of"
}

// addresses finds two numbers in one street: the blocks or the houses where two reports
// put one thing.
func (f *Finder) addresses(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	var all []address
	for i := range s.Members {
		all = append(all, f.addressesIn(s, i)...)
	}
	var out []nutgraf.Conflict
	for i, a := range all {
		if slices.ContainsFunc(all[:i], func(x address) bool { return x.street == a.street && x.block == a.block }) {
			continue
		}
		if c, ok := f.inStreet(s, all, a); ok {
			out = append(out, c)
		}
	}
	return out
}

// inStreet lays the numbers in one street side by side, of reports that give one.
func (f *Finder) inStreet(s Story, all []address, a address) (nutgraf.Conflict, bool) {
	byMember := map[int][]address{}
	for _, x := range all {
		if x.street == a.street && x.block == a.block {
			byMember[x.member] = append(byMember[x.member], x)
		}
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictPlace, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Why: "The reports give different numbers in one street."}
	c.Rule = nutgraf.Evidence{Rule: "conflict.address", Text: c.Why}
	var sides [][]address
	for i := range s.Members {
		own := byMember[i]
		if len(own) == 0 {
			continue
		}
		if slices.ContainsFunc(own, func(x address) bool { return x.number != own[0].number }) {
			return c, false // two places in the street
		}
		at := slices.IndexFunc(sides, func(x []address) bool { return x[0].number == own[0].number })
		if at < 0 {
			at = len(sides)
			sides = append(sides, nil)
		}
		sides[at] = append(sides[at], own...)
	}
	if len(sides) < 2 || !oneSpot(s, sides) {
		return c, false
	}
	for _, side := range sides {
		out := nutgraf.Side{Value: side[0].span.Of(s.Members[side[0].member].Doc.Text)}
		for _, x := range side {
			addCite(&out, s.Members[x.member].Doc.Cite(x.span))
		}
		c.Sides = append(c.Sides, out)
	}
	first, m := sides[0][0], s.Members[sides[0][0].member]
	c.Matter = blanked(m.Doc.Cite(sentenceOf(m, first.span)), first.span, "where")
	return c, true
}

// oneSpot reports whether what is told of each side's place is told of another's.
func oneSpot(s Story, sides [][]address) bool {
	for _, a := range sides {
		if !slices.ContainsFunc(sides, func(b []address) bool {
			return a[0].number != b[0].number && slices.ContainsFunc(a, func(x address) bool {
				return slices.ContainsFunc(b, func(y address) bool { return shares(around(s, x.spot), around(s, y.spot)) >= addressShare })
			})
		}) {
			return false
		}
	}
	return true
}

// addressShare is how many words two sentences must have in common besides the address.
const addressShare = 2

// streetReach is how many words the name of a street can have.
const streetReach = 4

// addressesIn lists the addresses in a report's body: "the 300 block of East Elm Street",
// "40 East Fifth Avenue".
func (f *Finder) addressesIn(s Story, member int) []address {
	m := s.Members[member]
	var out []address
	tokens := m.Seg.Tokens
	word := func(k int) string {
		return strings.ToLower(strings.TrimSuffix(tokens[k].Span().Of(m.Doc.Text), "."))
	}
	for k := 0; k+2 < len(tokens); k++ {
		if tokens[k].Kind != nutgraf.Number {
			continue
		}
		number := strings.ReplaceAll(word(k), ",", "")
		if _, err := strconv.Atoi(number); err != nil || len(number) > 5 {
			continue
		}
		x := address{number: number}
		from := k + 1
		if word(k+1) == "block" && word(k+2) == "of" {
			x.block, from = true, k+3
		}
		end := f.streetAt(m, from, &x)
		if end == 0 || k > 0 && (tokens[k-1].Upper && f.nameLists.address.types[word(k-1)] == "" || word(k-1) == "$") {
			continue // "June 24", "Route 9"
		}
		at := m.Seg.SentenceAt(int(tokens[k].Start))
		if at < 0 || !body(m.Doc, m.Seg.Sentences[at]) || m.Seg.SentenceAt(int(tokens[end-1].Start)) != at {
			continue
		}
		x.spot = spot{member: member, sentence: at, entity: -1, span: nutgraf.Span{Start: int(tokens[k].Start), End: int(tokens[end-1].End)}}
		out = append(out, x)
	}
	return out
}

// streetAt reads the name of a street that begins at a token, and where it ends; 0 if none
// does.
func (f *Finder) streetAt(m nutgraf.Member, from int, x *address) int {
	tokens := m.Seg.Tokens
	var name []string
	for k := from; k < min(len(tokens), from+streetReach+1); k++ {
		raw := tokens[k].Span().Of(m.Doc.Text)
		w := strings.ToLower(strings.TrimSuffix(raw, "."))
		if w == "" || raw == "." && k > from {
			continue
		}
		if typ := f.nameLists.address.types[w]; typ != "" && len(name) > 0 && tokens[k].Upper {
			x.street = strings.Join(name, " ") + " " + typ
			return k + 1
		}
		if !tokens[k].Upper && !(raw[0] >= '0' && raw[0] <= '9') {
			return 0
		}
		if f.nameLists.address.direction[w] {
			continue
		}
		if n := f.nameLists.address.inFigures[w]; n != "" {
			w = n
		}
		name = append(name, w)
	}
	return 0
}
