// Package intake turns paths into Items: files, folders and standard input, in
// every format of the list Formats, packed or not, archived or not. It caps what
// it reads and says of each thing that it cannot read why; it does not look for
// articles inside the bytes, and it fetches nothing itself.
package intake

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"strings"

	"nutgraf"
	"nutgraf/internal/intake/feed"
	"nutgraf/internal/intake/html"
	"nutgraf/internal/intake/jsonl"
	"nutgraf/internal/intake/mail"
	"nutgraf/internal/intake/text"
	"nutgraf/internal/intake/warc"
)

// Format is one way in: a row of the list Formats. It yields either articles or,
// an archive, further files.
type Format struct {
	Name    string
	Exts    []string               // endings of file names, lower case, with the dot
	Walk    bool                   // whether a walk through a folder takes files with these endings
	Sure    bool                   // whether Looks is never wrong, so that it goes before the name
	Looks   func(head []byte) bool // whether a file of unknown ending begins like one of these
	Items   func(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error]
	Members func(in *source) iter.Seq2[*member, error]
}

// Formats lists the formats, in the order in which a file of unknown ending is
// tried. Text, which looks like anything, is last.
var Formats = []Format{
	{Name: "warc", Exts: []string{".warc"}, Walk: true, Sure: true, Looks: warc.Looks, Items: warc.Items},
	{Name: "zip", Exts: []string{".zip"}, Walk: true, Sure: true, Looks: looksZip, Members: zipMembers},
	{Name: "tar", Exts: []string{".tar", ".tgz"}, Walk: true, Sure: true, Looks: looksTar, Members: tarMembers},
	{Name: "feed", Exts: []string{".rss", ".atom", ".rdf"}, Walk: true, Sure: true, Looks: feed.Looks, Items: feed.Items},
	{Name: "sitemap", Exts: []string{".xml"}, Sure: true, Looks: feed.Looks, Items: feed.Items},
	{Name: "mail", Exts: []string{".eml", ".mht", ".mhtml"}, Walk: true, Looks: mail.Looks, Items: mail.Items},
	{Name: "mailbox", Exts: []string{".mbox"}, Walk: true, Looks: mail.LooksBox, Items: mail.BoxItems},
	{Name: "html", Exts: []string{".html", ".htm", ".xhtml"}, Walk: true, Looks: html.Looks, Items: html.Items},
	{Name: "jsonl", Exts: []string{".jsonl", ".ndjson"}, Walk: true, Looks: jsonl.Looks, Items: jsonl.Items},
	{Name: "json", Exts: []string{".json"}, Looks: jsonl.Looks, Items: jsonl.Items},
	{Name: "text", Exts: []string{".txt", ".text", ".md"}, Walk: true, Looks: func([]byte) bool { return true }, Items: text.Items},
}

// MaxArticle is the largest article that is read, in bytes.
const MaxArticle = 16 << 20

// Reader reads paths. The zero Reader reads files with the default limits, has
// no standard input and fetches nothing.
type Reader struct {
	Stdin io.Reader       // what the path "-" stands for
	Limit int64           // largest article in bytes; MaxArticle when 0
	Aside func(err error) // hears of what was passed over by design, such as a WARC's requests; may be nil
	// Special opens a pipe or a device, which may keep its reader waiting; they are
	// opened like files without it.
	Special func(path string) io.Reader
	// Web yields the articles at an address, http or https; without it addresses
	// are refused.
	Web func(address string) iter.Seq2[*nutgraf.Item, error]
}

// Items yields the articles of the paths in order. A path, file or line that
// cannot be read gives an error, a *nutgraf.ItemError, in its place; the rest
// goes on.
func (r *Reader) Items(paths []string) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		for _, p := range paths {
			for item, err := range r.said(r.path(p)) {
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

// format finds the format of a file: by its first bytes where they leave no
// doubt, else by its name without packers' endings, else by its first bytes.
func format(name string, head []byte) Format {
	for _, f := range Formats {
		if f.Sure && f.Looks(head) {
			return f
		}
	}
	if f, ok := byName(name); ok {
		return f
	}
	for _, f := range Formats {
		if f.Looks(head) {
			return f
		}
	}
	return Formats[len(Formats)-1]
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
