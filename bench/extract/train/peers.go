package main

import (
	"bytes"
	"fmt"
	"log"
	"net/url"
	"path/filepath"
	"unicode/utf8"

	readeck "codeberg.org/readeck/go-readability"
	trafilatura "github.com/markusmobius/go-trafilatura"

	"nutgraf/internal/eval"
	"nutgraf/internal/wire"
)

// reader is an extractor of pages.
type reader func(page []byte, address *url.URL) (*wire.Article, error)

// peers are the other extractors, each as its own documentation calls it; all
// are given the page and, unlike ours, its address.
var peers = []struct {
	name string
	read reader
}{
	{"go-trafilatura", func(page []byte, address *url.URL) (*wire.Article, error) {
		return byTrafilatura(page, trafilatura.Options{OriginalURL: address})
	}},
	{"with fallback", func(page []byte, address *url.URL) (*wire.Article, error) {
		return byTrafilatura(page, trafilatura.Options{OriginalURL: address, EnableFallback: true})
	}},
	{"go-readability", byReadability},
}

func byTrafilatura(page []byte, o trafilatura.Options) (*wire.Article, error) {
	r, err := trafilatura.Extract(bytes.NewReader(page), o)
	if err != nil {
		return nil, err
	}
	a := article(r.ContentText)
	a.Title, a.Byline = r.Metadata.Title, []string{r.Metadata.Author}
	if d := r.Metadata.Date; !d.IsZero() {
		a.Published = &wire.Published{Value: d.Format("2006-01-02")}
	}
	return a, nil
}

func byReadability(page []byte, address *url.URL) (*wire.Article, error) {
	r, err := readeck.FromReader(bytes.NewReader(page), address)
	if err != nil {
		return nil, err
	}
	a := article(r.TextContent)
	a.Title, a.Byline = r.Title, []string{r.Byline}
	if d := r.PublishedTime; d != nil {
		a.Published = &wire.Published{Value: d.Format("2006-01-02")}
	}
	return a, nil
}

// article is one whose text is all body.
func article(text string) *wire.Article {
	return &wire.Article{Text: text, Blocks: []wire.Block{{Kind: "paragraph", End: utf8.RuneCountInString(text)}}}
}

// compare prints what the program scores on every set beside its peers, by the
// scorer of the whole project. bodies are ours, by set and id of the page, from
// forests that had not seen it.
func compare(bodies map[[2]string]string) {
	data, err := eval.Open(filepath.Join("..", ".."))
	if err != nil {
		log.Fatal(err)
	}
	program, err := eval.NewProgram()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("\n%-18s%-18s%16s", "set", "metric", "nutgraf")
	for _, p := range peers {
		fmt.Printf("%16s", p.name)
	}
	fmt.Println()
	for _, set := range sets {
		gold, err := eval.Rows[eval.PageGold](data, "pages/"+set+"/gold.jsonl")
		if err != nil {
			log.Fatal(err)
		}
		ours := eval.Pages(gold, unseen(set, bodies, program.Extract(data, set, gold)))
		columns := [][]eval.Row{ours.Rows(set)}
		for _, p := range peers {
			theirs := eval.Pages(gold, predictions(data, set, gold, p.read))
			columns = append(columns, theirs.Rows(set))
		}
		for i, row := range columns[0] {
			fmt.Printf("%-18s%-18s", set, row.Metric)
			for _, c := range columns {
				fmt.Printf("%16.3f", c[i].Value)
			}
			fmt.Println()
		}
	}
}

// unseen puts the bodies in the place of those by the forests that ship.
func unseen(set string, bodies map[[2]string]string, pred eval.Predictions) eval.Predictions {
	for key, text := range bodies {
		if key[0] != set {
			continue
		}
		a := article(text)
		if p := pred[key[1]]; p != nil {
			a.Title, a.Byline, a.Published = p.Title, p.Byline, p.Published
		}
		pred[key[1]] = a
	}
	return pred
}

// predictions are what a peer reads on the pages of a set, by id; a page on
// which it fails has none.
func predictions(data eval.Data, set string, gold []eval.PageGold, read reader) eval.Predictions {
	out := eval.Predictions{}
	for _, g := range gold {
		address, err := url.Parse(g.URL)
		if err != nil {
			address = &url.URL{}
		}
		if a, err := read(page(data.Path("pages/"+set+"/"+g.HTML)), address); err == nil {
			out[g.ID] = a
		}
	}
	return out
}
