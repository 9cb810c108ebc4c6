package main

import (
	"maps"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// byGold labels the blocks by the gold text, or by the passages that must and
// must not be in it.
func (l *lesson) byGold() {
	n := l.Len()
	l.label, l.weight = make([]float64, n), make([]float64, n)
	if l.gold.Text == "" {
		l.byPassages()
		return
	}
	lines := map[string]int{}
	for line := range strings.SplitSeq(l.gold.Text, "\n") {
		lines[fold(line)]++
	}
	runs := shingles(strings.ToLower(l.gold.Text))
	seen := map[string][]int{}
	for i := range l.label {
		text := fold(l.Text(i))
		words := len(strings.Fields(text))
		if words == 0 {
			continue
		}
		l.weight[i] = 0.7 + math.Sqrt(float64(words))
		if words < 5 && lines[text] > 0 || words >= 5 && covered(text, runs) >= 0.55 {
			l.label[i] = 1
			seen[text] = append(seen[text], i)
		}
	}
	l.repeats(seen, runs, lines)
	l.scale(400)
}

// repeats keeps, of blocks with the same words, as many as the gold text has:
// those in the company of other body blocks.
func (l *lesson) repeats(seen map[string][]int, runs, lines map[string]int) {
	for _, text := range slices.Sorted(maps.Keys(seen)) {
		at, n := seen[text], lines[text]
		if f := strings.Fields(text); len(f) >= 4 {
			n = runs[strings.Join(f[:4], " ")]
		}
		n = max(1, n)
		if len(at) <= n {
			continue
		}
		sort.SliceStable(at, func(a, b int) bool { return l.company(at[a]) > l.company(at[b]) })
		for _, i := range at[n:] {
			l.label[i] = 0
			l.weight[i] *= 0.3
		}
	}
}

func (l *lesson) company(i int) (sum float64) {
	for k := max(0, i-3); k <= min(len(l.label)-1, i+3); k++ {
		if k != i {
			sum += l.label[k]
		}
	}
	return sum
}

// byPassages labels the blocks that hold a passage, and no others.
func (l *lesson) byPassages() {
	for i := range l.label {
		text := squeeze(l.Text(i))
		weight := 1 + math.Sqrt(float64(len(strings.Fields(text))))
		for _, p := range l.gold.With {
			if p = squeeze(p); strings.Contains(text, p) || len(text) > 60 && strings.Contains(p, text) {
				l.label[i], l.weight[i] = 1, weight
			}
		}
		for _, p := range l.gold.Without {
			if p = squeeze(p); p != "" && l.weight[i] == 0 && strings.Contains(text, p) {
				l.weight[i] = weight
			}
		}
	}
}

// byOwnWords labels the blocks by the page's own JSON-LD, hidden from the
// features, when the page holds most of it. What article bodies in JSON-LD
// often leave out is not labelled.
func (l *lesson) byOwnWords() bool {
	body := l.Mask()
	if len(body) < 900 {
		return false
	}
	l.lent = true
	l.label, l.weight = make([]float64, l.Len()), make([]float64, l.Len())
	runs, found := shingles(strings.ToLower(body)), 0
	for i := range l.label {
		text := fold(l.Text(i))
		words := len(strings.Fields(text))
		if words < 5 {
			continue
		}
		switch c := covered(text, runs); {
		case c >= 0.6:
			l.label[i] = 1
			found += words
		case c > 0 || l.Soft(i):
			continue
		}
		l.weight[i] = 0.7 + math.Sqrt(float64(words))
	}
	l.scale(200)
	return float64(found) >= 0.8*float64(len(strings.Fields(fold(body))))
}

// scale gives all pages the same weight.
func (l *lesson) scale(to float64) {
	sum := 1.0
	for _, w := range l.weight {
		sum += w
	}
	for i := range l.weight {
		l.weight[i] *= to / sum
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
}

func fold(s string) string { return strings.Join(wordsOf(strings.ToLower(s)), " ") }

// shingles counts the runs of four words.
func shingles(s string) map[string]int {
	w, m := wordsOf(s), map[string]int{}
	for i := 0; len(w) > 0 && i < max(1, len(w)-3); i++ {
		m[strings.Join(w[i:min(len(w), i+4)], " ")]++
	}
	return m
}

// covered is the share of a text's runs that are among the given ones.
func covered(text string, runs map[string]int) float64 {
	hit, all := 0, 0
	for k, n := range shingles(text) {
		all += n
		hit += min(n, runs[k])
	}
	return float64(hit) / float64(max(1, all))
}
