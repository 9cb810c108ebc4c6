// Command score prints the scores of every stage on the labelled data, or of the parts
// named as arguments, and with -write keeps them all in the golden file.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"

	"nutgraf/internal/eval"
)

const golden = "internal/eval/testdata/scores.txt"

func main() {
	write := flag.Bool("write", false, "rewrite "+golden)
	flag.Parse()
	if err := score(*write, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func score(write bool, only []string) error {
	if write && len(only) > 0 {
		return errors.New("-write wants all parts")
	}
	data, err := eval.Open(".")
	if err != nil {
		return err
	}
	rows, err := eval.Run(data, only...)
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
