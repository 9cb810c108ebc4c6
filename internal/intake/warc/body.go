package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// Encodings is what Body can undo, as a request asks for it.
const Encodings = "gzip, br, zstd, deflate"

// mostCodings bounds how often a body may be packed.
const mostCodings = 4

// Body reads an answer's body and undoes its codings: chunks, and gzip, brotli,
// zstd and deflate, as head declares them. Archives often keep a declaration of
// what was undone before; a body that does not begin as declared is taken as it
// is. When the body breaks off, what came is returned beside the error.
func Body(head textproto.MIMEHeader, body io.Reader, limit int64) ([]byte, error) {
	in := bufio.NewReader(body)
	if hasToken(head["Transfer-Encoding"], "chunked") && chunked(in) {
		in = bufio.NewReader(&chunks{in: in})
	}
	codings := tokens(head["Content-Encoding"])
	if len(codings) > mostCodings {
		return nil, fmt.Errorf("%w: packed %d times over", nutgraf.ErrFormat, len(codings))
	}
	var closing []func()
	defer func() {
		for _, c := range closing {
			c()
		}
	}()
	for i := len(codings) - 1; i >= 0; i-- {
		plain, done, err := decode(codings[i], in)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReader(plain)
		closing = append(closing, done)
	}
	raw, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case int64(len(raw)) > limit:
		return nil, fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, limit>>20)
	case errors.Is(err, nutgraf.ErrDamaged):
		return nil, err
	case err != nil && len(codings) > 0:
		return raw, fmt.Errorf("%w: broken %s", nutgraf.ErrFormat, strings.Join(codings, ", "))
	case err != nil:
		return raw, fmt.Errorf("%w: cut short", nutgraf.ErrFormat)
	}
	return raw, nil
}

// decode opens one coding.
func decode(coding string, in *bufio.Reader) (io.Reader, func(), error) {
	none := func() {}
	head, _ := in.Peek(4)
	switch coding {
	case "", "identity", "none", "utf-8":
		return in, none, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(head, []byte("\x1f\x8b")) {
			return in, none, nil
		}
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: broken gzip", nutgraf.ErrFormat)
		}
		return z, none, nil
	case "zstd":
		if string(head) != "\x28\xb5\x2f\xfd" {
			return in, none, nil
		}
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20))
		if err != nil {
			return nil, nil, fmt.Errorf("%w: broken zstd", nutgraf.ErrFormat)
		}
		return z, z.Close, nil
	case "deflate":
		return inflate(in, head), none, nil
	case "br":
		if bytes.HasPrefix(bytes.TrimLeft(head, " \r\n\t"), []byte("<")) {
			return in, none, nil
		}
		return brotli.NewReader(in), none, nil
	}
	return nil, nil, fmt.Errorf("%w: packed as %q", nutgraf.ErrFormat, plain(coding))
}

// inflate reads deflate as the standard has it, in zlib's wrapping, or as some
// servers send it, without.
func inflate(in *bufio.Reader, head []byte) io.Reader {
	switch {
	case len(head) >= 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0:
		if z, err := zlib.NewReader(in); err == nil {
			return z
		}
	case bytes.HasPrefix(bytes.TrimLeft(head, " \r\n\t"), []byte("<")):
		return in
	}
	return flate.NewReader(in)
}

// tokens cuts header values at commas, in lower case.
func tokens(values []string) []string {
	var out []string
	for _, v := range values {
		for t := range strings.SplitSeq(v, ",") {
			if t = strings.ToLower(strings.TrimSpace(t)); t != "" {
				out = append(out, t)
			}
		}
	}
	return out
}

func hasToken(values []string, token string) bool {
	for _, t := range tokens(values) {
		if t == token {
			return true
		}
	}
	return false
}

// chunked reports whether a body begins with the size of a chunk.
func chunked(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	first, _, ok := bytes.Cut(head, []byte("\n"))
	if !ok {
		return false
	}
	_, err := chunkSize(string(first))
	return err == nil
}

func chunkSize(line string) (int64, error) {
	digits, _, _ := strings.Cut(line, ";")
	n, err := strconv.ParseInt(strings.TrimSpace(digits), 16, 64)
	if err == nil && n < 0 {
		err = strconv.ErrRange
	}
	return n, err
}

// chunks reads a chunked body.
type chunks struct {
	in   *bufio.Reader
	left int64
	done bool
}

func (c *chunks) Read(p []byte) (int, error) {
	for c.left == 0 && !c.done {
		text, err := line(c.in)
		if text == "" && err == nil {
			continue // the end of the chunk before
		}
		n, bad := chunkSize(text)
		if bad != nil {
			return 0, errors.Join(io.ErrUnexpectedEOF, err)
		}
		c.left, c.done = n, n == 0
	}
	if c.done {
		return 0, io.EOF
	}
	n, err := c.in.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}
