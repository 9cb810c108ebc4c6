package extract

import (
	"fmt"
	"strings"
	"time"

	"nutgraf"
)

// testimony is what one witness says of the page's date.
type testimony struct {
	nutgraf.Witness
	at    moment
	trust float64 // in [0, 1], before the court has heard the others
	said  string  // where it stands, for the reason
}

// court hears all witnesses of a page's publication date.
type court struct {
	all        []testimony
	monthFirst bool
	captured   time.Time
	seen       map[string]bool
}

// hear takes in a written date. The words that name its place go into the
// reason of the verdict.
func (c *court) hear(source nutgraf.DateSource, said, written string, trust float64, modified bool) {
	written = strings.TrimSpace(written)
	if written == "" {
		return
	}
	at, ok := parseMoment(written, c.monthFirst)
	if !ok || len(c.all) >= 64 {
		return
	}
	key := string(source) + at.String()
	if c.seen[key] {
		return
	}
	c.seen[key] = true
	c.all = append(c.all, testimony{
		Witness: nutgraf.Witness{Source: source, Value: at.String(), Modified: modified},
		at:      at, trust: trust, said: said,
	})
}

// judge rejects what cannot be, settles what could be read in two ways, and
// keeps the best.
func (c *court) judge() ([]nutgraf.Witness, nutgraf.Published) {
	for i := range c.all {
		c.settle(&c.all[i])
		c.refuse(&c.all[i])
	}
	for i := range c.all {
		c.unmask(&c.all[i])
	}
	best := c.best()
	if best >= 0 {
		c.localize(best)
	}
	var out []nutgraf.Witness
	for i := range c.all {
		w := &c.all[i]
		if best >= 0 && w.Why == "" {
			c.compare(w, i, best)
		}
		out = append(out, w.Witness)
	}
	if best < 0 {
		return out, nutgraf.Published{Why: "no witness that can be relied on"}
	}
	b := &c.all[best]
	return out, nutgraf.Published{Value: b.Value, Source: b.Source, Confidence: c.confidence(best), Why: b.Why}
}

// settle swaps day and month when another witness says so.
func (c *court) settle(w *testimony) {
	if !w.at.vague {
		return
	}
	other := w.at
	other.month, other.day = w.at.day, w.at.month
	for i := range c.all {
		o := &c.all[i]
		if o.at.vague || o.at.date() == w.at.date() {
			continue
		}
		if o.at.date() == other.date() {
			w.at = other
			w.Value = other.String()
			return
		}
	}
}

// refuse sets aside what cannot be a publication date.
func (c *court) refuse(w *testimony) {
	day := time.Date(w.at.year, time.Month(w.at.month), w.at.day, 0, 0, 0, 0, time.UTC)
	switch {
	case w.Why != "": // was no date from the start
	case !c.captured.IsZero() && day.After(c.captured.AddDate(0, 0, 1)):
		w.Why = "later than the capture of the page"
	case w.at.year < 1990:
		w.Why = "older than the web"
	case w.at.month == 1 && w.at.day == 1 && (w.at.clock == "" || w.at.clock == "00:00:00") && c.others(w):
		w.Why = "1 January is what programs write for a date they do not know"
	case w.at.year > 2100:
		w.Why = "too far in the future"
	}
}

// unmask calls a witness that does not say what it dates one of modification
// when it tells the very instant of one.
func (c *court) unmask(w *testimony) {
	if w.Modified || w.at.clock == "" || w.trust > unnamed {
		return
	}
	at := w.at.utc()
	for i := range c.all {
		o := &c.all[i]
		if o.Modified && o.at.clock != "" && o.at.utc().Equal(at) {
			w.Modified = true
		}
	}
}

// unnamed is the most trust in a meta element whose name does not say what it dates.
const unnamed = 0.72

// others reports whether a witness of another day is there.
func (c *court) others(w *testimony) bool {
	for i := range c.all {
		if o := &c.all[i]; o.Why == "" && o.at.date() != w.at.date() {
			return true
		}
	}
	return false
}

// localize gives the best witness the zone of the page when it speaks in UTC
// and another witness tells the same instant by the local clock.
func (c *court) localize(best int) {
	b := &c.all[best]
	if b.at.clock == "" || b.at.zone != "Z" && b.at.zone != "+00:00" {
		return
	}
	utc := b.at.instant()
	if c.midnight(b, utc) {
		return
	}
	var local *testimony
	nearest := time.Duration(0)
	for i := range c.all {
		o := &c.all[i]
		if i == best || o.Modified || o.Why != "" || o.at.clock == "" || o.Source == nutgraf.DateText && o.at.twelve && c.monthFirst || o.at.zone == "Z" || o.at.zone == "+00:00" {
			continue
		}
		gap := o.at.instant().Sub(utc)
		if o.at.clock[6:] == "00" && b.at.clock[6:] != "00" {
			gap = o.at.instant().Sub(utc.Truncate(time.Minute))
		}
		if gap == 0 || gap%(30*time.Minute) != 0 || gap < -12*time.Hour || gap > 14*time.Hour {
			continue
		}
		if o.at.zone != "" && o.at.zone != zoneOf(gap) {
			continue
		}
		if local == nil || gap.Abs() < nearest.Abs() {
			local, nearest = o, gap
		}
	}
	if local == nil {
		c.eve(b, utc)
		return
	}
	b.move(utc, nearest)
	b.said += ", in the zone of " + local.said
}

// move tells the witness's instant by the clock of a zone.
func (w *testimony) move(utc time.Time, gap time.Duration) {
	at := utc.Add(gap)
	w.at = moment{year: at.Year(), month: int(at.Month()), day: at.Day(), clock: at.Format(time.TimeOnly), zone: zoneOf(gap)}
	w.Value = w.at.String()
}

// midnight reads a witness that tells the first hour of a day in UTC, such as
// 23:00 of the eve, as that day when another witness of the page names it; and
// one that tells the end of an evening when the address does, which is written
// by the local clock.
func (c *court) midnight(b *testimony, utc time.Time) bool {
	day := utc.Truncate(24*time.Hour).AddDate(0, 0, 1)
	gap := day.Sub(utc)
	full := gap%time.Hour == 0 && gap <= 14*time.Hour
	if !full && gap > lateEvening {
		return false
	}
	for i := range c.all {
		o := &c.all[i]
		if o.Modified || o.Why != "" || o.at.clock != "" || o.at.date() != day.Format(time.DateOnly) || !full && o.Source != nutgraf.DateURL {
			continue
		}
		b.move(utc, (gap + time.Hour - 1).Truncate(time.Hour))
		b.said += ", the day after where " + o.said + " was written"
		return true
	}
	return false
}

// eve reads a witness that tells the first hours of a day in UTC as the evening
// before when witnesses of two other kinds name that day and none the day in UTC.
func (c *court) eve(b *testimony, utc time.Time) {
	day := utc.Truncate(24 * time.Hour)
	if utc.Sub(day) >= smallHours {
		return
	}
	before := day.AddDate(0, 0, -1).Format(time.DateOnly)
	kinds := map[nutgraf.DateSource]bool{}
	said := ""
	for i := range c.all {
		o := &c.all[i]
		switch {
		case o.Modified || o.Why != "" || o == b || o.at.zone == "Z" || o.at.zone == "+00:00":
		case o.at.date() == day.Format(time.DateOnly):
			return
		case o.at.date() == before && o.Source != b.Source:
			kinds[o.Source] = true
			said = first(said, o.said)
		}
	}
	if len(kinds) < 2 {
		return
	}
	b.move(utc, -(utc.Sub(day) + time.Hour).Truncate(time.Hour))
	b.said += ", the evening before where " + said + " was written"
}

// smallHours is how long behind midnight in UTC the evening lasts in the west of America.
const smallHours = 8 * time.Hour

// lateEvening is how long before midnight in UTC the day may have ended where a
// page was written.
const lateEvening = 3 * time.Hour

func zoneOf(gap time.Duration) string {
	sign := '+'
	if gap < 0 {
		sign, gap = '-', -gap
	}
	return fmt.Sprintf("%c%02d:%02d", sign, int(gap.Hours()), int(gap.Minutes())%60)
}

// best returns the index of the witness to keep, or -1. Witnesses of the same
// day support each other, one of a kind; a date of modification is kept only
// where none of publication is at hand.
func (c *court) best() int {
	best, top := -1, 0.0
	for i := range c.all {
		w := &c.all[i]
		if w.Why != "" {
			continue
		}
		score := w.trust
		if w.Modified {
			score *= 0.4
		} else {
			score += c.support(i)
		}
		if score > top+1e-9 {
			best, top = i, score
		}
	}
	return best
}

// support is what the witnesses of other kinds that name the same day add.
func (c *court) support(i int) (sum float64) {
	w := &c.all[i]
	heard := map[nutgraf.DateSource]float64{}
	for j := range c.all {
		o := &c.all[j]
		if j != i && o.Why == "" && !o.Modified && o.Source != w.Source && c.sameDay(w, o) && o.trust > heard[o.Source] {
			sum += 0.12 * (o.trust - heard[o.Source])
			heard[o.Source] = o.trust
		}
	}
	return sum
}

// sameDay reports whether two witnesses can mean one day, zones allowed for.
func (c *court) sameDay(a, b *testimony) bool {
	return a.at.date() == b.at.date()
}

func (c *court) compare(w *testimony, i, best int) {
	b := &c.all[best]
	switch {
	case i == best:
		w.Kept, w.Why = true, "the most trusted witness: "+w.said
		if w.Modified {
			w.Why = "only a date of modification is stated: " + w.said
		}
	case w.at.date() == b.at.date() && !w.Modified:
		w.Kept, w.Why = true, "agrees: "+w.said
	case w.Modified:
		w.Why = "speaks of the last modification: " + w.said
	default:
		w.Why = "a more trusted witness says otherwise: " + w.said
	}
}

func (c *court) confidence(best int) float64 {
	b := &c.all[best]
	p := b.trust
	if b.Modified {
		p *= 0.5
	}
	for i := range c.all {
		w := &c.all[i]
		if i == best || w.Modified || w.Source == b.Source {
			continue
		}
		if w.at.date() == b.at.date() {
			p += (1 - p) * 0.5
		} else if w.Why == "" && w.trust > 0.5 {
			p *= 0.8
		}
	}
	return float64(int(p*100+0.5)) / 100
}
