package desk

import (
	"context"
	"time"

	"nutgraf"
)

// How many articles are stored in one transaction. An article is reported once
// it is stored, so where they come in slowly none waits longer than this for
// the next.
const (
	batchSize = 32
	batchWait = time.Second
)

// batch gathers articles that have been read and stores them together.
type batch struct {
	desk    *Desk
	filed   []*nutgraf.Filed
	reports []func()
	since   time.Time // when the first of them was added
}

// add takes an article in that was read at the time now, and stores the batch
// when it is full. report is called once the article is stored, or at its turn
// if there is nothing to store of it.
func (b *batch) add(ctx context.Context, a *arrival, when time.Time, report func()) error {
	now := b.desk.clock()
	if len(b.reports) == 0 {
		b.since = now
	}
	b.reports = append(b.reports, report)
	if a.err == nil && a.taken.Outcome.Changes() {
		f := a.filed
		f.Stamp, f.Code, f.Version, f.Taken = a.digest, b.desk.code, a.version, when
		b.filed = append(b.filed, f)
	}
	if len(b.reports) < batchSize && now.Sub(b.since) < batchWait {
		return nil
	}
	return b.flush(ctx)
}

// flush stores what has been gathered.
func (b *batch) flush(ctx context.Context) error {
	if len(b.filed) > 0 {
		if err := b.desk.remember(ctx); err != nil {
			return err
		}
		if err := b.desk.store.File(ctx, b.filed...); err != nil {
			return err
		}
		for _, f := range b.filed {
			b.desk.note(f)
		}
	}
	for _, report := range b.reports {
		report()
	}
	b.filed, b.reports = b.filed[:0], b.reports[:0]
	return nil
}
