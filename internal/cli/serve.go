package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/web"
)

var serveCommand = command{
	name: "serve", short: "serve the database's pages on this machine",
	long: "Serves front page, stories, articles and search at http://127.0.0.1:8080/ until it is\nstopped. It listens to this machine alone unless --listen names another address.\nPrograms ask under /api/v1 (docs/api.md); they may write when $NUTGRAF_TOKEN is set and\nthey show it.",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		listen := fs.String("listen", "127.0.0.1:8080", "the `ADDRESS` to listen on; port 0 takes a free one")
		return func(ctx context.Context, e *env, args []string) error {
			if len(args) > 0 {
				return usage("serve takes no arguments")
			}
			return e.with(ctx, db, true, func(d *desk.Desk, _ string) error {
				if err := e.settle(ctx, d); err != nil {
					return err
				}
				if _, err := d.Stories(ctx, nutgraf.StoryFilter{Limit: 1}); err != nil {
					return err // a damaged database is to be told of here, not on every page
				}
				return e.serve(ctx, *listen, e.site(d, web.Config{Log: e.log()}, e.getenv("NUTGRAF_TOKEN")), nil)
			})
		}
	},
}

// log writes warnings, one a line, to standard error.
func (e *env) log() *slog.Logger {
	return slog.New(slog.NewTextHandler(e.errs, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// serve answers requests until the context ends. ready hears of the address
// once requests are answered, and may end the serving with an error of its own
// or errServed.
func (e *env) serve(ctx context.Context, listen string, h http.Handler, ready func(address string) error) error {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", listen)
	if err != nil {
		return listening(listen, err)
	}
	server := &http.Server{
		Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 1 << 16,
		ErrorLog: slog.NewLogLogger(e.log().Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	address := "http://" + l.Addr().String() + "/"
	if err := e.say("%s\n", address); err != nil {
		return errors.Join(err, server.Close(), ignoreClosed(<-ended))
	}
	if ready != nil {
		if err := ready(address); err != nil {
			return errors.Join(done(err), server.Close(), ignoreClosed(<-ended))
		}
	}
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	return errors.Join(late(server.Shutdown(patience), server), ignoreClosed(<-ended))
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
func late(err error, server *http.Server) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return server.Close()
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
