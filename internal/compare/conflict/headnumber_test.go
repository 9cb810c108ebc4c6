package conflict

import (
	"testing"

	"nutgraf"
)

// TestNumberBetweenSentences holds that a number which stands in no sentence has no setting.
func TestNumberBetweenSentences(t *testing.T) {
	const text = "Gulls back. 3 gulls"
	token := func(start, end int32) nutgraf.Token { return nutgraf.Token{Start: start, End: end} }
	seg := &nutgraf.Segments{Tokens: []nutgraf.Token{token(0, 5), token(6, 10), token(10, 11), token(14, 19)}}
	s := Story{Members: []nutgraf.Member{{Doc: &nutgraf.Document{Text: text}, Seg: seg}}, words: [][]string{{"gulls", "back", ".", "gulls"}}}
	if got := settingOf(s, 0, nutgraf.Sentence{First: 0, Last: 4}, nutgraf.Span{Start: 12, End: 13}); len(got.before)+len(got.behind) > 0 {
		t.Errorf("got %+v", got)
	}
}
