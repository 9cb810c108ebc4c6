package eval

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
)

// facts is the sheet of what stands in the five reports.
type facts struct {
	Documents map[string]struct {
		File  string
		Timex []struct {
			Span            factSpan
			Type, Value     string
			AltValues       []string `json:"alt_values"`
			Optional, Wrong bool
			Function        string
		}
		Quantities []struct {
			Span   factSpan
			Value  any
			Unit   string
			Hedge  json.RawMessage // absent, null for none, or a word
			Status string
		}
	}
}

type factSpan struct{ Start, End int }

// hedges maps the sheet's hedges to the contract's.
var hedges = map[string]string{"null": "exact", `"projected"`: "projected", `"estimated"`: "estimated"}

// statuses maps the sheet's words for a status to the contract's.
var statuses = map[string]string{
	"stated as already reached": "achieved", "asserted as achieved": "achieved", "projection": "projected",
}

// Facts reads the times and the quantities of the five reports.
func Facts(d Data) (times []TimeDoc, values []ValueDoc, err error) {
	raw, err := d.Read("reports/facts.json")
	if err != nil {
		return nil, nil, err
	}
	var sheet facts
	if err := json.Unmarshal(raw, &sheet); err != nil {
		return nil, nil, fmt.Errorf("labelled data reports/facts.json: %w", err)
	}
	ids := make([]string, 0, len(sheet.Documents))
	for id := range sheet.Documents {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	for _, id := range ids {
		x := sheet.Documents[id]
		text, err := d.Read("reports/" + x.File)
		if err != nil {
			return nil, nil, err
		}
		t, v := TimeDoc{ID: stem(x.File), Text: string(text)}, ValueDoc{ID: stem(x.File), Text: string(text)}
		for _, y := range x.Timex {
			g := TimeGold{Start: y.Span.Start, End: y.Span.End, Type: y.Type}
			if y.Value != "" {
				g.Values = append(slices.Clone(y.AltValues), y.Value)
			}
			v.Neutral = append(v.Neutral, span{g.Start, g.End})
			if y.Optional || y.Function != "" {
				t.Neutral = append(t.Neutral, g)
			} else {
				t.Gold = append(t.Gold, g)
			}
		}
		for _, y := range x.Quantities {
			g := phraseResult{Start: y.Span.Start, End: y.Span.End, Value: y.Value, Unit: y.Unit}.gold()
			if !g.HasValue() {
				v.Neutral = append(v.Neutral, span{g.Start, g.End})
				continue
			}
			g.Hedge, g.Status = hedges[string(y.Hedge)], statuses[y.Status]
			v.Gold = append(v.Gold, g)
		}
		times, values = append(times, t), append(values, v)
	}
	return times, values, nil
}
