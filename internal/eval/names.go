package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
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
// are the mentions of persons that person B-cubed is taken over. Topic is the
// group of articles whose Clusters are one across documents, if any. Where
// Characters is set, characters are no persons.
type NameDoc struct {
	ID, Text, Topic       string
	Limit                 int
	Characters            bool
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

func foldType(t string, characters bool) string {
	if characters && t == "character" {
		return t
	}
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
	every := predictedMentions(a, text, d.Characters)
	var ps []mention
	for _, m := range every {
		if d.Limit == 0 || m.span[0] < d.Limit {
			ps = append(ps, m)
		}
	}
	var want []mention
	rest := goldMentions(d.Neutral, text, d.Characters)
	for _, m := range goldMentions(d.Gold, text, d.Characters) {
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
	s.persons(peopleOf(d, every))
}

// peopleOf gives the clusters of a document's people, in the gold and as
// predicted; a mention that no prediction meets is alone.
func peopleOf(d NameDoc, every []mention) (gold, pred []string) {
	people := goldMentions(d.People, []rune(d.Text), d.Characters)
	found := map[int]int{}
	for _, h := range matchMentions(people, every, func(g, p mention) bool { return true }) {
		found[h[0]] = h[1]
	}
	for i, m := range people {
		gold = append(gold, m.entity)
		cluster := fmt.Sprintf("alone %s %d", d.ID, i)
		if j, ok := found[i]; ok && every[j].entity != "" {
			cluster = "e " + every[j].entity
		}
		pred = append(pred, cluster)
	}
	return gold, pred
}

// persons adds the B-cubed of mentions in their gold and predicted clusters
// (Bagga and Baldwin 1998).
func (s *NameScore) persons(gold, pred []string) {
	type both struct{ gold, pred string }
	golds, preds, boths := map[string]int{}, map[string]int{}, map[both]int{}
	for i := range gold {
		golds[gold[i]]++
		preds[pred[i]]++
		boths[both{gold[i], pred[i]}]++
	}
	for i := range gold {
		n := boths[both{gold[i], pred[i]}]
		s.B3P += ratio(n, preds[pred[i]])
		s.B3R += ratio(n, golds[gold[i]])
		s.people++
	}
}

// AcrossTopics scores who is who over all articles of a topic together. The
// entities of pred bear one id across a topic's articles.
func AcrossTopics(docs []NameDoc, pred Predictions) NameScore {
	var topics []string
	gold, found := map[string][]string{}, map[string][]string{}
	for _, d := range docs {
		if gold[d.Topic] == nil {
			topics = append(topics, d.Topic)
		}
		a := pred[d.ID]
		g, p := peopleOf(d, predictedMentions(a, []rune(d.Text), d.Characters))
		gold[d.Topic], found[d.Topic] = append(gold[d.Topic], g...), append(found[d.Topic], p...)
	}
	var s NameScore
	for _, t := range topics {
		s.persons(gold[t], found[t])
	}
	return s
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

func goldMentions(list []NameGold, text []rune, characters bool) []mention {
	var out []mention
	for _, g := range list {
		out = append(out, mention{trimPossessive(text, span{g.Start, g.End}), foldType(g.Type, characters), g.Cluster})
	}
	return out
}

func predictedMentions(a *wire.Article, text []rune, characters bool) []mention {
	if a == nil {
		return nil
	}
	types := map[string]string{}
	for _, e := range a.Entities {
		types[e.ID] = e.Type
	}
	var out []mention
	for _, m := range a.Mentions {
		out = append(out, mention{trimPossessive(text, span{m.Start, m.End}), foldType(types[m.Entity], characters), m.Entity})
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
	Corpus   string
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

// NameDocs reads MEANTIME, or a file of labelled sentences, which are numbered
// from 0.
func NameDocs(d Data, name string) ([]NameDoc, error) {
	rows, err := Rows[nerRow](d, name)
	if err != nil {
		return nil, err
	}
	var out []NameDoc
	for n, r := range rows {
		doc := NameDoc{ID: cmp.Or(r.ID, strconv.Itoa(n)), Text: r.Text, Topic: r.Corpus}
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
			if doc.Limit > 0 && foldType(t, false) == "person" && x.Instance != "" && nameLike {
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

type factMentions []struct {
	Canonical string
	Mentions  []struct {
		Start, End int
		Mention    string
	}
}

type factsFile struct {
	Documents map[string]struct {
		File                                     string
		Persons, Characters, Orgs, Places, Works factMentions
	}
}

// ReportNames reads the names of the five annotated reports. Roles and pronouns
// are neutral; a person whose name in the file is explained in brackets is a
// group.
func ReportNames(d Data) ([]NameDoc, error) {
	raw, err := d.Read("reports/facts.json")
	if err != nil {
		return nil, err
	}
	var file factsFile
	if err := json.Unmarshal(raw, &file); err != nil {
		return nil, fmt.Errorf("labelled data reports/facts.json: %w", err)
	}
	var out []NameDoc
	for _, id := range slices.Sorted(maps.Keys(file.Documents)) {
		x := file.Documents[id]
		text, err := d.Read("reports/" + x.File)
		if err != nil {
			return nil, err
		}
		doc := NameDoc{ID: id, Text: string(text), Topic: "reports", Characters: true}
		doc.add(x.Persons, "person")
		doc.add(x.Characters, "character")
		doc.add(x.Orgs, "organization")
		doc.add(x.Places, "place")
		doc.add(x.Works, "work")
		out = append(out, doc)
	}
	return out, nil
}

// add enters the mentions of one type.
func (doc *NameDoc) add(list factMentions, typ string) {
	for _, e := range list {
		kind := typ
		if typ == "person" && strings.Contains(e.Canonical, "(") {
			kind = "group"
		}
		for _, m := range e.Mentions {
			g := NameGold{m.Start, m.End, kind, e.Canonical}
			if m.Mention != "name" {
				doc.Neutral = append(doc.Neutral, g)
				continue
			}
			doc.Gold = append(doc.Gold, g)
			if kind == "person" {
				doc.People = append(doc.People, g)
			}
		}
	}
}
