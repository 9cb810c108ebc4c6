package quote

import "testing"

// subjectCases are sentences in which another name stands nearer to the verb
// than its source.
var subjectCases = []example{
	{
		"a party and state in brackets", `Sen. Mara Lindqvist (D–Ohio) opened the hearing, saying that the port was late.`,
		[]string{`indirect | that the port was late | saying | Mara Lindqvist | cue`},
	},
	{
		"after “what”", `The club shied away from what Mara Lindqvist, the union’s director of ports, called “a rare mess.”`,
		[]string{`direct | “a rare mess.” | called | Mara Lindqvist | cue`},
	},
	{
		"as what they came", `A dozen sailors who came as Democrats said they were late.`,
		[]string{`indirect | they were late | said | unnamed sailors | role`},
	},
	{
		"who, in doing it", `The plan has the support of Mara Lindqvist, who in defending it suggested that the port should close.`,
		[]string{`indirect | that the port should close | suggested | Mara Lindqvist | cue`},
	},
	{
		"whom others speak of", `The club left out a man who Mara Lindqvist said was late.`,
		[]string{`indirect | was late | said | Mara Lindqvist | cue`},
	},
	{
		"the main clause and not the one before it", `As Tom Arkwright began to court the sailors, Mara Lindqvist launched a campaign, alleging that he was late.`,
		[]string{`indirect | that he was late | alleging | Mara Lindqvist | cue`},
	},
	{
		"before whom it was", `In testimony before the Senate Port Committee, Mara Lindqvist, the port’s envoy, said that it was late.`,
		[]string{`indirect | that it was late | said | Mara Lindqvist | cue`},
	},
	{
		"two at a meeting", `A block from the hall where Tom Arkwright planned to speak, Mara Lindqvist and Jonas Hale, both Democrats, held a meeting, saying that the port was late.`,
		[]string{`indirect | that the port was late | saying | Mara Lindqvist; Jonas Hale | cue`},
	},
	{
		"an owner is not whom they own", `Tom Arkwright’s lawyers did not answer on Monday, instead saying that the port was late.`,
		[]string{`indirect | that the port was late | saying | unnamed Tom Arkwright’s lawyers | role`},
	},
	{
		"what one of the things was", `One of the worst moments came when the hall grew dark, suggesting that the port was late.`,
		[]string{`indirect | that the port was late | suggesting |  | role`},
	},
	{
		"an official who asked for silence", `Tom Arkwright has not sailed before, said a port official who spoke on condition of silence.`,
		[]string{`indirect | Tom Arkwright has not sailed before | said | unnamed port official | role`},
	},
	{
		"those who speak in a clause without its pronoun", `The club closed its pier, a move sailors said could harm the port.`,
		[]string{`indirect | could harm the port | said | unnamed sailors | role`},
	},
	{
		"said the head, by role and name", `The club — a group of sailors — is spending a lot on the port, said the club’s chairwoman, Mara Lindqvist, though she was late.`,
		[]string{`indirect | The club — a group of sailors — is spending a lot on the port | said | Mara Lindqvist | cue`},
	},
	{
		"a verb on no list", `Mara Lindqvist waited. She probably meant to say “per month.”`,
		[]string{`direct | “per month.” | say | Mara Lindqvist | pronoun`},
	},
	{
		"a gerund is no speech of theirs", `The bishops should work with the sailors, which includes reminding them that the port is late.`,
		nil,
	},
	{
		"a former title in lower case", `“It is late,” wrote then-Gov. Tom Arkwright in a statement after the storm.`,
		[]string{`direct | “It is late,” | wrote | Tom Arkwright | cue`},
	},
	{
		"a role in apposition whose comma is left out", `Mara Lindqvist, former head of the port said it was late.`,
		[]string{`indirect | it was late | said | Mara Lindqvist | cue`},
	},
	{
		"days after saying", `Three days after saying that Tom Arkwright was late, Mara Lindqvist said he was “reasonable.”`,
		[]string{`indirect | that Tom Arkwright was late | saying | Mara Lindqvist | cue`, `mixed | he was “reasonable.” | said | Mara Lindqvist | cue`},
	},
	{
		"a secretary whose department has a long name", `Department of Homeland Security Secretary Mara Lindqvist said it was late.`,
		[]string{`indirect | it was late | said | Mara Lindqvist | cue`},
	},
	{
		"one individual", `“It is late,” said one individual not involved in the campaign.`,
		[]string{`direct | “It is late,” | said | unnamed individual | role`},
	},
	{"not whom others gave interviews to", `Sitting by the pool and giving interviews to Mara Lindqvist and bragging that the port was late.`, []string{
		`indirect | that the port was late | bragging |  | role`,
	}},
	{"a decision to do it", `The decision not to defend the plan threw the port into disorder.`, nil},
}

func TestSubjects(t *testing.T) { finds(t, subjectCases) }
