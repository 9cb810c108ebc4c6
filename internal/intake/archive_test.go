package intake_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf/internal/intake"
)

// pair is a member of an archive: its name and what it holds.
type pair struct{ name, body string }

func zipped(t testing.TB, members ...pair) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.Create(m.name)
		if err == nil {
			_, err = io.WriteString(w, m.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarred(t testing.TB, members ...pair) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		err := w.WriteHeader(&tar.Header{Name: m.name, Size: int64(len(m.body)), Mode: 0o600, Typeflag: tar.TypeReg})
		if err == nil {
			_, err = io.WriteString(w, m.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchives(t *testing.T) {
	members := []pair{
		{"a.txt", "Hello."},
		{"sub/b.html", "<p>Hej.</p>"},
		{"x.png", "Not taken."},
		{".git/c.txt", "Hidden."},
		{"__MACOSX/d.txt", "Hidden."},
		{"../../e.txt", "Outside?"},
		{"empty.txt", ""},
	}
	seen := func(archive string) []string {
		return []string{"a text Hello.", "b html <p>Hej.</p>", "e text Outside?", archive + "/empty.txt: nothing in it"}
	}
	deep := pair{"in.txt", "Deep."}
	nested := tarred(t, pair{"three.zip", string(zipped(t, pair{"two.tar", string(tarred(t, pair{"one.zip", string(zipped(t, deep))}))}))})
	dir := folder(t, map[string][]byte{
		"z.zip": zipped(t, members...), "t.tar": tarred(t, members...), "g.tar.gz": packed(t, gzipped, string(tarred(t, members...))),
		"s.tar.zst": packed(t, zstandard, string(tarred(t, members...))), "none": zipped(t, pair{"x.png", "Not taken."}),
		"nested.tar": nested, "good.zip": zipped(t, pair{"two.tar", string(tarred(t, deep))}), "cut.zip": zipped(t, members...)[:100],
		"cut.tar": tarred(t, members...)[:1100], "lines.zip": zipped(t, pair{"l.jsonl", `{"id":"x","text":"Jo."}`}),
	})
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, want := range map[string][]string{
		"z.zip": seen(at("z.zip")), "t.tar": seen(at("t.tar")), "g.tar.gz": seen(at("g.tar.gz")), "s.tar.zst": seen(at("s.tar.zst")),
		"none":       {at("none") + ": no article in this zip"},
		"nested.tar": {at("nested.tar/three.zip/two.tar/one.zip") + ": too large: archives nested over 3 deep"},
		"good.zip":   {"in text Deep."},
		"cut.zip":    {at("cut.zip") + ": cannot be read in this format: a zip archive that is broken or cut short"},
		"cut.tar":    {"a text Hello.", at("cut.tar") + ": cannot be read in this format: a tar archive that is broken or cut short after 1 members"},
		"lines.zip":  {"x text Jo."},
	} {
		if diff := cmp.Diff(want, collect(&intake.Reader{}, at(name))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	stdin := &intake.Reader{Stdin: bytes.NewReader(zipped(t, deep))}
	if diff := cmp.Diff([]string{"in text Deep."}, collect(stdin, "-")); diff != "" {
		t.Errorf("standard input: %s", diff)
	}
}

func TestBombs(t *testing.T) {
	zeros := strings.Repeat(" ", 80<<20)
	dir := folder(t, map[string][]byte{
		"a.warc.gz": packed(t, gzipped, "WARC/1.0\nWARC-Type: request\nContent-Length: 99999999999\n\n"+zeros), "b.zip": zipped(t, pair{"l.jsonl", zeros}),
	})
	for _, name := range []string{"a.warc.gz", "b.zip"} {
		got := strings.Join(collect(&intake.Reader{}, filepath.Join(dir, name)), "\n")
		if !strings.Contains(got, "unpacks to over 200 times its size") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestWhatIsPassedOverIsSaid(t *testing.T) {
	warc := "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"
	dir := folder(t, map[string][]byte{"a.warc": []byte(warc), "b.txt": []byte("Hello."), "c.zip": zipped(t, pair{"x.png", ""})})
	var said []string
	r := &intake.Reader{Aside: func(err error) { said = append(said, err.Error()) }}
	if diff := cmp.Diff([]string{"b text Hello."}, collect(r, dir)); diff != "" {
		t.Error(diff)
	}
	want := []string{
		filepath.Join(dir, "a.warc") + ": passed over: 1 request record",
		filepath.Join(dir, "a.warc") + ": passed over: no article in this warc", filepath.Join(dir, "c.zip") + ": passed over: no article in this zip",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
}

func TestAddressesAreRefusedWithoutAFetcher(t *testing.T) {
	want := []string{"https://a.example/1: an address, and this command fetches nothing"}
	if diff := cmp.Diff(want, collect(&intake.Reader{}, "https://a.example/1")); diff != "" {
		t.Error(diff)
	}
}

func TestABrokenPieceOfAWebArchiveCostsItsRecord(t *testing.T) {
	record := func(n string) []byte {
		body := "<html><p>Quay " + n + "</p>" + strings.Repeat("<!-- "+n+" -->", 50)
		head := "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nWARC-Target-URI: https://a.example/" + n + "\r\nContent-Length: "
		return packed(t, gzipped, head+strconv.Itoa(len(body))+"\r\n\r\n"+body+"\r\n\r\n")
	}
	second := record("2")
	second[len(second)-6] ^= 0xff // its checksum
	dir := folder(t, map[string][]byte{"a.warc.gz": slices.Concat(record("1"), second, record("3"), record("4"))})
	got := collect(&intake.Reader{}, filepath.Join(dir, "a.warc.gz"))
	all := strings.Join(got, "\n")
	for _, n := range "134" {
		if !strings.Contains(all, "https://a.example/"+string(n)+" ") {
			t.Errorf("record %c is missing:\n%s", n, all)
		}
	}
	if !strings.Contains(all, "record 2: damaged: broken gzip; went on behind it") {
		t.Errorf("the broken record is not named:\n%s", all)
	}
	second = record("2")
	second[len(second)/2] ^= 0xff // its words
	dir = folder(t, map[string][]byte{"b.warc.gz": slices.Concat(record("1"), second, record("3"))})
	got = collect(&intake.Reader{}, filepath.Join(dir, "b.warc.gz"))
	if !strings.Contains(got[0], "https://a.example/1 ") || !strings.Contains(strings.Join(got, "\n"), "record 2: ") {
		t.Errorf("got %q", got)
	}
}
