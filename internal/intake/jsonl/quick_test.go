package jsonl

import (
	"encoding/json"
	"reflect"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestQuick(t *testing.T) {
	for line, want := range map[string]bool{
		`{"id": "a/1", "text": "It rained.\n\n\u201cYes,\u201d he said.", "title": null}`: true,
		` {"id":"a","lang":"en","text":"\ud83d\ude00 \"\\\/\b\f\r\t"} `:                   true,
		`{}`:                        true,
		`{"id": 7, "text": "a"}`:    false,
		`{"ID": "a", "text": "b"}`:  false,
		`{"text": "a", "more": ""}`: true,
		`{"text": "a", "more": 1}`:  false,
		`{"text": "\ud83d"}`:        false,
		`{"text": "a",}`:            false,
		`{"text": "a"`:              false,
		`{"text" "a"}`:              false,
		`{"text": "a"} {}`:          false,
		`{"byline": ["a"]}`:         false,
		``:                          false,
	} {
		var o object
		if got := o.quick([]byte(line)); got != want {
			t.Errorf("%s: quick is %v, want %v", line, got, want)
		}
	}
}

// agree fails where a line that quick takes is another object to encoding/json.
func agree(t interface{ Fatalf(string, ...any) }, line string) {
	var quick, slow object
	if !utf8.ValidString(line) || !quick.quick([]byte(line)) {
		return
	}
	if err := json.Unmarshal([]byte(line), &slow); err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	if diff := cmp.Diff(slow, quick); diff != "" {
		t.Fatalf("%s: %s", line, diff)
	}
}

func TestQuickAgreesWithJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		agree(t, rapid.StringMatching(`\{("(id|text|title|url|html|lang|Text|blocks|x)" ?: ?("(a|\\n|\\u00e9|\\ud83d\\ude00|\\"|é|\\u[dD]83d|\\u12)*"|null),? ?){0,3}\}`).Draw(t, "line"))
	})
}

func FuzzQuick(f *testing.F) {
	f.Add(`{"id": "a", "text": "It \u201crained\u201d.\n", "title": null}`)
	f.Fuzz(func(t *testing.T, line string) { agree(t, line) })
}

// The names that quick knows are those by which encoding/json fills an object.
func TestNames(t *testing.T) {
	var want []string
	for field := range reflect.TypeFor[object]().Fields() {
		want = append(want, field.Tag.Get("json"))
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
}
