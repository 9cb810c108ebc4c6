package reply_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"nutgraf/internal/reply"
)

func press() *reply.Press {
	return reply.NewPress(reply.Manner{Most: 1 << 20, Patience: 100 * time.Millisecond, Oldest: 10 * time.Second, Making: time.Minute})
}

// maker makes replies that are numbered, each in a while.
type maker struct {
	made  atomic.Int32
	takes time.Duration
	err   error
}

func (m *maker) make(context.Context) (*reply.Reply, error) {
	time.Sleep(m.takes)
	if m.err != nil {
		return nil, m.err
	}
	return reply.Text(fmt.Sprint("made ", m.made.Add(1))), nil
}

func asked(t *testing.T, p *reply.Press, key, state string, m *maker) string {
	t.Helper()
	a, err := p.Reply(t.Context(), key, state, m.make)
	if err != nil {
		return err.Error()
	}
	return string(a.Body)
}

func TestManyReadersOneMaking(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, m := press(), &maker{takes: time.Second}
		var all sync.WaitGroup
		for range 200 {
			all.Go(func() {
				if got := asked(t, p, "/", "1", m); got != "made 1" {
					t.Errorf("got %q", got)
				}
			})
		}
		all.Wait()
		if got := asked(t, p, "/other", "1", m); got != "made 2" {
			t.Errorf("another page is %q", got)
		}
	})
}

func TestReaderWaitsForTheNewPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, m := press(), &maker{takes: 50 * time.Millisecond}
		asked(t, p, "/", "1", m)
		if got := asked(t, p, "/", "2", m); got != "made 2" {
			t.Errorf("after a change: %q", got)
		}
	})
}

func TestReaderWithoutPatienceGetsWhatWasRightAMomentAgo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, m := press(), &maker{}
		asked(t, p, "/", "1", m)
		m.takes = 2 * time.Second
		begun := time.Now()
		if got := asked(t, p, "/", "2", m); got != "made 1" || time.Since(begun) != 100*time.Millisecond {
			t.Errorf("got %q after %s", got, time.Since(begun))
		}
		time.Sleep(3 * time.Second)
		if got := asked(t, p, "/", "2", m); got != "made 2" {
			t.Errorf("when the new one is there: %q", got)
		}
		time.Sleep(11 * time.Second)
		if got := asked(t, p, "/", "3", m); got != "made 3" {
			t.Errorf("the old one is too old, and given nevertheless: %q", got)
		}
	})
}

// What was begun before a reader came may lack what came between.
func TestReaderDoesNotTakeWhatWasBegunBefore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, m := press(), &maker{takes: time.Second}
		go asked(t, p, "/", "1", m)
		synctest.Wait()
		if got := asked(t, p, "/", "2", m); got != "made 2" {
			t.Errorf("got %q", got)
		}
		synctest.Wait()
	})
}

func TestFailureIsToldAndNotKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, m := press(), &maker{err: errors.New("no")}
		if got := asked(t, p, "/", "1", m); got != "no" {
			t.Errorf("got %q", got)
		}
		m.err = nil
		if got := asked(t, p, "/", "1", m); got != "made 1" {
			t.Errorf("got %q", got)
		}
		_, err := p.Reply(t.Context(), "/panic", "1", func(context.Context) (*reply.Reply, error) { panic("oh") })
		if err == nil || !strings.Contains(err.Error(), "oh") {
			t.Errorf("a panic gave %v", err)
		}
	})
}

func TestMakingOutlivesItsReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, m := press(), &maker{takes: time.Second}
		ctx, stop := context.WithTimeout(t.Context(), time.Millisecond)
		defer stop()
		if _, err := p.Reply(ctx, "/", "1", m.make); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		if got := asked(t, p, "/", "1", m); got != "made 1" {
			t.Errorf("got %q", got)
		}
	})
}

func TestWhatIsKeptIsBounded(t *testing.T) {
	p := reply.NewPress(reply.Manner{Most: 20000, Making: time.Minute})
	made := 0
	page := func(key string, size int) {
		_, err := p.Reply(t.Context(), key, "1", func(context.Context) (*reply.Reply, error) {
			made++
			return &reply.Reply{Media: "text/plain", Body: make([]byte, size), Plain: true}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 10 {
		page(fmt.Sprint(i), 1900)
		page("0", 1900)
	}
	if made != 10 {
		t.Errorf("made %d: one that is asked for went before others", made)
	}
	page("1", 1900)
	if made != 11 {
		t.Errorf("made %d: one that nobody asked for longest was kept", made)
	}
	for range 2 {
		page("large", 5000)
	}
	page("0", 1900)
	if made != 13 {
		t.Errorf("made %d: a large one put out others", made)
	}
}

func TestSend(t *testing.T) {
	long := strings.Repeat("the same words ", 200)
	a := &reply.Reply{Media: "text/html", Body: []byte(long)}
	send := func(header ...string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		a.Send(w, r)
		return w
	}
	plain, small := send(), send("Accept-Encoding", "br, gzip")
	if plain.Body.String() != long || small.Header().Get("Content-Encoding") != "gzip" || small.Body.Len() > 200 {
		t.Errorf("%d bytes plain, %d compressed", plain.Body.Len(), small.Body.Len())
	}
	if send("Accept-Encoding", "gzip;q=0").Header().Get("Content-Encoding") != "" {
		t.Error("compressed for one who refuses that")
	}
	tag := plain.Header().Get("ETag")
	if got := send("If-None-Match", `"other", `+tag); got.Code != http.StatusNotModified || got.Body.Len() != 0 {
		t.Errorf("an unchanged reply is sent again: %d", got.Code)
	}
	if got := send("If-None-Match", `"other"`).Code; got != http.StatusOK {
		t.Errorf("status %d for another tag", got)
	}
}
