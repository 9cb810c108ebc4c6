package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/brief"
	"nutgraf/internal/compare"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
	"nutgraf/internal/page"
	"nutgraf/internal/segment"
	"nutgraf/internal/story"
)

// room holds the compiled stages. It is safe for concurrent use.
type room struct {
	annotator *annotate.Annotator
	splitter  *segment.Splitter
	sketcher  *story.Sketcher
	comparer  *compare.Comparer
	writer    *brief.Writer
	peoples   map[string]bool   // "German", "Norwegian"
	places    map[string]string // one name for each place that has several: "U.S." is the United States
}

func newRoom() (*room, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return nil, err
	}
	r := &room{splitter: segment.New(pack), peoples: map[string]bool{}, places: map[string]string{}}
	for _, row := range pack.Rows("nationalities") {
		r.peoples[row[0]] = true
	}
	for _, row := range pack.Rows("place_aliases") {
		if len(row) > 1 {
			r.places[row[0]] = row[1]
		}
	}
	sketcher := make(chan error, 1)
	go func() {
		var err error
		r.sketcher, err = story.New(pack)
		sketcher <- err
	}()
	r.annotator, r.comparer, r.writer = annotate.New(pack), compare.New(pack), brief.New(pack)
	return r, <-sketcher
}

// Document extracts the article of an item, unless that was done before.
func Document(item *nutgraf.Item) (*nutgraf.Document, error) {
	if item.Ready == nil {
		return extract.Document(item)
	}
	doc := *item.Ready
	doc.ID, doc.Text = item.ID, string(item.Body)
	return &doc, nil
}

// read takes an item through the first pass: document, findings, sketch. A
// running report can be extracted but is no report of one story.
func (r *room) read(item *nutgraf.Item) (f *nutgraf.Filed, err error) {
	err = Guard(item, func() error {
		f, err = r.guarded(item)
		return err
	})
	return f, err
}

// longestText is how long an article's text may be, in bytes: over ten times the
// longest report known. What is longer is a book or made to keep the comparisons
// busy, which lay every statement of a story beside the others.
const longestText = 1 << 20

func (r *room) guarded(item *nutgraf.Item) (*nutgraf.Filed, error) {
	doc, err := Document(item)
	if err != nil {
		return nil, refusal(item, err)
	}
	if slices.ContainsFunc(doc.Notes, func(n nutgraf.Note) bool { return n.Code == "live" }) {
		return nil, refusal(item, fmt.Errorf("a running report, whose entries are of different events: %w", nutgraf.ErrNotArticle))
	}
	if len(doc.Text) > longestText {
		return nil, refusal(item, fmt.Errorf("%w: a text of over %d MB is no report", nutgraf.ErrTooLarge, longestText>>20))
	}
	seg, ann := r.annotator.Annotate(doc)
	return &nutgraf.Filed{Item: *item, Doc: *doc, Ann: *ann, Sketch: r.sketcher.Sketch(doc, seg, ann)}, nil
}

// member prepares an article for the comparisons.
func (r *room) member(f *nutgraf.Filed) nutgraf.Member {
	return nutgraf.Member{Doc: &f.Doc, Seg: r.splitter.Split(&f.Doc), Ann: &f.Ann}
}

// page takes a story through the second pass, its reports in the order in which
// pages show them. The page does not know its saga yet.
func (r *room) page(s nutgraf.Story, members []nutgraf.Member) nutgraf.StoryPage {
	members = r.comparer.Order(members)
	f := r.comparer.Compare(members)
	return page.Build(s, members, f, r.writer.Write(members, f), nutgraf.Version)
}

func refusal(item *nutgraf.Item, err error) error {
	var known *nutgraf.ItemError
	if errors.As(err, &known) {
		return err
	}
	return &nutgraf.ItemError{Name: item.Name, ID: item.ID, Err: err}
}

// digest identifies a capture together with what its envelope states. The name
// it came under is left out: the same article is the same wherever its file
// lies. So is what a server said and when it was asked: the same bytes fetched
// again are the same capture.
func digest(item *nutgraf.Item) (string, error) {
	envelope := *item
	envelope.Body, envelope.Name, envelope.ID = nil, "", ""
	if envelope.Web != nil {
		envelope.Web, envelope.Captured = nil, time.Time{}
	}
	raw, err := json.Marshal(envelope)
	if err != nil {
		return "", fmt.Errorf("describe %s: %w", item.Name, err)
	}
	h := sha256.New()
	h.Write(raw)
	h.Write(item.Body)
	return hex.EncodeToString(h.Sum(nil)), nil
}
