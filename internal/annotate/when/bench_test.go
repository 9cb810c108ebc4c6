package when

import (
	"fmt"
	"strings"
	"testing"
)

// story is about 3 kB of made-up news.
func story() string {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "The harbour board of Port Ellery said on Monday that it had sold %d berths for $%d.5 million, about a year after its April 24 opening. ", 3+i, 2+i)
		fmt.Fprintf(&b, "Ms. Okafor, who has led the board since 2016, told reporters that nearly %d people had applied over the past three weeks. \"We never expected this,\" she added.\n\n", 400+i)
	}
	return b.String()
}

func BenchmarkFind(b *testing.B) {
	f, split := newFinder(b)
	doc := article(story(), "2020-05-05")
	seg := split.Split(doc)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(doc, seg)
	}
}

// BenchmarkHostile shows that time grows with length alone on hostile text.
func BenchmarkHostile(b *testing.B) {
	f, split := newFinder(b)
	for name, piece := range map[string]string{
		"digits": "1", "numbers": "1 ", "the": "the ", "dates": "May 5, ", "quotes": "\"'", "words": "two hundred and ",
		"ago": "a year ago last Monday ", "decades": "the 80s ", "ends": "not been due until May 5 ",
	} {
		for _, n := range []int{1 << 14, 1 << 17, 1 << 20} {
			doc := article(strings.Repeat(piece, n/len(piece)), "2020-05-05")
			seg := split.Split(doc)
			b.Run(fmt.Sprintf("%s/%dkB", name, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					f.Find(doc, seg)
				}
			})
		}
	}
}
