package cli

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"

	"nutgraf"
)

// server is what serve runs.
type server struct {
	listen  string
	base    string       // the path beneath which the pages stand
	tls     *certificate // none when nil
	handler http.Handler
	log     *slog.Logger // of connections that fail
}

// serve answers requests until the context ends. ready hears of the address
// once requests are answered, and may end the serving with an error of its own
// or errServed.
func (e *env) serve(ctx context.Context, s server, ready func(address string) error) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", s.listen)
	if err != nil {
		return listening(s.listen, err)
	}
	scheme := "http://"
	if s.tls != nil {
		scheme = "https://"
		l = tls.NewListener(l, &tls.Config{GetCertificate: s.tls.get, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}})
	}
	h := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 1 << 16,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(l) }()
	address := scheme + l.Addr().String() + s.base + "/"
	if err := e.say("%s\n", address); err != nil {
		return errors.Join(err, h.Close(), ignoreClosed(<-ended))
	}
	if ready != nil {
		if err := ready(address); err != nil {
			return errors.Join(done(err), h.Close(), ignoreClosed(<-ended))
		}
	}
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	return errors.Join(late(h.Shutdown(patience), h), ignoreClosed(<-ended))
}

// errServed ends the serving when all was well.
var errServed = errors.New("served")

func done(err error) error {
	if errors.Is(err, errServed) {
		return nil
	}
	return err
}

// late cuts the connections that did not end in time.
func late(err error, h *http.Server) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return h.Close()
	}
	return err
}

func ignoreClosed(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// listening words why an address cannot be listened on.
func listening(address string, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("listen on %s: the port is in use", address)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("listen on %s: no permission for this port", address)
	case errors.As(err, new(*net.AddrError)):
		return usage("listen on " + address + ": an address is wanted as in 127.0.0.1:8080")
	}
	return fmt.Errorf("listen on %s: %w", address, err)
}

// say writes at once, past the buffer that long output goes through.
func (e *env) say(format string, args ...any) error {
	if _, err := fmt.Fprintf(e.out, format, args...); err != nil {
		return err
	}
	if b, ok := e.out.(interface{ Flush() error }); ok {
		return b.Flush()
	}
	return nil
}

// certificate is a certificate in two files. It is read again when it has been
// renewed, so that no server has to be stopped for that.
type certificate struct {
	cert, key string
	log       *slog.Logger
	mu        sync.Mutex
	changed   time.Time
	pair      *tls.Certificate
	failed    string // why the file that is there now cannot be read, when that was said
	outdated  bool   // whether it was said that the certificate is not valid now
}

// certified opens a certificate; none is nil.
func certified(cert, key string, log *slog.Logger) (*certificate, error) {
	if cert == "" && key == "" {
		return nil, nil
	}
	if cert == "" || key == "" {
		return nil, usage("serve: --tls-cert and --tls-key go together")
	}
	c := &certificate{cert: cert, key: key, log: log}
	if _, err := c.get(nil); err != nil {
		return nil, fmt.Errorf("%w: the certificate: %w", nutgraf.ErrUsage, err)
	}
	return c, nil
}

// get returns the certificate as it is now. While a new one cannot be read, the
// old one serves. What a reader's browser will not like is logged, once.
func (c *certificate) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, err := os.Stat(c.cert)
	if err == nil && (c.pair == nil || at.ModTime() != c.changed) {
		var pair tls.Certificate
		if pair, err = tls.LoadX509KeyPair(c.cert, c.key); err == nil {
			c.pair, c.changed, c.failed, c.outdated = &pair, at.ModTime(), "", false
		}
	}
	if err != nil {
		err = c.worded(err)
	}
	if c.pair == nil {
		return nil, err
	}
	if err != nil && err.Error() != c.failed {
		c.failed = err.Error()
		c.log.Warn("the certificate cannot be read again; the one read before serves on", "error", c.failed)
	}
	if now := time.Now(); !c.outdated && (now.After(c.pair.Leaf.NotAfter) || now.Before(c.pair.Leaf.NotBefore)) {
		c.outdated = true
		c.log.Warn("the certificate is not valid now", "file", c.cert, "from", c.pair.Leaf.NotBefore, "until", c.pair.Leaf.NotAfter)
	}
	return c.pair, nil
}

// worded names the files and says plainly what is wrong with them.
func (c *certificate) worded(err error) error {
	words := strings.TrimPrefix(err.Error(), "tls: ")
	switch {
	case errors.As(err, new(*fs.PathError)):
		return err
	case strings.Contains(words, "does not match"):
		return fmt.Errorf("the key in %s is not that of the certificate in %s", c.key, c.cert)
	case strings.Contains(words, "failed to parse private key"):
		return fmt.Errorf("%s: no key that can be read; one with a password cannot", c.key)
	}
	return fmt.Errorf("%s, %s: %s", c.cert, c.key, words)
}
