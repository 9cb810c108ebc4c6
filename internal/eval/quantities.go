package eval

import (
	"slices"
)

// QuantityDoc is a document with its labelled values, of which MEANTIME gives
// the spans only. Predictions on Neutral spans (times) do not count.
type QuantityDoc struct {
	ID, Text      string
	Limit         int
	Gold, Neutral []span
}

// QuantityScore counts values found by an overlapping or the same span.
type QuantityScore struct{ Relaxed, Strict PRF }

// Quantities scores the spans of quantities.
func Quantities(docs []QuantityDoc, pred Predictions) QuantityScore {
	var s QuantityScore
	for _, d := range docs {
		var p []span
		if a := pred[d.ID]; a != nil {
			for _, q := range a.Quantities {
				if d.Limit == 0 || q.Start < d.Limit {
					p = append(p, span{q.Start, q.End})
				}
			}
		}
		m := matchSpans(d.Gold, p)
		used := map[int]bool{}
		for _, x := range m {
			used[x[1]] = true
		}
		n := PRF{Gold: len(d.Gold)}
		for j, x := range p {
			if used[j] || !slices.ContainsFunc(d.Neutral, func(t span) bool { return t.overlap(x) > 0 }) {
				n.Pred++
			}
		}
		s.Relaxed.Add(n)
		s.Strict.Add(n)
		for _, x := range m {
			s.Relaxed.Hit++
			if d.Gold[x[0]] == p[x[1]] {
				s.Strict.Hit++
			}
		}
	}
	return s
}

type valueRow struct {
	ID, Text string
	Limit    *int `json:"full_annotation_until"`
	Values   []struct{ Start, End int }
	Timex    []struct{ Start, End int }
}

// QuantityDocs reads the values of the MEANTIME file.
func QuantityDocs(d Data, name string) ([]QuantityDoc, error) {
	rows, err := Rows[valueRow](d, name)
	if err != nil {
		return nil, err
	}
	var out []QuantityDoc
	for _, r := range rows {
		doc := QuantityDoc{ID: r.ID, Text: r.Text}
		if r.Limit != nil {
			doc.Limit = *r.Limit
		}
		for _, x := range r.Values {
			if doc.Limit == 0 || x.Start < doc.Limit {
				doc.Gold = append(doc.Gold, span{x.Start, x.End})
			}
		}
		for _, x := range r.Timex {
			doc.Neutral = append(doc.Neutral, span{x.Start, x.End})
		}
		out = append(out, doc)
	}
	return out, nil
}
