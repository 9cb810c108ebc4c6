package mcp

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
)

// Messages passes on the messages that an assistant writes, one a line, and the
// answers to them. What is no message is answered by a word and left out, where
// the SDK would end the whole conversation. When the assistant has said all, the
// end is passed on after the last answer, where the SDK would drop what it is
// still working on.
func Messages(ctx context.Context, in io.Reader, out io.Writer) (io.Reader, io.WriteCloser) {
	o := &open{out: out, calls: map[any]bool{}, fewer: make(chan struct{}, 1)}
	return &messages{ctx: ctx, in: bufio.NewReaderSize(in, 1<<16), out: out, open: o}, o
}

type messages struct {
	ctx     context.Context
	in      *bufio.Reader
	out     io.Writer
	open    *open
	left    []byte // of a message that is being passed on
	batches bool   // whether the protocol agreed on has batches
}

// Read passes on what is left of a message, else of the next one.
func (m *messages) Read(p []byte) (int, error) {
	for len(m.left) == 0 {
		line, err := m.line()
		if errors.Is(err, io.EOF) {
			m.open.wait(m.ctx)
		}
		if err != nil {
			return 0, err
		}
		if len(line) == 0 {
			continue
		}
		if code, why := m.wrong(line); code != 0 {
			if err := m.refuse(line, code, why); err != nil {
				return 0, err
			}
			continue
		}
		m.left = append(line, '\n')
	}
	n := copy(p, m.left)
	m.left = m.left[n:]
	return n, nil
}

// line is the next line without the white space around it. Of one that is too
// long nothing is kept but its beginning, which is no message.
func (m *messages) line() ([]byte, error) {
	var line []byte
	for {
		part, err := m.in.ReadSlice('\n')
		line = append(line, part[:min(len(part), largestBody+1-len(line))]...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) == 0:
			return nil, err
		}
		return bytes.TrimSpace(line), nil
	}
}

// wrong says why a line is no message that can be taken; 0 when it is one.
func (m *messages) wrong(line []byte) (code int, why string) {
	if len(line) > largestBody {
		return jsonrpc.CodeInvalidRequest, "a message of over 1 MiB"
	}
	if !json.Valid(line) {
		return jsonrpc.CodeParseError, "a line that is not JSON"
	}
	all := parted(line)
	if line[0] == '[' {
		if len(all) == 0 {
			return jsonrpc.CodeInvalidRequest, "an empty batch"
		}
		if !m.batches {
			return jsonrpc.CodeInvalidRequest, "this version of the protocol has no batches"
		}
	}
	heard := make([]jsonrpc.Message, len(all))
	for i, one := range all {
		var err error
		if heard[i], err = jsonrpc.DecodeMessage(one); err != nil {
			return jsonrpc.CodeInvalidRequest, "no message of JSON-RPC 2.0"
		}
	}
	for _, message := range heard {
		m.hear(message)
	}
	return 0, ""
}

// hear notes what will be answered, and which version of the protocol an
// assistant begins with: those after 2025-03-26 have no batches.
func (m *messages) hear(message jsonrpc.Message) {
	r, ok := message.(*jsonrpc.Request)
	if !ok {
		return
	}
	m.open.asked(r)
	if r.Method != "initialize" {
		return
	}
	var asked struct {
		Version string `json:"protocolVersion"`
	}
	m.batches = json.Unmarshal(r.Params, &asked) == nil && asked.Version != "" && asked.Version <= "2025-03-26"
}

// refuse answers a line that is no message, under its id where it has one.
func (m *messages) refuse(line []byte, code int, why string) error {
	var o struct {
		ID any `json:"id"`
	}
	_ = json.Unmarshal(line, &o) // a line without an id that can be read is answered under none
	switch o.ID.(type) {
	case string, float64:
	default:
		o.ID = nil
	}
	raw, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": o.ID, "error": map[string]any{"code": code, "message": why}})
	if err == nil {
		_, err = m.out.Write(append(raw, '\n'))
	}
	return err
}
