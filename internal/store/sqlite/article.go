package sqlite

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"nutgraf"
	"nutgraf/internal/find"
	"nutgraf/internal/fold"
	"nutgraf/internal/inorder"
)

// The statements that filing an article needs.
const (
	putCapture = "INSERT INTO capture (sha, packed) VALUES (?, ?) ON CONFLICT DO NOTHING"
	putArticle = `INSERT INTO article (id, version, stamp, code, taken, name, url, outlet, outlet_key, title, day, published, sha)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET version = excluded.version, stamp = excluded.stamp, code = excluded.code, taken = excluded.taken,
		name = excluded.name, url = excluded.url, outlet = excluded.outlet, outlet_key = excluded.outlet_key, title = excluded.title,
		day = excluded.day, published = excluded.published, sha = excluded.sha`
	putVersion  = "INSERT OR REPLACE INTO version (article, version, stamp, taken, sha) VALUES (?, ?, ?, ?, ?)"
	putContent  = "INSERT OR REPLACE INTO content (article, text, packed) VALUES (?, ?, ?)"
	putSketch   = "INSERT OR REPLACE INTO sketch (article, packed) VALUES (?, ?)"
	unindex     = "INSERT INTO passage_index (passage_index, rowid, " + indexed + ") SELECT 'delete', id, " + indexed + " FROM passage WHERE article = ?"
	dropPassage = "DELETE FROM passage WHERE article = ?"
	reindex     = "INSERT INTO passage_index (rowid, " + indexed + ") SELECT id, " + indexed + " FROM passage WHERE article = ?"
	putPassage  = `INSERT INTO passage (article, start, finish, para, words, speakers, told, names, people, places, outlet, figures, marks)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	indexed = "words, speakers, told, people, places, outlet, marks"
	countUp = "UPDATE counter SET mark = mark + 1"
)

// dropCaptures takes captures out, of those named, that no article has any more.
const dropCaptures = `DELETE FROM capture WHERE sha IN (SELECT value FROM json_each(?))
	AND NOT EXISTS (SELECT 1 FROM article a WHERE a.sha = capture.sha) AND NOT EXISTS (SELECT 1 FROM version v WHERE v.sha = capture.sha)`

// content is the large part of an article, packed together.
type content struct {
	Item nutgraf.Item
	Doc  nutgraf.Document
	Ann  nutgraf.Annotations
}

// File keeps articles, all in one transaction.
func (s *Store) File(ctx context.Context, fs ...*nutgraf.Filed) error {
	parcels := make([]parcel, 0, len(fs))
	for p := range inorder.Map(slices.Values(fs), 0, s.packed) {
		if p.err != nil {
			return s.worded("file "+p.filed.Doc.ID, p.err)
		}
		parcels = append(parcels, p)
	}
	err := s.prepareAll(ctx, putCapture, putArticle, putVersion, putContent, putSketch, unindex, dropPassage, putPassage, reindex, countUp)
	if err != nil {
		return s.worded("file articles", err)
	}
	return s.worded("file articles", s.change(ctx, func(tx *sql.Tx) error {
		for i := range parcels {
			if err := s.file(ctx, tx, &parcels[i]); err != nil {
				return fmt.Errorf("%s: %w", parcels[i].filed.Doc.ID, err)
			}
		}
		return nil
	}))
}

// parcel is an article made ready for its transaction.
type parcel struct {
	sha                               string
	capture, content, sketch, publish []byte
	paragraphs                        []find.Paragraph
	filed                             *nutgraf.Filed
	err                               error
}

func (s *Store) packed(f *nutgraf.Filed) parcel {
	sum := sha256.Sum256(f.Item.Body)
	p := parcel{sha: hex.EncodeToString(sum[:]), paragraphs: find.Paragraphs(&f.Doc, &f.Ann), filed: f}
	c := content{f.Item, f.Doc, f.Ann}
	c.Item.Body, c.Doc.Text = nil, ""
	if c.Item.Ready != nil {
		ready := *c.Item.Ready
		ready.Text = ""
		c.Item.Ready = &ready
	}
	var errs [4]error
	p.capture, errs[0] = s.pack.bytes(f.Item.Body)
	p.content, errs[1] = s.pack.value(c)
	p.sketch, errs[2] = s.pack.value(f.Sketch)
	p.publish, errs[3] = json.Marshal(f.Ann.Published)
	p.err = errors.Join(errs[:]...)
	return p
}

func (s *Store) file(ctx context.Context, tx *sql.Tx, p *parcel) error {
	f := p.filed
	do := func(query string, args ...any) error {
		_, err := s.exec(ctx, tx, query, args...)
		return err
	}
	if err := do(putCapture, p.sha, p.capture); err != nil {
		return err
	}
	taken := f.Taken.UnixNano()
	err := do(putArticle, f.Doc.ID, f.Version, f.Stamp, f.Code, taken, f.Item.Name, f.Doc.URL, f.Doc.Outlet,
		fold.String(f.Doc.Outlet), f.Doc.Title, known(f.Ann.Published.Day()), string(p.publish), p.sha)
	if err != nil {
		return err
	}
	var key int64
	if err := tx.QueryRowContext(ctx, "SELECT key FROM article WHERE id = ?", f.Doc.ID).Scan(&key); err != nil {
		return err
	}
	return firstError(
		func() error { return do(putVersion, key, f.Version, f.Stamp, taken, p.sha) },
		func() error { return do(putContent, key, []byte(f.Doc.Text), p.content) },
		func() error { return do(putSketch, key, p.sketch) },
		func() error { return do(unindex, key) },
		func() error { return do(dropPassage, key) },
		func() error { return s.passages(ctx, tx, key, &f.Doc, &f.Ann, p.paragraphs) },
		func() error { return do(reindex, key) },
		func() error { return do(countUp) },
	)
}

func firstError(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// known gives a day as SQLite keeps it: NULL when it is not known.
func known(d nutgraf.Day) any {
	if d == nutgraf.NoDay {
		return nil
	}
	return int64(d)
}

// Withdraw takes an article out.
func (s *Store) Withdraw(ctx context.Context, id string) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		var key int64
		if err := tx.QueryRowContext(ctx, "SELECT key FROM article WHERE id = ?", id).Scan(&key); err != nil {
			return err
		}
		var captures string
		if err := tx.QueryRowContext(ctx, "SELECT json_group_array(sha) FROM version WHERE article = ?", key).Scan(&captures); err != nil {
			return err
		}
		do := func(query string, args ...any) func() error {
			return func() error {
				_, err := tx.ExecContext(ctx, query, args...)
				return err
			}
		}
		return firstError(
			do(unindex, key),
			do("DELETE FROM article WHERE key = ?", key),
			do("DELETE FROM member WHERE article = ?", id),
			do(dropCaptures, captures),
			do(countUp),
		)
	})
	return s.found("article", id, err)
}

// Withhold keeps an article from all questions but Stamp and Withheld.
func (s *Store) Withhold(ctx context.Context, id string) error {
	return s.mark(ctx, "UPDATE article SET withheld = 1 WHERE withheld = 0 AND id = ?", id)
}

// Release ends the withholding of an article.
func (s *Store) Release(ctx context.Context, id string) error {
	return s.mark(ctx, "UPDATE article SET withheld = 0 WHERE withheld = 1 AND id = ?", id)
}

// mark changes whether an article is withheld, and with that who its story's
// members are.
func (s *Store) mark(ctx context.Context, update, id string) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, update, id)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return cmp.Or(err, sql.ErrNoRows)
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM member WHERE article = ?; "+countUp, id)
		return err
	})
	return s.found("article", id, err)
}

// Withheld lists the articles that are withheld, by id.
func (s *Store) Withheld(ctx context.Context) ([]nutgraf.ArticleLine, error) {
	q := query{text: "SELECT " + lineColumns + " FROM article a LEFT JOIN member m ON m.article = a.id WHERE a.withheld = 1 ORDER BY a.id"}
	return collect(ctx, s, q, "list articles", func(rows *sql.Rows) (nutgraf.ArticleLine, error) { return scanLine(rows) })
}

// Stamp tells which capture of an article is held.
func (s *Store) Stamp(ctx context.Context, id string) (nutgraf.Stamp, error) {
	var t nutgraf.Stamp
	err := s.one(ctx, "SELECT stamp, url, name, code, version, withheld FROM article WHERE id = ?", []any{id},
		&t.Digest, &t.URL, &t.Name, &t.Code, &t.Version, &t.Withheld)
	return t, s.found("article", id, err)
}

// found words the error of a query for one thing.
func (s *Store) found(what, id string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return missing(what, id)
	}
	return s.worded("read "+what+" "+id, err)
}

// Article returns an article without the body of its capture.
func (s *Store) Article(ctx context.Context, id string) (*nutgraf.Filed, error) {
	var f nutgraf.Filed
	var text, packed, sketch []byte
	var taken, arrived int64
	err := s.one(ctx, `SELECT a.stamp, a.code, a.version, a.taken, coalesce((SELECT min(taken) FROM version v WHERE v.article = a.key), a.taken),
		c.text, c.packed, k.packed, coalesce(m.story, '')
		FROM shown a JOIN content c ON c.article = a.key JOIN sketch k ON k.article = a.key LEFT JOIN member m ON m.article = a.id
		WHERE a.id = ?`, []any{id}, &f.Stamp, &f.Code, &f.Version, &taken, &arrived, &text, &packed, &sketch, &f.Story)
	if err != nil {
		return nil, s.found("article", id, err)
	}
	var c content
	if err := errors.Join(s.pack.unpack(packed, &c), s.pack.unpack(sketch, &f.Sketch)); err != nil {
		return nil, s.found("article", id, err)
	}
	f.Item, f.Doc, f.Ann, f.Taken = c.Item, c.Doc, c.Ann, time.Unix(0, taken).UTC()
	f.Doc.Text, f.Arrived = string(text), time.Unix(0, arrived).UTC()
	return &f, nil
}

// Document returns an article's document alone, which is read in a third of the
// time that its findings take.
func (s *Store) Document(ctx context.Context, id string) (*nutgraf.Document, error) {
	var text, packed []byte
	const byID = "SELECT c.text, c.packed FROM shown a JOIN content c ON c.article = a.key WHERE a.id = ?"
	err := s.one(ctx, byID, []any{id}, &text, &packed)
	var c struct{ Doc nutgraf.Document }
	if err == nil {
		err = s.pack.unpack(packed, &c)
	}
	if err != nil {
		return nil, s.found("article", id, err)
	}
	c.Doc.Text = string(text)
	return &c.Doc, nil
}

// Capture returns the captured bytes of an article.
func (s *Store) Capture(ctx context.Context, id string) ([]byte, error) {
	var packed []byte
	err := s.one(ctx, "SELECT c.packed FROM shown a JOIN capture c ON c.sha = a.sha WHERE a.id = ?", []any{id}, &packed)
	if err != nil {
		return nil, s.found("article", id, err)
	}
	raw, err := s.pack.unpacked(packed)
	return raw, s.worded("read the capture of "+id, err)
}

// lineColumns are what an ArticleLine is read from.
const lineColumns = "a.id, a.url, a.outlet, a.title, a.published, coalesce(m.story, ''), a.version, coalesce((SELECT min(taken) FROM version v WHERE v.article = a.key), a.taken)"

type scanner interface{ Scan(...any) error }

// scanLine reads an ArticleLine and whatever columns follow it.
func scanLine(rows scanner, more ...any) (nutgraf.ArticleLine, error) {
	var l nutgraf.ArticleLine
	var published string
	var arrived int64
	err := rows.Scan(append([]any{&l.ID, &l.URL, &l.Outlet, &l.Title, &published, &l.Story, &l.Version, &arrived}, more...)...)
	if err == nil {
		err = json.Unmarshal([]byte(published), &l.Published)
	}
	l.Arrived = time.Unix(0, arrived).UTC()
	return l, err
}

// Articles lists articles by id.
func (s *Store) Articles(ctx context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error) {
	q := query{text: "SELECT " + lineColumns + " FROM shown a LEFT JOIN member m ON m.article = a.id"}
	q.where(f.Outlet != "", "a.outlet_key = ?", f.Outlet)
	q.where(f.Story != "", "m.story = ?", f.Story)
	q.where(f.Past != "", "a.id > ?", f.Past)
	order := "ORDER BY a.id"
	if f.Newest {
		order = "ORDER BY a.key DESC"
	}
	q.end(order, f.Limit, f.Offset)
	return collect(ctx, s, q, "list articles", func(rows *sql.Rows) (nutgraf.ArticleLine, error) { return scanLine(rows) })
}

// Outdated returns the ids of articles made by other code.
func (s *Store) Outdated(ctx context.Context, code string) ([]string, error) {
	q := query{text: "SELECT id FROM shown"}
	q.where(true, "code <> ?", code)
	q.end("ORDER BY id", 0, 0)
	return collect(ctx, s, q, "list articles", func(rows *sql.Rows) (id string, err error) { return id, rows.Scan(&id) })
}

// Sketches yields the sketches of all articles, by id.
func (s *Store) Sketches(ctx context.Context) iter.Seq2[nutgraf.Sketch, error] {
	return func(yield func(nutgraf.Sketch, error) bool) {
		rows, err := s.read.QueryContext(ctx, "SELECT k.packed FROM shown a JOIN sketch k ON k.article = a.key ORDER BY a.id")
		if err != nil {
			yield(nutgraf.Sketch{}, s.worded("read sketches", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var packed []byte
			var k nutgraf.Sketch
			err := rows.Scan(&packed)
			if err == nil {
				err = s.pack.unpack(packed, &k)
			}
			if !yield(k, s.worded("read sketches", err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nutgraf.Sketch{}, s.worded("read sketches", err))
		}
	}
}

// Digests returns a digest of each article's capture and code.
func (s *Store) Digests(ctx context.Context) (map[string]string, error) {
	type pair struct{ id, digest string }
	q := query{text: "SELECT id, stamp || ' ' || code FROM shown"}
	pairs, err := collect(ctx, s, q, "list articles", func(rows *sql.Rows) (p pair, err error) { return p, rows.Scan(&p.id, &p.digest) })
	out := make(map[string]string, len(pairs))
	for _, p := range pairs {
		out[p.id] = p.digest
	}
	return out, err
}

// Outlets lists the outlets that articles name.
func (s *Store) Outlets(ctx context.Context) ([]nutgraf.Tally, error) {
	q := query{text: "SELECT max(outlet), count(*) FROM shown WHERE outlet <> '' GROUP BY outlet_key ORDER BY outlet_key"}
	return collect(ctx, s, q, "list outlets", func(rows *sql.Rows) (t nutgraf.Tally, err error) {
		return t, rows.Scan(&t.Name, &t.Count)
	})
}
