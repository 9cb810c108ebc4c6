package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Form is the version of what Sketch makes. It grows when sketches made before
// are not to be compared with those made now.
const Form = 1

// Sizes that bound a sketch and the work of making it.
const (
	maxTerms  = 120   // terms kept of an article
	maxRead   = 20000 // words read of an article
	leadWords = 90    // words of the text that count as its lead
	minIDF    = 1.2   // words more common than this say nothing
)

// Sketcher makes sketches. It is safe for concurrent use.
type Sketcher struct {
	bg *background
}

// New compiles a Sketcher from a language pack.
func New(pack *lang.Pack) (*Sketcher, error) {
	bg, err := loadBackground()
	if err != nil {
		return nil, err
	}
	return &Sketcher{bg: bg}, nil
}

// Sketch derives from a document what grouping needs. It reads the document
// alone, so that an article gives the same sketch with and without its
// findings; of these only the verdict on the publication date is used, when
// ann is given.
func (s *Sketcher) Sketch(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) nutgraf.Sketch {
	day := doc.Published.Day()
	if ann != nil && ann.Published.Value != "" {
		day = ann.Published.Day()
	}
	t := newTally(s.bg)
	title, rest := headline(doc)
	t.read(title, nutgraf.InTitle|nutgraf.InLead)
	t.lead = leadWords
	for _, part := range rest {
		t.read(part, 0)
	}
	return nutgraf.Sketch{
		Form: Form, ID: doc.ID, Outlet: doc.Outlet, Day: day, Words: t.words,
		Terms: t.terms(), Pairs: t.topPairs(), Numbers: t.numbers, Weekdays: t.weekdays, Months: t.months,
	}
}

// headline returns a document's title and the stretches of its text that tell
// the story, without the title and without what the page hangs around it.
func headline(doc *nutgraf.Document) (title string, rest []string) {
	title = strings.TrimSpace(doc.Title)
	for _, b := range doc.Blocks {
		switch {
		case b.Kind == nutgraf.Headline:
			if title == "" {
				title = b.Span.Of(doc.Text)
			}
		case b.Kind.Body() || b.Kind == nutgraf.Standfirst || b.Kind == nutgraf.Caption:
			rest = append(rest, b.Span.Of(doc.Text))
		}
	}
	if len(doc.Blocks) == 0 {
		rest = []string{doc.Text}
	}
	if len(rest) == 0 {
		return title, nil
	}
	first := strings.TrimLeft(rest[0], " \t\r\n")
	if title != "" && strings.HasPrefix(first, title) {
		first = first[len(title):]
	}
	rest[0] = first
	return title, rest
}

// tally counts the words of one article.
type tally struct {
	bg    *background
	slots []int32
	mask  uint32
	found []tallied
	arena []byte
	words int
	lead  int // words of the lead still to come

	pairs    map[uint32]float32
	prev     uint32
	prevIDF  float32
	numbers  []string
	weekdays uint8
	months   uint16
}

type tallied struct {
	hash       uint32
	start, end int32 // in the arena
	count      float32
	uses, caps int32 // uses within a sentence, those that are capitalised
	zone       nutgraf.TermZone
	kind       wordKind
}

func newTally(bg *background) *tally {
	return &tally{bg: bg, slots: make([]int32, 1024), mask: 1023, found: make([]tallied, 0, 400), arena: make([]byte, 0, 4096)}
}

func (t *tally) read(text string, zone nutgraf.TermZone) {
	var w word
	for s := newScanner(text); t.words < maxRead && s.next(&w); {
		t.words++
		z := zone
		if zone == 0 && t.lead > 0 {
			t.lead--
			z = nutgraf.InLead
		}
		if len(w.norm) > 1 {
			t.add(&w, z)
		}
		t.pair(&w)
		if t.words < int(par("WDN", 150)) {
			for i, d := range weekdayNames {
				if string(w.norm) == d {
					t.weekdays |= 1 << i
				}
			}
			for i, d := range monthNames {
				if w.upper && strings.HasPrefix(d, string(w.norm)) && len(w.norm) > 2 {
					t.months |= 1 << i
				}
			}
		}
		if w.kind == numberWord && z != 0 && len(t.numbers) < 24 {
			t.numbers = append(t.numbers, string(w.norm))
		}
	}
}

func (t *tally) add(w *word, zone nutgraf.TermZone) {
	h := hash32(w.norm)
	i := h & t.mask
	for t.slots[i] != 0 && t.found[t.slots[i]-1].hash != h {
		i = (i + 1) & t.mask
	}
	if t.slots[i] == 0 {
		start := int32(len(t.arena))
		t.arena = append(t.arena, w.norm...)
		t.found = append(t.found, tallied{hash: h, start: start, end: int32(len(t.arena)), kind: w.kind})
		t.slots[i] = int32(len(t.found))
	}
	e := &t.found[t.slots[i]-1]
	e.count++
	e.zone |= zone
	if zone&nutgraf.InTitle == 0 && !w.opens {
		e.uses++
		if w.upper {
			e.caps++
		}
	}
	if 2*len(t.found) > len(t.slots) {
		t.grow()
	}
}

var weekdayNames = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
var monthNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// pair notes two content words that stand side by side.
func (t *tally) pair(w *word) {
	if t.pairs == nil {
		t.pairs = map[uint32]float32{}
	}
	h := hash32(w.norm)
	rarity, _ := t.bg.look(h)
	if rarity < minIDF {
		t.prev = 0
		return
	}
	if t.prev != 0 && !w.opens {
		t.pairs[uint32(mix(uint64(t.prev)<<32|uint64(h)))] = rarity + t.prevIDF
	}
	t.prev, t.prevIDF = h, rarity
}

func (t *tally) topPairs() []nutgraf.Pair {
	out := make([]nutgraf.Pair, 0, len(t.pairs))
	for h, r := range t.pairs {
		out = append(out, nutgraf.Pair{Hash: h, Rarity: r})
	}
	slices.SortFunc(out, func(a, b nutgraf.Pair) int { return cmp.Compare(a.Hash, b.Hash) })
	return out
}

func (t *tally) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	t.mask = uint32(len(t.slots) - 1)
	for n := range t.found {
		i := t.found[n].hash & t.mask
		for t.slots[i] != 0 {
			i = (i + 1) & t.mask
		}
		t.slots[i] = int32(n + 1)
	}
}

// terms returns the heaviest terms, in the order of their text.
func (t *tally) terms() []nutgraf.Term {
	out := make([]nutgraf.Term, 0, len(t.found))
	for i := range t.found {
		e := &t.found[i]
		rarity, caps := t.bg.look(e.hash)
		if rarity < minIDF {
			continue
		}
		zone := e.zone
		if e.kind == plainWord && isName(e, caps) {
			zone |= nutgraf.IsName
		}
		weight := (1 + float32(math.Log(float64(e.count)))) * rarity
		out = append(out, nutgraf.Term{Text: string(t.arena[e.start:e.end]), Weight: weight, Rarity: rarity, Zone: zone})
	}
	if len(out) > maxTerms {
		slices.SortFunc(out, func(a, b nutgraf.Term) int {
			return cmp.Or(cmp.Compare(heft(b), heft(a)), strings.Compare(a.Text, b.Text))
		})
		out = slices.Clone(out[:maxTerms])
	}
	slices.SortFunc(out, func(a, b nutgraf.Term) int { return strings.Compare(a.Text, b.Text) })
	return out
}

// heft orders terms by what a sketch would lose without them.
func heft(t nutgraf.Term) float32 {
	if t.Zone&(nutgraf.InTitle|nutgraf.InLead) != 0 {
		return 2 * t.Weight
	}
	return t.Weight
}

// isName reports whether a word is a name in this article: by its own capitals
// within sentences, else by how the language's news writes it.
func isName(e *tallied, caps uint8) bool {
	if e.uses > 0 {
		return 2*e.caps > e.uses
	}
	return caps >= 6 && caps <= 10
}
