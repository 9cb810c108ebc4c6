package brief_test

import (
	"slices"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/brief"
	"nutgraf/internal/compare"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
)

// write reads texts of our own as the reports of one story and returns its nut
// graf with the members it was drawn from.
func write(t testing.TB, texts ...string) (nutgraf.Brief, []nutgraf.Member) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
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
	return brief.New(pack).Write(members, compare.New(pack).Compare(members)), members
}

const (
	ferryA = `Ferry strikes mole at Port Ansel

The ferry Corrin Maid struck the mole at Port Ansel in fog on Tuesday evening.

He had never seen such a fog, a sailor said.

"We heard a bell and then nothing," said Ilse Marrow, the captain of the Corrin Maid.

It was the second such accident in a year.`
	ferryB = `The ferry Corrin Maid ran into the mole at Port Ansel on Tuesday evening, and the harbour of Port Ansel was closed.

But nobody knows why.

"We heard a bell and then nothing," Captain Ilse Marrow told the Harbour Courier.

It is likely that the ferry Corrin Maid will sail again in May from Port Ansel.`
)

func TestBriefIsVerbatimAndStandsAlone(t *testing.T) {
	b, members := write(t, ferryA, ferryB)
	if len(b.Lines) < 2 || len(b.Lines) > 4 {
		t.Fatalf("%d lines: %v", len(b.Lines), b.Lines)
	}
	texts := map[string]string{}
	for _, m := range members {
		texts[m.Doc.ID] = m.Doc.Text
	}
	for i, l := range b.Lines {
		if c := l.Cites[0]; c.Span.Of(texts[c.Doc]) != l.Text || c.Text != l.Text {
			t.Errorf("line %q is not verbatim under its evidence %v", l.Text, c)
		}
		for _, bad := range []string{"He ", "But ", "It "} {
			if strings.HasPrefix(l.Text, bad) {
				t.Errorf("line %q leans on the sentence before it", l.Text)
			}
		}
		if i == 0 && !strings.Contains(l.Text, "Corrin Maid") {
			t.Errorf("the first line does not tell the event: %q", l.Text)
		}
	}
}

func TestBriefLeavesDisputedNumbersOut(t *testing.T) {
	b, _ := write(t,
		"The ferry Corrin Maid struck the mole at Port Ansel on Tuesday.\n\nSeven people were hurt when the Corrin Maid struck the mole at Port Ansel, the harbour office said.",
		"The ferry Corrin Maid ran into the mole at Port Ansel on Tuesday.\n\nNine people were injured when the Corrin Maid ran into the mole at Port Ansel, the ambulance service said.")
	for _, l := range b.Lines {
		if strings.Contains(l.Text, "Seven") || strings.Contains(l.Text, "Nine") {
			t.Errorf("a disputed number stands in the nut graf: %q", l.Text)
		}
	}
}

func TestBriefOfNothing(t *testing.T) {
	b, _ := write(t, "No more.")
	if len(b.Lines) > 0 || b.Headline.Text != "No more." {
		t.Errorf("%v", b)
	}
}

func TestBriefPrefersHardNewsThatStands(t *testing.T) {
	b, _ := write(t, `Port Ansel likes a bell. Frankly, you should hear it.

Ilse Marrow speaks at the mole in Port Ansel, Monday, March 3, 2031.

The harbour board of Port Ansel said on Tuesday that it will buy a new fog bell for the mole.

The bell will cost $40,000, the harbour board of Port Ansel said.

This means that the ferries can sail. He was glad.

Also, the mole is old.`,
		`Port Ansel is to get a new fog bell for its mole, the harbour board said on Tuesday.

A new fog bell for the mole at Port Ansel will cost $40,000, according to the board.`)
	if len(b.Lines) == 0 {
		t.Fatal("no nut graf")
	}
	for _, l := range b.Lines {
		for _, bad := range []string{"Frankly", "speaks at", "This means", "He was", "Also"} {
			if strings.Contains(l.Text, bad) {
				t.Errorf("%q stands in the nut graf", l.Text)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	pack, err := lang.Load("en")
	if err != nil {
		b.Fatal(err)
	}
	_, members := write(b, ferryA, ferryB, ferryA, ferryB, ferryA, ferryB, ferryA, ferryB, ferryA, ferryB)
	f, w := compare.New(pack).Compare(members), brief.New(pack)
	for b.Loop() {
		w.Write(members, f)
	}
}

// TestTheEventIsToldByALead: what opens a report goes before what stands further
// down, and the sentence behind a teaser before the teaser.
func TestTheEventIsToldByALead(t *testing.T) {
	for name, c := range map[string]struct {
		reports []string
		want    string
	}{
		"before its history": {[]string{
			"The harbour board closed the old mole of Port Ansel on Tuesday.\n\nThe mole of Port Ansel was built by Vale's navy in 1931 with stone from the quarry at Corrin.",
			"Divers found a crack in the old mole of Port Ansel, and the harbour board shut it on Tuesday.\n\nThe old mole of Port Ansel was built by Vale's navy in 1931 with stone from Corrin.",
		}, "harbour board"},
		"behind a teaser": {[]string{
			"The old mole of Port Ansel has had its day.\n\nVale's harbour board closed the mole of Port Ansel on Tuesday after divers found a crack.",
			"Ferries land at Corrin, as the mole of Port Ansel has a crack.",
		}, "Vale's harbour board closed the mole of Port Ansel on Tuesday after divers found a crack."},
		"behind a name in brackets": {[]string{
			"(MNA) Vale's harbour board closed the old mole of Port Ansel on Tuesday after divers found a crack.",
			"Ferries land at Corrin after divers found a crack in the mole of Port Ansel.",
		}, "Vale's harbour board closed the old mole of Port Ansel on Tuesday after divers found a crack."},
		"with a term between marks": {[]string{
			"Vale's harbour board closed the \"long arm\" of Port Ansel on Tuesday after divers found a crack.",
			"Ferries land at Corrin after divers found a crack in the mole of Port Ansel.",
		}, "Vale's harbour board closed the \"long arm\" of Port Ansel on Tuesday after divers found a crack."},
		"by somebody who has a name": {[]string{
			"One closed the mole of Port Ansel to the ferries of the Corrin line on Tuesday.",
			"Vale's harbour board closed the mole of Port Ansel to the ferries of the Corrin line on Tuesday.",
		}, "Vale's harbour board closed the mole"},
		"in a plan that needs no other": {[]string{
			"The first, a plan to close the mole of Port Ansel, passed Vale's council on Tuesday.",
			"The first plan to close the mole of Port Ansel passed Vale's council on Tuesday.",
		}, "The first plan to close the mole"},
		"before one told with somebody's day": {[]string{
			"Odo Tarn was mending a net in Port Ansel on Tuesday when the harbour board of Port Ansel closed the old mole.",
			"The harbour board of Port Ansel closed the old mole on Tuesday after divers found a crack.",
		}, "after divers found a crack"},
		"before a caption": {[]string{
			"Ilse Marrow returns to Port Ansel, Tuesday, after the harbour board closed the old mole of Port Ansel.",
			"The harbour board of Port Ansel closed the old mole, and Ilse Marrow came back to Port Ansel.",
		}, "came back"},
	} {
		b, _ := write(t, c.reports...)
		if len(b.Lines) == 0 || !strings.Contains(b.Lines[0].Text, c.want) {
			t.Errorf("%s: %v", name, b.Lines)
		}
	}
}

// TestBriefLeavesOutWhatLeans: on what was told of before, behind the front of a
// sentence; and it knows what only looks so.
func TestBriefLeavesOutWhatLeans(t *testing.T) {
	for sentence, want := range map[string]bool{
		"On Tuesday, the board closed the mole of Port Ansel to the ferries of the Corrin line until May.":                  false,
		"The harbour board of Vale, then, closed the mole of Port Ansel on Tuesday to the ferries of the Corrin line.":      false,
		"On Tuesday, the harbour board of Port Ansel closed the mole to the ferries of the Corrin line until May.":          true,
		"Ilse Marrow said on Tuesday that, despite the fog, the harbour board will open the mole of Port Ansel to ferries.": true,
		"The harbour board of Port Ansel has closed the mole on Tuesday, this time to mend the cracks that divers found.":   true,
		"The council of Vale asked on Tuesday whether the harbour board may close the mole of Port Ansel to the ferries.":   true,
		"But “with the mole closed,” it says, the harbour board of Port Ansel would lose 40 ferries a week to Vale.":        false,
		"That is what the harbour board of Port Ansel voted for on Tuesday when it closed the old mole to the ferries.":     false,
		"That’s a plan for which the harbour board of Port Ansel voted on Tuesday, 9 to 2, in the old hall at Corrin.":      false,
		"In particular, the harbour board of Port Ansel closed the old mole to the ferries of the Corrin line on Tuesday.":  false,
	} {
		b, _ := write(t, sentence, sentence)
		if got := len(b.Lines) > 0; got != want {
			t.Errorf("%q stands in the nut graf: %v", sentence, got)
		}
	}
}

func TestBriefQuotesNothingThatPoints(t *testing.T) {
	for words, want := range map[string]bool{"This mole is a danger to every ferry": false, "The mole of Port Ansel is a danger to every ferry": true} {
		b, _ := write(t,
			"The harbour board of Port Ansel closed the old mole on Tuesday after divers had found a crack.\n\nA storm tore 40 stones from it in May.\n\n“"+words+",” said Ilse Marrow, the mayor of Vale.",
			"Divers found a crack in the mole of Port Ansel, and the harbour board closed it on Tuesday.\n\n“"+words+",” said Mayor Ilse Marrow of Vale.")
		if got := slices.ContainsFunc(b.Lines, func(l nutgraf.BriefLine) bool { return strings.Contains(l.Text, words) }); got != want {
			t.Errorf("%q is quoted: %v", words, got)
		}
	}
}

// TestBriefLeavesDanglingObjectsOut: "it" and "him" that nothing before them in
// their sentence can mean.
func TestBriefLeavesDanglingObjectsOut(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Harbour industry groups have called it a “costly mistake” and a danger to all the boats of Port Ansel.":                false,
		"Harbour police arrested him at the mole of Port Ansel on Monday, and the board sold the ferry to a yard in Vale.":      false,
		"Ilse Marrow blamed them for the fog bell of Port Ansel on Monday, and the board sold the ferry to a yard in Vale.":     false,
		"Ilse Marrow denies it, but the harbour board of Port Ansel sold the ferry to a yard in Vale for 40 crowns on Monday.":  false,
		"The board of Port Ansel has made it clear that the ferry will sail from the old mole again on Monday.":                 true,
		"Ilse Marrow and foes of the Port Ansel ferry have called it a danger to boats of the Corrin line since Monday.":        true,
		"Ilse Marrow told her partner at the mole of Port Ansel on Monday that the board sold the ferry to a yard in Vale.":     true,
		"The harbour board sold the ferry on Monday after Ilse Marrow, the mayor of Port Ansel, had called it a danger to all.": true,
	} {
		b, _ := write(t, sentence, sentence)
		if got := len(b.Lines) > 0; got != want {
			t.Errorf("%q stands in the nut graf: %v", sentence, got)
		}
	}
}

func TestBriefLeavesCaptionsOut(t *testing.T) {
	b, _ := write(t, `Ferry strikes mole at Port Ansel

Captains of the line, like Ilse Marrow (right), have sailed to Port Ansel for years.

The ferry Corrin Maid struck the mole at Port Ansel in fog on Tuesday evening.

"We heard a bell and then nothing," said Ilse Marrow, the captain of the Corrin Maid.`, ferryB)
	for _, l := range b.Lines {
		if strings.Contains(l.Text, "(right)") {
			t.Errorf("the nut graf holds a caption: %s", l.Text)
		}
	}
}

func TestAReportInAnotherLanguageIsNotQuoted(t *testing.T) {
	b, members := write(t,
		"El transbordador Corrin Maid chocó el martes contra el muelle de Port Ansel con 212 personas a bordo, informó la autoridad portuaria.",
		"The ferry Corrin Maid struck the mole of Port Ansel on Tuesday with 212 people on board, the harbour board said.")
	for _, l := range b.Lines {
		if l.Cites[0].Doc != members[1].Doc.ID {
			t.Errorf("quoted: %s", l.Text)
		}
	}
	if len(b.Lines) == 0 {
		t.Error("no nut graf")
	}
}

// What somebody says over several sentences, of which the middle ones bear no marks,
// makes no columnist of the report that quotes him.
func TestALongQuotationIsNoComment(t *testing.T) {
	b, _ := write(t, "The harbour board of Port Ansel closed the old mole on Tuesday after divers found a crack.\n\n\"We have looked at it. We will look at it again. I fear for you and for us all,\" said Ilse Marrow.",
		"Ferries of the Corrin line sail from Vale, as the old mole of Port Ansel has a crack.")
	if len(b.Lines) == 0 || !strings.HasPrefix(b.Lines[0].Text, "The harbour board") {
		t.Errorf("%v", b.Lines)
	}
}

// A post that the page prints again, without marks, is its writer's and not the report's.
func TestAPostPrintedAgainIsNotQuoted(t *testing.T) {
	b, _ := write(t, "“The board of Port Ansel has closed the old mole for no good reason on Tuesday,” Ilse Marrow wrote on Twitter.\n\nThe board of Port Ansel has closed the old mole for no good reason on Tuesday.",
		"The harbour board of Port Ansel closed the old mole on Tuesday for a crack.")
	for _, l := range b.Lines {
		if strings.HasPrefix(l.Text, "The board of Port Ansel has closed") {
			t.Errorf("%s", l.Text)
		}
	}
}

// A headline that stands at the head of a text, with a surname that the text gives in
// full below it, is no sentence of the report.
func TestAHeadlineInTheTextIsNotQuoted(t *testing.T) {
	b, _ := write(t, "Marrow denies that the mole cracked as the board of Port Ansel holds its fire, its keeper calls tales of a crack 'idle charges.'\n\nIlse Marrow, the keeper of the old mole, on Tuesday denied that it had cracked.",
		"The harbour board of Port Ansel heard Ilse Marrow, the keeper of the old mole, deny on Tuesday that it had cracked.")
	for _, l := range b.Lines {
		if strings.HasPrefix(l.Text, "Marrow denies") {
			t.Errorf("%s", l.Text)
		}
	}
}

// What a court rules must be done is its word, not the writer's.
func TestARulingIsNoComment(t *testing.T) {
	b, _ := write(t, "The harbour board of Port Ansel must close its old mole, a judge ruled on Tuesday.\n\nDivers had found a crack in the mole.",
		"Ilse Marrow called a ruling on the old mole of Port Ansel late.")
	if len(b.Lines) == 0 || !strings.Contains(b.Lines[0].Text, "judge ruled on Tuesday") || !strings.Contains(b.Lines[0].Text, "must close") {
		t.Errorf("%v", b.Lines)
	}
}

func TestWhereAllCommentNoneIsQuoted(t *testing.T) {
	b, _ := write(t, "Let's be clear about what happened at the mole. We should have closed it, and you know it.",
		"The mole might fall, and our board could not care less. I fear it must come down.")
	if len(b.Lines) > 0 {
		t.Errorf("quoted: %s", b.Lines[0].Text)
	}
}
