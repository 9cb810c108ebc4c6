package eval

import (
	"fmt"
	"regexp"
	"strings"

	"nutgraf"
)

// phraseRow is a case of the Recognizers-Text specifications or a sentence of
// quantulum3's tests.
type phraseRow struct {
	ID, Text, Ref string
	Results       []phraseResult
}

type phraseResult struct {
	Start, End int
	Text, Type string
	Unit       string
	Value      any
	Resolution *struct {
		Value  any
		Unit   string
		Values []map[string]any
	}
}

// gold reads a labelled quantity.
func (r phraseResult) gold() ValueGold {
	g := ValueGold{Start: r.Start, End: r.End, Unit: r.Unit}
	value := r.Value
	if r.Resolution != nil {
		value, g.Unit = r.Resolution.Value, r.Resolution.Unit
	}
	if r.Type == "percentage" {
		g.Unit = "percent"
	}
	if value == nil {
		return g
	}
	text := fmt.Sprint(value)
	if low, high, ok := interval(text); ok {
		g.Low, g.High = low, high
		return g
	}
	g.Value = number(text)
	return g
}

// phrases reads the cases of a file whose ids begin so and whose every labelled
// phrase the news knows.
func (r *run) phrases(file, prefix string, news *News) []phraseRow {
	rows, err := Rows[phraseRow](r.data, "facts/"+file+".jsonl")
	if err != nil {
		r.err = err
		return nil
	}
	var out []phraseRow
	for i, row := range rows {
		if row.ID == "" {
			row.ID = fmt.Sprint(i)
		}
		if strings.HasPrefix(row.ID, prefix) && news.knows(row) {
			out = append(out, row)
		}
	}
	return out
}

func (n *News) knows(row phraseRow) bool {
	if n == nil {
		return true
	}
	for _, x := range row.Results {
		if !n.Has(x.Text) {
			return false
		}
	}
	return len(row.Results) > 0
}

func valueDocs(rows []phraseRow) []ValueDoc {
	var out []ValueDoc
	for _, row := range rows {
		d := ValueDoc{ID: row.ID, Text: row.Text, Date: day(row.Ref)}
		for _, x := range row.Results {
			if x.Start >= 0 {
				d.Gold = append(d.Gold, x.gold())
			}
		}
		out = append(out, d)
	}
	return out
}

func timeDocs(rows []phraseRow) []TimeDoc {
	var out []TimeDoc
	for _, row := range rows {
		d := TimeDoc{ID: row.ID, Text: row.Text}
		for _, x := range row.Results {
			g := TimeGold{Start: x.Start, End: x.End, Type: x.Type[strings.LastIndexByte(x.Type, '.')+1:]}
			if x.Resolution != nil {
				for _, v := range x.Resolution.Values {
					g.Readings = append(g.Readings, reading(v))
					for _, k := range []string{"timex", "value"} {
						if s, ok := v[k].(string); ok && s != "" {
							g.Values = append(g.Values, s)
						}
					}
				}
			}
			d.Gold = append(d.Gold, g)
		}
		out = append(out, d)
	}
	return out
}

// reading reads one of the resolutions of the Recognizers-Text specifications, whose
// ranges end on the day behind the last.
func reading(v map[string]any) TimeReading {
	text := func(k string) string { s, _ := v[k].(string); return s }
	r := TimeReading{Value: text("timex")}
	if len(text("value")) >= 10 && text("value")[4:5] == "-" {
		r.Begin = day(text("value"))
		r.Finish = r.Begin
	}
	start, err1 := nutgraf.ParseDay(text("start"))
	end, err2 := nutgraf.ParseDay(text("end"))
	if err1 == nil && err2 == nil {
		r.Begin, r.Finish = start.String(), max(start, end-1).String()
	}
	return r
}

func day(ref string) string { return ref[:min(10, len(ref))] }

func inputs(rows []phraseRow) []Input {
	var out []Input
	for _, row := range rows {
		out = append(out, Input{ID: row.ID, Text: row.Text, Date: day(row.Ref)})
	}
	return out
}

// News knows which of a list of phrases occur in articles, whatever the case of
// their letters and the figures in their numbers.
type News struct {
	longest map[string]int
	seen    map[string]bool
}

var phraseWord = regexp.MustCompile(`[a-z]+|[0-9]+|[^\sa-z0-9]`)

// shape is a phrase's words, each number written as one digit.
func shape(text string) []string {
	words := phraseWord.FindAllString(strings.ToLower(text), -1)
	for i, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			words[i] = "0"
		}
	}
	return words
}

// ReadNews looks the phrases up in the articles of the stream.
func ReadNews(d Data, phrases []string) (*News, error) {
	n := &News{longest: map[string]int{}, seen: map[string]bool{}}
	for _, p := range phrases {
		if words := shape(p); len(words) > 0 {
			n.longest[words[0]] = max(n.longest[words[0]], len(words))
			n.seen[strings.Join(words, " ")] = false
		}
	}
	rows, err := Rows[struct{ Text string }](d, "stories/allsides_stream.jsonl.gz")
	if err != nil {
		return nil, err
	}
	found := each(len(rows), func(i int) []string { return n.in(rows[i].Text) })
	for _, ps := range found {
		for _, p := range ps {
			n.seen[p] = true
		}
	}
	return n, nil
}

// in lists the phrases that a text holds.
func (n *News) in(text string) []string {
	var out []string
	words := shape(text)
	for i, w := range words {
		for k := 1; k <= n.longest[w] && i+k <= len(words); k++ {
			p := strings.Join(words[i:i+k], " ")
			if _, ok := n.seen[p]; ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// Has reports whether a phrase occurs in the articles.
func (n *News) Has(phrase string) bool { return n.seen[strings.Join(shape(phrase), " ")] }

// phraseSets scores times and quantities on sentences that are not news: first
// the cases whose phrases occur in news, then all of a set.
func (r *run) phraseSets() {
	units, err := ReadUnits(r.data)
	if err != nil {
		r.err = err
		return
	}
	news, err := r.news()
	if err != nil {
		r.err = err
		return
	}
	for _, set := range []struct{ name, file, prefix string }{
		{"Recognizers DateTimeModel", "recognizers_datetime_en", "DateTimeModel#"},
		{"Recognizers numbers", "recognizers_number_en", ""},
		{"Recognizers currency", "recognizers_units_en", "CurrencyModel#"},
		{"Recognizers units", "recognizers_units_en", ""},
		{"quantulum3", "quantulum3_tests", ""},
	} {
		for _, part := range []struct {
			name string
			news *News
		}{{", in news", news}, {"", nil}} {
			rows := r.phrases(set.file, set.prefix, part.news)
			pred := r.prog.Annotate(inputs(rows))
			if set.file == "recognizers_datetime_en" {
				s := Times(timeDocs(rows), pred)
				r.timeRows(set.name+part.name, s)
				r.row("times", set.name+part.name, "meaning F1", Meanings(timeDocs(rows), pred).F1())
				continue
			}
			r.valueRows(set.name+part.name, Values(valueDocs(rows), pred, units))
		}
	}
}

// news looks the phrases of all sets up in the news.
func (r *run) news() (*News, error) {
	var texts []string
	for _, file := range []string{"recognizers_datetime_en", "recognizers_number_en", "recognizers_units_en", "quantulum3_tests"} {
		rows, err := Rows[phraseRow](r.data, "facts/"+file+".jsonl")
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			for _, x := range row.Results {
				texts = append(texts, x.Text)
			}
		}
	}
	return ReadNews(r.data, texts)
}

func (r *run) timeRows(set string, s TimeScore) {
	r.row("times", set, "relaxed F1", s.Relaxed.F1())
	r.row("times", set, "strict F1", s.Strict.F1())
	r.row("times", set, "value F1", s.Value.F1())
}

func (r *run) valueRows(set string, s ValueScore) {
	r.row("quantities", set, "relaxed F1", s.Relaxed.F1())
	r.row("quantities", set, "value right", s.Value.R())
	r.row("quantities", set, "value F1", s.Value.F1())
	r.row("quantities", set, "value and unit F1", s.Unit.F1())
}

// reports scores what the sheet of the five reports asks for.
func (r *run) reports() {
	units, err := ReadUnits(r.data)
	if err != nil {
		r.err = err
		return
	}
	times, values, err := Facts(r.data)
	if err != nil {
		r.err = err
		return
	}
	var in []Input
	for _, d := range times {
		in = append(in, Input{ID: d.ID, Text: d.Text})
	}
	pred := r.prog.Annotate(in)
	r.timeRows("reports", Times(times, pred))
	v := Values(values, pred, units)
	r.valueRows("reports", v)
	r.row("quantities", "reports", "hedge right", v.Hedge.R())
	r.row("quantities", "reports", "status right", v.Status.R())
}
