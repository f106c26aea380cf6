package decode

// The decoder for
//
//	cdn_access_log (uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT,
//	  uri STRING), format csv, ignore-parse-errors
//	referenced: uuid (only whether it is NULL), client_ip, request_time, response_size
//
// as written by hand. It knows that a uuid has a steady width and an address has none.

import (
	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// handRow is a row of cdn_access_log as the query reads it.
type handRow struct {
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

var handFormat = csv.Format{Delimiter: ',', Quote: '"', Lenient: true}

type handDecoder struct {
	split csv.Splitter
	w0    int // predicted width of uuid
	Fault csv.Fault
	Nulls int
}

func newHandDecoder() *handDecoder {
	return &handDecoder{split: csv.NewSplitter(handFormat, 5)}
}

func (d *handDecoder) reset() { d.split.Reset() }

func (d *handDecoder) decode(buf []byte, s stream.Span, r *handRow) bool {
	return d.fast(buf, s, r) || d.general(buf, s, r)
}

func (d *handDecoder) fast(buf []byte, s stream.Span, r *handRow) bool {
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

func (d *handDecoder) general(buf []byte, s stream.Span, r *handRow) bool {
	if s.IsNull() {
		d.Fault = csv.Fault{Kind: csv.Empty}
		return false
	}
	if d.Fault = d.split.Split(buf[s.Start:s.End]); d.Fault.Kind != csv.None {
		return false
	}
	*r = handRow{}
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
