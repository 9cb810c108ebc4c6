package mention

import (
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

const story = `"Halden 2" Is in the Works as Lantern Film Breaks Records

LAGOS (Reuters) - Director Amara Oyelaran has been hired to write a sequel to the Lantern movie Halden, which stars Ines Moreno as a smuggler named Petra Voss, the studio said on Monday.

"The contract is signed and we begin in spring," Oyelaran told the Harbour Herald. "Nobody knows yet where the story goes." The filmmaker, 42, added that she expects Moreno to return.

Moreno's brother, Tomas Moreno, is a professor at the University of Ibadan. Prime Minister John Adeyemi praised the Morenos in a speech in Abuja, Nigeria. "They have done much for this country," he said.

Lantern Pictures Inc. declined to comment. The Adeyemi administration has cut the taxes that film companies pay, and the finance minister, Grace Obi, wants to go further; she spoke to the BBC in London last week.

`

// BenchmarkFind measures segmentation and names of an article of 3 kB.
func BenchmarkFind(b *testing.B) {
	f, s, doc := benchDoc(b, 3)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		f.Find(doc, s.Split(doc))
	}
}

func benchDoc(b testing.TB, copies int) (*Finder, *segment.Splitter, *nutgraf.Document) {
	b.Helper()
	f, s := tools(b)
	return f, s, &nutgraf.Document{Text: strings.Repeat(story, copies)}
}

// BenchmarkNew measures what a cold start pays for the lists.
func BenchmarkNew(b *testing.B) {
	pack, err := lang.Load("en")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(pack)
	}
}
