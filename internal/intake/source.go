package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// The limits of packed and archived input: MaxUnpacked bytes come out of one
// path; beyond generous bytes no more than MaxRatio times what went in.
const (
	MaxUnpacked = 16 << 30
	MaxRatio    = 200
	generous    = 64 << 20
)

// source is a file, or a member of an archive, on its way in.
type source struct {
	name   string
	in     io.Reader
	size   int64         // of in, when it is a file
	plain  *bufio.Reader // unpacked; set by open
	packed bool          // whether plain is another stream than in
	depth  int           // how many archives are around it
	budget *budget       // what may yet come out of the path
}

// budget is shared by all that comes out of one path.
type budget struct {
	in, out int64
	members int
}

// meter counts what comes out of a packed stream and stops bombs.
type meter struct {
	r      io.Reader
	budget *budget
}

func (m *meter) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.budget.out += int64(n)
	if bomb := m.budget.check(); bomb != nil {
		err = bomb
	}
	return n, err
}

func (b *budget) check() error {
	switch {
	case b.out > MaxUnpacked:
		return fmt.Errorf("%w: over %d GB unpacked", nutgraf.ErrTooLarge, MaxUnpacked>>30)
	case b.out > generous && b.out/MaxRatio > b.in:
		return fmt.Errorf("%w: unpacks to over %d times its size", nutgraf.ErrTooLarge, MaxRatio)
	}
	return nil
}

// inflow counts what goes into an unpacker.
type inflow struct {
	r      io.Reader
	budget *budget
}

func (i *inflow) Read(p []byte) (int, error) {
	n, err := i.r.Read(p)
	i.budget.in += int64(n)
	return n, err
}

// open unpacks gzip and zstd streams by their first bytes, once; others are
// read as they are.
func (s *source) open() (closing func(), err error) {
	if s.budget == nil {
		s.budget = &budget{}
	}
	in := bufio.NewReaderSize(s.in, 1<<16)
	head, _ := in.Peek(4)
	gz := strings.HasPrefix(string(head), "\x1f\x8b")
	if !gz && string(head) != "\x28\xb5\x2f\xfd" {
		s.plain = in
		return func() {}, nil
	}
	s.packed = true
	counted := bufio.NewReaderSize(&inflow{in, s.budget}, 1<<12)
	var out io.Reader
	if gz {
		z, err := gzip.NewReader(counted)
		if err != nil {
			return nil, fmt.Errorf("%w: broken gzip", nutgraf.ErrFormat)
		}
		out, closing = &pieces{z: z, in: counted}, func() { z.Close() }
	} else {
		z, err := zstd.NewReader(counted, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(128<<20), zstd.WithDecoderMaxMemory(1<<62))
		if err != nil {
			return nil, fmt.Errorf("%w: broken zstd", nutgraf.ErrFormat)
		}
		out, closing = wordedReader{z, "zstd"}, z.Close
	}
	s.plain = bufio.NewReaderSize(&meter{out, s.budget}, 1<<16)
	return closing, nil
}

// wordedReader says in plain words that a packed stream is broken.
type wordedReader struct {
	r    io.Reader
	what string
}

func (w wordedReader) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	switch {
	case err == nil || errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
	case errors.Is(err, io.ErrUnexpectedEOF):
		err = fmt.Errorf("%w: %s cut short (%w)", nutgraf.ErrFormat, w.what, io.ErrUnexpectedEOF)
	default:
		err = fmt.Errorf("%w: broken %s", nutgraf.ErrFormat, w.what)
	}
	return n, err
}
