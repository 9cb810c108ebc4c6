package proof

import (
	"cmp"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
)

// candidate is a quotation as one run sees it; kept counts its words that the
// nearest version has too.
type candidate struct {
	nutgraf.DraftQuote
	kept int
}

// quotes are the draft's quotations as one story's families have them.
func (p *proof) quotes(f *nutgraf.Findings) []candidate {
	var out []candidate
	for i := range f.Families {
		for _, v := range f.Families[i].Variants {
			if v.Doc != p.id || v.Kind == nutgraf.Paraphrase || len(v.Cites) == 0 {
				continue
			}
			out = append(out, p.nearest(&v, f.Families[i].Variants, f.Families)...)
		}
	}
	return out
}

// wordsOfPiece is the number of words from which a piece of a quotation is held
// against others by itself.
const wordsOfPiece = 5

// nearest holds a quotation against the versions of its family, else against all.
// One whose pieces the draft brings together from several that are held, and no
// version has whole, is told of piece by piece.
func (p *proof) nearest(own *nutgraf.Variant, versions []nutgraf.Variant, families []nutgraf.Family) []candidate {
	whole := p.quote(own, versions)
	if whole.Held == nutgraf.NotHeld {
		whole = p.like(own, families)
	}
	if len(own.Cites) == 1 || order(whole.Held) < order(nutgraf.HeldEdited) {
		return []candidate{whole}
	}
	var pieces []candidate
	asTheyStand := 0
	for _, c := range own.Cites {
		one := *own
		if one.Cites = []nutgraf.Cite{c}; len(fold.Words(nil, c.Text, 0)) < wordsOfPiece {
			return []candidate{whole}
		}
		x := p.quote(&one, versions)
		if order(x.Held) >= order(nutgraf.HeldEdited) {
			x = p.like(&one, families) // the family is that of the whole, not of every piece
		}
		if order(x.Held) < order(nutgraf.HeldEdited) {
			asTheyStand++
		}
		pieces = append(pieces, x)
	}
	if asTheyStand == 0 {
		return []candidate{whole}
	}
	return pieces
}

// quote holds a quotation against the versions of its family.
func (p *proof) quote(own *nutgraf.Variant, all []nutgraf.Variant) candidate {
	best := candidate{DraftQuote: nutgraf.DraftQuote{Cites: own.Cites, Speaker: own.Speaker, Held: nutgraf.NotHeld}}
	least := 0 // words that the best version does not share
	for _, v := range all {
		if v.Doc == p.id || len(v.Cites) == 0 {
			continue
		}
		x, changed := against(own, &v)
		rank := cmp.Or(cmp.Compare(order(x.Held), order(best.Held)), cmp.Compare(changed, least))
		switch {
		case best.Held == nutgraf.NotHeld || rank < 0:
			best, least = x, changed
		case x.Held == best.Held && x.Held != nutgraf.HeldEdited && v.Doc != best.Nearest[0].Doc && !slices.Contains(best.Also, v.Doc):
			best.Also = append(best.Also, v.Doc)
		}
	}
	return best
}

// A wording that no family ties to the draft's is near it when at least so many
// words, and this share of both, are the same in the same order. Words that stand
// in it as they are in the draft are held whoever speaks them, unless they are so
// few and short that anybody might.
const (
	fewestAlike  = 5
	shareOfAlike = .7
	fewestLong   = 2 // words of five letters and more
)

// like finds, for a quotation that is in no version held, the one whose wording
// is near: the same words, those of one speaker first, else alike ones of a
// speaker who can be the same.
func (p *proof) like(own *nutgraf.Variant, families []nutgraf.Family) candidate {
	best := candidate{DraftQuote: nutgraf.DraftQuote{Cites: own.Cites, Speaker: own.Speaker, Held: nutgraf.NotHeld}}
	share := shareOfAlike
	for i := range families {
		for _, v := range families[i].Variants {
			if v.Doc == p.id || v.Kind == nutgraf.Paraphrase {
				continue
			}
			for _, c := range v.Cites {
				v.Cites = []nutgraf.Cite{c}
				x, changed := against(own, &v)
				alike := 1 - float64(changed)/float64(2*x.kept+changed)
				switch {
				case x.Held != nutgraf.HeldEdited && long(own.Cites) >= fewestLong:
					if alike++; x.HeldSpeaker == "" {
						alike++
					}
				case x.HeldSpeaker != "" || x.kept < fewestAlike:
					continue
				}
				if alike > share {
					best, share = x, alike
				}
			}
		}
	}
	return best
}

// long counts the words of five letters and more.
func long(cites []nutgraf.Cite) int {
	n := 0
	for _, c := range cites {
		for _, w := range fold.Words(nil, c.Text, 0) {
			if w.End-w.Start >= 5 {
				n++
			}
		}
	}
	return n
}

// order ranks the ways of being held, the nearest first.
func order(h nutgraf.HeldAs) int {
	return slices.Index([]nutgraf.HeldAs{
		nutgraf.HeldVerbatim, nutgraf.HeldTypographic, nutgraf.HeldTruncated, nutgraf.HeldEdited, nutgraf.HeldParaphrase, nutgraf.NotHeld,
	}, h)
}

// against lays the draft's wording beside one version held.
func against(own, held *nutgraf.Variant) (x candidate, changed int) {
	x.DraftQuote = nutgraf.DraftQuote{Cites: own.Cites, Speaker: own.Speaker, Nearest: held.Cites}
	if differ(own.Speaker, held.Speaker) {
		x.HeldSpeaker = held.Speaker
	}
	if held.Kind == nutgraf.Paraphrase {
		x.Held = nutgraf.HeldParaphrase
		return x, 0
	}
	a, b := read(held.Cites), read(own.Cites)
	steps := align.Slide(align.Words(a.keys, b.keys), a.keys, b.keys)
	x.kept, _ = align.Kept(steps)
	changed = len(a.keys) + len(b.keys) - 2*x.kept
	switch {
	case x.kept == len(a.keys) && x.kept == len(b.keys):
		x.Held = nutgraf.HeldTypographic
		if a.raw(0, len(a.text)) == b.raw(0, len(b.text)) {
			x.Held = nutgraf.HeldVerbatim
		}
	case align.Find(a.keys, b.keys) >= 0:
		x.Held = nutgraf.HeldTruncated
	default:
		x.Held = nutgraf.HeldEdited
		x.Diff = edits(steps, &a, &b)
	}
	return x, changed
}

// differ reports whether two names are known and neither is part of the other.
func differ(a, b string) bool {
	a, b = fold.String(a), fold.String(b)
	if a == "" || b == "" || strings.HasPrefix(a, "unnamed") || strings.HasPrefix(b, "unnamed") {
		return false
	}
	return !within(a, b) && !within(b, a)
}

func within(a, b string) bool {
	words := strings.Fields(b)
	return !slices.ContainsFunc(strings.Fields(a), func(w string) bool { return !slices.Contains(words, w) })
}

// line is a wording as words, each with the marks and the space behind it.
type line struct {
	keys []uint64
	text []string
}

func read(cites []nutgraf.Cite) line {
	var l line
	for _, c := range cites {
		words := fold.Words(nil, c.Text, 0)
		for i, w := range words {
			end, gap := len(c.Text), " "
			if i+1 < len(words) {
				end, gap = int(words[i+1].Start), ""
			}
			text := c.Text[w.Start:end]
			if gap != "" {
				text = strings.TrimRight(text, "\"“”«»„ ")
			}
			l.keys, l.text = append(l.keys, w.Key), append(l.text, text+gap)
		}
	}
	return l
}

// raw is a stretch of the line as it stands. Marks at its end, where a report's
// own sentence joins on, are left out.
func (l *line) raw(from, to int) string {
	return strings.TrimRight(strings.Join(l.text[from:to], ""), ".,;:!?—–- \"'“”‘’")
}

func edits(steps []align.Step, a, b *line) []nutgraf.Edit {
	var out []nutgraf.Edit
	for _, s := range steps {
		switch s.Op {
		case align.Keep:
			out = append(out, nutgraf.Edit{Op: nutgraf.Keep, Text: strings.TrimSpace(strings.Join(b.text[s.B0:s.B1], ""))})
		case align.Drop:
			out = append(out, nutgraf.Edit{Op: nutgraf.Drop, Text: strings.TrimSpace(strings.Join(a.text[s.A0:s.A1], ""))})
		case align.Add:
			out = append(out, nutgraf.Edit{Op: nutgraf.Add, Text: strings.TrimSpace(strings.Join(b.text[s.B0:s.B1], ""))})
		}
	}
	return out
}

// best takes of what the runs say of the same words what rests on most words
// held, in the order of the draft.
func best(all []candidate) []nutgraf.DraftQuote {
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(b.kept-a.kept, order(a.Held)-order(b.Held), at(a.Cites)-at(b.Cites))
	})
	var out []nutgraf.DraftQuote
	for _, c := range all {
		if !slices.ContainsFunc(out, func(q nutgraf.DraftQuote) bool { return overlap(q.Cites, c.Cites) }) {
			out = append(out, c.DraftQuote)
		}
	}
	slices.SortStableFunc(out, func(a, b nutgraf.DraftQuote) int { return at(a.Cites) - at(b.Cites) })
	return out
}

func overlap(a, b []nutgraf.Cite) bool {
	return slices.ContainsFunc(a, func(x nutgraf.Cite) bool {
		return slices.ContainsFunc(b, func(y nutgraf.Cite) bool { return x.Span.Overlap(y.Span) > 0 })
	})
}
