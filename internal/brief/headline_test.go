package brief

import (
	"testing"

	"nutgraf"
	"nutgraf/internal/lang"
)

func member(id, title, text string) nutgraf.Member {
	d := &nutgraf.Document{ID: id, Title: title, Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}}}
	seg := &nutgraf.Segments{Sentences: []nutgraf.Sentence{{Span: nutgraf.Span{End: len(text)}}}}
	return nutgraf.Member{Doc: d, Seg: seg, Ann: &nutgraf.Annotations{}}
}

func english(t *testing.T) (*lang.Pack, *Writer) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return pack, New(pack)
}

func TestHeadline(t *testing.T) {
	_, w := english(t)
	const body = "The new bridge over the Corrin will open in June, the harbour board said."
	for name, c := range map[string]struct {
		members []nutgraf.Member
		f       nutgraf.Findings
		want    string
	}{
		"the plainest, in the words of most": {
			[]nutgraf.Member{
				member("a", "You won't believe what this bridge just did to commuters everywhere?", body),
				member("b", "New bridge to open in June", body),
				member("c", "Corrin span: an engineer's triumph over doubters and delay", body),
			}, nutgraf.Findings{}, "New bridge to open in June",
		},
		"not a disputed one": {
			[]nutgraf.Member{
				member("a", "Bridge to open in June", body+" Bridge to open in June"),
				member("b", "New bridge over the Corrin is nearly done", body),
			},
			nutgraf.Findings{Conflicts: []nutgraf.Conflict{{Severity: nutgraf.Hard, Sides: []nutgraf.Side{{Evidence: []nutgraf.Cite{{Ref: nutgraf.Ref{Doc: "a", Span: nutgraf.Span{Start: len(body) + 1, End: len(body) + 23}}}}}}}}},
			"New bridge over the Corrin is nearly done",
		},
		"what happens, not a matter": {
			[]nutgraf.Member{
				member("a", "The new bridge over the Corrin in June", body),
				member("b", "New bridge over Corrin opens June 4", body),
			}, nutgraf.Findings{}, "New bridge over Corrin opens June 4",
		},
		"no noun behind an article": {
			[]nutgraf.Member{
				member("a", "The New Bridge Strike", body),
				member("b", "Workers at new bridge stop for a day", body),
			}, nutgraf.Findings{}, "Workers at new bridge stop for a day",
		},
		"the lead where no report has one": {
			[]nutgraf.Member{member("a", "", body), member("b", "", "Share this by email")}, nutgraf.Findings{}, body,
		},
	} {
		for i := range c.members {
			if d := c.members[i].Doc; d.ID == "a" && name == "not a disputed one" {
				d.TitleSpan = nutgraf.Span{Start: len(body) + 1, End: len(body) + 23}
			}
		}
		if got := w.headline(c.members, c.f, nil); got.Text != c.want {
			t.Errorf("%s: %q, want %q", name, got.Text, c.want)
		}
	}
}

func TestTrimmed(t *testing.T) {
	for _, c := range []struct{ title, outlet, want string }{
		{"The Vale Gazette: Ferry hits mole", "Vale Gazette", "Ferry hits mole"},
		{"Ferry hits mole | Vale Gazette", "", "Ferry hits mole"},
		{"Ferry hits mole - The Vale Gazette", "Vale Gazette", "Ferry hits mole"},
		{"Ferry hits mole - again", "Vale Gazette", "Ferry hits mole - again"},
		{"Port Ansel: ferry hits mole", "Vale Gazette", "Port Ansel: ferry hits mole"},
		{"Ferry hits mole (+Video) ", "", "Ferry hits mole"},
		{" Vale Gazette: Ferry hits mole ", "", "Vale Gazette: Ferry hits mole"},
		{"BREAKING: Ferry hits mole", "", "Ferry hits mole"},
		{"Ferry (video) hits mole", "", "Ferry (video) hits mole"},
	} {
		if from, to := trimmed(c.title, c.outlet); c.title[from:to] != c.want {
			t.Errorf("%q: %q, want %q", c.title, c.title[from:to], c.want)
		}
	}
}

// TestAngled: every row of the list is the only sign of its example.
func TestAngled(t *testing.T) {
	pack, w := english(t)
	for _, row := range pack.Rows("headline_angles") {
		if !w.angled(row[2]) {
			t.Errorf("%q is taken for a plain title", row[2])
		}
		other := New(pack)
		other.angles = map[string][]string{}
		for kind, all := range w.angles {
			for _, a := range all {
				if a != row[1] {
					other.angles[kind] = append(other.angles[kind], a)
				}
			}
		}
		if other.angled(row[2]) {
			t.Errorf("%q is no example of %q alone", row[2], row[1])
		}
	}
	for title, want := range map[string]bool{
		"You won't believe this ferry": true, "We ought to close the mole": true, "5 things about the mole": true, "3 ways the mole changed us": true,
		"Seven moments that made the mole": true, "4 winners and 2 losers at the mole": true, "The scariest thing about the mole": true, "The problem with the mole": true,
		"Board calls mole the best works ever": true, "Mole falls to its lowest level ever": false,
		"Ferry hits mole": false, "US ferry hits mole": false, "Mole to open in May": false, "Marrow: You can trust our mole": false, "Board calls it ‘our mole’ again": false,
		"Marrow says mole is 'what we must keep'": false, "Seven ferries hit mole": false, "The mole hit by ferry": false,
		"The mole is shut. Ferries are late": true, "Gov. Marrow shuts St. Ansel mole": false, "5 ferries hit mole": false, "Whatever floats: ferry hits mole": false,
	} {
		if w.angled(title) != want {
			t.Errorf("angled(%q) = %v", title, !want)
		}
	}
}

func TestFreshness(t *testing.T) {
	dated := func(days ...string) ages {
		var members []nutgraf.Member
		for _, d := range days {
			m := member(d, "", "")
			m.Ann.Published.Value = d
			members = append(members, m)
		}
		return newAges(members)
	}
	a := dated("2031-03-04", "2031-03-06", "2031-03-07", "")
	for i, want := range []float64{forOlder, forOld, 1, 1} {
		if got := a.fresh(i, false); got != want {
			t.Errorf("report %d: %v, want %v", i, got, want)
		}
	}
	if a.fresh(0, true) != forAhead || a.fresh(2, true) != 1 {
		t.Error("what is to come is overtaken by later reports only")
	}
	if none := dated("", ""); none.fresh(0, true) != 1 {
		t.Error("a story without days has no old reports")
	}
	day := func(s string) nutgraf.Day {
		d, err := nutgraf.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for c, want := range map[*candidate]bool{
		{member: 0, due: []nutgraf.Day{day("2031-03-05")}}: true,
		{member: 0, due: []nutgraf.Day{day("2031-03-07")}}: false, // the newest report may not know more
		{member: 2, due: []nutgraf.Day{day("2031-03-05")}}: false,
		{member: 0}: false, // nothing is due
	} {
		if got := a.stale(c); got != want {
			t.Errorf("%+v: stale %v", c, got)
		}
	}
}
