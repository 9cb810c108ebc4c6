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
		"The harbour board closed the mole on Friday.":                                true,
		"“We will close it,” Marrow said.":                                            true,
		"There's no money for a second mole.":                                         true,
		"The second form, signed by Marrow in May.":                                   false,
		"The film, which was posted by \"Ansel,\" does not show who burned the mole.": true,
		"The pilots, three men born in Vale, appeared to be part of a crew.":          true,
		"Ilse Marrow's speech at the United Moles in May.":                            false,
		"Ilse Marrow, who closed the mole in May.":                                    false,
		"Ilse Marrow, who had never closed the mole.":                                 false,
		"Ilse Marrow, who had never closed the mole, closed it.":                      true,
		"Ilse Marrow, who closed the mole in May, opened it in June.":                 true,
		"Ilse Marrow, and Ada Hale.":                                                  false, // no verb
		"We will close it,” Marrow said.":                                             false, // a mark without its fellow
		"closed the mole on Friday, the board said.":                                  false,
		"Will the harbour board close the mole on Friday?":                            false,
		"More on the harbour board and its plans for the mole:":                       false,
		"FILE PHOTO: Ilse Marrow opens the mole in Porto, Vale, May 3, 2031.":         false,
		"The Gazette's Ada Hale and Jon Pike contributed to this report.":             false,
		"The Gazette does not normally name those who were robbed.":                   false,
		"The Gazette doesn’t generally identify keepers who were robbed.":             false,
		"The board generally does not keep watch on the mole.":                        true,
		"Ilse Marrow Ilse Ada MarrowFerry fares rise as boats stay in had no say.":    false,
		"Editor’s note: the board of the harbour closed the mole on Friday.":          false,
		"Boats stay in | Fares rise | The harbour board closed the mole.":             false,
	} {
		if got := j.Sentence(text); got != want {
			t.Errorf("Sentence(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{"He closed the mole.": true, "This was the last boat.": true, "The board closed it.": false, "It's closed.": true, "In May, he closed the mole.": true, "Whether it stands is unclear.": true, "In May, Marrow closed the mole.": false} {
		if got := j.Leans(text); got != want {
			t.Errorf("Leans(%q) = %v", text, got)
		}
	}
}

// TestLeaning: what needs the sentence before it.
func TestLeaning(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	j := New(pack)
	for text, want := range map[string]bool{
		"But the mole stood.": true, "At the time the mole stood.": true, "First, the mole stood.": true, "In addition the mole stood.": true, "For example: the mole stood.": true, "A week prior, the mole stood.": true, "Both he and the mole stood.": false, "Four days later, the mole stood.": true, "Two weeks after that the mole stood.": true,
		"The mole stood.": false, "Butter rose in price.": false, "First in line was Marrow.": false, "Four days of rain later no boat came.": false, "": false,
	} {
		if got := j.Joins(text); got != want {
			t.Errorf("Joins(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Marrow voted against that plan in May.":              true,
		"Marrow said that the mole stood.":                    false,
		"Originally, that fee was to be raised in May.":       true,
		"Marrow lives in a town that “never sleeps.”":         false,
		"Marrow said that plans for the mole changed.":        false,
		"Marrow praised these ferries.":                       true,
		"Vale was no party to that deal, but Marrow was.":     true,
		"Marrow sold boats such as the Halcyon.":              false,
		"Marrow praised those who stayed.":                    false,
		"The mole closed this week.":                          false,
		"The mole closed this Monday.":                        false,
		"The ruling closed the mole.":                         true,
		"In the interview Marrow closed the mole.":            true,
		"The ruling of the court closed the mole.":            false,
		"Marrow of Port Ansel closed the mole by the ruling.": false,
		"The two men closed the mole.":                        true,
		"Two men closed the mole.":                            false,
		"On Monday the mole fell on his boat.":                true,
		"On Monday the mole fell on a sailor and his boat.":   false,
		"On Monday the mole fell on Marrow and his boat.":     false,
		"Some said that the mole would stand.":                true,
		"Others, like the boats of Vale, left.":               true,
		"Some boats left the mole.":                           false,
		"“I love that plan,” said Marrow.":                    false,
		"“No,” he said.":                                      true,
		"Marrow called the \"these and those\" a fine song.":  false,
	} {
		if got := j.Points(text); got != want {
			t.Errorf("Points(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Both left the mole.": true, "Both the board and the town left the mole.": false, "On the very last night of the fair, he'll close the mole.": true, "Two weeks before the board of Vale met, it rained": false,
	} {
		if got := j.Leans(text); got != want {
			t.Errorf("Leans(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Frankly, the mole stood.": true, "The mole gave us a view.": true, "The US mole stood.": false, "“We like it,” the US board said.": false, `The board said "we like it".`: false,
	} {
		if got := j.Comments(text); got != want {
			t.Errorf("Comments(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Ilse Marrow opens the mole in Vale on May 3, 2031": true, "Two pilots stand near the mole in Vale": true, "The mole is seen from the harbour on May 3, 2031": true,
		"The board said on May 3, 2031, that it opens the mole": false, "The mole was closed on May 3, 2031, and opens in June": false, "Marrow sold the mole on May 3, 2031": false,
	} {
		if got := j.Depicts(text); got != want {
			t.Errorf("Depicts(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]string{
		"“No,” she said.": "“” she said.", `He said "no" and "yes".`: `He said “” and “”.`, "Nothing.": "Nothing.", `He said "no`: "He said “”",
	} {
		if got := Unquoted(text); got != want {
			t.Errorf("Unquoted(%q) = %q", text, got)
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
		"[The board closed the mole on Friday] and sold the bell.":              true,
		"[The board closed the mole on Friday], Marrow said.":                   true,
		"As the storm came, [the board closed the mole].":                       false, // no capital
		"As the storm came, [Marrow closed the old mole].":                      true,
		"The board [closed the mole on Friday].":                                false,
		"[The board closed the mole on] Friday.":                                false,
		"The board's head, [Ilse Marrow, has been asked to go].":                false,
		"They learned from [Ilse Marrow, that she had closed the mole].":        false,
		"The mayor of Porto, [Vale said on Friday he would go].":                false, // of Vale
		"[When the storm came over the mole], the board closed it.":             false,
		"[When the storm came, the board closed the mole].":                     true,
		"[Marrow said on Friday that the mole], once closed, would fall.":       false, // cut before its verb
		"[Marrow said on Friday that the mole would fall], or nearly so.":       true,
		"Why was it that [the board closed the mole on Friday]?":                false,
		"[Ilse Marrow, who had closed the mole, opened it again] in June":       false,
		"[The board painted the moles], bells and boats.":                       false, // the first of a list
		"[The board painted the moles], then sold the boats and left.":          true,
		"[The board painted the moles], Marrow has said and left.":              true,
		"[On May 3, 2031, the day the mole of Vale fell], Marrow left.":         false, // before the subject
		"[On May 3, 2031, the old mole of Vale fell], Marrow said.":             true,
		"[Amid calls for a new mole the boats came], Marrow said.":              false,
		"The mole had closed, [Ilse Marrow testified on Friday].":               false, // who says what is before it
		"The mole had closed, [Ilse Marrow said that it would not open].":       true,
		"[Many said on Friday that should the mole fall], all would go.":        false,
		"[Head of the board Ilse Marrow added], the mole would open.":           false,
		"[In a series of posts on Tuesday morning], Marrow closed it.":          false,
		"[Vale feared a storm in May that Corrin] and its board foretold":       false,
		"[On Monday, even as he warned the board of Vale], Marrow left.":        false,
		"[Marrow lied to the board about the cost] and time of the mole.":       false, // the second part of its last words
		"[Marrow lied to the board about the cost] and hid the time.":           true,
		"[The board of the harbour said Marrow] and her crew were late.":        false, // cut before its verb
		"[Ada Hale, the old pilot charged with theft in May], is held in Vale.": false, // its verb is to come
		"[Ada Hale, the old pilot, left in May], said the board.":               true,
		"[In the new report of the boats released Friday], Marrow closed it.":   false, // sets the scene
		"[On Friday the board of the harbour closed it], Marrow said.":          true,
		"[Noting the board of Vale had closed the mole], Marrow left.":          false,
		"[Building works closed the mole in May], Marrow said.":                 true,
		"[Which shows that the board closed the mole on Friday].":               false,
		"[Near Vale an estimated forty boats], half of them, have sunk.":        false,
		"[In a suit filed late Monday in the court of Vale], Marrow lost.":      false,
		"[In a paper made public on Monday by Ada Marrow], the board lost.":     false,
		"[In Vale boats sank near the mole on Monday], Marrow said.":            true,
		"[Of the 40 pilots wounded on Tuesday], nine left.":                     false,
		"[In the wake of the Vale attacks], Marrow left.":                       false,
		"[Hours after the mole disappeared on Friday], Marrow left.":            false,
		"[For all other boats painted white], Marrow left the mole.":            false,
		"[On Friday the board closed the mole], Marrow said.":                   true,
		"[By the time Marrow left the mole on Monday], it had closed.":          false,
		"[In May Marrow signed for the mole], said the board.":                  true,
		"[In the old court of Vale the board argued for it], said Marrow.":      true,
		"[Ilse Marrow, who attended the feast for two pilots killed in Vale].":  false,
		"[Ilse Marrow, who attended the feast in Vale, closed the mole].":       true,
		"[The old case to be argued on Tuesday], said Marrow.":                  false,
		"[Marrow's forced hand on the mole].":                                   false,
		"[Marrow's expected to close the mole].":                                true,
		"[Marrow chose forty bells and], of those, nine were sold.":             false,
		"[Marrow closed the old ferry line between Vale] and Corrin.":           false,
		"[Not only did Marrow close the mole], but she sold it.":                false,
	} {
		from, end := strings.Index(text, "["), strings.Index(text, "]")-1
		if got := j.Part(strings.NewReplacer("[", "", "]", "").Replace(text), from, end); got != want {
			t.Errorf("Part(%q) = %v", text, got)
		}
	}
}

// TestBare: what is behind "the" at the head of words, with nothing to narrow it.
func TestBare(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	j := New(pack)
	for text, want := range map[string]string{
		"The mole closed on Friday": "mole", "The old ferry, once sold, sank": "ferry", "The keeper's two sons rowed": "sons", "The pilots have met": "pilots",
		"The mole of Vale closed": "", "The Vale mole closed": "", "The government fell": "", "Marrow closed the mole": "", "The 412 cables were sold": "", "The": "",
	} {
		if got := j.Bare(text); got != want {
			t.Errorf("Bare(%q) = %q", text, got)
		}
	}
}

func TestPhrases(t *testing.T) {
	p := newPhrases([]string{"read more", "re", "via ap"})
	for text, want := range map[string]bool{"": false, "r": false, "re": true, "a fire": true, "via a": false, "seen via ap": true, "road": false} {
		if got := p.in(text); got != want {
			t.Errorf("in %q: %v", text, got)
		}
	}
	if p.at("a fire", 0) || !p.at("a fire", 4) || p.at("", 0) {
		t.Error("a phrase stands where it does not, or does not where it does")
	}
}

func TestAdds(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	j := New(pack)
	for text, want := range map[string]bool{
		"Marrow, too, left the board of the mole.":                      true,
		"Marrow also left the board of the mole.":                       true,
		"The harbour board, however, met on the mole.":                  true,
		"Marrow added that the mole would close.":                       true,
		"The mole added that year 40 boats to the port.":                false,
		"The harbour board, for example, met twice on the mole.":        true,
		"The pilots of Vale left the mole, too.":                        true,
		"The pilots of Vale left the mole and also the quay.":           false,
		"Some towns closed their moles, for example Vale and Saltmere.": false,
		"Marrow said “I also left” to the board.":                       false,
	} {
		if got := j.Adds(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestRecalls(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	j := New(pack)
	for text, want := range map[string]bool{
		"Marrow's decision came late on the mole.":       true,
		"Ilse Marrow’s remarks drew many to the mole.":   true,
		"Marrow's decision to leave came late.":          false,
		"Marrow's boat lies at the mole of the harbour.": false,
	} {
		if got := j.Recalls(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
