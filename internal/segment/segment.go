// Package segment cuts a document into sentences and tokens.
//
// Tokens are spans over the text: words (with inner hyphens, apostrophes and
// the points of "U.S."), numbers (with inner separators and the letters grown
// to them, as in "24th" or "5bn"), single quotation marks and single other
// characters. A possessive "'s" is a token of its own; so is the full stop of
// "Inc.", which belongs to the word only where the word has points inside.
// An address on the web is one word.
//
// Sentences lie within blocks. Inside quotation marks that hold several
// sentences each is one of its own; marks and brackets that close after a full
// stop belong to the sentence they close. A line that ends inside a block ends
// a sentence, unless the block is prose broken at a fixed width.
//
// The text of a link that a page wrote into a sentence, behind the name it hangs
// on, has no tokens: what reads the sentence passes over it.
//
// The package does not look at what words mean beyond its lists, and does not
// find names, headlines or furniture: blocks say what they are.
package segment

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Splitter cuts documents of one language. It is safe for concurrent use.
type Splitter struct {
	words map[string]trait // lower-case words, and abbreviations as written, without their full stop
}

// trait holds what the lists say of a word.
type trait uint8

const (
	opens    trait = 1 << iota // abbreviation that something always follows
	numbers                    // abbreviation that a number follows
	closes                     // abbreviation that may end a sentence
	starter                    // opens a sentence when capitalised
	marked                     // name that ends in "!" or "?"
	speaking                   // verb of saying
	dated                      // day or month, or what else follows a time of day
)

// New compiles a Splitter from a language pack.
func New(pack *lang.Pack) *Splitter {
	s := &Splitter{words: map[string]trait{}}
	classes := map[string]trait{"before": opens, "number": numbers, "after": closes}
	for _, row := range pack.Rows("abbreviations") {
		class := opens
		if len(row) > 1 {
			class = classes[row[1]]
		}
		s.words[trimPoint(row[0])] |= class
	}
	s.add(pack.List("sentence_starters"), starter)
	s.add(pack.List("opening_nouns"), starter)
	s.add(pack.List("sentence_cues"), speaking)
	s.add(pack.List("marked_names"), marked)
	s.add(pack.List("calendar_names"), dated)
	s.add(pack.List("zones"), dated)
	return s
}

func (s *Splitter) add(words []string, t trait) {
	for _, w := range words {
		s.words[w] |= t
	}
}

func trimPoint(w string) string {
	if n := len(w); n > 0 && w[n-1] == '.' {
		return w[:n-1]
	}
	return w
}

// Split cuts doc into sentences and tokens. It never fails. A document without
// blocks is read as paragraphs parted by blank lines; its sentences carry the
// block -1.
func (s *Splitter) Split(doc *nutgraf.Document) *nutgraf.Segments {
	seg := &nutgraf.Segments{
		Tokens:    make([]nutgraf.Token, 0, len(doc.Text)/5+8),
		Sentences: make([]nutgraf.Sentence, 0, len(doc.Text)/100+4),
	}
	c := cutter{words: s.words, text: doc.Text, seg: seg}
	if len(doc.Blocks) == 0 {
		c.paragraphs()
		return seg
	}
	for i, b := range doc.Blocks {
		c.block(b.Span, i)
	}
	return seg
}
