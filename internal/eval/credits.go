package eval

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"nutgraf/internal/wire"
)

// CreditGold is a labelled credit. Positions are code points.
type CreditGold struct {
	Start, End   int
	Outlet, Kind string
}

// CreditDoc is a document with its credits. Predictions on Neutral spans are
// neither right nor wrong.
type CreditDoc struct {
	ID, Text string
	Gold     []CreditGold
	Neutral  []span
}

// CreditScore counts credits whose outlet is right, those whose kind is right
// too, and pairs of article and outlet.
type CreditScore struct {
	Outlet, Kind, Document PRF
}

// creditKinds are the kinds that count as right for a label; a label that is
// not listed stands for itself.
var creditKinds = map[string][]string{
	"told_outlet": {"told", "interview"}, "statement_to_outlet": {"statement", "told"}, "source_line": {"source_line", "reported", "wire"},
	"first_report": {"first_reported"}, "origin_of_first_report": {"first_reported", "told", "reported", "interview"},
	"own_reporting": {"own", "interview"}, "primary_statement": {"statement", "social_post"}, "according_to_document": {"according_to", "statement"},
	"event_by_outlet": {"interview", "told", "reported", "according_to"},
	"told_x":          {"told"}, "to_report": {"reported", "first_reported"}, "reported_by": {"reported", "first_reported"}, "interview_with": {"interview"},
	"first_reported_by": {"first_reported"}, "statement_to": {"statement"}, "reported": {"reported", "first_reported"},
}

func kindAgrees(gold, pred string) bool {
	if k, ok := creditKinds[gold]; ok {
		return slices.Contains(k, pred)
	}
	return gold == pred
}

// Credits scores credits.
func Credits(docs []CreditDoc, pred Predictions) CreditScore {
	var s CreditScore
	for _, d := range docs {
		s.document(d, pred[d.ID])
	}
	return s
}

func (s *CreditScore) document(d CreditDoc, a *wire.Article) {
	var ps []wire.Credit
	if a != nil {
		ps = a.Credits
	}
	m := matchCredits(d.Gold, ps)
	taken := map[int]bool{}
	for _, x := range m {
		taken[x[1]] = true
		s.Outlet.Hit++
		if kindAgrees(d.Gold[x[0]].Kind, ps[x[1]].Kind) {
			s.Kind.Hit++
		}
	}
	var named, asked []string
	for j, p := range ps {
		if !taken[j] && (p.Outlet == "" || slices.ContainsFunc(d.Neutral, func(n span) bool { return n.overlap(span{p.Start, p.End}) > 0 })) {
			continue
		}
		s.Outlet.Pred++
		named = addOutlet(named, p.Outlet)
	}
	for _, g := range d.Gold {
		asked = addOutlet(asked, g.Outlet)
	}
	s.Outlet.Gold += len(d.Gold)
	s.Kind.Pred, s.Kind.Gold = s.Outlet.Pred, s.Outlet.Gold
	s.Document.Add(PRF{Pred: len(named), Gold: len(asked)})
	for _, x := range asked {
		if slices.ContainsFunc(named, func(y string) bool { return outletsAgree(x, y) }) {
			s.Document.Hit++
		}
	}
}

// matchCredits pairs gold and predictions that overlap and name one outlet:
// those of the right kind first, then the nearest.
func matchCredits(gold []CreditGold, ps []wire.Credit) [][2]int {
	type pair struct {
		wrong bool
		far   int
		i, j  int
	}
	var all []pair
	for i, g := range gold {
		for j, p := range ps {
			if creditHits(g, p) {
				all = append(all, pair{!kindAgrees(g.Kind, p.Kind), max(g.Start-p.Start, p.Start-g.Start), i, j})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool {
		x, y := all[a], all[b]
		switch {
		case x.wrong != y.wrong:
			return y.wrong
		case x.far != y.far:
			return x.far < y.far
		case x.i != y.i:
			return x.i < y.i
		}
		return x.j < y.j
	})
	gi, pj := map[int]bool{}, map[int]bool{}
	var out [][2]int
	for _, x := range all {
		if !gi[x.i] && !pj[x.j] {
			gi[x.i], pj[x.j] = true, true
			out = append(out, [2]int{x.i, x.j})
		}
	}
	return out
}

func creditHits(g CreditGold, p wire.Credit) bool {
	at := span{g.Start, g.End}
	near := at.overlap(span{p.Start, p.End}) > 0 || p.OutletStart != nil && at.overlap(span{*p.OutletStart, *p.OutletEnd}) > 0
	return near && outletsAgree(g.Outlet, p.Outlet)
}

func addOutlet(list []string, name string) []string {
	if slices.ContainsFunc(list, func(x string) bool { return outletsAgree(x, name) }) {
		return list
	}
	return append(list, name)
}

var (
	inBrackets = regexp.MustCompile(`\((.*?)\)`)
	outletTail = regexp.MustCompile(` (com|online|magazine)$`)
	notWord    = regexp.MustCompile(`[^\p{L}\p{N}_]+`)
)

// outletsAgree reports whether two names are one outlet's: equal without
// articles and endings such as "Online", or what stands in the other's brackets.
func outletsAgree(a, b string) bool {
	other := outletNames(b)
	return slices.ContainsFunc(outletNames(a), func(x string) bool { return slices.Contains(other, x) })
}

func outletNames(name string) []string {
	all := []string{inBrackets.ReplaceAllString(name, " ")}
	for _, m := range inBrackets.FindAllStringSubmatch(name, -1) {
		all = append(all, strings.TrimLeft(m[1], "@"))
	}
	var out []string
	for _, s := range all {
		s = strings.TrimSpace(outletTail.ReplaceAllString(strings.TrimPrefix(foldWords(s), "the "), ""))
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// foldWords is s in lower case, without accents, its words joined by spaces.
func foldWords(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s))
	return strings.TrimSpace(notWord.ReplaceAllString(strings.ToLower(s), " "))
}

// CreditFacts reads the credits of the five reports.
func CreditFacts(d Data) ([]CreditDoc, error) {
	raw, err := d.Read("reports/facts.json")
	if err != nil {
		return nil, err
	}
	var sheet struct {
		Documents map[string]struct {
			File    string
			Credits []struct {
				Span         factSpan
				Outlet, Kind string
			}
		}
	}
	if err := json.Unmarshal(raw, &sheet); err != nil {
		return nil, fmt.Errorf("labelled data reports/facts.json: %w", err)
	}
	var docs []CreditDoc
	for _, x := range sheet.Documents {
		text, err := d.Read("reports/" + x.File)
		if err != nil {
			return nil, err
		}
		c := CreditDoc{ID: stem(x.File), Text: string(text)}
		for _, y := range x.Credits {
			if y.Outlet == "" {
				c.Neutral = append(c.Neutral, span{y.Span.Start, y.Span.End})
				continue
			}
			c.Gold = append(c.Gold, CreditGold{y.Span.Start, y.Span.End, y.Outlet, y.Kind})
		}
		docs = append(docs, c)
	}
	sort.Slice(docs, func(i, j int) bool { return docs[i].ID < docs[j].ID })
	return docs, nil
}
