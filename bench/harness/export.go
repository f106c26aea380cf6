//go:build ignore

// What the harness of the decoders needs of the generated package, copied into it.
package pipeline

import "github.com/flinkc/flinkc/rtlib/stream"

// BenchDecode returns the source's decoder, for many spans of one buffer. It returns the sum of the
// fields so that none can be left out.
func BenchDecode() func(buf []byte, spans []stream.Span) (rows, sum int64) {
	d := newReadCdnAccessLogDecoder()
	row := make([]readCdnAccessLogRow, stream.BlockRows)
	return func(buf []byte, spans []stream.Span) (rows, sum int64) {
		for len(spans) > 0 {
			n := min(len(spans), len(row))
			d.reset()
			for i, span := range spans[:n] {
				if r := &row[i]; d.decode(buf, span, r) {
					rows++
					sum += r.requestTime + r.responseSize + int64(len(r.clientIp))
				}
			}
			spans = spans[n:]
		}
		return rows, sum
	}
}
