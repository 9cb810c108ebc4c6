package eval

import "testing"

// TestTurned guards the mutation test on copies whose sense is turned.
func TestTurned(t *testing.T) {
	guardMutations(t, program(t).Turned, guard{recall: .5, alarms: .02}, guard{recall: .5, alarms: .02})
}
