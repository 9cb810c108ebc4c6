package sqlite

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// packer packs captures with zstd, for they are large and seldom read, and
// values as JSON with S2, which costs next to nothing. The coders are made when
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
