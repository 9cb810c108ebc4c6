package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
)

// Whoever is stopped within a change hears of that, and nothing is changed.
func TestStoppedWithinAChange(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "n.db"), Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	err = s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "CREATE TABLE half (a)")
		cancel()
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
	if _, err := s.write.ExecContext(t.Context(), "SELECT * FROM half"); err == nil {
		t.Error("half of it was changed")
	}
}
