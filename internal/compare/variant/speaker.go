package variant

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/fold"
)

// carriers returns the folded names of outlets: whoever is named as one carries
// words and is not taken for the person who said them.
func carriers(members []nutgraf.Member, who *cast.Cast) map[string]bool {
	out := map[string]bool{}
	for _, e := range who.Entities {
		if e.Type == nutgraf.Outlet {
			out[fold.String(e.Name)] = true
		}
	}
	for _, m := range members {
		for _, c := range m.Ann.Credits {
			if c.Outlet != "" && c.Kind != nutgraf.CreditSocialPost {
				out[fold.String(c.Outlet)] = true
			}
		}
	}
	return out
}

// vote is one speaker's standing in a family.
type vote struct {
	name   string // the fullest form of the name
	entity int    // index into the cast, or -1
	weight float64
	best   nutgraf.How
	in     map[int]nutgraf.How // the best ground in each report that names the speaker
	cites  []nutgraf.Cite
}

// settle names the family's speaker, from the reports that name him. Reports
// that give nobody, or only a role, are filled from the others; reports that
// name someone else keep what they say, and the family's Why tells of it.
func (r *finder) settle(f *nutgraf.Family) {
	votes := r.votes(f)
	if len(votes) == 0 {
		r.circumstances(f)
		return
	}
	slices.SortStableFunc(votes, func(a, b vote) int {
		if d := r.rank(a.name) - r.rank(b.name); d != 0 {
			return d
		}
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	top := votes[0]
	f.Speaker, f.How, f.SpeakerEvidence = top.name, top.best, top.cites
	if len(votes) > 1 && votes[1].weight >= top.weight && r.rank(votes[1].name) == r.rank(top.name) && r.rank(top.name) == 0 {
		f.Speaker, f.How = "", ""
		for _, v := range votes[1:] {
			f.SpeakerEvidence = append(f.SpeakerEvidence, v.cites...)
		}
	}
	r.fill(f, top)
	r.circumstances(f)
}

// wordsToFill is the length of a variant, in bytes, from which its speaker may
// be taken from another report.
const wordsToFill = 30

// passedOn reports whether a variant's own words speak of another of the
// family's speakers: "Rubio said Hale was joking when she said “…”" gives Rubio's
// words and hers in one.
func (r *finder) passedOn(v nutgraf.Variant, speaker, own string) bool {
	doc := r.at[v.Doc]
	for _, i := range v.Quotes {
		q := &r.members[doc].Ann.Quotes[i]
		if q.Kind != nutgraf.Mixed {
			continue
		}
		for _, m := range r.members[doc].Ann.Mentions {
			e := r.cast.Of(doc, m.Entity)
			if e < 0 || !q.Span.Contains(m.Span) || r.cast.Entities[e].Type != nutgraf.Person {
				continue
			}
			if n := r.fold(r.cast.Entities[e].Name); n != own && (speaker == "" || within(n, r.fold(speaker)) || within(r.fold(speaker), n)) {
				return true
			}
		}
	}
	return false
}

// people returns the folded names of the story's persons.
func people(who *cast.Cast) map[string]bool {
	out := map[string]bool{}
	for _, e := range who.Entities {
		if e.Type == nutgraf.Person {
			out[fold.String(e.Name)] = true
			for _, a := range e.Aliases {
				out[fold.String(a)] = true
			}
		}
	}
	return out
}

// rank puts named speakers before outlets, and those before the unnamed.
func (r *finder) rank(name string) int {
	folded := r.fold(name)
	switch {
	case nameless(folded):
		return 2
	case r.outlets[folded] || r.outlets["the "+folded]:
		return 1
	}
	return 0
}

func (r *finder) votes(f *nutgraf.Family) []vote {
	var votes []vote
	for _, v := range f.Variants {
		doc := r.at[v.Doc]
		for _, i := range v.Quotes {
			q := &r.members[doc].Ann.Quotes[i]
			if q.Name == "" {
				continue
			}
			k := r.seat(&votes, doc, q)
			w := &votes[k]
			w.weight += float64(grade(q.How)) + q.Confidence
			if grade(q.How) > grade(w.best) {
				w.best = q.How
			}
			if grade(q.How) > grade(w.in[doc]) {
				w.in[doc] = q.How
			}
			if !q.Source.IsZero() {
				w.cites = append(w.cites, r.members[doc].Doc.Cite(q.Source))
			}
		}
	}
	return votes
}

// seat returns the index of the vote that a quotation's speaker counts for.
func (r *finder) seat(votes *[]vote, doc int, q *nutgraf.Quote) int {
	e, name := r.cast.Of(doc, q.Speaker), r.called(doc, q)
	folded := r.fold(name)
	for k := range *votes {
		v := &(*votes)[k]
		other := r.fold(v.name)
		if e >= 0 && e == v.entity || folded == other || within(folded, other) || within(other, folded) {
			if len(folded) > len(other) && !nameless(folded) && (e < 0 || e != v.entity) {
				v.name = name
			}
			return k
		}
	}
	*votes = append(*votes, vote{name: name, entity: e, in: map[int]nutgraf.How{}})
	return len(*votes) - 1
}

// called is the name that the story has for a quotation's speaker, where its report
// calls him by it or another of his names: Donald Vale for "Donald J. Vale".
func (r *finder) called(doc int, q *nutgraf.Quote) string {
	e := r.cast.Of(doc, q.Speaker)
	if e < 0 || nameless(r.fold(q.Name)) {
		return q.Name
	}
	x := &r.cast.Entities[e]
	if within(r.fold(q.Name), r.fold(x.Name)) || x.Type == nutgraf.Person && slices.Contains(x.Aliases, q.Name) {
		return x.Name
	}
	return q.Name
}

// fill gives the settled speaker, when a report names him beside the words, to
// the variants that name none, or only a role, or the outlet that carried the
// words. Where their own report names him at another place, no other is needed.
func (r *finder) fill(f *nutgraf.Family, top vote) {
	if f.Speaker == "" || r.rank(f.Speaker) > 0 || grade(top.best) < grade(nutgraf.HowPronoun) {
		return
	}
	for i := range f.Variants {
		v := &f.Variants[i]
		if (v.Speaker == "" || r.rank(v.Speaker) > 0) && len(v.Cites[0].Text) >= wordsToFill && !r.unowned(v) {
			v.Speaker, v.How = f.Speaker, nutgraf.HowReport
			if own := top.in[r.at[v.Doc]]; own != "" {
				v.How = own
			}
		}
	}
}

// unowned reports whether a report gives the words to a voice that it heard: whose it
// is may be the very question.
func (r *finder) unowned(v *nutgraf.Variant) bool {
	doc := r.at[v.Doc]
	return slices.ContainsFunc(v.Quotes, func(i int) bool {
		words := strings.Fields(strings.ToLower(r.members[doc].Ann.Quotes[i].Source.Of(r.members[doc].Doc.Text)))
		return len(words) > 0 && r.unnamed[words[len(words)-1]]
	})
}

// circumstances fills in to whom, by what medium and when it was said, each
// from the first report that tells.
func (r *finder) circumstances(f *nutgraf.Family) {
	for _, v := range f.Variants {
		doc := r.at[v.Doc]
		for _, i := range v.Quotes {
			q := &r.members[doc].Ann.Quotes[i]
			if f.Addressee == "" {
				f.Addressee = q.AddresseeName
			}
			if f.Medium == "" {
				f.Medium = q.Medium
			}
			if f.Said == nutgraf.NoDay {
				f.Said = r.day(doc, q.When)
			}
		}
	}
	f.Earliest = r.earliest(f)
}

func (r *finder) day(doc, when int) nutgraf.Day {
	if r.times == nil || when < 0 || when >= len(r.times[doc]) {
		return nutgraf.NoDay
	}
	if w := r.times[doc][when]; w.Resolved && w.From == w.To {
		return w.From
	}
	return nutgraf.NoDay
}

// earliest returns the report that was published before all others of the
// family beyond doubt, or nothing.
func (r *finder) earliest(f *nutgraf.Family) string {
	if len(r.ranges) == 0 || docs(f) < 2 {
		return ""
	}
	best := -1
	for _, v := range f.Variants {
		d := r.at[v.Doc]
		if r.ranges[d].From == nutgraf.NoDay || r.ranges[d].To == nutgraf.NoDay {
			return ""
		}
		if best < 0 || r.ranges[d].To < r.ranges[best].To {
			best = d
		}
	}
	for _, v := range f.Variants {
		if d := r.at[v.Doc]; d != best && r.ranges[d].From <= r.ranges[best].To {
			return ""
		}
	}
	return r.members[best].Doc.ID
}

// why puts a family's grounds into plain words.
func (r *finder) why(f nutgraf.Family, forms int) nutgraf.Evidence {
	e := nutgraf.Evidence{Rule: "quote/one-report", Text: "Quoted by one report only."}
	n := docs(&f)
	if n > 1 {
		e.Rule = "quote/shared-words"
		e.Text = fmt.Sprintf("%d reports quote these words", n)
		if forms > 1 {
			e.Text += ", with differences shown word by word"
		}
		e.Text += "."
	}
	if names := r.disagreed(f); len(names) > 1 {
		e.Rule = "quote/speakers-differ"
		e.Text += " Reports differ on the speaker: " + strings.Join(names, "; ") + "."
	}
	for _, v := range f.Variants {
		for _, c := range v.Cites {
			e.Refs = append(e.Refs, c.Ref)
		}
	}
	return e
}

// disagreed lists the persons that different reports name, when they are not
// one. An organization beside a person is no disagreement: people speak for it.
func (r *finder) disagreed(f nutgraf.Family) []string {
	var names, said []string
	first := ""
	apart := false
	for _, v := range f.Variants {
		a := r.fold(v.Speaker)
		if v.How == nutgraf.HowReport || !r.persons[a] || nameless(a) {
			continue
		}
		if slices.ContainsFunc(names, func(n string) bool {
			b := r.fold(n)
			return within(a, b) || within(b, a)
		}) || r.passedOn(v, f.Speaker, a) {
			continue
		}
		apart = apart || first != "" && v.Doc != first
		if first == "" {
			first = v.Doc
		}
		names, said = append(names, v.Speaker), append(said, fold.String(wordsOf(v)))
	}
	if !apart || hands(names, said) {
		return nil
	}
	return names
}

// wordsOf is what a report has of an utterance.
func wordsOf(v nutgraf.Variant) string {
	var b strings.Builder
	for _, c := range v.Cites {
		b.WriteString(c.Text)
		b.WriteByte(' ')
	}
	return b.String()
}

// hands reports whether the words that one of several speakers is given name another: they
// hand on what he said.
func hands(names, said []string) bool {
	for i, n := range names {
		words := strings.Fields(fold.String(n))
		for j, text := range said {
			if i != j && len(words) > 0 && hasWord(text, words[len(words)-1]) {
				return true
			}
		}
	}
	return false
}
