package csv_test

// What the compiler prints for the flagship's source table:
//
//	cdn_access_log (uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT,
//	  uri STRING), format csv, ignore-parse-errors
//	referenced: uuid (only whether it is NULL), client_ip, request_time, response_size
//
// Everything up to the next line of dashes is generated code.

import (
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// accessLog is a row of cdn_access_log as the query reads it.
type accessLog struct {
	clientIP     string
	requestTime  int64
	responseSize int64
	null         uint8
}

const (
	nullUUID = 1 << iota
	nullClientIP
	nullRequestTime
	nullResponseSize
)

var accessLogFormat = csv.Format{Delimiter: ',', Quote: '"', Lenient: true}

type accessLogDecoder struct {
	split csv.Splitter
	w0    int // predicted width of uuid
	Fault csv.Fault
	Nulls int
}

func newAccessLogDecoder() *accessLogDecoder {
	return &accessLogDecoder{split: csv.NewSplitter(accessLogFormat, 5)}
}

func (d *accessLogDecoder) decode(buf []byte, s stream.Span, r *accessLog) bool {
	return d.fast(buf, s, r) || d.general(buf, s, r)
}

func (d *accessLogDecoder) fast(buf []byte, s stream.Span, r *accessLog) bool {
	p, e, seen, all := int(s.Start), int(s.End), uint64(0), uint64(0)
	if e <= p {
		return false
	}
	r.null = 0
	// uuid
	q := p + d.w0
	ok := q < e && buf[q] == ',' && buf[p] != '"'
	if ok {
		seen, ok = csv.Clean(buf, p, q, ',')
	}
	if !ok {
		if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 {
			return false
		}
		d.w0 = q - p
	}
	all |= seen
	p = q + 1
	// client_ip
	if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 {
		return false
	}
	all |= seen
	r.clientIP = csv.Text(buf, p, q)
	p = q + 1
	// request_time
	if r.requestTime, q = csv.Digits(buf, p); q == p || q >= e || buf[q] != ',' {
		if r.requestTime, q = csv.LongDigits(buf, p, e); q < 0 || buf[q] != ',' {
			return false
		}
	}
	p = q + 1
	// response_size
	if r.responseSize, q = csv.Digits(buf, p); q == p || q >= e || buf[q] != ',' {
		if r.responseSize, q = csv.LongDigits(buf, p, e); q < 0 || buf[q] != ',' {
			return false
		}
	}
	p = q + 1
	// uri, not referenced
	seen, ok = csv.Clean(buf, p, e, ',')
	return ok && buf[p] != '"' && csv.ValidText(buf, int(s.Start), e, all|seen)
}

func (d *accessLogDecoder) general(buf []byte, s stream.Span, r *accessLog) bool {
	if s.IsNull() {
		d.Fault = csv.Fault{Kind: csv.Empty}
		return false
	}
	if d.Fault = d.split.Split(buf[s.Start:s.End]); d.Fault.Kind != csv.None {
		return false
	}
	*r = accessLog{}
	var ok bool
	if d.split.Fields[0].Null {
		r.null |= nullUUID
	}
	if f := d.split.Fields[1]; f.Null {
		r.null |= nullClientIP
	} else {
		r.clientIP = f.Text
	}
	if f := d.split.Fields[2]; f.Null {
		r.null |= nullRequestTime
	} else if r.requestTime, ok = csv.Int64(f.Text); !ok {
		r.null |= nullRequestTime
		d.Nulls++
	}
	if f := d.split.Fields[3]; f.Null {
		r.null |= nullResponseSize
	} else if r.responseSize, ok = csv.Int64(f.Text); !ok {
		r.null |= nullResponseSize
		d.Nulls++
	}
	return true
}

// ------------------------------------------------------------------------------------------

func BenchmarkFlagship(b *testing.B)       { benchmarkFlagship(b, flagshipLines(1<<15, 0)) }
func BenchmarkFlagshipQuoted(b *testing.B) { benchmarkFlagship(b, flagshipLines(1<<15, 20)) }

func benchmarkFlagship(b *testing.B, in block) {
	d := newAccessLogDecoder()
	var rows [stream.BlockRows]accessLog
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for i := range in.spans {
			if i%stream.BlockRows == 0 {
				d.split.Reset()
			}
			if d.decode(in.buf, in.spans[i], &rows[i%stream.BlockRows]) {
				n++
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(in.spans)), "ns/rec")
	if n != b.N*len(in.spans) {
		b.Fatal("records dropped")
	}
}

func TestFlagshipAllocatesNothing(t *testing.T) {
	in := flagshipLines(4096, 20)
	d := newAccessLogDecoder()
	var r accessLog
	pass := func() {
		d.split.Reset()
		for _, s := range in.spans {
			d.decode(in.buf, s, &r)
		}
	}
	if n := testing.AllocsPerRun(5, pass); n != 0 {
		t.Errorf("%v allocations for %d records, want 0", n, len(in.spans))
	}
}
