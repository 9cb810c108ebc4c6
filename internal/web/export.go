package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/export"
	"nutgraf/internal/reply"
)

// columns is the width of a story as plain text.
const columns = 80

// export gives a story in one of the formats of the list of ways out. A page is
// handed over as a file, so that its own style never meets our policy.
func (s *site) export(r *http.Request) (*reply.Reply, error) {
	f, ok := export.Find(r.PathValue("format"))
	if !ok {
		return nil, errNoPage
	}
	p, err := s.desk.Story(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	job := export.Job{Stories: []*nutgraf.StoryPage{p}, Document: s.documents(r.Context()), Width: columns, Full: true, Texts: s.conf.Texts}
	job.Findings, job.Arrived = s.findingsOf(r.Context())
	if err := f.Write(&b, job); err != nil {
		return nil, err
	}
	manner := "inline"
	if strings.HasPrefix(f.Media, "text/html") {
		manner = "attachment"
	}
	name := fmt.Sprintf(`%s; filename="story-%s-%s.%s"`, manner, plainName(p.ID), f.Name, f.Ext)
	return &reply.Reply{Media: f.Media, Body: b.Bytes(), Headers: map[string]string{"Content-Disposition": name}}, nil
}

// findingsOf returns the functions by which a way out finds a report's findings
// and when it was first taken in.
func (s *site) findingsOf(ctx context.Context) (func(id string) *nutgraf.Annotations, func(id string) time.Time) {
	filed := func(id string) *nutgraf.Filed {
		f, err := s.desk.Article(ctx, id)
		if err != nil {
			return nil
		}
		return f
	}
	findings := func(id string) *nutgraf.Annotations {
		if f := filed(id); f != nil {
			return &f.Ann
		}
		return nil
	}
	arrived := func(id string) time.Time {
		if f := filed(id); f != nil {
			return f.Arrived
		}
		return time.Time{}
	}
	return findings, arrived
}

// plainName keeps what can stand in a file's name anywhere.
func plainName(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, id)
}
