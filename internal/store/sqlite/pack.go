package sqlite

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// packer packs captures, values and pages with zstd: values as JSON, pages of
// stories as gob, which is read three times as fast. Files of older versions have
// values and pages packed with S2, which is read, too. The coders are made when
// first needed and then used by all.
type packer struct {
	once    sync.Once
	encoder *zstd.Encoder
	decoder *zstd.Decoder
	err     error
}

func (p *packer) open() error {
	p.once.Do(func() {
		p.encoder, p.err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2), zstd.WithLowerEncoderMem(true))
		if p.err == nil {
			p.decoder, p.err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(1<<30))
		}
	})
	return p.err
}

// bytes packs bytes as they are.
func (p *packer) bytes(raw []byte) ([]byte, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	return p.encoder.EncodeAll(raw, nil), nil
}

// unpacked returns packed bytes as they were.
func (p *packer) unpacked(packed []byte) ([]byte, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	var raw []byte
	var err error
	if len(packed) == 0 || bytes.HasPrefix(packed, zstdMagic) {
		raw, err = p.decoder.DecodeAll(packed, nil)
	} else {
		raw, err = unpackedS2(packed)
	}
	return raw, damaged(err)
}

// zstdMagic begins what is packed with zstd. With S2 nothing begins so: it would have
// to copy from what is not there yet.
var zstdMagic = []byte{0x28, 0xb5, 0x2f, 0xfd}

// value packs a value.
func (p *packer) value(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return p.bytes(raw)
}

// unpack reads a value.
func (p *packer) unpack(packed []byte, v any) error {
	raw, err := p.unpacked(packed)
	if err != nil {
		return err
	}
	return damaged(json.Unmarshal(raw, v))
}

func damaged(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %w", nutgraf.ErrDamaged, err)
}

// gobbed stands before a value that is gob. JSON never begins so.
const gobbed = 0

// page packs the page of a story, which may be large.
func (p *packer) page(page *nutgraf.StoryPage) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte(gobbed)
	if err := gob.NewEncoder(&b).Encode(page); err != nil {
		return nil, err
	}
	return p.bytes(b.Bytes())
}

// unpackPage reads the page of a story, of an older file, too.
func (p *packer) unpackPage(packed []byte, page *nutgraf.StoryPage) error {
	raw, err := p.unpacked(packed)
	switch {
	case err != nil:
		return err
	case len(raw) > 0 && raw[0] == gobbed:
		return damaged(gob.NewDecoder(bytes.NewReader(raw[1:])).Decode(page))
	}
	return damaged(json.Unmarshal(raw, page))
}

// largestValue bounds what damaged bytes can make the program allocate.
const largestValue = 1 << 29

func unpackedS2(packed []byte) ([]byte, error) {
	n, err := s2.DecodedLen(packed)
	if err != nil {
		return nil, err
	}
	if n > largestValue {
		return nil, s2.ErrTooLarge
	}
	return s2.Decode(nil, packed)
}
