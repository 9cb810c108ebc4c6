package desk

import "testing"

// A command that reads a few articles waits for this first.
func BenchmarkCompileStages(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newRoom(); err != nil {
			b.Fatal(err)
		}
	}
}
