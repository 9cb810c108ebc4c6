package wire

import "nutgraf"

// Passage is a paragraph that a search has found. Hits are the words found.
type Passage struct {
	Schema string `json:"schema"`
	Evidence
	Outlet    string   `json:"outlet,omitempty"`
	Title     string   `json:"title,omitempty"`
	URL       string   `json:"url,omitempty"`
	Published string   `json:"published,omitempty"`
	Story     string   `json:"story,omitempty"`
	Speaker   string   `json:"speaker,omitempty"`
	Hits      [][2]int `json:"hits"`
}

// FromPassage translates a passage of doc.
func FromPassage(p nutgraf.Passage, doc *nutgraf.Document) *Passage {
	r := NewRuler(doc.Text)
	start, end := r.Span(p.Cite.Span)
	out := &Passage{
		Schema: Schema, Evidence: Evidence{p.Article.ID, start, end, p.Cite.Text, p.Cite.Para},
		Outlet: p.Article.Outlet, Title: p.Article.Title, URL: p.Article.URL, Published: p.Article.Published.Day().String(),
		Story: p.Article.Story, Speaker: p.Speaker, Hits: [][2]int{},
	}
	for _, h := range p.Hits {
		s, e := r.Span(h)
		out.Hits = append(out.Hits, [2]int{s, e})
	}
	return out
}

// Utterance is a quotation over the reports of a story, with that story.
type Utterance struct {
	Schema     string `json:"schema"`
	Story      string `json:"story"`
	StoryTitle string `json:"story_title"`
	Quote      Family `json:"quote"`
}

// FromUtterance translates an utterance; ok is false when none of its words
// stand where they are said to.
func FromUtterance(u nutgraf.Utterance, document func(id string) *nutgraf.Document) (out *Utterance, ok bool) {
	w := &pageWriter{document: document, rulers: map[string]*held{}}
	fs := w.families([]nutgraf.Family{u.Family})
	if len(fs) == 0 {
		return nil, false
	}
	return &Utterance{Schema, u.Story, u.StoryTitle, fs[0]}, true
}

// Grouped is an article's place among the stories: what `group` gives out.
type Grouped struct {
	Schema string `json:"schema"`
	ID     string `json:"id"`
	Story  string `json:"story"`
	Saga   string `json:"saga"`
	SameAs string `json:"same_as,omitempty"` // the article that this one is a reprint of
}

// Explained says why two articles are, or are not, in one story: what
// `group --explain` gives out. Groups are the reports of the two groups of which
// it was decided last, with either article; Mean is what the pairs between them
// score, Needed what that had to reach.
type Explained struct {
	Schema     string             `json:"schema"`
	IDs        [2]string          `json:"ids"`
	SameStory  bool               `json:"same_story"`
	SameSaga   bool               `json:"same_saga"`
	Why        string             `json:"why"`
	Score      float64            `json:"score"`
	Groups     [2]int             `json:"groups"`
	Mean       float64            `json:"mean"`
	Needed     float64            `json:"needed"`
	Features   []ExplainedFeature `json:"features"`
	Shared     []ExplainedWord    `json:"shared"`
	Candidates []ExplainedPair    `json:"candidates"`
}

// ExplainedFeature is a feature of a pair: its value, its weight, and what it
// adds to the score.
type ExplainedFeature struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
	Adds   float64 `json:"adds"`
}

// ExplainedWord is a word that both articles have and what it adds to their
// likeness as texts.
type ExplainedWord struct {
	Word string  `json:"word"`
	Adds float64 `json:"adds"`
}

// ExplainedPair is an article that one of the two was laid beside.
type ExplainedPair struct {
	ID    string  `json:"id"`
	With  string  `json:"with"`
	Score float64 `json:"score"`
}

// Reused is a passage that two articles share: what `reuse` gives out.
type Reused struct {
	Schema     string  `json:"schema"`
	Src        string  `json:"src"`
	S0         int     `json:"s0"`
	S1         int     `json:"s1"`
	SrcText    string  `json:"src_text"`
	Dst        string  `json:"dst"`
	D0         int     `json:"d0"`
	D1         int     `json:"d1"`
	DstText    string  `json:"dst_text"`
	Kind       string  `json:"kind"`
	Direction  string  `json:"direction"`
	Confidence float64 `json:"confidence"`
	Why        string  `json:"why,omitempty"`
}

// FromShared translates a passage; src and dst measure the two texts.
func FromShared(t nutgraf.SharedText, src, dst *Ruler) *Reused {
	out := &Reused{
		Schema: Schema, Src: t.Src.Doc, SrcText: t.Src.Text, Dst: t.Dst.Doc, DstText: t.Dst.Text,
		Kind: t.Kind, Direction: t.Direction, Confidence: round(t.Confidence), Why: t.Why,
	}
	out.S0, out.S1 = src.Span(t.Src.Span)
	out.D0, out.D1 = dst.Span(t.Dst.Span)
	return out
}
