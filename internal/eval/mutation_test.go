package eval

import "testing"

// TestMutations guards the mutation test on the sample newsroom, which needs no
// labelled data, and, where they are held, on the labelled stories.
func TestMutations(t *testing.T) {
	p := program(t)
	check := func(name string, stories [][]Input, recall, alarms float64) {
		t.Run(name, func(t *testing.T) {
			m, err := p.Mutate(stories)
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range append(m.Kinds, m.Harmless...) {
				t.Logf("%-9s %3d of %3d", k, m.Found[k], m.Tried[k])
			}
			t.Logf("recall %.3f, by kind %.3f, false alarms %.3f, untouched stories with a hard difference %d of %d", m.Recall(), m.Mean(), m.Alarms(), m.Shown, m.Untouched)
			if m.Recall() < recall || m.Alarms() > alarms {
				t.Errorf("recall %.3f, want %.2f; false alarms %.3f, at the most %.2f", m.Recall(), recall, m.Alarms(), alarms)
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
	check("sample newsroom", stories, .6, .02)
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
			check(stem(set)+part.name, together(rows, part.has), .75, .02)
		}
	}
}
