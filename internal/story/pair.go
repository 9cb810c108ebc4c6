package story

import (
	"math"

	"nutgraf"
)

// unit is what scores are counted in: whole numbers add up to the same sum in
// any order.
const unit = 1 << 16

// FeatureNames names what Features returns.
var FeatureNames = []string{"full", "lead", "title", "names", "plain", "leadnames", "titlecov", "pairs", "numsame", "numdiff", "gap", "dated", "rare", "short", "daysame", "daydiff", "monthsame", "monthdiff"}

type features [18]float64

// Features is for training.
func Features(a, b nutgraf.Sketch) []float64 {
	f := compare(newCard(&a), newCard(&b))
	return f[:]
}

// compare lays two cards side by side.
func compare(a, b *card) (f features) {
	var full, lead, title, names, plain, ln, cova, covb, ta, tb, rare float32
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		x, y := &a.terms[i], &b.terms[j]
		switch {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			w := x.weight * y.weight
			full += w
			if (x.zone|y.zone)&nutgraf.IsName != 0 {
				names += w
				if x.zone&y.zone&nutgraf.InLead != 0 {
					ln += x.rarity * y.rarity
				}
			} else {
				plain += w
			}
			if x.zone&y.zone&nutgraf.InLead != 0 {
				lead += x.rarity * y.rarity
				rare = max(rare, x.rarity)
			}
			if x.zone&y.zone&nutgraf.InTitle != 0 {
				title += x.rarity * y.rarity
			}
			if x.zone&nutgraf.InTitle != 0 {
				cova += x.rarity
			}
			if y.zone&nutgraf.InTitle != 0 {
				covb += y.rarity
			}
			i, j = i+1, j+1
		}
	}
	for _, t := range a.terms {
		if t.zone&nutgraf.InTitle != 0 {
			ta += t.rarity
		}
	}
	for _, t := range b.terms {
		if t.zone&nutgraf.InTitle != 0 {
			tb += t.rarity
		}
	}
	var pairs float32
	for i, j := 0, 0; i < len(a.pairs) && j < len(b.pairs); {
		x, y := &a.pairs[i], &b.pairs[j]
		switch {
		case x.Hash < y.Hash:
			i++
		case x.Hash > y.Hash:
			j++
		default:
			pairs += x.Rarity * y.Rarity
			i, j = i+1, j+1
		}
	}
	same, diff := 0.0, 0.0
	for n := range a.numbers {
		if b.numbers[n] {
			same++
		} else {
			diff++
		}
	}
	f[0] = ratio(full, a.full*b.full)
	f[1] = ratio(lead, a.lead*b.lead)
	f[2] = ratio(title, a.title*b.title)
	f[3] = ratio(names, a.names*b.names)
	f[4] = ratio(plain, a.plain*b.plain)
	f[5] = ratio(ln, a.leadNames*b.leadNames)
	f[6] = (ratio(cova, ta) + ratio(covb, tb)) / 2
	f[7] = ratio(pairs, a.pairSum*b.pairSum)
	f[8] = same / (1 + same + diff)
	f[9] = diff / (1 + same + diff)
	if a.day != nutgraf.NoDay && b.day != nutgraf.NoDay {
		f[11] = 1
		f[10] = math.Log1p(math.Abs(float64(a.day) - float64(b.day)))
	}
	f[12] = float64(rare) / 10
	f[13] = 1 / math.Log(2+float64(min(a.words, b.words)))
	da, db := eventDays(a), eventDays(b)
	if f[11] > 0 {
		sh := int(a.day) - int(b.day)
		if sh > 0 {
			db >>= uint(min(sh, 63))
		} else {
			da >>= uint(min(-sh, 63))
		}
	}
	if da&db != 0 {
		f[14] = 1
	} else if eventDays(a) != 0 && eventDays(b) != 0 {
		f[15] = 1
	}
	if a.months&b.months != 0 {
		f[16] = 1
	} else if a.months != 0 && b.months != 0 {
		f[17] = 1
	}
	return f
}

// eventDays: bit 40 = the day of publication, 39 the day before
func eventDays(c *card) uint64 {
	if c.day == nutgraf.NoDay {
		return uint64(c.weekdays)
	}
	var out uint64
	w := int(c.day.Weekday())
	for d := 0; d < 7; d++ {
		if c.weekdays>>d&1 != 0 {
			out |= 1 << (40 - (w-d+7)%7)
		}
	}
	return out
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
	s := .5*f[0] + .4*f[1] + .1*f[2] + .1*f[7] + .1*f[8] + par("GEO", 0)*(math.Sqrt(f[0]*f[1])-.5*f[0]-.5*f[1]) + par("COV", 0)*f[6] + par("DS", 0)*f[14] - par("DD", 0)*f[15] + par("MS", 0)*f[16] - par("MD", 0)*f[17] - par("GAP", .03)*f[10]
	return int64(s * unit)
}

// threshold is the mean likeness that two groups must reach to be one story.
const threshold int64 = 20 * unit / 100
