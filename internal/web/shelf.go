package web

import (
	"container/list"
	"context"
	"sync"

	"nutgraf"
)

// shelfSize is the number of documents kept at hand.
const shelfSize = 2000

// shelf keeps the documents that pages cite most recently. A document is kept
// under the hash of its capture, so that a new capture is never mistaken for
// the old one.
type shelf struct {
	mu    sync.Mutex
	size  int
	order *list.List // of *shelved, latest first
	at    map[string]*list.Element
}

type shelved struct {
	key string
	doc *nutgraf.Document
}

func newShelf(size int) *shelf {
	return &shelf{size: size, order: list.New(), at: map[string]*list.Element{}}
}

func (s *shelf) get(key string) *nutgraf.Document {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.at[key]
	if e == nil {
		return nil
	}
	s.order.MoveToFront(e)
	return e.Value.(*shelved).doc
}

func (s *shelf) put(key string, d *nutgraf.Document) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.at[key] != nil {
		return
	}
	s.at[key] = s.order.PushFront(&shelved{key, d})
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
		key := id + " " + captures[id]
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
