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

type handDecoder struct {
	w0 int // predicted width of uuid
}

func newHandDecoder() *handDecoder { return &handDecoder{} }

// plain decodes records until one is not ordinary, and returns how many.
func (d *handDecoder) plain(buf []byte, spans []stream.Span, rows []handRow) int {
	t := csv.CharsOf(buf)
	for n, s := range spans {
		r, p, e, seen, all := &rows[n], int(s.Start), int(s.End), uint64(0), uint64(0)
		if e <= p {
			return n
		}
		r.null = 0
		// uuid
		q := p + d.w0
		if q >= e || t.Byte(q) != ',' || !t.Plain(p, q, ',') {
			if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 {
				return n
			}
			all |= seen
			d.w0 = q - p
		}
		p = q + 1
		// client_ip
		if q = t.Column(p, e, ','); q >= e || t.Byte(q) != ',' || t.Byte(p) == '"' {
			if q, seen = csv.Find(buf, p, e, ',', '"'); q < 0 {
				return n
			}
			all |= seen
		}
		r.clientIP = t.Text(p, q)
		p = q + 1
		// request_time
		if r.requestTime, q = t.Digits(p); q == p || q >= e || t.Byte(q) != ',' {
			if r.requestTime, q = csv.LongDigits(buf, p, e); q < 0 || buf[q] != ',' {
				return n
			}
		}
		p = q + 1
		// response_size
		if r.responseSize, q = t.Digits(p); q == p || q >= e || t.Byte(q) != ',' {
			if r.responseSize, q = csv.LongDigits(buf, p, e); q < 0 || buf[q] != ',' {
				return n
			}
		}
		p = q + 1
		// uri, not referenced
		if !t.Plain(p, e, ',') {
			var ok bool
			if seen, ok = csv.Clean(buf, p, e, ','); !ok || buf[p] == '"' {
				return n
			}
			all |= seen
		}
		if !csv.ValidText(buf, int(s.Start), e, all) {
			return n
		}
	}
	return len(spans)
}
