package eval

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/compare"
	"nutgraf/internal/lang"
)

// mutant is a change to one report: the words on each of spans become words.
// A true mutant sets a fact against what another report says at others; a
// harmless one says the same in another way.
type mutant struct {
	kind     string
	want     []nutgraf.ConflictKind // nil for a harmless mutant
	member   int
	spans    []nutgraf.Span
	words    string
	others   []nutgraf.Cite // where the other reports say it; nil when any place of theirs will do
	was, now string         // for the reader of what was missed
}

// Mutations are the counts of a mutation test by kind: of facts changed against
// another report's, how many were shown with both sides' words; of harmless
// changes, how many brought up a hard or medium conflict that was not there.
// Untouched and Shown count the stories as they are, and those of them that
// show a hard value, date, window or status conflict, true or false.
type Mutations struct {
	Kinds, Harmless  []string
	Tried, Found     map[string]int
	Untouched, Shown int
	Missed           []string
}

// perKind is how many mutants of one kind a story has at the most, so that no
// large story outweighs the rest.
const perKind = 4

// Mutate runs the mutation test over stories.
func (p *Program) Mutate(stories [][]Input) (Mutations, error) {
	kinds, harmless := []string{"number", "window", "status", "date", "name", "speaker"}, []string{"rounding", "numeral", "wording"}
	return mutated(kinds, harmless, stories, p.mutateStory)
}

// mutated adds up what a test counts of each story; nil where there is nothing to
// try.
func mutated(kinds, harmless []string, stories [][]Input, test func(*compare.Comparer, []Input) *Mutations) (Mutations, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return Mutations{}, err
	}
	c := compare.New(pack)
	out := Mutations{Kinds: kinds, Harmless: harmless, Tried: map[string]int{}, Found: map[string]int{}}
	for _, r := range each(len(stories), func(i int) *Mutations { return test(c, stories[i]) }) {
		if r == nil {
			continue
		}
		for _, k := range slices.Concat(kinds, harmless) {
			out.Tried[k] += r.Tried[k]
			out.Found[k] += r.Found[k]
		}
		out.Untouched, out.Shown = out.Untouched+r.Untouched, out.Shown+r.Shown
		out.Missed = append(out.Missed, r.Missed...)
	}
	return out, nil
}

// note counts a mutant of a document by whether it raised a difference, as a true
// one must and a harmless one must not.
func (m *Mutations) note(mu mutant, doc string, hit bool) {
	m.Tried[mu.kind]++
	if hit {
		m.Found[mu.kind]++
	}
	if hit == (mu.want == nil) {
		m.Missed = append(m.Missed, mu.kind+": "+doc+": "+mu.was+" -> "+mu.now)
	}
}

// Recall is the share of true mutants that were found, Alarms that of harmless
// ones that raised one.
func (m Mutations) Recall() float64 { return m.share(m.Kinds) }

// Alarms is the share of harmless mutants after which a conflict was shown.
func (m Mutations) Alarms() float64 { return m.share(m.Harmless) }

// Mean is the mean of the kinds' recalls: names, of which a story has most, do
// not outweigh the rest.
func (m Mutations) Mean() float64 {
	sum, n := 0.0, 0.0
	for _, k := range m.Kinds {
		if m.Tried[k] > 0 {
			sum, n = sum+ratio(m.Found[k], m.Tried[k]), n+1
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

func (m Mutations) share(kinds []string) float64 {
	tried, found := 0, 0
	for _, k := range kinds {
		tried, found = tried+m.Tried[k], found+m.Found[k]
	}
	return ratio(found, tried)
}

func (p *Program) mutateStory(c *compare.Comparer, in []Input) *Mutations {
	var members []nutgraf.Member
	var inputs []Input
	for _, x := range in {
		if m, ok := p.member(x); ok {
			members, inputs = append(members, m), append(inputs, x)
		}
	}
	if len(members) < 2 {
		return nil
	}
	base := c.Compare(members)
	out := &Mutations{Tried: map[string]int{}, Found: map[string]int{}, Untouched: 1}
	if loud(base.Conflicts, true) > 0 {
		out.Shown = 1
	}
	for _, mu := range propose(members, base) {
		if out.Tried[mu.kind] == perKind {
			continue
		}
		x := inputs[mu.member]
		x.Text = mu.apply(members[mu.member].Doc.Text)
		m, ok := p.member(x)
		if !ok {
			continue
		}
		changed := slices.Clone(members)
		changed[mu.member] = m
		got := c.Compare(changed).Conflicts
		out.note(mu, m.Doc.ID, mu.want == nil && loud(got, false) > loud(base.Conflicts, false) || mu.want != nil && mu.shown(m.Doc.ID, got))
	}
	return out
}

func (p *Program) member(x Input) (nutgraf.Member, bool) {
	doc, err := x.document()
	if err != nil {
		return nutgraf.Member{}, false
	}
	seg, ann := p.annotator.Annotate(doc)
	return nutgraf.Member{Doc: doc, Seg: seg, Ann: ann}, true
}

// loud counts the hard and medium conflicts; with facts, only the hard ones of
// facts that the mutants touch.
func loud(cs []nutgraf.Conflict, facts bool) int {
	n := 0
	for _, c := range cs {
		fact := c.Kind == nutgraf.ConflictValue || c.Kind == nutgraf.ConflictDate || c.Kind == nutgraf.ConflictWindow || c.Kind == nutgraf.ConflictStatus
		if !facts && c.Severity != nutgraf.Soft || facts && fact && c.Severity == nutgraf.Hard {
			n++
		}
	}
	return n
}

// apply writes the mutant's words over its spans, which are in text order.
func (mu mutant) apply(text string) string {
	var b strings.Builder
	at := 0
	for _, s := range mu.spans {
		b.WriteString(text[at:s.Start])
		b.WriteString(mu.words)
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// shown reports whether a conflict of the mutant's kind cites the changed words
// on one side and the other reports' on another.
func (mu mutant) shown(doc string, cs []nutgraf.Conflict) bool {
	for _, c := range cs {
		if !slices.Contains(mu.want, c.Kind) {
			continue
		}
		own, other := -1, -1
		for i, s := range c.Sides {
			for _, e := range s.Evidence {
				if e.Doc == doc && strings.Contains(e.Text, mu.words) {
					own = i
				} else if e.Doc != doc && mu.opposes(e) {
					other = i
				}
			}
		}
		if own >= 0 && other >= 0 && own != other {
			return true
		}
	}
	return false
}

func (mu mutant) opposes(e nutgraf.Cite) bool {
	return mu.others == nil || nutgraf.Touch(mu.others, e.Ref)
}

// propose makes the mutants of a story: of each fact that two reports agree on,
// and of the words around them.
func propose(members []nutgraf.Member, f nutgraf.Findings) []mutant {
	var out []mutant
	for _, m := range f.Matters {
		fr, own, others, ok := agreed(m)
		if !ok {
			continue
		}
		base := mutant{member: fr.Member, others: others}
		switch m.Kind {
		case nutgraf.ClaimQuantity:
			out = append(out, quantityMutants(members[fr.Member], f.Times[fr.Member], fr, own, base)...)
		case nutgraf.ClaimDate:
			base.kind, base.want = "date", []nutgraf.ConflictKind{nutgraf.ConflictDate}
			out = appendMutant(out, members[fr.Member], base, own, otherDay)
		}
	}
	out = append(out, wordingMutants(members, f)...)
	out = append(out, nameMutants(members, f)...)
	return append(out, speakerMutants(members, f)...)
}

// agreed returns the first frame of a matter on which reports agree, the places
// where its report states it, and the other reports' clauses: if it is stated in
// the body and in the reports' own words.
func agreed(m nutgraf.Matter) (fr nutgraf.Frame, own []nutgraf.Span, others []nutgraf.Cite, ok bool) {
	fr = m.Frames[0]
	for _, x := range m.Frames {
		switch {
		case x.Quote >= 0 || x.Headline:
		case x.Member == fr.Member:
			own = append(own, x.Focus)
		case m.Kind != nutgraf.ClaimQuantity || x.Value == fr.Value:
			others = append(others, x.Clause)
		}
	}
	return fr, own, others, m.Agreed && len(own) > 0 && len(others) > 0 && own[0] == fr.Focus
}

// appendMutant adds a mutant of the words on spans, if they can be changed and
// are all of their kind in the report.
func appendMutant(dst []mutant, m nutgraf.Member, base mutant, spans []nutgraf.Span, change func(string) string) []mutant {
	was := spans[0].Of(m.Doc.Text)
	now := change(was)
	spans = slices.DeleteFunc(slices.Clone(spans), func(s nutgraf.Span) bool { return s.Of(m.Doc.Text) != was })
	if now == "" || now == was || base.want != nil && strings.Count(m.Doc.Text, was) > len(spans) {
		return dst
	}
	base.spans, base.words, base.was, base.now = spans, now, was, now
	return append(dst, base)
}

func quantityMutants(m nutgraf.Member, times []nutgraf.When, fr nutgraf.Frame, own []nutgraf.Span, base mutant) []mutant {
	var out []mutant
	if !fr.Known || fr.Value < 2 {
		return nil
	}
	if fr.Quantity < 0 { // a length of time
		base.kind, base.want = "window", []nutgraf.ConflictKind{nutgraf.ConflictWindow}
		return appendMutant(out, m, base, own, otherNumber)
	}
	number := base
	number.kind, number.want = "number", []nutgraf.ConflictKind{nutgraf.ConflictValue}
	out = appendMutant(out, m, number, own, otherNumber)
	if fr.When >= 0 && times[fr.When].Type == nutgraf.DurationType {
		window := base
		window.kind, window.want = "window", []nutgraf.ConflictKind{nutgraf.ConflictWindow, nutgraf.ConflictStatus}
		out = appendMutant(out, m, window, []nutgraf.Span{times[fr.When].Span}, otherNumber)
	}
	if at, base2, ok := reachedBy(m, fr); ok {
		status := base
		status.kind, status.want = "status", []nutgraf.ConflictKind{nutgraf.ConflictStatus}
		out = appendMutant(out, m, status, []nutgraf.Span{at}, func(string) string { return "is projected to " + base2 })
	}
	for kind, change := range map[string]func(string) string{"rounding": rounded, "numeral": renumbered} {
		harmless := base
		harmless.kind = kind
		out = appendMutant(out, m, harmless, own, change)
	}
	slices.SortStableFunc(out, func(a, b mutant) int { return strings.Compare(a.kind, b.kind) })
	return out
}

// reachedBy returns the past verb just before a number with its infinitive.
func reachedBy(m nutgraf.Member, fr nutgraf.Frame) (nutgraf.Span, string, bool) {
	at := m.Seg.TokenAt(fr.Focus.Start)
	for i := at - 1; i > max(0, at-4) && fr.Status == nutgraf.Achieved; i-- {
		w := m.Seg.Tokens[i].Span().Of(m.Doc.Text)
		if inf, ok := infinitives[w]; ok {
			return m.Seg.Tokens[i].Span(), inf, m.Seg.Tokens[i-1].Upper || m.Seg.Tokens[i-1].Kind == nutgraf.Word && !auxiliary[m.Seg.Tokens[i-1].Span().Of(m.Doc.Text)]
		}
	}
	return nutgraf.Span{}, "", false
}

var infinitives = map[string]string{
	"killed": "kill", "injured": "injure", "drew": "draw", "cut": "cut", "lost": "lose", "won": "win", "sold": "sell", "raised": "raise", "earned": "earn",
	"spent": "spend", "paid": "pay", "received": "receive", "reached": "reach", "made": "make", "took": "take", "hit": "hit", "cost": "cost", "attracted": "attract",
	"collected": "collect", "closed": "close", "evacuated": "evacuate", "displaced": "displace", "destroyed": "destroy", "added": "add", "gained": "gain",
}

var auxiliary = map[string]bool{"to": true, "was": true, "were": true, "be": true, "been": true, "has": true, "have": true, "had": true, "will": true, "would": true, "is": true, "are": true, "and": true, "could": true, "may": true, "might": true, "can": true}

// otherNumber changes the first digit, or the first number word, to another of
// the same form.
func otherNumber(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= '0' && c <= '9' {
			if b[i]++; c >= '6' {
				b[i] = c - 2
			}
			return string(b)
		}
	}
	f := strings.Fields(s)
	for i, w := range f {
		if n := slices.Index(smallNumbers, strings.ToLower(w)); n >= 2 {
			f[i] = smallNumbers[n%9+2]
			return strings.Join(f, " ")
		}
	}
	return ""
}

var smallNumbers = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// rounded gives a large exact number as about its first two digits.
func rounded(s string) string {
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil || n < 1000 || n != math.Trunc(n) {
		return ""
	}
	unit := math.Pow(10, math.Floor(math.Log10(n))-1)
	r := strconv.Itoa(int(math.Round(n/unit) * unit))
	for i := len(r) - 3; i > 0; i -= 3 {
		r = r[:i] + "," + r[i:]
	}
	if r == s {
		return ""
	}
	return "about " + r
}

// renumbered writes a small number in the other script.
func renumbered(s string) string {
	if n := slices.Index(smallNumbers, s); n >= 2 {
		return strconv.Itoa(n)
	}
	if n, err := strconv.Atoi(s); err == nil && n >= 2 && n <= 10 {
		return smallNumbers[n]
	}
	return ""
}

// otherDay changes the weekday, or the day of the month.
func otherDay(s string) string {
	days := []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
	for i, d := range days {
		if strings.Contains(s, d) && !strings.ContainsAny(s, "0123456789") {
			return strings.Replace(s, d, days[(i+3)%7], 1)
		}
	}
	for i := 0; i < len(s); i++ {
		end := i
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if n := end - i; n == 1 || n == 2 {
			return s[:end-1] + string('0'+(s[end-1]-'0'+4)%9) + s[end:]
		}
		i = max(i, end)
	}
	return ""
}

// wordings are words that say the same in a count.
var wordings = map[string]string{
	"injured": "wounded", "wounded": "injured", "workers": "employees", "employees": "workers", "killed": "slain", "bought": "purchased", "began": "started",
	"said": "stated", "told": "said to", "large": "big", "about": "around", "approximately": "about", "nearly": "almost", "over": "more than", "children": "kids", "purchased": "bought",
}

// wordingMutants change one plain word near a fact that two reports share.
func wordingMutants(members []nutgraf.Member, f nutgraf.Findings) []mutant {
	var out []mutant
	for _, m := range f.Matters {
		fr := m.Frames[0]
		if reports := m.Frames[len(m.Frames)-1].Member != fr.Member; !reports || m.Kind == nutgraf.ClaimStatus || fr.Quote >= 0 {
			continue
		}
		member := members[fr.Member]
		for i := member.Seg.TokenAt(fr.Clause.Span.Start); i < len(member.Seg.Tokens) && int(member.Seg.Tokens[i].Start) < fr.Clause.Span.End; i++ {
			if now := wordings[member.Seg.Tokens[i].Span().Of(member.Doc.Text)]; now != "" {
				out = appendMutant(out, member, mutant{kind: "wording", member: fr.Member}, []nutgraf.Span{member.Seg.Tokens[i].Span()}, func(string) string { return now })
				break
			}
		}
	}
	return out
}

// nameMutants spell a person's surname otherwise throughout one report.
func nameMutants(members []nutgraf.Member, f nutgraf.Findings) []mutant {
	var out []mutant
	for _, e := range f.Entities {
		words := strings.Fields(e.Name)
		if e.Type != nutgraf.Person || len(words) < 2 {
			continue
		}
		var in []int
		for i, idx := range e.Members {
			if idx >= 0 && strings.Contains(members[i].Doc.Text, e.Name) {
				in = append(in, i)
			}
		}
		last := words[len(words)-1]
		now := misspelled(last)
		if len(in) < 2 || now == "" {
			continue
		}
		mu := mutant{kind: "name", want: []nutgraf.ConflictKind{nutgraf.ConflictName}, member: in[0], words: now, was: e.Name, now: now}
		mu.spans = places(members[in[0]].Doc.Text, last)
		out = append(out, mu)
	}
	return out
}

// places returns where a word stands in a text.
func places(text, word string) []nutgraf.Span {
	var out []nutgraf.Span
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return out
		}
		out = append(out, nutgraf.Span{Start: at + i, End: at + i + len(word)})
		at += i + len(word)
	}
}

// misspelled changes a vowel inside a name of five letters or more.
func misspelled(name string) string {
	if len(name) < 5 {
		return ""
	}
	for i := len(name) - 2; i > 0; i-- {
		if j := strings.IndexByte("aeiou", name[i]); j >= 0 {
			return name[:i] + string("eaeuo"[j]) + name[i+1:]
		}
	}
	return ""
}

// speakerMutants give an utterance that two reports have of one speaker to
// another in one of them.
func speakerMutants(members []nutgraf.Member, f nutgraf.Findings) []mutant {
	var out []mutant
	for _, fam := range f.Families {
		if fam.Kind != nutgraf.Direct {
			continue
		}
		var named []nutgraf.Variant
		for _, v := range fam.Variants {
			words := strings.Fields(v.Speaker)
			if len(words) > 1 && v.How == nutgraf.HowCue && v.Kind != nutgraf.Paraphrase && strings.HasSuffix(v.SpeakerCite.Text, words[len(words)-1]) {
				named = append(named, v)
			}
		}
		if len(named) < 2 || named[0].Speaker != named[1].Speaker || named[0].Doc == named[1].Doc {
			continue
		}
		v := named[0]
		i := slices.IndexFunc(members, func(m nutgraf.Member) bool { return m.Doc.ID == v.Doc })
		mu := mutant{kind: "speaker", want: []nutgraf.ConflictKind{nutgraf.ConflictSpeaker}, member: i, words: "Harold Quist", spans: []nutgraf.Span{v.SpeakerCite.Span}, was: v.SpeakerCite.Text, now: "Harold Quist"}
		out = append(out, mu)
	}
	return out
}
