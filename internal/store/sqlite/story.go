package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/find"
)

// Pending returns the change counter, and whether stories wait.
func (s *Store) Pending(ctx context.Context) (mark int64, waiting bool, err error) {
	var clean int64
	err = s.one(ctx, "SELECT mark, clean FROM counter", nil, &mark, &clean)
	return mark, clean < mark, s.worded("read the counter", err)
}

// Held lists the stored stories, by id.
func (s *Store) Held(ctx context.Context) ([]nutgraf.Held, error) {
	q := query{text: "SELECT members, digest, first FROM story ORDER BY id"}
	return collect(ctx, s, q, "list stories", func(rows *sql.Rows) (nutgraf.Held, error) {
		var h nutgraf.Held
		var raw string
		var first sql.NullInt32
		err := rows.Scan(&raw, &h.Digest, &first)
		if err == nil {
			err = json.Unmarshal([]byte(raw), &h.Story)
		}
		if h.From = nutgraf.NoDay; first.Valid {
			h.From = nutgraf.Day(first.Int32)
		}
		return h, err
	})
}

// Settle stores a change of stories.
func (s *Store) Settle(ctx context.Context, c nutgraf.Settlement) error {
	packed := make([][]byte, len(c.Pages))
	for i := range c.Pages {
		var err error
		if packed[i], err = s.pack.page(&c.Pages[i].Page); err != nil {
			return s.worded("settle stories", err)
		}
	}
	return s.worded("settle stories", s.change(ctx, func(tx *sql.Tx) error {
		for _, e := range c.Ended {
			if _, err := tx.ExecContext(ctx, "DELETE FROM story WHERE id = ?", e.ID); err != nil {
				return err
			}
		}
		for i := range c.Pages {
			if err := putStory(ctx, tx, &c.Pages[i], packed[i]); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "UPDATE counter SET settled = settled + 1"); err != nil {
			return err
		}
		return lead(ctx, tx, &c)
	}))
}

// lead notes where ids that are gone lead to, and how far stories are settled.
func lead(ctx context.Context, tx *sql.Tx, c *nutgraf.Settlement) error {
	for _, e := range c.Ended {
		if _, err := tx.ExecContext(ctx, "INSERT INTO ended (id, heir, at, why) VALUES (?, ?, ?, ?)", e.ID, e.Heir, e.At.UnixNano(), e.Why); err != nil {
			return err
		}
		if e.Heir == "" {
			continue
		}
		if _, err := tx.ExecContext(ctx, "UPDATE redirect SET target = ? WHERE target = ?", e.Heir, e.ID); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO redirect (id, target) VALUES (?, ?)", e.ID, e.Heir); err != nil {
			return err
		}
	}
	if !c.Clean {
		return nil
	}
	_, err := tx.ExecContext(ctx, "UPDATE counter SET clean = ?", c.Mark)
	return err
}

func putStory(ctx context.Context, tx *sql.Tx, p *nutgraf.Settled, packed []byte) error {
	members, err := json.Marshal(p.Story)
	if err != nil {
		return err
	}
	line, err := json.Marshal(p.Line)
	if err != nil {
		return err
	}
	do := func(query string, args ...any) func() error {
		return func() error {
			_, err := tx.ExecContext(ctx, query, args...)
			return err
		}
	}
	id, l := p.Story.ID, &p.Line
	return firstError(
		do("DELETE FROM story WHERE id = ?", id),
		do("DELETE FROM redirect WHERE id = ?", id),
		do("INSERT INTO story (id, saga, digest, first, last, reports, updated, members, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			id, l.Saga, p.Digest, known(l.First), known(l.Last), l.Reports, l.Updated.UnixNano(), string(members), string(line)),
		do("INSERT INTO page (story, packed) VALUES (?, ?)", id, packed),
		func() error { return putMembers(ctx, tx, p) },
		func() error { return putFacets(ctx, tx, p) },
		func() error { return putUtterances(ctx, tx, p) },
		func() error { return putDisputed(ctx, tx, id, &p.Page) },
	)
}

func putMembers(ctx context.Context, tx *sql.Tx, p *nutgraf.Settled) error {
	for _, m := range p.Story.Members {
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO member (article, story) VALUES (?, ?)", m, p.Story.ID); err != nil {
			return err
		}
	}
	return nil
}

func putFacets(ctx context.Context, tx *sql.Tx, p *nutgraf.Settled) error {
	for _, f := range []struct {
		kind  string
		names []string
	}{{"outlet", p.Line.Outlets}, {"person", p.Line.People}, {"place", p.Line.Places}} {
		for _, key := range find.Folded(f.names) {
			if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO facet (kind, key, story) VALUES (?, ?, ?)", f.kind, key, p.Story.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

func putUtterances(ctx context.Context, tx *sql.Tx, p *nutgraf.Settled) error {
	for n, f := range p.Page.Families {
		if f.Speaker == "" {
			continue
		}
		raw, err := json.Marshal(f)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO utterance (story, number, speaker, family) VALUES (?, ?, ?, ?)",
			p.Story.ID, n, find.Key(f.Speaker), string(raw))
		if err != nil {
			return err
		}
		for word := range strings.FieldsSeq(find.Key(f.Speaker)) {
			if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO spoken (word, story, number) VALUES (?, ?, ?)", word, p.Story.ID, n); err != nil {
				return err
			}
		}
		for _, name := range f.About {
			for word := range strings.FieldsSeq(find.Key(name)) {
				if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO about (word, story, number, name) VALUES (?, ?, ?, ?)", word, p.Story.ID, n, find.Key(name)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// Page returns a story's page.
func (s *Store) Page(ctx context.Context, id string) (*nutgraf.StoryPage, error) {
	var packed []byte
	const byID = "SELECT packed FROM page WHERE story = ?"
	err := s.one(ctx, byID, []any{id}, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		err = s.one(ctx, "SELECT packed FROM page WHERE story = (SELECT target FROM redirect WHERE id = ?)", []any{id}, &packed)
	}
	if err != nil {
		return nil, s.found("story", id, err)
	}
	var p nutgraf.StoryPage
	return &p, s.found("story", id, s.pack.unpackPage(packed, &p))
}

// Ended lists the stories that are no more, the last ones first.
func (s *Store) Ended(ctx context.Context, limit int) ([]nutgraf.Ended, error) {
	q := query{text: "SELECT id, heir, at, why FROM ended"}
	q.end("ORDER BY number DESC", limit, 0)
	return collect(ctx, s, q, "list ended stories", func(rows *sql.Rows) (nutgraf.Ended, error) {
		var e nutgraf.Ended
		var at int64
		err := rows.Scan(&e.ID, &e.Heir, &at, &e.Why)
		e.At = time.Unix(0, at).UTC()
		return e, err
	})
}

// Stories lists stories in the filter's order.
func (s *Store) Stories(ctx context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error) {
	q := query{text: "SELECT line FROM story"}
	q.where(f.From.Bounds(), "last >= ?", int64(f.From))
	q.where(f.To.Bounds(), "first <= ?", int64(f.To))
	q.where(f.Saga != "", "saga = ?", f.Saga)
	q.where(f.Outlet != "", "id IN (SELECT story FROM facet WHERE kind = 'outlet' AND key = ?)", f.Outlet)
	q.named("person", f.Person)
	q.named("place", f.Place)
	q.where(f.Differing, "json_extract(line, '$.Differences') > 0")
	q.past(f)
	order := "ORDER BY reports DESC, last DESC, first DESC, id"
	if f.ByDate {
		order = "ORDER BY last DESC, first DESC, reports DESC, id"
	}
	q.end(order, f.Limit, f.Offset)
	return collect(ctx, s, q, "list stories", func(rows *sql.Rows) (nutgraf.StoryLine, error) {
		var l nutgraf.StoryLine
		var raw string
		err := rows.Scan(&raw)
		if err == nil {
			err = json.Unmarshal([]byte(raw), &l)
		}
		return l, err
	})
}

// Sagas lists the sagas. The titles are looked up last, for those that are listed
// alone.
func (s *Store) Sagas(ctx context.Context, f nutgraf.SagaFilter) ([]nutgraf.SagaLine, error) {
	q := query{text: `WITH saga AS (
		SELECT saga AS id, count(*) AS stories, sum(reports) AS reports, min(first) AS first, coalesce(max(last), -2147483648) AS last
		FROM story WHERE saga <> '' GROUP BY saga)
		SELECT id, (SELECT json_extract(line, '$.Title') FROM story WHERE story.saga = listed.id ORDER BY story.reports DESC, story.first IS NULL, story.first, story.id LIMIT 1),
		stories, reports, first, last FROM (SELECT * FROM saga`}
	if f.Past != nil {
		q.where(true, "(last < ? OR last = ? AND id > ?)", int64(f.Past.Last), int64(f.Past.Last), f.Past.ID)
	}
	q.end("ORDER BY last DESC, id", f.Limit, 0)
	q.text += ") listed ORDER BY last DESC, id"
	return collect(ctx, s, q, "list sagas", func(rows *sql.Rows) (nutgraf.SagaLine, error) {
		var l nutgraf.SagaLine
		var first sql.NullInt32
		err := rows.Scan(&l.ID, &l.Title, &l.Stories, &l.Reports, &first, &l.Last)
		if l.First = nutgraf.NoDay; first.Valid {
			l.First = nutgraf.Day(first.Int32)
		}
		return l, err
	})
}

// named asks for stories with one name of a kind in which all the words stand.
func (q *query) named(kind, words string) {
	if words == "" {
		return
	}
	names := query{text: "SELECT story FROM facet"}
	names.where(true, "kind = ?", kind)
	names.has("' ' || key || ' '", words)
	q.where(true, "id IN ("+names.text+")", names.args...)
}

// past leaves out what stands before a line, or at it, in the filter's order.
func (q *query) past(f nutgraf.StoryFilter) {
	if f.Past == nil {
		return
	}
	day := func(d nutgraf.Day) any { return int64(d) }
	columns := []string{"reports", "coalesce(last, -2147483648)", "coalesce(first, -2147483648)"}
	values := []any{f.Past.Reports, day(f.Past.Last), day(f.Past.First)}
	if f.ByDate {
		columns = []string{columns[1], columns[2], columns[0]}
		values = []any{values[1], values[2], values[0]}
	}
	text, args := "id > ?", []any{f.Past.ID}
	for i := len(columns) - 1; i >= 0; i-- {
		text = columns[i] + " < ? OR (" + columns[i] + " = ? AND (" + text + "))"
		args = append([]any{values[i], values[i]}, args...)
	}
	q.where(true, "("+text+")", args...)
}

// Utterances lists what speakers said.
func (s *Store) Utterances(ctx context.Context, f nutgraf.UtteranceFilter) ([]nutgraf.Utterance, error) {
	q := query{text: `SELECT DISTINCT u.story, u.family, st.line FROM spoken w JOIN utterance u ON u.story = w.story AND u.number = w.number JOIN story st ON st.id = u.story`}
	words, column, order := f.Speaker, "u.speaker", "ORDER BY u.speaker, st.first, u.story, u.number"
	if len(words) == 0 {
		q.text = strings.Replace(q.text, "FROM spoken w", "FROM about w", 1)
		words, column, order = f.About, "w.name", "ORDER BY st.first, u.story, u.number"
	}
	longest := slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) }) // it is the rarest, as a rule
	q.where(true, "w.word = ?", longest)
	for _, w := range words {
		q.has(column, w)
	}
	q.end(order, f.Limit, 0)
	return collect(ctx, s, q, "look for quotations", func(rows *sql.Rows) (nutgraf.Utterance, error) {
		var u nutgraf.Utterance
		var family, line string
		var l nutgraf.StoryLine
		err := rows.Scan(&u.Story, &family, &line)
		if err == nil {
			err = errors.Join(json.Unmarshal([]byte(family), &u.Family), json.Unmarshal([]byte(line), &l))
		}
		u.StoryTitle, u.First = l.Title, l.First
		return u, err
	})
}

// Counts says how much is held.
func (s *Store) Counts(ctx context.Context) (nutgraf.Counts, error) {
	var c nutgraf.Counts
	err := s.one(ctx, "SELECT (SELECT count(*) FROM shown), (SELECT count(*) FROM story)", nil, &c.Articles, &c.Stories)
	return c, s.worded("count", err)
}
