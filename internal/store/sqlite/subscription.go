package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"nutgraf"
)

// Subscribe keeps a subscription under its address.
func (s *Store) Subscribe(ctx context.Context, f nutgraf.Subscription) error {
	web, err := json.Marshal(f.Web)
	if err != nil {
		return s.worded("subscribe to "+f.URL, err)
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO subscription (url, title, site, added, checked, tried, problem, taken, web)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			f.URL, f.Title, f.Site, f.Added.UnixNano(), moment(f.Checked), moment(f.Tried), f.Problem, f.Taken, string(web))
		return err
	})
	return s.worded("subscribe to "+f.URL, err)
}

// Unsubscribe ends a subscription.
func (s *Store) Unsubscribe(ctx context.Context, url string) error {
	var gone int64
	err := s.change(ctx, func(tx *sql.Tx) error {
		res, err := tx.ExecContext(ctx, "DELETE FROM subscription WHERE url = ?", url)
		if err == nil {
			gone, err = res.RowsAffected()
		}
		return err
	})
	if err == nil && gone == 0 {
		return missing("feed", url)
	}
	return s.worded("unsubscribe from "+url, err)
}

// Subscriptions lists the subscriptions by address.
func (s *Store) Subscriptions(ctx context.Context) ([]nutgraf.Subscription, error) {
	q := query{text: "SELECT url, title, site, added, checked, tried, problem, taken, web FROM subscription"}
	q.end("ORDER BY url", 0, 0)
	return collect(ctx, s, q, "list feeds", func(rows *sql.Rows) (f nutgraf.Subscription, err error) {
		var added int64
		var checked, tried sql.NullInt64
		var web string
		if err := rows.Scan(&f.URL, &f.Title, &f.Site, &added, &checked, &tried, &f.Problem, &f.Taken, &web); err != nil {
			return f, err
		}
		f.Added, f.Checked, f.Tried = time.Unix(0, added).UTC(), momentOf(checked), momentOf(tried)
		return f, json.Unmarshal([]byte(web), &f.Web)
	})
}

// moment is a time as a column holds it: NULL when it is not known.
func moment(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixNano()
}

func momentOf(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.Unix(0, n.Int64).UTC()
}
