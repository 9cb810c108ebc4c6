package desk

import (
	"context"
	"errors"

	"nutgraf"
	"nutgraf/internal/news"
)

// Documents looks up the documents of some articles for one piece of work. A
// page or an answer asks for the same ones again and again, so that all stay at
// hand. It is for one goroutine.
type Documents struct {
	ctx  context.Context
	from documents
	held map[string]*nutgraf.Document
	err  error
}

// documents is what a look-up of documents asks: a Desk.
type documents interface {
	Document(ctx context.Context, id string) (*nutgraf.Document, error)
}

// NewDocuments returns a look-up of documents.
func NewDocuments(ctx context.Context, from documents) *Documents {
	return &Documents{ctx: ctx, from: from, held: map[string]*nutgraf.Document{}}
}

// Document returns an article's document; nil when it is not held.
func (d *Documents) Document(id string) *nutgraf.Document {
	doc, known := d.held[id]
	if !known {
		var err error
		if doc, err = d.from.Document(d.ctx, id); err != nil {
			doc, d.err = nil, failed(d.err, err)
		}
		d.held[id] = doc
	}
	return doc
}

// Err is the first error that a look-up met. What rests on articles that were
// withdrawn meanwhile is left out, and no error.
func (d *Documents) Err() error { return d.err }

// failed is the first error of a look-up once another has come.
func failed(first, err error) error {
	if first != nil || errors.Is(err, nutgraf.ErrNotFound) {
		return first
	}
	return err
}

// Reports looks up the articles of some stories, with their findings, for one
// piece of work. It keeps the last one at hand, since what is asked of an article
// is asked together, and of all how they came, which is asked again and again
// to order them. It is for one goroutine.
type Reports struct {
	ctx     context.Context
	from    articles
	last    *nutgraf.Filed
	arrived map[string]news.Arrival
	err     error
}

// articles is what a look-up of reports asks: a Desk.
type articles interface {
	Article(ctx context.Context, id string) (*nutgraf.Filed, error)
}

// NewReports returns a look-up of articles.
func NewReports(ctx context.Context, from articles) *Reports {
	return &Reports{ctx: ctx, from: from, arrived: map[string]news.Arrival{}}
}

// Err is the first error that a look-up met, as Documents has it.
func (r *Reports) Err() error { return r.err }

func (r *Reports) filed(id string) *nutgraf.Filed {
	if r.last != nil && r.last.Doc.ID == id {
		return r.last
	}
	f, err := r.from.Article(r.ctx, id)
	if err != nil {
		r.err = failed(r.err, err)
		return nil
	}
	r.last, r.arrived[id] = f, news.Arrive(f.Arrived, f.Ann.Published)
	return f
}

// Document returns an article's document; nil when it is not held.
func (r *Reports) Document(id string) *nutgraf.Document {
	if f := r.filed(id); f != nil {
		return &f.Doc
	}
	return nil
}

// Findings returns an article's findings; nil when it is not held.
func (r *Reports) Findings(id string) *nutgraf.Annotations {
	if f := r.filed(id); f != nil {
		return &f.Ann
	}
	return nil
}

// Arrived tells how an article came; the zero Arrival when it is not held.
func (r *Reports) Arrived(id string) news.Arrival {
	if _, known := r.arrived[id]; !known {
		r.filed(id)
	}
	return r.arrived[id]
}
