package web

import (
	"cmp"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/fold"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
)

const (
	storiesAPage = 40
	outletsShown = 8 // of a story
)

type frontPage struct {
	frame
	Heading  string
	Lines    []storyLine
	Filter   filterForm
	Outlets  []facet
	People   []facet
	Places   []facet
	Counts   nutgraf.Counts
	Filtered bool
	Problem  string // what of the form cannot be read
	Earlier  string // address of the page before, of the page after
	Later    string
}

// storyLine is a story with what the reader's last visit adds to it.
type storyLine struct {
	nutgraf.StoryLine
	Days    string
	New     bool
	Shown   []string // outlets
	Unshown int
}

type filterForm struct{ From, To, Outlet, Person, Place, Order string }

type facet struct {
	Name, Href string
	Count      int
}

func (s *site) front(r *http.Request) (*reply.Reply, error) {
	q := r.URL.Query()
	form := filterForm{q.Get("from"), q.Get("to"), q.Get("outlet"), q.Get("person"), q.Get("place"), q.Get("order")}
	f, err := form.filter()
	if err != nil {
		return s.refill(r, form, err)
	}
	number, err := pageNumber(q)
	if err != nil {
		return nil, err
	}
	f.Limit, f.Offset = storiesAPage+1, (number-1)*storiesAPage
	lines, err := s.desk.Stories(r.Context(), f)
	if err != nil {
		return nil, err
	}
	n, err := s.desk.Counts(r.Context())
	if err != nil {
		return nil, err
	}
	p := frontPage{frame: s.frame(form.heading(), "stories"), Heading: form.heading(), Filter: form, Counts: n, Filtered: form != filterForm{Order: form.Order}}
	p.Alternates = []alternate{s.feed("a feed of new stories", "stories", form.named()), s.feed("a feed of new differences", "conflicts", form.named())}
	if number > 1 {
		p.Earlier = s.turned(q, number-1)
	}
	if len(lines) > storiesAPage {
		lines = lines[:storiesAPage]
		p.Later = s.turned(q, number+1)
	}
	since, _ := s.visit(r)
	for _, l := range lines {
		p.Lines = append(p.Lines, storyLine{l, render.Days(l.First, l.Last), !since.IsZero() && l.Updated.After(since), l.Outlets[:min(len(l.Outlets), outletsShown)], max(0, len(l.Outlets)-outletsShown)})
	}
	p.Outlets = s.facets(lines, "outlet", func(l nutgraf.StoryLine) []string { return l.Outlets })
	p.People = s.facets(lines, "person", func(l nutgraf.StoryLine) []string { return fullNames(l.People) })
	p.Places = s.facets(lines, "place", func(l nutgraf.StoryLine) []string { return l.Places })
	a, err := s.page("front", p)
	if err == nil {
		a.Headers = map[string]string{"Vary": "Cookie"}
	}
	return a, err
}

// refill shows the form again as it came, and what of it cannot be read.
func (s *site) refill(r *http.Request, form filterForm, wrong error) (*reply.Reply, error) {
	n, err := s.desk.Counts(r.Context())
	if err != nil {
		return nil, err
	}
	a, err := s.page("front", frontPage{frame: s.frame("Stories", "stories"), Heading: "Stories", Filter: form, Counts: n, Filtered: true, Problem: reason(wrong)})
	if err == nil {
		a.Status = http.StatusBadRequest
	}
	return a, err
}

func (f filterForm) filter() (nutgraf.StoryFilter, error) {
	out := nutgraf.StoryFilter{Outlet: f.Outlet, Person: f.Person, Place: f.Place, ByDate: f.Order == "date"}
	var err error
	if out.From, err = desk.AskedDay(strings.TrimSpace(f.From)); err != nil {
		return out, err
	}
	if out.To, err = desk.AskedDay(strings.TrimSpace(f.To)); err != nil {
		return out, err
	}
	if out.From.Bounds() && out.To.Bounds() && out.From > out.To {
		return out, fmt.Errorf("%w: from %s is after to %s", nutgraf.ErrUsage, f.From, f.To)
	}
	return out, nil
}

// named are the filters that a feed knows, too.
func (f filterForm) named() url.Values {
	out := url.Values{}
	for name, value := range map[string]string{"outlet": f.Outlet, "person": f.Person, "place": f.Place} {
		if value != "" {
			out.Set(name, value)
		}
	}
	return out
}

func (f filterForm) heading() string {
	var parts []string
	if f.Outlet != "" {
		parts = append(parts, "reported by "+f.Outlet)
	}
	for _, name := range []string{f.Person, f.Place} {
		if name != "" {
			parts = append(parts, "naming "+name)
		}
	}
	switch {
	case f.From != "" && f.To != "":
		parts = append(parts, f.From+" to "+f.To)
	case f.From != "":
		parts = append(parts, "from "+f.From)
	case f.To != "":
		parts = append(parts, "until "+f.To)
	}
	if len(parts) == 0 {
		return "Stories"
	}
	return "Stories " + strings.Join(parts, ", ")
}

const lastPage = 100000

func pageNumber(q url.Values) (int, error) {
	raw := q.Get("page")
	if raw == "" {
		return 1, nil
	}
	n, err := strconv.Atoi(raw)
	if err != nil || n < 1 || n > lastPage {
		return 0, fmt.Errorf("%w: %q is no page number", nutgraf.ErrUsage, raw)
	}
	return n, nil
}

// turned is the address of another page of the same list.
func (s *site) turned(q url.Values, number int) string {
	next := url.Values{}
	for k, v := range q {
		next[k] = v
	}
	next.Set("page", strconv.Itoa(number))
	return "?" + next.Encode()
}

const facetsShown = 8

// fullNames leaves out single names: whose "Lind" is, differs from story to
// story.
func fullNames(people []string) []string {
	return slices.DeleteFunc(slices.Clone(people), func(n string) bool { return !strings.Contains(n, " ") })
}

// facets counts names over the stories listed, the most frequent first. Forms that
// differ in capitals and marks are one, and so is one with a middle initial where the
// other stories leave it out.
func (s *site) facets(lines []nutgraf.StoryLine, field string, names func(nutgraf.StoryLine) []string) []facet {
	shown := map[string]string{} // as it stands first
	for _, l := range lines {
		for _, n := range names(l) {
			if k := fold.String(n); shown[k] == "" {
				shown[k] = n
			}
		}
	}
	counts := map[string]int{}
	for _, l := range lines {
		in := map[string]bool{}
		for _, n := range names(l) {
			k := fold.String(n)
			if short := fold.String(withoutInitial(n)); shown[short] != "" {
				k = short
			}
			in[k] = true
		}
		for k := range in {
			counts[k]++
		}
	}
	order := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	var out []facet
	for _, k := range order[:min(len(order), facetsShown)] {
		out = append(out, facet{shown[k], s.conf.Base + "/?" + url.Values{field: {shown[k]}}.Encode(), counts[k]})
	}
	return out
}

// withoutInitial is a name of three words without the initial in its middle.
func withoutInitial(name string) string {
	words := strings.Fields(name)
	if len(words) != 3 || len(words[1]) != 2 || words[1][1] != '.' {
		return name
	}
	return words[0] + " " + words[2]
}

// lastVisit is what of the front page is for one reader: what is new since then.
func (s *site) lastVisit(r *http.Request) string {
	since, _ := s.visit(r)
	return since.UTC().Format(time.RFC3339)
}

// visiting keeps in a cookie when a reader of the front page was here.
func (s *site) visiting(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, cookie := s.visit(r); cookie != nil {
			http.SetCookie(w, cookie)
		}
		next(w, r)
	}
}

// visitGap is how long a reader stays away for a new visit to begin.
const visitGap = 30 * time.Minute

// visit reads from a cookie when the reader's last visit was, and keeps this
// one. Stories changed since then are marked as new.
func (s *site) visit(r *http.Request) (since time.Time, set *http.Cookie) {
	now := s.conf.Now()
	var before, latest int64
	if c, err := r.Cookie("visit"); err == nil {
		a, b, _ := strings.Cut(c.Value, "-")
		before, _ = strconv.ParseInt(a, 10, 64)
		latest, _ = strconv.ParseInt(b, 10, 64)
	}
	if latest > 0 && now.Sub(time.Unix(latest, 0)) > visitGap {
		before = latest
	}
	if latest == 0 || before == latest {
		set = &http.Cookie{
			Name: "visit", Value: fmt.Sprintf("%d-%d", before, now.Unix()), Path: s.conf.Base + "/",
			MaxAge: 90 * 86400, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		}
	}
	if before > 0 {
		since = time.Unix(before, 0)
	}
	return since, set
}

// counted lists names with their counts, the most frequent first.
func counted(counts map[string]int) []facet {
	var out []facet
	for n, c := range counts {
		out = append(out, facet{Name: n, Count: c})
	}
	slices.SortFunc(out, func(a, b facet) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	return out
}
