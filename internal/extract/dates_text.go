package extract

import (
	"strings"
	"unicode/utf8"

	"nutgraf"
)

// blockDates hears the lines of text around the headline that hold a date.
func (v *view) blockDates(c *court) {
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
		if (b.own|b.near|b.far)&(elsewhere|hintFooter) != 0 || b.within.has(tagAside) || b.within.has(tagFooter) || v.overPage(b.from) {
			trust -= 0.25
		}
		switch {
		case b.m.words > 14 && !dated && v.kinds[i].Body():
			trust -= 0.3 // a sentence that tells of a day
		case b.m.words > 14:
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

// leadDates hears the dates with which the first paragraphs begin, as those of
// press releases do.
func (v *view) leadDates(c *court) {
	left := leadParagraphs
	for i, k := range v.kinds {
		if !k.Body() {
			continue
		}
		if left--; left < 0 {
			return
		}
		b := &v.blocks[i]
		c.hear(nutgraf.DateText, "the beginning of the text", leadDate(v.line(b.from, min(b.to, b.from+maxHeadingNodes))), 0.65, false)
	}
}

// leadParagraphs is how many paragraphs may begin with the date of the article.
const leadParagraphs = 3

// leadDate returns the date that a paragraph begins with when a mark parts it
// from the text: alone, in brackets or behind a place.
func leadDate(s string) string {
	if len(s) > maxLeadDate {
		s = s[:maxLeadDate]
	}
	p := pieces(s)
	for i := range min(len(p), maxPlace+1) {
		if _, n := dateAt(s, p[i:], false); n > 1 {
			rest := strings.TrimLeft(s[p[i+n-1].to:], " ")
			if r, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune(".):-–—|/", r) {
				return s[p[i].from:p[i+n-1].to]
			}
			return ""
		}
		if p[i].num >= 0 {
			return ""
		}
	}
	return ""
}

const (
	maxLeadDate = 64 // bytes
	maxPlace    = 3  // words of the place before the date
)

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
