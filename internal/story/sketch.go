package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Form is the version of what Sketch makes. It grows when sketches made before
// are not to be compared with those made now.
const Form = 4

// Sizes that bound a sketch and the work of making it.
const (
	maxTerms   = 110   // terms kept of an article
	maxPairs   = 90    // pairs of neighbouring words kept
	maxNumbers = 16    // numbers kept of title and lead
	maxRead    = 20000 // words read of an article
	leadWords  = 90    // words of the text that count as its lead
)

// Steps in which a sketch counts.
const (
	weightSteps = 32  // of the logarithm of 1 + the number of uses
	raritySteps = 24  // of the logarithm of one over the share of articles
	minRarity   = 1.2 // words more common than this say nothing
	pairRarity  = 9.0 // the most that a pair of words can tell
)

// Sketcher makes sketches. It is safe for concurrent use.
type Sketcher struct {
	bg   *background
	days *dayWords
}

// New compiles a Sketcher from a language pack.
func New(pack *lang.Pack) (*Sketcher, error) {
	bg, err := loadBackground()
	if err != nil {
		return nil, err
	}
	return &Sketcher{bg: bg, days: newDayWords(pack)}, nil
}

// Sketch derives from a document what grouping needs. It reads the document
// alone, so that an article gives the same sketch with and without its
// segments and findings.
func (s *Sketcher) Sketch(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) nutgraf.Sketch {
	t := newTally(s.bg)
	t.event = eventDay{words: s.days, published: reliableDay(doc), day: nutgraf.NoDay}
	title, rest := headline(doc)
	t.read(title, nutgraf.InTitle|nutgraf.InLead)
	t.lead = leadWords
	for _, part := range rest {
		t.breakOff()
		t.read(part, 0)
	}
	return nutgraf.Sketch{
		Form: Form, ID: doc.ID, Outlet: doc.Outlet, Day: t.event.published, EventDay: t.event.day, EventWeekday: t.event.weekday, Words: t.words,
		Terms: t.terms(), Pairs: t.heaviestPairs(), Numbers: t.numbers, Prints: t.prints.list(),
	}
}

// reliableDay is the day of publication. The first of January is what many
// systems write when they know no date, so it is taken for none.
func reliableDay(doc *nutgraf.Document) nutgraf.Day {
	day := doc.Published.Day()
	if day == nutgraf.NoDay {
		return day
	}
	if _, month, of := day.Date(); month == time.January && of == 1 {
		return nutgraf.NoDay
	}
	return day
}

// gallery is the length from which a caption is those of a gallery, which tell the
// event at length; a shorter one is left out, since what it credits makes reports of
// one outlet alike.
const gallery = 500

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
		case b.Kind.Body() || b.Kind == nutgraf.Standfirst || b.Kind == nutgraf.Caption && b.Span.Len() > gallery:
			rest = append(rest, b.Span.Of(doc.Text))
		}
	}
	if len(doc.Blocks) == 0 {
		rest = []string{doc.Text}
	}
	if len(rest) > 0 && title != "" {
		first := strings.TrimLeft(rest[0], " \t\r\n")
		rest[0] = strings.TrimPrefix(first, title)
	}
	return title, rest
}

// tally counts the words of one article.
type tally struct {
	bg      *background
	slots   []int32
	mask    uint32
	found   []tallied
	arena   []byte
	words   int
	lead    int // words of the lead still to come
	pairs   []nutgraf.WordPair
	prev    uint32 // the content word just before, 0 for none
	rare    float32
	numbers []string
	prints  prints
	event   eventDay
}

type tallied struct {
	hash       uint32
	start, end int32 // in the arena
	count      int32
	uses, caps int32 // uses within a sentence, those that are capitalised
	rarity     float32
	known      uint8 // how often the language's news writes it with a capital, in tenths
	zone       nutgraf.TermZone
	kind       wordKind
	weight     uint8
	heft       float32
}

func newTally(bg *background) *tally {
	return &tally{bg: bg, slots: make([]int32, 1024), mask: 1023, found: make([]tallied, 0, 400), arena: make([]byte, 0, 4096)}
}

func (t *tally) read(text string, zone nutgraf.TermZone) {
	var w word
	for s := newScanner(text); t.words < maxRead && s.next(&w); {
		t.words++
		t.event.next(&w)
		z := zone
		if zone == 0 && t.lead > 0 {
			t.lead--
			z = nutgraf.InLead
		}
		e := t.add(&w, z)
		t.pair(&w, e)
		if zone == 0 {
			t.prints.add(e.hash)
		}
		if w.kind == numberWord && z != 0 && len(t.numbers) < maxNumbers && !slices.Contains(t.numbers, string(w.norm)) {
			t.numbers = append(t.numbers, string(w.norm))
		}
	}
}

func (t *tally) add(w *word, zone nutgraf.TermZone) *tallied {
	h := w.key()
	i := h & t.mask
	for t.slots[i] != 0 && t.found[t.slots[i]-1].hash != h {
		i = (i + 1) & t.mask
	}
	if t.slots[i] == 0 {
		start := int32(len(t.arena))
		t.arena = append(t.arena, w.norm...)
		e := tallied{hash: h, start: start, end: int32(len(t.arena)), kind: w.kind}
		e.rarity, e.known = t.bg.look(h)
		t.found = append(t.found, e)
		t.slots[i] = int32(len(t.found))
		if 2*len(t.found) > len(t.slots) {
			t.grow()
			i = t.slot(h)
		}
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
	return e
}

// slot returns where the word of hash h, which is held, has its slot.
func (t *tally) slot(h uint32) uint32 {
	i := h & t.mask
	for t.found[t.slots[i]-1].hash != h {
		i = (i + 1) & t.mask
	}
	return i
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

// pair notes two content words that stand side by side in one sentence.
func (t *tally) pair(w *word, e *tallied) {
	if e.rarity < minRarity {
		t.prev = 0
		return
	}
	if t.prev != 0 && !w.opens {
		h := uint32(mix(uint64(t.prev)<<32 | uint64(e.hash)))
		t.pairs = append(t.pairs, nutgraf.WordPair{Hash: h, Rarity: steps(min(e.rarity+t.rare, pairRarity), raritySteps)})
	}
	t.prev, t.rare = e.hash, e.rarity
}

// breakOff ends the run of words: what follows is another stretch of text.
func (t *tally) breakOff() { t.prev = 0 }

// heaviestPairs returns the rarest pairs, each once, by hash.
func (t *tally) heaviestPairs() []nutgraf.WordPair {
	byHash := func(a, b nutgraf.WordPair) int { return cmp.Compare(a.Hash, b.Hash) }
	slices.SortFunc(t.pairs, byHash)
	out := slices.CompactFunc(t.pairs, func(a, b nutgraf.WordPair) bool { return a.Hash == b.Hash })
	if len(out) > maxPairs {
		slices.SortFunc(out, func(a, b nutgraf.WordPair) int {
			return cmp.Or(cmp.Compare(b.Rarity, a.Rarity), byHash(a, b))
		})
		out = out[:maxPairs]
		slices.SortFunc(out, byHash)
	}
	return slices.Clone(out)
}

// terms returns the heaviest terms, by text.
func (t *tally) terms() []nutgraf.Term {
	keep := make([]*tallied, 0, len(t.found))
	for i := range t.found {
		if e := &t.found[i]; e.rarity >= minRarity && e.end-e.start > 1 {
			e.weigh()
			keep = append(keep, e)
		}
	}
	if len(keep) > maxTerms {
		slices.SortFunc(keep, func(a, b *tallied) int {
			return cmp.Or(cmp.Compare(b.heft, a.heft), cmp.Compare(a.hash, b.hash))
		})
		keep = keep[:maxTerms]
	}
	out := make([]nutgraf.Term, len(keep))
	for i, e := range keep {
		out[i] = nutgraf.Term{Text: string(t.arena[e.start:e.end]), Weight: e.weight, Rarity: steps(e.rarity, raritySteps), Zone: e.zone}
		if e.isName() && !t.event.words.isWeekday(out[i].Text) {
			out[i].Zone |= nutgraf.IsName
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.Term) int { return strings.Compare(a.Text, b.Text) })
	return out
}

// weigh sets the word's weight, the logarithm of one more than the number of
// its uses, and what a sketch would lose without it.
func (e *tallied) weigh() {
	e.weight = steps(float32(math.Log(float64(1+e.count))), weightSteps)
	e.heft = float32(e.weight) * e.rarity
	if e.zone != 0 {
		e.heft *= 2
	}
}

// isName reports whether a word is a name in this article: by its own capitals
// within sentences, else by how the language's news writes it.
func (e *tallied) isName() bool {
	if e.kind == numberWord {
		return false
	}
	if e.uses > 0 {
		return 2*e.caps > e.uses
	}
	return e.known >= 6 && e.known <= 10
}

func steps(x float32, per float32) uint8 {
	return uint8(min(255, max(1, x*per+.5)))
}
