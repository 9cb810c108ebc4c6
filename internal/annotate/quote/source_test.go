package quote

import "testing"

// The source of a verb is the head of its phrase, and nobody else who is named in it.
func TestWhoseClause(t *testing.T) {
	finds(t, []example{
		{"a name behind a preposition", "Villagers opposed to the Ashby Toll Board complained that the toll was too high.", []string{
			`indirect | that the toll was too high | complained |  | role`,
		}},
		{"who lives in a place", "Residents living in Ashby who were opposed to the Harbour War told an officer they would leave.", []string{
			`indirect | they would leave | told | unnamed residents | role`,
		}},
		{"who told a network", "A clerk who told CNN about the problems at the Ashby office said Friday he was saddened.", []string{
			`indirect | he was saddened | said |  | role`,
		}},
		{"an interview between source and verb", "After the vote Arkwright, in a brief interview with CNN, said he was glad. Tom Arkwright is the mayor.", []string{
			`indirect | he was glad | said | Tom Arkwright | cue`,
		}},
		{"a place that runs into the name", "And during his trip to Ashby for a trade summit Tom Arkwright said: “I have to push back.”", []string{
			`direct | “I have to push back.” | said | Tom Arkwright | cue`,
		}},
		{"the purpose of a visit", "Otto Berg went on CNN with anchor Mara Lindqvist to discuss why the bridge fell.", []string{
			`indirect | why the bridge fell | discuss | Otto Berg | cue`,
		}},
		{"who is brought to say it", "Mara Lindqvist said she did in fact disagree, prompting Otto Berg to remark in disbelief: “Really?”", []string{
			`direct | “Really?” | remark | Otto Berg | cue`,
		}},
		{"two papers", "The Washington Post and the New York Times reported that the bridge will open.", []string{
			`indirect | that the bridge will open | reported | Washington Post; New York Times | cue`,
		}},
		{"a title with of, and another", "Both Secretary of State Tom Arkwright and Treasurer Mara Lindqvist said they would stay.", []string{
			`indirect | they would stay | said | Tom Arkwright; Mara Lindqvist | cue`,
		}},
		{"a house that somebody owns", "Otto Berg’s parents complained for years, claiming that officers had used force.", []string{
			`indirect | that officers had used force | claiming | unnamed Otto Berg’s parents | role`,
		}},
		{"a plan of the clause behind", "Tom Arkwright seemed to defy the council last week when Treasurer Otto Berg delivered a plan calling for $2 million in new tolls.", []string{
			`indirect | $2 million in new tolls | calling | Otto Berg | cue`,
		}},
		{"a participle between two", "Tom Arkwright lost one adviser when former counsel Mara Lindqvist took herself out, telling Mr. Arkwright that she feared a fight.", nil},
		{"a participle behind according to", "Tom Arkwright will go back to work, according to a harbour official who spoke on the condition of anonymity, adding that the mayor regards it as a duty.", []string{
			`indirect | Tom Arkwright will go back to work | according to | unnamed harbour official | role`,
			`indirect | that the mayor regards it as a duty | adding | unnamed harbour official | role`,
		}},
		{"quoted in a later piece as saying", "The Herald quoted Otto Berg in a later piece as saying the mayor’s remarks were lighthearted.", []string{
			`indirect | the mayor’s remarks were lighthearted | saying | Otto Berg | cue`,
		}},
		{"a poll of two papers", "Half of the voters approve of the mayor, according to a new ABC News/Washington Post poll released Monday.", []string{
			`indirect | Half of the voters approve of the mayor | according to | unnamed new ABC News/Washington Post poll | role`,
		}},
		{"a document that a paper obtained", "According to the document obtained by Fox News, the bridge will open.", []string{
			`indirect | the bridge will open | According to | unnamed document | role`,
		}},
		{"who closes the words by name", "One harbour expert put it bluntly: “The basic causes are not gone,” said Otto Berg, a professor at Ashby University.", []string{
			`direct | “The basic causes are not gone,” | said | Otto Berg | cue`,
		}},
		{"told is not inverted", "“She did not need to be there,” Judge Otto Berg — a friend of the house — told the Associated Press.", []string{
			`direct | “She did not need to be there,” | told | Otto Berg | cue`,
		}},
		{"lives that a storm claims", "Typhoon Haiyan claimed 5,000 lives on the coast. Otto Berg claimed that five lives were lost.", []string{
			`indirect | that five lives were lost | claimed | Otto Berg | cue`,
		}},
		{"found herself", "Mara Lindqvist found herself in trouble that later turned out to be small.", nil},
		{"a notice before a colon", "MYTH: Autopsies tell us exactly what happened on the pier.", []string{
			`indirect | exactly what happened on the pier | tell |  | role`,
		}},
	})
}

// A noun that ends as adverbs do is one.
func TestFamilies(t *testing.T) {
	finds(t, []example{
		{"whose family it is", "Otto Berg was held in Ashby. Berg’s family said that it was sad.", []string{
			`indirect | that it was sad | said | unnamed Berg’s family | role`,
		}},
		{"who put it out", "Harbour envoy Mara Lindqvist published a tweet that said: “The pier is late.”", []string{
			`direct | “The pier is late.” | said | Mara Lindqvist | cue`,
		}},
		{"who put out another's", "The Harbour Board released a memo that said: “The pier is late.”", []string{
			`direct | “The pier is late.” | said | unnamed memo | role`,
		}},
		{"an assembly", "The port assembly said that it was late.", []string{
			`indirect | that it was late | said | unnamed port assembly | role`,
		}},
	})
}

// A pronoun is nobody whom its own sentence or the one before rules out.
func TestNotMeant(t *testing.T) {
	finds(t, []example{
		{"whom the words tell of", "Officer Tom Wilson said he tried again. Dan Brown then hit him again, he said.", []string{
			`indirect | he tried again | said | Tom Wilson | cue`,
			`indirect | Dan Brown then hit him again | said | Tom Wilson | pronoun`,
		}},
		{"whose trial it was", "Tom Wilson knew Dan Brown. But the Brown trial hit the town, he said.", []string{
			`indirect | But the Brown trial hit the town | said |  | pronoun`,
		}},
		{"whom a critic writes of", "In the mayor’s address, Otto Berg writes, he described “a reasonable plan.” Tom Arkwright is the mayor.", []string{
			`mixed | In the mayor’s address … he described “a reasonable plan.” | writes | Otto Berg | cue`,
			`direct | “a reasonable plan.” | described |  | pronoun`,
		}},
		{"a stranger in the sentence", "Tom Arkwright knew nothing of it when he spoke to Otto Berg. The top harbour commander in Ashby warned the council about meddling, which he said was meant to harm.", []string{
			`indirect | meddling, which he said was meant to harm | warned | unnamed top harbour commander | role`,
			`indirect | was meant to harm | said |  | pronoun`,
		}},
		{"who only stood beside", "Mayor Tom Arkwright spoke at the hall.\nAccompanied by Otto Berg, the chairman named a date for the vote. He promised to confront the council.", []string{
			`indirect | to confront the council | promised |  | pronoun`,
		}},
		{"others than who spoke last", "The dead man’s parents said they prayed. The gang uses the town as a title and it is where they believe a battle will come.", []string{
			`indirect | they prayed | said | unnamed dead man’s parents | role`,
			`indirect | a battle will come | believe |  | pronoun`,
		}},
		{"whose time it was", "Otto Berg wrote of the town on Monday. Since Tom Arkwright’s time, the town has honoured what he called the “natural order.”", []string{
			`mixed | the “natural order.” | called |  | pronoun`,
		}},
		{"a department in the sentence", "The House aides are informed. The inquiry began when the State Department acknowledged emails with what it says were secret words.", []string{
			`indirect | emails with what it says were secret words | acknowledged | State Department | cue`,
		}},
	})
}

// A role is somebody's only where the report shows that.
func TestRolesInView(t *testing.T) {
	finds(t, []example{
		{"an official without a name", "Ann Arkwright flew back on Sunday. According to a harbour official, Arkwright was tired. The official said she was in the office on Monday.", []string{
			`indirect | Arkwright was tired | According to | unnamed harbour official | role`,
			`indirect | she was in the office on Monday | said | unnamed harbour official | role`,
		}},
		{"another country", "Mexican President Felipe Carrero met President Tom Arkwright on Monday. President Arkwright smiled. The Mexican leader praised Mr. Arkwright’s “valor and courage.”", []string{
			`mixed | Mr. Arkwright’s “valor and courage.” | praised |  | role`,
		}},
		{"an ordinal president", "President Tom Arkwright met the old man. The 41st president faced it too and said he was sorry.", []string{
			`indirect | he was sorry | said |  | role`,
		}},
		{"a senator without a name", "“We may fail,” one Ohio senator said of the plan of Sen. Otto Berg. The senator said it was too late.", []string{
			`direct | “We may fail,” | said | unnamed Ohio senator | role`,
			`indirect | it was too late | said | unnamed Ohio senator | role`,
		}},
		{"several agencies", "Otto Berg wrote to the FBI. The harbour agencies insisted that it was safe.", []string{
			`indirect | that it was safe | insisted | unnamed harbour agencies | role`,
		}},
		{"the website of another", "Tom Arkwright is on Fox News. The website for Operation Harbour says 2,351 sailors died.", nil},
	})
}

// What parts two paragraphs, and what many think, is followed by nobody's words.
func TestHeadings(t *testing.T) {
	finds(t, []example{
		{"a subhead between", "“We are late,” Otto Berg said.\nThree Pillars of Tom Arkwright’s Plan\n“This is the main thing that they never caught.”", []string{
			`direct | “We are late,” | said | Otto Berg | cue`,
			`direct | “This is the main thing that they never caught.” |  |  | position`,
		}},
		{"a subhead in marks", "“Loves Our Harbour”\nMara Lindqvist told a crowd, “I promised to pick somebody who loves our harbour.”", []string{
			`direct | “I promised to pick somebody who loves our harbour.” | told | Mara Lindqvist | cue`,
		}},
		{"what many think", "Voters recognized that the plan was bad.\n“The race will be about the issues.”", []string{
			`indirect | that the plan was bad | recognized | unnamed voters | role`,
			`direct | “The race will be about the issues.” |  |  | position`,
		}},
	})
}

// In a report about one person a pronoun far from the name is theirs, unless somebody
// else has come on since.
func TestMainPerson(t *testing.T) {
	profile := "Tom Arkwright runs the pier. Mr. Arkwright was born in Ashby. Arkwright left at ten. Arkwright came back at thirty. Arkwright bought the pier.\nThe town has changed since then.\nRoads were built over the marsh, and the trains no longer stop.\nThe pier stayed as it was.\n"
	finds(t, []example{
		{"far from the name", profile + "“It was cheap,” he said.", []string{
			`direct | “It was cheap,” | said | Tom Arkwright | pronoun`,
		}},
		{"another has come on", profile + "Otto Berg had sold it to the keeper in the spring.\n“It was cheap,” he said.", []string{
			`direct | “It was cheap,” | said | Otto Berg | pronoun`,
		}},
		{"another without a name has come on", profile + "“It was falling down,” a keeper said.\n“It was cheap,” he said.", []string{
			`direct | “It was falling down,” | said | unnamed keeper | role`,
			`direct | “It was cheap,” | said |  | pronoun`,
		}},
	})
}

// Of whom a relative clause speaks, that person says what stands in it.
func TestWhoSays(t *testing.T) {
	finds(t, []example{
		{"a participle in it", "Otto Berg said he had met union chief Tom Arkwright on Sunday, who gave a speech last week accusing the owners of greed.", []string{
			`indirect | he had met union chief Tom Arkwright on Sunday | said | Otto Berg | cue`,
			`indirect | the owners of greed | accusing | Tom Arkwright | cue`,
		}},
		{"one of two", "The club was sued by Tom Arkwright and Mara Lindqvist, who accuses it of greed over the harbour.", []string{
			`indirect | it of greed over the harbour | accuses | Mara Lindqvist | cue`,
		}},
		{"behind a noun", "It drew a rebuke from harbour chief Tom Arkwright, who said the toll would rise.", []string{
			`indirect | the toll would rise | said | Tom Arkwright | cue`,
		}},
		{"who is said to have urged", "Mr. Berg, though, said the Ashby Council of the County, which is led by Tom Arkwright, recommended in April that the toll be kept. Otto Berg is a clerk.", []string{
			`indirect | the Ashby Council of the County, which is led by Tom Arkwright, recommended in April that the toll be kept | said | Otto Berg | cue`,
			`indirect | that the toll be kept | recommended | Ashby Council of the County | cue`,
		}},
		{"called so by another", "Tom Arkwright, once called a “poor keeper” by Otto Berg, has been slow.", nil},
		{"despite whom", "The sale of the pier, despite Ashby signaling a will to help after the flood, is a third.", []string{
			`indirect | a will to help after the flood | signaling | Ashby | cue`,
		}},
		{"behind a dateline in brackets", "Oslo (CNN) Mayor Tom Arkwright, facing the board on Monday, defended his stance on the toll.", []string{
			`indirect | his stance on the toll | defended | Tom Arkwright | cue`,
		}},
		{"words behind an outlet in brackets", "(CNN) The bridge fell into the harbour on Monday, Tom Arkwright said.", []string{
			`indirect | The bridge fell into the harbour on Monday | said | Tom Arkwright | cue`,
		}},
		{"a party before the title in apposition", "Otto Berg left. In an opening statement, the committee chairman, GOP Sen. Tom Arkwright of Ohio, said the name was apt.", []string{
			`indirect | the name was apt | said | Tom Arkwright | cue`,
		}},
		{"who is to blame", "Tom Arkwright and Mara Lindqvist brought home the message that Otto Berg and Bo Kim are to blame for the flood and said a new dam is needed.", []string{
			`indirect | a new dam is needed | said | Tom Arkwright; Mara Lindqvist | cue`,
		}},
		{"anybody", "Otto Berg said it was late. When someone makes a request, he can also ask for a waiver, arguing the matter is of use.", []string{
			`indirect | it was late | said | Otto Berg | cue`,
			`indirect | the matter is of use | arguing |  | pronoun`,
		}},
		{"a list of writings", "Lindqvist, Mara A., and Otto Berg. “The Harbour and the Sea in Winter.” The Ashby Quarterly, 1996.", []string{
			`direct | “The Harbour and the Sea in Winter.” |  |  | position`,
		}},
		{"whose aide", "Mara Lindqvist was seen at the head table by an aide to Mayor Tom Arkwright, who wrote that she was glad.", []string{
			`indirect | that she was glad | wrote |  | role`,
		}},
		{"whose friend", "He gave it to a friend of Tom Arkwright, who said the toll would rise.", []string{
			`indirect | the toll would rise | said | unnamed friend | role`,
		}},
	})
}

// Marked words in the phrase that opens a sentence are not what its verb tells.
func TestOpeningMarks(t *testing.T) {
	finds(t, []example{
		{"with a clause behind", "With its rule on “open doors,” Tom Arkwright noted in his memo that many had come in.", []string{
			`indirect | that many had come in | noted | Tom Arkwright | cue`,
		}},
		{"that the quotation goes on from", "With its “open doors,” Tom Arkwright said, “nobody will stay out.”", []string{
			`mixed | With its “open doors,” … “nobody will stay out.” | said | Tom Arkwright | cue`,
		}},
	})
}

// Who a participle belongs to behind a clause of its own, and sources that only a noun names.
func TestOfItsClause(t *testing.T) {
	finds(t, []example{
		{"by saying, behind a clause of time", "Mara Lindqvist explained her failure to win the toll when Berg’s men held the town by saying, “I was new to the job.”", []string{
			`mixed | her failure to win the toll when Berg’s men held the town by saying, “I was new to the job.” | explained | Mara Lindqvist | cue`,
		}},
		{"in which somebody wrote", "Toll advocates will likely point to the case of the pier, in which Otto Berg wrote a letter arguing that the toll was unfair.", []string{
			`indirect | the case of the pier, in which Otto Berg wrote a letter arguing that the toll was unfair | point | unnamed toll advocates | role`,
			`indirect | that the toll was unfair | wrote | Otto Berg | cue`,
		}},
		{"a capital that is the sentence's", "The toll board met. It heard from toll advocates for an hour.\nToll advocates say the pier must stay.", []string{
			`indirect | the pier must stay | say | unnamed toll advocates | role`,
		}},
		{"kin by marriage, and a name behind", "Otto Berg’s brother-in-law, Tom Arkwright, came to the hall and said the pier was gone.\n“It is a sad day,” he said.", []string{
			`indirect | the pier was gone | said | Tom Arkwright | cue`,
			`direct | “It is a sad day,” | said | Tom Arkwright | pronoun`,
		}},
		{"a title that holds “of”", "Speaker of the House Otto Berg said the pier was shut.", []string{
			`indirect | the pier was shut | said | Otto Berg | cue`,
		}},
		{"a paper by its kind", "The official China Daily newspaper said the pier was shut. The Reuters news agency said it was sold.", []string{
			`indirect | the pier was shut | said | China Daily | cue`,
			`indirect | it was sold | said | Reuters | cue`,
		}},
		{"said at the end, behind an aside", "The keeper, Tom Arkwright, had met the men before he came to the port, said Mayor Otto Berg.\n“It is bad,” he said.", []string{
			`indirect | The keeper, Tom Arkwright, had met the men before he came to the port | said | Otto Berg | cue`,
			`direct | “It is bad,” | said | Otto Berg | pronoun`,
		}},
		{"no one beside the name behind “for”", "Prosecutors for special counsel Otto Berg said that the pier was sold.", []string{
			`indirect | that the pier was sold | said | unnamed prosecutors for special counsel Otto Berg | role`,
		}},
		{"no apposition, but who acts", "According to a pollster, Arkwright falls behind. Tom Arkwright left the port.", []string{
			`indirect | Arkwright falls behind | According to | unnamed pollster | role`,
		}},
		{"somebody's office", "Mara Lindqvist was hurt on Monday.\n“She is in good spirits,” Lindqvist’s office said. Her office said she would be home soon.", []string{
			`direct | “She is in good spirits,” | said | unnamed Lindqvist’s office | role`,
			`indirect | she would be home soon | said |  | role`,
		}},
	})
}
