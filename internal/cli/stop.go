package cli

import (
	"context"
	"io"
	"os"
	"sync"
)

// lateFile opens its file when it is first read: opening a pipe waits for who
// writes to it.
type lateFile struct {
	path string
	file *os.File
}

// Read opens the file and reads from it.
func (l *lateFile) Read(b []byte) (n int, err error) {
	if l.file == nil {
		if l.file, err = os.Open(l.path); err != nil {
			return 0, err
		}
	}
	n, err = l.file.Read(b)
	if err != nil {
		_ = l.file.Close() // what was read stays read
	}
	return n, err
}

// untilStopped reads from in until the context ends. A read that waits for a
// terminal or a pipe cannot be broken off, so it is left behind.
func untilStopped(ctx context.Context, in io.Reader) io.Reader {
	return &stoppable{ctx: ctx, in: in}
}

type stoppable struct {
	ctx   context.Context
	in    io.Reader
	begin sync.Once
	pipe  *io.PipeReader
}

// Read begins to read from the input when it is first asked, so that a command
// which does not want the input leaves it to others.
func (s *stoppable) Read(b []byte) (int, error) {
	s.begin.Do(func() {
		r, w := io.Pipe()
		s.pipe = r
		go func() {
			_, err := io.Copy(w, s.in)
			w.CloseWithError(err)
		}()
		context.AfterFunc(s.ctx, func() { w.CloseWithError(s.ctx.Err()) })
	})
	return s.pipe.Read(b)
}
