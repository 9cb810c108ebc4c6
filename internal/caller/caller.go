// Package caller tells who sends a request and under which name the server was
// asked: a page of another site, one who shows a token. It knows no page and no
// article.
package caller

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// Foreign reports whether a browser asks for a page of another site than the
// one the request was addressed to or site, the absolute address of the pages.
func Foreign(r *http.Request, site string) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	u, err := url.Parse(origin)
	return err != nil || u.Host == "" || !strings.EqualFold(u.Host, r.Host) && !strings.EqualFold(u.Host, Host(site))
}

// Host is the host of an address; empty when there is none.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// Name is the name, or the IP address, under which a server was asked: a request's
// Host without its port.
func Name(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.Trim(host, "[]")
}

// Token is the token that a request shows: Authorization: Bearer TOKEN.
func Token(r *http.Request) (token string, ok bool) {
	scheme, shown, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(shown), strings.EqualFold(scheme, "Bearer")
}

// Shows reports whether a request shows a token.
func Shows(r *http.Request, token string) bool {
	shown, ok := Token(r)
	return Same(shown, token) && ok
}

// Same compares what was given with a secret. The time it takes tells nothing
// about the secret.
func Same(given, secret string) bool {
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(secret))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}
