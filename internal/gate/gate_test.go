package gate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/gate"
	"nutgraf/internal/reply"
)

func held(context.Context) (nutgraf.Counts, error) {
	return nutgraf.Counts{Articles: 7, Stories: 2}, nil
}

func kept(c gate.Config) http.Handler {
	pages := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/nowhere" {
			http.NotFound(w, r)
			return
		}
		_, _ = io.WriteString(w, "page")
	})
	return gate.Handler(pages, gate.NewMeter(held), c)
}

func ask(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestWhoIsLetIn(t *testing.T) {
	const secret, basic = "correct-horse-battery", "Basic YW5uOmNvcnJlY3QtaG9yc2UtYmF0dGVyeQ==" // ann:correct-horse-battery
	open, local := gate.Config{}, gate.Config{Local: true, Hosts: []string{"127.0.0.1"}}
	closed, public := gate.Config{Secret: secret}, gate.Config{Secret: secret, Public: true}
	named := gate.Config{Hosts: []string{"news.example"}}
	for _, c := range []struct {
		name    string
		conf    gate.Config
		path    string
		headers []string
		status  int
	}{
		{"everybody", open, "/", nil, 200},
		{"no metrics for everybody", open, "/metrics", nil, 404},
		{"metrics on this machine", local, "/metrics", []string{"Host", "127.0.0.1:8080"}, 200},
		{"localhost", local, "/", []string{"Host", "localhost:8080"}, 200},
		{"version 6", local, "/", []string{"Host", "[::1]:8080"}, 200},
		{"a rebound name", local, "/", []string{"Host", "evil.example"}, 421},
		{"its own name", named, "/", []string{"Host", "News.example"}, 200},
		{"another name", named, "/", []string{"Host", "127.0.0.1"}, 421},
		{"health under any name", named, "/healthz", []string{"Host", "127.0.0.1"}, 200},
		{"no password", closed, "/", nil, 401},
		{"health without a password", closed, "/healthz", nil, 200},
		{"a wrong password", closed, "/", []string{"Authorization", "Basic YW5uOndyb25n"}, 401},
		{"the password", closed, "/", []string{"Authorization", basic}, 200},
		{"the token", closed, "/", []string{"Authorization", "Bearer " + secret}, 200},
		{"an empty token", closed, "/", []string{"Authorization", "Bearer "}, 401},
		{"metrics want it too", closed, "/metrics", nil, 401},
		{"public reading", public, "/", nil, 200},
		{"metrics of a public server", public, "/metrics", nil, 401},
		{"metrics for its owner", public, "/metrics", []string{"Authorization", "Bearer " + secret}, 200},
	} {
		if got := ask(kept(c.conf), "GET", c.path, c.headers...); got.Code != c.status {
			t.Errorf("%s: status %d, want %d", c.name, got.Code, c.status)
		}
	}
}

func TestOtherSitesSendNothing(t *testing.T) {
	h := kept(gate.Config{})
	if w := ask(h, "POST", "http://here.example/check", "Origin", "https://evil.example"); w.Code != http.StatusForbidden {
		t.Errorf("a foreign form: status %d", w.Code)
	}
	if w := ask(h, "POST", "http://here.example/check", "Origin", "http://here.example", "Sec-Fetch-Site", "same-origin"); w.Code != http.StatusOK {
		t.Errorf("an own form: status %d", w.Code)
	}
}

func TestProgramsAreToldAsTheAPITells(t *testing.T) {
	for base, conf := range map[string]gate.Config{
		"": {Secret: "correct-horse-battery"}, "/news": {Base: "/news", Local: true, Hosts: []string{"news.example"}},
	} {
		w := ask(kept(conf), "GET", "http://evil.example"+base+"/api/v1/stories")
		var p reply.Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != w.Code || p.Title == "" || p.Detail == "" || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("beneath %q: %s, %v", base, w.Body, err)
		}
		if w := ask(kept(conf), "GET", "http://evil.example"+base+"/"); strings.HasPrefix(w.Body.String(), "{") {
			t.Errorf("a page beneath %q: %s", base, w.Body)
		}
	}
}

func TestRequestsAreCountedAndLogged(t *testing.T) {
	var log bytes.Buffer
	h := kept(gate.Config{Local: true, Base: "/news", Log: slog.New(slog.NewTextHandler(&log, nil))})
	ask(h, "GET", "/news/story/1")
	ask(h, "GET", "/news/")
	ask(h, "GET", "/nowhere")
	ask(h, "BREW", "/news/story/1")
	ask(h, "POST", "/news/story/1", "Sec-Fetch-Site", "cross-site")
	ask(h, "POST", "/news/made-up", "Sec-Fetch-Site", "cross-site")
	ask(h, "GET", "/news/also//made-up")
	body := ask(h, "GET", "/news/metrics").Body.String()
	for _, want := range []string{
		`nutgraf_http_requests_total{method="GET",page="story",status="200"} 1`,
		`nutgraf_http_requests_total{method="GET",page="front",status="200"} 1`,
		`nutgraf_http_requests_total{method="GET",page="none",status="404"} 1`,
		`nutgraf_http_requests_total{method="other",page="story",status="200"} 1`,
		`nutgraf_http_requests_total{method="POST",page="story",status="403"} 1`,
		`nutgraf_http_requests_total{method="POST",page="none",status="403"} 1`,
		`nutgraf_articles 7`, `nutgraf_stories 2`, `nutgraf_build_info{version=`, `go_goroutines`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the metrics do not say %s", want)
		}
	}
	if strings.Contains(body, "made-up") || strings.Contains(body, `page="also"`) {
		t.Error("addresses that were made up have series of their own")
	}
	if !strings.Contains(log.String(), "path=/news/story/1 status=200 bytes=4") {
		t.Errorf("the log says %s", log.String())
	}
}
