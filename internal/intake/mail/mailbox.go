package mail

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"

	"nutgraf"
)

// separator is the line that begins a message of a mailbox (RFC 4155): the
// sender and the time of delivery. A line of a message that begins alike has no
// such time.
var separator = regexp.MustCompile(`^From .{0,300}\d\d:\d\d.{0,40}\b\d{4}\b`)

// escaped is a line that had to be told from a separator.
var escaped = regexp.MustCompile(`^>+From `)

// LooksBox reports whether head begins like a mailbox.
func LooksBox(head []byte) bool {
	line, rest, ok := bytes.Cut(head, []byte("\n"))
	name, _, _ := bytes.Cut(rest, []byte(":"))
	return ok && separator.Match(line) && len(name) > 0 && !bytes.ContainsAny(name, " \t\n")
}

// BoxItems yields the articles of a mailbox, one of each message. A message that
// cannot be read gives an error in its place; what was passed over is counted in
// one last error that wraps nutgraf.ErrAside.
func BoxItems(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		b := &box{in: bufio.NewReaderSize(r, 1<<16)}
		var a aside
		for n := 1; b.next(); n++ {
			at := fmt.Sprintf("%s:%d", name, n)
			if !message(at, b, limit, &a, yield) {
				return
			}
			if _, err := io.Copy(io.Discard, b); err != nil {
				yield(nil, &nutgraf.ItemError{Name: at, Err: err})
				return
			}
		}
		a.tell(name, yield)
	}
}

// box reads a mailbox: one message at a time, each ending as a file does.
type box struct {
	in      *bufio.Reader
	line    []byte // what is left of a line, or of a piece of a long one
	blank   bool   // whether the line before was empty, as it is before a separator
	midline bool   // whether the piece before ended within a line
	any     bool   // whether something of this message was read
}

// next goes to the next message, if there is one.
func (b *box) next() bool {
	_, err := b.in.Peek(1)
	b.any = false
	return err == nil
}

func (b *box) Read(p []byte) (int, error) {
	if len(b.line) == 0 {
		if err := b.read(); err != nil {
			return 0, err
		}
	}
	n := copy(p, b.line)
	b.line = b.line[n:]
	return n, nil
}

func (b *box) read() error {
	if !b.midline && b.any && b.blank {
		// The separator is short: of a line that is not, the head will do.
		head, _ := b.in.Peek(512)
		line, _, _ := bytes.Cut(head, []byte("\n"))
		if separator.Match(line) {
			return io.EOF
		}
	}
	line, err := b.in.ReadSlice('\n')
	if len(line) == 0 {
		return err
	}
	whole := !b.midline
	b.any, b.midline = true, errors.Is(err, bufio.ErrBufferFull)
	b.blank = whole && len(bytes.TrimRight(line, "\r\n")) == 0
	if whole && escaped.Match(line) {
		line = line[1:]
	}
	b.line = line
	return nil
}
