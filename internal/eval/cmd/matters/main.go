// Command matters fits the weights by which two numbers of different reports
// are judged to speak of one matter. It learns from the stories that the program
// makes of months of the stream: two statements that give one rare number speak
// of one matter, two that give two numbers nearly always of two. It prints the
// weights as internal/compare/claim keeps them.
package main

import (
	"flag"
	"fmt"
	"os"

	"nutgraf/internal/compare/claim"
	"nutgraf/internal/eval"
)

func main() {
	days := flag.Bool("days", false, "days instead of numbers")
	flag.Parse()
	if err := fit(flag.Args(), *days); err != nil {
		fmt.Fprintln(os.Stderr, "matters:", err)
		os.Exit(1)
	}
}

const ridge = 1e-4

func fit(months []string, days bool) error {
	data, p, err := eval.Start(".")
	if err != nil {
		return err
	}
	var pairs []claim.Pair
	for _, m := range months {
		got, err := p.Pairs(data, m, days)
		if err != nil {
			return err
		}
		pairs = append(pairs, got...)
	}
	same := 0
	for _, x := range pairs {
		if x.Same {
			same++
		}
	}
	fmt.Printf("// fitted on %d pairs, %d of them of one number\n", len(pairs), same)
	var rows [][]float64
	var want []bool
	for _, x := range pairs {
		rows, want = append(rows, x.Traits), append(want, x.Same)
	}
	w := eval.Logistic(rows, want, ridge, claim.TraitSign)
	for i, n := range claim.TraitNames() {
		fmt.Printf("\t%-12s %7.2f,\n", n, w[i])
	}
	return nil
}
