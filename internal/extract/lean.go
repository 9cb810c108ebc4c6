package extract

import (
	"bytes"
	"io"
)

// lean reads a page without the bodies of its scripts and styles, which are
// most of its bytes and none of its text, and knows the way back: the
// tokenizer sees the rest in order.
type lean struct {
	src    []byte
	at     int // next byte to hand out
	until  int // end of the stretch that is handed out
	next   int // where to go on behind it
	cuts   []cut
	given  int // bytes handed out so far
	behind int // cuts that the way back has passed
}

// cut says that behind the byte at lean position from, gone bytes of the page
// were left out, in all so far.
type cut struct{ from, gone int }

func newLean(src []byte) *lean {
	l := &lean{src: src}
	l.seek(0)
	return l
}

func (l *lean) Read(p []byte) (int, error) {
	if l.at == l.until {
		if l.next >= len(l.src) {
			return 0, io.EOF
		}
		l.cuts = append(l.cuts, cut{l.given, l.next - l.given})
		l.at = l.next
		l.seek(l.at)
	}
	n := copy(p, l.src[l.at:l.until])
	l.at += n
	l.given += n
	return n, nil
}

// seek finds the next body to leave out, from the byte at i on.
func (l *lean) seek(i int) {
	for {
		open, closer := l.opening(i)
		if open < 0 {
			break
		}
		end := bytes.IndexByte(l.src[open:], '>')
		if end < 0 {
			break
		}
		body := open + end + 1
		stop := bytes.Index(l.src[body:], closer)
		if stop < 0 {
			break
		}
		i = body + stop
		if stop > 0 && !bytes.Contains(l.src[open:body], []byte("ld+json")) && !bytes.Contains(l.src[body:i], []byte("<!--")) {
			l.until, l.next = body, i
			return
		}
	}
	l.until, l.next = len(l.src), len(l.src)
}

// opening finds the next start of a script or style, and its end tag.
func (l *lean) opening(i int) (int, []byte) {
	for i < len(l.src) {
		k := bytes.Index(l.src[i:], []byte("<s"))
		if k < 0 {
			return -1, nil
		}
		i += k
		if s := l.src[i:]; bytes.HasPrefix(s, []byte("<script")) {
			return i, []byte("</script")
		} else if bytes.HasPrefix(s, []byte("<style")) {
			return i, []byte("</style")
		}
		i += 2
	}
	return -1, nil
}

// origin returns the place in the page of a position in what was handed out.
// It must be asked in rising order.
func (l *lean) origin(pos int) int {
	for l.behind < len(l.cuts) && l.cuts[l.behind].from <= pos {
		l.behind++
	}
	if l.behind == 0 {
		return pos
	}
	return pos + l.cuts[l.behind-1].gone
}
