// Package extract measures page extraction beside other extractors, on the
// same pages and one core. It is a module of its own, so that no peer is a
// dependency of the product.
//
//	cd bench/extract && go test -run xxx -bench . -cpu 1
package extract

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	readeck "codeberg.org/readeck/go-readability"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"nutgraf"
	"nutgraf/internal/extract"
)

// pages reads the scrapinghub pages of the shared data.
func pages(b *testing.B) [][]byte {
	b.Helper()
	root := os.Getenv("NUTGRAF_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	names, _ := filepath.Glob(filepath.Join(root, "data", "pages", "scrapinghub", "html", "*.html.gz"))
	if len(names) == 0 {
		b.Skip("the shared data is not at hand: no pages of the set scrapinghub")
	}
	var out [][]byte
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		body, err := io.ReadAll(z)
		if err != nil {
			b.Fatal(err)
		}
		f.Close()
		out = append(out, body)
	}
	return out
}

func measure(b *testing.B, one func(body []byte)) {
	all := pages(b)
	size := int64(0)
	for _, p := range all {
		size += int64(len(p))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range all {
			one(p)
		}
	}
	b.ReportMetric(float64(b.N*len(all))/b.Elapsed().Seconds(), "pages/s")
}

func BenchmarkNutgraf(b *testing.B) {
	measure(b, func(body []byte) {
		extract.Document(&nutgraf.Item{Media: nutgraf.MediaHTML, Body: body})
	})
}

func BenchmarkTrafilatura(b *testing.B) {
	measure(b, func(body []byte) {
		trafilatura.Extract(bytes.NewReader(body), trafilatura.Options{EnableFallback: false})
	})
}

func BenchmarkReadability(b *testing.B) {
	address, _ := url.Parse("https://example.org/page")
	measure(b, func(body []byte) {
		readeck.FromReader(bytes.NewReader(body), address)
	})
}

func BenchmarkParse(b *testing.B) {
	measure(b, func(body []byte) { html.Parse(bytes.NewReader(body)) })
}
