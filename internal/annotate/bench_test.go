package annotate_test

import (
	"os"
	"runtime"
	"testing"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/annotate/credit"
	"nutgraf/internal/annotate/mention"
	"nutgraf/internal/annotate/quantity"
	"nutgraf/internal/annotate/quote"
	"nutgraf/internal/annotate/when"
	"nutgraf/internal/eval"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

const articles = 1000

// stream returns the first articles of the labelled stream and its language's
// lists.
func stream(b *testing.B) ([]*nutgraf.Document, *lang.Pack) {
	b.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		b.Fatal(err)
	}
	data, err := eval.Open("../..")
	if err != nil {
		if os.Getenv("CI") != "" && os.Getenv("NUTGRAF_SHARED") != "" {
			b.Fatal(err)
		}
		b.Skip(err)
	}
	rows, err := eval.Rows[struct{ ID, Text string }](data, "stories/allsides_stream.jsonl.gz")
	if err != nil {
		b.Fatal(err)
	}
	docs := make([]*nutgraf.Document, 0, articles)
	for _, r := range rows[:min(articles, len(rows))] {
		doc, err := extract.Document(&nutgraf.Item{ID: r.ID, Media: nutgraf.MediaText, Body: []byte(r.Text)})
		if err == nil {
			docs = append(docs, doc)
		}
	}
	return docs, pack
}

// run measures a step over all documents and reports how many articles of 3 kB
// a second it reads.
func run(b *testing.B, docs []*nutgraf.Document, step func(i int, doc *nutgraf.Document)) {
	b.Helper()
	bytes := 0
	for _, d := range docs {
		bytes += len(d.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for i, d := range docs {
			step(i, d)
		}
	}
	b.ReportMetric(float64(bytes)*float64(b.N)/3000/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkAnnotate finds everything.
func BenchmarkAnnotate(b *testing.B) {
	docs, pack := stream(b)
	a := annotate.New(pack)
	run(b, docs, func(_ int, d *nutgraf.Document) { a.Annotate(d) })
}

// BenchmarkWords cuts sentences and finds names, times and quantities, and
// reports how much it allocates for a sentence.
func BenchmarkWords(b *testing.B) {
	docs, pack := stream(b)
	split, names, times, numbers := segment.New(pack), mention.New(pack), when.New(pack), quantity.New(pack)
	sentences := 0
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run(b, docs, func(_ int, d *nutgraf.Document) {
		seg := split.Split(d)
		sentences += len(seg.Sentences)
		ann := &nutgraf.Annotations{Sentences: seg.Sentences}
		ann.Mentions, ann.Entities = names.Find(d, seg)
		ann.Times, ann.Published = times.Find(d, seg)
		numbers.Find(d, seg, ann)
	})
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(sentences), "allocs/sentence")
}

// BenchmarkSaid finds quotations and credits in articles whose words are known.
func BenchmarkSaid(b *testing.B) {
	docs, pack := stream(b)
	a, quotes, credits := annotate.New(pack), quote.New(pack), credit.New(pack)
	segs, anns := make([]*nutgraf.Segments, len(docs)), make([]*nutgraf.Annotations, len(docs))
	for i, d := range docs {
		segs[i], anns[i] = a.Annotate(d)
	}
	run(b, docs, func(i int, d *nutgraf.Document) {
		quotes.Find(d, segs[i], anns[i])
		credits.Find(d, segs[i], anns[i])
	})
}

// BenchmarkNew loads a language's lists and compiles the annotators.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		pack, err := lang.Load("en")
		if err != nil {
			b.Fatal(err)
		}
		annotate.New(pack)
	}
}
