package warc_test

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
	"nutgraf/internal/intake/warc"
)

const page = "<html><head><title>Quay</title></head><body><p>The quay is closed.</p></body></html>"

// record builds a record of WARC version 1.0.
func record(kind, media, uri, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-02T08:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, media, len(block), block)
}

func answer(uri, header, body string) string {
	return record("response", "application/http;msgtype=response", uri, "HTTP/1.1 200 OK\r\n"+header+"\r\n"+body)
}

func pack(t testing.TB, coding, body string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch coding {
	case "gzip":
		w = gzip.NewWriter(&b)
	case "deflate":
		w = zlib.NewWriter(&b)
	case "br":
		w = brotli.NewWriter(&b)
	case "zstd":
		z, err := zstd.NewWriter(&b)
		if err != nil {
			t.Fatal(err)
		}
		w = z
	}
	_, err := io.WriteString(w, body)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(in string, limit int64) []string {
	var out []string
	for item, err := range warc.Items("x", strings.NewReader(in), limit) {
		if err != nil {
			out = append(out, err.Error())
			continue
		}
		out = append(out, item.Name+" "+item.URL+" "+string(item.Body))
	}
	return out
}

const html = "Content-Type: text/html; charset=utf-8\r\n"

func TestItems(t *testing.T) {
	at := "https://a.example/1"
	whole := "x:1 " + at + " " + page
	chunks := fmt.Sprintf("%x\r\n%s\r\n%x;ext=1\r\n%s\r\n0\r\n\r\n", 10, page[:10], len(page)-10, page[10:])
	bomb := func(coding string) string {
		return answer(at, html+"Content-Encoding: "+coding+"\r\n", pack(t, coding, strings.Repeat(" ", 3<<20)))
	}
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"a page", answer(at, html, page), []string{whole}},
		{"address in brackets", answer("<"+at+">", html, page), []string{whole}},
		{"lines that end in a bare newline", "WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: " + at + "\nContent-Type: text/html\nContent-Length: " + fmt.Sprint(len(page)) + "\n\n" + page + "\n\n", []string{whole}},
		{"chunks", answer(at, html+"Transfer-Encoding: chunked\r\n", chunks), []string{whole}},
		{"chunks undone before", answer(at, html+"Transfer-Encoding: chunked\r\n", page), []string{whole}},
		{"gzip", answer(at, html+"Content-Encoding: gzip\r\n", pack(t, "gzip", page)), []string{whole}},
		{"gzip undone before", answer(at, html+"Content-Encoding: gzip\r\n", page), []string{whole}},
		{"brotli", answer(at, html+"Content-Encoding: br\r\n", pack(t, "br", page)), []string{whole}},
		{"zstd", answer(at, html+"Content-Encoding: zstd\r\n", pack(t, "zstd", page)), []string{whole}},
		{"deflate", answer(at, html+"Content-Encoding: deflate\r\n", pack(t, "deflate", page)), []string{whole}},
		{"deflate, bare", answer(at, html+"Content-Encoding: deflate\r\n", pack(t, "deflate", page)[2:]), []string{whole}},
		{"packed twice", answer(at, html+"Content-Encoding: gzip, br\r\n", pack(t, "br", pack(t, "gzip", page))), []string{whole}},
		{"unknown coding", answer(at, html+"Content-Encoding: rot13\r\n", page), []string{`x: record 1: cannot be read in this format: packed as "rot13"`}},
		{"a type by the first bytes", answer(at, "", page), []string{whole}},
		{"a resource", record("resource", "text/html", at, page), []string{whole}},
		{
			"what is passed over",
			record("warcinfo", "application/warc-fields", "", "software: x") + record("request", "application/http", at, "GET / HTTP/1.1\r\n\r\n") +
				record("request", "application/http", at, "GET / HTTP/1.1\r\n\r\n") + record("revisit", "application/http", at, "HTTP/1.1 200 OK\r\n\r\n") +
				record("conversion", "text/plain", at, "The quay.") + record("metadata", "text/plain", at, "x: y") + record("response", "text/dns", "dns:a", "a") +
				answer(at, "Content-Type: image/png\r\n", "\x89PNG") + strings.Replace(answer(at, html, page), "200 OK", "404 Ok", 1) + answer(at, html, ""),
			[]string{"x: passed over: 1 warcinfo record, 2 request records, 1 revisit record, 1 conversion record, 1 metadata record, 1 record of another protocol, 1 image/png answer, 1 answer of status 404, 1 empty answer"},
		},
		{"cut short", answer(at, html, page)[:150], []string{"x: record 1: cannot be read in this format: the archive is cut short here"}},
		{"no length", "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + answer(at, html, page), []string{"x: record 1: cannot be read in this format: a record without a length", "x:2 " + at + " " + page}},
		{"headers without end", "WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 2000) + "\r\n" + answer(at, html, page), []string{
			"x: record 1: cannot be read in this format: over 1000 header lines",
			"x: record 2: cannot be read in this format: no record where one should begin; looked for the next", "x:3 " + at + " " + page,
		}},
		{"bombs", bomb("gzip") + bomb("br") + bomb("zstd") + answer(at, html, page), []string{
			"x: record 1: too large: over 1 MB", "x: record 2: too large: over 1 MB", "x: record 3: too large: over 1 MB", "x:4 " + at + " " + page,
		}},
	} {
		if diff := cmp.Diff(c.want, read(c.in, 1<<20)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestACutBodyIsTakenAsFarAsItGoesAndSaid(t *testing.T) {
	in := answer("https://a.example/1", html, page)
	got := read(in[:len(in)-20], 1<<20)
	want := []string{
		"x:1 https://a.example/1 " + page[:len(page)-16],
		"x: record 1: cannot be read in this format: the archive is cut short here",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAWrongLengthCostsNoFurtherRecord(t *testing.T) {
	long := strings.Replace(answer("https://a.example/1", html, page), "</html>", "</html> and much more that the length does not count", 1)
	got := read(long+answer("https://a.example/2", html, page), 1<<20)
	if len(got) != 3 || !strings.Contains(got[1], "no record where one should begin") || got[2] != "x:3 https://a.example/2 "+page {
		t.Errorf("got %q", got)
	}
}

func TestWhatAnItemCarries(t *testing.T) {
	in := answer("https://a.example/1", html+"ETag: \"x\"\r\nX-Robots-Tag: noai\r\nTDM-Reservation: 1\r\n",
		`<html><head><meta name="robots" content="noarchive, max-snippet:0"></head><p>Hej.</p></html>`)
	for item, err := range warc.Items("x", strings.NewReader(in), 1<<20) {
		if err != nil {
			t.Fatal(err)
		}
		item.Body = nil
		want := &nutgraf.Item{
			Name: "x:1", URL: "https://a.example/1", Media: nutgraf.MediaHTML, Charset: "utf-8", Captured: time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC),
			Web: &nutgraf.Web{ETag: `"x"`, Usage: []string{"x-robots-tag: noai", "tdm-reservation: 1", "meta robots: noarchive, max-snippet:0"}},
		}
		if diff := cmp.Diff(want, item); diff != "" {
			t.Error(diff)
		}
	}
}

func TestWriterIsReadBack(t *testing.T) {
	var b bytes.Buffer
	at := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	w, err := warc.NewWriter(&b, "nutgraf/test", at)
	if err != nil {
		t.Fatal(err)
	}
	err = w.Write(&warc.Exchange{
		URL: "https://a.example/1", At: at, Address: "192.0.2.1", Request: []byte("GET /1 HTTP/1.1\r\nHost: a.example\r\n\r\n"),
		Head: []byte("HTTP/1.1 200 OK\r\n" + html + "Content-Encoding: gzip\r\n\r\n"), Body: []byte(pack(t, "gzip", page)),
	})
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"x:2 https://a.example/1 " + page, "x: passed over: 1 warcinfo record, 1 request record"}
	if diff := cmp.Diff(want, read(string(plain), 1<<20)); diff != "" {
		t.Error(diff)
	}
}

// No archive makes the reader panic or yield what cannot be.
func FuzzWARC(f *testing.F) {
	f.Add([]byte(answer("https://a.example/1", html, page) + record("revisit", "x", "y", "z")))
	f.Add([]byte(answer("https://a.example/1", html+"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", "5\r\n\x1f\x8b\x08\x00\x00\r\n0\r\n")))
	f.Add([]byte(answer("", html+"Content-Encoding: br, deflate, zstd\r\n", pack(f, "br", page))))
	f.Add([]byte("WARC/1.1\nContent-Length: 99999999999999999999\n\nWARC/1.1\nContent-Length: 9\n\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		for item, err := range warc.Items("x", bytes.NewReader(in), 1<<16) {
			if err == nil && (len(item.Body) == 0 || len(item.Body) > 1<<16) {
				t.Errorf("a body of %d bytes", len(item.Body))
			}
			if err != nil && strings.ContainsAny(err.Error(), "\n\x00") {
				t.Errorf("an error of more than one line: %q", err)
			}
		}
		_, _ = warc.Body(textproto.MIMEHeader{"Content-Encoding": {"br"}}, bytes.NewReader(in), 1<<16)
		_, _ = warc.Body(textproto.MIMEHeader{"Content-Encoding": {"deflate"}}, bytes.NewReader(in), 1<<16)
	})
}

func BenchmarkItems(b *testing.B) {
	in := []byte(strings.Repeat(answer("https://a.example/1", html, strings.Repeat(page, 500)), 50))
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range warc.Items("x", bytes.NewReader(in), 1<<20) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
