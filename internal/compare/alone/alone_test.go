package alone

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/extract"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

func report(id string, sentences ...string) nutgraf.Member {
	text := strings.Join(sentences, " ")
	d := &nutgraf.Document{ID: id, Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}}}
	seg := &nutgraf.Segments{}
	at := 0
	for _, s := range sentences {
		seg.Sentences = append(seg.Sentences, nutgraf.Sentence{Span: nutgraf.Span{Start: at, End: at + len(s)}})
		at += len(s) + 1
	}
	return nutgraf.Member{Doc: d, Seg: seg, Ann: &nutgraf.Annotations{}}
}

func only(t *testing.T, members ...nutgraf.Member) [][]string {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	var words [][]fold.Word
	for _, m := range members {
		words = append(words, fold.Words(nil, m.Doc.Text, 0))
	}
	var out [][]string
	found, _ := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words})
	for _, cites := range found {
		var texts []string
		for _, c := range cites {
			texts = append(texts, c.Text)
		}
		out = append(out, texts)
	}
	return out
}

func TestOnly(t *testing.T) {
	const common = "The new bridge over the Corrin will open in June, the harbour board said."
	got := only(t,
		report("a", common, "Welders from Tarn & Pike hung the last of 412 cables by lantern light."),
		report("b", common, "The bridges over the Corrin open in June."),
		report("c", common))
	want := [][]string{{"Welders from Tarn & Pike hung the last of 412 cables by lantern light."}, nil, nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := only(t, report("a", common)); got != nil {
		t.Errorf("a story of one report: %v", got)
	}
}

// What a report prints of another's text is not what it says itself.
func TestQuotedBlocksAreAnothers(t *testing.T) {
	const common = "The new bridge over the Corrin will open in June, the harbour board said."
	const welders = "Welders from Tarn & Pike hung the last of 412 cables by lantern light."
	a := report("a", common, welders)
	from := strings.Index(a.Doc.Text, welders)
	a.Doc.Blocks = []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: from}}, {Kind: nutgraf.Quoted, Span: nutgraf.Span{Start: from, End: len(a.Doc.Text)}}}
	a.Seg.Sentences[1].Block = 1
	if got := only(t, a, report("b", common), report("c", common)); len(got[0]) > 0 {
		t.Errorf("%q", got[0])
	}
}

// What leans on its report, is the writer's own view, or is somebody's whom a
// pronoun names, is no row; what he says inside marks of any shape is not the
// writer's view.
func TestOnlyStandsAlone(t *testing.T) {
	const common = "The new bridge over the Corrin will open in June, the harbour board said.\n\n"
	for sentence, want := range map[string]bool{
		"Welders from Tarn & Pike hung 412 cables by lantern light.":                        true,
		"The foreman of Tarn & Pike hung 412 cables by lantern light.":                      true,
		"The foreman, a man of Pike, hung 412 cables at Dunmore.":                           false, // who is he?
		"The bridge bore 412 cables from Tarn & Pike by lantern light.":                     true,
		"But welders from Tarn & Pike hung 412 cables by lantern light.":                    false,
		"Welders from Tarn & Pike hung those 412 cables by lantern light.":                  false,
		"Frankly, welders from Tarn & Pike hung 412 cables by lantern light.":               false,
		"“Pike let us hang 412 cables by lantern light,” said Odo Tarn, a welder.":          true,
		"\"Pike let us hang 412 cables by lantern light,\" said Odo Tarn, a welder.":        true,
		"“Welders from Pike hung 412 cables by lantern light at Dunmore,” he said.":         false,
		"Welders from Pike hung 412 cables at Dunmore by lantern light, he said.":           false,
		"Odo Tarn of Pike hung 412 cables at Dunmore by lantern light, he said.":            true,
		"The Guardian first told of his 412 cables from Pike, hung by lantern light.":       false, // whose?
		"Last year, the foreman hung 412 cables from Pike at Dunmore.":                      false,
		"After the flood, welders from Pike hung 412 cables at Dunmore.":                    true,
		"By all accounts, this will cost Pike 412 cables at Dunmore in a year.":             false,
		"As welders know, the latter cable from Pike needs 412 lanterns at Dunmore.":        false,
		"The same cable from Tarn & Pike was hung by lantern light at Dunmore in 1931.":     false,
		"Welders from Tarn & Pike painted the lantern of 412 cables at Dunmore.":            true,
		"Foremen of Tarn & Pike at Dunmore sold 412 cables to the welder.":                  false, // of whom the sentence before tells
		"Foremen of Dunmore sold 412 cables to the welder, Odo Tarn.":                       true,
		"At a feast in Dunmore for 412 welders of Pike, she sang.":                          false,
		"Perhaps welders from Tarn & Pike hung 412 cables by lantern light.":                false,
		"Tarn hung 412 cables at Dunmore by lantern light for the firm of Pike.":            false, // of whom only this report has told
		"Foreman Tarn hung 412 cables at Dunmore by lantern light for the firm of Pike.":    true,
		"Odo Tarn, a welder of Pike, did not respond to requests for comment by 412 of us.": false,
	} {
		members, words, pack := annotated(t, common+"Odo Tarn is a welder.\n\n"+sentence, common+"Bread grew dear.")
		only, _ := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words})
		if got := slices.ContainsFunc(only[0], func(c nutgraf.Cite) bool { return c.Text == sentence }); got != want {
			t.Errorf("%q is said alone: %v", sentence, got)
		}
	}
}

// annotated reads texts as reports, with their folded words.
func annotated(t *testing.T, texts ...string) (members []nutgraf.Member, words [][]fold.Word, pack *lang.Pack) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	annotator := annotate.New(pack)
	for i, text := range texts {
		doc, err := extract.Document(&nutgraf.Item{ID: string(rune('a' + i)), Media: nutgraf.MediaText, Body: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		doc.ID = string(rune('a' + i))
		seg, ann := annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
		words = append(words, fold.Words(nil, text, 0))
	}
	return members, words, pack
}

// What two reports tell, each with more beside it, neither tells alone.
func TestOnlyLeavesMatchesOut(t *testing.T) {
	const common = "The new bridge over the Corrin will open in June, the harbour board said. "
	const welders = "Welders from Tarn & Pike hung the last of 412 cables by lantern light."
	members, words, pack := annotated(t,
		common+welders+" Marrow now finishes the map and sorts the tolls before she shows them to her old partner Lund at Arkwright House.",
		common+"Marrow added that she will finish the map and sort the tolls until the keeper of Dunmore can look at all 36 gates, while the Vale pilots wait for lamps, ropes, paint and a new crane.",
	)
	only, _ := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words})
	if len(only[0]) != 1 || only[0][0].Text != welders || only[1] != nil {
		t.Errorf("%v", only)
	}
}

// A claim is said not to be found where a report has next to nothing of it, and
// not where the report tells it in other words or in part; of a claim whose label is a
// fragment the report must have nothing, and it comes last.
func TestNotFound(t *testing.T) {
	members, words, pack := annotated(t,
		"Rain fell on the quay. The harbour board hired forty divers to clear the mole. The mayor of Saltmere, who was abroad, came home.",
		"Forty divers were taken on by the board so that the harbour mole is cleared.",
		"Bread grew dear in the town, and nobody knew why.",
	)
	claim := func(id, label string) nutgraf.Claim {
		d := members[0].Doc
		at := strings.Index(d.Text, label)
		c := d.Cite(nutgraf.Span{Start: at, End: at + len(label)})
		return nutgraf.Claim{ID: id, Label: c, Support: []nutgraf.Support{{Cite: c}}}
	}
	_, got := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words, Claims: []nutgraf.Claim{
		claim("divers", "The harbour board hired forty divers to clear the mole"), claim("fragment", "who was abroad"),
	}})
	if diff := cmp.Diff([][]string{nil, {"fragment"}, {"divers", "fragment"}}, got); diff != "" {
		t.Error(diff)
	}
}

// A claim is not said to be missing where its number or most of its words stand
// somewhere, or where something of its day is told.
func TestNotFoundLeavesDoubts(t *testing.T) {
	const label = "A keeper of the harbour sold the bell for $10m on Friday"
	for text, want := range map[string]bool{
		"Bread grew dear in the town, and nobody knew why.":                                                true,
		"Bread grew dear. It cost the town $10 million in May.":                                            false,
		"The harbour is shut. It had a keeper. One more of the bells was sold.":                            false,
		"Bread grew dear in the town. On Friday the baker left the harbour.":                               false,
		"Bread grew dear in the town. On Friday the baker left.":                                           true,
		"Bread grew dear in the town. On Monday the baker left the harbour, and nobody in it knew of why.": true,
	} {
		members, words, pack := annotated(t, "Rain fell on the quay. "+label+". The mayor of Saltmere, who was abroad, came home.", text)
		for i := range members {
			for k := range members[i].Ann.Times {
				if w := &members[i].Ann.Times[k]; w.Span.Of(members[i].Doc.Text) == "Friday" || w.Span.Of(members[i].Doc.Text) == "on Friday" {
					w.From, w.To = nutgraf.DayDate(2031, 5, 2), nutgraf.DayDate(2031, 5, 2)
				}
			}
		}
		at := strings.Index(members[0].Doc.Text, label)
		c := members[0].Doc.Cite(nutgraf.Span{Start: at, End: at + len(label)})
		claims := []nutgraf.Claim{{ID: "bell", Kind: nutgraf.ClaimDate, Label: c, Support: []nutgraf.Support{{Cite: c}}}}
		_, got := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words, Claims: claims})
		if missing := len(got[1]) == 1; missing != want {
			t.Errorf("%q: not found is %v", text, missing)
		}
	}
}

// A claim is not said to be missing where a report tells it by words like its own.
func TestNotFoundInOtherWords(t *testing.T) {
	const label = "An attorney of the keeper assisted an envoy over the treaty"
	for text, want := range map[string]bool{
		"Bread grew dear in the town. The counsel of a baker helped an ambassador over a pact.": false,
		"Bread grew dear in the town. The cousin of a baker fed an animal over a fire.":         true,
	} {
		members, words, pack := annotated(t, "Rain fell on the quay. "+label+". The mayor of Saltmere, who was abroad, came home.", text)
		at := strings.Index(members[0].Doc.Text, label)
		c := members[0].Doc.Cite(nutgraf.Span{Start: at, End: at + len(label)})
		claims := []nutgraf.Claim{{ID: "envoy", Label: c, Support: []nutgraf.Support{{Cite: c}}}}
		_, got := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words, Claims: claims})
		if missing := len(got[1]) == 1; missing != want {
			t.Errorf("%q: not found is %v", text, missing)
		}
	}
}

// What a report opens with is never said not to be found: others tell the event too, in
// whatever words.
func TestNotFoundLeavesOpeningsOut(t *testing.T) {
	members, words, pack := annotated(t,
		"The harbour board hired forty divers to clear the mole. The mayor of Saltmere came home.",
		"Bread grew dear in the town, and nobody knew why.",
	)
	c := members[0].Doc.Cite(nutgraf.Span{End: len("The harbour board hired forty divers to clear the mole")})
	_, got := New(pack, standing.New(pack)).Find(Story{Members: members, Told: gist.New(pack).Index(members), Words: words, Claims: []nutgraf.Claim{
		{ID: "divers", Label: c, Support: []nutgraf.Support{{Cite: c}}},
	}})
	if len(got[1]) > 0 {
		t.Errorf("%v", got)
	}
}

// Of an opinion piece what rests on its writer alone is not shown, nor who he is.
func TestOpinion(t *testing.T) {
	const common = "The new bridge over the Corrin will open in June, the harbour board said."
	m := report("b", "Why must the Corrin have a bridge at all?", "We never wanted it.", "The engineers of Vale dream in concrete, rust and borrowed silver.",
		"Welders hung 412 cables over the reed beds of Tarn.", "The town should pull it down before winter comes.", "Odo Lund is the founder of the Tarn Institute of Ferries in Skellan.")
	m.Ann.Quantities = []nutgraf.Quantity{{Span: span(m.Doc.Text, "412"), Known: true, Value: 412, Counted: span(m.Doc.Text, "cables")}}
	m.Ann.Mentions = []nutgraf.Mention{{Span: span(m.Doc.Text, "Odo Lund"), Kind: nutgraf.ByName}}
	m.Ann.Entities = []nutgraf.Entity{{Name: "Odo Lund", Type: nutgraf.Person}}
	got := only(t, report("a", common), m, report("c", common))
	want := [][]string{nil, {"Welders hung 412 cables over the reed beds of Tarn."}, nil}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func span(text, words string) nutgraf.Span {
	at := strings.Index(text, words)
	return nutgraf.Span{Start: at, End: at + len(words)}
}
