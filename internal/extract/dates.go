package extract

import (
	"bytes"
	"strings"

	"nutgraf"
)

// metaDates lists the meta elements that state a date, best first.
var metaDates = []struct {
	key      string
	trust    float64
	modified bool
}{
	{"article:published_time", 0.93, false},
	{"og:article:published_time", 0.92, false},
	{"og:published_time", 0.92, false},
	{"datepublished", 0.9, false},
	{"article:published", 0.9, false},
	{"parsely-pub-date", 0.9, false},
	{"sailthru.date", 0.88, false},
	{"cxenseparse:recs:publishtime", 0.9, false},
	{"pubdate", 0.88, false},
	{"publishdate", 0.88, false},
	{"publish_date", 0.88, false},
	{"publish-date", 0.88, false},
	{"published-date", 0.88, false},
	{"publication_date", 0.88, false},
	{"publicationdate", 0.88, false},
	{"publication-date", 0.88, false},
	{"date.issued", 0.86, false},
	{"dc.date.issued", 0.86, false},
	{"dcterms.issued", 0.86, false},
	{"dcterms.date", 0.72, false},
	{"dcterms.created", 0.84, false},
	{"dc.date.created", 0.84, false},
	{"dc.date", 0.72, false},
	{"dcsext.articlefirstpublished", 0.9, false},
	{"citation_publication_date", 0.84, false},
	{"citation_online_date", 0.84, false},
	{"article.published", 0.88, false},
	{"article.created", 0.84, false},
	{"originalpublicationdate", 0.9, false},
	{"rnews:datepublished", 0.88, false},
	{"vr:published_time", 0.88, false},
	{"ptime", 0.84, false},
	{"pdate", 0.84, false},
	{"shareaholic:article_published_time", 0.9, false},
	{"bt:pubdate", 0.88, false},
	{"displaydate", 0.84, false},
	{"created", 0.7, false},
	{"date_published", 0.86, false},
	{"date", 0.72, false},
	{"article:modified_time", 0.7, true},
	{"og:updated_time", 0.65, true},
	{"og:modified_time", 0.65, true},
	{"datemodified", 0.7, true},
	{"last-modified", 0.6, true},
	{"lastmod", 0.6, true},
	{"revised", 0.6, true},
	{"modified", 0.6, true},
	{"dcterms.modified", 0.65, true},
	{"dc.date.modified", 0.65, true},
}

// dates holds the court over a page's witnesses.
func (v *view) dates(item *nutgraf.Item) *court {
	c := &court{captured: item.Captured, seen: map[string]bool{}, monthFirst: v.monthFirst()}
	if item.Given.Date != "" {
		source := nutgraf.DateSource(first(item.Given.Source, string(nutgraf.DateGiven)))
		c.hear(source, "stated with the page", item.Given.Date, 0.97, false)
	}
	c.hear(nutgraf.DateJSONLD, "datePublished", v.state.published, 0.95, false)
	c.hear(nutgraf.DateJSONLD, "dateCreated", v.state.created, 0.85, false)
	c.hear(nutgraf.DateJSONLD, "dateModified", v.state.modified, 0.7, true)
	for _, m := range metaDates {
		for _, x := range v.head.metaAll(m.key) {
			c.hear(nutgraf.DateMeta, m.key, x, m.trust, m.modified)
		}
	}
	v.propDates(c)
	v.timeDates(c)
	for _, u := range []string{item.URL, v.head.canonical, v.head.meta("og:url"), v.state.url} {
		c.hear(nutgraf.DateURL, "the address", urlDate(u), 0.78, false)
	}
	v.blockDates(c)
	v.leadDates(c)
	if len(c.all) == 0 {
		v.scriptDates(c)
	}
	if len(c.all) == 0 {
		v.anyLine(c)
	}
	if len(c.all) == 0 {
		c.hear(nutgraf.DateInferred, "the address of the page's picture", urlDate(v.head.meta("og:image")), 0.3, false)
	}
	if len(c.all) == 0 {
		v.copyrightYear(c)
	}
	return c
}

// monthFirst reports whether the page writes 5/4 for the fourth of May.
func (v *view) monthFirst() bool {
	l := strings.ToLower(first(v.head.lang, v.state.language, v.head.meta("og:locale", "content-language")))
	return l == "" || l == "en" || strings.HasPrefix(l, "en-us") || strings.HasPrefix(l, "en_us")
}

// propDates hears the microdata.
func (v *view) propDates(c *court) {
	for _, p := range v.head.props {
		trust, modified := 0.0, false
		switch {
		case strings.Contains(p.key, "datePublished"):
			trust = 0.88
		case strings.Contains(p.key, "dateCreated"):
			trust = 0.8
		case strings.Contains(p.key, "dateModified"):
			trust, modified = 0.65, true
		default:
			continue
		}
		written := p.value
		if written == "" && int(p.node) < len(v.nodes) {
			written = v.line(p.node, min(v.nodes[p.node].last, p.node+8))
		}
		c.hear(nutgraf.DateMeta, "microdata "+p.key, written, trust-v.distance(p.node), modified)
	}
}

// distance lowers the trust in a witness that stands away from the headline.
func (v *view) distance(n int32) float64 {
	if v.title < 0 {
		return 0.1
	}
	from := v.blocks[v.title].from
	switch d := n - from; {
	case d < -60 || d > 400:
		return 0.3
	case d < 0:
		return 0.08
	case d > 120:
		return 0.15
	}
	return 0
}

// elsewhere are the hints of what speaks of other articles, or of readers.
const elsewhere = hintRelated | hintTeaser | hintComment | hintSide

// overPage reports whether a node stands in a header or a menu that does not
// hold the headline: a date there is that of the day the page was asked for.
func (v *view) overPage(n int32) bool {
	if v.title < 0 || n > v.blocks[v.title].from {
		return false
	}
	for n = v.nodes[n].parent; n > 0; n = v.nodes[n].parent {
		if e := &v.nodes[n]; (e.tag == tagHeader || e.tag == tagNav) && e.last <= v.blocks[v.title].from {
			return true
		}
	}
	return false
}

// timeDates hears the time elements, those by the headline before others.
func (v *view) timeDates(c *court) {
	for i, p := range v.head.times {
		if i > 40 || int(p.node) >= len(v.nodes) {
			break
		}
		h := v.nodes[p.node].hints
		if parent := v.nodes[p.node].parent; parent > 0 {
			h |= v.nodes[parent].hints
		}
		trust, modified := 0.8-v.distance(p.node), strings.Contains(p.key, "Modified")
		if h&(elsewhere|hintNav) != 0 || v.overPage(p.node) || v.title >= 0 && v.under(p.node, elsewhere, v.blocks[v.title].to) {
			trust -= 0.25
		}
		text := v.line(p.node, min(v.nodes[p.node].last, p.node+6))
		modified = modified || saysModified(strings.ToLower(text))
		c.hear(nutgraf.DateElement, "a time element", first(p.value, text), trust-0.01*float64(min(i, 10)), modified)
	}
}

// scriptKeys are the names under which page scripts keep the date.
var scriptKeys = []string{`"datePublished"`, `"publishedAt"`, `"published_at"`, `"publishDate"`, `"pubDate"`, `"published"`, `"publish_date"`, `"publication_date"`, `datePublished`, `"dateCreated"`, `"date"`}

// scriptDates looks for a stated date in the page's scripts.
func (v *view) scriptDates(c *court) {
	for _, key := range scriptKeys {
		i := bytes.Index(v.src, []byte(key))
		if i < 0 {
			continue
		}
		rest := v.src[i+len(key) : min(len(v.src), i+len(key)+48)]
		if j := bytes.IndexAny(rest, "0123456789"); j >= 0 && j < 8 {
			c.hear(nutgraf.DateInferred, "a script's "+strings.Trim(key, `"`), string(rest[j:]), 0.6, false)
		}
	}
}

// copyrightYear lists the year of a copyright line, which is no date.
func (v *view) copyrightYear(c *court) {
	for i := range v.blocks {
		b := &v.blocks[i]
		if b.m.words > 30 || b.m.digits < 4 {
			continue
		}
		s := v.line(b.from, b.to)
		j := strings.Index(s, "©")
		if j < 0 {
			continue
		}
		for _, p := range pieces(s[j:]) {
			if len(p.text) == 4 && p.num > 1990 && p.num < 2100 {
				c.all = append(c.all, testimony{Witness: nutgraf.Witness{
					Source: nutgraf.DateText, Value: p.text, Why: "the year of a copyright line is no date of publication",
				}})
				return
			}
		}
	}
}
