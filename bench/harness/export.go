//go:build ignore

// What the harness of the decoders needs of the generated package, copied into it.
package pipeline

import "github.com/flinkc/flinkc/rtlib/stream"

// BenchDecode returns the source's first pass, which decodes block by block, for many spans of one
// buffer. The rows stay in the stage's memory, so none of their fields can be left out.
func BenchDecode() func(buf []byte, spans []stream.Span) (rows int) {
	s := &readCdnAccessLog{decoder: newReadCdnAccessLogDecoder()}
	return func(buf []byte, spans []stream.Span) (rows int) {
		for len(spans) > 0 {
			n := min(len(spans), stream.BlockRows)
			got, err := s.decode(&stream.Block{Buf: buf, Spans: spans[:n]})
			if err != nil {
				panic(err)
			}
			rows += len(got)
			spans = spans[n:]
		}
		return rows
	}
}
