package wire

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestRulerThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 300, -1).Draw(t, "text")
		r := NewRuler(text)
		points := 0
		for i := range text {
			if got := r.Points(i); got != points {
				t.Fatalf("Points(%d) = %d, want %d in %q", i, got, points, text)
			}
			if got := r.Bytes(points); got != i {
				t.Fatalf("Bytes(%d) = %d, want %d in %q", points, got, i, text)
			}
			points++
		}
		if got := r.Points(len(text)); got != utf8.RuneCountInString(text) {
			t.Fatalf("Points(len) = %d in %q", got, text)
		}
		if got := r.Bytes(points); got != len(text) {
			t.Fatalf("Bytes(end) = %d in %q", got, text)
		}
	})
}
