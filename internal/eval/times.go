package eval

import (
	"slices"
	"strings"

	"nutgraf/internal/wire"
)

// TimeGold is a labelled time expression.
type TimeGold struct {
	Start, End int
	Type       string
	Values     []string
	Readings   []TimeReading // of the sets that tell days
}

// TimeDoc is a document with its time expressions. Nothing after Limit counts
// (0: all counts); predictions on Neutral spans are neither right nor wrong.
type TimeDoc struct {
	ID, Text string
	Limit    int
	Gold     []TimeGold
	Neutral  []TimeGold
}

// TimeScore is TempEval-3's: an expression is found when spans overlap; Strict
// asks for the same span, Value for the same TIMEX3 value, Unopposed for one that
// does not contradict the set's.
type TimeScore struct{ Relaxed, Strict, Value, Unopposed PRF }

// Times scores time expressions.
func Times(docs []TimeDoc, pred Predictions) TimeScore {
	var s TimeScore
	for _, d := range docs {
		var ps []wire.Time
		if a := pred[d.ID]; a != nil {
			ps = a.Times
		}
		var p []span
		var kept []wire.Time
		for _, x := range ps {
			if d.Limit == 0 || x.Start < d.Limit {
				p, kept = append(p, span{x.Start, x.End}), append(kept, x)
			}
		}
		s.add(d, p, kept)
	}
	return s
}

func (s *TimeScore) add(d TimeDoc, p []span, kept []wire.Time) {
	g := make([]span, len(d.Gold))
	for i, x := range d.Gold {
		g[i] = span{x.Start, x.End}
	}
	m := matchSpans(g, p)
	used := map[int]bool{}
	for _, x := range m {
		used[x[1]] = true
	}
	spare := 0
	for j, x := range p {
		if !used[j] && slices.ContainsFunc(d.Neutral, func(n TimeGold) bool { return x.overlap(span{n.Start, n.End}) > 0 }) {
			spare++
		}
	}
	n := PRF{Pred: len(p) - spare, Gold: len(g)}
	s.Relaxed.Add(n)
	s.Strict.Add(n)
	s.Value.Add(n)
	s.Unopposed.Add(n)
	for _, x := range m {
		gold, got := d.Gold[x[0]], kept[x[1]]
		s.Relaxed.Hit++
		if g[x[0]] == p[x[1]] {
			s.Strict.Hit++
		}
		if got.Resolved && slices.Contains(gold.Values, got.Value) || len(gold.Values) == 0 && (!got.Resolved || got.Value == "") {
			s.Value.Hit++
			s.Unopposed.Hit++
		} else if slices.ContainsFunc(gold.Values, func(v string) bool { return unopposed(v, &got) }) {
			s.Unopposed.Hit++
		}
	}
}

type timexRow struct {
	ID    string
	Text  string
	DCT   string
	Timex []struct {
		Start, End        int
		Type, Value, Func string
	}
	Limit *int `json:"full_annotation_until"`
}

// TimeDocs reads a TempEval-3 or MEANTIME file; documents without a creation
// time are left out.
func TimeDocs(d Data, name string) ([]TimeDoc, map[string]string, error) {
	rows, err := Rows[timexRow](d, name)
	if err != nil {
		return nil, nil, err
	}
	dates := map[string]string{}
	var out []TimeDoc
	for _, r := range rows {
		if r.DCT == "" {
			continue
		}
		dates[r.ID] = r.DCT
		doc := TimeDoc{ID: r.ID, Text: r.Text}
		if r.Limit != nil {
			doc.Limit = *r.Limit
		}
		for _, x := range r.Timex {
			t := TimeGold{Start: x.Start, End: x.End, Type: strings.ToLower(x.Type)}
			if x.Value != "" {
				t.Values = []string{x.Value}
			}
			switch {
			case doc.Limit > 0 && x.Start >= doc.Limit:
			case x.Func == "CREATION_TIME":
				doc.Neutral = append(doc.Neutral, t)
			default:
				doc.Gold = append(doc.Gold, t)
			}
		}
		out = append(out, doc)
	}
	return out, dates, nil
}
