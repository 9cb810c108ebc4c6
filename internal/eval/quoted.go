package eval

import (
	_ "embed"
	"fmt"
	"slices"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
	"nutgraf/internal/wire"
)

//go:embed testdata/quoted.jsonl
var quotedFile []byte

// QuotedGold is a story of which a reader wrote down, before seeing any output, the
// quotations with their speakers, which of them are one utterance, the credits and the count
// of origins. Quotations of three words and more are all listed, shorter ones only where
// they have a relative in another report.
type QuotedGold struct {
	FindingsGold
	Articles []struct {
		goldArticle
		Credits []CreditGold
	}
}

// QuotedGolds reads these stories, positions only. Rules were set on those whose split is
// "tuned"; the "untuned" ones were measured before and after that, and their errors read
// then; those of the "fresh" ones nobody who writes rules has read.
func QuotedGolds() ([]QuotedGold, error) {
	all, err := lines[QuotedGold]("quoted.jsonl", quotedFile)
	for i := range all {
		for _, a := range all[i].Articles {
			all[i].FindingsGold.Articles = append(all[i].FindingsGold.Articles, a.goldArticle)
		}
	}
	return all, err
}

// softCredits are the kinds of credits that are neither asked for nor punished.
var softCredits = []string{"own", "social_post", "mention"}

// quoted scores the stories of QuotedGolds.
func (r *run) quoted() {
	golds, err := QuotedGolds()
	if err != nil {
		r.err = err
		return
	}
	rows, err := r.prog.articles(r.data)
	if err != nil {
		r.err = err
		return
	}
	basil, err := Rows[storyRow](r.data, "stories/"+SetBasil+".jsonl.gz")
	if err != nil {
		r.err = err
		return
	}
	rows = slices.Concat(rows, basil)
	pack, err := lang.Load("en")
	if err != nil {
		r.err = err
		return
	}
	names := outlet.New(pack)
	for _, split := range []string{"tuned", "untuned", "fresh"} {
		var mine []FindingsGold
		var docs []CreditDoc
		for _, g := range golds {
			if g.Split != split {
				continue
			}
			mine = append(mine, g.FindingsGold)
			for _, a := range g.Articles {
				docs = append(docs, creditDoc(a.ID, a.Credits, names))
			}
		}
		var stories []Compared
		pred, said := Predictions{}, SpokenScore{}
		for _, x := range annotated(mine, rows) {
			stories = append(stories, r.prog.compared(x.label, x.inputs))
			all := r.prog.Annotate(x.inputs)
			for id, a := range all {
				pred[id] = hardCredits(a, names)
			}
			for _, g := range mine {
				if g.Story == x.label {
					said.Story(g, x.inputs, all)
				}
			}
		}
		s := Findings(mine, stories)
		set := fmt.Sprintf("quoted stories, %s (%d)", split, s.Stories)
		r.row("findings", set, "family pairs P", s.Pairs.P())
		r.row("findings", set, "family pairs R", s.Pairs.R())
		r.row("findings", set, "family pairs F1", s.Pairs.F1())
		r.row("findings", set, "origins off, mean", float64(s.OriginsOff)/float64(max(1, s.Stories)))
		r.creditRows(set, Credits(docs, pred))
		for _, x := range []struct {
			metric string
			PRF
		}{{"marked words", said.Found}, {"with speaker", said.Speaker}} {
			r.row("quotes", set, x.metric+" P", x.P())
			r.row("quotes", set, x.metric+" R", x.R())
			r.row("quotes", set, x.metric+" F1", x.F1())
		}
	}
}

// creditDoc makes an article's credits, with outlets by what tells them apart.
func creditDoc(id string, credits []CreditGold, names *outlet.Names) CreditDoc {
	d := CreditDoc{ID: id}
	for _, c := range credits {
		if slices.Contains(softCredits, c.Kind) {
			d.Neutral = append(d.Neutral, span{c.Start, c.End})
			continue
		}
		c.Outlet = names.Key(c.Outlet)
		d.Gold = append(d.Gold, c)
	}
	return d
}

// hardCredits leaves out the kinds that are not asked for.
func hardCredits(a *wire.Article, names *outlet.Names) *wire.Article {
	out := *a
	out.Credits = nil
	for _, c := range a.Credits {
		if c.Kind != string(nutgraf.CreditOwn) && c.Kind != string(nutgraf.CreditSocialPost) && c.Outlet != "" {
			c.Outlet = names.Key(c.Outlet)
			out.Credits = append(out.Credits, c)
		}
	}
	return &out
}
