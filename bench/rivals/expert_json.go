package rivals

import (
	"math/bits"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// The writer's key order and spacing, verified byte by byte.
const (
	key0 = `{"uuid":"`
	key1 = `","client_ip":"`
	key2 = `","request_time":`
	key3 = `,"response_size":`
	key4 = `,"uri":"`
)

// DecodeJSON folds all documents.
func (x *Expert) DecodeJSON(buf []byte, spans []stream.Span) (s Sum) {
	var r Row
	for _, at := range spans {
		if expertJSON(buf, int(at.Start), int(at.End), &r) {
			s.Rows++
			s.Text += int64(len(r.IP))
			s.Time += r.RequestTime
			s.Bytes += r.ResponseSize
			continue
		}
		var slow Row
		if x.json(buf[at.Start:at.End], &slow) {
			s.add(&slow)
		}
	}
	return s
}

func expertJSON(buf []byte, p, e int, r *Row) bool {
	start, all := p, uint64(0)
	if e-p < 72 || string(buf[p:p+len(key0)]) != key0 {
		return false
	}
	q := stringEnd(buf, p+len(key0), e, &all)
	if q < 0 || q+len(key1) > e || string(buf[q:q+len(key1)]) != key1 {
		return false
	}
	p = q + len(key1)
	if q = stringEnd(buf, p, e, &all); q < 0 || q+len(key2) > e || string(buf[q:q+len(key2)]) != key2 {
		return false
	}
	r.IP = unsafe.String(unsafe.SliceData(buf[p:q]), q-p)
	p = q + len(key2)
	r.RequestTime, p = expertInt(buf, p)
	if p < 0 || p+len(key3) > e || string(buf[p:p+len(key3)]) != key3 {
		return false
	}
	p += len(key3)
	r.ResponseSize, p = expertInt(buf, p)
	if p < 0 || p+len(key4) > e || string(buf[p:p+len(key4)]) != key4 {
		return false
	}
	q = stringEnd(buf, p+len(key4), e, &all)
	return q >= 0 && q+2 == e && buf[q+1] == '}' && (all&highs == 0 || utf8.Valid(buf[start:e]))
}

func expertInt(buf []byte, p int) (int64, int) {
	x := load(buf, p)
	n := digitCount(x)
	if n < 1 || n > 7 || buf[p] == '0' {
		return 0, -1
	}
	return number(x, n), p + n
}

// stringEnd is the closing quote behind p; -1 for a backslash before it or no quote before e.
func stringEnd(buf []byte, p, e int, seen *uint64) int {
	all := uint64(0)
	for ; p < e; p += 8 {
		x := load(buf, p)
		all |= x
		a, b := x^ones*'"', x^ones*'\\'
		if hit := ((a-ones)&^a | (b-ones)&^b) & highs; hit != 0 {
			*seen |= all
			if p += bits.TrailingZeros64(hit) >> 3; p < e && buf[p] == '"' {
				return p
			}
			return -1
		}
	}
	return -1
}
