package provenance

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
	"nutgraf/internal/overlap"
	"nutgraf/internal/segment"
)

// credit describes a credit by the words it covers.
type credit struct {
	words, outlet string
	kind          nutgraf.CreditKind
	scope         nutgraf.CreditScope
}

func report(t testing.TB, id, outlet, text string, all ...credit) nutgraf.Member {
	t.Helper()
	doc := &nutgraf.Document{ID: id, Outlet: outlet, Text: text}
	at := 0
	for _, p := range strings.SplitAfter(text, "\n") {
		doc.Blocks = append(doc.Blocks, nutgraf.Block{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: at, End: at + len(p)}})
		at += len(p)
	}
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	seg := segment.New(pack).Split(doc)
	ann := &nutgraf.Annotations{}
	for _, c := range all {
		i := strings.Index(text, c.words)
		if i < 0 {
			t.Fatalf("%s does not hold %q", id, c.words)
		}
		scope := c.scope
		if scope == "" {
			scope = nutgraf.OneSentence
		}
		ann.Credits = append(ann.Credits, nutgraf.Credit{Span: nutgraf.Span{Start: i, End: i + len(c.words)}, Outlet: c.outlet, Kind: c.kind, Scope: scope, Confidence: .9})
	}
	return nutgraf.Member{Doc: doc, Seg: seg, Ann: ann}
}

func trace(t testing.TB, members ...nutgraf.Member) nutgraf.Provenance {
	t.Helper()
	return traceSaid(t, nil, members...)
}

// traceSaid is trace of a story with families of quotations.
func traceSaid(t testing.TB, families []nutgraf.Family, members ...nutgraf.Member) nutgraf.Provenance {
	t.Helper()
	return traceStory(t, Story{Members: members, Families: families})
}

// traceStory traces a story of which the parts that its reports' texts make are missing.
func traceStory(t testing.TB, s Story) nutgraf.Provenance {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	var words [][]fold.Word
	for _, m := range s.Members {
		words = append(words, fold.Words(nil, m.Doc.Text, 0))
	}
	told := gist.New(pack)
	s.Overlap, s.Told = overlap.Measure(s.Members, words), told.Index(s.Members)
	return New(pack, outlet.New(pack), told).Trace(s)
}

func edges(p nutgraf.Provenance) []string {
	var out []string
	for _, e := range p.Edges {
		out = append(out, e.From+" → "+e.To+" "+string(e.Kind))
	}
	return out
}

func TestTrace(t *testing.T) {
	const (
		reported = nutgraf.CreditReported
		first    = nutgraf.CreditFirstReported
		told     = nutgraf.CreditTold
		own      = nutgraf.CreditOwn
		wire     = nutgraf.CreditWire
	)
	for name, c := range map[string]struct {
		members []nutgraf.Member
		edges   []string
		origins int
	}{
		"one origin, not held": {
			[]nutgraf.Member{
				report(t, "a", "", "The bridge will open, the Gazette reported.", credit{"the Gazette reported", "Gazette", reported, ""}),
				report(t, "b", "", "A bridge is to open in June.\nThis comes to us from The Gazette.", credit{"comes to us from The Gazette", "The Gazette", nutgraf.CreditSourceLine, nutgraf.WholeArticle}),
			},
			[]string{"a → origin:gazette credit", "b → origin:gazette credit"},
			1,
		},
		"a chain of held reports": {
			[]nutgraf.Member{
				report(t, "a", "Harbour Courier", "The radar failed."),
				report(t, "b", "Brannock Ledger", "The radar failed, the Courier said.", credit{"the Courier said", "Harbour Courier", reported, ""}),
				report(t, "c", "Signal Nine", "The radar failed, the Ledger said.", credit{"the Ledger said", "Brannock Ledger", reported, ""}),
			},
			[]string{"b → a credit", "c → b credit"},
			1,
		},
		"a passage of another report than the one held": {
			[]nutgraf.Member{
				report(t, "a", "", "The bridge will open in June.\nHale likes trams and painted boats, he told the Gazette.", credit{"told the Gazette", "Gazette", told, ""}),
				report(t, "b", "Gazette", "Engineers expect the bridge to open in June."),
			},
			[]string{"a → origin:gazette credit"},
			2,
		},
		"no credits, nothing shared": {
			[]nutgraf.Member{report(t, "a", "A News", "The bridge will open in June."), report(t, "b", "B News", "Engineers expect a summer opening.")},
			nil, 2,
		},
		"one house": {
			[]nutgraf.Member{report(t, "a", "A News", "The bridge will open in June."), report(t, "b", "A News", "Engineers expect a summer opening.")},
			nil, 1,
		},
		"files from an agency are no origin": {
			[]nutgraf.Member{report(t, "a", "A News", "The bridge will open.\nWith files from Meridian Wire", credit{"With files from Meridian Wire", "Meridian Wire", wire, nutgraf.WholeArticle})},
			[]string{"a → origin:meridian-wire credit"},
			1,
		},
		"told the outlet itself": {
			[]nutgraf.Member{report(t, "a", "NPR Online News", "The bridge will open, Hale told NPR.", credit{"told NPR", "NPR", told, ""})},
			[]string{"a → origin:own-npr credit"},
			1,
		},
		"its own dateline": {
			[]nutgraf.Member{report(t, "a", "CNN", "PORTO (CNN) The bridge will open.", credit{"(CNN)", "CNN", own, nutgraf.WholeArticle})},
			nil,
			1,
		},
		"an outlet by its short name": {
			[]nutgraf.Member{
				report(t, "a", "", "The bridge will open, AP said.", credit{"AP said", "AP", first, ""}),
				report(t, "b", "Associated Press", "The bridge will open in June, a year late."),
			},
			[]string{"a → b credit"},
			1,
		},
		"a short name of one outlet": {
			[]nutgraf.Member{
				report(t, "a", "", "The bridge will open, the Vale Gazette said.", credit{"the Vale Gazette said", "Vale Gazette", first, ""}),
				report(t, "b", "", "It opens in June, according to the Gazette.", credit{"according to the Gazette", "Gazette", first, ""}),
			},
			[]string{"a → origin:vale-gazette credit", "b → origin:vale-gazette credit"},
			1,
		},
		"a short name of two": {
			[]nutgraf.Member{
				report(t, "a", "", "The bridge will open, the Vale Post said.", credit{"the Vale Post said", "Vale Post", first, ""}),
				report(t, "b", "", "It opens in June, the Harbour Post said.", credit{"the Harbour Post said", "Harbour Post", first, ""}),
				report(t, "c", "", "It opens in June, according to the Post.", credit{"according to the Post", "Post", first, ""}),
			},
			[]string{"a → origin:vale-post credit", "b → origin:harbour-post credit", "c → origin:post credit"},
			3,
		},
		"its own text names it": {
			[]nutgraf.Member{
				report(t, "a", "", "ET spoke with Hale in May.", credit{"ET spoke", "ET", own, ""}),
				report(t, "b", "", "The bridge will open, ET Online said.", credit{"ET Online said", "ET Online", first, ""}),
			},
			[]string{"a → origin:own-et credit", "b → origin:et-online credit"},
			2,
		},
		"its dateline names it": {
			[]nutgraf.Member{
				report(t, "a", "", "Porto (CNN)The bridge will open in June, Hale told CNN.", credit{"told CNN", "CNN", told, ""}),
				report(t, "b", "", "The bridge (Time) will open, Hale told CNN.", credit{"told CNN", "CNN", told, ""}),
			},
			[]string{"a → origin:own-cnn credit", "b → a credit"},
			2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := trace(t, c.members...)
			if diff := cmp.Diff(c.edges, edges(p)); diff != "" {
				t.Error(diff)
			}
			if p.IndependentOrigins != c.origins {
				t.Errorf("%d origins, want %d: %s", p.IndependentOrigins, c.origins, p.OriginsWhy)
			}
		})
	}
}

// The words shown for a source are those that say what it is a source of; one that
// had a hand in a report is not the source of the whole.
func TestWordsOfASource(t *testing.T) {
	const mail, line, hand = "in an email to the Meridian Wire", "By the Meridian Wire.", "The Meridian Wire contributed to this report."
	for last, whole := range map[string]bool{line: true, hand: false} {
		e := trace(t, report(t, "a", "A News", "The bridge will open, Hale said "+mail+".\nNo day was named.\nNo boat waits.\n"+last,
			credit{mail, "Meridian Wire", nutgraf.CreditTold, ""}, credit{last, "Meridian Wire", nutgraf.CreditSourceLine, nutgraf.WholeArticle})).Edges[0]
		want := mail
		if whole {
			want = line
		}
		if e.Whole != whole || e.Evidence[0].Text != want {
			t.Errorf("%q: whole %v, by %q", last, e.Whole, e.Evidence[0].Text)
		}
	}
}

func TestEarliest(t *testing.T) {
	day := func(d int, firm bool) nutgraf.DateRange {
		x := nutgraf.DayDate(2023, 3, d)
		return nutgraf.DateRange{From: x, To: x, Firm: firm}
	}
	two := []nutgraf.Member{report(t, "a", "", "One."), report(t, "b", "", "Two.")}
	for name, c := range map[string]struct {
		dates []nutgraf.DateRange
		want  string
	}{
		"dates carry it":  {[]nutgraf.DateRange{day(4, true), day(5, true)}, "a"},
		"one day":         {[]nutgraf.DateRange{day(4, true), day(4, true)}, ""},
		"one is inferred": {[]nutgraf.DateRange{day(4, true), day(9, false)}, ""},
	} {
		if got, why := earliest(Story{Members: two, Dates: c.dates}); got != c.want || why == "" {
			t.Errorf("%s: %q (%s), want %q", name, got, why, c.want)
		}
	}
}

func TestAccountsAndPictures(t *testing.T) {
	for _, c := range []struct{ a, b string }{{"Donald J. Vale", "Donald Vale"}, {"Ilse Marrow", "ilse marrow"}} {
		if plainName(c.a) != plainName(c.b) {
			t.Errorf("%q and %q are two", c.a, c.b)
		}
	}
	if plainName("J. Vale") == plainName("K. Vale") {
		t.Error("J. Vale and K. Vale are one")
	}
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	tracer := New(pack, outlet.New(pack), gist.New(pack))
	if !tracer.picture("MNA Photo") || tracer.picture("Photo Weekly") || tracer.picture("MNA") {
		t.Error("pictures")
	}
}

// A post and a tweet of one person come from one account.
func TestAccountOfAPost(t *testing.T) {
	a := report(t, "a", "", "The bridge is shut, Hale wrote on Twitter.", credit{"Hale wrote on Twitter", "Twitter", nutgraf.CreditSocialPost, ""})
	a.Ann.Credits[0].Owner = "Ilse Hale"
	b := report(t, "b", "", "The bridge stays shut, Hale said in a tweet.")
	b.Ann.Quotes = []nutgraf.Quote{{Span: nutgraf.Span{End: 21}, Name: "Ilse Hale", Speaker: -1, Medium: "tweet"}}
	p := trace(t, a, b)
	const account = "origin:post-ilse-hale-twitter"
	if diff := cmp.Diff([]string{"a → " + account + " credit", "b → " + account + " credit"}, edges(p)); diff != "" {
		t.Error(diff)
	}
}

// Only what tells the news makes its outlet the origin of the news.
func TestNewsAndPassage(t *testing.T) {
	const first, reported, told = nutgraf.CreditFirstReported, nutgraf.CreditReported, nutgraf.CreditTold
	for text, want := range map[string]bool{
		"[the Gazette first reported]":                                true, // says only who had it
		"Engineers saw the bridge open, [the Gazette first reported]": true,
		"A mayor had struck a pilot, [the Gazette first reported]":    false,
		"The unconfirmed [report from the Gazette] cheers pilots":     true,
		"A wholly different [report from the Gazette] cheers pilots":  false,
		"A mayor had struck a pilot, Hale [told the Gazette]":         false,
	} {
		from, end := strings.IndexByte(text, '['), strings.IndexByte(text, ']')
		c := credit{text[from+1 : end], "Gazette", reported, ""}
		switch {
		case strings.Contains(text, "first"):
			c.kind, c.scope = first, nutgraf.WholeArticle
		case strings.Contains(text, "told"):
			c.kind = told
		}
		p := trace(t, report(t, "a", "", "The bridge will open in June, engineers say.\nNo boat waits.\n"+strings.NewReplacer("[", "", "]", "").Replace(text)+".", c))
		if got := p.Nodes[1].Role == nutgraf.RoleNewsOrigin; got != want || p.Edges[0].Whole && !want {
			t.Errorf("%q: origin of the news: %v", text, got)
		}
	}
}

// A quotation that half of the reports have makes the outlet it was told an origin of
// the news where they have it early; an answer further down has not brought the news.
func TestAnswersBringNoNews(t *testing.T) {
	const answer = "The harbour board has counted the same boats three times over and calls it a fleet"
	filler := strings.Repeat("Nobody was seen on the quay that day.\n", upTo)
	for _, late := range []bool{false, true} {
		var members []nutgraf.Member
		family := nutgraf.Family{ID: "f", Kind: nutgraf.Direct}
		for _, id := range []string{"a", "b", "c"} {
			text := "The mayor praised his new fleet of ferries.\n"
			if late {
				text += filler
			}
			at := len(text) + 1
			text += "“" + answer + ",” Hale told the Gazette."
			m := report(t, id, "Post "+id, text, credit{"told the Gazette", "Gazette", nutgraf.CreditTold, ""})
			members = append(members, m)
			to := strings.Index(text, "the Gazette")
			family.Variants = append(family.Variants, nutgraf.Variant{
				Doc: id, To: "told the Gazette", ToCite: m.Doc.Cite(nutgraf.Span{Start: to, End: to + len("the Gazette")}),
				Cites: []nutgraf.Cite{m.Doc.Cite(nutgraf.Span{Start: at + 2, End: at + 2 + len(answer)})},
			})
		}
		p := traceSaid(t, []nutgraf.Family{family}, members...)
		i := slices.IndexFunc(p.Nodes, func(n nutgraf.Node) bool { return n.Name == "Gazette" })
		if i < 0 || (p.Nodes[i].Role == nutgraf.RoleNewsOrigin) == late {
			t.Errorf("late %v: nodes %+v", late, p.Nodes)
		}
	}
}

func TestMediumThatTellsWhoSpeaks(t *testing.T) {
	for text, want := range map[string]bool{
		"said Ana Hale, lead lawyer in the [lawsuit]":          true,
		"said Ana Hale, writing in a [letter]":                 false,
		"said Ana Hale, the mayor, in a [letter]":              false,
		"said Ana Hale in a [letter] to the council":           false,
		"said Ana Hale, who chairs the board, in her [letter]": false,
	} {
		from, end := strings.IndexByte(text, '['), strings.IndexByte(text, ']')
		plain := strings.NewReplacer("[", "", "]", "").Replace(text)
		q := nutgraf.Quote{Cue: nutgraf.Span{End: 4}, Source: nutgraf.Span{Start: 5, End: 13}, MediumSpan: nutgraf.Span{Start: from, End: end - 1}}
		if got := ofSpeaker(plain, &q); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
