package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/fold"
	"nutgraf/internal/label"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

const passagesAPage = 30

type searchPage struct {
	frame
	Passages []passage
	Earlier  string
	Later    string
	Problem  string
	Looser   []looser
}

// looser is a query with one part less, which finds something.
type looser struct{ Query, Href string }

// passage is a paragraph that was found, with its hits marked.
type passage struct {
	Article nutgraf.ArticleLine
	Name    string
	Title   string
	Date    string
	Href    string
	Where   render.Chip
	Speaker string
	Parts   []render.Part
}

func (s *site) search(r *http.Request) (*reply.Reply, error) {
	q := r.URL.Query()
	query := strings.TrimSpace(q.Get("q"))
	p := searchPage{frame: s.frame("Search", "search")}
	p.Query = query
	if query == "" {
		return s.page("search-page", p)
	}
	p.Title = "Search: " + query
	asked := url.Values{"q": {query}}
	number, err := pageNumber(q)
	if err != nil {
		return nil, err
	}
	found, err := s.desk.Search(r.Context(), query, passagesAPage+1, (number-1)*passagesAPage)
	if errors.Is(err, nutgraf.ErrUsage) {
		p.Problem = strings.TrimPrefix(err.Error(), nutgraf.ErrUsage.Error()+": ")
		a, err := s.page("search-page", p)
		if err == nil {
			a.Status = http.StatusBadRequest
		}
		return a, err
	}
	if err != nil {
		return nil, err
	}
	p.Alternates = []alternate{
		s.feed("a feed of what is new", "passages", asked),
		{jsonMedia, "JSON", s.program("/search", asked)},
		{"text/csv", "a table of who said what in its stories", s.program("/export/csv-quotations", asked)},
	}
	if number > 1 {
		p.Earlier = s.turned(q, number-1)
	}
	if len(found) > passagesAPage {
		found = found[:passagesAPage]
		p.Later = s.turned(q, number+1)
	}
	if len(found) == 0 && number == 1 {
		queries, err := s.desk.Loosened(r.Context(), query)
		if err != nil {
			return nil, err
		}
		for _, one := range queries {
			p.Looser = append(p.Looser, looser{one, s.conf.Base + "/search?" + url.Values{"q": {one}}.Encode()})
		}
	}
	docs := desk.NewDocuments(r.Context(), s.desk)
	for _, x := range found {
		p.Passages = append(p.Passages, s.passage(x, docs.Document(x.Article.ID)))
	}
	if err := docs.Err(); err != nil {
		return nil, err
	}
	return s.page("search-page", p)
}

// passage is a passage of a document; of one that is gone meanwhile, without
// marks.
func (s *site) passage(x nutgraf.Passage, d *nutgraf.Document) passage {
	p := passage{
		Article: x.Article, Name: cmp.Or(x.Article.Outlet, label.Unnamed), Title: x.Article.Title, Date: civil(x.Article.Published.Value), Speaker: x.Speaker,
		Href: render.ArticleHref(s.conf.Base, x.Article.ID), Parts: s.words(x.Cite.Text),
	}
	if d != nil && fits(x.Cite.Span, d.Text) {
		var hit nutgraf.Span
		if len(x.Hits) > 0 {
			hit = x.Hits[0]
		}
		x.Cite.Span = s.conf.Texts.Window(d.Text, x.Cite.Span, hit)
		start, end := wire.NewRuler(d.Text).Span(x.Cite.Span)
		p.Href = render.SpanHref(s.conf.Base, d.ID, start, end)
		p.Parts = render.Cut(d.Text, x.Cite.Span, x.Hits)
	}
	return p
}

// words is a passage without marks, no longer than may be shown.
func (s *site) words(text string) []render.Part {
	cut, _ := s.conf.Texts.Cut(text)
	return []render.Part{{Text: cut}}
}

const utterancesShown = 500

// name shows what somebody said, what others said about them, and the stories that
// name them.
func (s *site) name(r *http.Request) (*reply.Reply, error) {
	name := strings.TrimSpace(r.PathValue("name"))
	said, err := s.desk.Quotes(r.Context(), name, utterancesShown)
	if err != nil {
		return nil, err
	}
	about, err := s.desk.QuotesAbout(r.Context(), name, utterancesShown)
	if err != nil {
		return nil, err
	}
	stories, err := s.desk.Stories(r.Context(), nutgraf.StoryFilter{Person: name, ByDate: true, Limit: storiesAPage})
	if err != nil {
		return nil, err
	}
	if len(said)+len(about)+len(stories) == 0 {
		return nil, errNoPage
	}
	p := namePage{frame: s.frame(name, ""), Name: name, Said: s.spoken(said, name), About: s.spoken(about, ""), Stories: stories}
	p.Alternates = []alternate{
		s.feed("a feed of what is newly said", "quotes", url.Values{"speaker": {name}}), {jsonMedia, "JSON", s.program("/names/"+url.PathEscape(name), nil)},
	}
	return s.page("name-page", p)
}

type namePage struct {
	frame
	Name        string
	Said, About []spoken
	Stories     []nutgraf.StoryLine
}

// spoken is what is said in one story.
type spoken struct {
	ID, Title, Days, Href string
	Said                  []saidLine
	first                 nutgraf.Day
}

type saidLine struct {
	Speaker, Text, Href string // the speaker where it is not the one whose page it is
	Lead                string // the verb that the words hang on
	Told                bool   // in the reports' own words, not quoted
	Reports             int
}

// spoken gathers utterances by their stories, the latest first; own is whose page they
// stand on.
func (s *site) spoken(all []nutgraf.Utterance, own string) []spoken {
	var out []spoken
	at := map[string]int{}
	for i := range all {
		u := &all[i]
		f := &u.Family
		if f.Fullest < 0 || f.Fullest >= len(f.Variants) {
			continue
		}
		k, ok := at[u.Story]
		if !ok {
			k, at[u.Story] = len(out), len(out)
			out = append(out, spoken{ID: u.Story, Title: u.StoryTitle, first: u.First, Days: render.Days(u.First, u.First), Href: render.StoryHref(s.conf.Base, u.Story)})
		}
		l := saidLine{Lead: f.Variants[f.Fullest].Lead.Text, Told: f.Kind == nutgraf.Indirect, Reports: f.Reports(), Href: render.StoryHref(s.conf.Base, u.Story) + "#" + f.ID}
		if f.Speaker != own {
			l.Speaker = label.NotNamed(nutgraf.Together(f.Speaker))
		}
		l.Text, _ = s.conf.Texts.Cut(words(f.Variants[f.Fullest].Cites))
		out[k].Said = append(out[k].Said, l)
	}
	slices.SortStableFunc(out, func(a, b spoken) int { return cmp.Compare(b.first, a.first) })
	return out
}

// outletReports is how many reports of an outlet its page lists: those that came
// last.
const outletReports = 200

// outlet shows one outlet's reports, and those whose stated date does not fit.
func (s *site) outlet(r *http.Request) (*reply.Reply, error) {
	name := strings.TrimSpace(r.PathValue("name"))
	lines, err := s.desk.Articles(r.Context(), nutgraf.ArticleFilter{Outlet: name, Newest: true, Limit: outletReports + 1})
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, errNoPage
	}
	p := outletPage{frame: s.frame(name, ""), Name: lines[0].Outlet, Cut: len(lines) > outletReports}
	lines = lines[:min(len(lines), outletReports)]
	p.Alternates = []alternate{s.feed("a feed of its stories", "stories", url.Values{"outlet": {p.Name}})}
	credited := map[string]int{}
	for _, l := range lines {
		p.Reports = append(p.Reports, outletLine{ArticleLine: l, Date: civil(l.Published.Value)})
		if l.Published.Doubted {
			p.Doubted = append(p.Doubted, outletLine{ArticleLine: l, Date: civil(l.Published.Value)})
		}
		f, err := s.desk.Article(r.Context(), l.ID)
		if errors.Is(err, nutgraf.ErrNotFound) {
			continue // it has gone meanwhile
		}
		if err != nil {
			return nil, err
		}
		if f.Ann.Published.Doubted && !l.Published.Doubted {
			p.Doubted = append(p.Doubted, outletLine{ArticleLine: l, Date: civil(f.Ann.Published.Value), Why: f.Ann.Published.Why})
		}
		for _, c := range f.Ann.Credits {
			if c.Outlet != "" && c.Kind != nutgraf.CreditOwn && bareOutlet(c.Outlet) != bareOutlet(p.Name) {
				credited[c.Outlet]++
			}
		}
	}
	p.Credited = counted(credited)
	slices.SortStableFunc(p.Reports, func(a, b outletLine) int { return strings.Compare(b.Published.Value, a.Published.Value) })
	return s.page("outlet-page", p)
}

// bareOutlet is an outlet's name folded and without its article.
func bareOutlet(name string) string { return strings.TrimPrefix(fold.String(name), "the ") }

type outletPage struct {
	frame
	Name     string
	Reports  []outletLine
	Cut      bool // there are more reports, that came before these
	Doubted  []outletLine
	Credited []facet
}

type outletLine struct {
	nutgraf.ArticleLine
	Date, Why string
}
