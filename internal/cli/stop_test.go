package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestStoppedWhileItWaits: whoever stops a command that waits for standard input
// need not end the input first.
func TestStoppedWhileItWaits(t *testing.T) {
	db := filepath.Join(t.TempDir(), "n.db")
	for _, args := range [][]string{{"read", "-"}, {"add", "--db", db, "-"}, {"annotate"}, {"group"}, {"check", "--db", db}, {"feed", "import", "--db", db, "-"}} {
		in, out := io.Pipe()
		ctx, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
		cancelled, cancel := context.WithCancel(context.WithoutCancel(ctx))
		context.AfterFunc(ctx, cancel)
		var errs bytes.Buffer
		ended := make(chan int, 1)
		go func() { ended <- Run(cancelled, args, in, io.Discard, &errs) }()
		select {
		case status := <-ended:
			if status != statusStopped || errs.String() != "nutgraf: stopped\n" {
				t.Errorf("%s ended with %d: %s", args[0], status, &errs)
			}
		case <-time.After(30 * time.Second):
			t.Errorf("%s goes on", args[0])
		}
		stop()
		_ = out.Close()
	}
}

// TestExportIntoAPipe: what is no file is written into and not replaced.
func TestExportIntoAPipe(t *testing.T) {
	dir := t.TempDir()
	db, at := filepath.Join(dir, "n.db"), filepath.Join(dir, "null")
	if err := os.Symlink(os.DevNull, at); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	file := filepath.Join(dir, "day.txt")
	if err := os.WriteFile(file, []byte("Quay closed\n\nThe quay of Vestby is closed until Friday, the harbour master said on Monday.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"add", "--db", db, file}, {"export", "--db", db, "--format", "ris", "-o", at}} {
		var errs bytes.Buffer
		if status := Run(t.Context(), args, nil, io.Discard, &errs); status != statusWell {
			t.Fatalf("%s ended with %d: %s", args[0], status, &errs)
		}
	}
	if is, err := os.Stat(at); err != nil || is.Mode().IsRegular() {
		t.Errorf("the device was replaced: %v, %v", is, err)
	}
}

func TestNoStory(t *testing.T) {
	for articles, want := range map[int]string{0: "no story is held", 1: "1 article is held and not yet gathered into stories; nutgraf refresh does it", 64: "64 articles are held and not yet gathered into stories; nutgraf refresh does it"} {
		if got := noStory(articles); got != want {
			t.Errorf("%d: %q, want %q", articles, got, want)
		}
	}
}
