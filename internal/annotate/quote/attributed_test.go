package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Attributions that stand in an unusual place or in unusual words.
func TestAttributions(t *testing.T) {
	finds(t, []example{
		{"two roles before a name", "“The port is full,” Ashby scientist and study co-author Mara Lindqvist said.", []string{
			`direct | “The port is full,” | said | Mara Lindqvist | cue`,
		}},
		{"a title before a role", "“We never take it for granted,” the “Harbour” actor previously said.", []string{
			`direct | “We never take it for granted,” | said |  | role`,
		}},
		{"a son", "“It was over by then,” Otto Berg Jr. later replied. “I was glad.”", []string{
			`direct | “It was over by then,” … “I was glad.” | replied | Otto Berg Jr. | cue`,
		}},
		{"a title before a verb on no list", "“That does cross my mind,” Mrs. Mara Lindqvist conceded.", []string{
			`direct | “That does cross my mind,” | conceded | Mara Lindqvist | cue`,
		}},
		{"an exclamation", "“I did it all day!” Otto Berg shot back.", []string{
			`direct | “I did it all day!” | shot back | Otto Berg | cue`,
		}},
		{"an aside behind a question", "“Could any judge pass?” Mara Lindqvist, a lawyer, asked on Tuesday. “I doubt it.”", []string{
			`direct | “Could any judge pass?” … “I doubt it.” | asked | Mara Lindqvist | cue`,
		}},
		{"another sentence behind a question", "Otto Berg rose. “Is the port closed now?” Mara Lindqvist, a lawyer, said that the port would open.", []string{
			`direct | “Is the port closed now?” |  | Otto Berg | position`,
			`indirect | that the port would open | said | Mara Lindqvist | cue`,
		}},
		{"added before the name", "The toll rose. Added Tom Arkwright, “We will fight it to the end.”", []string{
			`direct | “We will fight it to the end.” |  | Tom Arkwright | cue`,
		}},
		{"a time within the verb", "Otto Berg spoke. Berg had earlier warned the town via Twitter, “The world is watching!”", []string{
			`direct | “The world is watching!” | warned | Otto Berg | cue`,
		}},
		{"in somebody's words", "The toll rose. In Mara Lindqvist’s words, the port is “tied to it.” In the words of Tom Arkwright: “It is late.”", []string{
			`mixed | the port is “tied to it.” | In Mara Lindqvist’s words | Mara Lindqvist | cue`,
			`direct | “It is late.” | In the words of | Tom Arkwright | cue`,
		}},
		{"in the words of somebody, amid a sentence", "By the end the port was low, and in the words of the judge, Mara Lindqvist, “nobody cared.”", []string{
			`direct | “nobody cared.” | in the words of | Mara Lindqvist | cue`,
		}},
		{"an age", "Otto Berg, 36, won on Monday. Tom Arkwright lost. “He is very good,” said the 36-year-old.", []string{
			`direct | “He is very good,” | said | Otto Berg | role`,
		}},
		{"an age that two have", "Otto Berg, 36, won on Monday. Tom Arkwright, 36, lost. “He is very good,” said the 36-year-old.", []string{
			`direct | “He is very good,” | said | unnamed 36-year-old | role`,
		}},
		{"two of one chant", "Teachers chanted, “Fund our schools,” and “Put us first,” as they marched.", []string{
			`direct | “Fund our schools,” … “Put us first,” | chanted | unnamed teachers | role`,
		}},
		{"what somebody is called by", "Otto Berg was called “a liar” by Mara Lindqvist. He was described by Tom Arkwright as “a thief.”", []string{
			`direct | “a liar” | called | Mara Lindqvist | cue`,
			`direct | “a thief.” | described | Tom Arkwright | cue`,
		}},
		{"what a thing is hailed as", "The port was hailed as “a great success” by the Harbour Trust.", []string{
			`direct | “a great success” | hailed | Harbour Trust | cue`,
		}},
		{"a verb as an adjective", "Otto Berg was described in a profile as a squinting, mumbling “Ashby character.”", nil},
		{"to whom, then the name", "Speaking to the Herald Mara Lindqvist claimed: “It was not there.”", []string{
			`direct | “It was not there.” | claimed | Mara Lindqvist | cue`,
		}},
		{"of a body, with one comma", "“We did not know it,” Otto Berg of the Harbour Trust, told the Herald. “We were late.”", []string{
			`direct | “We did not know it,” … “We were late.” | told | Otto Berg | cue`,
		}},
		{"two with their parties", "“It is late,” Mayor Otto Berg (D) and Senator Mara Lindqvist (D) said on Tuesday.", []string{
			`direct | “It is late,” | said | Otto Berg; Mara Lindqvist | cue`,
		}},
		{"who was asked in the sentence before", "A reporter asked Mara Lindqvist, “What is the trouble?”\n“The trouble is the toll,” she replied.", []string{
			`direct | “What is the trouble?” | asked | unnamed reporter | role`,
			`direct | “The trouble is the toll,” | replied | Mara Lindqvist | pronoun`,
		}},
		{"who chants", "The crowd chanted: “Stop the boat! Yes we can!”", []string{
			`direct | “Stop the boat! Yes we can!” | chanted | unnamed crowd | role`,
		}},
		{"a piece of music, then words", "After playing “Walking To the Harbour,” Otto Berg told the crowd, “that’s really good.”", []string{
			`direct | “that’s really good.” | told | Otto Berg | cue`,
		}},
		{"what somebody is without its comma", "“We lost it all,” Mara, daughter of Berg said.", []string{
			`direct | “We lost it all,” | said | Mara | cue`,
		}},
		{"who is asked for words", "We reached out to the Harbour Trust and they sent us this statement:\n“The Trust does not comment on rumours.”", []string{
			`direct | “The Trust does not comment on rumours.” |  | Harbour Trust | pronoun`,
		}},
		{"from whom the writer heard", "I asked the ferry. Later I got a reply from a harbour official.\n“The boat gives you a view of the port.”", []string{
			`direct | “The boat gives you a view of the port.” |  | unnamed harbour official | position`,
		}},
		{"several by name behind a noun for them", "They shot at the bar, and witnesses Mara Lindqvist, Otto Berg and Tom Arkwright told the Herald that they ran.", []string{
			`indirect | that they ran | told | Mara Lindqvist; Otto Berg; Tom Arkwright | cue`,
		}},
	})
}

// An interview whose questions stand in paragraphs of their own.
func TestInterview(t *testing.T) {
	g := newRig(t)
	doc := document("Leader spotlight: Mara Lindqvist\nMara Lindqvist runs the port.\nWhat was your first job like?\nI kept the books.\nWhat do you do now?\n“I get to show my children the port.”\nWhat are you looking forward to?\n“I want to see it all.”")
	doc.Title = "Leader spotlight: Mara Lindqvist"
	want := []string{`direct | “I get to show my children the port.” |  | Mara Lindqvist | position`, `direct | “I want to see it all.” |  | Mara Lindqvist | position`}
	var got []string
	for _, q := range g.read(doc) {
		got = append(got, show(doc.Text, q))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Pronouns and roles that stand far from a name.
func TestFarReferences(t *testing.T) {
	finds(t, []example{
		{"nobody else since", "Anna Lindqvist opened the port. Lindqvist, who came on Monday, cited the toll.\nShe said it was dead.\nThe bill passed. The boat left the town. The mole was mended in spring.\n“It has to go,” she said.", []string{
			`indirect | it was dead | said | Anna Lindqvist | pronoun`,
			`direct | “It has to go,” | said | Anna Lindqvist | pronoun`,
		}},
		{"the doctor of the report", "The mayor saw a ward on Monday, and his doctor said the cough was gone. Dr. Otto Berg wrote of it in May.", []string{
			`indirect | the cough was gone | said | Otto Berg | role`,
		}},
		{"an office with what it is of", "Secretary of State Mara Lindqvist came. Otto Berg left.\nThe secretary of state said the toll was dead.", []string{
			`indirect | the toll was dead | said | Mara Lindqvist | role`,
		}},
		{"a former holder is another", "Former Secretary of State Mara Lindqvist came. Otto Berg left.\nThe secretary of state said the toll was dead.", []string{
			`indirect | the toll was dead | said |  | role`,
		}},
	})
}

// Those who are not meant.
func TestNobodyMeant(t *testing.T) {
	finds(t, []example{
		{"one of two in the sentence that is told of", "Otto Berg’s been making the case for weeks that Tom Arkwright is not ready.\n“You have built nothing,” he said.", []string{
			`direct | “You have built nothing,” | said |  | pronoun`,
		}},
		{"somebody without a name has acted since", "When it was clear that Otto Berg would be mayor, a friend called. “Are we wrong?” he asked.", []string{
			`direct | “Are we wrong?” | asked |  | pronoun`,
		}},
		{"who is asked by somebody", "Otto Berg was asked by Judge Tom Arkwright if he knew the charge. He said the port was his.", []string{
			`indirect | if he knew the charge | asked | Tom Arkwright | cue`,
			`indirect | the port was his | said | Otto Berg | pronoun`,
		}},
		{"a programme in capitals", "“It is late,” Otto Berg said on “DWHT.” The port fell.", []string{
			`direct | “It is late,” | said | Otto Berg | cue`,
		}},
		{"one of two who act together", "“It is late,” Mara Lindqvist said. The company and its co-founder agreed that the port was closed.", []string{
			`direct | “It is late,” | said | Mara Lindqvist | cue`,
			`indirect | that the port was closed | agreed | unnamed company and its co-founder | role`,
		}},
		{"who yells is not who spoke last", "“It is late,” Mara Lindqvist said. As the heckler yelled, “You are wrong!”", []string{
			`direct | “It is late,” | said | Mara Lindqvist | cue`,
			`direct | “You are wrong!” | yelled | unnamed heckler | role`,
		}},
		{"an office of the House, then the name", "Speaker of the House Rep. Mara Lindqvist said it was dead.", []string{
			`indirect | it was dead | said | Mara Lindqvist | cue`,
		}},
		{"a mayor of another town", "Mayor Otto Berg spoke at the port.\nThe Ohio governor said it was dead.", []string{
			`indirect | it was dead | said |  | role`,
		}},
	})
}
