package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/store/sqlite"
)

// base is the database that a command works on.
type base struct {
	file *string
	wait *time.Duration
}

func dbFlags(fs *flag.FlagSet) base {
	return base{
		fs.String("db", "", "the database `FILE`; else $NUTGRAF_DB, else a file in your data directory"),
		longFlag(fs, "wait", 5*time.Second, "how `LONG` to wait for another process that uses the database"),
	}
}

// database names the database file: the flag's, else the environment's, else
// one in the user's data directory.
func (e *env) database(flagged string) (string, error) {
	if flagged != "" {
		return flagged, nil
	}
	if named := e.getenv("NUTGRAF_DB"); named != "" {
		return named, nil
	}
	dir, err := dataDir(e.getenv)
	if err != nil {
		return "", usage("no data directory is known (" + err.Error() + "); name a database with --db FILE")
	}
	return filepath.Join(dir, "nutgraf", "nutgraf.db"), nil
}

// dataDir is the user's data directory as the platform has it.
func dataDir(getenv func(string) string) (string, error) {
	if dir := getenv("XDG_DATA_HOME"); dir != "" && filepath.IsAbs(dir) {
		return dir, nil
	}
	switch runtime.GOOS {
	case "windows", "darwin", "ios":
		// There the directories for settings and for data are one.
		return os.UserConfigDir()
	}
	home := getenv("HOME")
	if home == "" {
		return "", errors.New("$HOME is not set")
	}
	return filepath.Join(home, ".local", "share"), nil
}

// desk opens a desk over the database.
func (e *env) desk(ctx context.Context, b base, create bool) (*desk.Desk, string, error) {
	path, err := e.database(*b.file)
	if err != nil {
		return nil, "", err
	}
	// Not to wait at all is a wait too short to count: 0 stands for the usual one there.
	store, err := sqlite.Open(ctx, path, sqlite.Options{Create: create, Wait: max(*b.wait, 1)})
	if err != nil {
		return nil, path, err
	}
	return desk.New(store, time.Now), path, nil
}

// with runs do on a desk over the database and closes it.
func (e *env) with(ctx context.Context, b base, create bool, do func(d *desk.Desk, path string) error) error {
	d, path, err := e.desk(ctx, b, create)
	if err != nil {
		return err
	}
	return errors.Join(do(d, path), d.Close())
}

var addCommand = command{
	name: "add", args: "PATH|URL...", short: "take articles into the database",
	long: "Takes what nutgraf read takes, and keeps the capture, the article, its findings and the\nstories that come of it. An article that is held already changes nothing; another\ncapture of it is a new version. Addresses are fetched; one that is held is asked only\nfor what has changed.\n\n  nutgraf add reports/*.txt",
	setup: func(fs *flag.FlagSet) action {
		db, web := dbFlags(fs), fetchFlags(fs)
		return func(ctx context.Context, e *env, paths []string) error {
			if len(paths) == 0 {
				return usage("add: nothing to add; name files, folders or addresses, or - for standard input")
			}
			return e.with(ctx, db, true, func(d *desk.Desk, path string) error { return add(ctx, e, d, path, paths, &web) })
		}
	},
}

func add(ctx context.Context, e *env, d *desk.Desk, path string, paths []string, f *webFlags) error {
	src, err := e.source(ctx, f, d)
	if err != nil {
		return err
	}
	return addItems(ctx, e, d, path, src, src.Items(paths))
}

// addItems takes items into the database and says what came of it. It closes
// their source.
func addItems(ctx context.Context, e *env, d *desk.Desk, path string, src *source, items iter.Seq2[*nutgraf.Item, error]) error {
	outcomes := map[desk.Outcome]int{}
	err := e.takeFrom(ctx, d, src, items, func(t desk.Taken) { outcomes[t.Outcome]++ })
	if err := errors.Join(err, src.close()); err != nil {
		return err
	}
	if e.read == 0 {
		return nil
	}
	held, err := d.Counts(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%d new, %d changed, %d held before; now %s in %s · %s\n", outcomes[desk.Fresh], outcomes[desk.Changed],
		outcomes[desk.Same]+outcomes[desk.Withheld], count(held.Articles, "article", "articles"), count(held.Stories, "story", "stories"), path)
	return nil
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

var removeCommand = command{
	name: "remove", args: "ID...", short: "withdraw articles from the database",
	long: "Takes articles out, with their captures and findings, and settles their stories anew.",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		return func(ctx context.Context, e *env, ids []string) error {
			if len(ids) == 0 {
				return usage("remove: name the articles to withdraw by their ids")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error { return change(ctx, e, d, ids, d.Remove, "withdrawn") })
		}
	},
}

// each does one thing to every name given. A name that is not held is refused,
// and the rest goes on.
func (e *env) each(ctx context.Context, names []string, do func(context.Context, string) error) error {
	for _, name := range names {
		err := do(ctx, name)
		if errors.Is(err, nutgraf.ErrNotFound) {
			e.refuse(err)
			continue
		}
		if err != nil {
			return err
		}
		e.read++
	}
	return nil
}

// change does one thing to every article named, settles the stories, and says
// what was done.
func change(ctx context.Context, e *env, d *desk.Desk, ids []string, do func(context.Context, string) error, done string) error {
	if err := e.each(ctx, ids, do); err != nil {
		return err
	}
	if err := e.settle(ctx, d); err != nil || e.read == 0 {
		return err
	}
	fmt.Fprintf(e.out, "%s %s\n", count(e.read, "article", "articles"), done)
	return nil
}

var withholdCommand = command{
	name: "withhold", args: "[ID...]", short: "keep articles, and take them out of everything that is shown",
	long: "Takes articles out of stories, searches, pages, feeds, exports and answers to other\nprograms, and keeps them with their captures; what comes in again under their ids changes\nnothing. The same text under another id is another article. Without ids, those withheld\nare listed. --release shows them again.",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		release := fs.Bool("release", false, "show the articles again")
		return func(ctx context.Context, e *env, ids []string) error {
			if *release && len(ids) == 0 {
				return usage("withhold: name the articles to release by their ids")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error {
				switch {
				case len(ids) == 0:
					return listWithheld(ctx, e, d)
				case *release:
					return change(ctx, e, d, ids, d.Release, "released")
				}
				return change(ctx, e, d, ids, d.Withhold, "withheld")
			})
		}
	},
}

func listWithheld(ctx context.Context, e *env, d *desk.Desk) error {
	all, err := d.Withheld(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		e.nothing("no article is withheld")
	}
	for _, l := range all {
		fmt.Fprintf(e.out, "%s\t%s\t%s\n", l.ID, oneLine(l.Outlet), oneLine(l.Title))
	}
	return nil
}

var refreshCommand = command{
	name: "refresh", short: "make findings anew with this version of the program",
	long: "Computes from the captures what another version of the program has computed, and\nsettles all stories.",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		all := fs.Bool("all", false, "everything, also what this version has made")
		return func(ctx context.Context, e *env, args []string) error {
			if len(args) > 0 {
				return usage("refresh takes no arguments")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error { return refresh(ctx, e, d, *all) })
		}
	},
}

func refresh(ctx context.Context, e *env, d *desk.Desk, all bool) error {
	line := e.progress()
	defer line.clear()
	err := d.Refresh(ctx, all, func(done, total int, refused error) {
		if refused != nil {
			line.clear()
			e.refuse(refused)
			return
		}
		e.read++
		line.show(fmt.Sprintf("read %d of %d articles again", done, total))
	})
	if err != nil {
		return err
	}
	if err := e.settle(ctx, d); err != nil {
		return err
	}
	held, err := d.Counts(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%s made anew; now %s in %s\n", count(e.read, "article", "articles"),
		count(held.Articles, "article", "articles"), count(held.Stories, "story", "stories"))
	return nil
}

func (e *env) settle(ctx context.Context, d *desk.Desk) error {
	line := e.progress()
	defer line.clear()
	return d.Settle(ctx, func(done, total int) { line.show(fmt.Sprintf("compared %d of %d stories", done, total)) })
}
