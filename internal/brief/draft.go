package brief

import "nutgraf"

// Draft is a story whose sentences are weighed for its nut graf: what the weights are
// fitted on (internal/eval/cmd/telling).
type Draft struct {
	members []nutgraf.Member
	scale   *scale
	all     []candidate
}

// Draft reads the sentences of a story that may stand in its nut graf.
func (w *Writer) Draft(members []nutgraf.Member, f nutgraf.Findings) *Draft {
	s, cs := w.weighed(members, f)
	return &Draft{members, s, cs}
}

// Len is the number of sentences.
func (d *Draft) Len() int { return len(d.all) }

// Cite returns the words of a sentence.
func (d *Draft) Cite(i int) nutgraf.Cite {
	return d.members[d.all[i].member].Doc.Cite(d.all[i].span)
}

// Opens reports whether a sentence may be the first.
func (d *Draft) Opens(i int) bool { return d.all[i].opens(d.members) }

// Traits returns those of a sentence.
func (d *Draft) Traits(i int) []float64 { return d.all[i].traits[:] }

// Links returns what a sentence, of the worth given, has in common with those chosen;
// ok is false for one that cannot stand beside them.
func (d *Draft) Links(i int, worth float64, chosen []int) (links []float64, ok bool) {
	var before []candidate
	for _, k := range chosen {
		before = append(before, d.all[k])
	}
	c := d.all[i]
	c.worth = worth
	if !d.scale.goesWith(&c, before) {
		return nil, false
	}
	l := d.scale.links(&c, before)
	return l[:], true
}

// TraitNames name the weights of a sentence's traits, in their order.
func TraitNames() []string { return traitNames[:] }

// LinkNames name the weights of what a sentence has in common with those chosen.
func LinkNames() []string { return linkNames[:] }
