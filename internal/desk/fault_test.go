package desk

import (
	"errors"
	"strings"
	"testing"

	"nutgraf"
)

func TestGuard(t *testing.T) {
	item := &nutgraf.Item{Name: "bell.txt", ID: "bell"}
	err := Guard(item, func() error {
		var none []int
		_ = none[3]
		return nil
	})
	var refused *nutgraf.ItemError
	if !errors.As(err, &refused) || refused.ID != "bell" || !strings.Contains(err.Error(), "bell.txt: a fault of nutgraf") {
		t.Errorf("got %v", err)
	}
	if err := Guard(item, func() error { return nil }); err != nil {
		t.Errorf("no fault, but %v", err)
	}
}
