// Package batch reads Kafka record sets (sequences of RecordBatch v2) in place: it checks each
// batch's CRC-32C, decompresses, leaves out what a consumer must not see (control records, aborted
// transactions, offsets outside the wanted range) and hands the records' values out as spans.
package batch

import (
	"encoding/binary"
	"hash/crc32"
)

// A RecordBatch v2, all numbers big-endian:
//
//	 0 base offset (8)      16 magic = 2 (1)         27 first time (8)       51 producer epoch (2)
//	 8 length behind (4)    17 CRC of 21.. (4)       35 largest time (8)     53 base sequence (4)
//	12 leader epoch (4)     21 attributes (2)        43 producer id (8)      57 records (4)
//	                        23 last offset delta (4)                         61 the records
//
// The magic byte is at the same place in the older message sets.
const (
	atLength   = 8
	atEpoch    = 12
	atMagic    = 16
	atCRC      = 17
	atAttrs    = 21
	atLast     = 23
	atTime     = 27
	atMaxTime  = 35
	atProducer = 43
	atCount    = 57
	headerSize = 61
	// prefixSize is what stands before the part that the length counts.
	prefixSize = 12
	// smallestMessage is the size behind the prefix of an empty message of format v0.
	smallestMessage = 14
)

const (
	codecMask     = 0x07
	logAppendTime = 0x08
	transactional = 0x10
	control       = 0x20
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// header is the decoded fixed part of a batch.
type header struct {
	base      int64 // offset of the first record, also when that one was compacted away
	last      int64 // offset of the last record, likewise
	epoch     int32
	attrs     uint16
	firstTime int64
	maxTime   int64
	producer  int64
	count     int // records inside
	size      int // bytes of the whole batch
}

// complete reports the size of the batch at the start of b, and whether all of it is there.
func complete(b []byte) (size int, ok bool) {
	if len(b) < prefixSize {
		return 0, false
	}
	n := int(int32(binary.BigEndian.Uint32(b[atLength:])))
	if n < 0 {
		return n, true
	}
	return prefixSize + n, len(b) >= prefixSize+n
}

// parseHeader decodes and checks the fixed part of the complete batch b. The CRC is checked apart,
// since a batch that is skipped whole need not be summed.
func parseHeader(b []byte) (header, error) {
	base := int64(binary.BigEndian.Uint64(b))
	if len(b) <= atMagic {
		return header{base: base}, errShort(base, len(b))
	}
	if b[atMagic] != 2 {
		return header{base: base}, errMagic(base, b[atMagic])
	}
	if len(b) < headerSize {
		return header{base: base}, errShort(base, len(b))
	}
	h := header{
		base:      base,
		epoch:     int32(binary.BigEndian.Uint32(b[atEpoch:])),
		attrs:     binary.BigEndian.Uint16(b[atAttrs:]),
		firstTime: int64(binary.BigEndian.Uint64(b[atTime:])),
		maxTime:   int64(binary.BigEndian.Uint64(b[atMaxTime:])),
		producer:  int64(binary.BigEndian.Uint64(b[atProducer:])),
		count:     int(int32(binary.BigEndian.Uint32(b[atCount:]))),
		size:      len(b),
	}
	delta := int64(int32(binary.BigEndian.Uint32(b[atLast:])))
	h.last = base + delta
	if base < 0 || delta < 0 || h.last < base || h.count < 0 || int64(h.count) > delta+1 {
		return h, errHeader(base, delta, h.count)
	}
	return h, nil
}

// checkCRC compares the stored CRC-32C with that of the bytes behind it.
func checkCRC(b []byte) error {
	want := binary.BigEndian.Uint32(b[atCRC:])
	if got := crc32.Checksum(b[atAttrs:], castagnoli); got != want {
		return errCRC(int64(binary.BigEndian.Uint64(b)), want, got)
	}
	return nil
}

// End returns the offset behind the last complete batch of a record set, and that batch's leader
// epoch, from the headers alone. With no complete batch it returns from and -1. A batch that is not
// well-formed ends the search; Set.Fill reports it.
func End(set []byte, from int64) (next int64, epoch int32) {
	next, epoch = from, -1
	for len(set) > 0 {
		size, ok := complete(set)
		if !ok || size < prefixSize {
			break
		}
		h, err := parseHeader(set[:size])
		if err != nil {
			break
		}
		next, epoch = max(next, h.last+1), h.epoch
		set = set[size:]
	}
	return next, epoch
}
