//go:build unix

package cli

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestStoppedBeforeAPipe: a pipe that nobody writes to does not keep a command
// that is stopped.
func TestStoppedBeforeAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("no pipes here: ", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	ended := make(chan int, 1)
	var errs bytes.Buffer
	go func() { ended <- Run(ctx, []string{"read", pipe}, nil, io.Discard, &errs) }()
	select {
	case status := <-ended:
		if status != statusStopped {
			t.Errorf("ended with %d: %s", status, &errs)
		}
	case <-time.After(30 * time.Second):
		t.Error("it goes on")
	}
}
