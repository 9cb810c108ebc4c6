package wire

import "nutgraf"

// Check is a draft laid beside the reports held: what `check` gives out.
// Evidence of the draft names it as the article Draft.
type Check struct {
	Schema    string          `json:"schema"`
	Draft     string          `json:"draft"`
	Title     string          `json:"title,omitempty"`
	Compared  int             `json:"compared"`
	Quotes    []CheckQuote    `json:"quotes"`
	Conflicts []CheckConflict `json:"conflicts"`
	Shared    []CheckShared   `json:"shared"`
	Reports   []CheckReport   `json:"reports"`
}

// CheckQuote is a quotation of the draft beside the nearest version held.
type CheckQuote struct {
	Evidence    []Evidence `json:"evidence"`
	Speaker     string     `json:"speaker,omitempty"`
	Held        string     `json:"held"`
	Nearest     []Evidence `json:"nearest"`
	HeldSpeaker string     `json:"held_speaker,omitempty"`
	Diff        []Edit     `json:"diff"`
	Also        []string   `json:"also"`
}

// CheckConflict is a difference in which the draft takes a side.
type CheckConflict struct {
	Kind     string      `json:"kind"`
	Severity string      `json:"severity"`
	Matter   string      `json:"matter,omitempty"`
	Why      string      `json:"why"`
	Own      []CheckSide `json:"own"`
	Others   []CheckSide `json:"others"`
}

// CheckSide is a side of such a difference.
type CheckSide struct {
	Value    string     `json:"value"`
	By       string     `json:"by,omitempty"`
	ByQuoted bool       `json:"by_quoted,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// CheckShared is a passage that stands in held reports too.
type CheckShared struct {
	Evidence
	Also []Evidence `json:"also"`
}

// CheckReport is a held report that is cited.
type CheckReport struct {
	ID     string `json:"id"`
	Outlet string `json:"outlet,omitempty"`
	Title  string `json:"title,omitempty"`
	URL    string `json:"url,omitempty"`
}

// FromCheck translates the check of a draft; document returns a held article's
// document, or nil when it is no longer held.
func FromCheck(c *nutgraf.DraftCheck, document func(id string) *nutgraf.Document) *Check {
	w := &pageWriter{rulers: map[string]*held{}, document: func(id string) *nutgraf.Document {
		if id == c.Doc.ID {
			return &c.Doc
		}
		return document(id)
	}}
	out := &Check{
		Schema: Schema, Draft: c.Doc.ID, Title: c.Doc.Title, Compared: c.Compared,
		Quotes: []CheckQuote{}, Conflicts: []CheckConflict{}, Shared: []CheckShared{}, Reports: []CheckReport{},
	}
	for _, q := range c.Quotes {
		out.Quotes = append(out.Quotes, CheckQuote{w.cites(q.Cites), q.Speaker, string(q.Held), w.cites(q.Nearest), q.HeldSpeaker, edits(q.Diff), list(q.Also)})
	}
	for _, x := range c.Conflicts {
		out.Conflicts = append(out.Conflicts, CheckConflict{string(x.Kind), string(x.Severity), x.Matter, x.Why, w.checkSides(x.Own), w.checkSides(x.Others)})
	}
	for _, s := range c.Shared {
		if own, ok := w.cite(s.Own); ok {
			out.Shared = append(out.Shared, CheckShared{own, w.cites(s.Also)})
		}
	}
	for _, r := range c.Reports {
		out.Reports = append(out.Reports, CheckReport(r))
	}
	return out
}

func (w *pageWriter) checkSides(all []nutgraf.Side) []CheckSide {
	out := make([]CheckSide, 0, len(all))
	for _, s := range all {
		out = append(out, CheckSide{s.Value, s.By, s.ByQuoted, w.cites(s.Evidence)})
	}
	return out
}
