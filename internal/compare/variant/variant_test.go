package variant

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

// said describes a quotation by the words it covers.
type said struct {
	parts     []string
	kind      nutgraf.QuoteKind
	name      string
	how       nutgraf.How
	cue       string
	addressee string
}

func report(t testing.TB, id, text string, all ...said) nutgraf.Member {
	t.Helper()
	doc := &nutgraf.Document{ID: id, Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}}}
	ann := &nutgraf.Annotations{}
	from := 0
	find := func(s string) nutgraf.Span {
		i := strings.Index(text[from:], s)
		if i < 0 {
			i = strings.Index(text, s) - from
		}
		if i+from < 0 {
			t.Fatalf("%s does not hold %q", id, s)
		}
		return nutgraf.Span{Start: from + i, End: from + i + len(s)}
	}
	for _, q := range all {
		quote := nutgraf.Quote{Kind: q.kind, Name: q.name, How: q.how, Speaker: -1, When: -1, Confidence: .9}
		if q.kind == "" {
			quote.Kind = nutgraf.Direct
		}
		for _, p := range q.parts {
			s := find(p)
			quote.Parts = append(quote.Parts, s)
			from = s.End
		}
		quote.Span = nutgraf.Span{Start: quote.Parts[0].Start, End: quote.Parts[len(q.parts)-1].End}
		from = quote.Span.Start
		if q.cue != "" {
			quote.Cue = find(q.cue)
		}
		if q.addressee != "" {
			quote.Addressee, quote.AddresseeName = find(q.addressee), q.addressee
		}
		if q.name != "" {
			quote.Speaker = entity(ann, q.name)
		}
		ann.Quotes = append(ann.Quotes, quote)
		from = quote.Span.End
	}
	return nutgraf.Member{Doc: doc, Seg: &nutgraf.Segments{}, Ann: ann}
}

func entity(ann *nutgraf.Annotations, name string) int {
	for i, e := range ann.Entities {
		if e.Name == name {
			return i
		}
	}
	ann.Entities = append(ann.Entities, nutgraf.Entity{Type: nutgraf.Person, Name: name})
	return len(ann.Entities) - 1
}

func families(t testing.TB, members ...nutgraf.Member) []nutgraf.Family {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack, gist.New(pack)).Families(members, cast.New(pack).Merge(members), nil, nil)
}

// row is what the tests look at of a family.
type row struct {
	Speaker  string
	Variants []string // "id kind pieces turns"
}

func rows(all []nutgraf.Family) []row {
	var out []row
	for _, f := range all {
		r := row{Speaker: f.Speaker}
		for _, v := range f.Variants {
			s := v.Doc + " " + string(v.Kind)
			if len(v.Turns) > 0 {
				s += " (" + strings.Join(v.Turns, ",") + ")"
			}
			if v.To != "" {
				s += " →" + v.To
			}
			r.Variants = append(r.Variants, s)
		}
		out = append(out, r)
	}
	return out
}

const (
	whole  = `“The bridge will open in June, but only if the cables hold through the winter. We have tested every one of them twice. Nobody should worry.”`
	middle = `We have tested every one of them twice.`
)

func TestFamilies(t *testing.T) {
	ada := "Ada Hale"
	for name, c := range map[string]struct {
		members []nutgraf.Member
		want    []row
	}{
		"same words, other marks; one report breaks them up": {
			[]nutgraf.Member{
				report(t, "a", whole+" Hale told the Gazette.", said{parts: []string{whole}, name: ada, how: nutgraf.HowCue, cue: "told", addressee: "Gazette"}),
				report(t, "b", `"The bridge will open in June, but only if the cables hold through the winter," the engineer said. "We have tested every one of them twice," she added. "Nobody should worry."`,
					said{parts: []string{`"The bridge will open in June, but only if the cables hold through the winter,"`}, cue: "said"},
					said{parts: []string{`"We have tested every one of them twice,"`, `"Nobody should worry."`}}),
			},
			[]row{{ada, []string{"a verbatim →told the Gazette", "b typographic"}}},
		},
		"cut at the end, and what was cut could turn the sense": {
			[]nutgraf.Member{
				report(t, "a", whole, said{parts: []string{whole}, name: ada, how: nutgraf.HowPosition}),
				report(t, "b", `“The bridge will open in June,” Hale said.`, said{parts: []string{`“The bridge will open in June,”`}, name: ada, how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a verbatim", "b truncated (but,only,if)"}}},
		},
		"a no goes and another stays": {
			[]nutgraf.Member{
				report(t, "a", `“At no time did we speak of the winter, and no ship was stopped at the gate,” Hale said.`, said{parts: []string{`“At no time did we speak of the winter, and no ship was stopped at the gate,”`}, name: ada, how: nutgraf.HowCue}),
				report(t, "b", `“No ship was stopped at the gate,” Hale said.`, said{parts: []string{`“No ship was stopped at the gate,”`}, name: ada, how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a verbatim", "b truncated"}}},
		},
		"the no goes": {
			[]nutgraf.Member{
				report(t, "a", `“We will never sell the old bridge to anyone who asks us,” Hale said.`, said{parts: []string{`“We will never sell the old bridge to anyone who asks us,”`}, name: ada, how: nutgraf.HowCue}),
				report(t, "b", `“Sell the old bridge to anyone who asks us,” Hale said.`, said{parts: []string{`“Sell the old bridge to anyone who asks us,”`}, name: ada, how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a verbatim", "b truncated (never)"}}},
		},
		"an editor's words": {
			[]nutgraf.Member{
				report(t, "a", whole, said{parts: []string{whole}, name: ada}),
				report(t, "b", `“The bridge will open [this year], but only if the cables hold through the winter. We have tested every one of them twice.”`,
					said{parts: []string{`“The bridge will open [this year], but only if the cables hold through the winter. We have tested every one of them twice.”`}, name: ada}),
			},
			[]row{{ada, []string{"a verbatim", "b edited"}}},
		},
		"two reports give different stretches of a third's": {
			[]nutgraf.Member{
				report(t, "a", whole, said{parts: []string{whole}, name: ada, how: nutgraf.HowCue}),
				report(t, "b", `“The bridge will open in June,” Hale said.`, said{parts: []string{`“The bridge will open in June,”`}, name: ada, how: nutgraf.HowCue}),
				report(t, "c", `She said the cables were “tested … twice” and that “`+middle+`”`, said{parts: []string{`“` + middle + `”`}, name: ada, how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a verbatim", "b truncated (but,only,if)"}}, {ada, []string{"a verbatim", "c truncated"}}},
		},
		"the same few words of two speakers are two utterances": {
			[]nutgraf.Member{
				report(t, "a", `“No comment,” Hale said.`, said{parts: []string{`“No comment,”`}, name: ada, how: nutgraf.HowCue}),
				report(t, "b", `“No comment,” Osei said.`, said{parts: []string{`“No comment,”`}, name: "Kofi Osei", how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a verbatim"}}, {"Kofi Osei", []string{"b verbatim"}}},
		},
		"a report that says the same words twice": {
			[]nutgraf.Member{
				report(t, "a", `“Leave the lights on,” the man shouted. “Leave the lights on!” he cried again.`,
					said{parts: []string{`“Leave the lights on,”`}, name: "unnamed man"}, said{parts: []string{`“Leave the lights on!”`}, name: "unnamed man"}),
				report(t, "b", `'Leave the lights on!' he yelled.`, said{parts: []string{`'Leave the lights on!'`}, name: "unnamed man"}),
			},
			[]row{{"unnamed man", []string{"a verbatim", "a verbatim", "b typographic"}}},
		},
		"the fragments of a mixed quotation, each with its own utterance": {
			[]nutgraf.Member{
				report(t, "a", `Hale called the cables “sound as church bells” and the board “a herd of cats”.`,
					said{parts: []string{`called the cables “sound as church bells” and the board “a herd of cats”`}, kind: nutgraf.Mixed, name: ada, how: nutgraf.HowCue}),
				report(t, "b", `“They are sound as church bells,” Hale said.`, said{parts: []string{`“They are sound as church bells,”`}, name: ada, how: nutgraf.HowCue}),
				report(t, "c", `“It is like leading a herd of cats,” Hale said.`, said{parts: []string{`“It is like leading a herd of cats,”`}, name: ada, how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a truncated", "b verbatim"}}, {ada, []string{"a truncated", "c verbatim"}}},
		},
		"a single word ties nothing": {
			[]nutgraf.Member{
				report(t, "a", `Hale called it “absurd”.`, said{parts: []string{`“absurd”`}, kind: nutgraf.Mixed, name: ada, how: nutgraf.HowCue}),
				report(t, "b", `“The plan is absurd,” Hale said.`, said{parts: []string{`“The plan is absurd,”`}, name: ada, how: nutgraf.HowCue}),
			},
			[]row{{ada, []string{"a verbatim"}}, {ada, []string{"b verbatim"}}},
		},
		"retold, not quoted": {
			[]nutgraf.Member{
				report(t, "a", `Hale said that the cables would hold through the winter storms.`,
					said{parts: []string{`that the cables would hold through the winter storms`}, kind: nutgraf.Indirect, name: ada, how: nutgraf.HowCue, cue: "said"}),
				report(t, "b", `The cables will hold through every winter storm, Hale said.`,
					said{parts: []string{`The cables will hold through every winter storm`}, kind: nutgraf.Indirect, name: ada, how: nutgraf.HowCue, cue: "said"}),
				report(t, "c", `Hale said that the cables would not hold through the winter storms.`,
					said{parts: []string{`that the cables would not hold through the winter storms`}, kind: nutgraf.Indirect, name: ada, how: nutgraf.HowCue, cue: "said"}),
			},
			[]row{{ada, []string{"a paraphrase", "b paraphrase"}}},
		},
		"a reporter's reading of somebody is no statement": {
			[]nutgraf.Member{
				report(t, "a", `Hale seems to hint that the cables will not hold through the winter.`,
					said{parts: []string{`that the cables will not hold through the winter`}, kind: nutgraf.Indirect, name: ada, cue: "seems to hint"}),
				report(t, "b", `Hale seems to hint that the cables will not hold through the winter.`,
					said{parts: []string{`that the cables will not hold through the winter`}, kind: nutgraf.Indirect, name: ada, cue: "seems to hint"}),
			},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, rows(families(t, c.members...))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSpeakers(t *testing.T) {
	unnamed := report(t, "b", whole, said{parts: []string{whole}, name: "unnamed engineer", how: nutgraf.HowRole})
	for name, c := range map[string]struct {
		a       said
		speaker string
		filled  nutgraf.How // how the second report comes by its speaker
		rule    string
	}{
		"filled from a cue":      {said{name: "Ada Hale", how: nutgraf.HowCue}, "Ada Hale", nutgraf.HowReport, "quote/shared-words"},
		"not filled from a role": {said{name: "Ada Hale", how: nutgraf.HowRole}, "Ada Hale", nutgraf.HowRole, "quote/shared-words"},
	} {
		c.a.parts = []string{whole}
		f := families(t, report(t, "a", whole, c.a), unnamed)[0]
		if f.Speaker != c.speaker || f.Variants[1].How != c.filled || f.Why.Rule != c.rule {
			t.Errorf("%s: %q, %q, %s", name, f.Speaker, f.Variants[1].How, f.Why.Rule)
		}
	}
	voice := report(t, "b", whole+" the voice says", said{parts: []string{whole}})
	voice.Ann.Quotes[0].Source = nutgraf.Span{Start: len(whole) + 1, End: len(whole) + len(" the voice")}
	if f := families(t, report(t, "a", whole, said{parts: []string{whole}, name: "Ada Hale", how: nutgraf.HowCue}), voice)[0]; f.Variants[1].Speaker != "" {
		t.Errorf("a voice that was heard is named %q", f.Variants[1].Speaker)
	}
	f := families(t,
		report(t, "a", whole, said{parts: []string{whole}, name: "Ada Hale", how: nutgraf.HowCue}),
		report(t, "b", whole, said{parts: []string{whole}, name: "Kofi Osei", how: nutgraf.HowCue}))[0]
	if f.Speaker != "" || f.Why.Rule != "quote/speakers-differ" {
		t.Errorf("two speakers: %q, %s", f.Speaker, f.Why.Rule)
	}
}

// Who speaks in a transcript and reads out what somebody said is not laid beside it.
func TestTurnThatQuotes(t *testing.T) {
	turn := "So the council met. The chair, quote, “" + middle + " " + "It took all winter.” Your answer?"
	anchor := report(t, "b", "BO LIND: "+turn, said{parts: []string{turn}, name: "Bo Lind", how: nutgraf.HowCue})
	anchor.Ann.Quotes[0].Source = nutgraf.Span{End: len("BO LIND")}
	all := families(t, report(t, "a", "“"+middle+"” Hale said.", said{parts: []string{"“" + middle + "”"}, name: "Ada Hale", how: nutgraf.HowCue, cue: "said"}), anchor)
	if len(all) != 2 || all[0].Speaker != "Ada Hale" && all[1].Speaker != "Ada Hale" {
		t.Errorf("got %v", rows(all))
	}
}

// Who tells of a speech before it is played has not given it.
func TestHostBeforeTheSpeech(t *testing.T) {
	host := "We turn to the harbour now. On Monday he told the port that he had a running feud with the gulls."
	speech := "I can only say this much. As you know, I have a running feud with the gulls. They are the rudest birds on the coast. That is why I came."
	played := report(t, "c", host+"\n"+speech, said{parts: []string{host}, name: "Bo Lind", how: nutgraf.HowCue}, said{parts: []string{speech}, name: "Ada Hale", how: nutgraf.HowCue})
	short := "“running feud with the gulls”"
	all := families(t,
		report(t, "a", "Hale said: “I have a running feud with the gulls.”", said{parts: []string{"“I have a running feud with the gulls.”"}, name: "Ada Hale", how: nutgraf.HowCue, cue: "said"}),
		report(t, "b", "It was what he called his "+short+".", said{parts: []string{short}, cue: "called"}), played)
	for _, f := range all {
		if f.Speaker == "Ada Hale" && slices.ContainsFunc(f.Variants, func(v nutgraf.Variant) bool { return strings.HasPrefix(v.Cites[0].Text, "We turn") }) {
			t.Errorf("got %v", rows(all))
		}
	}
}

// A sentence that two people are said to have said is one utterance, whatever else each
// is quoted with.
func TestOneSentenceOfTwoSpeakers(t *testing.T) {
	a := []string{`"The pumps were always going to be mended,"`, `"It is in the minutes, for those who can read."`}
	b := []string{`"The pumps were always going to be mended,"`, `"I had a list."`}
	members := []nutgraf.Member{
		report(t, "a", a[0]+` Brandt said. `+a[1], said{parts: a, name: "Ilse Brandt", how: nutgraf.HowCue}),
		report(t, "b", b[0]+` Hale said. `+b[1], said{parts: b, name: "Ada Hale", how: nutgraf.HowCue}),
	}
	shared := 0
	for _, f := range families(t, members...) {
		if len(f.Variants) == 2 {
			shared++
			if got := f.Variants[1].Cites[0].Text; got != `"The pumps were always going to be mended,"` && got != `The pumps were always going to be mended,` {
				t.Errorf("shared: %s", got)
			}
		}
	}
	if shared != 1 {
		t.Errorf("%d utterances in both reports, want 1", shared)
	}
}

// What somebody says alike on two occasions is two utterances, and no report has
// misquoted them.
func TestOccasionsStayApart(t *testing.T) {
	one := `“The bridge is the best thing that ever came to this town, and we built it in a year.”`
	two := `“This bridge is the best thing that ever came to the port, and we paid for it in a year.”`
	for _, c := range []struct {
		a, b string
		want int
	}{{"rally", "tweet", 2}, {"rally", "speech", 1}, {"rally", "", 1}} {
		a := report(t, "a", one, said{parts: []string{one}, name: "Ada Hale", how: nutgraf.HowCue})
		b := report(t, "b", two, said{parts: []string{two}, name: "Ada Hale", how: nutgraf.HowCue})
		a.Ann.Quotes[0].Medium, b.Ann.Quotes[0].Medium = c.a, c.b
		if got := len(families(t, a, b)); got != c.want {
			t.Errorf("%q and %q: %d utterances, want %d", c.a, c.b, got, c.want)
		}
	}
}

// A speaker has one name in a story, whichever form of it each report uses.
func TestOneNameForASpeaker(t *testing.T) {
	other := `“The port will not close this year, whatever the council may say of it.”`
	all := families(t,
		report(t, "a", whole, said{parts: []string{whole}, name: "Ada Hale", how: nutgraf.HowCue}),
		report(t, "b", other, said{parts: []string{other}, name: "Ada J. Hale", how: nutgraf.HowCue}))
	if len(all) != 2 || all[0].Speaker != all[1].Speaker {
		t.Errorf("%+v", rows(all))
	}
}

func TestReportNamesSpeakerAtAnotherPlace(t *testing.T) {
	f := families(t, report(t, "a", whole+" "+whole+" Hale said.",
		said{parts: []string{whole}},
		said{parts: []string{whole}, name: "Ada Hale", how: nutgraf.HowPronoun, cue: "said"}))[0]
	if len(f.Variants) != 2 || f.Variants[0].Speaker != "Ada Hale" || f.Variants[0].How != nutgraf.HowPronoun {
		t.Errorf("%+v", f.Variants)
	}
}

func TestDiff(t *testing.T) {
	got := families(t,
		report(t, "a", whole, said{parts: []string{whole}, name: "Ada Hale"}),
		report(t, "b", `“The bridge will open [this year], but only if the cables hold through the winter. We tested every one of them twice.”`,
			said{parts: []string{`“The bridge will open [this year], but only if the cables hold through the winter. We tested every one of them twice.”`}, name: "Ada Hale"}))
	want := []nutgraf.Edit{
		{Op: nutgraf.Keep, Text: "The bridge will open"},
		{Op: nutgraf.Drop, Text: "in June,"},
		{Op: nutgraf.Bracket, Text: "[this year],"},
		{Op: nutgraf.Keep, Text: "but only if the cables hold through the winter. We"},
		{Op: nutgraf.Drop, Text: "have"},
		{Op: nutgraf.Keep, Text: "tested every one of them twice."},
		{Op: nutgraf.Drop, Text: "Nobody should worry."},
	}
	if diff := cmp.Diff(want, got[0].Variants[1].Diff); diff != "" {
		t.Error(diff)
	}
}

// TestMonthTurnsNothing: a report that drops "Since May" has dropped no doubt.
func TestMonthTurnsNothing(t *testing.T) {
	for full, want := range map[string]string{
		"Since May, the board has tested every one of the cables twice and found no crack in them": "",
		"It may be that the board has tested every one of the cables twice and found no crack":     "may",
	} {
		part := full[strings.Index(full, "tested"):]
		f := families(t,
			report(t, "a", "“"+full+",” Hale said.", said{parts: []string{"“" + full + ",”"}, name: "Ada Hale"}),
			report(t, "b", "Hale had “"+part+".”", said{parts: []string{"“" + part + ".”"}, name: "Ada Hale"}))
		if len(f) != 1 || strings.Join(f[0].Variants[1].Turns, " ") != want {
			t.Errorf("%q: %+v, want %q", full, rows(f), want)
		}
	}
}

// TestGap parts two pieces of a quotation by an ellipsis where a report has words of
// its own between them, as far as they are more than marks.
func TestGap(t *testing.T) {
	f := families(t,
		report(t, "a", `"The locks stay shut until the spring flood is over, and nobody opens them," Rook said.`, said{parts: []string{`"The locks stay shut until the spring flood is over, and nobody opens them,"`}, name: "Ana Rook"}),
		report(t, "b", `"The locks stay shut until the spring flood is over," Rook told the council at noon, "and nobody opens them."`,
			said{parts: []string{`"The locks stay shut until the spring flood is over,"`, `"and nobody opens them."`}, name: "Ana Rook"}),
	)
	if len(f) != 1 || len(f[0].Variants) != 2 {
		t.Fatalf("families %+v", f)
	}
	var got strings.Builder
	for _, e := range f[0].Variants[1].Diff {
		got.WriteString(e.Text + "|")
	}
	if want := "The locks stay shut until the spring flood is over, … and nobody opens them.|"; got.String() != want {
		t.Errorf("wording %q, want %q", got.String(), want)
	}
	if f[0].Reports() != 2 {
		t.Errorf("%d reports, want 2", f[0].Reports())
	}
}

// Who hopes for a thing has not said that it comes: the word for it stays.
func TestMeant(t *testing.T) {
	const text = "Hale hopes that the cables hold. Hale said that the cables hold. That they hold, she doubts."
	at := func(words string) nutgraf.Span {
		i := strings.Index(text, words)
		return nutgraf.Span{Start: i, End: i + len(words)}
	}
	for _, c := range []struct {
		cue, modality, content, want string
	}{
		{"hopes", "hope", "the cables hold", "hopes that the cables hold"},
		{"said", "say", "that the cables hold.", "that the cables hold."},
		{"doubts", "think", "That they hold", "That they hold"},
	} {
		q := &nutgraf.Quote{Span: at(c.content), Cue: at(c.cue), Modality: c.modality}
		if got := meant(q).Of(text); got != c.want {
			t.Errorf("%s: %q, want %q", c.cue, got, c.want)
		}
	}
}

// What is told and not quoted from its first word on hangs on the report's verb.
func TestLead(t *testing.T) {
	const text = `Hale called the plan a “farce” and said that it would “never float”. Osei said, “No.” Rook called “the farce” off.`
	doc := &nutgraf.Document{ID: "a", Text: text}
	at := func(words string) nutgraf.Span {
		i := strings.Index(text, words)
		return nutgraf.Span{Start: i, End: i + len(words)}
	}
	for _, c := range []struct {
		cue, content string
		kind         nutgraf.QuoteKind
		want         string
	}{
		{"called", "the plan a “farce”", nutgraf.Mixed, "called"},
		{"said", "that it would “never float”", nutgraf.Mixed, "said"},
		{"said,", "“No.”", nutgraf.Direct, ""},
		{"called “the", "“the farce” off", nutgraf.Mixed, ""},
	} {
		q := &nutgraf.Quote{Span: at(c.content), Cue: nutgraf.Span{Start: at(c.cue).Start, End: at(c.cue).Start + len(strings.Fields(c.cue)[0])}, Kind: c.kind}
		v := nutgraf.Variant{Cites: []nutgraf.Cite{doc.Cite(q.Span)}}
		if lead(&v, q, doc); v.Lead.Text != c.want {
			t.Errorf("%s: lead %q, want %q", c.content, v.Lead.Text, c.want)
		}
	}
}

// TestPullQuotes holds that what a report prints again beside its text is no
// further wording of it.
func TestPullQuotes(t *testing.T) {
	text := "\"People ask how we got that light,\" Ada Lund said. \"We got it from an old lamp.\"\n\n\"We got it from an old lamp.\"\n\nThe lamp is gone."
	m := report(t, "a", text,
		said{parts: []string{"\"People ask how we got that light,\"", "\"We got it from an old lamp.\""}, name: "Ada Lund", how: nutgraf.HowCue},
		said{parts: []string{"\"We got it from an old lamp.\""}})
	at := strings.LastIndex(text, "\"We got")
	pull := nutgraf.Span{Start: at, End: at + len("\"We got it from an old lamp.\"")}
	m.Ann.Quotes[1].Span, m.Ann.Quotes[1].Parts = pull, []nutgraf.Span{pull}
	m.Doc.Blocks = []nutgraf.Block{
		{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: at - 2}},
		{Kind: nutgraf.Paragraph, Span: pull},
		{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: pull.End + 2, End: len(text)}},
	}
	got := families(t, m)
	if len(got) != 1 || len(got[0].Variants) != 1 || got[0].Speaker != "Ada Lund" {
		t.Fatalf("families: %+v", got)
	}
	if diff := cmp.Diff([]int{0, 1}, got[0].Variants[0].Quotes); diff != "" {
		t.Error(diff)
	}
}

// TestOneWord ties a word of somebody's to his other wordings by what their sentences
// tell besides.
func TestOneWord(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	segmenter := segment.New(pack)
	tests := []struct {
		name, a, b, quoteA, quoteB string
		one                        bool
	}{
		{"the word alone in both", "Ada Hale called the harbour toll “disgraceful” on Monday.", "The harbour toll is “disgraceful,” Ada Hale said.", "“disgraceful”", "“disgraceful,”", true},
		{"a word out of a sentence", "The clerks had been “told” to close the harbour, Ada Hale said.", "“The clerks of the harbour were told to go home,” Ada Hale said.", "“told”", "“The clerks of the harbour were told to go home,”", true},
		{"a word out of what else he said", "Ada Hale accused the board of trying to “steal” the vote.", "“No crowd of clerks will be allowed to steal this vote,” Ada Hale told the board.", "“steal”", "“No crowd of clerks will be allowed to steal this vote,”", false},
		{"a word out of a longer fragment", "Ada Hale spoke of a “blunder” in telling of the harbour ferry that sank.", "Ada Hale admitted her “blunder of a year ago” with the harbour ferry.", "“blunder”", "her “blunder of a year ago”", true},
		{"of other things", "Ada Hale called the harbour toll “disgraceful” on Monday.", "The new clock is “disgraceful,” Ada Hale wrote of her office.", "“disgraceful”", "“disgraceful,”", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			kind := nutgraf.Direct
			if strings.HasPrefix(tt.quoteB, "her ") {
				kind = nutgraf.Mixed
			}
			members := []nutgraf.Member{report(t, "a", tt.a, said{parts: []string{tt.quoteA}, name: "Ada Hale"}), report(t, "b", tt.b, said{parts: []string{tt.quoteB}, kind: kind, name: "Ada Hale"})}
			for i := range members {
				members[i].Seg = segmenter.Split(members[i].Doc)
			}
			if got := families(t, members...); (len(got) == 1) != tt.one {
				t.Errorf("%d families", len(got))
			}
		})
	}
}

// TestFragmentsWithTheirSentence: the fragments of one quotation are cited with the
// report's words between them, those that others have apart as they stand.
func TestFragmentsWithTheirSentence(t *testing.T) {
	told := "the plan as a “desperate” move of men who “cling to the harbour.”"
	fam := families(t, report(t, "a", "Hale called "+told, said{parts: []string{told}, kind: nutgraf.Mixed, name: "Ada Hale", how: nutgraf.HowCue, cue: "called"}))
	if len(fam) != 1 || len(fam[0].Variants) != 1 {
		t.Fatalf("got %+v", rows(fam))
	}
	v := fam[0].Variants[0]
	if len(v.Cites) != 1 || v.Cites[0].Text != told || v.Lead.Text != "called" {
		t.Errorf("cited as %+v under %q", v.Cites, v.Lead.Text)
	}
	fam = families(t, report(t, "a", "Hale called "+told, said{parts: []string{told}, kind: nutgraf.Mixed, name: "Ada Hale", how: nutgraf.HowCue, cue: "called"}),
		report(t, "b", "“They cling to the harbour,” Hale said.", said{parts: []string{"“They cling to the harbour,”"}, name: "Ada Hale", how: nutgraf.HowCue, cue: "said"}))
	for _, f := range fam {
		for _, v := range f.Variants {
			if len(f.Variants) > 1 && v.Doc == "a" && len(v.Cites) == 0 {
				t.Errorf("%+v", v)
			}
		}
	}
}

// TestUtterances shows which words of several reports are one utterance: those that one
// report quotes in a row, and not what another quotes far apart.
func TestUtterances(t *testing.T) {
	const (
		ada   = "Ada Hale"
		first = `“There are few people in this town who have not had the luck of crossing the bridge at dawn. That includes me.”`
		then  = `“There are few people in this town who have not had the luck of seeing the ferry come in with the herring boats. That happens often.”`
		ferry = `“There are few people in this town who have not had the luck of seeing the ferry come in with the herring boats.”`
		cable = `“The old cable snapped in the storm of March. The new cable will hold for a hundred years.”`
	)
	by := func(parts ...string) said { return said{parts: parts, name: ada, how: nutgraf.HowCue} }
	mixed := func(parts ...string) said {
		return said{parts: parts, kind: nutgraf.Mixed, name: ada, how: nutgraf.HowCue}
	}
	for name, c := range map[string]struct {
		members []nutgraf.Member
		want    []string // families over reports: their variants' words, by report
	}{
		"who begins two sentences alike has said two": {
			[]nutgraf.Member{
				report(t, "a", first+" Hale said. "+then+" she said.", by(first), by(then)),
				report(t, "b", ferry+" Hale said.", by(ferry)),
			},
			[]string{"a " + then + " | b " + ferry},
		},
		"what names an earlier saying is no part of the new one": {
			[]nutgraf.Member{
				report(t, "a", `Hale said her warning of “smoke and thunder” had been “too mild for gulls.”`, mixed(`her warning of “smoke and thunder” had been “too mild for gulls.”`)),
				report(t, "b", `“The port will meet smoke and thunder,” Hale said.`, by(`“The port will meet smoke and thunder,”`)),
			},
			[]string{"a smoke and thunder | b “The port will meet smoke and thunder,”"},
		},
		"a report quotes two sentences far apart": {
			[]nutgraf.Member{
				report(t, "a", cable, by(cable)),
				report(t, "b", `“The new cable will hold for a hundred years,” Hale said. “We like herring,” she said of lunch. “The old cable snapped in the storm of March,” she said.`,
					by(`“The new cable will hold for a hundred years,”`), by(`“We like herring,”`), by(`“The old cable snapped in the storm of March,”`)),
			},
			[]string{
				"a " + cable + " | b “The new cable will hold for a hundred years,” | b “The old cable snapped in the storm of March,”",
			},
		},
		"fragments of two sentences": {
			[]nutgraf.Member{
				report(t, "a", `“The old cable snapped in the storm of March. Nobody was hurt. The new cable will hold for a hundred years.”`,
					by(`“The old cable snapped in the storm of March. Nobody was hurt. The new cable will hold for a hundred years.”`)),
				report(t, "b", `Hale said that a cable “snapped in the storm of March.” She was sure that another “will hold for a hundred years.”`,
					mixed(`a cable “snapped in the storm of March.”`), mixed(`another “will hold for a hundred years.”`)),
			},
			[]string{
				"a The old cable snapped in the storm of March. Nobody was hurt. | b a cable “snapped in the storm of March.”",
				"a The new cable will hold for a hundred years. | b another “will hold for a hundred years.”",
			},
		},
		"what another clause of a mixed quotation says": {
			[]nutgraf.Member{
				report(t, "a", `Hale “made a grave error in the storm of March” and went on to say that “a cable of ours had snapped.”`,
					mixed(`“made a grave error in the storm of March” and went on to say that “a cable of ours had snapped.”`)),
				report(t, "b", `Hale said that she “made a grave error.”`, mixed(`she “made a grave error.”`)),
			},
			[]string{"a made a grave error in the storm of March | b she “made a grave error.”"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range families(t, c.members...) {
				var all []string
				for _, v := range f.Variants {
					var words []string
					for _, x := range v.Cites {
						words = append(words, x.Text)
					}
					all = append(all, v.Doc+" "+strings.Join(words, " … "))
				}
				if docs(&f) > 1 {
					got = append(got, strings.Join(all, " | "))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPosts ties what one report gives to “an early tweet” to the one whose tweet another
// report quotes, though the words stand outside marks, too.
func TestPosts(t *testing.T) {
	const tweet = `“The cables are now in place, oiled and tightened, should the storm come back.”`
	for medium, want := range map[string]int{"tweet": 2, "rally": 1} {
		a := report(t, "a", tweet, said{parts: []string{tweet}, name: "Ada Hale", how: nutgraf.HowCue})
		a.Ann.Quotes[0].Medium = medium
		b := report(t, "b", `An early tweet claimed that the cables were “oiled and tightened” for the storm. Ada Hale: The cables are now oiled and tightened.`,
			said{parts: []string{`the cables were “oiled and tightened” for the storm`}, kind: nutgraf.Mixed, name: "unnamed early tweet", how: nutgraf.HowRole})
		most := 0
		for _, f := range families(t, a, b) {
			most = max(most, docs(&f))
		}
		if most != want {
			t.Errorf("%s: %d reports in one family, want %d", medium, most, want)
		}
	}
}

// A paper that hands on words does not say them.
func TestHandedOn(t *testing.T) {
	words := `that “the port will be shut before the summer”`
	told := "Hale said " + words
	f := families(t,
		report(t, "a", "According to the report, "+told+".",
			said{parts: []string{told}, kind: nutgraf.Mixed, name: "unnamed report", how: nutgraf.HowRole},
			said{parts: []string{words}, kind: nutgraf.Mixed, name: "Ada Hale", how: nutgraf.HowCue, cue: "said"}),
		report(t, "b", "“The port will be shut before the summer,” she said.",
			said{parts: []string{"“The port will be shut before the summer,”"}}))[0]
	if f.Speaker != "Ada Hale" || len(f.Variants) != 2 {
		t.Errorf("%q in %d reports", f.Speaker, len(f.Variants))
	}
}
