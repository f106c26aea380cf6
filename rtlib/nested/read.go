package nested

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/value"
)

const (
	headSize = 4
	cellSize = 8

	decimalSize   = 16
	timestampSize = 12
)

// Len is the number of cells; an empty string has none.
func Len(v string) int {
	if len(v) < headSize {
		return 0
	}
	return int(u32(v, 0))
}

// Pairs is the number of entries of a MAP, or of different elements of a MULTISET.
func Pairs(v string) int { return Len(v) / 2 }

// At is the cell of an ARRAY's element by its position, which counts from 1; -1 when it is NULL or
// there is none.
func At(v string, position int64) int {
	if position < 1 || position > int64(Len(v)) {
		return -1
	}
	return Field(v, int(position-1))
}

// Field is the cell i, -1 when it is NULL or there is none.
func Field(v string, i int) int {
	if uint(i) >= uint(Len(v)) || isNull(v, i) {
		return -1
	}
	return i
}

func isNull(v string, i int) bool { return v[headSize+i/8]>>(i%8)&1 != 0 }

// word is the bits of a cell, 0 for -1.
func word(v string, i int) uint64 {
	if i < 0 {
		return 0
	}
	return u64(v, cellsAt(Len(v))+i*cellSize)
}

// cellsAt is where the cells of a list of n begin.
func cellsAt(n int) int { return headSize + (n+7)/8 }

// Int reads a cell of an integer, a DATE, a TIME or an interval.
func Int(v string, i int) int64 { return int64(word(v, i)) }

// Bool reads a cell of a BOOLEAN.
func Bool(v string, i int) bool { return word(v, i) != 0 }

// Float32 reads a cell of a FLOAT.
func Float32(v string, i int) float32 { return math.Float32frombits(uint32(word(v, i))) }

// Float64 reads a cell of a DOUBLE.
func Float64(v string, i int) float64 { return math.Float64frombits(word(v, i)) }

// Text reads a cell of a text, of bytes or of an inner value; it borrows v.
func Text(v string, i int) string {
	w := word(v, i)
	from, size := int(uint32(w)), int(w>>32)
	return v[from : from+size]
}

// Decimal reads a cell of a DECIMAL.
func Decimal(v string, i int) value.Int128 {
	b := Text(v, i)
	if len(b) < decimalSize {
		return value.Int128{}
	}
	return decimalOf(b)
}

// Timestamp reads a cell of a TIMESTAMP or TIMESTAMP_LTZ.
func Timestamp(v string, i int) value.Timestamp {
	b := Text(v, i)
	if len(b) < timestampSize {
		return value.Timestamp{}
	}
	return timestampOf(b)
}

func decimalOf(b string) value.Int128 {
	return value.Int128{Lo: u64(b, 0), Hi: int64(u64(b, 8))}
}

func timestampOf(b string) value.Timestamp {
	return value.Timestamp{Millis: int64(u64(b, 0)), Nanos: int32(u32(b, 8))}
}

// u32 and u64 are single loads: Go's compiler joins those of the bytes.
func u32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func u64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
