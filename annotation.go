package nutgraf

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// TokenKind classes a token by its characters.
type TokenKind uint8

// The kinds of token.
const (
	Word   TokenKind = iota // letters, with inner apostrophes, hyphens and points ("U.S.", "well-known", "O'Neill")
	Number                  // digits, with inner separators ("1,200", "3.5", "2019-20")
	Mark                    // a quotation mark or an apostrophe that stands alone
	Punct                   // any other single character
)

// Token is a span of Text that holds no white space. A possessive "'s" or "’s"
// is a token of its own.
type Token struct {
	Start, End int32
	Kind       TokenKind
	Upper      bool // begins with an upper-case letter
}

// Span returns the token's byte range.
func (t Token) Span() Span { return Span{int(t.Start), int(t.End)} }

// Sentence is a sentence's span, the block it stands in and its tokens
// [First, Last) in Segments.Tokens.
type Sentence struct {
	Span        Span
	Block       int
	First, Last int
}

// Segments is a document cut into sentences and tokens, in text order.
// Sentences never cross a block. Furniture blocks are cut too; stages ask the
// block's kind.
type Segments struct {
	Sentences []Sentence
	Tokens    []Token
}

// SentenceAt returns the index of the sentence that holds the byte at offset,
// or the last one before it, or -1.
func (s *Segments) SentenceAt(offset int) int {
	lo, hi := 0, len(s.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.Sentences[mid].Span.Start <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// TokenAt returns the index of the first token that ends after offset.
func (s *Segments) TokenAt(offset int) int {
	lo, hi := 0, len(s.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(s.Tokens[mid].End) <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// EntityType classes what a name stands for.
type EntityType string

// The types of entity.
const (
	Person       EntityType = "person"
	Group        EntityType = "group"
	Organization EntityType = "organization"
	Outlet       EntityType = "outlet"
	Place        EntityType = "place"
	Work         EntityType = "work"
	Character    EntityType = "character"
	Event        EntityType = "event"
	Other        EntityType = "other"
)

// Entity is one thing that a document names. Name is its fullest name in the
// document; Aliases are the other names it goes by there. Roles are the nouns
// that appositions and titles give it ("screenwriter", "Thor star").
type Entity struct {
	Type    EntityType
	Name    string
	Aliases []string
	Roles   []string
	Female  int8 // gender by pronoun, honorific or given name: +1 female, -1 male, 0 not known
}

// MentionKind says how a mention refers to its entity.
type MentionKind string

// The kinds of mention.
const (
	ByName    MentionKind = "name"
	ByRole    MentionKind = "role"    // "the screenwriter"
	ByPronoun MentionKind = "pronoun" // "he"
)

// Mention is a place where a document speaks of an entity. Entity is an index
// into Annotations.Entities, or -1 for a role or pronoun that is not resolved.
// Whole is set on a role that stands beside its bearer's name and covers both:
// "the mayor, Ana Lund".
type Mention struct {
	Span   Span
	Whole  Span
	Entity int
	Kind   MentionKind
}

// WhenType is the TIMEX3 type of a time expression.
type WhenType string

// The TIMEX3 types.
const (
	DateType     WhenType = "date"
	TimeType     WhenType = "time"
	DurationType WhenType = "duration"
	SetType      WhenType = "set"
)

// Anchor says what a time expression was resolved against.
type Anchor string

// The anchors of a time expression.
const (
	AnchorNone        Anchor = ""            // it needs none, or none was to be had
	AnchorPublication Anchor = "publication" // the article's publication date
	AnchorText        Anchor = "text"        // another time in the same article
	AnchorSpeech      Anchor = "speech"      // the time of the quotation it stands in
	AnchorStory       Anchor = "story"       // another report of the same story
)

// When is a time expression with its TIMEX3 value. Form keeps the unresolved
// shape, so that a story can anchor it anew: a value with X for what is not
// said ("XXXX-04-24", "XXXX-WXX-1") or an offset from the anchor ("P-3W",
// "PRESENT_REF"). Toward says where the anchor's nearest match is to be looked
// for: -1 before, +1 after, 0 on either side, -2 and +2 before and after but not
// on the day itself ("last Monday"). Form and Toward are what calendar.Resolve
// takes.
type When struct {
	Span     Span
	Type     WhenType
	Value    string // TIMEX3 value; equal to Form while unresolved
	Mod      string // TIMEX3 mod: APPROX, START, MID, END, MORE_THAN, LESS_THAN …
	From, To Day    // first and last day, inclusive; NoDay when unresolved
	Resolved bool
	Anchor   Anchor
	Form     string
	Toward   int8
	UTC      string // the moment in UTC, 2006-01-02T15:04Z, of a time of day whose zone is told
	Past     bool   // it is a date told as past beyond doubt, with its year or its weekday
}

// Hedge says how firmly a quantity is stated.
type Hedge string

// The hedges.
const (
	Exact       Hedge = "exact"
	Approximate Hedge = "approximate"
	Bound       Hedge = "bound"
	Projected   Hedge = "projected"
	Estimated   Hedge = "estimated"
	Claimed     Hedge = "claimed"
)

// Status says whether what is stated is given as having come about.
type Status string

// The statuses of a claim.
const (
	Achieved        Status = "achieved"
	StatusProjected Status = "projected"
	Denied          Status = "denied"
	Hypothetical    Status = "hypothetical"
)

// QuantityKind classes a quantity.
type QuantityKind string

// The kinds of quantity.
const (
	Cardinal    QuantityKind = "cardinal"
	Ordinal     QuantityKind = "ordinal"
	Money       QuantityKind = "money"
	Percent     QuantityKind = "percent"
	Measure     QuantityKind = "measure"
	Age         QuantityKind = "age"
	Superlative QuantityKind = "superlative" // "a record", "the biggest opening": no value
)

// Quantity is a number in the text with what it measures. Value is the single
// best value, Low and High its bounds (equal to Value when exact; plus or minus
// math.MaxFloat64 where a bound is open, "at least 40"); Known is
// false when no number is stated (a superlative). Unit is a singular noun or
// an ISO 4217 code; Counted are the words for what is counted. Window is an
// index into Annotations.Times for the period it holds for, or -1. By names
// who stands behind it.
type Quantity struct {
	Span             Span
	Kind             QuantityKind
	Known            bool
	Value, Low, High float64
	Unit             string
	Counted          Span
	Hedge            Hedge
	HedgeSpan        Span
	Status           Status
	StatusSpan       Span
	Window           int
	By               string
	BySpan           Span
}

// QuoteKind says how a quotation's words are marked.
type QuoteKind string

// The kinds of quotation.
const (
	Direct   QuoteKind = "direct"   // no words outside the marks belong to the content
	Mixed    QuoteKind = "mixed"    // the content holds words inside and outside marks
	Indirect QuoteKind = "indirect" // no marks
)

// How says on what the attribution of a speaker rests.
type How string

// The grounds of an attribution.
const (
	HowCue      How = "cue"
	HowPronoun  How = "pronoun"
	HowRole     How = "role"
	HowPosition How = "position"
	HowReport   How = "other_report"
)

// Quote is a quotation: what was said, by whom, to whom. Span is the whole
// content; for a direct quotation in parts it runs from the first part to the
// last. Parts are its pieces: for direct quotations the marked pieces with
// their marks, for mixed and indirect ones the content cut at what does not
// belong to it. Source is the mention that speaks; Speaker is an index into
// Annotations.Entities or -1; Name is the speaker's full name, or "unnamed …"
// for a speaker that the report leaves without a name, or empty when the
// program cannot tell.
type Quote struct {
	Span          Span
	Parts         []Span
	Kind          QuoteKind
	Cue           Span
	Modality      string // lemma class of the cue: say, claim, deny, ask, write, post, think …
	Source        Span
	Speaker       int
	Name          string
	How           How
	Addressee     Span
	AddresseeName string
	Medium        string // tweet, instagram, statement, interview, press conference, filing …
	MediumSpan    Span
	When          int // index into Annotations.Times of the time of speaking, or -1
	Confidence    float64
	Why           Evidence
}

// Lead is the verb with what stands between it and the words, when they are told and
// not quoted from their first word on and the verb stands right before them ("called |
// the plan a “farce”"); else the zero Span. text is the document's.
func (q *Quote) Lead(text string) Span {
	const gap = 8 // bytes that may stand between a verb and the words that hang on it
	if q.Kind == Direct || q.Cue.IsZero() || q.Cue.End > q.Span.Start || q.Span.Start-q.Cue.End > gap {
		return Span{}
	}
	first, _ := utf8.DecodeRuneInString(text[q.Span.Start:])
	words := strings.TrimRight(text[q.Cue.Start:q.Span.Start], " ")
	if strings.ContainsRune("\"“”„«»‘'", first) || strings.ContainsAny(words, ",:;\"“”\n") {
		return Span{}
	}
	return Span{Start: q.Cue.Start, End: q.Cue.Start + len(words)}
}

// CreditKind says how a report credits another.
type CreditKind string

// The kinds of credit.
const (
	CreditTold          CreditKind = "told"
	CreditSourceLine    CreditKind = "source_line"
	CreditFirstReported CreditKind = "first_reported"
	CreditReported      CreditKind = "reported"
	CreditAccordingTo   CreditKind = "according_to"
	CreditInterview     CreditKind = "interview"
	CreditStatement     CreditKind = "statement"
	CreditSocialPost    CreditKind = "social_post"
	CreditWire          CreditKind = "wire"
	CreditOwn           CreditKind = "own"
)

// CreditScope says how much of the report a credit covers.
type CreditScope string

// The scopes of a credit.
const (
	WholeArticle CreditScope = "article"
	OneSentence  CreditScope = "sentence"
)

// Credit is a place where a report names where its matter comes from. Outlet
// is the credited outlet's name (for a social post the platform, with Owner
// the account's holder), empty when the report leaves it unnamed ("multiple
// reports").
type Credit struct {
	Span       Span
	Outlet     string
	OutletSpan Span
	Owner      string
	Kind       CreditKind
	Scope      CreditScope
	Confidence float64
	Why        Evidence
}

// Survey reports whether a credit is for what an outlet asked or counted: its numbers are
// told, and whose the words are is not.
func (c *Credit) Survey() bool { return c.Why.Rule == "credit/its_survey" }

// Annotations are the findings of one document. They point to each other by
// index, never by pointer: plain values that serialise, compare and hash.
//
// Published is the publication date after the text has been heard as a witness:
// the Document's own verdict, or the same date doubted because what the text
// tells cannot have happened before it.
type Annotations struct {
	Published  Published
	Sentences  []Sentence
	Entities   []Entity
	Mentions   []Mention // in text order
	Times      []When
	Quantities []Quantity
	Quotes     []Quote
	Credits    []Credit
	Notes      []Note
}

// InMarks reports whether words stand between marks of quotation.
func (a *Annotations) InMarks(at Span) bool {
	return slices.ContainsFunc(a.Quotes, func(q Quote) bool {
		return q.Kind != Indirect && slices.ContainsFunc(q.Parts, func(p Span) bool { return p.Contains(at) })
	})
}
