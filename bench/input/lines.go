// Package input makes what the benchmarks read: access logs as CSV and as JSON, in blocks and in
// record sets as a broker's fetch response holds them. The same number gives the same bytes.
package input

import (
	"bytes"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// CSV is n lines of an access log without broken ones and without line ends.
func CSV(n int) [][]byte {
	g := loggen.New(loggen.Config{Seed: 1, ForeignShare: 0.05})
	lines := make([][]byte, n)
	for i := range lines {
		lines[i] = g.Next(nil)
	}
	return lines
}

// JSON is the lines of CSV as documents, with keys in the order of the columns.
func JSON(n int) [][]byte {
	lines := CSV(n)
	for i, line := range lines {
		f := bytes.Split(line, []byte(","))
		lines[i] = document(f)
	}
	return lines
}

func document(f [][]byte) []byte {
	b := append([]byte(`{"uuid":"`), f[0]...)
	b = append(append(b, `","client_ip":"`...), f[1]...)
	b = append(append(b, `","request_time":`...), f[2]...)
	b = append(append(b, `,"response_size":`...), f[3]...)
	b = append(append(b, `,"uri":"`...), f[4]...)
	return append(b, `"}`...)
}

// Joined is the lines with a line end behind each, as a file has them.
func Joined(lines [][]byte) []byte {
	return append(bytes.Join(lines, []byte("\n")), '\n')
}

// Block is all lines in one buffer with their places. The buffer has the room behind it that
// decoders may read.
func Block(lines [][]byte) (buf []byte, spans []stream.Span) {
	for _, l := range lines {
		start := uint32(len(buf))
		buf = append(buf, l...)
		spans = append(spans, stream.Span{Start: start, End: uint32(len(buf))})
		buf = append(buf, '\n')
	}
	return append(buf, make([]byte, stream.Padding)...)[:len(buf)], spans
}
