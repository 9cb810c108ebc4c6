package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"

	"nutgraf"
)

// pieces reads a gzip file of one piece or many, as web archives have one for
// each record. A piece that is broken gives one error that wraps
// nutgraf.ErrDamaged; who reads on gets the next piece.
type pieces struct {
	z    *gzip.Reader
	in   *bufio.Reader
	lost bool  // the next piece has yet to be found
	err  error // nothing more will come
}

func (p *pieces) Read(b []byte) (int, error) {
	if p.lost && p.err == nil {
		p.lost, p.err = false, p.seek()
	}
	if p.err != nil {
		return 0, p.err
	}
	n, err := p.z.Read(b)
	switch {
	case err == nil:
	case errors.Is(err, io.ErrUnexpectedEOF):
		p.err = fmt.Errorf("%w: gzip cut short (%w)", nutgraf.ErrFormat, io.ErrUnexpectedEOF)
		err = p.err
	case errors.Is(err, io.EOF):
		p.err = io.EOF
	default:
		p.lost, err = true, fmt.Errorf("%w: broken gzip", nutgraf.ErrDamaged)
	}
	return n, err
}

// seek goes to the next piece: to where gzip's mark stands and a header can be
// read.
func (p *pieces) seek() error {
	for {
		head, err := p.in.Peek(3)
		if err != nil {
			return io.EOF
		}
		if string(head) == "\x1f\x8b\x08" && p.z.Reset(p.in) == nil {
			return nil
		}
		if _, err := p.in.Discard(1); err != nil {
			return io.EOF
		}
	}
}

// head returns the first bytes of an open source, by which its format is known.
func (s *source) head() ([]byte, error) {
	head, err := s.plain.Peek(1024)
	switch {
	case err == nil || errors.Is(err, io.EOF):
		return head, nil
	case !errors.Is(err, nutgraf.ErrDamaged) || len(head) == 0:
		return nil, err
	}
	// Peeking has met the gap and swallowed its error: put it back.
	head = bytes.Clone(head)
	rest := s.plain
	_, _ = rest.Discard(len(head)) // they are there: they were peeked at
	s.plain = bufio.NewReaderSize(&gap{head: head, err: err, rest: rest}, 1<<16)
	return head, nil
}

// gap reads head, gives err once, and reads on.
type gap struct {
	head []byte
	err  error
	rest io.Reader
}

func (g *gap) Read(p []byte) (int, error) {
	if len(g.head) > 0 {
		n := copy(p, g.head)
		g.head = g.head[n:]
		return n, nil
	}
	if err := g.err; err != nil {
		g.err = nil
		return 0, err
	}
	return g.rest.Read(p)
}
