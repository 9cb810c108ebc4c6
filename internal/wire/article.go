package wire

// Article is the contract's article: what `extract` gives out, and, with the
// fields from Sentences on, what `annotate` gives out.
type Article struct {
	Schema     string     `json:"schema"`
	ID         string     `json:"id"`
	URL        string     `json:"url,omitempty"`
	Outlet     string     `json:"outlet,omitempty"`
	Title      string     `json:"title,omitempty"`
	Byline     []string   `json:"byline,omitempty"`
	Language   string     `json:"language,omitempty"`
	Published  *Published `json:"published,omitempty"`
	Text       string     `json:"text"`
	Blocks     []Block    `json:"blocks"`
	Sentences  [][2]int   `json:"sentences,omitempty"`
	Entities   []Entity   `json:"entities,omitempty"`
	Mentions   []Mention  `json:"mentions,omitempty"`
	Times      []Time     `json:"times,omitempty"`
	Quantities []Quantity `json:"quantities,omitempty"`
	Quotes     []Quote    `json:"quotes,omitempty"`
	Credits    []Credit   `json:"credits,omitempty"`
	Notes      []Note     `json:"notes,omitempty"`
}

// Published is the publication date with the witnesses heard.
type Published struct {
	Value      string    `json:"value,omitempty"`
	Source     string    `json:"source,omitempty"`
	Confidence float64   `json:"confidence,omitempty"`
	Doubted    bool      `json:"doubted,omitempty"`
	Why        string    `json:"why,omitempty"`
	Witnesses  []Witness `json:"witnesses,omitempty"`
}

// Witness is one claim about the publication date.
type Witness struct {
	Source   string `json:"source"`
	Value    string `json:"value"`
	Modified bool   `json:"modified,omitempty"`
	Verdict  string `json:"verdict"`
	Why      string `json:"why,omitempty"`
}

// Block is a labelled stretch of the text. SourceStart and SourceEnd are byte
// offsets into the captured body.
type Block struct {
	Kind        string `json:"kind"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
	SourceStart int    `json:"source_start"`
	SourceEnd   int    `json:"source_end"`
}

// Words is a stretch of text with the words it covers.
type Words struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Entity is one thing the article names.
type Entity struct {
	ID      string   `json:"id"`
	Type    string   `json:"type"`
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	Roles   []string `json:"roles,omitempty"`
}

// Mention is a place where the article speaks of an entity.
type Mention struct {
	Words
	Entity string `json:"entity,omitempty"`
	Kind   string `json:"kind"`
}

// Time is a time expression.
type Time struct {
	Words
	Type     string `json:"type"`
	Value    string `json:"value"`
	Mod      string `json:"mod,omitempty"`
	Begin    string `json:"begin,omitempty"`
	Finish   string `json:"finish,omitempty"`
	Resolved bool   `json:"resolved"`
	Anchor   string `json:"anchor,omitempty"`
	UTC      string `json:"utc,omitempty"`
}

// Window is the period that a quantity holds for.
type Window struct {
	Begin  string `json:"begin,omitempty"`
	Finish string `json:"finish,omitempty"`
	Text   string `json:"text"`
}

// Quantity is a number with what it measures.
type Quantity struct {
	Words
	Kind    string   `json:"kind"`
	Value   *float64 `json:"value,omitempty"`
	Low     *float64 `json:"low,omitempty"`
	High    *float64 `json:"high,omitempty"`
	Unit    string   `json:"unit,omitempty"`
	Counted string   `json:"counted,omitempty"`
	Hedge   string   `json:"hedge,omitempty"`
	Status  string   `json:"status,omitempty"`
	Window  *Window  `json:"window,omitempty"`
	By      string   `json:"by,omitempty"`
}

// Speaker is who said a quotation. Start, End and Text are the mention; they
// are absent where the speaker is taken from position or from another report.
type Speaker struct {
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Text   string `json:"text,omitempty"`
	Name   string `json:"name,omitempty"`
	Entity string `json:"entity,omitempty"`
	How    string `json:"how,omitempty"`
}

// Addressee is to whom a quotation was said.
type Addressee struct {
	Words
	Name string `json:"name,omitempty"`
}

// Why is the rule behind a finding and its grounds.
type Why struct {
	Rule     string  `json:"rule,omitempty"`
	Text     string  `json:"text,omitempty"`
	Evidence []Words `json:"evidence,omitempty"`
}

// Quote is a quotation.
type Quote struct {
	Words
	Parts      [][2]int   `json:"parts"`
	Type       string     `json:"type"`
	Speaker    *Speaker   `json:"speaker,omitempty"`
	Cue        *Words     `json:"cue,omitempty"`
	Modality   string     `json:"modality,omitempty"`
	Addressee  *Addressee `json:"addressee,omitempty"`
	Medium     string     `json:"medium,omitempty"`
	Said       string     `json:"said,omitempty"`
	Confidence float64    `json:"confidence"`
	Why        *Why       `json:"why,omitempty"`
}

// Credit is a place where the article names where its matter comes from.
type Credit struct {
	Words
	Outlet      string  `json:"outlet,omitempty"`
	OutletStart *int    `json:"outlet_start,omitempty"`
	OutletEnd   *int    `json:"outlet_end,omitempty"`
	Owner       string  `json:"owner,omitempty"`
	Kind        string  `json:"kind"`
	Scope       string  `json:"scope"`
	Confidence  float64 `json:"confidence"`
	Why         *Why    `json:"why,omitempty"`
}

// Note is what was skipped or doubted.
type Note struct {
	Code  string `json:"code"`
	Text  string `json:"text"`
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
}
