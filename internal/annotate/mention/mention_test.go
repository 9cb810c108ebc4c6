package mention

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

func tools(t testing.TB) (*Finder, *segment.Splitter) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(pack), segment.New(pack)
}

// found writes a document's mentions as the gold file has them.
func found(f *Finder, s *segment.Splitter, text string) []string {
	doc := &nutgraf.Document{Text: text}
	mentions, ents := f.Find(doc, s.Split(doc))
	var out []string
	for _, m := range mentions {
		kind, name := string(m.Kind), "-"
		if m.Entity >= 0 {
			name = ents[m.Entity].Name
			if m.Kind == nutgraf.ByName {
				kind = string(ents[m.Entity].Type)
			}
		}
		out = append(out, m.Span.Of(text)+" | "+kind+" | "+name)
	}
	return out
}

func TestNames(t *testing.T) {
	f, s := tools(t)
	raw, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, want := "", []string(nil)
	check := func() {
		if text == "" {
			return
		}
		if diff := cmp.Diff(want, found(f, s, text)); diff != "" {
			t.Errorf("%s\n(-want +got):\n%s", text, diff)
		}
	}
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case strings.HasPrefix(line, "> "):
			check()
			text, want = strings.ReplaceAll(line[2:], `\n`, "\n"), nil
		default:
			want = append(want, line)
		}
	}
	check()
}

// TestWholes: a role beside a name is given together with it.
func TestWholes(t *testing.T) {
	f, s := tools(t)
	for text, want := range map[string]string{
		"Lantern CEO Otto Lund spoke.":              "Lantern CEO Otto Lund",
		"Mia Sund, the mayor of Oslo, spoke.":       "Mia Sund, the mayor of Oslo",
		"Otto Lund, founder of Brisk Foods, spoke.": "Otto Lund, founder of Brisk Foods",
		"President Grace Obi spoke.":                "President Grace Obi",
		"Grace Obi is the mayor of Oslo.":           "",
		"They met director Sam Voss in Oslo.":       "",
	} {
		doc := &nutgraf.Document{Text: text}
		mentions, _ := f.Find(doc, s.Split(doc))
		got := ""
		for _, m := range mentions {
			if !m.Whole.IsZero() {
				got += m.Whole.Of(text)
			}
		}
		if got != want {
			t.Errorf("%q: whole phrase %q, want %q", text, got, want)
		}
	}
}

// TestManyShort: a short form stays what it is however often it stands.
func TestManyShort(t *testing.T) {
	f, s := tools(t)
	for _, n := range []int{1, 20, 2000} {
		got := found(f, s, "Hurricane Ines struck. "+strings.Repeat("Ines went on. ", n))
		if last := got[len(got)-1]; last != "Ines | event | Hurricane Ines" {
			t.Errorf("%d times: %s", n, last)
		}
	}
}

// TestForeign: in a text of another language only sure names are taken.
func TestForeign(t *testing.T) {
	f, s := tools(t)
	text := "Die Regierung will das Gesetz noch in diesem Jahr durch das Parlament bringen, sagte Angela Brisk am Montag in Berlin. " +
		"Der Haushalt sei gut, aber die Lage der Wirtschaft bleibe schwierig, und viele Menschen hätten zu wenig Geld für Miete und Strom. " +
		"Auch die Kritik der Opposition wies sie zurück und nannte den Vorschlag einen Schritt nach vorn für alle im Land."
	want := []string{"Angela Brisk | person | Angela Brisk", "Berlin | place | Berlin"}
	if diff := cmp.Diff(want, found(f, s, text)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// promises holds what every result must keep against one.
func promises(t interface{ Errorf(string, ...any) }, text string, mentions []nutgraf.Mention, ents []nutgraf.Entity) {
	at := 0
	for _, m := range mentions {
		if m.Span.Start < at || m.Span.IsZero() || m.Span.End > len(text) {
			t.Errorf("mention %+v after offset %d in %d bytes", m, at, len(text))
			return
		}
		at = m.Span.Start
		if m.Entity < -1 || m.Entity >= len(ents) || m.Kind == nutgraf.ByName && m.Entity < 0 {
			t.Errorf("mention %+v of %d entities", m, len(ents))
		}
		if w := m.Whole; !w.IsZero() && (w.Start > m.Span.Start || w.End < m.Span.End || w.Start < 0 || w.End > len(text)) {
			t.Errorf("mention %+v is not within its whole phrase", m)
		}
		if utf8.ValidString(text) && !utf8.ValidString(m.Span.Of(text)) {
			t.Errorf("mention %q cuts a character", m.Span.Of(text))
		}
	}
	low := strings.ToLower(text) // names in capitals are written as others are, over wide gaps
	for _, e := range ents {
		if e.Name == "" || e.Type == "" {
			t.Errorf("entity %+v has no name or type", e)
		}
		for word := range strings.FieldsSeq(e.Name) {
			if !strings.Contains(low, strings.ToLower(word)) {
				t.Errorf("entity %+v is not in the text", e)
			}
		}
	}
}

func TestPromises(t *testing.T) {
	f, s := tools(t)
	pieces := []string{"Amara", "Oyelaran", "Otto", "Lund", " ", " ", ". ", ", ", "\n", "the ", "The ", "brothers", "’s", "'", "\"", "“", "”", "he ", "She ", "film ", "U.S.", "of ", "University", "and ", "Mr.", "@", "amaraoyelaran", ": ", "2", "-led", "Inc", "é", "\u200d", "漢字", "President", "director", "named", "de ", "MORENO", "Jr", "&", "(", ")"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 80).Draw(t, "pieces"), "")
		doc := &nutgraf.Document{Text: text}
		seg := s.Split(doc)
		mentions, ents := f.Find(doc, seg)
		promises(t, text, mentions, ents)
		again, same := f.Find(doc, seg)
		if diff := cmp.Diff(mentions, again) + cmp.Diff(ents, same); diff != "" {
			t.Errorf("a second reading differs:\n%s", diff)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Amara Oyelaran met the Lunds; “Low Tide 2,” she said.")
	f.Add("THE U.S.-LED @amara: Marrow: The 2 of & 's Mr. .")
	find, split := tools(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc := &nutgraf.Document{Text: text}
		mentions, ents := find.Find(doc, split.Split(doc))
		promises(t, text, mentions, ents)
	})
}

// BenchmarkHostile shows that time grows with length alone.
func BenchmarkHostile(b *testing.B) {
	f, s := tools(b)
	for _, c := range []struct{ name, piece string }{
		{"names", "Amara Oyelaran met Otto Lund. "},
		{"one sentence", "Amara and Lund, "},
		{"pronouns", "he said she said "},
		{"marks", `"A" `},
		{"capitals", "Abc "},
		{"the", "the Lunds "},
		{"roles", "the director "},
		{"strangers", "Amara Oyelaran, a director, met the director. "},
		{"clause", "As Amara Oyelaran met "},
		{"of", "Bank of "},
		{"accounts", "@amara "},
		{"new names", "Amara %s. "},
	} {
		for _, n := range []int{10_000, 100_000, 1_000_000} {
			doc := &nutgraf.Document{Text: hostile(c.piece, n)}
			b.Run(c.name, func(b *testing.B) {
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					f.Find(doc, s.Split(doc))
				}
			})
		}
	}
}

// hostile repeats a piece up to n bytes; "%s" in it is a new surname each time.
func hostile(piece string, n int) string {
	var out strings.Builder
	for i := 0; out.Len() < n; i++ {
		name := "X" + string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26))
		out.WriteString(strings.ReplaceAll(piece, "%s", name))
	}
	return out.String()
}
