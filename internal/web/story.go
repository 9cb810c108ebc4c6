package web

import (
	"bytes"
	"cmp"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
)

type storyPage struct {
	frame
	Findings template.HTML
	Contents []render.Entry
	WaysOut  []waysOut
}

// waysOut are the formats of a story that are taken for the same.
type waysOut struct {
	Use  export.Use
	Ways []wayOut
}

type wayOut struct{ Name, Short, Href string }

func (s *site) waysOut(id string) []waysOut {
	var out []waysOut
	for _, use := range export.Uses {
		group := waysOut{Use: use}
		for _, f := range export.Formats {
			if f.Use == use {
				group.Ways = append(group.Ways, wayOut{f.Name, f.Short, render.StoryHref(s.conf.Base, id) + "/as/" + f.Name})
			}
		}
		out = append(out, group)
	}
	return out
}

func (s *site) story(r *http.Request) (*reply.Reply, error) {
	id := r.PathValue("id")
	p, err := s.desk.Story(r.Context(), id)
	if err != nil {
		return nil, err
	}
	if p.ID != id {
		to := render.StoryHref(s.conf.Base, p.ID)
		return reply.Moved(to, "moved to "+to+"\n"), nil
	}
	findings, contents, err := s.findings(r, s.conf.Texts.Story(p))
	if err != nil {
		return nil, err
	}
	f := s.frame(p.Title, "stories")
	f.Alternates = []alternate{
		s.feed("feed of its new reports", "reports", url.Values{"story": {p.ID}}),
		s.feed("feed of its new differences", "conflicts", url.Values{"story": {p.ID}}),
		{jsonMedia, "JSON of the API", s.program("/stories/"+url.PathEscape(p.ID), nil)},
	}
	return s.page("story-page", storyPage{f, findings, contents, s.waysOut(p.ID)})
}

func (s *site) findings(r *http.Request, p *nutgraf.StoryPage) (template.HTML, []render.Entry, error) {
	var b bytes.Buffer
	b.Grow(128 << 10)
	docs := desk.NewDocuments(r.Context(), s.desk)
	contents, err := render.Story(&b, p, render.Options{Base: s.conf.Base, Whole: r.URL.Query().Get("whole") == "yes", Document: docs.Document})
	if err = errors.Join(err, docs.Err()); err != nil {
		return "", nil, err
	}
	return template.HTML(b.String()), contents, nil // made by html/template
}

// saga shows the stories of one saga in the order of time.
func (s *site) saga(r *http.Request) (*reply.Reply, error) {
	lines, err := s.desk.Saga(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	title := slices.MaxFunc(lines, func(a, b nutgraf.StoryLine) int { return cmp.Compare(a.Reports, b.Reports) }).Title
	return s.page("saga-page", struct {
		frame
		Name    string
		Drawing template.HTML
		Lines   []nutgraf.StoryLine
	}{s.frame("Saga: "+strings.TrimSpace(title), "stories"), title, render.Saga(lines), lines})
}
