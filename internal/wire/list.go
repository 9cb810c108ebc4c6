package wire

import "nutgraf"

// StoryLine is a story as lists give it.
type StoryLine struct {
	ID             string   `json:"id"`
	Title          string   `json:"title"`
	Saga           string   `json:"saga,omitempty"`
	FirstPublished string   `json:"first_published,omitempty"`
	LastPublished  string   `json:"last_published,omitempty"`
	Lead           string   `json:"lead,omitempty"` // the nut graf's first sentence
	LeadArticle    string   `json:"lead_article,omitempty"`
	Reports        int      `json:"reports"`
	Quotes         int      `json:"quotes"`
	Differences    int      `json:"differences"`
	Warnings       int      `json:"warnings"`
	Outlets        []string `json:"outlets"`
	People         []string `json:"people"`
	Places         []string `json:"places"`
}

// FromStoryLine translates a story's line.
func FromStoryLine(l *nutgraf.StoryLine) StoryLine {
	return StoryLine{
		ID: l.ID, Title: l.Title, Saga: l.Saga, FirstPublished: l.First.String(), LastPublished: l.Last.String(),
		Lead: l.Lead, LeadArticle: l.LeadDoc, Reports: l.Reports, Quotes: l.Quotes, Differences: l.Differences,
		Warnings: l.Warnings, Outlets: list(l.Outlets), People: list(l.People), Places: list(l.Places),
	}
}

// SagaLine is a saga as lists give it.
type SagaLine struct {
	ID             string `json:"id"`
	Title          string `json:"title"` // of its largest story
	FirstPublished string `json:"first_published,omitempty"`
	LastPublished  string `json:"last_published,omitempty"`
	Stories        int    `json:"stories"`
	Reports        int    `json:"reports"`
}

// FromSagaLine translates a saga's line.
func FromSagaLine(l *nutgraf.SagaLine) SagaLine {
	return SagaLine{l.ID, l.Title, l.First.String(), l.Last.String(), l.Stories, l.Reports}
}

// ArticleLine is an article as lists give it.
type ArticleLine struct {
	ID        string `json:"id"`
	URL       string `json:"url,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	Published string `json:"published,omitempty"` // absent where it is doubted
	Story     string `json:"story,omitempty"`
	Version   int    `json:"version"`
}

// FromArticleLine translates an article's line.
func FromArticleLine(l *nutgraf.ArticleLine) ArticleLine {
	out := ArticleLine{ID: l.ID, URL: l.URL, Outlet: l.Outlet, Title: l.Title, Story: l.Story, Version: l.Version}
	if !l.Published.Doubted {
		out.Published = l.Published.Value
	}
	return out
}
