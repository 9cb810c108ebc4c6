package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// dating is the year, month or season in which a report puts something that somebody or
// something named did.
type dating struct {
	passage
	doing     int
	day, sure bool   // a day is told, and its year is known
	years     [2]int // the first and the last; 0 where no year is told
	dayOf     int    // the day of a month
	months    [2]int // of the year, the last of them past 12 where they run over its end; 0 where none is told
	whose     int    // the one named last before the doing, or -1
	terms     []string
	titles    []string // words of names beside it that are of no person, body or place of the story
}

func datedOf(pack *lang.Pack) doingTable { return doingsOf(pack, "dated_doings", "dated_words") }

const (
	datedReach = 8 // words between a doing and its time at the most
	againNear  = 3 // words from a doing to one that says it is one of several
	heroDeep   = 2 // sentences that open a report
	datedNoun  = 3 // words from a time to the noun that it is of

	// datedApart is how many years two tellings may lie apart where one of them does not name
	// whose doing it is: further off it is more often another's ("he graduated").
	datedApart = 20
)

// years finds one doing that reports put in different years, months or seasons.
func (f *Finder) years(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	var all []dating
	hero := heroOf(s)
	for i := range s.Members {
		all = append(all, f.datedIn(s, i, hero)...)
	}
	var out []nutgraf.Conflict
	for j, b := range all {
		for _, a := range all[:j] {
			if a.member != b.member && a.doing == b.doing && f.oneDated(a, b) && !alsoThen(all, a, b) && !alsoThen(all, b, a) {
				out = gathered(out, datedConflict(s, a, b))
			}
		}
	}
	return out
}

// alsoThen reports whether a's report puts the doing in b's time, too.
func alsoThen(all []dating, a, b dating) bool {
	return slices.ContainsFunc(all, func(x dating) bool { return x.member == a.member && x.doing == a.doing && !x.parted(b) })
}

func datedConflict(s Story, a, b dating) nutgraf.Conflict {
	why := "The reports put it in different years."
	switch {
	case a.dayOf > 0 && b.dayOf > 0:
		why = "The reports put it on different days."
	case a.years == b.years:
		why = "The reports put it in different months."
	}
	c := nutgraf.Conflict{
		Kind: nutgraf.ConflictDate, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Matter: blanked(a.cite, a.span, "when"), Why: why,
		Rule: nutgraf.Evidence{Rule: "conflict.dated", Text: why}, Sides: []nutgraf.Side{{}, {}},
	}
	if b.years[0] < a.years[0] || b.years[0] == a.years[0] && b.months[0] < a.months[0] {
		a, b = b, a
	}
	face(s, &c, a.passage, b.passage)
	return c
}

// parted reports whether two times cannot be one, as far as both tell.
func (a dating) parted(b dating) bool {
	if (a.years[0] > 0) != (b.years[0] > 0) {
		return false
	}
	if a.years[0] > 0 {
		if a.years[0] > b.years[1] || b.years[0] > a.years[1] {
			return true
		}
		if a.years != b.years {
			return false
		}
	}
	if a.months[0] == 0 || b.months[0] == 0 {
		return false
	}
	if a.dayOf > 0 && b.dayOf > 0 && a.months == b.months {
		return a.dayOf != b.dayOf
	}
	for k := -12; k <= 12; k += 12 {
		if a.months[0]+k <= b.months[1] && b.months[0] <= a.months[1]+k {
			return false
		}
	}
	return true
}

// oneDated reports whether two times that differ are of one doing of one person or thing:
// of one who stands before it, with a word in common behind it where it may come twice, or
// with two where the one who does it is not told by a name.
func (f *Finder) oneDated(a, b dating) bool {
	if !a.parted(b) || a.day && b.day && (a.sure || b.sure) && a.years == b.years {
		return false // days that are known are compared as such
	}
	d, n := f.datedTable.doings[a.doing], f.weighty(a.terms, b.terms)
	if d.work {
		return shares(a.titles, b.titles) > 0
	}
	if a.whose >= 0 && a.whose == b.whose {
		return d.shared == 0 || shares(a.terms, b.terms) > 0
	}
	return (a.whose < 0 || b.whose < 0) && n > 0 && shares(a.terms, b.terms) > 1 && max(a.years[0]-b.years[1], b.years[0]-a.years[1]) <= datedApart
}

// weighty counts the terms that two lists have in common and that do not stand in every
// kind of news.
func (f *Finder) weighty(a, b []string) int {
	n := 0
	for _, k := range a {
		if !f.common[k] && slices.Contains(b, k) {
			n++
		}
	}
	return n
}

// datedIn lists what a report's body puts in a year, month or season.
func (f *Finder) datedIn(s Story, member, hero int) []dating {
	m := s.Members[member]
	var out []dating
	for i, w := range s.Times[member] {
		d := dating{whose: -1, day: len(w.Form) >= len("XXXX-12-24"), sure: w.Resolved}
		k := m.Seg.SentenceAt(w.Span.Start)
		if w.Type != nutgraf.DateType || k < 0 || !d.read(w, w.Span.Of(m.Doc.Text)) || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k]
		words := s.lower(member, sent)
		first, last := m.Seg.TokenAt(w.Span.Start)-sent.First, m.Seg.TokenAt(w.Span.End)-sent.First
		if first < 0 || last > len(words) {
			continue
		}
		from, to := 0, len(words) // between the times beside it
		if i > 0 {
			from = max(from, m.Seg.TokenAt(s.Times[member][i-1].Span.End)-sent.First)
		}
		if i+1 < len(s.Times[member]) {
			to = min(to, m.Seg.TokenAt(s.Times[member][i+1].Span.Start)-sent.First)
		}
		doing, at, end, ok := f.datedAt(words, from, first, last, to, w.Mod != "")
		if !ok || f.unsaid(words, at) || f.again(words, at, end) {
			continue
		}
		d.doing = doing
		d.passage = passage{member, w.Span, m.Doc.Cite(sent.Span)}
		subject := at
		for subject > 0 && f.datedTable.words[words[subject-1]] == "being" {
			subject--
		}
		if who := f.namedBefore(s, member, sent, subject); who != "" {
			d.whose, _ = strconv.Atoi(who)
		} else if f.pronounBefore(words, subject) {
			d.whose = hero
		}
		over := end // the end of what the doing is of
		for over < min(len(words), end+datedReach) && (over >= first && over < last || f.datedTable.words[words[over]] != "parts" && !f.subordinate[words[over]]) {
			over++
		}
		behind := spanOf(m, sent, min(end, len(words)-1), max(over, min(end+1, len(words))))
		if f.datedTable.doings[doing].work {
			d.titles = append(f.titlesIn(s, member, f.nameBehind(m, sent, words, max(end, last))), f.titlesIn(s, member, f.nameBefore(m, sent, words, subject))...)
		}
		for _, key := range s.Told.Terms(member, behind, w.Span) {
			if !slices.ContainsFunc(words[at:end], func(w string) bool { return f.gist.Key(w) == key }) {
				d.terms = append(d.terms, key)
			}
		}
		out = append(out, d)
	}
	return out
}

// pronounBefore reports whether "he" or "she" does what words from a token on tell: right
// before them, or at the head of a sentence that goes on with "and".
func (f *Finder) pronounBefore(words []string, at int) bool {
	he := func(w string) bool { return f.datedTable.words[w] == "he" }
	for at > 0 && (f.passed(words[at-1]) || words[at-1] == "had" || words[at-1] == "has") {
		at--
	}
	if at > 0 && he(words[at-1]) {
		return true
	}
	return at > 1 && words[at-1] == "and" && slices.ContainsFunc(words[:min(4, at)], he) && !slices.ContainsFunc(words[:at-1], func(w string) bool { return w == "," || w == "that" || w == "when" })
}

// heroOf returns the one person whom more than half of the reports open with, or -1.
func heroOf(s Story) int {
	count := map[int]int{}
	for i, m := range s.Members {
		seen := map[int]bool{}
		for _, x := range m.Ann.Mentions {
			if k := m.Seg.SentenceAt(x.Span.Start); k >= heroDeep {
				break
			}
			if e := s.entity(i, x.Entity); e >= 0 && s.Entities[e].Type == nutgraf.Person && !seen[e] {
				seen[e] = true
				count[e]++
			}
		}
	}
	hero, most := -1, len(s.Members)/2
	for e := range s.Entities {
		switch n := count[e]; {
		case n > most:
			hero, most = e, n
		case n == most:
			hero = -1
		}
	}
	return hero
}

// nameBehind returns the name right behind a token, past a mark or "called".
func (f *Finder) nameBehind(m nutgraf.Member, sent nutgraf.Sentence, words []string, from int) nutgraf.Span {
	for from < len(words) && f.datedTable.words[words[from]] != "" {
		from++
	}
	to := from
	for to < len(words) && (m.Seg.Tokens[sent.First+to].Upper || to > from && f.function[words[to]] && to+1 < len(words) && m.Seg.Tokens[sent.First+to+1].Upper) {
		to++
	}
	if to == from {
		return nutgraf.Span{}
	}
	return spanOf(m, sent, from, to)
}

// nameBefore returns the name right before a token, past a mark.
func (f *Finder) nameBefore(m nutgraf.Member, sent nutgraf.Sentence, words []string, to int) nutgraf.Span {
	for to > 0 && f.datedTable.words[words[to-1]] == "parts" {
		to--
	}
	from := to
	for from > 0 && (m.Seg.Tokens[sent.First+from-1].Upper || from < to && f.function[words[from-1]] && from > 1 && m.Seg.Tokens[sent.First+from-2].Upper) {
		from--
	}
	if to == from {
		return nutgraf.Span{}
	}
	return spanOf(m, sent, from, to)
}

// titlesIn returns the keys of the words of names in a stretch of a report's text that are
// of no person, body or place of the story: those of a title.
func (f *Finder) titlesIn(s Story, member int, span nutgraf.Span) []string {
	m := s.Members[member]
	var out []string
	if span.IsZero() {
		return nil
	}
	for _, t := range s.Told.Read(member, span) {
		if slices.Contains(out, t.Key) {
			continue
		}
		other := func(e int) bool {
			x := s.Entities[e]
			return x.Type != nutgraf.Work && x.Type != nutgraf.Other && x.Type != nutgraf.Event && x.Type != nutgraf.Character && slices.ContainsFunc(strings.Fields(x.Name), func(w string) bool { return f.gist.Key(w) == t.Key })
		}
		if !slices.ContainsFunc(named(s, member, m.Seg.Sentences[m.Seg.SentenceAt(t.Span.Start)].Span), other) {
			out = append(out, t.Key)
		}
	}
	return out
}

// again reports whether words beside a doing say that it is one of several.
func (f *Finder) again(words []string, at, end int) bool {
	return slices.ContainsFunc(words[max(0, at-againNear):min(len(words), end+againNear)], func(w string) bool { return f.datedTable.words[w] == "again" })
}

// datedAt finds the doing that a time is of: the noun right behind it ("the 2006 film"),
// what stands before it ("retired in 1957") in one clause, or what follows where it opens
// its sentence ("In 1957, Page retired").
func (f *Finder) datedAt(words []string, from, first, last, to int, part bool) (doing, at, end int, ok bool) {
	lead := first - 1
	for lead >= 0 && f.hourTable.words[words[lead]] == "about" {
		lead--
	}
	if lead >= 0 && f.datedTable.words[words[lead]] == "of" && last < len(words) && words[last] != "," && words[last] != "." {
		for i := last; i < min(to, last+datedNoun); i++ {
			if d, e, ok := f.datedTable.tells(words, words, i); ok {
				return d, i, e, true
			}
		}
		return 0, 0, 0, false
	}
	if lead < 0 || words[lead] != "in" && words[lead] != "on" {
		if !part {
			return 0, 0, 0, false
		}
		lead++
	}
	for i := lead - 1; i >= max(from, lead-datedReach); i-- {
		if d, e, ok := f.datedTable.tells(words, words, i); ok && e <= first {
			return d, i, e, true
		}
		if f.parts(words[i]) {
			break
		}
	}
	if lead > 1 {
		return 0, 0, 0, false
	}
	for i := last; i < min(to, last+datedReach); i++ {
		if d, e, ok := f.datedTable.tells(words, words, i); ok {
			return d, i, e, true
		}
		if f.pastForm(words[i]) || words[i] == ";" {
			break
		}
	}
	return 0, 0, 0, false
}

// parts reports whether a word parts what stands before it from a time behind it.
func (f *Finder) parts(w string) bool {
	return f.datedTable.words[w] == "parts" || f.pastForm(w) || f.subordinate[w]
}

// read takes the years that a time's words tell, or the months where they tell no year;
// ok is false for one that tells neither.
func (d *dating) read(w nutgraf.When, text string) bool {
	v := w.Form
	if len(v) < 3 {
		return false
	}
	if strings.ContainsAny(text, "0123456789") && v[0] != 'P' && v[0] != 'X' {
		if !w.Resolved || w.From == nutgraf.NoDay || w.To == nutgraf.NoDay {
			return false
		}
		y, mo, _ := w.From.Date()
		if year := strconv.Itoa(y); !strings.Contains(text, year) && !strings.HasSuffix(text, "0s") {
			return false // "the Sept. 11 attack"
		}
		z, last, _ := w.To.Date()
		d.years = [2]int{y, z}
		if y == z && (mo != 1 || last != 12) {
			d.months = [2]int{int(mo), int(last)}
		}
		return true
	}
	rest, ok := strings.CutPrefix(v, "XXXX-")
	if !ok || strings.HasPrefix(rest, "WXX") || len(rest) > 2 && w.Resolved {
		return false
	}
	if len(rest) == 5 {
		n, err := strconv.Atoi(rest[:2])
		day, wrong := strconv.Atoi(rest[3:])
		d.months = [2]int{n, n}
		d.dayOf = day
		return err == nil && wrong == nil
	}
	if len(rest) != 2 {
		return false
	}
	switch rest {
	case "SP":
		d.months = [2]int{3, 6}
	case "SU":
		d.months = [2]int{6, 9}
	case "FA":
		d.months = [2]int{9, 12}
	case "WI":
		d.months = [2]int{11, 15}
	default:
		n, err := strconv.Atoi(rest)
		if err != nil {
			return false
		}
		d.months = [2]int{n, n}
	}
	return true
}
