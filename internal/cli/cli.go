// Package cli is the command line: one table of commands, from which the help
// is drawn too. It parses arguments, wires stores, desk and surfaces, and turns
// errors into exit statuses. What the commands do is done elsewhere.
package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// The exit statuses.
const (
	statusWell    = 0   // all well
	statusRefused = 1   // some items were refused, the rest is done
	statusUsage   = 2   // wrong usage
	statusNothing = 3   // nothing could be read
	statusStopped = 130 // stopped by a signal, as shells have it
)

// command is a row of the table.
type command struct {
	name  string
	args  string // what follows the flags, for the usage line
	short string // one line for the table of help
	long  string // what help says beneath it; examples included
	setup func(fs *flag.FlagSet) action
}

// action runs a command whose flags are parsed.
type action func(ctx context.Context, e *env, args []string) error

// env is what a command works with.
type env struct {
	in        io.Reader
	out, errs io.Writer
	getenv    func(string) string
	tty       *os.File  // out, when it is a terminal
	errTTY    *os.File  // errs, when it is a terminal
	read      int       // items read
	refused   int       // items refused
	fetch     *webFlags // how a filter fetches addresses; nil when it does not
}

// Run runs one command line and returns its exit status.
func Run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	return run(ctx, args, newEnv(untilStopped(ctx, in), out, errs))
}

func run(ctx context.Context, args []string, e *env) int {
	if len(args) == 0 {
		overview(e.errs)
		return statusUsage
	}
	name, rest := args[0], args[1:]
	switch name {
	case "--version", "-version", "-v", "version":
		return e.tell(func(w io.Writer) { fmt.Fprintln(w, versionLine()) })
	case "--help", "-help", "-h", "help":
		return help(e, rest)
	}
	c, ok := find(name)
	if !ok && strings.HasPrefix(name, "-") {
		return e.fail(fmt.Errorf("%w: the command comes first, its flags behind it: nutgraf COMMAND %s …; see nutgraf help", nutgraf.ErrUsage, name))
	}
	if !ok {
		return e.fail(fmt.Errorf("%w: no command %q; see nutgraf help", nutgraf.ErrUsage, name))
	}
	return c.run(ctx, e, rest)
}

func (c *command) run(ctx context.Context, e *env, args []string) int {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	act := c.setup(fs)
	args, err := parse(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return e.tell(c.help)
	}
	if err != nil {
		return e.fail(usage(fmt.Sprintf("%s: %s; see nutgraf help %s", c.name, flagError(err), c.name)))
	}
	buffered := bufio.NewWriterSize(e.out, 1<<16)
	inner := *e
	inner.out = buffered
	err = act(ctx, &inner, args)
	e.read, e.refused = inner.read, inner.refused
	if flushed := buffered.Flush(); err == nil {
		err = flushed
	}
	if err != nil {
		return e.fail(err)
	}
	return e.status()
}

// parse takes flags wherever they stand among the arguments; "--" ends them.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		left := fs.Args()
		if len(left) == 0 {
			return rest, nil
		}
		if n := len(args) - len(left); n > 0 && args[n-1] == "--" {
			return append(rest, left...), nil
		}
		rest, args = append(rest, left[0]), left[1:]
	}
}

// flagError words what is wrong with a flag as the help writes flags.
func flagError(err error) string {
	return strings.NewReplacer("flag provided but not defined: -", "no flag --", "flag needs an argument: -", "no value behind --",
		" for flag -", " for --", " for -", " for --").Replace(err.Error())
}

// fail prints an error in one line and gives its exit status.
func (e *env) fail(err error) int {
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(e.errs, "nutgraf: stopped")
		return statusStopped
	}
	fmt.Fprintf(e.errs, "nutgraf: %s\n", oneLine(err.Error()))
	if errors.Is(err, nutgraf.ErrUsage) {
		return statusUsage
	}
	return statusNothing
}

// tell writes what fill makes to standard output, at once.
func (e *env) tell(fill func(io.Writer)) int {
	var b bytes.Buffer
	fill(&b)
	if _, err := e.out.Write(b.Bytes()); err != nil {
		return e.fail(err)
	}
	return statusWell
}

// status is the exit status of a command that ran to its end.
func (e *env) status() int {
	switch {
	case e.refused == 0:
		return statusWell
	case e.read == 0:
		return statusNothing
	}
	return statusRefused
}

// refuse reports an item that could not be read, in one plain line.
func (e *env) refuse(err error) {
	e.refused++
	fmt.Fprintf(e.errs, "nutgraf: %s\n", oneLine(err.Error()))
}

// note says what was passed over by design: no refusal.
func (e *env) note(err error) {
	fmt.Fprintf(e.errs, "nutgraf: note: %s\n", oneLine(err.Error()))
}

// oneLine makes one line of s. Names of files and titles may be others' words: what
// would steer a terminal is not let through.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, strings.Join(strings.Fields(s), " "))
	return strings.TrimPrefix(s, nutgraf.ErrUsage.Error()+": ")
}
