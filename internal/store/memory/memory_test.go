package memory_test

import (
	"testing"

	"nutgraf/internal/desk"
	"nutgraf/internal/store/memory"
	"nutgraf/internal/store/storetest"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(*testing.T) desk.Store { return memory.New() })
}
