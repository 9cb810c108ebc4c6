package cli

import (
	"io"
	"os"
)

func newEnv(in io.Reader, out, errs io.Writer) *env {
	return &env{in: in, out: out, errs: errs, getenv: os.Getenv}
}
