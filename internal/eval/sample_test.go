package eval

import "testing"

// TestSampleStories guards the grouping of the sample newsroom, which needs no
// labelled data.
func TestSampleStories(t *testing.T) {
	r := &run{prog: program(t)}
	if r.sample(); r.err != nil {
		t.Fatal(r.err)
	}
	for _, row := range r.rows {
		t.Log(row)
	}
}
