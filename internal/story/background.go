package story

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// background.tsv holds how common words are in English news: a line per
// word with the number of articles (of those in the first line) that hold it
// and how many in ten of its uses within a sentence are capitalised. It is
// made by Counts; only counts are kept, no text.
//
//go:embed background.tsv
var backgroundFile string

// background answers how rare a word is.
type background struct {
	slots []bgSlot // open addressing by term hash
	mask  uint32
	rare  float32 // idf of a word that is not in the table
}

type bgSlot struct {
	hash uint32
	idf  float32
	caps uint8 // tenths of uses within a sentence that are capitalised; 255: empty slot
}

// rareDF is the number of articles a word outside the table is taken to be in:
// the table leaves out what stands in fewer than its smallest count.
const rareDF = 2

func loadBackground() (*background, error) { return parseBackground(backgroundFile) }

func parseBackground(raw string) (*background, error) {
	head, rest, _ := strings.Cut(raw, "\n")
	fields := strings.Fields(head)
	if len(fields) != 2 {
		return nil, fmt.Errorf("background of word counts: first line %q is not \"articles words\"", head)
	}
	articles, err1 := strconv.Atoi(fields[0])
	words, err2 := strconv.Atoi(fields[1])
	if err1 != nil || err2 != nil || articles < 1 || words < 0 || words > 1<<22 {
		return nil, fmt.Errorf("background of word counts: first line %q is not \"articles words\"", head)
	}
	b := newBackground(words, articles)
	for line := range strings.Lines(rest) {
		term, nums, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		df, caps, ok2 := strings.Cut(nums, "\t")
		n, err1 := strconv.Atoi(df)
		c, err2 := strconv.Atoi(caps)
		if !ok || !ok2 || err1 != nil || err2 != nil || c < 0 || c > 10 {
			return nil, fmt.Errorf("background of word counts: bad line %q", line)
		}
		b.put(hash32([]byte(term)), idf(articles, n), uint8(c))
	}
	return b, nil
}

func newBackground(words, articles int) *background {
	size := 1024
	for size < 2*words {
		size *= 2
	}
	b := &background{slots: make([]bgSlot, size), mask: uint32(size - 1), rare: idf(articles, rareDF)}
	for i := range b.slots {
		b.slots[i].caps = 255
	}
	return b
}

func idf(articles, df int) float32 {
	return float32(math.Log((float64(articles) + 1) / (float64(df) + 0.5)))
}

func (b *background) put(h uint32, idf float32, caps uint8) {
	i := h & b.mask
	for b.slots[i].caps != 255 && b.slots[i].hash != h {
		i = (i + 1) & b.mask
	}
	b.slots[i] = bgSlot{hash: h, idf: idf, caps: caps}
}

// look returns a word's idf and, in tenths, how often it is capitalised within
// sentences; 11 when the word is not in the table.
func (b *background) look(h uint32) (idf float32, caps uint8) {
	i := h & b.mask
	for b.slots[i].caps != 255 {
		if b.slots[i].hash == h {
			return b.slots[i].idf, b.slots[i].caps
		}
		i = (i + 1) & b.mask
	}
	return b.rare, 11
}
