// Command matters fits the weights by which two numbers of different reports
// are judged to speak of one matter. It learns from the stories that the program
// makes of months of the stream: two statements that give one rare number speak
// of one matter, two that give two numbers nearly always of two. It prints the
// weights as internal/compare/claim keeps them.
package main

import (
	"flag"
	"fmt"
	"math"
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
	w := logistic(pairs)
	for i, n := range claim.TraitNames() {
		fmt.Printf("\t%-12s %7.2f,\n", n, w[i])
	}
	return nil
}

// logistic fits a logistic regression with a small ridge by gradient descent
// with a step of its own for each weight (AdaGrad: Duchi, Hazan and Singer 2011).
func logistic(pairs []claim.Pair) []float64 {
	const rounds, ridge, rate = 300, 1e-4, .5
	n := len(claim.TraitNames())
	w, sum := make([]float64, n), make([]float64, n)
	for range rounds {
		g := make([]float64, n)
		for _, p := range pairs {
			s := 0.0
			for i, x := range p.Traits {
				s += w[i] * x
			}
			d := 1 / (1 + math.Exp(-s))
			if p.Same {
				d--
			}
			for i, x := range p.Traits {
				g[i] += d * x
			}
		}
		for i := range w {
			g[i] = g[i]/float64(len(pairs)) + ridge*w[i]
			sum[i] += g[i] * g[i]
			if sum[i] > 0 {
				w[i] -= rate * g[i] / math.Sqrt(sum[i])
			}
			if sign := claim.TraitSign(i); sign*w[i] < 0 {
				w[i] = 0
			}
		}
	}
	return w
}
