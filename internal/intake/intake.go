// Package intake turns paths into Items: files, folders and standard input, in
// every format of the list Formats, packed or not. It caps what it reads and
// says of each thing that it cannot read why; it does not look for articles
// inside the bytes.
package intake

import (
	"errors"
	"io/fs"
	"iter"
	"strings"

	"nutgraf"
	"nutgraf/internal/intake/html"
	"nutgraf/internal/intake/jsonl"
	"nutgraf/internal/intake/text"

	"io"
)

// Format is one way in: a row of the list Formats.
type Format struct {
	Name  string
	Exts  []string               // endings of file names, lower case, with the dot
	Walk  bool                   // whether a walk through a folder takes files with these endings
	Looks func(head []byte) bool // whether a file of unknown ending begins like one of these
	Items func(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error]
}

// Formats lists the formats, in the order in which a file of unknown ending is
// tried. Text, which looks like anything, is last.
var Formats = []Format{
	{Name: "html", Exts: []string{".html", ".htm", ".xhtml"}, Walk: true, Looks: html.Looks, Items: html.Items},
	{Name: "jsonl", Exts: []string{".jsonl", ".ndjson"}, Walk: true, Looks: jsonl.Looks, Items: jsonl.Items},
	{Name: "text", Exts: []string{".txt", ".text", ".md"}, Walk: true, Looks: func([]byte) bool { return true }, Items: text.Items},
}

// MaxArticle is the largest article that is read, in bytes.
const MaxArticle = 16 << 20

// Reader reads paths. The zero Reader reads files with the default limits and
// has no standard input.
type Reader struct {
	Stdin io.Reader // what the path "-" stands for
	Limit int64     // largest article in bytes; MaxArticle when 0
}

// Items yields the articles of the paths in order. A path, file or line that
// cannot be read gives an error, a *nutgraf.ItemError, in its place; the rest
// goes on.
func (r *Reader) Items(paths []string) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		for _, p := range paths {
			for item, err := range r.path(p) {
				if !yield(item, err) {
					return
				}
			}
		}
	}
}

func (r *Reader) limit() int64 {
	if r.Limit > 0 {
		return r.Limit
	}
	return MaxArticle
}

// ID returns the id that a file's name gives: its last element without the
// endings that Formats and packers own.
func ID(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	for {
		bare := strip(name)
		if bare == name || bare == "" {
			return name
		}
		name = bare
	}
}

// strip takes one known ending off a file's name.
func strip(name string) string {
	lower := strings.ToLower(name)
	for _, ext := range packed {
		if strings.HasSuffix(lower, ext) {
			return name[:len(name)-len(ext)]
		}
	}
	for _, f := range Formats {
		for _, ext := range f.Exts {
			if strings.HasSuffix(lower, ext) {
				return name[:len(name)-len(ext)]
			}
		}
	}
	return name
}

// byName returns the format that a file's name, without packers' endings,
// belongs to.
func byName(name string) (Format, bool) {
	lower := strings.ToLower(name)
	for _, ext := range packed {
		lower = strings.TrimSuffix(lower, ext)
	}
	for _, f := range Formats {
		for _, ext := range f.Exts {
			if strings.HasSuffix(lower, ext) {
				return f, true
			}
		}
	}
	return Format{}, false
}

func byHead(head []byte) Format {
	for _, f := range Formats {
		if f.Looks(head) {
			return f
		}
	}
	return Formats[len(Formats)-1]
}

// reason words a file system error without the path, which the ItemError names.
func reason(err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errNoSuchFile
	case errors.Is(err, fs.ErrPermission):
		return errNoPermission
	case errors.As(err, &at):
		return at.Err
	}
	return err
}
