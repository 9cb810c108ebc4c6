// Package lang loads the word lists of a language and answers the annotators'
// questions about them. Lists are text files under a folder named by the
// language's ISO 639-1 code: one entry a line, "#" begins a comment, columns
// are parted by tabs. The package holds no state of its own: Load returns a
// Pack, and each annotator compiles from it what it needs, once.
package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed en/*.txt
var files embed.FS

// Languages lists the codes of the languages that have a pack.
var Languages = []string{"en"}

// Pack is one language's word lists, read-only after Load.
type Pack struct {
	lists map[string][]string
}

// Load reads the pack of a language.
func Load(code string) (*Pack, error) {
	entries, err := fs.ReadDir(files, code)
	if err != nil {
		return nil, fmt.Errorf("load language pack %q: %w", code, err)
	}
	p := &Pack{lists: map[string][]string{}}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		if p.lists[name], err = List(code, name); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// List reads one list of a language, for who needs no more of its pack.
func List(code, name string) ([]string, error) {
	raw, err := files.ReadFile(path.Join(code, name+".txt"))
	if err != nil {
		return nil, fmt.Errorf("load language pack %q: %w", code, err)
	}
	return lines(string(raw)), nil
}

// Names returns the names of the pack's lists, sorted.
func (p *Pack) Names() []string {
	out := make([]string, 0, len(p.lists))
	for n := range p.lists {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// List returns the entries of a list in file order, comments and empty lines
// left out; nil when the pack has no such list. The caller must not change it.
func (p *Pack) List(name string) []string { return p.lists[name] }

// Set returns the entries of a list as a set.
func (p *Pack) Set(name string) map[string]bool {
	out := make(map[string]bool, len(p.lists[name]))
	for _, e := range p.lists[name] {
		out[e] = true
	}
	return out
}

// Kinds maps the first cell of each row of a list, a kind, to the words of its second.
func (p *Pack) Kinds(name string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, row := range p.Rows(name) {
		set := out[row[0]]
		if set == nil {
			set = map[string]bool{}
			out[row[0]] = set
		}
		for word := range strings.FieldsSeq(row[1]) {
			set[word] = true
		}
	}
	return out
}

// Phrases maps the first cell of each row of a list, a kind, to the phrases of its second
// in file order: "_" in one is a space.
func (p *Pack) Phrases(name string) map[string][]string {
	out := map[string][]string{}
	for _, row := range p.Rows(name) {
		for phrase := range strings.FieldsSeq(row[1]) {
			out[row[0]] = append(out[row[0]], strings.ReplaceAll(phrase, "_", " "))
		}
	}
	return out
}

// Class returns the first cells of the rows of a list whose second cell is class.
func (p *Pack) Class(name, class string) map[string]bool {
	out := map[string]bool{}
	for _, row := range p.Rows(name) {
		if len(row) > 1 && row[1] == class {
			out[row[0]] = true
		}
	}
	return out
}

// Alike maps each word of a list, the words of whose entries can mean one, to the first
// of its entry.
func (p *Pack) Alike(name string) map[string]string {
	out := map[string]string{}
	for _, entry := range p.List(name) {
		words := strings.Fields(entry)
		for _, w := range words {
			out[w] = words[0]
		}
	}
	return out
}

// Map maps the first cell of each row of a list to its second, "" where there is none.
func (p *Pack) Map(name string) map[string]string {
	out := map[string]string{}
	for _, entry := range p.List(name) {
		first, rest, _ := strings.Cut(entry, "\t")
		out[first], _, _ = strings.Cut(rest, "\t")
	}
	return out
}

// Rows returns the entries of a list cut into their tab-separated columns.
func (p *Pack) Rows(name string) [][]string {
	list := p.lists[name]
	n := len(list)
	for _, e := range list {
		n += strings.Count(e, "\t")
	}
	out, cells := make([][]string, len(list)), make([]string, 0, n)
	for i, e := range list {
		from := len(cells)
		for cell := range strings.SplitSeq(e, "\t") {
			cells = append(cells, cell)
		}
		out[i] = cells[from:len(cells):len(cells)]
	}
	return out
}

func lines(raw string) []string {
	out := make([]string, 0, strings.Count(raw, "\n")+1)
	for raw != "" {
		var l string
		l, raw, _ = strings.Cut(raw, "\n")
		l = strings.TrimSuffix(l, "\r")
		if l == "" || l[0] == '#' {
			continue
		}
		out = append(out, l)
	}
	return out
}

// Lower is a text as the lists have it: in lower case, its apostrophes straight.
func Lower(text string) string {
	from := 0
	for from < len(text) && text[from] < utf8.RuneSelf && !('A' <= text[from] && text[from] <= 'Z') {
		from++
	}
	if from == len(text) {
		return text
	}
	var room [128]byte
	return string(AppendLower(append(room[:0], text[:from]...), text[from:]))
}

// AppendLower adds a text to dst as Lower makes it, for those who only look it up.
func AppendLower(dst []byte, text string) []byte {
	for at := 0; at < len(text); {
		c := text[at]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if r == '’' {
			dst = append(dst, '\'')
		} else {
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
		at += n
	}
	return dst
}
