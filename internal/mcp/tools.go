package mcp

import (
	"context"
	"fmt"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/find"
	"nutgraf/internal/fold"
	"nutgraf/internal/wire"
)

type searchIn struct {
	Query string `json:"query" jsonschema:"words and fields"`
	Window
}

type searchOut struct {
	Passages []Found  `json:"passages"`
	More     bool     `json:"more"`
	Instead  []string `json:"instead,omitempty" jsonschema:"where nothing is found: wider queries that find something"`
}

func (s *server) search(ctx context.Context, in searchIn) (out searchOut, err error) {
	w, err := in.check()
	if err != nil {
		return out, err
	}
	all, err := s.desk.Search(ctx, in.Query, w.Limit+1, w.Offset)
	if err != nil {
		return out, err
	}
	if len(all) == 0 && w.Offset == 0 {
		if out.Instead, err = s.desk.Loosened(ctx, in.Query); err != nil {
			return out, err
		}
	}
	all, out.More = windowed(all, Window{Limit: w.Limit})
	out.Passages, err = s.found(ctx, all)
	return out, err
}

type storiesIn struct {
	From      string `json:"from,omitempty" jsonschema:"first day, as in 2020-05-06"`
	To        string `json:"to,omitempty" jsonschema:"last day"`
	Outlet    string `json:"outlet,omitempty" jsonschema:"an outlet's whole name"`
	Person    string `json:"person,omitempty" jsonschema:"the whole name of a person it names"`
	Place     string `json:"place,omitempty" jsonschema:"the whole name of a place it names"`
	Saga      string `json:"saga,omitempty" jsonschema:"id of a saga: the stories that follow one another"`
	Conflicts bool   `json:"conflicts,omitempty" jsonschema:"only stories whose reports differ"`
	Newest    bool   `json:"newest,omitempty" jsonschema:"newest first"`
	Window
}

type storiesOut struct {
	Stories []storyLine `json:"stories"`
	More    bool        `json:"more"`
}

// storyLine has no words of a report but its headline; the story's nut graf
// has them, with where they stand.
type storyLine struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Saga      string   `json:"saga,omitempty"`
	First     string   `json:"first_published,omitempty"`
	Last      string   `json:"last_published,omitempty"`
	Reports   int      `json:"reports"`
	Quotes    int      `json:"quotes"`
	Conflicts int      `json:"conflicts"`
	Outlets   []string `json:"outlets"`
	Link      string   `json:"link,omitempty"`
}

func (s *server) stories(ctx context.Context, in storiesIn) (out storiesOut, err error) {
	w, err := in.check()
	if err != nil {
		return out, err
	}
	f := nutgraf.StoryFilter{
		Outlet: in.Outlet, Person: in.Person, Place: in.Place, Saga: in.Saga, Differing: in.Conflicts,
		ByDate: in.Newest, Limit: w.Limit + 1, Offset: w.Offset,
	}
	if f.From, err = desk.AskedDay(in.From); err != nil {
		return out, err
	}
	if f.To, err = desk.AskedDay(in.To); err != nil {
		return out, err
	}
	lines, err := s.desk.Stories(ctx, f)
	lines, out.More = windowed(lines, Window{Limit: w.Limit})
	out.Stories = []storyLine{}
	for i := range lines {
		l := wire.FromStoryLine(&lines[i])
		out.Stories = append(out.Stories, storyLine{
			l.ID, l.Title, l.Saga, l.FirstPublished, l.LastPublished, l.Reports, l.Quotes, l.Differences, l.Outlets,
			iri.StoryPage(s.conf.Site, l.ID),
		})
	}
	return out, err
}

type storyIn struct {
	Story string `json:"story" jsonschema:"id of the story"`
	Window
}

// asked is the story that is asked for, and the window onto its list.
func (s *server) asked(ctx context.Context, in storyIn) (*wire.Story, Window, error) {
	w, err := in.check()
	if err != nil {
		return nil, w, err
	}
	p, err := s.whole(ctx, in.Story)
	return p, w, err
}

type storyOut struct {
	ID       string    `json:"id" jsonschema:"that of its successor where the story asked for has merged with another"`
	Title    string    `json:"title"`
	TitleIs  []Cite    `json:"title_evidence"`
	Link     string    `json:"link,omitempty"`
	Saga     string    `json:"saga,omitempty"`
	NutGraf  []nutLine `json:"nutgraf" jsonschema:"the story in short, in sentences of its reports"`
	Reports  []report  `json:"reports"`
	More     bool      `json:"more" jsonschema:"there are more reports"`
	Figures  figures   `json:"figures"`
	Warnings []warning `json:"warnings" jsonschema:"doubts about reports"`
}

type nutLine struct {
	Sentences []Cite `json:"sentences"`
	Note      string `json:"note,omitempty"`
}

type report struct {
	Article   string `json:"article"`
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty" jsonschema:"absent where it is doubted"`
}

type figures struct {
	Reports     int    `json:"reports"`
	Quotes      int    `json:"quotes"`
	Claims      int    `json:"claims"`
	Conflicts   int    `json:"conflicts"`
	Independent int    `json:"independent_origins" jsonschema:"origins that do not rest on one another"`
	Why         string `json:"independent_origins_why,omitempty"`
	Earliest    string `json:"earliest,omitempty" jsonschema:"article that is the earliest held, where that can be said"`
	EarliestWhy string `json:"earliest_why,omitempty"`
}

type warning struct {
	Article  string `json:"article"`
	Kind     string `json:"kind"`
	Why      string `json:"why"`
	Evidence []Cite `json:"evidence"`
}

func (s *server) story(ctx context.Context, in storyIn) (out storyOut, err error) {
	p, w, err := s.asked(ctx, in)
	if err != nil {
		return out, err
	}
	out = storyOut{
		ID: p.ID, Title: p.Title, TitleIs: []Cite{}, Link: iri.StoryPage(s.conf.Site, p.ID), Saga: p.Saga,
		NutGraf: []nutLine{}, Reports: []report{}, Warnings: []warning{},
		Figures: figures{
			len(p.Articles), len(p.Quotes), len(p.Claims), len(p.Conflicts), p.Provenance.IndependentOrigins,
			p.Provenance.OriginsWhy, p.Provenance.Earliest, p.Provenance.EarliestWhy,
		},
	}
	if p.TitleEvidence != nil {
		out.TitleIs = append(out.TitleIs, s.cite(*p.TitleEvidence))
	}
	for _, l := range p.NutGraf {
		out.NutGraf = append(out.NutGraf, nutLine{s.cites(l.Evidence), l.Note})
	}
	articles, more := windowed(p.Articles, w)
	for _, a := range articles {
		out.Reports = append(out.Reports, report{a.ID, a.Outlet, a.Title, iri.Web(a.URL), a.Published})
	}
	warnings, _ := windowed(p.Warnings, Window{Limit: mostLimit})
	for _, x := range warnings {
		out.Warnings = append(out.Warnings, warning{x.Article, x.Kind, x.Why, s.cites(x.Evidence)})
	}
	out.More = more
	return out, nil
}

type quotesIn struct {
	Speaker string `json:"speaker,omitempty" jsonschema:"a name, or whole words of it"`
	About   string `json:"about,omitempty" jsonschema:"a name, or whole words of it: what others said that names it; not together with speaker or story"`
	Story   string `json:"story,omitempty" jsonschema:"id of a story"`
	Window
}

type quotesOut struct {
	Quotes []Said `json:"quotes"`
	More   bool   `json:"more"`
}

func (s *server) quotes(ctx context.Context, in quotesIn) (out quotesOut, err error) {
	w, err := in.check()
	switch {
	case err != nil:
		return out, err
	case in.About != "" && in.Speaker+in.Story != "":
		err = fmt.Errorf("%w: about stands alone, without speaker and story", nutgraf.ErrUsage)
	case in.About != "":
		out.Quotes, err = s.overStories(ctx, in.About, w.Offset+w.Limit+1, s.desk.QuotesAbout)
	case in.Story != "":
		out.Quotes, err = s.inStory(ctx, in.Story, in.Speaker)
	case in.Speaker != "":
		out.Quotes, err = s.overStories(ctx, in.Speaker, w.Offset+w.Limit+1, s.desk.Quotes)
	default:
		err = fmt.Errorf("%w: name a speaker, a story, or both, or whom is spoken of", nutgraf.ErrUsage)
	}
	out.Quotes, out.More = windowed(out.Quotes, w)
	return out, err
}

func (s *server) inStory(ctx context.Context, story, speaker string) ([]Said, error) {
	p, err := s.whole(ctx, story)
	if err != nil {
		return nil, err
	}
	out := []Said{}
	for i := range p.Quotes {
		if f := &p.Quotes[i]; by(f, speaker) {
			out = append(out, s.said(f, p.ID, p.Title))
		}
	}
	return out, nil
}

// by reports whether a family is of a speaker; every one is of none.
func by(f *wire.Family, speaker string) bool {
	return find.Holds(find.Key(f.Speaker), fold.String(speaker))
}

// overStories lists utterances of all stories that the desk finds for a name.
func (s *server) overStories(ctx context.Context, name string, most int, find func(context.Context, string, int) ([]nutgraf.Utterance, error)) ([]Said, error) {
	all, err := find(ctx, name, most)
	if err != nil {
		return nil, err
	}
	out, docs := []Said{}, s.documents(ctx)
	for _, u := range all {
		if x, ok := wire.FromUtterance(u, docs.Document); ok {
			out = append(out, s.said(&x.Quote, x.Story, x.StoryTitle))
		}
	}
	return out, docs.Err()
}

type claimsOut struct {
	Story  string  `json:"story"`
	Claims []claim `json:"claims"`
	More   bool    `json:"more"`
}

type claim struct {
	Kind    string    `json:"kind"`
	Label   Cite      `json:"label" jsonschema:"the claim in the words of one report"`
	Support []support `json:"support"`
}

type support struct {
	Cite
	Value  string `json:"value,omitempty"`
	Stance string `json:"stance"`
	Side   string `json:"side,omitempty"`
}

func (s *server) claims(ctx context.Context, in storyIn) (out claimsOut, err error) {
	p, w, err := s.asked(ctx, in)
	if err != nil {
		return out, err
	}
	out = claimsOut{Story: p.ID, Claims: []claim{}}
	p.Claims, out.More = windowed(p.Claims, w)
	for _, c := range p.Claims {
		x := claim{c.Kind, s.cite(c.Label), []support{}}
		for _, y := range c.Support {
			x.Support = append(x.Support, support{s.cite(y.Evidence), y.Value, y.Stance, y.Side})
		}
		out.Claims = append(out.Claims, x)
	}
	return out, nil
}

type conflictsOut struct {
	Story     string     `json:"story"`
	Conflicts []conflict `json:"conflicts"`
	More      bool       `json:"more"`
}

type conflict struct {
	Kind     string `json:"kind"`
	Severity string `json:"severity"`
	Relation string `json:"relation"`
	Matter   string `json:"matter,omitempty" jsonschema:"what they differ on"`
	Why      string `json:"why"`
	Sides    []side `json:"sides"`
}

type side struct {
	Side     string `json:"side"`
	Value    string `json:"value"`
	By       string `json:"by,omitempty" jsonschema:"who is given as saying so"`
	Evidence []Cite `json:"evidence"`
}

func (s *server) conflicts(ctx context.Context, in storyIn) (out conflictsOut, err error) {
	p, w, err := s.asked(ctx, in)
	if err != nil {
		return out, err
	}
	out = conflictsOut{Story: p.ID, Conflicts: []conflict{}}
	p.Conflicts, out.More = windowed(p.Conflicts, w)
	for _, c := range p.Conflicts {
		x := conflict{c.Kind, c.Severity, c.Relation, c.Matter, c.Why, []side{}}
		for _, y := range c.Sides {
			x.Sides = append(x.Sides, side{y.Side, y.Value, y.By, s.cites(y.Evidence)})
		}
		out.Conflicts = append(out.Conflicts, x)
	}
	return out, nil
}

type passageIn struct {
	Article string `json:"article" jsonschema:"id of the article"`
	Start   int    `json:"start" jsonschema:"first code point"`
	End     int    `json:"end" jsonschema:"code point behind the last"`
}

func (s *server) passage(ctx context.Context, in passageIn) (out Found, err error) {
	f, err := s.desk.Article(ctx, in.Article)
	if err != nil {
		return out, err
	}
	ruler := wire.NewRuler(f.Doc.Text)
	if length := ruler.Points(len(f.Doc.Text)); in.Start < 0 || in.End <= in.Start || in.End > length {
		return out, fmt.Errorf("%w: the article has the code points 0 to %d; start lies before end, within them", nutgraf.ErrUsage, length)
	}
	at := nutgraf.Span{Start: ruler.Bytes(in.Start), End: ruler.Bytes(in.End)}
	e := wire.Evidence{Article: f.Doc.ID, Start: in.Start, End: in.End, Text: at.Of(f.Doc.Text)}
	out = Found{Cite: s.cite(e), Outlet: f.Doc.Outlet, Title: f.Doc.Title, URL: iri.Web(f.Doc.URL), Story: f.Story}
	if !f.Doc.Published.Doubted {
		out.Published = f.Doc.Published.Value
	}
	return out, nil
}
