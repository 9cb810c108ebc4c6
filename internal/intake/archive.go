package intake

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// The limits of archives: how deep they are nested, how many members come out
// of one path, and how large a zip may be that is not a file but a stream, which
// must be held whole.
const (
	MaxNesting  = 3
	MaxMembers  = 1_000_000
	MaxZipInRAM = 256 << 20
)

// member is one file of an archive.
type member struct {
	name string
	open func() (io.ReadCloser, error)
}

func looksZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// looksTar knows the mark that POSIX and GNU tar write at byte 257.
func looksTar(head []byte) bool {
	return len(head) >= 262 && string(head[257:262]) == "ustar"
}

// members yields the articles of an archive's members. As in a folder, hidden
// members and those of endings that no format owns are passed over.
func (r *Reader) members(f Format, src *source) iter.Seq2[*nutgraf.Item, error] {
	if src.depth >= MaxNesting {
		return refuse(src.name, fmt.Errorf("%w: archives nested over %d deep", nutgraf.ErrTooLarge, MaxNesting))
	}
	return func(yield func(*nutgraf.Item, error) bool) {
		for m, err := range f.Members(src) {
			switch {
			case err != nil:
				if !yield(nil, &nutgraf.ItemError{Name: src.name, ID: ID(src.name), Err: err}) {
					return
				}
				continue
			case !wanted(m.name):
				continue
			}
			if src.budget.members++; src.budget.members > MaxMembers {
				yield(nil, &nutgraf.ItemError{Name: src.name, Err: fmt.Errorf("%w: over %d members", nutgraf.ErrTooLarge, MaxMembers)})
				return
			}
			if !r.member(src, m, yield) {
				return
			}
		}
	}
}

// member yields the articles of one member and reports whether to go on.
func (r *Reader) member(src *source, m *member, yield func(*nutgraf.Item, error) bool) bool {
	name := src.name + "/" + m.name
	in, err := m.open()
	if err != nil {
		return yield(nil, &nutgraf.ItemError{Name: name, ID: ID(name), Err: err})
	}
	defer in.Close()
	inner := &source{name: name, in: in, depth: src.depth + 1, budget: src.budget}
	for item, err := range spared(r.stream(inner)) {
		if !yield(item, err) {
			return false
		}
	}
	return true
}

// wanted reports whether a member is read: one with the ending of a format,
// neither hidden nor in a hidden folder.
func wanted(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return false
		}
	}
	return taken(name)
}

// cleaned is a member's name, fit for messages and ids: it names no place
// outside the archive.
func cleaned(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if !utf8.ValidString(name) {
		name = strings.ToValidUTF8(name, "_")
	}
	name = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return '_'
		}
		return c
	}, name)
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

// zipMembers yields the files of a zip archive.
func zipMembers(src *source) iter.Seq2[*member, error] {
	return func(yield func(*member, error) bool) {
		z, err := openZip(src)
		if err != nil {
			yield(nil, err)
			return
		}
		z.RegisterDecompressor(zstd.ZipMethodWinZip, zstd.ZipDecompressor(zstd.WithDecoderMaxWindow(8<<20)))
		for _, f := range z.File {
			if f.FileInfo().IsDir() {
				continue
			}
			m := &member{name: cleaned(f.Name), open: func() (io.ReadCloser, error) { return openZipped(f, src.budget) }}
			if !yield(m, nil) {
				return
			}
		}
	}
}

func openZip(src *source) (*zip.Reader, error) {
	at, ok := src.in.(io.ReaderAt)
	size := src.size
	if !ok || src.packed || size == 0 {
		raw, err := io.ReadAll(io.LimitReader(src.plain, MaxZipInRAM+1))
		if err == nil && len(raw) > MaxZipInRAM {
			err = fmt.Errorf("%w: a zip archive over %d MB that is not a file by itself", nutgraf.ErrTooLarge, MaxZipInRAM>>20)
		}
		if err != nil {
			return nil, err
		}
		at, size = bytes.NewReader(raw), int64(len(raw))
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, fmt.Errorf("%w: a zip archive that is broken or cut short", nutgraf.ErrFormat)
	}
	return z, nil
}

func openZipped(f *zip.File, b *budget) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%w: encrypted", nutgraf.ErrFormat)
	}
	in, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, fmt.Errorf("%w: packed by zip's method %d", nutgraf.ErrFormat, f.Method)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: broken in the archive", nutgraf.ErrFormat)
	}
	b.in += int64(min(f.CompressedSize64, 1<<40))
	return struct {
		io.Reader
		io.Closer
	}{&meter{wordedReader{in, "zip"}, b}, in}, nil
}

// tarMembers yields the files of a tar archive.
func tarMembers(src *source) iter.Seq2[*member, error] {
	return func(yield func(*member, error) bool) {
		in := tar.NewReader(src.plain)
		for n := 0; ; n++ {
			h, err := in.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, tarError(err, n))
				return
			}
			if h.Typeflag != tar.TypeReg {
				continue
			}
			m := &member{name: cleaned(h.Name), open: func() (io.ReadCloser, error) { return io.NopCloser(in), nil }}
			if !yield(m, nil) {
				return
			}
		}
	}
}

func tarError(err error, n int) error {
	if errors.Is(err, nutgraf.ErrTooLarge) {
		return err
	}
	return fmt.Errorf("%w: a tar archive that is broken or cut short after %d members", nutgraf.ErrFormat, n)
}
