package sqlite

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"errors"
	"testing"

	"github.com/klauspost/compress/s2"

	"nutgraf"
)

// TestOlderPacking reads what older versions have packed, and what this one packs.
func TestOlderPacking(t *testing.T) {
	var p packer
	want := nutgraf.StoryPage{ID: "s1", Title: "The pier at Saltmere is shut"}
	raw, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var gobs bytes.Buffer
	gobs.WriteByte(gobbed)
	if err := gob.NewEncoder(&gobs).Encode(&want); err != nil {
		t.Fatal(err)
	}
	now, err := p.page(&want)
	if err != nil {
		t.Fatal(err)
	}
	for name, packed := range map[string][]byte{"JSON in S2": s2.Encode(nil, raw), "gob in S2": s2.Encode(nil, gobs.Bytes()), "now": now} {
		var got nutgraf.StoryPage
		if err := p.unpackPage(packed, &got); err != nil || got.ID != want.ID || got.Title != want.Title {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	value, err := p.value(want)
	if err != nil {
		t.Fatal(err)
	}
	for name, packed := range map[string][]byte{"older value": s2.Encode(nil, raw), "value now": value} {
		var got nutgraf.StoryPage
		if err := p.unpack(packed, &got); err != nil || got.Title != want.Title {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, broken := range [][]byte{value[:len(value)/2], {0x28, 0xb5, 0x2f, 0xfd}, {0xff, 0xff}} {
		if err := p.unpack(broken, new(nutgraf.StoryPage)); !errors.Is(err, nutgraf.ErrDamaged) {
			t.Errorf("%x: %v", broken, err)
		}
	}
	if got, err := p.unpacked(nil); err != nil || len(got) > 0 {
		t.Errorf("nothing: %x, %v", got, err)
	}
}
