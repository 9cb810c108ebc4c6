package eval

import "testing"

// TestCopies guards the mutation test on copies.
func TestCopies(t *testing.T) {
	least := guard{recall: .85, alarms: .02}
	guardMutations(t, program(t).Copies, least, least)
}
