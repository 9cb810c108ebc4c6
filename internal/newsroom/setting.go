package newsroom

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
)

// setter turns articles into what their templates print.
type setter struct {
	articles []Article
	outlets  map[string]outlet
	urls     map[string]string
}

// view is what a template sees of an article.
type view struct {
	Outlet, URL, Site         string
	ID, Slug, Section, Byline string
	Headline, Standfirst      string
	ISO, Day                  string // the stated date; empty when none is
	UpdatedISO, Updated       string // the stated date of the last change
	Lead                      string // the first paragraph, for meta descriptions
	Blocks, Comments          []setBlock
	Related                   []link
}

// setBlock is a block with its marks in the outlet's manner. First and Last
// bound a run of list items. Para stands beside Kind because nearly all are.
type setBlock struct {
	Kind        string
	Para        bool
	Box         bool // a box interrupts the text after it
	Text        template.HTML
	More        []string
	First, Last bool
}

type link struct{ URL, Text string }

func newSetter(arts []Article, outlets map[string]outlet) *setter {
	s := &setter{articles: arts, outlets: outlets, urls: make(map[string]string, len(arts))}
	for i := range arts {
		s.urls[arts[i].ID] = outlets[arts[i].Outlet].url(&arts[i])
	}
	return s
}

func (s *setter) view(i int) view {
	a := &s.articles[i]
	o := s.outlets[a.Outlet]
	v := view{
		Outlet: o.name, Site: o.site, URL: s.urls[a.ID],
		ID: a.ID, Slug: a.Slug, Section: a.Section, Byline: a.Byline,
		Headline: o.set(a.Headline), Standfirst: o.set(a.Standfirst),
		ISO: o.iso(a.PageDate), Day: o.day(a.PageDate),
		UpdatedISO: o.iso(a.Updated), Updated: o.day(a.Updated),
		Blocks: s.blocks(o, a.Blocks), Comments: s.blocks(o, a.Comments),
		Related: s.related(i),
	}
	for _, b := range a.Blocks {
		if b.Kind == "para" {
			v.Lead = o.set(plain(b.Parts[0]))
			break
		}
	}
	return v
}

func (s *setter) blocks(o outlet, blocks []Block) []setBlock {
	set := make([]setBlock, len(blocks))
	for i, b := range blocks {
		last := len(b.Parts) - 1
		set[i] = setBlock{Kind: b.Kind, Para: b.Kind == "para", Box: o.box > 0 && i == o.box, Text: s.inline(o.set(b.Parts[last]))}
		for _, p := range b.Parts[:last] {
			set[i].More = append(set[i].More, o.set(p))
		}
		set[i].First = i == 0 || blocks[i-1].Kind != b.Kind
		set[i].Last = i+1 == len(blocks) || blocks[i+1].Kind != b.Kind
	}
	return set
}

// related returns the outlet's articles that stand beside the one at index i:
// the three that came before it, or the first ones after it.
func (s *setter) related(i int) []link {
	var links []link
	n := len(s.articles)
	for step := 1; step < n && len(links) < 3; step++ {
		b := &s.articles[(i-step+n)%n]
		if b.Outlet == s.articles[i].Outlet {
			links = append(links, link{s.urls[b.ID], s.outlets[b.Outlet].set(b.Headline)})
		}
	}
	return links
}

// inline turns links and emphasis into HTML and escapes all else.
func (s *setter) inline(text string) template.HTML {
	var out strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "[_")
		if i < 0 {
			break
		}
		out.WriteString(template.HTMLEscapeString(text[:i]))
		text = text[i:]
		words, target, rest := cutMarked(text)
		switch {
		case words == "":
			out.WriteByte(text[0])
		case target == "":
			out.WriteString("<em>" + template.HTMLEscapeString(words) + "</em>")
		default:
			out.WriteString(`<a href="` + template.HTMLEscapeString(s.address(target)) + `">` + template.HTMLEscapeString(words) + "</a>")
		}
		text = rest
	}
	out.WriteString(template.HTMLEscapeString(text))
	return template.HTML(out.String())
}

// cutMarked cuts a link or an emphasis off the head of text. Without one, words
// is empty and rest begins after the first byte.
func cutMarked(text string) (words, target, rest string) {
	if text[0] == '_' {
		if words, rest, ok := strings.Cut(text[1:], "_"); ok {
			return words, "", rest
		}
		return "", "", text[1:]
	}
	words, rest, ok := strings.Cut(text[1:], "](")
	if !ok || strings.ContainsAny(words, "[]") {
		return "", "", text[1:]
	}
	target, rest, ok = strings.Cut(rest, ")")
	if !ok {
		return "", "", text[1:]
	}
	return words, target, rest
}

// plain drops the marks of links and emphasis.
func plain(text string) string {
	var out strings.Builder
	for {
		i := strings.IndexAny(text, "[_")
		if i < 0 {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:i])
		words, _, rest := cutMarked(text[i:])
		if words == "" {
			words = text[i : i+1]
		}
		out.WriteString(words)
		text = rest
	}
}

func (s *setter) address(target string) string {
	if url, ok := s.urls[target]; ok {
		return url
	}
	return target
}

// set puts marks into the outlet's manner: as typed, or typographic.
func (o outlet) set(text string) string {
	if !o.curly {
		return text
	}
	text = strings.ReplaceAll(text, " -- ", " \u2014 ")
	text = strings.ReplaceAll(text, "...", "\u2026")
	if !strings.ContainsAny(text, `'"`) {
		return text
	}
	var out strings.Builder
	before := ' '
	for i, r := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch r {
		case '"':
			out.WriteRune(pick(opens(before, next), '\u201c', '\u201d'))
		case '\'':
			out.WriteRune(pick(opens(before, next), '\u2018', '\u2019'))
		default:
			out.WriteRune(r)
		}
		before = r
	}
	return out.String()
}

// opens reports whether a mark between the two characters opens a quotation.
func opens(before, next rune) bool {
	return (unicode.IsSpace(before) || strings.ContainsRune(`([{"'`+"\u2014", before)) &&
		!unicode.IsSpace(next) && next != utf8.RuneError
}

func pick(first bool, a, b rune) rune {
	if first {
		return a
	}
	return b
}
