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
	"github.com/flinkc/flinkc/rtlib/value"
)

// bid is a row of bid.
type bid struct {
	auction  int64
	bidder   int64
	price    int64
	channel  string
	url      string
	dateTime int64 // milliseconds
	extra    string
	null     uint8
}

const (
	nullAuction = 1 << iota
	nullBidder
	nullPrice
	nullChannel
	nullURL
	nullDateTime
	nullExtra
	nullBid = 1<<iota - 1
)

func bidColumn(name string) int {
	switch name {
	case "auction":
		return 0
	case "bidder":
		return 1
	case "price":
		return 2
	case "channel":
		return 3
	case "url":
		return 4
	case "dateTime":
		return 5
	case "extra":
		return 6
	}
	return -1
}

type bidDecoder struct {
	shape json.Shape
	read  json.Reader
	Fault json.Fault
	Nulls int
}

func (d *bidDecoder) decode(buf []byte, s stream.Span, r *bid) bool {
	return d.fast(buf, s, r) || d.general(buf, s, r)
}

func (d *bidDecoder) fast(buf []byte, s stream.Span, r *bid) bool {
	p, q, e, bits := int(s.Start), 0, int(s.End), uint64(0)
	if len(d.shape.Steps) == 0 {
		return false
	}
	r.null = nullBid
	for i := range d.shape.Steps {
		step := &d.shape.Steps[i]
		if p = step.Match(buf, p, e); p < 0 {
			return false
		}
		if buf[p] == 'n' && step.Column >= 0 {
			if p = json.NullEnd(buf, p); p < 0 {
				return false
			}
			continue
		}
		switch step.Column {
		case 0: // auction
			if r.auction, p = json.Digits(buf, p); p < 0 {
				return false
			}
			r.null &^= nullAuction
		case 1: // bidder
			if r.bidder, p = json.Digits(buf, p); p < 0 {
				return false
			}
			r.null &^= nullBidder
		case 2: // price
			if r.price, p = json.Digits(buf, p); p < 0 {
				return false
			}
			r.null &^= nullPrice
		case 3: // channel
			if q = json.StringEnd(buf, p, e, &bits); q < 0 {
				return false
			}
			r.channel, p = json.Text(buf, p+1, q), q+1
			r.null &^= nullChannel
		case 4: // url
			if q = json.StringEnd(buf, p, e, &bits); q < 0 {
				return false
			}
			r.url, p = json.Text(buf, p+1, q), q+1
			r.null &^= nullURL
		case 5: // dateTime
			if q = json.StringEnd(buf, p, e, &bits); q < 0 {
				return false
			}
			t, ok := scalar.TimestampSQL(json.Text(buf, p+1, q))
			if !ok {
				return false
			}
			r.dateTime, p = t.Millis, q+1
			r.null &^= nullDateTime
		case 6: // extra
			if q = json.StringEnd(buf, p, e, &bits); q < 0 {
				return false
			}
			r.extra, p = json.Text(buf, p+1, q), q+1
			r.null &^= nullExtra
		default:
			if p = json.SkipValue(buf, p, e, &bits); p < 0 {
				return false
			}
		}
	}
	return d.shape.Tail.Match(buf, p, e) >= 0 && json.ValidText(buf, int(s.Start), e, bits)
}

func (d *bidDecoder) general(buf []byte, s stream.Span, r *bid) bool {
	if s.IsNull() {
		d.Fault = json.Fault{Kind: json.Empty}
		return false
	}
	doc := buf[s.Start:s.End]
	d.read.Begin(doc)
	*r = bid{null: nullBid}
	for n := 0; d.read.More(); {
		if n == 7 {
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
	if d.shape.Missed() {
		d.shape.Learn(doc, bidColumn)
	}
	return true
}

func (d *bidDecoder) column(c int, r *bid) {
	r.null |= 1 << c
	if d.read.IsNull() {
		return
	}
	var ok bool
	switch c {
	case 0: // auction
		r.auction, ok = d.read.Int64()
	case 1: // bidder
		r.bidder, ok = d.read.Int64()
	case 2: // price
		r.price, ok = d.read.Int64()
	case 3: // channel
		r.channel, ok = d.read.String()
	case 4: // url
		r.url, ok = d.read.String()
	case 5: // dateTime
		var t value.Timestamp
		t, ok = d.read.TimestampSQL()
		r.dateTime = t.Millis
	case 6: // extra
		r.extra, ok = d.read.String()
	}
	if !ok {
		d.Nulls++
		return
	}
	r.null &^= 1 << c
}

// ------------------------------------------------------------------------------------------

func BenchmarkBid(b *testing.B)       { benchmarkBid(b, bids(1<<14, 0)) }
func BenchmarkBidSpaced(b *testing.B) { benchmarkBid(b, bids(1<<14, 1)) }
func BenchmarkBidMixed(b *testing.B)  { benchmarkBid(b, bids(1<<14, 2)) }

func benchmarkBid(b *testing.B, in block) {
	var d bidDecoder
	var rows [stream.BlockRows]bid
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for i := range in.spans {
			if i%stream.BlockRows == 0 {
				d.read.Reset()
			}
			if d.decode(in.buf, in.spans[i], &rows[i%stream.BlockRows]) {
				n++
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in.spans)), "ns/rec")
	if n != b.N*len(in.spans) {
		b.Fatal("documents dropped")
	}
}

func TestBidAllocatesNothing(t *testing.T) {
	in := bids(4096, 0)
	var d bidDecoder
	var r bid
	pass := func() {
		d.read.Reset()
		for _, s := range in.spans {
			d.decode(in.buf, s, &r)
		}
	}
	if n := testing.AllocsPerRun(5, pass); n != 0 {
		t.Errorf("%v allocations for %d documents, want 0", n, len(in.spans))
	}
}
