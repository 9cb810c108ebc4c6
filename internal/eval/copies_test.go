package eval

import "testing"

// TestCopies guards the mutation test on copies.
func TestCopies(t *testing.T) {
	p := program(t)
	check := func(name string, stories [][]Input) {
		t.Run(name, func(t *testing.T) {
			m, err := p.Copies(stories)
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range append(m.Kinds, m.Harmless...) {
				t.Logf("%-9s %3d of %3d", k, m.Found[k], m.Tried[k])
			}
			t.Logf("recall %.3f, by kind %.3f, false alarms %.3f", m.Recall(), m.Mean(), m.Alarms())
			if m.Recall() < .85 || m.Alarms() > .02 {
				t.Errorf("recall %.3f, want .85; false alarms %.3f, at the most .02", m.Recall(), m.Alarms())
			}
			if testing.Verbose() {
				for _, x := range m.Missed {
					t.Log(x)
				}
			}
		})
	}
	stories, err := sampleStories()
	if err != nil {
		t.Fatal(err)
	}
	check("sample newsroom", stories)
	d := shared(t)
	for _, set := range []string{"basil.jsonl.gz", "allsides_gold_2019_10.jsonl.gz"} {
		rows, err := Rows[storyRow](d, "stories/"+set)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range partsOf(heldMutations) {
			if part.name == "" {
				part.name, part.has = " (tuning)", func(label string) bool { return !heldMutations(label) }
			}
			check(stem(set)+part.name, together(rows, part.has))
		}
	}
}
