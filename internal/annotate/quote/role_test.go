package quote

import "testing"

// roleCases are speakers told by a role or by what kind of body they are.
var roleCases = []example{
	{
		"a department is no organization", "Mara Lindqvist met the Harbour Department on Monday. The Harbour Department said it was late.\nA club against noise was glad.\n“Our members applaud the Harbour Department,” the organization said.",
		[]string{`indirect | it was late | said | Harbour Department | cue`, `direct | “Our members applaud the Harbour Department,” | said | unnamed organization | role`},
	},
	{
		"a source is nobody by name", `One source who watched President Otto Berg said many were tired of a talk in which the president counted the gulls. “We are no bird club,” the source said.`,
		[]string{`indirect | many were tired of a talk in which the president counted the gulls | said | unnamed source | role`, `direct | “We are no bird club,” | said | unnamed source | role`},
	},
	{
		"an admiral of the guard", `President Otto Berg met Mara Lindqvist. The retired Harbour Guard admiral reiterated that the port was late.`,
		[]string{`indirect | that the port was late | reiterated |  | role`},
	},
	{
		"chief of a firm", `Sen. Tom Arkwright pressed Mara Lindqvist on the port. The Norfish CEO refused to call the harbour a “swamp.”`,
		[]string{`mixed | to call the harbour a “swamp.” | refused |  | role`},
	},
	{
		"of whom a judge speaks is no judge", `Tom Arkwright waited. The judge said Tom Arkwright could leave. The judge said the port was shut.`,
		[]string{`indirect | Tom Arkwright could leave | said | unnamed judge | role`, `indirect | the port was shut | said | unnamed judge | role`},
	},
	{
		"nobody says their own name", `Mara Lindqvist was the first president of the club. Otto Berg hugged Lindqvist. The president said Lindqvist was ready.`,
		[]string{`indirect | Lindqvist was ready | said |  | role`},
	},
	{
		"whom the words tell of is not meant", "The reporter, Tom Arkwright, asked about the toll. Rep. Otto Berg stormed off. Then, the congressman, standing close to Arkwright, said Arkwright was late.",
		[]string{`indirect | Arkwright was late | said | Otto Berg | role`},
	},
	{
		"a governor by title alone", "Gov. Otto Berg of Ashby signed the toll bill on Monday. Mr. Berg had little to say of it.\nThe tolls rose. Some left.\nThe pier was sold.\n“I like the toll,” the governor said.",
		[]string{`direct | “I like the toll,” | said | Otto Berg | role`},
	},
	{
		"the president of home", "President Otto Berg gave a talk to the Harbour Sun. Berg took on Mara Lindqvist, the chancellor.\nThe US President, who has faced protests in the port, also told the Sun he felt “unwelcome” in the port.",
		[]string{`mixed | he felt “unwelcome” in the port | told | Otto Berg | role`},
	},
	{
		"an ex-vice president", `President Otto Berg left. Former Vice President Tom Arkwright waited. The ex-vice president said it was late.`,
		[]string{`indirect | it was late | said | Tom Arkwright | role`},
	},
	{
		"no soldier", `President Otto Berg left the town. The U.S. commander said it was late.`,
		[]string{`indirect | it was late | said |  | role`},
	},
	{
		"a body of another kind", `Ashby University left the hall. The committee said the port was late.`,
		[]string{`indirect | the port was late | said | unnamed committee | role`},
	},
	{
		"no magazine", `The White House waited on Monday. The magazine said the port was late.`,
		[]string{`indirect | the port was late | said | unnamed magazine | role`},
	},
	{
		"president of another country", `The president, Tom Arkwright, waited. The Mexican president said the port was late.`,
		[]string{`indirect | the port was late | said |  | role`},
	},
	{
		"president of that country", `Chile’s president, Tom Arkwright, waited. The Chilean president said the port was late.`,
		[]string{`indirect | the port was late | said | Tom Arkwright | role`},
	},
	{
		"the official who spoke before", "A port official said the bridge was shut.\nLabor Secretary Tom Arkwright waited.\n“It is late,” the official said.",
		[]string{`indirect | the bridge was shut | said | unnamed port official | role`, `direct | “It is late,” | said | unnamed port official | role`},
	},
	{
		"a title before the name in apposition", `The council’s top Democrat, Majority Leader Mara Lindqvist of Ashby, said the port was late.`,
		[]string{`indirect | the port was late | said | Mara Lindqvist | cue`},
	},
	{
		"where they are from", `Rep. Tom Arkwright (D-Ohio) met Rep. Mara Lindqvist (D-Iowa). The Ohio Democrat said the port was late.`,
		[]string{`indirect | the port was late | said | Tom Arkwright | role`},
	},
	{
		"a people is no administration", `Republicans waited. The administration said the port was late.`,
		[]string{`indirect | the port was late | said | unnamed administration | role`},
	},
	{
		"an administration by its name", `The Arkwright administration waited. The administration said the port was late.`,
		[]string{`indirect | the port was late | said | The Arkwright administration | role`},
	},
	{
		"a correspondent of a paper", `Tom Arkwright, a correspondent, waited. The Harbour Herald’s Ashby correspondent said the port was late.`,
		[]string{`indirect | the port was late | said | unnamed Harbour Herald’s Ashby correspondent | role`},
	},
	{
		"another ministry", `The Chilean Commerce Ministry waited. The Chilean foreign ministry said the port was late.`,
		[]string{`indirect | the port was late | said | unnamed Chilean foreign ministry | role`},
	},
	{
		"a businessman whom the report names and the rules do not tell", `Tom Arkwright met Jonas Hale and Per Olsen. “It is late,” the billionaire businessman said.`,
		[]string{`direct | “It is late,” | said |  | role`},
	},
	{
		"who opens the paragraph", "Mara Lindqvist said the port was late.\nTom Arkwright opened the pier, which was old. He said it was safe.",
		[]string{`indirect | the port was late | said | Mara Lindqvist | cue`, `indirect | it was safe | said | Tom Arkwright | pronoun`},
	},
	{
		"they are no body", `When sailors meet the Harbour Commission, they say the port is late.`,
		[]string{`indirect | the port is late | say |  | pronoun`},
	},
	{
		"it is the letter", `The letter said the port was late. It said the bridge was shut.`,
		[]string{`indirect | the port was late | said | unnamed letter | role`, `indirect | the bridge was shut | said | unnamed letter | pronoun`},
	},
	{
		"it is not what was only met", `The plan went to the Harbour Commission. It said the bridge was shut.`,
		[]string{`indirect | the bridge was shut | said |  | pronoun`},
	},
	{
		"it is the body that opens the sentence", `The Harbour Commission met on Monday. It said the bridge was shut.`,
		[]string{`indirect | the bridge was shut | said | Harbour Commission | pronoun`},
	},
	{
		"a title with an ordinal", `The pier will close. "We will go there soon," First Officer Mara Lindqvist said.`,
		[]string{`direct | "We will go there soon," | said | Mara Lindqvist | cue`},
	},
	{
		"a title of short forms", `The pier will close. "We will charge them all," Deputy Dist. Atty. Mara Lindqvist said.`,
		[]string{`direct | "We will charge them all," | said | Mara Lindqvist | cue`},
	},
	{
		"a title of one elected", `The pier will close. "We will mend it all," Mayor-elect Mara Lindqvist said.`,
		[]string{`direct | "We will mend it all," | said | Mara Lindqvist | cue`},
	},
}

func TestRoles(t *testing.T) { finds(t, roleCases) }
