package quote

import "testing"

// Each class of words that were put into the wrong mouth, by sentences of our own.
func TestWhoseWords(t *testing.T) {
	finds(t, []example{
		{"what the subject of the clause calls it", "“We will rebuild,” Mara Lindqvist said.\nTom Arkwright, who is leading an inquiry into the bridge, expressed dismay at the closing, which he described as a “loss for the town.”", []string{
			`direct | “We will rebuild,” | said | Mara Lindqvist | cue`,
			`mixed | as a “loss for the town.” | described | Tom Arkwright | pronoun`,
		}},
		{"who only gave the hour", "Tom Arkwright was seized on Monday. Arkwright had hidden in the port.\nAround the time Arkwright was seized, President Otto Berg was in the port on a visit. He called on clerks to show the town that “we will never give in to fear.”", []string{
			`mixed | clerks to show the town that “we will never give in to fear.” | called |  | pronoun`,
		}},
		{"whom a role names", "Tom Arkwright was seized on Monday. Arkwright had hidden in the port.\nArkwright’s father, Omar, told reporters he called the police at the time because Arkwright “was doing harm.” Arkwright was not charged.\n“They looked for two months, and they say he is fine,” the father said outside the shop. Asked whether he thought his son was a thief, he said: “No. And the police know that.”", []string{
			`mixed | he called the police at the time because Arkwright “was doing harm.” | told | Omar | cue`,
			`direct | “They looked for two months, and they say he is fine,” | said | Omar | role`,
			`indirect | his son was a thief | thought | Omar | pronoun`,
			`direct | “No. And the police know that.” | said |  | pronoun`,
		}},
		{"who was pressed, and who answered", "Tom Arkwright ran the port.\nPressed by Otto Berg about the cranes, he conceded, “I was late.”", []string{
			`direct | “I was late.” | conceded | Tom Arkwright | pronoun`,
		}},
		{"who spoke at the end of the sentence before", "Tom Arkwright is reaching out to voters in the hills, said Otto Berg, a spokesman for the party.\n“They were never asked before,” he said.", []string{
			`indirect | Tom Arkwright is reaching out to voters in the hills | said | Otto Berg | cue`,
			`direct | “They were never asked before,” | said | Otto Berg | pronoun`,
		}},
		{"the turns of a talk in one paragraph", "The paper printed the talk of Mara Lindqvist with Otto Berg.\nLindqvist, May 11: \"You met the board.\" Berg: \"Right. It was not —\" Lindqvist: \"You had made up your mind.\" Berg: \"I had.\"", []string{
			`direct | "You had made up your mind." |  | Mara Lindqvist | cue`,
		}},
		{"words that somebody may say", "Speech can matter, as when one says “I am leaving you out because you are old,” Tom Arkwright wrote.", []string{
			`mixed | Speech can matter, as when one says “I am leaving you out because you are old,” | wrote | Tom Arkwright | cue`,
		}},
		{"what the writer asks", "Tom Arkwright travels to the island on Monday.\nWill he say \"never again\"? The islanders hope so.", nil},
		{"an opening clause and the main one", "In addition to Tom Arkwright saying the club is in “turmoil,” Mara Lindqvist said that “nobody trusts it.”", []string{
			`mixed | the club is in “turmoil,” | saying | Tom Arkwright | cue`,
			`mixed | that “nobody trusts it.” | said | Mara Lindqvist | cue`,
		}},
		{"who is heard", "Many teachers were relieved to hear Tom Arkwright say on Monday that the school is “no longer in danger.”", []string{
			`mixed | that the school is “no longer in danger.” | say | Tom Arkwright | cue`,
		}},
		{"declined, but another said", "The island’s governor, Otto Berg, declined to comment, but Mara Lindqvist, the island’s envoy to the town, said in a statement that “the ferry will sail.”", []string{
			`indirect | to comment, but Mara Lindqvist, the island’s envoy to the town | declined | Otto Berg | cue`,
			`mixed | that “the ferry will sail.” | said | Mara Lindqvist | cue`,
		}},
		{"a paper passes it on", "Mara Lindqvist said she “would look into it,” according to the Harbour Gazette.", []string{
			`mixed | she “would look into it,” | said | Mara Lindqvist | cue`,
		}},
		{"the president, not the vice president", "Vice President Otto Berg stood beside him. “I heard nothing,” Berg said.\nThe president answered no questions, and went on to the leaks.\n“How does the paper get such things?”", []string{
			`direct | “I heard nothing,” | said | Otto Berg | cue`,
			`direct | “How does the paper get such things?” |  |  | position`,
		}},
		{"a sentence between them", "“We are late,” Otto Berg said. The campaign has settled on patience.\n“People will come round,” mused a friend of the house.", []string{
			`direct | “We are late,” | said | Otto Berg | cue`,
			`direct | “People will come round,” | mused | unnamed friend | role`,
		}},
		{"a row of voices", "“He is a fine man.” “He is the one to bring order.” Otto Berg was once a hope of the house. “I think he can do it.” Now he is at the centre of a quarrel. “One of the closest aides has left.” The quarrel goes on.", []string{
			`direct | “He is a fine man.” … “He is the one to bring order.” |  |  | position`,
			`direct | “I think he can do it.” |  |  | position`,
			`direct | “One of the closest aides has left.” |  |  | position`,
		}},
		{"the officer who", "Tom Arkwright is the police chief. He was asked about the officer who called protesters “rats.”", []string{
			`mixed | protesters “rats.” | called | unnamed officer | role`,
		}},
		{"a report that is no verb", "Tom Arkwright told the Herald he had not read the Times report, but said, “There is much small talk.”", []string{
			`indirect | he had not read the Times report | told | Tom Arkwright | cue`,
			`direct | “There is much small talk.” | said | Tom Arkwright | pronoun`,
		}},
		{"that is what she said", "A picture by Otto Berg.\n“I think we are going to solve this thing.”\nThat’s what Mara Lindqvist said before she left.", []string{
			`direct | “I think we are going to solve this thing.” |  | Mara Lindqvist | position`,
		}},
		{"a verb that no list holds, after a pronoun", "But Mara Lindqvist was not buying it.\n“He thinks that he owns the port,” she sniped.", []string{
			`direct | “He thinks that he owns the port,” |  | Mara Lindqvist | pronoun`,
		}},
		{"a role behind a clause is no apposition", "President Mara Lindqvist spoke on Monday. When she announced the firing of Otto Berg, the president said, “He did nothing wrong.”", []string{
			`indirect | the firing of Otto Berg | announced | Mara Lindqvist | pronoun`,
			`direct | “He did nothing wrong.” | said | Mara Lindqvist | role`,
		}},
		{"a surname told before the son's name", "Arkwright revealed his plan on Friday.\n“We have more ships than ever,” Arkwright said.\nTom Arkwright Jr. stood beside the stage.", []string{
			`indirect | his plan on Friday | revealed | Arkwright | cue`,
			`direct | “We have more ships than ever,” | said | Arkwright | cue`,
		}},
	})
}

// Who was named since in the paragraph may be meant as well as who spoke before it, unless
// a pronoun leads on.
func TestCrossed(t *testing.T) {
	finds(t, []example{
		{"another is only named", "A port official, Otto Berg, told reporters the bridge was shut.\nThe call came a day after Tom Arkwright’s fall. Cars have crossed it twice, he said.", []string{
			`indirect | the bridge was shut | told | Otto Berg | cue`,
			`indirect | Cars have crossed it twice | said |  | pronoun`,
		}},
		{"a pronoun leads on", "A port official, Otto Berg, told reporters the bridge was shut.\nHe met Tom Arkwright there. Cars have crossed it twice, he said.", []string{
			`indirect | the bridge was shut | told | Otto Berg | cue`,
			`indirect | Cars have crossed it twice | said | Otto Berg | pronoun`,
		}},
	})
}

// Of whose view a sentence tells, that person says the words behind it; and who goes on
// speaking has spoken before.
func TestWhoseView(t *testing.T) {
	finds(t, []example{
		{"whose view", "For Otto Berg, a banker from Ashby, the toll is too high. “My bills have doubled,” he said.", []string{
			`direct | “My bills have doubled,” | said | Otto Berg | pronoun`,
		}},
		{"of another", "For Otto Berg, Tom Arkwright was a legend. He said, “Tom Arkwright built the pier.”", []string{
			`direct | “Tom Arkwright built the pier.” | said | Otto Berg | pronoun`,
		}},
		{"of another who may say it", "For Otto Berg, Tom Arkwright is a thief. “My bills have doubled,” he said.", []string{
			`direct | “My bills have doubled,” | said |  | pronoun`,
		}},
		{"an aide goes on", "Mara Lindqvist left the harbour.\nOn Monday, Lindqvist met the board. “It is late,” said an aide.\nShe added, “The town will forget.”", []string{
			`direct | “It is late,” | said | unnamed aide | role`,
			`direct | “The town will forget.” | added |  | pronoun`,
		}},
		{"a numbered line", "Tom Arkwright spoke. Otto Berg said it was late.\n2. He says he wants a bridge\n“I have seen one,” he said.", []string{
			`indirect | it was late | said | Otto Berg | cue`,
			`indirect | he wants a bridge | says |  | pronoun`,
			`direct | “I have seen one,” | said |  | pronoun`,
		}},
	})
}

// The text goes on from who spoke last, from whom the sentence before is about, and from
// who was asked.
func TestGoesOn(t *testing.T) {
	finds(t, []example{
		{"who spoke last, of a name that tells no sex", "Otto Berg met the board on Monday.\nA columnist for the Harbour Gazette, Sanvi Kole, said it may not end well.\n“Otto Berg is no fool, so the board will wait,” he said.", []string{
			`indirect | it may not end well | said | Sanvi Kole | cue`,
			`direct | “Otto Berg is no fool, so the board will wait,” | said | Sanvi Kole | pronoun`,
		}},
		{"whose claim stood inside", "Tom Arkwright’s claim that the bridge fell was wrong, Sanvi Kole said.\n“I saw it stand,” he said.", []string{
			`indirect | Tom Arkwright’s claim that the bridge fell was wrong | said | Sanvi Kole | cue`,
			`indirect | that the bridge fell was wrong | claim | Tom Arkwright | cue`,
			`direct | “I saw it stand,” | said |  | pronoun`,
		}},
		{"whom the sentence before is about", "Otto Berg has always said that the heir should not sail.\nTom Arkwright, the heir, took the ship on Wednesday. Asked about it, he said, “I am not sailing.”", []string{
			`indirect | that the heir should not sail | said | Otto Berg | cue`,
			`direct | “I am not sailing.” | said | Tom Arkwright | pronoun`,
		}},
		{"who was asked, and declined", "When Otto Berg asked Tom Arkwright if the toll would fall, he declined to give his views. “I cannot say,” he said.", []string{
			`indirect | if the toll would fall | asked | Otto Berg | cue`,
			`indirect | to give his views | declined | Tom Arkwright | pronoun`,
			`direct | “I cannot say,” | said | Tom Arkwright | pronoun`,
		}},
		{"whom the sentence before speaks of behind its verb", "Tom Arkwright ran the port, and some liked it.\nBut the board’s plan for the port angered Arkwright, who often makes the case that open bridges help trade. He deemed the board’s plan “a con.”", []string{
			`mixed | the board’s plan “a con.” | deemed | Tom Arkwright | pronoun`,
		}},
		{"who said it, not whom it was said of", "National Security Adviser H.R. Kole told reporters it was late. Tom Arkwright met the board.\nThe next day, Tom Arkwright is going to have a talk with the board at the pier, Kole said. “He looks forward to the talk with the board,” he explained.", []string{
			`indirect | it was late | told | H.R. Kole | cue`,
			`indirect | The next day, Tom Arkwright is going to have a talk with the board at the pier | said | H.R. Kole | cue`,
			`direct | “He looks forward to the talk with the board,” | explained | H.R. Kole | pronoun`,
		}},
		{"somebody without a name spoke last", "Tom Arkwright ran the port. Arkwright built the pier. Arkwright sold the cranes. Arkwright has a boat. Arkwright left.\n“Nobody cares,” they say in all the bars. A view of one of Mr. Arkwright’s recent plans is that it is late. He added, “They see little benefit.”", []string{
			`direct | “Nobody cares,” | say |  | pronoun`,
			`direct | “They see little benefit.” | added |  | pronoun`,
		}},
		{"another came on since", "Tom Arkwright ran the port. Arkwright built the pier. Arkwright sold the cranes.\nOtto Berg met the board on Monday.\nThe cranes came from Ashby. The latest film shows him at the pier in June. The pier is long. He said that the cranes were “a dream.”", []string{
			`mixed | that the cranes were “a dream.” | said |  | pronoun`,
		}},
	})
}

// "They" at the head of a sentence are the people of whom the one before it tells, where it
// tells of no others.
func TestThey(t *testing.T) {
	finds(t, []example{
		{"the subject before", "Several bankers welcomed the toll on Monday. They said the pier would be saved.", []string{
			`indirect | the pier would be saved | said | unnamed bankers | pronoun`,
		}},
		{"a party", "House Republicans welcomed the toll on Monday. They also said the pier would be saved.", []string{
			`indirect | the pier would be saved | said | House Republicans | pronoun`,
		}},
		{"others beside them", "Several bankers met the captains on Monday. They said the pier would be saved.", []string{
			`indirect | the pier would be saved | said |  | pronoun`,
		}},
	})
}
