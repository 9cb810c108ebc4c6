package cli

import (
	"net/http"
	"strings"

	"nutgraf/internal/api"
	"nutgraf/internal/desk"
	"nutgraf/internal/web"
)

// site serves a desk's pages, and beside them the API. Whoever shows the token
// may write; without one configured nobody may. address is the absolute one of
// the pages, if it is known.
func (e *env) site(d *desk.Desk, c web.Config, address, token string) http.Handler {
	pages := web.Handler(d, c)
	programs := api.Handler(d, api.Config{Base: c.Base, Site: address, Token: token, Texts: c.Texts, Log: c.Log})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, c.Base+"/api/") {
			programs.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	})
}
