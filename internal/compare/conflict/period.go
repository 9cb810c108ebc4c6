package conflict

import (
	"fmt"
	"math"
	"strings"

	"nutgraf"
)

// period is the time a number holds for, as far as it can be compared: how
// long, and whether it lies before the report, after it, or begins with the
// matter.
type period struct {
	dir   string // "past", "next", "first", "on" or "" when none is given
	days  float64
	text  string
	exact bool // a number of the same unit is told: "35 days"
}

func (p period) known() bool { return p.dir != "" }

// fits reports whether two periods can be one.
func (p period) fits(q period) bool {
	if !p.known() || !q.known() || strings.EqualFold(p.text, q.text) {
		return true
	}
	if p.dir != q.dir && p.dir != "on" && q.dir != "on" {
		return false
	}
	if p.days == 0 || q.days == 0 {
		return true
	}
	if p.exact && q.exact {
		return p.days == q.days // "35 days" beside "45 days"
	}
	return math.Abs(p.days-q.days) <= .25*math.Max(p.days, q.days)
}

// windowOf reads the period of a frame from its time expression.
func windowOf(s Story, fr nutgraf.Frame) period {
	if fr.When < 0 || fr.When >= len(s.Times[fr.Member]) {
		return period{}
	}
	w := s.Times[fr.Member][fr.When]
	if w.Type != nutgraf.DurationType {
		return period{} // a day or a year is when, not how long; "since" gives but the beginning
	}
	doc := s.Members[fr.Member].Doc
	p := period{text: w.Span.Of(doc.Text), days: lengthOf(w), exact: w.Mod == "" && strings.ContainsAny(w.Value, "123456789")}
	around := strings.ToLower(doc.Text[max(0, w.Span.Start-12):w.Span.End])
	switch {
	case hasAny(around, "past ", "last ", "previous ", "since "):
		p.dir = "past"
	case hasAny(around, "next ", "coming ", "following "):
		p.dir = "next"
	case hasAny(around, "first ", "opening ", "initial ", "debut "):
		p.dir = "first"
	case strings.ContainsAny(p.text, " -"): // a bare "days" gives no length
		p.dir = "on"
	}
	return p
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lengthOf returns the length of a period in days, 0 when it is not told.
func lengthOf(w nutgraf.When) float64 {
	v := w.Value
	if i := strings.IndexByte(v, 'P'); i >= 0 && i <= 1 {
		v = v[i+1:]
		var n float64
		var unit byte
		if _, err := fmt.Sscanf(v, "%g%c", &n, &unit); err == nil {
			return n * map[byte]float64{'D': 1, 'W': 7, 'M': 30, 'Y': 365}[unit]
		}
	}
	if w.Resolved && w.To >= w.From {
		return float64(w.To-w.From) + 1
	}
	return 0
}
