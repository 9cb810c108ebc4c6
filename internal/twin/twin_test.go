package twin_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/twin"
)

// member makes a report of sentences, cut where they are parted by a bar.
func member(id string, sentences ...string) nutgraf.Member {
	doc := &nutgraf.Document{ID: id}
	seg := &nutgraf.Segments{}
	for _, s := range sentences {
		from := len(doc.Text)
		doc.Text += s + " "
		seg.Sentences = append(seg.Sentences, nutgraf.Sentence{Span: nutgraf.Span{Start: from, End: from + len(s)}, Block: -1})
	}
	return nutgraf.Member{Doc: doc, Seg: seg, Ann: &nutgraf.Annotations{}}
}

// parted returns what twin sentences part in, "A|B" each.
func parted(members ...nutgraf.Member) []string {
	words := make([][]fold.Word, len(members))
	for i, m := range members {
		words[i] = fold.Words(nil, m.Doc.Text, 0)
	}
	var out []string
	for _, p := range twin.Find(members, words) {
		for _, g := range p.Partings {
			if g.Sure {
				out = append(out, g.A.Of(members[p.A.Member].Doc.Text)+"|"+g.B.Of(members[p.B.Member].Doc.Text))
			}
		}
	}
	return out
}

func TestFind(t *testing.T) {
	const one, other = "The quay was shut for nine weeks after a crane fell.", "The quay was shut for ten weeks after a crane fell."
	for _, tt := range []struct {
		name    string
		members []nutgraf.Member
		want    []string
	}{
		{"one word", []nutgraf.Member{member("a", one), member("b", other)}, []string{"nine|ten"}},
		{"typography", []nutgraf.Member{member("a", "The ‘quay’ was shut — for nine weeks — after a crane fell."), member("b", one)}, nil},
		{"a word more", []nutgraf.Member{member("a", one), member("b", "The quay was not shut for nine weeks after a crane fell.")}, []string{"|not"}},
		{"a report that has both", []nutgraf.Member{member("a", one), member("b", other, one)}, nil},
		{"lines of a table", []nutgraf.Member{member("a", one, "The quay was shut for six weeks after a crane fell."), member("b", other)}, nil},
		{"other sentences", []nutgraf.Member{member("a", one), member("b", "Nobody had looked at the quay for ten years.")}, nil},
		{"many copies", []nutgraf.Member{member("a", one), member("b", one), member("c", one), member("d", other)}, []string{"nine|ten"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, parted(tt.members...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestOneName tells names that may mean one from those that part two.
func TestOneName(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		one  bool
	}{
		{"P.G.A.'s", "PGA", true},
		{"Port Guard Authority", "PGA", true},
		{"Ansel Harbour Board", "the Harbour’s Office", true},
		{"Ada Hale", "Mara Quist", false},
	} {
		at := func(id, name string) nutgraf.Member {
			m := member(id, name)
			m.Ann = &nutgraf.Annotations{Mentions: []nutgraf.Mention{{Span: nutgraf.Span{End: len(name)}, Kind: nutgraf.ByName}}}
			return m
		}
		p := twin.Pair{B: twin.Place{Member: 1}}
		_, _, two := twin.Names([]nutgraf.Member{at("a", tt.a), at("b", tt.b)}, p, twin.Parting{A: nutgraf.Span{End: len(tt.a)}, B: nutgraf.Span{End: len(tt.b)}})
		if two == tt.one {
			t.Errorf("%q beside %q: one is %v, want %v", tt.a, tt.b, !two, tt.one)
		}
	}
}
