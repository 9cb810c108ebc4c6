package story

import (
	"math"
	"os"
	"strconv"

	"nutgraf"
)

func par(name string, def float64) float64 {
	if v := os.Getenv(name); v != "" {
		f, _ := strconv.ParseFloat(v, 64)
		return f
	}
	return def
}

// localise returns cards whose rarities count what is common around them.
func localise(cards []*card) []*card {
	M := par("LOCM", 100)
	if M > 1e8 {
		return cards
	}
	idfp, tfp := par("IDFP", 1), par("TFP", 1)
	namew := float32(par("NAMEW", 1))
	span := nutgraf.Day(par("LOCW", 7))
	byDay := map[nutgraf.Day]int{}
	df := map[uint32]map[nutgraf.Day]int{}
	for _, c := range cards {
		byDay[c.day]++
		for _, t := range c.terms {
			if df[t.hash] == nil {
				df[t.hash] = map[nutgraf.Day]int{}
			}
			df[t.hash][c.day]++
		}
	}
	out := make([]*card, len(cards))
	for i, c := range cards {
		d := *c
		d.terms = make([]cardTerm, len(c.terms))
		n := around(byDay, c.day, span)
		for k, t := range c.terms {
			p := math.Exp(-float64(t.rarity))
			l := -math.Log((float64(around(df[t.hash], c.day, span)-1) + M*p) / (float64(n-1) + M))
			r := float32(math.Min(float64(t.rarity), l))
			d.terms[k] = t
			tf := math.Exp(float64(t.weight/t.rarity) - 1)
			rp := float32(math.Pow(float64(r), idfp))
			d.terms[k].weight = float32(1+tfp*math.Log(tf)) * rp
			d.terms[k].rarity = rp
			if t.zone&nutgraf.IsName != 0 {
				d.terms[k].weight *= namew
				d.terms[k].rarity *= namew
			}
		}
		d.norms()
		out[i] = &d
	}
	return out
}

func around(m map[nutgraf.Day]int, day, span nutgraf.Day) int {
	if day == nutgraf.NoDay {
		return m[day]
	}
	n := 0
	for d := day - span; d <= day+span; d++ {
		n += m[d]
	}
	return n
}
