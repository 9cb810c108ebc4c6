package nutgraf

import "time"

// Filed is an article as a store keeps it: what came in, the document that was
// extracted from it, and its findings. Segments are not kept: they are cut anew
// from the document, which is quicker than reading them.
type Filed struct {
	Item    Item // as it came; its Body is kept apart, under its SHA-256
	Stamp   string
	Doc     Document
	Ann     Annotations
	Sketch  Sketch
	Code    string // the code version that made Doc, Ann and Sketch
	Version int    // 1 for the first capture under this id, 2 for the next …
	Taken   time.Time
	Arrived time.Time // when the first capture under this id was taken; set by the store
	Story   string    // the story it stands in; empty until stories are settled
}

// Stamp is what is asked of a store before an article is worked on. Digest is
// the SHA-256 of the capture and of what its envelope states.
type Stamp struct {
	Digest   string
	URL      string
	Name     string
	Code     string
	Version  int
	Withheld bool // it is kept, and shown to nobody
}

// Settlement is a change of stories that a store makes in one transaction: the
// pages that are new or made anew, and the stories that are no more.
type Settlement struct {
	Pages []Settled
	Ended []Ended
	Clean bool  // no story waits for being settled any more
	Mark  int64 // the change counter up to which Clean holds
}

// Ended is a story that is no more, and the reason.
type Ended struct {
	ID   string    `json:"id"`
	Heir string    `json:"heir,omitempty"` // the story that its id leads to; none when its reports were withdrawn
	At   time.Time `json:"at"`
	Why  string    `json:"why"`
}

// Settled is a story with its page, the line that lists show of it, and a
// digest of all that the page was made from.
type Settled struct {
	Story  Story
	Page   StoryPage
	Line   StoryLine
	Digest string
}

// Held is a stored story without its page. From is the first day that its line
// gives, NoDay when it gives none.
type Held struct {
	Story  Story
	Digest string
	From   Day
}

// StoryLine is a story as lists show it.
type StoryLine struct {
	ID          string
	Saga        string
	Title       string
	First, Last Day    // the days its reports span, by page or content; NoDay when not known
	Lead        string // the nut graf's first sentence; empty when there is none
	LeadDoc     string // the report it stands in
	Reports     int
	Outlets     []string // named outlets, sorted
	People      []string
	Places      []string
	Days        []Day // for each report its reliable publication day, NoDay when it has none
	Differences int   // hard and medium ones
	Warnings    int   // warnings about dates
	Quotes      int   // utterances
	Updated     time.Time
}

// StoryFilter chooses stories. Zero fields do not filter; a period leaves out
// stories without a known date. From and To are inclusive; the zero Day and
// NoDay are no bound.
type StoryFilter struct {
	From, To      Day
	Outlet        string // folded; the whole name
	Person, Place string // folded; words that all stand in the name
	Saga          string
	Differing     bool       // with hard or medium differences
	ByDate        bool       // newest first; else most reports first
	Past          *StoryLine // only what comes after this line in the order; nil for all
	Limit, Offset int        // no limit when 0
}

// SagaLine is a saga as lists show it. It goes by the title of its largest
// story, of several as large the first.
type SagaLine struct {
	ID               string
	Title            string
	Stories, Reports int
	First, Last      Day // the days its stories span; NoDay when none is known
}

// SagaFilter chooses a part of the list of sagas, the latest first.
type SagaFilter struct {
	Past  *SagaLine // only what comes after this line in the order; nil for all
	Limit int       // no limit when 0
}

// ArticleLine is an article as lists show it.
type ArticleLine struct {
	ID        string
	URL       string
	Outlet    string
	Title     string
	Published Published
	Story     string
	Version   int
	Arrived   time.Time // when its first capture was taken
}

// ArticleFilter chooses articles. Zero fields do not filter.
type ArticleFilter struct {
	Outlet        string // compared in folded form, whole
	Story         string
	Past          string // only ids after this one
	Newest        bool   // those that came last first, not by id
	Limit, Offset int
}

// Search is a search over the paragraphs of all articles. All conditions must
// hold. Words ending in "*" match beginnings; names are folded.
type Search struct {
	Words, Phrases     []string
	NoWords, NoPhrases []string // none of these stands in it
	Speaker            string   // all its words must stand in a quotation's speaker
	Told               string   // likewise for the addressee or the credited outlet
	Person, Place      string   // likewise for a person, a place that the paragraph speaks of
	Outlet             string   // the whole name
	Over, Under        *float64 // a number in it is above, below these; no bound when nil
	Differing          bool     // its words stand on a side of a difference between reports
	Before, After      Day      // published before, or on or after, this day; no bound when 0 or NoDay
	Newest             bool     // those of the articles that came last first, not the best
	Limit, Offset      int
}

// Passage is a paragraph, or a quotation, that a search has found. Hits are the
// words found, as spans of the article's text.
type Passage struct {
	Article ArticleLine
	Cite    Cite
	Hits    []Span
	Speaker string // of the quotation found, when the search asked for one
}

// UtteranceFilter chooses utterances by folded words: all must stand in a
// speaker's name, or in one name that is spoken of. One of the two is asked for.
type UtteranceFilter struct {
	Speaker, About []string
	Limit          int // no limit when 0
}

// Utterance is one utterance with the story it stands in.
type Utterance struct {
	Story      string
	StoryTitle string
	First      Day
	Family     Family
}

// Tally is a name with how often it stands.
type Tally struct {
	Name  string
	Count int
}

// Counts says how much a store holds.
type Counts struct {
	Articles, Stories int
}
