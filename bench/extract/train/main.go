// Command train makes the two forests by which internal/extract judges blocks,
// from the labelled pages of the shared data (sets under MIT and Apache-2.0
// licences only), and scores them by cross-validation over registered domains.
//
//	cd bench/extract && go run ./train -out ../../internal/extract/lists        # train on all pages
//	cd bench/extract && go run ./train -folds 4                                 # score only
//	cd bench/extract && go run ./train -folds 4 -peers                          # and beside other extractors
//
// docs/extraction.md tells what the features are and how labels come about.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"nutgraf"
	"nutgraf/internal/extract"
)

// sets are the page sets that are learned from. The pages of htmldate have no
// text of their own: those whose JSON-LD holds the article body lend that.
var sets = []string{"scrapinghub", "fundus_parser", "fundus_eval80", "trafilatura_eval", "htmldate"}

func main() {
	out := flag.String("out", "", "folder to write model1.txt and model2.txt to")
	folds := flag.Int("folds", 0, "score by cross-validation in so many folds")
	half := flag.Int("half", -1, "learn from this half of the domains only (0 or 1)")
	seed := flag.Int64("seed", 7, "begin the random numbers with this: another training of the same pages")
	beside := flag.Bool("peers", false, "score other extractors on the same pages, beside ours by cross-validation")
	flag.Parse()
	lessons := load(*half)
	fmt.Println("pages:", len(lessons))
	if *folds > 1 {
		bodies := validate(lessons, *folds, *seed)
		if *beside {
			compare(bodies)
		}
	}
	if *out == "" {
		return
	}
	first, second := learn(lessons, *seed)
	write(*out, "model1.txt", 1, first)
	write(*out, "model2.txt", 2, second)
}

func write(folder, name string, stage int, forest string) {
	head := fmt.Sprintf("# Stage %d of judging blocks: a forest of regression trees, written by the trainer; do not edit.\n"+
		"# Features and training: docs/extraction.md. Example of a node: 12<0.5:7 (feature 12 below 0.5: next node, else node 7).\n", stage)
	if err := os.WriteFile(filepath.Join(folder, name), []byte(head+forest), 0o644); err != nil {
		log.Fatal(err)
	}
}

// innerFolds is the number of parts in which stage one judges the pages that
// stage two learns from: each by trees that have not seen it.
const innerFolds = 3

// learn fits both stages and returns them as text.
func learn(lessons []*lesson, seed int64) (first, second string) {
	for k := range innerFolds {
		f := forest(fit(rows(lessons, func(l *lesson) bool { return l.fold%innerFolds != k }, false), stageOne, seed))
		for _, l := range lessons {
			if l.fold%innerFolds == k {
				l.believe(f)
			}
		}
	}
	all := func(*lesson) bool { return true }
	return fit(rows(lessons, all, false), stageOne, seed), fit(rows(lessons, all, true), stageTwo, seed)
}

func forest(text string) *extract.Forest {
	f, err := extract.ReadForest(text)
	if err != nil {
		log.Fatal(err)
	}
	return f
}

// rows gathers the labelled blocks of the lessons.
func rows(lessons []*lesson, keep func(*lesson) bool, second bool) (t table) {
	for _, l := range lessons {
		if !keep(l) {
			continue
		}
		for i := range l.label {
			if l.weight[i] == 0 || l.Hopeless(i) {
				continue
			}
			x := l.First(i)
			if second {
				x = l.Second(i)
			}
			t.x, t.y, t.w = append(t.x, x), append(t.y, l.label[i]), append(t.w, l.weight[i])
		}
	}
	return t
}

// validate scores each fold by forests that learned from the others, and
// returns the bodies that they made, by set and id of the page.
func validate(lessons []*lesson, folds int, seed int64) map[[2]string]string {
	s := scores{}
	bodies := map[[2]string]string{}
	for k := range folds {
		var rest []*lesson
		for _, l := range lessons {
			if l.fold%folds != k {
				rest = append(rest, l)
			}
		}
		a, b := learn(rest, seed)
		first, second := forest(a), forest(b)
		for _, l := range lessons {
			if l.fold%folds == k && !l.lent {
				text := body(l, l.Kinds(first, second))
				bodies[[2]string{l.gold.set, l.gold.ID}] = text
				s.add(l, text)
			}
		}
	}
	s.print()
	return bodies
}

func body(l *lesson, kinds []nutgraf.BlockKind) string {
	text := ""
	for i, k := range kinds {
		if k.Body() {
			text += l.Text(i) + "\n"
		}
	}
	return text
}
