package extract

import (
	"fmt"

	"nutgraf"
)

// Lesson is a page taken apart for training: its blocks and the features that
// the two stages of judging see. It is for the trainer alone.
type Lesson struct {
	v *view
	c core
}

// NewLesson takes a page apart.
func NewLesson(item *nutgraf.Item) *Lesson {
	src := readSource(item.Body, item.Charset)
	t := grow(src.text)
	state := readStatements(t.src, t.head.scripts)
	return &Lesson{v: newView(t, state, t.statedTitles(&state))}
}

// Len returns the number of blocks.
func (l *Lesson) Len() int { return len(l.v.blocks) }

// Text returns the words of block i.
func (l *Lesson) Text(i int) string { return l.v.line(l.v.blocks[i].from, l.v.blocks[i].to) }

// Hopeless reports whether block i is left out before any judging.
func (l *Lesson) Hopeless(i int) bool { return l.v.hopeless(&l.v.blocks[i]) || i == l.v.title }

// First returns the features of block i that stage one sees.
func (l *Lesson) First(i int) []float32 {
	var r row
	l.v.local(&r, i)
	return r.v
}

// Believe sets the verdicts of stage one that stage two is to see.
func (l *Lesson) Believe(verdicts []float32) {
	for i := range l.v.blocks {
		l.v.facts[i].first = verdicts[i]
	}
	for i := range l.v.groups {
		l.v.groups[i].mass = 0
	}
	for i := range l.v.kin {
		l.v.kin[i].mass = 0
	}
	l.v.settle()
	l.c = l.v.core()
}

// Second returns the features of block i that stage two sees.
func (l *Lesson) Second(i int) []float32 {
	var r row
	l.v.local(&r, i)
	l.v.context(&r, i, &l.c)
	return r.v
}

// FeatureNames lists the features of the two stages.
func FeatureNames() []string {
	l := NewLesson(&nutgraf.Item{Body: []byte("<p>One line.</p>")})
	r := row{named: true}
	l.Believe([]float32{0})
	l.v.local(&r, 0)
	l.v.context(&r, 0, &l.c)
	return r.names
}

// Forest is a set of trees read from their written form.
type Forest struct{ f forest }

// ReadForest reads trees, one a line.
func ReadForest(text string) (*Forest, error) {
	f := readForest(text)
	if len(f.roots) == 0 {
		return nil, fmt.Errorf("read forest: no tree in it: %w", nutgraf.ErrFormat)
	}
	return &Forest{f}, nil
}

// Judge returns the probability that the forest gives for a row.
func (f *Forest) Judge(row []float32) float32 { return f.f.judge(row) }

// Kinds judges the page by two forests and returns the kind of each block.
func (l *Lesson) Kinds(first, second *Forest) []nutgraf.BlockKind {
	l.v.trees = &forests{first.f, second.f}
	for i := range l.v.groups {
		l.v.groups[i].mass = 0
	}
	for i := range l.v.kin {
		l.v.kin[i].mass = 0
	}
	l.v.judge()
	return l.v.label()
}

// P returns the verdicts on block i at first sight and in the end.
func (l *Lesson) P(i int) (first, p float32) { return l.v.facts[i].first, l.v.facts[i].p }

// Path names the elements around block i.
func (l *Lesson) Path(i int) string { return l.v.path(l.v.blocks[i].box) }

// Mask hides the JSON-LD's article body from the features and returns it.
func (l *Lesson) Mask() string {
	for i := range l.v.facts {
		l.v.facts[i].body = -1
	}
	return l.v.state.body
}

// Soft reports whether block i is of a kind that article bodies in JSON-LD
// often leave out.
func (l *Lesson) Soft(i int) bool {
	b := &l.v.blocks[i]
	return l.v.nodes[b.box].tag.heading() || b.within.has(tagLI) || b.within.has(tagBlockquote) || b.within.has(tagTable)
}
