package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// What is held against a title, beside its words.
const (
	forSide       = .125 // carries a side of a difference
	forAngle      = .5   // gives an angle on the event in place of the event
	forNoVerb     = .6   // names a matter and tells nothing
	forAsking     = .5   // asks, or cries out
	forQuotedTalk = .85  // gives somebody's words
	forOwnWords   = .6   // gives them as he speaks: "I", "you", "should"
	forImpending  = .4   // tells as at hand what the nut graf's first sentence tells as done
	forMe         = .5   // its writer speaks of himself: "I", "my"
	forFirstLine  = 1.3  // its report lends the nut graf's first sentence
	forAlike      = 1    // on top of one, the share of its words that the nut graf has
)

// headline borrows the title of the report that states the event most plainly:
// in the words that most reports use, briefly, and without what is disputed.
// Where no report has a title, the nut graf's first sentence, or the lead of
// the report that shares most words, stands in its place.
func (w *Writer) headline(members []nutgraf.Member, f nutgraf.Findings, lines []nutgraf.BriefLine) nutgraf.Cite {
	spread, ages := spread(members), newAges(members)
	done, told := len(lines) > 0 && !w.ahead(lines[0].Text), wordsOf(lines)
	best, at, lent := 0.0, -1, false
	for i, m := range members {
		title := m.Doc.Title
		if title == "" {
			continue
		}
		s, angled := usual(title, spread, len(members)), w.angled(title)
		overdue := done && w.impends(title)
		shared := len(members) < 3 || s*float64(len(members)) >= known && !angled && !overdue
		if lent && !shared {
			continue
		}
		if disputed(m.Doc.ID, m.Doc.TitleSpan, f.Conflicts) {
			s *= forSide
		}
		s *= ages.fresh(i, false)
		if angled {
			s *= forAngle
		}
		plain := unspoken(title)
		if slices.ContainsFunc(titleWords(plain), func(x string) bool { return w.me[x] }) {
			s *= forMe
		}
		if !w.happens(title) {
			s *= forNoVerb
		}
		if overdue {
			s *= forImpending
		}
		if plain != title && slices.ContainsFunc(titleWords(title), func(x string) bool { return w.judge.Comment(x) || w.obliging[x] }) {
			s *= forOwnWords
		}
		if len(lines) > 0 && lines[0].Cites[0].Doc == m.Doc.ID {
			s *= forFirstLine
		}
		s *= 1 + forAlike*alike(title, told)
		if s > best || s > 0 && shared && !lent {
			best, at, lent = s, i, shared
		}
	}
	if at >= 0 {
		return bare(members[at].Doc)
	}
	return lead(members, lines)
}

// impends reports whether a title tells of its matter as at hand: by a word ("Vale awaits
// verdict"), or by "to" behind one that says so or with no verb before it ("Board set to
// close mole", "Marrow to meet board").
func (w *Writer) impends(title string) bool {
	words, verb := titleWords(unspoken(title)), false
	for i, word := range words {
		switch {
		case w.impending[word], word == "to" && i > 0 && w.coming[words[i-1]]:
			return true
		case word == "to" && i > 0 && !verb && i+1 < len(words) && (w.judge.Plain(words[i+1]) || words[i+1] == "be"):
			return true
		}
		verb = verb || i > 0 && (w.judge.Finite(word) || w.judge.Plain(word))
	}
	return false
}

// wordsOf are the words of the nut graf.
func wordsOf(lines []nutgraf.BriefLine) map[uint64]bool {
	out := map[uint64]bool{}
	for _, l := range lines {
		for _, w := range fold.Words(nil, l.Text, 0) {
			out[w.Key] = true
		}
	}
	return out
}

// alike is the share of a title's longer words that the nut graf has, whose words are given.
func alike(title string, in map[uint64]bool) float64 {
	n, shared := 0.0, 0.0
	for _, w := range fold.Words(nil, title, 0) {
		if w.End-w.Start >= leastWord {
			n++
			if in[w.Key] {
				shared++
			}
		}
	}
	return shared / max(1, n)
}

// bare is a report's title without the outlet's name before or behind it.
func bare(d *nutgraf.Document) nutgraf.Cite {
	from, to := trimmed(d.Title, d.Outlet)
	if span := d.TitleSpan; !span.IsZero() && span.Of(d.Text) == d.Title {
		return d.Cite(nutgraf.Span{Start: span.Start + from, End: span.Start + to})
	}
	return nutgraf.Cite{Ref: nutgraf.Ref{Doc: d.ID}, Text: d.Title[from:to]}
}

// trimmed returns where a title begins and ends without the name of its outlet,
// and without what its page has besides text
// ("The Vale Gazette: Ferry hits mole", "Ferry hits mole | Vale Gazette").
func trimmed(title, outlet string) (from, to int) {
	from, to = len(title)-len(strings.TrimLeft(title, " ")), len(strings.TrimRight(title, " "))
	for _, mark := range []string{" | ", " - ", " – ", " — ", " » "} {
		if i := strings.LastIndex(title[:to], mark); i > 0 && (mark == " | " || same(title[i+len(mark):to], outlet)) {
			to = i
		}
	}
	if i := strings.Index(title[:to], ": "); i > 0 && same(title[:i], outlet) {
		from = i + len(": ")
	}
	for _, flag := range []string{"breaking: ", "update: ", "updated: ", "exclusive: "} {
		if len(title) > from+len(flag) && strings.EqualFold(title[from:from+len(flag)], flag) {
			from += len(flag)
		}
	}
	for _, mark := range []string{" (+video)", " (video)", " (photos)"} {
		if at := to - len(mark); at > from && strings.EqualFold(title[at:to], mark) {
			to = at
		}
	}
	return from, to
}

// same reports whether words are the name of an outlet, articles aside.
func same(words, outlet string) bool {
	norm := func(s string) string {
		return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(s)), ".com"), "the ")
	}
	return outlet != "" && norm(words) == norm(outlet)
}

// known is the number of reports that must, on average, use the words of a title
// for it to go before all that fewer use, where it gives no angle and is not overtaken.
const known = 1.5

// spread counts, for every word of the titles and openings, the reports that
// have it.
func spread(members []nutgraf.Member) map[uint64]int {
	in := map[uint64]int{}
	last := map[uint64]int{}
	var words []fold.Word
	for i, m := range members {
		words = fold.Words(words[:0], m.Doc.Title, 0)
		words = fold.Words(words, start(m.Doc), 0)
		for _, w := range words {
			if last[w.Key] != i+1 {
				last[w.Key] = i + 1
				in[w.Key]++
			}
		}
	}
	return in
}

const startBytes = 1500

// start is the opening of a report's body.
func start(d *nutgraf.Document) string {
	for _, b := range d.Blocks {
		if b.Kind.Body() {
			end := min(len(d.Text), b.Span.Start+startBytes)
			for end < len(d.Text) && d.Text[end]&0xC0 == 0x80 {
				end++
			}
			return d.Text[b.Span.Start:end]
		}
	}
	return ""
}

// leastWord is the length in bytes from which a title's word says what it is about.
const leastWord = 4

// titleLength is the number of words up to which a title is brief.
const titleLength = 14

// usual scores a title: the mean share of reports that use its words, less for
// length, questions, exclamations and quoted talk.
func usual(title string, spread map[uint64]int, reports int) float64 {
	words := fold.Words(nil, title, 0)
	if len(words) < 3 {
		return 0
	}
	sum, n := 0.0, 0.0
	for _, w := range words {
		if w.End-w.Start < leastWord {
			continue
		}
		n++
		sum += float64(spread[w.Key]) / float64(reports)
	}
	if n == 0 {
		return 0
	}
	s := sum / n
	if len(words) > titleLength {
		s *= titleLength / float64(len(words))
	}
	if strings.ContainsAny(title, "?!") {
		s *= forAsking
	}
	if strings.ContainsAny(title, "“”\"|") {
		s *= forQuotedTalk
	}
	return s
}

// angled reports whether a title gives an angle on the event in place of the
// event: it teases, lists, weighs what may come, or speaks for the writer.
func (w *Writer) angled(title string) bool {
	head, behind, _ := strings.Cut(title, ": ")
	title = unspoken(title)
	words, rest := titleWords(title), titleWords(behind)
	if w.lists(words) || w.musesOn(words) || w.extols(words) || twoSentences(title) {
		return true
	}
	low := " " + strings.Join(words, " ") + " "
	return w.poses(titleWords(head)) || w.poses(rest) ||
		slices.ContainsFunc(w.angles["inside"], func(a string) bool {
			before, _, ok := strings.Cut(low, " "+a+" ")
			return ok && !w.beforeMay[before[strings.LastIndexByte(before, ' ')+1:]] &&
				!(w.musing[a] && slices.ContainsFunc(strings.Fields(before), func(x string) bool { return w.attributing[x] }))
		}) ||
		slices.ContainsFunc(words, w.judge.Comment)
}

// unspoken is a title without what stands between marks in it, which is somebody's
// view and not the writer's, and without what a name before a colon says ("Marrow:
// You can trust our mole").
func unspoken(title string) string {
	title = standing.Unquoted(title)
	if head, _, ok := strings.Cut(title, ": "); ok && speaks(head) {
		return head
	}
	for _, open := range []string{"'", "‘"} {
		from := strings.Index(" "+title, " "+open)
		if from < 0 {
			continue
		}
		behind := title[from+len(open):]
		if to := strings.LastIndexAny(behind, "'’"); to > 0 {
			title = title[:from] + behind[to:]
		}
	}
	return title
}

// speakerWords is the number of words of a speaker's name before a colon in a title.
const speakerWords = 3

// speaks reports whether the words before a title's colon are the name of one who
// says what stands behind it.
func speaks(head string) bool {
	words := strings.Fields(head)
	return len(words) <= speakerWords && !slices.ContainsFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsUpper(r) || strings.ToUpper(w) == w && len(w) > 3
	})
}

// twoSentences reports whether a title has two sentences, as teasers do: "The mole is
// shut. Here come the ferries".
func twoSentences(title string) bool {
	for i := 0; i+2 < len(title); i++ {
		if title[i] != '.' || title[i+1] != ' ' {
			continue
		}
		word := title[strings.LastIndexByte(title[:i], ' ')+1 : i]
		next, _ := utf8.DecodeRuneInString(title[i+2:])
		if unicode.IsUpper(next) && len(word) > abbreviated && strings.ToLower(word) == word {
			return true
		}
	}
	return false
}

// abbreviated is the length up to which a word before a full stop may be an
// abbreviation: "vs.", "gov."
const abbreviated = 3

// lists reports whether a title counts the entries of its list: "7 moments that
// stood out", "Four big reasons why".
func (w *Writer) lists(words []string) bool {
	if len(words) < 2 || words[0][0] < '1' || words[0][0] > '9' {
		if len(words) == 0 || !w.counts[words[0]] {
			return false
		}
	}
	return slices.ContainsFunc(words[1:min(len(words), 4)], func(word string) bool { return w.listed[word] })
}

// musesOn reports whether a title opens with what it is about in the writer's
// view: "The scariest thing about the mole".
func (w *Writer) musesOn(words []string) bool {
	return len(words) > 2 && words[0] == "the" && (w.weighing[words[1]] || w.weighing[words[2]])
}

// extols reports whether a title has it that something was never so good or so bad:
// "Board calls mole the best works ever".
func (w *Writer) extols(words []string) bool {
	at := slices.Index(words, "ever")
	return at > 0 && slices.ContainsFunc(words[max(0, at-superlativeReach):at], func(word string) bool { return w.extolling[word] })
}

// superlativeReach is the number of words before "ever" among which its superlative stands.
const superlativeReach = 3

// poses reports whether words open as those of a teaser or a comment do.
func (w *Writer) poses(words []string) bool {
	low := strings.Join(words, " ") + " "
	return slices.ContainsFunc(w.angles["open"], func(a string) bool { return strings.HasPrefix(low, a+" ") })
}

// titleWords are the words of a title in lower case; the country keeps its
// capitals, which part it from "us".
func titleWords(title string) []string {
	words := strings.FieldsFunc(title, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '\'' && r != '’' && r != '.' && r != '-'
	})
	for i, x := range words {
		if x = strings.Trim(x, "'’.-"); x != "US" {
			x = lang.Lower(x)
		}
		words[i] = x
	}
	return slices.DeleteFunc(words, func(x string) bool { return x == "" })
}

// happens reports whether a title has a verb behind something that it can tell
// of. A plain form behind an article or a possessor is a noun, and so is the last word of what
// an article opens ("The Next Strike").
func (w *Writer) happens(title string) bool {
	words := titleWords(title)
	for i := 1; i < len(words); i++ {
		before := strings.ReplaceAll(words[i-1], "’", "'")
		if i == len(words)-1 && articles[words[0]] && w.judge.Plain(words[i]) {
			return false
		}
		if words[i] == "to" || w.judge.Finite(words[i]) && !w.judge.Present(words[i]) ||
			(w.judge.Plain(words[i]) || w.judge.Present(words[i])) && !w.function[before] && !strings.HasSuffix(before, "'s") {
			return true
		}
	}
	return false
}

// disputed reports whether a title is evidence of a side of a hard or medium
// difference.
func disputed(doc string, title nutgraf.Span, all []nutgraf.Conflict) bool {
	for _, c := range all {
		if c.Severity == nutgraf.Soft {
			continue
		}
		for _, s := range c.Sides {
			for _, e := range s.Evidence {
				if e.Doc == doc && e.Span.Overlap(title) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// leadWords is the number of words below which an opening sentence is hardly the
// news.
const leadWords = 7

// lead stands in for a headline where no report has one.
func lead(members []nutgraf.Member, lines []nutgraf.BriefLine) nutgraf.Cite {
	if len(lines) > 0 {
		return lines[0].Cites[0]
	}
	spread := spread(members)
	best, cite := -1.0, nutgraf.Cite{}
	for _, m := range members {
		for _, s := range m.Seg.Sentences {
			if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || m.Doc.Blocks[s.Block].Kind != nutgraf.Paragraph {
				continue
			}
			t := s.Span.Of(m.Doc.Text)
			v := usual(t, spread, len(members))
			if len(fold.Words(nil, t, 0)) < leadWords {
				v /= 2
			}
			if v > best {
				best, cite = v, m.Doc.Cite(s.Span)
			}
			break
		}
	}
	return cite
}
