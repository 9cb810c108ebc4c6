package intake_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
	"nutgraf/internal/intake"
)

// seen is an item or an error in few words.
func seen(item *nutgraf.Item, err error) string {
	if err != nil {
		return err.Error()
	}
	return item.ID + " " + string(item.Media) + " " + string(item.Body)
}

func collect(r *intake.Reader, paths ...string) []string {
	var out []string
	for item, err := range r.Items(paths) {
		out = append(out, seen(item, err))
	}
	return out
}

func packed(t testing.TB, with func(io.Writer) io.WriteCloser, body string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := with(&b)
	_, err := io.WriteString(w, body)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

func zstandard(w io.Writer) io.WriteCloser {
	z, err := zstd.NewWriter(w)
	if err != nil {
		panic(err)
	}
	return z
}

func folder(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o750), os.WriteFile(path, body, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestPaths(t *testing.T) {
	page, line := "<html><p>Hej.</p></html>", `{"id":"x","text":"Jo."}`
	dir := folder(t, map[string][]byte{
		"a.txt": []byte("\xef\xbb\xbfHello."), "b.html.gz": packed(t, gzipped, page), "c.txt.zst": packed(t, zstandard, "Hi."),
		"d.jsonl": []byte(line + "\n\n" + `{"text":"No id."}` + "\n" + `{"text":"Addressed.","url":"https://a.example/1"}`),
		"e":       []byte(page), "f": []byte(line), "g.unknown": []byte("Plain."), "sub/h.txt": []byte("Below."),
		".hidden/i.txt": []byte("Hidden."), "j.png": []byte("Not taken."), "cut.txt.gz": []byte("\x1f\x8b\x08"), "k.txt": nil,
	})
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		name string
		path string
		want []string
	}{
		{"text, its byte order mark taken off", "a.txt", []string{"a text Hello."}},
		{"a packed page", "b.html.gz", []string{"b html " + page}},
		{"zstd", "c.txt.zst", []string{"c text Hi."}},
		{"lines", "d.jsonl", []string{"x text Jo.", "d-3 text No id.", "https://a.example/1 text Addressed."}},
		{"a page by its first bytes", "e", []string{"e html " + page}},
		{"lines by their first bytes", "f", []string{"x text Jo."}},
		{"anything else is text", "g.unknown", []string{"g.unknown text Plain."}},
		{"a folder", "sub", []string{"h text Below."}},
		{"a hidden folder, when it is named", ".hidden", []string{"i text Hidden."}},
		{"broken gzip", "cut.txt.gz", []string{at("cut.txt.gz") + ": cannot be read in this format: broken gzip"}},
		{"an empty file", "k.txt", []string{at("k.txt") + ": nothing in it"}},
		{"no such file", "none.txt", []string{at("none.txt") + ": no such file or folder"}},
	} {
		if diff := cmp.Diff(c.want, collect(&intake.Reader{}, at(c.path))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	all := collect(&intake.Reader{}, dir)
	if len(all) != 9 {
		t.Errorf("the whole folder gives %d items and errors, want 9:\n%s", len(all), strings.Join(all, "\n"))
	}
}

func TestAFolderWithoutArticles(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.png": nil})
	want := []string{dir + ": no articles in this folder"}
	if diff := cmp.Diff(want, collect(&intake.Reader{}, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestStandardInput(t *testing.T) {
	for in, want := range map[string]string{
		"Text.": "stdin text Text.", "<html>": "stdin html <html>", `{"id":"x","text":"Jo."}`: "x text Jo.",
		"": "standard input: nothing in it",
	} {
		if diff := cmp.Diff([]string{want}, collect(&intake.Reader{Stdin: strings.NewReader(in)}, "-")); diff != "" {
			t.Errorf("%q: %s", in, diff)
		}
	}
}

func TestWhatIsTooLargeIsRefused(t *testing.T) {
	dir := folder(t, map[string][]byte{
		"long.txt":     bytes.Repeat([]byte("ab "), 1<<20),
		"bomb.html.gz": packed(t, gzipped, strings.Repeat("<p>0", 1<<20)),
		"lines.jsonl":  []byte(`{"id":"x","text":"` + strings.Repeat("a", 3<<20) + `"}` + "\n" + `{"id":"y","text":"Jo."}`),
	})
	r := &intake.Reader{Limit: 1 << 20}
	want := []string{
		filepath.Join(dir, "bomb.html.gz") + ": too large: over 1 MB",
		filepath.Join(dir, "lines.jsonl") + ": line 1: too large: a line over 2 MB",
		"y text Jo.",
		filepath.Join(dir, "long.txt") + ": too large: over 1 MB",
	}
	if diff := cmp.Diff(want, collect(r, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestPagesInUTF16NeedNoMark(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.html": []byte("<\x00h\x00t\x00m\x00"), "b.html": []byte("\x00\n\x00<\x00!\x00d"), "c.html": []byte("GIF\x00\x00")})
	want := []string{"a html <\x00h\x00t\x00m\x00", "b html \x00\n\x00<\x00!\x00d", filepath.Join(dir, "c.html") + ": cannot be read in this format: binary, not a page"}
	if diff := cmp.Diff(want, collect(&intake.Reader{}, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestAPageOfAHundredMegabytes(t *testing.T) {
	dir := folder(t, map[string][]byte{"a.html": []byte("<p>Quay</p>"), "b.txt": []byte("Jo.")})
	if err := os.Truncate(filepath.Join(dir, "a.html"), 100<<20); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{filepath.Join(dir, "a.html") + ": too large: over 16 MB", "b text Jo."}, collect(&intake.Reader{}, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestStoppingEarly(t *testing.T) {
	files := fstest.MapFS{"a.txt": {Data: []byte("A.")}, "b.txt": {Data: []byte("B.")}}
	for item, err := range (&intake.Reader{}).FS(files, "sample") {
		if got := seen(item, err); got != "a text A." {
			t.Errorf("first is %q", got)
		}
		break
	}
}

// Every row of the list can be found by its endings and its name.
func TestFormats(t *testing.T) {
	names := map[string]bool{}
	for _, f := range intake.Formats {
		if names[f.Name] || f.Name == "" || len(f.Exts) == 0 || f.Looks == nil || (f.Items == nil) == (f.Members == nil) {
			t.Errorf("format %q is not complete, or is there twice", f.Name)
		}
		names[f.Name] = true
		for _, ext := range f.Exts {
			if id := intake.ID("folder/name" + ext + ".gz"); id != "name" {
				t.Errorf("%s: the id of name%s.gz is %q", f.Name, ext, id)
			}
		}
	}
}

// No input makes intake panic, and what it refuses it refuses by name.
func FuzzStandardInput(f *testing.F) {
	for _, s := range []string{"Text.", "<html>", `{"id":1,"text":"Jo.","blocks":[{"kind":"paragraph","start":0,"end":9}],"schema":"nutgraf/1"}`, "{\n{}\n[]", "\x1f\x8b\x08", "\x28\xb5\x2f\xfd"} {
		f.Add([]byte(s))
	}
	inner := []pair{{"a.txt", "Text."}, {"b.html", "<p>Hej."}, {"c.warc", "WARC/1.0\nWARC-Type: resource\nContent-Length: 9\n\n<p>Hej.</p"}}
	f.Add(zipped(f, inner...))
	f.Add(tarred(f, inner...))
	f.Add(packed(f, gzipped, string(tarred(f, pair{"in.zip", string(zipped(f, inner...))}))))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := &intake.Reader{Stdin: bytes.NewReader(in), Limit: 1 << 16}
		for item, err := range r.Items([]string{"-"}) {
			var refused *nutgraf.ItemError
			switch {
			case err == nil && (item.ID == "" || len(item.Body) == 0):
				t.Errorf("an item without id or body: %+v", item)
			case err != nil && (!errors.As(err, &refused) || refused.Name == ""):
				t.Errorf("an error without a name: %v", err)
			}
		}
	})
}
