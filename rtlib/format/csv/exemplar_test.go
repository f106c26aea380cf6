package csv_test

// What the compiler prints for the flagship's source table:
//
//	cdn_access_log (uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT,
//	  uri STRING), format csv, ignore-parse-errors
//	referenced: uuid (only whether it is NULL), client_ip, request_time, response_size
//
// Everything up to the next line of dashes is generated code.

import (
	"slices"
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
	split         csv.Splitter
	uuidWidth     csv.Width
	clientIPWidth csv.Width
	Fault         csv.Fault
	Nulls         int
}

func newAccessLogDecoder() *accessLogDecoder {
	return &accessLogDecoder{split: csv.NewSplitter(accessLogFormat, 5)}
}

func (d *accessLogDecoder) plain(buf []byte, spans []stream.Span, rows []accessLog) (n int) {
	t := csv.CharsOf(buf)
	for ; n < len(spans); n++ {
		span, r := spans[n], &rows[n]
		p, e := int(span.Start), int(span.End)
		if e <= p {
			return n
		}
		var q int
		var ok bool
		var seen, all uint64
		r.null = 0
		// uuid, only whether it is NULL
		if q = d.uuidWidth.Guess(p); q >= e || t.Byte(q) != ',' || !t.Plain(p, q, ',') {
			if q = t.Column(p, e, ','); q >= e || t.Byte(q) != ',' || t.Byte(p) == '"' {
				if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 {
					return n
				}
				all |= seen
			}
			d.uuidWidth.Learn(q - p)
		}
		p = q + 1
		// client_ip
		if q = d.clientIPWidth.Guess(p); q >= e || t.Byte(q) != ',' || !t.Plain(p, q, ',') {
			if q = t.Column(p, e, ','); q >= e || t.Byte(q) != ',' || t.Byte(p) == '"' {
				if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 {
					return n
				}
				all |= seen
			}
			d.clientIPWidth.Learn(q - p)
		}
		r.clientIP = t.Text(p, q)
		p = q + 1
		// request_time
		if r.requestTime, q = t.Digits(p); q == p || q >= e || t.Byte(q) != ',' {
			if r.requestTime, q = csv.LongDigits(buf, p, e); q < 0 || t.Byte(q) != ',' {
				return n
			}
		}
		p = q + 1
		// response_size
		if r.responseSize, q = t.Digits(p); q == p || q >= e || t.Byte(q) != ',' {
			if r.responseSize, q = csv.LongDigits(buf, p, e); q < 0 || t.Byte(q) != ',' {
				return n
			}
		}
		p = q + 1
		// uri, not referenced
		if !t.Plain(p, e, ',') {
			if seen, ok = csv.Clean(buf, p, e, ','); !ok || t.Byte(p) == '"' {
				return n
			}
			all |= seen
		}
		if !csv.ValidText(buf, int(span.Start), e, all) {
			return n
		}
	}
	return n
}

func (d *accessLogDecoder) decode(buf []byte, s stream.Span, r *accessLog) bool {
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

// block decodes as a stage does: plain records together, each other one by itself. It returns how many
// rows there are.
func (d *accessLogDecoder) block(buf []byte, spans []stream.Span, rows []accessLog) (n int) {
	d.split.Reset()
	for i := 0; i < len(spans); i++ {
		plain := d.plain(buf, spans[i:], rows[n:])
		if i, n = i+plain, n+plain; i == len(spans) {
			break
		}
		if d.decode(buf, spans[i], &rows[n]) {
			n++
		}
	}
	return n
}

func benchmarkFlagship(b *testing.B, in block) {
	d := newAccessLogDecoder()
	var rows [stream.BlockRows]accessLog
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for spans := range slices.Chunk(in.spans, stream.BlockRows) {
			n += d.block(in.buf, spans, rows[:])
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
	rows := make([]accessLog, len(in.spans))
	pass := func() { d.block(in.buf, in.spans, rows) }
	if n := testing.AllocsPerRun(5, pass); n != 0 {
		t.Errorf("%v allocations for %d records, want 0", n, len(in.spans))
	}
}
