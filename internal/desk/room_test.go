package desk

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

// TestPlacesHaveOneName: lists call a place by one name, whatever a story calls it.
func TestPlacesHaveOneName(t *testing.T) {
	r, err := newRoom()
	if err != nil {
		t.Fatal(err)
	}
	var p nutgraf.StoryPage
	for _, name := range []string{"U.S.", "Port Ansel", "United States of America", "German"} {
		p.Entities = append(p.Entities, nutgraf.StoryEntity{Type: nutgraf.Place, Name: name})
	}
	if diff := cmp.Diff([]string{"Port Ansel", "United States"}, r.line(&p, time.Time{}).Places); diff != "" {
		t.Error(diff)
	}
}

// A command that reads a few articles waits for this first.
func BenchmarkCompileStages(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newRoom(); err != nil {
			b.Fatal(err)
		}
	}
}
