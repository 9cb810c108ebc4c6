package provenance

import (
	"strings"
	"testing"

	"nutgraf"
)

// Two reports are tied by text that chance does not make: not by one event's names and
// offices, nor by a sentence that each tells in its own words.
func TestChanceTiesNobody(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		tied bool
	}{
		"an office": {
			"Dr. Ana Hale, head of the Brannock Institute of Harbour and River Pilots,",
			"Dr. Ana Hale, director of the Brannock Institute of Harbour and River Pilots,", false,
		},
		"a sentence in other words": {
			"decision that effectively ended a key duty of the harbour board under the Ferry Safety Act",
			"decision that threw out a key part of the Ferry Safety Act of the harbour board", false,
		},
		"an occasion": {
			"crowds gathered at the Old Mole to mark the 50th anniversary of the Saint Brona Ferry Disaster",
			"people assembled at the Old Mole to commemorate the 50th anniversary of the Saint Brona Disaster", false,
		},
		"a sentence slightly edited": {
			"About 970 divers and pilots have been deployed, with shallow-water boats, lamps and winches.",
			"About 970 divers and pilots were deployed with shallow-water boats, lamps and winches.", true,
		},
		"names in a row": {
			"ferries to Porto, Lerwick, Brannock, Vale, Quill, Ashby, Harbour Point, Saint Brona, Old Mole, Corrin, Marrow, Hale and Ansel",
			"ferries to Porto, Lerwick, Brannock, Vale, Quill, Ashby, Harbour Point, Saint Brona, Old Mole, Corrin, Marrow, Hale and Ansel", true,
		},
	} {
		members := []nutgraf.Member{report(t, "a", "A News", c.a), report(t, "b", "B News", c.b)}
		shared := nutgraf.SharedText{Kind: "edited", Src: members[0].Doc.Cite(nutgraf.Span{End: len(c.a)}), Dst: members[1].Doc.Cite(nutgraf.Span{End: len(c.b)})}
		p := traceStory(t, Story{Members: members, Shared: []nutgraf.SharedText{shared}})
		if got := strings.Contains(strings.Join(edges(p), " "), string(nutgraf.EdgeReuse)); got != c.tied {
			t.Errorf("%s: tied %v, want %v", name, got, c.tied)
		}
	}
}

// A report that says to whom the words were said, or who has them, has them from there.
func TestInferredOnlyWhereNoOtherIsNamed(t *testing.T) {
	const words = "Even if the board wins this, the whole harbour will hold it against them for years to come"
	for text, want := range map[string]bool{
		"“" + words + ",” Hale told the Harbour Courier.": false,
		"“" + words + ",” Hale said.":                     true,
	} {
		first := report(t, "a", "Post", "“"+words+",” Hale told the Gazette.", credit{"told the Gazette", "Gazette", nutgraf.CreditTold, ""})
		var all []credit
		if !want {
			all = append(all, credit{"told the Harbour Courier", "Harbour Courier", nutgraf.CreditTold, ""})
		}
		second := report(t, "b", "Harbour Courier", text, all...)
		family := nutgraf.Family{ID: "f", Kind: nutgraf.Direct, Addressee: "Gazette"}
		for _, m := range []nutgraf.Member{first, second} {
			v := nutgraf.Variant{Doc: m.Doc.ID, Cites: []nutgraf.Cite{m.Doc.Cite(nutgraf.Span{Start: len("“"), End: len("“") + len(words)})}}
			if m.Doc == first.Doc {
				at := strings.Index(m.Doc.Text, "the Gazette")
				v.To, v.ToCite = "told the Gazette", m.Doc.Cite(nutgraf.Span{Start: at, End: at + len("the Gazette")})
			}
			family.Variants = append(family.Variants, v)
		}
		p := traceSaid(t, []nutgraf.Family{family}, first, second)
		if got := strings.Contains(strings.Join(edges(p), " "), "b → origin:gazette inferred"); got != want {
			t.Errorf("%q: %v, want %v", text, edges(p), want)
		}
	}
}

// A quotation ties two reports that alone have it and share text of their own besides; not
// two of one outlet, nor any two when a paper speaks that is there for all to read.
func TestQuotationThatTies(t *testing.T) {
	const words = "The ferries will be laid up until the harbour board has found out why the radar failed in May"
	const own = "Nobody was hurt when the two boats met off the old mole in thick fog."
	for _, c := range []struct {
		outlet, speaker, besides string
		tied                     bool
	}{
		{"Harbour Courier", "Ana Hale", own, true},
		{"Harbour Courier", "Ana Hale", "In the fog, off the mole, two boats had met and no one came to harm.", false},
		{"Gazette", "Ana Hale", own, false},
		{"Harbour Courier", "unnamed letter", own, false},
		{"Harbour Courier", "unnamed bill", own, false},
		{"Harbour Courier", "unnamed pilot", own, true},
	} {
		family := nutgraf.Family{ID: "f", Kind: nutgraf.Direct, Speaker: c.speaker}
		members := []nutgraf.Member{report(t, "a", "Gazette", own+" It began: “"+words+".”"), report(t, "b", c.outlet, c.besides+" Then came: “"+words+".”")}
		for _, m := range members {
			at := strings.Index(m.Doc.Text, words)
			said := nutgraf.Span{Start: at, End: at + len(words)}
			m.Ann.Quotes = []nutgraf.Quote{{Kind: nutgraf.Direct, Span: said, Parts: []nutgraf.Span{said}, Speaker: -1}}
			family.Variants = append(family.Variants, nutgraf.Variant{Doc: m.Doc.ID, Cites: []nutgraf.Cite{m.Doc.Cite(said)}})
		}
		p := traceSaid(t, []nutgraf.Family{family}, members...)
		if got := strings.Contains(strings.Join(edges(p), " "), string(nutgraf.EdgeSharedQuote)); got != c.tied {
			t.Errorf("%s, %s: tied %v, want %v", c.outlet, c.speaker, got, c.tied)
		}
	}
}

// Who was first to report the news did not make the rest of the report.
func TestFirstToReport(t *testing.T) {
	p := trace(t, report(t, "a", "Post", "The bridge will open in June, as was first reported by the Gazette.", credit{"first reported by the Gazette", "Gazette", nutgraf.CreditFirstReported, nutgraf.WholeArticle}))
	if e := p.Edges[0]; e.Whole || !e.News || e.Why != "It names Gazette as the first to report the news." {
		t.Errorf("got %+v", e)
	}
}

// What was first reported elsewhere is the news where it is what the report tells first.
func TestFirstReportedInPassing(t *testing.T) {
	for text, want := range map[string]bool{
		"The harbour board wrote a letter to every captain.\nThe letter, which was first reported by the Gazette, adds nothing to the rules but gives long advice on lamps and winches.": true,
		"The harbour board wrote a letter to every captain.\nThe sale, which was first reported by the Gazette, was a matter of old lamps and long rows over winches.":                   false,
	} {
		p := trace(t, report(t, "a", "Post", text, credit{"first reported by the Gazette", "Gazette", nutgraf.CreditFirstReported, nutgraf.WholeArticle}))
		if got := p.Edges[0].News; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Of two utterances that as many reports quote the one they have first carries the news.
func TestUtteranceHadFirst(t *testing.T) {
	const news, answer = "We will sell every ferry that we own before the year is out", "They have never owned a ferry in their lives and will sell nothing"
	families := []nutgraf.Family{{ID: "news", Kind: nutgraf.Direct}, {ID: "answer", Kind: nutgraf.Direct}}
	var members []nutgraf.Member
	for _, id := range []string{"a", "b", "c"} {
		text := "“" + news + ",” Hale said.\n" + strings.Repeat("Nobody was seen on the quay that day.\n", 4) + "“" + answer + ",” Aske told the Gazette."
		m := report(t, id, "Post "+id, text, credit{"told the Gazette", "Gazette", nutgraf.CreditTold, ""})
		for i, words := range []string{news, answer} {
			at := strings.Index(text, words)
			families[i].Variants = append(families[i].Variants, nutgraf.Variant{Doc: id, Cites: []nutgraf.Cite{m.Doc.Cite(nutgraf.Span{Start: at, End: at + len(words)})}})
		}
		members = append(members, m)
	}
	for _, e := range traceSaid(t, families, members...).Edges {
		if e.News {
			t.Errorf("%+v", e)
		}
	}
}
