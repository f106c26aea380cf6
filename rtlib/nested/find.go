package nested

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/value"
)

// The Key functions find the value of a MAP's key: its cell, -1 when it is NULL or there is none.

// KeyInt finds the value of an integer, a DATE, a TIME or an interval.
func KeyInt(v string, key int64) int { return keyWord(v, uint64(key)) }

// KeyBool finds the value of a BOOLEAN.
func KeyBool(v string, key bool) int {
	if key {
		return keyWord(v, 1)
	}
	return keyWord(v, 0)
}

// KeyFloat32 finds the value of a FLOAT.
func KeyFloat32(v string, key float32) int { return keyWord(v, uint64(math.Float32bits(key))) }

// KeyFloat64 finds the value of a DOUBLE.
func KeyFloat64(v string, key float64) int { return keyWord(v, math.Float64bits(key)) }

// KeyText finds the value of a text, of bytes or of an inner value.
func KeyText(v, key string) int {
	n := Len(v) / 2
	for i := range n {
		if !isNull(v, i) && Text(v, i) == key {
			return Field(v, n+i)
		}
	}
	return -1
}

// KeyDecimal finds the value of a DECIMAL.
func KeyDecimal(v string, key value.Int128) int {
	n := Len(v) / 2
	for i := range n {
		if !isNull(v, i) && Decimal(v, i) == key {
			return Field(v, n+i)
		}
	}
	return -1
}

// KeyTimestamp finds the value of a TIMESTAMP or TIMESTAMP_LTZ.
func KeyTimestamp(v string, key value.Timestamp) int {
	n := Len(v) / 2
	for i := range n {
		if !isNull(v, i) && Timestamp(v, i) == key {
			return Field(v, n+i)
		}
	}
	return -1
}

func keyWord(v string, bits uint64) int {
	n := Len(v) / 2
	for i := range n {
		if word(v, i) == bits && !isNull(v, i) {
			return Field(v, n+i)
		}
	}
	return -1
}
