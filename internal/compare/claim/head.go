package claim

import (
	"nutgraf"
)

// head returns the key of what a quantity counts: the last content word of the
// counted phrase before any preposition.
func (b *builder) head(q nutgraf.Quantity, clause nutgraf.Span) string {
	if q.Counted.IsZero() || q.Kind == nutgraf.Money {
		switch {
		case q.Kind == nutgraf.Money || q.Kind == nutgraf.Percent:
			return b.measures(q.Span, clause)
		case q.Unit != "":
			if k := b.bearing(q.Span); k != "" {
				return k
			}
			return b.index.Key(q.Unit)
		case b.befallen(q.Span, clause):
			return "people"
		}
		return b.before(q.Span, clause)
	}
	head := ""
	for i := b.seg.TokenAt(q.Counted.Start); i < len(b.seg.Tokens) && int(b.seg.Tokens[i].Start) < q.Counted.End; i++ {
		w := b.seg.Tokens[i].Span().Of(b.doc.Text)
		if head != "" && (w == "of" || w == "in" || w == "for" || w == "at" || w == "who" || w == "that" || w == "from" || w == "on" || w == "with" || w == "to") {
			break
		}
		if k := b.index.Key(w); k != "" && b.seg.Tokens[i].Kind == nutgraf.Word {
			head = k
		}
	}
	if head == "" || b.f.befall[head] {
		if b.befallen(q.Span, clause) {
			return "people"
		}
	}
	return head
}

// bearing returns the key of the bearing that stands right behind a measure: "90
// miles southeast of", else nothing.
func (b *builder) bearing(measure nutgraf.Span) string {
	at := b.seg.TokenAt(measure.End)
	if at >= len(b.seg.Tokens) {
		return ""
	}
	if k := b.index.Key(b.seg.Tokens[at].Span().Of(b.doc.Text)); b.f.bearings[k] {
		return k
	}
	return ""
}

// befallen reports whether a bare number counts people by what befell them: "31
// injured", "injured five others".
func (b *builder) befallen(number, clause nutgraf.Span) bool {
	return b.befell(number, clause, 1, 3) != ""
}

// befell returns the key of what befell those whom a number counts: the word of
// the kind nearest to it, those after it first, within so many tokens.
func (b *builder) befell(number, clause nutgraf.Span, before, after int) string {
	at, end := b.seg.TokenAt(number.Start), b.seg.TokenAt(number.End)
	if b.toll(at, clause) {
		return b.index.Key("killed")
	}
	// What another verb tells of others is not taken for these: "killing 40 people and
	// injuring 80", "killed 40 people, injured 80".
	joined := after
	for d := range after {
		if i := end + d; i < len(b.seg.Tokens) {
			if w := b.seg.Tokens[i].Span().Of(b.doc.Text); w == "and" || w == "," {
				joined = d
				break
			}
		}
	}
	if k := b.nearest(at, end, clause, before, joined); k != "" || joined == after {
		return k
	}
	return b.nearest(at, end, clause, before, after)
}

// nearest returns the key of the word for what befell people that is nearest to the
// tokens from at to end, within so many before and after them.
func (b *builder) nearest(at, end int, clause nutgraf.Span, before, after int) string {
	for d := range max(before, after) {
		for _, i := range [...]int{end + d, at - 1 - d} {
			if i < 0 || i >= len(b.seg.Tokens) || i >= end && d >= after || i < at && d >= before {
				continue
			}
			t := b.seg.Tokens[i]
			if int(t.Start) < clause.Start || int(t.End) > clause.End || t.Kind != nutgraf.Word {
				continue
			}
			if k := b.index.Key(t.Span().Of(b.doc.Text)); b.f.befall[k] {
				return k
			}
		}
	}
	return ""
}

// tollReach is how many tokens before a number the death toll can stand that it is:
// "the death toll in the province had risen to 250".
const tollReach = 8

// toll reports whether the number at a token is a death toll.
func (b *builder) toll(at int, clause nutgraf.Span) bool {
	for i := at - 1; i > max(0, at-tollReach) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		t := b.seg.Tokens[i]
		if t.Kind != nutgraf.Word && t.Kind != nutgraf.Punct {
			return false // another number stands between
		}
		if t.Span().Of(b.doc.Text) == "toll" {
			return b.seg.Tokens[i-1].Span().Of(b.doc.Text) == "death"
		}
	}
	return false
}

// measures returns the key of what an amount or a share measures, if it stands
// near: "revenue of $90bn", "$25bn in revenue".
func (b *builder) measures(amount, clause nutgraf.Span) string {
	at, end := b.seg.TokenAt(amount.Start), b.seg.TokenAt(amount.End)
	for d := 1; d <= 4; d++ {
		for _, i := range [...]int{at - d, end + d - 1} {
			if i < 0 || i >= len(b.seg.Tokens) || int(b.seg.Tokens[i].Start) < clause.Start || int(b.seg.Tokens[i].End) > clause.End {
				continue
			}
			if k := b.index.Key(b.seg.Tokens[i].Span().Of(b.doc.Text)); b.f.measured[k] {
				return k
			}
		}
	}
	return ""
}

// before returns the key of the content word that stands just before a bare
// number: "a magnitude of 6.1", "put the crowd at 38,000". What "rose to 116" is told
// elsewhere.
func (b *builder) before(number, clause nutgraf.Span) string {
	at := b.seg.TokenAt(number.Start)
	for i := at - 1; i >= max(0, at-3) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		t := b.seg.Tokens[i]
		if t.Kind != nutgraf.Word || t.Upper {
			if t.Kind != nutgraf.Word {
				return ""
			}
			continue
		}
		w := t.Span().Of(b.doc.Text)
		if k := b.index.Key(w); k != "" {
			if b.verbal(w) || w == "including" {
				return ""
			}
			return k
		}
	}
	return ""
}
