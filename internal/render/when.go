package render

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// when is the timeline: what happened, and who published, each with its days.
type when struct {
	Drawing      template.HTML
	Events, More []moment
	Undated      []moment // told without a date, in the order in which the reports tell them
	Published    []moment
	Off          rest // entries that are not listed
}

type moment struct {
	ID      string
	Number  int
	Days    string
	Fuzzy   bool
	Text    string
	Quoted  bool // the words are a report's own
	Refused bool
	Why     string
	Unknown string // what is not known of a day told without its date
	Chips   []Chip
	Others  []otherDay
}

// otherDay is another day on which reports put the same.
type otherDay struct {
	Told  string
	Chips []Chip
}

// Empty reports whether the timeline has no entry.
func (w when) Empty() bool { return len(w.Events)+len(w.Undated)+len(w.Published) == 0 }

const eventsShown = 16

func (s *sheet) when() when {
	var w when
	var lanes [2][]nutgraf.TimelineEntry
	off := 0
	for _, e := range s.p.Timeline {
		if e.Lane == nutgraf.LanePublication && len(w.Published) == s.most.published || e.Lane != nutgraf.LanePublication && len(w.Events)+len(w.Undated) == s.most.events {
			off++
			continue
		}
		m := s.moment(e)
		if e.Lane == nutgraf.LanePublication {
			w.Published = append(w.Published, m)
			lanes[1] = append(lanes[1], e)
			continue
		}
		if len(e.Evidence) > 0 && len(m.Chips) == 0 {
			continue
		}
		m.Number = len(w.Events) + len(w.Undated) + 1
		m.ID = fmt.Sprintf("event-%d", m.Number)
		if e.Told != "" {
			w.Undated = append(w.Undated, m)
			continue
		}
		w.Events = append(w.Events, m)
		lanes[0] = append(lanes[0], e)
	}
	w.Drawing = s.timeline(lanes[0][:min(len(lanes[0]), s.most.drawn)], lanes[1][:min(len(lanes[1]), s.most.drawn)])
	if len(w.Events)+len(w.Undated) == 0 && (s.alone() || w.Drawing == "") {
		return when{} // that all were published on one day stands at the head
	}
	w.Off = s.rest(off, "when")
	if len(w.Events) > eventsShown+3 {
		w.Events, w.More = w.Events[:eventsShown], w.Events[eventsShown:]
	}
	return w
}

func (s *sheet) moment(e nutgraf.TimelineEntry) moment {
	m := moment{
		Days: Days(e.From, e.To), Fuzzy: e.From != e.To, Text: e.Text, Refused: e.Refused, Why: e.Why,
		Chips: s.chips(distinct(wordsFirst(e))...),
	}
	if e.Told != "" {
		m.Days, m.Unknown = e.Told, label.Unknown(e.Told)
	}
	if e.Lane == nutgraf.LanePublication { // its days stand beside it already
		m.Why, _, _ = strings.Cut(m.Why, "; by its content ")
		if m.Refused {
			m.Why = ""
		}
	}
	for _, o := range e.Others {
		m.Others = append(m.Others, otherDay{o.Told, s.chips(distinct(o.Evidence)...)})
	}
	for _, c := range e.Evidence {
		m.Quoted = m.Quoted || c.Text == e.Text
	}
	return m
}

// wordsFirst are the grounds of an entry with those ahead whose words it is told in: the
// chip behind words of a report opens that report.
func wordsFirst(e nutgraf.TimelineEntry) []nutgraf.Cite {
	its, others := []nutgraf.Cite{}, []nutgraf.Cite{}
	for _, c := range e.Evidence {
		if c.Text == e.Text {
			its = append(its, c)
		} else {
			others = append(others, c)
		}
	}
	return append(its, others...)
}

const (
	lineWide = 700
	lineLeft = 92
	lineDot  = 9

	refusedWide = 76 // a refused date beside its dot
)

// scale maps days to places, in order, with long gaps shortened.
type scale struct {
	days []nutgraf.Day
	at   []float64
	tick []bool // a day on which something begins
}

func newScale(lanes ...[]nutgraf.TimelineEntry) scale {
	var k scale
	for _, l := range lanes {
		for _, e := range l {
			for _, d := range []nutgraf.Day{e.From, e.To} {
				if d != nutgraf.NoDay && !e.Refused {
					k.days = append(k.days, d)
				}
			}
		}
	}
	slices.Sort(k.days)
	k.days = slices.Compact(k.days)
	k.tick = make([]bool, len(k.days))
	for _, l := range lanes {
		for _, e := range l {
			if i, ok := slices.BinarySearch(k.days, e.From); ok && !e.Refused {
				k.tick[i] = true
			}
		}
	}
	sum := 0.0
	for i, d := range k.days {
		if i > 0 {
			sum += 1 + 1.6*math.Log(float64(d-k.days[i-1]))
		}
		k.at = append(k.at, sum)
	}
	for i := range k.at {
		if sum > 0 {
			k.at[i] = lineLeft + lineDot + k.at[i]/sum*(lineWide-lineLeft-4*lineDot)
		} else {
			k.at[i] = lineLeft + (lineWide-lineLeft)/2
		}
	}
	return k
}

func (k scale) x(d nutgraf.Day) float64 {
	i, _ := slices.BinarySearch(k.days, d)
	return k.at[min(i, len(k.at)-1)]
}

// timeline draws the two lanes: numbers for events, letters for reports, as the
// tables below have them.
func (s *sheet) timeline(events, published []nutgraf.TimelineEntry) template.HTML {
	k := newScale(events, published)
	if len(k.days) < 2 {
		return "" // one day is no line of time
	}
	var body strings.Builder
	y := 36.0
	fmt.Fprintf(&body, `<text class="lane" x="0" y="%.0f">What happened</text>`, y+4)
	y = drawLane(&body, k, events, y, func(i int, _ nutgraf.TimelineEntry) (string, string) {
		return fmt.Sprint(i + 1), fmt.Sprintf("#event-%d", i+1)
	})
	y += 14
	fmt.Fprintf(&body, `<path class="rule" d="M0 %.0fH%d"/>`, y-12, lineWide)
	fmt.Fprintf(&body, `<text class="lane" x="0" y="%.0f">Who published</text>`, y+14)
	y = drawLane(&body, k, published, y+10, func(_ int, e nutgraf.TimelineEntry) (string, string) {
		return s.publisher(e), "#reports"
	})
	high := int(y) + 6
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="when" viewBox="0 0 %d %d" width="%d" height="%d" role="group" aria-label="%s">`,
		lineWide, high, lineWide, high, esc(fmt.Sprintf("Time line of %d events and %d publications; the tables below say the same.", len(events), len(published))))
	drawTicks(&b, k, high)
	b.WriteString(body.String())
	b.WriteString("</svg>")
	return template.HTML(b.String()) // every string in it went through esc
}

// publisher is the letter of the report that an entry says is published.
func (s *sheet) publisher(e nutgraf.TimelineEntry) string {
	if len(e.Evidence) > 0 {
		if l := s.letter(e.Evidence[0].Doc); l != "" {
			return l
		}
	}
	first, _, _ := strings.Cut(e.Text, " ")
	return first
}

func drawTicks(b *strings.Builder, k scale, high int) {
	last, year := -1000.0, 0
	for i, d := range k.days {
		if !k.tick[i] || k.at[i]-last < 54 {
			continue
		}
		t := d.Time()
		words := t.Format("2 Jan")
		if t.Year() != year {
			words = t.Format("2 Jan 2006")
			if k.at[i]-last < 84 {
				continue
			}
		}
		last, year = k.at[i], t.Year()
		anchor := "middle"
		if k.at[i] > lineWide-40 {
			anchor = "end"
		}
		fmt.Fprintf(b, `<path class="tickline" d="M%.1f 20V%d"/><text class="tick" text-anchor="%s" x="%.1f" y="12">%s</text>`, k.at[i], high, anchor, min(k.at[i], lineWide), words)
	}
}

// drawLane draws a lane's entries from y on, in rows where they would overlap,
// and returns the y below them.
func drawLane(b *strings.Builder, k scale, entries []nutgraf.TimelineEntry, y float64, name func(int, nutgraf.TimelineEntry) (string, string)) float64 {
	var rows []float64 // the right end of each row
	for i, e := range entries {
		word, href := name(i, e)
		from, to := lineLeft+4.0, lineLeft+4.0
		if !e.Refused && e.From != nutgraf.NoDay && e.To != nutgraf.NoDay {
			from, to = k.x(e.From), k.x(e.To)
		}
		half := lineDot + 3.5*float64(max(0, len(word)-2))
		at := 0
		for at < len(rows) && rows[at] > from-half-1 {
			at++
		}
		if at == len(rows) {
			rows = append(rows, 0)
		}
		rows[at] = max(to, from) + half + 2
		if e.Refused {
			rows[at] += refusedWide
		}
		drawMoment(b, e, word, href, from, to, y+float64(at)*22)
	}
	return y + float64(max(1, len(rows)))*22
}

func drawMoment(b *strings.Builder, e nutgraf.TimelineEntry, word, href string, from, to, y float64) {
	class := "moment"
	if e.Refused {
		class += " refused"
	}
	days := shortDays(e.From, e.To)
	if e.Refused && e.From != nutgraf.NoDay {
		days = e.From.Time().Format("2 Jan 2006") // it may be of any year
	}
	fmt.Fprintf(b, `<a href="%s" class="%s"><title>%s</title>`, esc(href), class, esc(strings.TrimPrefix(days+": ", ": ")+clip(e.Text, 90)))
	if to-from > 2*lineDot {
		fmt.Fprintf(b, `<rect class="span" x="%.1f" y="%.1f" width="%.1f" height="%d" rx="%d"/>`, from-lineDot, y-lineDot, to-from+2*lineDot, 2*lineDot, lineDot)
		from += (to - from) / 2
	}
	wide := 2*lineDot + 7*max(0, len(word)-2)
	fmt.Fprintf(b, `<rect class="dot" x="%.1f" y="%.1f" width="%d" height="%d" rx="%d"/>`, from-float64(wide)/2, y-lineDot, wide, 2*lineDot, lineDot)
	fmt.Fprintf(b, `<text text-anchor="middle" x="%.1f" y="%.1f">%s</text>`, from, y+4, esc(word))
	if e.Refused {
		// It stands on no day of the scale: which day it bears is told beside it.
		fmt.Fprintf(b, `<path class="strike" d="M%.1f %.1fl20 -20"/><text class="tick" x="%.1f" y="%.1f">%s</text>`, from-10, y+10, from+float64(wide)/2+5, y+4, esc(days))
	}
	b.WriteString(`</a>`)
}
