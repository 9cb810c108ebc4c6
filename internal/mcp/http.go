package mcp

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
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
	site := ""
	if u, err := url.Parse(c.Site); err == nil {
		site = u.Host
	}
	token := sha256.Sum256([]byte(c.Token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store")
		switch {
		case !known(r.Host, site):
			http.Error(w, "this Host is not known here; name the address of the pages with --site", http.StatusForbidden)
		case foreign(r, site):
			http.Error(w, "pages of other sites may not ask here", http.StatusForbidden)
		case c.Token != "" && !shows(r, token):
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
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return true
	}
	return strings.EqualFold(host, "localhost")
}

func foreign(r *http.Request, site string) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	u, err := url.Parse(origin)
	return err != nil || u.Host == "" || !strings.EqualFold(u.Host, r.Host) && !strings.EqualFold(u.Host, site)
}

// shows reports whether a request shows the token. The comparison takes the same
// time for every token.
func shows(r *http.Request, token [sha256.Size]byte) bool {
	scheme, shown, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	sum := sha256.Sum256([]byte(strings.TrimSpace(shown)))
	return subtle.ConstantTimeCompare(sum[:], token[:]) == 1 && strings.EqualFold(scheme, "Bearer")
}
