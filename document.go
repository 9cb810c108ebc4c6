package nutgraf

import (
	"sort"
	"time"
)

// Item is one article as it came in: the bytes of a capture after content
// decoding (gzip and kin) and before charset decoding, with whatever its
// envelope says of it. Intake makes Items; extraction turns them into
// Documents.
type Item struct {
	ID       string    // the id given with it; empty when none was
	Name     string    // file name, archive member or line it came from, for messages and ids
	URL      string    // address, when known
	Media    Media     // what the bytes are
	Body     []byte    // the capture itself
	Charset  string    // declared outside the bytes (an HTTP header); empty when not
	Captured time.Time // when the capture was made; zero when not known
	Given    Given     // what the envelope states: a feed entry, a JSON object
	Derived  bool      // the ID was made from the Name or the URL, so that another article may have it too
	Ready    *Document // set when the item is an article that was extracted before; Body is then its text
	Web      *Web      `json:",omitempty"` // what its server said of it; nil when it was not fetched
}

// Web is what a server said of a capture, beside its bytes.
type Web struct {
	ETag     string   `json:",omitempty"` // as sent, for the next conditional request
	Modified string   `json:",omitempty"` // Last-Modified as sent, for the same
	Usage    []string `json:",omitempty"` // signals about permitted use, "name: value", in the order found
}

// Media says how an Item's bytes are to be read.
type Media string

// The media an Item can have.
const (
	MediaHTML Media = "html"
	MediaText Media = "text"
)

// Given is what an article's envelope states about it, beside the bytes. Every
// field may be empty. Text and JSONL input is stated whole: its text is the
// Item's Body, unchanged.
type Given struct {
	Title  string
	Outlet string
	Date   string // as written; a date witness of source "given", "feed" or "header"
	Source string // the witness source of Date; "given" when empty
	Lang   string
	Byline []string
}

// Document is one article after extraction. Text never changes afterwards:
// every Span of every finding points into it. A Document is read-only once it
// has left its extractor.
type Document struct {
	ID        string
	URL       string
	Outlet    string // empty where nothing in the capture names it
	Lang      string // ISO 639-1 code; empty when it cannot be told
	Text      string
	Blocks    []Block // in text order, not overlapping
	Title     string
	TitleSpan Span // the headline in Text; zero when it stands outside
	Byline    []string
	Dates     []Witness // every claim about the publication date, with its witness
	Published Published // the verdict over Dates
	Captured  time.Time
	Capture   string // SHA-256 of the captured bytes, in hex
	Notes     []Note
}

// BlockKind names what a stretch of a page is.
type BlockKind string

// The kinds of block. Paragraph, Subhead, Quoted and List make up the body.
const (
	Headline   BlockKind = "headline"
	Standfirst BlockKind = "standfirst"
	Byline     BlockKind = "byline"
	Dateline   BlockKind = "dateline"
	Paragraph  BlockKind = "paragraph"
	Subhead    BlockKind = "subhead"
	Quoted     BlockKind = "quote"
	List       BlockKind = "list"
	Caption    BlockKind = "caption"
	Embed      BlockKind = "embed"
	Related    BlockKind = "related"
	Promo      BlockKind = "promo"
	Correction BlockKind = "correction"
	Tail       BlockKind = "tail"
)

// Body reports whether blocks of this kind belong to the article's body.
func (k BlockKind) Body() bool {
	return k == Paragraph || k == Subhead || k == Quoted || k == List
}

// Block is a labelled stretch of Text. Source is the byte range of the captured
// body (after content decoding, before charset decoding) that it came from.
type Block struct {
	Kind   BlockKind
	Span   Span
	Source Span
}

// ParagraphAt returns the number of the body paragraph that holds the byte at
// offset, counted from 1 over body blocks; 0 when it lies outside the body.
func (d *Document) ParagraphAt(offset int) int {
	at := d.BlockAt(offset)
	if at < 0 || !d.Blocks[at].Kind.Body() {
		return 0
	}
	n := 0
	for i := range d.Blocks[:at+1] {
		if d.Blocks[i].Kind.Body() {
			n++
		}
	}
	return n
}

// BlockAt returns the index of the block that holds the byte at offset, or -1.
func (d *Document) BlockAt(offset int) int {
	at := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].Span.Start > offset }) - 1
	if at < 0 || offset >= d.Blocks[at].Span.End {
		return -1
	}
	return at
}

// Cite returns the span of this document with its words and paragraph.
func (d *Document) Cite(s Span) Cite {
	return Cite{Ref: Ref{Doc: d.ID, Span: s}, Text: s.Of(d.Text), Para: d.ParagraphAt(s.Start)}
}

// DateSource names a witness of a page's publication date.
type DateSource string

// The witnesses that the date court hears.
const (
	DateJSONLD   DateSource = "json-ld"
	DateMeta     DateSource = "meta"
	DateElement  DateSource = "time-element"
	DateURL      DateSource = "url"
	DateFeed     DateSource = "feed"
	DateHeader   DateSource = "header"
	DateText     DateSource = "text"
	DateGiven    DateSource = "given"
	DateInferred DateSource = "inferred"
)

// Witness is one claim about when a page was published (or modified), with the
// court's verdict on it.
type Witness struct {
	Source   DateSource
	Value    string // ISO 8601 date or date-time with its zone
	Modified bool   // speaks of the last modification, not of publication
	Kept     bool
	Why      string // the reason of the verdict
	Span     Span   // where in Text it stands; zero when it stands outside
}

// Published is the publication date that the witnesses carry. A page date that
// its own content contradicts is kept as Doubted: it anchors nothing and orders
// nothing.
type Published struct {
	Value      string // ISO 8601 date or date-time; empty when unknown
	Source     DateSource
	Confidence float64
	Doubted    bool
	Why        string
}

// Day returns the civil date of publication in the page's own zone, or NoDay
// when there is none that can be relied on.
func (p Published) Day() Day {
	if p.Value == "" || p.Doubted {
		return NoDay
	}
	d, err := ParseDay(p.Value)
	if err != nil {
		return NoDay
	}
	return d
}
