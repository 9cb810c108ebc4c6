package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"nutgraf"
)

// Spark draws how many reports were published on each day; nothing when fewer
// than two reports have a date. Spans of more than 28 days are drawn in 28 parts.
func Spark(days []nutgraf.Day) template.HTML {
	var known []nutgraf.Day
	for _, d := range days {
		if d != nutgraf.NoDay {
			known = append(known, d)
		}
	}
	if len(known) < 2 {
		return ""
	}
	first, last := slices.Min(known), slices.Max(known)
	size := int(last-first) + 1
	parts := min(max(size, 7), 28)
	counts := make([]int, parts)
	for _, d := range known {
		counts[int(d-first)*parts/max(size, parts)]++
	}
	return template.HTML(bars(counts, first, last)) // numbers and dates only
}

func bars(counts []int, first, last nutgraf.Day) string {
	const step, high = 6, 30
	most := slices.Max(counts)
	var b strings.Builder
	label := fmt.Sprintf("Reports a day, %s: at most %d", Days(first, last), most)
	fmt.Fprintf(&b, `<svg class="sparkline" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s"><title>%s</title><path d="M0 %d.5H%d"/>`,
		len(counts)*step, high+1, len(counts)*step, high+1, label, label, high, len(counts)*step)
	for i, n := range counts {
		if n > 0 {
			h := max(3, n*high/max(most, 4))
			fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d"/>`, i*step, high-h, step-1, h)
		}
	}
	b.WriteString(`</svg>`)
	return b.String()
}

// Saga draws the stories of a saga on one line of time, in the order given; each
// leads to its place in the list below, which bears its number.
func Saga(lines []nutgraf.StoryLine) template.HTML {
	var entries []nutgraf.TimelineEntry
	for _, l := range lines {
		entries = append(entries, nutgraf.TimelineEntry{From: l.First, To: l.Last, Text: l.Title})
	}
	k := newScale(entries)
	if len(k.days) == 0 {
		return ""
	}
	var b, body strings.Builder
	y := drawLane(&body, k, entries, 36, func(i int, _ nutgraf.TimelineEntry) (string, string) {
		return fmt.Sprint(i + 1), fmt.Sprintf("#story-%d", i+1)
	})
	fmt.Fprintf(&b, `<svg class="when" viewBox="0 0 %d %d" width="%d" height="%d" role="group" aria-label="%s">`,
		lineWide, int(y)+6, lineWide, int(y)+6, fmt.Sprintf("Time line of %d stories; the list below says the same.", len(lines)))
	drawTicks(&b, k, int(y)+6)
	b.WriteString(body.String())
	b.WriteString("</svg>")
	return template.HTML(b.String()) // every string in it went through esc
}
