package newsroom

import (
	"fmt"
	"path"
	"strings"
	"time"
)

// Article is an article of the sample as it was written, before an outlet's
// template has set it.
type Article struct {
	ID         string // "<event>-<outlet>[-<n>]"
	Event      string // what it is about, over all its stories
	Story      string // the story it belongs to; stories of one event make up a saga
	Outlet     string // the outlet's id
	Slug       string
	Headline   string
	Standfirst string
	Byline     string
	Section    string
	Date       time.Time // when it was published in truth, on the clock of its outlet
	PageDate   time.Time // what its page states; zero when it states nothing
	Updated    time.Time // when its page says it was last changed; zero when it says nothing
	Blocks     []Block   // the body with its furniture, in order
	Comments   []Block   // what readers wrote under it
}

// Block is a stretch of an article. Kind is one of "para", "subhead", "quote",
// "pull", "item", "photo", "post", "note" and "comment"; Parts are its texts, several
// for a photo (caption, credit), a post (account, date, words) and a comment
// (name, words).
type Block struct {
	Kind  string
	Parts []string
}

// Text returns the words of a block as they are typed, without their manner.
func (b Block) Text() string { return strings.Join(b.Parts, " | ") }

const clockLayout = "2006-01-02 15:04"

// Articles reads every article of the sample, in the order of their ids.
func Articles() ([]Article, error) {
	entries, err := files.ReadDir("articles")
	if err != nil {
		return nil, fmt.Errorf("newsroom articles: %w", err)
	}
	arts := make([]Article, 0, len(entries))
	for _, e := range entries {
		raw, err := files.ReadFile("articles/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("newsroom article %s: %w", e.Name(), err)
		}
		a, err := parseArticle(strings.TrimSuffix(e.Name(), path.Ext(e.Name())), string(raw))
		if err != nil {
			return nil, fmt.Errorf("newsroom article %s: %w", e.Name(), err)
		}
		arts = append(arts, a)
	}
	return arts, nil
}

func parseArticle(id, raw string) (Article, error) {
	head, body, found := strings.Cut(raw, "\n---\n")
	names := strings.Split(id, "-")
	if !found || len(names) < 2 {
		return Article{}, fmt.Errorf("no line --- after its head, or no outlet in its name")
	}
	a := Article{ID: id, Event: names[0], Story: names[0], Outlet: names[1]}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		if err := a.set(key, strings.TrimSpace(value)); err != nil {
			return Article{}, err
		}
	}
	for text := range strings.SplitSeq(body, "\n\n") {
		if text = strings.TrimSpace(text); text != "" {
			a.add(parseBlock(strings.ReplaceAll(text, "\n", " ")))
		}
	}
	return a, nil
}

func (a *Article) set(key, value string) (err error) {
	switch key {
	case "slug":
		a.Slug = value
	case "headline":
		a.Headline = value
	case "standfirst":
		a.Standfirst = value
	case "byline":
		a.Byline = value
	case "section":
		a.Section = value
	case "story":
		a.Story = value
	case "date":
		a.Date, err = time.Parse(clockLayout, value)
		a.PageDate = a.Date
	case "page-date":
		a.PageDate = time.Time{}
		if value != "none" {
			a.PageDate, err = time.Parse(clockLayout, value)
		}
	case "updated":
		a.Updated, err = time.Parse(clockLayout, value)
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return err
}

func (a *Article) add(b Block) {
	if b.Kind == "comment" {
		a.Comments = append(a.Comments, b)
		return
	}
	a.Blocks = append(a.Blocks, b)
}

func parseBlock(text string) Block {
	for _, m := range [...]struct{ mark, kind string }{
		{"## ", "subhead"},
		{"> ", "quote"},
		{"- ", "item"},
		{"[photo] ", "photo"},
		{"[post] ", "post"},
		{"[note] ", "note"},
		{"[pull] ", "pull"},
		{"[comment] ", "comment"},
	} {
		if rest, ok := strings.CutPrefix(text, m.mark); ok {
			return Block{Kind: m.kind, Parts: strings.Split(rest, " | ")}
		}
	}
	return Block{Kind: "para", Parts: []string{text}}
}
