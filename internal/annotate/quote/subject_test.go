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
}

func TestSubjects(t *testing.T) { finds(t, subjectCases) }
