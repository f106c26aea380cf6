package rivals

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Expert decodes blocks into rows with borrowed strings and then aggregates them, the group found
// by the identity of the function's result. Everything is written for this table: a uuid has 36
// bytes, sizes and times have up to 7 digits.
type Expert struct {
	general
	rows   [stream.BlockRows]expertRow
	groups map[string]*Agg
	cache  [256]struct {
		name string
		agg  *Agg
	}
}

type expertRow struct {
	ip         string
	time, size int64
	unusual    bool // nulls is valid
	nulls      Row
}

// NewExpert returns an empty aggregation.
func NewExpert() *Expert { return &Expert{general: newGeneral(), groups: map[string]*Agg{}} }

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

func load(b []byte, p int) uint64 { return binary.LittleEndian.Uint64(b[p:]) }

// special has a bit for a comma and for bytes below 14; only the lowest is exact.
func special(x uint64) uint64 {
	a := x ^ ones*','
	return ((a-ones)&^a | (x-14*ones)&^x) & highs
}

// expertCSV reads a record with stream.Padding bytes behind it; false for anything unusual.
func expertCSV(buf []byte, p, e int, ip *string, time, size *int64) bool {
	if e-p < 47 || buf[p+36] != ',' || buf[p] == '"' || buf[p+37] == '"' {
		return false
	}
	w := buf[p : p+64 : len(buf)]
	x0, x1, x2, x3, x4 := load(w, 0), load(w, 8), load(w, 16), load(w, 24), load(w, 28)
	hit, all := special(x0)|special(x1)|special(x2)|special(x3)|special(x4), x0|x1|x2|x3|x4
	x0, x1 = load(w, 37), load(w, 45)
	z0, z1 := special(x0), special(x1)
	n := bits.TrailingZeros64(z0) >> 3
	if z0 == 0 {
		n = 8 + bits.TrailingZeros64(z1)>>3
	}
	q := p + 37 + n
	if hit != 0 || z0|z1 == 0 || q >= e || buf[q] != ',' {
		return false
	}
	all |= x0 | x1
	*ip = unsafe.String(&w[37], n)
	x := load(buf, q+1)
	n1 := digitCount(x)
	if n1 < 1 || n1 > 7 || buf[q+1+n1] != ',' {
		return false
	}
	*time = number(x, n1)
	q += n1 + 2
	x = load(buf, q)
	if n1 = digitCount(x); n1 < 1 || n1 > 7 || q+n1 >= e || buf[q+n1] != ',' {
		return false
	}
	*size = number(x, n1)
	q += n1 + 1
	start := p
	if buf[q] == '"' {
		return false
	}
	for p = q; p+8 <= e; p += 8 {
		x = load(buf, p)
		hit |= special(x)
		all |= x
	}
	if p < e {
		x = load(buf, p)<<uint(64-8*(e-p)) | uint64(0x7F*ones)>>uint(8*(e-p))
		hit |= special(x)
		all |= x
	}
	return hit == 0 && (all&highs == 0 || utf8.Valid(buf[start:e]))
}

func digitCount(x uint64) int {
	x ^= '0' * ones
	return bits.TrailingZeros64((x+0x76*ones|x)&highs) >> 3
}

func number(x uint64, n int) int64 {
	x <<= uint(64-8*n) & 63
	x = (x & (0x0F * ones)) * 2561 >> 8
	x = (x & 0x00FF00FF00FF00FF) * 6553601 >> 16
	return int64((x & 0x0000FFFF0000FFFF) * 42949672960001 >> 32)
}

// DecodeCSV folds all records; it is the decode part of the flagship alone.
func (x *Expert) DecodeCSV(buf []byte, spans []stream.Span) (s Sum) {
	var r Row
	for _, at := range spans {
		if expertCSV(buf, int(at.Start), int(at.End), &r.IP, &r.RequestTime, &r.ResponseSize) {
			s.Rows++
			s.Text += int64(len(r.IP))
			s.Time += r.RequestTime
			s.Bytes += r.ResponseSize
			continue
		}
		var slow Row
		if x.csv(buf[at.Start:at.End], &slow) {
			s.add(&slow)
		}
	}
	return s
}

// Flagship aggregates records. f borrows the addresses.
func (x *Expert) Flagship(buf []byte, spans []stream.Span, f func(string) string) {
	for len(spans) > 0 {
		n := min(len(spans), len(x.rows))
		x.block(buf, spans[:n], f)
		spans = spans[n:]
	}
}

func (x *Expert) block(buf []byte, spans []stream.Span, f func(string) string) {
	n := 0
	for _, at := range spans {
		r := &x.rows[n]
		r.unusual = false
		if expertCSV(buf, int(at.Start), int(at.End), &r.ip, &r.time, &r.size) {
			n++
		} else if x.csv(buf[at.Start:at.End], &r.nulls) {
			// the texts of the general path are gone with its next record: the rare copy is the price
			r.ip, r.unusual = string([]byte(r.nulls.IP)), true
			n++
		}
	}
	for i := range x.rows[:n] {
		r := &x.rows[i]
		a := x.group(f(r.ip))
		if r.unusual {
			a.add(&r.nulls)
			continue
		}
		a.Count++
		a.Bytes += r.size
		a.Time += r.time
	}
}

// group finds the aggregate of a name by its address and length first.
func (x *Expert) group(name string) *Agg {
	data := unsafe.StringData(name)
	p := uintptr(unsafe.Pointer(data))
	c := &x.cache[(p>>3^p>>11)&255]
	if unsafe.StringData(c.name) == data && len(c.name) == len(name) && c.agg != nil {
		return c.agg
	}
	a := x.groups[name]
	if a == nil {
		a = new(Agg)
		x.groups[name] = a
	}
	c.name, c.agg = name, a
	return a
}

// Groups is the result by name.
func (x *Expert) Groups() map[string]Agg { return copied(x.groups) }
