package eval

import (
	"slices"
	"strings"

	"nutgraf/internal/wire"
)

// SpokenScore counts the marked words of quotations, piece by piece: whether they were
// found, and whether they were given to who speaks.
type SpokenScore struct {
	Found   PRF
	Speaker PRF // of pieces whose speaker the article names
}

// Story adds the articles of an annotated story.
func (s *SpokenScore) Story(g FindingsGold, in []Input, pred Predictions) {
	text := map[string][]rune{}
	for _, x := range in {
		text[x.ID] = []rune(x.Text)
	}
	for _, a := range g.Articles {
		if p := pred[a.ID]; p != nil {
			s.Article(a.Quotes, p, text[a.ID])
		}
	}
}

// Article adds an article. A piece is found where a quotation holds half of its words or
// more. A quotation that holds none counts as wrong, if three words or more stand in one pair
// of its marks: shorter ones are annotated only where another report has them, too. What is of a
// document or has no speaker (a title) counts neither way, nor a speaker left out whom the
// article may be held not to name.
func (s *SpokenScore) Article(gold []goldQuotation, a *wire.Article, text []rune) {
	w := wordSpans(text)
	met := make([]bool, len(a.Quotes))
	for _, g := range gold {
		for _, part := range g.Parts {
			words := within(w, []span{part})
			best, most := -1, 0
			for j, q := range a.Quotes {
				n := common(words, within(w, spansOf(q.Parts)))
				met[j] = met[j] || n > 0
				if q.Type != "indirect" && 2*n >= len(words) && n > most {
					best, most = j, n
				}
			}
			if g.Type == "document" || g.Speaker == "" {
				continue
			}
			s.Found.Gold++
			if best >= 0 {
				s.Found.Hit, s.Found.Pred = s.Found.Hit+1, s.Found.Pred+1
			}
			s.speaker(g.Speaker, nameOf(a.Quotes, best))
		}
	}
	for j, q := range a.Quotes {
		long := func(m span) bool { return len(within(w, []span{m})) >= 3 }
		if met[j] || q.Type == "indirect" || !slices.ContainsFunc(marked(text, q.Parts), long) {
			continue
		}
		s.Found.Pred++
		if nameOf(a.Quotes, j) != "" {
			s.Speaker.Pred++
		}
	}
}

// speaker counts the name given to a piece, if any was.
func (s *SpokenScore) speaker(gold, name string) {
	named, unnamed, right := false, false, false
	for x := range strings.SplitSeq(gold, "|") {
		if strings.HasPrefix(x, "unnamed") {
			unnamed = true
		} else {
			named, right = true, right || NamesAgree(x, name)
		}
	}
	if name != "" {
		s.Speaker.Pred++
	}
	if named && (name != "" || !unnamed) {
		s.Speaker.Gold++
	}
	if right {
		s.Speaker.Hit++
	}
}

// nameOf is the name given to a quotation's speaker; who is told of without one has none.
func nameOf(quotes []wire.Quote, i int) string {
	if i < 0 || quotes[i].Speaker == nil || strings.HasPrefix(quotes[i].Speaker.Name, "unnamed") {
		return ""
	}
	return quotes[i].Speaker.Name
}

func spansOf(parts [][2]int) []span {
	var out []span
	for _, p := range parts {
		out = append(out, span(p))
	}
	return out
}

const quoteMarks = "\"“”„«»"

// marked returns the stretches of a quotation's parts that stand in quotation marks. A part
// that ends without one is marked up to its end, one that only closes one from its start.
func marked(text []rune, parts [][2]int) []span {
	var out []span
	for _, p := range parts {
		open := -1
		for i := p[0]; i < p[1] && i < len(text); i++ {
			if !strings.ContainsRune(quoteMarks, text[i]) {
				continue
			}
			if open < 0 {
				open = i
			} else {
				out, open = append(out, span{open, i}), -1
			}
		}
		if open >= 0 {
			out = append(out, span{open, p[1]})
		}
	}
	return out
}
