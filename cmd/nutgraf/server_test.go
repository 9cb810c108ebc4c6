package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// server ARG… runs nutgraf with the arguments until the script ends, and names
// the address that it prints in $SERVER. It ends well when it is asked to.
func server(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: server ARG...")
	}
	c := exec.Command(program(ts), args...)
	c.Dir, c.Stderr = ts.MkAbs("."), os.Stderr
	c.Env = append(os.Environ(), "NUTGRAF_DB="+ts.Getenv("NUTGRAF_DB"))
	log, err := os.Create(ts.MkAbs("server.log"))
	ts.Check(err)
	c.Stderr = log
	out, err := c.StdoutPipe()
	ts.Check(err)
	ts.Check(c.Start())
	ts.Defer(func() {
		_ = c.Process.Signal(syscall.SIGTERM) // it may have ended by itself: Wait tells
		if err := c.Wait(); err != nil {
			ts.Logf("the server ended with %v", err)
		}
		_ = log.Close()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		raw, _ := os.ReadFile(log.Name())
		ts.Fatalf("the server says nothing: %v\n%s", err, raw)
	}
	ts.Setenv("SERVER", strings.TrimSuffix(strings.TrimSpace(line), "/"))
}

// program is the path of the program that the scripts run.
func program(ts *testscript.TestScript) string {
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		p := filepath.Join(dir, "nutgraf")
		if _, err := os.Stat(p); err == nil {
			return p
		}
	}
	ts.Fatalf("no nutgraf in $PATH")
	return ""
}

// get STATUS PATH PATTERN… asks $SERVER, and again for a while until the answer
// has the status and matches all patterns. $TOKEN, when set, goes along.
func get(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: get STATUS PATH PATTERN...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	var last string
	for range 100 {
		if last = answer(ts, want, args[1], args[2:]); last == "" {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	ts.Fatalf("GET %s: %s", args[1], last)
}

// answer says what is wrong with an answer; "" when nothing is.
func answer(ts *testscript.TestScript, want int, path string, patterns []string) string {
	r, err := http.NewRequest(http.MethodGet, ts.Getenv("SERVER")+path, nil)
	ts.Check(err)
	if token := ts.Getenv("TOKEN"); token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return err.Error()
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return err.Error()
	}
	if res.StatusCode != want {
		return "status " + res.Status
	}
	for _, p := range patterns {
		if !regexp.MustCompile(p).Match(body) {
			return fmt.Sprintf("no %q in %s", p, body)
		}
	}
	return ""
}
