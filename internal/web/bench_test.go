package web_test

import (
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/web"
)

// grown is a desk whose story has n reports, with as many findings as a busy
// story of that size has.
func grown(b testing.TB, n int) *fakeDesk {
	d := newFakeDesk(b)
	p := *d.Page
	kinds := p.Articles
	p.Articles, p.Families, p.Claims, p.Conflicts, p.Timeline = nil, nil, nil, nil, nil
	for i := range n {
		a := kinds[i%len(kinds)]
		doc := *d.Docs[a.ID]
		doc.ID = fmt.Sprintf("r%d", i)
		d.Docs[doc.ID] = &doc
		a.ID, a.Letter = doc.ID, string(rune('A'+i%26))
		p.Articles = append(p.Articles, a)
	}
	move := func(c nutgraf.Cite, i int) nutgraf.Cite {
		for j := range n {
			if a := p.Articles[(i+j)%n]; d.Docs[a.ID].Title == d.Docs[c.Doc].Title {
				c.Doc = a.ID
				break
			}
		}
		return c
	}
	for i := range 6 * n {
		f := d.Page.Families[i%2]
		f.ID = fmt.Sprintf("q%d", i)
		f.Variants = slices.Clone(f.Variants)
		for j := range f.Variants {
			f.Variants[j].Cites = []nutgraf.Cite{move(f.Variants[j].Cites[0], i+j)}
		}
		p.Families = append(p.Families, f)
	}
	for i := range 4 * n {
		c := d.Page.Claims[i%2]
		c.ID = fmt.Sprintf("c%d", i)
		c.Label = move(c.Label, i)
		c.Support = nil
		for j := range n {
			s := d.Page.Claims[i%2].Support[j%2]
			s.Cite = move(s.Cite, i+j)
			c.Support = append(c.Support, s)
		}
		p.Claims = append(p.Claims, c)
	}
	for i := range n {
		c := d.Page.Conflicts[i%3]
		c.ID = fmt.Sprintf("d%d", i)
		p.Conflicts = append(p.Conflicts, c)
	}
	for i := range 3 * n {
		e := d.Page.Timeline[i%len(d.Page.Timeline)]
		p.Timeline = append(p.Timeline, e)
	}
	d.Page = &p
	return d
}

// BenchmarkStory serves a story's page; the slowest of a hundred is p99.
func BenchmarkStory(b *testing.B) {
	for _, n := range []int{10, 100} {
		b.Run(fmt.Sprintf("reports=%d", n), func(b *testing.B) {
			h := web.Handler(grown(b, n), web.Config{})
			size := ask(h, http.MethodGet, "/story/s1").Body.Len()
			packed := ask(h, http.MethodGet, "/story/s1", "Accept-Encoding", "gzip").Body.Len()
			var took []time.Duration
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				begun := time.Now()
				ask(h, http.MethodGet, "/story/s1", "Accept-Encoding", "gzip")
				took = append(took, time.Since(begun))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100])/1e6, "p99-ms")
			b.ReportMetric(float64(packed)/1024, "packed-kB")
		})
	}
}
