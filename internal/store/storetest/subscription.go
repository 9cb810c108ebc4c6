package storetest

import (
	"context"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
)

func subscriptions(t *testing.T, s desk.Store) {
	ctx, at := context.Background(), time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	light := nutgraf.Subscription{
		URL: "https://light.example/rss", Title: "The Harbour Light", Site: "https://light.example/", Added: at, Checked: at.Add(time.Hour),
		Tried: at.Add(2 * time.Hour), Problem: "no answer within a minute", Taken: 12,
		Web: nutgraf.Web{ETag: `"x"`, Modified: "Sun, 01 Mar 2026 12:00:00 GMT", Usage: []string{"x-robots-tag: noai"}},
	}
	eikdal := nutgraf.Subscription{URL: "https://eikdal.example/feed", Added: at}
	list := must[[]nutgraf.Subscription](t)
	same(t, "none", []nutgraf.Subscription{}, list(s.Subscriptions(ctx)))
	for _, f := range []nutgraf.Subscription{light, eikdal, {URL: light.URL, Title: "Old", Added: at}, light} {
		if err := s.Subscribe(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "by address, each once", []nutgraf.Subscription{eikdal, light}, list(s.Subscriptions(ctx)))
	if err := s.Unsubscribe(ctx, eikdal.URL); err != nil {
		t.Fatal(err)
	}
	wantNotFound(t, "unsubscribe twice", s.Unsubscribe(ctx, eikdal.URL))
	same(t, "the one that is left", []nutgraf.Subscription{light}, list(s.Subscriptions(ctx)))
	_, waiting, err := s.Pending(ctx)
	if err != nil || waiting {
		t.Errorf("stories wait after a subscription: %v, error %v", waiting, err)
	}
}

// webComesBack: what a server said of a capture stays with it.
func webComesBack(t *testing.T, s desk.Store) {
	f := sample("a1")
	f.Item.Web = &nutgraf.Web{ETag: `"x"`, Usage: []string{"tdm-reservation: 1"}}
	f.Item.Captured = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	file(t, s, f)
	got := must[*nutgraf.Filed](t)(s.Article(context.Background(), "a1"))
	same(t, "what the server said", f.Item.Web, got.Item.Web)
	same(t, "when it was captured", f.Item.Captured, got.Item.Captured)
}
