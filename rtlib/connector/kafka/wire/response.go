package wire

import (
	"encoding/binary"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
)

// Part is what a Fetch response says of one partition. Topic and Records lie in the response.
type Part struct {
	Topic      []byte
	ID         int32
	Code       Code
	High       int64 // offset behind the last replicated record
	LastStable int64 // offset behind the last decided transaction
	LogStart   int64
	Aborted    []batch.Aborted
	Records    []byte
}

// Response is a decoded Fetch response, reused from one to the next.
type Response struct {
	ID    int32
	Code  Code
	Parts []Part

	aborted []batch.Aborted
}

// Decode decodes b, a response v11 without its length. Nothing is copied but the aborted lists.
func (r *Response) Decode(b []byte) error {
	d := decoder{b: b}
	r.Parts, r.aborted = r.Parts[:0], r.aborted[:0]
	r.ID = d.int32()
	d.int32() // throttle: the broker delays its answers by itself
	r.Code = Code(d.int16())
	d.int32() // session
	for range d.count(minTopic) {
		topic := d.bytes(int(d.int16()))
		for range d.count(minPart) {
			r.part(&d, topic)
		}
	}
	if d.bad {
		return errTruncated("Fetch", len(b))
	}
	return nil
}

// Smallest encodings, so that a count is checked before memory is set aside for it.
const (
	minTopic   = 2 + 4
	minPart    = 4 + 2 + 8 + 8 + 8 + 4 + 4 + 4
	minAborted = 8 + 8
)

func (r *Response) part(d *decoder, topic []byte) {
	p := Part{Topic: topic, ID: d.int32(), Code: Code(d.int16()), High: d.int64(),
		LastStable: d.int64(), LogStart: d.int64()}
	from := len(r.aborted)
	for range d.count(minAborted) {
		r.aborted = append(r.aborted, batch.Aborted{Producer: d.int64(), First: d.int64()})
	}
	// A later append may move r.aborted; this slice then keeps the old memory, which stays right.
	p.Aborted = r.aborted[from:len(r.aborted):len(r.aborted)]
	d.int32() // preferred replica: this consumer reads from leaders
	p.Records = d.bytes(max(0, int(d.int32())))
	if !d.bad {
		r.Parts = append(r.Parts, p)
	}
}

// decoder reads big-endian numbers. After the first read behind the end all give zero.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) bytes(n int) []byte {
	if n < 0 || n > len(d.b) {
		d.bad, d.b = true, nil
		return nil
	}
	out := d.b[:n] // with the capacity of the whole, for stream.Padding
	d.b = d.b[n:]
	return out
}

func (d *decoder) int16() int16 {
	if b := d.bytes(2); b != nil {
		return int16(binary.BigEndian.Uint16(b))
	}
	return 0
}

func (d *decoder) int32() int32 {
	if b := d.bytes(4); b != nil {
		return int32(binary.BigEndian.Uint32(b))
	}
	return 0
}

func (d *decoder) int64() int64 {
	if b := d.bytes(8); b != nil {
		return int64(binary.BigEndian.Uint64(b))
	}
	return 0
}

// count reads an array's length; -1 is a null array.
func (d *decoder) count(each int) int {
	n := int(d.int32())
	if n > len(d.b)/each {
		d.bad, d.b = true, nil
		return 0
	}
	return max(n, 0)
}
