package mail_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/intake/mail"
)

const saved = `From: <Saved by Example>
Snapshot-Content-Location: https://a.example/quay
Subject: =?utf-8?Q?Quay_=E2=80=93_The_Light?=
Date: Mon, 2 Mar 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--x"

----x
Content-Type: text/html
Content-Location: https://ads.example/frame

<p>Buy a boat.</p>
----x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://a.example/quay

<html><p>The quay =E2=80=9Cis=
 closed=E2=80=9D.</p></html>
----x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://a.example/x.png

iVBORw==
----x--
`

const letter = `From: Press <press@a.example>
Subject: Fwd: Re: =?iso-8859-1?Q?K=F8bmand_opens_quay?=
Date: Mon, 2 Mar 2026 08:00:00 +0100
Message-ID: <1@a.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=a

--a
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The quay at K=F8ge is open.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+VGhlIHF1
 YXkgaXMgb3Blbi48L3A+

--b--
--a
Content-Type: text/html
Content-Disposition: attachment; filename=x.html

<p>Not this.</p>
--a--
`

func only(t *testing.T, in string) *nutgraf.Item {
	t.Helper()
	var out *nutgraf.Item
	for item, err := range mail.Items("x.eml", strings.NewReader(in), 1<<20) {
		switch {
		case item != nil:
			out = item
		case !errors.Is(err, nutgraf.ErrAside):
			t.Fatal(err)
		}
	}
	return out
}

func TestItems(t *testing.T) {
	at := time.Date(2026, 3, 2, 7, 0, 0, 0, time.UTC)
	plain := strings.Replace(letter, "text/html; charset", "image/x; charset", 1)
	for _, c := range []struct {
		name, in string
		want     *nutgraf.Item
	}{
		{"a saved page", saved, &nutgraf.Item{
			Name: "x.eml", URL: "https://a.example/quay", Media: nutgraf.MediaHTML, Charset: "utf-8", Captured: at,
			Body: []byte("<html><p>The quay “is closed”.</p></html>"),
		}},
		{"lines that end in CR LF", strings.ReplaceAll(saved, "\n", "\r\n"), &nutgraf.Item{
			Name: "x.eml", URL: "https://a.example/quay", Media: nutgraf.MediaHTML, Charset: "utf-8", Captured: at,
			Body: []byte("<html><p>The quay “is closed”.</p></html>"),
		}},
		{"a message with HTML", letter, &nutgraf.Item{
			Name: "x.eml", Media: nutgraf.MediaHTML, Charset: "utf-8", Body: []byte("<p>The quay is open.</p>"),
			Given: nutgraf.Given{Title: "Købmand opens quay", Date: "2026-03-02T08:00:00+01:00", Source: "header"},
		}},
		{"a message of plain text", plain, &nutgraf.Item{
			Name: "x.eml", Media: nutgraf.MediaText, Body: []byte("The quay at Køge is open."),
			Given: nutgraf.Given{Title: "Købmand opens quay", Date: "2026-03-02T08:00:00+01:00", Source: "header"},
		}},
		{"without MIME", "From a Mon\nSubject: Quay\n\nIt is open.\n", &nutgraf.Item{
			Name: "x.eml", Media: nutgraf.MediaText, Body: []byte("It is open.\n"), Given: nutgraf.Given{Title: "Quay"},
		}},
	} {
		if diff := cmp.Diff(c.want, only(t, c.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestRefusals(t *testing.T) {
	nested := "MIME-Version: 1.0\n"
	for i := range 20 {
		b := strings.Repeat("b", i+1)
		nested += "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n"
	}
	for _, c := range []struct {
		name, in string
		kind     error
	}{
		{"empty", "", nutgraf.ErrEmpty},
		{"no header", "just words\n\nand more", nutgraf.ErrFormat},
		{"no text", "Content-Type: image/png\n\nx", nutgraf.ErrEmpty},
		{"no boundary", "Content-Type: multipart/mixed\n\nx", nutgraf.ErrFormat},
		{"deep", nested, nutgraf.ErrTooLarge},
		{"too many parts", "Content-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\n\n", 1100) + "--b--\n", nutgraf.ErrTooLarge},
		{"too large", "Content-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("ab "), 1<<20)), nutgraf.ErrTooLarge},
		{"cut short", strings.TrimSuffix(letter[:strings.Index(letter, "--b\n")], "\n"), nutgraf.ErrEmpty},
	} {
		for item, err := range mail.Items("x.eml", strings.NewReader(c.in), 1<<20) {
			if !errors.Is(err, c.kind) {
				t.Errorf("%s: item %v, error %v; want %v", c.name, item, err, c.kind)
			}
		}
	}
}

func TestLooks(t *testing.T) {
	for in, want := range map[string]bool{saved: true, letter: true, "Note: this\n\nis text": false, "<html>": false, "": false} {
		if mail.Looks([]byte(in)) != want {
			t.Errorf("%.20q: want %v", in, want)
		}
	}
}

// No message makes the reader panic or yield what is too large.
func FuzzMail(f *testing.F) {
	for _, s := range []string{saved, letter, "Subject: a\n\nb", "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		mail.Looks(in)
		for item, err := range mail.Items("x", bytes.NewReader(in), 1<<16) {
			if err == nil && len(bytes.TrimSpace(item.Body)) == 0 {
				t.Error("an empty body")
			}
		}
	})
}
