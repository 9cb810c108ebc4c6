package lang

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLower(t *testing.T) {
	if got := Lower("ÉTÉ at O’Dea’s"); got != "été at o'dea's" {
		t.Errorf("got %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-cA-C ’É.]{0,20}`)).Draw(t, "text")
		if got, want := Lower(text), strings.ReplaceAll(strings.ToLower(text), "’", "'"); got != want {
			t.Fatalf("Lower(%q) = %q, want %q", text, got, want)
		}
	})
}

// TestSources: every list says at its head what it is for and where it is from;
// what is from others' data has its licence in NOTICE, too.
func TestSources(t *testing.T) {
	source := regexp.MustCompile(`(?i)written for|own (list|work)|sources?:|facts\.|licen[cs]e|public domain|CC BY`)
	for _, code := range Languages {
		entries, err := fs.ReadDir(files, code)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			raw, err := files.ReadFile(code + "/" + e.Name())
			if err != nil {
				t.Fatal(err)
			}
			var head strings.Builder
			for line := range strings.Lines(string(raw)) {
				words, ok := strings.CutPrefix(line, "#")
				if !ok {
					break
				}
				head.WriteString(" " + strings.TrimSpace(words))
			}
			if len(head.String()) < 30 || !source.MatchString(head.String()) {
				t.Errorf("%s/%s does not say what it is for and where it is from: %q", code, e.Name(), head.String())
			}
		}
	}
}

// Words of one entry that can mean one are told by the first of it.
func TestAlike(t *testing.T) {
	pack, err := Load("en")
	if err != nil {
		t.Fatal(err)
	}
	papers := pack.Alike("papers")
	if papers["opinion"] != papers["ruling"] || papers["ruling"] != "ruling" || papers["letter"] == papers["ruling"] || papers["ferry"] != "" {
		t.Errorf("opinion %q, ruling %q, letter %q", papers["opinion"], papers["ruling"], papers["letter"])
	}
}

func TestMap(t *testing.T) {
	pack := &Pack{lists: map[string][]string{"ways": {"gonna\tgoing to", "mole", "lt\tlieutenant\tnavy"}}}
	want := map[string]string{"gonna": "going to", "mole": "", "lt": "lieutenant"}
	if got := pack.Map("ways"); !maps.Equal(got, want) {
		t.Errorf("Map = %q, want %q", got, want)
	}
}

func TestKinds(t *testing.T) {
	pack := &Pack{lists: map[string][]string{"boats": {"sail\tketch yawl", "row\tskiff", "sail\tsloop"}, "calls": {"sail\ton_deck ahoy"}}}
	got := pack.Kinds("boats")
	if !maps.Equal(got["sail"], map[string]bool{"ketch": true, "yawl": true, "sloop": true}) || !maps.Equal(got["row"], map[string]bool{"skiff": true}) || len(got) != 2 {
		t.Errorf("Kinds = %v", got)
	}
	if got := pack.Phrases("calls"); !slices.Equal(got["sail"], []string{"on deck", "ahoy"}) {
		t.Errorf("Phrases = %q", got)
	}
}
