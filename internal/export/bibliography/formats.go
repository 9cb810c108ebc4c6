package bibliography

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
)

// WriteRIS writes references in the RIS format, lines ended by CR LF as it asks.
func WriteRIS(w io.Writer, all []Entry) error {
	var b strings.Builder
	field := func(tag, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s  - %s\r\n", tag, value)
		}
	}
	for _, e := range all {
		field("TY", "NEWS")
		field("TI", e.Title)
		for _, a := range e.Authors {
			field("AU", a)
		}
		field("T2", e.Outlet)
		field("PY", dated(e.Published, "2006"))
		field("DA", dated(e.Published, "2006/01/02"))
		field("UR", e.URL)
		field("LA", e.Language)
		field("Y2", dated(e.Accessed, "2006/01/02"))
		field("ID", e.Key)
		b.WriteString("ER  - \r\n\r\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func dated(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

// WriteBibTeX writes references for BibTeX and BibLaTeX, in UTF-8. What TeX would
// take for a command is escaped, a brace by its name: BibTeX counts the others.
func WriteBibTeX(w io.Writer, all []Entry) error {
	var b strings.Builder
	for _, e := range all {
		fmt.Fprintf(&b, "@article{%s,\n", e.Key)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
			}
		}
		field("title", braced(e.Title))
		authors := make([]string, len(e.Authors))
		for i, a := range e.Authors {
			authors[i] = braced(a)
		}
		field("author", strings.Join(authors, " and "))
		field("journal", tex(e.Outlet))
		field("year", dated(e.Published, "2006"))
		field("month", dated(e.Published, "1"))
		field("date", dated(e.Published, time.DateOnly))
		field("url", address(e.URL))
		field("urldate", dated(e.Accessed, time.DateOnly))
		field("langid", e.Language)
		b.WriteString("}\n\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// braced keeps TeX from changing case and from cutting a name up.
func braced(text string) string {
	if text == "" {
		return ""
	}
	return "{" + tex(text) + "}"
}

var texSpecial = strings.NewReplacer(
	`\`, `\textbackslash{}`, "{", `\textbraceleft{}`, "}", `\textbraceright{}`, "$", `\$`, "&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
)

func tex(text string) string { return texSpecial.Replace(text) }

// address keeps the braces of an entry paired; the url package reads the rest of
// an address as it stands.
func address(url string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(url)
}

type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Language  string    `json:"language,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// WriteCSL writes references as CSL-JSON, the form of citeproc and Zotero.
func WriteCSL(w io.Writer, all []Entry) error {
	items := make([]cslItem, len(all))
	for i, e := range all {
		items[i] = cslItem{
			ID: e.Key, Type: "article-newspaper", Title: e.Title, Container: e.Outlet, Issued: cslDay(e.Published),
			Accessed: cslDay(e.Accessed), URL: e.URL, Language: e.Language,
		}
		for _, a := range e.Authors {
			items[i].Author = append(items[i].Author, cslName{a})
		}
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(items)
}

func cslDay(t time.Time) *cslDate {
	if t.IsZero() {
		return nil
	}
	return &cslDate{[][]int{{t.Year(), int(t.Month()), t.Day()}}}
}
