package eval

import "testing"

// BenchmarkLargestStory groups the stream, where no story may swallow the rest,
// and tells the size of the largest story and its members.
func BenchmarkLargestStory(b *testing.B) {
	data, err := Open("../..")
	if err != nil {
		b.Skip(err)
	}
	rows, err := Rows[storyRow](data, "stories/allsides_stream.jsonl.gz")
	if err != nil {
		b.Fatal(err)
	}
	in := make([]Input, len(rows))
	for i, x := range rows {
		in[i] = x.input()
	}
	prog := program(b)
	for b.Loop() {
		stories, _ := prog.Group(in)
		members := map[string][]string{}
		largest := ""
		for _, x := range in {
			s := stories[x.ID]
			members[s] = append(members[s], x.ID)
			if n := len(members[s]); n > len(members[largest]) || n == len(members[largest]) && s < largest {
				largest = s
			}
		}
		b.Logf("the largest of %d stories is %s: %v", len(members), largest, members[largest])
		b.ReportMetric(float64(len(members[largest])), "largest")
	}
}
