package mcp

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
)

// TestTheEndComesAfterTheLastAnswer: an assistant that has said all at once is
// answered all the same.
func TestTheEndComesAfterTheLastAnswer(t *testing.T) {
	const calls = `{"jsonrpc":"2.0","id":1,"method":"ping"}
{"jsonrpc":"2.0","id":"a","method":"ping"}
{"jsonrpc":"2.0","method":"notifications/initialized"}
{"jsonrpc":"2.0","id":7,"method":"ping"}
{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}
`
	for name, answers := range map[string]string{
		"one by one": `{"jsonrpc":"2.0","id":1,"result":{}}` + "\n" + `{"jsonrpc":"2.0","id":"a","error":{"code":1,"message":"x"}}`,
		"a batch":    `[{"jsonrpc":"2.0","id":"a","result":{}},{"jsonrpc":"2.0","id":1,"result":{}}]`,
	} {
		synctest.Test(t, func(t *testing.T) {
			in, out := Messages(t.Context(), strings.NewReader(calls), io.Discard)
			ended := false
			go func() {
				_, _ = io.Copy(io.Discard, in)
				ended = true
			}()
			for line := range strings.SplitSeq(answers, "\n") {
				synctest.Wait()
				if ended {
					t.Fatalf("%s: it ended before the last answer", name)
				}
				if _, err := io.WriteString(out, line+"\n"); err != nil {
					t.Fatal(err)
				}
			}
			synctest.Wait()
			if !ended {
				t.Errorf("%s: it did not end after the last answer", name)
			}
		})
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("nobody listens") }

func TestNoAnswerIsWaitedForInVain(t *testing.T) {
	const call = `{"jsonrpc":"2.0","id":1,"method":"ping"}` + "\n"
	synctest.Test(t, func(t *testing.T) { // the clock of the bubble runs ahead
		in, _ := Messages(t.Context(), strings.NewReader(call), io.Discard)
		if got, err := io.ReadAll(in); err != nil || string(got) != call {
			t.Errorf("an answer that never comes: %q, %v", got, err)
		}
	})
	in, out := Messages(t.Context(), strings.NewReader(call), broken{})
	if got, err := in.Read(make([]byte, 1000)); err != nil || got != len(call) {
		t.Fatal(got, err)
	}
	if _, err := out.Write(bytes.TrimSpace([]byte(call))); err == nil {
		t.Error("no error for an answer that nobody hears")
	}
	if _, err := in.Read(make([]byte, 1000)); !errors.Is(err, io.EOF) {
		t.Errorf("after an answer that nobody hears: %v", err)
	}
}
