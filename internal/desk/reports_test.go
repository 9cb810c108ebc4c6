package desk_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"nutgraf"
	"nutgraf/internal/desk"
)

// shelf holds documents by id; what is not there fails with its error.
type shelf struct {
	docs  map[string]*nutgraf.Document
	err   error
	asked int
}

func (s *shelf) Document(_ context.Context, id string) (*nutgraf.Document, error) {
	s.asked++
	if d := s.docs[id]; d != nil {
		return d, nil
	}
	return nil, fmt.Errorf("document %s: %w", id, s.err)
}

func (s *shelf) Article(ctx context.Context, id string) (*nutgraf.Filed, error) {
	d, err := s.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	return &nutgraf.Filed{Doc: *d}, nil
}

// An article that was withdrawn meanwhile is left out; a store that cannot be
// read must not make an answer that looks whole.
func TestLookUpsTellWhatFailed(t *testing.T) {
	locked := fmt.Errorf("busy: %w", nutgraf.ErrLocked)
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"withdrawn", nutgraf.ErrNotFound, nil},
		{"in use", locked, nutgraf.ErrLocked},
	} {
		from := &shelf{docs: map[string]*nutgraf.Document{"a": {ID: "a"}}, err: c.err}
		docs, reports := desk.NewDocuments(t.Context(), from), desk.NewReports(t.Context(), from)
		if docs.Document("gone") != nil || reports.Document("gone") != nil || reports.Findings("gone") != nil {
			t.Errorf("%s: found what is not held", c.name)
		}
		if docs.Document("a") == nil || reports.Document("a") == nil || reports.Findings("a") == nil {
			t.Errorf("%s: the rest does not go on", c.name)
		}
		if !errors.Is(docs.Err(), c.want) || !errors.Is(reports.Err(), c.want) {
			t.Errorf("%s: %v, %v; want %v", c.name, docs.Err(), reports.Err(), c.want)
		}
	}
}

func TestDocumentsAreAskedForOnce(t *testing.T) {
	from := &shelf{docs: map[string]*nutgraf.Document{"a": {ID: "a"}}, err: nutgraf.ErrNotFound}
	docs := desk.NewDocuments(t.Context(), from)
	for range 3 {
		docs.Document("a")
		docs.Document("gone")
	}
	if from.asked != 2 {
		t.Errorf("asked %d times for two documents", from.asked)
	}
}
