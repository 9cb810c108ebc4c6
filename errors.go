package nutgraf

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of error that surfaces tell apart. Wrap them with the thing they
// concern; test with errors.Is. One function per surface maps a kind to an
// exit status or an HTTP status.
var (
	ErrUsage      = errors.New("wrong usage")
	ErrNotFound   = errors.New("not found")
	ErrEmpty      = errors.New("nothing in it")
	ErrNotArticle = errors.New("not an article")
	ErrFormat     = errors.New("cannot be read in this format")
	ErrTooLarge   = errors.New("too large")
	ErrForbidden  = errors.New("not allowed")
	ErrLocked     = errors.New("in use by another process")
	ErrDamaged    = errors.New("damaged")
	ErrAside      = errors.New("passed over") // left out by design: to be said, not a refusal
)

// ItemError says which item of the input could not be read, and why. The rest
// of the input goes on. Name is the file or line as a person would name it;
// Line is counted from 1 and 0 where lines mean nothing.
type ItemError struct {
	Name string
	Line int
	ID   string
	Err  error
}

// Error names the item and the reason in one line.
func (e *ItemError) Error() string {
	if strings.HasPrefix(e.Err.Error(), e.Name+": ") {
		return e.Err.Error()
	}
	if e.Line > 0 {
		return fmt.Sprintf("%s: line %d: %v", e.Name, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.Name, e.Err)
}

// Unwrap gives the reason.
func (e *ItemError) Unwrap() error { return e.Err }
