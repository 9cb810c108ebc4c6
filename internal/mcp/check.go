package mcp

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
	"nutgraf/internal/wire"
)

type checkIn struct {
	Words   string `json:"words" jsonschema:"the words of the quotation, without the writer's words between them"`
	Speaker string `json:"speaker,omitempty" jsonschema:"who is said to have said them: a name, or whole words of it"`
}

type checkOut struct {
	Held     bool    `json:"held" jsonschema:"a quotation (of the speaker, where one is named) has these words"`
	Verdict  string  `json:"verdict" jsonschema:"what was found, in a sentence"`
	Matches  []Said  `json:"matches" jsonschema:"utterances that have the same words, whoever said them"`
	Unquoted []Found `json:"unquoted" jsonschema:"passages that have the same words outside quotations, where no utterance has them"`
	Nearest  []Said  `json:"nearest" jsonschema:"where none has them: the nearest wordings, with what differs"`
}

// The verdicts. None says more than what is held.
const (
	heldDirect   = "Held: reports have these words within quotation marks; see matches."
	heldIndirect = "Held as reported speech only: what was said is given in these words, but not within quotation marks; see matches."
	heldOther    = "Not held of this speaker: the words are held of others or of nobody named; see matches."
	heldUnquoted = "Not held as a quotation: the words stand in articles, but nobody is found to say them; see unquoted."
	heldNear     = "Not held in these words; see nearest for the nearest wordings and what differs."
	heldNot      = "Not held: no article here has these words or any near them. That does not tell whether they were said."
)

const (
	mostWords     = 400 // of a quotation that is checked
	mostPhrases   = 12  // searched for
	mostPassages  = 20  // looked at for each phrase
	mostStories   = 30  // whose utterances are compared
	mostNearest   = 3
	shortestShare = 3 // words in a row that a near wording has in common
)

func (s *server) check(ctx context.Context, in checkIn) (out checkOut, err error) {
	q := asked{in.Words, in.Speaker, fold.Words(nil, in.Words, 0)}
	if len(q.words) == 0 || len(q.words) > mostWords {
		return out, fmt.Errorf("%w: words: 1 to %d words are wanted", nutgraf.ErrUsage, mostWords)
	}
	stories, whole, err := s.candidates(ctx, in.Words)
	if err != nil {
		return out, err
	}
	out = checkOut{Matches: []Said{}, Unquoted: []Found{}, Nearest: []Said{}}
	var near []nearer
	for _, id := range stories {
		p, err := s.whole(ctx, id)
		if err != nil {
			return out, err
		}
		for i := range p.Quotes {
			s.compare(&q, p, &p.Quotes[i], &out, &near)
		}
	}
	s.conclude(&out, near)
	if len(out.Matches) == 0 && len(whole) > 0 {
		out.Verdict = heldUnquoted
		out.Unquoted, err = s.found(ctx, whole)
	}
	return out, err
}

// asked is a quotation that is checked.
type asked struct {
	text, speaker string
	words         []fold.Word
}

// candidates are the stories in which phrases of the words stand, those of the
// longer phrases first, and the passages that have all the words in a row.
func (s *server) candidates(ctx context.Context, words string) (stories []string, whole []nutgraf.Passage, err error) {
	folded := strings.Fields(fold.String(words))
	seen := map[string]bool{"": true}
	take := func(phrase []string) ([]nutgraf.Passage, error) {
		found, err := s.desk.Search(ctx, `"`+strings.Join(phrase, " ")+`"`, mostPassages, 0)
		for _, p := range found {
			if !seen[p.Article.Story] && len(stories) < mostStories {
				seen[p.Article.Story] = true
				stories = append(stories, p.Article.Story)
			}
		}
		return found, err
	}
	if whole, err = take(folded); err != nil {
		return nil, nil, err
	}
	for _, length := range []int{4, 3} {
		last := len(folded) - length
		step := max(1, (last+mostPhrases)/mostPhrases)
		for at := 0; at <= last; at += step {
			if _, err = take(folded[at : at+length]); err != nil {
				return nil, nil, err
			}
		}
	}
	return stories, whole, nil
}

// nearer is a wording near the one asked about.
type nearer struct {
	said  Said
	share float64 // words in common, of the longer of the two
}

// compare files an utterance under the matches or those near.
func (s *server) compare(q *asked, p *wire.Story, f *wire.Family, out *checkOut, near *[]nearer) {
	var same []Wording
	inMarks := false
	best := nearer{}
	a := fold.Keys(q.words)
	for i := range f.Variants {
		v := &f.Variants[i]
		text := spoken(v)
		words := fold.Words(nil, text, 0)
		b := fold.Keys(words)
		w := s.wording(v)
		w.Diff = nil
		if at := align.Find(b, a); at >= 0 {
			same = append(same, w)
			inMarks = inMarks || marked(f, v, text, words[at:at+len(a)])
			continue
		}
		steps := align.Slide(align.Words(a, b), a, b)
		kept, longest := align.Kept(steps)
		steps = trimmed(steps)
		if share := float64(kept) / float64(max(len(a), width(steps))); longest >= shortestShare && 2*kept >= len(a) && share > best.share {
			w.Diff = s.edits(edits(steps, q, text, words))
			best = nearer{s.said(f, p.ID, p.Title), share}
			best.said.Wordings = []Wording{w}
		}
	}
	switch {
	case len(same) > 0:
		m := s.said(f, p.ID, p.Title)
		m.Wordings = same
		out.Matches = append(out.Matches, m)
		if by(f, q.speaker) {
			out.Held = true
			if inMarks {
				out.Verdict = heldDirect
			}
		}
	case best.share > 0:
		*near = append(*near, best)
	}
}

// conclude words what was found, and keeps the nearest where nothing matches.
func (s *server) conclude(out *checkOut, near []nearer) {
	switch {
	case out.Held && out.Verdict == "":
		out.Verdict = heldIndirect
	case !out.Held && len(out.Matches) > 0:
		out.Verdict = heldOther
	case !out.Held && len(near) > 0:
		out.Verdict = heldNear
	case !out.Held:
		out.Verdict = heldNot
	}
	out.Matches, _ = windowed(out.Matches, Window{Limit: usualLimit})
	if len(out.Matches) > 0 {
		return
	}
	slices.SortStableFunc(near, func(x, y nearer) int { return cmp.Compare(y.share, x.share) })
	for _, n := range near[:min(len(near), mostNearest)] {
		out.Nearest = append(out.Nearest, n.said)
	}
}

// spoken is what a wording holds without the writer's words between its pieces.
func spoken(v *wire.Variant) string {
	if len(v.Pieces) == 0 {
		return v.Text
	}
	var parts []string
	for _, p := range v.Pieces {
		parts = append(parts, p.Text)
	}
	return strings.Join(parts, " ")
}

// trimmed leaves out what a wording has more at its head and its end: a part of
// an utterance is no other wording of it.
func trimmed(steps []align.Step) []align.Step {
	for len(steps) > 0 && steps[0].Op == align.Add {
		steps = steps[1:]
	}
	for len(steps) > 0 && steps[len(steps)-1].Op == align.Add {
		steps = steps[:len(steps)-1]
	}
	return steps
}

// width counts the words of the second sequence that steps cover.
func width(steps []align.Step) int {
	if len(steps) == 0 {
		return 0
	}
	return steps[len(steps)-1].B1 - steps[0].B0
}

// edits are steps with their words: those held where both have them.
func edits(steps []align.Step, q *asked, held string, words []fold.Word) []wire.Edit {
	var out []wire.Edit
	for _, x := range steps {
		switch x.Op {
		case align.Drop:
			out = append(out, wire.Edit{Op: string(nutgraf.Drop), Text: q.text[q.words[x.A0].Start:q.words[x.A1-1].End]})
		case align.Add:
			out = append(out, wire.Edit{Op: string(nutgraf.Add), Text: held[words[x.B0].Start:words[x.B1-1].End]})
		default:
			out = append(out, wire.Edit{Op: string(nutgraf.Keep), Text: held[words[x.B0].Start:words[x.B1-1].End]})
		}
	}
	return out
}
