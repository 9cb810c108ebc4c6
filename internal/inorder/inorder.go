// Package inorder maps a sequence on all cores and gives the results in the
// order of the input, with a bounded number of items in flight. It knows
// nothing of articles.
package inorder

import (
	"iter"
	"runtime"
	"sync"
)

// Map applies work to every item of in on up to workers goroutines (all cores
// when workers is not positive) and yields the results in input order. At most
// four items a worker are in flight. When the consumer stops, no further item
// is begun and the goroutines end before Map returns.
func Map[T, R any](in iter.Seq[T], workers int, work func(T) R) iter.Seq[R] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(R) bool) {
		p := &pool[T, R]{
			slots: make(chan chan R, 4*workers),
			jobs:  make(chan job[T, R], workers),
			stop:  make(chan struct{}),
		}
		p.start(in, workers, work)
		defer p.wait.Wait()
		defer close(p.stop)
		for slot := range p.slots {
			if !yield(<-slot) {
				return
			}
		}
	}
}

type job[T, R any] struct {
	item T
	slot chan R
}

type pool[T, R any] struct {
	slots chan chan R
	jobs  chan job[T, R]
	stop  chan struct{}
	wait  sync.WaitGroup
}

func (p *pool[T, R]) start(in iter.Seq[T], workers int, work func(T) R) {
	p.wait.Go(func() { p.feed(in) })
	for range workers {
		p.wait.Go(func() {
			for j := range p.jobs {
				j.slot <- work(j.item)
			}
		})
	}
}

// feed hands every item to a worker and its slot to the consumer, in order.
func (p *pool[T, R]) feed(in iter.Seq[T]) {
	defer close(p.slots)
	defer close(p.jobs)
	for item := range in {
		j := job[T, R]{item, make(chan R, 1)}
		select {
		case p.slots <- j.slot:
		case <-p.stop:
			return
		}
		select {
		case p.jobs <- j:
		case <-p.stop:
			return
		}
	}
}
