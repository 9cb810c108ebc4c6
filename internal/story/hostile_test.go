package story

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"nutgraf"
)

// words draws n made-up words from a vocabulary, the earlier ones oftener.
func words(rng *rand.Rand, vocabulary, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		k := int(float64(vocabulary) * rng.Float64() * rng.Float64())
		for _, syllable := range []int{k % 17, k / 17 % 19, k / 323 % 23} {
			b.WriteString([]string{
				"ba", "ce", "di", "fo", "gu", "hal", "jer", "kin", "lom", "mur", "nas", "pel",
				"rit", "son", "tul", "va", "wes", "yor", "zan", "bru", "cla", "dro", "fle",
			}[syllable])
		}
	}
	return b.String()
}

// dated is an article of the given day of April and May 2031.
func dated(id, outlet string, day int, title, text string) *nutgraf.Document {
	d := article(id, (nutgraf.DayDate(2031, 4, 1) + nutgraf.Day(day)).String(), title, text)
	d.Outlet = outlet
	return d
}

var skies = []string{"bright", "dull", "stormy", "mild", "frosty", "hazy", "wet", "clear"}

// hostile are streams of articles made to run together.
var hostile = []struct {
	name    string
	largest int // texts that a story may have at most
	make    func(rng *rand.Rand) []*nutgraf.Document
}{
	{"weather, each day anew", 2, func(rng *rand.Rand) (out []*nutgraf.Document) {
		for day := range 60 {
			sky := skies[rng.IntN(len(skies))]
			out = append(out, dated(fmt.Sprintf("weather-%02d", day), "Ulverby Echo", day, "Weather for the Tarn valley: "+sky,
				fmt.Sprintf("The Tarn valley wakes to %s skies with %d degrees at dawn and %d by noon. Wind from the %s will reach %d knots off Ulverby, the weather office said. Sunset is at %d.%02d. The outlook for the coming days remains %s, with showers possible over the Skerry Isles.",
					sky, 2+rng.IntN(20), 8+rng.IntN(20), []string{"west", "north", "south"}[rng.IntN(3)], 3+rng.IntN(30), 6+rng.IntN(3), rng.IntN(60), skies[rng.IntN(len(skies))])))
		}
		return out
	}},
	{"markets, each day anew", 2, func(rng *rand.Rand) (out []*nutgraf.Document) {
		for day := range 60 {
			move := []string{"rose", "fell", "slipped", "climbed"}[rng.IntN(4)]
			out = append(out, dated(fmt.Sprintf("market-%02d", day), "Halvard Ledger", day, fmt.Sprintf("Halvard shares %s %d.%d percent", move, rng.IntN(4), rng.IntN(10)),
				fmt.Sprintf("Shares on the Halvard exchange %s %d.%d percent to close at %d points. Copper producers led the list with %s up %d percent, while shipping stocks were %s. The crown traded at %d.%02d to the dollar. Dealers said volumes were %s.",
					move, rng.IntN(4), rng.IntN(10), 4000+rng.IntN(900), words(rng, 400, 1), 1+rng.IntN(9), skies[rng.IntN(8)], 7+rng.IntN(2), rng.IntN(100), skies[rng.IntN(8)])))
		}
		return out
	}},
	{"horoscopes", 2, func(rng *rand.Rand) (out []*nutgraf.Document) {
		for day := range 20 {
			for _, sign := range []string{"Aries", "Taurus", "Gemini", "Cancer", "Leo", "Virgo"} {
				out = append(out, dated(fmt.Sprintf("stars-%02d-%s", day, sign), "Pulse", day, "Your stars today: "+sign,
					fmt.Sprintf("%s: a %s day at work awaits you. Someone close brings news of %s, and money matters look %s until the evening. Lucky number: %d.", sign, skies[rng.IntN(8)], words(rng, 900, 2), skies[rng.IntN(8)], 1+rng.IntN(49))))
			}
		}
		return out
	}},
	{"match reports", 4, func(rng *rand.Rand) (out []*nutgraf.Document) {
		for round := range 8 {
			for match := range 10 {
				home, away := words(rand.New(rand.NewPCG(9, uint64(2*match))), 4000, 1), words(rand.New(rand.NewPCG(9, uint64(2*((match+round)%10)+1))), 4000, 1)
				a, b := rng.IntN(5), rng.IntN(5)
				out = append(out, dated(fmt.Sprintf("match-%d-%02d", round, match), "Match Day", 7*round, fmt.Sprintf("%s %d %s %d", strings.ToTitle(home), a, strings.ToTitle(away), b),
					fmt.Sprintf("%s and %s met before a crowd of %d on Saturday. %s scored after %d minutes for the home side and %s hit the post late on. The coach of %s called it a %s afternoon. %s",
						home, away, 2000+rng.IntN(30000), words(rng, 6000, 1), 1+rng.IntN(90), words(rng, 6000, 1), away, skies[rng.IntN(8)], words(rng, 6000, 40))))
			}
		}
		return out
	}},
	{"one outlet floods with one foot under all", 6, func(rng *rand.Rand) (out []*nutgraf.Document) {
		foot := " Sign up for the morning letter of the Skerry Bugle, follow our reporters wherever you are, and write to the harbour desk with your own story of the isles. The Skerry Bugle is printed in Ulverby."
		for n := range 700 {
			out = append(out, dated(fmt.Sprintf("flood-%04d", n), "Skerry Bugle", 0, words(rng, 9000, 6), words(rng, 9000, 80)+"."+foot))
		}
		return out
	}},
	{"a thousand copies", 1, func(*rand.Rand) (out []*nutgraf.Document) {
		for n := range 1000 {
			d := *newsroom[0]
			d.ID = fmt.Sprintf("copy-%04d", n)
			out = append(out, &d)
		}
		return out
	}},
	{"short notices in one turn of phrase", 8, func(rng *rand.Rand) (out []*nutgraf.Document) {
		towns := strings.Fields("Aberdeen Antwerp Bergen Bilbao Bordeaux Bristol Cardiff Cork Dover Dublin Galway Gdansk Genoa Ghent Gothenburg Hamburg Helsinki Hull Kiel Lisbon Liverpool Malmo Marseille Naples Odessa Oslo Palermo Plymouth Porto Riga Rotterdam Seville Stockholm Swansea Tallinn Trieste Turku Valencia Venice Vigo")
		for n, town := range towns {
			what := []string{"quay", "library", "bridge", "market hall", "swimming bath", "museum"}[rng.IntN(6)]
			out = append(out, dated(fmt.Sprintf("notice-%02d", n), "", rng.IntN(5), fmt.Sprintf("%s of %s closed", strings.ToUpper(what[:1])+what[1:], town),
				fmt.Sprintf("The %s of %s is closed until Friday, the %s said on Monday. Callers are sent to number %d.", what, town, []string{"harbour master", "mayor", "town clerk", "keeper"}[rng.IntN(4)], 2+rng.IntN(90))))
		}
		return out
	}},
	{"no dates, and dates to come", 12, func(rng *rand.Rand) (out []*nutgraf.Document) {
		for n := range 700 {
			d := dated(fmt.Sprintf("when-%04d", n), "", 0, words(rng, 300, 4), words(rng, 300, 60))
			d.Published = nutgraf.Published{}
			if n%2 == 0 {
				d.Published.Value = "9999-12-31"
			}
			out = append(out, d)
		}
		return out
	}},
	{"all at the same second, few words to tell them apart", 12, func(rng *rand.Rand) (out []*nutgraf.Document) {
		for n := range 700 {
			out = append(out, dated(fmt.Sprintf("same-%04d", n), "", 0, words(rng, 300, 4), words(rng, 300, 60)))
		}
		return out
	}},
}

// TestHostileStreams: bounded time, and no story that swallows the rest.
func TestHostileStreams(t *testing.T) {
	sk := sketcher(t)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			g := NewGrouper()
			docs := h.make(rand.New(rand.NewPCG(5, 6)))
			for _, d := range docs {
				g.Add(sk.Sketch(d, nil, nil))
			}
			start, largest, example := time.Now(), 0, []string(nil)
			for _, s := range g.Settle() {
				if texts := len(s.Members) - max(0, copiesIn(s)-len(s.Copies)); texts > largest {
					largest, example = texts, s.Members
				}
			}
			t.Logf("%d articles, the largest story has %d texts", len(docs), largest)
			if largest > h.largest {
				t.Errorf("a story of %d texts, want none of more than %d: %.300v", largest, h.largest, example)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("settling took %v", took)
			}
		})
	}
}
