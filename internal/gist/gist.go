// Package gist reduces clauses to what they are about: content words in a
// common form, so that two reports' ways of saying one thing can be laid beside
// each other. Function words fall away, endings are cut, and words that name
// one matter ("died", "deaths", "killed") share a key. It does not know what a
// clause means: it only says which matter words two clauses have in common.
package gist

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Term is a content word of a clause: its key, and the bytes it stands on.
type Term struct {
	Key   string
	Span  nutgraf.Span
	Upper bool // begins with a capital inside a sentence: most likely a name
}

// Reader reduces text of one language. It is safe for concurrent use.
type Reader struct {
	stop  map[string]bool
	class map[string]string
	alike map[string][]string // by key, the keys of words near enough
}

// New compiles a Reader from a language pack: function words are left out, and
// each row of the list "matter_words" is a class of words with one key. Each row of
// "alike_words" is a word and others that reports use for it.
func New(pack *lang.Pack) *Reader {
	r := &Reader{stop: pack.Set("function_words"), class: map[string]string{}, alike: map[string][]string{}}
	for _, w := range pack.List("light_words") {
		r.stop[w] = true
	}
	rows := pack.Rows("matter_words")
	for _, row := range rows {
		for w := range strings.FieldsSeq(row[1]) {
			r.class[w] = row[0]
		}
	}
	for _, row := range rows {
		for w := range strings.FieldsSeq(row[1]) {
			// "injure" stands for "injuring", too, whose stem has no e.
			if s := Stem(w); strings.HasSuffix(w, "e") && r.class[s] == "" {
				r.class[s] = row[0]
			}
		}
	}
	for _, row := range pack.Rows("alike_words") {
		a := r.Key(row[0])
		for w := range strings.FieldsSeq(row[1]) {
			b := r.Key(w)
			r.alike[a] = append(r.alike[a], b)
			r.alike[b] = append(r.alike[b], a)
		}
	}
	return r
}

// Alike returns the keys of words near enough to that of a key that a report may tell by the
// one what another tells by the other.
func (r *Reader) Alike(key string) []string { return r.alike[key] }

// Nearly is how much of a word one like it counts.
const Nearly = .8

// Keys returns the keys of a list of words.
func (r *Reader) Keys(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[r.Key(w)] = true
	}
	return out
}

// Key returns the key of one word, or "" for a word without content.
func (r *Reader) Key(word string) string {
	w := lang.Lower(word)
	if r.stop[w] {
		return ""
	}
	if c, ok := r.class[w]; ok {
		return c
	}
	s := Stem(w)
	if r.stop[s] {
		return ""
	}
	if c, ok := r.class[s]; ok {
		return c
	}
	return s
}

// Terms appends the content words of a span of doc to dst. Numbers are left
// out: quantities compare them by value.
func (r *Reader) Terms(dst []Term, doc *nutgraf.Document, seg *nutgraf.Segments, span nutgraf.Span) []Term {
	for i := seg.TokenAt(span.Start); i < len(seg.Tokens) && int(seg.Tokens[i].Start) < span.End; i++ {
		dst = termsAt(dst, doc, seg, i, r.Key)
	}
	return dst
}

// termsAt appends the content words of one token.
func termsAt(dst []Term, doc *nutgraf.Document, seg *nutgraf.Segments, i int, key func(word string) string) []Term {
	t := seg.Tokens[i]
	if t.Kind != nutgraf.Word {
		return dst
	}
	s := t.Span()
	w := s.Of(doc.Text)
	if n := utf8.RuneCountInString(w); n < 2 || n > 40 || strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’") {
		return dst
	}
	start := true // first word of its sentence: a capital says nothing there
	if i > 0 {
		prev := seg.Tokens[i-1]
		start = prev.Kind != nutgraf.Word && prev.Kind != nutgraf.Number && doc.Text[prev.Start] != ','
	}
	first := true
	for at, part := range parts(w) {
		if k := key(part); k != "" {
			at := nutgraf.Span{Start: s.Start + at, End: s.Start + at + len(part)}
			dst = append(dst, Term{Key: k, Span: at, Upper: t.Upper && !(first && start)})
		}
		first = false
	}
	return dst
}

// parts yields the parts of a hyphenated word, each with where it stands, so that
// "record-breaking" meets "record".
func parts(w string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if !strings.Contains(w, "-") {
			yield(0, w)
			return
		}
		for at := 0; at <= len(w); {
			part, _, _ := strings.Cut(w[at:], "-")
			if len(part) > 1 && !yield(at, part) {
				return
			}
			at += len(part) + 1
		}
	}
}

// Stem cuts the endings that inflection gives an English word: plural and
// third-person s, ed, ing, and the doubled consonant or dropped e before them.
// It is lighter than Porter (1980) on purpose: derivation ("organise",
// "organisation") is left to the matter words, so that fewer words that are not
// one matter fall together.
func Stem(w string) string {
	if len(w) < 4 || !ascii(w) {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ing") && vowel(w[:len(w)-3]) && len(w) > 5:
		return bare(w[:len(w)-3])
	case strings.HasSuffix(w, "ed") && vowel(w[:len(w)-2]) && len(w) > 4:
		return bare(w[:len(w)-2])
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		return bare(w[:len(w)-1])
	}
	return bare(w)
}

// bare drops a final e and a doubled consonant, so that "projected",
// "projecting" and "project", "planned" and "plan", "use" and "used" meet.
func bare(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == 'e' {
		return w[:n-1]
	}
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeioulsz", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

func vowel(w string) bool { return strings.ContainsAny(w, "aeiouy") }

func ascii(w string) bool {
	for _, r := range w {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return true
}

// Words returns the keys of the content words of a text that stands apart from
// any document, such as a title.
func (r *Reader) Words(text string) []string {
	var out []string
	for _, f := range strings.FieldsFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c) && c != '\'' && c != '’' && c != '-'
	}) {
		f = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(f, "'’-"), "'s"), "’s")
		for _, p := range parts(f) {
			if k := r.Key(p); k != "" && len(p) > 1 {
				out = append(out, k)
			}
		}
	}
	return out
}
