package extract

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"nutgraf"
)

// sharedPages reads the captured pages of a set of the shared data, or skips
// when they are not at hand.
func sharedPages(tb testing.TB, set string) []*nutgraf.Item {
	tb.Helper()
	root := os.Getenv("NUTGRAF_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	names, _ := filepath.Glob(filepath.Join(root, "data", "pages", set, "html", "*.html.gz"))
	if len(names) == 0 {
		if os.Getenv("CI") != "" && os.Getenv("NUTGRAF_SHARED") != "" {
			tb.Fatalf("no pages of the set %s in the shared data", set)
		}
		tb.Skipf("the shared data is not at hand: no pages of the set %s", set)
	}
	items := make([]*nutgraf.Item, len(names))
	for i, name := range names {
		items[i] = &nutgraf.Item{Name: filepath.Base(name), Media: nutgraf.MediaHTML, Body: unzip(tb, name)}
	}
	return items
}

func unzip(tb testing.TB, name string) []byte {
	tb.Helper()
	f, err := os.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func BenchmarkPages(b *testing.B) {
	items := sharedPages(b, "scrapinghub")
	size := int64(0)
	for _, it := range items {
		size += int64(len(it.Body))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, it := range items {
			Document(it)
		}
	}
	b.ReportMetric(float64(b.N*len(items))/b.Elapsed().Seconds(), "pages/s")
}
