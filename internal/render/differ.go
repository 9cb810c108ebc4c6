package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// card is one difference between reports.
type card struct {
	ID      string
	Number  int
	Matter  string
	Lead    string // the matter before what is told of it
	Kind    string // what sort of difference, in words; empty where they merely differ
	Clear   bool   // a hard one
	Axis    template.HTML
	Sides   []side
	Both    string // reports that stand on more than one side
	Silent  string // reports that stand on none
	Why     string
	Grounds why
}

// side is one side of a difference.
type side struct {
	Letter, Value string
	By            string // who stands behind its first clause, in words
	Quoted        bool
	None          string // that nobody was found behind it
	Clauses       []clause
	Off           rest // cites whose words are not shown
	Reports       []string
}

// doubt is a warning about the date of a report.
type doubt struct {
	Letter, Name, Kind, Stated, Why string
	Chips                           []Chip
}

func (s *sheet) cards() (out []card, left rest) {
	off := 0
	for i := range s.p.Conflicts {
		c := &s.p.Conflicts[i]
		if c.Severity == nutgraf.Soft {
			continue
		}
		if len(out) == s.most.cards {
			off++
			continue
		}
		if k := s.card(c); len(k.Sides) > 0 {
			k.Number = len(out) + 1
			out = append(out, k)
		}
	}
	return out, s.rest(off, "differ")
}

func (s *sheet) card(c *nutgraf.Conflict) card {
	k := card{
		ID: c.ID, Matter: c.Matter, Lead: label.Lead(c.Matter), Kind: label.Relation(c.Relation), Clear: c.Severity == nutgraf.Hard,
		Why: c.Why, Grounds: s.why(c.Rule), Axis: axis(c),
	}
	if k.Grounds.Text == k.Why {
		k.Grounds.Text = ""
	}
	for _, x := range c.Sides {
		d := side{Letter: x.Letter, Value: x.Value, By: behind(x), Quoted: x.ByQuoted, None: label.NoSource(s.p, &x)}
		words, off := s.clauses(x.Evidence, s.most.clauses)
		d.Clauses, d.Off = words, s.rest(off, c.ID)
		for _, e := range x.Evidence {
			if l := s.letter(e.Doc); l != "" && !slices.Contains(d.Reports, l) {
				d.Reports = append(d.Reports, l)
			}
		}
		if len(d.Clauses) > 0 {
			k.Sides = append(k.Sides, d)
		}
	}
	both, silent := label.Standing(s.texts, c)
	k.Both, k.Silent = s.listed(both), s.listed(silent)
	return k
}

// behind says who stands behind a side, and whether that source is quoted.
func behind(x nutgraf.Side) string {
	return label.NotNamed(x.By)
}

// listed joins letters: "A", "A and B", "A, B and C", "A, B, C and 400 others".
func (s *sheet) listed(letters []string) string {
	if n := len(letters); n > s.most.places+1 {
		return strings.Join(letters[:s.most.places], ", ") + fmt.Sprintf(" and %d others", n-s.most.places)
	}
	return label.Series(letters)
}

func (s *sheet) doubts() []doubt {
	var out []doubt
	for _, w := range s.p.Warnings {
		if !w.Kind.Refuses() {
			continue
		}
		d := doubt{Letter: s.letter(w.Doc), Name: s.name(w.Doc), Kind: label.Warning(w.Kind), Why: w.Why, Chips: s.chips(distinct(w.Evidence)...)}
		if i, ok := s.at[w.Doc]; ok {
			d.Stated = stated(s.p.Articles[i].Range.Stated)
		}
		out = append(out, d)
	}
	return out
}

// stated is a page's own date in words, or as it stands there.
func stated(date string) string {
	if d, err := nutgraf.ParseDay(date); err == nil {
		return oneDay(d)
	}
	return date
}
