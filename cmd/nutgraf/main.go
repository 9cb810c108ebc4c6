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
// are large beside what is kept of them: extract stays below 64 MB. An intake
// holds all stories of a saga at once, some hundred MB: growing fivefold it would
// take 2 GB for 10,000 articles.
func gcPercent(args []string) int {
	if len(args) < 2 {
		return 400
	}
	switch args[1] {
	case "extract":
		return 200
	case "add", "feed", "refresh":
		return 100
	}
	return 400
}
