package eval

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/compare"
	"nutgraf/internal/lang"
)

// Turned runs the mutation test on copies whose sense is turned without a number,
// a day or a name being another: for whom or where a statement holds ("scope", and
// "widened" where a place makes way for the whole country), what
// one did to another ("relation"; "other relation" by verbs that were put on no list
// for this test), how people are related ("kin"), whether something will be or may ("may"), and a headline that gives another number than its own text. A copy that is set in another house style, or says the same in other
// words throughout, must raise nothing.
func (p *Program) Turned(stories [][]Input) (Mutations, error) {
	kinds, harmless := []string{"scope", "widened", "relation", "other relation", "kin", "may", "headline"}, []string{"restyled", "paraphrased"}
	return mutated(kinds, harmless, stories, p.turnStory)
}

func (p *Program) turnStory(c *compare.Comparer, in []Input) *Mutations {
	t := p.trial(c, in)
	if t == nil {
		return nil
	}
	t.mutants(slices.Concat(scopeMutants(t.was, t.p.countries), relationMutants(t.was)))
	for _, h := range []struct {
		kind   string
		change func(string) string
	}{{"restyled", restyled}, {"paraphrased", func(s string) string { return reworded(restyled(s)) }}} {
		text := h.change(t.was.Doc.Text)
		if text == t.was.Doc.Text {
			continue
		}
		if id, got, ok := t.beside(text); ok {
			t.out.note(mutant{kind: h.kind, was: shownIn(got)}, id, loud(got, false) > 0)
		}
	}
	t.headline()
	return &t.out
}

// shownIn tells what a harmless copy raised, for the reader of what was missed.
func shownIn(cs []nutgraf.Conflict) string {
	for _, c := range cs {
		if c.Severity != nutgraf.Soft {
			return string(c.Kind) + " " + c.Matter + ": " + c.Why
		}
	}
	return ""
}

// headlineWords is the length up to which a sentence can stand as a headline.
const headlineWords = 22

// headline puts one of the report's first sentences, which gives a number, at its
// head as its title, with the number changed.
func (t *trial) headline() {
	was, x := t.was, t.first
	for _, q := range was.Ann.Quantities {
		i := was.Seg.SentenceAt(q.Span.Start)
		if i < 0 || !q.Known || q.Value < 2 || q.Kind == nutgraf.Ordinal || q.Kind == nutgraf.Superlative || overlapsTime(was, q.Span) || quotedAt(was, q.Span) || !inBody(was, q.Span) {
			continue
		}
		s := was.Seg.Sentences[i].Span
		text, now := s.Of(was.Doc.Text), otherNumber(q.Span.Of(was.Doc.Text))
		if s.Start > headlineReach || now == "" || len(strings.Fields(text)) > headlineWords || strings.Contains(text, "\n") {
			continue
		}
		title := strings.TrimSuffix(text[:q.Span.Start-s.Start]+now+text[q.Span.End-s.Start:], ".")
		x.Title, x.Text = title, title+"\n\n"+was.Doc.Text
		m, ok := t.p.member(x)
		if !ok {
			return
		}
		mu := mutant{kind: "headline", want: headed[:], was: text, now: title}
		t.out.note(mu, m.Doc.ID, slices.ContainsFunc(t.c.Compare([]nutgraf.Member{m}).Conflicts, func(c nutgraf.Conflict) bool {
			side := func(head bool) int {
				return slices.IndexFunc(c.Sides, func(s nutgraf.Side) bool {
					return slices.ContainsFunc(s.Evidence, func(e nutgraf.Cite) bool { return (e.Span.Start < len(title)) == head })
				})
			}
			return slices.Contains(mu.want, c.Kind) && side(true) >= 0 && side(false) >= 0 && side(true) != side(false)
		}))
		return
	}
}

// headlineReach is the number of bytes of a report among which its first sentences
// stand.
const headlineReach = 1500

// headed are the kinds of difference by which a headline may part from its text.
var headed = [...]nutgraf.ConflictKind{nutgraf.ConflictValue, nutgraf.ConflictWindow, nutgraf.ConflictUnit}

// scopes are words of where or for whom a statement holds, and others in their place.
var scopes = map[string]string{
	"nationwide": "statewide", "statewide": "nationwide", "worldwide": "nationwide", "citywide": "nationwide", "globally": "nationally", "nationally": "locally",
	"adults": "children", "women": "men", "men": "women", "students": "teachers", "voters": "lawmakers", "federal": "state", "international": "domestic",
}

// turnable are the kinds of difference by which another scope or relation may be shown.
var turnable = []nutgraf.ConflictKind{nutgraf.ConflictPlace, nutgraf.ConflictStatus, nutgraf.ConflictUnit, nutgraf.ConflictWording, nutgraf.ConflictName, nutgraf.ConflictRelation}

// scopeMutants change where or for whom a statement holds: one word for another, or
// "in Vale" to "nationwide"; not the name of a country, which may be the nation that is meant.
func scopeMutants(m nutgraf.Member, countries map[string]bool) []mutant {
	out := wordMutants(m, "scope", scopes)
	for _, x := range m.Ann.Mentions {
		if x.Kind != nutgraf.ByName || x.Entity < 0 || m.Ann.Entities[x.Entity].Type != nutgraf.Place || quotedAt(m, x.Span) || !inBody(m, x.Span) {
			continue
		}
		if countries[strings.ReplaceAll(strings.TrimPrefix(lang.Lower(x.Span.Of(m.Doc.Text)), "the "), ".", "")] || apostrophe(m.Doc.Text[x.Span.End:]) {
			continue
		}
		if from := x.Span.Start - len("in "); from > 0 && m.Doc.Text[from:x.Span.Start] == "in " {
			s := nutgraf.Span{Start: from, End: x.Span.End}
			out = append(out, mutant{kind: "widened", want: turnable, spans: []nutgraf.Span{s}, words: "nationwide", was: sentenceAround(m, s), now: "nationwide"})
		}
	}
	return out
}

// relations are verbs of what one does to another, and others that say it is not so.
// Those that the program did not know as opposites were put on its list after this
// test had shown them.
var relations = map[string]string{
	"hired": "fired", "won": "lost", "approved": "rejected", "rose": "fell", "bought": "sold", "joined": "left", "supported": "opposed", "arrested": "released", "passed": "blocked",
	"praised": "criticized", "criticized": "praised", "signed": "vetoed", "allowed": "banned", "attacked": "defended", "defended": "attacked", "welcomed": "condemned",
	"condemned": "welcomed", "urged": "warned", "ordered": "forbade", "cut": "raised", "raised": "cut", "nominated": "dismissed", "sued": "paid", "sent": "refused", "launched": "halted",
}

// otherRelations are more of them, chosen when the list was finished: no word is to be
// put on a list because this test misses it.
var otherRelations = map[string]string{
	"elected": "defeated", "rescued": "abandoned", "accused": "cleared", "settled": "contested", "honored": "mocked", "protected": "endangered", "invited": "expelled", "built": "demolished",
	"found": "hid", "returned": "kept", "created": "abolished", "helped": "hindered", "published": "hid", "gave": "took", "received": "gave", "met": "avoided", "killed": "saved",
	"trusted": "feared", "encouraged": "discouraged", "recommended": "ruled out", "investigated": "ignored", "donated": "stole", "wrote": "burned", "asked": "told",
}

// kinships are words for kin, and others in their place.
var kinships = map[string]string{
	"cousin": "nephew", "nephew": "cousin", "niece": "cousin", "wife": "sister", "husband": "brother", "brother": "uncle", "sister": "aunt", "son": "brother", "daughter": "sister", "mother": "aunt", "father": "uncle",
}

// apostrophe reports whether what a name owns stands behind it.
func apostrophe(behind string) bool {
	return strings.HasPrefix(behind, "'") || strings.HasPrefix(behind, "’")
}

func relationMutants(m nutgraf.Member) []mutant {
	return slices.Concat(wordMutants(m, "relation", relations), wordMutants(m, "other relation", otherRelations), wordMutants(m, "kin", kinships), wordMutants(m, "may", map[string]string{"will": "may"}))
}

// wordMutants change one word of a sentence of the body, outside of quotations.
func wordMutants(m nutgraf.Member, kind string, words map[string]string) []mutant {
	var out []mutant
	for _, t := range m.Seg.Tokens {
		s := t.Span()
		if now := words[s.Of(m.Doc.Text)]; now != "" && inBody(m, s) && !quotedAt(m, s) {
			out = append(out, mutant{kind: kind, want: turnable, spans: []nutgraf.Span{s}, words: now, was: sentenceAround(m, s), now: now})
		}
	}
	return out
}

// sentenceAround is a stretch of text about a place, for the reader of what was missed.
func sentenceAround(m nutgraf.Member, s nutgraf.Span) string {
	i := m.Seg.SentenceAt(s.Start)
	if i < 0 {
		return s.Of(m.Doc.Text)
	}
	return m.Seg.Sentences[i].Span.Of(m.Doc.Text)
}

// styles are marks of one house style in another's.
var styles = strings.NewReplacer(
	" percent", "%", " per cent", "%", "U.S.", "US", "U.N.", "UN", "“", `"`, "”", `"`, "’", "'", "‘", "'",
	"Jan. ", "January ", "Feb. ", "February ", "Aug. ", "August ", "Sept. ", "September ", "Oct. ", "October ", "Nov. ", "November ", "Dec. ", "December ",
	" million", "m", " billion", "bn", "Sen. ", "Senator ", "Gov. ", "Governor ", "Gen. ", "General ", " vs. ", " v. ", "Washington, D.C.", "Washington",
)

func restyled(text string) string { return styles.Replace(text) }

// plainer are words in others that say the same.
var plainer = strings.NewReplacer(
	"didn't", "did not", "doesn't", "does not", "don't", "do not", "won't", "will not", "can't", "cannot", "isn't", "is not", "wasn't", "was not", "hasn't", "has not", "couldn't", "could not",
	" children", " kids", " employees", " workers", " wounded", " injured", " purchased", " bought", " began", " started", " nearly ", " almost ", " approximately ", " about ",
	" however,", " though,", " because ", " since ", " after ", " following ", " told reporters", " said to reporters", " said.", " stated.", " large ", " big ",
	" assist ", " help ", " attempted ", " tried ", " residents ", " people living there ", " police officers", " officers", " vehicle", " car", " physician", " doctor", " attorney", " lawyer",
	" stated ", " said ", " according to ", " in the account of ", " several ", " a number of ", " automobile", " car", " as well as ", " and ",
)

func reworded(text string) string { return plainer.Replace(text) }
