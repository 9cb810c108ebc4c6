// Package fetch brings pages from the web, politely and safely: it asks
// robots.txt first, keeps to one request a second and two at a time for a host,
// comes back when it is told to, asks only for what has changed, bounds time and
// size, and goes to no private address. It keeps what a server says about the
// use of a page; it does not judge it, and it looks into no page for further
// addresses.
package fetch

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/textproto"
	"net/url"
	"strings"
	"sync"
	"time"

	"code.dny.dev/ssrf"

	"nutgraf"
	"nutgraf/internal/intake/warc"
)

// Product is the name that robots.txt knows us by.
const Product = "nutgraf"

// Options say how to fetch. Zero fields stand for the values named.
type Options struct {
	Contact      string        // an address or words for the user agent; none
	AllowPrivate bool          // whether private, loopback and link-local addresses, and the environment's proxy, are used
	Timeout      time.Duration // for one request with its answer; a minute
	Limit        int64         // of an answer unpacked, in bytes; 16 MB
	Delay        time.Duration // between requests to one host; a second. Negative for none
	Patience     time.Duration // the longest wait that a server may ask for; half a minute
	Roots        *tls.Config   // for tests
	Now          func() time.Time
}

// The bounds that are not options.
const (
	mostRedirects  = 10
	mostTries      = 3
	mostAtOnce     = 2
	robotsLife     = 24 * time.Hour
	longestHeaders = 256 << 10
)

// Fetcher fetches. It is safe for concurrent use; politeness holds over all that
// goes through one Fetcher.
type Fetcher struct {
	o      Options
	client *http.Client
	agent  string

	mu    sync.Mutex
	hosts map[string]*host
}

// New makes a Fetcher.
func New(o Options) *Fetcher {
	return build(o, &net.Dialer{Timeout: 15 * time.Second}, ssrf.New(ssrf.WithAnyPort()))
}

func build(o Options, dialer *net.Dialer, guard *ssrf.Guardian) *Fetcher {
	set(&o.Timeout, time.Minute)
	set(&o.Delay, time.Second)
	set(&o.Patience, 30*time.Second)
	set(&o.Limit, 16<<20)
	if o.Now == nil {
		o.Now = time.Now
	}
	transport := &http.Transport{
		DialContext: dialer.DialContext, DisableCompression: true, MaxResponseHeaderBytes: longestHeaders, TLSClientConfig: o.Roots,
		TLSHandshakeTimeout: 15 * time.Second, ResponseHeaderTimeout: o.Timeout, IdleConnTimeout: 30 * time.Second,
		MaxIdleConnsPerHost: mostAtOnce, ForceAttemptHTTP2: true,
	}
	if o.AllowPrivate {
		transport.Proxy = http.ProxyFromEnvironment
	} else {
		// The check is made on every address that is dialled, after the name was
		// looked up: redirects and names that change their address do not pass it.
		dialer.Control = guard.Safe
	}
	return &Fetcher{
		o: o, agent: agent(o.Contact), hosts: map[string]*host{},
		client: &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
	}
}

func set[T ~int64](v *T, normal T) {
	if *v == 0 {
		*v = normal
	}
}

func agent(contact string) string {
	if contact = strings.Join(strings.Fields(contact), " "); contact == "" {
		contact = "news reader; robots.txt name: " + Product
	}
	return fmt.Sprintf("%s/%s (+%s)", Product, nutgraf.Version, contact)
}

// Close closes the connections that are kept open.
func (f *Fetcher) Close() { f.client.CloseIdleConnections() }

// Capture is what came of an address.
type Capture struct {
	Asked     string // the address asked for, without its fragment
	URL       string // the address that answered, after redirects
	Header    http.Header
	Body      []byte // unpacked
	At        time.Time
	Unchanged bool // the capture that the request named is still the present one
	Exchanges []*warc.Exchange
}

// Get fetches an address. before is what the server said of the capture that is
// held, nil when none is. Errors are one line without the address and wrap
// nutgraf.ErrNotFound, ErrForbidden, ErrTooLarge or ErrFormat where they are of
// that kind.
func (f *Fetcher) Get(ctx context.Context, address string, before *nutgraf.Web) (*Capture, error) {
	u, err := parse(address)
	if err != nil {
		return nil, err
	}
	c, seen := &Capture{Asked: u.String()}, map[string]bool{}
	for range mostRedirects + 1 {
		if seen[u.String()] {
			return nil, fmt.Errorf("%w: it redirects in a circle", nutgraf.ErrFormat)
		}
		seen[u.String()] = true
		if err := f.permitted(ctx, u); err != nil {
			return nil, err
		}
		a, err := f.ask(ctx, u, before)
		if err != nil {
			return nil, err
		}
		c.Exchanges = append(c.Exchanges, a.exchange)
		if to := a.redirect(); to == "" {
			return c, c.take(a, f.o.Limit)
		} else if u, err = follow(u, to); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("%w: over %d redirects", nutgraf.ErrFormat, mostRedirects)
}

// parse reads an address that can be fetched.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil || u.Scheme == "":
		return nil, fmt.Errorf("%w: not an address", nutgraf.ErrFormat)
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("%w: only http and https are fetched, not %q", nutgraf.ErrForbidden, u.Scheme)
	case u.Hostname() == "":
		return nil, fmt.Errorf("%w: not an address", nutgraf.ErrFormat)
	case u.User != nil:
		return nil, fmt.Errorf("%w: an address with a user name in it", nutgraf.ErrForbidden)
	}
	u.Fragment, u.RawFragment, u.Host = "", "", strings.ToLower(u.Host)
	if u.Path == "" {
		u.Path = "/"
	}
	return u, nil
}

func follow(from *url.URL, to string) (*url.URL, error) {
	next, err := from.Parse(to)
	if err == nil {
		next, err = parse(next.String())
	}
	if err != nil {
		return nil, fmt.Errorf("redirect to %.200q: %w", to, err)
	}
	return next, nil
}

// answer is one answer, its body still packed.
type answer struct {
	status   int
	header   http.Header
	exchange *warc.Exchange
	retry    time.Duration // how long the server asks to wait; 0 when it does not
}

// redirect is the address that an answer leads to; empty when it leads nowhere.
func (a *answer) redirect() string {
	switch a.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return a.header.Get("Location")
	}
	return ""
}

// take makes the last answer the capture.
func (c *Capture) take(a *answer, limit int64) error {
	c.URL, c.Header, c.At = a.exchange.URL, a.header, a.exchange.At
	if a.status == http.StatusNotModified {
		c.Unchanged = true
		return nil
	}
	if err := refused(a.status); err != nil {
		return err
	}
	var err error
	c.Body, err = warc.Body(textproto.MIMEHeader(a.header), bytes.NewReader(a.exchange.Body), limit)
	return err
}

// order is how an address is asked for.
type order struct {
	before *nutgraf.Web // the capture that is held
	limit  int64        // of the answer as it comes
	cut    bool         // whether an answer over the limit is cut there, not refused
}

// once asks once, without regard to politeness.
func (f *Fetcher) once(ctx context.Context, u *url.URL, o order) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, f.o.Timeout)
	defer cancel()
	x := &warc.Exchange{URL: u.String(), At: f.o.Now().UTC()}
	trace := &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
		if host, _, err := net.SplitHostPort(i.Conn.RemoteAddr().String()); err == nil {
			x.Address = host
		}
	}}
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(ctx, trace), http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("%w: not an address", nutgraf.ErrFormat)
	}
	f.headers(req, o.before)
	x.Request = requestHead(req)
	resp, err := f.client.Do(req)
	if err != nil {
		return nil, worded(err, f.o.Timeout)
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusOK {
		if err := readable(resp.Header.Get("Content-Type")); err != nil {
			return nil, err
		}
	}
	x.Head = responseHead(resp)
	x.Body, err = io.ReadAll(io.LimitReader(resp.Body, o.limit+1))
	switch {
	case int64(len(x.Body)) > o.limit && (o.cut || resp.StatusCode != http.StatusOK):
		x.Body = x.Body[:o.limit]
	case int64(len(x.Body)) > o.limit:
		return nil, fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, o.limit>>20)
	case err != nil && resp.StatusCode == http.StatusOK:
		return nil, worded(err, f.o.Timeout)
	}
	return &answer{status: resp.StatusCode, header: resp.Header, exchange: x, retry: retryAfter(resp.Header, f.o.Now())}, nil
}

func (f *Fetcher) headers(req *http.Request, before *nutgraf.Web) {
	req.Header.Set("User-Agent", f.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Encoding", warc.Encodings)
	if before == nil {
		return
	}
	if before.ETag != "" {
		req.Header.Set("If-None-Match", before.ETag)
	}
	if before.Modified != "" {
		req.Header.Set("If-Modified-Since", before.Modified)
	}
}

// requestHead and responseHead are the heads as archives keep them: in the form
// of HTTP/1.1 whatever was spoken.
func requestHead(req *http.Request) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "GET %s HTTP/1.1\r\nHost: %s\r\n", req.URL.RequestURI(), req.URL.Host)
	_ = req.Header.Write(&b) // a buffer takes everything
	b.WriteString("\r\n")
	return b.Bytes()
}

func responseHead(resp *http.Response) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %s\r\n", strings.TrimSpace(resp.Status))
	_ = resp.Header.Write(&b) // likewise
	b.WriteString("\r\n")
	return b.Bytes()
}
