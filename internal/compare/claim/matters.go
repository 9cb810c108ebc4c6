package claim

import (
	"maps"
	"math"
	"slices"

	"nutgraf"
)

// How alike two frames' words must be, in [0, 1], to speak of one matter. Two
// numbers that agree are themselves evidence; two that differ are not, so more
// must be shared.
const (
	alikeSame   = .22 // the numbers agree
	alikeDate   = .14 // the dates agree
	alikeRival  = .46 // the numbers or dates differ
	alikeThing  = .25 // they differ, but count one thing that is no mere kind of person
	alikeSure   = .62 // they differ by much
	alikeRecord = .26 // superlatives
	alikeLarge  = .07 // a large number of one thing
)

// cluster is the frames that say one thing of one matter.
type cluster struct {
	frames []*nutgraf.Frame
	link   int // the cluster it rivals (an index), or itself
}

// representatives is how many frames of a cluster a new frame is held against:
// enough to meet each wording, few enough to keep the cost linear.
const representatives = 8

// matters gathers frames into matters.
func (f *Finder) matters(frames []nutgraf.Frame, w weights, stated map[number]bool, entities []nutgraf.StoryEntity) []nutgraf.Matter {
	buckets := map[string][]int{}
	for i := range frames {
		if b := f.bucket(&frames[i]); b != "" {
			buckets[b] = append(buckets[b], i)
		}
	}
	var out []nutgraf.Matter
	for _, b := range slices.Sorted(maps.Keys(buckets)) {
		clusters := f.agree(frames, buckets[b], w)
		f.rival(clusters, w, bucketOf(frames, buckets[b], stated, entities))
		out = append(out, gather(clusters)...)
	}
	return out
}

func bucketOf(frames []nutgraf.Frame, idx []int, stated map[number]bool, entities []nutgraf.StoryEntity) *bucketed {
	in := &bucketed{stated: stated, tellers: map[toldNumber][]int{}, entities: entities, types: typesOf(entities), byMember: map[int][]*nutgraf.Frame{}}
	for _, i := range idx {
		if fr := &frames[i]; fr.Known {
			if k := numberOf(fr); len(in.tellers[k]) == 0 || in.tellers[k][len(in.tellers[k])-1] != fr.Member {
				in.tellers[k] = append(in.tellers[k], fr.Member)
			}
		}
	}
	for from := 0; from < len(idx); {
		to := from + 1
		for to < len(idx) && frames[idx[to]].Member == frames[idx[from]].Member {
			to++
		}
		own := make([]*nutgraf.Frame, 0, to-from) // the frames of one report stand together
		for _, i := range idx[from:to] {
			own = append(own, &frames[i])
		}
		in.byMember[frames[idx[from]].Member] = own
		from = to
	}
	return in
}

// bucket names the kind of thing a frame measures; only frames of one bucket
// are compared. The empty bucket is compared with nothing.
func (f *Finder) bucket(fr *nutgraf.Frame) string {
	switch {
	case fr.Kind == nutgraf.ClaimDate:
		return "date"
	case fr.Kind == nutgraf.ClaimStatus:
		return "superlative"
	case fr.Unit == durationUnit:
		return "time"
	case fr.Money || fr.Unit == "percent":
		return "unit " + fr.Unit
	case f.generic[fr.Head] || fr.Head == "worker":
		return "person"
	case fr.Head != "":
		return "count " + fr.Head
	case fr.Value >= 1000:
		return "count"
	}
	return ""
}

// agree clusters the frames of a bucket that say the same of one matter.
func (f *Finder) agree(frames []nutgraf.Frame, idx []int, w weights) []cluster {
	var out []cluster
	for _, i := range idx {
		fr := &frames[i]
		best, score := -1, 0.0
		for c := range out {
			if s := f.joins(fr, out[c], w); s > score {
				best, score = c, s
			}
		}
		if best < 0 {
			out = append(out, cluster{frames: []*nutgraf.Frame{fr}, link: len(out)})
			continue
		}
		out[best].frames = append(out[best].frames, fr)
	}
	return out
}

// joins returns how well a frame fits a cluster, 0 when it does not belong.
func (f *Finder) joins(fr *nutgraf.Frame, c cluster, w weights) float64 {
	best := 0.0
	for i, g := range c.frames {
		if i == representatives {
			break
		}
		if !same(fr, g) || fr.Kind != nutgraf.ClaimStatus && !f.heads(fr, g) {
			continue
		}
		s, need := w.alike(fr, g), alikeSame
		switch {
		case fr.Kind == nutgraf.ClaimDate:
			need = alikeDate
		case fr.Kind == nutgraf.ClaimStatus:
			need = alikeRecord
		case fr.Head != "" && fr.Head == g.Head && math.Abs(fr.Value) >= 1000:
			need = alikeLarge
		case telling(fr.Value):
			need = alikeSame / 2
		}
		if s >= need && s > best {
			best = s
		}
	}
	return best
}

// gather makes matters of linked clusters, each cluster a side.
func gather(cs []cluster) []nutgraf.Matter {
	groups := map[int][]int{}
	var roots []int
	for i, c := range cs {
		if groups[c.link] == nil {
			roots = append(roots, c.link)
		}
		groups[c.link] = append(groups[c.link], i)
	}
	var out []nutgraf.Matter
	for _, r := range roots {
		all := 0
		for _, c := range groups[r] {
			all += len(cs[c].frames)
		}
		m := nutgraf.Matter{Frames: make([]nutgraf.Frame, 0, all)}
		sides := 0
		for n, c := range groups[r] {
			side := sides
			for _, d := range groups[r][:n] {
				if same(cs[c].frames[0], cs[d].frames[0]) {
					side = cs[d].frames[0].Side
				}
			}
			if side == sides {
				sides++
			}
			for _, fr := range cs[c].frames {
				fr.Side = side
				m.Frames = append(m.Frames, *fr)
			}
		}
		m.Agreed = sides == 1
		m.Kind = m.Frames[0].Kind
		slices.SortStableFunc(m.Frames, inOrder)
		out = append(out, m)
	}
	return out
}

// inOrder orders frames by report and place.
func inOrder(x, y nutgraf.Frame) int {
	if x.Member != y.Member {
		return x.Member - y.Member
	}
	return x.Focus.Start - y.Focus.Start
}

func reportsOf(m nutgraf.Matter) int {
	n, last := 0, -1
	for _, f := range m.Frames {
		if f.Member != last {
			n, last = n+1, f.Member
		}
	}
	return n
}
