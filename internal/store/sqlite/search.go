package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/find"
)

// Search finds passages: the index yields what may answer, those of the articles
// that came last first; package find says what answers and in which order.
func (s *Store) Search(ctx context.Context, f nutgraf.Search) ([]nutgraf.Passage, error) {
	all, err := s.answers(ctx, &f)
	if err != nil {
		return nil, s.worded("search", err)
	}
	find.Order(all, f.Newest)
	all = all[min(max(f.Offset, 0), len(all)):]
	if f.Limit > 0 && f.Limit < len(all) {
		all = all[:f.Limit]
	}
	out, err := s.withWords(ctx, all, &f)
	return out, s.worded("search", err)
}

// answers weighs what answers a search, a window of it.
func (s *Store) answers(ctx context.Context, f *nutgraf.Search) ([]find.Weighed, error) {
	q := s.candidates(f)
	rows, err := s.ask(ctx, q.text, q.args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []find.Weighed
	for rows.Next() && len(out) < find.Window {
		var w find.Weighed
		var r stored
		var day sql.NullInt32
		err := rows.Scan(&w.Key, &w.Start, &r.words, &r.speakers, &r.told, &r.names, &r.people, &r.places, &r.figures, &w.Came, &w.Article, &day)
		if err != nil {
			return nil, err
		}
		if p := r.paragraph(); !p.Answers(f) {
			continue
		}
		if w.Day = nutgraf.NoDay; day.Valid {
			w.Day = nutgraf.Day(day.Int32)
		}
		w.Weight = find.Weight(r.words, f)
		out = append(out, w)
	}
	return out, rows.Err()
}

// candidates is the query for what may answer. Its order is that of the index,
// so that it can be left off at any row. Columns that nothing is asked of are not
// read: a thousand rows are.
func (s *Store) candidates(f *nutgraf.Search) query {
	asked := func(applies bool, columns string) string {
		if applies {
			return columns
		}
		return strings.Repeat(", ''", strings.Count(columns, ","))
	}
	q := query{text: "SELECT p.id, p.start, p.words" + asked(f.Speaker+f.Told != "", ", p.speakers, p.told, p.names") +
		asked(f.Person != "", ", p.people") + asked(f.Place != "", ", p.places") + asked(f.Over != nil || f.Under != nil, ", p.figures") +
		", a.key, a.id, a.day FROM "}
	order := "ORDER BY p.id DESC"
	match := s.match(f)
	switch {
	case match != "":
		q.text += "passage_index i JOIN passage p ON p.id = i.rowid JOIN shown a ON a.key = p.article"
		q.where(true, "passage_index MATCH ?", match)
		q.where(f.Differing, "EXISTS (SELECT 1 FROM disputed d WHERE d.article = a.id AND d.start < p.finish AND d.finish > p.start)")
		order = "ORDER BY i.rowid DESC"
	case f.Differing:
		q.text += `(SELECT DISTINCT p.id AS found FROM disputed d JOIN shown a ON a.id = d.article
			JOIN passage p ON p.article = a.key AND d.start < p.finish AND d.finish > p.start)
			JOIN passage p ON p.id = found JOIN shown a ON a.key = p.article`
	default:
		q.text += "passage p JOIN shown a ON a.key = p.article"
	}
	q.where(f.Outlet != "", "a.outlet_key = ?", f.Outlet)
	q.where(f.Before.Bounds(), "a.day < ?", int64(f.Before))
	q.where(f.After.Bounds(), "a.day >= ?", int64(f.After))
	q.text += " " + order
	return q
}

// withWords reads the passages that are shown, with their words.
func (s *Store) withWords(ctx context.Context, shown []find.Weighed, f *nutgraf.Search) ([]nutgraf.Passage, error) {
	ids := make([]int64, len(shown))
	at := make(map[int64]int, len(shown))
	for i, w := range shown {
		ids[i], at[w.Key] = w.Key, i
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := s.ask(ctx, "SELECT "+lineColumns+`, p.id, p.start, p.finish, p.para, p.speakers, p.told, p.names,
		substr(c.text, p.start + 1, p.finish - p.start)
		FROM json_each(?) k JOIN passage p ON p.id = k.value JOIN shown a ON a.key = p.article
		JOIN content c ON c.article = a.key LEFT JOIN member m ON m.article = a.id`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make([]nutgraf.Passage, len(shown))
	for rows.Next() {
		id, p, err := passage(rows, f)
		if err != nil {
			return nil, err
		}
		out[at[id]] = p
	}
	// One that was withdrawn meanwhile has gone.
	out = slices.DeleteFunc(out, func(p nutgraf.Passage) bool { return p.Article.ID == "" })
	return out, rows.Err()
}

// passage reads one that answers.
func passage(rows *sql.Rows, f *nutgraf.Search) (id int64, p nutgraf.Passage, err error) {
	var text []byte
	var r stored
	p.Article, err = scanLine(rows, &id, &p.Cite.Span.Start, &p.Cite.Span.End, &p.Cite.Para, &r.speakers, &r.told, &r.names, &text)
	if err != nil {
		return id, p, err
	}
	p.Cite.Doc, p.Cite.Text = p.Article.ID, string(text)
	para := r.paragraph()
	p.Speaker, _ = para.Spoken(f)
	for _, h := range find.Hits(p.Cite.Text, nutgraf.Span{End: len(text)}, f) {
		p.Hits = append(p.Hits, nutgraf.Span{Start: h.Start + p.Cite.Span.Start, End: h.End + p.Cite.Span.Start})
	}
	return id, p, nil
}

// match writes a search in FTS5's language, each term in marks, so that nothing
// in it is taken for syntax. The commonest words are left to the check where
// anything else is asked: their lists are the longest, and part little.
func (s *Store) match(f *nutgraf.Search) string {
	var all []string
	in := func(column string, terms []string, joint string) {
		if len(terms) > 0 {
			all = append(all, "{"+column+"} : ("+strings.Join(terms, joint)+")")
		}
	}
	in("words", quoted(append(slices.DeleteFunc(slices.Clone(f.Words), s.isCommonest), f.Phrases...)), " AND ")
	in("speakers", quoted(strings.Fields(f.Speaker)), " AND ")
	in("told", quoted(strings.Fields(f.Told)), " AND ")
	in("people", quoted(strings.Fields(f.Person)), " AND ")
	in("places", quoted(strings.Fields(f.Place)), " AND ")
	if f.Outlet != "" {
		in("outlet", quoted([]string{f.Outlet}), "")
	}
	if f.After.Bounds() || f.Before.Bounds() {
		in("marks", append(quoted(find.DayTerms(f.After, f.Before)), `"none"`), " OR ")
	}
	if f.Over != nil || f.Under != nil {
		in("marks", append(quoted(find.FigureTerms(f.Over, f.Under)), `"none"`), " OR ")
	}
	if len(all) == 0 {
		in("words", quoted(f.Words), " AND ")
	}
	return strings.Join(all, " AND ")
}

func (s *Store) isCommonest(w string) bool { return slices.Contains(s.commonest, w) }

func quoted(terms []string) []string {
	out := make([]string, len(terms))
	for i, t := range terms {
		beginning, open := strings.CutSuffix(t, "*")
		out[i] = `"` + strings.ReplaceAll(beginning, `"`, `""`) + `"`
		if open {
			out[i] += " *"
		}
	}
	return out
}
