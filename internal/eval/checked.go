package eval

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// Labels of our own on texts that are not ours: positions and names only.
//
//go:embed testdata/names_polnear_dev.tsv
var checkedNames string

//go:embed testdata/credits_polnear_dev.tsv
var checkedCredits string

const devQuotes = "quotes/polnear.dev.jsonl.gz"

// labelRows splits a table of labels into fields; a row may be short.
func labelRows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

func labelSpan(row []string) (span, error) {
	a, err := strconv.Atoi(row[1])
	if err != nil {
		return span{}, fmt.Errorf("label %q: %w", row, err)
	}
	b, err := strconv.Atoi(row[2])
	if err != nil {
		return span{}, fmt.Errorf("label %q: %w", row, err)
	}
	return span{a, b}, nil
}

// NameCheck is how often the speaker's full name is right on quotations whose
// names were read by hand. A quotation counts when it was found (word overlap
// of one half or more). Right counts those that the article names; Answered
// those that were given a name, an unnamed speaker given one among them.
// EndToEnd sets the right ones against all that the article names, and against
// all names given, of which the share is counted that falls to quotations that
// are none.
type NameCheck struct {
	Right, Answered, EndToEnd PRF
}

// CheckNames scores the speakers of the quotations whose names were read by
// hand. docs are those of polnear.dev.
func CheckNames(docs []QuoteDoc, pred Predictions) (NameCheck, error) {
	names := map[string]map[span]string{}
	for _, row := range labelRows(checkedNames) {
		at, err := labelSpan(row)
		if err != nil {
			return NameCheck{}, err
		}
		if names[row[0]] == nil {
			names[row[0]] = map[span]string{}
		}
		names[row[0]][at] = row[3]
	}
	var c NameCheck
	sampled, pool, spurious := 0, 0, 0
	for _, d := range docs {
		s, p, x := c.document(d, pred, names[d.DocID])
		sampled, pool, spurious = sampled+s, pool+p, spurious+x
	}
	if sampled != len(labelRows(checkedNames)) {
		return c, fmt.Errorf("names read by hand: %d of %d quotations are in the data", sampled, len(labelRows(checkedNames)))
	}
	c.EndToEnd.Pred += spurious * sampled / pool
	return c, nil
}

// document scores one document; it returns how many of its quotations were
// read by hand, how many could have been, and how many named predictions meet
// no quotation.
func (c *NameCheck) document(d QuoteDoc, pred Predictions, names map[span]string) (sampled, pool, spurious int) {
	text := []rune(d.Text)
	w := wordSpans(text)
	var gold, off, ps []quotation
	for _, q := range d.Quotes {
		x, ok := goldQuote(q, text, w)
		if !ok {
			continue
		}
		if q.Type == "indirect" {
			off = append(off, x)
			continue
		}
		if x.source != nil {
			pool++
		}
		x.name = "-"
		if n, ok := names[span{q.Start, q.End}]; ok {
			sampled++
			x.name = n
		}
		gold = append(gold, x)
	}
	opt := QuoteOptions{Types: []string{"direct", "mixed"}}
	offWords := minus(union(off), union(gold))
	if a := pred[d.DocID]; a != nil {
		for _, q := range a.Quotes {
			if x, ok := predQuote(q, a, text, w); ok && !neutral(x, gold, off, offWords, opt) {
				ps = append(ps, x)
			}
		}
	}
	m := alignQuotes(gold, ps)
	taken := map[int]bool{}
	for i, g := range gold {
		j, found := m[i]
		if found {
			taken[j] = true
		}
		if g.name != "-" && g.name != "" {
			said := ""
			if found {
				said = ps[j].name
			}
			c.judge(g.name, said, found)
		}
	}
	for j, p := range ps {
		if !taken[j] && p.name != "" && !unnamed(p.name) {
			spurious++
		}
	}
	return sampled, pool, spurious
}

// judge counts one quotation.
func (c *NameCheck) judge(gold, said string, found bool) {
	answers := said != "" && !unnamed(said)
	if answers {
		c.Answered.Gold++
		c.EndToEnd.Pred++
	}
	if unnamed(gold) {
		return
	}
	c.EndToEnd.Gold++
	if found {
		c.Right.Gold++
	}
	if answers && NamesAgree(gold, said) {
		c.Right.Hit++
		c.Answered.Hit++
		c.EndToEnd.Hit++
	}
}

func unnamed(name string) bool { return strings.HasPrefix(name, "unnamed") }

// CheckedCredits reads the credits that were labelled by hand in articles of
// polnear.dev.
func CheckedCredits(docs []QuoteDoc) ([]CreditDoc, error) {
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.DocID] = d.Text
	}
	var out []CreditDoc
	for _, row := range labelRows(checkedCredits) {
		if len(out) == 0 || out[len(out)-1].ID != row[0] {
			text, ok := texts[row[0]]
			if !ok {
				return nil, fmt.Errorf("credits read by hand: no document %s", row[0])
			}
			out = append(out, CreditDoc{ID: row[0], Text: text})
		}
		if len(row) == 1 {
			continue
		}
		at, err := labelSpan(row)
		if err != nil {
			return nil, err
		}
		d := &out[len(out)-1]
		if row[6] == "soft" {
			d.Neutral = append(d.Neutral, at)
			continue
		}
		d.Gold = append(d.Gold, CreditGold{at[0], at[1], row[5], row[6]})
	}
	return out, nil
}

// checked scores what was labelled by hand: names of speakers, and credits.
func (r *run) checked() {
	docs, err := Rows[QuoteDoc](r.data, devQuotes)
	if err != nil {
		r.err = err
		return
	}
	var in []Input
	for _, d := range docs {
		in = append(in, Input{ID: d.DocID, Text: d.Text, Date: d.Date, Title: d.Title, Outlet: d.Source})
	}
	pred := r.prog.Annotate(in)
	names, err := CheckNames(docs, pred)
	if err != nil {
		r.err = err
		return
	}
	const by = "polnear.dev (read by hand)"
	r.row("speakers", by, "full name right", names.Right.R())
	r.row("speakers", by, "right when it answers", names.Answered.R())
	r.row("speakers", by, "end to end F1", names.EndToEnd.F1())
	credits, err := CheckedCredits(docs)
	if err != nil {
		r.err = err
		return
	}
	r.creditRows(by, Credits(credits, pred))
	reports, err := CreditFacts(r.data)
	if err != nil {
		r.err = err
		return
	}
	in = in[:0]
	for _, d := range reports {
		in = append(in, Input{ID: d.ID, Text: d.Text})
	}
	r.creditRows("reports", Credits(reports, r.prog.Annotate(in)))
}

func (r *run) creditRows(set string, s CreditScore) {
	r.row("credits", set, "outlet F1", s.Outlet.F1())
	r.row("credits", set, "outlet + kind F1", s.Kind.F1())
	r.row("credits", set, "outlet by article F1", s.Document.F1())
}
