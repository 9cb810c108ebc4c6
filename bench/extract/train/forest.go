package main

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// table is what a forest learns from: features, labels, weights.
type table struct {
	x    [][]float32
	y, w []float64
}

// setting holds the numbers that govern a forest.
type setting struct {
	trees, depth       int
	rate, ridge, least float64 // learning rate, L2, least hessian in a leaf
	columns, rows      float64 // shares drawn for each tree
}

var (
	stageOne = setting{trees: 120, depth: 4, rate: 0.1, ridge: 10, least: 8, columns: 0.25, rows: 0.8}
	stageTwo = setting{trees: 220, depth: 4, rate: 0.065, ridge: 10, least: 8, columns: 0.25, rows: 0.8}
)

// bins is the number of steps into which a feature's values are cut.
const bins = 48

// tree is a node of a regression tree; a leaf has no branches.
type tree struct {
	feature     int
	at          float32
	left, right *tree
	value       float64
}

// grower fits trees to the gradient of the logistic loss.
type grower struct {
	setting
	cuts       [][]float32
	bin        [][]uint8
	grad, hess []float64
	columns    []int
}

// fit returns a forest as text, one tree a line; seed begins the random numbers
// by which rows and columns are drawn.
func fit(t table, s setting, seed int64) string {
	g := &grower{setting: s, grad: make([]float64, len(t.x)), hess: make([]float64, len(t.x))}
	for f := range t.x[0] {
		g.cut(t.x, f)
	}
	rnd := rand.New(rand.NewSource(seed))
	score := make([]float64, len(t.x))
	var out strings.Builder
	for range s.trees {
		for i := range score {
			q := 1 / (1 + math.Exp(-score[i]))
			g.grad[i] = t.w[i] * (q - t.y[i])
			g.hess[i] = t.w[i] * max(q*(1-q), 1e-6)
		}
		root := g.grow(g.draw(rnd), s.depth)
		for i := range score {
			score[i] += root.predict(t.x[i])
		}
		out.WriteString(strings.Join(root.cells(nil), " ") + "\n")
	}
	return out.String()
}

// draw picks the columns and rows of the next tree.
func (g *grower) draw(rnd *rand.Rand) (rows []int32) {
	cols := g.columns[:0]
	for f := range g.cuts {
		if len(g.cuts[f]) > 0 && rnd.Float64() < g.setting.columns {
			cols = append(cols, f)
		}
	}
	g.columns = cols
	for i := range g.grad {
		if rnd.Float64() < g.rows {
			rows = append(rows, int32(i))
		}
	}
	return rows
}

// cut sorts a feature's values into bins.
func (g *grower) cut(x [][]float32, f int) {
	v := make([]float32, len(x))
	for i := range x {
		v[i] = x[i][f]
	}
	sorted := slices.Clone(v)
	slices.Sort(sorted)
	distinct := slices.Compact(slices.Clone(sorted))
	var cuts []float32
	if len(distinct) <= bins {
		for i := 1; i < len(distinct); i++ {
			cuts = append(cuts, written((distinct[i]+distinct[i-1])/2))
		}
	} else {
		for b := 1; b < bins; b++ {
			if c := written(sorted[b*len(sorted)/bins]); len(cuts) == 0 || c > cuts[len(cuts)-1] {
				cuts = append(cuts, c)
			}
		}
	}
	col := make([]uint8, len(v))
	for i, x := range v {
		col[i] = uint8(sort.Search(len(cuts), func(k int) bool { return cuts[k] > x }))
	}
	g.cuts, g.bin = append(g.cuts, cuts), append(g.bin, col)
}

// written rounds a threshold to what the model file keeps of it.
func written(x float32) float32 {
	y, _ := strconv.ParseFloat(fmt.Sprintf("%.4g", x), 32)
	return float32(y)
}

func (g *grower) grow(rows []int32, depth int) *tree {
	var sum, weight float64
	for _, i := range rows {
		sum += g.grad[i]
		weight += g.hess[i]
	}
	leaf := &tree{value: -g.rate * sum / (weight + g.ridge)}
	if depth == 0 || weight < 2*g.least {
		return leaf
	}
	feature, bin := g.best(rows, sum, weight)
	if feature < 0 {
		return leaf
	}
	var low, high []int32
	for _, i := range rows {
		if int(g.bin[feature][i]) <= bin {
			low = append(low, i)
		} else {
			high = append(high, i)
		}
	}
	return &tree{feature: feature, at: g.cuts[feature][bin], left: g.grow(low, depth-1), right: g.grow(high, depth-1)}
}

// best finds the split that gains most; feature -1 for none.
func (g *grower) best(rows []int32, sum, weight float64) (feature, bin int) {
	feature, gain := -1, 1e-3
	base := sum * sum / (weight + g.ridge)
	for _, f := range g.columns {
		var grad, hess [bins + 1]float64
		for _, i := range rows {
			b := g.bin[f][i]
			grad[b] += g.grad[i]
			hess[b] += g.hess[i]
		}
		var gl, hl float64
		for b := range g.cuts[f] {
			gl += grad[b]
			hl += hess[b]
			if hl < g.least || weight-hl < g.least {
				continue
			}
			if x := gl*gl/(hl+g.ridge) + (sum-gl)*(sum-gl)/(weight-hl+g.ridge) - base; x > gain {
				gain, feature, bin = x, f, b
			}
		}
	}
	return feature, bin
}

func (t *tree) predict(x []float32) float64 {
	for t.left != nil {
		if x[t.feature] < t.at {
			t = t.left
		} else {
			t = t.right
		}
	}
	return t.value
}

// cells writes the nodes in order, behind those of the tree so far.
func (t *tree) cells(out []string) []string {
	if t.left == nil {
		return append(out, fmt.Sprintf("%.3g", t.value))
	}
	at := len(out)
	out = t.left.cells(append(out, ""))
	out[at] = fmt.Sprintf("%d<%.4g:%d", t.feature, t.at, len(out))
	return t.right.cells(out)
}
