package desk_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/store/memory"
	"nutgraf/internal/wire"
	"nutgraf/schema/schematest"
)

const draft = `Nine hurt in Saltmere ferry crash

Nine people were injured when the ferry Corrin Maid struck the breakwater at Saltmere in fog on Tuesday, 12 March 2024, the Corrin Ambulance Service said.

"Everyone who was on board is now ashore," said Petra Lindgate, spokeswoman of the port authority.

"It was like driving into a cliff," said Tom Marrow, a joiner from Kestrel Bay. "I swam the last mile with my violin on my back," he said.

"We treated nine patients at the scene," said Edwin Pask, the harbour master.

The Seamen's Mission opened its hall and gave out soup. Some had left cars on board and were told that they could not have them before the morning.
`

// sampled is a desk over the sample newsroom.
func sampled(t *testing.T) *desk.Desk {
	t.Helper()
	d := desk.New(memory.New(), clock)
	take(t, d, sample(t))
	settle(t, d)
	return d
}

func check(t *testing.T, d *desk.Desk, body string) *nutgraf.DraftCheck {
	t.Helper()
	c, err := d.Check(context.Background(), &nutgraf.Item{Name: "draft.txt", Media: nutgraf.MediaText, Body: []byte(body)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDraftBesideTheReportsHeld(t *testing.T) {
	d := sampled(t)
	before, _ := d.Counts(context.Background())
	c := check(t, d, draft)
	var got []string
	for _, q := range c.Quotes {
		line := fmt.Sprintf("%s / %s", q.Speaker, q.Held)
		if len(q.Nearest) > 0 {
			line += " / " + q.Nearest[0].Doc
		}
		if q.HeldSpeaker != "" {
			line += " / there " + q.HeldSpeaker
		}
		got = append(got, line)
	}
	want := []string{
		"Petra Lindgate / truncated / ferry-courier", "Tom Marrow / edited / ferry-courier", "Tom Marrow / not_found",
		"Edwin Pask / truncated / ferry-courier / there Colm Astley",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]nutgraf.Edit{{Op: nutgraf.Keep, Text: "It was like"}, {Op: nutgraf.Drop, Text: "hitting"}, {Op: nutgraf.Add, Text: "driving into"}, {Op: nutgraf.Keep, Text: "a cliff,"}}, c.Quotes[1].Diff); diff != "" {
		t.Error(diff)
	}
	if len(c.Conflicts) != 1 || c.Conflicts[0].Own[0].Evidence[0].Doc != c.Doc.ID || len(c.Conflicts[0].Others) != 1 {
		t.Errorf("conflicts: %+v", c.Conflicts)
	}
	if len(c.Shared) != 1 || !strings.HasPrefix(c.Shared[0].Own.Text, "The Seamen's Mission") || c.Shared[0].Also[0].Doc != "ferry-courier" {
		t.Errorf("shared: %+v", c.Shared)
	}
	if after, _ := d.Counts(context.Background()); after != before {
		t.Errorf("a check stored something: %v, then %v", before, after)
	}
	meetsSchema(t, d, c)
}

func meetsSchema(t *testing.T, d *desk.Desk, c *nutgraf.DraftCheck) {
	t.Helper()
	raw, err := json.Marshal(wire.FromCheck(c, desk.NewReports(context.Background(), d).Document))
	if err != nil {
		t.Fatal(err)
	}
	if err := schematest.Compile(t, "check")(raw); err != nil {
		t.Errorf("%v\n%s", err, raw)
	}
}

func TestCreditedWordsOfADraftAreNotTold(t *testing.T) {
	d := sampled(t)
	body := strings.Replace(draft, "The Seamen's", "As The Harbour Courier reported, the injured were brought off first.\n\nThe Seamen's", 1)
	if c := check(t, d, body); len(c.Shared) != 0 {
		t.Errorf("shared: %+v", c.Shared)
	}
}

func TestWholeUtteranceOfADraftIsHeldWordForWord(t *testing.T) {
	d := sampled(t)
	c := check(t, d, `"Seven people were hurt, one of them seriously, and everyone who was on board is now ashore," said Petra Lindgate, the spokeswoman.`)
	if len(c.Quotes) != 1 || c.Quotes[0].Held != nutgraf.HeldVerbatim {
		t.Errorf("%+v", c.Quotes)
	}
}

func TestDraftOnWhatIsNotHeld(t *testing.T) {
	d := desk.New(memory.New(), clock)
	c := check(t, d, draft)
	for _, q := range c.Quotes {
		if q.Held != nutgraf.NotHeld {
			t.Errorf("%+v", q)
		}
	}
	if len(c.Quotes) != 4 || c.Compared != 0 || len(c.Conflicts)+len(c.Shared)+len(c.Reports) != 0 {
		t.Errorf("%+v", c)
	}
	meetsSchema(t, d, c)
	_, err := d.Check(context.Background(), &nutgraf.Item{Name: "empty.txt", Media: nutgraf.MediaText})
	var refused *nutgraf.ItemError
	if !errors.As(err, &refused) {
		t.Errorf("an empty draft: %v", err)
	}
}

// A number, and a day, that a draft puts into words which a report has without them.
func TestDraftPartsFromWordsHeldInANumber(t *testing.T) {
	d := sampled(t)
	for body, want := range map[string]string{
		"Old people in slippers stood about, and a bell that nobody rang was heard, after a blow in the dark killing at least 31 people in the province and bringing down houses in the old quarter of Torvane had woken the whole plain.": "31, elsewhere 12",
		"Old people in slippers stood about, and a bell that nobody rang was heard, after a blow in the dark killing at least 12 people in the province and bringing down houses in the old quarter of Torvane had woken the whole plain.": "",
		"The army sent 300 soldiers and six helicopters. Hospital beds were set up in a tram depot.":                                                                                                                                       "The army sent [how many] soldiers and six helicopters",
	} {
		got := ""
		for _, c := range check(t, d, "Quake in the Hask Valley\n\n"+body+"\n").Conflicts {
			got += c.Matter
		}
		if got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}
