package newsroom

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// outlet is a line of outlets.txt.
type outlet struct {
	id, name, site, path, zone, dates string
	curly                             bool
	box                               int // a box interrupts the text after the block at this index; 0 for none
}

func readOutlets() (map[string]outlet, error) {
	rows, err := readRows("outlets.txt")
	if err != nil {
		return nil, err
	}
	outlets := make(map[string]outlet, len(rows))
	for _, f := range rows {
		if len(f) != 8 {
			return nil, fmt.Errorf("newsroom outlets.txt: %d fields in the line of %s", len(f), f[0])
		}
		box, err := strconv.Atoi(f[7])
		if err != nil {
			return nil, fmt.Errorf("newsroom outlets.txt: box of %s: %w", f[0], err)
		}
		outlets[f[0]] = outlet{f[0], f[1], f[2], f[3], f[4], f[5], f[6] == "curly", box}
	}
	return outlets, nil
}

// readRows reads a file of tab-separated lines, without comments.
func readRows(name string) ([][]string, error) {
	raw, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("newsroom %s: %w", name, err)
	}
	var rows [][]string
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows, nil
}

// url returns the address of an article. Dates in an address are those of the
// page: a content system that errs about one errs about both.
func (o outlet) url(a *Article) string {
	if o.site == "-" {
		return ""
	}
	day := a.PageDate
	if day.IsZero() {
		day = a.Date
	}
	return o.site + strings.ReplaceAll(day.Format(o.path), "{slug}", a.Slug)
}

// iso formats a time on the outlet's clock as RFC 3339; "" for none.
func (o outlet) iso(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02T15:04:05") + o.zone
}

// day formats a date in the outlet's manner; "" for none.
func (o outlet) day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(o.dates)
}
