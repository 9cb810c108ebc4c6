// Package csv writes rows as comma-separated values (RFC 4180, UTF-8 without a
// byte order mark, lines ended by CR LF), the first line naming the columns.
//
// A spreadsheet takes a cell that begins with = + - @ or a control character
// for a formula. Such a cell gets an apostrophe in front, and so does one that
// already has apostrophes there, so that taking one apostrophe away from every
// cell that matches ^'+[=+\-@…] gives the words back as they were.
package csv

import (
	"encoding/csv"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// Write writes rows of a struct type; the columns are its fields, named by
// their json tags, those of embedded structs in place.
func Write[T any](w io.Writer, rows []T) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(names(reflect.TypeFor[T]())); err != nil {
		return err
	}
	for _, r := range rows {
		if err := c.Write(cells(nil, reflect.ValueOf(r))); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

func names(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			out = append(out, names(f.Type)...)
			continue
		}
		out = append(out, f.Tag.Get("json"))
	}
	return out
}

func cells(out []string, v reflect.Value) []string {
	for i := range v.NumField() {
		f := v.Field(i)
		switch f.Kind() {
		case reflect.Struct:
			out = cells(out, f)
		case reflect.String:
			out = append(out, Guard(f.String()))
		case reflect.Int64:
			out = append(out, strconv.FormatInt(f.Int(), 10))
		case reflect.Float64:
			out = append(out, strconv.FormatFloat(f.Float(), 'f', -1, 64))
		default:
			out = append(out, fmt.Sprint(f.Interface()))
		}
	}
	return out
}

// formula are the characters that begin a formula in some spreadsheet, their
// full-width forms included, and the controls that are passed over before one.
const formula = "=+-@\t\r\n\x00＝＋－＠"

// Guard gives a cell an apostrophe in front when a spreadsheet could take it
// for a formula.
func Guard(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	if bare != "" && strings.IndexAny(bare, formula) == 0 {
		return "'" + cell
	}
	return cell
}

// Unguard takes away what Guard has added.
func Unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && Guard(cell[1:]) == cell {
		return cell[1:]
	}
	return cell
}
