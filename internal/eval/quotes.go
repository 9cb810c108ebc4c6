package eval

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nutgraf/internal/wire"
)

// QuoteGold is a labelled quotation. Positions are code points; SpeakerStart is
// nil where the gold names no mention.
type QuoteGold struct {
	Start, End   int
	Parts        [][2]int
	Type         string
	Speech       *bool
	Neutral      bool
	Speaker      string
	SpeakerStart *int   `json:"speaker_start"`
	SpeakerEnd   *int   `json:"speaker_end"`
	SpeakerFull  string `json:"speaker_full"`
}

// QuoteDoc is a document with its quotations.
type QuoteDoc struct {
	DocID  string `json:"doc_id"`
	Date   string
	Title  string
	Source string
	Text   string
	Quotes []QuoteGold
}

// QuoteScore counts quotations and their speakers. Exact compares parts after
// shrinking over marks and white space (CofeNet, Citron); Token their words;
// Overlap is GenderGapTracker's match of more than .3 of the gold's characters.
// Mention, Resolved and EndToEnd judge the speaker of quotations aligned with a
// word overlap of one half or more.
type QuoteScore struct {
	Exact, Token, Overlap PRF
	Mention, Resolved     PRF // Hit of Gold
	Answered              PRF // Resolved over those given a name
	EndToEnd              PRF
}

// QuoteOptions restrict what is scored.
type QuoteOptions struct {
	Types  []string // of the gold; empty for all
	Speech bool     // only quotations whose cue reports speech
}

// quotation is gold or prediction in one form.
type quotation struct {
	parts  []span
	words  map[int]bool
	typ    string
	source *span
	said   string // the words of the mention
	name   string
}

// Quotes scores quotations.
func Quotes(docs []QuoteDoc, pred Predictions, opt QuoteOptions) QuoteScore {
	var s QuoteScore
	for _, d := range docs {
		s.document(d, pred[d.DocID], opt)
	}
	return s
}

func (s *QuoteScore) document(d QuoteDoc, a *wire.Article, opt QuoteOptions) {
	text := []rune(d.Text)
	w := wordSpans(text)
	var gold, off []quotation
	for _, q := range d.Quotes {
		x, ok := goldQuote(q, text, w)
		if !ok {
			continue
		}
		keep := (len(opt.Types) == 0 || slices.Contains(opt.Types, q.Type)) && (!opt.Speech || q.Speech == nil || *q.Speech) && !q.Neutral
		if keep {
			gold = append(gold, x)
		} else {
			off = append(off, x)
		}
	}
	offWords := minus(union(off), union(gold))
	var ps []quotation
	if a != nil {
		for _, q := range a.Quotes {
			if x, ok := predQuote(q, a, text, w); ok && !neutral(x, gold, off, offWords, opt) {
				ps = append(ps, x)
			}
		}
	}
	s.spans(gold, ps, offWords)
	s.overlap(gold, ps)
	s.speakers(gold, ps)
}

// neutral reports whether a prediction is neither right nor wrong: it meets a
// quotation that the options leave out.
func neutral(q quotation, gold, off []quotation, offWords map[int]bool, opt QuoteOptions) bool {
	near := bestIOU(q, gold)
	if len(off) > 0 && len(q.words) > 0 {
		far := bestIOU(q, off)
		if float64(common(q.words, offWords)) > .5*float64(len(q.words)) || far > .5 && far > near {
			return true
		}
	}
	return len(opt.Types) > 0 && q.typ != "" && !slices.Contains(opt.Types, q.typ) && near < .5
}

func bestIOU(q quotation, list []quotation) float64 {
	best := 0.0
	for _, x := range list {
		best = max(best, iou(q.words, x.words))
	}
	return best
}

func goldQuote(q QuoteGold, text []rune, w []span) (quotation, bool) {
	x := quotation{typ: q.Type, said: q.Speaker, name: q.SpeakerFull}
	if q.SpeakerStart != nil {
		x.source = &span{*q.SpeakerStart, *q.SpeakerEnd}
	}
	parts := q.Parts
	if len(parts) == 0 {
		parts = [][2]int{{q.Start, q.End}}
	}
	return x.with(parts, text, w)
}

func predQuote(q wire.Quote, a *wire.Article, text []rune, w []span) (quotation, bool) {
	x := quotation{typ: q.Type}
	if sp := q.Speaker; sp != nil {
		x.said, x.name = sp.Text, sp.Name
		if x.said == "" {
			x.said = sp.Name
		}
		if sp.Start != nil {
			x.source = &span{*sp.Start, *sp.End}
		}
		if x.name == "" {
			for _, e := range a.Entities {
				if e.ID == sp.Entity {
					x.name = e.Name
				}
			}
		}
	}
	return x.with(q.Parts, text, w)
}

// with sets the parts, shrunk, and the words they cover.
func (q quotation) with(parts [][2]int, text []rune, w []span) (quotation, bool) {
	for _, p := range parts {
		if s := shrink(text, span(p)); s[1] > s[0] {
			q.parts = append(q.parts, s)
		}
	}
	q.words = within(w, q.parts)
	return q, len(q.parts) > 0
}

const edge = " \t\r\n\u00a0\"“”„«»‘’'`,.;:!?-–—…()[]"

func shrink(text []rune, s span) span {
	for s[0] < s[1] && strings.ContainsRune(edge, text[s[0]]) {
		s[0]++
	}
	for s[1] > s[0] && strings.ContainsRune(edge, text[s[1]-1]) {
		s[1]--
	}
	return s
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// wordSpans finds words; an apostrophe or a hyphen between letters joins them.
func wordSpans(text []rune) []span {
	var out []span
	for i := 0; i < len(text); {
		if !wordRune(text[i]) {
			i++
			continue
		}
		j := i
		for j < len(text) && (wordRune(text[j]) || j+1 < len(text) && wordRune(text[j+1]) && (text[j] == '\'' || text[j] == '’' || text[j] == '-')) {
			j++
		}
		out = append(out, span{i, j})
		i = j
	}
	return out
}

func within(w []span, parts []span) map[int]bool {
	out := map[int]bool{}
	for _, p := range parts {
		for i := sort.Search(len(w), func(i int) bool { return w[i][0] >= p[0] }); i < len(w) && w[i][0] < p[1]; i++ {
			out[i] = true
		}
	}
	return out
}

func union(qs []quotation) map[int]bool {
	out := map[int]bool{}
	for _, q := range qs {
		for k := range q.words {
			out[k] = true
		}
	}
	return out
}

func minus(a, b map[int]bool) map[int]bool {
	out := map[int]bool{}
	for k := range a {
		if !b[k] {
			out[k] = true
		}
	}
	return out
}

func common(a, b map[int]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

func iou(a, b map[int]bool) float64 {
	c := common(a, b)
	return ratio(c, len(a)+len(b)-c)
}

func (s *QuoteScore) spans(gold, ps []quotation, offWords map[int]bool) {
	left := map[span]int{}
	for _, g := range gold {
		for _, p := range g.parts {
			left[p]++
			s.Exact.Gold++
		}
	}
	for _, q := range ps {
		for _, p := range q.parts {
			s.Exact.Pred++
			if left[p] > 0 {
				left[p]--
				s.Exact.Hit++
			}
		}
	}
	g, p := union(gold), minus(union(ps), offWords)
	s.Token.Add(PRF{common(g, p), len(p), len(g)})
}

func (s *QuoteScore) overlap(gold, ps []quotation) {
	used := map[int]bool{}
	hit := 0
	for _, g := range gold {
		size := 0
		for _, p := range g.parts {
			size += p[1] - p[0]
		}
		best, share := -1, .3
		for j, q := range ps {
			if used[j] {
				continue
			}
			c := 0
			for _, x := range g.parts {
				for _, y := range q.parts {
					c += x.overlap(y)
				}
			}
			if v := ratio(c, size); v > share {
				best, share = j, v
			}
		}
		if best >= 0 {
			used[best] = true
			hit++
		}
	}
	s.Overlap.Add(PRF{hit, len(ps), len(gold)})
}

func (s *QuoteScore) speakers(gold, ps []quotation) {
	m := alignQuotes(gold, ps)
	back := map[int]int{}
	for i, j := range m {
		back[j] = i
	}
	for i, g := range gold {
		j, found := m[i]
		if found && g.said != "" {
			s.Mention.Gold++
			if sameMention(g, ps[j]) {
				s.Mention.Hit++
			}
		}
		if g.name == "" {
			continue
		}
		s.EndToEnd.Gold++
		if !found {
			continue
		}
		s.Resolved.Gold++
		if ps[j].name != "" {
			s.Answered.Gold++
		}
		if NamesAgree(g.name, ps[j].name) {
			s.Resolved.Hit++
			s.Answered.Hit++
			s.EndToEnd.Hit++
		}
	}
	for j, p := range ps {
		i, aligned := back[j]
		if p.name != "" && (!aligned || gold[i].name != "") {
			s.EndToEnd.Pred++
		}
	}
}

// alignQuotes pairs gold and predictions whose words overlap by half or more,
// the nearest first.
func alignQuotes(gold, ps []quotation) map[int]int {
	type pair struct {
		v    float64
		i, j int
	}
	var all []pair
	for i, g := range gold {
		for j, p := range ps {
			if v := iou(g.words, p.words); v >= .5 {
				all = append(all, pair{v, i, j})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].v > all[b].v })
	out, taken := map[int]int{}, map[int]bool{}
	for _, x := range all {
		if _, ok := out[x.i]; !ok && !taken[x.j] {
			out[x.i], taken[x.j] = x.j, true
		}
	}
	return out
}

func sameMention(g, p quotation) bool {
	if g.source == nil {
		return p.said == ""
	}
	if p.source == nil {
		return false
	}
	if g.source.overlap(*p.source) > 0 {
		return true
	}
	a, b := nameTokens(g.said), nameTokens(p.said)
	return len(a) > 0 && slices.Equal(a, b)
}

var titles = strings.Fields("mr mrs ms miss dr sir lord lady dame prof professor rev sen senator rep representative gov governor president vice secretary judge justice gen general col capt minister prime the jr sr ii iii")

// nameTokens are a name's words, lower case, without accents and titles.
func nameTokens(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	s = strings.ToLower(strings.TrimSpace(s))
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	all := strings.FieldsFunc(s, func(r rune) bool { return !wordRune(r) && r != '-' })
	out := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(titles, w) })
	if len(out) == 0 {
		return all
	}
	return out
}

// NamesAgree reports whether two names are one: the same last name and first
// names equal or one an initial; else one set of words within the other, with
// at least half of its words. A gold of several persons, parted by semicolons,
// is met by one of them or by all.
func NamesAgree(gold, pred string) bool {
	if strings.Contains(gold, ";") {
		return severalAgree(gold, pred)
	}
	a, b := nameTokens(gold), nameTokens(pred)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if slices.Equal(a, b) {
		return true
	}
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	x, y := []rune(a[0]), []rune(b[0])
	if a[len(a)-1] == b[len(b)-1] && (a[0] == b[0] || (len(x) == 1 || len(y) == 1) && x[0] == y[0]) {
		return true
	}
	A, B := set(a), set(b)
	c := 0
	for k := range A {
		if B[k] {
			c++
		}
	}
	return (c == len(A) || c == len(B)) && 2*c >= max(len(A), len(B))
}

func severalAgree(gold, pred string) bool {
	var gs, ps []string
	for _, x := range strings.Split(gold, ";") {
		if strings.TrimSpace(x) != "" {
			gs = append(gs, x)
		}
	}
	for _, x := range strings.FieldsFunc(strings.ReplaceAll(pred, " and ", ";"), func(r rune) bool { return r == ';' || r == ',' }) {
		if strings.TrimSpace(x) != "" {
			ps = append(ps, x)
		}
	}
	for _, p := range ps {
		if !slices.ContainsFunc(gs, func(g string) bool { return NamesAgree(g, p) }) {
			return false
		}
	}
	return len(ps) > 0 && (len(ps) == len(gs) || len(ps) == 1)
}

func set(list []string) map[string]bool {
	out := map[string]bool{}
	for _, x := range list {
		out[x] = true
	}
	return out
}
