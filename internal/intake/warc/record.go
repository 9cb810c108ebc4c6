package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"nutgraf"
)

// The limits of headers, in bytes and lines.
const (
	longestLine = 1 << 16
	mostLines   = 1000
)

// record is one record; its block must be read before the next is asked for.
type record struct {
	header textproto.MIMEHeader
	block  *bufio.Reader
}

// uri is the address of the record, without the angle brackets that some
// writers of WARC 1.0 put around it.
func (rec *record) uri() string {
	if rec == nil {
		return ""
	}
	return strings.Trim(rec.header.Get("Warc-Target-Uri"), "<> ")
}

// reader cuts an archive into records.
type reader struct {
	in     *bufio.Reader
	left   *block // of the record before
	number int    // of the record, from 1
	ended  bool   // nothing more will come
}

func newReader(r io.Reader) *reader {
	return &reader{in: bufio.NewReaderSize(r, longestLine)}
}

// next returns the next record; io.EOF at the end. After an error, next goes on
// with the next record unless the reader has ended.
func (r *reader) next() (*record, error) {
	if err := r.finish(); err != nil {
		return nil, err
	}
	lost, err := r.seek()
	if err != nil {
		return nil, err
	}
	r.number++
	if lost {
		return nil, fmt.Errorf("%w: no record where one should begin; looked for the next", nutgraf.ErrFormat)
	}
	if _, err := line(r.in); err != nil {
		return nil, r.broken(err)
	}
	header, err := fields(r.in)
	if err != nil {
		return nil, r.broken(err)
	}
	size, err := strconv.ParseInt(strings.TrimSpace(header.Get("Content-Length")), 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("%w: a record without a length", nutgraf.ErrFormat)
	}
	r.left = &block{in: r.in, left: size}
	return &record{header: header, block: bufio.NewReaderSize(r.left, 1<<12)}, nil
}

// finish reads what is left of the record before.
func (r *reader) finish() error {
	if r.left == nil {
		return nil
	}
	left := r.left
	r.left = nil
	if _, err := io.Copy(io.Discard, left); err != nil {
		return r.broken(err)
	}
	return nil
}

// block reads a record's block. An error stays: what comes behind a gap belongs
// to another record.
type block struct {
	in   *bufio.Reader
	left int64
	err  error
}

func (b *block) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, io.EOF
	}
	if b.err != nil {
		return 0, b.err
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if errors.Is(err, io.EOF) && b.left > 0 {
		err = io.ErrUnexpectedEOF
	}
	b.err = err
	return n, err
}

// seek goes to the beginning of the next record: past blank lines, or, where a
// length was wrong, past what is no record.
func (r *reader) seek() (lost bool, err error) {
	for {
		head, err := r.in.Peek(5)
		if errors.Is(err, nutgraf.ErrDamaged) {
			return false, r.broken(err)
		}
		if string(head) == "WARC/" && !lost {
			return false, nil
		}
		if string(head) == "WARC/" {
			return true, nil
		}
		if len(head) == 0 {
			if errors.Is(err, io.EOF) {
				r.ended = true
				if lost {
					return true, nil
				}
				return false, io.EOF
			}
			return false, r.broken(err)
		}
		part, err := r.in.ReadSlice('\n')
		if len(bytes.TrimSpace(part)) > 0 {
			lost = true
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) && !errors.Is(err, io.EOF) {
			return false, r.broken(err)
		}
	}
}

// broken words an error after which nothing more can be read, or which costs
// the record only.
func (r *reader) broken(err error) error {
	if errors.Is(err, nutgraf.ErrFormat) {
		return err
	}
	if errors.Is(err, nutgraf.ErrDamaged) {
		return fmt.Errorf("%w; went on behind it", err)
	}
	r.ended = true
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: the archive is cut short here", nutgraf.ErrFormat)
	}
	return fmt.Errorf("%w: the archive is broken here: %w", nutgraf.ErrFormat, err)
}

// line reads one line without its end.
func line(in *bufio.Reader) (string, error) {
	raw, err := in.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		return "", fmt.Errorf("%w: a header line over %d KB", nutgraf.ErrFormat, len(raw)>>10)
	}
	if err != nil && (len(raw) == 0 || !errors.Is(err, io.EOF)) {
		return "", err
	}
	return strings.TrimRight(string(raw), "\r\n"), err
}

// fields reads header lines up to a blank line. It takes what the standard
// library's parser refuses: bytes that are not ASCII, lines without a colon.
func fields(in *bufio.Reader) (textproto.MIMEHeader, error) {
	h, last := textproto.MIMEHeader{}, ""
	for range mostLines {
		text, err := line(in)
		if err != nil && (text == "" || !errors.Is(err, io.EOF)) {
			return h, err
		}
		if text == "" {
			return h, nil
		}
		if text[0] == ' ' || text[0] == '\t' {
			if v := h[last]; len(v) > 0 {
				v[len(v)-1] += " " + strings.TrimSpace(text)
			}
			continue
		}
		key, value, ok := strings.Cut(text, ":")
		if !ok {
			continue
		}
		last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(key))
		h[last] = append(h[last], strings.TrimSpace(value))
	}
	return h, fmt.Errorf("%w: over %d header lines", nutgraf.ErrFormat, mostLines)
}

// parseHead reads the status line and the header of an HTTP answer.
func parseHead(in *bufio.Reader) (status string, head textproto.MIMEHeader, ok bool) {
	first, err := line(in)
	if err != nil || !strings.HasPrefix(first, "HTTP/") {
		return "", nil, false
	}
	words := strings.Fields(first)
	if len(words) < 2 {
		return "", nil, false
	}
	head, err = fields(in)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", nil, false
	}
	return words[1], head, true
}
