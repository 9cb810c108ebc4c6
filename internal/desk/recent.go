package desk

import (
	"context"
	"sync"

	"nutgraf"
)

// keptRecent is how many articles stay at hand after they were filed: those of
// a batch are compared as soon as it is in.
const keptRecent = 1024

// recent holds the articles that were filed last, without their captures.
type recent struct {
	mu   sync.Mutex
	byID map[string]*nutgraf.Filed
	ids  []string // in the order of filing; may name articles that were dropped
}

func (r *recent) keep(f *nutgraf.Filed) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byID == nil {
		r.byID = map[string]*nutgraf.Filed{}
	}
	own := *f
	own.Item = nutgraf.Item{}
	if r.byID[f.Doc.ID] == nil {
		r.ids = append(r.ids, f.Doc.ID)
	}
	r.byID[f.Doc.ID] = &own
	for len(r.ids) > keptRecent {
		delete(r.byID, r.ids[0])
		r.ids = r.ids[1:]
	}
}

func (r *recent) drop(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.byID, id)
}

// check drops the articles that the store holds otherwise by now: another
// process may have changed them.
func (r *recent) check(ctx context.Context, store Store) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for id, f := range r.byID {
		held, err := store.Stamp(ctx, id)
		if err != nil || held.Digest != f.Stamp || held.Code != f.Code {
			delete(r.byID, id)
		}
	}
}

// article returns an article from what is at hand, else from the store.
func (r *recent) article(ctx context.Context, store Store, id string) (*nutgraf.Filed, error) {
	r.mu.Lock()
	f := r.byID[id]
	r.mu.Unlock()
	if f != nil {
		return f, nil
	}
	return store.Article(ctx, id)
}
