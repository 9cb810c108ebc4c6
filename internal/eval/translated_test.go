package eval

import (
	"testing"

	"nutgraf"
	"nutgraf/internal/compare"
	"nutgraf/internal/lang"
)

// TestTranslated: one report of our own in four languages and in two words of one
// tells one thing; no version may raise a difference with another, however numbers
// and days are written there.
func TestTranslated(t *testing.T) {
	versions := []string{
		"The ferry Corrin Maid struck the mole of Port Ansel on Tuesday, 4 March 2031, with 1,212 people on board. Seven were hurt, said Ilse Marrow, the head of the harbour board. \"We heard a bell and then nothing,\" she said. The repair will cost $3.5 million and take 14 days.",
		"With 1,212 people aboard, the Corrin Maid ran into Port Ansel's mole on March 4, 2031. Harbour board head Ilse Marrow said 7 people had been injured. “We heard a bell, and then nothing,” Marrow said. Repairs are to take two weeks and will cost three and a half million dollars.",
		"El transbordador Corrin Maid chocó contra el muelle de Port Ansel el martes 4 de marzo de 2031 con 1.212 personas a bordo. Siete resultaron heridas, dijo Ilse Marrow, jefa de la autoridad portuaria. «Oímos una campana y luego nada», dijo. La reparación costará 3,5 millones de dólares y durará 14 días.",
		"Die Fähre Corrin Maid ist am Dienstag, dem 4. März 2031, mit 1.212 Menschen an Bord gegen die Mole von Port Ansel gefahren. Sieben wurden verletzt, sagte Ilse Marrow, die Leiterin der Hafenbehörde. „Wir hörten eine Glocke und dann nichts“, sagte sie. Die Reparatur kostet 3,5 Millionen Dollar und dauert 14 Tage.",
		"Le ferry Corrin Maid a heurté le môle de Port Ansel mardi 4 mars 2031 avec 1 212 personnes à bord. Sept ont été blessées, a dit Ilse Marrow, chef de l'autorité portuaire. « Nous avons entendu une cloche, puis plus rien », a-t-elle dit. La réparation coûtera 3,5 millions de dollars et durera 14 jours.",
	}
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	p, c := program(t), compare.New(pack)
	for i := range versions {
		for k := i + 1; k < len(versions); k++ {
			a, okA := p.member(Input{ID: "a", Text: versions[i], Date: "2031-03-04"})
			b, okB := p.member(Input{ID: "b", Text: versions[k], Date: "2031-03-05"})
			if !okA || !okB {
				t.Fatal("a version cannot be read")
			}
			if got := c.Compare(c.Order([]nutgraf.Member{a, b})).Conflicts; loud(got, false) > 0 {
				t.Errorf("versions %d and %d: %s", i, k, shownIn(got))
			}
		}
	}
}
