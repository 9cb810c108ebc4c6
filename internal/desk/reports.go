package desk

import (
	"context"
	"time"

	"nutgraf"
)

// Reports looks up the articles of some stories for one piece of work. It keeps
// the last one at hand, since what is asked of an article is asked together, and
// of all when they arrived, which is asked again and again to order them. It is
// for one goroutine.
type Reports struct {
	ctx     context.Context
	from    articles
	last    *nutgraf.Filed
	arrived map[string]time.Time
	err     error
}

// articles is what a look-up asks: a Desk.
type articles interface {
	Article(ctx context.Context, id string) (*nutgraf.Filed, error)
}

// NewReports returns a look-up of articles.
func NewReports(ctx context.Context, from articles) *Reports {
	return &Reports{ctx: ctx, from: from, arrived: map[string]time.Time{}}
}

// Err is the first error that a look-up met.
func (r *Reports) Err() error { return r.err }

func (r *Reports) filed(id string) *nutgraf.Filed {
	if r.last != nil && r.last.Doc.ID == id {
		return r.last
	}
	f, err := r.from.Article(r.ctx, id)
	if err != nil {
		if r.err == nil {
			r.err = err
		}
		return nil
	}
	r.last, r.arrived[id] = f, f.Arrived
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

// Arrived tells when an article was first taken in; the zero time when it is
// not held.
func (r *Reports) Arrived(id string) time.Time {
	if _, known := r.arrived[id]; !known {
		r.filed(id)
	}
	return r.arrived[id]
}
