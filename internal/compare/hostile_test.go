package compare_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/compare"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
)

type stages struct {
	annotator *annotate.Annotator
	comparer  *compare.Comparer
}

var compiled = sync.OnceValues(func() (stages, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return stages{}, err
	}
	return stages{annotate.New(pack), compare.New(pack)}, nil
})

func read(t testing.TB, texts ...string) (*compare.Comparer, []nutgraf.Member) {
	t.Helper()
	r, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	var members []nutgraf.Member
	for i, text := range texts {
		doc, err := extract.Document(&nutgraf.Item{ID: fmt.Sprintf("r%04d", i), Media: nutgraf.MediaText, Body: []byte(text)})
		if err != nil {
			continue
		}
		doc.ID = fmt.Sprintf("r%04d", i)
		seg, ann := r.annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	return r.comparer, members
}

const article = `The new bridge over the Corrin will open on June 3, the harbour board said on Monday.

"The bridge will open in June, but only if the cables hold through the winter," Ada Hale told the Gazette. "We have tested every one of them twice. Nobody should worry."

Hale, the chief engineer, said the cost had risen to $412 million from $380 million. The Meridian Wire first reported the delay.

Tom Marrow, a ferryman, called the bridge “a very long apology”. He said he would sell his boat.`

// TestStrangeStories compares stories that are not what stories should be.
func TestStrangeStories(t *testing.T) {
	spanish := `El nuevo puente sobre el Corrin se abrirá el 3 de junio, dijo la junta del puerto el lunes.

«El puente se abrirá en junio, pero solo si los cables aguantan», dijo Ada Hale a la Gazette.`
	for name, texts := range map[string][]string{
		"none":                  nil,
		"one":                   {article},
		"copies only":           {article, article, article},
		"two languages":         {article, spanish},
		"marks and nothing":     {strings.Repeat("“", 10_000), article},
		"marks never closed":    {`"` + strings.ReplaceAll(article, `"`, ""), article},
		"one quotation of 1 MB": {`"` + strings.Repeat("all work and no play makes the board a dull board, ", 20_000) + `" Hale said.`, article},
		"the same words again":  {strings.Repeat(`"We have tested every one of them twice," Hale said. `, 500), article},
	} {
		t.Run(name, func(t *testing.T) {
			c, members := read(t, texts...)
			began := time.Now()
			f := c.Compare(members)
			if d := time.Since(began); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
			sound(t, members, f)
			for _, conflict := range f.Conflicts {
				if name == "copies only" {
					t.Errorf("copies differ: %s", conflict.Why)
				}
			}
		})
	}
}

// TestRunningNumbers: of copies that each bear another number not every two are a
// difference; those of which several bear one number make one.
func TestRunningNumbers(t *testing.T) {
	for name, tt := range map[string]struct {
		number      func(i int) int
		least, most int
	}{
		"another each time": {func(i int) int { return 300 + 7*i }, 0, 1},
		"two numbers":       {func(i int) int { return 300 + 70*(i%2) }, 1, 2},
	} {
		texts := make([]string, 10)
		for i := range texts {
			texts[i] = fmt.Sprintf("The ferry carried %d passengers to the Skerry Isles on its last crossing. The board said the terminal at Brannock Point would close.", tt.number(i))
		}
		c, members := read(t, texts...)
		if f := c.Compare(members); len(f.Conflicts) < tt.least || len(f.Conflicts) > tt.most {
			t.Errorf("%s: %d differences", name, len(f.Conflicts))
		}
	}
}

// sound checks what must hold of any findings: indices in range, cites verbatim.
func sound(t interface{ Fatalf(string, ...any) }, members []nutgraf.Member, f nutgraf.Findings) {
	at := map[string]nutgraf.Member{}
	for _, m := range members {
		at[m.Doc.ID] = m
	}
	cite := func(c nutgraf.Cite) {
		if d := at[c.Doc].Doc; d == nil || c.Span.End > len(d.Text) || c.Span.Of(d.Text) != c.Text {
			t.Fatalf("cite does not stand: %+v", c)
		}
	}
	for _, q := range f.Families {
		if q.ID == "" || q.Fullest < 0 || q.Fullest >= len(q.Variants) {
			t.Fatalf("family %q: fullest %d of %d", q.ID, q.Fullest, len(q.Variants))
		}
		for _, v := range q.Variants {
			for _, i := range v.Quotes {
				if i < 0 || i >= len(at[v.Doc].Ann.Quotes) {
					t.Fatalf("family %s: quotation %d", q.ID, i)
				}
			}
			if len(v.Cites) == 0 {
				t.Fatalf("family %s: a variant without words", q.ID)
			}
			for _, c := range v.Cites {
				cite(c)
			}
		}
	}
	for _, e := range f.Provenance.Edges {
		for _, c := range e.Evidence {
			cite(c)
		}
	}
	if len(f.Dates) != len(members) || len(f.Times) != len(members) || len(f.Shares) != len(members) {
		t.Fatalf("%d reports: %d dates, %d times, %d shares", len(members), len(f.Dates), len(f.Times), len(f.Shares))
	}
}

// TestAnyPieces compares reports put together from sentences at random.
func TestAnyPieces(t *testing.T) {
	sentences := strings.SplitAfter(strings.ReplaceAll(article, "\n\n", " "), ". ")
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(rt, "reports")
		var texts []string
		for range n {
			parts := rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 8).Draw(rt, "sentences")
			texts = append(texts, strings.Join(parts, rapid.SampledFrom([]string{" ", "\n\n"}).Draw(rt, "gap")))
		}
		c, members := read(t, texts...)
		f := c.Compare(members)
		sound(rt, members, f)
		if again := c.Compare(members); fmt.Sprint(again) != fmt.Sprint(f) {
			rt.Fatalf("two runs differ")
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			texts := make([]string, n)
			for i := range texts {
				texts[i] = strings.ReplaceAll(strings.Repeat(article+"\n\n", 3), "$412", fmt.Sprintf("$%d", 400+i%7))
			}
			c, members := read(b, texts...)
			b.ReportAllocs()
			for b.Loop() {
				c.Compare(members)
			}
		})
	}
}
