package extract

import (
	"slices"
	"testing"

	"nutgraf"
)

// TestLanguageNote: an article in a language without word lists says so.
func TestLanguageNote(t *testing.T) {
	for text, want := range map[string]bool{
		"Der Rat hat mitgeteilt, dass die Brücke im Frühjahr nicht geöffnet werden kann und die Arbeiten um ein Jahr verschoben sind, wie es heißt.": true,
		"The council said that it would not be able to open the bridge in the spring, and that the works had been put off for a year.":               false,
	} {
		doc, err := Document(&nutgraf.Item{ID: "a", Name: "a", Media: nutgraf.MediaText, Body: []byte(text + "\n\n" + text + "\n")})
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(doc.Notes, func(n nutgraf.Note) bool { return n.Code == "language" }); got != want {
			t.Errorf("%s: note of the language %v, want %v", doc.Lang, got, want)
		}
	}
}
