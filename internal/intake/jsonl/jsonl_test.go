package jsonl_test

import (
	"strings"
	"testing"

	"nutgraf/internal/intake/jsonl"
)

func TestMembersOfOtherTypes(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":"a","text":["x"]}`:            `"text" cannot be an array`,
		`{"id":"a","text":"x","lang":["x"]}`: `"lang" cannot be an array`,
		`{"id":"a","text":"x","url":{}}`:     `"url" cannot be an object`,
		`{"id":"a","text":"x","date":true}`:  `"date" cannot be a truth value`,
		`{"id":"a","text":"x","byline":[5]}`: `"byline" cannot be a number`,
		`{"id":"a","text":"x","byline":{}}`:  `"byline" cannot be an object`,
	} {
		for _, err := range jsonl.Items("x", strings.NewReader(line), 1<<20) {
			if err == nil || !strings.HasSuffix(err.Error(), "cannot be read in this format: "+want) {
				t.Errorf("%s: %v", line, err)
			}
		}
	}
}
