package main

import (
	"fmt"
	"slices"
	"strings"
)

// scores gathers, for each set and each half of its domains, what the scorer of
// pages computes: shingle F1 from mean precision and recall, exact pages,
// segment F1.
type scores map[string]*tally

type tally struct {
	p, r              float64
	np, nr, exact, n  int
	hit, extra, wants int
}

func (s scores) add(l *lesson, body string) {
	for _, key := range []string{fmt.Sprintf("%-18s half %d", l.gold.set, l.half), fmt.Sprintf("%-18s all   ", l.gold.set)} {
		if s[key] == nil {
			s[key] = &tally{}
		}
		s[key].add(l, body)
	}
}

func (t *tally) add(l *lesson, body string) {
	t.n++
	if l.gold.Text != "" {
		t.shingles(l.gold.Text, body)
		return
	}
	text := squeeze(body)
	for _, p := range l.gold.With {
		t.wants++
		if strings.Contains(text, squeeze(p)) {
			t.hit++
		}
	}
	for _, p := range l.gold.Without {
		if strings.Contains(text, squeeze(p)) {
			t.extra++
		}
	}
}

func (t *tally) shingles(gold, body string) {
	g, p := shingles(gold), shingles(body)
	hit, ng, np := 0, 0, 0
	for k, n := range g {
		ng += n
		hit += min(n, p[k])
	}
	for _, n := range p {
		np += n
	}
	if np > 0 {
		t.np++
		t.p += float64(hit) / float64(np)
	}
	if ng > 0 {
		t.nr++
		t.r += float64(hit) / float64(ng)
	}
	if slices.Equal(wordsOf(gold), wordsOf(body)) {
		t.exact++
	}
}

func (s scores) print() {
	var keys []string
	for k := range s {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		t := s[k]
		if t.wants > 0 {
			p, r := float64(t.hit)/float64(max(1, t.hit+t.extra)), float64(t.hit)/float64(t.wants)
			fmt.Printf("%s %4d pages, segments P %.4f R %.4f F1 %.4f\n", k, t.n, p, r, 2*p*r/(p+r))
			continue
		}
		p, r := t.p/float64(max(1, t.np)), t.r/float64(max(1, t.nr))
		fmt.Printf("%s %4d pages, shingles P %.4f R %.4f F1 %.4f, exact %.3f\n", k, t.n, p, r, 2*p*r/(p+r), float64(t.exact)/float64(t.n))
	}
}
