package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

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
	errNotHTTP      = plainly{"only addresses of http and https are read", nutgraf.ErrForbidden}
	errNoWeb        = plainly{"an address, and this command fetches nothing", nutgraf.ErrForbidden}
)

// path yields the articles of a file, of a folder, of an address or of standard
// input.
func (r *Reader) path(p string) iter.Seq2[*nutgraf.Item, error] {
	switch {
	case p == "-":
		return r.stream(&source{name: "standard input", in: r.Stdin})
	case IsAddress(p) && r.Web != nil:
		return r.Web(p)
	case IsAddress(p):
		return refuse(p, errNoWeb)
	}
	info, err := os.Stat(p)
	switch {
	case err != nil && strings.Contains(p, "://"):
		return refuse(p, errNotHTTP)
	case err != nil:
		return refuse(p, reason(err))
	case info.IsDir():
		return r.folder(os.DirFS(p), p)
	case !info.Mode().IsRegular() && r.Special != nil:
		return r.stream(&source{name: p, in: r.Special(p)})
	}
	return r.file(p, func() (fs.File, error) { return os.Open(p) })
}

// IsAddress reports whether a path is an address of the web.
func IsAddress(p string) bool {
	scheme, _, ok := strings.Cut(p, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// Bytes yields the articles of bytes that came under a name, in any format.
func (r *Reader) Bytes(name string, body []byte) iter.Seq2[*nutgraf.Item, error] {
	return r.said(r.stream(&source{name: name, in: bytes.NewReader(body)}))
}

// said tells what was passed over to who wants to hear of it, and yields the
// rest.
func (r *Reader) said(items iter.Seq2[*nutgraf.Item, error]) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		for item, err := range items {
			if errors.Is(err, nutgraf.ErrAside) {
				if r.Aside != nil {
					r.Aside(err)
				}
				continue
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// FS yields the articles of a file system, as of a folder named name.
func (r *Reader) FS(files fs.FS, name string) iter.Seq2[*nutgraf.Item, error] {
	return r.said(r.folder(files, name))
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
			for item, err := range spared(r.file(name, func() (fs.File, error) { return files.Open(p) })) {
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
		src := &source{name: name, in: f}
		if info, err := f.Stat(); err == nil {
			src.size = info.Size()
		}
		for item, err := range r.stream(src) {
			if !yield(item, err) {
				return
			}
		}
	}
}

// stream unpacks a stream, finds its format and yields its articles. Where an
// article has no id of its own, the name gives one.
func (r *Reader) stream(src *source) iter.Seq2[*nutgraf.Item, error] {
	if src.in == nil {
		return refuse(src.name, nutgraf.ErrEmpty)
	}
	return func(yield func(*nutgraf.Item, error) bool) {
		refused := func(err error) { yield(nil, &nutgraf.ItemError{Name: src.name, ID: ID(src.name), Err: err}) }
		closing, err := src.open()
		if err != nil {
			refused(err)
			return
		}
		defer closing()
		head, err := src.head()
		if err != nil {
			refused(reason(err))
			return
		}
		f, found, aside := format(src.name, head), 0, error(nil)
		for item, err := range r.yielded(f, src) {
			if errors.Is(err, nutgraf.ErrAside) {
				aside = err
			}
			found++
			if !yield(item, err) {
				return
			}
		}
		if found == 0 || found == 1 && aside != nil {
			refused(nothingIn{f.Name})
		}
	}
}

// nothingIn is the error of a file that was read and holds no article.
type nothingIn struct{ format string }

func (e nothingIn) Error() string { return "no article in this " + e.format }
func (e nothingIn) Unwrap() error { return nutgraf.ErrEmpty }

// spared passes over files without articles where they were not named one by
// one, as in a folder.
func spared(items iter.Seq2[*nutgraf.Item, error]) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		for item, err := range items {
			var none nothingIn
			var at *nutgraf.ItemError
			if errors.As(err, &none) && errors.As(err, &at) {
				at.Err = fmt.Errorf("%w: %s", nutgraf.ErrAside, none)
			}
			if !yield(item, err) {
				return
			}
		}
	}
}

// yielded are the articles of an unpacked stream.
func (r *Reader) yielded(f Format, src *source) iter.Seq2[*nutgraf.Item, error] {
	if f.Members != nil {
		return r.members(f, src)
	}
	return func(yield func(*nutgraf.Item, error) bool) {
		for item, err := range f.Items(src.name, src.plain, r.limit()) {
			if !yield(named(item, src.name), worded(err, src.name)) {
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

func refuse(name string, err error) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		yield(nil, &nutgraf.ItemError{Name: name, ID: ID(name), Err: err})
	}
}
