package sqlite

import (
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"

	"nutgraf"
)

// packer packs bytes and values with zstd. Its coders are made when first
// needed and then used by all.
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
			p.decoder, p.err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(4), zstd.WithDecoderMaxMemory(1<<30))
		}
	})
	return p.err
}

func (p *packer) bytes(raw []byte) ([]byte, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	return p.encoder.EncodeAll(raw, nil), nil
}

func (p *packer) value(v any) ([]byte, error) {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return p.bytes(raw)
}

func (p *packer) unpack(packed []byte) ([]byte, error) {
	if err := p.open(); err != nil {
		return nil, err
	}
	raw, err := p.decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", nutgraf.ErrDamaged, err)
	}
	return raw, nil
}

func (p *packer) into(packed []byte, v any) error {
	raw, err := p.unpack(packed)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, v); err != nil {
		return fmt.Errorf("%w: %w", nutgraf.ErrDamaged, err)
	}
	return nil
}
