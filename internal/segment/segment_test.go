package segment

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/lang"
)

func splitter(t testing.TB) *Splitter {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack)
}

type sentenceCase struct {
	text string
	want []nutgraf.Span
}

// sentenceCases reads the gold: "‖" parts sentences, "\n" is a line break that
// parts them too.
func sentenceCases(t testing.TB) []sentenceCase {
	t.Helper()
	raw, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []sentenceCase
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var c sentenceCase
		for part := range strings.SplitSeq(line, "‖") {
			lead := len(part) - len(strings.TrimLeft(part, " "))
			if len(c.want) == 0 || lead == 0 {
				c.text += part[:lead]
			} else {
				c.text += " "
			}
			body := strings.TrimSpace(part)
			for i, piece := range strings.Split(body, `\n`) {
				if i > 0 {
					c.text += "\n"
				}
				if piece != "" {
					c.want = append(c.want, nutgraf.Span{Start: len(c.text), End: len(c.text) + len(piece)})
				}
				c.text += piece
			}
		}
		out = append(out, c)
	}
	return out
}

func TestHardCases(t *testing.T) {
	s := splitter(t)
	var hit, got, want int
	for _, c := range sentenceCases(t) {
		seg := s.Split(&nutgraf.Document{Text: c.text})
		var spans []nutgraf.Span
		for _, x := range seg.Sentences {
			spans = append(spans, x.Span)
		}
		known := map[nutgraf.Span]bool{}
		for _, w := range c.want {
			known[w] = true
		}
		for _, g := range spans {
			if known[g] {
				hit++
			}
		}
		got, want = got+len(spans), want+len(c.want)
		if diff := cmp.Diff(c.want, spans); diff != "" {
			t.Logf("cut differently: %q", texts(c.text, spans))
		}
	}
	f1 := 2 * float64(hit) / float64(got+want)
	t.Logf("%d sentences wanted, %d cut, %d right: F1 %.4f", want, got, hit, f1)
	if f1 < .98 {
		t.Errorf("F1 %.4f, want at least .98", f1)
	}
}

func texts(text string, spans []nutgraf.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Of(text))
	}
	return out
}

func TestTokens(t *testing.T) {
	s := splitter(t)
	for _, c := range []struct{ text, want string }{
		{"Joe Russo's film, “Extraction.”", "Joe Russo 's film , “ Extraction . ”"},
		{"the brothers’ U.S.-based firm", "the brothers ’ U.S.-based firm"},
		{"It’s O'Neill's 14-year-old, isn't it?", "It ’s O'Neill 's 14 - year-old , isn't it ?"},
		{"$5bn on 24th Sept. 1,200.50 in 2019-20", "$ 5bn on 24th Sept . 1,200.50 in 2019-20"},
		{"the C.I.A.’s men", "the C.I.A. ’s men"},
		{"AT&T and Q&A at 3:30 p.m. in St. Louis", "AT&T and Q&A at 3:30 p.m. in St . Louis"},
		{"see https://example.com/a?b=1, please", "see https://example.com/a?b=1 , please"},
		{"HALDEN'S 'Ciudad'’s", "HALDEN 'S ' Ciudad ' ’s"},
		{"wait... the Ph.D. from Amazon.com--now", "wait . . . the Ph.D. from Amazon.com - - now"},
		{"‘Twas the '90s", "‘ Twas the ' 90s"},
	} {
		doc := &nutgraf.Document{Text: c.text}
		var got []string
		for _, tok := range s.Split(doc).Tokens {
			got = append(got, tok.Span().Of(c.text))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
	}
}

func TestBlocks(t *testing.T) {
	text := "Old news\n\nThe mayor left. She\nwill be back.\n\n- one\n- two"
	doc := &nutgraf.Document{Text: text}
	var got []string
	for _, x := range splitter(t).Split(doc).Sentences {
		if x.Block != -1 {
			t.Errorf("block %d, want -1", x.Block)
		}
		got = append(got, x.Span.Of(text))
	}
	want := []string{"Old news", "The mayor left.", "She", "will be back.", "- one", "- two"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("without blocks (-want +got):\n%s", diff)
	}
	doc.Blocks = []nutgraf.Block{{Kind: nutgraf.Headline, Span: nutgraf.Span{Start: 0, End: 8}}, {Kind: nutgraf.List, Span: nutgraf.Span{Start: 46, End: len(text)}}}
	if seg := splitter(t).Split(doc); len(seg.Sentences) != 3 || seg.Sentences[1].Block != 1 {
		t.Errorf("with blocks: %+v", seg.Sentences)
	}
}

// check holds the promises of Segments against a result.
func check(t interface{ Errorf(string, ...any) }, text string, seg *nutgraf.Segments) {
	at, tok := 0, 0
	for _, s := range seg.Sentences {
		if s.Span.Start < at || s.Span.End > len(text) || s.Span.IsZero() || s.First != tok || s.Last <= s.First {
			t.Errorf("sentence %+v after offset %d, token %d", s, at, tok)
			return
		}
		if int(seg.Tokens[s.First].Start) != s.Span.Start || int(seg.Tokens[s.Last-1].End) != s.Span.End {
			t.Errorf("sentence %+v does not span its tokens", s)
		}
		at, tok = s.Span.End, s.Last
	}
	if tok != len(seg.Tokens) {
		t.Errorf("%d tokens outside sentences", len(seg.Tokens)-tok)
	}
	at = 0
	for _, x := range seg.Tokens {
		if int(x.Start) < at || x.End <= x.Start || int(x.End) > len(text) {
			t.Errorf("token %+v after offset %d", x, at)
			return
		}
		if utf8.ValidString(text) && !utf8.ValidString(x.Span().Of(text)) {
			t.Errorf("token %+v cuts a character", x)
		}
		if strings.ContainsFunc(x.Span().Of(text), func(r rune) bool { return unicode.IsSpace(r) }) {
			t.Errorf("token %q holds white space", x.Span().Of(text))
		}
		at = int(x.End)
	}
}

func TestPromises(t *testing.T) {
	s := splitter(t)
	pieces := []string{"Mr", ".", " ", "U.S.", "\"", "”", "’s", "'", "Halden", "said", "?", "!", "…", "\n", "\n\n", "5", "-", "\u200d", "é", "👩‍👩‍👧", "(", ")", "the", "http://", "&", "漢字", "\u200b"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
		check(t, text, s.Split(&nutgraf.Document{Text: text}))
	})
}

func FuzzSplit(f *testing.F) {
	f.Add("Mr. Halden of the U.S. said: “No.” Then...he left!")
	f.Add("a.b.c.d.e'''s")
	s := splitter(f)
	f.Fuzz(func(t *testing.T, text string) {
		check(t, text, s.Split(&nutgraf.Document{Text: text}))
	})
}

func BenchmarkSplit(b *testing.B) {
	s := splitter(b)
	var text strings.Builder
	for _, c := range sentenceCases(b) {
		text.WriteString(c.text + " ")
	}
	doc := &nutgraf.Document{Text: text.String()}
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		s.Split(doc)
	}
}

// BenchmarkHostile shows that time grows with length alone.
func BenchmarkHostile(b *testing.B) {
	s := splitter(b)
	for _, c := range []struct{ name, piece string }{
		{"marks", `"`}, {"stops", "."}, {"points", "a."}, {"word", "x"}, {"spaced stops", "A. "}, {"quoted", `!" A `}, {"lines", "word\n"}, {"digits", "1,"}, {"apostrophes", "'s"}, {"dashes", ".-"}, {"brackets", ".)"},
	} {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			doc := &nutgraf.Document{Text: strings.Repeat(c.piece, n/len(c.piece))}
			b.Run(c.name, func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					s.Split(doc)
				}
			})
		}
	}
}
