package eval

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/story"
)

// amongDays is how many articles of the stream the five reports are laid among: about
// two weeks' news of one paper.
const amongDays = 300

// alone scores how little the grouping hangs on what else is held: each topic of
// ECB+ read without the others, and the five reports among other news.
func (r *run) alone() {
	ecb, err := r.prog.StorySet(r.data, SetECB)
	if err != nil {
		r.err = err
		return
	}
	b := Stories(ecb.Gold, ecb.apart(topic))
	r.row("story", SetECB+", each topic alone", "BCubed F1", b.F1)

	reports, err := r.prog.StorySet(r.data, SetReports)
	if err != nil {
		r.err = err
		return
	}
	rows, err := r.prog.articles(r.data)
	if err != nil {
		r.err = err
		return
	}
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b storyRow) int {
		return cmp.Or(cmp.Compare(hash64(a.ID), hash64(b.ID)), strings.Compare(a.ID, b.ID))
	})
	in := make([]Input, amongDays)
	for i := range in {
		in[i] = rows[i].input()
	}
	reports.sketches = append(reports.sketches, r.prog.sketches(len(in), func(i int) (*nutgraf.Document, error) { return in[i].document() })...)
	r.row("story", SetReports+", among 300 articles", "BCubed F1", reports.Score(story.Shipped()).F1)
}

// apart groups each part of the set by itself, as if nothing else were held. The
// parts are told by the stories' labels.
func (s *StorySet) apart(part func(gold string) string) map[string]string {
	parts := map[string]bool{}
	for _, gold := range s.Gold {
		parts[part(gold)] = true
	}
	found := map[string]string{}
	for name := range parts {
		alone := s.part(name, func(gold string) bool { return part(gold) == name })
		maps.Copy(found, alone.found(story.Shipped(), 0)[0])
	}
	return found
}
