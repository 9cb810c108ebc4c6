package nutgraf

import "errors"

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
)
