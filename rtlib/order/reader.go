package order

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Reader reads the value of a key of one ascending column that is not NULL, by the method whose name
// is that of the Put method.
type Reader struct{ key string }

// word is the n-th eight bytes of the value, behind the mark in front.
func (r Reader) word(n int) uint64 { return binary.BigEndian.Uint64([]byte(r.key[1+8*n : 9+8*n])) }

// Int reads an integer of any width, a DATE, a TIME or an interval.
func (r Reader) Int() int64 { return int64(r.word(0) ^ sign) }

// Bool reads a BOOLEAN.
func (r Reader) Bool() bool { return r.Int() != 0 }

// Float reads a DOUBLE or FLOAT.
func (r Reader) Float() float64 {
	n := r.Int()
	if n < 0 {
		n = ^n ^ math.MinInt64
	}
	return math.Float64frombits(uint64(n))
}

// Decimal reads an unscaled DECIMAL.
func (r Reader) Decimal() value.Int128 { return value.Int128{Hi: r.Int(), Lo: r.word(1)} }

// Timestamp reads a TIMESTAMP or TIMESTAMP_LTZ.
func (r Reader) Timestamp() value.Timestamp {
	nanos := binary.BigEndian.Uint32([]byte(r.key[9:13]))
	return value.Timestamp{Millis: r.Int(), Nanos: int32(nanos)}
}

// Text reads a text or bytes. It lies in the key, unless it has zero bytes.
func (r Reader) Text() string {
	v := r.key[1 : len(r.key)-2]
	if strings.IndexByte(v, 0) < 0 {
		return v
	}
	return strings.ReplaceAll(v, "\x00\xff", "\x00")
}
