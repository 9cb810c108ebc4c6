package extract

import "nutgraf"

// statedTitles lists the titles that the metadata give, best first.
func (t *tree) statedTitles(s *statement) []string {
	var out []string
	for _, x := range []string{s.headline, t.head.meta("og:title"), t.head.meta("twitter:title"), t.head.title} {
		if x != "" {
			out = append(out, x)
		}
	}
	return out
}

// describe fills in what the witnesses say of the article.
func (v *view) describe(d *nutgraf.Document, item *nutgraf.Item) {
	d.Title = first(append([]string{item.Given.Title}, v.heads...)...)
	d.Outlet = first(item.Given.Outlet, v.head.meta("og:site_name"), v.state.publisher)
	d.Byline = v.state.authors
	d.Lang = v.head.lang
	if len(v.state.published) >= 10 {
		d.Published = nutgraf.Published{Value: v.state.published, Source: nutgraf.DateJSONLD, Confidence: 0.9}
	}
}

func (v *view) address() string {
	return first(v.head.canonical, v.head.meta("og:url"), v.state.url)
}
