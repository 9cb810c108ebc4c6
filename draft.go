package nutgraf

// HeldAs says how a quotation of a draft stands to the versions held.
type HeldAs string

// The ways in which a draft's quotation can be held.
const (
	HeldVerbatim    HeldAs = "verbatim"    // word for word
	HeldTypographic HeldAs = "typographic" // the same words with other marks
	HeldTruncated   HeldAs = "truncated"   // a part of what is held, word for word
	HeldEdited      HeldAs = "edited"      // the wording differs from every version held
	HeldParaphrase  HeldAs = "paraphrase"  // held in other words only, not quoted
	NotHeld         HeldAs = "not_found"   // not found in what is held
)

// DraftQuote is a quotation of a draft beside the nearest version held. Diff
// goes from that version to the draft; HeldSpeaker is set where the version
// held names another speaker.
type DraftQuote struct {
	Cites       []Cite // the draft's words
	Speaker     string // as the draft names it; empty when it names none
	Held        HeldAs
	Nearest     []Cite // the nearest version held; nil for NotHeld
	HeldSpeaker string
	Diff        []Edit
	Also        []string // the other reports whose version stands to the draft's in the same way
}

// DraftConflict is a difference between reports in which a draft takes a side.
type DraftConflict struct {
	Kind     ConflictKind
	Severity Severity
	Matter   string
	Why      string
	Own      []Side // the draft's words
	Others   []Side // what held reports say instead
}

// DraftShared is a passage outside quotations that stands in held reports too,
// none of whose outlets the draft credits.
type DraftShared struct {
	Own  Cite
	Also []Cite
}

// DraftReport is a held report that the check of a draft cites.
type DraftReport struct {
	ID, Outlet, Title, URL string
}

// DraftCheck is a draft laid beside the reports held. Nothing of it is stored.
type DraftCheck struct {
	Doc       Document
	Quotes    []DraftQuote
	Conflicts []DraftConflict
	Shared    []DraftShared
	Reports   []DraftReport // those cited, by id
	Compared  int           // reports that the draft was laid beside
}
