package page_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/brief"
	"nutgraf/internal/compare"
	"nutgraf/internal/export/md"
	"nutgraf/internal/export/text"
	"nutgraf/internal/extract"
	"nutgraf/internal/label"
	"nutgraf/internal/lang"
	"nutgraf/internal/page"
	"nutgraf/internal/render"
)

// source is a report of a story that is not what stories should be.
type source struct{ outlet, date, title, text string }

const (
	opening = `The new bridge over the Corrin will open on June 3, the harbour board said on Monday.

"The bridge will open in June, but only if the cables hold through the winter," Ada Hale told the Gazette. "We have tested every one of them twice."

Hale, the chief engineer, said the cost had risen to $412 million from $380 million. The Meridian Wire first reported the delay.

Tom Marrow, a ferryman, called the bridge "a very long apology".`
	other = `The harbour board will open the bridge over the Corrin on June 3 after a winter of tests, it said on Monday.

"The bridge will open in June," Ada Hale, the chief engineer, told the Gazette.

Two cranes from Vale stood idle at the pier for 12 days, the builders said.`
	spanish = `El nuevo puente sobre el Corrin se abrirá el 3 de junio, dijo la junta del puerto el lunes.

«El puente se abrirá en junio, pero solo si los cables aguantan», dijo Ada Hale a la Gazette.`
	title = "Bridge over Corrin to open in June"
)

// shown makes the page of a story and shows it on every surface.
func shown(t *testing.T, all ...source) (p nutgraf.StoryPage, surfaces []string) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	annotator, comparer := annotate.New(pack), compare.New(pack)
	var members []nutgraf.Member
	for i, s := range all {
		doc, err := extract.Document(&nutgraf.Item{
			ID: fmt.Sprintf("r%04d", i), Media: nutgraf.MediaText, Body: []byte(s.text),
			Given: nutgraf.Given{Date: s.date, Outlet: s.outlet, Title: s.title},
		})
		if err != nil {
			t.Fatal(err)
		}
		seg, ann := annotator.Annotate(doc)
		members = append(members, nutgraf.Member{Doc: doc, Seg: seg, Ann: ann})
	}
	members = comparer.Order(members)
	f := comparer.Compare(members)
	p = page.Build(nutgraf.Story{ID: "s1"}, members, f, brief.New(pack).Write(members, f), "test")
	document := func(id string) *nutgraf.Document {
		i := slices.IndexFunc(members, func(m nutgraf.Member) bool { return m.Doc.ID == id })
		return members[i].Doc
	}
	var plain, dossier, html bytes.Buffer
	if err := text.Write(&plain, []*nutgraf.StoryPage{&p}, text.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := md.Write(&dossier, []*nutgraf.StoryPage{&p}, document); err != nil {
		t.Fatal(err)
	}
	if _, err := render.Story(&html, &p, render.Options{Document: document}); err != nil {
		t.Fatal(err)
	}
	return p, []string{plain.String(), dossier.String(), html.String()}
}

// nonsense is what no page may say, of whatever story.
var nonsense = regexp.MustCompile(`%!|NaN|<nil>|\b1 (reports|differences|quotations)\b|\b0 (reports|differences|quotations)\b|\b(\d+ )?of 0\b|\b0001-|1 January 1|(Jan|January) 1970|\n## [^\n]*\s+## |\n### [^\n]*\s+#`)

func TestStrangeStoriesMakeSensiblePages(t *testing.T) {
	a := source{"Vale Gazette", "2031-03-04", title, opening}
	b := source{"Harbour Post", "2031-03-04", "Corrin bridge opens on June 3", other}
	undated := func(s source) source { s.date = ""; return s }
	for name, c := range map[string]struct {
		reports []source
		holds   []string // words that stand in the text
		lacks   []string
		check   func(t *testing.T, p *nutgraf.StoryPage)
	}{
		"one report": {
			[]source{a},
			[]string{"1 report ", "A is published"},
			[]string{" only\n", "WHERE REPORTS DIFFER", "not found", "Earliest"},
			nil,
		},
		"copies only": {
			[]source{a, {"Post", a.date, title, opening}, {"Courier", a.date, title, opening}},
			[]string{"A, B and C are copies of one text", "cannot be said"},
			[]string{"WHERE REPORTS DIFFER", " only\n"},
			func(t *testing.T, p *nutgraf.StoryPage) {
				for _, x := range p.Articles {
					if len(x.Only)+len(x.NotFound) > 0 {
						t.Errorf("a copy says alone %v, and %v was not found in it", x.Only, x.NotFound)
					}
				}
			},
		},
		"no dates": {
			[]source{undated(a), undated(b)},
			[]string{"no date on it", "no report has a date that can be relied on"},
			[]string{"published"},
			nil,
		},
		"a date that its text speaks against": {
			[]source{a, {"Harbour Post", "2019-01-01", b.title, strings.Replace(other, "on June 3", "on June 3, 2031", 1) + "\n\nThe bridge was closed on March 1, 2031."}},
			[]string{"does not fit"},
			[]string{"B is published\n"},
			func(t *testing.T, p *nutgraf.StoryPage) {
				if p.Articles[0].Published.Day() != nutgraf.DayDate(2031, 3, 4) {
					t.Error("a date that is refused orders the reports")
				}
			},
		},
		"two languages": {
			[]source{a, b, {"El Correo", "2031-03-04", "El puente se abrirá en junio", spanish}},
			[]string{"El Correo"},
			nil,
			func(t *testing.T, p *nutgraf.StoryPage) {
				for _, x := range p.Articles {
					if x.Outlet == "El Correo" && len(x.Only)+len(x.NotFound) > 0 {
						t.Errorf("of a report in another language: %v, %v", x.Only, x.NotFound)
					}
				}
				for _, l := range p.Brief.Lines {
					if strings.Contains(l.Text, "puente") {
						t.Errorf("the nut graf is in another language: %s", l.Text)
					}
				}
			},
		},
		"a report that quotes itself": {
			[]source{{a.outlet, a.date, title, opening + "\n\n\"The bridge will open in June, but only if the cables hold through the winter,\" Ada Hale told the Gazette."}, b},
			[]string{"2 reports"},
			[]string{"A and A", "copies"},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, surfaces := shown(t, c.reports...)
			sensible(t, &p, surfaces)
			for _, want := range c.holds {
				if !strings.Contains(surfaces[0], want) {
					t.Errorf("%q is not in\n%s", want, surfaces[0])
				}
			}
			for _, bad := range c.lacks {
				if strings.Contains(surfaces[0], bad) {
					t.Errorf("%q stands in\n%s", bad, surfaces[0])
				}
			}
			if c.check != nil {
				c.check(t, &p)
			}
		})
	}
}

// sensible checks what holds of every page.
func sensible(t *testing.T, p *nutgraf.StoryPage, surfaces []string) {
	t.Helper()
	for _, s := range surfaces {
		if bad := nonsense.FindString(s); bad != "" {
			t.Errorf("%q stands in\n%s", bad, s[:min(len(s), 4000)])
		}
	}
	if p.Title == "" {
		t.Error("no headline")
	}
	if len(p.Brief.Lines) == 0 {
		t.Error("no nut graf")
	}
	for i, l := range p.Brief.Lines {
		if slices.ContainsFunc(p.Brief.Lines[:i], func(x nutgraf.BriefLine) bool { return x.Text == l.Text }) {
			t.Errorf("the nut graf says twice: %s", l.Text)
		}
	}
}

// A story of two thousand reports can be read: no list names them all.
func TestAStoryOfThousands(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const reports = 2000
	wood := strings.Fields("oak ash elm pine birch beech cedar larch maple alder poplar walnut")
	all := make([]source, reports)
	for i := range all {
		all[i] = source{fmt.Sprintf("Post of Pier %d", i), "2031-03-04", title, []string{opening, other}[i%2] + "\n\nA boat with a hull of " + wood[i%len(wood)] + " and a sail of " + wood[i/len(wood)%len(wood)] + " waited at the pier."}
	}
	began := time.Now()
	p, surfaces := shown(t, all...)
	if d := time.Since(began); d > time.Minute {
		t.Errorf("took %v", d)
	}
	sensible(t, &p, surfaces)
	if n := strings.Count(surfaces[0], "\n"); n > 300 {
		t.Errorf("%d lines", n)
	}
	events := 0
	for _, e := range p.Timeline {
		if e.Lane == nutgraf.LaneEvent {
			events++
		}
	}
	if events > 8 || !strings.Contains(surfaces[0], fmt.Sprintf("and %d more are published", reports-label.Crowd)) {
		t.Errorf("%d events in\n%s", events, surfaces[0][:4000])
	}
}
