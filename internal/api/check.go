package api

import (
	"net/http"

	"nutgraf/internal/desk"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

// check lays a draft beside the reports held. It is for the owner: whole texts
// are compared.
func (s *server) check(r *http.Request) (*reply.Reply, error) {
	if s.conf.Texts.Capped() {
		return nil, &failure{http.StatusForbidden, "drafts are checked for the owner of this newsroom alone"}
	}
	item, err := articleOf(r)
	if err != nil {
		return nil, err
	}
	if len(item.Body) > desk.LongestDraft {
		return nil, &failure{http.StatusRequestEntityTooLarge, "a draft has at most 200,000 bytes; send it in parts"}
	}
	c, err := s.desk.Check(r.Context(), item)
	if err != nil {
		return nil, unread(err)
	}
	docs := s.documents(r)
	out := wire.FromCheck(c, docs.Document)
	if err := docs.Err(); err != nil {
		return nil, err
	}
	return answered(out)
}
