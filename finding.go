package nutgraf

import "strings"

// StoryEntity is an entity merged over the reports of a story. Members gives,
// for each report in order, the index of its entity there, or -1.
type StoryEntity struct {
	Type    EntityType
	Name    string
	Aliases []string
	Members []int
}

// VariantKind says how one report's wording of an utterance stands to the
// fullest one.
type VariantKind string

// The kinds of variant.
const (
	Verbatim    VariantKind = "verbatim"
	Typographic VariantKind = "typographic"
	Truncated   VariantKind = "truncated"
	Edited      VariantKind = "edited"
	Spliced     VariantKind = "spliced"
	Paraphrase  VariantKind = "paraphrase"
)

// EditOp is a step of a word diff from the fullest form to a variant.
type EditOp string

// The steps of a word diff.
const (
	Keep    EditOp = "keep"
	Drop    EditOp = "drop"
	Add     EditOp = "add"
	Bracket EditOp = "bracket" // an editor's words in brackets
)

// Edit is one step of a word diff with its words.
type Edit struct {
	Op   EditOp
	Text string
}

// Variant is one report's wording of an utterance. Quotes are the indices of
// the report's quotations that together carry it (a report may break one
// utterance into several).
type Variant struct {
	Doc    string
	Quotes []int
	Cites  []Cite // the pieces, in text order
	Kind   VariantKind
	Diff   []Edit   // against the fullest form; nil for the fullest itself
	Turns  []string // words of the dropped part that can turn the sense: a negation, a condition, a "but"
	To     string   // to whom this report says it was said, in its own words ("told Deadline")
	ToCite Cite
	Lead   Cite // the report's verb, where words that are not quoted whole hang on it ("called | the plan a “farce”")

	Speaker     string // the name this report itself gives; empty when it gives none
	How         How    // on what this report's own attribution rests
	SpeakerCite Cite   // the words that name the speaker in this report
}

// Family is one utterance over all reports of a story.
type Family struct {
	ID              string
	Speaker         string // full name; empty when it cannot be told
	SpeakerEvidence []Cite
	How             How
	Kind            QuoteKind
	Variants        []Variant // in the order of the story's reports
	Fullest         int       // index into Variants
	Earliest        string    // document id; empty when it cannot be said
	Addressee       string
	Medium          string
	Said            Day      // when it was said; NoDay when not known
	About           []string // the people and bodies that its words name, those who say it apart
	Why             Evidence
}

// Reports is the number of reports that have the utterance; one may have it in several
// wordings.
func (f *Family) Reports() int {
	n, last := 0, ""
	for i := range f.Variants {
		if v := &f.Variants[i]; v.Doc != last {
			n, last = n+1, v.Doc
		}
	}
	return n
}

// Hearer is the addressee as a sentence goes on: with the article that a report gives
// the name ("told the Harbour Board").
func (f *Family) Hearer() string {
	for i := range f.Variants {
		to := f.Variants[i].To
		if at := strings.Index(to, " "+f.Addressee); at >= 3 && f.Addressee != "" {
			article := to[at-3 : at]
			if strings.EqualFold(article, "the") && (at == 3 || to[at-4] == ' ') {
				return article + " " + f.Addressee
			}
		}
	}
	return f.Addressee
}

// Together writes the name of a speaker as pages show it: several who speak as
// one ("Ada Marrow; Ilse Marrow") share a surname that they have in common ("Ada
// and Ilse Marrow").
func Together(name string) string {
	names := strings.Split(name, "; ")
	if len(names) == 1 {
		return name
	}
	surname := names[0][strings.LastIndexByte(names[0], ' ')+1:]
	given := make([]string, len(names))
	for i, n := range names {
		g, ok := strings.CutSuffix(n, " "+surname)
		if !ok || strings.Contains(g, " ") {
			return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
		}
		given[i] = g
	}
	return strings.Join(given[:len(given)-1], ", ") + " and " + given[len(given)-1] + " " + surname
}

// ClaimKind classes a claim.
type ClaimKind string

// The kinds of claim.
const (
	ClaimQuantity ClaimKind = "quantity"
	ClaimDate     ClaimKind = "date"
	ClaimRelation ClaimKind = "relation"
	ClaimStatus   ClaimKind = "status"
)

// Stance says how a report stands to a claim.
type Stance string

// The stances.
const (
	Says    Stance = "says"
	Weaker  Stance = "weaker"
	Differs Stance = "differs"
)

// Support is one report's words on a claim. Side is the letter of its side in
// a conflict, empty when the claim is not disputed.
type Support struct {
	Cite   Cite
	Value  string
	Stance Stance
	Side   string
}

// Claim is a statement of fact laid over the reports of a story. Label is the
// shortest verbatim clause that states it.
type Claim struct {
	ID      string
	Kind    ClaimKind
	Label   Cite
	Note    string // whom a pronoun at the head of the label stands for ("He: Ilse Marrow"); empty when none is needed
	Support []Support
}

// ConflictKind classes what reports differ on.
type ConflictKind string

// The kinds of conflict.
const (
	ConflictValue    ConflictKind = "value"
	ConflictWindow   ConflictKind = "window"
	ConflictStatus   ConflictKind = "status"
	ConflictUnit     ConflictKind = "unit"
	ConflictDate     ConflictKind = "date"
	ConflictName     ConflictKind = "name"
	ConflictSpeaker  ConflictKind = "speaker"
	ConflictPriority ConflictKind = "priority"
	ConflictRelation ConflictKind = "relation"
	ConflictPlace    ConflictKind = "place"
	ConflictWording  ConflictKind = "wording"
)

// Severity says how much a difference matters to a reader: a hard one must be
// seen, a medium one should, a soft one stays in its row.
type Severity string

// The severities.
const (
	Hard   Severity = "hard"
	Medium Severity = "medium"
	Soft   Severity = "soft"
)

// Relation says how the sides of a difference stand to each other.
type Relation string

// The relations.
const (
	Conflicting Relation = "conflict" // both cannot be so, or two sources dispute
	Drift       Relation = "drift"    // wording, scope or modality shifted
	Update      Relation = "update"   // the later one knows more
	Refine      Relation = "refine"   // one is more exact
)

// Side is one side of a difference: its value in our words, who stands behind
// it ("" when the reports name nobody), whether that source's words are
// quoted, and the reports' own words.
type Side struct {
	Letter   string
	Value    string
	By       string // who stands behind it: the first of the evidence, whatever the rest says
	ByQuoted bool
	Sourced  bool    // its words name who tells them, who was not read as standing behind it
	Low      float64 // position on the conflict's axis, when Conflict.Axis is set
	High     float64
	Evidence []Cite
}

// Conflict is a difference between reports (or within one: a headline against
// its own body). Matter is what it is about, in few plain words; Why says how
// the sides differ. Axis names the scale on which the sides can be drawn: ""
// (none), "number" or "day".
type Conflict struct {
	ID       string
	Kind     ConflictKind
	Severity Severity
	Relation Relation
	Matter   string
	Why      string
	Axis     string
	Sides    []Side
	Rule     Evidence
}

// NodeRole says what an origin is to a story.
type NodeRole string

// The roles of a node of the provenance graph.
const (
	RoleReport     NodeRole = "report"
	RoleNewsOrigin NodeRole = "news_origin"
	RolePrimary    NodeRole = "primary"
)

// EdgeKind says on what an edge of the provenance graph rests.
type EdgeKind string

// The kinds of edge.
const (
	EdgeCredit      EdgeKind = "credit"
	EdgeSharedQuote EdgeKind = "shared_quote"
	EdgeReuse       EdgeKind = "reuse"
	EdgeInferred    EdgeKind = "inferred"
)

// Node is a report held, or an origin that reports name. Doc is empty for an
// origin that is not held.
type Node struct {
	ID     string
	Name   string // outlet or source, as pages show it
	Owner  string // holder of the account, for a post; Outlet is then the platform
	Outlet string
	Doc    string
	Role   NodeRole
	Kind   string // for primary sources: tweet, instagram, interview, synopsis, filing, event …
	Words  bool   // the credited outlet is held and the credited words are in it
}

// Edge runs from a report to what it rests on.
type Edge struct {
	From, To   string // node ids
	Kind       EdgeKind
	Whole      bool // covers the whole report, not a passage
	News       bool // the news itself, not a passage only
	Confidence float64
	Evidence   []Cite
	Why        string
}

// SharedText is a passage that two reports share outside quotations, or inside
// them when Quoted. Direction is "src", "dst" or "unknown": the side that the
// passage most likely came from.
type SharedText struct {
	Src, Dst   Cite
	Kind       string // quotation, verbatim, edited
	Direction  string
	Confidence float64
	Why        string
}

// Provenance is where a story came from.
type Provenance struct {
	Nodes              []Node
	Edges              []Edge
	Shared             []SharedText
	IndependentOrigins int
	OriginsWhy         string
	Earliest           string // document id of the earliest report held; empty when it cannot be said
	EarliestWhy        string
}

// Lane is a lane of the timeline.
type Lane string

// The lanes.
const (
	LaneEvent       Lane = "event"
	LanePublication Lane = "publication"
)

// TimelineEntry is something that happened, or a publication, with the days it
// can have happened on. Where the reports bear no date From and To are NoDay, and Told
// is the day as they tell it ("Tuesday", "17 Nov"). Refused marks a stated page date
// that cannot be true: it is shown struck through and orders nothing.
type TimelineEntry struct {
	From, To Day
	Told     string
	Text     string
	Lane     Lane
	Refused  bool
	Why      string
	Evidence []Cite
	Others   []OtherDay // where reports differ on the day
}

// OtherDay is another day on which reports put what a timeline tells, in their words.
type OtherDay struct {
	Told     string
	Evidence []Cite
}

// WarningKind classes a warning about a report.
type WarningKind string

// The kinds of warning.
const (
	ImplausibleDate WarningKind = "implausible_date"
	FutureDate      WarningKind = "future_date"
	NoDate          WarningKind = "no_date"
	LaterText       WarningKind = "later_text" // its text tells of days behind its date
)

// Refuses reports whether a warning is that a page's date cannot be true.
func (k WarningKind) Refuses() bool { return k == ImplausibleDate || k == FutureDate }

// Warning is a doubt about a report as a whole, with its grounds.
type Warning struct {
	Doc      string
	Kind     WarningKind
	Why      string
	Evidence []Cite
}

// Brief is what a reader of the story sees first.
type Brief struct {
	Headline Cite        `json:"-"` // the title of a report, lent to the story: a page keeps it as its own
	Lines    []BriefLine // the nut graf: up to three verbatim sentences
}

// BriefLine is one sentence of the nut graf with the places it stands in; the
// first is the one whose words are shown.
type BriefLine struct {
	Text  string
	Cites []Cite
	Note  string // a short gloss in our words ("Monday: 4 May 2020"); empty when none is needed
}

// Findings is all that the comparison of a story's reports yields.
type Findings struct {
	Entities   []StoryEntity
	Matters    []Matter
	Families   []Family
	Claims     []Claim
	Conflicts  []Conflict
	Provenance Provenance
	Timeline   []TimelineEntry
	Warnings   []Warning
	Dates      []DateRange // for each report, the days it can have been published on
	Times      [][]When    // for each report, its times as the story anchors them
	Shares     [][]float64 // Shares[i][j]: share of report i's words that stand in report j in runs of eight
	Only       [][]Cite    // for each report, what it alone says
	NotFound   [][]string  // for each report, ids of claims not found in its text
	Considered []string    // what was looked at and left out, in plain words
}

// Letter names the report at place i of a story as pages do: A … Z, AA, AB …
func Letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// DateRange is when a report was published as far as page and content tell.
// Basis says what it rests on, in plain words.
type DateRange struct {
	From, To Day // NoDay when not known
	Stated   string
	Firm     bool // the page's own date, with nothing in the text against it
	Basis    string
	Evidence []Cite // what an inferred range, or the doubt of a stated date, rests on
}

// Undoubted ends the basis of a date that the report's text bears out or leaves alone.
const Undoubted = "; nothing in it speaks against"

// PageArticle is a report as the story page shows it.
type PageArticle struct {
	ID        string
	Letter    string
	Outlet    string
	Named     string // how the page names it when Outlet is empty: its file's name
	Title     string
	Opening   string // the first words of its body, where it has no title
	URL       string
	Byline    []string
	Published Published
	Range     DateRange
	Times     []When
	Shares    []float64 // by article index
	Only      []Cite
	NotFound  []string
	Warnings  []Warning
	Words     int
	Capture   string
	SameAs    string // the first report of the page with the very same text, headlines apart; empty when there is none before it
	SameSpan  Span   // the text that both have, here: all of it, or the body where their heads differ
	SameShift int    // how many bytes further on it stands here than there
}

// StoryLink names another story of the same saga.
type StoryLink struct {
	ID          string
	Title       string
	First, Last Day // NoDay when not known
	Articles    []PageArticle
	Families    []Family // its quotations, so that a follow-up can be shown in brief
	Provenance  Provenance
}

// Figures are the counts that a page's header shows. Quotations counts the
// reports' direct and mixed quotations, Utterances the families they make up,
// Differences the hard and medium conflicts, DateWarnings the page dates that
// cannot be true. Origin is the one origin that the reports name for the news,
// with the number of reports that name it; empty when they name none or several.
// Texts counts reports of the very same text once.
type Figures struct {
	Reports, Texts         int
	FollowUps              int
	Quotations, Utterances int
	Differences            int
	DateWarnings           int
	Origin                 string
	OriginNamedBy          int
	OriginHeld             bool
}

// Made says how a page came about.
type Made struct {
	Version    string
	Inputs     []string // SHA-256 of each report's capture, in the order of the articles
	Settings   []string // thresholds and settings, one a line
	Considered []string
}

// StoryPage is a story as every surface shows it: a value, stored whole.
type StoryPage struct {
	ID          string
	Saga        string
	Title       string
	TitleCite   Cite
	First, Last Day // NoDay when not known
	Articles    []PageArticle
	Brief       Brief
	Families    []Family
	Vague       []Cite // words that name a source and leave it unnamed ("sources say")
	Claims      []Claim
	Conflicts   []Conflict
	Provenance  Provenance
	Timeline    []TimelineEntry
	Warnings    []Warning
	Entities    []StoryEntity
	Figures     Figures
	SagaStories []StoryLink // the other stories of the saga, in event order
	Made        Made
}
