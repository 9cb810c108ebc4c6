package extract

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// forest is a sum of regression trees, read from a text: one tree a line, its
// nodes in order, each "feature<value" with the index of the right branch (the
// left one follows), or a leaf's value.
type forest struct {
	nodes []split
	roots []int32
}

type split struct {
	at      float32 // threshold, or the leaf's value
	feature int16   // -1 for a leaf
	right   uint16  // steps to the right branch; the left one follows
}

type forests struct{ first, second forest }

//go:embed lists/model1.txt
var modelFile1 string

//go:embed lists/model2.txt
var modelFile2 string

var models = sync.OnceValue(func() *forests {
	return &forests{readForest(modelFile1), readForest(modelFile2)}
})

func readForest(text string) forest {
	var f forest
	for _, line := range entries(text) {
		f.roots = append(f.roots, int32(len(f.nodes)))
		at := 0
		for cell := range strings.FieldsSeq(line) {
			f.nodes = append(f.nodes, readSplit(cell, at))
			at++
		}
	}
	return f
}

// readSplit reads "12<0.5:7" or "-0.031", the cell at an index of its tree.
func readSplit(cell string, index int) split {
	name, rest, inner := strings.Cut(cell, "<")
	if !inner {
		return split{feature: -1, at: number(cell)}
	}
	at, right, _ := strings.Cut(rest, ":")
	return split{feature: int16(number(name)), right: uint16(int(number(right)) - index), at: number(at)}
}

func number(s string) float32 {
	x, err := strconv.ParseFloat(s, 32)
	if err != nil {
		return 0
	}
	return float32(x)
}

// judge returns the probability that the forest gives for a row of features.
func (f *forest) judge(v []float32) float32 {
	var sum float32
	for _, n := range f.roots {
		s := &f.nodes[n]
		for s.feature >= 0 {
			if v[s.feature] < s.at {
				n++
			} else {
				n += int32(s.right)
			}
			s = &f.nodes[n]
		}
		sum += s.at
	}
	return float32(1 / (1 + math.Exp(-float64(sum))))
}

// weigh adds to gains what each feature moved the sum by on the way through
// the trees.
func (f *forest) weigh(v []float32, gains []float32) {
	for _, n := range f.roots {
		s := &f.nodes[n]
		for s.feature >= 0 {
			was := f.mean(n)
			feature := s.feature
			if v[s.feature] < s.at {
				n++
			} else {
				n += int32(s.right)
			}
			s = &f.nodes[n]
			gains[feature] += f.mean(n) - was
		}
	}
}

// mean is the plain mean of the leaves below a node.
func (f *forest) mean(n int32) float32 {
	s := &f.nodes[n]
	if s.feature < 0 {
		return s.at
	}
	return (f.mean(n+1) + f.mean(n+int32(s.right))) / 2
}
