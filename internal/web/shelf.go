package web

import (
	"container/list"
	"context"
	"sync"
	"time"

	"nutgraf"
)

// shelfSize is the number of documents kept at hand, and shelfTime for how
// long: another program may make documents anew from the same captures.
const (
	shelfSize = 2000
	shelfTime = 30 * time.Second
)

// shelf keeps the documents that pages cite most recently. A document is kept
// under the hash of its capture and the version of the code that made the page,
// so that a new one is not mistaken for the old.
type shelf struct {
	mu    sync.Mutex
	now   func() time.Time
	size  int
	order *list.List // of *shelved, latest first
	at    map[string]*list.Element
}

type shelved struct {
	key   string
	doc   *nutgraf.Document
	since time.Time
}

func newShelf(size int, now func() time.Time) *shelf {
	return &shelf{size: size, now: now, order: list.New(), at: map[string]*list.Element{}}
}

func (s *shelf) get(key string) *nutgraf.Document {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.at[key]
	if e == nil {
		return nil
	}
	d := e.Value.(*shelved)
	if s.now().Sub(d.since) > shelfTime {
		s.order.Remove(e)
		delete(s.at, key)
		return nil
	}
	s.order.MoveToFront(e)
	return d.doc
}

func (s *shelf) put(key string, d *nutgraf.Document) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at[key] != nil {
		return
	}
	s.at[key] = s.order.PushFront(&shelved{key, d, s.now()})
	for s.order.Len() > s.size {
		last := s.order.Back()
		delete(s.at, last.Value.(*shelved).key)
		s.order.Remove(last)
	}
}

// documents returns the function by which a story's page finds the documents of
// its reports.
func (s *site) documents(ctx context.Context, p *nutgraf.StoryPage) func(id string) *nutgraf.Document {
	captures := map[string]string{}
	for _, a := range p.Articles {
		captures[a.ID] = a.Capture
	}
	for _, l := range p.SagaStories {
		for _, a := range l.Articles {
			captures[a.ID] = a.Capture
		}
	}
	return func(id string) *nutgraf.Document {
		key := id + " " + captures[id] + " " + p.Made.Version
		if d := s.docs.get(key); d != nil {
			return d
		}
		f, err := s.desk.Article(ctx, id)
		if err != nil {
			return nil
		}
		doc := f.Doc // a copy, so that the findings are not kept with it
		if captures[id] != "" && doc.Capture == captures[id] {
			s.docs.put(key, &doc)
		}
		return &doc
	}
}
