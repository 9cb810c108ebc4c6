package sqlite

import (
	"context"
	"strconv"
)

// Edition names the state of all articles and stories.
func (s *Store) Edition(ctx context.Context) (string, error) {
	var mark, settled int64
	err := s.one(ctx, "SELECT mark, settled FROM counter", nil, &mark, &settled)
	return strconv.FormatInt(mark, 10) + "." + strconv.FormatInt(settled, 10), s.worded("read the counter", err)
}

// StoryEdition names the state of a story.
func (s *Store) StoryEdition(ctx context.Context, id string) (string, error) {
	var digest string
	err := s.one(ctx, "SELECT digest FROM story WHERE id = ?", []any{id}, &digest)
	if err != nil {
		return "", s.found("story", id, err)
	}
	return digest, nil
}

// ArticleEdition names the state of an article and of its story.
func (s *Store) ArticleEdition(ctx context.Context, id string) (string, error) {
	var state string
	err := s.one(ctx, `SELECT a.stamp || ' ' || a.code || ' ' || a.version || ' ' || coalesce(m.story || ' ' || t.digest, '')
		FROM shown a LEFT JOIN member m ON m.article = a.id LEFT JOIN story t ON t.id = m.story WHERE a.id = ?`, []any{id}, &state)
	if err != nil {
		return "", s.found("article", id, err)
	}
	return state, nil
}
