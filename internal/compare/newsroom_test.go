package compare_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/compare"
	"nutgraf/internal/extract"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
	"nutgraf/internal/newsroom"
)

// sample is the sample newsroom after the first pass, story by story, with the
// findings of each.
type sample struct {
	stories  map[string][]nutgraf.Member // in the order of the articles' days
	findings map[string]nutgraf.Findings
	order    []string
	story    map[string]string // article → story
}

var readSample = sync.OnceValues(func() (*sample, error) {
	pack, err := lang.Load("en")
	if err != nil {
		return nil, err
	}
	pages, err := newsroom.Pages()
	if err != nil {
		return nil, err
	}
	arts, err := newsroom.Articles()
	if err != nil {
		return nil, err
	}
	s := &sample{stories: map[string][]nutgraf.Member{}, findings: map[string]nutgraf.Findings{}, story: map[string]string{}}
	for _, a := range arts {
		s.story[a.ID] = a.Story
	}
	annotator := annotate.New(pack)
	for _, p := range pages {
		doc, err := extract.Document(p.Item())
		if err != nil {
			return nil, fmt.Errorf("extract %s: %w", p.Name, err)
		}
		doc.ID = p.Article
		seg, ann := annotator.Annotate(doc)
		story := s.story[p.Article]
		if s.stories[story] == nil {
			s.order = append(s.order, story)
		}
		s.stories[story] = append(s.stories[story], nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	comparer := compare.New(pack)
	for _, id := range s.order {
		s.findings[id] = comparer.Compare(s.stories[id])
	}
	return s, nil
})

func newsroomSample(t *testing.T) *sample {
	t.Helper()
	s, err := readSample()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPlanted looks for what was planted in the sample newsroom and concerns
// quotations, origins and dates. floor is the share that must be found.
func TestPlanted(t *testing.T) {
	s := newsroomSample(t)
	all, err := newsroom.Planted()
	if err != nil {
		t.Fatal(err)
	}
	found, total := map[string]int{}, map[string]int{}
	for _, p := range all {
		look, ok := looks[p.Kind]
		if !ok {
			continue
		}
		total[p.Kind]++
		if err := look(s, p.Places); err != nil {
			t.Logf("%s %s: %v", p.Kind, p.Event, err)
			continue
		}
		found[p.Kind]++
	}
	for kind, floor := range floors {
		if total[kind] == 0 || float64(found[kind]) < floor*float64(total[kind]) {
			t.Errorf("%s: %d of %d found, want a share of %.2f", kind, found[kind], total[kind], floor)
		}
	}
}

// floors are the shares of planted troubles that must be found.
var floors = map[string]float64{
	"quote/verbatim": 1, "quote/typographic": 1, "quote/truncated": .9, "quote/edited": 1, "quote/spliced": 1,
	"quote/turned": 1, "quote/paraphrase": .25, "credit": .9, "chain": 1, "origin-not-held": .5,
	"date/implausible": 1, "date/future": 1, "date/none": 1, "namesakes": 1,
}

var looks = map[string]func(*sample, []newsroom.Place) error{
	"quote/verbatim": oneFamily, "quote/typographic": oneFamily, "quote/truncated": oneFamily, "quote/edited": oneFamily,
	"quote/spliced": oneFamily, "quote/paraphrase": oneFamily, "quote/turned": turned,
	"credit": credited, "chain": chained, "origin-not-held": notHeld, "namesakes": apart,
	"date/implausible": warned(nutgraf.ImplausibleDate), "date/future": warned(nutgraf.FutureDate), "date/none": warned(nutgraf.NoDate),
}

func holds(text, words string) bool {
	return strings.Contains(" "+fold.String(text)+" ", " "+fold.String(words)+" ")
}

func carries(v nutgraf.Variant, p newsroom.Place) bool {
	if v.Doc != p.Article {
		return false
	}
	text := ""
	for _, c := range v.Cites {
		text += " " + c.Text
	}
	return holds(text, p.Shown) || holds(p.Shown, text)
}

func family(s *sample, places []newsroom.Place) (nutgraf.Family, error) {
	var near []string
	for _, f := range s.findings[s.story[places[0].Article]].Families {
		n := 0
		for _, p := range places {
			if slices.ContainsFunc(f.Variants, func(v nutgraf.Variant) bool { return carries(v, p) }) {
				n++
			}
		}
		if n == len(places) {
			return f, nil
		}
		if n > 0 {
			near = append(near, f.ID)
		}
	}
	return nutgraf.Family{}, fmt.Errorf("no family holds all of %v; near: %v", places, near)
}

func oneFamily(s *sample, places []newsroom.Place) error {
	_, err := family(s, places)
	return err
}

func turned(s *sample, places []newsroom.Place) error {
	f, err := family(s, places)
	if err != nil {
		return err
	}
	for _, v := range f.Variants {
		if carries(v, places[1]) && len(v.Turns) > 0 {
			return nil
		}
	}
	return fmt.Errorf("%s: no words that can turn the sense are named", f.ID)
}

func credits(s *sample, from, to string) bool {
	return slices.ContainsFunc(s.findings[s.story[from]].Provenance.Edges, func(e nutgraf.Edge) bool {
		return e.From == from && e.To == to && e.Kind == nutgraf.EdgeCredit
	})
}

func credited(s *sample, places []newsroom.Place) error {
	if s.story[places[0].Article] != s.story[places[1].Article] {
		return nil // another story of the saga: not this comparison's matter
	}
	if !credits(s, places[0].Article, places[1].Article) {
		return fmt.Errorf("no edge from %s to %s", places[0].Article, places[1].Article)
	}
	return nil
}

func chained(s *sample, places []newsroom.Place) error {
	for i := 1; i < len(places); i++ {
		if err := credited(s, places[i-1:i+1]); err != nil {
			return err
		}
	}
	return nil
}

func notHeld(s *sample, places []newsroom.Place) error {
	for _, p := range places {
		prov := s.findings[s.story[p.Article]].Provenance
		if !slices.ContainsFunc(prov.Edges, func(e nutgraf.Edge) bool {
			return e.From == p.Article && e.Kind == nutgraf.EdgeCredit && slices.ContainsFunc(prov.Nodes, func(n nutgraf.Node) bool {
				return n.ID == e.To && n.Doc == "" && n.Role == nutgraf.RoleNewsOrigin
			})
		}) {
			return fmt.Errorf("%s rests on no origin that is not held", p.Article)
		}
	}
	return nil
}

func apart(s *sample, places []newsroom.Place) error {
	story := s.story[places[0].Article]
	at := map[int]bool{}
	for _, p := range places {
		for i, e := range s.findings[story].Entities {
			if len(strings.Fields(e.Name)) > 1 && e.Type == nutgraf.Person && holds(p.Shown, e.Name) {
				at[i] = true
			}
		}
	}
	if len(at) < 2 {
		return fmt.Errorf("%v: %d entities", places, len(at))
	}
	return nil
}

func warned(kind nutgraf.WarningKind) func(*sample, []newsroom.Place) error {
	return func(s *sample, places []newsroom.Place) error {
		id := places[0].Article
		for _, w := range s.findings[s.story[id]].Warnings {
			if w.Doc == id && w.Kind == kind {
				return nil
			}
		}
		return fmt.Errorf("%s is not warned of", id)
	}
}

// TestNoFalseAlarms holds the dates of the sample's honest pages above
// suspicion.
func TestNoFalseAlarms(t *testing.T) {
	s := newsroomSample(t)
	all, err := newsroom.Planted()
	if err != nil {
		t.Fatal(err)
	}
	bad := map[string]bool{}
	for _, p := range all {
		if strings.HasPrefix(p.Kind, "date/") {
			bad[p.Places[0].Article] = true
		}
	}
	for _, id := range s.order {
		for _, w := range s.findings[id].Warnings {
			if !bad[w.Doc] {
				t.Errorf("%s: %s: %s", w.Doc, w.Kind, w.Why)
			}
		}
	}
}

// TestCitesAreVerbatim checks every cite of every finding against its text.
func TestCitesAreVerbatim(t *testing.T) {
	s := newsroomSample(t)
	for _, id := range s.order {
		texts := map[string]string{}
		for _, m := range s.stories[id] {
			texts[m.Doc.ID] = m.Doc.Text
		}
		f := s.findings[id]
		check := func(what string, cites ...nutgraf.Cite) {
			for _, c := range cites {
				if c.Span.IsZero() && c.Text == "" {
					continue
				}
				if c.Span.End > len(texts[c.Doc]) || c.Span.Of(texts[c.Doc]) != c.Text {
					t.Errorf("%s: %s does not stand in %s at %v: %q", id, what, c.Doc, c.Span, c.Text)
				}
			}
		}
		for _, q := range f.Families {
			check("speaker", q.SpeakerEvidence...)
			for _, v := range q.Variants {
				check("variant", v.Cites...)
				check("to", v.ToCite)
			}
		}
		for _, e := range f.Provenance.Edges {
			check("edge", e.Evidence...)
		}
		for _, e := range f.Timeline {
			check("timeline", e.Evidence...)
		}
		for _, w := range f.Warnings {
			check("warning", w.Evidence...)
		}
		for _, only := range f.Only {
			check("only", only...)
		}
	}
}
