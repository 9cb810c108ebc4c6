package variant

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// many is a report of n quotations cut from one text at fixed steps, as the finders
// could hand them over for a text of marks.
func many(id, text string, n, size int, kind nutgraf.QuoteKind) nutgraf.Member {
	doc := &nutgraf.Document{ID: id, Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}}}
	ann := &nutgraf.Annotations{Entities: []nutgraf.Entity{{Type: nutgraf.Person, Name: "Ada Hale"}}}
	for i := range n {
		s := nutgraf.Span{Start: i * size, End: min((i+1)*size, len(text))}
		if s.Start >= s.End {
			break
		}
		ann.Quotes = append(ann.Quotes, nutgraf.Quote{Span: s, Parts: []nutgraf.Span{s}, Kind: kind, Speaker: 0, Name: "Ada Hale", How: nutgraf.HowCue, When: -1, Confidence: .9})
	}
	return nutgraf.Member{Doc: doc, Seg: &nutgraf.Segments{}, Ann: ann}
}

// TestHostile compares stories whose quotations are no quotations: ten thousand of
// them, one of a megabyte, marks and nothing. Every cite must stand in its report,
// and the time may grow with the text, not with its square.
func TestHostile(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	f := New(pack, gist.New(pack))
	numbered := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "“w%07d x%07d y”", i%977, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		unit string // repeated to a text; numbered when empty
		size int    // bytes of a quotation; 0 for one over the whole text
	}{
		"marks":                    {`"`, 1},
		"marks never closed":       {"“a ", 5},
		"the same words again":     {"“we have tested every one of them”", len("“we have tested every one of them”")},
		"one quotation of it all":  {"all work and no play makes the board a dull board, ", 0},
		"words of each their own":  {"", len("“w0000000 x0000000 y”")},
		"no letters":               {"“… — …”", len("“… — …”")},
		"one word and another one": {"“yes” ", len("“yes” ")},
	} {
		run := func(bytes int) time.Duration {
			text := numbered(bytes / len("“w0000000 x0000000 y”"))
			if c.unit != "" {
				text = strings.Repeat(c.unit, bytes/len(c.unit))
			}
			size := c.size
			if size == 0 {
				size = len(text)
			}
			members := []nutgraf.Member{many("a", text, 1<<20, size, nutgraf.Direct), many("b", text, 1<<20, size, nutgraf.Mixed), many("c", text[:len(text)/2], 1<<20, size, nutgraf.Indirect)}
			who := cast.New(pack).Merge(members)
			began := time.Now()
			families := f.Families(members, who, nil, nil)
			d := time.Since(began)
			for _, fam := range families {
				if fam.Fullest < 0 || fam.Fullest >= len(fam.Variants) {
					t.Fatalf("%s: fullest %d of %d", name, fam.Fullest, len(fam.Variants))
				}
				for _, v := range fam.Variants {
					for _, x := range v.Cites {
						if m := members[strings.Index("abc", v.Doc)]; x.Span.Start < 0 || x.Span.End > len(m.Doc.Text) || x.Span.Of(m.Doc.Text) != x.Text {
							t.Fatalf("%s: cite %v does not stand", name, x.Span)
						}
					}
				}
			}
			return d
		}
		for try := 0; ; try++ { // the machine may be busy with other things
			small, large := run(20_000), run(80_000)
			if large <= 9*small+100*time.Millisecond {
				break
			}
			if try == 3 {
				t.Errorf("%s: %v for 20 kB, %v for 80 kB", name, small, large)
				break
			}
		}
	}
	whole := strings.Repeat("all work and no play makes the board a dull board, ", 20_000)
	began := time.Now()
	members := []nutgraf.Member{many("a", whole, 1, len(whole), nutgraf.Direct), many("b", whole[:len(whole)/2], 1, len(whole), nutgraf.Direct)}
	f.Families(members, cast.New(pack).Merge(members), nil, nil)
	if d := time.Since(began); d > 20*time.Second {
		t.Errorf("a quotation of a megabyte beside half of it took %v", d)
	}
}
