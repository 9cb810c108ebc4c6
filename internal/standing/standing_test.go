package standing

import (
	"strings"
	"testing"

	"nutgraf/internal/lang"
)

func TestSentence(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	j := New(pack)
	for text, want := range map[string]bool{
		"The harbour board closed the mole on Friday.":                             true,
		"“We will close it,” Marrow said.":                                         true,
		"There's no money for a second mole.":                                      true,
		"The second form, signed by Marrow in May.":                                false,
		"Ilse Marrow's speech at the United Moles in May.":                         false,
		"Ilse Marrow, who closed the mole in May.":                                 false,
		"Ilse Marrow, who closed the mole in May, opened it in June.":              true,
		"Ilse Marrow, and Ada Hale.":                                               false, // no verb
		"We will close it,” Marrow said.":                                          false, // a mark without its fellow
		"closed the mole on Friday, the board said.":                               false,
		"Will the harbour board close the mole on Friday?":                         false,
		"More on the harbour board and its plans for the mole:":                    false,
		"FILE PHOTO: Ilse Marrow opens the mole in Porto, Vale, May 3, 2031.":      false,
		"The Gazette's Ada Hale and Jon Pike contributed to this report.":          false,
		"Ilse Marrow Ilse Ada MarrowFerry fares rise as boats stay in had no say.": false,
		"Editor’s note: the board of the harbour closed the mole on Friday.":       false,
		"Boats stay in | Fares rise | The harbour board closed the mole.":          false,
	} {
		if got := j.Sentence(text); got != want {
			t.Errorf("Sentence(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{"He closed the mole.": true, "This was the last boat.": true, "The board closed it.": false, "It's closed.": true, "In May, he closed the mole.": true, "In May, Marrow closed the mole.": false} {
		if got := j.Leans(text); got != want {
			t.Errorf("Leans(%q) = %v", text, got)
		}
	}
}

// TestPart: [ ] are the ends of the words that are asked about.
func TestPart(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	j := New(pack)
	for text, want := range map[string]bool{
		"[The board closed the mole on Friday] and sold the bell.":        true,
		"[The board closed the mole on Friday], Marrow said.":             true,
		"As the storm came, [the board closed the mole].":                 false, // no capital
		"As the storm came, [Marrow closed the old mole].":                true,
		"The board [closed the mole on Friday].":                          false,
		"[The board closed the mole on] Friday.":                          false,
		"The board's head, [Ilse Marrow, has been asked to go].":          false,
		"They learned from [Ilse Marrow, that she had closed the mole].":  false,
		"The mayor of Porto, [Vale said on Friday he would go].":          false, // of Vale
		"[When the storm came over the mole], the board closed it.":       false,
		"[When the storm came, the board closed the mole].":               true,
		"Why was it that [the board closed the mole on Friday]?":          false,
		"[Ilse Marrow, who had closed the mole, opened it again] in June": false,
	} {
		from, end := strings.Index(text, "["), strings.Index(text, "]")-1
		if got := j.Part(strings.NewReplacer("[", "", "]", "").Replace(text), from, end); got != want {
			t.Errorf("Part(%q) = %v", text, got)
		}
	}
}
