package extract

import (
	"errors"
	"testing"

	"nutgraf"
)

// UTF-32 begins as UTF-16 does, and is no text that can be read.
func TestUTF32IsRefused(t *testing.T) {
	body := []byte{0xFF, 0xFE, 0, 0}
	for _, c := range "The quay of Vestby is closed until Friday, the harbour master said." {
		body = append(body, byte(c), 0, 0, 0)
	}
	if _, _, err := textOf(&nutgraf.Item{Name: "day.txt", Body: body}); !errors.Is(err, nutgraf.ErrFormat) {
		t.Errorf("the error is %v", err)
	}
}
