package desk

import (
	"context"
	"errors"
	"iter"
	"strconv"

	"nutgraf"
	"nutgraf/internal/inorder"
)

// Outcome says what taking an article has changed.
type Outcome string

// The outcomes.
const (
	Fresh    Outcome = "new"
	Changed  Outcome = "changed"  // another capture of an article that is held: a new version
	Same     Outcome = "same"     // nothing has changed
	Withheld Outcome = "withheld" // it is held and withheld, and stays as it is
)

// Changes reports whether anything was stored.
func (o Outcome) Changes() bool { return o != Same && o != Withheld }

// Taken is an article that was taken in.
type Taken struct {
	ID      string
	Title   string
	Outcome Outcome
}

// Take takes one article in: extract, annotate, sketch, and store all of it in
// one transaction. The stories are not settled yet.
func (d *Desk) Take(ctx context.Context, item *nutgraf.Item) (Taken, error) {
	var taken Taken
	var refused error
	one := func(yield func(*nutgraf.Item, error) bool) { yield(item, nil) }
	err := d.TakeAll(ctx, one, func(t Taken, err error) { taken, refused = t, err })
	if err == nil {
		err = refused
	}
	return taken, err
}

// TakeAll takes articles in, in order; they are read on all cores and stored
// one after the other. report hears of each, an error being the reason why an
// item was refused; the rest goes on. The error that TakeAll itself returns is
// one after which nothing can go on: the store's, or the context's.
func (d *Desk) TakeAll(ctx context.Context, items iter.Seq2[*nutgraf.Item, error], report func(Taken, error)) error {
	r, err := d.room()
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	intake := &taking{store: d.store, given: map[string]string{}}
	b := batch{desk: d}
	for a := range inorder.Map(intake.arrivals(ctx, items), d.workers, func(a arrival) arrival { return a.read(r) }) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if a.fatal != nil {
			return errors.Join(b.flush(ctx), a.fatal)
		}
		if err := b.add(ctx, &a, d.clock(), func() { report(a.taken, a.err) }); err != nil {
			return err
		}
	}
	return errors.Join(b.flush(ctx), ctx.Err())
}

// arrival is an article on its way in.
type arrival struct {
	item    *nutgraf.Item
	digest  string
	version int
	taken   Taken
	filed   *nutgraf.Filed
	err     error // the item is refused
	fatal   error // nothing can go on
}

func (a arrival) read(r *room) arrival {
	if a.err != nil || a.fatal != nil || !a.taken.Outcome.Changes() {
		return a
	}
	a.filed, a.err = r.read(a.item)
	if a.err == nil {
		a.taken.Title = a.filed.Doc.Title
	}
	return a
}

// taking gives arriving articles their ids.
type taking struct {
	store Store
	given map[string]string // the digests of the ids given in this run
}

func (t *taking) arrivals(ctx context.Context, items iter.Seq2[*nutgraf.Item, error]) iter.Seq[arrival] {
	return func(yield func(arrival) bool) {
		for item, err := range items {
			a := arrival{item: item, err: err}
			if err == nil {
				a.fatal = t.place(ctx, &a)
			}
			if !yield(a) || a.fatal != nil {
				return
			}
		}
	}
}

// place finds the id under which an article is to be held: its own, unless
// another article has it; then that with a suffix.
func (t *taking) place(ctx context.Context, a *arrival) error {
	sum, err := digest(a.item)
	if err != nil {
		return err
	}
	a.digest = sum
	wanted := a.item.ID
	for n := 1; ; n++ {
		id := wanted
		if n > 1 {
			id += "-" + strconv.Itoa(n)
		}
		outcome, version, err := t.fits(ctx, a.item, id, sum)
		if err != nil {
			return err
		}
		if outcome == "" {
			continue
		}
		own := *a.item
		own.ID = id
		a.item, a.version, a.taken = &own, version, Taken{ID: id, Outcome: outcome}
		t.given[id] = sum
		return nil
	}
}

// fits says what it would mean to hold item under id; "" when id belongs to
// another article.
func (t *taking) fits(ctx context.Context, item *nutgraf.Item, id, sum string) (Outcome, int, error) {
	if before, ok := t.given[id]; ok {
		if before == sum {
			return Same, 0, nil
		}
		return "", 0, nil
	}
	held, err := t.store.Stamp(ctx, id)
	switch {
	case errors.Is(err, nutgraf.ErrNotFound):
		return Fresh, 1, nil
	case err != nil:
		return "", 0, err
	case held.Digest == sum && !held.Withheld:
		return Same, held.Version, nil
	case held.Digest != sum && item.Derived && (item.URL != held.URL || item.URL == "" && item.Name != held.Name):
		return "", 0, nil
	case held.Withheld:
		return Withheld, held.Version, nil
	}
	return Changed, held.Version + 1, nil
}

// Remove withdraws an article.
func (d *Desk) Remove(ctx context.Context, id string) error {
	return d.takeOut(ctx, id, d.store.Withdraw)
}

// takeOut takes an article from what the store shows.
func (d *Desk) takeOut(ctx context.Context, id string, out func(context.Context, string) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := out(ctx, id); err != nil {
		return err
	}
	d.forget(id)
	return nil
}

// Withhold keeps an article and takes it out of everything that is shown or
// given out. What comes in under its id later changes nothing.
func (d *Desk) Withhold(ctx context.Context, id string) error {
	return d.takeOut(ctx, id, d.store.Withhold)
}

// Release shows an article again that was withheld.
func (d *Desk) Release(ctx context.Context, id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.store.Release(ctx, id); err != nil {
		return err
	}
	f, err := d.store.Article(ctx, id)
	if err != nil {
		return err
	}
	d.note(f)
	return nil
}

// Withheld lists the articles that are withheld, by id.
func (d *Desk) Withheld(ctx context.Context) ([]nutgraf.ArticleLine, error) {
	return d.store.Withheld(ctx)
}
