package claim

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
)

// frames makes the frames of all reports, in the order of reports and text.
func (f *Finder) frames(members []nutgraf.Member, entities []nutgraf.StoryEntity, times [][]nutgraf.When, index *gist.Index) []nutgraf.Frame {
	most := 0
	for _, m := range members {
		most += len(m.Ann.Quantities) + len(m.Ann.Times)
	}
	out := make([]nutgraf.Frame, 0, most)
	for i, m := range members {
		b := builder{f: f, index: index, member: i, doc: m.Doc, seg: m.Seg, ann: m.Ann, times: m.Ann.Times}
		if i < len(times) && len(times[i]) == len(m.Ann.Times) {
			b.times = times[i]
		}
		b.entityOf = storyIndex(entities, i, len(m.Ann.Entities))
		first := len(out)
		for q := range m.Ann.Quantities {
			if fr, ok := b.quantity(q); ok {
				out = append(out, fr)
			}
		}
		periods := b.periods()
		for w := range b.times {
			if fr, ok := b.duration(w); ok && !periods[w] {
				out = append(out, fr)
			}
		}
		sole(out[first:])
		list(out[first:])
		out = b.broken(out)
		for w := range b.times {
			if fr, ok := b.date(w); ok {
				out = append(out, fr)
			}
		}
	}
	return out
}

// sole marks the numbers of a report that are the only ones of what they count.
func sole(frames []nutgraf.Frame) {
	type thing struct {
		unit, head, befell string
	}
	of := func(fr nutgraf.Frame) thing {
		if fr.Befell != "" {
			return thing{befell: fr.Befell}
		}
		return thing{fr.Unit, fr.Head, ""}
	}
	values := map[thing]float64{}
	several := map[thing]bool{}
	for _, fr := range frames {
		k := of(fr)
		if v, ok := values[k]; ok && v != fr.Value {
			several[k] = true
		}
		values[k] = fr.Value
	}
	for i, fr := range frames {
		k := of(fr)
		frames[i].Sole = !several[k] && k != thing{unit: fr.Unit}
	}
}

// list marks the numbers of a report beside which their sentence gives another in
// their unit, or of what they count and what befell those.
func list(frames []nutgraf.Frame) {
	for i := range frames {
		x := &frames[i]
		for j := i - 1; j >= 0 && frames[j].Sentence == x.Sentence; j-- {
			y := &frames[j]
			if x.Kind == nutgraf.ClaimQuantity && y.Kind == x.Kind && x.Unit == y.Unit && (x.Unit != "" || x.Head != "" && x.Head == y.Head) && x.Befell == y.Befell && !same(x, y) {
				x.Listed, y.Listed = true, true
			}
		}
	}
}

// storyIndex maps the entities of report i to those of the story.
func storyIndex(entities []nutgraf.StoryEntity, report, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for s, e := range entities {
		if report < len(e.Members) && e.Members[report] >= 0 && e.Members[report] < n {
			out[e.Members[report]] = s
		}
	}
	return out
}

// builder makes the frames of one report.
type builder struct {
	f        *Finder
	member   int
	doc      *nutgraf.Document
	seg      *nutgraf.Segments
	ann      *nutgraf.Annotations
	times    []nutgraf.When
	entityOf []int
	index    *gist.Index
}

// frame makes what all kinds of frame have in common; ok is false where the
// words stand in furniture.
func (b *builder) frame(kind nutgraf.ClaimKind, focus nutgraf.Span) (nutgraf.Frame, bool) {
	si := b.seg.SentenceAt(focus.Start)
	if si < 0 {
		return nutgraf.Frame{}, false
	}
	sent := b.seg.Sentences[si]
	fr := nutgraf.Frame{Sentence: si, Member: b.member, Kind: kind, Focus: focus, Quote: -1, Quantity: -1, When: -1, From: nutgraf.NoDay, To: nutgraf.NoDay}
	if sent.Block >= 0 && sent.Block < len(b.doc.Blocks) {
		k := b.doc.Blocks[sent.Block].Kind
		fr.Headline = k == nutgraf.Headline || k == nutgraf.Standfirst
		if !k.Body() && !fr.Headline {
			return fr, false
		}
	}
	fr.Lead = fr.Headline || si < leadSentences
	clause := sent.Span
	if !fr.Headline {
		clause = b.f.clause(b.doc, b.seg, sent, focus)
	}
	fr.Clause = b.doc.Cite(clause)
	number := focus
	if kind == nutgraf.ClaimStatus {
		number = nutgraf.Span{} // a superlative's own words are what it is about
	}
	words := b.index.Read(b.member, sent.Span)
	fr.Terms = among(words, clause, number, kind == nutgraf.ClaimStatus)
	fr.Wide = among(words, sent.Span, number, true)
	fr.Poll = slices.ContainsFunc(fr.Wide, func(k string) bool { return b.f.polls[k] })
	around := b.around(sent, focus)
	fr.Before = among(words, nutgraf.Span{Start: around.Start, End: focus.Start}, number, true)
	fr.After = among(words, nutgraf.Span{Start: focus.End, End: around.End}, number, true)
	fr.Near = among(words, around, number, true)
	fr.About = b.about(sent.Span)
	fr.Named, fr.Whose = b.about(clause), b.whose(clause, focus)
	fr.Unled = len(fr.Named) == 0 && b.pronoun(clause)
	fr.Since, fr.Until = b.days(sent.Span, focus)
	fr.Told = b.doc.Published.Day()
	if verb := b.governs(focus, clause); verb >= 0 {
		fr.Doing = b.index.Key(b.seg.Tokens[verb].Span().Of(b.doc.Text))
	}
	b.source(&fr, focus, sent.Span)
	return fr, true
}

// leadSentences is how many sentences of a report tell what it is about.
const leadSentences = 4

// nearby is how many tokens on either side of a focus stand beside it.
const nearby = 5

// around returns the words beside a focus, in its sentence.
func (b *builder) around(sent nutgraf.Sentence, focus nutgraf.Span) nutgraf.Span {
	first := max(sent.First, b.seg.TokenAt(focus.Start)-nearby)
	last := min(sent.Last, b.seg.TokenAt(focus.End)+nearby) - 1
	if last < first {
		return focus
	}
	return nutgraf.Span{Start: int(b.seg.Tokens[first].Start), End: int(b.seg.Tokens[last].End)}
}

// keys returns the sorted, distinct keys of the content words of a span, but
// for those of its focus, and without names unless they are asked for: who is
// spoken of is compared by entity.
func (b *builder) keys(s, focus nutgraf.Span, names bool) []string {
	return among(b.index.Read(b.member, s), s, focus, names)
}

// among is keys of a span whose words are among those given.
func among(words []gist.Term, s, focus nutgraf.Span, names bool) []string {
	if len(words) == 0 {
		return nil
	}
	out := make([]string, 0, len(words))
	for _, t := range words {
		if s.Contains(t.Span) && t.Span.Overlap(focus) == 0 && (names || !t.Upper) {
			out = append(out, t.Key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// about returns the story entities that a sentence names.
func (b *builder) about(s nutgraf.Span) []int {
	var out []int
	for _, m := range b.ann.Mentions {
		if m.Span.Start >= s.End {
			break
		}
		if s.Contains(m.Span) && m.Entity >= 0 && m.Entity < len(b.entityOf) && b.entityOf[m.Entity] >= 0 {
			out = append(out, b.entityOf[m.Entity])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// whose returns the story entity named nearest to a focus within its clause; of
// two equally near, the one before it. -1 when the clause names none.
func (b *builder) whose(clause, focus nutgraf.Span) int {
	best, distance := -1, 0
	for _, m := range b.ann.Mentions {
		if m.Span.Start >= clause.End {
			break
		}
		if !clause.Contains(m.Span) || m.Entity < 0 || m.Entity >= len(b.entityOf) || b.entityOf[m.Entity] < 0 || m.Span.Overlap(focus) > 0 {
			continue
		}
		d := focus.Start - m.Span.End
		if d < 0 {
			d = m.Span.Start - focus.End
		}
		if best < 0 || d < distance {
			best, distance = b.entityOf[m.Entity], d
		}
	}
	return best
}

// pronoun reports whether a clause holds a personal pronoun.
func (b *builder) pronoun(clause nutgraf.Span) bool {
	for i := b.seg.TokenAt(clause.Start); i < len(b.seg.Tokens) && int(b.seg.Tokens[i].Start) < clause.End; i++ {
		if b.f.pronouns[strings.ToLower(b.seg.Tokens[i].Span().Of(b.doc.Text))] {
			return true
		}
	}
	return false
}

// days returns the days that a sentence tells of nearest to a focus, the focus
// itself and what only dates somebody's saying apart.
func (b *builder) days(sent, focus nutgraf.Span) (nutgraf.Day, nutgraf.Day) {
	from, to, distance := nutgraf.NoDay, nutgraf.NoDay, 0
	for _, w := range b.times {
		if w.Span.Start >= sent.End {
			break
		}
		if !sent.Contains(w.Span) || !w.Resolved || w.Type == nutgraf.DurationType || w.Span.Overlap(focus) > 0 || b.reporting(w.Span) {
			continue
		}
		d := max(focus.Start-w.Span.End, w.Span.Start-focus.End)
		if from == nutgraf.NoDay || d < distance {
			from, to, distance = w.From, w.To, d
		}
	}
	return from, to
}

// source notes who stands behind a frame: the speaker of the quotation it
// stands in, else the outlet that its sentence credits.
func (b *builder) source(fr *nutgraf.Frame, focus, sent nutgraf.Span) {
	for i, q := range b.ann.Quotes {
		inside := false
		for _, p := range q.Parts {
			inside = inside || p.Contains(focus)
		}
		if !inside {
			continue
		}
		if q.Kind == nutgraf.Indirect && q.Modality == "think" {
			continue
		}
		if fr.Quote < 0 || q.Kind != nutgraf.Indirect {
			fr.Quote, fr.By = i, q.Name
			fr.ByQuoted = q.Kind == nutgraf.Direct || q.Kind == nutgraf.Mixed && marked(b.doc.Text, q, focus)
			if q.Name == "" && !q.Source.IsZero() {
				fr.By = q.Source.Of(b.doc.Text)
			}
		}
	}
	if fr.By != "" {
		return
	}
	for _, c := range b.ann.Credits {
		if c.Scope == nutgraf.OneSentence && c.Outlet != "" && c.Span.Overlap(sent) > 0 && c.Kind != nutgraf.CreditOwn {
			fr.By = c.Outlet
			return
		}
	}
}

// believed reports whether a span stands in what somebody is said to believe: a
// number there is the report's own, not the believer's.
func (b *builder) believed(s nutgraf.Span) bool {
	return slices.ContainsFunc(b.ann.Quotes, func(q nutgraf.Quote) bool {
		return q.Kind == nutgraf.Indirect && q.Modality == "think" && q.Span.Contains(s)
	})
}

// marked reports whether focus stands inside the quotation marks of a mixed
// quotation.
func marked(text string, q nutgraf.Quote, focus nutgraf.Span) bool {
	open := false
	for i := q.Span.Start; i < focus.Start; i++ {
		switch {
		case text[i] == '"':
			open = !open
		case i+2 < len(text) && text[i:i+3] == "“":
			open = true
		case i+2 < len(text) && text[i:i+3] == "”":
			open = false
		}
	}
	return open
}
