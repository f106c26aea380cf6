package stream

import (
	"encoding/binary"
	"hash/crc32"

	"github.com/flinkc/flinkc/rtlib/value"
)

// What leaves the process is sealed: pages of state, batches.
//
//	byte 0        version of this layout and of value.Codec's
//	bytes 1-4     CRC-32C of all that follows
//	bytes 5-12    schema: the hash of what the content is
//	bytes 13-     content
//
// Numbers are little-endian. The compiler makes the schema of names, types and order of the
// columns, and of the aggregates; it is the same on every machine.
const (
	sealVersion = 1
	sealSize    = 13
	schemaAt    = 5
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Seal appends the content with its seal.
func Seal(dst []byte, schema uint64, content []byte) []byte {
	at := len(dst)
	dst = append(dst, sealVersion, 0, 0, 0, 0)
	dst = binary.LittleEndian.AppendUint64(dst, schema)
	dst = append(dst, content...)
	binary.LittleEndian.PutUint32(dst[at+1:], crc32.Checksum(dst[at+schemaAt:], castagnoli))
	return dst
}

// Unseal returns the content, which is a part of b. It refuses what was damaged, and what is of
// another schema or layout.
func Unseal(schema uint64, b []byte) ([]byte, error) {
	if len(b) < sealSize {
		return nil, value.ErrDamaged
	}
	if b[0] != sealVersion {
		return nil, errVersion(b[0])
	}
	if binary.LittleEndian.Uint32(b[1:]) != crc32.Checksum(b[schemaAt:], castagnoli) {
		return nil, value.ErrDamaged
	}
	if got := binary.LittleEndian.Uint64(b[schemaAt:]); got != schema {
		return nil, errSchema(got, schema)
	}
	return b[sealSize:], nil
}
