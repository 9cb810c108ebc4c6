package mcp

import (
	"context"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/wire"
)

// Cite is a stretch of an article.
type Cite struct {
	Article string `json:"article" jsonschema:"id of the article"`
	Start   int    `json:"start" jsonschema:"first code point"`
	End     int    `json:"end" jsonschema:"code point behind the last"`
	Text    string `json:"text" jsonschema:"the words that stand there"`
	Cut     bool   `json:"cut,omitempty" jsonschema:"there is more of it in the article"`
	Link    string `json:"link,omitempty" jsonschema:"page that shows the words in the article"`
}

// cite gives the words at a span; of those cut short, the span is that of the
// words given.
func (s *server) cite(e wire.Evidence) Cite {
	text, cut := s.conf.Texts.Cut(e.Text)
	if cut {
		e.End = e.Start + utf8.RuneCountInString(text)
	}
	return Cite{e.Article, e.Start, e.End, text, cut, iri.SpanPage(s.conf.Site, e.Article, e.Start, e.End)}
}

func (s *server) cites(es []wire.Evidence) []Cite {
	out := make([]Cite, len(es))
	for i, e := range es {
		out[i] = s.cite(e)
	}
	return out
}

// Said is one utterance over the reports of a story.
type Said struct {
	Speaker         string    `json:"speaker,omitempty" jsonschema:"absent where it cannot be told"`
	SpeakerEvidence []Cite    `json:"speaker_evidence" jsonschema:"the words that name the speaker"`
	How             string    `json:"how,omitempty" jsonschema:"on what the attribution rests"`
	Type            string    `json:"type" jsonschema:"direct: words in marks; indirect: reported without marks; mixed: both"`
	Day             string    `json:"said,omitempty" jsonschema:"when it was said"`
	Addressee       string    `json:"addressee,omitempty"`
	Story           string    `json:"story"`
	StoryTitle      string    `json:"story_title"`
	Wordings        []Wording `json:"wordings"`
}

// Wording is one report's form of an utterance.
type Wording struct {
	Cite
	Kind   string      `json:"kind,omitempty"`
	Pieces []Cite      `json:"pieces,omitempty" jsonschema:"the parts, where the writer's words stand between them"`
	Diff   []wire.Edit `json:"diff,omitempty" jsonschema:"in quotes: from the fullest wording to this one; in check_quotation: from the words asked about (drop) to those held (add)"`
}

func (s *server) said(f *wire.Family, story, title string) Said {
	out := Said{
		Speaker: f.Speaker, SpeakerEvidence: s.cites(f.SpeakerEvidence), How: f.How, Type: f.Type, Day: f.Said,
		Addressee: f.Addressee, Story: story, StoryTitle: title, Wordings: []Wording{},
	}
	for i := range f.Variants {
		out.Wordings = append(out.Wordings, s.wording(&f.Variants[i]))
	}
	return out
}

func (s *server) wording(v *wire.Variant) Wording {
	return Wording{s.cite(v.Evidence), v.Kind, s.cites(v.Pieces), s.edits(v.Diff)}
}

func (s *server) edits(diff []wire.Edit) []wire.Edit {
	out := make([]wire.Edit, len(diff))
	for i, e := range diff {
		text, _ := s.conf.Texts.Cut(e.Text)
		out[i] = wire.Edit{Op: e.Op, Text: text}
	}
	return out
}

// Found is a passage with where it was published.
type Found struct {
	Cite
	Outlet    string `json:"outlet,omitempty"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty" jsonschema:"where the article was published"`
	Published string `json:"published,omitempty"`
	Story     string `json:"story,omitempty" jsonschema:"id of its story"`
	Speaker   string `json:"speaker,omitempty" jsonschema:"of the quotation found, where a speaker was asked for"`
}

// found gives passages, of long ones the part about the first words found;
// those of articles that are gone meanwhile are left out.
func (s *server) found(ctx context.Context, all []nutgraf.Passage) ([]Found, error) {
	out, docs := []Found{}, s.documents(ctx)
	for _, p := range all {
		doc := docs.Document(p.Article.ID)
		if doc == nil {
			continue
		}
		var at nutgraf.Span
		if len(p.Hits) > 0 {
			at = p.Hits[0]
		}
		shown := s.conf.Texts.Window(doc.Text, p.Cite.Span, at)
		cut := shown != p.Cite.Span
		p.Cite.Span, p.Cite.Text = shown, shown.Of(doc.Text)
		x := wire.FromPassage(p, doc)
		c := s.cite(x.Evidence)
		c.Cut = c.Cut || cut
		out = append(out, Found{c, x.Outlet, x.Title, iri.Web(x.URL), x.Published, x.Story, x.Speaker})
	}
	return out, docs.Err()
}

// documents looks documents up for one call.
func (s *server) documents(ctx context.Context) *desk.Documents {
	return desk.NewDocuments(ctx, s.desk)
}
