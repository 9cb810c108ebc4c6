// Package jsonl reads articles as JSON, one object a line: pages
// {"id","url","html"}, texts {"id","text"} with what is known of them (date,
// title, outlet, url, lang, byline), and articles in the contract's form, whose
// blocks are taken over. It holds one line at a time; a line that cannot be
// read costs that line only.
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"nutgraf"
)

// Items yields an article or an error for each line. A line may be twice limit
// bytes long: JSON escapes make text longer.
func Items(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		lines := newLines(r, 2*limit)
		for {
			raw, err := lines.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err == nil && len(raw) == 0 {
				continue
			}
			if lines.number == 1 && err == nil && (string(raw) == "{" || string(raw) == "[") {
				yield(nil, &nutgraf.ItemError{Name: name, Err: errSpread})
				return
			}
			item, err := parse(raw, limit, err)
			if err != nil {
				id := ""
				if item != nil {
					id = item.ID
				}
				if !yield(nil, &nutgraf.ItemError{Name: name, Line: lines.number, ID: id, Err: err}) || lines.broken {
					return
				}
				continue
			}
			item.Name = fmt.Sprintf("%s:%d", name, lines.number)
			if !yield(item, nil) {
				return
			}
		}
		if lines.number == 0 {
			yield(nil, &nutgraf.ItemError{Name: name, Err: nutgraf.ErrEmpty})
		}
	}
}

// errSpread is the error of a file in which an object is spread over lines: said
// once, not for every line.
var errSpread = fmt.Errorf("%w: an article is one object on one line (jq -c makes it so)", nutgraf.ErrFormat)

// Looks reports whether the first bytes of a file are those of a JSON object.
func Looks(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	return len(head) > 0 && head[0] == '{'
}

func parse(raw []byte, limit int64, err error) (*nutgraf.Item, error) {
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(raw) {
		return nil, fmt.Errorf("%w: broken UTF-8", nutgraf.ErrFormat)
	}
	var o object
	if !o.quick(raw) {
		o = object{}
		err = json.Unmarshal(raw, &o)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", nutgraf.ErrFormat, plainly(err))
	}
	item, err := o.item()
	if err == nil && int64(len(item.Body)) > limit {
		err = fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, limit>>20)
	}
	return item, err
}

// plainly words a JSON error for somebody who does not know the program's types.
func plainly(err error) string {
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field == "":
		return fmt.Sprintf("a JSON object is wanted, not %s; an article is one object on one line", article(wrong.Value))
	case errors.As(err, &wrong):
		return fmt.Sprintf("%q cannot be %s", wrong.Field, article(wrong.Value))
	}
	return "not JSON: " + err.Error()
}

func article(noun string) string {
	switch noun {
	case "array", "object":
		return "an " + noun
	case "bool":
		return "a truth value"
	}
	return "a " + noun
}

// lines cuts a stream into lines of bounded length.
type lines struct {
	r      *bufio.Reader
	limit  int64
	number int
	broken bool // the stream itself failed: nothing more will come
	buffer []byte
}

func newLines(r io.Reader, limit int64) *lines {
	return &lines{r: bufio.NewReaderSize(r, 1<<16), limit: limit}
}

// next returns the next line without the white space around it; io.EOF at the
// end. An overlong line is skipped and gives ErrTooLarge.
func (l *lines) next() ([]byte, error) {
	l.buffer = l.buffer[:0]
	tooLong := false
	for {
		part, err := l.r.ReadSlice('\n')
		if int64(len(l.buffer)+len(part)) > l.limit {
			tooLong, l.buffer = true, l.buffer[:0]
		}
		if !tooLong {
			l.buffer = append(l.buffer, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return l.finish(tooLong, err)
	}
}

func (l *lines) finish(tooLong bool, err error) ([]byte, error) {
	if errors.Is(err, io.EOF) && len(l.buffer) == 0 && !tooLong {
		return nil, io.EOF
	}
	l.number++
	if tooLong {
		return nil, fmt.Errorf("%w: a line over %d MB", nutgraf.ErrTooLarge, l.limit>>20)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		l.broken = true
		return nil, err
	}
	raw := l.buffer
	if l.number == 1 {
		raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	}
	return bytes.TrimSpace(raw), nil
}
