package memory

import (
	"context"
	"maps"
	"slices"

	"nutgraf"
)

// Subscribe keeps a subscription under its address.
func (s *Store) Subscribe(_ context.Context, f nutgraf.Subscription) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.feeds[f.URL] = f
	return nil
}

// Unsubscribe ends a subscription.
func (s *Store) Unsubscribe(_ context.Context, url string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.feeds[url]; !ok {
		return missing("feed", url)
	}
	delete(s.feeds, url)
	return nil
}

// Subscriptions lists the subscriptions by address.
func (s *Store) Subscriptions(_ context.Context) ([]nutgraf.Subscription, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	out := []nutgraf.Subscription{}
	for _, url := range slices.Sorted(maps.Keys(s.feeds)) {
		out = append(out, s.feeds[url])
	}
	return out, nil
}
