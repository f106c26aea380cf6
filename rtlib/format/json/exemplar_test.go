package json_test

// What the compiler prints for a source of bids:
//
//	bid (auction BIGINT, bidder BIGINT, price BIGINT, channel STRING, url STRING,
//	  dateTime TIMESTAMP(3), extra STRING)
//	format json, ignore-parse-errors; all columns referenced
//
// Everything up to the next line of dashes is generated code.

import (
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// bid is a record as the query reads it.
type bid struct {
	auction  int64
	bidder   int64
	price    int64
	channel  string
	url      string
	dateTime int64
	extra    string
	null     uint64
}

// The columns that the query reads.
const (
	bidAuction = iota
	bidBidder
	bidPrice
	bidChannel
	bidURL
	bidDateTime
	bidExtra
)

// bidColumn is the column of a field, -1 for one that the query does not read.
func bidColumn(name string) int {
	switch name {
	case "auction":
		return bidAuction
	case "bidder":
		return bidBidder
	case "price":
		return bidPrice
	case "channel":
		return bidChannel
	case "url":
		return bidURL
	case "dateTime":
		return bidDateTime
	case "extra":
		return bidExtra
	}
	return -1
}

// bidDecoder reads the documents of table "bid".
type bidDecoder struct {
	shape         json.Shape // of the documents so far
	read          json.Reader
	null          uint64 // columns without a value, in the general path
	dateTimeClock json.Clock
	Fault         json.Fault // why decode gave no row
	Nulls         int        // fields that could not be read and are NULL
}

// reset starts a block: the texts of the previous one are forgotten.
func (d *bidDecoder) reset() {
	d.read.Reset()
}

// plain decodes documents from the first on, as long as they have the table's fields in their order and no
// blanks, and returns how many; the row behind theirs is undefined.
func (d *bidDecoder) plain(buf []byte, spans []stream.Span, rows []bid) int {
	if d.shape.Strange > json.Patience {
		return 0
	}
	n := 0
	for ; n < len(spans); n++ {
		r := &rows[n]
		doc, p, e := json.Open(buf, spans[n].Start, spans[n].End)
		var q int
		var null uint64
		// auction
		if !doc.Has16(p, e, "{\"auction\":") {
			break
		}
		if r.auction, q = doc.Digits(p + 11); !doc.Whole(p+11, q) {
			if doc.Null(p + 11) {
				null |= 0x1
				q = p + 15
			} else if r.auction, q = doc.LongDigits(p + 11); q < 0 {
				break
			}
		}
		p = q
		// bidder
		if !doc.Has16(p, e, ",\"bidder\":") {
			break
		}
		if r.bidder, q = doc.Digits(p + 10); !doc.Whole(p+10, q) {
			if doc.Null(p + 10) {
				null |= 0x2
				q = p + 14
			} else if r.bidder, q = doc.LongDigits(p + 10); q < 0 {
				break
			}
		}
		p = q
		// price
		if !doc.Has16(p, e, ",\"price\":") {
			break
		}
		if r.price, q = doc.Digits(p + 9); !doc.Whole(p+9, q) {
			if doc.Null(p + 9) {
				null |= 0x4
				q = p + 13
			} else if r.price, q = doc.LongDigits(p + 9); q < 0 {
				break
			}
		}
		p = q
		// channel
		if !doc.Has16(p, e, ",\"channel\":\"") {
			if !doc.Has16(p, e, ",\"channel\":null") {
				break
			}
			null |= 0x8
			p += 15
		} else {
			if q = doc.ASCIIEnd(p+12, e); doc.Byte(q) != '"' {
				if q = doc.UTF8End(q, e); q < 0 {
					break
				}
			}
			r.channel = doc.Text(p+12, q)
			p = q + 1
		}
		// url
		if !doc.Has8(p, e, ",\"url\":\"") {
			if !doc.Has16(p, e, ",\"url\":null") {
				break
			}
			null |= 0x10
			p += 11
		} else {
			if q = doc.ASCIIEnd(p+8, e); doc.Byte(q) != '"' {
				if q = doc.UTF8End(q, e); q < 0 {
					break
				}
			}
			r.url = doc.Text(p+8, q)
			p = q + 1
		}
		// dateTime
		if !doc.Has16(p, e, ",\"dateTime\":\"") {
			if !doc.Has16(p, e, ",\"dateTime\":null") {
				break
			}
			null |= 0x20
			p += 16
		} else {
			if r.dateTime, q = d.dateTimeClock.Timestamp(doc, p+13, scalar.TimestampSQL); q < 0 {
				if q = doc.ASCIIEnd(p+13, e); doc.Byte(q) != '"' {
					if q = doc.UTF8End(q, e); q < 0 {
						break
					}
				}
				if t, ok := scalar.TimestampSQL(doc.Text(p+13, q)); ok {
					r.dateTime = t.Millis
				} else {
					break
				}
			}
			p = q + 1
		}
		// extra
		if !doc.Has16(p, e, ",\"extra\":\"") {
			if !doc.Has16(p, e, ",\"extra\":null") {
				break
			}
			null |= 0x40
			p += 13
		} else {
			if q = doc.ASCIIEnd(p+10, e); doc.Byte(q) != '"' {
				if q = doc.UTF8End(q, e); q < 0 {
					break
				}
			}
			r.extra = doc.Text(p+10, q)
			p = q + 1
		}
		if p+1 != e || doc.Byte(p) != '}' {
			break
		}
		r.null = null
	}
	if n > 0 {
		d.shape.Strange = 0
	}
	return n
}

// decode makes a row of a document that is not plain, or says in Fault why it gives none.
func (d *bidDecoder) decode(buf []byte, span stream.Span, r *bid) bool {
	d.shape.Strange++
	return d.fast(buf, span, r) || d.general(buf, span, r)
}

// fast decodes a document of the known shape; the row is undefined when it does not.
func (d *bidDecoder) fast(buf []byte, span stream.Span, r *bid) bool {
	if len(d.shape.Steps) == 0 {
		return false
	}
	doc, p, e := json.Open(buf, span.Start, span.End)
	var q int
	null := uint64(0x7f)
	for i := range d.shape.Steps {
		step := &d.shape.Steps[i]
		if p = step.Match(doc, p, e); p < 0 {
			return false
		}
		if step.Column >= 0 && doc.Null(p) {
			p += 4
			continue
		}
		switch step.Column {
		case bidAuction:
			if r.auction, q = doc.Digits(p); !doc.Whole(p, q) {
				if r.auction, q = doc.LongDigits(p); q < 0 {
					return false
				}
			}
			p = q
			null &^= 0x1
		case bidBidder:
			if r.bidder, q = doc.Digits(p); !doc.Whole(p, q) {
				if r.bidder, q = doc.LongDigits(p); q < 0 {
					return false
				}
			}
			p = q
			null &^= 0x2
		case bidPrice:
			if r.price, q = doc.Digits(p); !doc.Whole(p, q) {
				if r.price, q = doc.LongDigits(p); q < 0 {
					return false
				}
			}
			p = q
			null &^= 0x4
		case bidChannel:
			if doc.Byte(p) != '"' {
				return false
			}
			if q = doc.ASCIIEnd(p+1, e); doc.Byte(q) != '"' {
				if q = doc.UTF8End(q, e); q < 0 {
					return false
				}
			}
			r.channel = doc.Text(p+1, q)
			p = q + 1
			null &^= 0x8
		case bidURL:
			if doc.Byte(p) != '"' {
				return false
			}
			if q = doc.ASCIIEnd(p+1, e); doc.Byte(q) != '"' {
				if q = doc.UTF8End(q, e); q < 0 {
					return false
				}
			}
			r.url = doc.Text(p+1, q)
			p = q + 1
			null &^= 0x10
		case bidDateTime:
			if doc.Byte(p) != '"' {
				return false
			}
			if r.dateTime, q = d.dateTimeClock.Timestamp(doc, p+1, scalar.TimestampSQL); q < 0 {
				if q = doc.ASCIIEnd(p+1, e); doc.Byte(q) != '"' {
					if q = doc.UTF8End(q, e); q < 0 {
						return false
					}
				}
				if t, ok := scalar.TimestampSQL(doc.Text(p+1, q)); ok {
					r.dateTime = t.Millis
				} else {
					return false
				}
			}
			p = q + 1
			null &^= 0x20
		case bidExtra:
			if doc.Byte(p) != '"' {
				return false
			}
			if q = doc.ASCIIEnd(p+1, e); doc.Byte(q) != '"' {
				if q = doc.UTF8End(q, e); q < 0 {
					return false
				}
			}
			r.extra = doc.Text(p+1, q)
			p = q + 1
			null &^= 0x40
		default:
			if p = doc.SkipValue(p, e); p < 0 {
				return false
			}
		}
	}
	if d.shape.Tail.Match(doc, p, e) < 0 {
		return false
	}
	r.null = null
	return true
}

// general decodes any document by the rules of the format.
func (d *bidDecoder) general(buf []byte, span stream.Span, r *bid) bool {
	if span.IsNull() {
		d.Fault = json.Fault{Kind: json.Empty}
		return false
	}
	doc := buf[span.Start:span.End]
	d.read.Begin(doc)
	*r = bid{}
	d.null = uint64(0x7f)
	n := 0
	for d.read.More() {
		if n == 7 {
			// As many fields as columns: names are not looked at any more.
			d.read.Skip()
			continue
		}
		c := bidColumn(d.read.Name())
		if c < 0 {
			d.read.Skip()
			continue
		}
		d.column(c, r)
		d.read.Done()
		n++
	}
	if d.Fault = d.read.Fault(); d.Fault.Kind != json.None {
		return false
	}
	r.null = d.null
	if d.shape.Missed() {
		d.shape.Learn(doc, bidColumn)
	}
	return true
}

// column reads the value at hand into column c.
func (d *bidDecoder) column(c int, r *bid) {
	d.null |= 1 << c
	if d.read.IsNull() {
		return
	}
	ok := true
	switch c {
	case bidAuction:
		r.auction, ok = d.read.Int64()
	case bidBidder:
		r.bidder, ok = d.read.Int64()
	case bidPrice:
		r.price, ok = d.read.Int64()
	case bidChannel:
		r.channel, ok = d.read.String()
	case bidURL:
		r.url, ok = d.read.String()
	case bidDateTime:
		t, valid := d.read.TimestampSQL()
		r.dateTime, ok = t.Millis, valid
	case bidExtra:
		r.extra, ok = d.read.String()
	}
	if !ok {
		d.Nulls++
		return
	}
	d.null &^= 1 << c
}

// ------------------------------------------------------------------------------------------

// take does what the stage does with a record.
func (d *bidDecoder) take(buf []byte, s stream.Span, r *bid) bool {
	rows := [1]bid{*r}
	ok := d.plain(buf, []stream.Span{s}, rows[:]) == 1 || d.decode(buf, s, &rows[0])
	*r = rows[0]
	return ok
}

// takeAll does what the stage does with a block and returns the number of rows.
func (d *bidDecoder) takeAll(b block, rows []bid) (n int) {
	d.reset()
	for i := 0; i < len(b.spans); i++ {
		k := d.plain(b.buf, b.spans[i:], rows[n:])
		if i, n = i+k, n+k; i < len(b.spans) && d.decode(b.buf, b.spans[i], &rows[n]) {
			n++
		}
	}
	return n
}

func BenchmarkBid(b *testing.B)       { benchmarkBid(b, bids(1<<14, 0)) }
func BenchmarkBidSpaced(b *testing.B) { benchmarkBid(b, bids(1<<14, 1)) }
func BenchmarkBidMixed(b *testing.B)  { benchmarkBid(b, bids(1<<14, 2)) }

func benchmarkBid(b *testing.B, in block) {
	var d bidDecoder
	var rows [stream.BlockRows]bid
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for from := 0; from < len(in.spans); from += len(rows) {
			n += d.takeAll(block{in.buf, in.spans[from:min(from+len(rows), len(in.spans))]}, rows[:])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in.spans)), "ns/rec")
	if n != b.N*len(in.spans) {
		b.Fatal("documents dropped")
	}
}

func TestBidAllocatesNothing(t *testing.T) {
	for style := range 3 {
		in := bids(stream.BlockRows, style)
		var d bidDecoder
		var rows [stream.BlockRows]bid
		if n := testing.AllocsPerRun(5, func() { d.takeAll(in, rows[:]) }); n != 0 {
			t.Errorf("style %d: %v allocations for %d documents, want 0", style, n, len(in.spans))
		}
	}
}
