package render

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// apart is what one report says alone, what is not found in it, and how much
// of its wording it shares.
type apart struct {
	Letter, Name string
	Only         []clause
	NotFound     []line
	Off          rest // clauses and claims that are not listed
	Shares       string
}

func (s *sheet) apart() ([]apart, rest) {
	claims := map[string]*nutgraf.Claim{}
	for i := range s.p.Claims {
		claims[s.p.Claims[i].ID] = &s.p.Claims[i]
	}
	var out []apart
	if len(s.texts) == 1 {
		return nil, rest{} // one text: nothing stands beside it
	}
	listed, left := cut(s, s.texts, s.most.apart, "apart")
	for _, a := range listed {
		x := apart{Letter: a.Letter, Name: s.name(a.ID), Shares: s.shares(a)}
		only, off := s.clauses(a.Only, s.most.alone)
		x.Only, x.Off = only, s.rest(off, "apart")
		for _, c := range label.Missing(a.NotFound, claims) {
			if chips := s.chips(c.Label); len(chips) > 0 {
				x.NotFound = append(x.NotFound, line{Text: clip(c.Label.Text, 120), Chips: chips})
			}
		}
		if len(x.Only)+len(x.NotFound) > 0 || x.Shares != "" {
			out = append(out, x)
		}
	}
	return out, left
}

// shares says how much of a report's wording stands in others.
func (s *sheet) shares(a nutgraf.PageArticle) string {
	var parts []string
	for j, v := range a.Shares {
		if j < len(s.p.Articles) && s.p.Articles[j].ID != a.ID && s.p.Articles[j].SameAs == "" && v >= .01 {
			of := ""
			if len(parts) == 0 {
				of = " of its words"
			}
			parts = append(parts, fmt.Sprintf("%s (%.0f%%%s)", s.p.Articles[j].Letter, v*100, of))
		}
	}
	if n := len(parts) - s.most.places; n > 0 {
		parts = append(parts[:s.most.places], fmt.Sprintf("%d others", n))
	}
	return strings.Join(parts, ", ")
}

// following is another story of the same saga.
type following struct {
	Href, Title, Days, Outlets string
	Reports                    string
	Quotes                     []line
	Origin                     string
}

// followingShown is how many other stories of a saga a page lists; the saga's own
// page has all.
const followingShown = 8

func (s *sheet) following() []following {
	var out []following
	for _, l := range s.p.SagaStories[:min(len(s.p.SagaStories), followingShown)] {
		f := following{Title: l.Title, Days: Days(l.First, l.Last), Reports: plural(len(l.Articles), "report", "reports")}
		if !s.opt.Dossier {
			f.Href = StoryHref(s.opt.Base, l.ID)
		}
		var names []string
		for _, a := range l.Articles {
			n := label.Outlet(&a)
			if !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
		f.Outlets = strings.Join(names, ", ")
		for _, n := range l.Provenance.Nodes {
			if n.Role == nutgraf.RoleNewsOrigin {
				f.Origin = n.Name
				if n.Doc == "" {
					f.Origin += " (not held)"
				}
			}
		}
		for _, q := range l.Families {
			if len(f.Quotes) == 2 || q.Kind == nutgraf.Indirect || q.Fullest >= len(q.Variants) || q.Fullest < 0 {
				continue
			}
			cites := q.Variants[q.Fullest].Cites
			if s.opt.Dossier {
				continue
			}
			if chips := s.chips(cites...); len(chips) > 0 {
				f.Quotes = append(f.Quotes, line{strings.Join(label.Pieces(cites), " "), q.Speaker, joined(chips)})
			}
		}
		out = append(out, f)
	}
	return out
}

// made says how the page came about.
type made struct {
	Version    string
	Inputs     []madeInput
	Settings   []string
	Considered []string
	Off        rest
	Soft       []card // small differences, which stand in no card
}

type madeInput struct{ Letter, Hash string }

func (s *sheet) made() made {
	m := made{Version: s.p.Made.Version, Settings: s.p.Made.Settings, Considered: s.p.Made.Considered[:min(len(s.p.Made.Considered), s.most.claims)]}
	hashes, left := cut(s, s.p.Made.Inputs, s.most.reports, "made")
	m.Off = left
	for i, h := range hashes {
		l := ""
		if i < len(s.p.Articles) {
			l = s.p.Articles[i].Letter
		}
		m.Inputs = append(m.Inputs, madeInput{l, h})
	}
	for i := range s.p.Conflicts {
		if c := &s.p.Conflicts[i]; c.Severity == nutgraf.Soft && len(m.Soft) < s.most.claims {
			if k := s.card(c); len(k.Sides) > 0 {
				m.Soft = append(m.Soft, k)
			}
		}
	}
	return m
}
