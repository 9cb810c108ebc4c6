// Package proof turns the findings of stories to which a draft was added as one
// more report into what is to be said of the draft: how its quotations stand to
// the versions held, where it takes a side on which reports differ, and which of
// its words stand elsewhere. It compares; it does not judge.
package proof

import (
	"maps"
	"slices"

	"nutgraf"
)

// Run is a comparison with the draft among its members. Event says that the
// draft tells of the same event as the other members.
type Run struct {
	Members  []nutgraf.Member
	Findings nutgraf.Findings
	Event    bool
}

// Read lays a draft beside the members of the runs.
func Read(draft nutgraf.Member, runs []Run) nutgraf.DraftCheck {
	p := proof{draft: draft, id: draft.Doc.ID, docs: map[string]*nutgraf.Document{}, held: map[string]nutgraf.Member{}}
	out := nutgraf.DraftCheck{Doc: *draft.Doc}
	var quotes []candidate
	for _, r := range runs {
		p.learn(r.Members)
		quoted := p.quotes(&r.Findings)
		quotes = append(quotes, quoted...)
		shared := p.shared(r.Findings.Provenance.Shared)
		tied := func(c candidate) bool { return c.kept > 0 }
		if r.Event || len(shared) > 0 || slices.ContainsFunc(quoted, tied) {
			out.Conflicts = gathered(out.Conflicts, p.conflicts(r.Findings.Conflicts))
		}
		out.Shared = append(out.Shared, shared...)
	}
	for _, r := range runs {
		out.Conflicts = fresh(out.Conflicts, p.apart(r.Findings.Provenance.Shared))
	}
	out.Compared = len(p.docs)
	out.Quotes = best(quotes)
	out.Shared = p.uncredited(out.Shared)
	slices.SortStableFunc(out.Conflicts, func(a, b nutgraf.DraftConflict) int {
		return at(a.Own[0].Evidence) - at(b.Own[0].Evidence)
	})
	out.Reports = p.cited(&out)
	return out
}

type proof struct {
	draft nutgraf.Member
	id    string
	docs  map[string]*nutgraf.Document // the reports held
	held  map[string]nutgraf.Member
}

func (p *proof) learn(members []nutgraf.Member) {
	for _, m := range members {
		if m.Doc.ID != p.id {
			p.docs[m.Doc.ID], p.held[m.Doc.ID] = m.Doc, m
		}
	}
}

func at(cites []nutgraf.Cite) int { return cites[0].Span.Start }

// conflicts are those in which the draft stands on a side and a held report on
// another. Wordings and speakers of quotations are told of with those.
func (p *proof) conflicts(all []nutgraf.Conflict) []nutgraf.DraftConflict {
	var out []nutgraf.DraftConflict
	for _, c := range all {
		if c.Severity == nutgraf.Soft || c.Kind == nutgraf.ConflictWording || c.Kind == nutgraf.ConflictSpeaker {
			continue
		}
		x := nutgraf.DraftConflict{Kind: c.Kind, Severity: c.Severity, Matter: c.Matter, Why: c.Why}
		for _, s := range c.Sides {
			own, others := p.part(s.Evidence)
			side := s
			if side.Evidence = own; len(own) > 0 {
				x.Own = append(x.Own, side)
			}
			if side.Evidence = others; len(own) == 0 && len(others) > 0 {
				x.Others = append(x.Others, side)
			}
		}
		if len(x.Own) > 0 && len(x.Others) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// part parts the draft's cites from those of others.
func (p *proof) part(cites []nutgraf.Cite) (own, others []nutgraf.Cite) {
	for _, c := range cites {
		if c.Doc == p.id {
			own = append(own, c)
		} else {
			others = append(others, c)
		}
	}
	return own, others
}

// cited lists the held reports that a check cites.
func (p *proof) cited(c *nutgraf.DraftCheck) []nutgraf.DraftReport {
	ids := map[string]bool{}
	note := func(cites []nutgraf.Cite) {
		for _, x := range cites {
			ids[x.Doc] = true
		}
	}
	for _, q := range c.Quotes {
		note(q.Nearest)
		for _, id := range q.Also {
			ids[id] = true
		}
	}
	for _, x := range c.Conflicts {
		for _, s := range x.Others {
			note(s.Evidence)
		}
	}
	for _, s := range c.Shared {
		note(s.Also)
	}
	var out []nutgraf.DraftReport
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		d := p.docs[id]
		out = append(out, nutgraf.DraftReport{ID: id, Outlet: d.Outlet, Title: d.Title, URL: d.URL})
	}
	return out
}
