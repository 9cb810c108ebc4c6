package quote

import "testing"

// What bears words is their source, and not whoever stands near.
func TestBearers(t *testing.T) {
	finds(t, []example{
		{"a sign aimed at somebody", `Mara Lindqvist came late. They passed a sign aimed at Tom Arkwright that said "Go home."`, []string{
			`direct | "Go home." | said | unnamed sign | role`,
		}},
		{"a sign that is looked at", `Mayor Tom Arkwright glanced toward a sign reading "No more tolls," on the quay.`, []string{
			`direct | "No more tolls," | reading | unnamed sign | role`,
		}},
		{"who holds a sign up speaks after it", `Tom Arkwright held a sign saying "No more tolls" and said he was glad.`, []string{
			`direct | "No more tolls" | saying | unnamed sign | role`,
			`indirect | he was glad | said | Tom Arkwright | cue`,
		}},
		{"a website that bears a statement", `The bridge will open, Mara Lindqvist said in a statement on the website that was published on Monday.`, []string{
			`indirect | The bridge will open | said | Mara Lindqvist | cue`,
		}},
		{"who issues a statement speaks", `Mara Lindqvist issued a statement saying "it is done" and left.`, []string{
			`mixed | "it is done" and left | saying | Mara Lindqvist | cue`,
		}},
		{"who is shown speaks", `One of his clips featured Tom Arkwright joking that the bridge was late.`, []string{
			`indirect | that the bridge was late | joking | Tom Arkwright | cue`,
		}},
		{"shouts are nobody's verb", `The crowd booed when Tom Arkwright came, with jeers and shouts of "Build that bridge!"`, nil},
		{"a chant taken up by others", `"We will win!" Tom Arkwright added gleefully, as the crowd took up the old chant of "Burn the boats!"`, []string{
			`direct | "We will win!" | added | Tom Arkwright | cue`,
		}},
		{"a party label is nobody", `Earlier this month Sen. Tom Arkwright, D-N.J., told an audience that the toll was too low.`, []string{
			`indirect | that the toll was too low | told | Tom Arkwright | cue`,
		}},
		{"a party label without its second comma", `“We won,” Sen. Tom Arkwright, D-N.J. said.`, []string{
			`direct | “We won,” | said | Tom Arkwright | cue`,
		}},
		{"a title with a body", `Chairwoman of the harbour board Mara Lindqvist said the toll was too low.`, []string{
			`indirect | the toll was too low | said | Mara Lindqvist | cue`,
		}},
		{"backers are not whom they back", `Mara Lindqvist and Tom Arkwright backers said they would stay.`, []string{
			`indirect | they would stay | said | unnamed Mara Lindqvist and Tom Arkwright backers | role`,
		}},
		{"an aside with a second verb", `Mara Lindqvist — who serves on the Harbour Oversight Board established by the town and says no — said: "It is redundant."`, []string{
			`direct | "It is redundant." | said | Mara Lindqvist | cue`,
		}},
		{"the author of that bill", `“It is right to know,” the author of that bill, Rep. Mara Lindqvist, said.`, []string{
			`direct | “It is right to know,” | said | Mara Lindqvist | cue`,
		}},
		{"orders are nobody's verb", `After several orders to leave, police said officers used "less lethal" means.`, []string{
			`mixed | officers used "less lethal" means | said | unnamed police | role`,
		}},
		{"an embedded speaker beyond an aside", `Otto Berg also said Secretary Mara Lindqvist, in a call to the mayor, had assured him of “our firm commitment to the port.”`, []string{
			`mixed | Secretary Mara Lindqvist, in a call to the mayor, had assured him of “our firm commitment to the port.” | said | Otto Berg | cue`,
			`direct | “our firm commitment to the port.” | assured | Mara Lindqvist | cue`,
		}},
		{"capitals that spell a pronoun", `"It is late," said US President Mara Lindqvist. The WHO said it was not.`, []string{
			`direct | "It is late," | said | Mara Lindqvist | cue`,
			`indirect | it was not | said | WHO | cue`,
		}},
		{"a verb that no list holds", `Otto Berg left. The Harbour Gazette headlined, “Berg leaves the board to its fate and goes.”`, []string{
			`direct | “Berg leaves the board to its fate and goes.” |  | Harbour Gazette | cue`,
		}},
		{"a text that is read out", `They received another text threatening more: "The countdown has started," the text read.`, []string{
			`direct | "The countdown has started," | read |  | role`,
		}},
		{"a source close to somebody", `"It is not over," a source close to the board told Variety.`, []string{
			`direct | "It is not over," | told | unnamed source | role`,
		}},
	})
}

// Whom a clause names behind its pronoun is somebody else.
func TestPronounIsNotWhomItsClauseNames(t *testing.T) {
	finds(t, []example{
		{"the object", `Tom Arkwright built the bridge with Otto Berg. He railed against Berg as "a coward."`, []string{
			`mixed | Berg as "a coward." | railed | Tom Arkwright | pronoun`,
		}},
		{"whom somebody asked", `As Tom Arkwright pointed out, nobody knew, and when a reporter asked Mara Lindqvist about the toll, she replied, “I don't know.”`, []string{
			`direct | “I don't know.” | replied | Mara Lindqvist | pronoun`,
		}},
		{"a name in apposition opens its sentence", `Otto Berg came. The mayor's lawyer, Tom Arkwright, caused a stir when he told the Gazette that Berg would leave.`, []string{
			`indirect | that Berg would leave | told | Tom Arkwright | pronoun`,
		}},
		{"whom the words are about", `It was Tom Arkwright who told of Otto Berg. He said that Berg would leave.`, []string{
			`indirect | that Berg would leave | said | Tom Arkwright | pronoun`,
		}},
	})
}

// Marks that stay open are closed by the words that go on with them.
func TestOpenMarksGoOn(t *testing.T) {
	finds(t, []example{
		{"attributed in the third paragraph", "Otto Berg left.\nThe town slept on.\n“The bridge is open.\n\n“We have waited for years.\n\n“Now it is here,” Mara Lindqvist said.", []string{
			"direct | “The bridge is open.\n\n“We have waited for years. |  | Mara Lindqvist | position",
			"direct | “Now it is here,” | said | Mara Lindqvist | cue",
		}},
		{"a full stop after the attribution", `"The bridge," Mara Lindqvist said, "will open in June." Otto Berg smiled.`, []string{
			`direct | "The bridge," … "will open in June." | said | Mara Lindqvist | cue`,
		}},
		{"an object closes no sentence", "\"We have to have it.\" Mara Lindqvist often repeats the same things when she is asked.", []string{
			`direct | "We have to have it." |  |  | position`,
			`indirect | the same things when she is asked | repeats | Mara Lindqvist | cue`,
		}},
		{"a rebuke attributes", `"Who is he?" Mara Lindqvist chided Otto Berg. "He is a tool of the port."`, []string{
			`direct | "Who is he?" … "He is a tool of the port." | chided | Mara Lindqvist | cue`,
		}},
	})
}

// Speech that nobody uttered, and speakers whom others stand beside.
func TestWhoDidNotSpeak(t *testing.T) {
	finds(t, []example{
		{"imagined", `Mara Lindqvist could make friends at the port, where she shares a house, and say bluntly: “Nobody is coming to save us.”`, nil},
		{"a month in a name", `“It is late," said Dr. Jan Oster, head of the board.`, []string{`direct | “It is late," | said | Jan Oster | cue`}},
		{"a party and a place", `In a profile in 2008, Sen. Lena Oster (R) of South Carolina called it "a smart plan."`, []string{
			`mixed | it "a smart plan." | called | Lena Oster | cue`,
		}},
		{"whom a lawyer speaks for", `A lawyer for another swimmer, Tom Arkwright, said early Friday that he would pay.`, []string{
			`indirect | that he would pay | said | unnamed lawyer for another swimmer | role`,
		}},
		{"whose adviser it is", `Tom Arkwright came. But even one of Arkwright's top advisers, Senator Mara Lindqvist of Ohio, conceded that he was late.`, []string{
			`indirect | that he was late | conceded | Mara Lindqvist | cue`,
		}},
		{"who wrote a letter", `Tom Arkwright released a letter from his physician back in December attesting that “he will be healthy.”`, []string{
			`mixed | that “he will be healthy.” | attesting |  | role`,
		}},
		{"a question names nobody", "“It was late,” Mara Lindqvist said.\nCan Tom Arkwright work his magic once more? “The tougher it is, the greater the success.”", []string{
			`direct | “It was late,” | said | Mara Lindqvist | cue`,
			`direct | “The tougher it is, the greater the success.” |  |  | position`,
		}},
		{"several write", `“Her crimes were personal,” write analysts Ann Lund and Tom Arkwright.`, []string{
			`direct | “Her crimes were personal,” | write | Ann Lund; Tom Arkwright | cue`,
		}},
		{"the subject after an opening adjunct", `On a day when the paper wrote of Otto Berg, Tom Arkwright might have been silent. But instead, he proposed that the toll go.`, []string{
			`indirect | that the toll go | proposed | Tom Arkwright | pronoun`,
		}},
		{"a candidate of another party", `He accused Democratic nominee Mara Lindqvist of lies. The Republican candidate said it was late.`, []string{
			`indirect | Democratic nominee Mara Lindqvist of lies | accused |  | pronoun`,
			`indirect | it was late | said |  | role`,
		}},
		{"what is blamed is not said", `Mara Lindqvist blamed the media.`, nil},
	})
}
