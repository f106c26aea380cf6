package decode

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// accessLog is n records as edge nodes write them, in a block's buffer.
func accessLog(n int) (buf []byte, spans []stream.Span) {
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		start := uint32(len(buf))
		buf = fmt.Appendf(buf, "%08x-%04x-%04x-%04x-%012x,%d.%d.%d.%d,%d,%d,/static/v%d/asset_%06d.html",
			r.Uint32(), r.IntN(1<<16), r.IntN(1<<16), r.IntN(1<<16), r.Int64N(1<<48), 1+r.IntN(222), r.IntN(256),
			r.IntN(256), r.IntN(256), 1+r.IntN(5000), 100+r.IntN(2000000), r.IntN(10), r.IntN(1000000))
		spans = append(spans, stream.Span{Start: start, End: uint32(len(buf))})
		buf = append(buf, '\n')
	}
	return append(buf, make([]byte, stream.Padding)...), spans
}

// TestSameRows decodes the same records by both.
func TestSameRows(t *testing.T) {
	buf, spans := accessLog(5000)
	g, h := newReadCdnAccessLogDecoder(), newHandDecoder()
	for i, span := range spans {
		var got readCdnAccessLogRow
		var want handRow
		if !g.decode(buf, span, &got) || !h.decode(buf, span, &want) {
			t.Fatalf("record %d dropped", i)
		}
		if got.clientIp != want.clientIP || got.requestTime != want.requestTime ||
			got.responseSize != want.responseSize || got.null != uint64(want.null) {
			t.Fatalf("record %d: got %+v, want %+v", i, got, want)
		}
	}
}

// TestGeneratedAllocatesNothing holds for ordinary records.
func TestGeneratedAllocatesNothing(t *testing.T) {
	buf, spans := accessLog(2000)
	d := newReadCdnAccessLogDecoder()
	var r readCdnAccessLogRow
	n := testing.AllocsPerRun(5, func() {
		d.reset()
		for _, span := range spans {
			d.decode(buf, span, &r)
		}
	})
	if n != 0 {
		t.Errorf("%v allocations for %d records, want 0", n, len(spans))
	}
}

// generatedBlocks decodes all records, block by block.
func generatedBlocks(d *readCdnAccessLogDecoder, buf []byte, spans []stream.Span, rows []readCdnAccessLogRow) {
	for len(spans) > 0 {
		n := min(len(spans), len(rows))
		d.reset()
		for i, span := range spans[:n] {
			d.decode(buf, span, &rows[i])
		}
		spans = spans[n:]
	}
}

func handBlocks(d *handDecoder, buf []byte, spans []stream.Span, rows []handRow) {
	for len(spans) > 0 {
		n := min(len(spans), len(rows))
		d.reset()
		for i, span := range spans[:n] {
			d.decode(buf, span, &rows[i])
		}
		spans = spans[n:]
	}
}

// BenchmarkFlagship decodes by both in turns of a quarter of a millisecond and reports the fastest
// turn of each, so that what else the machine does falls on both alike.
func BenchmarkFlagship(b *testing.B) {
	buf, spans := accessLog(4 * stream.BlockRows)
	g, h := newReadCdnAccessLogDecoder(), newHandDecoder()
	rows, handRows := make([]readCdnAccessLogRow, stream.BlockRows), make([]handRow, stream.BlockRows)
	generated, hand := time.Hour, time.Hour
	for b.Loop() {
		t0 := time.Now()
		generatedBlocks(g, buf, spans, rows)
		t1 := time.Now()
		handBlocks(h, buf, spans, handRows)
		generated, hand = min(generated, t1.Sub(t0)), min(hand, time.Since(t1))
	}
	n := float64(len(spans))
	b.ReportMetric(float64(generated.Nanoseconds())/n, "generated-ns/rec")
	b.ReportMetric(float64(hand.Nanoseconds())/n, "hand-ns/rec")
	b.ReportMetric(float64(generated)/float64(hand), "ratio")
}
