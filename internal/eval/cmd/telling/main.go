// Command telling fits the weights by which sentences are chosen for nut grafs: how
// likely one tells what a reader must know of its story, and how likely it tells
// something of it that those chosen before do not. It learns from the stories whose
// readers listed both (internal/eval/testdata/needs.jsonl) and prints the weights as
// internal/brief keeps them.
package main

import (
	"fmt"
	"math"
	"os"
	"slices"

	"nutgraf/internal/brief"
	"nutgraf/internal/eval"
)

func main() {
	if err := fit(); err != nil {
		fmt.Fprintln(os.Stderr, "telling:", err)
		os.Exit(1)
	}
}

func fit() error {
	data, p, err := eval.Start(".")
	if err != nil {
		return err
	}
	drafts, tells, err := p.Drafts(data)
	if err != nil {
		return err
	}
	var first, later model
	for i, d := range drafts {
		for k := range d.Len() {
			if d.Opens(k) {
				first.add(d.Traits(k), len(tells[i][k]) > 0)
			}
		}
	}
	first.fit()
	first.print("worth", brief.TraitNames())
	for i, d := range drafts {
		worth := make([]float64, d.Len())
		for k := range worth {
			worth[k] = first.of(d.Traits(k))
		}
		var chosen, told []int
		for range 2 {
			best := -1
			for k := range worth {
				_, ok := d.Links(k, 0, chosen)
				if (len(chosen) > 0 || d.Opens(k)) && ok && !slices.Contains(chosen, k) && (best < 0 || worth[k] > worth[best]) {
					best = k
				}
			}
			if best < 0 {
				break
			}
			chosen, told = append(chosen, best), append(told, tells[i][best]...)
			for k := range worth {
				if l, ok := d.Links(k, worth[k], chosen); ok && !slices.Contains(chosen, k) {
					later.add(l, slices.ContainsFunc(tells[i][k], func(n int) bool { return !slices.Contains(told, n) }))
				}
			}
		}
	}
	later.fit()
	later.print("adds", brief.LinkNames())
	return nil
}

// model is a logistic regression over rows that are brought to one scale.
type model struct {
	rows    [][]float64
	want    []bool
	weights []float64
	bias    float64
}

func (m *model) add(row []float64, want bool) {
	m.rows, m.want = append(m.rows, slices.Clone(row)), append(m.want, want)
}

// ridge is that of weights whose traits are brought to one scale.
const ridge = .01

func (m *model) fit() {
	n := len(m.rows[0])
	mean, dev := make([]float64, n), make([]float64, n)
	for _, row := range m.rows {
		for i, x := range row {
			mean[i] += x / float64(len(m.rows))
		}
	}
	for _, row := range m.rows {
		for i, x := range row {
			dev[i] += (x - mean[i]) * (x - mean[i]) / float64(len(m.rows))
		}
	}
	for i := range dev {
		dev[i] = max(math.Sqrt(dev[i]), 1e-6)
	}
	scaled := make([][]float64, len(m.rows))
	for r, row := range m.rows {
		scaled[r] = append(make([]float64, 0, n+1), 1)
		for i, x := range row {
			scaled[r] = append(scaled[r], (x-mean[i])/dev[i])
		}
	}
	w := eval.Logistic(scaled, m.want, ridge, nil)
	m.bias, m.weights = w[0], make([]float64, n)
	for i := range n {
		m.weights[i] = w[i+1] / dev[i]
		m.bias -= m.weights[i] * mean[i]
	}
}

func (m *model) of(row []float64) float64 {
	s := m.bias
	for i, x := range row {
		s += m.weights[i] * x
	}
	return s
}

func (m *model) print(name string, names []string) {
	yes := 0
	for _, w := range m.want {
		if w {
			yes++
		}
	}
	fmt.Printf("// fitted on %d sentences, %d of them telling\n%sBias = %.2f\n", len(m.rows), yes, name, m.bias)
	for i, n := range names {
		fmt.Printf("\t%-10s %6.2f,\n", n, m.weights[i])
	}
}
