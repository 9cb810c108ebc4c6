package quote

import "testing"

// Who speaks without a name, or for a body, an office or a paper.
func TestWithoutAName(t *testing.T) {
	finds(t, []example{
		{"for whom", "“We are sorry,” a spokeswoman for the Harbour Trust said. “We erred,” the spokeswoman added.", []string{
			`direct | “We are sorry,” | said | unnamed spokeswoman for the Harbour Trust | role`,
			`direct | “We erred,” | added | unnamed spokeswoman for the Harbour Trust | role`,
		}},
		{"a day is nobody", "A candidate for the Nov. 8 election said the bridge was “quite safe.”", []string{
			`mixed | the bridge was “quite safe.” | said | unnamed candidate | role`,
		}},
		{"one of several", "“I thought he was lost,” said one of the two officers.", []string{
			`direct | “I thought he was lost,” | said | unnamed officer | role`,
		}},
		{"some of several", "“We all ran,” said some of her neighbours.", []string{
			`direct | “We all ran,” | said | unnamed neighbours | role`,
		}},
		{"it is the report", "The report faulted the harbour and the town. It also cited the failure of the trust to “shut the gates.”", []string{
			`mixed | the failure of the trust to “shut the gates.” | cited | unnamed report | pronoun`,
		}},
		{"it is the airline", "The airline gave her the fare back. “We are sorry for it,” it said.", []string{
			`direct | “We are sorry for it,” | said | unnamed airline | pronoun`,
		}},
	})
}

// A programme after the genitive of a name in capitals is no quotation.
func TestProgrammeOfANameInCapitals(t *testing.T) {
	finds(t, []example{
		{"no s behind it", "Mara Lindqvist warned on KBS’ “Harbour Hour” that the talks had failed.", []string{
			`indirect | that the talks had failed | warned | Mara Lindqvist | cue`,
		}},
	})
}

func TestOfPapers(t *testing.T) {
	finds(t, []example{
		{"whose tweet", "A tweet from Mara Lindqvist read: “I am safe.”", []string{
			`direct | “I am safe.” | read | Mara Lindqvist | cue`,
		}},
		{"who signed it", "The order, signed by Judge Mara Lindqvist, says the ministry showed “no regard for the truth.”", []string{
			`mixed | the ministry showed “no regard for the truth.” | says | Mara Lindqvist | cue`,
		}},
		{"who got it is not whose it is", "The order, obtained by Otto Berg, says the ministry showed “no regard for the truth.”", []string{
			`mixed | the ministry showed “no regard for the truth.” | says | unnamed order | role`,
		}},
		{"a ruling", "Judge Mara Lindqvist ruled Friday that the towns had “met their burden.”", []string{
			`mixed | that the towns had “met their burden.” | ruled | Mara Lindqvist | cue`,
		}},
		{"rules that are none", "Mara Lindqvist ruled that out. The rules that “could end it” are old.", nil},
		{"a clause behind as", "As Mara Lindqvist notes, the ferry has “shown the gain in a release” and is late.", []string{
			`mixed | the ferry has “shown the gain in a release” and is late | notes | Mara Lindqvist | cue`,
		}},
		{"as somebody else said it", "As Mara Lindqvist spoke, the town was going against “any and all tolls” at the port.", nil},
	})
}

func TestBeyondTheVerb(t *testing.T) {
	finds(t, []example{
		{"a day and a place before the verb", "The Harbour Post has learned that former mayor Mara Lindqvist on Thursday, at the port for a meeting with members, also told clerks: “I think Berg should come.”", []string{
			`mixed | that former mayor Mara Lindqvist on Thursday, at the port for a meeting with members, also told clerks: “I think Berg should come.” | learned | Harbour Post | cue`,
			`direct | “I think Berg should come.” | told | Mara Lindqvist | cue`,
		}},
		{"days later", "It could be charged because Mara Lindqvist days later told clerks she was thinking about “this harbour thing.”", []string{
			`mixed | she was thinking about “this harbour thing.” | told | Mara Lindqvist | cue`,
		}},
		{"an office held then", "It came after then-Minister of Education Mara Lindqvist, under fire for it, shouted at clerks: “What does it matter?”", []string{
			`direct | “What does it matter?” | shouted | Mara Lindqvist | cue`,
		}},
		{"emails are none that write", "Mara Lindqvist called on Otto Berg to release emails that show the “secret deal.”", []string{
			`mixed | Otto Berg to release emails that show the “secret deal.” | called | Mara Lindqvist | cue`,
		}},
		{"who is seen to speak", "“I will come for you all,” Otto Berg is seen saying in the film.", []string{
			`direct | “I will come for you all,” | saying | Otto Berg | cue`,
		}},
		{"an agency signs off", "Mara Lindqvist left. “There is a lot to learn,” she said.\n\n“And I dare say we will learn some of it.” - Reuters", []string{
			`direct | “There is a lot to learn,” | said | Mara Lindqvist | pronoun`,
			`direct | “And I dare say we will learn some of it.” |  | Mara Lindqvist | position`,
		}},
		{"the police do something", "“It was loud,” Mara Lindqvist said. “I still shake. I cannot sleep.” Police quickly responded and closed the road.", []string{
			`direct | “It was loud,” … “I still shake. I cannot sleep.” | said | Mara Lindqvist | cue`,
		}},
	})
}

func TestWhereWordsEnd(t *testing.T) {
	finds(t, []example{
		{"that is left over", "Mara Lindqvist calls the port a “disgrace” that, in her view, bars him from office.", []string{
			`mixed | the port a “disgrace” | calls | Mara Lindqvist | cue`,
		}},
		{"each has a name for it", "Mara Lindqvist called the raid “a first” and Otto Berg called it an attack “on us all.”", []string{
			`mixed | the raid “a first” | called | Mara Lindqvist | cue`,
			`mixed | it an attack “on us all.” | called | Otto Berg | cue`,
		}},
		{"what was not answered", "The board said the raid was “no surprise” and the town failed to respond to “ample” signs of it.", []string{
			`mixed | the raid was “no surprise” and the town failed to respond to “ample” signs of it | said | unnamed board | role`,
		}},
		{"the main verb behind who", "Otto Berg, the clerk who was arguing to keep the toll, cited a promise to “end it all” at once.", []string{
			`mixed | a promise to “end it all” at once | cited | Otto Berg | cue`,
		}},
	})
}

// Single marks that a paragraph leaves open because the next goes on.
func TestSingleMarksGoOn(t *testing.T) {
	finds(t, []example{
		{"two paragraphs", "'I just saw red,' Mara Lindqvist told the clerk. 'I took the boys' bat, which was by the door.\n\n'I hit him and he went down.'\n\nHe left.", []string{
			"direct | 'I just saw red,' … 'I took the boys' bat, which was by the door.\n\n'I hit him and he went down.' | told | Mara Lindqvist | cue",
		}},
		{"no more than an apostrophe", "He liked the 'Morning Line and the boys.\n\n'I hit him and he went down,' Mara Lindqvist said.", []string{
			"direct | 'I hit him and he went down,' | said | Mara Lindqvist | cue",
		}},
	})
}

// The new words by which short reports call who speaks.
func TestEpithets(t *testing.T) {
	finds(t, []example{
		{"by age and by children", "Mara Lindqvist, 34, of the port, woke at six. “I saw red,” the 34-year-old told us.\n\n“They ran,” the mother-of-three added.", []string{
			`direct | “I saw red,” | told | Mara Lindqvist | role`,
			`direct | “They ran,” | added | Mara Lindqvist | role`,
		}},
		{"whoever it fits", "Mara Lindqvist said she slept. Her husband Otto Berg was away.\n\n“They ran,” the mother-of-three told us.", []string{
			`indirect | she slept | said | Mara Lindqvist | cue`,
			`direct | “They ran,” | told | Mara Lindqvist | role`,
		}},
		{"another of that age", "Otto Berg was hit by a 45-year-old. “I did not see him,” the 45-year-old said.", []string{
			`direct | “I did not see him,” | said | unnamed 45-year-old | role`,
		}},
		{"who adds", "“We are fine,” Otto Berg said. “They shot at us,” the driver added.", []string{
			`direct | “We are fine,” | said | Otto Berg | cue`,
			`direct | “They shot at us,” | added | Otto Berg | role`,
		}},
		{"who was met before", "“We are fine,” Otto Berg said. A driver stopped.\n\n“They shot at us,” the driver added.", []string{
			`direct | “We are fine,” | said | Otto Berg | cue`,
			`direct | “They shot at us,” | added | unnamed driver | role`,
		}},
		{"another like the last", "One witness said: “It was mad.” Another added: “I ran.”", []string{
			`direct | “It was mad.” | said | unnamed witness | role`,
			`direct | “I ran.” | added | unnamed witness | role`,
		}},
		{"another of its own", "One witness said: “It was mad.” Another nurse added: “I ran.”", []string{
			`direct | “It was mad.” | said | unnamed witness | role`,
			`direct | “I ran.” | added | unnamed nurse | role`,
		}},
	})
}

func TestNotSaidYet(t *testing.T) {
	finds(t, []example{
		{"what somebody will do", "Mara Lindqvist’s strategy says the town will counter “an old wish that does us harm.”", []string{
			`mixed | the town will counter “an old wish that does us harm.” | says | Mara Lindqvist | cue`,
		}},
		{"a term for it", "The plan has a “base” — a term coined by Mara Lindqvist to describe the tool that gives us an edge.", nil},
		{"a name and what is then told", "Otto Berg, a lawyer who once called the port “a sick joke” would likely shut it.", []string{
			`mixed | the port “a sick joke” | called | Otto Berg | cue`,
		}},
		{"to call it so", "Calling the port “a sick joke” is no answer.", nil},
		{"what was asked by somebody of an age", "“We just want a vote!” Otto Berg, a 17-year-old pupil, said Sunday. “We hope for the best.”", []string{
			`direct | “We just want a vote!” … “We hope for the best.” | said | Otto Berg | cue`,
		}},
		{"marked words in the phrase before", "In an old note on the step from “absent” to “vacant,” the council explained: “It means that they fail to come.”", []string{
			`direct | “It means that they fail to come.” | explained | unnamed council | role`,
		}},
		{"somebody else has come on", "“I have to go,” said one woman at the port. Mara Lindqvist, a clerk, was for it. “I am worried, of course,” she said.", []string{
			`direct | “I have to go,” | said | unnamed woman | role`,
			`direct | “I am worried, of course,” | said | Mara Lindqvist | pronoun`,
		}},
		{"a letter to somebody", "Otto Berg sent a letter to the board that said that the “last measures” will not do.", []string{
			`mixed | that the “last measures” will not do | said | unnamed letter | role`,
		}},
	})
}

// The paragraph behind a colon, and the one that only seems to be a turn.
func TestAsFollows(t *testing.T) {
	finds(t, []example{
		{"a caveat", "Otto Berg has a view of it, and he adds an important caveat:\n\nThe court did leave one point for later. It will be fought over for years.\n\nI agree.", []string{
			"direct | The court did leave one point for later. It will be fought over for years. | adds | Otto Berg | pronoun",
		}},
		{"the following message", "Mara Lindqvist posted the following message on her page:\n\nTo all on that boat I must say that I am sorry. I was afraid of it.\n\nShe left.", []string{
			"direct | To all on that boat I must say that I am sorry. I was afraid of it. | posted | Mara Lindqvist | cue",
		}},
		{"this to say", "On the wire, Mara Lindqvist had this to say:\n\nTo all on that boat I must say that I am sorry. I was afraid of it.\n\nShe left.", []string{
			"direct | To all on that boat I must say that I am sorry. I was afraid of it. | say | Mara Lindqvist | cue",
		}},
		{"no words follow", "Mara Lindqvist drew up the following list:\n\nThe bridge, the port and the ferry are on it. So are two of the gates.\n\nShe left.", nil},
		{"heads of rows are no turns", "Lindqvist: The Port Is Lost. On her show, host Mara Lindqvist said that the port was shut.\n\nBerg: The Port Is Fine. On his show, host Otto Berg said that the port was open.\n\nLindqvist: The Toll Is Dead. On her show, Mara Lindqvist said that the toll was dead.", []string{
			"indirect | that the port was shut | said | Mara Lindqvist | cue",
			"indirect | that the port was open | said | Otto Berg | cue",
			"indirect | that the toll was dead | said | Mara Lindqvist | cue",
		}},
	})
}

func TestClaimsOfOthers(t *testing.T) {
	finds(t, []example{
		{"whose claim it is", "Officials tried to explain the claim made on Sunday by Mara Lindqvist that the guards “showed no will” that day.", []string{
			`mixed | the claim made on Sunday by Mara Lindqvist that the guards “showed no will” that day | explain | unnamed officials | role`,
			`mixed | that the guards “showed no will” that day | claim | Mara Lindqvist | cue`,
		}},
	})
}

func TestWhomTheClauseNames(t *testing.T) {
	finds(t, []example{
		{"whose troops they are", "“How are we to win?” Otto Berg asked. Troops loyal to Tom Arkwright will break the “mild” party, he said — unless we go in.", []string{
			`direct | “How are we to win?” | asked | Otto Berg | cue`,
			`mixed | Troops loyal to Tom Arkwright will break the “mild” party | said | Otto Berg | pronoun`,
		}},
		{"a part of a statement", "“It is with us,” part of the statement said. “It is shut,” the audit states.", []string{
			`direct | “It is with us,” | said | unnamed statement | role`,
			`direct | “It is shut,” | states | unnamed audit | role`,
		}},
	})
}
