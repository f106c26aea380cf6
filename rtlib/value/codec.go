package value

import (
	"encoding/binary"
	"math"
	"slices"
	"unsafe"
)

// Codec writes values in their binary form or reads them back: a generated type lists its fields
// once, by calls that do either, so that the two cannot disagree.
//
//	integers, DATE, TIME, intervals   as wide as the Go type
//	BOOLEAN                           a byte, 0 or 1
//	FLOAT, DOUBLE                     the bits of the number
//	DECIMAL                           unscaled; beyond 18 digits 16 bytes, the low half first
//	TIMESTAMP                         milliseconds; beyond 3 digits 4 bytes of nanoseconds behind
//	text, bytes                       a varint of the length, and the bytes
//	null words                        8 bytes; columns that are NULL have no bytes of their own
//
// All numbers are little-endian, so the form is the same on every machine. It is for what leaves
// the process (state, batches) and never on the path of a record.
//
// Reading stops at the first mistake: what is read behind it is zero, and Err says so. Nothing is
// allocated by a length that was read. The zero Codec writes.
type Codec struct {
	buf   []byte // written so far, or left to be read
	reads bool
	err   error
}

// NewEncoder returns a Codec that appends to dst.
func NewEncoder(dst []byte) *Codec { return &Codec{buf: dst} }

// NewDecoder returns a Codec that reads src.
func NewDecoder(src []byte) *Codec { return &Codec{buf: src, reads: true} }

// Bytes is what was written, or is left to be read.
func (c *Codec) Bytes() []byte { return c.buf }

// Reads reports whether the Codec reads.
func (c *Codec) Reads() bool { return c.reads }

// More reports whether anything is left to be read.
func (c *Codec) More() bool { return len(c.buf) > 0 }

// Err is ErrDamaged when what was read is not what a Codec writes.
func (c *Codec) Err() error { return c.err }

func (c *Codec) fail() { c.buf, c.err = nil, ErrDamaged }

// nothing is what is read behind a mistake.
var nothing [16]byte

// next is the place of the next n bytes: where to write them, or where they are.
func (c *Codec) next(n int) []byte {
	if !c.reads {
		at := len(c.buf)
		c.buf = slices.Grow(c.buf, n)[:at+n]
		return c.buf[at:]
	}
	if len(c.buf) < n {
		c.fail()
		return nothing[:n]
	}
	b := c.buf[:n]
	c.buf = c.buf[n:]
	return b
}

// Bool is a BOOLEAN.
func (c *Codec) Bool(v *bool) {
	b := c.next(1)
	switch {
	case c.reads && b[0] > 1:
		c.fail()
	case c.reads:
		*v = b[0] == 1
	case *v:
		b[0] = 1
	default:
		b[0] = 0
	}
}

// Int8 is a TINYINT.
func (c *Codec) Int8(v *int8) {
	if b := c.next(1); c.reads {
		*v = int8(b[0])
	} else {
		b[0] = byte(*v)
	}
}

// Int16 is a SMALLINT.
func (c *Codec) Int16(v *int16) {
	if b := c.next(2); c.reads {
		*v = int16(binary.LittleEndian.Uint16(b))
	} else {
		binary.LittleEndian.PutUint16(b, uint16(*v))
	}
}

// Int32 is an INT, a DATE, a TIME or an interval of months.
func (c *Codec) Int32(v *int32) {
	if b := c.next(4); c.reads {
		*v = int32(binary.LittleEndian.Uint32(b))
	} else {
		binary.LittleEndian.PutUint32(b, uint32(*v))
	}
}

// Int64 is a BIGINT, an interval of milliseconds, or a DECIMAL or TIMESTAMP that fits a row's word.
func (c *Codec) Int64(v *int64) {
	if b := c.next(8); c.reads {
		*v = int64(binary.LittleEndian.Uint64(b))
	} else {
		binary.LittleEndian.PutUint64(b, uint64(*v))
	}
}

// Float32 is a FLOAT.
func (c *Codec) Float32(v *float32) {
	bits := int32(math.Float32bits(*v))
	c.Int32(&bits)
	*v = math.Float32frombits(uint32(bits))
}

// Float64 is a DOUBLE.
func (c *Codec) Float64(v *float64) {
	bits := int64(math.Float64bits(*v))
	c.Int64(&bits)
	*v = math.Float64frombits(uint64(bits))
}

// Int128 is a DECIMAL.
func (c *Codec) Int128(v *Int128) {
	low := int64(v.Lo)
	c.Int64(&low)
	c.Int64(&v.Hi)
	v.Lo = uint64(low)
}

// Timestamp is a TIMESTAMP or TIMESTAMP_LTZ.
func (c *Codec) Timestamp(v *Timestamp) {
	t := *v
	c.Int64(&t.Millis)
	c.Int32(&t.Nanos)
	if c.reads && (t.Nanos < 0 || t.Nanos >= NanosPerMilli) {
		c.fail()
		t = Timestamp{}
	}
	*v = t
}

// Text is a text or bytes. What is read lies in the source's memory.
func (c *Codec) Text(v *string) {
	if !c.reads {
		c.buf = append(binary.AppendUvarint(c.buf, uint64(len(*v))), *v...)
		return
	}
	n, size := binary.Uvarint(c.buf)
	if size <= 0 || n > uint64(len(c.buf)-size) {
		c.fail()
		*v = ""
		return
	}
	end := size + int(n)
	*v = unsafe.String(unsafe.SliceData(c.buf[size:]), n)
	c.buf = c.buf[end:]
}

// Nulls is a null word in which n bits are used.
func (c *Codec) Nulls(v *uint64, n int) {
	word := int64(*v)
	c.Int64(&word)
	if c.reads && uint64(word)>>n != 0 {
		c.fail()
		word = 0
	}
	*v = uint64(word)
}
