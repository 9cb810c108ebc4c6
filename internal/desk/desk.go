// Package desk is where the stages meet state. It takes articles in, keeps
// their stories settled, and answers questions about them. It owns the ports
// that it needs (Store, Clock); the adapters satisfy them without importing it.
// It parses no requests, renders no pages and opens no files.
package desk

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
	"time"

	"nutgraf"
)

// Store is what the desk needs of a store. Every method that changes something
// does so in one transaction. Errors wrap nutgraf.ErrNotFound, ErrLocked or
// ErrDamaged where they are of that kind. Methods may be called concurrently.
type Store interface {
	// Stamp tells which capture of an article is held.
	Stamp(ctx context.Context, id string) (nutgraf.Stamp, error)
	// File keeps articles with their captures and findings, each in place of what
	// was held under its id, and notes that stories wait for being settled: all
	// of them or none.
	File(ctx context.Context, fs ...*nutgraf.Filed) error
	// Withdraw takes an article out, with its captures and findings.
	Withdraw(ctx context.Context, id string) error
	// Withhold keeps an article and shows it no more: only Stamp, Withheld,
	// Withdraw and Release know it. ErrNotFound when it is not shown.
	Withhold(ctx context.Context, id string) error
	// Release shows an article again; ErrNotFound when it is not withheld.
	Release(ctx context.Context, id string) error
	// Withheld lists the articles that are withheld, by id.
	Withheld(ctx context.Context) ([]nutgraf.ArticleLine, error)
	// Article returns an article without the body of its capture.
	Article(ctx context.Context, id string) (*nutgraf.Filed, error)
	// Document returns an article's document alone.
	Document(ctx context.Context, id string) (*nutgraf.Document, error)
	// Capture returns the captured bytes of an article's present version.
	Capture(ctx context.Context, id string) ([]byte, error)
	// Articles lists articles by id.
	Articles(ctx context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error)
	// Outdated returns the ids of articles made by other code, in order.
	Outdated(ctx context.Context, code string) ([]string, error)
	// Sketches yields the sketches of all articles, by id.
	Sketches(ctx context.Context) iter.Seq2[nutgraf.Sketch, error]
	// Digests returns, for each article, a digest of its capture and code.
	Digests(ctx context.Context) (map[string]string, error)
	// Pending returns the change counter, and whether stories wait.
	Pending(ctx context.Context) (mark int64, waiting bool, err error)
	// Edition names the state of all articles and stories: another state has
	// another name.
	Edition(ctx context.Context) (string, error)
	// StoryEdition names the state of a story; an id that is gone leads nowhere.
	StoryEdition(ctx context.Context, id string) (string, error)
	// ArticleEdition names the state of an article and of its story.
	ArticleEdition(ctx context.Context, id string) (string, error)
	// Held lists the stored stories, by id.
	Held(ctx context.Context) ([]nutgraf.Held, error)
	// Settle stores a change of stories.
	Settle(ctx context.Context, s nutgraf.Settlement) error
	// Page returns a story's page; an id that is gone leads to its successor.
	Page(ctx context.Context, id string) (*nutgraf.StoryPage, error)
	// Ended lists the stories that are no more, the last ones first; all when
	// limit is 0.
	Ended(ctx context.Context, limit int) ([]nutgraf.Ended, error)
	// Stories lists stories in the filter's order.
	Stories(ctx context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error)
	// Search finds passages, best first.
	Search(ctx context.Context, s nutgraf.Search) ([]nutgraf.Passage, error)
	// Utterances lists what was said by speakers, as far as it has any, or about
	// somebody: by speaker where speakers are asked for, then in the order of stories.
	Utterances(ctx context.Context, f nutgraf.UtteranceFilter) ([]nutgraf.Utterance, error)
	// Outlets lists the outlets that articles name, by folded name, with their
	// numbers of articles.
	Outlets(ctx context.Context) ([]nutgraf.Tally, error)
	// Sagas lists the sagas, the latest first, those without a known day last.
	Sagas(ctx context.Context, f nutgraf.SagaFilter) ([]nutgraf.SagaLine, error)
	// Counts says how much is held.
	Counts(ctx context.Context) (nutgraf.Counts, error)
	// Subscribe keeps a subscription, in place of the one under its address.
	Subscribe(ctx context.Context, s nutgraf.Subscription) error
	// Unsubscribe ends a subscription.
	Unsubscribe(ctx context.Context, url string) error
	// Subscriptions lists the subscriptions by address.
	Subscriptions(ctx context.Context) ([]nutgraf.Subscription, error)
	Close() error
}

// Clock tells the time at which articles are taken in.
type Clock func() time.Time

// Desk takes articles and answers questions. It is safe for concurrent use;
// changes are made one after the other.
type Desk struct {
	store   Store
	clock   Clock
	code    string
	workers int
	room    func() (*room, error)
	drafts  chan struct{} // holds one for each draft that is being checked

	mu     sync.Mutex // held by everything that changes stories
	memo   *memo      // the settled state as last seen; nil when it must be loaded
	recent recent
}

// New opens a desk over a store. The stages are compiled when first needed.
func New(store Store, clock Clock) *Desk {
	return &Desk{store: store, clock: clock, code: codeVersion(), room: sync.OnceValues(newRoom), drafts: make(chan struct{}, draftsAtOnce)}
}

// Close closes the store.
func (d *Desk) Close() error { return d.store.Close() }

// codeVersion names the version of the code that makes findings. Builds from a
// checkout differ by their commit, so that a developer's refresh is not empty.
func codeVersion() string {
	code := nutgraf.Version
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return code
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			code = fmt.Sprintf("%s+%.12s", code, s.Value)
		}
	}
	return code
}
