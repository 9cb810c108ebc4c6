// Package jsonl writes the findings of stories as JSON Lines: one finding an
// object of its own, with the name of its table. It is for programs that read
// line by line; the contract's nested story is the format json.
package jsonl

import (
	"encoding/json"
	"io"

	"nutgraf/internal/export/table"
	"nutgraf/internal/wire"
)

// Write writes the tables, one after the other.
func Write(w io.Writer, t *table.Tables) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, write := range []func() error{
		func() error { return lines(enc, "quotation", t.Quotations) },
		func() error { return lines(enc, "claim", t.Claims) },
		func() error { return lines(enc, "credit", t.Credits) },
		func() error { return lines(enc, "conflict", t.Conflicts) },
	} {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// lines writes the rows of one table. The row stands within "row", so that a
// column can never be mistaken for the table's name.
func lines[T any](enc *json.Encoder, name string, rows []T) error {
	for _, r := range rows {
		err := enc.Encode(struct {
			Schema string `json:"schema"`
			Table  string `json:"table"`
			Row    T      `json:"row"`
		}{wire.Schema, name, r})
		if err != nil {
			return err
		}
	}
	return nil
}
