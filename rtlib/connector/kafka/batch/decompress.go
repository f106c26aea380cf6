package batch

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
)

// Compression codecs, the lowest three bits of a batch's attributes.
const (
	codecNone = iota
	codecGzip
	codecSnappy
	codecLZ4
	codecZstd
)

var codecNames = [8]string{
	codecGzip: "gzip", codecSnappy: "snappy", codecLZ4: "lz4", codecZstd: "zstd",
}

// maxPlain bounds one batch's decompressed size: a few KB can claim to be gigabytes. Brokers take
// batches of 1 MiB unless told otherwise, and text shrinks by less than 100.
const maxPlain = 256 << 20

// decompressor owns the buffer that records are decompressed into, and the state of each codec that
// has been met; all are made at first use, since most topics have one.
type decompressor struct {
	plain []byte // decompressed batches, without padding
	in    bytes.Reader
	gzip  *gzip.Reader
	lz4   *lz4.Reader
	zstd  *zstd.Decoder
}

// expand decompresses a batch's records and returns a buffer that ends with them, with padding
// behind, and where they start. With keep, what the buffer held stays in front.
func (d *decompressor) expand(b []byte, h *header, keep bool) (buf []byte, at int, err error) {
	if !keep {
		d.plain = d.plain[:0]
	}
	at = len(d.plain)
	codec := h.attrs & codecMask
	d.in.Reset(b)
	out := d.plain
	switch codec {
	case codecGzip:
		out, err = d.expandGzip(out)
	case codecSnappy:
		out, err = appendSnappy(out, b)
	case codecLZ4:
		out, err = d.expandLZ4(out)
	case codecZstd:
		out, err = d.expandZstd(out, b)
	default:
		return nil, 0, errCodec(h.base, codec)
	}
	if err != nil {
		return nil, 0, errDecompress(h.base, codec, err)
	}
	d.plain = slices.Grow(out, stream.Padding)
	return d.plain, at, nil
}

func (d *decompressor) expandGzip(out []byte) ([]byte, error) {
	if d.gzip == nil {
		d.gzip = new(gzip.Reader)
	}
	if err := d.gzip.Reset(&d.in); err != nil {
		return nil, err
	}
	return readAll(out, d.gzip)
}

func (d *decompressor) expandLZ4(out []byte) ([]byte, error) {
	if d.lz4 == nil {
		d.lz4 = lz4.NewReader(nil)
	}
	d.lz4.Reset(&d.in)
	return readAll(out, d.lz4)
}

// expandZstd decodes on the calling goroutine: the decoder's own ones would never end.
func (d *decompressor) expandZstd(out, b []byte) ([]byte, error) {
	if d.zstd == nil {
		z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true),
			zstd.WithDecoderMaxMemory(maxPlain))
		if err != nil {
			return nil, err
		}
		d.zstd = z
	}
	return d.zstd.DecodeAll(b, out)
}

// readAll appends what r gives, up to maxPlain bytes.
func readAll(out []byte, r io.Reader) ([]byte, error) {
	limit := len(out) + maxPlain
	for {
		out = slices.Grow(out, 4<<10)
		n, err := r.Read(out[len(out):cap(out)])
		out = out[:len(out)+n]
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		if len(out) > limit {
			return nil, errTooLarge(maxPlain)
		}
	}
}

// xerial is how the Java client frames snappy: this, two version numbers of four bytes, then chunks
// of a four-byte length and a block. Other clients send one bare block.
var xerial = []byte("\x82SNAPPY\x00")

const xerialHeader = 16

var errSnappy = errors.New("a block's length is wrong")

func appendSnappy(out, b []byte) ([]byte, error) {
	if !bytes.HasPrefix(b, xerial) {
		return appendBlock(out, b)
	}
	if len(b) < xerialHeader {
		return nil, errSnappy
	}
	start := len(out)
	for b = b[xerialHeader:]; len(b) > 0; {
		if len(b) < 4 {
			return nil, errSnappy
		}
		n := int(binary.BigEndian.Uint32(b))
		if n > len(b)-4 {
			return nil, errSnappy
		}
		var err error
		if out, err = appendBlock(out, b[4:4+n]); err != nil {
			return nil, err
		}
		if len(out)-start > maxPlain {
			return nil, errTooLarge(maxPlain)
		}
		b = b[4+n:]
	}
	return out, nil
}

func appendBlock(out, b []byte) ([]byte, error) {
	n, err := s2.DecodedLen(b)
	if err != nil {
		return nil, err
	}
	// A snappy element gives at most 64 bytes for two or three of its own, so a larger claim is
	// a lie that would only cost memory.
	if n > maxPlain || n > 32*len(b)+64 {
		return nil, errClaim(n, len(b))
	}
	out = slices.Grow(out, n)
	plain, err := s2.Decode(out[len(out):len(out)+n], b)
	if err != nil {
		return nil, err
	}
	return out[:len(out)+len(plain)], nil
}
