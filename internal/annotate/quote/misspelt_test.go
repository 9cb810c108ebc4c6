package quote

import "testing"

// TestMisspelt reads surnames that a report spells in two ways, and two that
// are two persons'.
func TestMisspelt(t *testing.T) {
	finds(t, []example{
		{
			"a letter left out", "Mara Waters leads the port. It is late, Water said.",
			[]string{`indirect | It is late | said | Mara Waters | cue`},
		},
		{
			"a letter changed", "Mara Lindqvist leads the port. “It is late,” Ms Lindquist said.",
			[]string{`direct | “It is late,” | said | Mara Lindqvist | cue`},
		},
		{
			"two who could be meant", "Mara Hansen met Jonas Henson. “It is late,” Hanson said.",
			[]string{`direct | “It is late,” | said | Hanson | cue`},
		},
		{
			"another name", "Mara Lindqvist leads the port. “It is late,” Ms Lundberg said.",
			[]string{`direct | “It is late,” | said | Lundberg | cue`},
		},
	})
}
