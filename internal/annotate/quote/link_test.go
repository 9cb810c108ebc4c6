package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLinkText holds that the words of a link inside a sentence are nobody's words
// and no part of a speaker.
func TestLinkText(t *testing.T) {
	text := "“We think Otto Lund Otto Karl LundFerry to close Bridge opens MORE must win,” Sen. Ann Brisk Ann (Annie) Mae BriskTrams go MORE (R-Ohio) said on Monday."
	doc := document(text)
	got := newRig(t).read(doc)
	if len(got) != 1 {
		t.Fatalf("%d quotations, want 1", len(got))
	}
	var parts []string
	for _, p := range got[0].Parts {
		parts = append(parts, p.Of(text))
	}
	if diff := cmp.Diff([]string{"“We think Otto Lund", "must win,”"}, parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Sen. Ann Brisk", "Ann Brisk"}, []string{got[0].Source.Of(text), got[0].Name}); diff != "" {
		t.Errorf("source and name (-want +got):\n%s", diff)
	}
}
