package claim

import (
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// TestCalled: [ ] are the ends of a frame's words.
func TestCalled(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	f := New(pack, gist.New(pack), standing.New(pack))
	for text, want := range map[string]label{
		"[The board bought 40 bells for the mole] and sold one.":           {rank: whole},
		"Marrow [told the Gazette that the board bought 40 bells] in May.": {rank: whole, added: len("Marrow ") + len(" in May")},
		"[It bought 40 bells for the mole], the Gazette said.":             {}, // who bought them?
		"[He bought 40 bells for the mole], the Gazette said.":             {rank: leaning, note: "He: Ilse Marrow"},
		"[But the board bought 40 bells for the mole].":                    {rank: leaning, lost: true},
		"[But Marrow bought 40 bells for the mole].":                       {rank: whole}, // without the "But"
		"[Marrow also bought 40 bells for the mole].":                      {rank: leaning, lost: true},
		"Then the 40 bells [for the mole of Port Ansel]":                   {},
	} {
		from, end := strings.Index(text, "["), strings.Index(text, "]")-1
		d := &nutgraf.Document{Text: strings.NewReplacer("[", "", "]", "").Replace(text)}
		m := nutgraf.Member{Doc: d, Ann: &nutgraf.Annotations{Entities: []nutgraf.Entity{{Name: "Ilse Marrow"}}}, Seg: &nutgraf.Segments{Sentences: []nutgraf.Sentence{{Span: nutgraf.Span{End: len(d.Text)}}}}}
		if strings.HasPrefix(d.Text, "He ") {
			m.Ann.Mentions = []nutgraf.Mention{{Span: nutgraf.Span{End: len("He")}, Kind: nutgraf.ByPronoun}}
		}
		got := f.called(m, &nutgraf.Frame{Clause: d.Cite(nutgraf.Span{Start: from, End: end}), Focus: nutgraf.Span{Start: max(0, strings.Index(d.Text, "40"))}})
		if strings.HasPrefix(got.cite.Text, "But Marrow") {
			t.Errorf("%q is called %q", text, got.cite.Text)
		}
		if got.rank != want.rank || got.lost != want.lost || got.added != want.added || got.note != want.note {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}
