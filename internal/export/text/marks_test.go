package text

import (
	"testing"

	"nutgraf"
)

// TestMarks: cutting a quotation short never puts the reporter's words between
// marks.
func TestMarks(t *testing.T) {
	mixed := &nutgraf.Family{Kind: nutgraf.Mixed}
	direct := &nutgraf.Family{Kind: nutgraf.Direct}
	for _, c := range []struct {
		f                  *nutgraf.Family
		whole, shown, want string
	}{
		{mixed, `he had rowed "all night" to the pier`, `he had rowed …`, `he had rowed …`},
		{mixed, `he had rowed "all night"`, `he had rowed "all night"`, `he had rowed "all night"`},
		{mixed, `all night`, `all …`, `"all …"`},
		{direct, `I rowed all night`, `I rowed …`, `"I rowed …"`},
		{direct, `“I rowed all night”`, `“I rowed …`, `“I rowed …"`},
	} {
		if got := marks(c.f, c.whole, c.shown); got != c.want {
			t.Errorf("%s, shown %s: %s, want %s", c.whole, c.shown, got, c.want)
		}
	}
}

// A report that has an utterance in two places is named once among those whose speaker
// the others settle.
func TestGroundsNameAReportOnce(t *testing.T) {
	v := newView(&sheet{width: 80}, &nutgraf.StoryPage{Articles: []nutgraf.PageArticle{{ID: "x"}, {ID: "y"}}}, Options{Width: 80})
	settled := nutgraf.Variant{Doc: "y", How: nutgraf.HowReport}
	got := v.grounds(&nutgraf.Family{Variants: []nutgraf.Variant{{Doc: "x"}, settled, settled}})
	if want := "speaker settled through the other reports: B"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestDirectWordsThatAReportBegins: where a report begins to tell and then quotes,
// its own words do not come between marks.
func TestDirectWordsThatAReportBegins(t *testing.T) {
	for text, want := range map[string]string{"the wait “is a long one.”": "the wait “is a long one.”", "“The wait is a long one.”": `"The wait is a long one."`, "The line that “never waits” waits.": `"The line that “never waits” waits."`} {
		f := &nutgraf.Family{Kind: nutgraf.Direct, Variants: []nutgraf.Variant{{Cites: []nutgraf.Cite{{Text: text}}}}}
		words := utteranceWords(f, f.Variants[0].Cites)
		if got := marks(f, words, words); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
