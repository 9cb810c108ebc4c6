package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"nutgraf/internal/render"
	"nutgraf/internal/reply"
)

// asset is a file that the pages use, tagged and compressed once for all.
type asset struct {
	version string
	lasting *reply.Reply // under an address that names the version
	passing *reply.Reply
}

func assets() map[string]asset {
	script, err := files.ReadFile("static/page.js")
	if err != nil {
		script = nil
	}
	return map[string]asset{
		"style.css": newAsset("text/css; charset=utf-8", render.Style()),
		"page.js":   newAsset("text/javascript; charset=utf-8", script),
		"icon.svg":  newAsset("image/svg+xml", icon()),
	}
}

func icon() []byte {
	b, err := files.ReadFile("static/icon.svg")
	if err != nil {
		return nil
	}
	return b
}

func newAsset(media string, body []byte) asset {
	sum := sha256.Sum256(body)
	return asset{
		hex.EncodeToString(sum[:6]), &reply.Reply{Media: media, Body: body, Lasting: true}, &reply.Reply{Media: media, Body: body},
	}
}

func (s *site) asset(r *http.Request) (*reply.Reply, error) {
	a, ok := s.static[r.PathValue("file")]
	if !ok {
		return nil, errNoPage
	}
	if r.URL.Query().Get("v") == a.version {
		return a.lasting, nil
	}
	return a.passing, nil
}
