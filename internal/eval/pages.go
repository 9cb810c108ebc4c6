package eval

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nutgraf/internal/wire"
)

// PageGold is a labelled page. Fields that a set lacks are empty.
type PageGold struct {
	ID, HTML, URL, Text, Title, Date string
	Author                           names
	With, Without                    *[]string
}

// names is a list of persons, given as a list or as one string.
type names []string

func (n *names) UnmarshalJSON(b []byte) error {
	var one string
	if err := json.Unmarshal(b, &one); err == nil {
		if one != "" {
			*n = names{one}
		}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(n))
}

// PageScore is what a set of pages scores: Shingle is the F1 of mean precision
// and mean recall over runs of four words, and Exact the share of pages whose
// words are all right (the article extraction benchmark of 2020); Segments
// counts passages that must and must not stand in the text (trafilatura).
type PageScore struct {
	Pages                  int
	Shingle, Exact         float64
	Segments               PRF
	Title, Author, Date    float64
	TitleN, AuthorN, DateN int
	texts, shingleOK       int
}

// Rows are the scores that the labels of a set allow.
func (s *PageScore) Rows(set string) (out []Row) {
	for _, x := range []struct {
		metric string
		gold   int
		value  float64
	}{
		{"body shingle F1", s.texts, s.Shingle},
		{"body exact", s.texts, s.Exact},
		{"segment F1", s.Segments.Gold, s.Segments.F1()},
		{"title exact", s.TitleN, s.Title},
		{"author exact", s.AuthorN, s.Author},
		{"date exact", s.DateN, s.Date},
	} {
		if x.gold > 0 {
			out = append(out, Row{"pages", set, x.metric, x.value})
		}
	}
	return out
}

var bodyKinds = []string{"paragraph", "subhead", "quote", "list"}

// body joins the blocks of the body, a line each.
func body(a *wire.Article) string {
	if a == nil {
		return ""
	}
	points := []rune(a.Text)
	var out []string
	for _, b := range a.Blocks {
		if slices.Contains(bodyKinds, b.Kind) {
			out = append(out, string(points[b.Start:b.End]))
		}
	}
	return strings.Join(out, "\n")
}

// wordsOf cuts text into runs of letters, digits and underscores.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' })
}

func shingles(words []string) map[string]int {
	out := map[string]int{}
	if len(words) == 0 {
		return out
	}
	for i := range max(1, len(words)-3) {
		out[strings.Join(words[i:min(i+4, len(words))], " ")]++
	}
	return out
}

// Pages scores extracted articles.
func Pages(gold []PageGold, pred Predictions) PageScore {
	s := PageScore{Pages: len(gold)}
	var ps, rs []float64
	var title, author, date int
	for _, g := range gold {
		a := pred[g.ID]
		text := body(a)
		if g.Text != "" {
			p, r, np, nr := shingleScore(g.Text, text)
			if np {
				ps = append(ps, p)
			}
			if nr {
				rs = append(rs, r)
			}
			s.texts++
			if slices.Equal(wordsOf(g.Text), wordsOf(text)) {
				s.shingleOK++
			}
		}
		if g.With != nil || g.Without != nil {
			s.Segments.Add(segments(g, text))
		}
		count(g.Title != "", &s.TitleN, &title, a != nil && plainWords(g.Title) == plainWords(a.Title))
		count(len(g.Author) > 0, &s.AuthorN, &author, a != nil && slices.Equal(nameSet(g.Author), nameSet(a.Byline)))
		count(g.Date != "", &s.DateN, &date, a != nil && g.Date[:min(10, len(g.Date))] == dateOf(a))
	}
	s.Shingle = harmonic(mean(ps), mean(rs))
	s.Exact = ratio(s.shingleOK, s.texts)
	s.Title, s.Author, s.Date = ratio(title, s.TitleN), ratio(author, s.AuthorN), ratio(date, s.DateN)
	return s
}

func count(asked bool, n, right *int, ok bool) {
	if asked {
		*n++
		if ok {
			*right++
		}
	}
}

func shingleScore(gold, pred string) (p, r float64, hasP, hasR bool) {
	g, q := shingles(wordsOf(gold)), shingles(wordsOf(pred))
	tp, ng, np := 0, 0, 0
	for k, n := range g {
		ng += n
		tp += min(n, q[k])
	}
	for _, n := range q {
		np += n
	}
	return ratio(tp, np), ratio(tp, ng), np > 0, ng > 0
}

func segments(g PageGold, text string) PRF {
	text = squeeze(text)
	var s PRF
	if g.With != nil {
		s.Gold = len(*g.With)
		for _, w := range *g.With {
			if strings.Contains(text, squeeze(w)) {
				s.Hit++
				s.Pred++
			}
		}
	}
	if g.Without != nil {
		for _, w := range *g.Without {
			if strings.Contains(text, squeeze(w)) {
				s.Pred++
			}
		}
	}
	return s
}

var (
	space    = regexp.MustCompile(`[\s\x{1c}-\x{1f}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\v]+`)
	nameEnds = regexp.MustCompile(`;|,| and | & `)
)

func squeeze(s string) string { return strings.Trim(space.ReplaceAllString(s, " "), " ") }

func plainWords(s string) string {
	return strings.Join(wordsOf(strings.ToLower(norm.NFKC.String(s))), " ")
}

func nameSet(list []string) []string {
	var out []string
	for _, n := range nameEnds.Split(strings.Join(list, "; "), -1) {
		if p := plainWords(n); p != "" {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func dateOf(a *wire.Article) string {
	if a.Published == nil {
		return ""
	}
	return a.Published.Value[:min(10, len(a.Published.Value))]
}

func mean(x []float64) float64 {
	if len(x) == 0 {
		return 0
	}
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}
