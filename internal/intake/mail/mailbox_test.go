package mail_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/intake/mail"
)

const box = `From desk@paper.example Mon Mar  2 10:00:00 2026
Subject: Quay opens
Date: Mon, 02 Mar 2026 10:00:00 +0100

The quay is open.

From there it is a mile to the mole.

>From the mole one sees the bay.

From desk@paper.example Mon Mar  2 11:00:00 2026
Subject: Nothing

From desk@paper.example Mon Mar  2 12:00:00 2026
Subject: Mole closes
Content-Type: multipart/mixed; boundary=a

--a
Content-Type: text/plain

The mole is closed.
--a
Content-Type: application/pdf
Content-Disposition: attachment

x
--a
Content-Type: image/png

x
--a
Content-Type: message/rfc822

Subject: x

Not this.
--a--
`

func told(in string) (out []string) {
	for item, err := range mail.BoxItems("x.mbox", strings.NewReader(in), 1<<20) {
		if err != nil {
			out = append(out, err.Error())
			continue
		}
		out = append(out, fmt.Sprintf("%s: %s: %s", item.Name, item.Given.Title, strings.TrimSpace(string(item.Body))))
	}
	return out
}

func TestMailbox(t *testing.T) {
	want := []string{
		"x.mbox:1: Quay opens: The quay is open.\n\nFrom there it is a mile to the mole.\n\nFrom the mole one sees the bay.",
		"x.mbox:2: nothing in it: a message without text",
		"x.mbox:3: Mole closes: The mole is closed.",
		"x.mbox: passed over: 1 attachment, 1 attached message, 1 picture",
	}
	if diff := cmp.Diff(want, told(box)); diff != "" {
		t.Error(diff)
	}
	for i, line := range want {
		want[i] = strings.ReplaceAll(line, "\n", "\r\n")
	}
	if diff := cmp.Diff(want, told(strings.ReplaceAll(box, "\n", "\r\n"))); diff != "" {
		t.Errorf("lines that end in CR LF: %s", diff)
	}
	long := strings.Replace(box, "The quay is open.", strings.Repeat("x", 100_000)+"\n\nThe quay is open.", 1)
	if got := told(long); len(got) != 4 || !strings.Contains(got[0], "The quay is open.") {
		t.Errorf("a line longer than what is held at a time: %.200q", got)
	}
	if !mail.LooksBox([]byte(box)) || mail.LooksBox([]byte("From here on 10:00 of 2026 it rained.\n\nAnd so it went: all day.")) || mail.LooksBox([]byte("From Mon Mar  2 10:00:00 2026")) {
		t.Error("what begins like a mailbox is not told from what does not")
	}
}

// TestACutMessage: what is there of a text is taken, and said to be cut.
func TestACutMessage(t *testing.T) {
	cut := "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\n\nThe quay is op"
	items, problems := 0, 0
	for item, err := range mail.Items("x.eml", strings.NewReader(cut), 1<<20) {
		if item != nil {
			items++
		} else if errors.Is(err, nutgraf.ErrFormat) {
			problems++
		}
	}
	if items != 1 || problems != 1 {
		t.Errorf("%d articles, %d errors", items, problems)
	}
}
