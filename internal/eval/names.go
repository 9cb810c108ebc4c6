package eval

import (
	"regexp"
	"slices"
	"strings"

	"nutgraf/internal/wire"
)

// NameGold is a labelled mention; Cluster names whom it stands for.
type NameGold struct {
	Start, End    int
	Type, Cluster string
}

// NameDoc is a document with its mentions. Predictions on Neutral mentions are
// neither right nor wrong; nothing after Limit counts (0: all counts). People
// are the mentions of persons that person B-cubed is taken over.
type NameDoc struct {
	ID, Text              string
	Limit                 int
	Gold, Neutral, People []NameGold
}

// NameScore counts mentions by type, of the same span (Strict) or overlapping
// (Relaxed), and person B-cubed within the document over gold mentions.
type NameScore struct {
	Strict, Relaxed map[string]*PRF
	B3P, B3R        float64
	people          int
}

// PersonB3 is the F1 of person B-cubed.
func (s NameScore) PersonB3() float64 {
	if s.people == 0 {
		return 0
	}
	return harmonic(s.B3P/float64(s.people), s.B3R/float64(s.people))
}

var typeFold = map[string]string{
	"per": "person", "person": "person", "character": "person", "org": "organization", "organization": "organization",
	"organisation": "organization", "corporation": "organization", "outlet": "organization", "loc": "place", "location": "place",
	"place": "place", "creative-work": "work", "work": "work", "group": "group",
}

func foldType(t string) string {
	if f, ok := typeFold[strings.ToLower(t)]; ok {
		return f
	}
	return "other"
}

type mention struct {
	span
	typ, entity string
}

// Names scores mentions of the given types.
func Names(docs []NameDoc, pred Predictions, types []string) NameScore {
	s := NameScore{Strict: map[string]*PRF{}, Relaxed: map[string]*PRF{}}
	for _, t := range types {
		s.Strict[t], s.Relaxed[t] = &PRF{}, &PRF{}
	}
	for _, d := range docs {
		s.document(d, pred[d.ID], types)
	}
	return s
}

func (s *NameScore) document(d NameDoc, a *wire.Article, types []string) {
	text := []rune(d.Text)
	every := predictedMentions(a, text)
	var ps []mention
	for _, m := range every {
		if d.Limit == 0 || m.span[0] < d.Limit {
			ps = append(ps, m)
		}
	}
	var want []mention
	rest := goldMentions(d.Neutral, text)
	for _, m := range goldMentions(d.Gold, text) {
		if slices.Contains(types, m.typ) {
			want = append(want, m)
		} else {
			rest = append(rest, m)
		}
	}
	hits := matchMentions(want, ps, func(g, p mention) bool { return g.typ == p.typ })
	used := map[int]bool{}
	for _, h := range hits {
		used[h[1]] = true
		t := want[h[0]].typ
		s.Relaxed[t].Hit++
		if want[h[0]].span == ps[h[1]].span {
			s.Strict[t].Hit++
		}
	}
	for _, g := range want {
		s.Strict[g.typ].Gold++
		s.Relaxed[g.typ].Gold++
	}
	for j, p := range ps {
		neutral := !used[j] && (!slices.Contains(types, p.typ) || slices.ContainsFunc(rest, func(x mention) bool { return x.overlap(p.span) > 0 }))
		if !neutral {
			s.Strict[p.typ].Pred++
			s.Relaxed[p.typ].Pred++
		}
	}
	s.persons(goldMentions(d.People, text), every)
}

// persons adds a document's person B-cubed.
func (s *NameScore) persons(people, every []mention) {
	found := map[int]int{}
	for _, h := range matchMentions(people, every, func(g, p mention) bool { return true }) {
		found[h[0]] = h[1]
	}
	cluster := make([]string, len(people))
	for i := range people {
		cluster[i] = "alone " + string(rune(i))
		if j, ok := found[i]; ok && every[j].entity != "" {
			cluster[i] = "e " + every[j].entity
		}
	}
	for i := range people {
		both, gold, pred := 0, 0, 0
		for j := range people {
			g, p := people[i].entity == people[j].entity, cluster[i] == cluster[j]
			if g {
				gold++
			}
			if p {
				pred++
			}
			if g && p {
				both++
			}
		}
		s.B3P += ratio(both, pred)
		s.B3R += ratio(both, gold)
		s.people++
	}
}

func matchMentions(gold, pred []mention, good func(g, p mention) bool) [][2]int {
	g, p := make([]span, len(gold)), make([]span, len(pred))
	for i, x := range gold {
		g[i] = x.span
	}
	for i, x := range pred {
		p[i] = x.span
	}
	return matchGood(g, p, func(i, j int) bool { return good(gold[i], pred[j]) })
}

func goldMentions(list []NameGold, text []rune) []mention {
	var out []mention
	for _, g := range list {
		out = append(out, mention{trimPossessive(text, span{g.Start, g.End}), foldType(g.Type), g.Cluster})
	}
	return out
}

func predictedMentions(a *wire.Article, text []rune) []mention {
	if a == nil {
		return nil
	}
	types := map[string]string{}
	for _, e := range a.Entities {
		types[e.ID] = e.Type
	}
	var out []mention
	for _, m := range a.Mentions {
		out = append(out, mention{trimPossessive(text, span{m.Start, m.End}), foldType(types[m.Entity]), m.Entity})
	}
	return out
}

func trimPossessive(text []rune, s span) span {
	w := string(text[s[0]:s[1]])
	for _, e := range []string{"'s", "’s", "'", "’"} {
		if strings.HasSuffix(w, e) && len(w) > len(e) {
			s[1] -= len([]rune(e))
			break
		}
	}
	return s
}

type nerRow struct {
	ID       string
	Text     string
	Limit    *int `json:"full_annotation_until"`
	Entities []struct {
		Start, End       int
		Text, Type, Synt string
		EntType          string `json:"ent_type"`
		Instance         string
	}
}

var capital = regexp.MustCompile(`[A-Z][\p{L}\p{N}_’'-]+`)

var notNames = strings.Fields("mr mrs ms dr ceo he she his the president they i we us it")

// NameDocs reads the MEANTIME file.
func NameDocs(d Data, name string) ([]NameDoc, error) {
	rows, err := Rows[nerRow](d, name)
	if err != nil {
		return nil, err
	}
	var out []NameDoc
	for _, r := range rows {
		doc := NameDoc{ID: r.ID, Text: r.Text}
		if r.Limit != nil {
			doc.Limit = *r.Limit
		}
		for _, x := range r.Entities {
			t := x.EntType
			if t == "" {
				t = x.Type
			}
			g := NameGold{x.Start, x.End, t, x.Instance}
			nameLike := x.Synt != "PRO" && x.Synt != "NOM" && slices.ContainsFunc(capital.FindAllString(x.Text, -1), func(w string) bool { return !slices.Contains(notNames, strings.ToLower(w)) })
			if doc.Limit > 0 && foldType(t) == "person" && x.Instance != "" && nameLike {
				doc.People = append(doc.People, g)
			}
			switch {
			case doc.Limit > 0 && x.Start >= doc.Limit:
			case doc.Limit == 0 || x.Synt == "NAM" || x.Synt == "PRE.NAM":
				doc.Gold = append(doc.Gold, g)
			default:
				doc.Neutral = append(doc.Neutral, g)
			}
		}
		out = append(out, doc)
	}
	return out, nil
}
