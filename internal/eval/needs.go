package eval

import (
	_ "embed"
	"fmt"
	"slices"

	"nutgraf"
	"nutgraf/internal/brief"
)

// Needs is a story of which a reader wrote down, from the texts alone and before any
// output was seen, what one must be told of it: up to three things, each with the places
// (in code points) of all sentences that would do for it; and which of its titles would
// do for the story. Split says whether it is for fitting ("seen") or was kept from it.
type Needs struct {
	Story, Split string
	Articles     []string
	Needs        [][]goldSpan
	Titles       []string // articles
}

//go:embed testdata/needs.jsonl
var needsFile []byte

// NeedsScore counts the sentences of nut grafs and those of them that tell what a reader
// must know, the things that are told, and the headlines that would do.
type NeedsScore struct {
	Stories, Sentences, Good, Needs, Told, Titled, Fit int
}

// needy is a story of Needs as it is read.
type needy struct {
	Needs
	Compared
}

// tells returns which of a story's needs the words of a cite tell: half of the shorter
// lies in the other.
func (s *needy) tells(c nutgraf.Cite) []int {
	at := s.points([]nutgraf.Cite{c})[0]
	var out []int
	for i, all := range s.Needs.Needs {
		if slices.ContainsFunc(all, func(x goldSpan) bool {
			return x.Article == at.Article && 2*span{x.Start, x.End}.overlap(span{at.Start, at.End}) >= min(x.End-x.Start, at.End-at.Start)
		}) {
			out = append(out, i)
		}
	}
	return out
}

// needies reads and compares the stories of Needs, each by itself, with the titles of its
// reports or, as texts come to hand, without.
func (p *Program) needies(d Data, titles bool) ([]needy, error) {
	all, err := lines[Needs]("needs.jsonl", needsFile)
	if err != nil {
		return nil, err
	}
	find, err := inputsByID(d, "stories/allsides_stream.jsonl.gz")
	if err != nil {
		return nil, err
	}
	return each(len(all), func(i int) needy {
		var in []Input
		for _, id := range all[i].Articles {
			x := find[id]
			if !titles {
				x.Title = ""
			}
			in = append(in, x)
		}
		return needy{all[i], p.compared(all[i].Story, in)}
	}), nil
}

// ScoreNeeds scores the nut grafs of the stories of Needs by split.
func (p *Program) ScoreNeeds(d Data, titles bool) (map[string]*NeedsScore, error) {
	all, err := p.needies(d, titles)
	if err != nil {
		return nil, err
	}
	out := map[string]*NeedsScore{}
	for _, s := range all {
		if out[s.Split] == nil {
			out[s.Split] = &NeedsScore{}
		}
		n := out[s.Split]
		n.Stories++
		b := p.writer.Write(s.Members, s.Findings)
		told := map[int]bool{}
		for _, l := range b.Lines {
			hit := s.tells(l.Cites[0])
			n.Sentences++
			if len(hit) > 0 {
				n.Good++
			}
			for _, h := range hit {
				told[h] = true
			}
		}
		n.Needs, n.Told = n.Needs+len(s.Needs.Needs), n.Told+len(told)
		if len(s.Titles) > 0 {
			n.Titled++
			if slices.Contains(s.Titles, b.Headline.Doc) {
				n.Fit++
			}
		}
	}
	return out, nil
}

// Drafts returns the stories of Needs for fitting: their sentences as the nut graf weighs
// them, and which of the needs each tells.
func (p *Program) Drafts(d Data) (drafts []*brief.Draft, tells [][][]int, err error) {
	with, err := p.needies(d, true)
	if err != nil {
		return nil, nil, err
	}
	without, err := p.needies(d, false)
	if err != nil {
		return nil, nil, err
	}
	all := slices.Concat(with, without)
	for _, s := range all {
		if s.Split != "seen" {
			continue
		}
		draft := p.writer.Draft(s.Members, s.Findings)
		var hits [][]int
		for k := range draft.Len() {
			hits = append(hits, s.tells(draft.Cite(k)))
		}
		drafts, tells = append(drafts, draft), append(tells, hits)
	}
	return drafts, tells, nil
}

// needs scores the nut grafs of the stories of Needs.
func (r *run) needs() {
	for _, titles := range []bool{true, false} {
		scores, err := r.prog.ScoreNeeds(r.data, titles)
		if err != nil {
			r.err = err
			return
		}
		for _, split := range []string{"seen", "kept"} {
			s := scores[split]
			if s == nil {
				continue
			}
			set := fmt.Sprintf("what one must know, %s (%d)", split, s.Stories)
			if !titles {
				set += ", without titles"
			}
			r.row("nut graf", set, fmt.Sprintf("of %d sentences do", s.Sentences), ratio(s.Good, s.Sentences))
			r.row("nut graf", set, fmt.Sprintf("of %d things are told", s.Needs), ratio(s.Told, s.Needs))
			if titles {
				r.row("nut graf", set, fmt.Sprintf("of %d headlines do", s.Titled), ratio(s.Fit, s.Titled))
			}
		}
	}
}
