// Package news says what is new in stories: a story, a report of it, a
// difference between reports, an utterance. It knows no clock: what came when is
// handed in, as the times at which articles were taken in and published.
//
// An entry is named after the report that brought it and the place in it, never
// after a story's id or a finding's number, which change when stories grow or
// merge. So the same thing keeps one name, and no reader sees it twice.
package news

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"nutgraf"
)

// Kind is what an entry is about.
type Kind string

// The kinds of entry.
const (
	Story    Kind = "story"
	Report   Kind = "report"
	Conflict Kind = "conflict"
	Quote    Kind = "quote"
	Passage  Kind = "passage" // a paragraph that a search finds
)

// Kinds lists those that a story yields.
var Kinds = []Kind{Story, Report, Conflict, Quote}

// Entry is something new.
type Entry struct {
	Kind    Kind
	Key     []any // what it is named after: the same for the same thing
	Arrival       // of the report that brought it
	Story   string
	Anchor  string // of its place on the story's page; empty for the story itself
	Title   string
	Summary string
	Cite    nutgraf.Cite // the words it rests on; zero for a story and a report
	Author  string       // who speaks, or which outlet reports
	Article string       // the report that brought it
	URL     string       // that report's own address; for a report
}

// Arrival is how a report came. What is new goes by Taken, as only that tells
// what a reader cannot have seen before; Published is the time that a reader is
// told, so that news of last week does not look like news of today.
type Arrival struct {
	Taken     time.Time // when it was first taken in; zero when it is not held
	Published time.Time // by its own account, as far as that can be relied on; else Taken
}

// Arrive tells how a report came that was first taken in at a time. What it
// states is not believed where it is doubted, or lies after that time; a bare day
// stands for its beginning, and on the day itself for the time taken in.
func Arrive(taken time.Time, stated nutgraf.Published) Arrival {
	a := Arrival{taken, taken}
	day := stated.Day()
	if taken.IsZero() || day == nutgraf.NoDay {
		return a
	}
	at, err := time.Parse(time.RFC3339, stated.Value)
	if err != nil {
		if at = day.Time(); taken.Sub(at) < 24*time.Hour {
			return a
		}
	}
	if at.Before(taken) {
		a.Published = at
	}
	return a
}

// Arrived tells how an article came; the zero Arrival when it is not held.
type Arrived func(id string) Arrival

// Of lists the entries of some kinds that a story yields, those that came last first.
func Of(p *nutgraf.StoryPage, arrived Arrived, kinds ...Kind) []Entry {
	var out []Entry
	for _, k := range kinds {
		switch k {
		case Story:
			out = append(out, story(p, arrived)...)
		case Report:
			out = append(out, reports(p, arrived)...)
		case Conflict:
			out = append(out, conflicts(p, arrived)...)
		case Quote:
			for i := range p.Families {
				out = append(out, Said(p.ID, &p.Families[i], arrived)...)
			}
		}
	}
	Sort(out)
	return out
}

// Sort orders entries, those that came last first.
func Sort(all []Entry) {
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(b.Taken.Compare(a.Taken), strings.Compare(string(a.Kind), string(b.Kind)),
			strings.Compare(a.Article, b.Article), cmp.Compare(a.Cite.Span.Start, b.Cite.Span.Start))
	})
}

// earlier reports whether article a came before b.
func earlier(a, b string, arrived Arrived) bool {
	return cmp.Or(arrived(a).Taken.Compare(arrived(b).Taken), strings.Compare(a, b)) < 0
}

// firstReport is the report of a story that came first; nil when none is held.
func firstReport(p *nutgraf.StoryPage, arrived Arrived) *nutgraf.PageArticle {
	var first *nutgraf.PageArticle
	for i := range p.Articles {
		a := &p.Articles[i]
		if !arrived(a.ID).Taken.IsZero() && (first == nil || earlier(a.ID, first.ID, arrived)) {
			first = a
		}
	}
	return first
}

func story(p *nutgraf.StoryPage, arrived Arrived) []Entry {
	first := firstReport(p, arrived)
	if first == nil {
		return nil
	}
	e := Entry{Kind: Story, Key: []any{first.ID}, Arrival: arrived(first.ID), Story: p.ID, Title: p.Title, Article: first.ID}
	if len(p.Brief.Lines) > 0 {
		e.Summary = p.Brief.Lines[0].Text
	}
	return []Entry{e}
}

func reports(p *nutgraf.StoryPage, arrived Arrived) []Entry {
	var out []Entry
	for _, a := range p.Articles {
		at := arrived(a.ID)
		if at.Taken.IsZero() {
			continue
		}
		title := a.Title
		if title == "" {
			title = "A report without a headline"
		}
		out = append(out, Entry{
			Kind: Report, Key: []any{a.ID}, Arrival: at, Story: p.ID, Anchor: "reports", Title: title,
			Summary: "A report of: " + p.Title, Author: a.Outlet, Article: a.ID, URL: a.URL,
		})
	}
	return out
}

// firstCite is the cite whose article came first.
func firstCite(all []nutgraf.Cite, arrived Arrived) (nutgraf.Cite, bool) {
	var first nutgraf.Cite
	found := false
	for _, c := range all {
		if !arrived(c.Doc).Taken.IsZero() && (!found || earlier(c.Doc, first.Doc, arrived)) {
			first, found = c, true
		}
	}
	return first, found
}

// conflicts lists the differences that must or should be seen. One comes about
// when the second of its sides does.
func conflicts(p *nutgraf.StoryPage, arrived Arrived) []Entry {
	var out []Entry
	for _, c := range p.Conflicts {
		if c.Severity == nutgraf.Soft {
			continue
		}
		type came struct {
			cite nutgraf.Cite
			side *nutgraf.Side
		}
		var sides []came
		for i := range c.Sides {
			if x, ok := firstCite(c.Sides[i].Evidence, arrived); ok {
				sides = append(sides, came{x, &c.Sides[i]})
			}
		}
		if len(sides) < 2 {
			continue
		}
		slices.SortStableFunc(sides, func(a, b came) int {
			return cmp.Or(arrived(a.cite.Doc).Taken.Compare(arrived(b.cite.Doc).Taken), strings.Compare(a.cite.Doc, b.cite.Doc),
				cmp.Compare(a.cite.Span.Start, b.cite.Span.Start))
		})
		a, b := sides[0], sides[1]
		e := Entry{
			Kind: Conflict, Key: []any{string(c.Kind), a.cite.Doc, a.cite.Span.Start, b.cite.Doc, b.cite.Span.Start},
			Arrival: arrived(b.cite.Doc), Story: p.ID, Anchor: c.ID, Cite: b.cite, Article: b.cite.Doc,
			Title: "Reports differ: " + a.side.Value + " / " + b.side.Value, Summary: c.Why,
		}
		if c.Matter != "" {
			e.Title = "Reports differ. " + c.Matter + ": " + a.side.Value + " / " + b.side.Value
		}
		out = append(out, e)
	}
	return out
}

// Said gives the entry of an utterance in a story; none when no report of it is
// held.
func Said(story string, f *nutgraf.Family, arrived Arrived) []Entry {
	var cites []nutgraf.Cite
	for _, v := range f.Variants {
		if len(v.Cites) > 0 {
			cites = append(cites, v.Cites[0])
		}
	}
	first, ok := firstCite(cites, arrived)
	if !ok {
		return nil
	}
	e := Entry{
		Kind: Quote, Key: []any{first.Doc, first.Span.Start}, Arrival: arrived(first.Doc), Story: story, Anchor: f.ID,
		Cite: first, Author: f.Speaker, Article: first.Doc, Title: first.Text,
	}
	if f.Speaker != "" {
		e.Title = f.Speaker + ": " + first.Text
	}
	for _, v := range f.Variants {
		if v.Doc == first.Doc {
			for i, c := range v.Cites {
				if i > 0 {
					e.Summary += " … "
				}
				e.Summary += c.Text
			}
		}
	}
	return []Entry{e}
}

// Found gives the entry of a passage that a search has found.
func Found(p *nutgraf.Passage) Entry {
	e := Entry{
		Kind: Passage, Key: []any{p.Article.ID, p.Cite.Span.Start}, Arrival: Arrive(p.Article.Arrived, p.Article.Published), Story: p.Article.Story, Cite: p.Cite,
		Title: p.Article.Title, Summary: p.Cite.Text, Author: p.Article.Outlet, Article: p.Article.ID, URL: p.Article.URL,
	}
	if e.Title == "" {
		e.Title = p.Cite.Text
	}
	return e
}
