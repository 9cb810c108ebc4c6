package story

import (
	"bufio"
	"fmt"
	"io"
	"sort"
)

// Counts gathers, over many articles, how common words are and how often they
// are capitalised. It is what the shipped background table is made with; see
// the command in internal/eval/background.
type Counts struct {
	articles int
	terms    map[string]*termCount
	seen     map[string]bool
}

type termCount struct{ articles, uses, caps int }

// NewCounts returns an empty Counts.
func NewCounts() *Counts { return &Counts{terms: map[string]*termCount{}} }

// Add counts one article.
func (c *Counts) Add(text string) {
	c.articles++
	clear(c.seen)
	if c.seen == nil {
		c.seen = map[string]bool{}
	}
	var w word
	for s := newScanner(text); s.next(&w); {
		norm := w.norm
		if w.kind == plainWord {
			norm = stem(norm)
		}
		t := c.terms[string(norm)]
		if t == nil {
			t = &termCount{}
			c.terms[string(norm)] = t
		}
		if !c.seen[string(norm)] {
			c.seen[string(norm)] = true
			t.articles++
		}
		if !w.opens {
			t.uses++
			if w.upper {
				t.caps++
			}
		}
	}
}

// Write writes the words that stand in at least least articles, in order, in
// the form that the background is read in: byte for byte the same for the
// same articles in any order.
func (c *Counts) Write(w io.Writer, least int) error {
	var terms []string
	for t, n := range c.terms {
		if n.articles >= least {
			terms = append(terms, t)
		}
	}
	sort.Strings(terms)
	buf := bufio.NewWriter(w)
	fmt.Fprintf(buf, "%d %d\n", c.articles, len(terms))
	for _, t := range terms {
		n := c.terms[t]
		caps := 0
		if n.uses > 0 {
			caps = (n.caps*10 + n.uses/2) / n.uses
		}
		fmt.Fprintf(buf, "%s\t%d\t%d\n", t, n.articles, caps)
	}
	if err := buf.Flush(); err != nil {
		return fmt.Errorf("write background: %w", err)
	}
	return nil
}
