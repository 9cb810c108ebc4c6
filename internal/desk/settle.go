package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/inorder"
	"nutgraf/internal/story"
)

// memo is the state of grouping in memory: all sketches, what is stored of each
// story, and a digest of each article. It is rebuilt from the store when
// somebody else has changed that.
type memo struct {
	grouper *story.Grouper
	digests map[string]string       // by article
	held    map[string]nutgraf.Held // by story
	mark    int64                   // the store's change counter as this memo knows it
}

// note keeps the memo in step with an article that was filed.
func (d *Desk) note(f *nutgraf.Filed) {
	d.recent.keep(f)
	if d.memo == nil {
		return
	}
	d.memo.grouper.Add(f.Sketch)
	d.memo.digests[f.Doc.ID] = f.Stamp + " " + f.Code
	d.memo.mark++
}

func (d *Desk) forget(id string) {
	d.recent.drop(id)
	if d.memo == nil {
		return
	}
	d.memo.grouper.Remove(id)
	delete(d.memo.digests, id)
	d.memo.mark++
}

// Settle brings stories and their pages in line with the articles held: it
// groups, compares what has changed, and stores the pages. It costs little when
// nothing waits. progress hears how many stories are done.
func (d *Desk) Settle(ctx context.Context, progress func(done, total int)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	mark, waiting, err := d.store.Pending(ctx)
	if err != nil || !waiting {
		return err
	}
	if d.memo == nil || d.memo.mark != mark {
		if err := d.load(ctx, mark); err != nil {
			return err
		}
	}
	r, err := d.room()
	if err != nil {
		return err
	}
	plan := d.memo.plan()
	if err := d.remake(ctx, r, plan, progress); err != nil {
		d.memo = nil
		return err
	}
	for i := range plan.ended {
		plan.ended[i].At = d.clock()
	}
	end := nutgraf.Settlement{Ended: plan.ended, Clean: true, Mark: mark}
	if err := d.store.Settle(ctx, end); err != nil {
		d.memo = nil
		return err
	}
	for _, e := range plan.ended {
		delete(d.memo.held, e.ID)
	}
	return nil
}

// remember sees to it that there is a memo before an article is filed: what is
// filed then need not be read back.
func (d *Desk) remember(ctx context.Context) error {
	if d.memo != nil {
		return nil
	}
	mark, _, err := d.store.Pending(ctx)
	if err != nil {
		return err
	}
	return d.load(ctx, mark)
}

// load builds the memo from the store.
func (d *Desk) load(ctx context.Context, mark int64) error {
	d.recent.check(ctx, d.store)
	d.memo = nil
	m := &memo{grouper: story.NewGrouper(), held: map[string]nutgraf.Held{}, mark: mark}
	var older []string
	for sketch, err := range d.store.Sketches(ctx) {
		if err != nil {
			return err
		}
		if sketch.Form != story.Form {
			older = append(older, sketch.ID)
			continue
		}
		m.grouper.Add(sketch)
	}
	if err := d.sketchAnew(ctx, older, m.grouper.Add); err != nil {
		return err
	}
	held, err := d.store.Held(ctx)
	if err != nil {
		return err
	}
	for _, h := range held {
		m.held[h.Story.ID] = h
	}
	if m.digests, err = d.store.Digests(ctx); err != nil {
		return err
	}
	d.memo = m
	return nil
}

// sketchAnew sketches articles whose sketches another version of the program made
// in a form that cannot be laid beside ours. They are kept once the articles are
// read again (see Refresh); until then this is the price of a new version.
func (d *Desk) sketchAnew(ctx context.Context, ids []string, add func(nutgraf.Sketch)) error {
	if len(ids) == 0 {
		return nil
	}
	r, err := d.room()
	if err != nil {
		return err
	}
	type made struct {
		sketch nutgraf.Sketch
		err    error
	}
	for m := range inorder.Map(slices.Values(ids), d.workers, func(id string) made {
		f, err := d.store.Article(ctx, id)
		if err != nil {
			return made{err: err}
		}
		return made{sketch: r.sketcher.Sketch(&f.Doc, r.splitter.Split(&f.Doc), &f.Ann)}
	}) {
		if m.err != nil {
			return m.err
		}
		add(m.sketch)
	}
	return nil
}

// plan is what has to be done to settle: the sagas (a story in none stands
// alone) in which something is to be made anew, and the stories that are no more.
type plan struct {
	sagas   []saga
	stories int
	ended   []nutgraf.Ended
}

func (m *memo) plan() plan {
	stories := m.grouper.Settle()
	sagas := map[string]saga{}
	for _, s := range stories {
		key := s.Saga
		if key == "" {
			key = "story " + s.ID
		}
		sagas[key] = append(sagas[key], m.chapter(s))
	}
	p := plan{}
	for _, key := range slices.Sorted(maps.Keys(sagas)) {
		if s := sagas[key]; s.stale() {
			p.sagas = append(p.sagas, s)
			p.stories += len(s)
		}
	}
	m.retire(&p, stories)
	return p
}

// chapter compares a story with what is held of it.
func (m *memo) chapter(s nutgraf.Story) chapter {
	c := chapter{story: s, base: m.base(s), from: nutgraf.NoDay}
	if held, ok := m.held[s.ID]; ok {
		c.heldBase, c.heldNear, _ = strings.Cut(held.Digest, " ")
		c.from = held.From
	}
	return c
}

// base digests all that a story's page is made from, its saga apart: that another
// report has given a saga another name is no reason to compare its stories anew.
func (m *memo) base(s nutgraf.Story) string {
	s.Saga = ""
	raw, err := json.Marshal(s)
	if err != nil {
		raw = []byte(s.ID)
	}
	parts := make([]string, 0, len(s.Members))
	for _, id := range s.Members {
		parts = append(parts, m.digests[id])
	}
	return sum(string(raw), parts...)
}

func sum(first string, rest ...string) string {
	h := sha256.New()
	_, _ = io.WriteString(h, first)
	for _, s := range rest {
		_, _ = io.WriteString(h, "\x00"+s)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// remake makes the planned sagas anew, in parallel, and stores them as they get
// ready, some at a time.
func (d *Desk) remake(ctx context.Context, r *room, p plan, progress func(done, total int)) error {
	type made struct {
		settled []nutgraf.Settled
		stories int
		err     error
	}
	work := func(s saga) made {
		settled, err := d.makeSaga(ctx, r, s)
		return made{settled, len(s), err}
	}
	done := 0
	var ready []nutgraf.Settled
	for m := range inorder.Map(slices.Values(p.sagas), d.workers, work) {
		if m.err != nil {
			return m.err
		}
		ready = append(ready, m.settled...)
		done += m.stories
		if len(ready) < pagesAtOnce && done < p.stories {
			continue
		}
		if err := d.keepPages(ctx, ready); err != nil {
			return err
		}
		ready = nil
		progress(done, p.stories)
	}
	return nil
}

// pagesAtOnce is how many stories are stored in one transaction, or more where
// a saga has more.
const pagesAtOnce = 48

func (d *Desk) keepPages(ctx context.Context, ready []nutgraf.Settled) error {
	if err := d.store.Settle(ctx, nutgraf.Settlement{Pages: ready}); err != nil {
		return err
	}
	for _, s := range ready {
		d.memo.held[s.Story.ID] = nutgraf.Held{Story: s.Story, Digest: s.Digest, From: s.Line.First}
	}
	return nil
}

func (d *Desk) members(ctx context.Context, r *room, s nutgraf.Story) ([]nutgraf.Member, error) {
	out := make([]nutgraf.Member, 0, len(s.Members))
	for _, id := range s.Members {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		f, err := d.recent.article(ctx, d.store, id)
		if err != nil {
			return nil, fmt.Errorf("story %s: %w", s.ID, err)
		}
		out = append(out, r.member(f))
	}
	return out, nil
}
