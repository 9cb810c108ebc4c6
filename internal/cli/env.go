package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

func newEnv(in io.Reader, out, errs io.Writer) *env {
	return &env{in: in, out: out, errs: errs, getenv: os.Getenv, tty: terminal(out), errTTY: terminal(errs)}
}

// terminal returns the file that w writes to when that is a terminal.
func terminal(w io.Writer) *os.File {
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return f
	}
	return nil
}

// colour reports whether output is to be coloured: on a terminal, unless
// NO_COLOR says otherwise (https://no-color.org).
func (e *env) colour() bool {
	return e.tty != nil && e.getenv("NO_COLOR") == "" && e.getenv("TERM") != "dumb"
}

const columns = 80

// width is the number of columns to write in: 80, or fewer on a narrow terminal.
func (e *env) width() int {
	if e.tty == nil {
		return columns
	}
	w, _, err := term.GetSize(int(e.tty.Fd()))
	if err != nil || w <= 0 {
		return columns
	}
	return min(w, columns)
}

// progressLine is a line on standard error that shows how far long work has
// come. It appears only on a terminal, and only when the work takes a while.
type progressLine struct {
	w     io.Writer
	begun time.Time
	last  time.Time
	shown bool
}

func (e *env) progress() *progressLine {
	if e.errTTY == nil {
		return &progressLine{}
	}
	return &progressLine{w: e.errTTY, begun: time.Now()}
}

func (p *progressLine) show(text string) {
	if p.w == nil {
		return
	}
	now := time.Now()
	if now.Sub(p.begun) < 300*time.Millisecond || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.w, "\r\x1b[K%s", text)
}

// articles shows how many articles have been read.
func (p *progressLine) articles(n int) {
	if p.w != nil {
		p.show(fmt.Sprintf("read %d articles", n))
	}
}

func (p *progressLine) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
