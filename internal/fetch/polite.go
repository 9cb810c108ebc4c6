package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"nutgraf"
)

// host is what is known of a host, scheme and port included.
type host struct {
	slots chan struct{} // one for each request at a time

	mu    sync.Mutex
	next  time.Time // before which no request may begin
	until time.Time // before which the host wants no request at all
	delay time.Duration

	asking sync.Mutex // held while robots.txt is being asked
	robots *robots
	denied error // why nothing may be fetched; nil when robots decides
	asked  time.Time
}

func (f *Fetcher) host(u *url.URL) *host {
	f.mu.Lock()
	defer f.mu.Unlock()
	key := u.Scheme + "://" + u.Host
	h := f.hosts[key]
	if h == nil {
		h = &host{slots: make(chan struct{}, mostAtOnce), delay: max(f.o.Delay, 0)}
		f.hosts[key] = h
	}
	return h
}

// ask asks for an address when its host's turn has come, and again when the
// host asks to come back soon.
func (f *Fetcher) ask(ctx context.Context, u *url.URL, before *nutgraf.Web) (*answer, error) {
	h := f.host(u)
	for try := 1; ; try++ {
		a, err := f.turn(ctx, h, u, order{before: before, limit: f.o.Limit})
		if err != nil || a.retry == 0 || a.status != http.StatusTooManyRequests && a.status != http.StatusServiceUnavailable {
			return a, err
		}
		h.mu.Lock()
		h.until = f.o.Now().Add(a.retry)
		h.mu.Unlock()
		if a.retry > f.o.Patience || try == mostTries {
			return nil, comeBack(a.retry)
		}
	}
}

func comeBack(wait time.Duration) error {
	return fmt.Errorf("%w now: the server asks to come back in %s", nutgraf.ErrForbidden, wait.Round(time.Second))
}

// turn waits for the host's turn and asks once.
func (f *Fetcher) turn(ctx context.Context, h *host, u *url.URL, o order) (*answer, error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-h.slots }()
	h.mu.Lock()
	now := f.o.Now()
	if wait := h.until.Sub(now); wait > f.o.Patience {
		h.mu.Unlock()
		return nil, comeBack(wait)
	}
	begin := now
	for _, t := range []time.Time{h.next, h.until} {
		if t.After(begin) {
			begin = t
		}
	}
	h.next = begin.Add(h.delay)
	h.mu.Unlock()
	if err := sleep(ctx, begin.Sub(now)); err != nil {
		return nil, err
	}
	return f.once(ctx, u, o)
}

func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// retryAfter reads the header Retry-After, in seconds or as a date.
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if s, err := strconv.ParseInt(value, 10, 64); err == nil && s >= 0 {
		return time.Duration(min(s, 7*24*3600)) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil && at.After(now) {
		return min(at.Sub(now), 7*24*time.Hour)
	}
	return 0
}

// permitted asks the host's robots.txt, once a day, whether an address may be
// fetched.
func (f *Fetcher) permitted(ctx context.Context, u *url.URL) error {
	h := f.host(u)
	h.asking.Lock()
	defer h.asking.Unlock()
	if now := f.o.Now(); h.asked.IsZero() || now.Sub(h.asked) > robotsLife {
		r, err := f.robots(ctx, h, u)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		h.robots, h.denied, h.asked = r, err, now
		if r != nil && f.o.Delay >= 0 {
			h.mu.Lock()
			h.delay = max(f.o.Delay, r.delay)
			h.mu.Unlock()
		}
	}
	switch {
	case h.denied != nil:
		return h.denied
	case !h.robots.allows(u.RequestURI()):
		return fmt.Errorf("%w: the site's robots.txt denies it", nutgraf.ErrForbidden)
	}
	return nil
}

// robots fetches a host's robots.txt. None allows everything; one that cannot
// be had now denies everything (RFC 9309, 2.3.1).
func (f *Fetcher) robots(ctx context.Context, h *host, u *url.URL) (*robots, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range 6 {
		a, err := f.turn(ctx, h, at, order{limit: robotsSize, cut: true})
		switch {
		case errors.Is(err, nutgraf.ErrTooLarge), errors.Is(err, nutgraf.ErrFormat):
			return &robots{}, nil
		case err != nil:
			return nil, err
		case a.status >= 500 || a.status == http.StatusTooManyRequests:
			return nil, fmt.Errorf("%w: its robots.txt cannot be had now (%d)", nutgraf.ErrForbidden, a.status)
		case a.status >= 400:
			return &robots{}, nil
		}
		to := a.redirect()
		if to == "" {
			c := Capture{}
			if err := c.take(a, robotsSize); err != nil && len(c.Body) == 0 {
				return &robots{}, nil
			}
			return parseRobots(c.Body, Product), nil
		}
		if at, err = follow(at, to); err != nil {
			return &robots{}, nil
		}
		h = f.host(at)
	}
	return &robots{}, nil
}
