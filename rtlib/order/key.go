package order

import (
	"encoding/binary"
	"math"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Column is how a key's column is ordered.
type Column struct {
	Desc      bool
	NullsLast bool
}

// Key is a buffer in which a key is encoded, column by column, so that keys compare as their bytes
// do. A column is a byte that tells NULL from a value, and behind that the value: an integer with
// its sign turned, high byte first; a text with its zero bytes marked and an end that is smaller
// than any letter. A column that goes down has all bits of its value turned.
type Key struct {
	columns []Column
	at      int // the column that is put next
	b       []byte
	// partition is how long the columns of the partition are; see Partitioned.
	partition int
}

// Bytes that stand in front of a column: those of NULL differ by where NULL goes.
const (
	nullFirst byte = iota
	present
	nullLast
)

func (k *Key) reset() { k.at, k.b, k.partition = 0, k.b[:0], 0 }

// text is the key as text, good until the next one.
func (k *Key) text() string { return unsafe.String(unsafe.SliceData(k.b), len(k.b)) }

// PutNull adds a NULL.
func (k *Key) PutNull() {
	mark := nullFirst
	if k.columns[k.at].NullsLast {
		mark = nullLast
	}
	k.b = append(k.b, mark)
	k.at++
}

// begin puts the mark of a value and returns where the value starts.
func (k *Key) begin() int {
	k.b = append(k.b, present)
	return len(k.b)
}

// end is called behind a value.
func (k *Key) end(from int) {
	if k.columns[k.at].Desc {
		for i := from; i < len(k.b); i++ {
			k.b[i] = ^k.b[i]
		}
	}
	k.at++
}

const sign = 1 << 63

func ordered(b []byte, v int64) []byte { return binary.BigEndian.AppendUint64(b, uint64(v)^sign) }

// PutInt adds an integer of any width, a DATE, a TIME or an interval.
func (k *Key) PutInt(v int64) {
	from := k.begin()
	k.b = ordered(k.b, v)
	k.end(from)
}

// PutBool adds a BOOLEAN; FALSE comes first.
func (k *Key) PutBool(v bool) {
	n := int64(0)
	if v {
		n = 1
	}
	k.PutInt(n)
}

// PutFloat adds a DOUBLE or FLOAT in the order of Java's Double.compare: -0 before 0, NaN last.
func (k *Key) PutFloat(v float64) {
	if v != v {
		v = math.NaN()
	}
	n := int64(math.Float64bits(v))
	if n < 0 {
		n = ^n ^ math.MinInt64 // the larger the bits of a negative number, the smaller it is
	}
	k.PutInt(n)
}

// PutDecimal adds the unscaled value of a DECIMAL.
func (k *Key) PutDecimal(v value.Int128) {
	from := k.begin()
	k.b = binary.BigEndian.AppendUint64(ordered(k.b, v.Hi), v.Lo)
	k.end(from)
}

// PutTimestamp adds a TIMESTAMP or TIMESTAMP_LTZ.
func (k *Key) PutTimestamp(v value.Timestamp) {
	from := k.begin()
	k.b = binary.BigEndian.AppendUint32(ordered(k.b, v.Millis), uint32(v.Nanos))
	k.end(from)
}

// PutText adds a text or bytes, which are ordered as bytes.
func (k *Key) PutText(v string) {
	from := k.begin()
	for i := range len(v) {
		if k.b = append(k.b, v[i]); v[i] == 0 {
			k.b = append(k.b, math.MaxUint8)
		}
	}
	k.b = append(k.b, 0, 0)
	k.end(from)
}
