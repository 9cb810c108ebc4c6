package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/fold"
)

// speakers finds utterances that reports give to different people.
func (f *Finder) speakers(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, fam := range s.Families {
		if fam.Kind != nutgraf.Direct || oneName(fam) {
			continue
		}
		var sides []nutgraf.Side
		var words []string // the utterance, as the reports of each side have it
		for _, v := range fam.Variants {
			if v.Kind == nutgraf.Paraphrase || ofHimself(v) || (v.Kind == nutgraf.Spliced || v.Kind == nutgraf.Edited && (!direct(s, v) || mostlyOther(v))) && keptRun(v) < sureRun && !onlyCut(v) {
				continue
			}
			pronoun := v.How == nutgraf.HowPronoun
			v = namedBefore(s, v)
			if !spelled(v) || !person(s, v.Speaker) || !speaks(s, v) {
				continue
			}
			i := slices.IndexFunc(sides, func(x nutgraf.Side) bool { return f.samePerson(x.Value, v.Speaker) })
			if i < 0 {
				sides, words = append(sides, nutgraf.Side{Value: v.Speaker}), append(words, "")
				i = len(sides) - 1
			}
			sides[i].Evidence = append(sides[i].Evidence, v.SpeakerCite)
			for _, c := range v.Cites {
				words[i] += " " + strings.ToLower(c.Text)
			}
			if pronoun {
				sides[i].Evidence = append(sides[i].Evidence, v.Cites[0])
			}
		}
		if len(sides) < 2 || reports(sides) < 2 || f.bothNear(s, sides, words) {
			continue
		}
		why := "The same words are given to different speakers."
		out = append(out, nutgraf.Conflict{
			Kind: nutgraf.ConflictSpeaker, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting,
			Matter: "Who said it: " + opening(fam), Why: why, Sides: sides, Rule: nutgraf.Evidence{Rule: "conflict.speaker", Text: why},
		})
	}
	return out
}

// namedBefore gives a variant whose speaker is a pronoun the name that the pronoun
// takes up, where no other can be meant: the sentence before has words of the same
// speaker under his name, and neither that sentence nor the variant's own names
// another person.
func namedBefore(s Story, v nutgraf.Variant) nutgraf.Variant {
	m, ok := memberOf(s, v.Doc)
	if !ok || v.How != nutgraf.HowPronoun || len(v.Quotes) == 0 || v.Quotes[0] >= len(m.Ann.Quotes) {
		return v
	}
	q := m.Ann.Quotes[v.Quotes[0]]
	at := m.Seg.SentenceAt(q.Span.Start)
	if at < 1 || m.Seg.Sentences[at].Block != m.Seg.Sentences[at-1].Block {
		return v
	}
	near := nutgraf.Span{Start: m.Seg.Sentences[at-1].Span.Start, End: max(m.Seg.Sentences[at].Span.End, q.Source.End)}
	for _, x := range m.Ann.Mentions {
		if x.Kind == nutgraf.ByName && near.Contains(x.Span) && x.Entity != q.Speaker && typeOf(m, x) == nutgraf.Person {
			return v
		}
	}
	for _, x := range m.Ann.Quotes {
		if x.How == nutgraf.HowCue && x.Speaker == q.Speaker && x.Name == q.Name && m.Seg.SentenceAt(x.Source.Start) == at-1 {
			v.How, v.SpeakerCite = nutgraf.HowCue, m.Doc.Cite(x.Source)
		}
	}
	return v
}

// sureRun is how many words of the fullest form in a row make an utterance the same, whatever
// a report cut out of it elsewhere.
const sureRun = 9

// keptRun is the most words in a row that a variant has of the fullest form.
func keptRun(v nutgraf.Variant) int {
	most := 0
	for _, e := range v.Diff {
		if e.Op == nutgraf.Keep {
			most = max(most, len(strings.Fields(e.Text)))
		}
	}
	return most
}

// onlyCut reports whether all words of a variant are those of the fullest form, most of
// them in one row.
func onlyCut(v nutgraf.Variant) bool {
	return keptRun(v) >= cutRun && !slices.ContainsFunc(v.Diff, func(e nutgraf.Edit) bool { return e.Op == nutgraf.Add })
}

// cutRun is how many words in a row make an utterance the same where a report has no other words.
const cutRun = 7

// mostlyOther reports whether so many words of a variant are others than those of the
// fullest form that it may be another's answer.
func mostlyOther(v nutgraf.Variant) bool {
	kept, other := 0, 0
	for _, e := range v.Diff {
		n := len(strings.Fields(e.Text))
		if e.Op == nutgraf.Keep {
			kept += n
		} else if e.Op == nutgraf.Add {
			other += n
		}
	}
	return 3*other > kept
}

// ofHimself reports whether somebody speaks of himself in the words that a variant has and
// the fullest form lacks: then he has said it in his own way.
func ofHimself(v nutgraf.Variant) bool {
	own := map[nutgraf.EditOp]bool{}
	for _, e := range v.Diff {
		own[e.Op] = own[e.Op] || slices.ContainsFunc(wordsOf(strings.ReplaceAll(e.Text, "’", "'")), func(w string) bool {
			return w == "i" || strings.HasPrefix(w, "i'") || w == "my"
		})
	}
	return own[nutgraf.Add] && !own[nutgraf.Drop]
}

// oneName reports whether all reports that name a speaker of the utterance give
// one name.
func oneName(fam nutgraf.Family) bool {
	first := ""
	for _, v := range fam.Variants {
		switch {
		case v.Speaker == "" || v.Speaker == first:
		case first == "":
			first = v.Speaker
		default:
			return false
		}
	}
	return true
}

// speaks reports whether the name beside the words is their speaker's: not one
// that stands for another ("Hale's campaign", "according to Hale"), nor one before
// a colon or a handle, whose words begin or end where the page shows it.
func speaks(s Story, v nutgraf.Variant) bool {
	m, ok := memberOf(s, v.Doc)
	if !ok {
		return false
	}
	before, after := strings.ToLower(m.Doc.Text[max(0, v.SpeakerCite.Span.Start-16):v.SpeakerCite.Span.Start]), m.Doc.Text[v.SpeakerCite.Span.End:]
	return !strings.HasSuffix(strings.TrimRight(before, " "), "according to") && !hasPrefix(after, "'s ", "’s ", ":", " (@")
}

func hasPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// memberAt is the place of a report among the story's, or -1.
func memberAt(s Story, doc string) int {
	return slices.IndexFunc(s.Members, func(m nutgraf.Member) bool { return m.Doc.ID == doc })
}

func memberOf(s Story, doc string) (nutgraf.Member, bool) {
	i := memberAt(s, doc)
	if i < 0 {
		return nutgraf.Member{}, false
	}
	return s.Members[i], true
}

// bothNear reports whether a sentence that names one side's speaker, or the words he is
// given, name the other's too or hand them on: then who is quoted by whom is a matter of reading.
func (f *Finder) bothNear(s Story, sides []nutgraf.Side, said []string) bool {
	for i, a := range sides {
		for j, b := range sides {
			words := nameWords(b.Value)
			if i == j || len(words) == 0 {
				continue
			}
			if f.handedOn(said[i], words[len(words)-1]) {
				return true
			}
			for _, e := range a.Evidence {
				m, ok := memberOf(s, e.Doc)
				if at := m.Seg.SentenceAt(e.Span.Start); ok && at >= 0 && strings.Contains(strings.ToLower(m.Seg.Sentences[at].Span.Of(m.Doc.Text)), words[len(words)-1]) {
					return true
				}
			}
		}
	}
	return false
}

// handedOn reports whether an utterance owns to be another's: "As the clerk said today", or
// what it says that one of a surname said. "As Hale said" is nothing to two others.
func (f *Finder) handedOn(said, surname string) bool {
	words := strings.FieldsFunc(said, func(r rune) bool { return r < 'a' || r > 'z' })
	for i, w := range words {
		if !f.handing[w] {
			continue
		}
		k := i - 1 // where "as" stands before it
		for k >= max(0, i-handReach) && words[k] != "as" {
			k--
		}
		as := k >= max(0, i-handReach) && f.nameless[words[k+1]]
		if as || slices.Contains(words[max(0, i-handNear):min(len(words), i+2)], surname) {
			return true
		}
	}
	return false
}

// handReach and handNear are how many words before a verb by which words are handed on "as"
// and the name of whose they are can stand.
const (
	handReach = 7
	handNear  = 3
)

// spelled reports whether a report names the speaker itself, beside the words:
// no pronoun, no more than his name and what goes before it ("Inspector Ada
// Hale").
func spelled(v nutgraf.Variant) bool {
	if v.Speaker == "" || v.How != nutgraf.HowCue || unnamed(v.Speaker) {
		return false
	}
	cite, name := nameWords(v.SpeakerCite.Text), nameWords(v.Speaker)
	if len(cite) == 0 || len(name) == 0 || cite[len(cite)-1] != name[len(name)-1] {
		return false
	}
	for len(cite) > 0 && !slices.Contains(name, cite[0]) {
		cite = cite[1:]
	}
	before := len(nameWords(v.SpeakerCite.Text)) - len(cite)
	return len(cite) > 0 && subset(cite, name) && (before <= 2 || before <= titleMost && !strings.ContainsFunc(v.SpeakerCite.Text, func(r rune) bool { return r == '\'' || r == '’' || r == ',' }))
}

// titleMost is how many words of what somebody is may stand before his name.
const titleMost = 5

// person reports whether a name is a person's: of a person and a body the
// report may name either for the same words.
func person(s Story, name string) bool {
	words := nameWords(name)
	found := false
	for _, e := range s.Entities {
		one := e.Name == name || len(words) > 1 && subset(words, nameWords(e.Name))
		if one && e.Type != nutgraf.Person {
			return false
		}
		found = found || one
	}
	return found
}

func unnamed(name string) bool { return strings.HasPrefix(name, "unnamed ") }

// opening is the beginning of an utterance's fullest form.
func opening(fam nutgraf.Family) string {
	text := fam.Variants[fam.Fullest].Cites[0].Text
	if words := strings.Fields(text); len(words) > 9 {
		return strings.Join(words[:9], " ") + " …"
	}
	return text
}

// samePerson reports whether two names can be one person's or body's: equal
// words, a surname beside a full name, a familiar form of one forename, an
// abbreviation beside the words it stands for.
func (f *Finder) samePerson(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 || subset(x, y) || subset(y, x) {
		return true
	}
	if initials(a) == strings.ToLower(b) || initials(b) == strings.ToLower(a) {
		return true
	}
	if a, b := x[len(x)-1], y[len(y)-1]; len(x) > 1 && len(y) > 1 && x[0] == y[0] && (cast.NearSpelling(a, b) || cast.Edits(a, b) <= 2) {
		return true // one name in two spellings
	}
	if x[len(x)-1] != y[len(y)-1] {
		// Of two bodies, or a person and the body he speaks for, the report may
		// name either: only two persons' names are rivals.
		return len(x) == 1 || len(y) == 1
	}
	// One surname: a report may well mean the one whom the other names in full.
	return true
}

// bare takes off a name what is written in one report and not in the other.
var bare = strings.NewReplacer("ø", "o", "Ø", "o", "ł", "l", "Ł", "l", "ı", "i", ".", "", ",", "", "’s", "", "'s", "", "’", "", "'", "", "-", " ")

// respelled are the letters that a name has in which bare changes anything.
const respelled = "øØłŁı.,’'-"

func nameWords(s string) []string {
	if strings.ContainsAny(s, respelled) {
		s = bare.Replace(s)
	}
	return slices.DeleteFunc(strings.Fields(strings.ToLower(s)), func(w string) bool { return w == "the" || w == "jr" || w == "sr" })
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

func initials(s string) string {
	out := ""
	for w := range strings.FieldsSeq(s) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			out += strings.ToLower(w[:1])
		}
	}
	return out
}

// priority finds different outlets that reports say were the first.
func (f *Finder) priority(s Story) []nutgraf.Conflict {
	var sides []nutgraf.Side
	for _, m := range s.Members {
		read := -1 // the last sentence that names one
		for _, c := range m.Ann.Credits {
			k := m.Seg.SentenceAt(c.Span.Start)
			if c.Kind != nutgraf.CreditFirstReported || c.Outlet == "" || k == read {
				continue // "first reported by the Post, followed by the Courier"
			}
			read = k
			i := slices.IndexFunc(sides, func(x nutgraf.Side) bool { return sameOutlet(x.Value, c.Outlet) })
			if i < 0 {
				sides = append(sides, nutgraf.Side{Value: c.Outlet, By: ""})
				i = len(sides) - 1
			}
			if cite := m.Doc.Cite(c.Span); !cited(sides[i].Evidence, cite) {
				sides[i].Evidence = append(sides[i].Evidence, cite)
			}
		}
	}
	if sides = f.oneNews(s, sides); len(sides) < 2 || reports(sides) < 2 {
		return nil
	}
	why := "The reports name different outlets as the first to report it."
	return []nutgraf.Conflict{{
		Kind: nutgraf.ConflictPriority, Severity: nutgraf.Soft, Relation: nutgraf.Conflicting,
		Matter: "Who reported it first?", Why: why, Sides: sides, Rule: nutgraf.Evidence{Rule: "conflict.priority", Text: why},
	}}
}

// sameOutlet reports whether two names of outlets can mean one: all words of the one
// stand in the other, or it is the other's initials.
func sameOutlet(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	joined := func(words []string) string { return strings.TrimPrefix(strings.Join(words, ""), "the") } // "TheCourier"
	return len(x) == 0 || len(y) == 0 || joined(x) == joined(y) || subset(x, y) || subset(y, x) || initials(a) == strings.ToLower(b) || initials(b) == strings.ToLower(a)
}

// oneNews keeps the sides that tell in the same words, and of no other people, what their
// outlets were first to report: a story has several scoops.
func (f *Finder) oneNews(s Story, sides []nutgraf.Side) []nutgraf.Side {
	if s.Told == nil {
		return nil
	}
	told, people := make([][]string, len(sides)), make([][]int, len(sides))
	for i, x := range sides {
		for _, e := range x.Evidence {
			m := memberAt(s, e.Doc)
			if at := s.Members[m].Seg.SentenceAt(e.Span.Start); at >= 0 {
				sent := s.Members[m].Seg.Sentences[at].Span
				told[i] = append(told[i], s.Told.Plain(m, sent, e.Span)...)
				people[i] = append(people[i], named(s, m, sent)...)
			}
		}
	}
	one := func(i, j int) bool {
		return shares(told[i], told[j]) > 0 && alike(s, told[i], told[j]) && !elsewhere(s, people[i], people[j], nutgraf.Person)
	}
	for i := range sides {
		out := sides[i : i+1 : i+1]
		for j := i + 1; j < len(sides); j++ {
			if one(i, j) {
				out = append(out, sides[j])
			}
		}
		if len(out) > 1 {
			return out
		}
	}
	return nil
}

// names finds one person's name spelled in two ways.
func (f *Finder) names(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, e := range s.Entities {
		if e.Type != nutgraf.Person || !spelledTwice(e) {
			continue
		}
		sides := spellings(s, e)
		if len(sides) < 2 {
			continue
		}
		why := "The reports spell the name differently."
		out = append(out, nutgraf.Conflict{
			Kind: nutgraf.ConflictName, Severity: nutgraf.Soft, Relation: nutgraf.Drift,
			Matter: "How the name is spelled", Why: why, Sides: sides, Rule: nutgraf.Evidence{Rule: "conflict.name-spelling", Text: why},
		})
	}
	return out
}

// spelledTwice reports whether two of a person's names are one spelled in two ways.
func spelledTwice(e nutgraf.StoryEntity) bool {
	if len(e.Aliases) == 0 {
		return false
	}
	all := [][]string{nameWords(e.Name)}
	for _, a := range e.Aliases {
		words := nameWords(a)
		if slices.ContainsFunc(all, func(other []string) bool { return cast.Spelled(words, other) }) {
			return true
		}
		all = append(all, words)
	}
	return false
}

// spellings are the ways in which reports spell a person's full name, each with the
// first place where a report does; a report that has several is counted for none.
func spellings(s Story, e nutgraf.StoryEntity) []nutgraf.Side {
	type spelled struct {
		words []string
		side  nutgraf.Side
	}
	var all []spelled
	for i, idx := range e.Members {
		if idx < 0 || i >= len(s.Members) {
			continue
		}
		words, cite, one := spelledBy(s.Members[i], idx)
		if len(words) < 2 || !one {
			continue
		}
		words = cast.Core(words)
		at := slices.IndexFunc(all, func(x spelled) bool { return slices.Equal(x.words, words) })
		if at < 0 {
			all, at = append(all, spelled{words, nutgraf.Side{Value: cite.Text}}), len(all)
		}
		all[at].side.Evidence = append(all[at].side.Evidence, cite)
	}
	var out []nutgraf.Side
	for _, x := range all {
		if slices.ContainsFunc(all, func(y spelled) bool { return cast.Spelled(x.words, y.words) }) {
			out = append(out, x.side)
		}
	}
	return out
}

// spelledBy gives the words of the full name that a report gives a person, where it
// first stands, and whether the report spells it in one way only.
func spelledBy(m nutgraf.Member, entity int) (words []string, at nutgraf.Cite, one bool) {
	one = true
	for _, x := range m.Ann.Mentions {
		if x.Entity != entity || x.Kind != nutgraf.ByName {
			continue
		}
		own := nameWords(fold.String(x.Span.Of(m.Doc.Text)))
		switch {
		case len(own) < 2:
		case words == nil:
			words, at = own, m.Doc.Cite(x.Span)
		case cast.Spelled(words, own):
			one = false
		}
	}
	return words, at, one
}
