package render

import (
	"html/template"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// grid is what is claimed: claims down, reports across.
type grid struct {
	Listed bool // too many reports for columns: each row lists those that say it
	Heads  []head
	Rows   []row
	More   []row // further rows, folded away
	Off    rest  // claims that are not listed
}

type head struct{ Letter, Name string }

type row struct {
	ID       string
	Label    string
	Note     string // whom its pronoun stands for
	Chips    []Chip
	Cells    []cell
	Number   int // of the difference it belongs to; 0 for none
	CardHref string
	Said     []Chip // where it is said, when the grid is listed
	Others   int    // further reports that say it
}

// cell is one report's stand on a claim.
type cell struct {
	Sign  string // ● ◐ · or the letters of its sides
	Words string // the same in words
	Side  bool
	Href  string
	Label string
	Quiet bool
}

// ColumnsMost is how many reports have a column each in the grid; of more each row lists
// those that say it.
const ColumnsMost = 24

const (
	rowsShown = 14
	saidShown = 16
)

func (s *sheet) grid() grid {
	if len(s.texts) < 2 {
		return grid{} // with one text there is none to lay beside it
	}
	g := grid{Listed: len(s.texts) > ColumnsMost}
	for _, a := range s.texts {
		g.Heads = append(g.Heads, head{a.Letter, s.name(a.ID) + s.reprinted(a.ID)})
	}
	claims, left := cut(s, s.p.Claims, s.most.claims, "claims")
	g.Off = left
	for i := range claims {
		if r, ok := s.row(&claims[i]); ok {
			g.Rows = append(g.Rows, r)
		}
	}
	if len(g.Rows) > rowsShown+2 {
		g.Rows, g.More = g.Rows[:rowsShown], g.Rows[rowsShown:]
	}
	return g
}

func (s *sheet) row(c *nutgraf.Claim) (row, bool) {
	r := row{ID: c.ID, Label: clip(c.Label.Text, 160), Note: c.Note, Chips: s.chips(c.Label)}
	if len(r.Chips) == 0 {
		return r, false
	}
	r.CardHref, r.Number = s.disputeOf(c)
	if len(s.texts) > ColumnsMost {
		s.sayers(&r, c.Support)
		return r, true
	}
	by := map[string][]nutgraf.Support{}
	for _, x := range c.Support {
		if s.holds(x.Cite) {
			by[x.Cite.Doc] = append(by[x.Cite.Doc], x)
		}
	}
	for _, a := range s.texts {
		r.Cells = append(r.Cells, s.cell(a, by[a.ID], slices.Contains(a.NotFound, c.ID)))
	}
	return r, true
}

// sayers names the reports that say a claim, in place of a column for each.
func (s *sheet) sayers(r *row, all []nutgraf.Support) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b nutgraf.Support) int { return s.at[a.Cite.Doc] - s.at[b.Cite.Doc] })
	last := ""
	for _, x := range all {
		switch {
		case x.Cite.Doc == last:
			continue
		case len(r.Said) == saidShown:
			r.Others++
		case !s.holds(x.Cite):
			continue
		default:
			r.Said = append(r.Said, s.chip(x.Cite))
		}
		last = x.Cite.Doc
	}
}

// cell says how a report stands on a claim; it is empty where it can neither be said
// that the report has it nor that it has not.
func (s *sheet) cell(a nutgraf.PageArticle, all []nutgraf.Support, missing bool) cell {
	switch {
	case len(all) > 0:
	case missing:
		return cell{Sign: label.Missed, Words: "not found in the text held", Quiet: true}
	default:
		return cell{Words: "cannot be told", Quiet: true}
	}
	sign, sides := label.Stand(all)
	chip := s.chip(all[0].Cite)
	k := cell{Sign: sign, Words: "says it", Href: chip.Href}
	switch {
	case len(sides) > 0:
		k.Words, k.Side = "side "+strings.Join(sides, " and "), true
	case sign == label.Weakly:
		k.Words = "says it more weakly"
	}
	k.Label = k.Sign + " " + a.Letter + " " + k.Words + ", " + strings.TrimPrefix(chip.Label, a.Letter+" ")
	if all[0].Value != "" {
		k.Label += " (" + all[0].Value + ")"
	}
	return k
}

// cells writes the cells of a row.
func cells(all []cell) template.HTML {
	var b strings.Builder
	b.Grow(140 * len(all))
	for _, c := range all {
		if c.Quiet {
			b.WriteString(`<td class="quiet"><span aria-hidden="true">` + c.Sign + `</span><span class="vh">` + esc(c.Words) + `</span></td>`)
			continue
		}
		class := "cell"
		if c.Side {
			class = "cell side"
		}
		b.WriteString(`<td><a class="` + class + `" href="` + esc(c.Href) + `" aria-label="` + esc(c.Label) + `">` + esc(c.Sign) + `</a></td>`)
	}
	return template.HTML(b.String()) // every string in it went through esc
}

// disputeOf finds the shown difference that a claim's words are evidence of, on the very
// sides that its cells name: those of a small difference stand in no card.
func (s *sheet) disputeOf(c *nutgraf.Claim) (href string, number int) {
	if !slices.ContainsFunc(c.Support, func(x nutgraf.Support) bool { return x.Side != "" }) {
		return "", 0
	}
	for i := range s.p.Conflicts {
		d := &s.p.Conflicts[i]
		if d.Severity == nutgraf.Soft {
			continue
		}
		number++
		on, off := false, false
		for _, y := range c.Support {
			sides := sidesAt(d, y.Cite)
			on = on || len(sides) > 0
			off = off || y.Side != "" && !slices.Contains(sides, y.Side)
		}
		if on && !off {
			if number > s.most.cards {
				return StoryHref(s.opt.Base, s.p.ID) + "?whole=yes#" + d.ID, number
			}
			return "#" + d.ID, number
		}
	}
	return "", 0
}

// sidesAt lists the letters of the sides of a difference whose evidence has words of a cite.
func sidesAt(d *nutgraf.Conflict, at nutgraf.Cite) []string {
	var out []string
	for _, x := range d.Sides {
		if nutgraf.Touch(x.Evidence, at.Ref) {
			out = append(out, x.Letter)
		}
	}
	return out
}
