package batch

import (
	"bytes"
	"hash/crc32"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/snappy"
	"github.com/klauspost/compress/zstd"
	"github.com/pierrec/lz4/v4"
	"github.com/twmb/franz-go/pkg/kmsg"
)

// spec describes a batch for the tests; franz-go's encoder, which shares nothing with this package,
// makes the bytes.
type spec struct {
	base     int64
	values   []string // "\x00" stands for a NULL value
	offsets  []int32  // deltas; nil: 0, 1, 2, ...
	last     int32    // last offset delta; 0: that of the last record
	keys     bool
	headers  bool
	producer int64
	attrs    int16
	codec    int16
	time     int64
	maxTime  int64
	raw      []byte // instead of encoded records
	count    int32  // instead of len(values)
}

func (s spec) build(t testing.TB) []byte {
	var records []byte
	for i, v := range s.values {
		records = s.record(i, v).AppendTo(records)
	}
	if s.raw != nil {
		records = s.raw
	}
	b := kmsg.RecordBatch{
		FirstOffset: s.base, Magic: 2, Attributes: s.attrs | s.codec, PartitionLeaderEpoch: 7,
		LastOffsetDelta: max(s.last, s.delta(len(s.values)-1)), ProducerID: s.producer,
		FirstTimestamp: s.time, MaxTimestamp: s.maxTime, NumRecords: max(s.count, int32(len(s.values))),
		Records: compress(t, s.codec, records),
	}
	b.Length = int32(49 + len(b.Records))
	raw := b.AppendTo(nil)
	b.CRC = int32(crc32.Checksum(raw[21:], crc32.MakeTable(crc32.Castagnoli)))
	return b.AppendTo(nil)
}

func (s spec) delta(i int) int32 {
	if s.offsets != nil && i >= 0 {
		return s.offsets[i]
	}
	return int32(max(i, 0))
}

func (s spec) record(i int, v string) *kmsg.Record {
	r := &kmsg.Record{OffsetDelta: s.delta(i), Value: []byte(v), TimestampDelta64: int64(i) * 10}
	if v == "\x00" {
		r.Value = nil
	}
	if s.keys {
		r.Key = []byte("key of " + v)
	}
	if s.headers {
		r.Headers = []kmsg.Header{{Key: "trace", Value: []byte("abc")}, {Key: "null"}}
	}
	r.Length = int32(len(r.AppendTo(nil)) - 1) // the length itself was one byte: it is 0 so far
	return r
}

func compress(t testing.TB, codec int16, b []byte) []byte {
	var w bytes.Buffer
	var err error
	switch codec {
	case codecGzip:
		z := gzip.NewWriter(&w)
		_, err = z.Write(b)
		z.Close()
	case codecSnappy:
		return snappy.Encode(nil, b)
	case codecLZ4:
		z := lz4.NewWriter(&w)
		_, err = z.Write(b)
		z.Close()
	case codecZstd:
		z, _ := zstd.NewWriter(nil)
		return z.EncodeAll(b, nil)
	default:
		return b
	}
	if err != nil {
		t.Fatal(err)
	}
	return w.Bytes()
}

// padded joins batches into a record set with room for padding.
func padded(parts ...[]byte) []byte {
	set := bytes.Join(parts, nil)
	return append(make([]byte, 0, len(set)+stream.Padding), set...)
}

// row is what a test compares.
type row struct {
	offset int64
	value  string
	time   int64
}

// drain reads a whole set.
func drain(s *Set) (rows []row, err error) {
	var b stream.Block
	for {
		if err = s.Fill(&b); err != nil || len(b.Spans) == 0 {
			return rows, err
		}
		rows = appendRows(rows, &b)
	}
}

func appendRows(rows []row, b *stream.Block) []row {
	for i, sp := range b.Spans {
		r := row{offset: b.Base + int64(b.Delta[i]), value: "\x00"}
		if !sp.IsNull() {
			r.value = string(b.Buf[sp.Start:sp.End])
			_ = b.Buf[:cap(b.Buf)][int(sp.End)+stream.Padding-1]
		}
		if len(b.Time) > 0 {
			r.time = b.Time[i]
		}
		rows = append(rows, r)
	}
	return rows
}
