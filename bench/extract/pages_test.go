// Package extract measures page extraction beside other extractors, on the
// same pages and one core. It is a module of its own, so that no peer is a
// dependency of the product.
//
//	cd bench/extract && go test -run xxx -bench Ratios -benchtime 5x -cpu 1
package extract

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

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

// extractors are ours and its peers; the last only parses.
var extractors = []struct {
	name string
	one  func(body []byte)
}{
	{"nutgraf", func(body []byte) { extract.Document(&nutgraf.Item{Media: nutgraf.MediaHTML, Body: body}) }},
	{"go-trafilatura", func(body []byte) {
		trafilatura.Extract(bytes.NewReader(body), trafilatura.Options{EnableFallback: false})
	}},
	{"readeck/go-readability", func(body []byte) { readeck.FromReader(bytes.NewReader(body), address) }},
	{"html.Parse", func(body []byte) { html.Parse(bytes.NewReader(body)) }},
}

var address, _ = url.Parse("https://example.org/page")

func BenchmarkPages(b *testing.B) {
	all := pages(b)
	for _, x := range extractors {
		b.Run(x.name, func(b *testing.B) {
			b.SetBytes(size(all))
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range all {
					x.one(p)
				}
			}
			b.ReportMetric(float64(b.N*len(all))/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

// BenchmarkRatios measures all extractors in turns, by the processor time that
// each takes, so that other work on the machine weighs on all alike, and prints
// how they compare.
func BenchmarkRatios(b *testing.B) {
	all := pages(b)
	spent := make([]time.Duration, len(extractors))
	rounds := 0
	for b.Loop() {
		rounds++
		for i, x := range extractors {
			runtime.GC()
			from := processorTime(b)
			for _, p := range all {
				x.one(p)
			}
			spent[i] += processorTime(b) - from
		}
	}
	for i, x := range extractors {
		s := spent[i].Seconds() / float64(rounds)
		fmt.Printf("%-24s %7.1f MB/s %7.1f pages/s   takes %5.2f times as long as nutgraf\n",
			x.name, float64(size(all))/1e6/s, float64(len(all))/s, spent[i].Seconds()/spent[0].Seconds())
	}
}

func size(all [][]byte) (n int64) {
	for _, p := range all {
		n += int64(len(p))
	}
	return n
}

// processorTime is what the process has used so far, of all its threads.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
