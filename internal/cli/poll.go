package cli

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/gate"
)

// poller asks the subscribed feeds for news while a server runs.
type poller struct {
	env   *env
	desk  *desk.Desk
	flags webFlags
	every time.Duration // how long a feed is left alone
	log   *slog.Logger
	meter *gate.Meter
}

// glance is how often the poller looks whose turn it is.
const glance = time.Minute

// run goes on until the context ends. What fails is logged, kept with the feed,
// and tried again when its turn comes.
func (p *poller) run(ctx context.Context) {
	for {
		if err := p.round(ctx); err != nil && ctx.Err() == nil {
			p.log.Warn("feeds could not be asked", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(min(glance, p.every)):
		}
	}
}

// round asks the feeds whose turn it is, and settles the stories once.
func (p *poller) round(ctx context.Context) (err error) {
	due, err := p.due(ctx)
	if err != nil || len(due) == 0 {
		return err
	}
	src, err := p.env.source(ctx, &p.flags, p.desk)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.close()) }()
	all := 0
	for _, s := range due {
		n, err := p.ask(ctx, src.web, s)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		all += n
		p.meter.Checked(err != nil, n)
		after := nutgraf.Subscription{URL: s.URL, Tried: time.Now(), Taken: n}
		if err != nil {
			after.Problem = oneLine(err.Error())
			p.log.Warn("feed failed", "feed", s.URL, "error", after.Problem)
		}
		if err := p.desk.Subscribe(ctx, after); err != nil {
			return err
		}
	}
	if all == 0 {
		return nil
	}
	p.log.Info("articles taken from feeds", "feeds", len(due), "articles", all)
	return p.desk.Settle(ctx, func(int, int) {})
}

func (p *poller) due(ctx context.Context) ([]nutgraf.Subscription, error) {
	all, err := p.desk.Subscriptions(ctx)
	var out []nutgraf.Subscription
	for _, s := range all {
		if time.Since(s.Tried) >= p.every {
			out = append(out, s)
		}
	}
	return out, err
}

// ask takes what is new in a feed and returns how many articles that were.
func (p *poller) ask(ctx context.Context, w *courier, s nutgraf.Subscription) (int, error) {
	name, parsed, err := w.subscribe(s.URL)
	if err != nil {
		return 0, err
	}
	n := 0
	err = p.desk.TakeAll(ctx, w.newEntries(name, parsed), func(t desk.Taken, refused error) {
		switch {
		case refused != nil:
			p.log.Info("article refused", "feed", s.URL, "error", oneLine(refused.Error()))
		case t.Outcome.Changes():
			n++
		}
	})
	return n, err
}
