package brief

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/dateline"
	"nutgraf/internal/fold"
)

// candidate is a sentence that could stand in the nut graf.
type candidate struct {
	member   int
	span     nutgraf.Span
	terms    []string
	keys     []int32
	words    int
	order    int            // of the sentence in its report's body
	named    int            // names outside quotations
	marks    []nutgraf.Span // what stands between marks in it
	alone    float64
	who      []string      // persons named in full
	needs    []need        // persons who must have been named before
	spoken   bool          // holds marked words together with who says them
	denies   bool          // says that somebody denies or doubts what is reported
	answers  bool          // denies, or answers those who asked
	leans    bool          // on the sentence before it
	guesses  bool          // holds a word of one who guesses
	comments bool          // holds a word of the writer's own view
	marked   bool          // begins with a quotation mark
	hangs    bool          // on it so that it says nothing without it
	clings   bool          // speaks of somebody by a pronoun alone, whom the sentence before it in its report names
	verb     bool          // has a verb that is known
	present  bool          // its first verb stands in the present
	caption  bool          // most likely that of a picture
	dated    bool          // names a day
	ahead    bool          // tells of what is to come
	adds     bool          // to what was told before ("also")
	backed   bool          // another report tells much of it
	sourced  bool          // says who says so
	numbered bool          // holds a number
	due      []nutgraf.Day // for which it tells what is to come
	delayed  bool          // the first to name the day, behind one sentence of its report
	lead     bool          // opens its report, behind no more than a teaser
	fit      bool          // may stand in the nut graf

	traits traits
	worth  float64 // how likely it tells what a reader must know, as log odds
}

// need is a person whom a sentence takes as known, and what it costs it where
// no sentence before it names them.
type need struct {
	name string
	cost float64
}

const (
	witnesses = 48 // reports that are read, spread over the story
	earliest  = 24 // sentences of a report that are read
)

// step is the distance between the reports that are read: one, unless there are
// so many that more of them would tell nothing new.
func step(reports int) int { return max(1, (reports+witnesses-1)/witnesses) }

// sentences returns the opening sentences of the reports' bodies with what they
// tell; those are fit that can stand on their own and give no disputed version.
func (w *Writer) sentences(members []nutgraf.Member, f nutgraf.Findings) []candidate {
	disputed := disputedSpans(f.Conflicts)
	spoken := utterances(members)
	var out []candidate
	for i := 0; i < len(members); i += step(len(members)) {
		m, order := members[i], 0
		if w.judge.Foreign(m.Doc.Text, m.Seg) {
			continue
		}
		values := disputedValues(m, disputed[m.Doc.ID])
		for _, s := range m.Seg.Sentences {
			if s.Block >= 0 && s.Block < len(m.Doc.Blocks) && m.Doc.Blocks[s.Block].Kind != nutgraf.Paragraph {
				continue
			}
			s = undated(m, s)
			if !w.judge.Counts(s.Span.Of(m.Doc.Text)) {
				continue // a byline or a caption before the news puts it no later
			}
			if order++; order > earliest {
				break
			}
			c := candidate{member: i, span: s.Span, order: order, words: words(m.Seg, s)}
			c.terms = w.terms(m, s)
			c.marks = marked(m, s.Span)
			c.marked = strings.TrimLeft(s.Span.Of(m.Doc.Text), `"'“‘`) != s.Span.Of(m.Doc.Text)
			c.comments = w.commented(m, s, &c)
			stands := c.words >= 8 && (c.words <= 50 || order == 1 && c.words <= 55) && w.whole(m, s) && w.stands(m, s, &c)
			c.fit = stands && (c.denies || !touches(disputed[m.Doc.ID], s.Span) && !states(m, s.Span, values))
			c.fit = c.fit && (c.spoken || c.marked || !echoes(spoken, s.Span.Of(m.Doc.Text))) && !(order == 1 && !c.dated && deck(m, s.Span))
			c.delayed = order == 2 && c.dated && !out[len(out)-1].dated
			if c.lead = order == 1 || c.delayed; c.delayed {
				out[len(out)-1].lead = false
			}
			out = append(out, c)
		}
	}
	return out
}

// deck reports whether a report's first sentence opens with a bare surname whose bearer
// the report names in full further on: then it is a headline or the line below it that
// stands at the head of the text.
func deck(m nutgraf.Member, s nutgraf.Span) bool {
	i := slices.IndexFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool { return x.Span.Start == s.Start })
	if i < 0 || m.Ann.Mentions[i].Kind != nutgraf.ByName || m.Ann.Mentions[i].Entity < 0 {
		return false
	}
	x := m.Ann.Mentions[i]
	name := x.Span.Of(m.Doc.Text)
	return m.Ann.Entities[x.Entity].Type == nutgraf.Person && !strings.Contains(name, " ") && slices.ContainsFunc(m.Ann.Mentions[i+1:], func(y nutgraf.Mention) bool {
		return y.Entity == x.Entity && y.Kind == nutgraf.ByName && strings.HasSuffix(y.Span.Of(m.Doc.Text), " "+name)
	})
}

// utterances are the folded words of all quotations of the reports.
func utterances(members []nutgraf.Member) []string {
	var out []string
	for i := 0; i < len(members); i += step(len(members)) {
		for _, q := range members[i].Ann.Quotes {
			if q.Kind == nutgraf.Direct {
				out = append(out, fold.String(q.Span.Of(members[i].Doc.Text)))
			}
		}
	}
	return out
}

// echoes reports whether a sentence stands in somebody's quotation, too: the words
// of a post that a page shows again are not the report's own, though no marks say so.
func echoes(spoken []string, sentence string) bool {
	own := fold.String(sentence)
	return slices.ContainsFunc(spoken, func(q string) bool { return len(q) >= len(own) && strings.Contains(q, own) })
}

// marked are the words of a sentence between quotation marks, and those of a
// quotation that opens or closes in another sentence, or has single marks.
func marked(m nutgraf.Member, s nutgraf.Span) []nutgraf.Span {
	var out []nutgraf.Span
	open := -1
	for i, r := range s.Of(m.Doc.Text) {
		switch {
		case r == '“' || r == '"' && open < 0:
			open = i
		case (r == '”' || r == '"') && open >= 0:
			out, open = append(out, nutgraf.Span{Start: s.Start + open, End: s.Start + i + len(string(r))}), -1
		}
	}
	for _, q := range m.Ann.Quotes {
		for _, part := range q.Parts {
			if part.Overlap(s) > 0 && (q.Kind == nutgraf.Direct || strings.HasPrefix(strings.ReplaceAll(part.Of(m.Doc.Text), "‘", "'"), "'")) {
				out = append(out, part)
			}
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.Span) int { return a.Start - b.Start })
	return out
}

// terms are what a sentence tells of: its content words and its numbers.
func (w *Writer) terms(m nutgraf.Member, s nutgraf.Sentence) []string {
	var out []string
	for _, t := range w.gist.Terms(nil, m.Doc, m.Seg, s.Span) {
		out = append(out, t.Key)
	}
	for _, t := range m.Seg.Tokens[s.First:s.Last] {
		if t.Kind == nutgraf.Number && t.End-t.Start > 1 {
			out = append(out, t.Span().Of(m.Doc.Text))
		}
	}
	return out
}

func words(seg *nutgraf.Segments, s nutgraf.Sentence) int {
	n := 0
	for _, t := range seg.Tokens[s.First:s.Last] {
		if t.Kind == nutgraf.Word || t.Kind == nutgraf.Number {
			n++
		}
	}
	return n
}

// disputedSpans maps each report to the words on which it stands on one side of
// a hard or medium difference.
func disputedSpans(cs []nutgraf.Conflict) map[string][]nutgraf.Span {
	out := map[string][]nutgraf.Span{}
	for _, c := range cs {
		if c.Severity == nutgraf.Soft || c.Relation == nutgraf.Refine {
			continue
		}
		for _, s := range c.Sides {
			for _, e := range s.Evidence {
				out[e.Doc] = append(out[e.Doc], e.Span)
			}
		}
	}
	return out
}

// disputedValues are the numbers that stand on disputed words: a sentence that
// gives one of them again gives a disputed version too.
func disputedValues(m nutgraf.Member, spans []nutgraf.Span) []float64 {
	var out []float64
	for _, q := range m.Ann.Quantities {
		if q.Known && q.Value >= 3 && touches(spans, q.Span) {
			out = append(out, q.Value)
		}
	}
	return out
}

func states(m nutgraf.Member, s nutgraf.Span, values []float64) bool {
	return len(values) > 0 && slices.ContainsFunc(m.Ann.Quantities, func(q nutgraf.Quantity) bool {
		return q.Known && s.Contains(q.Span) && slices.Contains(values, q.Value)
	})
}

func touches(spans []nutgraf.Span, s nutgraf.Span) bool {
	return slices.ContainsFunc(spans, func(x nutgraf.Span) bool { return x.Overlap(s) > 0 })
}

// undated cuts a date line off the front of a paragraph's first sentence.
func undated(m nutgraf.Member, s nutgraf.Sentence) nutgraf.Sentence {
	if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || s.Span.Start != m.Doc.Blocks[s.Block].Span.Start {
		return s
	}
	s.Span.Start += dateline.Length(s.Span.Of(m.Doc.Text))
	for s.First < s.Last && m.Seg.Tokens[s.First].Span().Start < s.Span.Start {
		s.First++
	}
	return s
}
