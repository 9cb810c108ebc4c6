package claim

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/cast"
	"nutgraf/internal/extract"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// A report says a claim where it tells most of it, not where it names the same
// people or another thing of the same day; less surely where it hedges; not at
// all where it denies.
func TestGrid(t *testing.T) {
	want := map[string]string{"Divers recovered the bell of the sunken ferry Halcyon from the harbour floor": "a says; b says; c weaker; "}
	if diff := cmp.Diff(want, rowsOf(t,
		"Divers recovered the bell of the sunken ferry Halcyon from the harbour floor. Mayor Ida Brandt visited the quay on Monday.",
		"On Monday the divers brought up the bell of the ferry Halcyon that sank in the harbour, and recovered it whole. Ida Brandt gave no interview.",
		"The divers may have recovered the bell of the sunken Halcyon from the harbour floor. On Monday a storm closed the market.",
		"Divers have not recovered the bell of the sunken ferry Halcyon from the harbour floor. Mayor Ida Brandt had promised a museum.",
	)); diff != "" {
		t.Error(diff)
	}
}

// A claim of few words with a light deed is said only where that is told: to name both of whom
// it tells is not to tell of the call.
func TestLightDeed(t *testing.T) {
	want := map[string]string{"Mayor Ida Brandt called the keeper of the harbour museum": "a says; b says; "}
	if diff := cmp.Diff(want, rowsOf(t,
		"Mayor Ida Brandt called the keeper of the harbour museum, Otto Lund. Nobody else was there.",
		"Ida Brandt, the mayor, called Otto Lund, who is the keeper of the harbour museum. It was late.",
		"Visitors came in numbers. Mayor Ida Brandt, beside the keeper of the harbour museum, stressed how safe boats are.",
		"A market opened. It drew many from the town.",
	)); diff != "" {
		t.Error(diff)
	}
}

// Who does not tell that there is no other does not tell a claim that says so; what a report
// prints as a post it does not claim itself.
func TestNoOther(t *testing.T) {
	for last, want := range map[string]string{
		"Ida Brandt is the first keeper of the old harbour museum to run a lighthouse. It was late.":                                     "a says; b says; ",
		"Ida Brandt, keeper of the old harbour museum, will also run a lighthouse there. It was late.":                                   "",
		"Fog came.\n\nIda Brandt is the first keeper of the old harbour museum to run a lighthouse. — Otto Lund (@ottolund) May 4, 2031": "",
	} {
		got := rowsOf(t, "Ida Brandt is the first keeper of the old harbour museum to run a lighthouse. Nobody else was there.", last, "A market opened. It drew many from the town.")
		all := ""
		for label, who := range got {
			if strings.Contains(label, "first keeper") {
				all += who
			}
		}
		if all != want {
			t.Errorf("%s: %v", last, got)
		}
	}
}

// A claim that two labels state has one row; a report says it whose sentence has its
// numbers and nearly all its words, and more weakly one that lacks a number of it.
func TestRows(t *testing.T) {
	got := rowsOf(t,
		"The harbour board sold 412 cables of the old bridge to a yard in Corrin on Monday. Rain fell on the quay.",
		"Rain fell on the town. The harbour board on Monday sold 412 cables of the old bridge to a yard in Corrin, it said.",
		"The market closed early on Monday. The board of the harbour, which sold 412 old cables of the bridge to a yard in Corrin, is poor.",
		"The harbour board sold cables of the old bridge to a yard in Corrin on Monday. The bridge fell in May.",
	)
	if len(got) != 1 {
		t.Fatalf("%d rows: %v", len(got), got)
	}
	for label, row := range got {
		if !strings.Contains(label, "412 cables") || !strings.HasPrefix(row, "a says; b says; c says; ") || strings.Contains(row, "d says") {
			t.Errorf("%q: %s", label, row)
		}
	}
}

// A number told in words is a number: who tells of another does not say the claim.
func TestRowsWithNumbersInWords(t *testing.T) {
	got := rowsOf(t,
		"Two ferries struck the mole of Vale harbour. Rain fell on the quay.",
		"The pilot said that two ferries struck the mole of Vale harbour. The market closed early.",
		"A ferry, an old one of the line, struck the mole of the harbour of Vale in the fog. The board is poor.",
	)
	if len(got) == 0 {
		t.Fatal("no row")
	}
	for label, row := range got {
		if strings.Contains(row, "c says") {
			t.Errorf("%q: %s", label, row)
		}
	}
}

// The number of one matter is said by whoever gives it, where the claim tells of little
// else, however the report writes it; and what a claim quotes only by who quotes it.
func TestRowsOfOneNumber(t *testing.T) {
	got := rowsOf(t,
		"At least 12 people were killed, the harbour board of Vale said. Rain fell on the quay.",
		"A ferry struck the mole in the fog of Monday night, killing 12 and sinking a barge. The market closed early.",
		"The pilot did not speak of the wreck at the mole, which left 12 dead and one boat afloat. The board is poor.",
	)
	if row := got["At least 12 people were killed"]; row != "a says; b says; c says; " {
		t.Errorf("%v", got)
	}
	got = rowsOf(t,
		"The old line sold 165,000 tickets in April. Rain fell on the quay.",
		"The summer was dry in Vale and bread grew dear from week to week, and the line of Corrin sold 165,000 tickets last month, more than ever. The market closed early.",
		"The line did not sell 165,000 tickets. The board is poor.",
	)
	if row := got["The old line sold 165,000 tickets in April"]; row != "a says; b says; " {
		t.Errorf("%v", got)
	}
	got = rowsOf(t,
		"Mayor Ida Brandt called the wreck of the ferry Halcyon a \"foul and needless crime\". Rain fell on the quay.",
		"Mayor Ida Brandt called the wreck of the ferry Halcyon a matter for the court. The market closed early.",
		"Mayor Ida Brandt called the wreck of the ferry Halcyon a \"foul and needless crime\", too. The board is poor.",
	)
	for label, row := range got {
		if strings.Contains(label, "needless") && strings.Contains(row, "b says") {
			t.Errorf("%q: %s", label, row)
		}
	}
}

// A report says a claim that it tells by words like the claim's own; where it says less than
// the claim, by other words, it may speak of another matter, and beside a day alone every
// word must be the same.
func TestRowsInOtherWords(t *testing.T) {
	got := rowsOf(t,
		"Mayor Ida Brandt rebuked the attorney of the ferry Halcyon over remarks on the agreement. Rain fell on the quay.",
		"Bread grew dear. Mayor Ida Brandt condemned the Halcyon's lawyer over comments on the deal. The market closed early.",
		"The bridge is old. Mayor Ida Brandt may have condemned the Halcyon's lawyer over comments on the deal. Nobody was hurt.",
	)
	if row := got["Mayor Ida Brandt condemned the Halcyon's lawyer over comments on the deal"]; row != "a says; b says; c weaker; " {
		t.Errorf("%v", got)
	}
	const label = "Mayor Ida Brandt condemned the Halcyon's lawyer over comments on the deal"
	got = rowsOf(t,
		label+". Rain fell on the quay.",
		"Bread grew dear. "+label+". The market closed early.",
		"The bridge is old. The two wrote that mayor Ida Brandt may have rebuked the attorney of the ferry Halcyon over remarks on the agreement.",
	)
	if row := got[label]; row != "a says; b says; " {
		t.Errorf("%v", got)
	}
	got = rowsOf(t,
		"The attorney of the harbour board met the keeper on Monday. Rain fell on the quay.",
		"The counsel of the yard saw a pilot on Monday. The market closed early.",
	)
	if len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// A row is not called by what only its own report's readers understand.
func TestRowsStandAlone(t *testing.T) {
	const filler = "Rain fell on the quay. Bread was dear. Boats came in. The market closed early. "
	got := rowsOf(t,
		filler+"The keeper sold the bell of the ferry Halcyon to a yard in Corrin.",
		filler+"Odo Lund sold the bell of the ferry Halcyon to a yard in Corrin.",
	)
	if got["The keeper sold the bell of the ferry Halcyon to a yard in Corrin"] != "" || got["Odo Lund sold the bell of the ferry Halcyon to a yard in Corrin"] == "" {
		t.Errorf("%v", got)
	}
}

// rowsOf reads texts as the reports a, b, … of one story and returns, by the labels of
// its claims, which report says them how.
func rowsOf(t *testing.T, texts ...string) map[string]string {
	t.Helper()
	heads := make([]string, len(texts))
	for i := range heads {
		heads[i] = "A headline"
	}
	return rowsUnder(t, heads, texts...)
}

// rowsUnder is rowsOf of texts with headlines.
func rowsUnder(t *testing.T, heads []string, texts ...string) map[string]string {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	annotator := annotate.New(pack)
	var members []nutgraf.Member
	var times [][]nutgraf.When
	for i, text := range texts {
		doc, err := extract.Document(&nutgraf.Item{ID: string(rune('a' + i)), Media: nutgraf.MediaText, Body: []byte(heads[i] + "\n\n" + text)})
		if err != nil {
			t.Fatal(err)
		}
		doc.ID = string(rune('a' + i))
		seg, ann := annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
		times = append(times, ann.Times)
	}
	f := New(pack, gist.New(pack), standing.New(pack))
	entities := cast.New(pack).Merge(members).Entities
	index := gist.New(pack).Index(members)
	matters, _ := f.Find(members, entities, times, nil, index)
	got := map[string]string{}
	for _, c := range f.Grid(members, entities, matters, f.Statements(members, entities, index), nil, index) {
		row := ""
		for _, s := range c.Support {
			row += s.Cite.Doc + " " + string(s.Stance) + "; "
		}
		got[c.Label.Text] = row
	}
	return got
}

// Who says that it is a hoax does not say it, and who asked did not order: a small
// difference in how a thing is told stands in its row.
func TestOpposed(t *testing.T) {
	got := rowsOf(t,
		"Divers recovered the bell of the sunken ferry Halcyon from the harbour floor. Rain fell on the quay.",
		"Divers recovered the bell of the ferry Halcyon from the floor of the harbour, where it had sunk. The market closed early.",
		"That divers recovered the bell of the sunken ferry Halcyon from the harbour floor is a hoax. The board is poor.",
	)
	for label, row := range got {
		if strings.Contains(row, "c says") {
			t.Errorf("%q: %s", label, row)
		}
	}
	cite := func(doc string, from, to int) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{Start: from, End: to}}}
	}
	for _, kind := range []nutgraf.Conflict{{Kind: nutgraf.ConflictRelation, Severity: nutgraf.Soft}, {Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard}} {
		c := nutgraf.Claim{Label: cite("a", 0, 40), Support: []nutgraf.Support{{Cite: cite("a", 0, 40)}, {Cite: cite("b", 10, 50)}, {Cite: cite("c", 0, 30)}}}
		kind.Sides = []nutgraf.Side{{Letter: "a", Evidence: []nutgraf.Cite{cite("a", 0, 60)}}, {Letter: "b", Evidence: []nutgraf.Cite{cite("b", 0, 60)}}}
		opposed(&c, []nutgraf.Conflict{kind})
		var sides []string
		for _, s := range c.Support {
			sides = append(sides, s.Side)
		}
		if diff := cmp.Diff([]string{"a", "b", ""}, sides); diff != "" {
			t.Error(diff)
		}
	}
}

// A row with the sides of a difference shows every report that its card shows, on each side
// that it stands on.
func TestStand(t *testing.T) {
	cite := func(doc string, from, to int) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{Start: from, End: to}}}
	}
	d := nutgraf.Conflict{Severity: nutgraf.Hard, Sides: []nutgraf.Side{
		{Letter: "a", Evidence: []nutgraf.Cite{cite("a", 0, 60), cite("c", 0, 60)}}, {Letter: "b", Evidence: []nutgraf.Cite{cite("a", 80, 99), cite("b", 0, 60)}},
	}}
	soft := d
	soft.Severity = nutgraf.Soft
	for _, c := range []struct {
		support  []nutgraf.Support
		conflict nutgraf.Conflict
		want     string
	}{
		{[]nutgraf.Support{{Cite: cite("a", 0, 40), Side: "a"}, {Cite: cite("b", 10, 50), Side: "b"}, {Cite: cite("d", 0, 9)}}, d, "aa bb d ca ab"},
		{[]nutgraf.Support{{Cite: cite("a", 0, 40), Side: "a"}, {Cite: cite("b", 70, 90), Side: "b"}}, d, "aa bb"}, // of another difference
		{[]nutgraf.Support{{Cite: cite("a", 0, 40), Side: "a"}}, soft, "aa"},
		{[]nutgraf.Support{{Cite: cite("a", 0, 40)}}, d, "a"},
	} {
		row := nutgraf.Claim{Support: c.support}
		stand(&row, []nutgraf.Conflict{c.conflict})
		var got []string
		for _, s := range row.Support {
			got = append(got, s.Cite.Doc+s.Side)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s, want %s", s, c.want)
		}
	}
}

// A month does not leave open what is told, nor does a word that leaves open something
// else in the same sentence, or that describes a noun.
func TestRowsLeftOpen(t *testing.T) {
	got := rowsOf(t,
		"Rain fell on the quay. The harbour board put the pilot Odo Lund on leave with pay.",
		"The market closed early. The harbour board, which would sell two of its moles, put the pilot Odo Lund on leave with pay in May.",
		"Bread was dear. The harbour board may put the pilot Odo Lund on leave with pay.",
	)
	row := ""
	for label, x := range got {
		if strings.Contains(label, "on leave with pay") {
			row = x
		}
	}
	if row != "a says; b says; c weaker; " {
		t.Errorf("%v", got)
	}
}

// A report gives the day of a claim in the sentence that tells it, or in the one behind it.
func TestDated(t *testing.T) {
	day := nutgraf.DayDate(2031, 5, 5)
	label := nutgraf.Ref{Doc: "a", Span: nutgraf.Span{End: 40}}
	own := nutgraf.Frame{Clause: nutgraf.Cite{Ref: label}, Focus: nutgraf.Span{Start: 30, End: 36}}
	g := &grid{days: map[nutgraf.Day][]nutgraf.Frame{day: {own, {Member: 1, Sentence: 3}}, day + 1: {{Member: 2, Sentence: 3}}}}
	for at, want := range map[gist.Teller]bool{
		{Member: 1, Sentence: 3}: true, {Member: 1, Sentence: 2}: true, {Member: 1, Sentence: 4}: false, {Member: 2, Sentence: 3}: false,
	} {
		if got := g.dated(label, at); got != want {
			t.Errorf("%+v: %v", at, got)
		}
	}
}

// That two things were done on one day does not make them one.
func TestRowsOfOneDay(t *testing.T) {
	got := rowsOf(t,
		"Rain fell on the quay. The senate of Vale is to hold a hearing on the mole on Monday.",
		"The market closed early. The pilots of Vale differ on the mole, as a debate set for Monday will show.",
	)
	for label, row := range got {
		t.Errorf("%q: %s", label, row)
	}
}

// The headline that others tell in their own headlines or first sentences is the first row:
// by another word for what was done, by a noun made of it, as yet to come; not where another
// did it to whom it was done, where it is a second one, or where it is denied.
func TestTold(t *testing.T) {
	const head = "Ilse Marrow endorses Odo Lund for mayor"
	for text, want := range map[string]string{
		"Ilse Marrow supported Odo Lund for mayor on Monday. Rain fell.":                       "a says; b says; ",
		"The endorsement of Odo Lund for mayor by Ilse Marrow came on Monday. Rain fell.":      "a says; b says; ",
		"Ilse Marrow is expected to endorse Odo Lund for mayor on Monday. Rain fell.":          "",
		"Ilse Marrow has not endorsed Odo Lund for mayor. Rain fell.":                          "",
		"Odo Lund endorsed Ilse Marrow for mayor on Monday. Rain fell.":                        "",
		"Ilse Marrow met Odo Lund and the mayor on Monday. Rain fell.":                         "",
		"Ilse Marrow endorsed another pilot, as Odo Lund said he would, for mayor. It rained.": "",
	} {
		got := rowsOf(t, "Rain fell on the quay. Bread was dear in Vale.", text)
		if len(got) != 0 {
			t.Fatalf("%v", got)
		}
		got = rowsUnder(t, []string{head, "Weather"}, "Bread was dear in Vale on Friday.", text)
		if row := got[head]; row != want {
			t.Errorf("%q: %q", text, row)
		}
	}
}

// The event has one row, whatever else its reports' clauses tell of it.
func TestToldOnce(t *testing.T) {
	got := rowsUnder(t, []string{"Ilse Marrow resigns from the harbour board over the sale of bells", "Marrow goes"},
		"Marrow resigned from the harbour board on Monday over the sale of its oldest bells to Corrin, Odo Lund said. Rain fell.",
		"Ilse Marrow resigned from the harbour board on Monday over the sale of its oldest bells to a yard in Corrin. Bread was dear.",
	)
	if len(got) != 1 {
		t.Errorf("%v", got)
	}
}

// A clause that gives two counts and a day stands on a side of each of two differences: a
// row is of the one that its own number is of, and a row of the day is of none.
func TestRowsOfTwoCountsInOneClause(t *testing.T) {
	clause := nutgraf.Cite{Ref: nutgraf.Ref{Doc: "b", Span: nutgraf.Span{Start: 10, End: 80}}}
	other := nutgraf.Cite{Ref: nutgraf.Ref{Doc: "a", Span: nutgraf.Span{End: 30}}}
	side := func(letter string, value float64, e nutgraf.Cite) nutgraf.Side {
		return nutgraf.Side{Letter: letter, Low: value, High: value, Evidence: []nutgraf.Cite{e}}
	}
	conflict := func(sides ...nutgraf.Side) nutgraf.Conflict {
		return nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Axis: "number", Sides: sides}
	}
	g := grid{side: sidesOf([]nutgraf.Conflict{
		conflict(side("a", 11, other), side("b", 10, clause)),
		conflict(side("a", 33, clause), side("b", 13, other)),
	})}
	count := func(value float64) nutgraf.Frame {
		return nutgraf.Frame{Kind: nutgraf.ClaimQuantity, Known: true, Value: value, Low: value, High: value, Member: 1, Clause: clause}
	}
	hurt, held, day := count(10), count(33), nutgraf.Frame{Kind: nutgraf.ClaimDate, Member: 1, Clause: clause}
	for i, c := range []struct {
		frame  nutgraf.Frame
		at     int
		letter string
	}{{hurt, 0, "b"}, {held, 1, "a"}, {day, -1, ""}} {
		at := g.dispute(nutgraf.Matter{Frames: []nutgraf.Frame{c.frame}})
		if letter := g.letter(&c.frame, at); at != c.at || letter != c.letter {
			t.Errorf("frame %d is on side %q of difference %d, want %q of %d", i, letter, at, c.letter, c.at)
		}
	}
}
