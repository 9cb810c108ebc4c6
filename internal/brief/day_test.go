package brief_test

import (
	"slices"
	"strings"
	"testing"

	"nutgraf"
)

// TestBriefGlossesSureDaysOnly: a weekday that owns a thing may be past or to come,
// and "last Monday" is this week's or the one before.
func TestBriefGlossesSureDaysOnly(t *testing.T) {
	for sentence, want := range map[string]bool{
		"The harbour board of Port Ansel closed the old mole on Monday after divers of the navy had found a crack in it.":          true,
		"The harbour board of Port Ansel, heading into Friday's vote, closed the old mole after divers had found a crack in it.":   false,
		"The harbour board of Port Ansel has kept the old mole closed since last Monday, when divers had found a crack in it.":     false,
		"The harbour board of Port Ansel closed the old mole on the last day of its meeting after divers had found a crack in it.": false,
	} {
		b, _ := write(t, sentence, sentence)
		if len(b.Lines) == 0 {
			t.Errorf("no nut graf of %q", sentence)
			continue
		}
		if got := b.Lines[0].Note != ""; got != want {
			t.Errorf("%q is glossed: %q", sentence, b.Lines[0].Note)
		}
	}
}

// TestBriefKnowsWhoIsMeant: a person's pronoun ahead of the verb is no town's, and
// "that bill" behind "when" was told of before; "that" opens a clause before its verb.
func TestBriefKnowsWhoIsMeant(t *testing.T) {
	for sentence, want := range map[string]bool{
		"With two weeks to go until the vote of Port Ansel, her staff have asked the harbour board on Monday to close the mole.":   false,
		"With two weeks to go, Ilse Marrow of Port Ansel and her staff have asked the harbour board on Monday to close the mole.":  true,
		"Ilse Marrow, the quiet and stubborn newcomer, was made head of the harbour board of Port Ansel by its members on Monday.": true,
		"Four days later, Ilse Marrow of Port Ansel was made head of the harbour board by its members after divers found a crack.": false,
		"When that bill never came, the harbour board of Port Ansel decided on Monday to close the old mole to all the ferries.":   false,
		"The council of Port Ansel passed a bill on Monday that mends the old mole and buys a bell for the ferries of the line.":   true,
	} {
		b, _ := write(t, sentence, sentence)
		if got := len(b.Lines) > 0; got != want {
			t.Errorf("%q stands in the nut graf: %v", sentence, got)
		}
	}
}

// TestAPlainReportOpensWhereNoneIsBacked: reports that share hardly a word have a
// nut graf if one of them tells its news plainly, and none where it only sets a scene.
func TestAPlainReportOpensWhereNoneIsBacked(t *testing.T) {
	other := "Ferries of the Corrin line may have no harbour in the winter, when storms come. Crews fear for their pay. Our island will be hard to reach, and you know it."
	for sentence, want := range map[string]bool{
		"The harbour board of Port Ansel closed the old mole on Monday after divers had found a crack, its head Ilse Marrow said.": true,
		"There is a smell of tar in Port Ansel as Ilse Marrow of the harbour board walks along the mole, she said on Monday.":      false,
	} {
		b, _ := write(t, sentence, other)
		if got := slices.ContainsFunc(b.Lines, func(l nutgraf.BriefLine) bool { return strings.HasPrefix(l.Text, sentence[:20]) }); got != want {
			t.Errorf("%q opens the nut graf: %v", sentence, got)
		}
	}
}

// TestBriefTellsOfWhatWasTold: a noun with "the" may stand behind a sentence that tells
// of the thing, and a pronoun ahead of its name behind the sentence it goes on from.
func TestBriefTellsOfWhatWasTold(t *testing.T) {
	for _, next := range []string{
		"The resolution passed by 24 votes to 9 on Tuesday after six hours of debate in the old hall at Corrin.",
		"In her second speech in the hall at Corrin on Tuesday, Ilse Marrow called for 9 of the 33 guards and a vote after debate.",
	} {
		b, _ := write(t, "Ilse Marrow of the council of Port Ansel brought in a resolution on Tuesday to close the old mole to the ferries.\n\n"+next,
			"The old mole of Port Ansel is to be closed to the ferries by a resolution of Ilse Marrow, a member of the council.\n\nThey passed it by 24 votes to 9 after six hours of debate in the old hall at Corrin, with 9 of 33 guards at its doors.")
		if !slices.ContainsFunc(b.Lines, func(l nutgraf.BriefLine) bool { return l.Text == next }) {
			t.Errorf("%q does not stand in %v", next, b.Lines)
		}
	}
}

func TestBriefLeavesLabelsOut(t *testing.T) {
	for sentence, want := range map[string]bool{
		"CLAIM: The harbour board of Port Ansel closed the old mole on Monday after divers of the navy had found a crack in it.":            false,
		"Board closes mole of Port Ansel:The harbour board closed the old mole on Monday after divers of the navy had found a crack in it.": false,
		"The harbour board of Port Ansel closed its old mole on Monday for one reason: Ilse Marrow of the navy had found a crack in it.":    true,
		"ALL SHIPS OUT The harbour board of Port Ansel closed its old mole on Monday after divers of the navy had found a crack in it.":     false,
		"NATO and EU divers told the harbour board of Port Ansel on Monday of a crack in its old mole, Ilse Marrow of the navy said.":       true,
		"Ilse Marrow of Port Ansel said on Monday that the old mole of the harbour “is not safe.”to thank the divers of the navy for it.":   false,
		"Ilse Marrow of Port Ansel came to the harbour board on Monday to close its old mole, and behind her stood a diver with a.":         false,
	} {
		b, _ := write(t, sentence, sentence)
		if got := len(b.Lines) > 0; got != want {
			t.Errorf("%q stands in the nut graf: %v", sentence, got)
		}
	}
}
