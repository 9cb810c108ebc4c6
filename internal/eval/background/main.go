// Command background counts words over a collection of articles and writes the
// table of word counts that the grouping of stories ships.
//
//	background ARTICLES.jsonl.gz OUT.tsv
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"

	"nutgraf/internal/story"
)

// least is the number of articles a word must stand in to be kept.
const least = 4

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: background ARTICLES.jsonl.gz OUT.tsv")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("read %s: %w", in, err)
	}
	counts := story.NewCounts()
	sc := bufio.NewScanner(zr)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var a struct{ Title, Text string }
		if err := json.Unmarshal(sc.Bytes(), &a); err != nil {
			return fmt.Errorf("read %s: %w", in, err)
		}
		counts.Add(a.Title + "\n" + a.Text)
	}
	if err := sc.Err(); err != nil {
		return fmt.Errorf("read %s: %w", in, err)
	}
	w, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := counts.Write(w, least); err != nil {
		return err
	}
	return w.Close()
}
