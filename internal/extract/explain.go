package extract

import (
	"sort"
	"strings"

	"nutgraf"
)

// Trace tells how a page was read.
type Trace struct{ Blocks []Verdict }

// Verdict tells why a block of the page was kept or dropped.
type Verdict struct {
	Text     string
	Kind     nutgraf.BlockKind // empty when it was dropped
	First, P float32           // probability that it is body, at first sight and in the end
	Why      []Reason
}

// Reason is a feature with what it moved the verdict by (log odds).
type Reason struct {
	Feature string
	Value   float32
	Weight  float32
}

// Explain extracts the article and tells why each block was kept or dropped.
// The Trace is there even when the page is refused.
func Explain(item *nutgraf.Item) (*nutgraf.Document, *Trace, error) {
	d, v, err := readPage(item)
	if v == nil {
		return nil, &Trace{}, err
	}
	t := &Trace{}
	names := FeatureNames()
	r := &row{}
	for i := range v.blocks {
		b := &v.blocks[i]
		t.Blocks = append(t.Blocks, Verdict{
			Text: v.line(b.from, b.to), Kind: v.kinds[i],
			First: v.facts[i].first, P: v.facts[i].p, Why: v.reasons(r, i, names),
		})
	}
	if l := v.lent; l != nil {
		for i, kind := range l.kinds {
			if kind == "" {
				continue
			}
			b := &l.blocks[i]
			t.Blocks = append(t.Blocks, Verdict{
				Text: l.line(b.from, b.to), Kind: kind,
				Why: []Reason{{Feature: "not shown: taken from " + l.from, Value: 1}},
			})
		}
	}
	return d, t, err
}

// maxReasons is how many reasons a verdict lists.
const maxReasons = 6

// reasons lists the features that moved the verdict on block i most.
func (v *view) reasons(r *row, i int, names []string) []Reason {
	switch {
	case v.hopeless(&v.blocks[i]):
		return []Reason{{Feature: "stands in navigation or a button, is hidden or nothing but a link", Value: 1}}
	case v.facts[i].first <= unlikely:
		return []Reason{{Feature: "first", Value: v.facts[i].first}}
	}
	r.v = r.v[:0]
	v.local(r, i)
	v.context(r, i, &v.heart)
	gains := make([]float32, len(r.v))
	v.trees.second.weigh(r.v, gains)
	var out []Reason
	for k, g := range gains {
		if g != 0 {
			out = append(out, Reason{Feature: names[k], Value: r.v[k], Weight: g})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].size() > out[b].size() })
	return out[:min(len(out), maxReasons)]
}

func (r Reason) size() float32 { return max(r.Weight, -r.Weight) }

// path names the innermost elements around a block, the outer ones first.
func (v *view) path(n int32) string {
	var names []string
	for ; n > 0 && len(names) < 4; n = v.nodes[n].parent {
		s := v.src[v.nodes[n].start:v.nodes[n].end]
		names = append(names, string(s[:min(len(s), 60)]))
	}
	for i, j := 0, len(names)-1; i < j; i, j = i+1, j-1 {
		names[i], names[j] = names[j], names[i]
	}
	return strings.Join(names, " ")
}
