package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"nutgraf"
)

// plain extracts an article from text. The text is kept as it came, but for
// bytes that are not UTF-8, which are decoded; blocks label what each line is.
// Offsets into the capture equal offsets into the text unless it was decoded,
// in which case a Note says so and Source spans are those of the text.
func plain(item *nutgraf.Item) (*nutgraf.Document, error) {
	text, notes, err := textOf(item)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(item.Body)
	doc := &nutgraf.Document{
		ID: item.ID, URL: item.URL, Outlet: printable(item.Given.Outlet), Lang: item.Given.Lang, Text: text,
		Title: printable(item.Given.Title), Byline: item.Given.Byline, Captured: item.Captured,
		Capture: hex.EncodeToString(sum[:]), Notes: notes,
	}
	if doc.Lang == "" {
		doc.Lang = detectLanguage(text)
	}
	l := labeller{doc: doc}
	l.label(paragraphs(text))
	doc.Outlet = first(doc.Outlet, signedBy(doc.Title, doc.URL), hostOutlet(doc.URL))
	l.witnesses(item)
	if len(doc.Blocks) > 0 {
		return doc, nil
	}
	if doc.Title == "" {
		return nil, fmt.Errorf("%s: no words in it: %w", item.Name, nutgraf.ErrEmpty)
	}
	doc.Notes = append(doc.Notes, nutgraf.Note{Code: "title_only", Text: "the article has a title and no text"})
	return doc, nil
}

// textOf decodes the bytes of a text file and refuses what is not text.
func textOf(item *nutgraf.Item) (string, []nutgraf.Note, error) {
	body := item.Body
	if len(bytes.TrimSpace(body)) == 0 && item.Given.Title != "" {
		return string(body), nil, nil
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return "", nil, fmt.Errorf("%s: %w", item.Name, nutgraf.ErrEmpty)
	}
	if bytes.HasPrefix(body, []byte{0xFF, 0xFE}) || bytes.HasPrefix(body, []byte{0xFE, 0xFF}) {
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(body)
		if err == nil && utf8.Valid(out) && !binary(out) { // UTF-32 may begin as UTF-16 does
			return string(out), []nutgraf.Note{{Code: "charset", Text: "decoded from UTF-16"}}, nil
		}
	}
	if kind := madeOf(body); kind != "" {
		return "", nil, fmt.Errorf("%s: %w: %s, not text", item.Name, nutgraf.ErrFormat, kind)
	}
	if utf8.Valid(body) {
		return string(body), nil, nil
	}
	if mostlyUTF8(body) {
		return strings.ToValidUTF8(string(body), "\uFFFD"),
			[]nutgraf.Note{{Code: "charset", Text: "broken UTF-8: the bytes that do not decode are replaced by U+FFFD"}}, nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(body)
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", item.Name, nutgraf.ErrFormat)
	}
	return string(out), []nutgraf.Note{{Code: "charset", Text: "not UTF-8: decoded as Windows-1252"}}, nil
}

// otherKinds are how files begin that people take for articles, and what they are.
var otherKinds = []struct{ begin, name string }{
	{"%PDF-", "a PDF"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an office program"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"BZh", "packed by bzip2"},
	{"\xfd7zXZ\x00", "packed by xz"},
	{"\x89PNG\r\n", "a picture"},
	{"\xff\xd8\xff", "a picture"},
}

// madeOf names what body is when it is not text; "" when it may be. A PDF can
// consist of letters alone.
func madeOf(body []byte) string {
	for _, k := range otherKinds {
		if bytes.HasPrefix(body, []byte(k.begin)) && (k.begin[0] == '%' || binary(body)) {
			return k.name
		}
	}
	if binary(body) {
		return "binary"
	}
	return ""
}

// binary reports whether the head of body holds what text does not: NUL bytes
// or more than a few control characters.
func binary(body []byte) bool {
	head := body[:min(len(body), 8192)]
	control := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			control++
		}
	}
	return control*20 > len(head)
}

// mostlyUTF8 reports whether body is UTF-8 with damage rather than a legacy
// encoding: multi-byte sequences that decode outnumber the bytes that do not.
func mostlyUTF8(body []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRune(body[i:])
		if n > 1 {
			good++
		} else {
			bad++
		}
		i += n
	}
	return good > bad
}

// paragraphs cuts text into paragraphs, trimmed, in order. Blank lines part
// them. A single line break parts them too unless the text is hard-wrapped,
// as old wire copy is.
func paragraphs(text string) []nutgraf.Span {
	wrapped := hardWrapped(text)
	var out []nutgraf.Span
	open := nutgraf.Span{Start: -1}
	flush := func() {
		if open.Start >= 0 {
			out = append(out, open)
		}
		open.Start = -1
	}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		line := trim(text, nutgraf.Span{Start: start, End: end})
		if line.IsZero() {
			flush()
		} else {
			if open.Start < 0 {
				open.Start = line.Start
			}
			open.End = line.End
			if !wrapped {
				flush()
			}
		}
		start = end + 1
	}
	flush()
	return out
}

// hardWrapped reports whether line breaks inside paragraphs come from a fixed
// width: lines that are followed by another are of one length, below 90 bytes,
// and mostly break off in mid-sentence.
func hardWrapped(text string) bool {
	inner, short, cut := 0, 0, 0
	prev := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if prev != "" && line != "" {
			inner++
			if len(prev) < 90 {
				short++
			}
			if c := prev[len(prev)-1]; len(prev) > 45 && c != '.' && c != '"' && c != '!' && c != '?' && c != ':' {
				cut++
			}
		}
		prev = line
	}
	return inner >= 3 && short*10 >= inner*9 && cut*2 > inner
}

// trim shrinks a span over white space, zero-width marks and a byte order mark.
func trim(text string, s nutgraf.Span) nutgraf.Span {
	const blank = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\ufeff\u3000\u2028\u2029"
	w := s.Of(text)
	left := strings.TrimLeft(w, blank)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRight(left, blank))
	return s
}
