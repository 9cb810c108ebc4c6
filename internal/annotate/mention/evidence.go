package mention

// weigh adds up what lists and context say of a candidate's kind.
func (r *reader) weigh(c *cand) {
	if c.flags&family != 0 {
		c.add(group, 100)
		return
	}
	r.weighWords(c)
	r.weighBefore(c)
	r.weighAfter(c)
	if r.is(c.first, org) && c.last-c.first == 2 && r.is(c.last-1, place) {
		c.add(organization, 30)
	}
	if c.flags&works != 0 {
		switch alone := r.words(c.first, c.last) == 1; {
		case alone && r.is(c.first, given) && !r.arts && !r.announced(c.first-1):
			return // somebody called “Ines”
		case !alone || !r.is(c.first, common) && !r.shows(c.first, caps):
			c.add(work, 18)
		}
		if !r.shows(c.first, caps) {
			c.add(work, 12)
		}
		if r.of(c.first) == "The" {
			c.add(work, 24) // “The Long Road”
		}
	}
}

func (c *cand) add(k kind, points int16) { c.score[k] += points }
