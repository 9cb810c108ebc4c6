package fetch_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"nutgraf"
	"nutgraf/internal/fetch"
)

// names answers for addresses by a table: one name, a list of answers, each to
// be given once and the last for ever. Where there is none, there is no host.
type names struct {
	mu      sync.Mutex
	answers map[string][][]string
}

func (n *names) next(name string) []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	all := n.answers[name]
	if len(all) == 0 {
		return nil
	}
	if len(all) > 1 {
		n.answers[name] = all[1:]
	}
	return all[0]
}

// resolver is served by a server of names on this machine, over UDP.
func (n *names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	c, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { _ = c.Close(); <-done })
	go func() {
		defer close(done)
		b := make([]byte, 1500)
		for {
			size, from, err := c.ReadFrom(b)
			if err != nil {
				return
			}
			if out := n.answer(b[:size]); out != nil {
				_, _ = c.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "udp", c.LocalAddr().String())
	}}
}

// answer answers for both kinds of address. A name's turn is taken by the
// question for IPv4; the one for IPv6, which goes with it, looks at the same table
// under "6 " and the name.
func (n *names) answer(question []byte) []byte {
	var m dnsmessage.Message
	if m.Unpack(question) != nil || len(m.Questions) != 1 {
		return nil
	}
	q := m.Questions[0]
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	name := strings.TrimSuffix(q.Name.String(), ".")
	head := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}
	switch q.Type {
	case dnsmessage.TypeA:
		for _, a := range n.next(name) {
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AResource{A: netip.MustParseAddr(a).As4()}})
		}
	case dnsmessage.TypeAAAA:
		for _, a := range n.next("6 " + name) {
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: head, Body: &dnsmessage.AAAAResource{AAAA: netip.MustParseAddr(a).As16()}})
		}
	}
	out, err := m.Pack()
	if err != nil {
		return nil
	}
	return out
}

// sitesAlike serves on two addresses of this machine at the same port. The first
// is taken for one of the world's; the other must never be asked.
func sitesAlike(t *testing.T, outside http.Handler) (port string, asked *atomic.Int32) {
	t.Helper()
	first, err := net.Listen("tcp", "127.0.0.7:0")
	if err != nil {
		t.Skipf("only systems with the whole of 127.0.0.0/8 on the loopback can try this: %v", err)
	}
	_, port, _ = net.SplitHostPort(first.Addr().String())
	second, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Fatal(err)
	}
	asked = new(atomic.Int32)
	inside := http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) })
	for l, h := range map[net.Listener]http.Handler{first: outside, second: inside} {
		s := &httptest.Server{Listener: l, Config: &http.Server{Handler: h, ReadHeaderTimeout: time.Second}}
		s.Start()
		t.Cleanup(s.Close)
	}
	return port, asked
}

func TestNamesThatChangeTheirAddress(t *testing.T) {
	const public = "127.0.0.7"
	mux := http.NewServeMux()
	port, asked := sitesAlike(t, mux)
	away := func(where string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Connection", "close") // so that the name is looked up again
			http.Redirect(w, r, where, http.StatusFound)
		}
	}
	closing := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Connection", "close")
		if r.URL.Path == "/robots.txt" {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		html(page)(w, r)
	}
	mux.HandleFunc("/", closing)
	mux.HandleFunc("/to-itself", away("/secret"))
	mux.HandleFunc("/to-another", away("http://inner.example:"+port+"/"))
	hosts := map[string]string{
		"/to-number": "2130706433", "/to-hex": "0x7f000001", "/to-octal": "0177.0.0.1", "/to-short": "127.1", "/to-zero": "0",
		"/to-any": "0.0.0.0", "/to-any6": "[::]", "/to-loopback6": "[::1]", "/to-mapped": "[::ffff:127.0.0.1]", "/to-mapped-hex": "[::ffff:7f00:1]",
		"/to-6to4": "[2002:7f00:1::]", "/to-nat64": "[64:ff9b::7f00:1]", "/to-link-local": "169.254.169.254", "/to-dot": "127.0.0.1.", "/to-zone": "[fe80::1%25lo]",
		"/to-wide": "１２７.0.0.1", "/to-local": "localhost", "/to-home": "LOCALHOST.",
	}
	for path, host := range hosts {
		mux.HandleFunc(path, away("http://"+host+":"+port+"/"))
	}
	n := &names{answers: map[string][][]string{
		"steady.example":   {{public}},
		"turning.example":  {{public}, {"127.0.0.1"}},
		"turning2.example": {{public}, {public}, {"127.0.0.1"}},
		"turning3.example": {{public}, {public}, {"10.0.0.1"}},
		"both.example":     {{"127.0.0.1", public}},
		"inner.example":    {{"127.0.0.1"}},
		"six.example":      {{}},
		"6 six.example":    {{"::1", "::ffff:127.0.0.1", "fd00::1", "fe80::1"}},
	}}
	f := fetch.NewAmong(fetch.Options{Delay: -1, Timeout: 10 * time.Second}, n.resolver(t), netip.MustParsePrefix(public+"/32"))
	t.Cleanup(f.Close)
	get := func(name, path string) error {
		_, err := f.Get(t.Context(), "http://"+name+":"+port+path, nil)
		return err
	}
	if err := get("steady.example", "/"); err != nil {
		t.Fatalf("a public address: %v", err)
	}
	for _, c := range [][2]string{
		{"turning.example", "/"},           // its robots.txt was outside, the page is not
		{"turning2.example", "/to-itself"}, // the page was outside, where it leads is not
		{"turning3.example", "/to-itself"},
		{"steady.example", "/to-another"},
		{"inner.example", "/"},
		{"six.example", "/"},
	} {
		if err := get(c[0], c[1]); !errors.Is(err, nutgraf.ErrForbidden) || !strings.Contains(err.Error(), "private or special address") {
			t.Errorf("%s%s: %v", c[0], c[1], err)
		}
	}
	if err := get("both.example", "/"); err != nil {
		t.Errorf("a name with a public address beside a private one: %v", err)
	}
	for path, host := range hosts {
		if err := get("steady.example", path); err == nil {
			t.Errorf("%s was fetched", host)
		}
	}
	if asked.Load() > 0 {
		t.Errorf("%d requests came to the private address", asked.Load())
	}
}
