package brief_test

import (
	"slices"
	"strings"
	"testing"

	"nutgraf"
)

// chosen reports whether a sentence stands in a nut graf.
func chosen(b nutgraf.Brief, words string) bool {
	return slices.ContainsFunc(b.Lines, func(l nutgraf.BriefLine) bool { return strings.Contains(l.Text, words) })
}

const (
	moleA = `The harbour board of Port Ansel will close the old mole to the ferries of the Corrin line on Tuesday, the Vale Courier reported.

The board has 40 members.

A storm tore 40 stones from the mole in May.

The lighthouse of Port Ansel has a red door.

Gulls nest on the roof of the old ice house.

`
	moleB = `The old mole of Port Ansel is to be closed to the Corrin ferries, the harbour board told the Vale Courier.

Fishermen in Port Ansel mend their nets by the ice house.

`
)

// TestBriefTellsTheAnswer: who denies what is told stands in the nut graf,
// late in a report as it may.
func TestBriefTellsTheAnswer(t *testing.T) {
	for sentence, want := range map[string]bool{
		`In a statement to the Harbour Post, a board spokeswoman said the report of the Vale Courier was “baseless”.`:      true,
		"The Harbour Post could not independently confirm what the Vale Courier tells of the harbour board of Port Ansel.": true,
	} {
		b, _ := write(t, moleA+sentence, moleB)
		if got := chosen(b, sentence); got != want {
			t.Errorf("%q stands in the nut graf: %v", sentence, got)
		}
	}
}

// TestBriefTellsWhoCondemns: who answers what is told with no denial stands in the nut graf
// where the report has it behind its lead.
func TestBriefTellsWhoCondemns(t *testing.T) {
	answer := "Ilse Marrow, the mayor of Vale, condemned the harbour board and called the people of her town together for Friday."
	if b, _ := write(t, strings.Replace(moleA, "The board has 40 members.", answer, 1), moleB); !chosen(b, answer) {
		t.Errorf("%q does not stand in %v", answer, b.Lines)
	}
}

// TestBriefPrefersWhatReportsComeBackTo: of two matters the one is added to which
// another report comes back.
func TestBriefPrefersWhatReportsComeBackTo(t *testing.T) {
	shared := "Divers from Vale found three cracks in the foundation of the mole in April, and told the board."
	lone := "Painters from Corrin gave the bell of the lighthouse a white coat in April."
	b, _ := write(t,
		"The harbour board of Port Ansel closed the old mole to the ferries on Tuesday.\n\n"+lone+"\n\n"+shared,
		"The old mole of Port Ansel was closed to the ferries by the harbour board on Tuesday.\n\nThree cracks are in the foundation of the mole, which divers found.")
	if !chosen(b, "cracks in the foundation") || chosen(b, lone) {
		t.Errorf("what both reports tell is left out, or what one tells is not: %v", b.Lines)
	}
}
