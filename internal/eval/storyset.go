package eval

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"nutgraf"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/story"
)

// StorySet is a collection whose articles' stories are known.
type StorySet struct {
	Name     string
	Gold     map[string]string // the story of an article
	sketches []nutgraf.Sketch
	once     sync.Once
	trial    *story.Trial // once scored
}

// The sets by which settings may be trained, for their licences allow it, and
// those by which they are only measured.
const (
	// SetECB is the Event Coreference Bank's news (CC BY 3.0): two events of one
	// kind in each topic, no dates.
	SetECB = "ecbplus"
	// SetMeantime is Wikinews (CC BY 4.0). It has no labels of stories; but one
	// outlet's reports in few sagas hardly ever tell of one event, so that each
	// counts as a story of its own.
	SetMeantime = "meantime_en"
	// SetSample is the sample newsroom, our own.
	SetSample = "sample newsroom"

	SetBasil    = "basil"
	SetAllsides = "allsides_gold_2019_10"
	// SetReports is the five reports of which the last is a follow-up.
	SetReports = "reports"
)

// Halves are the halves of SetECB, by a hash of the topic.
var Halves = [2]string{"ecbplus, one half", "ecbplus, other half"}

// StorySet reads a collection or one of Halves.
func (p *Program) StorySet(d Data, name string) (*StorySet, error) {
	switch name {
	case SetSample:
		return p.sampleSet()
	case SetReports:
		return p.reportSet(d)
	case Halves[0], Halves[1]:
		s, err := p.StorySet(d, SetECB)
		if err != nil {
			return nil, err
		}
		return s.part(name, func(gold string) bool { return Halves[topicHalf(gold)] == name }), nil
	}
	rows, err := Rows[storyRow](d, "stories/"+name+".jsonl.gz")
	if err != nil {
		return nil, err
	}
	s := &StorySet{Name: name, Gold: map[string]string{}}
	in := make([]Input, len(rows))
	for i, x := range rows {
		in[i] = x.input()
		switch {
		case name == SetMeantime:
			s.Gold[x.ID] = x.ID
		case x.Cluster != nil:
			s.Gold[x.ID] = *x.Cluster
		}
	}
	s.sketches = p.sketches(len(in), func(i int) (*nutgraf.Document, error) { return in[i].document() })
	return s, nil
}

func (p *Program) sampleSet() (*StorySet, error) {
	pages, stories, err := sample()
	if err != nil {
		return nil, err
	}
	return &StorySet{Name: SetSample, Gold: stories, sketches: p.sketches(len(pages), sampled(pages))}, nil
}

// sample reads the sample newsroom: its pages, and the story of each article.
func sample() ([]newsroom.Page, map[string]string, error) {
	arts, err := newsroom.Articles()
	if err != nil {
		return nil, nil, err
	}
	stories := map[string]string{}
	for _, a := range arts {
		stories[a.ID] = a.Story
	}
	pages, err := newsroom.Pages()
	return pages, stories, err
}

func (p *Program) reportSet(d Data) (*StorySet, error) {
	paths, err := filepath.Glob(d.Path("reports/*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	s := &StorySet{Name: SetReports, Gold: map[string]string{}}
	in := make([]Input, len(paths))
	for i, path := range paths {
		text, err := d.Read("reports/" + filepath.Base(path))
		if err != nil {
			return nil, err
		}
		in[i] = Input{ID: strings.TrimSuffix(filepath.Base(path), ".txt"), Text: string(text)}
		s.Gold[in[i].ID] = "announcement"
	}
	if len(in) != 5 {
		return nil, fmt.Errorf("labelled data: %d reports, not 5", len(in))
	}
	s.Gold[in[4].ID] = "follow-up"
	s.sketches = p.sketches(len(in), func(i int) (*nutgraf.Document, error) { return in[i].document() })
	return s, nil
}

// part returns the part of a set whose stories has returns true for: its
// articles alone.
func (s *StorySet) part(name string, has func(gold string) bool) *StorySet {
	out := &StorySet{Name: name, Gold: map[string]string{}}
	for _, k := range s.sketches {
		if g := s.Gold[k.ID]; has(g) {
			out.Gold[k.ID] = g
			out.sketches = append(out.sketches, k)
		}
	}
	return out
}

// topicHalf says in which half an ECB+ topic is, of which a story's name begins
// with the number.
func topicHalf(story string) int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(topic(story)))
	return int(h.Sum32() % 2)
}

// topic is the ECB+ topic that a story is of, whose name begins with the number.
func topic(story string) string { return strings.TrimRight(story, "abcdefghijklmnopqrstuvwxyz") }

// Score groups the set with the settings and scores the stories. It is safe for
// concurrent use.
func (s *StorySet) Score(set story.Settings) BCubed { return s.Scores(set, 0)[0] }

// Scores scores the settings with the bar raised by each of the heights.
func (s *StorySet) Scores(set story.Settings, heights ...float64) []BCubed {
	out := make([]BCubed, len(heights))
	for i, found := range s.found(set, heights...) {
		out[i] = Stories(s.Gold, found)
	}
	return out
}

// found groups the set and returns the story of each article, named after its first.
func (s *StorySet) found(set story.Settings, heights ...float64) []map[string]string {
	s.once.Do(func() { s.trial = story.NewTrial(s.sketches) })
	out := make([]map[string]string, len(heights))
	for i, stories := range s.trial.Stories(set, heights...) {
		out[i] = map[string]string{}
		for _, members := range stories {
			for _, id := range members {
				out[i][id] = members[0]
			}
		}
	}
	return out
}

// Margin is by how much the bar of the settings could be lower before the set's
// stories were no longer right; below zero, by how much it would have to be
// higher. It is found to within .001, up to .1.
func (s *StorySet) Margin(set story.Settings) float64 {
	low, high := -.1, .1
	for high-low > .001 {
		mid := (low + high) / 2
		tried := set
		tried.Least -= mid
		if s.Score(tried).F1 == 1 {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}
