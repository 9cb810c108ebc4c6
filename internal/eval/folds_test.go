package eval

import (
	"slices"
	"testing"

	"nutgraf/internal/story"
)

// TestShippedIsAFold: what ships is what was fitted to the open sets, so that
// the scores of the others are of articles that had no say.
func TestShippedIsAFold(t *testing.T) {
	folds, err := Folds()
	if err != nil {
		t.Fatal(err)
	}
	if len(folds) == 0 || !slices.Equal(folds[0].Test, append([]string{SetBasil, SetAllsides}, Measured...)) {
		t.Fatalf("the first fold is not of the open sets: %+v", folds)
	}
	if folds[0].Settings != story.Shipped() {
		t.Errorf("what ships is %+v, fitted was %+v", story.Shipped(), folds[0].Settings)
	}
}
