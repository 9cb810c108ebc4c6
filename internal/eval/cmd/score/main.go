// Command score prints the scores of every stage on the labelled data, and with
// -write keeps them in the golden file.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"

	"nutgraf/internal/eval"
)

const golden = "internal/eval/testdata/scores.txt"

func main() {
	write := flag.Bool("write", false, "rewrite "+golden)
	flag.Parse()
	if err := score(*write); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func score(write bool) error {
	data, err := eval.Open(".")
	if err != nil {
		return err
	}
	rows, err := eval.Run(data)
	if err != nil {
		return err
	}
	out := eval.Golden(rows)
	if write {
		if err := os.WriteFile(golden, out, 0o644); err != nil {
			return err
		}
	}
	_, err = bytes.NewReader(out).WriteTo(os.Stdout)
	return err
}
