package input

import (
	"encoding/binary"
	"hash/crc32"

	"github.com/flinkc/flinkc/rtlib/stream"
)

const perBatch = 1000

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// RecordSet is the lines as values of record batches, version 2, uncompressed, without keys.
func RecordSet(lines [][]byte) []byte {
	var out []byte
	for base := 0; base < len(lines); base += perBatch {
		n := min(perBatch, len(lines)-base)
		var body []byte
		for i, l := range lines[base : base+n] {
			body = appendRecord(body, i, l)
		}
		out = appendBatch(out, base, n, body)
	}
	return append(out, make([]byte, 4*stream.Padding)...)[:len(out)]
}

func appendRecord(b []byte, delta int, value []byte) []byte {
	r := []byte{0}                           // attributes
	r = binary.AppendVarint(r, 0)            // time delta
	r = binary.AppendVarint(r, int64(delta)) // offset delta
	r = binary.AppendVarint(r, -1)           // no key
	r = binary.AppendVarint(r, int64(len(value)))
	r = binary.AppendVarint(append(r, value...), 0) // no headers
	return append(binary.AppendVarint(b, int64(len(r))), r...)
}

// appendBatch appends a batch of n records.
// https://kafka.apache.org/documentation/#recordbatch
func appendBatch(out []byte, base, n int, records []byte) []byte {
	const time = 1_700_000_000_000
	be := binary.BigEndian
	tail := be.AppendUint16(nil, 0)           // attributes; the checksum covers all from here on
	tail = be.AppendUint32(tail, uint32(n-1)) // last offset delta
	tail = be.AppendUint64(tail, time)        // first timestamp
	tail = be.AppendUint64(tail, time)        // greatest timestamp
	tail = be.AppendUint64(tail, ^uint64(0))  // producer id
	tail = be.AppendUint16(tail, ^uint16(0))  // producer epoch
	tail = be.AppendUint32(tail, ^uint32(0))  // base sequence
	tail = be.AppendUint32(tail, uint32(n))   // number of records
	tail = append(tail, records...)
	out = be.AppendUint64(out, uint64(base))
	out = be.AppendUint32(out, uint32(4+1+4+len(tail)))
	out = be.AppendUint32(out, 0) // leader epoch
	out = append(out, 2)          // magic
	out = be.AppendUint32(out, crc32.Checksum(tail, castagnoli))
	return append(out, tail...)
}
