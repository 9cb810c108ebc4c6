package story

import (
	"math"

	"nutgraf"
)

// unit is what scores are counted in: whole numbers add up to the same sum in
// any order.
const unit = 1 << 16

// features are what a pair of reports is judged by.
type features struct {
	full  float64 // cosine of the texts
	lead  float64 // cosine of the leads
	title float64
	gap   float64 // days between them
	dated bool
}

// compare lays two cards side by side.
func compare(a, b *card) (f features) {
	var full, lead, title float32
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := &a.terms[i], &b.terms[j]
		switch {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			full += x.weight * y.weight
			if x.zone&y.zone&nutgraf.InLead != 0 {
				lead += x.rarity * y.rarity
			}
			if x.zone&y.zone&nutgraf.InTitle != 0 {
				title += x.rarity * y.rarity
			}
			i, j = i+1, j+1
		}
	}
	f.full = ratio(full, a.full*b.full)
	f.lead = ratio(lead, a.lead*b.lead)
	f.title = ratio(title, a.title*b.title)
	if a.day != nutgraf.NoDay && b.day != nutgraf.NoDay {
		f.dated, f.gap = true, math.Abs(float64(a.day)-float64(b.day))
	}
	return f
}

func ratio(x, y float32) float64 {
	if y == 0 {
		return 0
	}
	return float64(x / y)
}

// likeness is the pair model's judgement in units: above threshold two reports
// are of one story, as far as they alone can tell.
func likeness(f features) int64 {
	s := .6*f.full + .4*f.lead
	if f.dated {
		s -= .01 * math.Min(f.gap, 10)
	}
	return int64(s * unit)
}

// threshold is the mean likeness that two groups must reach to be one story.
const threshold int64 = 20 * unit / 100
