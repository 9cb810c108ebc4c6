package caller

import (
	"net/http/httptest"
	"testing"
)

func TestForeign(t *testing.T) {
	for _, c := range []struct {
		origin, site string
		want         bool
	}{
		{"", "", false},
		{"http://example.com", "", false}, // the host that was asked
		{"https://desk.example", "https://Desk.example/news", false},
		{"https://desk.example", "", true},
		{"null", "", true},
		{"null", "://", true},
		{"%", "", true},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Origin", c.origin)
		if got := Foreign(r, c.site); got != c.want {
			t.Errorf("%q at %q: %v", c.origin, c.site, got)
		}
	}
}

func TestShows(t *testing.T) {
	for header, want := range map[string]bool{"": false, "Bearer secret": true, "bearer  secret ": true, "Basic secret": false, "Bearer secre": false, "secret": false} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Header.Set("Authorization", header)
		if got := Shows(r, "secret"); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}

func TestName(t *testing.T) {
	for host, want := range map[string]string{
		"desk.example": "desk.example", "desk.example:8080": "desk.example", "127.0.0.1:80": "127.0.0.1", "[::1]:80": "::1", "[::1]": "::1", "::1": "::1", "": "",
	} {
		if got := Name(host); got != want {
			t.Errorf("%q: %q, want %q", host, got, want)
		}
	}
}
