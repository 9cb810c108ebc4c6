package reply

import (
	"container/list"
	"context"
	"fmt"
	"net/http"
	"runtime"
	"sync"
	"time"
)

// Manner is how a Press keeps replies.
type Manner struct {
	Most     int              // bytes of replies that are kept
	Patience time.Duration    // how long a reader waits for a new reply where an old one may do
	Oldest   time.Duration    // how long after it was last right an old reply may do; 0: never
	Making   time.Duration    // how long making one may take
	Now      func() time.Time // time.Now when nil
}

// Press makes replies and keeps them, so that many readers of one page cost one
// making. It is told what a reply rests on; a reply is right as long as that
// stays. One that is not is made anew, by one maker however many ask. The
// readers wait for it, or, past their patience, get the old one if it was right
// a moment ago. It is safe for concurrent use.
type Press struct {
	Manner
	makers chan struct{} // holds one for each reply that is being made

	mu     sync.Mutex
	order  *list.List // of *kept, latest asked first
	at     map[string]*list.Element
	making map[string]*making
	bytes  int
}

// kept is a reply that was made.
type kept struct {
	key   string
	state string // what it rests on
	right time.Time
	reply *Reply
}

// making is a reply that is being made, for all who wait for it.
type making struct {
	state string
	done  chan struct{}
	reply *Reply
	err   error
}

// NewPress returns an empty press.
func NewPress(m Manner) *Press {
	if m.Now == nil {
		m.Now = time.Now
	}
	return &Press{
		Manner: m, makers: make(chan struct{}, max(2, runtime.GOMAXPROCS(0))),
		order: list.New(), at: map[string]*list.Element{}, making: map[string]*making{},
	}
}

// Maker makes a reply. Its context does not end when the reader goes.
type Maker func(ctx context.Context) (*Reply, error)

// Reply returns the reply under a key. state names all that it rests on: the
// same key and state always yield the same reply.
func (p *Press) Reply(ctx context.Context, key, state string, do Maker) (*Reply, error) {
	old, m, mine := p.look(ctx, key, state, do)
	if m == nil {
		return old, nil
	}
	var impatient <-chan time.Time
	if old != nil {
		timer := time.NewTimer(p.Patience)
		defer timer.Stop()
		impatient = timer.C
	}
	for {
		select {
		case <-m.done:
		case <-impatient:
			return old, nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if mine || m.state == state {
			return m.reply, m.err
		}
		// It was begun before this reader came and may lack what came between.
		var fresh *Reply
		if fresh, m, _ = p.look(ctx, key, state, do); m == nil {
			return fresh, nil
		}
		mine = true // whoever began it did so after this reader had come
	}
}

// look returns the reply that is kept, when it is right; else what is being made,
// whether it was begun by this call, and the old reply if that may do.
func (p *Press) look(ctx context.Context, key, state string, do Maker) (*Reply, *making, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var old *Reply
	if e := p.at[key]; e != nil {
		k := e.Value.(*kept)
		p.order.MoveToFront(e)
		if k.state == state {
			k.right = p.Now()
			return k.reply, nil, false
		}
		if p.Now().Sub(k.right) < p.Oldest {
			old = k.reply
		}
	}
	if m := p.making[key]; m != nil {
		return old, m, false
	}
	m := &making{state: state, done: make(chan struct{})}
	p.making[key] = m
	go p.make(context.WithoutCancel(ctx), key, m, do)
	return old, m, true
}

// make makes a reply when its turn has come.
func (p *Press) make(ctx context.Context, key string, m *making, do Maker) {
	p.makers <- struct{}{}
	ctx, stop := context.WithTimeout(ctx, p.Making)
	defer stop()
	begun := p.Now()
	m.reply, m.err = attempt(ctx, do)
	if m.err == nil {
		m.reply.prepare()
	}
	<-p.makers
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.making, key)
	if m.err == nil && m.reply.Status == http.StatusOK {
		p.keep(&kept{key, m.state, begun, m.reply})
	}
	close(m.done)
}

// attempt turns a maker's panic into an error: it runs where no server would
// catch it.
func attempt(ctx context.Context, do Maker) (a *Reply, err error) {
	defer func() {
		if x := recover(); x != nil {
			a, err = nil, fmt.Errorf("making a reply: %v", x)
		}
	}()
	return do(ctx)
}

// keep keeps a reply in place of the one under its key, and lets go of those
// that nobody has asked for longest.
func (p *Press) keep(k *kept) {
	if e := p.at[k.key]; e != nil {
		p.drop(e)
	}
	if k.reply.size() > p.Most/8 {
		return // one that is very large would put out all others
	}
	p.at[k.key] = p.order.PushFront(k)
	for p.bytes += k.reply.size(); p.bytes > p.Most; {
		p.drop(p.order.Back())
	}
}

func (p *Press) drop(e *list.Element) {
	k := e.Value.(*kept)
	p.order.Remove(e)
	delete(p.at, k.key)
	p.bytes -= k.reply.size()
}
