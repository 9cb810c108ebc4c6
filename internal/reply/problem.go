package reply

import (
	"encoding/json"
	"net/http"
)

// ProblemMedia is the media type of a Problem.
const ProblemMedia = "application/problem+json"

// Problem is an error as programs are told of it (RFC 9457).
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
}

// NewProblem tells of a status, in plain words.
func NewProblem(status int, detail string) Problem {
	return Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
}

// JSON is the problem as it is sent.
func (p Problem) JSON() []byte {
	b, _ := json.Marshal(p) // words and a number cannot fail
	return append(b, '\n')
}

// Reply is the answer that tells of the problem.
func (p Problem) Reply() *Reply {
	return &Reply{Status: p.Status, Media: ProblemMedia, Body: p.JSON()}
}
