package eval

import "testing"

// TestMutations guards the mutation test on the sample newsroom, which needs no
// labelled data, and, where they are held, on the labelled stories.
func TestMutations(t *testing.T) {
	guardMutations(t, program(t).Mutate, guard{recall: .6, alarms: .02}, guard{recall: .75, alarms: .02})
}

// guard is the recall that a mutation test must reach, and the share of false
// alarms that it may.
type guard struct{ recall, alarms float64 }

// guardMutations runs a mutation test on the sample newsroom, which must do as
// well as ours says, and, where they are held, on the labelled stories.
func guardMutations(t *testing.T, test func([][]Input) (Mutations, error), ours, labelled guard) {
	check := func(name string, stories [][]Input, g guard) {
		t.Run(name, func(t *testing.T) {
			m, err := test(stories)
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range append(m.Kinds, m.Harmless...) {
				t.Logf("%-9s %3d of %3d", k, m.Found[k], m.Tried[k])
			}
			t.Logf("recall %.3f, by kind %.3f, false alarms %.3f, untouched stories with a hard difference %d of %d", m.Recall(), m.Mean(), m.Alarms(), m.Shown, m.Untouched)
			if m.Recall() < g.recall || m.Alarms() > g.alarms {
				t.Errorf("recall %.3f, want %.2f; false alarms %.3f, at the most %.2f", m.Recall(), g.recall, m.Alarms(), g.alarms)
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
	check("sample newsroom", stories, ours)
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
			check(stem(set)+part.name, together(rows, part.has), labelled)
		}
	}
}
