package desk

import (
	"context"

	"nutgraf"
)

// Subscribe keeps a subscription, in place of what is held under its address.
// What the new one does not say stays as it was; articles taken are added up.
func (d *Desk) Subscribe(ctx context.Context, s nutgraf.Subscription) error {
	all, err := d.store.Subscriptions(ctx)
	if err != nil {
		return err
	}
	if s.Added.IsZero() {
		s.Added = d.clock()
	}
	for _, old := range all {
		if old.URL != s.URL {
			continue
		}
		s.Added = old.Added
		if s.Title == "" {
			s.Title = old.Title
		}
		if s.Site == "" {
			s.Site = old.Site
		}
		if s.Checked.IsZero() {
			s.Checked, s.Web = old.Checked, old.Web
		}
		if s.Tried.IsZero() {
			s.Tried, s.Problem = old.Tried, old.Problem
		}
		s.Taken += old.Taken
	}
	return d.store.Subscribe(ctx, s)
}

// Unsubscribe ends a subscription. The articles that came by it stay.
func (d *Desk) Unsubscribe(ctx context.Context, url string) error {
	return d.store.Unsubscribe(ctx, url)
}

// Subscriptions lists the subscriptions by address.
func (d *Desk) Subscriptions(ctx context.Context) ([]nutgraf.Subscription, error) {
	return d.store.Subscriptions(ctx)
}
