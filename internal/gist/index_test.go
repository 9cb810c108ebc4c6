package gist_test

import (
	"slices"
	"testing"

	"nutgraf"
	"nutgraf/internal/extract"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

// read makes reports of plain texts, and a reader of them.
func read(t *testing.T, texts ...string) (*gist.Reader, []nutgraf.Member) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	splitter := segment.New(pack)
	var members []nutgraf.Member
	for _, text := range texts {
		doc, err := extract.Document(&nutgraf.Item{Media: nutgraf.MediaText, Body: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, nutgraf.Member{Doc: doc, Seg: splitter.Split(doc), Ann: &nutgraf.Annotations{}})
	}
	return gist.New(pack), members
}

func TestPlaces(t *testing.T) {
	reader, members := read(t,
		"The mill at Orsa closed after 90 years.",
		"Nothing was said of wages. The mill closed on Friday. It had stood in Orsa for 90 years.",
		"Orsa has a mill and a school.",
		"Bread is dear this winter.",
	)
	index := reader.Index(members)
	whole := nutgraf.Span{End: len(members[0].Doc.Text)}
	terms, plain := index.Terms(0, whole, nutgraf.Span{}), index.Plain(0, whole, nutgraf.Span{})
	if len(plain) >= len(terms) {
		t.Errorf("plain terms %v of %v", plain, terms)
	}
	got := index.Shares(terms)
	if got[0] != 1 || got[1] != 1 {
		t.Errorf("told whole: %v", got)
	}
	if share := got[2]; share <= 0 || share >= .6 {
		t.Errorf("told in part: %v", share)
	}
	if _, told := got[3]; told {
		t.Errorf("not told: %v", got[3])
	}
	if spread := index.Spread(plain); spread[1] != len(plain) || spread[2] == 0 || spread[2] >= len(plain) || spread[3] != 0 {
		t.Errorf("anywhere: %v of %d", spread, len(plain))
	}
	if !index.Known("mills") || index.Known("wages") || index.Known("bell") {
		t.Error("a mill is at the head of three reports, wages at that of one")
	}
	members[3].Doc.Title = "A word on wages"
	if !reader.Index(members).Known("wages") {
		t.Error("wages stand in a title")
	}
	if both, alone := index.At(index.Weighed(terms), 1, 1); both != 1 || alone >= 1 {
		t.Errorf("at one sentence: %v, %v", both, alone)
	}
}

// A word like a term counts as most of it, once a place, where it is asked loosely, and not at
// all otherwise.
func TestLoosely(t *testing.T) {
	reader, members := read(t,
		"An attorney of the mill withdrew.",
		"A lawyer of the mill, and counsel to it, withdrew.",
		"The mill has an attorney and a lawyer. One will withdraw.",
		"The mill stands.",
	)
	index := reader.Index(members)
	terms := index.Terms(0, nutgraf.Span{End: len(members[0].Doc.Text)}, nutgraf.Span{})
	exact, loose := index.Shares(terms), index.LooseShares(terms)
	if exact[1] >= loose[1] || loose[1] >= 1 || loose[2] >= 1 || loose[2] <= exact[2] || loose[0] != 1 || loose[3] != exact[3] {
		t.Errorf("exactly %v, loosely %v", exact, loose)
	}
	if _, at := index.At(index.Loosely(terms), 1, 0); at != loose[1] {
		t.Errorf("%v at the sentence, %v at the most", at, loose[1])
	}
}

func TestReadIsTerms(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := extract.Document(&nutgraf.Item{Media: nutgraf.MediaText, Body: []byte("The record-breaking mill at Orsa, Vale's own, closed after 90 well-paid years.")})
	if err != nil {
		t.Fatal(err)
	}
	seg, reader := segment.New(pack).Split(doc), gist.New(pack)
	index := reader.Index([]nutgraf.Member{{Doc: doc, Seg: seg, Ann: &nutgraf.Annotations{}}})
	for from := range len(doc.Text) + 1 {
		for end := from; end <= len(doc.Text); end++ {
			span := nutgraf.Span{Start: from, End: end}
			if got, want := index.Read(0, span), reader.Terms(nil, doc, seg, span); !slices.Equal(got, want) {
				t.Fatalf("%v: read %v, want %v", span, got, want)
			}
		}
	}
}

// TestWordsOfOneMatterShareAKey holds that a listed word that ends in e stands for its
// forms without it, too.
func TestWordsOfOneMatterShareAKey(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	r := gist.New(pack)
	for _, words := range [][]string{{"injured", "injuring", "injuries"}, {"released", "releasing"}, {"purchase", "purchasing"}} {
		for _, w := range words[1:] {
			if r.Key(w) != r.Key(words[0]) {
				t.Errorf("%q has the key %q, %q has %q", w, r.Key(w), words[0], r.Key(words[0]))
			}
		}
	}
}
