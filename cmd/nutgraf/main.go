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
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent(os.Args))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	status := cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}

// gcPercent is how much the heap may grow between collections. A short run is
// over before collecting pays; a long one holds few articles at a time. Pages
// are large beside what is kept of them: extract stays below 64 MB.
func gcPercent(args []string) int {
	if len(args) > 1 && args[1] == "extract" {
		return 200
	}
	return 400
}
