package brief

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/extract"
)

// read gives texts of our own as the reports of one story.
func read(t *testing.T, texts ...string) []nutgraf.Member {
	t.Helper()
	pack, _ := english(t)
	annotator := annotate.New(pack)
	var members []nutgraf.Member
	for i, text := range texts {
		doc, err := extract.Document(&nutgraf.Item{ID: string(rune('a' + i)), Name: "report", Media: nutgraf.MediaText, Body: []byte(text), Given: nutgraf.Given{Date: "2031-03-04"}})
		if err != nil {
			t.Fatal(err)
		}
		seg, ann := annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	return members
}

// TestIntroduced: what "that" opens behind a noun told of for the first time is a
// clause on it, whatever its verb.
func TestIntroduced(t *testing.T) {
	_, w := english(t)
	for words, want := range map[string]bool{
		"backs a": false, "backs a measure": true, "backs a new federal measure": true, "made": false, "a board made": false, "a storm, board": false, "the measure": false,
	} {
		if got := w.introduced(strings.Fields(words)); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

// TestDue: a day is the one on which something is to come, or on which somebody said so.
func TestDue(t *testing.T) {
	_, w := english(t)
	for before, want := range map[string]bool{
		"The board will open the mole on": true, "The board is expected to open the mole on": true, "The board opened the mole on": false,
		"The board will open the mole, Marrow said on": false, "Marrow said the board will open the mole on": true,
	} {
		if got := w.due(before); got != want {
			t.Errorf("%q: %v", before, got)
		}
	}
}

// TestSupportHasHappenedToo: a report in which something is still to come is no witness
// that it happened.
func TestSupportHasHappenedToo(t *testing.T) {
	members := read(t, "The harbour board of Vale voted on Tuesday to close the mole of Port Ansel.", "The harbour board of Vale is set to vote on Tuesday to close the mole of Port Ansel.", "The harbour board of Vale voted to close the mole of Port Ansel, Marrow said.")
	var f nutgraf.Findings
	claim := nutgraf.Claim{}
	for _, m := range members {
		claim.Support = append(claim.Support, nutgraf.Support{Cite: m.Doc.Cite(m.Seg.Sentences[0].Span), Stance: nutgraf.Says})
	}
	f.Claims = []nutgraf.Claim{claim}
	_, w := english(t)
	var docs []string
	for _, c := range w.line(members, f, candidate{member: 0, span: members[0].Seg.Sentences[0].Span}).Cites {
		docs = append(docs, c.Doc)
	}
	if diff := cmp.Diff([]string{"a", "c"}, docs); diff != "" {
		t.Error(diff)
	}
}

// TestQuotedDayHasNoGloss: "yesterday" between marks counts from the day on which it was
// said, which the report's day is not.
func TestQuotedDayHasNoGloss(t *testing.T) {
	members := read(t, "“The mole was closed yesterday,” Ilse Marrow wrote to the harbour board of Port Ansel on Sunday.")
	_, w := english(t)
	c := candidate{member: 0, span: members[0].Seg.Sentences[0].Span}
	c.marks = marked(members[0], c.span)
	if got := w.line(members, nutgraf.Findings{}, c).Note; !strings.HasPrefix(got, "Sunday: ") {
		t.Errorf("note %q", got)
	}
}

// TestImpendingTitle: a title that has the event at hand is lent only where the nut graf
// has it so, too.
func TestImpendingTitle(t *testing.T) {
	members := read(t, "The harbour board of Vale closed the mole of Port Ansel on Tuesday.", "The harbour board of Vale closed the mole of Port Ansel on Tuesday after a storm.")
	members[0].Doc.Title, members[1].Doc.Title = "Harbour board of Vale prepares mole of Port Ansel for closing", "Harbour board of Vale closes mole"
	_, w := english(t)
	for lead, want := range map[string]string{
		"The harbour board of Vale closed the mole on Tuesday.":     "Harbour board of Vale closes mole",
		"The harbour board of Vale will close the mole on Tuesday.": "Harbour board of Vale prepares mole of Port Ansel for closing",
	} {
		lines := []nutgraf.BriefLine{{Text: lead, Cites: []nutgraf.Cite{{Ref: nutgraf.Ref{Doc: "a"}}}}}
		if got := w.headline(members, nutgraf.Findings{}, lines).Text; got != want {
			t.Errorf("%q: %q, want %q", lead, got, want)
		}
	}
}

// TestImpends: "to" has a title's matter at hand behind a word that says so, or where no
// verb stands before it.
func TestImpends(t *testing.T) {
	_, w := english(t)
	for title, want := range map[string]bool{
		"Board set to close mole": true, "Marrow to meet board": true, "Mole to be closed on Tuesday": true, "Vale awaits mole": true,
		"Board closes mole": false, "Board asks Marrow to close mole": false, "Ferries back to mole": false,
	} {
		if got := w.impends(title); got != want {
			t.Errorf("%q: %v", title, got)
		}
	}
}

// TestHeadlineTellsWhatTheNutGrafTells: of two titles in words that all reports use the one
// that tells what the nut graf tells is lent, and one that gives an angle is no better
// for being in the words of all.
func TestHeadlineTellsWhatTheNutGrafTells(t *testing.T) {
	members := read(t, "The harbour board of Vale closed the mole on Tuesday, and the ferries of Corrin sail to Ansel.", "Ferries of Corrin sail to Ansel since the harbour board of Vale closed the mole on Tuesday.")
	lines := []nutgraf.BriefLine{{Text: "The harbour board closed its mole on Tuesday.", Cites: []nutgraf.Cite{{}}}}
	_, w := english(t)
	for _, titles := range [][3]string{
		{"Ferries of Corrin sail to Ansel", "Harbour board closed mole", "Harbour board closed mole"},
		{"My harbour board closed my mole", "Board of Vale closed mole for fear", "Board of Vale closed mole for fear"},
	} {
		members[0].Doc.Title, members[1].Doc.Title = titles[0], titles[1]
		if got := w.headline(members, nutgraf.Findings{}, lines).Text; got != titles[2] {
			t.Errorf("%q", got)
		}
	}
}

// TestDenies: who denies a motion says of nothing that it is not so.
func TestDenies(t *testing.T) {
	_, w := english(t)
	for text, want := range map[string]bool{
		"the board denied the report":          true,
		"a court in vale denied the motion":    false,
		"the ferry was denied the berth":       false,
		"could not independently confirm what": true,
	} {
		words := strings.Fields(text)
		got := false
		for i := range words {
			got = got || w.denies(words, i)
		}
		if got != want {
			t.Errorf("%q denies: %v", text, got)
		}
	}
}

// TestInsert: what a report tells in one run stands in its order, and the first sentence first.
func TestInsert(t *testing.T) {
	c := func(member, order int) candidate { return candidate{member: member, order: order} }
	for _, x := range []struct {
		chosen []candidate
		add    candidate
		want   []int // the order of each in its report
	}{
		{[]candidate{c(0, 1), c(1, 3)}, c(1, 4), []int{1, 3, 4}},
		{[]candidate{c(0, 1), c(1, 3)}, c(1, 2), []int{1, 2, 3}},
		{[]candidate{c(0, 2), c(1, 5)}, c(0, 1), []int{2, 5, 1}},
	} {
		var got []int
		for _, y := range insert(x.chosen, x.add) {
			got = append(got, y.order)
		}
		if diff := cmp.Diff(x.want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// TestAfterthought: who says a sentence at its end by a pronoun is named before it.
func TestAfterthought(t *testing.T) {
	_, w := english(t)
	for text, want := range map[string]bool{
		"The storm could close the mole of Port Ansel for weeks, they said.":                 true,
		"Ilse Marrow opened the mole of Port Ansel on Monday, the board said.":               false,
		"Ilse Marrow said on Monday that the mole of Port Ansel, which they built, is shut.": false,
	} {
		m := read(t, text)[0]
		s := m.Seg.Sentences[0]
		var c candidate
		w.words(m, s, &c)
		if c.clings != want {
			t.Errorf("%s: %v", text, c.clings)
		}
	}
}

// TestRelate: what sentences share with other reports counts as a part of the most that one
// of them shares, and no more where all share little.
func TestRelate(t *testing.T) {
	cs := make([]candidate, 2)
	cs[0].traits[traitTold], cs[1].traits[traitTold] = .6, .3
	cs[0].traits[traitHeaded] = .04
	relate(cs)
	if a, b, c := cs[0].traits[traitTold], cs[1].traits[traitTold], cs[0].traits[traitHeaded]; a != 1 || b != .5 || c != .25 {
		t.Errorf("%v %v %v", a, b, c)
	}
}
