package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// query is a SELECT that grows condition by condition.
type query struct {
	text string
	args []any
	open bool // a WHERE has begun
}

// where adds a condition, if it applies.
func (q *query) where(applies bool, condition string, args ...any) {
	if !applies {
		return
	}
	joint := " WHERE "
	if q.open {
		joint = " AND "
	}
	q.open = true
	q.text += joint + condition
	q.args = append(q.args, args...)
}

// end adds the order and the cut; limit 0 is none.
func (q *query) end(order string, limit, offset int) {
	if limit <= 0 {
		limit = -1
	}
	q.text += fmt.Sprintf(" %s LIMIT %d OFFSET %d", order, limit, max(offset, 0))
}

// has adds, for each word of a folded name, the condition that it stands in a
// column.
func (q *query) has(column, name string) {
	for word := range strings.FieldsSeq(name) {
		q.where(true, "instr("+column+", ?) > 0", " "+word+" ")
	}
}

// mostAsked bounds the questions that are kept prepared: their texts grow from
// conditions, so that there could be many.
const mostAsked = 200

// ask runs a question that is prepared once for all who ask it.
func (s *Store) ask(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	st, err := s.prepared(ctx, text)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return s.read.QueryContext(ctx, text, args...)
	}
	return st.QueryContext(ctx, args...)
}

// one asks for one row; sql.ErrNoRows when there is none.
func (s *Store) one(ctx context.Context, text string, args []any, into ...any) error {
	rows, err := s.ask(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		return cmp.Or(rows.Err(), sql.ErrNoRows)
	}
	return rows.Scan(into...)
}

// prepared prepares a question; nil when enough are kept.
func (s *Store) prepared(ctx context.Context, text string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if st := s.asked[text]; st != nil || len(s.asked) >= mostAsked {
		return st, nil
	}
	st, err := s.read.PrepareContext(ctx, text)
	if err == nil {
		s.asked[text] = st
	}
	return st, err
}

// collect runs a query and reads all its rows.
func collect[T any](ctx context.Context, s *Store, q query, doing string, scan func(*sql.Rows) (T, error)) ([]T, error) {
	rows, err := s.ask(ctx, q.text, q.args...)
	if err != nil {
		return nil, s.worded(doing, err)
	}
	defer rows.Close()
	out := []T{}
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, s.worded(doing, err)
		}
		out = append(out, v)
	}
	return out, s.worded(doing, rows.Err())
}
