// Package sqlite is the store in one file: SQLite in WAL mode, with a full-text
// index over paragraphs. An article, its capture and its findings go in in one
// transaction, so that a process that is killed leaves no half of them. The
// schema has a version and migrates when the file is opened.
package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"nutgraf"
	"nutgraf/internal/lang"
)

//go:embed migrations/*.sql
var migrations embed.FS

// application is SQLite's application id of our files: "nutg".
const application = 0x6e757467

// searchSchema is the version of the schema that asks for the passages to be
// made anew.
const searchSchema = 3

// readers is how many reading connections stay open, each with what it has
// prepared. They see the file through the system's memory, one for all.
const readers = 8

// Options say how a database is opened.
type Options struct {
	Create bool          // make the file, and its folder, when there is none
	Wait   time.Duration // how long to wait for another process; five seconds when 0
}

// Store is a database file. It is safe for concurrent use.
type Store struct {
	path      string
	write     *sql.DB // one connection: changes queue here, not in SQLite's busy loop
	read      *sql.DB
	pack      packer
	commonest []string // words that are not looked up where another is
	mu        sync.Mutex
	ready     map[string]*sql.Stmt // prepared on write
	asked     map[string]*sql.Stmt // prepared on read
}

// Open opens the database at path. The error names it and wraps
// nutgraf.ErrNotFound, ErrForbidden, ErrLocked or ErrDamaged.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	if err := prepare(path, o.Create); err != nil {
		return nil, err
	}
	if o.Wait == 0 {
		o.Wait = 5 * time.Second
	}
	s := &Store{path: path, ready: map[string]*sql.Stmt{}, asked: map[string]*sql.Stmt{}}
	var err error
	if s.commonest, err = lang.List("en", "commonest_words"); err != nil {
		return nil, err
	}
	if s.write, err = sql.Open("sqlite", dsn(path, o.Wait)+"&_txlock=immediate"); err != nil {
		return nil, s.worded("open", err)
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = sql.Open("sqlite", dsn(path, o.Wait)+"&_pragma=query_only(1)&_pragma=mmap_size(2000000000)"); err != nil {
		return nil, s.worded("open", errors.Join(err, s.write.Close()))
	}
	s.read.SetMaxIdleConns(readers)
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(s.worded("open", err), s.close())
	}
	return s, nil
}

// prepare sees to it that the file can be opened.
func prepare(path string, create bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("database %s: a folder, not a file: %w", path, nutgraf.ErrFormat)
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("database %s: a pipe or a device, not a file: %w", path, nutgraf.ErrFormat)
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("database %s: %w", path, nutgraf.ErrForbidden)
	case !create:
		return fmt.Errorf("database %s: %w; nutgraf add makes one", path, nutgraf.ErrNotFound)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("database %s: cannot make its folder: %w", path, nutgraf.ErrForbidden)
	}
	return nil
}

func dsn(path string, wait time.Duration) string {
	if !filepath.IsAbs(path) {
		path = "./" + path // to SQLite, some bare names are no files
	}
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
	return fmt.Sprintf("file:%s?_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)"+
		"&_pragma=foreign_keys(1)&_pragma=cache_size(-16000)&_pragma=temp_store(MEMORY)", escaped, wait.Milliseconds())
}

// Close closes the file.
func (s *Store) Close() error {
	if err := s.close(); err != nil {
		return s.worded("close", err)
	}
	return nil
}

func (s *Store) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, st := range s.ready {
		errs = append(errs, st.Close())
	}
	for _, st := range s.asked {
		errs = append(errs, st.Close())
	}
	s.ready, s.asked = map[string]*sql.Stmt{}, map[string]*sql.Stmt{}
	return errors.Join(append(errs, s.read.Close(), s.write.Close())...)
}

// migrate brings the schema up to the present version.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	var version, owner, tables int
	row := s.write.QueryRowContext(ctx, "SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)")
	if err := row.Scan(&version, &owner, &tables); err != nil {
		return err
	}
	switch {
	case owner != application && tables > 0:
		return fmt.Errorf("%w: not a nutgraf database", nutgraf.ErrFormat)
	case version > len(files):
		return fmt.Errorf("%w: made by a newer nutgraf (schema %d, this one knows %d)", nutgraf.ErrFormat, version, len(files))
	}
	for n := version; n < len(files); n++ {
		if err := s.step(ctx, files[n], n+1); err != nil {
			return err
		}
	}
	return nil
}

// step makes one migration in one transaction, unless another process has made
// it meanwhile.
func (s *Store) step(ctx context.Context, file string, version int) error {
	script, err := migrations.ReadFile(file)
	if err != nil {
		return err
	}
	return s.change(ctx, func(tx *sql.Tx) error {
		var now int
		if err := tx.QueryRowContext(ctx, "SELECT user_version FROM pragma_user_version").Scan(&now); err != nil || now >= version {
			return err
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("%s\nPRAGMA application_id = %d; PRAGMA user_version = %d;", script, application, version))
		if err == nil && version == searchSchema {
			err = s.refill(ctx, tx)
		}
		return err
	})
}

// change runs do in one writing transaction.
func (s *Store) change(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		over := ignoreDone(tx.Rollback())
		return cmp.Or(ctx.Err(), errors.Join(err, over))
	}
	if err := tx.Commit(); err != nil {
		return cmp.Or(ctx.Err(), err) // who was stopped hears of that, not of a transaction that is over
	}
	return nil
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// exec runs a statement in tx that is prepared once for all transactions.
func (s *Store) exec(ctx context.Context, tx *sql.Tx, query string, args ...any) (sql.Result, error) {
	s.mu.Lock()
	st := s.ready[query]
	s.mu.Unlock()
	if st != nil {
		return tx.StmtContext(ctx, st).ExecContext(ctx, args...)
	}
	return tx.ExecContext(ctx, query, args...)
}

// prepareAll prepares the statements that every article needs. It must not run
// within a transaction: there is one writing connection.
func (s *Store) prepareAll(ctx context.Context, queries ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, q := range queries {
		if s.ready[q] != nil {
			continue
		}
		st, err := s.write.PrepareContext(ctx, q)
		if err != nil {
			return err
		}
		s.ready[q] = st
	}
	return nil
}

// worded names the database and what was done, and says of which kind an error
// is.
func (s *Store) worded(doing string, err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, nutgraf.ErrFormat) {
		return fmt.Errorf("database %s: %w", s.path, err)
	}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return fmt.Errorf("database %s: %s: %w", s.path, doing, err)
	}
	kind := nutgraf.ErrDamaged
	switch e.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fmt.Errorf("database %s: %w", s.path, nutgraf.ErrLocked)
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB, lib.SQLITE_FORMAT:
		return fmt.Errorf("database %s: %w, or not a database", s.path, kind)
	case lib.SQLITE_READONLY, lib.SQLITE_CANTOPEN, lib.SQLITE_PERM, lib.SQLITE_AUTH:
		return fmt.Errorf("database %s: writing to the file and beside it, which reading needs, too, is %w", s.path, nutgraf.ErrForbidden)
	case lib.SQLITE_IOERR:
		return fmt.Errorf("database %s: %s: the system refuses to read or write the file: a fault of the disk, a quota or a limit of its size (%w)", s.path, doing, err)
	case lib.SQLITE_FULL:
		return fmt.Errorf("database %s: the disk is full", s.path)
	}
	return fmt.Errorf("database %s: %s: %w", s.path, doing, err)
}

func missing(what, id string) error { return fmt.Errorf("%s %q: %w", what, id, nutgraf.ErrNotFound) }
