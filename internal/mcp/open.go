package mcp

import (
	"context"
	"encoding/json"
	"io"
	"sync"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
)

// patience is how long the last answers are waited for once an assistant has
// said all.
const patience = time.Minute

// open keeps the calls that are not answered yet. Answers are written through it.
type open struct {
	out   io.Writer
	mu    sync.Mutex
	calls map[any]bool
	fewer chan struct{} // told when a call was answered
}

// asked notes a call, or that one is not to be answered any more.
func (o *open) asked(r *jsonrpc.Request) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if r.IsCall() {
		o.calls[r.ID.Raw()] = true
	}
	if r.Method != "notifications/cancelled" {
		return
	}
	var which struct {
		ID json.RawMessage `json:"requestId"`
	}
	if json.Unmarshal(r.Params, &which) != nil {
		return
	}
	// An id is read as those of messages are, so that numbers compare.
	if m, err := jsonrpc.DecodeMessage([]byte(`{"jsonrpc":"2.0","method":"x","id":` + string(which.ID) + `}`)); err == nil {
		delete(o.calls, m.(*jsonrpc.Request).ID.Raw())
	}
}

// Write passes answers on. When they cannot be, none is waited for.
func (o *open) Write(b []byte) (int, error) {
	n, err := o.out.Write(b)
	o.mu.Lock()
	defer o.mu.Unlock()
	if err != nil {
		clear(o.calls)
	}
	for _, one := range parted(b) {
		if m, bad := jsonrpc.DecodeMessage(one); bad == nil {
			if r, ok := m.(*jsonrpc.Response); ok {
				delete(o.calls, r.ID.Raw())
			}
		}
	}
	select {
	case o.fewer <- struct{}{}:
	default:
	}
	return n, err
}

// Close leaves the output open for who lent it.
func (*open) Close() error { return nil }

// parted are the messages of a line, which may be a batch.
func parted(line []byte) []json.RawMessage {
	var all []json.RawMessage
	if json.Unmarshal(line, &all) == nil && all != nil {
		return all
	}
	return []json.RawMessage{line}
}

// wait returns when every call is answered, or when there is no point in waiting
// any longer.
func (o *open) wait(ctx context.Context) {
	late := time.After(patience)
	for o.left() > 0 {
		select {
		case <-o.fewer:
		case <-ctx.Done():
			return
		case <-late:
			return
		}
	}
}

func (o *open) left() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.calls)
}
