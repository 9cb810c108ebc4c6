package eval

import "math"

// Logistic fits a logistic regression with a ridge by gradient descent with a step of
// its own for each weight (AdaGrad: Duchi, Hazan and Singer 2011). sign is the only sign
// that a weight may have, or 0; nil leaves all of them free.
func Logistic(rows [][]float64, want []bool, ridge float64, sign func(i int) float64) []float64 {
	const rounds, rate = 300, .5
	if len(rows) == 0 {
		return nil
	}
	w, sum := make([]float64, len(rows[0])), make([]float64, len(rows[0]))
	for range rounds {
		g := make([]float64, len(w))
		for r, row := range rows {
			s := 0.0
			for i, x := range row {
				s += w[i] * x
			}
			d := 1 / (1 + math.Exp(-s))
			if want[r] {
				d--
			}
			for i, x := range row {
				g[i] += d * x
			}
		}
		for i := range w {
			g[i] = g[i]/float64(len(rows)) + ridge*w[i]
			sum[i] += g[i] * g[i]
			if sum[i] > 0 {
				w[i] -= rate * g[i] / math.Sqrt(sum[i])
			}
			if sign != nil && sign(i)*w[i] < 0 {
				w[i] = 0
			}
		}
	}
	return w
}
