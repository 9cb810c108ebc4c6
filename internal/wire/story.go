package wire

import "strings"

// Story is the contract's story: what `read`, the API and the story page give
// out.
type Story struct {
	Schema         string         `json:"schema"`
	ID             string         `json:"id"`
	Title          string         `json:"title"`
	TitleEvidence  *Evidence      `json:"title_evidence,omitempty"`
	Saga           string         `json:"saga,omitempty"`
	FirstPublished string         `json:"first_published,omitempty"`
	LastPublished  string         `json:"last_published,omitempty"`
	Articles       []StoryArticle `json:"articles"`
	NutGraf        []NutLine      `json:"nutgraf"`
	Quotes         []Family       `json:"quotes"`
	Claims         []Claim        `json:"claims"`
	Conflicts      []Conflict     `json:"conflicts"`
	Provenance     Provenance     `json:"provenance"`
	Timeline       []Moment       `json:"timeline"`
	Warnings       []Warning      `json:"warnings"`
	SagaStories    []SagaStory    `json:"saga_stories,omitempty"`
	Made           Made           `json:"made"`
}

// Evidence is a span of one article with its words.
type Evidence struct {
	Article   string `json:"article"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	Paragraph int    `json:"paragraph,omitempty"`
}

// StoryArticle is one report of the story.
type StoryArticle struct {
	ID          string             `json:"id"`
	Letter      string             `json:"letter"`
	Outlet      string             `json:"outlet,omitempty"`
	Title       string             `json:"title,omitempty"`
	URL         string             `json:"url,omitempty"`
	Byline      []string           `json:"byline,omitempty"`
	Published   string             `json:"published,omitempty"`
	Range       *Range             `json:"published_range,omitempty"`
	Times       []Time             `json:"times"`
	SharedShare map[string]float64 `json:"shared_share,omitempty"`
	SameTextAs  string             `json:"same_text_as,omitempty"` // the first report with the very same text
	Only        []Evidence         `json:"only"`
	NotFound    []string           `json:"not_found"`
	Warnings    []Warning          `json:"warnings"`
}

// Range is when a report was published as far as its page and its content
// tell, with what that rests on.
type Range struct {
	Begin  string `json:"begin,omitempty"`
	Finish string `json:"finish,omitempty"`
	Stated string `json:"stated,omitempty"`
	Firm   bool   `json:"firm"`
	Basis  string `json:"basis"`
}

// NutLine is one sentence of the nut graf.
type NutLine struct {
	Text     string     `json:"text"`
	Evidence []Evidence `json:"evidence"`
	Note     string     `json:"note,omitempty"`
}

// Family is one utterance over the reports.
type Family struct {
	ID              string     `json:"id"`
	Speaker         string     `json:"speaker,omitempty"`
	SpeakerEvidence []Evidence `json:"speaker_evidence"`
	How             string     `json:"how,omitempty"`
	Type            string     `json:"type"`
	Variants        []Variant  `json:"variants"`
	Earliest        string     `json:"earliest,omitempty"`
	Addressee       string     `json:"addressee,omitempty"`
	Medium          string     `json:"medium,omitempty"`
	Said            string     `json:"said,omitempty"`
	About           []string   `json:"about,omitempty"` // people and bodies that its words name
	Why             *StoryWhy  `json:"why,omitempty"`
}

// Variant is one report's wording. Start, End and Text cover all its pieces;
// Pieces are given when there is more than one.
type Variant struct {
	Evidence
	Kind   string     `json:"kind"`
	Pieces []Evidence `json:"pieces,omitempty"`
	Diff   []Edit     `json:"diff"`
	Turns  []string   `json:"turns,omitempty"`
	To     string     `json:"to,omitempty"`
	Lead   *Evidence  `json:"lead,omitempty"`
}

// Words are those of the wording alone, without what a report says between its
// pieces.
func (v *Variant) Words() string {
	if len(v.Pieces) == 0 {
		return v.Text
	}
	words := make([]string, len(v.Pieces))
	for i, p := range v.Pieces {
		words[i] = p.Text
	}
	return strings.Join(words, " ")
}

// Edit is one step of a word diff against the fullest form.
type Edit struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// StoryWhy is the rule behind a finding of a story.
type StoryWhy struct {
	Rule     string     `json:"rule,omitempty"`
	Text     string     `json:"text,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Claim is a statement of fact laid over the reports.
type Claim struct {
	ID      string    `json:"id"`
	Kind    string    `json:"kind"`
	Label   Evidence  `json:"label"`
	Note    string    `json:"note,omitempty"`
	Support []Support `json:"support"`
}

// Support is one report's words on a claim.
type Support struct {
	Evidence
	Value  string `json:"value,omitempty"`
	Stance string `json:"stance"`
	Side   string `json:"side,omitempty"`
}

// Conflict is a difference between reports.
type Conflict struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Severity string `json:"severity"`
	Relation string `json:"relation"`
	Matter   string `json:"matter,omitempty"`
	Why      string `json:"why"`
	Sides    []Side `json:"sides"`
}

// Side is one side of a difference.
type Side struct {
	Side     string     `json:"side"`
	Value    string     `json:"value"`
	By       string     `json:"by,omitempty"`
	ByQuoted bool       `json:"by_quoted,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Provenance is where the story came from.
type Provenance struct {
	Nodes              []Node   `json:"nodes"`
	Edges              []Edge   `json:"edges"`
	IndependentOrigins int      `json:"independent_origins"`
	OriginsWhy         string   `json:"origins_why,omitempty"`
	Earliest           string   `json:"earliest,omitempty"`
	EarliestWhy        string   `json:"earliest_why,omitempty"`
	Shared             []Shared `json:"shared,omitempty"`
}

// Node is a report held or an origin named. Article is null where it is not
// held.
type Node struct {
	ID      string  `json:"id"`
	Outlet  string  `json:"outlet,omitempty"`
	Article *string `json:"article"`
	Held    bool    `json:"held"`
	Role    string  `json:"role"`
	Kind    string  `json:"kind,omitempty"`
}

// Edge runs from a report to what it rests on.
type Edge struct {
	From       string     `json:"from"`
	To         string     `json:"to"`
	Kind       string     `json:"kind"`
	Whole      bool       `json:"whole,omitempty"`
	Confidence float64    `json:"confidence"`
	Evidence   []Evidence `json:"evidence"`
	Why        string     `json:"why"`
}

// Shared is a passage that two reports have in common.
type Shared struct {
	Src        Evidence `json:"src"`
	Dst        Evidence `json:"dst"`
	Kind       string   `json:"kind"`
	Direction  string   `json:"direction"`
	Confidence float64  `json:"confidence"`
	Why        string   `json:"why,omitempty"`
}

// Moment is an entry of the timeline.
type Moment struct {
	Begin    string     `json:"begin,omitempty"`
	Finish   string     `json:"finish,omitempty"`
	Told     string     `json:"told,omitempty"`
	Text     string     `json:"text"`
	Lane     string     `json:"lane"`
	Refused  bool       `json:"refused,omitempty"`
	Why      string     `json:"why,omitempty"`
	Evidence []Evidence `json:"evidence"`
	Others   []OtherDay `json:"others,omitempty"`
}

// OtherDay is another day on which reports put an entry of the timeline.
type OtherDay struct {
	Told     string     `json:"told"`
	Evidence []Evidence `json:"evidence"`
}

// Warning is a doubt about a report as a whole.
type Warning struct {
	Article  string     `json:"article"`
	Kind     string     `json:"kind"`
	Why      string     `json:"why"`
	Evidence []Evidence `json:"evidence"`
}

// SagaStory names another story of the same saga.
type SagaStory struct {
	ID             string   `json:"id"`
	Title          string   `json:"title"`
	FirstPublished string   `json:"first_published,omitempty"`
	LastPublished  string   `json:"last_published,omitempty"`
	Articles       []string `json:"articles"`
}

// Made says how the story was computed.
type Made struct {
	Version    string   `json:"version"`
	Inputs     []string `json:"inputs"`
	Settings   []string `json:"settings,omitempty"`
	Considered []string `json:"considered,omitempty"`
}
