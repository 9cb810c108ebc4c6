package desk

import (
	"context"
	"errors"
	"iter"
	"time"

	"nutgraf/internal/inorder"
)

// Refresh makes the findings of articles anew that other code has made, or of
// all of them, from the captures. report hears of each, an error being the
// reason why the present code refuses the article; it stays then as it was.
// The stories are not settled yet.
func (d *Desk) Refresh(ctx context.Context, all bool, report func(done, total int, refused error)) error {
	code := d.code
	if all {
		code = ""
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	ids, err := d.store.Outdated(ctx, code)
	if err != nil || len(ids) == 0 {
		return err
	}
	r, err := d.room()
	if err != nil {
		return err
	}
	done, b := 0, batch{desk: d}
	for a := range inorder.Map(d.stored(ctx, ids), d.workers, func(h heldArticle) heldArticle { return h.read(r) }) {
		if a.fatal == nil {
			a.fatal = ctx.Err()
		}
		if a.fatal == nil {
			a.fatal = b.add(ctx, &a.arrival, a.when, func() {
				done++
				report(done, len(ids), a.err)
			})
		}
		if a.fatal != nil {
			return a.fatal
		}
	}
	return errors.Join(b.flush(ctx), ctx.Err())
}

// heldArticle is an article that is read again.
type heldArticle struct {
	arrival
	when time.Time
}

func (h heldArticle) read(r *room) heldArticle {
	h.arrival = h.arrival.read(r)
	return h
}

// stored yields held articles as they once came in.
func (d *Desk) stored(ctx context.Context, ids []string) iter.Seq[heldArticle] {
	return func(yield func(heldArticle) bool) {
		for _, id := range ids {
			h := d.again(ctx, id)
			if !yield(h) || h.fatal != nil {
				return
			}
		}
	}
}

func (d *Desk) again(ctx context.Context, id string) heldArticle {
	f, err := d.store.Article(ctx, id)
	if err != nil {
		return heldArticle{arrival: arrival{fatal: err}}
	}
	item := f.Item
	item.Body, err = d.store.Capture(ctx, id)
	return heldArticle{
		arrival{item: &item, digest: f.Stamp, version: f.Version, taken: Taken{ID: id}, fatal: err}, f.Taken,
	}
}
