package inorder_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"nutgraf/internal/inorder"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestMapKeepsOrder(t *testing.T) {
	in := make([]int, 500)
	want := make([]int, len(in))
	for i := range in {
		in[i], want[i] = i, i*i
	}
	for _, workers := range []int{0, 1, 3, 16} {
		got := slices.Collect(inorder.Map(slices.Values(in), workers, func(i int) int {
			if i%50 == 0 {
				time.Sleep(time.Millisecond)
			}
			return i * i
		}))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d workers (-want +got):\n%s", workers, diff)
		}
	}
}

func TestMapStopsWithItsConsumer(t *testing.T) {
	begun := 0
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
			begun++
		}
	}
	for got := range inorder.Map(endless, 2, func(i int) int { return i }) {
		if got == 10 {
			break
		}
	}
	if begun > 40 {
		t.Errorf("%d items were begun after the consumer had stopped at 10", begun)
	}
}
