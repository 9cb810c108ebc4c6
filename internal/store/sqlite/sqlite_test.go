package sqlite_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/klauspost/compress/s2"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/store/sqlite"
	"nutgraf/internal/store/storetest"
)

func open(t *testing.T, path string) (*sqlite.Store, error) {
	t.Helper()
	return sqlite.Open(context.Background(), path, sqlite.Options{Create: true, Wait: 50 * time.Millisecond})
}

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) desk.Store {
		s, err := open(t, filepath.Join(t.TempDir(), "odd name #1 %20?.db"))
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}

func TestWhatIsFiledSurvivesClosing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "n.db")
	s, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	f := storetest.Filed("a1", "The Harbour Light", "2026-03-01", "One.", "Two", "Åsa Lind", "us")
	if err := errors.Join(s.File(context.Background(), f), s.Close()); err != nil {
		t.Fatal(err)
	}
	if s, err = open(t, path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got, err := s.Article(context.Background(), "a1"); err != nil || got.Doc.Text != f.Doc.Text {
		t.Errorf("article %v, error %v", got, err)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	write := func(name, body string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	other := filepath.Join(dir, "other.db")
	foreign(t, other, "CREATE TABLE x (y)")
	newer := filepath.Join(dir, "newer.db")
	if s, err := open(t, newer); err != nil || s.Close() != nil {
		t.Fatal(err)
	}
	foreign(t, newer, "PRAGMA user_version = 999")
	for _, c := range []struct {
		name, path string
		create     bool
		kind       error
	}{
		{"no file", filepath.Join(dir, "none.db"), false, nutgraf.ErrNotFound},
		{"not a database", write("text.db", "This is a letter to the editor, and no database at all, however long it may be."), true, nutgraf.ErrDamaged},
		{"a folder", dir, true, nutgraf.ErrFormat},
		{"somebody else's database", other, true, nutgraf.ErrFormat},
		{"a newer schema", newer, true, nutgraf.ErrFormat},
	} {
		_, err := sqlite.Open(context.Background(), c.path, sqlite.Options{Create: c.create, Wait: time.Millisecond})
		if !errors.Is(err, c.kind) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.kind)
		}
	}
}

func foreign(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(statement)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestALockedDatabaseIsSaidToBeLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "n.db")
	s, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	db, err := sql.Open("sqlite", "file:"+path+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	f := storetest.Filed("a1", "The Harbour Light", "2026-03-01", "One.", "Two", "Åsa Lind", "us")
	if err := s.File(context.Background(), f); !errors.Is(err, nutgraf.ErrLocked) {
		t.Errorf("error %v, want one that wraps ErrLocked", err)
	}
}

func TestDamageInsideIsSaidToBeDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "n.db")
	s, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a1", "b2", "c3"} {
		if err := s.File(context.Background(), storetest.Filed(id, "The Harbour Light", "2026-03-01", "One.", "Two", "Åsa Lind", "us")); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 4096; i < len(raw); i++ {
		raw[i] = byte(i * 7)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err = open(t, path)
	if err == nil {
		defer s.Close()
		_, err = s.Article(context.Background(), "a1")
	}
	if !errors.Is(err, nutgraf.ErrDamaged) {
		t.Errorf("error %v, want one that wraps ErrDamaged", err)
	}
}

// A page that an older version stored as JSON is read.
func TestOlderPage(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "n.db")
	s, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	page := nutgraf.StoryPage{ID: "s1", Title: "The ferry stays in port", First: nutgraf.NoDay}
	settled := nutgraf.Settlement{Pages: []nutgraf.Settled{{Story: nutgraf.Story{ID: "s1"}, Page: page, Digest: "1"}}}
	if err := errors.Join(s.Settle(ctx, settled), s.Close()); err != nil {
		t.Fatal(err)
	}
	old, err := json.Marshal(page)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = raw.ExecContext(ctx, "UPDATE page SET packed = ?", s2.Encode(nil, old))
	if err := errors.Join(err, raw.Close()); err != nil {
		t.Fatal(err)
	}
	if s, err = open(t, path); err != nil {
		t.Fatal(err)
	}
	p, err := s.Page(ctx, "s1")
	if err := errors.Join(err, s.Close()); err != nil || p.Title != page.Title || p.First != nutgraf.NoDay {
		t.Errorf("page %+v, %v", p, err)
	}
}

// A capture goes with the last article that has had it.
func TestWithdrawnCaptures(t *testing.T) {
	ctx, path := t.Context(), filepath.Join(t.TempDir(), "n.db")
	s, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	file := func(id string, version int, body string) {
		t.Helper()
		f := storetest.Filed(id, "The Light", "2026-03-01", "The ferry stays in port.", "We wait", "Åsa Lind", "the Light")
		f.Version, f.Item.Body = version, []byte(body)
		if err := s.File(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	file("a1", 1, "one")
	file("a1", 2, "two")
	file("b2", 1, "one")
	for _, c := range []struct {
		withdrawn string
		want      int
	}{{"", 2}, {"a1", 1}, {"b2", 0}} {
		if c.withdrawn != "" {
			if err := s.Withdraw(ctx, c.withdrawn); err != nil {
				t.Fatal(err)
			}
		}
		var got int
		if err := raw.QueryRowContext(ctx, "SELECT count(*) FROM capture").Scan(&got); err != nil || got != c.want {
			t.Errorf("after %q: %d captures, want %d; %v", c.withdrawn, got, c.want, err)
		}
	}
	if err := errors.Join(raw.Close(), s.Close()); err != nil {
		t.Error(err)
	}
}

// TestOlderSearch opens a file of the second schema: its passages are made anew.
func TestOlderSearch(t *testing.T) {
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "n.db")
	s, err := open(t, path)
	if err != nil {
		t.Fatal(err)
	}
	f := storetest.Filed("a1", "The Light", "2026-03-01", "The ferry stays in port.", "We wait", "Åsa Lind", "the Light")
	if err := s.File(ctx, f); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = raw.ExecContext(ctx, `DROP TABLE ended; DROP TABLE disputed; DROP TABLE passage_index; DROP TABLE passage;
		CREATE TABLE said (passage); CREATE TABLE passage (id); CREATE TABLE passage_index (words);
		ALTER TABLE subscription DROP COLUMN tried; ALTER TABLE subscription DROP COLUMN problem; ALTER TABLE subscription DROP COLUMN taken;
		ALTER TABLE counter DROP COLUMN settled; DROP TABLE spoken; DROP TABLE about;
		DROP VIEW shown; ALTER TABLE article DROP COLUMN withheld;
		PRAGMA user_version = 2`)
	if err := errors.Join(err, raw.Close()); err != nil {
		t.Fatal(err)
	}
	if s, err = open(t, path); err != nil {
		t.Fatal(err)
	}
	found, err := s.Search(ctx, nutgraf.Search{Words: []string{"wait"}, Speaker: "lind"})
	if err := errors.Join(err, s.Close()); err != nil || len(found) != 1 || found[0].Speaker != "Åsa Lind" {
		t.Errorf("found %v, %v", found, err)
	}
}
