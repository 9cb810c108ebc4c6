package render

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"html/template"
	"io"
	"math"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// AnnotatedHead begins a file of annotated articles; AnnotatedFoot ends it. The
// file loads nothing and runs nothing.
func AnnotatedHead(w io.Writer) error {
	t, err := blocks()
	if err != nil {
		return err
	}
	own, err := files.ReadFile("annotated.css")
	if err != nil {
		return err
	}
	return t.ExecuteTemplate(w, "annotated-head", template.CSS(string(Style())+string(own))) // our own style sheets
}

// AnnotatedFoot ends what AnnotatedHead began.
func AnnotatedFoot(w io.Writer) error {
	t, err := blocks()
	if err != nil {
		return err
	}
	return t.ExecuteTemplate(w, "annotated-foot", nil)
}

// annotatedView is an article with its findings for the eye.
type annotatedView struct {
	Title  string
	About  []string
	Key    []keyEntry
	Blocks []Block
}

// keyEntry says what a colour stands for and how often it was found.
type keyEntry struct {
	Class, Words string
	N            int
}

// Annotated writes an article's text with its findings in colour; what each is
// shows when one points at it. Layers that are not wanted are left out.
func Annotated(w io.Writer, d *nutgraf.Document, a *nutgraf.Annotations, want func(Layer) bool) error {
	t, err := blocks()
	if err != nil {
		return err
	}
	v := annotatedView{Title: cmp.Or(d.Title, d.ID)}
	for _, s := range []string{d.ID, d.Outlet, a.Published.Value, d.URL} {
		if s != "" {
			v.About = append(v.About, s)
		}
	}
	n := noter{d, a}
	var marks []Mark
	for _, l := range []struct {
		layer Layer
		words string
		marks func() []Mark
	}{{Quotations, "quotations", n.quotes}, {Names, "names", n.names}, {Times, "times", n.times}, {Numbers, "quantities", n.quantities}, {Credits, "credits", n.credits}} {
		if !want(l.layer) {
			continue
		}
		found := l.marks()
		marks = append(marks, found...)
		count := 0
		for _, m := range found {
			if l.layer != Quotations || m.Kind == "" {
				count++
			}
		}
		v.Key = append(v.Key, keyEntry{layerClass[l.layer], l.words, count})
		if l.layer == Names {
			v.Key = append(v.Key, n.types()...)
		}
	}
	v.Blocks = Text(whole(d), Fits(d.Text, marks))
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
	doc *nutgraf.Document
	ann *nutgraf.Annotations
}

func (n noter) entity(i int) *nutgraf.Entity {
	if i < 0 || i >= len(n.ann.Entities) {
		return nil
	}
	return &n.ann.Entities[i]
}

func (n noter) names() []Mark {
	var out []Mark
	for _, m := range n.ann.Mentions {
		k := Mark{Span: m.Span, Layer: Names, Kind: "t-open", Note: string(m.Kind) + ": open"}
		if e := n.entity(m.Entity); e != nil {
			k.Kind, k.Note = "t-"+string(m.Kind), fmt.Sprintf("%s, %s: %s", m.Kind, e.Type, e.Name)
			if m.Kind == nutgraf.ByName {
				k.Kind, k.Note = "t-"+string(e.Type), string(e.Type)+": "+e.Name
			}
		}
		out = append(out, k)
	}
	return out
}

// types is the key of the types of name.
func (n noter) types() []keyEntry {
	var out []keyEntry
	for _, t := range []nutgraf.EntityType{nutgraf.Person, nutgraf.Character, nutgraf.Group, nutgraf.Organization, nutgraf.Outlet, nutgraf.Place, nutgraf.Work, nutgraf.Event, nutgraf.Other} {
		e := keyEntry{Class: "e t-" + string(t), Words: string(t)}
		for _, x := range n.ann.Entities {
			if x.Type == t {
				e.N++
			}
		}
		if e.N > 0 {
			out = append(out, e)
		}
	}
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
		name := cmp.Or(q.Name, "speaker open")
		number := strconv.Itoa(i + 1)
		id := func(of string) string { return fmt.Sprintf("%s-%08x-%s", of, article, number) }
		said, by := id("said"), id("by")
		for k, p := range q.Parts {
			m := Mark{Span: p, Layer: Quotations, Note: fmt.Sprintf("quotation %s, %s: %s%s", number, q.Kind, name, n.setting(q))}
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
			m := Mark{Span: q.Cue, Layer: Quotations, Kind: "q-cue", Note: fmt.Sprintf("cue of quotation %s: %s", number, q.Modality), Tie: back}
			if q.Source.IsZero() {
				m.ID = by
			}
			out = append(out, m)
		}
		if !q.Source.IsZero() {
			out = append(out, Mark{Span: q.Source, Layer: Quotations, Kind: "q-source", Note: strings.TrimSuffix(fmt.Sprintf("source of quotation %s: %s; %s", number, name, label.How(q.How)), "; "), ID: by, Tie: back})
		}
	}
	return out
}

// setting says to whom, through what and when something was said.
func (n noter) setting(q nutgraf.Quote) string {
	var b strings.Builder
	if q.AddresseeName != "" {
		b.WriteString(", to " + q.AddresseeName)
	}
	if q.Medium != "" {
		b.WriteString(", " + label.Medium(q.Medium))
	}
	if q.When >= 0 && q.When < len(n.ann.Times) {
		b.WriteString(", " + n.ann.Times[q.When].Value)
	}
	return b.String()
}

func (n noter) times() []Mark {
	var out []Mark
	for _, t := range n.ann.Times {
		note := fmt.Sprintf("%s: %s", t.Type, t.Value)
		if !t.Resolved {
			note += " (open)"
		}
		out = append(out, Mark{Span: t.Span, Layer: Times, Note: strings.TrimSpace(note)})
	}
	return out
}

func (n noter) quantities() []Mark {
	var out []Mark
	number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
	for _, q := range n.ann.Quantities {
		value := "open"
		switch {
		case !q.Known:
		case q.Low <= -math.MaxFloat64: // an open bound
			value = "at most " + number(q.High)
		case q.High >= math.MaxFloat64:
			value = "at least " + number(q.Low)
		case q.Low != q.High:
			value = number(q.Low) + " to " + number(q.High)
		default:
			value = number(q.Value)
		}
		words := []string{value, q.Unit, q.Counted.Of(n.doc.Text), string(q.Hedge), string(q.Status), q.By}
		note := "quantity:"
		for _, w := range words {
			if w != "" {
				note += " " + w
			}
		}
		out = append(out, Mark{Span: q.Span, Layer: Numbers, Note: note})
	}
	return out
}

func (n noter) credits() []Mark {
	var out []Mark
	for _, c := range n.ann.Credits {
		out = append(out, Mark{Span: c.Span, Layer: Credits, Note: fmt.Sprintf("credit, %s: %s", c.Kind, c.Outlet)})
	}
	return out
}
