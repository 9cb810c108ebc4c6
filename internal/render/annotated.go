package render

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
)

// annotatedTop is what stands above all articles: how each layer that is shown
// looks, with a switch for it.
type annotatedTop struct {
	Style    template.CSS
	Switches []keyEntry
	Types    []keyEntry
}

// keyEntry says what a look stands for.
type keyEntry struct{ ID, Class, Words string }

// AnnotatedHead begins a file of annotated articles, for the layers that are
// wanted; AnnotatedFoot ends it. The file loads nothing and runs nothing.
func AnnotatedHead(w io.Writer, want func(Layer) bool) error {
	t, err := blocks()
	if err != nil {
		return err
	}
	own, err := files.ReadFile("annotated.css")
	if err != nil {
		return err
	}
	top := annotatedTop{Style: template.CSS(string(Style()) + string(own))} // our own style sheets
	for _, l := range annotatedLayers {
		if want(l.layer) {
			top.Switches = append(top.Switches, keyEntry{layerClass[l.layer], l.sample, l.many})
		}
	}
	if want(Names) {
		for _, t := range nameTypes {
			top.Types = append(top.Types, keyEntry{Class: "e b-e t-" + string(t), Words: string(t)})
		}
		top.Types = append(top.Types, keyEntry{Class: "e b-e t-role", Words: "role or pronoun"}, keyEntry{Class: "e b-e t-open", Words: "left open"})
	}
	return t.ExecuteTemplate(w, "annotated-head", top)
}

// AnnotatedFoot ends what AnnotatedHead began.
func AnnotatedFoot(w io.Writer) error {
	t, err := blocks()
	if err != nil {
		return err
	}
	return t.ExecuteTemplate(w, "annotated-foot", nil)
}

// annotatedLayers are the layers in the order in which people are told of them,
// each with the classes of a sample of its look.
var annotatedLayers = []struct {
	layer             Layer
	sample, one, many string
	marks             func(noter) []Mark
}{
	{Quotations, "q b-q z-q", "quotation", "quotations", noter.quotes},
	{Names, "e t-person", "mention of a name", "names", noter.names},
	{Times, "w", "time", "times", noter.whens},
	{Numbers, "u", "quantity", "quantities", noter.quantities},
	{Credits, "c b-c z-c", "credit", "credits", noter.credits},
}

var nameTypes = []nutgraf.EntityType{
	nutgraf.Person, nutgraf.Character, nutgraf.Group, nutgraf.Organization, nutgraf.Outlet, nutgraf.Place, nutgraf.Work, nutgraf.Event, nutgraf.Other,
}

// annotatedView is an article with its findings for the eye.
type annotatedView struct {
	Title  string
	About  []string
	URL    string
	Lang   string
	Found  string // how much was found, in words
	Named  []named
	Notes  []nutgraf.Note
	Blocks []Block
}

// named is an entity with how often and by what it is mentioned.
type named struct {
	Name  string
	Type  nutgraf.EntityType
	N     int
	Words string
}

// Annotated writes an article's text with its findings; how each was read shows
// when one points at it or steps to it. Layers that are not wanted are left out.
func Annotated(w io.Writer, d *nutgraf.Document, a *nutgraf.Annotations, want func(Layer) bool) error {
	t, err := blocks()
	if err != nil {
		return err
	}
	v := annotatedView{Title: cmp.Or(d.Title, d.ID), Notes: slices.Concat(d.Notes, a.Notes), URL: d.URL, Lang: d.Lang}
	if d.ID != v.Title {
		v.About = append(v.About, d.ID)
	}
	if d.Outlet != "" {
		v.About = append(v.About, d.Outlet)
	}
	if p := a.Published; p.Value != "" {
		date := "published " + p.Value
		if p.Doubted {
			date += ", doubted: " + p.Why
		}
		v.About = append(v.About, date)
	}
	whole := whole(d)
	n := newNoter(whole, a)
	marks, counts := n.sentences(), []string{plural(len(a.Sentences), "sentence", "sentences")}
	for _, l := range annotatedLayers {
		if !want(l.layer) {
			continue
		}
		found := l.marks(n)
		marks = append(marks, found...)
		count := len(found)
		if l.layer == Quotations {
			count = len(a.Quotes)
		}
		counts = append(counts, plural(count, l.one, strings.Replace(l.many, "names", "mentions of names", 1)))
		if l.layer == Names {
			v.Named = n.named()
		}
	}
	v.Found = strings.Join(counts, " · ")
	v.Blocks = Text(whole, Fits(d.Text, marks))
	return t.ExecuteTemplate(w, "annotated", v)
}

// whole gives a document without blocks one that holds all its text.
func whole(d *nutgraf.Document) *nutgraf.Document {
	if len(d.Blocks) > 0 || d.Text == "" {
		return d
	}
	c := *d
	c.Blocks = []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(d.Text)}}}
	return &c
}

// noter says in words what was found.
type noter struct {
	doc   *nutgraf.Document
	ann   *nutgraf.Annotations
	times []int // by entity: how often it is mentioned
}

func newNoter(d *nutgraf.Document, a *nutgraf.Annotations) noter {
	n := noter{d, a, make([]int, len(a.Entities))}
	for _, m := range a.Mentions {
		if n.entity(m.Entity) != nil {
			n.times[m.Entity]++
		}
	}
	return n
}

func (n noter) entity(i int) *nutgraf.Entity {
	if i < 0 || i >= len(n.ann.Entities) {
		return nil
	}
	return &n.ann.Entities[i]
}

// sentences marks where a sentence begins behind another of its block.
func (n noter) sentences() []Mark {
	var out []Mark
	for i, s := range n.ann.Sentences {
		if i > 0 && n.ann.Sentences[i-1].Block == s.Block && !s.Span.IsZero() {
			out = append(out, Mark{Span: s.Span, Layer: Sentences})
		}
	}
	return out
}

func (n noter) names() []Mark {
	var out []Mark
	for _, m := range n.ann.Mentions {
		r, kind := n.mention(m)
		out = append(out, Mark{Span: m.Span, Layer: Names, Kind: kind, Reading: r})
	}
	return out
}

// named lists the entities, the most often mentioned first.
func (n noter) named() []named {
	out := make([]named, 0, len(n.ann.Entities))
	for i, e := range n.ann.Entities {
		out = append(out, named{e.Name, e.Type, n.times[i], n.known(&e)})
	}
	slices.SortStableFunc(out, func(a, b named) int { return cmp.Compare(b.N, a.N) })
	return out
}

// quotes marks what was said, the cue and the source. Each bears the number of its
// quotation, which leads from the words to the source (without one, to the cue),
// and from both to the words.
func (n noter) quotes() []Mark {
	var out []Mark
	h := fnv.New32a()
	_, _ = h.Write([]byte(n.doc.ID))
	article := h.Sum32()
	for i, q := range n.ann.Quotes {
		number := strconv.Itoa(i + 1)
		id := func(of string) string { return fmt.Sprintf("%s-%08x-%s", of, article, number) }
		said, by := id("said"), id("by")
		reading := n.quotation(q, number)
		for k, p := range q.Parts {
			m := Mark{Span: p, Layer: Quotations, Reading: reading}
			if k == 0 {
				m.ID = said
			}
			if !q.Source.IsZero() || !q.Cue.IsZero() {
				m.Tie = Tie{by, number}
			}
			out = append(out, m)
		}
		back := Tie{said, number}
		if !q.Cue.IsZero() {
			m := Mark{Span: q.Cue, Layer: Attributions, Kind: "q-cue", Reading: n.cue(q, number), Tie: back}
			if q.Source.IsZero() {
				m.ID = by
			}
			out = append(out, m)
		}
		if !q.Source.IsZero() {
			out = append(out, Mark{Span: q.Source, Layer: Attributions, Kind: "q-source", Reading: n.source(q, number), ID: by, Tie: back})
		}
	}
	return out
}

func (n noter) whens() []Mark {
	var out []Mark
	for _, t := range n.ann.Times {
		out = append(out, Mark{Span: t.Span, Layer: Times, Reading: n.when(t)})
	}
	return out
}

func (n noter) quantities() []Mark {
	var out []Mark
	for _, q := range n.ann.Quantities {
		out = append(out, Mark{Span: q.Span, Layer: Numbers, Reading: n.quantity(q)})
	}
	return out
}

func (n noter) credits() []Mark {
	var out []Mark
	for _, c := range n.ann.Credits {
		out = append(out, Mark{Span: c.Span, Layer: Credits, Reading: n.credit(c)})
	}
	return out
}
