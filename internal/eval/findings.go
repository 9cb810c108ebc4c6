package eval

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/wire"
)

// FindingsGold is an annotated story: what a story page must show of it, in code
// points of its articles.
type FindingsGold struct {
	Story    string
	Set      string // of the project's own: the set its articles are of
	Split    string
	Articles []goldArticle
	Families []struct {
		Members []struct{ Quote, Variant string }
	} `json:"quote_families"`
	Conflicts []goldConflict
	Traps     []struct {
		ID    string
		Spans []goldSpan
	}
	Provenance struct {
		IndependentOrigins int `json:"independent_origins"`
		Accept             []int
	}
}

type goldArticle struct {
	ID     string
	Quotes []goldQuotation
}

// goldQuotation is an annotated quotation. Names that are right for its speaker are
// parted by bars, those of several who speak as one by semicolons; one that begins with
// "unnamed" is of somebody whom the article does not name.
type goldQuotation struct {
	ID, Type, Speaker string
	Parts             []span
}

type goldConflict struct {
	ID, Kind, Severity, About string
	Sides                     []struct{ Evidence []goldSpan }
}

type goldSpan struct {
	Article    string
	Start, End int
}

// FindingsScore counts what was found of annotated stories. Loud differences are
// those shown as hard or medium, refinements apart; one is right when two of its
// sides touch two sides of a difference of the gold.
type FindingsScore struct {
	Pairs        PRF            // pairs of quotations of one utterance
	Gold, Found  map[string]int // differences by severity
	Missed       []string       // of the found ones the others, by story and id
	Loud, Right  int
	Traps, Taken int // look-alikes, and those that a wrong difference shows
	Stories      int
	OriginsOff   int // distance to the accepted range, added up
}

// Recall is the share of hard and medium differences that were found.
func (s FindingsScore) Recall() float64 {
	return ratio(s.Found["hard"]+s.Found["medium"], s.Gold["hard"]+s.Gold["medium"])
}

// Add adds the differences and traps of another score.
func (s *FindingsScore) Add(o FindingsScore) {
	if s.Gold == nil {
		s.Gold, s.Found = map[string]int{}, map[string]int{}
	}
	for k, n := range o.Gold {
		s.Gold[k] += n
		s.Found[k] += o.Found[k]
	}
	s.Loud, s.Right, s.Traps, s.Taken = s.Loud+o.Loud, s.Right+o.Right, s.Traps+o.Traps, s.Taken+o.Taken
}

// FindingsGolds reads the annotated stories.
func FindingsGolds(d Data) ([]FindingsGold, error) {
	names, err := filepath.Glob(d.Path("stories/findings/*.json"))
	if err != nil {
		return nil, err
	}
	var out []FindingsGold
	for _, n := range names {
		raw, err := os.ReadFile(n)
		if err != nil {
			return nil, fmt.Errorf("labelled data: %w", err)
		}
		var g FindingsGold
		if err := json.Unmarshal(raw, &g); err != nil {
			return nil, fmt.Errorf("labelled data %s: %w", n, err)
		}
		out = append(out, g)
	}
	return out, nil
}

// Findings scores compared stories against annotated ones, by the rules of the
// scorer that lies with the data. The articles' texts must be as they were
// annotated: offsets are not searched anew.
func Findings(golds []FindingsGold, stories []Compared) FindingsScore {
	s := FindingsScore{Gold: map[string]int{}, Found: map[string]int{}}
	for _, g := range golds {
		ids := map[string]bool{}
		for _, a := range g.Articles {
			ids[a.ID] = true
		}
		var mine []Compared
		best := -1
		for _, c := range stories {
			if n := c.overlap(ids); n > 0 {
				mine = append(mine, c)
				if best < 0 || n > mine[best].overlap(ids) {
					best = len(mine) - 1
				}
			}
		}
		s.families(g, mine)
		s.conflicts(g, mine)
		s.Stories++
		low, high := g.Provenance.IndependentOrigins, g.Provenance.IndependentOrigins
		if len(g.Provenance.Accept) == 2 {
			low, high = g.Provenance.Accept[0], g.Provenance.Accept[1]
		}
		n := 0
		if best >= 0 {
			n = mine[best].Findings.Provenance.IndependentOrigins
		}
		s.OriginsOff += max(low-n, n-high, 0)
	}
	return s
}

func (c Compared) overlap(ids map[string]bool) int {
	n := 0
	for _, m := range c.Members {
		if ids[m.Doc.ID] {
			n++
		}
	}
	return n
}

// points gives cites as spans of code points.
func (c Compared) points(cites []nutgraf.Cite) []goldSpan {
	var out []goldSpan
	for _, x := range cites {
		for _, m := range c.Members {
			if m.Doc.ID == x.Doc {
				from, to := wire.NewRuler(m.Doc.Text).Span(x.Span)
				out = append(out, goldSpan{x.Doc, from, to})
			}
		}
	}
	return out
}

// ShowGold writes a difference of the gold out for a reader.
func (c Compared) ShowGold(g FindingsGold, id string) string {
	var b strings.Builder
	for _, x := range g.Conflicts {
		if x.ID != id {
			continue
		}
		fmt.Fprintf(&b, "%s %s %s %s: %s\n", g.Story, id, x.Kind, x.Severity, x.About)
		for n, side := range x.Sides {
			for _, e := range side.Evidence {
				i := slices.IndexFunc(c.Members, func(m nutgraf.Member) bool { return m.Doc.ID == e.Article })
				if i < 0 {
					continue
				}
				m := c.Members[i]
				runes := []rune(m.Doc.Text)
				from := len(string(runes[:e.Start]))
				to := from + len(string(runes[e.Start:e.End]))
				sent := nutgraf.Span{Start: from, End: to}
				if at := m.Seg.SentenceAt(from); at >= 0 && m.Seg.Sentences[at].Span.Contains(sent) {
					sent = m.Seg.Sentences[at].Span
				}
				fmt.Fprintf(&b, "   [%c] %s %d-%d: %s⟦%s⟧%s\n", 'a'+n, e.Article, from, to, m.Doc.Text[sent.Start:from], m.Doc.Text[from:to], m.Doc.Text[to:sent.End])
			}
		}
	}
	return b.String()
}

type pairOf [2]string

// families counts pairs of quotations of different articles in one family.
// Members marked optional count neither way.
func (s *FindingsScore) families(g FindingsGold, stories []Compared) {
	article, parts := map[string]string{}, map[string][]span{}
	var order []string
	for _, a := range g.Articles {
		for _, q := range a.Quotes {
			if q.Type != "document" {
				article[q.ID], parts[q.ID] = a.ID, q.Parts
				order = append(order, q.ID)
			}
		}
	}
	gold, ignored := map[pairOf]bool{}, map[pairOf]bool{}
	for _, f := range g.Families {
		for i, x := range f.Members {
			for _, y := range f.Members[:i] {
				p := pairOf{min(x.Quote, y.Quote), max(x.Quote, y.Quote)}
				switch {
				case article[x.Quote] == "" || article[y.Quote] == "" || article[x.Quote] == article[y.Quote]:
				case x.Variant == "optional" || y.Variant == "optional":
					ignored[p] = true
				default:
					gold[p] = true
				}
			}
		}
	}
	pred := map[pairOf]bool{}
	for _, c := range stories {
		for _, f := range c.Findings.Families {
			var hits [][]string
			for _, v := range f.Variants {
				hits = append(hits, c.quotesAt(v, order, article, parts))
			}
			for i, a := range hits {
				for _, b := range hits[:i] {
					addPairs(pred, a, b, article)
				}
			}
		}
	}
	for p := range pred {
		if gold[p] {
			s.Pairs.Hit++
		}
		if gold[p] || !ignored[p] {
			s.Pairs.Pred++
		}
	}
	s.Pairs.Gold += len(gold)
}

func addPairs(dst map[pairOf]bool, a, b []string, article map[string]string) {
	for _, x := range a {
		for _, y := range b {
			if article[x] != article[y] {
				dst[pairOf{min(x, y), max(x, y)}] = true
			}
		}
	}
}

// quotesAt returns the annotated quotations that a variant carries: half of the
// shorter lies in it.
func (c Compared) quotesAt(v nutgraf.Variant, order []string, article map[string]string, parts map[string][]span) []string {
	at := c.points(v.Cites)
	if len(at) == 0 {
		return nil
	}
	whole := span{at[0].Start, at[len(at)-1].End}
	var out []string
	for _, id := range order {
		if article[id] != v.Doc {
			continue
		}
		shared, length := 0, 0
		for _, p := range parts[id] {
			shared += whole.overlap(p)
			length += p[1] - p[0]
		}
		if 2*shared >= max(1, min(whole[1]-whole[0], length)) {
			out = append(out, id)
		}
	}
	return out
}

// conflicts counts differences found, shown wrongly, and traps stepped into.
func (s *FindingsScore) conflicts(g FindingsGold, stories []Compared) {
	type shown struct {
		sides [][]goldSpan
		loud  bool
		right bool
	}
	var all []shown
	for _, c := range stories {
		for _, x := range c.Findings.Conflicts {
			p := shown{loud: x.Severity != nutgraf.Soft && x.Relation != nutgraf.Refine}
			for _, side := range x.Sides {
				p.sides = append(p.sides, c.points(side.Evidence))
			}
			all = append(all, p)
		}
	}
	for _, x := range g.Conflicts {
		var sides [][]goldSpan
		for _, e := range x.Sides {
			sides = append(sides, e.Evidence)
		}
		found := false
		for i := range all {
			if twoSides(all[i].sides, sides) {
				found, all[i].right = true, true
			}
		}
		s.Gold[x.Severity]++
		if found {
			s.Found[x.Severity]++
		} else {
			s.Missed = append(s.Missed, g.Story+" "+x.ID)
		}
	}
	taken := map[int]bool{}
	for _, p := range all {
		if !p.loud {
			continue
		}
		s.Loud++
		if p.right {
			s.Right++
			continue
		}
		for k, t := range g.Traps {
			var sides [][]goldSpan
			for _, e := range t.Spans {
				sides = append(sides, []goldSpan{e})
			}
			if twoSides(p.sides, sides) {
				taken[k] = true
			}
		}
	}
	s.Traps += len(g.Traps)
	s.Taken += len(taken)
}

// twoSides reports whether two different sides that are shown touch two
// different sides of the gold.
func twoSides(shown, gold [][]goldSpan) bool {
	var met [][2]int
	for i, p := range shown {
		for j, g := range gold {
			if touch(p, g) {
				met = append(met, [2]int{i, j})
			}
		}
	}
	return slices.ContainsFunc(met, func(a [2]int) bool {
		return slices.ContainsFunc(met, func(b [2]int) bool { return a[0] != b[0] && a[1] != b[1] })
	})
}

// longest is the length of evidence from which on it points at nothing.
const longest = 600

func touch(a, b []goldSpan) bool {
	return slices.ContainsFunc(a, func(x goldSpan) bool {
		return x.End-x.Start <= longest && slices.ContainsFunc(b, func(y goldSpan) bool {
			return x.Article == y.Article && min(x.End, y.End) > max(x.Start, y.Start)
		})
	})
}

// findings scores the annotated stories and what was read by eye.
func (r *run) findings() {
	golds, err := FindingsGolds(r.data)
	if err != nil {
		r.err = err
		return
	}
	stories, err := r.prog.Compare(r.data, "findings")
	if err != nil {
		r.err = err
		return
	}
	s := Findings(golds, stories)
	r.row("findings", "annotated stories", "family pairs F1", s.Pairs.F1())
	r.row("findings", "annotated stories", fmt.Sprintf("differences found of %d", s.Gold["hard"]+s.Gold["medium"]), s.Recall())
	r.row("findings", "annotated stories", fmt.Sprintf("right of %d shown", s.Loud), ratio(s.Right, s.Loud))
	r.row("findings", "annotated stories", fmt.Sprintf("traps taken of %d", s.Traps), ratio(s.Taken, s.Traps))
	r.row("findings", "annotated stories", "origins off, mean", float64(s.OriginsOff)/float64(max(1, s.Stories)))
	r.ownGolds()
	r.readByEye(stories)
}

//go:embed testdata/annotated.jsonl
var annotatedFile []byte

// OwnGolds reads the stories that readers annotated for the project, by the rules of
// the annotated stories and before any output was seen: positions only. Of those of
// ecbplus only differences and traps are annotated. What stands in stories whose split
// is "kept" nobody who writes rules has read.
func OwnGolds() ([]FindingsGold, error) {
	return lines[FindingsGold]("annotated.jsonl", annotatedFile)
}

// lines reads one of the project's own files of JSON Lines.
func lines[T any](name string, file []byte) ([]T, error) {
	var out []T
	for d := json.NewDecoder(bytes.NewReader(file)); d.More(); {
		var x T
		if err := d.Decode(&x); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, x)
	}
	return out, nil
}

// ownGolds scores the stories of OwnGolds.
func (r *run) ownGolds() {
	golds, err := OwnGolds()
	if err != nil {
		r.err = err
		return
	}
	stories, err := r.prog.Compare(r.data, "annotated")
	if err != nil {
		r.err = err
		return
	}
	for _, x := range []struct{ set, split, name string }{
		{"allsides", "seen", "own annotations, seen (%d)"},
		{"allsides", "kept", "own annotations, kept (%d)"},
		{"ecbplus", "seen", "ecbplus annotations, seen (%d)"},
		{"ecbplus", "kept", "ecbplus annotations, kept (%d)"},
	} {
		s := Findings(slices.DeleteFunc(slices.Clone(golds), func(g FindingsGold) bool { return g.Set != x.set || g.Split != x.split }), stories)
		set := fmt.Sprintf(x.name, s.Stories)
		if x.set == "allsides" {
			r.row("findings", set, "family pairs F1", s.Pairs.F1())
			r.row("findings", set, "origins off, mean", float64(s.OriginsOff)/float64(max(1, s.Stories)))
		}
		r.row("findings", set, fmt.Sprintf("differences found of %d", s.Gold["hard"]+s.Gold["medium"]), s.Recall())
		r.row("findings", set, fmt.Sprintf("right of %d shown", s.Loud), ratio(s.Right, s.Loud))
		r.row("findings", set, fmt.Sprintf("traps taken of %d", s.Traps), ratio(s.Taken, s.Traps))
	}
}

//go:embed testdata/differences.tsv
var differencesFile []byte

// Reading is a reader's judgement of a difference that was shown: the words that
// two of its sides cite, by report and byte range, and whether it is one.
type Reading struct {
	Set, Kind  string
	A, B       nutgraf.Ref
	Right      bool
	Difference string // class of the error, or what the difference is of
}

// Readings returns the readings kept in testdata.
func Readings() ([]Reading, error) { return parseReadings(differencesFile) }

func parseReadings(raw []byte) ([]Reading, error) {
	var out []Reading
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 6 {
			return nil, fmt.Errorf("readings line %d: %d fields, want 6", n+1, len(f))
		}
		v := Reading{Set: f[0], Kind: f[1], Right: f[4] == "right", Difference: f[5]}
		for i, r := range []*nutgraf.Ref{&v.A, &v.B} {
			at := strings.LastIndexByte(f[2+i], ':')
			if at < 0 {
				return nil, fmt.Errorf("readings line %d: no range in %q", n+1, f[2+i])
			}
			r.Doc = f[2+i][:at]
			if _, err := fmt.Sscanf(f[2+i][at+1:], "%d-%d", &r.Span.Start, &r.Span.End); err != nil {
				return nil, fmt.Errorf("readings line %d: %w", n+1, err)
			}
		}
		out = append(out, v)
	}
	return out, nil
}

// ReadingOf returns the verdict on a difference, if a reader gave one.
func ReadingOf(readings []Reading, x nutgraf.Conflict) (Reading, bool) {
	at := func(side nutgraf.Side, r nutgraf.Ref) bool {
		return nutgraf.Touch(side.Evidence, r)
	}
	for _, v := range readings {
		if v.Kind != string(x.Kind) {
			continue
		}
		for i, a := range x.Sides {
			for j, b := range x.Sides {
				if i != j && at(a, v.A) && at(b, v.B) {
					return v, true
				}
			}
		}
	}
	return Reading{}, false
}

// readByEye counts what a reader said of the hard and medium differences shown
// in each set that was read; the months of the stream are one set.
func (r *run) readByEye(annotated []Compared) {
	readings, err := Readings()
	if err != nil {
		r.err = err
		return
	}
	type count struct{ right, read, unread int }
	counts := map[string]*count{}
	var names []string
	done := map[string]bool{}
	for _, v := range readings {
		if done[v.Set] {
			continue
		}
		done[v.Set] = true
		stories := annotated
		if v.Set != "findings" {
			if stories, err = r.prog.Compare(r.data, v.Set); err != nil {
				r.err = err
				return
			}
		}
		name, _, _ := strings.Cut(v.Set, ":")
		if counts[name] == nil {
			counts[name], names = &count{}, append(names, name)
		}
		n := counts[name]
		for _, c := range stories {
			for _, x := range c.Findings.Conflicts {
				if x.Severity == nutgraf.Soft {
					continue
				}
				switch v, ok := ReadingOf(readings, x); {
				case !ok:
					n.unread++
				case v.Right:
					n.right, n.read = n.right+1, n.read+1
				default:
					n.read++
				}
			}
		}
	}
	for _, name := range names {
		n := counts[name]
		r.row("findings", name, fmt.Sprintf("right of %d read", n.read), ratio(n.right, n.read))
		r.row("findings", name, "shown and not read", float64(n.unread))
	}
}
