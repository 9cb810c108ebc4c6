// Command nutgraf reads press articles and lays the reports of one event side
// by side. See `nutgraf help`.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"nutgraf/internal/cli"
)

func main() {
	// A short run is over before collecting garbage pays; a long one holds few
	// articles at a time.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
