package memory

import (
	"context"
	"fmt"
)

// Edition names the state of all articles and stories.
func (s *Store) Edition(context.Context) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return fmt.Sprintf("%d.%d", s.mark, s.settled), nil
}

// StoryEdition names the state of a story.
func (s *Store) StoryEdition(_ context.Context, id string) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	p, ok := s.stories[id]
	if !ok {
		return "", missing("story", id)
	}
	return p.Digest, nil
}

// ArticleEdition names the state of an article and of its story.
func (s *Store) ArticleEdition(_ context.Context, id string) (string, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	f, ok := s.articles[id]
	if !ok {
		return "", missing("article", id)
	}
	story := s.storyOf[id]
	return fmt.Sprintf("%s %s %d %s %s", f.Stamp, f.Code, f.Version, story, s.stories[story].Digest), nil
}
