package quote

import "testing"

// Marks that do not quote.
func TestMarksThatDoNotQuote(t *testing.T) {
	for _, text := range []string{
		`They turned to a budget process called "reconciliation," which needs fewer votes.`,
		`Mara Lindqvist attacked "fake news" on Sunday.`,
		`Mara Lindqvist, who rails against "witch hunts," came.`,
		`Mara Lindqvist criticised the "elites" in town.`,
		`Mara Lindqvist met a man known to them as a, quote, "Harbour board attorney." The meeting was secret.`,
		`Tom Arkwright kept the ferry. He went on defending "The Long Line" for years.`,
		"Mara Lindqvist left.\n‘Apples and oranges’\nThe board met.",
		`Tom Arkwright wore a "Save The Pier" button.`,
		`They ran an article by Mara Lindqvist called “The board’s big mistake,” while others laughed.`,
		`Mara Lindqvist seems to hint that the board is broke.`,
		`Mara Lindqvist's post appeared to imply that she was leaving.`,
	} {
		if qs := newRig(t).read(document(text)); len(qs) > 0 {
			t.Errorf("%s: %s", text, show(text, qs[0]))
		}
	}
	finds(t, []example{
		{"a programme that was told", `Mara Lindqvist told "Port & Friends" that the bridge was late.`, []string{
			`indirect | that the bridge was late | told | Mara Lindqvist | cue`,
		}},
		{"a programme at the end of a sentence", `The bridge was late, Mara Lindqvist told "Port Night Live."`, []string{
			`indirect | The bridge was late | told | Mara Lindqvist | cue`,
		}},
		{"a title met first in what is said", `Mara Lindqvist said "Port Evening News" had been late.`, []string{
			`indirect | "Port Evening News" had been late | said | Mara Lindqvist | cue`,
		}},
		{"a title met before", `The film "Night Ferry" opens on Friday. Mara Lindqvist said "Night Ferry" was fun.`, []string{
			`indirect | "Night Ferry" was fun | said | Mara Lindqvist | cue`,
		}},
		{"what somebody wears", `"It is late," Tom Arkwright, in a cap and with "Ann Lee" campaign pins, said.`, []string{
			`direct | "It is late," | said | Tom Arkwright | cue`,
		}},
		{"what somebody is called by somebody", `That is what Tom Arkwright called "a lost year."`, []string{
			`direct | "a lost year." | called | Tom Arkwright | cue`,
		}},
		{"a relative clause is not what was said", `Mara Lindqvist responded with a phrase that could be his: "Do not moan to me."`, []string{
			`direct | "Do not moan to me." | responded | Mara Lindqvist | cue`,
		}},
		{"an answer to somebody", `Mara Lindqvist responded to Tom Arkwright with, "Why now?"`, []string{
			`direct | "Why now?" | responded | Mara Lindqvist | cue`,
		}},
		{"reasons that are no verb", `Mara Lindqvist said no, citing family reasons.`, nil},
		{"what firms add", `The firms grew. "Port and pier" firms added 73,000 jobs in May.`, nil},
		{"a list of deeds", `Mara Lindqvist said the port repaid him, added another fee and went.`, []string{
			`indirect | the port repaid him, added another fee and went | said | Mara Lindqvist | cue`,
		}},
		{"what is denied, and another verb", `Mara Lindqvist has denied the charges but said she knew of them.`, []string{
			`indirect | the charges | denied | Mara Lindqvist | cue`,
			`indirect | she knew of them | said | Mara Lindqvist | cue`,
		}},
		{"the main verb after an aside", `Tom Arkwright, a lawyer for the port who argued the case, said: "This is a win."`, []string{
			`direct | "This is a win." | said | Tom Arkwright | cue`,
		}},
	})
}
