package jsonl

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"nutgraf"
	"nutgraf/internal/wire"
)

// object is what a line may hold. Unknown fields are passed over.
type object struct {
	ID        word            `json:"id"`
	URL       word            `json:"url"`
	HTML      *string         `json:"html"`
	Text      *string         `json:"text"`
	Title     word            `json:"title"`
	Outlet    word            `json:"outlet"`
	Date      word            `json:"date"`
	Lang      word            `json:"lang"`
	Language  word            `json:"language"`
	Byline    words           `json:"byline"`
	Published *wire.Published `json:"published"`
	Blocks    []wire.Block    `json:"blocks"`
	Schema    string          `json:"schema"`
}

// item makes an Item of the object; beside an error it still carries the id.
func (o *object) item() (*nutgraf.Item, error) {
	item := &nutgraf.Item{ID: string(o.ID), URL: string(o.URL), Given: nutgraf.Given{
		Title: string(o.Title), Outlet: string(o.Outlet), Date: string(o.Date),
		Lang: string(o.Lang), Byline: o.Byline,
	}}
	if item.Given.Lang == "" {
		item.Given.Lang = string(o.Language)
	}
	switch {
	case o.HTML != nil && *o.HTML != "":
		item.Media, item.Body = nutgraf.MediaHTML, []byte(*o.HTML)
	case o.Text != nil && (*o.Text != "" || o.Title != ""):
		item.Media, item.Body = nutgraf.MediaText, []byte(*o.Text)
	case o.HTML == nil && o.Text == nil:
		return item, fmt.Errorf(`%w: neither "text" nor "html"`, nutgraf.ErrFormat)
	default:
		return item, nutgraf.ErrEmpty
	}
	if item.Media == nutgraf.MediaHTML {
		// A JSON string is Unicode whatever the page's own head declares.
		item.Charset = "utf-8"
		return item, nil
	}
	if o.Schema == "" || len(o.Blocks) == 0 {
		return item, nil
	}
	doc, err := o.document()
	item.Ready = doc
	return item, err
}

// document rebuilds an article that was extracted before.
func (o *object) document() (*nutgraf.Document, error) {
	doc := &nutgraf.Document{
		ID: string(o.ID), URL: string(o.URL), Outlet: string(o.Outlet), Lang: string(o.Language),
		Text: *o.Text, Title: string(o.Title), Byline: o.Byline,
	}
	ruler, last := wire.NewRuler(doc.Text), 0
	for _, b := range o.Blocks {
		span := nutgraf.Span{Start: ruler.Bytes(b.Start), End: ruler.Bytes(b.End)}
		if b.Start < last || b.End < b.Start || span.End == len(doc.Text) && ruler.Points(span.End) != b.End {
			return nil, fmt.Errorf("%w: block [%d,%d) does not fit the text", nutgraf.ErrFormat, b.Start, b.End)
		}
		last = b.End
		kind := nutgraf.BlockKind(b.Kind)
		doc.Blocks = append(doc.Blocks, nutgraf.Block{
			Kind: kind, Span: span, Source: nutgraf.Span{Start: b.SourceStart, End: b.SourceEnd},
		})
		if kind == nutgraf.Headline && doc.TitleSpan.IsZero() {
			doc.TitleSpan = span
		}
	}
	if p := o.Published; p != nil {
		doc.Published = nutgraf.Published{
			Value: p.Value, Source: nutgraf.DateSource(p.Source), Confidence: p.Confidence, Doubted: p.Doubted, Why: p.Why,
		}
		for _, w := range p.Witnesses {
			doc.Dates = append(doc.Dates, nutgraf.Witness{
				Source: nutgraf.DateSource(w.Source), Value: w.Value, Modified: w.Modified, Kept: w.Verdict == "kept", Why: w.Why,
			})
		}
	}
	return doc, nil
}

// word is a string that may also come as a number or null.
type word string

// UnmarshalJSON reads a string, a number or null.
func (w *word) UnmarshalJSON(raw []byte) error {
	switch {
	case bytes.Equal(raw, []byte("null")):
		*w = ""
	case raw[0] == '"':
		return json.Unmarshal(raw, (*string)(w))
	case raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9':
		*w = word(raw)
	default:
		return &json.UnmarshalTypeError{Value: kind(raw[0]), Type: reflect.TypeFor[string]()} // the decoder adds the member's name
	}
	return nil
}

func kind(first byte) string {
	switch first {
	case '[':
		return "array"
	case '{':
		return "object"
	}
	return "bool"
}

// words is a list of strings that may also come as one string or null.
type words []string

// UnmarshalJSON reads a list, a string or null.
func (w *words) UnmarshalJSON(raw []byte) error {
	if raw[0] == '[' {
		return json.Unmarshal(raw, (*[]string)(w))
	}
	var one word
	if err := one.UnmarshalJSON(raw); err != nil {
		return err
	}
	if one != "" {
		*w = words{string(one)}
	}
	return nil
}
