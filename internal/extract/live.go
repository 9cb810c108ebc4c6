package extract

import "strings"

// minEntries is the number of timed entries from which a report is a running one.
const minEntries = 4

// running reports whether the page is a running report: it says so to machines,
// or its title or address says so and its entries bear the time of day.
func (v *view) running() bool {
	if v.state.kind == "LiveBlogPosting" {
		return true
	}
	title := letters(v.settleTitle())
	says := v.filed("running")
	for _, w := range refusals["live"] {
		says = says || strings.Contains(title, w)
	}
	return says && v.entries() >= minEntries
}

// entries counts the lines of the body, or between its blocks, that give a time of day.
func (v *view) entries() (n int) {
	from, to := -1, -1
	for i, k := range v.kinds {
		if k.Body() {
			if from < 0 {
				from = i
			}
			to = i
		}
	}
	if from < 0 {
		return 0
	}
	for i := max(0, from-2); i <= to; i++ {
		if b := &v.blocks[i]; b.m.words <= 8 && b.m.digits >= 3 && clock(v.line(b.from, b.to)) {
			n++
		}
	}
	return n
}

// clock reports whether a line begins with a time of day, or with a date and one.
func clock(s string) bool {
	if m, ok := parseMoment(s, false); ok {
		return m.clock != ""
	}
	p := pieces(s)
	return len(p) > 1 && p[0].num >= 0 && p[0].num < 25 && p[1].num >= 0 && p[1].num < 60 && len(p[1].text) == 2 &&
		p[1].from-p[0].to == 1 && strings.IndexByte(":.h", s[p[0].to]) >= 0
}
