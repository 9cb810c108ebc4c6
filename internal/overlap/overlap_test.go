package overlap

import (
	"math"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/fold"
)

func lay(texts ...string) Shared {
	var members []nutgraf.Member
	var words [][]fold.Word
	for _, t := range texts {
		ann := &nutgraf.Annotations{}
		if i, j := strings.Index(t, "“"), strings.LastIndex(t, "”"); i >= 0 && j > i {
			s := nutgraf.Span{Start: i, End: j}
			ann.Quotes = []nutgraf.Quote{{Kind: nutgraf.Direct, Span: s, Parts: []nutgraf.Span{s}}}
		}
		members = append(members, nutgraf.Member{
			Doc: &nutgraf.Document{Text: t, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(t)}}}},
			Ann: ann,
		})
		words = append(words, fold.Words(nil, t, 0))
	}
	return Measure(members, words)
}

func TestMeasure(t *testing.T) {
	const run = "one two three four five six seven eight"
	s := lay(run+" nine ten", "zero "+run+" — and more words that nobody else has here", "“"+run+"” said two", "nothing of it")
	for _, c := range []struct {
		i, j     int
		all, own float64
	}{
		{0, 0, 0, 0}, {0, 1, .8, .8}, {1, 0, 8. / 17, 8. / 17}, {2, 0, .8, 0}, {0, 2, .8, 0}, {0, 3, 0, 0}, {3, 0, 0, 0},
	} {
		if all, own := s.All[c.i][c.j], s.Own[c.i][c.j]; math.Abs(all-c.all) > 1e-9 || math.Abs(own-c.own) > 1e-9 {
			t.Errorf("%d in %d: %.3f %.3f, want %.3f %.3f", c.i, c.j, all, own, c.all, c.own)
		}
	}
}

// A post that is printed in full is nobody's own text.
func TestPosts(t *testing.T) {
	const post = "The ferries have never been as full as today and will be fuller still"
	s := lay(post+" — Ana Hale (@anahale) May 4, 2016", "Ana Hale (@anahale) "+post, "He found that the ferries have never been as full as today and will be fuller still")
	for _, c := range [][2]int{{0, 1}, {1, 0}, {0, 2}, {2, 0}} {
		if s.All[c[0]][c[1]] == 0 || s.Own[c[0]][c[1]] != 0 {
			t.Errorf("%v: %.2f %.2f", c, s.All[c[0]][c[1]], s.Own[c[0]][c[1]])
		}
	}
}

func BenchmarkCopies(b *testing.B) {
	text := strings.Repeat("The board met in Saltmere on a wet evening and voted for the new bridge by nine to two. ", 30)
	texts := make([]string, 100)
	for i := range texts {
		texts[i] = text
	}
	b.ReportAllocs()
	for b.Loop() {
		lay(texts...)
	}
}
