package render

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// Reading is how the program read a stretch of text, for a small card beside it:
// what kind of finding it is, what it was read as, and what else was read.
type Reading struct {
	Layer Layer
	Kind  string
	Main  string
	Lines []string
}

// Class is the class of the reading's layer.
func (r *Reading) Class() string { return layerClass[r.Layer] }

// add takes in what else was read; nothing where the words are empty.
func (r *Reading) add(words string) {
	if words != "" {
		r.Lines = append(r.Lines, words)
	}
}

// mention reads a mention, and gives its class.
func (n noter) mention(m nutgraf.Mention) (*Reading, string) {
	e := n.entity(m.Entity)
	if e == nil {
		return &Reading{Layer: Names, Kind: string(m.Kind), Main: "left open", Lines: []string{"whom it means is not settled"}}, "t-open"
	}
	r := &Reading{Layer: Names, Kind: string(e.Type), Main: e.Name}
	class := "t-" + string(e.Type)
	if m.Kind != nutgraf.ByName {
		r.Kind += ", by " + string(m.Kind)
		class = "t-" + string(m.Kind)
	}
	r.add(n.known(e))
	r.add(plural(n.times[m.Entity], "mention", "mentions"))
	return r, class
}

// known says by what else an entity is known.
func (n noter) known(e *nutgraf.Entity) string {
	var out []string
	for _, a := range e.Aliases {
		out = append(out, "“"+a+"”")
	}
	also := ""
	if len(out) > 0 {
		also = "also " + strings.Join(out, ", ")
	}
	return strings.Trim(strings.Join(e.Roles, ", ")+"; "+also, "; ")
}

// quotation reads what was said.
func (n noter) quotation(q nutgraf.Quote, number string) *Reading {
	r := &Reading{Layer: Quotations, Kind: "quotation " + number + ", " + string(q.Kind), Main: cmp.Or(q.Name, "speaker left open")}
	if q.AddresseeName != "" {
		r.add("to " + q.AddresseeName)
	}
	if q.Medium != "" {
		r.add("through: " + label.Medium(q.Medium))
	}
	if q.When >= 0 && q.When < len(n.ann.Times) {
		r.add(span(n.ann.Times[q.When]))
	}
	r.add(q.Why.Text)
	return r
}

func (n noter) cue(q nutgraf.Quote, number string) *Reading {
	return &Reading{Layer: Quotations, Kind: "cue of quotation " + number, Main: cmp.Or(q.Modality, "cue")}
}

func (n noter) source(q nutgraf.Quote, number string) *Reading {
	r := &Reading{Layer: Quotations, Kind: "source of quotation " + number, Main: cmp.Or(q.Name, "speaker left open")}
	r.add(label.How(q.How))
	return r
}

var whenKinds = map[nutgraf.WhenType]string{
	nutgraf.DateType: "date", nutgraf.TimeType: "time of day", nutgraf.DurationType: "length of time", nutgraf.SetType: "time that comes again",
}

var anchors = map[nutgraf.Anchor]string{
	nutgraf.AnchorPublication: "counted from the article’s date", nutgraf.AnchorText: "counted from another time in the text",
	nutgraf.AnchorSpeech: "counted from when it was said", nutgraf.AnchorStory: "settled through another report",
}

func (n noter) when(t nutgraf.When) *Reading {
	r := &Reading{Layer: Times, Kind: cmp.Or(whenKinds[t.Type], string(t.Type)), Main: span(t)}
	code := "TIMEX3 " + t.Value
	if t.Mod != "" {
		code += ", " + strings.ToLower(strings.ReplaceAll(t.Mod, "_", " "))
	}
	r.add(code)
	r.add(anchors[t.Anchor])
	return r
}

// span says in words which days or how long a time is.
func span(t nutgraf.When) string {
	switch {
	case t.Type == nutgraf.DurationType || t.Type == nutgraf.SetType:
		return length(t.Value)
	case !t.Resolved:
		return "left open"
	}
	words := Days(t.From, t.To)
	if t.From == t.To && t.From.Bounds() {
		words = t.From.Weekday().String() + ", " + words
	}
	if _, clock, ok := strings.Cut(t.Value, "T"); ok && len(clock) == 5 && clock[2] == ':' {
		words += ", " + clock
	}
	return cmp.Or(words, t.Value)
}

// length writes a TIMEX3 length of one unit in words, "P2W" as "2 weeks"; any
// other value stays as it is.
func length(value string) string {
	rest, ok := strings.CutPrefix(value, "P")
	if !ok || len(rest) < 2 {
		return value
	}
	rest, clock := strings.CutPrefix(rest, "T")
	number, unit := rest[:len(rest)-1], rest[len(rest)-1]
	name := map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day", 'Q': "quarter"}[unit]
	if clock {
		name = map[byte]string{'H': "hour", 'M': "minute", 'S': "second"}[unit]
	}
	v, err := strconv.ParseFloat(number, 64)
	switch {
	case name == "":
		return value
	case number == "X":
		return "some " + name + "s"
	case err != nil:
		return value
	case v == 1:
		return number + " " + name
	}
	return number + " " + name + "s"
}

var quantityKinds = map[nutgraf.QuantityKind]string{
	nutgraf.Cardinal: "number", nutgraf.Ordinal: "rank", nutgraf.Percent: "percentage",
}

func (n noter) quantity(q nutgraf.Quantity) *Reading {
	text := n.doc.Text
	r := &Reading{Layer: Numbers, Kind: cmp.Or(quantityKinds[q.Kind], string(q.Kind)), Main: amount(q)}
	counted := q.Counted.Of(text)
	switch {
	case q.Kind == nutgraf.Cardinal && counted != "":
		r.Main += " " + counted
		if q.Unit != "" && q.Unit != counted {
			r.add("unit: " + q.Unit)
		}
	case q.Kind == nutgraf.Percent:
		r.Main += "%"
	case q.Kind == nutgraf.Age && q.Unit == "year":
		r.Main += " years old"
	case q.Unit != "":
		r.Main += " " + q.Unit
	}
	if counted != "" && q.Kind != nutgraf.Cardinal {
		r.add("of: " + counted)
	}
	r.add(held(string(q.Hedge), q.HedgeSpan.Of(text)) + " · " + held(string(q.Status), q.StatusSpan.Of(text)))
	if q.Window >= 0 && q.Window < len(n.ann.Times) {
		t := n.ann.Times[q.Window]
		r.add("for: " + span(t) + " (“" + t.Span.Of(text) + "”)")
	}
	if q.By != "" {
		r.add("says: " + q.By)
	}
	return r
}

// held names a hedge or a status with the words that tell it.
func held(kind, words string) string {
	if words == "" {
		return kind
	}
	return kind + ": “" + words + "”"
}

// amount writes a quantity's value or bounds.
func amount(q nutgraf.Quantity) string {
	switch {
	case q.Kind == nutgraf.Superlative:
		return "above all others"
	case !q.Known:
		return "two sides, no value"
	case q.Low <= -math.MaxFloat64: // an open bound
		return "at most " + parted(q.High)
	case q.High >= math.MaxFloat64:
		return "at least " + parted(q.Low)
	case q.Low != q.High:
		return parted(q.Low) + " to " + parted(q.High)
	}
	words := parted(q.Value)
	if i := strings.IndexByte(words, '.'); q.Kind == nutgraf.Money && i > 0 && i == len(words)-2 {
		words += "0" // 10.10, not 10.1
	}
	return words
}

// parted writes a number with its thousands parted, to four decimals; very small
// ones to three digits.
func parted(x float64) string {
	whole, decimals, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	switch {
	case len(decimals) > 4 && math.Abs(x) < .001:
		return strconv.FormatFloat(x, 'g', 3, 64)
	case len(decimals) > 4:
		whole, decimals, _ = strings.Cut(strconv.FormatFloat(x, 'f', 4, 64), ".")
	}
	return thousands(whole, decimals)
}

func (n noter) credit(c nutgraf.Credit) *Reading {
	r := &Reading{Layer: Credits, Kind: "credit", Main: cmp.Or(c.Outlet, "outlet left open")}
	r.add(strings.ReplaceAll(string(c.Kind), "_", " ") + fmt.Sprintf(", for the %s", c.Scope))
	r.add(c.Why.Text)
	return r
}
