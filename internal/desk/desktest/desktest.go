// Package desktest makes desks for the tests of what asks them.
package desktest

import (
	"context"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/store/memory"
)

// Sample is a desk that holds the sample newsroom.
func Sample() (*desk.Desk, error) {
	items, err := newsroom.Items()
	if err != nil {
		return nil, err
	}
	return Holding(items)
}

// Holding is a desk that has taken items, each a minute after the one before,
// and settled their stories.
func Holding(items []*nutgraf.Item) (*desk.Desk, error) {
	ctx, at := context.Background(), newsroom.Captured()
	d := desk.New(memory.New(), func() time.Time { at = at.Add(time.Minute); return at })
	for _, i := range items {
		if _, err := d.Take(ctx, i); err != nil {
			return nil, err
		}
	}
	return d, d.Settle(ctx, func(int, int) {})
}
