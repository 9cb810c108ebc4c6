package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

// TestLinkText holds texts into which a page wrote what its links say: the words
// before "{" and after "}" are tokens, those between are not.
func TestLinkText(t *testing.T) {
	for _, marked := range []string{
		"Sen. Ann Brisk{ Ann (Annie) Mae BriskFerry line to close The bridge opens early MORE} (R-Ohio) said she agreed. She left.",
		"We met Otto Lund{ Otto Karl Lund5 things to know about the vote MORE}’s aides, Mia de Sund{ Mia Ada de SundOn the ferry: All is well | Lund opens a bridge. MORE} and Omar Brisk{ Omar BriskNew: \"We won\" MORE}.",
		"Mayor Ina Harker{ Ina Harker Lund: ferry is late Five takeaways from the vote MORE} won.",
		"Read more in the paper MORE: the ferry line. SHOW MORE",
		"Otto Lund and Ann Lund want MORE (and soon).",
		"Trains stop\nOtto Lund{ Otto Karl LundTrains stop Trams go MORE}\nMORE follows.",
	} {
		text := strings.NewReplacer("{", "", "}", "").Replace(marked)
		seg := splitter(t).Split(&nutgraf.Document{Text: text})
		inside := make([]bool, len(text))
		at, in := 0, false
		for i := range len(marked) {
			switch marked[i] {
			case '{', '}':
				in = marked[i] == '{'
				continue
			}
			inside[at] = in
			at++
		}
		var want strings.Builder
		for i := range len(text) {
			if !inside[i] {
				want.WriteByte(text[i])
			}
		}
		var got []string
		for _, tok := range seg.Tokens {
			if inside[tok.Start] {
				t.Errorf("%q is a token of %q", text[tok.Start:tok.End], text)
			}
			got = append(got, text[tok.Start:tok.End])
		}
		plain := strings.Join(strings.Fields(want.String()), "")
		if diff := cmp.Diff(plain, strings.Join(got, "")); diff != "" {
			t.Errorf("tokens of %q (-want +got):\n%s", text, diff)
		}
	}
}
