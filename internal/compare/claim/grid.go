package claim

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// rows is how many claims a grid shows at the most, weighed how many are made for
// it, and tried for how many matters that is tried, those first that most reports
// speak of.
const (
	rows    = 14
	weighed = 4 * rows
	tried   = 20 * rows
)

// need is the share of a claim from which on a report says it, and of the claim
// without its names: a story names the same people throughout.
type need struct{ all, plain float64 }

// A claim of few words that are no names needs more of them.
const (
	fewPlain = 3
	needFew  = .7
)

// The needs of a statement, of what stands beside a number or a day that both
// give, and of what stands beside a day of which each report tells one thing.
var (
	needWhole = need{.6, .5}
	needValue = need{.5, .5}
	needDay   = need{.25, .2}
)

// shortLabel is the number of words besides its number up to which a claim tells of
// little else.
const shortLabel = 4

// Grid makes the claims of a story, a row each, out of its matters and
// conflicts: disputed ones first, then those that most reports support. A claim
// is what one report's clause says, and a report supports it that tells most of
// that clause in one place, with the same number or date. A claim of which no
// report has a whole clause is left out.
func (f *Finder) Grid(members []nutgraf.Member, entities []nutgraf.StoryEntity, matters, statements []nutgraf.Matter, conflicts []nutgraf.Conflict, index *gist.Index) []nutgraf.Claim {
	g := grid{f, members, index, sidesOf(conflicts), byDay(matters), byValue(matters), map[nutgraf.Ref]tone{}, map[words]label{}, map[place][]nutgraf.Span{}, nil, nil}
	for i := range members {
		g.entityOf = append(g.entityOf, storyIndex(entities, i, len(members[i].Ann.Entities)))
	}
	var disputed, agreed []nutgraf.Claim
	left := tried
	for _, m := range slices.Concat(matters, statements) {
		if at := g.dispute(m); at >= 0 {
			if c, ok := g.sides(m, at); ok {
				disputed = append(disputed, c)
			}
			continue
		}
		if len(agreed) == weighed || left == 0 {
			continue
		}
		said, need := g.beside(m)
		if reportsOf(said) < 2 {
			continue
		}
		left--
		if c, ok := g.shared(m, said.Frames, need); ok && !covered(agreed, c) {
			agreed = append(agreed, c)
		}
	}
	slices.SortStableFunc(agreed, func(a, b nutgraf.Claim) int { return len(b.Support) - len(a.Support) })
	all := g.distinct(append(disputed, agreed...))
	if c, ok := g.told(); ok {
		all = g.first(c, all)
	}
	for i := range all {
		g.fill(&all[i])
		opposed(&all[i], conflicts)
		stand(&all[i], conflicts)
		all[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return all
}

// grid is what the rows of a story are made from.
type grid struct {
	f        *Finder
	members  []nutgraf.Member
	index    *gist.Index
	side     map[nutgraf.Ref][]taken
	days     map[nutgraf.Day][]nutgraf.Frame // the frames of each day that is stated
	rare     map[counted][]nutgraf.Frame     // the frames of each number that is rare
	tones    map[nutgraf.Ref]tone            // of the clauses that were asked for
	labeled  map[words]label                 // of those that were asked for: a clause stands in several matters
	cuts     map[place][]nutgraf.Span        // the clauses of the sentences that were asked for
	entityOf [][]int                         // by report and its entity, the story's
	heads    [][]spot                        // by report, what it opens with, once the event was asked for
}

// words are the words of a report for which a label was asked.
type words struct {
	member   int
	span     nutgraf.Span
	headline bool
}

// place is a sentence of a report.
type place struct{ member, sentence int }

// byDay gathers the frames that state a day, by report and place.
func byDay(matters []nutgraf.Matter) map[nutgraf.Day][]nutgraf.Frame {
	out := map[nutgraf.Day][]nutgraf.Frame{}
	for _, m := range matters {
		for _, fr := range m.Frames {
			if fr.Kind == nutgraf.ClaimDate && fr.From != nutgraf.NoDay && fr.From == fr.To {
				out[fr.From] = append(out[fr.From], fr)
			}
		}
	}
	for _, frames := range out {
		slices.SortStableFunc(frames, inOrder)
	}
	return out
}

// counted is a number of what.
type counted struct {
	value        float64
	head, befell string
}

// byValue gathers the frames of rare numbers, by report and place.
func byValue(matters []nutgraf.Matter) map[counted][]nutgraf.Frame {
	out := map[counted][]nutgraf.Frame{}
	for _, m := range matters {
		for _, fr := range m.Frames {
			if fr.Kind == nutgraf.ClaimQuantity && fr.Known && fr.Head != "" && !fr.Headline && telling(fr.Value) {
				of := counted{fr.Value, fr.Head, fr.Befell}
				out[of] = append(out[of], fr)
			}
		}
	}
	for _, frames := range out {
		slices.SortStableFunc(frames, inOrder)
	}
	return out
}

// beside returns what can say the same as a matter, and how much of it must be
// told: for a matter of a day on which the reports tell one thing each, all that
// is told of that day, and less of it, since the day is itself evidence that one
// thing is told in other words.
func (g *grid) beside(m nutgraf.Matter) (nutgraf.Matter, need) {
	if m.Kind == nutgraf.ClaimStatus || m.Kind == nutgraf.ClaimRelation {
		return m, needWhole
	}
	day := nutgraf.Matter{Kind: m.Kind, Frames: g.days[m.Frames[0].From]}
	if m.Kind == nutgraf.ClaimDate && 2*len(day.Frames) <= 3*reportsOf(day) {
		return day, needDay
	}
	if f := &m.Frames[0]; f.Known {
		if rare := (nutgraf.Matter{Kind: m.Kind, Frames: g.rare[counted{f.Value, f.Head, f.Befell}]}); reportsOf(rare) > reportsOf(m) {
			return rare, needValue // one rare number of one kind of thing, told in other words
		}
	}
	return m, needValue
}

// taken is a side that a passage of a report stands on.
type taken struct {
	conflict int // its place among the story's
	letter   string
	kind     nutgraf.ConflictKind
	low      float64
	high     float64
	scaled   bool // low and high are numbers
}

// sidesOf maps the evidence of hard and medium conflicts to the sides that it stands on.
func sidesOf(conflicts []nutgraf.Conflict) map[nutgraf.Ref][]taken {
	out := map[nutgraf.Ref][]taken{}
	for i, c := range conflicts {
		if c.Severity == nutgraf.Soft {
			continue
		}
		for _, s := range c.Sides {
			for _, e := range s.Evidence {
				out[e.Ref] = append(out[e.Ref], taken{i, s.Letter, c.Kind, s.Low, s.High, c.Axis == "number"})
			}
		}
	}
	return out
}

// oneNumber is how far from the number that stands for a side another can be that stands on
// it too: side and frame may round.
const oneNumber = .1

// off is how far what a frame states is from the side that its clause stands on, and whether
// it can be what stands there: a clause that gives two numbers and a day has a stand on each.
func (t taken) off(fr *nutgraf.Frame) (float64, bool) {
	switch t.kind {
	case nutgraf.ConflictValue, nutgraf.ConflictUnit:
		if fr.Kind != nutgraf.ClaimQuantity || !t.scaled {
			return 0, fr.Kind == nutgraf.ClaimQuantity
		}
		off := max(t.low-fr.High, fr.Low-t.high, 0)
		return off, off <= oneNumber*max(math.Abs(t.low), math.Abs(t.high))
	case nutgraf.ConflictWindow:
		return 0, fr.Kind == nutgraf.ClaimQuantity || fr.Kind == nutgraf.ClaimDate
	case nutgraf.ConflictDate:
		return 0, fr.Kind == nutgraf.ClaimDate
	}
	return 0, true
}

// letter is the side of a conflict that a frame stands on, empty for none.
func (g *grid) letter(fr *nutgraf.Frame, conflict int) string {
	out, least := "", math.Inf(1)
	for _, t := range g.side[fr.Clause.Ref] {
		if off, ok := t.off(fr); ok && t.conflict == conflict && off < least {
			out, least = t.letter, off
		}
	}
	return out
}

// dispute returns the conflict on whose sides most reports of a matter stand, the first of
// equals, or -1.
func (g *grid) dispute(m nutgraf.Matter) int {
	stand := map[int]map[int]bool{} // by conflict, the reports
	for i := range m.Frames {
		fr := &m.Frames[i]
		for _, t := range g.side[fr.Clause.Ref] {
			if _, ok := t.off(fr); ok {
				if stand[t.conflict] == nil {
					stand[t.conflict] = map[int]bool{}
				}
				stand[t.conflict][fr.Member] = true
			}
		}
	}
	best := -1
	for at, reports := range stand {
		if best < 0 || len(reports) > len(stand[best]) || len(reports) == len(stand[best]) && at < best {
			best = at
		}
	}
	return best
}

// candidates is how many clauses of a matter are tried as its label.
const candidates = 12

// sides makes a claim of a disputed matter: one support a report, its first; a
// second one only where the report itself stands on two sides.
func (g *grid) sides(m nutgraf.Matter, conflict int) (nutgraf.Claim, bool) {
	c := nutgraf.Claim{Kind: m.Kind}
	stood := map[int]string{}
	best := label{}
	for i, fr := range m.Frames {
		if i < candidates {
			best = best.or(g.called(&fr))
		}
		side := g.letter(&fr, conflict)
		if had, ok := stood[fr.Member]; ok && (had == side || side == "") {
			continue
		}
		stood[fr.Member] = side
		s := support(fr, nutgraf.Says)
		if s.Side = side; side != "" {
			s.Stance = nutgraf.Differs
		}
		c.Support = append(c.Support, s)
	}
	c.Label, c.Note = best.cite, best.note
	return c, len(stood) > 1 && best.rank > 0
}

// shared makes a claim of a matter on which the reports agree: the clause that
// most of them tell, of several the one that can best stand alone.
func (g *grid) shared(m nutgraf.Matter, said []nutgraf.Frame, need need) (nutgraf.Claim, bool) {
	best, chosen := nutgraf.Claim{}, label{}
	tried := make([]*nutgraf.Frame, 0, candidates) // those that gave a label
	for i := range m.Frames[:min(len(m.Frames), candidates)] {
		fr := &m.Frames[i]
		if slices.ContainsFunc(tried, func(t *nutgraf.Frame) bool { return g.copied(t, fr) }) {
			continue // the same reports say the same
		}
		labels := g.labels(fr)
		if len(labels) > 0 {
			tried = append(tried, fr)
		}
		for _, l := range labels {
			c := nutgraf.Claim{Kind: m.Kind, Label: l.cite, Note: l.note, Support: g.support(fr, l.cite.Span, said, need)}
			if more := len(c.Support) - len(best.Support); more > 0 || more == 0 && chosen.or(l) == l {
				best, chosen = c, l
			}
		}
	}
	return best, len(best.Support) > 1
}

// copied reports whether a frame of another report stands in a copy of a frame's sentence.
func (g *grid) copied(x, y *nutgraf.Frame) bool {
	return x.Clause.Text == y.Clause.Text && x.Headline == y.Headline && g.sentence(x) == g.sentence(y)
}

// sentence is the text of a frame's sentence.
func (g *grid) sentence(fr *nutgraf.Frame) string {
	m := &g.members[fr.Member]
	k := m.Seg.SentenceAt(fr.Clause.Span.Start)
	if k < 0 {
		return ""
	}
	return m.Seg.Sentences[k].Span.Of(m.Doc.Text)
}

// called is what the words of a frame are called by. What opens with "the" and a noun
// means something that the report has told of before, of which readers know if the
// story is of it.
func (g *grid) called(fr *nutgraf.Frame) label {
	key := words{fr.Member, fr.Clause.Span, fr.Headline}
	l, known := g.labeled[key]
	if !known {
		l = g.call(fr)
		g.labeled[key] = l
	}
	return l
}

func (g *grid) call(fr *nutgraf.Frame) label {
	l := g.f.called(g.members[fr.Member], fr)
	noun := g.f.judge.Bare(l.cite.Text)
	if l.rank == 0 || noun == "" {
		return l
	}
	if !g.index.Known(noun) {
		l.rank, l.lost = min(l.rank, leaning), true
	} else if _, behind, _ := strings.Cut(l.cite.Text, " "); l.lost && !g.f.judge.Points(behind) {
		l.lost = false
	}
	return l
}

// labels are what a frame's claim could be called by: by its clause, and by the
// part of it that joining words cut off around its number or day.
func (g *grid) labels(fr *nutgraf.Frame) []label {
	m := g.members[fr.Member]
	var out []label
	if l := g.called(fr); l.rank > 0 && !l.lost {
		out = append(out, l)
	}
	k := m.Seg.SentenceAt(fr.Focus.Start)
	if k < 0 || fr.Headline {
		return out
	}
	for _, part := range g.cut(fr.Member, k) {
		if !part.Contains(fr.Focus) || part.Len() >= fr.Clause.Span.Len() {
			continue
		}
		short := *fr
		short.Clause = m.Doc.Cite(part)
		if l := g.called(&short); l.rank > 0 && !l.lost {
			out = append(out, l)
		}
	}
	return out
}

// cut parts a sentence into clauses.
func (g *grid) cut(member, sentence int) []nutgraf.Span {
	at := place{member, sentence}
	parts, known := g.cuts[at]
	if !known {
		m := &g.members[member]
		parts = g.f.cut(m.Doc, m.Seg, m.Seg.Sentences[sentence])
		g.cuts[at] = parts
	}
	return parts
}

// support lists the reports that say what a frame's label says, by report.
func (g *grid) support(of *nutgraf.Frame, span nutgraf.Span, frames []nutgraf.Frame, need need) []nutgraf.Support {
	focus := of.Focus
	if of.Kind == nutgraf.ClaimStatus || of.Kind == nutgraf.ClaimRelation {
		focus = nutgraf.Span{}
	}
	terms, plain := g.index.Terms(of.Member, span, focus), g.index.Plain(of.Member, span, focus)
	short := of.Kind == nutgraf.ClaimQuantity && (telling(of.Value) || of.Befell != "") && len(terms) <= shortLabel && !slices.ContainsFunc(terms, numeric)
	if len(terms) < 2 && !(short && telling(of.Value)) || len(plain) == 0 {
		return nil
	}
	own := g.tone(nutgraf.Ref{Doc: g.members[of.Member].Doc.ID, Span: span}, span.Of(g.members[of.Member].Doc.Text))
	switch {
	case need == needWhole && len(plain) <= fewPlain:
		need.plain = needFew
	case need == needDay && slices.ContainsFunc(terms, numeric):
		need = needValue // it tells of more than the day
	}
	whole, bare, quoted := g.index.Weighed(terms), g.index.Weighed(plain), g.quoted(of.Member, span)
	exact, exactBare := whole, bare
	if need != needDay { // so little must be told beside a day that it must be told by the same words
		whole, bare = g.index.Loosely(terms), g.index.Loosely(plain)
	}
	out := make([]nutgraf.Support, 0, min(len(g.members), len(frames)))
	for i := 0; i < len(frames); {
		member, at, most := frames[i].Member, -1, 0.0
		read, share := -1, 0.0 // the sentence read last, and how much it tells: frames of one follow each other
		for ; i < len(frames) && frames[i].Member == member; i++ {
			if member == of.Member {
				continue
			}
			if k := g.members[member].Seg.SentenceAt(frames[i].Clause.Span.Start); k < 0 || k != read {
				read, share = k, g.tells(whole, bare, need.plain, &frames[i])
			}
			s := share
			if short && frames[i].Value == of.Value && frames[i].Befell == of.Befell && g.tells(whole, bare, 0, &frames[i]) > 0 {
				s = 1 // the one number of one matter, and the label tells of little else
			}
			if at < 0 || s > most {
				at, most = i, s
			}
		}
		if member == of.Member {
			own := support(*of, nutgraf.Says)
			own.Cite = g.members[member].Doc.Cite(span)
			out = append(out, own)
			continue
		}
		if most < need.all {
			continue
		}
		fr := &frames[at]
		told, k := g.tone(fr.Clause.Ref, fr.Clause.Text), g.members[member].Seg.SentenceAt(fr.Clause.Span.Start)
		near := short && most == 1
		if near {
			told = tone{own.denies != (g.near(of, g.f.negations) != g.near(fr, g.f.negations)), g.near(fr, g.f.unsure)}
		}
		switch {
		case told.denies != own.denies || !g.does(of.Member, span, member, k, most, need) || !g.quotes(quoted, member, k):
		case (told.open && (near || g.left(terms, member, k)) || weak(fr)) && !own.open && !weak(of) || !g.numbers(of.Member, span, terms, fr) || !g.counts(of.Member, span, member, k):
			if near || g.tells(exact, exactBare, need.plain, fr) >= need.all { // other words that say less may be of another matter
				out = append(out, support(*fr, nutgraf.Weaker))
			}
		default:
			out = append(out, support(*fr, nutgraf.Says))
		}
	}
	return out
}

// near reports whether one of some words stands right before a number: what else a
// clause denies or leaves open says nothing of the number ("he did not speak of the
// wreck that left 12 dead", and "did not kill 12").
func (g *grid) near(fr *nutgraf.Frame, words map[string]bool) bool {
	before := strings.Fields(lang.Lower(fr.Clause.Text[:max(0, min(fr.Focus.Start-fr.Clause.Span.Start, len(fr.Clause.Text)))]))
	return slices.ContainsFunc(before[max(0, len(before)-nearReach):], func(w string) bool { return words[strings.Trim(w, ".,;:()\"“”")] })
}

// nearReach is how many words before a number those can stand.
const nearReach = 3

// quoted is what words of a report quote.
func (g *grid) quoted(member int, span nutgraf.Span) gist.Weighed {
	var terms []string
	for _, q := range g.members[member].Ann.Quotes {
		if q.Kind == nutgraf.Indirect || q.Span.Overlap(span) == 0 {
			continue
		}
		for _, p := range q.Parts {
			if span.Contains(p) {
				terms = append(terms, g.index.Terms(member, p, nutgraf.Span{})...)
			}
		}
	}
	return g.index.Weighed(terms)
}

// quotes reports whether sentence k of a report and the one behind it tell at least
// half of what a label quotes: that somebody spoke of a thing does not say what he
// called it.
func (g *grid) quotes(quoted gist.Weighed, member, k int) bool {
	both, _ := g.index.At(quoted, member, max(k, 0))
	return both >= .5 || quoted.Empty()
}

// tells is the share of terms that a frame's report tells where the frame stands,
// if its own sentence has enough of those that are no names.
func (g *grid) tells(terms, plain gist.Weighed, least float64, fr *nutgraf.Frame) float64 {
	k := g.members[fr.Member].Seg.SentenceAt(fr.Clause.Span.Start)
	if k < 0 {
		return 0
	}
	if _, own := g.index.At(plain, fr.Member, k); own < least {
		return 0
	}
	share, _ := g.index.At(terms, fr.Member, k)
	if k > 0 {
		before, _ := g.index.At(terms, fr.Member, k-1)
		share = max(share, before)
	}
	return share
}

// numbers reports whether the sentence of a frame has all the numbers of terms, of a
// label: those that are read are left to counts, for "$10m" is "$10 million".
func (g *grid) numbers(member int, label nutgraf.Span, terms []string, fr *nutgraf.Frame) bool {
	own := g.index.Sentence(fr.Member, g.members[fr.Member].Seg.SentenceAt(fr.Clause.Span.Start))
	return !slices.ContainsFunc(terms, func(x string) bool {
		return numeric(x) && !slices.Contains(own, x) && !slices.ContainsFunc(g.members[member].Ann.Quantities, func(q nutgraf.Quantity) bool {
			return label.Contains(q.Span) && q.Known && q.Value >= 2 && strings.Contains(q.Span.Of(g.members[member].Doc.Text), x)
		})
	})
}

// counts reports whether sentence k of a report, or the one behind it, gives every
// number that a label of another report gives, in digits or in words.
func (g *grid) counts(member int, label nutgraf.Span, other, k int) bool {
	m := &g.members[other]
	if k < 0 {
		return true
	}
	there := nutgraf.Span{Start: m.Seg.Sentences[k].Span.Start, End: m.Seg.Sentences[min(k+1, len(m.Seg.Sentences)-1)].Span.End}
	for _, q := range g.members[member].Ann.Quantities {
		if !label.Contains(q.Span) || !q.Known || q.Value < 2 {
			continue
		}
		if !slices.ContainsFunc(m.Ann.Quantities, func(x nutgraf.Quantity) bool {
			return there.Contains(x.Span) && x.Known && (x.Value == q.Value || rounds(x.Value, q.Value) || rounds(q.Value, x.Value))
		}) {
			return false
		}
	}
	return true
}

func numeric(term string) bool { return term[0] >= '0' && term[0] <= '9' }

func support(fr nutgraf.Frame, stance nutgraf.Stance) nutgraf.Support {
	return nutgraf.Support{Cite: fr.Clause, Value: value(&fr), Stance: stance}
}

func value(f *nutgraf.Frame) string {
	switch {
	case f.Kind == nutgraf.ClaimQuantity && f.Known:
		return strconv.FormatFloat(f.Value, 'f', -1, 64)
	case f.From != nutgraf.NoDay && f.From == f.To:
		return f.From.String()
	}
	return ""
}

// opposed sets the reports apart whose words stand on another side of a difference than
// the claim's own, a small one in how something is told among them: who was asked was not
// ordered.
func opposed(c *nutgraf.Claim, conflicts []nutgraf.Conflict) {
	for _, d := range conflicts {
		if d.Severity == nutgraf.Soft && d.Kind != nutgraf.ConflictRelation && d.Kind != nutgraf.ConflictStatus {
			continue
		}
		own := sideAt(&d, c.Label)
		if own == "" || !slices.ContainsFunc(c.Support, func(s nutgraf.Support) bool { x := sideAt(&d, s.Cite); return x != "" && x != own }) {
			continue
		}
		for i := range c.Support {
			if s := &c.Support[i]; s.Stance != nutgraf.Differs && sideAt(&d, s.Cite) != "" {
				s.Stance, s.Side = nutgraf.Differs, sideAt(&d, s.Cite)
			}
		}
	}
}

// stand gives a row that bears the sides of a difference those that reports stand on by
// other words than the row was made from: the card that it leads to shows them, and a row
// must not say less of a report than its card.
func stand(c *nutgraf.Claim, conflicts []nutgraf.Conflict) {
	if !slices.ContainsFunc(c.Support, func(s nutgraf.Support) bool { return s.Side != "" }) {
		return
	}
	at := slices.IndexFunc(conflicts, func(d nutgraf.Conflict) bool {
		return d.Severity != nutgraf.Soft && !slices.ContainsFunc(c.Support, func(s nutgraf.Support) bool {
			return s.Side != "" && !slices.ContainsFunc(d.Sides, func(x nutgraf.Side) bool { return x.Letter == s.Side && nutgraf.Touch(x.Evidence, s.Cite.Ref) })
		})
	})
	if at < 0 {
		return
	}
	for _, x := range conflicts[at].Sides {
		for _, e := range x.Evidence {
			if !slices.ContainsFunc(c.Support, func(s nutgraf.Support) bool { return s.Cite.Doc == e.Doc && s.Side == x.Letter }) {
				c.Support = append(c.Support, nutgraf.Support{Cite: e, Stance: nutgraf.Differs, Side: x.Letter})
			}
		}
	}
}

// sideAt is the side of a difference that words of a report are evidence of, empty for none:
// of a number or a day those that have it.
func sideAt(d *nutgraf.Conflict, at nutgraf.Cite) string {
	for _, x := range d.Sides {
		first, _, _ := strings.Cut(x.Value, " ")
		if d.Axis == "number" && !strings.Contains(at.Text, first) {
			continue
		}
		if nutgraf.Touch(x.Evidence, at.Ref) {
			return x.Letter
		}
	}
	return ""
}

// tone is whether a clause denies, and whether it leaves open, what it speaks of.
type tone struct{ denies, open bool }

func (g *grid) tone(at nutgraf.Ref, clause string) tone {
	t, known := g.tones[at]
	if known {
		return t
	}
	for w := range strings.FieldsSeq(clause) {
		if !isLetter(w[0]) || !isLetter(w[len(w)-1]) {
			w = strings.Trim(w, ".,;:!?()\"“”")
		}
		low := lang.Lower(w)
		t.denies = t.denies != (g.f.negations[low] || g.f.untrue[low])
		t.open = t.open || w != mayMonth && g.f.unsure[low]
	}
	g.tones[at] = t
	return t
}

// weak reports whether a number is hedged.
func weak(f *nutgraf.Frame) bool {
	return f.Status == nutgraf.Hypothetical || f.Hedge == nutgraf.Bound || f.Hedge == nutgraf.Claimed
}

// covered reports whether another row has the words of a claim's label for its
// own, or cites words of the claim in two places.
func covered(rows []nutgraf.Claim, c nutgraf.Claim) bool {
	cited := map[string][]nutgraf.Span{}
	for _, s := range c.Support {
		cited[s.Cite.Doc] = append(cited[s.Cite.Doc], s.Cite.Span)
	}
	return slices.ContainsFunc(rows, func(r nutgraf.Claim) bool {
		shared := 0
		if r.Label.Doc == c.Label.Doc && 2*r.Label.Span.Overlap(c.Label.Span) > min(r.Label.Span.Len(), c.Label.Span.Len()) {
			return true
		}
		for _, s := range r.Support {
			for _, span := range cited[s.Cite.Doc] {
				if s.Cite.Span.Overlap(span) > 0 {
					shared++
				}
			}
		}
		return shared > 1
	})
}
