package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"nutgraf/internal/cli"
	"nutgraf/internal/newsroom"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"nutgraf": func() {
			os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the real command line. The scripts double as its tutorial.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", ContinueOnError: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir+"/home")
			e.Setenv("XDG_DATA_HOME", "")
			e.Setenv("NUTGRAF_DB", "")
			e.Setenv("BELL", "a\x07b")
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("no such condition: " + cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "grow": grow, "lock": lock, "occupy": occupy, "newsroom": writeNewsroom, "crash": crash, "website": website,
			"server": server, "get": get,
		},
	})
}

// status WANT COMMAND… runs a command and checks its exit status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status WANT COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	var exit interface{ ExitCode() int }
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("run: %v", err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}

// grow FILE SIZE gives a file a size without writing its bytes.
func grow(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: grow FILE SIZE")
	}
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	path := ts.MkAbs(args[0])
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	ts.Check(err)
	ts.Check(errors.Join(f.Truncate(size), f.Close()))
}

// occupy takes a port until the script ends and names it in $OCCUPIED.
func occupy(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: occupy")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { ts.Check(l.Close()) })
	ts.Setenv("OCCUPIED", l.Addr().String())
}

// lock FILE holds a database locked until the script ends.
func lock(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: lock FILE")
	}
	db, err := sql.Open("sqlite", "file:"+ts.MkAbs(args[0])+"?_txlock=exclusive")
	ts.Check(err)
	tx, err := db.Begin()
	ts.Check(err)
	ts.Defer(func() { ts.Check(errors.Join(tx.Rollback(), db.Close())) })
}

// newsroom DIR writes the pages of the sample newsroom.
func writeNewsroom(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: newsroom DIR")
	}
	pages, err := newsroom.Pages()
	ts.Check(err)
	for _, p := range pages {
		path := filepath.Join(ts.MkAbs(args[0]), filepath.FromSlash(p.Name))
		ts.Check(os.MkdirAll(filepath.Dir(path), 0o750))
		ts.Check(os.WriteFile(path, p.HTML, 0o600))
	}
}

// crash TIMES nutgraf ARG… starts the program and kills it, each time a little later.
func crash(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || args[1] != "nutgraf" {
		ts.Fatalf("usage: crash TIMES nutgraf ARG...")
	}
	times, err := strconv.Atoi(args[0])
	ts.Check(err)
	name := program(ts)
	for i := range times {
		c := exec.Command(name, args[2:]...)
		c.Dir = ts.MkAbs(".")
		ts.Check(c.Start())
		time.Sleep(time.Duration(60+90*i) * time.Millisecond)
		ts.Check(c.Process.Kill())
		_ = c.Wait() // it was killed: that is its error
	}
}

// website DIR serves a folder on the loopback address until the script ends and
// names it in $SITE. $SITE in its files stands for that address, too. A request
// for what has not changed since is answered so.
func website(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: website DIR")
	}
	dir, base := ts.MkAbs(args[0]), ""
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path.Clean("/"+r.URL.Path))))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("ETag", fmt.Sprintf("%q", strconv.Itoa(len(raw))))
		body := strings.ReplaceAll(string(raw), "$SITE", base)
		http.ServeContent(w, r, r.URL.Path, time.Time{}, strings.NewReader(body))
	}))
	base = s.URL
	ts.Defer(s.Close)
	ts.Setenv("SITE", base)
}
