package nutgraf

import "time"

// Subscription is a feed or a sitemap that articles are taken from.
type Subscription struct {
	URL     string
	Title   string    // as the feed names itself, or as a list of feeds names it
	Site    string    // address of the pages it belongs to; empty when not known
	Added   time.Time // when it was subscribed to
	Checked time.Time // when it was last fetched; zero when it never was
	Tried   time.Time // when that was last tried; zero when it never was
	Problem string    // why the last try failed; empty when it did not
	Taken   int       // how many articles have come by it
	Web     Web       // what its server said then
}
