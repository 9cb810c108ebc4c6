package dateline

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"PORT ANSEL - The ferry struck the mole.", "The ferry struck the mole."},
		{"ANSEL — The ferry struck the mole.", "The ferry struck the mole."},
		{"PORT ANSEL, Nov 3 (Meridian) - “No,” she said.", "“No,” she said."},
		{"Port Ansel (Meridian) – Two boats sank.", "Two boats sank."},
		{"PORT ANSEL, Vale.—Two boats sank.", "Two boats sank."},
		{"NATO - Europe's shield.", "NATO - Europe's shield."},
		{"UNICEF — Geneva's child — said no.", "UNICEF — Geneva's child — said no."},
		{"The ferry - Port Ansel's oldest - sank.", "The ferry - Port Ansel's oldest - sank."},
		{"PORT ANSEL - and nowhere else - has one.", "PORT ANSEL - and nowhere else - has one."},
		{"Port Ansel (MNA) Two boats sank.", "Two boats sank."},
		{"Port Ansel Ferries (PAF) Director Ilse Marrow said no.", "Port Ansel Ferries (PAF) Director Ilse Marrow said no."},
		{"Port Ansel (MNA) says no.", "Port Ansel (MNA) says no."},
		{"Port de Ansel (MNA) Two boats sank.", "Two boats sank."},
		{"Ports behind Ansel (MNA) Two boats sank.", "Ports behind Ansel (MNA) Two boats sank."},
		{"ROME — Two boats sank.", "Two boats sank."},
		{"The port (MNA) Two boats sank.", "The port (MNA) Two boats sank."},
		{"(MNA) Two boats sank.", "Two boats sank."},
		{"(MNA)Two boats sank.", "Two boats sank."},
		{"(Port Ansel) — “No,” she said.", "“No,” she said."},
		{"(Two boats sank.) Nobody was hurt.", "(Two boats sank.) Nobody was hurt."},
		{"(MNA) two boats sank.", "(MNA) two boats sank."},
		{"() Two boats sank.", "() Two boats sank."},
		{" - ", " - "},
		{"\n\n - Monday", "\n\n - Monday"},
		{"", ""},
	} {
		if got := c.text[Length(c.text):]; got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestLengthHolds: whatever the text, its date line ends within it.
func TestLengthHolds(t *testing.T) {
	pieces := []string{" ", "\n", "-", "–", "—", "--", "(", ")", "(MNA)", "PORT", "Ansel", "Nov", "3", "boats", "\"", "“", ",", ".", "ü"}
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces") {
			text += p
		}
		if n := Length(text); n < 0 || n > len(text) {
			t.Fatalf("%q: a date line of %d bytes", text, n)
		}
	})
}
