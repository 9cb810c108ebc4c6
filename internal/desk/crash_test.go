package desk_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/store/sqlite"
)

// Where a child process of TestCrash finds its database.
const crashFile = "NUTGRAF_TEST_CRASH_FILE"

// crashes is how often the intake is killed; NUTGRAF_TEST_CRASHES asks for
// more.
func crashes() int {
	if n, err := strconv.Atoi(os.Getenv("NUTGRAF_TEST_CRASHES")); err == nil {
		return n
	}
	return 4
}

func openAt(t testing.TB, path string) *desk.Desk {
	t.Helper()
	store, err := sqlite.Open(context.Background(), path, sqlite.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	return desk.New(store, clock)
}

// stored is everything that a reader of the database sees: the stories' pages,
// and the articles.
func stored(t testing.TB, d *desk.Desk) string {
	t.Helper()
	articles, err := d.Articles(context.Background(), nutgraf.ArticleFilter{})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal([]any{pages(t, d), articles})
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// TestCrash kills the intake at random moments, as if the power failed, and
// takes the same articles again: what is stored is what is stored without a
// crash, and nothing that was reported as taken is missing in between.
func TestCrash(t *testing.T) {
	if path := os.Getenv(crashFile); path != "" {
		intake(t, path)
		return
	}
	if testing.Short() {
		t.Skip("kills processes; runs without -short")
	}
	calm := openAt(t, filepath.Join(t.TempDir(), "calm.db"))
	began := time.Now()
	take(t, calm, sample(t))
	settle(t, calm)
	span := time.Since(began)
	want := stored(t, calm)
	if err := calm.Close(); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 9))
	for n := range crashes() {
		path := filepath.Join(t.TempDir(), "crash.db")
		for range 1 + n%3 {
			reported := killed(t, path, time.Duration(rng.Int64N(int64(2*span))))
			d := openAt(t, path)
			for id := range bytes.FieldsSeq(reported) {
				if _, err := d.Article(context.Background(), string(id)); err != nil {
					t.Errorf("crash %d: reported as taken, but: %v", n, err)
				}
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
		}
		d := openAt(t, path)
		take(t, d, sample(t))
		settle(t, d)
		if got := stored(t, d); got != want {
			t.Errorf("crash %d: what is stored differs from what is stored without a crash", n)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// intake takes the sample into the database and names each article on standard
// output once it is reported.
func intake(t *testing.T, path string) {
	d := openAt(t, path)
	err := d.TakeAll(context.Background(), items(sample(t)), func(taken desk.Taken, err error) {
		if err == nil {
			_, _ = os.Stdout.WriteString(taken.ID + "\n")
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	settle(t, d)
}

// killed starts an intake in a process of its own, kills it after a while, and
// returns what it has reported, the line in progress left out.
func killed(t *testing.T, path string, after time.Duration) []byte {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestCrash$")
	child.Env = append(os.Environ(), crashFile+"="+path)
	var out bytes.Buffer
	child.Stdout = &out
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = child.Process.Kill() })
	_ = child.Wait()
	timer.Stop()
	reported := out.Bytes()
	if i := bytes.LastIndexByte(reported, '\n'); i >= 0 {
		reported = reported[:i]
	}
	if i := bytes.Index(reported, []byte("PASS")); i >= 0 {
		reported = reported[:i]
	}
	return reported
}
