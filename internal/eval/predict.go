package eval

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/brief"
	"nutgraf/internal/cast"
	"nutgraf/internal/compare"
	"nutgraf/internal/compare/reuse"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/outlet"
	"nutgraf/internal/story"
	"nutgraf/internal/wire"
)

// Input is an article as the labelled files give it, without its labels.
type Input struct {
	ID, Text, Date, Title, Outlet, URL string
}

// Program runs the stages the way the commands do.
type Program struct {
	annotator *annotate.Annotator
	sketcher  *story.Sketcher
	comparer  *compare.Comparer
	writer    *brief.Writer
	names     *outlet.Names
	cast      *cast.Caster
	countries map[string]bool

	stream  []storyRow // the stream's articles, once they have been read
	reading sync.Once
	unread  error
}

// NewProgram compiles the stages.
func NewProgram() (*Program, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return nil, err
	}
	sketcher, err := story.New(pack)
	if err != nil {
		return nil, err
	}
	return &Program{annotator: annotate.New(pack), sketcher: sketcher, comparer: compare.New(pack), writer: brief.New(pack), names: outlet.New(pack), cast: cast.New(pack), countries: pack.Set("countries")}, nil
}

// Start finds the labelled data beside a module and compiles the program.
func Start(module string) (Data, *Program, error) {
	data, err := Open(module)
	if err != nil {
		return Data{}, nil, err
	}
	p, err := NewProgram()
	return data, p, err
}

func (in Input) document() (*nutgraf.Document, error) {
	return extract.Document(&nutgraf.Item{
		ID: in.ID, Name: in.ID, URL: in.URL, Media: nutgraf.MediaText, Body: []byte(in.Text),
		Given: nutgraf.Given{Date: in.Date, Title: in.Title, Outlet: in.Outlet},
	})
}

// Annotate returns the annotated articles by id. An article that cannot be read
// is left out.
func (p *Program) Annotate(inputs []Input) Predictions {
	arts := each(len(inputs), func(i int) *wire.Article {
		doc, err := inputs[i].document()
		if err != nil {
			return nil
		}
		_, ann := p.annotator.Annotate(doc)
		return wire.FromDocument(doc, ann)
	})
	return byID(arts)
}

// Cast returns the annotated articles by id, their entities merged over all of
// them as over the reports of one story: an entity bears one id in all.
func (p *Program) Cast(inputs []Input) Predictions {
	found := each(len(inputs), func(i int) *nutgraf.Member {
		doc, err := inputs[i].document()
		if err != nil {
			return nil
		}
		seg, ann := p.annotator.Annotate(doc)
		return &nutgraf.Member{Doc: doc, Seg: seg, Ann: ann}
	})
	var members []nutgraf.Member
	for _, m := range found {
		if m != nil {
			members = append(members, *m)
		}
	}
	merged := p.cast.Merge(members)
	arts := make([]*wire.Article, len(members))
	for i, m := range members {
		arts[i] = wire.FromDocument(m.Doc, m.Ann)
		renamed := map[string]string{}
		for k := range arts[i].Entities {
			e := &arts[i].Entities[k]
			id := fmt.Sprintf("%s %s", m.Doc.ID, e.ID)
			if n := merged.Of(i, k); n >= 0 {
				id = fmt.Sprintf("story %d", n)
			}
			renamed[e.ID], e.ID = id, id
		}
		for k := range arts[i].Mentions {
			arts[i].Mentions[k].Entity = renamed[arts[i].Mentions[k].Entity]
		}
	}
	return byID(arts)
}

// Extract returns the articles of a page set by the page's id in the gold file.
func (p *Program) Extract(d Data, set string, gold []PageGold) Predictions {
	arts := each(len(gold), func(i int) *wire.Article {
		body, err := unpacked(d.Path("pages/" + set + "/" + gold[i].HTML))
		if err != nil {
			return nil
		}
		doc, err := extract.Document(&nutgraf.Item{ID: gold[i].ID, Name: gold[i].HTML, URL: "", Media: nutgraf.MediaHTML, Body: body})
		if err != nil {
			return nil
		}
		return wire.FromDocument(doc, nil)
	})
	return byID(arts)
}

func unpacked(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(raw, []byte{0x1f, 0x8b}) {
		return raw, err
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", path, err)
	}
	defer z.Close()
	return io.ReadAll(z)
}

// Group returns the story and the saga of each article; a story in no saga is
// one of its own.
func (p *Program) Group(inputs []Input) (stories, sagas map[string]string) {
	return p.group(len(inputs), func(i int) (*nutgraf.Document, error) { return inputs[i].document() })
}

// GroupSample groups the pages of the sample newsroom.
func (p *Program) GroupSample() (stories, sagas map[string]string, err error) {
	pages, err := newsroom.Pages()
	if err != nil {
		return nil, nil, err
	}
	stories, sagas = p.group(len(pages), sampled(pages))
	return stories, sagas, nil
}

// sampled makes the documents of the sample newsroom's pages.
func sampled(pages []newsroom.Page) func(i int) (*nutgraf.Document, error) {
	return func(i int) (*nutgraf.Document, error) {
		return extract.Document(pages[i].Item())
	}
}

// sketches makes the sketches of documents; one that cannot be read is left
// out.
func (p *Program) sketches(n int, document func(i int) (*nutgraf.Document, error)) []nutgraf.Sketch {
	all := each(n, func(i int) *nutgraf.Sketch {
		doc, err := document(i)
		if err != nil {
			return nil
		}
		s := p.sketcher.Sketch(doc, nil, nil)
		return &s
	})
	out := make([]nutgraf.Sketch, 0, n)
	for _, s := range all {
		if s != nil {
			out = append(out, *s)
		}
	}
	return out
}

func (p *Program) group(n int, document func(i int) (*nutgraf.Document, error)) (stories, sagas map[string]string) {
	g := story.NewGrouper()
	for _, s := range p.sketches(n, document) {
		g.Add(s)
	}
	stories, sagas = map[string]string{}, map[string]string{}
	for _, s := range g.Settle() {
		for _, id := range s.Members {
			stories[id], sagas[id] = s.ID, s.Saga
			if s.Saga == "" {
				sagas[id] = s.ID
			}
		}
	}
	return stories, sagas
}

// Passages returns what the articles share, in code points.
func (p *Program) Passages(inputs []Input) []Shared {
	rulers := map[string]*wire.Ruler{}
	for _, in := range inputs {
		rulers[in.ID] = wire.NewRuler(in.Text)
	}
	var out []Shared
	for _, s := range p.shared(inputs, false) {
		x := Shared{Src: s.Src.Doc, Dst: s.Dst.Doc}
		x.S0, x.S1 = rulers[x.Src].Span(s.Src.Span)
		x.D0, x.D1 = rulers[x.Dst].Span(s.Dst.Span)
		out = append(out, x)
	}
	return out
}

// shared returns what the articles share, with or without a look at their credits.
func (p *Program) shared(inputs []Input, credits bool) []nutgraf.SharedText {
	f := reuse.NewFinder(p.names)
	for _, in := range inputs {
		doc, err := in.document()
		if err != nil {
			continue
		}
		a := reuse.Article{ID: doc.ID, Outlet: doc.Outlet, Day: doc.Published.Day(), Text: doc.Text}
		if credits {
			a.Credits = func() []nutgraf.Credit {
				_, ann := p.annotator.Only(doc, annotate.Credits)
				return ann.Credits
			}
		}
		f.Add(a)
	}
	return f.Passages()
}

// each calls make for every index on all cores and returns the results in
// order.
func each[T any](n int, make_ func(i int) T) []T {
	out := make([]T, n)
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				out[i] = make_(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

func byID(arts []*wire.Article) Predictions {
	out := Predictions{}
	for _, a := range arts {
		if a != nil {
			out[a.ID] = a
		}
	}
	return out
}
