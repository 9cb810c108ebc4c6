package render

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"nutgraf"
)

const (
	axisWide = 620
	axisLeft = 34
	axisRow  = 24
)

// axis draws the values of a difference on their scale; nothing when there is
// none or when all sides stand at one point.
func axis(c *nutgraf.Conflict) template.HTML {
	var sides []nutgraf.Side
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, x := range c.Sides {
		if placed(x, c.Axis) {
			sides = append(sides, x)
			for _, v := range []float64{x.Low, x.High} {
				if !endless(v) {
					lo, hi = min(lo, v), max(hi, v)
				}
			}
		}
	}
	if len(sides) < 2 || lo >= hi {
		return ""
	}
	at := func(v float64) float64 {
		switch {
		case endless(v) && v < 0:
			return axisLeft - 10
		case endless(v):
			return axisWide - axisLeft - 30
		}
		return axisLeft + (v-lo)/(hi-lo)*(axisWide-2*axisLeft-40)
	}
	high := axisRow*len(sides) + 30
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="axis" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s">`,
		axisWide, high, axisWide, high, esc(axisLabel(sides, c.Axis)))
	for i, x := range sides {
		drawSide(&b, x, c.Axis, at, float64(i*axisRow+14))
	}
	y := float64(len(sides)*axisRow + 8)
	fmt.Fprintf(&b, `<path class="rule" d="M%d %.0fH%d"/>`, axisLeft, y, axisWide-axisLeft-40)
	fmt.Fprintf(&b, `<text class="tick" x="%d" y="%.0f">%s</text>`, axisLeft, y+16, esc(scaleWord(lo, c.Axis)))
	fmt.Fprintf(&b, `<text class="tick end" x="%d" y="%.0f">%s</text></svg>`, axisWide-axisLeft-40, y+16, esc(scaleWord(hi, c.Axis)))
	return template.HTML(b.String()) // every string in it went through esc
}

// endless reports whether v stands for no bound at all ("at least 12").
func endless(v float64) bool { return math.Abs(v) > 1e100 }

func placed(x nutgraf.Side, axis string) bool {
	switch axis {
	case "day":
		return x.Low > float64(nutgraf.NoDay) && x.High >= x.Low && x.High < 1e7
	case "number":
		return !math.IsNaN(x.Low) && x.High >= x.Low && (!endless(x.Low) || !endless(x.High))
	}
	return false
}

func drawSide(b *strings.Builder, x nutgraf.Side, axis string, at func(float64) float64, y float64) {
	from, to := at(x.Low), at(x.High)
	fmt.Fprintf(b, `<text class="letter" x="4" y="%.1f">%s</text>`, y+5, esc(x.Letter))
	switch {
	case endless(x.High):
		fmt.Fprintf(b, `<path class="open" d="M%.1f %.1fH%.1fm-6 -5l6 5l-6 5"/>`, from, y, to)
		fmt.Fprintf(b, `<circle class="dot" cx="%.1f" cy="%.1f" r="5"/>`, from, y)
	case endless(x.Low):
		fmt.Fprintf(b, `<path class="open" d="M%.1f %.1fH%.1fm6 -5l-6 5l6 5"/>`, to, y, from)
		fmt.Fprintf(b, `<circle class="dot" cx="%.1f" cy="%.1f" r="5"/>`, to, y)
	case to-from < 6:
		fmt.Fprintf(b, `<circle class="dot" cx="%.1f" cy="%.1f" r="5"/>`, (from+to)/2, y)
	default:
		fmt.Fprintf(b, `<rect class="bar" x="%.1f" y="%.1f" width="%.1f" height="9" rx="4.5"/>`, from, y-4.5, to-from)
	}
	words := sideWords(x, axis)
	switch {
	case endless(x.High) && from < axisWide*.62:
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f">%s</text>`, from+11, y-5, esc(words))
		return
	case to > axisWide*.62:
		fmt.Fprintf(b, `<text class="end" x="%.1f" y="%.1f">%s</text>`, from-11, y+4.5, esc(words))
		return
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f">%s</text>`, to+11, y+4.5, esc(words))
}

// sideWords says where a side stands: "12", "12 – 15", "12 or more".
func sideWords(x nutgraf.Side, axis string) string {
	switch {
	case endless(x.High):
		return scaleWord(x.Low, axis) + " or more"
	case endless(x.Low):
		return "up to " + scaleWord(x.High, axis)
	case x.High > x.Low:
		return scaleWord(x.Low, axis) + " – " + scaleWord(x.High, axis)
	}
	return scaleWord(x.Low, axis)
}

func scaleWord(v float64, axis string) string {
	if axis == "day" {
		return nutgraf.Day(v).Time().Format("2 Jan 2006")
	}
	return Number(v)
}

// Number writes a number as a newspaper does: "90 million", "1,250", "3.5".
func Number(v float64) string {
	for _, u := range []struct {
		size float64
		word string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if math.Abs(v) >= u.size {
			return trimmed(v/u.size) + u.word
		}
	}
	return trimmed(v)
}

func trimmed(v float64) string {
	s := fmt.Sprintf("%.2f", v)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	whole, decimals, _ := strings.Cut(s, ".")
	return thousands(whole, decimals)
}

// thousands writes a number, which may have a sign, with its thousands parted.
func thousands(whole, decimals string) string {
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if decimals != "" {
		whole += "." + decimals
	}
	return sign + whole
}

func axisLabel(sides []nutgraf.Side, axis string) string {
	var parts []string
	for _, x := range sides {
		parts = append(parts, x.Letter+": "+sideWords(x, axis))
	}
	return "Scale. " + strings.Join(parts, "; ")
}
