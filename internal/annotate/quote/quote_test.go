package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/annotate/mention"
	"nutgraf/internal/annotate/when"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

// bench holds what a test needs to read a text as the pipeline does.
type rig struct {
	seg  *segment.Splitter
	men  *mention.Finder
	when *when.Finder
	quo  *Finder
}

func newRig(t testing.TB) *rig {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return &rig{segment.New(pack), mention.New(pack), when.New(pack), New(pack)}
}

// document lays a text out as paragraphs parted by line breaks; a line that
// begins with "> " is a block quotation.
func document(text string) *nutgraf.Document {
	doc := &nutgraf.Document{ID: "t", Text: text}
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		end := at + len(strings.TrimRight(line, "\n"))
		if end > at {
			kind := nutgraf.Paragraph
			if strings.HasPrefix(line, "> ") {
				kind = nutgraf.Quoted
			}
			doc.Blocks = append(doc.Blocks, nutgraf.Block{Kind: kind, Span: nutgraf.Span{Start: at, End: end}})
		}
		at += len(line)
	}
	return doc
}

func (g *rig) read(doc *nutgraf.Document) []nutgraf.Quote {
	seg := g.seg.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	ann.Mentions, ann.Entities = g.men.Find(doc, seg)
	ann.Times, ann.Published = g.when.Find(doc, seg)
	return g.quo.Find(doc, seg, ann)
}

// show prints a quotation as the tables below write it: kind, pieces, cue,
// speaker, how.
func show(text string, q nutgraf.Quote) string {
	var parts []string
	for _, p := range q.Parts {
		parts = append(parts, p.Of(text))
	}
	cue := ""
	if !q.Cue.IsZero() {
		cue = q.Cue.Of(text)
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s", q.Kind, strings.Join(parts, " … "), cue, q.Name, q.How)
}

// example is a text with the quotations in it, as show writes them.
type example struct {
	name, text string
	want       []string
}

var cases = []example{
	{
		"after the words", `"The bridge will open in May," Mara Lindqvist said.`,
		[]string{`direct | "The bridge will open in May," | said | Mara Lindqvist | cue`},
	},
	{
		"inverted", `“The bridge will open in May,” said Mara Lindqvist, the mayor of the port.`,
		[]string{`direct | “The bridge will open in May,” | said | Mara Lindqvist | cue`},
	},
	{
		"in two parts", `"We build," Mara Lindqvist said, "and we do not stop." She left.`,
		[]string{`direct | "We build," … "and we do not stop." | said | Mara Lindqvist | cue`},
	},
	{
		"next sentence goes on", `"We build," Mara Lindqvist said. "We do not stop."`,
		[]string{`direct | "We build," … "We do not stop." | said | Mara Lindqvist | cue`},
	},
	{
		"before the words", `Mara Lindqvist told the crowd: "We will build."`,
		[]string{`direct | "We will build." | told | Mara Lindqvist | cue`},
	},
	{
		"two in one paragraph", `Mara Lindqvist said, "We will build." Tom Arkwright replied, "You will not."`,
		[]string{`direct | "We will build." | said | Mara Lindqvist | cue`, `direct | "You will not." | replied | Tom Arkwright | cue`},
	},
	{
		"pronoun", `Mara Lindqvist opened the bridge on Monday. "It is done," she said.`,
		[]string{`direct | "It is done," | said | Mara Lindqvist | pronoun`},
	},
	{
		"mixed", `Mara Lindqvist said the bridge would be "a gift to the town" for years.`,
		[]string{`mixed | the bridge would be "a gift to the town" for years | said | Mara Lindqvist | cue`},
	},
	{
		"indirect", `Mara Lindqvist said on Monday that the bridge would open in May.`,
		[]string{`indirect | that the bridge would open in May | said | Mara Lindqvist | cue`},
	},
	{
		"according to", `According to Mara Lindqvist, the bridge will open in May.`,
		[]string{`indirect | the bridge will open in May | According to | Mara Lindqvist | cue`},
	},
	{
		"conjunction before the words", `But the bridge is "a folly," Mara Lindqvist said.`,
		[]string{`mixed | But the bridge is "a folly," | said | Mara Lindqvist | cue`},
	},
	{
		"conjunction after the attribution", `"We build," Mara Lindqvist said, and "we do not stop."`,
		[]string{`mixed | "We build," … and "we do not stop." | said | Mara Lindqvist | cue`},
	},
	{
		"opening words and a parted sentence", `If the bridge falls, Mara Lindqvist said, "we will build it again."`,
		[]string{`mixed | If the bridge falls … "we will build it again." | said | Mara Lindqvist | cue`},
	},
	{
		"time before the verb", `Mara Lindqvist (Ind.) last week said that the bridge would open.`,
		[]string{`indirect | that the bridge would open | said | Mara Lindqvist | cue`},
	},
	{
		"time after the verb", `Mara Lindqvist said this week that the bridge would open.`,
		[]string{`indirect | that the bridge would open | said | Mara Lindqvist | cue`},
	},
	{
		"clause that opens the sentence", `While Mara Lindqvist said the bridge would open, the harbour stayed shut.`,
		[]string{`indirect | the bridge would open | said | Mara Lindqvist | cue`},
	},
	{
		"the report's own remark", `Mara Lindqvist said the bridge would open in May, which is a month away.`,
		[]string{`indirect | the bridge would open in May | said | Mara Lindqvist | cue`},
	},
	{
		"aside between dashes", `Mara Lindqvist - who said the bridge would open - left on Monday.`,
		[]string{`indirect | the bridge would open | said | Mara Lindqvist | cue`},
	},
	{
		"leaves the marks", `"We build," Mara Lindqvist said. "The town has waited for this too long" to give up now.`,
		[]string{`mixed | "We build," … "The town has waited for this too long" to give up now | said | Mara Lindqvist | cue`},
	},
	{
		"opening clause behind an adverb", `Just after Tom Arkwright left, Mara Lindqvist eulogized the boat, calling it a "proud old lady of the sea."`,
		[]string{`mixed | it a "proud old lady of the sea." | calling | Mara Lindqvist | cue`},
	},
	{
		"hearer behind a question", `"Will it open?" Mara Lindqvist asked Tom Arkwright. "Or not?"`,
		[]string{`direct | "Will it open?" … "Or not?" | asked | Mara Lindqvist | cue`},
	},
	{
		"verb that no list holds", `"It will open in May, whatever they tell you," a weary Mara Lindqvist harrumphed.`,
		[]string{`direct | "It will open in May, whatever they tell you," |  | Mara Lindqvist | cue`},
	},
	{
		"programme after a preposition", `Mara Lindqvist spoke to the host of "The Morning Ferry." She left at ten.`,
		nil,
	},
	{
		"headline with its writer", `"Town to Lose Its Ferry," by the Harbour Herald's Tom Arkwright, came next.`,
		nil,
	},
	{
		"what cannot speak", `The storms threatened to close the bridge.`,
		nil,
	},
	{
		"long aside", `Mara Lindqvist, who has led the town with her brother Ole Lindqvist since 2011, said the bridge would open.`,
		[]string{`indirect | the bridge would open | said | Mara Lindqvist | cue`},
	},
	{
		"attribution inside", `The bridge, Mara Lindqvist said, would open in May.`,
		[]string{`indirect | The bridge … would open in May | said | Mara Lindqvist | cue`},
	},
	{
		"unnamed", `"Nobody saw it coming," a firefighter said.`,
		[]string{`direct | "Nobody saw it coming," | said | unnamed firefighter | role`},
	},
	{
		"unnamed document of so many pages", `The 58-page indictment said the bridge was never safe.`,
		[]string{`indirect | the bridge was never safe | said | unnamed indictment | role`},
	},
	{
		"ones are nobody", `The new ones said that the bridge was safe.`,
		[]string{`indirect | that the bridge was safe | said |  | role`},
	},
	{"things are nobody", `A rare chance said that the bridge was safe.`, []string{`indirect | that the bridge was safe | said |  | role`}},
	{
		"a participle ends the noun", `A leaked letter seen by Reuters said the bridge was safe.`,
		[]string{`indirect | the bridge was safe | said | unnamed leaked letter | role`},
	},
	{
		"a body goes on", "The Harbour Trust said the bridge was safe. It said the port was closed. “Nobody was hurt,” it said.",
		[]string{
			`indirect | the bridge was safe | said | Harbour Trust | cue`, `indirect | the port was closed | said | Harbour Trust | pronoun`,
			`direct | “Nobody was hurt,” | said | Harbour Trust | pronoun`,
		},
	},
	{
		"a title that holds a body", `Director of the Harbour Trust Mara Lindqvist said the bridge was safe.`,
		[]string{`indirect | the bridge was safe | said | Mara Lindqvist | cue`},
	},
	{
		"one turns to another who speaks", `For advice, the paper turns to Mara Lindqvist, who says the bridge is "quite safe".`,
		[]string{`mixed | the bridge is "quite safe" | says | Mara Lindqvist | cue`},
	},
	{
		"the city", `Hask Valley closed its bridge in May. The city said the bridge was safe.`,
		[]string{`indirect | the bridge was safe | said | Hask Valley | role`},
	},
	{
		"a date inside the source", `The mayoral candidate for the Nov. 8 election later said the bridge was "quite safe".`,
		[]string{`mixed | the bridge was "quite safe" | said | unnamed mayoral candidate | role`},
	},
	{
		"a time ago", `A month ago, Mara Lindqvist went to the port and explained why "the sailors" were late.`,
		[]string{`mixed | why "the sailors" were late | explained | Mara Lindqvist | cue`},
	},
	{
		"marks close amid a phrase", `Mara Lindqvist said, "I have not heard that concern" from the sailors.`,
		[]string{`mixed | "I have not heard that concern" from the sailors | said | Mara Lindqvist | cue`},
	},
	{
		"several", `"We are glad," Mara Lindqvist and Tom Arkwright said.`,
		[]string{`direct | "We are glad," | said | Mara Lindqvist; Tom Arkwright | cue`},
	},
	{
		"role noun although another is nearer", "Director Mara Lindqvist made the film with the actor Tom Arkwright.\n\"It was cold,\" the filmmaker said of working with Arkwright.",
		[]string{`direct | "It was cold," | said | Mara Lindqvist | role`},
	},
	{
		"stands alone", "Mara Lindqvist spoke for an hour, stating that the bridge was safe.\n\"Nobody needs to fear it.\"",
		[]string{`indirect | that the bridge was safe | stating | Mara Lindqvist | cue`, `direct | "Nobody needs to fear it." | ` + ` | Mara Lindqvist | position`},
	},
	{
		"re-opened", "“It was cold,” Mara Lindqvist said. “We went on.\n“Then the rain came.”",
		[]string{"direct | “It was cold,” … “We went on.\n“Then the rain came.” | said | Mara Lindqvist | cue"},
	},
	{
		"single marks", `‘The bridge is safe,’ said Mara Lindqvist.`,
		[]string{`direct | ‘The bridge is safe,’ | said | Mara Lindqvist | cue`},
	},
	{"apostrophes are no marks", `The players' union and the '90s team didn't say much.`, nil},
	{"feet and inches", `The 6'2" keeper and the 5'10" striker left the field.`, nil},
	{"title of a work", `Mara Lindqvist directed the film "Cold Water" in 2011.`, nil},
	{"nickname", `Tom "The Wall" Arkwright left the field.`, nil},
	{
		"mixed marks", "\"It was cold,” Mara Lindqvist said. “It was wet.\"",
		[]string{"direct | \"It was cold,” … “It was wet.\" | said | Mara Lindqvist | cue"},
	},
	{
		"guillemets", `«The bridge is safe», said Mara Lindqvist.`,
		[]string{`direct | «The bridge is safe» | said | Mara Lindqvist | cue`},
	},
	{
		"denial", `Mara Lindqvist denied that the bridge was closed.`,
		[]string{`indirect | that the bridge was closed | denied | Mara Lindqvist | cue`},
	},
	{
		"heard from", `The paper learned from Mara Lindqvist that the bridge was closed.`,
		[]string{`indirect | that the bridge was closed | learned | Mara Lindqvist | cue`},
	},
	{
		"signed", "The guest book lay open.\n\"A fine bridge, and a fine town.\"\n— Mara Lindqvist",
		[]string{`direct | "A fine bridge, and a fine town." |  | Mara Lindqvist | cue`},
	},
}

func TestFind(t *testing.T) { finds(t, cases) }

// finds holds the quotations found in each example to those it tells.
func finds(t *testing.T, cases []example) {
	t.Helper()
	g := newRig(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, q := range g.read(document(c.text)) {
				got = append(got, show(c.text, q))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSetting(t *testing.T) {
	g := newRig(t)
	for _, c := range []struct{ text, addressee, medium, modality string }{
		{`"It is done," Mara Lindqvist told the Harbour Gazette.`, "Harbour Gazette", "", "say"},
		{`"It is done," Mara Lindqvist said in a statement to the Harbour Gazette on Monday.`, "Harbour Gazette", "statement", "say"},
		{`"It is done," Mara Lindqvist wrote on Instagram.`, "", "instagram", "write"},
		{`During a press conference on Monday, Mara Lindqvist said: "It is done."`, "", "press conference", "say"},
		{`"Is it done?" Mara Lindqvist asked.`, "", "", "ask"},
		{`"It is done," said Mara Lindqvist, who brought the plan to the paper's attention.`, "", "", "say"},
		{`"It is done," said Mara Lindqvist as she walked to her parents' house.`, "", "", "say"},
		{`"It is done," Mara Lindqvist told USA Today.`, "USA Today", "", "say"},
		{`"It is done," Mara Lindqvist told me.`, "", "", "say"},
		{`"It is done," Mara Lindqvist told a packed rally.`, "a packed rally", "", "say"},
		{`"It is done," Mara Lindqvist said to the committee's members.`, "committee's members", "", "say"},
		{`"It is done," Mara Lindqvist said to Sunday crowds.`, "Sunday crowds", "", "say"},
		{`"It is done," Mara Lindqvist told Sunday.`, "", "", "say"},
		{`"It is done," Mara Lindqvist told lawmakers privately.`, "lawmakers", "", "say"},
		{`"It is done," Mara Lindqvist told boatbuilders waiting on the quay.`, "boatbuilders", "", "say"},
		{`"It is done," Mara Lindqvist told her story.`, "", "", "say"},
		{`"It is done," said Mara Lindqvist, second to last.`, "", "", "say"},
		{`In an interview with the Harbour Gazette, Mara Lindqvist said "it is done."`, "Harbour Gazette", "interview", "say"},
		{`"It is done," Mara Lindqvist tweeted on Monday.`, "", "tweet", "post"},
		{`"It is done," Mara Lindqvist told the newspaper of the race.`, "newspaper", "", "say"},
		{`It is done, according to a source close to the campaign.`, "", "", "say"},
		{`"It is done," Mara Lindqvist said before rising to take the matter to the Supreme Court.`, "", "", "say"},
		{`"It is done," said Mara Lindqvist of Port Watch, which sued the board in a letter.`, "", "", "say"},
		{`At her hearing to become harbour master, Mara Lindqvist said "it is done."`, "", "hearing", "say"},
		{`"It is done," Mara Lindqvist wrote in an opinion column.`, "", "column", "write"},
		{`"It is done," Mara Lindqvist wrote in the dissenting opinion.`, "", "ruling", "write"},
		{`In response to the letter, Mara Lindqvist said "it is done."`, "", "", "say"},
		{`In her letter to the mayor, Mara Lindqvist said "it is done."`, "mayor", "letter", "say"},
		{`Mara Lindqvist, who was seen in a video on the quay, said "it is done."`, "", "", "say"},
		{`In one case Facebook said "it is done."`, "", "", "say"},
		{`Mara Lindqvist, head of harbours at Facebook, said "it is done."`, "", "", "say"},
		{`Mara Lindqvist took to Twitter and said "it is done."`, "", "tweet", "say"},
		{`On her Facebook page, Mara Lindqvist said "it is done."`, "", "facebook", "say"},
		{`In a Facebook post, Mara Lindqvist said "it is done."`, "", "facebook", "say"},
	} {
		qs := g.read(document(c.text))
		if len(qs) != 1 {
			t.Errorf("%s: %d quotations, want 1", c.text, len(qs))
			continue
		}
		got := []string{strings.TrimPrefix(qs[0].AddresseeName, "the "), qs[0].Medium, qs[0].Modality}
		if d := cmp.Diff([]string{c.addressee, c.medium, c.modality}, got); d != "" {
			t.Errorf("%s: %s", c.text, d)
		}
	}
}

func TestBlockQuotation(t *testing.T) {
	text := "Mara Lindqvist wrote:\n> The bridge is done and I am glad of it.\nThe town slept."
	qs := newRig(t).read(document(text))
	if len(qs) != 1 || qs[0].Kind != nutgraf.Direct || qs[0].Name != "Mara Lindqvist" {
		t.Errorf("got %+v", qs)
	}
}

func TestBlockSignature(t *testing.T) {
	for _, line := range []string{"— Mara Lindqvist (@lindqvist) May 5, 2020", "— Mara Lindqvist, May 2020", "https://pic.example/a1b2"} {
		text := "> The bridge is done and I am glad of it.\n> " + line + "\nThe town slept."
		qs := newRig(t).read(document(text))
		if len(qs) != 1 || strings.HasPrefix(line, "—") && qs[0].Name != "Mara Lindqvist" || strings.Contains(text[qs[0].Span.Start:qs[0].Span.End], line) {
			t.Errorf("%s: got %+v", line, qs)
		}
	}
}

// check fails when a quotation's spans do not hold.
func check(t interface{ Fatalf(string, ...any) }, text string, qs []nutgraf.Quote) {
	for i, q := range qs {
		if len(q.Parts) == 0 {
			t.Fatalf("quotation %d has no parts", i)
		}
		at := q.Span.Start
		for _, p := range append([]nutgraf.Span{q.Span, q.Cue, q.Source, q.Addressee, q.MediumSpan}, q.Parts...) {
			if p.Start < 0 || p.End > len(text) || p.Start > p.End || !onBoundary(text, p.Start) || !onBoundary(text, p.End) {
				t.Fatalf("quotation %d: bad span %v of %d in %q: %+v", i, p, len(text), text, q)
			}
		}
		for _, p := range q.Parts {
			if p.Start < at || p.End > q.Span.End || p.IsZero() {
				t.Fatalf("quotation %d: part %v out of order in %v", i, p, q.Span)
			}
			at = p.End
		}
	}
}

func onBoundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

func TestSpansHold(t *testing.T) {
	g := newRig(t)
	words := []string{`"`, `“`, `”`, `'`, `’`, `‘`, `«`, `»`, `„`, " ", " ", " ", ",", ".", ":", "?", "\n", "said", "Mara Lindqvist", "she", "that", "the bridge", "told", "in", "Monday", "—", "(", ")", "is", "é", "according to", "who", "and", "A"}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 60).Draw(t, "n") {
			b.WriteString(rapid.SampledFrom(words).Draw(t, "w"))
			b.WriteString(rapid.SampledFrom([]string{"", " "}).Draw(t, "sp"))
		}
		doc := document(b.String())
		first := g.read(doc)
		check(t, doc.Text, first)
		if d := cmp.Diff(first, g.read(doc)); d != "" {
			t.Fatalf("two readings differ: %s", d)
		}
	})
}

// TestEndsOnAName: a text may end right behind whom it names as its source.
func TestEndsOnAName(t *testing.T) {
	g := newRig(t)
	for _, text := range []string{"\"It is so,\" according to Monday", "according to A", "The bridge is closed, according to the", "\"\" said"} {
		check(t, text, g.read(document(text)))
	}
}

// TestOpensInLowerCase: a text may begin in the midst of a sentence.
func TestOpensInLowerCase(t *testing.T) {
	g := newRig(t)
	for _, text := range []string{"shortly after saying that he would go, Mara Lindqvist left.", "2 days after saying no, she left.", "saying he left"} {
		check(t, text, g.read(document(text)))
	}
}

func FuzzFind(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text)
	}
	f.Add(strings.Repeat(`" `, 200))
	g := newRig(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("stages may assume valid UTF-8")
		}
		check(t, text, g.read(document(text)))
	})
}

// TestHostile reads texts that are all marks, all cues or never closed, at two
// sizes: the time may grow a little more than the text, not with its square.
func TestHostile(t *testing.T) {
	g := newRig(t)
	for name, unit := range map[string]string{
		"marks":      `"`,
		"open marks": `“a `,
		"pieces":     `"Yes," `,
		"apostrophe": `'a `,
		"cues":       `he said she said `,
		"commas":     `Mara, said, `,
		"who":        `who said `,
		"that":       `said in that of `,
		"dialogue":   "A: yes it is so.\n",
		"lists":      `called “a,” and `,
		"opening":    `Citing a, `,
		"within":     `"a “b” c, `,
		"plurals":    `those who came to her say `,
		"bare":       "\"We have all seen it now.\"\n",
		"interview":  "Q: What is it now?\nA: It is so, and that is so.\n",
		"titles":     `said "Port News" was called "The End" and `,
		"times":      `on Monday that in June said, who on Friday said `,
		"signs":      `held a sign reading "No" that said `,
	} {
		small, large := 20_000/len(unit), 160_000/len(unit)
		var ds, dl time.Duration
		for range 5 { // the machine may be busy with other things
			ds, dl = timed(g, strings.Repeat(unit, small)), timed(g, strings.Repeat(unit, large))
			if dl <= 40*ds+50*time.Millisecond {
				break
			}
		}
		if dl > 40*ds+50*time.Millisecond {
			t.Errorf("%s: %v for 20 kB, %v for 160 kB", name, ds, dl)
		}
	}
}

func timed(g *rig, text string) time.Duration {
	doc := document(text)
	seg := g.seg.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	best := time.Hour // of three runs: the machine may be busy with other things
	for range 3 {
		start := time.Now()
		g.quo.Find(doc, seg, ann)
		best = min(best, time.Since(start))
	}
	return best
}

func BenchmarkFind(b *testing.B) {
	g := newRig(b)
	var s strings.Builder
	for s.Len() < 3000 {
		for _, c := range cases {
			s.WriteString(c.text)
			s.WriteString("\n")
		}
	}
	doc := document(s.String()[:3000])
	seg := g.seg.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	ann.Mentions, ann.Entities = g.men.Find(doc, seg)
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		g.quo.Find(doc, seg, ann)
	}
}
