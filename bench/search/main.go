// Command search fills a database with the articles of JSON Lines, as often as
// it takes to hold a number of them, and measures searches over it. Articles
// that are taken again get ids of their own. Stories are not settled, so that
// conflict:yes is not measured.
//
//	go run ./bench/search -db search.db -articles 50000 stream.jsonl
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"slices"
	"time"

	"nutgraf"
	"nutgraf/bench/clock"
	"nutgraf/internal/desk"
	"nutgraf/internal/intake"
	"nutgraf/internal/store/sqlite"
)

func main() {
	file := flag.String("db", "search.db", "the database `FILE`; it is filled when it holds fewer articles")
	articles := flag.Int("articles", 50000, "how many articles to hold")
	rounds := flag.Int("rounds", 20, "how often to ask each query")
	flag.Parse()
	if err := run(context.Background(), *file, *articles, *rounds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "search:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, file string, articles, rounds int, paths []string) (err error) {
	store, err := sqlite.Open(ctx, file, sqlite.Options{Create: true})
	if err != nil {
		return err
	}
	d := desk.New(store, time.Now)
	defer func() { err = errors.Join(err, d.Close()) }()
	if err := fill(ctx, d, articles, paths); err != nil {
		return err
	}
	held, err := d.Counts(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("%d articles held\n", held.Articles)
	return measure(ctx, d, rounds)
}

// fill takes articles in until there are enough.
func fill(ctx context.Context, d *desk.Desk, articles int, paths []string) error {
	for round := 0; ; round++ {
		held, err := d.Counts(ctx)
		if err != nil || held.Articles >= articles {
			return err
		}
		before := held.Articles
		items := limited(paths, round, articles-before)
		if err := d.TakeAll(ctx, items, func(desk.Taken, error) {}); err != nil {
			return err
		}
		if held, err = d.Counts(ctx); err != nil || held.Articles == before {
			return errors.Join(err, errors.New("no more articles to take"))
		}
	}
}

func limited(paths []string, round, most int) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		var reader intake.Reader
		for item, err := range reader.Items(paths) {
			if most--; most < 0 {
				return
			}
			if err == nil && round > 0 {
				item.ID = fmt.Sprintf("%s#%d", item.ID, round)
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// queries ask for rare and common words, phrases, names and ranges, alone and
// together: the slow ones too.
var queries = []string{
	"harbour", "senate vote", "\"supreme court\"", "the", "said president", "the of and", "elect*", "strik* -union", "tariff -\"trade war\"",
	"speaker:Obama", "speaker:Trump wall", "speaker:\"Nancy Pelosi\" told:CNN", "told:reporters", "person:Clinton email", "person:Merkel", "place:Iowa caucus",
	"place:Washington", "number>1000000", "number>1000000 jobs", "number<5 the", "after:2016-11-08 before:2016-11-20 election", "before:2012 the", "after:2019", "zzyzx",
	"economy after:2015-03-02 before:2018-07-19 number>300 place:China", "not -here", "hous* sena*", "the vote of the senate on taxes",
}

// measure asks every query in turns and prints how long the answers took.
func measure(ctx context.Context, d *desk.Desk, rounds int) error {
	took := map[string][]time.Duration{}
	var all, work []time.Duration
	for round := range rounds + 1 {
		for _, q := range queries {
			begun, worked := time.Now(), clock.Processor()
			found, err := d.Search(ctx, q, 31, 0)
			if err != nil {
				return fmt.Errorf("%s: %w", q, err)
			}
			if round == 0 {
				fmt.Printf("%-70s %3d passages, cold %6.1f ms\n", q, len(found), clock.Milliseconds(time.Since(begun)))
				continue // the file's pages come into memory
			}
			took[q] = append(took[q], time.Since(begun))
			all = append(all, time.Since(begun))
			work = append(work, clock.Processor()-worked)
		}
	}
	for _, q := range queries {
		slices.Sort(took[q])
		fmt.Printf("%-70s median %6.1f ms, slowest %6.1f ms\n", q, clock.At(50, took[q]), clock.At(100, took[q]))
	}
	slices.Sort(all)
	slices.Sort(work)
	fmt.Printf("search, %d queries: median %.1f ms, p99 %.1f ms, slowest %.1f ms; of the processor median %.1f ms, p99 %.1f ms\n",
		len(all), clock.At(50, all), clock.At(99, all), clock.At(100, all), clock.At(50, work), clock.At(99, work))
	return nil
}
