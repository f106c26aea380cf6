package mysql

// A key's encoding decides which changes belong to one row. Each column starts with a byte that
// says whether it is NULL, and a value of variable length is preceded by its length: two keys of
// the same columns have the same bytes only when they are equal.
//
// Package state encodes the keys of tables in a like way, but equality there is Flink's, where 0 and
// -0 are two groups, and here the database's, where they are one row; and what is written there may
// be read again by another process, which these bytes never are.

import (
	"encoding/binary"
	"math"
)

const (
	keyNull  = 0
	keyValue = 1
)

// AppendKeyNull appends a NULL column.
func AppendKeyNull(dst []byte) []byte { return append(dst, keyNull) }

// AppendKeyInt appends an integer, a date, a time, a timestamp or the unscaled value of a small
// decimal. A column must always use the same function.
func AppendKeyInt(dst []byte, v int64) []byte {
	return binary.LittleEndian.AppendUint64(append(dst, keyValue), uint64(v))
}

// AppendKeyInt128 appends the unscaled value of a large decimal.
func AppendKeyInt128(dst []byte, hi int64, lo uint64) []byte {
	dst = binary.LittleEndian.AppendUint64(append(dst, keyValue), lo)
	return binary.LittleEndian.AppendUint64(dst, uint64(hi))
}

// AppendKeyBool appends a boolean.
func AppendKeyBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, keyValue, 1)
	}
	return append(dst, keyValue, 0)
}

// AppendKeyFloat64 appends a FLOAT or DOUBLE. -0 is the key 0, as the database has it.
func AppendKeyFloat64(dst []byte, v float64) []byte {
	if v == 0 {
		v = 0
	}
	return AppendKeyInt(dst, int64(math.Float64bits(v)))
}

// AppendKeyString appends a string.
func AppendKeyString(dst []byte, v string) []byte {
	dst = binary.LittleEndian.AppendUint32(append(dst, keyValue), uint32(len(v)))
	return append(dst, v...)
}

// AppendKeyBytes appends a byte string.
func AppendKeyBytes(dst, v []byte) []byte {
	dst = binary.LittleEndian.AppendUint32(append(dst, keyValue), uint32(len(v)))
	return append(dst, v...)
}
