package eval

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/page"
	"nutgraf/internal/wire"
)

//go:embed testdata/*.txt
var testdata embed.FS

// Page composes the story page of articles that are one story, in the order in
// which pages show them. An article that cannot be read is left out.
func (p *Program) Page(in []Input) (nutgraf.StoryPage, []nutgraf.Member) {
	c := p.compared("story", in)
	return page.Build(nutgraf.Story{ID: "story"}, c.Members, c.Findings, p.writer.Write(c.Members, c.Findings), ""), c.Members
}

// Verdict is a sentence of a nut graf as a reader judged it: Why is "good", or
// what is wrong with it. Start and End are code points.
type Verdict struct {
	Part, Set  string
	Story      int
	Article    string
	Start, End int
	Why        string
}

// Verdicts reads the judged sentences.
func Verdicts() ([]Verdict, error) {
	raw, err := testdata.ReadFile("testdata/briefs.txt")
	if err != nil {
		return nil, err
	}
	var out []Verdict
	for l := range strings.Lines(string(raw)) {
		if strings.HasPrefix(l, "#") {
			continue
		}
		c := strings.Split(strings.TrimSpace(l), "\t")
		if len(c) != 7 {
			return nil, fmt.Errorf("testdata/briefs.txt: %d columns in %q", len(c), l)
		}
		v := Verdict{Part: c[0], Set: c[1], Article: c[3], Why: c[6]}
		for i, at := range []*int{&v.Story, &v.Start, &v.End} {
			if *at, err = strconv.Atoi([]string{c[2], c[4], c[5]}[i]); err != nil {
				return nil, fmt.Errorf("testdata/briefs.txt: %w", err)
			}
		}
		out = append(out, v)
	}
	return out, nil
}

// Acceptance counts the nut-graf sentences of judged stories: good ones, those
// judged at all, and those that no reader has seen.
type Acceptance struct{ Good, Judged, Unseen int }

// Line is a sentence of a nut graf with its place in code points.
type Line struct {
	Article    string
	Start, End int
	Text       string
}

// Nutgraf returns the headline and the nut graf of articles that are one story.
func (p *Program) Nutgraf(in []Input) (string, []Line) {
	pg, members := p.Page(in)
	rulers := map[string]*wire.Ruler{}
	for _, m := range members {
		rulers[m.Doc.ID] = wire.NewRuler(m.Doc.Text)
	}
	var out []Line
	for _, l := range pg.Brief.Lines {
		c := l.Cites[0]
		start, end := rulers[c.Doc].Span(c.Span)
		out = append(out, Line{c.Doc, start, end, l.Text})
	}
	return pg.Title, out
}

// Accepted compares nut grafs with the verdicts on their stories, by part.
func (p *Program) Accepted(d Data, verdicts []Verdict) (map[string]Acceptance, error) {
	type key struct {
		set   string
		story int
	}
	parts, why := map[key]string{}, map[Line]string{}
	var sets []string
	for _, v := range verdicts {
		if len(sets) == 0 || sets[len(sets)-1] != v.Set {
			sets = append(sets, v.Set)
		}
		parts[key{v.Set, v.Story}] = v.Part
		why[Line{Article: v.Article, Start: v.Start, End: v.End}] = v.Why
	}
	out, done := map[string]Acceptance{}, map[string]bool{}
	for _, set := range sets {
		if done[set] {
			continue
		}
		done[set] = true
		stories, err := p.BriefStories(d, set)
		if err != nil {
			return nil, err
		}
		lines := each(len(stories), func(i int) []Line {
			if parts[key{set, i}] == "" {
				return nil
			}
			_, lines := p.Nutgraf(stories[i])
			return lines
		})
		for i, ls := range lines {
			a := out[parts[key{set, i}]]
			for _, l := range ls {
				switch why[Line{Article: l.Article, Start: l.Start, End: l.End}] {
				case "":
					a.Unseen++
				case "good":
					a.Good, a.Judged = a.Good+1, a.Judged+1
				default:
					a.Judged++
				}
			}
			out[parts[key{set, i}]] = a
		}
	}
	return out, nil
}

// briefs scores the nut grafs on the sentences that were judged.
func (r *run) briefs() {
	verdicts, err := Verdicts()
	if err != nil {
		r.err = err
		return
	}
	got, err := r.prog.Accepted(r.data, verdicts)
	if err != nil {
		r.err = err
		return
	}
	for _, part := range []struct{ name, set string }{
		{"seen", "basil, allsides, ecbplus"},
		{"held", "basil, allsides, ecbplus (once held back)"}, // its errors have been read since
		{"stream", "stream (once unread)"},
	} {
		a, name := got[part.name], part.set
		r.row("nut graf", name, "sentences acceptable", ratio(a.Good, a.Judged))
		r.row("nut graf", name, "sentences judged", ratio(a.Judged, a.Judged+a.Unseen))
	}
}

// BriefStories gathers a set's articles by story: a labelled set of the stories
// folder, "findings" (the annotated stories), "stream" (stories as the program
// gathered them and testdata lists them), "stream:YYYY-MM" (a month's, of three
// reports or more), "pairs:YYYY-MM" (of two) or "newsroom" (the sample).
func (p *Program) BriefStories(d Data, set string) ([][]Input, error) {
	if strings.HasPrefix(set, "stream:") || strings.HasPrefix(set, "pairs:") {
		stories, err := p.storiesOf(d, set)
		var out [][]Input
		for _, s := range stories {
			out = append(out, s.inputs)
		}
		return out, err
	}
	switch set {
	case "newsroom":
		return sampleStories()
	case "stream":
		return streamStories(d)
	case "findings":
		return findingsStories(d)
	}
	rows, err := Rows[storyRow](d, "stories/"+set+".jsonl.gz")
	if err != nil {
		return nil, err
	}
	return together(rows, func(string) bool { return true }), nil
}

// streamStories gathers the stories of the stream that testdata lists.
func streamStories(d Data) ([][]Input, error) {
	raw, err := testdata.ReadFile("testdata/stream_stories.txt")
	if err != nil {
		return nil, err
	}
	find, err := inputsByID(d, "stories/allsides_stream.jsonl.gz")
	if err != nil {
		return nil, err
	}
	var out [][]Input
	for l := range strings.Lines(string(raw)) {
		if strings.HasPrefix(l, "#") {
			continue
		}
		var story []Input
		for _, id := range strings.Fields(l) {
			story = append(story, find[id])
		}
		out = append(out, story)
	}
	return out, nil
}

// findingsStories gathers the annotated stories.
func findingsStories(d Data) ([][]Input, error) {
	find, err := inputsByID(d, "stories/findings/articles.jsonl")
	if err != nil {
		return nil, err
	}
	var out [][]Input
	for _, name := range []string{"afghan-mother", "ibm-layoffs", "merry-christmas", "war-powers-vote"} {
		raw, err := d.Read("stories/findings/" + name + ".json")
		if err != nil {
			return nil, err
		}
		var gold struct{ Articles []struct{ ID string } }
		if err := json.Unmarshal(raw, &gold); err != nil {
			return nil, fmt.Errorf("labelled data %s: %w", name, err)
		}
		var story []Input
		for _, a := range gold.Articles {
			story = append(story, find[a.ID])
		}
		out = append(out, story)
	}
	return out, nil
}

func inputsByID(d Data, name string) (map[string]Input, error) {
	rows, err := Rows[storyRow](d, name)
	out := make(map[string]Input, len(rows))
	for _, x := range rows {
		out[x.ID] = x.input()
	}
	return out, err
}
