package eval

import "testing"

// sampleFloors is what the grouping of the sample newsroom must not fall below:
// what it reached when they were set, less .02.
var sampleFloors = map[string]float64{"story": .893, "saga": .900}

// TestSampleStories guards the grouping of the sample newsroom, which needs no
// labelled data.
func TestSampleStories(t *testing.T) {
	r := &run{prog: program(t)}
	if r.sample(); r.err != nil {
		t.Fatal(r.err)
	}
	seen := 0
	for _, row := range r.rows {
		t.Log(row)
		if floor, ok := sampleFloors[row.Stage]; ok && row.Metric == "BCubed F1" {
			seen++
			if row.Value < floor {
				t.Errorf("%s BCubed F1 of the sample is %.3f, want %.3f or more", row.Stage, row.Value, floor)
			}
		}
	}
	if seen != len(sampleFloors) {
		t.Errorf("%d scores of the sample, want %d", seen, len(sampleFloors))
	}
}
