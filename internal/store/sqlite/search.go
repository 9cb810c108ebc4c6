package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"nutgraf"
	"nutgraf/internal/find"
)

// Search finds passages: with words, by SQLite's rank; without, in the order of
// articles.
func (s *Store) Search(ctx context.Context, f nutgraf.Search) ([]nutgraf.Passage, error) {
	q, err := s.search(ctx, f)
	if err != nil {
		return nil, err
	}
	return collect(ctx, s, q, "search", func(rows *sql.Rows) (nutgraf.Passage, error) {
		var p nutgraf.Passage
		var text []byte
		var err error
		p.Article, err = scanLine(rows, &p.Cite.Span.Start, &p.Cite.Span.End, &p.Cite.Para, &text, &p.Speaker)
		p.Cite.Doc, p.Cite.Text = p.Article.ID, string(text)
		for _, h := range find.Hits(p.Cite.Text, nutgraf.Span{End: len(text)}, &f) {
			p.Hits = append(p.Hits, nutgraf.Span{Start: h.Start + p.Cite.Span.Start, End: h.End + p.Cite.Span.Start})
		}
		return p, err
	})
}

func (s *Store) search(_ context.Context, f nutgraf.Search) (query, error) {
	said, saidArgs := speech(f)
	q := query{
		text: "SELECT " + lineColumns + `, p.start, p.finish, p.para,
			substr(c.text, p.start + 1, p.finish - p.start), ` + said + `
			FROM ` + source(f) + ` JOIN article a ON a.key = p.article JOIN content c ON c.article = a.key LEFT JOIN member m ON m.article = a.id`,
		args: saidArgs,
	}
	words := match(f)
	q.where(words != "", "passage_index MATCH ?", words)
	q.where(f.Outlet != "", "a.outlet_key = ?", f.Outlet)
	q.where(f.Before != 0 && f.Before != nutgraf.NoDay, "a.day < ?", int64(f.Before))
	q.where(f.After != 0 && f.After != nutgraf.NoDay, "a.day >= ?", int64(f.After))
	if f.Speaker != "" || f.Told != "" {
		inner := query{text: "SELECT passage FROM said"}
		inner.has("speaker", f.Speaker)
		inner.has("told", f.Told)
		q.where(true, "p.id IN ("+inner.text+")", inner.args...)
	}
	order := "ORDER BY a.id, p.id"
	if words != "" {
		order = "ORDER BY i.rank"
	}
	if f.Newest {
		order = "ORDER BY a.key DESC, p.id"
	}
	q.end(order, f.Limit, f.Offset)
	return q, nil
}

func source(f nutgraf.Search) string {
	if match(f) == "" {
		return "passage p"
	}
	return "passage_index i JOIN passage p ON p.id = i.rowid"
}

// speech selects the name of the first speaker that answers.
func speech(f nutgraf.Search) (string, []any) {
	if f.Speaker == "" && f.Told == "" {
		return "''", nil
	}
	inner := query{text: "SELECT name FROM said"}
	inner.where(true, "passage = p.id")
	inner.has("speaker", f.Speaker)
	inner.has("told", f.Told)
	inner.end("ORDER BY rowid", 1, 0)
	return "coalesce((" + inner.text + "), '')", inner.args
}

// match writes the words and phrases of a search in FTS5's language, each in
// marks, so that nothing in them is taken for syntax.
func match(f nutgraf.Search) string {
	var parts []string
	for _, w := range append(append([]string{}, f.Words...), f.Phrases...) {
		beginning, open := strings.CutSuffix(w, "*")
		part := `"` + strings.ReplaceAll(beginning, `"`, `""`) + `"`
		if open {
			part += " *"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}
