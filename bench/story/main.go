// Command story measures a page of a story of many reports: reports of one
// invented event are filed in a database, bound to one story whatever grouping
// would say, and asked for as a reader would.
//
//	go run ./bench/story -reports 10,100,500
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/bench/clock"
	"nutgraf/internal/brief"
	"nutgraf/internal/compare"
	"nutgraf/internal/desk"
	"nutgraf/internal/lang"
	"nutgraf/internal/page"
	"nutgraf/internal/segment"
	"nutgraf/internal/store/sqlite"
	"nutgraf/internal/web"
)

func main() {
	sizes := flag.String("reports", "10,100,500", "how many `REPORTS` a story has, with commas between")
	rounds := flag.Int("rounds", 60, "how often to ask for each page")
	keep := flag.String("keep", "", "keep the page of the last story in this `FILE`")
	flag.Parse()
	for size := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(size)
		if err == nil {
			err = run(context.Background(), n, *rounds, *keep)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "story:", err)
			os.Exit(1)
		}
	}
}

func run(ctx context.Context, n, rounds int, keep string) (err error) {
	folder, err := os.MkdirTemp("", "story")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	store, err := sqlite.Open(ctx, filepath.Join(folder, "story.db"), sqlite.Options{Create: true})
	if err != nil {
		return err
	}
	d := desk.New(store, time.Now)
	defer func() { err = errors.Join(err, d.Close()) }()
	begun := time.Now()
	p, err := bound(ctx, d, store, n)
	if err != nil {
		return err
	}
	fmt.Printf("%d reports: read and compared in %.1f s; %d quotations, %d claims, %d differences\n", n, time.Since(begun).Seconds(), len(p.Families), len(p.Claims), len(p.Conflicts))
	return measure(d, p.ID, rounds, keep)
}

// bound files reports and makes one story of them.
func bound(ctx context.Context, d *desk.Desk, store *sqlite.Store, n int) (*nutgraf.StoryPage, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return nil, err
	}
	cut, comparer := segment.New(pack), compare.New(pack)
	s := nutgraf.Story{ID: "bound"}
	var members []nutgraf.Member
	for i := range n {
		item := report(i)
		if _, err := d.Take(ctx, item); err != nil {
			return nil, err
		}
		f, err := d.Article(ctx, item.ID)
		if err != nil {
			return nil, err
		}
		s.Members = append(s.Members, item.ID)
		members = append(members, nutgraf.Member{Doc: &f.Doc, Seg: cut.Split(&f.Doc), Ann: &f.Ann})
	}
	members = comparer.Order(members)
	found := comparer.Compare(members)
	p := page.Build(s, members, found, brief.New(pack).Write(members, found), nutgraf.Version)
	line := nutgraf.StoryLine{ID: s.ID, Title: p.Title, Reports: n, Updated: time.Now()}
	return &p, store.Settle(ctx, nutgraf.Settlement{Pages: []nutgraf.Settled{{Story: s, Page: p, Line: line, Digest: "1"}}})
}

// changing is a desk whose stories are never the same, so that each answer is
// made anew.
type changing struct {
	*desk.Desk
	asked *int
}

// StoryEdition names another state each time.
func (c changing) StoryEdition(context.Context, string) (string, error) {
	*c.asked++
	return strconv.Itoa(*c.asked), nil
}

func measure(d *desk.Desk, id string, rounds int, keep string) error {
	at := time.Now()
	later := func() time.Time { at = at.Add(time.Minute); return at } // nothing is young enough to do
	made := web.Handler(changing{d, new(int)}, web.Config{Now: later})
	kept := web.Handler(d, web.Config{})
	for _, c := range []struct {
		name    string
		handler http.Handler
	}{{"made anew", made}, {"kept", kept}} {
		var took, work []time.Duration
		var body bytes.Buffer
		for range rounds {
			begun, worked := time.Now(), clock.Processor()
			w := ask(c.handler, "/story/"+id)
			took = append(took, time.Since(begun))
			work = append(work, clock.Processor()-worked)
			if w.Code != http.StatusOK {
				return fmt.Errorf("status %d", w.Code)
			}
			body = *w.Body
		}
		slices.Sort(took)
		slices.Sort(work)
		fmt.Printf("  %-9s median %6.1f ms, p99 %6.1f ms; of the processor median %6.1f ms, p99 %6.1f ms; %.0f kB compressed\n",
			c.name, clock.At(50, took), clock.At(99, took), clock.At(50, work), clock.At(99, work), float64(body.Len())/1000)
	}
	if keep == "" {
		return nil
	}
	r := httptest.NewRequest(http.MethodGet, "/story/"+id, nil)
	w := httptest.NewRecorder()
	kept.ServeHTTP(w, r)
	return os.WriteFile(keep, w.Body.Bytes(), 0o644)
}

func ask(h http.Handler, path string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
