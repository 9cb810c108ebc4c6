package quote

import "testing"

// clauseCases are sentences in which the difficulty is where a clause ends or
// which word is its verb.
var clauseCases = []example{
	{
		"a resolution is written", `The harbour plan is written so simply, there are few ways to alter it through “germane” changes.`,
		nil,
	},
	{
		"earlier this month", `Mara Lindqvist said earlier this month that there were “at least ten” clerks ready to go.`,
		[]string{`mixed | that there were “at least ten” clerks ready to go | said | Mara Lindqvist | cue`},
	},
	{
		"what a plan reflects", `Mara Lindqvist spoke. That plan reflects “a wish of all the keepers of the port,” she told the Sun earlier this month.`,
		[]string{`mixed | That plan reflects “a wish of all the keepers of the port,” | told | Mara Lindqvist | pronoun`},
	},
	{
		"a hearing of a committee", `Mara Lindqvist at the opening of a Harbour Committee hearing on the port listed dealings that she described as “not fine.”`,
		[]string{`mixed | as “not fine.” | described | Mara Lindqvist | pronoun`},
	},
	{
		"even as another accuses", `Mara Lindqvist pledged Friday to spare no effort even as Tom Arkwright accused the board of “killing us with paper.”`,
		[]string{
			`indirect | to spare no effort | pledged | Mara Lindqvist | cue`,
			`mixed | the board of “killing us with paper.” | accused | Tom Arkwright | cue`,
		},
	},
	{
		"an aside before what she tweeted", `Mara Lindqvist tweeted Friday morning, taking the clerk’s words out of place, that the port had “no deal with the town.”`,
		[]string{`mixed | that the port had “no deal with the town.” | tweeted | Mara Lindqvist | cue`},
	},
	{
		"asked about a claim, another answers", `Asked about the claim of Mara Lindqvist that the bridge is still shut, Tom Arkwright replied: “I think that is so.”`,
		[]string{`direct | “I think that is so.” | replied | Tom Arkwright | cue`},
	},
	{
		"what the board would refuse", `Asked what she would do if the board refused to pay for the work, Mara Lindqvist said, “We will not think of that.”`,
		[]string{
			`indirect | to pay for the work | refused | unnamed board | role`,
			`direct | “We will not think of that.” | said | Mara Lindqvist | cue`,
		},
	},
	{
		"must respond", `Mara Lindqvist told reporters that Arkwright must respond to acts “outside the circle of decent behaviour.”`,
		[]string{`mixed | that Arkwright must respond to acts “outside the circle of decent behaviour.” | told | Mara Lindqvist | cue`},
	},
	{
		"a participle, and the verb behind its words", `Mara Lindqvist, alleging that “many ballots are forged,” tweeted Monday morning that “an honest count is not possible.”`,
		[]string{
			`mixed | that “many ballots are forged,” | alleging | Mara Lindqvist | cue`,
			`mixed | that “an honest count is not possible.” | tweeted | Mara Lindqvist | cue`,
		},
	},
	{
		"access is denied, not said", `The port may deny access to any ferry with a “rude” or “bad” flag.`,
		nil,
	},
	{
		"a written note", `After that, Mara Lindqvist issued a rare written “clarification” much like the one in May.`,
		nil,
	},
	{
		"worth pointing out", `It’s worth pointing out that everything in the letter was “almost surely” going to leak.`,
		nil,
	},
	{
		"as the reader will recall", `That, you’ll recall, is the part in which the clerk “lost the key” of the port.`,
		nil,
	},
	{
		"shown to declare, and who says her words were wrong", `Tom Arkwright, who has aired films showing Mara Lindqvist in an old interview declaring herself “for the port,” said Lindqvist’s words were “wrong” and weak.`,
		[]string{
			`mixed | herself “for the port,” | declaring | Mara Lindqvist | cue`,
			`mixed | Lindqvist’s words were “wrong” and weak | said | Tom Arkwright | cue`,
		},
	},
	{
		"in her view", `Mara Lindqvist spoke on Monday. The port, in her view, is “the greatest danger of all to the town.”`,
		[]string{`mixed | The port … is “the greatest danger of all to the town.” | in her view | Mara Lindqvist | pronoun`},
	},
	{
		"in the writer's view", `In my view, the port is “the greatest danger of all to the town.”`,
		nil,
	},
	{
		"last week's", `Mara Lindqvist criticized last week’s ban of the ferry as “wrapped in deep fog.”`,
		[]string{`mixed | last week’s ban of the ferry as “wrapped in deep fog.” | criticized | Mara Lindqvist | cue`},
	},
	{
		"two words for what she does", `“The town is better than this,” said humanitarian and author Mara Lindqvist, who wrote a book.`,
		[]string{`direct | “The town is better than this,” | said | Mara Lindqvist | cue`},
	},
	{
		"who was told is not who says it", `Tom Arkwright got into a heated exchange with Abel Okafor, who told Arkwright that he had met nobody for the plan. “Nobody calls my office,” he said.`,
		[]string{
			`indirect | that he had met nobody for the plan | told | Abel Okafor | cue`,
			`direct | “Nobody calls my office,” | said | Abel Okafor | pronoun`,
		},
	},
	{
		"a day without a comma", `On Friday the association welcomed the ruling and said “we thank all of the keepers of the port.”`,
		[]string{`direct | “we thank all of the keepers of the port.” | said | unnamed association | role`},
	},
	{
		"another accuses", `Mara Lindqvist wrote Monday that “an honest count is not possible,” and Tom Arkwright accused Lindqvist of trying to “steal the vote for good.”`,
		[]string{
			`mixed | that “an honest count is not possible,” | wrote | Mara Lindqvist | cue`,
			`mixed | Lindqvist of trying to “steal the vote for good.” | accused | Tom Arkwright | cue`,
		},
	},
	{
		"others were otherwise", `Mara Lindqvist told reporters that some keepers were “content” with the plan, while others were “deeply worried.”`,
		[]string{`mixed | that some keepers were “content” with the plan, while others were “deeply worried.” | told | Mara Lindqvist | cue`},
	},
	{
		"others, of those who speak", `Some keepers said they were “content” with the plan, while others were openly against it.`,
		[]string{`mixed | they were “content” with the plan | said | unnamed keepers | role`},
	},
	{
		"a clause without that", `Mara Lindqvist maintained Thursday her words had not been “clear enough.”`,
		[]string{`mixed | her words had not been “clear enough.” | maintained | Mara Lindqvist | cue`},
	},
	{
		"nothing maintained but a road", `Mara Lindqvist maintained the road and the bridge.`,
		nil,
	},
	{
		"about so many", `Mara Lindqvist said about 40 ferries had come “to keep the order.”`,
		[]string{`mixed | about 40 ferries had come “to keep the order.” | said | Mara Lindqvist | cue`},
	},
	{
		"the bound belongs to the number", `Mara Lindqvist said nearly 40 ferries had left.`,
		[]string{`indirect | nearly 40 ferries had left | said | Mara Lindqvist | cue`},
	},
	{
		"another has a word on it", `Mara Lindqvist regretted that “the port is half empty now,” Tom Arkwright called it a “sad heap of stones.”`,
		[]string{
			`mixed | that “the port is half empty now,” | regretted | Mara Lindqvist | cue`,
			`mixed | it a “sad heap of stones.” | called | Tom Arkwright | cue`,
		},
	},
	{
		"goes on with but", `“We both keep bees,” Mara Lindqvist says. But “we may have very different views of honey.”`,
		[]string{
			`direct | “We both keep bees,” | says | Mara Lindqvist | cue`,
			`direct | “we may have very different views of honey.” |  | Mara Lindqvist | position`,
		},
	},
	{
		"a full stop inside lower marks", `Mara Lindqvist complained she was, “the least heard clerk in town.” Arkwright agreed and left the board.`,
		[]string{`mixed | she was, “the least heard clerk in town.” | complained | Mara Lindqvist | cue`},
	},
	{
		"a clause behind the dateline", `ASHBY (AP) — While the board claims it was not looking for rivals, Mara Lindqvist said Sunday that there was a “secret list” in the office.`,
		[]string{
			`indirect | it was not looking for rivals | claims | unnamed board | role`,
			`mixed | that there was a “secret list” in the office | said | Mara Lindqvist | cue`,
		},
	},
	{
		"a war that began is not said", `Her letters continued a quarrel between the port and the town that began in May.`,
		nil,
	},
	{
		"not believed", `Mara Lindqvist stayed away because she didn’t believe Arkwright was “the true elected mayor.”`,
		[]string{`mixed | Arkwright was “the true elected mayor.” | didn’t believe | Mara Lindqvist | pronoun`},
	},
	{
		"not spoken of", `Mara Lindqvist has not spoken out yet about the plans for a big “harbour walk” in May.`,
		nil,
	},
	{
		"perhaps called", `Mara Lindqvist lost the post because she might have called a clerk “a goat” at lunch.`,
		nil,
	},
	{
		"a law that people call so", `The Harbour Act, commonly referred to as the “show your nets” law, gave clerks new power.`,
		nil,
	},
	{
		"of the firm", `She met attorney Mara Lindqvist, of the firm Arkwright, Marsh & Lund, who said the plan would “shut the port for years.”`,
		[]string{`mixed | the plan would “shut the port for years.” | said | Mara Lindqvist | cue`},
	},
	{
		"whose adviser", `Tom Arkwright left. On Monday, harbour commentator and Arkwright adviser Mara Lindqvist said: “We will build.”`,
		[]string{`direct | “We will build.” | said | Mara Lindqvist | cue`},
	},
	{
		"described by others", `The plan is what Mara Lindqvist called “a step” and referred to by others as “a leap.”`,
		[]string{`direct | “a step” | called | Mara Lindqvist | cue`},
	},
	{
		"replied by letter", `“The bridge is done,” Mara Lindqvist replied by letter.`,
		[]string{`direct | “The bridge is done,” | replied | Mara Lindqvist | cue`},
	},
	{
		"an object before the colon", `Mara Lindqvist dismissed the tally of the port: “They counted the ferries twice.”`,
		[]string{`direct | “They counted the ferries twice.” | dismissed | Mara Lindqvist | cue`},
	},
	{
		"a message to stress", `The aide told what Mara Lindqvist should continue to emphasize: “The best bridge is a low one.”`,
		[]string{`mixed | what Mara Lindqvist should continue to emphasize: “The best bridge is a low one.” | told | unnamed aide | role`},
	},
	{
		"full stop inside the marks", `Mara Lindqvist said the port had “had enough.” Ada Brook and several other clerks left.`,
		[]string{`mixed | the port had “had enough.” | said | Mara Lindqvist | cue`},
	},
	{
		"a bracket after the full stop", `Mara Lindqvist called it “a gift.” (Tom Arkwright did not.)`,
		[]string{`mixed | it “a gift.” | called | Mara Lindqvist | cue`},
	},
	{
		"a programme is told", `Mara Lindqvist told Harbour Radio’s “Morning Line” that the bridge would open.`,
		[]string{`indirect | that the bridge would open | told | Mara Lindqvist | cue`},
	},
	{
		"a programme of its kind is told", `Mara Lindqvist told the television show “Inside Harbour” after the vote that the bridge would open.`,
		[]string{`indirect | that the bridge would open | told | Mara Lindqvist | cue`},
	},
	{
		"that night", `Mara Lindqvist said that night the bridge would open.`,
		[]string{`indirect | the bridge would open | said | Mara Lindqvist | cue`},
	},
	{
		"a relative clause ends at its comma", `Tom Arkwright, who told the council that the bridge was “a waste,” left the hall.`,
		[]string{`mixed | that the bridge was “a waste,” | told | Tom Arkwright | cue`},
	},
	{
		"what somebody called", `The bridge, which Mara Lindqvist called “a gift” in May, opened.`,
		[]string{`direct | “a gift” | called | Mara Lindqvist | cue`},
	},
	{
		"who the writer explains", `Mara Lindqvist said she would “never sell” to Tom Arkwright, who owns the quarry.`,
		[]string{`mixed | she would “never sell” to Tom Arkwright | said | Mara Lindqvist | cue`},
	},
	{
		"and he said", `Tom Arkwright said the bridge was “too low,” and he said it would fall.`,
		[]string{`mixed | the bridge was “too low,” | said | Tom Arkwright | cue`, `indirect | it would fall | said | Tom Arkwright | pronoun`},
	},
	{
		"while another", `Tom Arkwright called it “a folly” of the council while Mara Lindqvist said it would last.`,
		[]string{`mixed | it “a folly” of the council | called | Tom Arkwright | cue`, `indirect | it would last | said | Mara Lindqvist | cue`},
	},
	{
		"a list of names", `Tom Arkwright called it “a folly,” “a waste” and “a shame.”`,
		[]string{`mixed | it “a folly,” “a waste” and “a shame.” | called | Tom Arkwright | cue`},
	},
	{
		"a list of things", `Tom Arkwright blamed the council, the port and the weather.`,
		[]string{`indirect | the council, the port and the weather | blamed | Tom Arkwright | cue`},
	},
	{
		"an apposition before the name", `Tom Arkwright called Mara Lindqvist, his old rival, a “fox” in May.`,
		[]string{`mixed | Mara Lindqvist, his old rival, a “fox” in May | called | Tom Arkwright | cue`},
	},
	{
		"an opening participle", `Citing “old debts,” Mara Lindqvist told the Herald that the port was poor.`,
		[]string{`direct | “old debts,” | Citing | Mara Lindqvist | cue`, `indirect | that the port was poor | told | Mara Lindqvist | cue`},
	},
	{
		"an opening participle with a preposition", `In explaining why “no ship” had come, Mara Lindqvist spoke of rain.`,
		[]string{`mixed | why “no ship” had come | explaining | Mara Lindqvist | cue`},
	},
	{"asked by somebody", `Asked by Tom Arkwright if the port “pays,” Mara Lindqvist said no.`, nil},
	{
		"contracted auxiliary", `Mara Lindqvist is sure. She’s said the bridge will be “a gift.”`,
		[]string{`mixed | the bridge will be “a gift.” | said | Mara Lindqvist | pronoun`},
	},
	{
		"promised a subject", `Mara Lindqvist promises the council will help “every worker.”`,
		[]string{`mixed | the council will help “every worker.” | promises | Mara Lindqvist | cue`},
	},
	{
		"an adverb in commas", `The two lawmakers, however, argue that “there is no case.”`,
		[]string{`mixed | that “there is no case.” | argue | unnamed lawmakers | role`},
	},
	{
		"a phrase after the plural", `Voters in each county say the bridge is “about right.”`,
		[]string{`mixed | the bridge is “about right.” | say | unnamed voters | role`},
	},
	{
		"a relative clause after the plural", `The officials who wrote to her on Thursday say they are “worried.”`,
		[]string{`mixed | they are “worried.” | say | unnamed officials | role`},
	},
	{
		"a claim is that", `Tom Arkwright’s boldest claim is that the port is “a ruin.”`,
		[]string{`mixed | that the port is “a ruin.” | claim is | Tom Arkwright | cue`},
	},
	{
		"a time in commas", `Tom Arkwright, who has opposed the plan, on Friday described it as “a folly.”`,
		[]string{`mixed | it as “a folly.” | described | Tom Arkwright | cue`},
	},
	{
		"was warned by", `Mara Lindqvist was warned by Tom Arkwright that the bridge “could fall.”`,
		[]string{`mixed | that the bridge “could fall.” | warned | Tom Arkwright | cue`},
	},
	{
		"a reporter calls", `A reporter for the Herald called it “absolute chaos.”`,
		[]string{`mixed | it “absolute chaos.” | called | unnamed reporter for the Herald | role`},
	},
	{
		"called that", `Tom Arkwright called that report a “barefaced lie.”`,
		[]string{`mixed | that report a “barefaced lie.” | called | Tom Arkwright | cue`},
	},
	{
		"curly within straight", `"They told us “no” at the port," Mara Lindqvist said.`,
		[]string{`direct | "They told us “no” at the port," | said | Mara Lindqvist | cue`},
	},
	{
		"curly within straight over paragraphs", "From Tom Arkwright at the Herald:\n\"The mayor laughed it off by saying, “Only the ferry.” But she left.\n\"The hall was empty.\"",
		[]string{"direct | \"The mayor laughed it off by saying, “Only the ferry.” But she left.\n\"The hall was empty.\" |  | Tom Arkwright | cue"},
	},
	{"a heading in capitals", "“THE BRIDGE IS LOST”\nMara Lindqvist went home.", nil},
	{"titles in a list", `Tom Arkwright, who wrote “Night Ferry” and “The Old Harbour,” posted the clip on Monday.`, nil},
	{"kind of work after the title", `Tom Arkwright misses “Night Ferry,” a long comedy series of old.`, nil},
	{"a thing that speaks", `Tom Arkwright saw piers that reminded him of “a bad dream.”`, nil},
	{
		"police say", `Police say they have “adequate resources” to secure the port.`,
		[]string{`mixed | they have “adequate resources” to secure the port | say | unnamed police | role`},
	},
	{
		"a possessive time", `Mara Lindqvist called Friday’s ruling a “huge win.”`,
		[]string{`mixed | Friday’s ruling a “huge win.” | called | Mara Lindqvist | cue`},
	},
	{
		"an apposition before the charge", `Tom Arkwright accused the port’s keeper, Mara Lindqvist, of “reckless haste.”`,
		[]string{`mixed | the port’s keeper, Mara Lindqvist, of “reckless haste.” | accused | Tom Arkwright | cue`},
	},
	{
		"likened", `Tom Arkwright likened the newcomers to a “vicious snake” in a song.`,
		[]string{`mixed | the newcomers to a “vicious snake” in a song | likened | Tom Arkwright | cue`},
	},
	{
		"as somebody put it", `The port, as Mara Lindqvist put it, is “a ruin.”`,
		[]string{`mixed | The port … is “a ruin.” | put it | Mara Lindqvist | cue`},
	},
	{
		"put it this way", `Mara Lindqvist put it this way: “We are poor.”`,
		[]string{`direct | “We are poor.” | put it | Mara Lindqvist | cue`},
	},
	{
		"past that looks like a base", `A sign at the gate read “Keep Out.”`,
		[]string{`direct | “Keep Out.” | read | unnamed sign | role`},
	},
	{
		"time before a relative clause", `The club passed round a note from its trainer Monday morning that says he has “good health.”`,
		[]string{`mixed | he has “good health.” | says | unnamed note | role`},
	},
	{
		"year in a relative clause", `Mara Lindqvist, now the mayor, who in 2010 said the port was “dead,” came back.`,
		[]string{`mixed | the port was “dead,” | said | Mara Lindqvist | cue`},
	},
	{
		"part of a number", `Only 52 percent of registered voters agreed that the port was “safe.”`,
		[]string{`mixed | that the port was “safe.” | agreed | unnamed registered voters | role`},
	},
	{
		"name that no list knows", `On Monday Harbourflix asked, “Who pays?”`,
		[]string{`direct | “Who pays?” | asked | Harbourflix | cue`},
	},
	{
		"according to with an apposition", `According to the club’s coach, Tom Arkwright, in the first match the boat “scored one point.”`,
		[]string{`mixed | in the first match the boat “scored one point.” | According to | Tom Arkwright | cue`},
	},
	{
		"according to with a relative clause", `According to Mara Lindqvist, who runs the port, the bridge was “beyond repair.”`,
		[]string{`mixed | the bridge was “beyond repair.” | According to | Mara Lindqvist | cue`},
	},
	{
		"according to with what a person is", `According to Mara Lindqvist, a teacher who knows the port, the bridge was “beyond repair.”`,
		[]string{`mixed | the bridge was “beyond repair.” | According to | Mara Lindqvist | cue`},
	},
	{
		"a clause on another behind according to", `According to the Harbour Gazette, a pilot who fell, then rose, was “quite well.”`,
		[]string{`mixed | a pilot who fell, then rose, was “quite well.” | According to | Harbour Gazette | cue`},
	},
	{
		"a relative clause on what is written", `Mara Lindqvist is writing a follow-up to the book about a debt that became the surprise of the year.`,
		nil,
	},
	{
		"a relative clause told by what follows its verb", `Mara Lindqvist wrote a book on the storm that killed 40 men in the port.`,
		nil,
	},
	{
		"an adjective behind that", `Mara Lindqvist said in a report that armed men had boarded the boat.`,
		[]string{`indirect | that armed men had boarded the boat | said | Mara Lindqvist | cue`},
	},
	{
		"nobody says so", `No one is predicting a “lost summer” yet. Nobody said that the port would close.`,
		nil,
	},
	{
		"words that go on outside the marks", `Mara Lindqvist counted “2,521 small boats” and reported “four large ones” in the port.`,
		[]string{`mixed | “four large ones” in the port | reported | Mara Lindqvist | cue`},
	},
	{
		"announced without marks", "On her page Mara Lindqvist wrote:\nI think the port is lost, and it will never have a boat again.\nThe town slept.",
		[]string{`direct | I think the port is lost, and it will never have a boat again. | wrote | Mara Lindqvist | cue`},
	},
	{
		"a noun that announces nothing", "Then came Mara Lindqvist's warning that the port is lost:\nIt was a grey day, and the town slept until the bells rang.",
		[]string{`indirect | that the port is lost | warning | Mara Lindqvist | cue`},
	},
	{
		"unnamed by the report's own word", `An unnamed official said the boat is gone.`,
		[]string{`indirect | the boat is gone | said | unnamed official | role`},
	},
	{
		"announced by according to", "According to Tom Arkwright, a critic of the port:\nThe boat was sold in May and nobody knew of it until summer came.",
		[]string{`direct | The boat was sold in May and nobody knew of it until summer came. | According to | Tom Arkwright | cue`},
	},
	{
		"feet and inches", `“The board is 6' 2" long,” Mara Lindqvist said.`,
		[]string{`direct | “The board is 6' 2" long,” | said | Mara Lindqvist | cue`},
	},
	{
		"feet and inches in straight marks", `"The board is 6' 2" long," Mara Lindqvist said.`,
		[]string{`direct | "The board is 6' 2" long," | said | Mara Lindqvist | cue`},
	},
	{"the writer infers", `Mara Lindqvist seems to hint at a sequel.`, nil},
	{
		"an order of goods", `Mara Lindqvist said she had ordered ten boats.`,
		[]string{`indirect | she had ordered ten boats | said | Mara Lindqvist | cue`},
	},
	{"read a book", `Mara Lindqvist read “The Long Sea,” and liked it.`, nil},
	{"wrote a book", `Tom Arkwright, who wrote “Night Ferry,” a book about the sound, was away.`, nil},
	{
		"quoted as saying", `“Money is a problem,” the Gazette quoted Tom Arkwright as saying.`,
		[]string{`direct | “Money is a problem,” | quoted | Tom Arkwright | cue`},
	},
	{
		"a leader of a body with a preposition", `Party for the Port leader Mara Lindqvist said the port was “late.”`,
		[]string{`mixed | the port was “late.” | said | Mara Lindqvist | cue`},
	},
	{
		"a professor of a university", `University of Ashby law professor Mara Lindqvist said the port was “late.”`,
		[]string{`mixed | the port was “late.” | said | Mara Lindqvist | cue`},
	},
	{
		"a title beside the name", `“It will pass,” said the chairman, Sen. Tom Arkwright.`,
		[]string{`direct | “It will pass,” | said | Tom Arkwright | cue`},
	},
	{
		"who voted", `Dozens of people who voted for Tom Arkwright said the port was “lost.”`,
		[]string{`mixed | the port was “lost.” | said | unnamed people | role`},
	},
	{
		"asked what he thought", `When asked what he thought of it, Tom Arkwright said, “It is fine.”`,
		[]string{`direct | “It is fine.” | said | Tom Arkwright | cue`},
	},
	{
		"an announcement on the air that", `Tom Arkwright’s announcement on local radio that the port would get “a way back to work” came late.`,
		[]string{`mixed | that the port would get “a way back to work” came late | announcement on local radio | Tom Arkwright | cue`},
	},
	{"a day announces nothing", `Tuesday’s announcement that the port would close came late.`, nil},
	{
		"was quoted as saying", `“We lost,” Tom Arkwright was quoted as saying.`,
		[]string{`direct | “We lost,” | quoted as saying | Tom Arkwright | cue`},
	},
	{"she spoke of it", `The port was late, and to be heard, Mara Lindqvist spoke with a loud voice.`, nil},
	{"a semicolon parts two statements", `Tom Arkwright went to Ashby; Mara Lindqvist reported from Hask Valley.`, nil},
	{
		"a day marked is not what was told", `Too often the port has used its power against sailors, Mara Lindqvist told the crowd gathered at the hall Thursday to mark the Day of the Sea.`,
		[]string{`indirect | Too often the port has used its power against sailors | told | Mara Lindqvist | cue`},
	},
	{"the first of its kind", `In Ashby, the first state to mandate leave, sailors were late.`, nil},
	{
		"a count before a noun", `The storm could cost 74,000 crowns, compared with an April 22 forecast of 67,600, according to Mara Lindqvist.`,
		[]string{`indirect | The storm could cost 74,000 crowns, compared with an April 22 forecast of 67,600 | according to | Mara Lindqvist | cue`},
	},
	{
		"what somebody is, after according to", `According to Mara Lindqvist, a senior fellow at the Harbour Trust, the first part of the order repeats the law.`,
		[]string{`indirect | the first part of the order repeats the law | According to | Mara Lindqvist | cue`},
	},
	{
		"that of a note", `Mara Lindqvist said, in a note that ran to ten pages, that the port was late.`,
		[]string{`indirect | that the port was late | said | Mara Lindqvist | cue`},
	},
	{
		"which tells of the subject", `Tom Arkwright said the harbour council, which is led by sailors, will meet.`,
		[]string{`indirect | the harbour council, which is led by sailors, will meet | said | Tom Arkwright | cue`},
	},
	{
		"told a programme", `Tom Arkwright told “Harbour Talk with Mara Moss” on Friday that the port was late.`,
		[]string{`indirect | that the port was late | told | Tom Arkwright | cue`},
	},
	{
		"told her that", `Tom Arkwright told her that the port was late.`,
		[]string{`indirect | that the port was late | told | Tom Arkwright | cue`},
	},
	{
		"a party label after according to", `According to Sen. Tom Arkwright, D-Ohio, the port was “very late.”`,
		[]string{`mixed | the port was “very late.” | According to | Tom Arkwright | cue`},
	},
}

func TestClauses(t *testing.T) { finds(t, clauseCases) }
