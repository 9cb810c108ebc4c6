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

// packer packs captures with zstd, for they are large and seldom read, and
// values as JSON with S2, which costs next to nothing; pages of stories as gob,
// which is read three times as fast. The coders are made when
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

func (p *packer) capture(raw []byte) ([]byte, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	return p.encoder.EncodeAll(raw, nil), nil
}

func (p *packer) captured(packed []byte) ([]byte, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	raw, err := p.decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", nutgraf.ErrDamaged, err)
	}
	return raw, nil
}

func pack(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return s2.Encode(nil, raw), nil
}

func unpack(packed []byte, v any) error {
	raw, err := unpacked(packed)
	if err == nil {
		err = json.Unmarshal(raw, v)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", nutgraf.ErrDamaged, err)
	}
	return nil
}

// gobbed stands before a value that is gob. JSON never begins so.
const gobbed = 0

// packPage packs the page of a story, which may be large.
func packPage(p *nutgraf.StoryPage) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte(gobbed)
	if err := gob.NewEncoder(&b).Encode(p); err != nil {
		return nil, err
	}
	return s2.Encode(nil, b.Bytes()), nil
}

// unpackPage reads the page of a story, of an older file, too.
func unpackPage(packed []byte, p *nutgraf.StoryPage) error {
	raw, err := unpacked(packed)
	switch {
	case err != nil:
	case len(raw) > 0 && raw[0] == gobbed:
		err = gob.NewDecoder(bytes.NewReader(raw[1:])).Decode(p)
	default:
		err = json.Unmarshal(raw, p)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", nutgraf.ErrDamaged, err)
	}
	return nil
}

// largestValue bounds what damaged bytes can make the program allocate.
const largestValue = 1 << 29

func unpacked(packed []byte) ([]byte, error) {
	n, err := s2.DecodedLen(packed)
	if err != nil {
		return nil, err
	}
	if n > largestValue {
		return nil, s2.ErrTooLarge
	}
	return s2.Decode(nil, packed)
}
