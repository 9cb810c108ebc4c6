package mcp

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/wire"
)

type draftIn struct {
	Text string `json:"text" jsonschema:"the draft, paragraphs apart"`
}

type draftOut struct {
	Compared   int               `json:"compared" jsonschema:"reports it was laid beside"`
	Quotes     []draftQuote      `json:"quotes"`
	Conflicts  []draftConflict   `json:"conflicts" jsonschema:"numbers and days that reports give otherwise"`
	Uncredited []draftUncredited `json:"uncredited" jsonschema:"runs of words that reports have, too, and the draft does not credit"`
}

type draftQuote struct {
	Words   string      `json:"words"`
	Speaker string      `json:"speaker,omitempty"`
	Held    string      `json:"held" jsonschema:"how the words stand to what is held; not_found does not tell that they were not said"`
	Nearest []Cite      `json:"nearest"`
	HeldAs  string      `json:"held_speaker,omitempty" jsonschema:"the speaker in what is held, where it is another"`
	Diff    []wire.Edit `json:"diff"`
}

type draftConflict struct {
	Matter string   `json:"matter,omitempty"`
	Why    string   `json:"why"`
	Draft  []string `json:"draft" jsonschema:"what the draft gives"`
	Held   []side   `json:"held"`
}

type draftUncredited struct {
	Words string `json:"words"`
	Also  []Cite `json:"also"`
}

// draft lays a draft beside the reports held, by the same code as the page and
// the command. Whole texts are compared; what is cited is cut as everywhere.
func (s *server) draft(ctx context.Context, in draftIn) (out draftOut, err error) {
	if strings.TrimSpace(in.Text) == "" || len(in.Text) > desk.LongestDraft {
		return out, fmt.Errorf("%w: text: 1 to %d bytes are wanted", nutgraf.ErrUsage, desk.LongestDraft)
	}
	found, err := s.desk.Check(ctx, &nutgraf.Item{Name: "draft", Media: nutgraf.MediaText, Body: []byte(in.Text)})
	var refused *nutgraf.ItemError
	if errors.As(err, &refused) {
		return out, fmt.Errorf("%w: no article can be read from it: %w", nutgraf.ErrUsage, refused.Err)
	}
	if err != nil {
		return out, err
	}
	docs := s.documents(ctx)
	c := wire.FromCheck(found, docs.Document)
	out = draftOut{Compared: c.Compared, Quotes: []draftQuote{}, Conflicts: []draftConflict{}, Uncredited: []draftUncredited{}}
	for _, q := range c.Quotes {
		out.Quotes = append(out.Quotes, draftQuote{joined(q.Evidence), q.Speaker, q.Held, s.cites(q.Nearest), q.HeldSpeaker, q.Diff})
	}
	for _, x := range c.Conflicts {
		k := draftConflict{Matter: x.Matter, Why: x.Why, Draft: []string{}, Held: []side{}}
		for _, own := range x.Own {
			k.Draft = append(k.Draft, own.Value)
		}
		for _, o := range x.Others {
			k.Held = append(k.Held, side{Value: o.Value, By: o.By, Evidence: s.cites(o.Evidence)})
		}
		out.Conflicts = append(out.Conflicts, k)
	}
	for _, x := range c.Shared {
		out.Uncredited = append(out.Uncredited, draftUncredited{x.Text, s.cites(x.Also)})
	}
	return out, docs.Err()
}

// joined are the words of a quotation that stands in pieces.
func joined(es []wire.Evidence) string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = e.Text
	}
	return strings.Join(parts, " … ")
}
