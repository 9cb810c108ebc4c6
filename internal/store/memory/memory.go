// Package memory is a store that lives as long as the process: what `read`
// works on, and what tests of the desk work on. It keeps values, not bytes, and
// answers by looking at all it holds.
package memory

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"nutgraf"
	"nutgraf/internal/find"
	"nutgraf/internal/fold"
)

// Store keeps everything in maps. It is safe for concurrent use.
type Store struct {
	mu       sync.RWMutex
	articles map[string]*nutgraf.Filed
	withheld map[string]*nutgraf.Filed
	stories  map[string]nutgraf.Settled
	storyOf  map[string]string
	redirect map[string]string
	ended    []nutgraf.Ended // oldest first
	feeds    map[string]nutgraf.Subscription
	mark     int64
	clean    int64
	settled  int64 // how often stories were settled
}

// New opens an empty store.
func New() *Store {
	return &Store{
		articles: map[string]*nutgraf.Filed{}, withheld: map[string]*nutgraf.Filed{}, stories: map[string]nutgraf.Settled{},
		storyOf: map[string]string{}, redirect: map[string]string{},
		feeds: map[string]nutgraf.Subscription{},
	}
}

// Close does nothing: the store goes with the process.
func (s *Store) Close() error { return nil }

// Stamp tells which capture of an article is held.
func (s *Store) Stamp(_ context.Context, id string) (nutgraf.Stamp, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, withheld := s.withheld[id]
	if !withheld {
		f = s.articles[id]
	}
	if f == nil {
		return nutgraf.Stamp{}, missing("article", id)
	}
	return nutgraf.Stamp{Digest: f.Stamp, URL: f.Item.URL, Name: f.Item.Name, Code: f.Code, Version: f.Version, Withheld: withheld}, nil
}

// File keeps articles.
func (s *Store) File(_ context.Context, fs ...*nutgraf.Filed) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range fs {
		own := *f
		own.Arrived = f.Taken
		if before := s.articles[f.Doc.ID]; before != nil && f.Version > 1 {
			own.Arrived = before.Arrived
		}
		s.articles[f.Doc.ID] = &own
		s.mark++
	}
	return nil
}

// Withdraw takes an article out.
func (s *Store) Withdraw(_ context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.withheld[id] != nil {
		return s.move(id, s.withheld, nil)
	}
	return s.move(id, s.articles, nil)
}

// Withhold keeps an article from all questions but Stamp and Withheld.
func (s *Store) Withhold(_ context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.move(id, s.articles, s.withheld)
}

// Release ends the withholding of an article.
func (s *Store) Release(_ context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.move(id, s.withheld, s.articles)
}

// move moves an article; to nowhere when to is nil.
func (s *Store) move(id string, from, to map[string]*nutgraf.Filed) error {
	f := from[id]
	if f == nil {
		return missing("article", id)
	}
	delete(from, id)
	delete(s.storyOf, id)
	if to != nil {
		to[id] = f
	}
	s.mark++
	return nil
}

// Withheld lists the articles that are withheld, by id.
func (s *Store) Withheld(context.Context) ([]nutgraf.ArticleLine, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := []nutgraf.ArticleLine{}
	for _, id := range slices.Sorted(maps.Keys(s.withheld)) {
		out = append(out, s.line(s.withheld[id]))
	}
	return out, nil
}

// Article returns an article without the body of its capture.
func (s *Store) Article(_ context.Context, id string) (*nutgraf.Filed, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, ok := s.articles[id]
	if !ok {
		return nil, missing("article", id)
	}
	own := *f
	own.Item.Body, own.Story = nil, s.storyOf[id]
	return &own, nil
}

// Document returns an article's document alone.
func (s *Store) Document(_ context.Context, id string) (*nutgraf.Document, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, ok := s.articles[id]
	if !ok {
		return nil, missing("article", id)
	}
	return &f.Doc, nil
}

// Capture returns the captured bytes of an article.
func (s *Store) Capture(_ context.Context, id string) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, ok := s.articles[id]
	if !ok {
		return nil, missing("article", id)
	}
	return f.Item.Body, nil
}

// Articles lists articles by id.
func (s *Store) Articles(_ context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := []nutgraf.ArticleLine{}
	for _, id := range s.ids() {
		a := s.articles[id]
		if f.Outlet != "" && fold.String(a.Doc.Outlet) != f.Outlet || f.Story != "" && s.storyOf[id] != f.Story || id <= f.Past {
			continue
		}
		out = append(out, s.line(a))
	}
	if f.Newest {
		slices.SortStableFunc(out, func(a, b nutgraf.ArticleLine) int { return b.Arrived.Compare(a.Arrived) })
	}
	return page(out, f.Limit, f.Offset), nil
}

func (s *Store) line(f *nutgraf.Filed) nutgraf.ArticleLine {
	return nutgraf.ArticleLine{
		ID: f.Doc.ID, URL: f.Doc.URL, Outlet: f.Doc.Outlet, Title: f.Doc.Title, Published: f.Ann.Published,
		Story: s.storyOf[f.Doc.ID], Version: f.Version, Arrived: f.Arrived,
	}
}

// Outdated returns the ids of articles made by other code.
func (s *Store) Outdated(_ context.Context, code string) ([]string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var out []string
	for _, id := range s.ids() {
		if s.articles[id].Code != code {
			out = append(out, id)
		}
	}
	return out, nil
}

// Sketches yields all sketches, by id.
func (s *Store) Sketches(_ context.Context) iter.Seq2[nutgraf.Sketch, error] {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]nutgraf.Sketch, 0, len(s.articles))
	for _, id := range s.ids() {
		all = append(all, s.articles[id].Sketch)
	}
	return func(yield func(nutgraf.Sketch, error) bool) {
		for _, k := range all {
			if !yield(k, nil) {
				return
			}
		}
	}
}

// Digests returns a digest of each article's capture and code.
func (s *Store) Digests(_ context.Context) (map[string]string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := make(map[string]string, len(s.articles))
	for id, f := range s.articles {
		out[id] = f.Stamp + " " + f.Code
	}
	return out, nil
}

// Pending returns the change counter, and whether stories wait.
func (s *Store) Pending(_ context.Context) (int64, bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.mark, s.clean < s.mark, nil
}

// Held lists the stored stories, by id.
func (s *Store) Held(_ context.Context) ([]nutgraf.Held, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := make([]nutgraf.Held, 0, len(s.stories))
	for _, id := range slices.Sorted(maps.Keys(s.stories)) {
		out = append(out, nutgraf.Held{Story: s.stories[id].Story, Digest: s.stories[id].Digest, From: s.stories[id].Line.First})
	}
	return out, nil
}

// Settle stores a change of stories.
func (s *Store) Settle(_ context.Context, c nutgraf.Settlement) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range c.Ended {
		delete(s.stories, e.ID)
	}
	for _, p := range c.Pages {
		s.stories[p.Story.ID] = p
		delete(s.redirect, p.Story.ID)
		for _, member := range p.Story.Members {
			s.storyOf[member] = p.Story.ID
		}
	}
	for _, e := range c.Ended {
		s.ended = append(s.ended, e)
		if e.Heir == "" {
			continue
		}
		for old, target := range s.redirect {
			if target == e.ID {
				s.redirect[old] = e.Heir
			}
		}
		s.redirect[e.ID] = e.Heir
	}
	s.settled++
	if c.Clean {
		s.clean = c.Mark
	}
	return nil
}

// Ended lists the stories that are no more, the last ones first.
func (s *Store) Ended(_ context.Context, limit int) ([]nutgraf.Ended, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := slices.Clone(s.ended)
	slices.Reverse(out)
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out, nil
}

// Page returns a story's page.
func (s *Store) Page(_ context.Context, id string) (*nutgraf.StoryPage, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.stories[id]
	if !ok {
		p, ok = s.stories[s.redirect[id]]
	}
	if !ok {
		return nil, missing("story", id)
	}
	return &p.Page, nil
}

// Stories lists stories in the filter's order.
func (s *Store) Stories(_ context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := []nutgraf.StoryLine{}
	for _, p := range s.stories {
		if chosen(&p.Line, &f) {
			out = append(out, p.Line)
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.StoryLine) int { return order(a, b, f.ByDate) })
	return page(out, f.Limit, f.Offset), nil
}

func chosen(l *nutgraf.StoryLine, f *nutgraf.StoryFilter) bool {
	switch {
	case f.From.Bounds() && l.Last < f.From,
		f.To.Bounds() && (l.First == nutgraf.NoDay || l.First > f.To),
		f.Saga != "" && l.Saga != f.Saga,
		f.Outlet != "" && !slices.Contains(find.Folded(l.Outlets), f.Outlet),
		!find.Named(l.People, f.Person), !find.Named(l.Places, f.Place):
		return false
	}
	return (!f.Differing || l.Differences > 0) && (f.Past == nil || order(*f.Past, *l, f.ByDate) < 0)
}

func order(a, b nutgraf.StoryLine, byDate bool) int {
	byDay := cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(b.First, a.First))
	byReports := cmp.Compare(b.Reports, a.Reports)
	if byDate {
		return cmp.Or(byDay, byReports, cmp.Compare(a.ID, b.ID))
	}
	return cmp.Or(byReports, byDay, cmp.Compare(a.ID, b.ID))
}

// Search finds passages.
func (s *Store) Search(_ context.Context, q nutgraf.Search) ([]nutgraf.Passage, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var weighed []find.Weighed
	var found []nutgraf.Passage
	for _, f := range s.newest() {
		if !fits(f, &q) {
			continue
		}
		paragraphs := find.Paragraphs(&f.Doc, &f.Ann)
		for i := len(paragraphs) - 1; i >= 0 && len(found) < find.Window; i-- {
			p := &paragraphs[i]
			if !p.Answers(&q) || q.Differing && !s.disputed(f.Doc.ID, p.Span) {
				continue
			}
			name, _ := p.Spoken(&q)
			weighed = append(weighed, find.Weighed{
				Weight: find.Weight(p.Words, &q), Day: f.Ann.Published.Day(), Article: f.Doc.ID, Start: p.Span.Start,
				Came: f.Arrived.UnixNano(), Key: int64(len(found)),
			})
			found = append(found, nutgraf.Passage{
				Article: s.line(f), Cite: f.Doc.Cite(p.Span), Hits: find.Hits(f.Doc.Text, p.Span, &q), Speaker: name,
			})
		}
	}
	find.Order(weighed, q.Newest)
	out := make([]nutgraf.Passage, len(weighed))
	for i, w := range weighed {
		out[i] = found[w.Key]
	}
	return page(out, q.Limit, q.Offset), nil
}

// newest are the articles, those that came last first.
func (s *Store) newest() []*nutgraf.Filed {
	all := make([]*nutgraf.Filed, 0, len(s.articles))
	for _, id := range s.ids() {
		all = append(all, s.articles[id])
	}
	slices.SortStableFunc(all, func(a, b *nutgraf.Filed) int { return b.Arrived.Compare(a.Arrived) })
	return all
}

// disputed reports whether reports differ on words of a stretch.
func (s *Store) disputed(id string, at nutgraf.Span) bool {
	p, ok := s.stories[s.storyOf[id]]
	return ok && nutgraf.Touch(find.Disputed(&p.Page), nutgraf.Ref{Doc: id, Span: at})
}

func fits(f *nutgraf.Filed, q *nutgraf.Search) bool {
	if q.Outlet != "" && fold.String(f.Doc.Outlet) != q.Outlet {
		return false
	}
	day := f.Ann.Published.Day()
	if q.Before.Bounds() && (day == nutgraf.NoDay || day >= q.Before) {
		return false
	}
	return !q.After.Bounds() || day >= q.After
}

// Utterances lists what speakers said.
func (s *Store) Utterances(_ context.Context, asked nutgraf.UtteranceFilter) ([]nutgraf.Utterance, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := []nutgraf.Utterance{}
	speaker, about := strings.Join(asked.Speaker, " "), strings.Join(asked.About, " ")
	for _, id := range slices.Sorted(maps.Keys(s.stories)) {
		p := s.stories[id].Page
		for _, f := range p.Families {
			if f.Speaker != "" && find.Holds(find.Key(f.Speaker), speaker) && find.Named(f.About, about) {
				out = append(out, nutgraf.Utterance{Story: id, StoryTitle: p.Title, First: p.First, Family: f})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b nutgraf.Utterance) int {
		bySpeaker := 0
		if speaker != "" {
			bySpeaker = cmp.Compare(find.Key(a.Family.Speaker), find.Key(b.Family.Speaker))
		}
		return cmp.Or(bySpeaker, cmp.Compare(a.First, b.First), cmp.Compare(a.Story, b.Story))
	})
	return page(out, asked.Limit, 0), nil
}

// Outlets lists the outlets that articles name.
func (s *Store) Outlets(_ context.Context) ([]nutgraf.Tally, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	names, counts := map[string]string{}, map[string]int{}
	for _, f := range s.articles {
		if f.Doc.Outlet != "" {
			key := fold.String(f.Doc.Outlet)
			names[key] = max(names[key], f.Doc.Outlet)
			counts[key]++
		}
	}
	out := []nutgraf.Tally{}
	for _, key := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, nutgraf.Tally{Name: names[key], Count: counts[key]})
	}
	return out, nil
}

// Sagas lists the sagas.
func (s *Store) Sagas(_ context.Context, f nutgraf.SagaFilter) ([]nutgraf.SagaLine, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	first, largest, sagas := map[string]*nutgraf.StoryLine{}, map[string]*nutgraf.StoryLine{}, map[string]nutgraf.SagaLine{}
	for _, p := range s.stories {
		l := &p.Line
		if l.Saga == "" {
			continue
		}
		saga, known := sagas[l.Saga]
		if !known {
			saga = nutgraf.SagaLine{ID: l.Saga, First: nutgraf.NoDay, Last: nutgraf.NoDay}
		}
		if f := first[l.Saga]; f == nil || before(l, f) {
			first[l.Saga], saga.First = l, l.First
		}
		if g := largest[l.Saga]; g == nil || l.Reports > g.Reports || l.Reports == g.Reports && before(l, g) {
			largest[l.Saga], saga.Title = l, l.Title
		}
		saga.Stories++
		saga.Reports += l.Reports
		saga.Last = max(saga.Last, l.Last)
		sagas[l.Saga] = saga
	}
	out := []nutgraf.SagaLine{}
	for _, l := range sagas {
		if f.Past == nil || latest(*f.Past, l) < 0 {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, latest)
	return page(out, f.Limit, 0), nil
}

// before is the order of stories in a saga: by their days, those without one
// last.
func before(a, b *nutgraf.StoryLine) bool {
	if (a.First == nutgraf.NoDay) != (b.First == nutgraf.NoDay) {
		return b.First == nutgraf.NoDay
	}
	return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.ID, b.ID)) < 0
}

// latest is the order of sagas in a list.
func latest(a, b nutgraf.SagaLine) int {
	return cmp.Or(cmp.Compare(b.Last, a.Last), cmp.Compare(a.ID, b.ID))
}

// Counts says how much is held.
func (s *Store) Counts(_ context.Context) (nutgraf.Counts, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return nutgraf.Counts{Articles: len(s.articles), Stories: len(s.stories)}, nil
}

func (s *Store) ids() []string { return slices.Sorted(maps.Keys(s.articles)) }

func missing(what, id string) error { return fmt.Errorf("%s %q: %w", what, id, nutgraf.ErrNotFound) }

// page cuts a list to limit entries from offset on; 0 is no limit.
func page[T any](all []T, limit, offset int) []T {
	all = all[min(max(offset, 0), len(all)):]
	if limit > 0 && limit < len(all) {
		return all[:limit]
	}
	return all
}
