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
func (v *view) dates(item *nutgraf.Item, kinds []nutgraf.BlockKind) *court {
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
	v.blockDates(c, kinds)
	if len(c.all) == 0 {
		v.scriptDates(c)
	}
	if len(c.all) == 0 {
		v.anyLine(c)
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
		if h&(hintRelated|hintTeaser|hintComment|hintSide|hintNav) != 0 {
			trust -= 0.25
		}
		text := v.line(p.node, min(v.nodes[p.node].last, p.node+6))
		modified = modified || saysModified(strings.ToLower(text))
		c.hear(nutgraf.DateElement, "a time element", first(p.value, text), trust-0.01*float64(min(i, 10)), modified)
	}
}

// blockDates hears the lines of text around the headline that hold a date.
func (v *view) blockDates(c *court, kinds []nutgraf.BlockKind) {
	crowds := v.crowds()
	for i := range v.blocks {
		b := &v.blocks[i]
		if b.m.digits < 3 || b.m.words > 30 || b.within.has(tagNav) {
			continue
		}
		near := v.title >= 0 && i > v.title-6 && i < v.title+10
		dated := (b.own|b.near)&hintDate != 0 || v.facts[i].cues&cueDate != 0
		if !near && !dated {
			continue
		}
		trust := 0.45
		if near {
			trust += 0.15
		}
		if dated {
			trust += 0.12
		}
		switch {
		case v.title >= 0 && i < v.title:
			trust -= 0.06
		case near && dated && i <= v.title+5:
			trust += 0.05
		}
		if (b.own|b.near|b.far)&(hintRelated|hintTeaser|hintComment|hintSide|hintFooter) != 0 || b.within.has(tagAside) || b.within.has(tagFooter) {
			trust -= 0.25
		}
		if b.m.words > 14 {
			trust -= 0.1
		}
		if g := v.groups[v.facts[i].group].blocks; g > 4 && b.m.words < 14 && v.nodes[b.box].tag != tagP && !dateOnly(b) {
			trust -= 0.1
		}
		if dated && crowds[v.facts[i].group] > 3 {
			trust -= 0.2 // one of many, such as the dates of teasers
		}
		trust -= 0.005 * float64(min(20, abs(i-v.title)))
		if b.within.has(tagBlockquote) || (b.own|b.near)&hintEmbed != 0 {
			trust -= 0.3
		}
		v.hearLine(c, v.spaced(b), trust)
	}
}

// hearLine hears a line of text, which may give two dates.
func (v *view) hearLine(c *court, line string, trust float64) {
	if cut := dateWords(line); cut != "" {
		c.hear(nutgraf.DateText, "a line that says published", cut, trust+0.1, false)
		return
	}
	lead := strings.ToLower(line)
	if i := strings.IndexAny(lead, "0123456789"); i >= 0 {
		lead = lead[:i]
	}
	c.hear(nutgraf.DateText, "a line of the page", line, trust, saysModified(lead))
}

// saysModified reports whether words before a date call it that of a change.
func saysModified(s string) bool {
	for _, w := range []string{"updated", "modified", "edited", "revised", "aktualisiert", "geändert", "actualizado", "mis à jour", "aggiornato", "atualizado", "bijgewerkt", "uppdaterad", "oppdatert", "güncelleme", "обновлено"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// anyLine hears all lines with a date, for a page that has no better witness.
func (v *view) anyLine(c *court) {
	for i := range v.blocks {
		b := &v.blocks[i]
		if b.m.digits >= 4 && b.m.words <= 40 && len(c.all) < 3 {
			v.hearLine(c, v.line(b.from, b.to), 0.25)
		}
	}
}

func abs(n int) int { return max(n, -n) }

// dateOnly reports whether a line holds little beside figures.
func dateOnly(b *block) bool { return b.m.words <= 6 }

// crowds counts, for each group, the short lines with figures in it.
func (v *view) crowds() []int32 {
	n := make([]int32, len(v.groups))
	for i := range v.blocks {
		if b := &v.blocks[i]; b.m.digits >= 3 && b.m.words <= 12 {
			n[v.facts[i].group]++
		}
	}
	return n
}

// dateWords cuts the words behind "published" out of a line that has several dates.
func dateWords(s string) string {
	low := strings.ToLower(s)
	for _, w := range []string{"published", "veröffentlicht", "erstellt", "publicado", "publié", "posted", "written", "created", "pubblicato", "gepubliceerd", "publicerad", "опубликовано"} {
		if i := strings.Index(low, w); i >= 0 && i < len(s) {
			if _, ok := parseMoment(s[i:], false); ok {
				return s[i:]
			}
		}
	}
	return ""
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

// urlDate cuts a date out of the path of an address.
func urlDate(u string) string {
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	i := strings.IndexByte(u, '/')
	if i < 0 {
		return ""
	}
	p := pieces(u[i:])
	s := u[i:]
	for k := range p {
		if p[k].num < 0 {
			continue
		}
		if len(p[k].text) == 8 && p[k].num > 19950000 && p[k].num < 21000000 {
			if m := compactDate(p[k].num); m.valid() {
				return m.date()
			}
		}
		if len(p[k].text) != 4 || p[k].num < 1995 || p[k].num > 2100 {
			continue
		}
		if m, ok := dayBefore(s, p[:k+1]); ok {
			return m.date()
		}
		if k+2 >= len(p) {
			continue
		}
		month, day := p[k+1], p[k+2]
		n := month.num
		if n < 0 {
			n = monthNames[month.text]
		}
		if n < 1 || day.num < 1 || len(day.text) > 2 || month.from-p[k].to != 1 || day.from-month.to != 1 {
			continue
		}
		if strings.ContainsAny(s[p[k].to:day.from], "?=&") {
			continue
		}
		if m := (moment{year: p[k].num, month: n, day: day.num}); m.valid() {
			return m.date()
		}
	}
	return ""
}

// dayBefore reads the date that ends with the year at the end of p, such as
// 29-10-2021; with the month first it is none, for who knows.
func dayBefore(s string, p []piece) (moment, bool) {
	if len(p) < 3 {
		return moment{}, false
	}
	day, month, year := p[len(p)-3], p[len(p)-2], p[len(p)-1]
	if len(day.text) != 2 || len(month.text) != 2 || month.from-day.to != 1 || year.from-month.to != 1 || strings.IndexByte("-.", s[day.to]) < 0 {
		return moment{}, false
	}
	m := moment{year: year.num, month: month.num, day: day.num}
	return m, day.num > 12 && m.valid()
}
