package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/find"
	"nutgraf/internal/fold"
)

// passages keeps what of an article can be found.
func (s *Store) passages(ctx context.Context, tx *sql.Tx, key int64, doc *nutgraf.Document, ann *nutgraf.Annotations, all []find.Paragraph) error {
	outlet, day := fold.String(doc.Outlet), find.DayMarks(ann.Published.Day())
	for i := range all {
		p := &all[i]
		speakers, told, names := said(p.Said)
		figures := make([]string, len(p.Figures))
		marks := append([]string{}, day...)
		for i, x := range p.Figures {
			figures[i] = strconv.FormatFloat(x, 'g', -1, 64)
			marks = append(marks, find.FigureMarks(x)...)
		}
		_, err := s.exec(ctx, tx, putPassage, key, p.Span.Start, p.Span.End, doc.ParagraphAt(p.Span.Start), p.Words,
			speakers, told, names, strings.Join(p.People, "|"), strings.Join(p.Places, "|"), outlet, strings.Join(figures, " "), strings.Join(marks, " "))
		if err != nil {
			return err
		}
	}
	return nil
}

func said(all []find.Said) (speakers, told, names string) {
	var a, b, c []string
	for _, q := range all {
		a, b, c = append(a, q.Speaker), append(b, q.Told), append(c, strings.ReplaceAll(q.Name, "|", " "))
	}
	return strings.Join(a, "|"), strings.Join(b, "|"), strings.Join(c, "|")
}

// stored is a paragraph as its row has it.
type stored struct {
	words, speakers, told, names, people, places, figures string
}

func (r *stored) paragraph() find.Paragraph {
	p := find.Paragraph{Words: r.words, People: listed(r.people), Places: listed(r.places)}
	speakers, told, names := strings.Split(r.speakers, "|"), strings.Split(r.told, "|"), strings.Split(r.names, "|")
	for i := range min(len(speakers), len(told), len(names)) {
		p.Said = append(p.Said, find.Said{Speaker: speakers[i], Told: told[i], Name: names[i]})
	}
	for f := range strings.FieldsSeq(r.figures) {
		if x, err := strconv.ParseFloat(f, 64); err == nil {
			p.Figures = append(p.Figures, x)
		}
	}
	return p
}

func listed(keys string) []string {
	if keys == "" {
		return nil
	}
	return strings.Split(keys, "|")
}

// refill makes the rows of all passages, and of what reports differ on, from
// the articles and the pages: for a file of an older schema.
func (s *Store) refill(ctx context.Context, tx *sql.Tx) error {
	keys, err := column[int64](ctx, tx, "SELECT article FROM content ORDER BY article")
	if err != nil {
		return err
	}
	for _, key := range keys {
		var text, packed []byte
		var c content
		if err := tx.QueryRowContext(ctx, "SELECT text, packed FROM content WHERE article = ?", key).Scan(&text, &packed); err != nil {
			return err
		}
		if err := s.pack.unpack(packed, &c); err != nil {
			return fmt.Errorf("article %d: %w", key, err)
		}
		c.Doc.Text = string(text)
		if err := s.passages(ctx, tx, key, &c.Doc, &c.Ann, find.Paragraphs(&c.Doc, &c.Ann)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, reindex, key); err != nil {
			return err
		}
	}
	return s.refillDisputed(ctx, tx)
}

func (s *Store) refillDisputed(ctx context.Context, tx *sql.Tx) error {
	stories, err := column[string](ctx, tx, "SELECT story FROM page ORDER BY story")
	if err != nil {
		return err
	}
	for _, id := range stories {
		var packed []byte
		var p nutgraf.StoryPage
		if err := tx.QueryRowContext(ctx, "SELECT packed FROM page WHERE story = ?", id).Scan(&packed); err != nil {
			return err
		}
		if err := s.pack.unpackPage(packed, &p); err != nil {
			return fmt.Errorf("story %s: %w", id, err)
		}
		if err := putDisputed(ctx, tx, id, &p); err != nil {
			return err
		}
	}
	return nil
}

func column[T any](ctx context.Context, tx *sql.Tx, query string) ([]T, error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// putDisputed keeps where the words stand on which a story's reports differ.
func putDisputed(ctx context.Context, tx *sql.Tx, story string, p *nutgraf.StoryPage) error {
	for _, c := range find.Disputed(p) {
		_, err := tx.ExecContext(ctx, "INSERT INTO disputed (story, article, start, finish) VALUES (?, ?, ?, ?)", story, c.Doc, c.Span.Start, c.Span.End)
		if err != nil {
			return err
		}
	}
	return nil
}
