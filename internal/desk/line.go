package desk

import (
	"cmp"
	"slices"
	"time"

	"nutgraf"
	"nutgraf/internal/page"
)

// line draws from a story's page what lists show of it. Peoples ("German") are
// none of its places there, and a place has one name in all lists.
func (r *room) line(p *nutgraf.StoryPage, made time.Time) nutgraf.StoryLine {
	l := nutgraf.StoryLine{
		ID: p.ID, Saga: p.Saga, Title: p.Title, First: nutgraf.NoDay, Last: nutgraf.NoDay,
		Reports: len(p.Articles), Quotes: len(p.Families), Updated: made,
	}
	if from, to, ok := page.Days(p.Articles); ok {
		l.First, l.Last = from, to
	}
	if len(p.Brief.Lines) > 0 && len(p.Brief.Lines[0].Cites) > 0 && p.Brief.Lines[0].Text != p.Title {
		l.Lead, l.LeadDoc = p.Brief.Lines[0].Text, p.Brief.Lines[0].Cites[0].Doc
	}
	for _, a := range p.Articles {
		l.Days = append(l.Days, firmDay(a))
		if a.Outlet != "" {
			l.Outlets = append(l.Outlets, a.Outlet)
		}
	}
	for _, e := range p.Entities {
		switch e.Type {
		case nutgraf.Person:
			l.People = append(l.People, e.Name)
		case nutgraf.Place:
			if !r.peoples[e.Name] {
				l.Places = append(l.Places, cmp.Or(r.places[e.Name], e.Name))
			}
		}
	}
	for _, c := range p.Conflicts {
		if c.Severity == nutgraf.Hard || c.Severity == nutgraf.Medium {
			l.Differences++
		}
	}
	for _, w := range p.Warnings {
		if w.Kind.Refuses() {
			l.Warnings++
		}
	}
	l.Outlets, l.People, l.Places = distinct(l.Outlets), distinct(l.People), distinct(l.Places)
	return l
}

// firmDay is the day of a report's publication when its page's own date stands.
func firmDay(a nutgraf.PageArticle) nutgraf.Day {
	if a.Range.Firm {
		return a.Range.From
	}
	return nutgraf.NoDay
}

func distinct(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}
