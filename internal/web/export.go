package web

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
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
	reports := desk.NewReports(r.Context(), s.desk)
	err = f.Write(&b, export.Job{
		Stories: []*nutgraf.StoryPage{p}, Document: reports.Document, Findings: reports.Findings, Arrived: reports.Arrived,
		Width: columns, Full: true, Texts: s.conf.Texts,
	})
	if err = errors.Join(err, reports.Err()); err != nil {
		return nil, err
	}
	manner := "inline"
	if strings.HasPrefix(f.Media, "text/html") {
		manner = "attachment"
	}
	name := fmt.Sprintf("%s; filename=%q", manner, f.File("story-"+p.ID))
	return &reply.Reply{Media: f.Media, Body: b.Bytes(), Headers: map[string]string{"Content-Disposition": name}}, nil
}
