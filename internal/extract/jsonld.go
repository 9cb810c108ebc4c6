package extract

import (
	"html"
	"strings"
)

// statement is what a page's JSON-LD says of its article.
type statement struct {
	found       bool
	headline    string
	description string
	body        string
	bodyAt      stretch // the body as the page writes it
	own         bool    // no other article of the page has a body
	published   string
	created     string
	modified    string
	language    string
	publisher   string
	url         string
	free        string // isAccessibleForFree
	kind        string
	authors     []string
	agents      []string // authors that are no persons
	site        string   // name of a WebSite
	page        string   // type of a WebPage
	media       string   // type of the video or the gallery that the page is about
}

// readStatements reads all JSON-LD scripts of a page and returns what the best
// object among them says.
func readStatements(src []byte, scripts []stretch) statement {
	var s statements
	for _, at := range scripts {
		v := readJSON(src, at, jsonValues)
		s.gather(&v, 0)
	}
	return s.best()
}

// statements are all objects of a page's JSON-LD that may speak of the article.
type statements struct {
	articles []*value
	pages    []*value
	named    map[string]string // names of the objects that others point to
	persons  map[string]bool
	site     string
	media    string
}

func (s *statements) gather(v *value, depth int) {
	if v.kind == 'a' {
		for i := range v.items {
			s.gather(&v.items[i], depth)
		}
		return
	}
	if v.kind != 'o' || depth > 6 {
		return
	}
	s.sort(v)
	for i := range v.fields {
		switch f := &v.fields[i]; f.key {
		case "@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "creator", "publisher", "isPartOf", "liveBlogUpdate":
			if f.key != "liveBlogUpdate" {
				s.gather(&f.val, depth+1)
			}
		}
	}
}

// sort puts an object where it may be of use.
func (s *statements) sort(v *value) {
	kind := typeOf(v)
	if id, name := v.get("@id").str(), v.get("name").str(); id != "" && name != "" {
		if s.named == nil {
			s.named, s.persons = map[string]string{}, map[string]bool{}
		}
		s.named[id] = name
		s.persons[id] = strings.Contains(kind, "Person")
	}
	switch {
	case isArticleType(kind):
		s.articles = append(s.articles, v)
	case strings.HasSuffix(kind, "Page"):
		s.pages = append(s.pages, v)
	case kind == "WebSite" && s.site == "":
		s.site = plainText(v.get("name").str())
	case kind == "VideoObject" || kind == "ImageGallery" || kind == "MediaGallery":
		s.media = first(s.media, kind)
	}
}

func typeOf(v *value) string {
	for _, t := range v.get("@type").list() {
		name := t.text[strings.LastIndexByte(t.text, '/')+1:]
		if isArticleType(name) {
			return name
		}
	}
	t := v.get("@type").str()
	return t[strings.LastIndexByte(t, '/')+1:]
}

func isArticleType(t string) bool {
	return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "Review" || t == "CreativeWork"
}

// best returns the fullest article, with what a WebPage adds to it.
func (s *statements) best() (out statement) {
	top, bodies := -1, map[string]bool{}
	for _, v := range s.articles {
		st := s.read(v)
		if st.body != "" {
			bodies[st.body] = true
		}
		if r := st.rank(); r > top {
			top, out = r, st
		}
	}
	out.found, out.own = top >= 0, len(bodies) == 1
	for _, v := range s.pages {
		p := s.read(v)
		out.page = first(out.page, p.kind)
		out.published = first(out.published, p.published)
		out.modified = first(out.modified, p.modified)
		out.language = first(out.language, p.language)
		out.publisher = first(out.publisher, p.publisher)
		if len(out.authors)+len(out.agents) == 0 {
			out.authors, out.agents = p.authors, p.agents
		}
	}
	out.site, out.media = s.site, s.media
	return out
}

// rank orders the articles of a page: the one that says most of itself is the
// page's own, the others are its teasers.
func (s *statement) rank() int {
	n := 0
	for _, x := range []string{s.headline, s.description, s.published, s.modified, s.publisher, s.url} {
		if x != "" {
			n += 2
		}
	}
	if len(s.authors)+len(s.agents) > 0 {
		n += 2
	}
	if s.body != "" {
		n += 3
	}
	if strings.Contains(s.kind, "News") {
		n++
	}
	if s.kind == "CreativeWork" || s.kind == "Review" {
		n -= 4
	}
	return n
}

func (s *statements) read(v *value) statement {
	st := statement{
		kind:        typeOf(v),
		headline:    plainText(first(v.get("headline").str(), v.get("name").str())),
		description: plainText(v.get("description").str()),
		published:   v.get("datePublished").str(),
		created:     v.get("dateCreated").str(),
		modified:    v.get("dateModified").str(),
		language:    first(v.get("inLanguage").get("alternateName").str(), v.get("inLanguage").str()),
		publisher:   plainText(s.name(v.get("publisher"))),
		url:         first(v.get("url").str(), v.get("mainEntityOfPage").get("@id").str(), v.get("mainEntityOfPage").str()),
		free:        v.get("isAccessibleForFree").str(),
	}
	for _, key := range []string{"articleBody", "text"} {
		if b := v.get(key).leaf(); b != nil && b.kind == 's' && st.body == "" {
			st.body, st.bodyAt = b.text, b.raw
		}
	}
	for _, key := range []string{"author", "creator"} {
		if len(st.authors)+len(st.agents) == 0 {
			s.authors(&st, v.get(key))
		}
	}
	return st
}

func (s *statements) authors(st *statement, v *value) {
	for _, a := range v.list() {
		name, person := plainText(s.name(&a)), true
		if a.kind == 'o' {
			kind := typeOf(&a)
			if id := a.get("@id").str(); kind == "" && id != "" {
				person = s.persons[id]
			} else {
				person = kind == "Person" || kind == "" || kind == "Thing"
			}
			if names := a.get("name"); names != nil && names.kind == 'a' {
				for _, n := range names.items {
					st.authors = append(st.authors, plainText(n.str()))
				}
				continue
			}
		}
		switch {
		case name == "":
		case person:
			st.authors = append(st.authors, name)
		default:
			st.agents = append(st.agents, name)
		}
	}
}

// name returns the name that an object, a reference or a string gives.
func (s *statements) name(v *value) string {
	if v == nil {
		return ""
	}
	if v.kind == 's' {
		return v.text
	}
	if n := v.get("name").str(); n != "" {
		return n
	}
	return s.named[v.get("@id").str()]
}

// plainText turns a value that may hold entities and markup into a line.
func plainText(s string) string {
	if strings.ContainsRune(s, '<') {
		s = dropMarkup(s)
	}
	if strings.ContainsRune(s, '&') {
		s = html.UnescapeString(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// dropMarkup replaces tags with spaces.
func dropMarkup(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i:], '>')
		if j < 0 || i+1 < len(s) && s[i+1] == ' ' {
			break
		}
		b.WriteString(s[:i])
		b.WriteByte(' ')
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return b.String()
}
