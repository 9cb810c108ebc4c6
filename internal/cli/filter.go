package cli

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"iter"
	"strconv"
	"time"

	"nutgraf"
	"nutgraf/internal/wire"
)

// number is a flag's number from 0 on.
type number int

func (n *number) String() string { return strconv.Itoa(int(*n)) }

// Set reads the number.
func (n *number) Set(s string) error {
	v, err := strconv.Atoi(s)
	if err != nil || v < 0 {
		return errors.New("a number from 0 on is wanted")
	}
	*n = number(v)
	return nil
}

// numberFlag defines a flag that takes a number from 0 on.
func numberFlag(fs *flag.FlagSet, name string, value int, usage string) *int {
	fs.Var((*number)(&value), name, usage)
	return &value
}

// long is a flag's length of time from 0 on.
type long time.Duration

func (l *long) String() string { return time.Duration(*l).String() }

// Set reads the length of time.
func (l *long) Set(s string) error {
	v, err := time.ParseDuration(s)
	if err != nil || v < 0 {
		return errors.New("a length of time from 0 on is wanted, as in 90s or 10m")
	}
	*l = long(v)
	return nil
}

// longFlag defines a flag that takes a length of time from 0 on.
func longFlag(fs *flag.FlagSet, name string, value time.Duration, usage string) *time.Duration {
	fs.Var((*long)(&value), name, usage)
	return &value
}

func workersFlag(fs *flag.FlagSet) *int {
	return numberFlag(fs, "workers", 0, "`N` articles at a time; all cores when 0. The output is the same for any number")
}

// filter reads articles, works on them in parallel and writes one JSON object a
// line, in the order of the input.
func filter(ctx context.Context, e *env, paths []string, workers int, work func(*nutgraf.Document) *wire.Article) error {
	type encoded struct {
		line []byte
		err  error
	}
	var failed error
	err := collect(ctx, e, paths, workers, func(doc *nutgraf.Document) encoded {
		line, err := jsonLine(work(doc))
		return encoded{line, err}
	}, func(l encoded) {
		if failed == nil && l.err == nil {
			_, l.err = e.out.Write(l.line)
		}
		failed = cmp.Or(failed, l.err)
	})
	return cmp.Or(err, failed)
}

// arrival is an article that came in, or the error in its place.
type arrival struct {
	item *nutgraf.Item
	err  error
}

// arrivals yields the articles of the paths, each under an id of its own. No
// path at all means standard input.
func arrivals(src *source, paths []string) iter.Seq[arrival] {
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	ids := idKeeper{}
	return func(yield func(arrival) bool) {
		for item, err := range src.Items(paths) {
			if item != nil {
				item.ID = ids.own(item.ID)
			}
			if !yield(arrival{item, err}) {
				return
			}
		}
	}
}

// idKeeper gives every id once; a collision gets a suffix.
type idKeeper map[string]int

func (k idKeeper) own(id string) string {
	k[id]++
	if k[id] == 1 {
		return id
	}
	for {
		other := id + "-" + strconv.Itoa(k[id])
		if k[other] == 0 {
			k[other] = 1
			return other
		}
		k[id]++
	}
}

// lineError is the error object that a filter writes for a line it cannot read.
type lineError struct {
	Error string `json:"error,omitempty"`
	Note  string `json:"note,omitempty"` // instead of an error: passed over by design
	Line  int    `json:"line,omitempty"`
	ID    string `json:"id,omitempty"`
}

// refuseLine reports an item that could not be read as one JSON object.
func (e *env) refuseLine(err error) {
	e.refused++
	o := lineError{Error: oneLine(err.Error())}
	var at *nutgraf.ItemError
	if errors.As(err, &at) {
		o.Line, o.ID = at.Line, at.ID
	}
	if raw, err := jsonLine(o); err == nil {
		_, _ = e.errs.Write(raw)
	}
}

// noteLine says what was passed over by design as one JSON object.
func (e *env) noteLine(err error) {
	if raw, err := jsonLine(lineError{Note: oneLine(err.Error())}); err == nil {
		_, _ = e.errs.Write(raw)
	}
}

// object writes v as one line of JSON.
func (e *env) object(v any) error {
	raw, err := jsonLine(v)
	if err == nil {
		_, err = e.out.Write(raw)
	}
	return err
}

// jsonLine encodes v as one line of JSON. Marks of HTML stay readable.
func jsonLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}
