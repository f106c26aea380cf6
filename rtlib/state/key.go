package state

import (
	"encoding/binary"
	"math"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Key is a buffer in which a composite key is encoded, column by column. The encoding is
// unambiguous, and the same in every process: a tag byte (0 is NULL), then eight bytes of an
// integer or of the bits of a DOUBLE, sixteen of a DECIMAL, twelve of a timestamp, or the length
// and bytes of a text.
type Key struct{ b []byte }

// Tags.
const (
	tagNull byte = iota
	tagValue
)

// Reset starts a new key.
func (k *Key) Reset() { k.b = k.b[:0] }

// Text is the key as text; it is valid until the next Reset.
func (k *Key) Text() string { return unsafe.String(unsafe.SliceData(k.b), len(k.b)) }

// PutNull adds a NULL.
func (k *Key) PutNull() { k.b = append(k.b, tagNull) }

// PutInt adds an integer of any width, a DATE or an interval.
func (k *Key) PutInt(v int64) {
	k.b = append(k.b, tagValue)
	k.b = binary.LittleEndian.AppendUint64(k.b, uint64(v))
}

// PutBool adds a BOOLEAN.
func (k *Key) PutBool(v bool) {
	n := int64(0)
	if v {
		n = 1
	}
	k.PutInt(n)
}

// PutFloat adds a DOUBLE or FLOAT by its bits; all NaN are one key.
func (k *Key) PutFloat(v float64) {
	if v != v {
		v = math.NaN()
	}
	k.PutInt(int64(math.Float64bits(v)))
}

// PutDecimal adds the unscaled value of a DECIMAL.
func (k *Key) PutDecimal(v value.Int128) {
	k.PutInt(v.Hi)
	k.b = binary.LittleEndian.AppendUint64(k.b, v.Lo)
}

// PutTimestamp adds a TIMESTAMP or TIMESTAMP_LTZ.
func (k *Key) PutTimestamp(v value.Timestamp) {
	k.PutInt(v.Millis)
	k.b = binary.LittleEndian.AppendUint32(k.b, uint32(v.Nanos))
}

// PutText adds a text or bytes.
func (k *Key) PutText(v string) {
	k.b = append(k.b, tagValue)
	k.b = binary.AppendUvarint(k.b, uint64(len(v)))
	k.b = append(k.b, v...)
}

// KeyReader takes an encoded key apart, in the order of its columns. What is read of a text is a
// part of the key.
type KeyReader struct{ rest string }

// ReadKey starts to read a key.
func ReadKey(key string) KeyReader { return KeyReader{key} }

// Null reports whether the next column is NULL and moves behind its tag.
func (r *KeyReader) Null() bool {
	tag := r.rest[0]
	r.rest = r.rest[1:]
	return tag == tagNull
}

// Int reads an integer. Null must have been called, as before every read.
func (r *KeyReader) Int() int64 {
	word := r.rest[:8] // a key that was cut short panics here instead of reading what lies behind it
	r.rest = r.rest[8:]
	return int64(load64(unsafe.Pointer(unsafe.StringData(word)), 0))
}

// Bool reads a BOOLEAN.
func (r *KeyReader) Bool() bool { return r.Int() != 0 }

// Float reads a DOUBLE or FLOAT.
func (r *KeyReader) Float() float64 { return math.Float64frombits(uint64(r.Int())) }

// Decimal reads an unscaled DECIMAL.
func (r *KeyReader) Decimal() value.Int128 {
	hi := r.Int()
	return value.Int128{Hi: hi, Lo: uint64(r.Int())}
}

// Timestamp reads a TIMESTAMP or TIMESTAMP_LTZ.
func (r *KeyReader) Timestamp() value.Timestamp {
	t := value.Timestamp{Millis: r.Int()}
	word := r.rest[:4]
	r.rest = r.rest[4:]
	t.Nanos = int32(load32(unsafe.Pointer(unsafe.StringData(word)), 0))
	return t
}

// Text reads a text.
func (r *KeyReader) Text() string {
	n, size := uvarint(r.rest)
	v := r.rest[size : size+n]
	r.rest = r.rest[size+n:]
	return v
}

func uvarint(s string) (n, size int) {
	for shift := 0; ; shift += 7 {
		c := s[size]
		size++
		n |= int(c&0x7f) << shift
		if c < 0x80 {
			return n, size
		}
	}
}
