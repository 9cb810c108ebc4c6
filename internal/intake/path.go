package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// packed are the endings of packed files; their first bytes decide.
var packed = []string{".gz", ".zst"}

// plainly is an error of a known kind in words of its own.
type plainly struct {
	words string
	kind  error
}

func (e plainly) Error() string { return e.words }
func (e plainly) Unwrap() error { return e.kind }

var (
	errNoSuchFile   = plainly{"no such file or folder", nutgraf.ErrNotFound}
	errNoPermission = plainly{"no permission to read it", nutgraf.ErrForbidden}
	errNoArticles   = plainly{"no articles in this folder", nutgraf.ErrEmpty}
)

// path yields the articles of a file, of a folder, or of standard input.
func (r *Reader) path(p string) iter.Seq2[*nutgraf.Item, error] {
	if p == "-" {
		return r.stream("standard input", r.Stdin)
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return refuse(p, reason(err))
	case info.IsDir():
		return r.folder(os.DirFS(p), p)
	}
	return r.file(p, func() (fs.File, error) { return os.Open(p) })
}

// FS yields the articles of a file system, as of a folder named name.
func (r *Reader) FS(files fs.FS, name string) iter.Seq2[*nutgraf.Item, error] {
	return r.folder(files, name)
}

// folder walks a folder in the order of names. Hidden entries and files of
// endings that no format owns are passed over.
func (r *Reader) folder(files fs.FS, root string) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		found := 0
		err := fs.WalkDir(files, ".", func(p string, entry fs.DirEntry, err error) error {
			name := filepath.Join(root, filepath.FromSlash(p))
			switch {
			case err != nil:
				found++
				if !yield(nil, &nutgraf.ItemError{Name: name, Err: reason(err)}) {
					return fs.SkipAll
				}
				return nil
			case p != "." && strings.HasPrefix(entry.Name(), "."):
				return skip(entry)
			case entry.IsDir() || !taken(entry.Name()):
				return nil
			}
			for item, err := range r.file(name, func() (fs.File, error) { return files.Open(p) }) {
				found++
				if !yield(item, err) {
					found = -1
					return fs.SkipAll
				}
			}
			return nil
		})
		if err == nil && found == 0 {
			yield(nil, &nutgraf.ItemError{Name: root, Err: errNoArticles})
		}
	}
}

func skip(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func taken(name string) bool {
	f, ok := byName(name)
	return ok && f.Walk
}

// file yields the articles of one file and closes it.
func (r *Reader) file(name string, open func() (fs.File, error)) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		f, err := open()
		if err != nil {
			yield(nil, &nutgraf.ItemError{Name: name, Err: reason(err)})
			return
		}
		defer f.Close()
		for item, err := range r.stream(name, f) {
			if !yield(item, err) {
				return
			}
		}
	}
}

// stream unpacks a stream, finds its format and yields its articles. Where an
// article has no id of its own, the name gives one.
func (r *Reader) stream(name string, in io.Reader) iter.Seq2[*nutgraf.Item, error] {
	if in == nil {
		return refuse(name, nutgraf.ErrEmpty)
	}
	return func(yield func(*nutgraf.Item, error) bool) {
		plain, closing, err := unpack(bufio.NewReaderSize(in, 1<<16))
		if err != nil {
			yield(nil, &nutgraf.ItemError{Name: name, Err: err})
			return
		}
		defer closing()
		head, err := plain.Peek(1024)
		if err != nil && !errors.Is(err, io.EOF) {
			yield(nil, &nutgraf.ItemError{Name: name, Err: reason(err)})
			return
		}
		f, ok := byName(name)
		if !ok {
			f = byHead(head)
		}
		for item, err := range f.Items(name, plain, r.limit()) {
			if !yield(named(item, name), worded(err, name)) {
				return
			}
		}
	}
}

// named gives an article without an id the one of its file, or, from a stream
// of many, that of its address or its line.
func named(item *nutgraf.Item, file string) *nutgraf.Item {
	if item == nil || item.ID != "" {
		return item
	}
	item.Derived = true
	_, line, many := strings.Cut(strings.TrimPrefix(item.Name, file), ":")
	switch {
	case !many:
		item.ID = ID(file)
	case item.URL != "":
		item.ID = item.URL
	default:
		item.ID = ID(file) + "-" + line
	}
	if item.Name == "standard input" {
		item.ID = "stdin"
	}
	return item
}

func worded(err error, file string) error {
	var at *nutgraf.ItemError
	if errors.As(err, &at) {
		at.Err = reason(at.Err)
		if at.ID == "" && at.Line == 0 {
			at.ID = ID(file)
		}
	}
	return err
}

// unpack reads gzip and zstd streams by their first bytes, and others as they
// are.
func unpack(in *bufio.Reader) (*bufio.Reader, func(), error) {
	head, _ := in.Peek(4)
	switch {
	case strings.HasPrefix(string(head), "\x1f\x8b"):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: broken gzip", nutgraf.ErrFormat)
		}
		return bufio.NewReaderSize(z, 1<<16), func() { z.Close() }, nil
	case string(head) == "\x28\xb5\x2f\xfd":
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
		if err != nil {
			return nil, nil, fmt.Errorf("%w: broken zstd", nutgraf.ErrFormat)
		}
		return bufio.NewReaderSize(z, 1<<16), z.Close, nil
	}
	return in, func() {}, nil
}

func refuse(name string, err error) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		yield(nil, &nutgraf.ItemError{Name: name, ID: ID(name), Err: err})
	}
}
