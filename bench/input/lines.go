// Package input makes what the benchmarks read: access logs as CSV and as JSON, in blocks and in
// record sets as a broker's fetch response holds them. The same number gives the same bytes.
package input

import (
	"bytes"
	"fmt"
	"math/rand/v2"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// CSV is n ordinary lines of 92 bytes on average, without line ends: plain text, nothing quoted, as
// the numbers in the design were measured.
func CSV(n int) [][]byte {
	r := rand.New(rand.NewPCG(1, 2))
	lines := make([][]byte, n)
	for i := range lines {
		lines[i] = fmt.Appendf(nil, "%08x-%04x-%04x-%04x-%012x,%d.%d.%d.%d,%d,%d,"+
			"/static/v%d/asset_%06d.html",
			r.Uint32(), r.IntN(1<<16), r.IntN(1<<16), r.IntN(1<<16), r.Int64N(1<<48),
			1+r.IntN(222), r.IntN(256), r.IntN(256), r.IntN(256),
			1+r.IntN(5000), 100+r.IntN(2_000_000), r.IntN(10), r.IntN(1_000_000))
	}
	return lines
}

// Mixed is n lines of the demo's generator: one of 64 is quoted, one of 6 is not plain ASCII, none
// is broken.
func Mixed(n int) [][]byte {
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
