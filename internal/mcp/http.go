package mcp

import (
	"net/http"
	"net/netip"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"nutgraf/internal/caller"
)

// largestBody bounds a request, in bytes.
const largestBody = 1 << 20

// Handler serves the tools over streamable HTTP, at / and /mcp. There are no
// sessions to keep: every request is answered by itself.
//
// A browser may be led to ask here by a page of another site. Its Origin gives
// it away; where a name has been bent to this machine (DNS rebinding) the Host
// does, which therefore is an IP address, localhost, or the site's.
func Handler(d Desk, c Config) http.Handler {
	tools := Server(d, c)
	h := sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return tools }, &sdk.StreamableHTTPOptions{
		Stateless: true, JSONResponse: true, MaxRequestBodyBytes: largestBody,
		DisableLocalhostProtection: true, // guard knows the site, too
	})
	mux := http.NewServeMux()
	mux.Handle("/{$}", h)
	mux.Handle("/mcp", h)
	return guard(c, mux)
}

func guard(c Config, next http.Handler) http.Handler {
	site := caller.Host(c.Site)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store")
		switch {
		case !known(r.Host, site):
			http.Error(w, "this Host is not known here; name the address of the pages with --site", http.StatusForbidden)
		case caller.Foreign(r, c.Site):
			http.Error(w, "pages of other sites may not ask here", http.StatusForbidden)
		case c.Token != "" && !caller.Shows(r, c.Token):
			w.Header().Set("WWW-Authenticate", `Bearer realm="nutgraf"`)
			http.Error(w, "a token is wanted: Authorization: Bearer TOKEN", http.StatusUnauthorized)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func known(host, site string) bool {
	if site != "" && strings.EqualFold(host, site) {
		return true
	}
	name := caller.Name(host)
	_, err := netip.ParseAddr(name)
	return err == nil || strings.EqualFold(name, "localhost")
}
