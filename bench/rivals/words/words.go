// Package words reads a block's buffer by words, for the rivals that are specialised by hand: no
// bounds checks, no calls, no tests that their data does not need. Reach bytes behind a record must
// be readable. It is the rivals' own, so that what the runtime does can be measured against it.
package words

import (
	"encoding/binary"
	"math/bits"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Reach is how far behind a record the primitives may read.
const Reach = 32

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// Buffer is a block's buffer.
type Buffer struct{ at unsafe.Pointer }

// Open is the buffer with a record's start and end.
func Open(buf []byte, s stream.Span) (b Buffer, p, e int) {
	_ = buf[int(s.End)+Reach-1]
	return Buffer{unsafe.Pointer(unsafe.SliceData(buf))}, int(s.Start), int(s.End)
}

// Word is eight bytes, the first one in the low bits.
func (b Buffer) Word(p int) uint64 {
	return binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(b.at, p))[:])
}

// Half is four bytes.
func (b Buffer) Half(p int) uint32 {
	return binary.LittleEndian.Uint32((*[4]byte)(unsafe.Add(b.at, p))[:])
}

// Byte is the byte at p.
func (b Buffer) Byte(p int) byte { return *(*byte)(unsafe.Add(b.at, p)) }

// Text is the text from p to q, borrowed.
func (b Buffer) Text(p, q int) string { return unsafe.String((*byte)(unsafe.Add(b.at, p)), q-p) }

// Has8 reports whether 4 to 8 bytes of constant text stand at p and end before e.
func (b Buffer) Has8(p, e int, text string) bool {
	x, y, n := unsafe.Add(b.at, p), unsafe.Pointer(unsafe.StringData(text)), len(text)-4
	return p+len(text) <= e && *(*uint32)(x) == *(*uint32)(y) &&
		*(*uint32)(unsafe.Add(x, n)) == *(*uint32)(unsafe.Add(y, n))
}

// Has16 is Has8 for 8 to 16 bytes.
func (b Buffer) Has16(p, e int, text string) bool {
	x, y, n := unsafe.Add(b.at, p), unsafe.Pointer(unsafe.StringData(text)), len(text)-8
	return p+len(text) <= e && *(*uint64)(x) == *(*uint64)(y) &&
		*(*uint64)(unsafe.Add(x, n)) == *(*uint64)(unsafe.Add(y, n))
}

// Has24 is Has8 for 16 to 24 bytes.
func (b Buffer) Has24(p, e int, text string) bool {
	x, y, n := unsafe.Add(b.at, p), unsafe.Pointer(unsafe.StringData(text)), len(text)-8
	return p+len(text) <= e && *(*uint64)(x) == *(*uint64)(y) &&
		*(*uint64)(unsafe.Add(x, 8)) == *(*uint64)(unsafe.Add(y, 8)) &&
		*(*uint64)(unsafe.Add(x, n)) == *(*uint64)(unsafe.Add(y, n))
}

// Variables, because Go's compiler makes constants of 64 bits anew each time.
var quotes, allOnes, allTwos, allHighs uint64 = ones * '"', ones, 2 * ones, highs

// Stop is the first byte from p on that is a quote, a backslash, ']' or not ASCII; e or a little
// more for none. The caller finds out which, by what it expects behind a string.
func (b Buffer) Stop(p, e int) int {
	for ; p < e; p += 8 {
		x := b.Word(p)
		y := x ^ quotes
		if hit := ((y - allOnes) | (y + allTwos) | x) & allHighs; hit != 0 {
			return p + bits.TrailingZeros64(hit)>>3
		}
	}
	return p
}

// Integer reads 1 to 8 digits without a leading zero; the place behind them is far behind every
// record when there are none. More digits are found out by what is expected behind a number.
func (b Buffer) Integer(p int) (v int64, q int) {
	x := binary.LittleEndian.Uint64((*[8]byte)(unsafe.Add(b.at, p))[:]) ^ ones*'0'
	n := bits.TrailingZeros64((x+ones*0x76|x)&highs) &^ 7
	if n == 0 || byte(x) == 0 && n > 8 {
		return 0, 1 << 40
	}
	x = x << (-uint(n) & 63) * 2561 >> 8 & 0x00FF00FF00FF00FF
	x = x * 6553601 >> 16 & 0x0000FFFF0000FFFF
	return int64(x * 42949672960001 >> 32), p + n>>3
}
