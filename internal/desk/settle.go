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
	end := nutgraf.Settlement{Gone: plan.gone, Redirect: plan.redirect, Clean: true, Mark: mark}
	if err := d.store.Settle(ctx, end); err != nil {
		d.memo = nil
		return err
	}
	for _, id := range plan.gone {
		delete(d.memo.held, id)
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
	for sketch, err := range d.store.Sketches(ctx) {
		if err != nil {
			return err
		}
		m.grouper.Add(sketch)
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

// plan is what has to be done to settle: sets of stories to be made anew, each
// a saga or a story alone, and the ids that are no more.
type plan struct {
	sets     [][]planned
	stories  int
	gone     []string
	redirect map[string]string
}

type planned struct {
	story  nutgraf.Story
	digest string
}

func (m *memo) plan() plan {
	stories := m.grouper.Settle()
	base := make(map[string]string, len(stories))
	sagas := map[string][]nutgraf.Story{}
	for _, s := range stories {
		base[s.ID] = m.base(s)
		key := s.Saga
		if key == "" {
			key = "story " + s.ID
		}
		sagas[key] = append(sagas[key], s)
	}
	p := plan{redirect: map[string]string{}}
	for _, key := range slices.Sorted(maps.Keys(sagas)) {
		if set := m.stale(sagas[key], base); len(set) > 0 {
			p.sets = append(p.sets, set)
			p.stories += len(set)
		}
	}
	m.retire(&p, stories)
	return p
}

// stale returns the stories of one saga if any of them is to be made anew: each
// page tells of the others.
func (m *memo) stale(saga []nutgraf.Story, base map[string]string) []planned {
	all := make([]string, 0, len(saga))
	for _, s := range saga {
		all = append(all, base[s.ID])
	}
	slices.Sort(all)
	set, fresh := make([]planned, 0, len(saga)), true
	for _, s := range saga {
		p := planned{s, sum(base[s.ID], all...)}
		set = append(set, p)
		fresh = fresh && m.held[s.ID].Digest == p.digest
	}
	if fresh {
		return nil
	}
	return set
}

// base digests all that a story's page is made from, its saga apart.
func (m *memo) base(s nutgraf.Story) string {
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

// retire finds the stored stories that are no more, and leads each to the story
// that holds most of its reports now.
func (m *memo) retire(p *plan, stories []nutgraf.Story) {
	now, of := map[string]bool{}, map[string]string{}
	for _, s := range stories {
		now[s.ID] = true
		for _, member := range s.Members {
			of[member] = s.ID
		}
	}
	for _, id := range slices.Sorted(maps.Keys(m.held)) {
		if now[id] {
			continue
		}
		p.gone = append(p.gone, id)
		if heir := heir(m.held[id].Story, of); heir != "" {
			p.redirect[id] = heir
		}
	}
}

func heir(old nutgraf.Story, of map[string]string) string {
	votes, best := map[string]int{}, ""
	for _, member := range old.Members {
		id := of[member]
		if id == "" {
			continue
		}
		votes[id]++
		if best == "" || votes[id] > votes[best] || votes[id] == votes[best] && strings.Compare(id, best) < 0 {
			best = id
		}
	}
	return best
}

// remake makes the planned stories anew, set by set in parallel, and stores
// each set as soon as it is there.
func (d *Desk) remake(ctx context.Context, r *room, p plan, progress func(done, total int)) error {
	type made struct {
		settled []nutgraf.Settled
		err     error
	}
	work := func(set []planned) made {
		settled, err := d.makeSet(ctx, r, set)
		return made{settled, err}
	}
	done := 0
	for m := range inorder.Map(slices.Values(p.sets), d.workers, work) {
		if m.err != nil {
			return m.err
		}
		if err := d.store.Settle(ctx, nutgraf.Settlement{Pages: m.settled}); err != nil {
			return err
		}
		for _, s := range m.settled {
			d.memo.held[s.Story.ID] = nutgraf.Held{Story: s.Story, Digest: s.Digest}
		}
		done += len(m.settled)
		progress(done, p.stories)
	}
	return nil
}

// makeSet makes the pages of one saga, or of one story alone.
func (d *Desk) makeSet(ctx context.Context, r *room, set []planned) ([]nutgraf.Settled, error) {
	stories := make([]compared, len(set))
	bare := make([]nutgraf.StoryPage, len(set))
	for i, p := range set {
		members, err := d.members(ctx, r, p.story)
		if err != nil {
			return nil, err
		}
		stories[i] = r.compare(p.story, members)
		bare[i] = stories[i].page(nil)
	}
	out := make([]nutgraf.Settled, len(set))
	for i, p := range set {
		full := bare[i]
		if others := slices.Concat(bare[:i], bare[i+1:]); len(others) > 0 {
			full = stories[i].page(others)
		}
		out[i] = nutgraf.Settled{Story: p.story, Page: full, Line: d.line(&full), Digest: p.digest}
	}
	return out, nil
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
