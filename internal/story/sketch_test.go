package story

import (
	"slices"
	"testing"

	"nutgraf"
)

// The credits of pictures are no part of what a report is sketched by.
func TestHeadlineLeavesCaptionsOut(t *testing.T) {
	const title, caption, body = "Lock gates fail", "The lock. MERIDIAN/P. Moe File Photo", "The gates of the lock failed on Monday."
	text := title + "\n\n" + caption + "\n\n" + body
	from := len(title) + 2
	doc := &nutgraf.Document{Text: text, Title: title, Blocks: []nutgraf.Block{
		{Kind: nutgraf.Headline, Span: nutgraf.Span{End: len(title)}},
		{Kind: nutgraf.Caption, Span: nutgraf.Span{Start: from, End: from + len(caption)}},
		{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: from + len(caption) + 2, End: len(text)}},
	}}
	got, rest := headline(doc)
	if got != title || !slices.Equal(rest, []string{body}) {
		t.Errorf("%q, %q", got, rest)
	}
}
