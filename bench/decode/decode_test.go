package decode

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
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
	rows, handRows := make([]readCdnAccessLogRow, len(spans)), make([]handRow, len(spans))
	g, h := newReadCdnAccessLogDecoder(), newHandDecoder()
	if n, m := g.plain(buf, spans, rows), h.plain(buf, spans, handRows); min(n, m) < len(spans) {
		t.Fatalf("record %d or %d is not plain", n, m)
	}
	for i, got := range rows {
		want := handRows[i]
		if got.clientIp != want.clientIP || got.requestTime != want.requestTime ||
			got.responseSize != want.responseSize || got.null != uint64(want.null) {
			t.Fatalf("record %d: got %+v, want %+v", i, got, want)
		}
	}
}

// FuzzGenerated checks that the path for plain records, whatever was decoded before, gives what decode
// gives alone for a buffer that ends with the record.
func FuzzGenerated(f *testing.F) {
	const plain = "uuid-uuid-uuid-uuid,1.2.3.4,5,6,/a"
	for _, rec := range []string{"", plain, "\xef\xbb\xbf" + plain, `"u",1.2.3.4,"5",6,"/a""b"`, "u,\xff,5,6,",
		"u,1,99999999999999999999,-6,a\r", "u,1,+5, 6 ,a", "u,1", "a,b,1,2,c,d", `"u`, "u,1,2,3,\x00",
		"uuid-uuid\xc3\xa9uuid-uui,1,2,3,/a", "uuid-uuid-uuid-uuid,1,12345678,-3,/asset/asset/asset,"} {
		f.Add([]byte(rec), []byte(plain))
	}
	f.Fuzz(func(t *testing.T, rec, before []byte) {
		d, alone := newReadCdnAccessLogDecoder(), newReadCdnAccessLogDecoder()
		var want readCdnAccessLogRow
		wantOK := alone.decode(slices.Clip(bytes.Clone(rec)), stream.Span{End: uint32(len(rec))}, &want)
		buf := append(append(bytes.Clone(before), rec...), "7,\"\n,,,"...)
		buf = append(buf, make([]byte, stream.Padding)...)
		spans := []stream.Span{{End: uint32(len(before))}, {Start: uint32(len(before)),
			End: uint32(len(before) + len(rec))}}
		rows := make([]readCdnAccessLogRow, 2)
		d.plain(buf, spans[:1], rows)
		if d.plain(buf, spans[1:], rows[1:]) == 0 {
			return
		}
		if got := rows[1]; !wantOK || shown(got) != shown(want) {
			t.Fatalf("%q behind %q\n got %s\nwant %v %s", rec, before, shown(got), wantOK, shown(want))
		}
	})
}

// shown is a row without what its NULL columns hold.
func shown(r readCdnAccessLogRow) string {
	return fmt.Sprintf("%#x %q %d %d", r.null, unless(r.null&2 != 0, r.clientIp),
		unless(r.null&4 != 0, r.requestTime), unless(r.null&8 != 0, r.responseSize))
}

// unless is v, or the zero value for NULL.
func unless[T any](null bool, v T) T {
	if null {
		var zero T
		return zero
	}
	return v
}

// TestGeneratedAllocatesNothing holds for ordinary records.
func TestGeneratedAllocatesNothing(t *testing.T) {
	buf, spans := accessLog(2000)
	d := newReadCdnAccessLogDecoder()
	rows := make([]readCdnAccessLogRow, len(spans))
	n := testing.AllocsPerRun(5, func() {
		d.reset()
		d.plain(buf, spans, rows)
	})
	if n != 0 {
		t.Errorf("%v allocations for %d records, want 0", n, len(spans))
	}
}

// generatedBlocks decodes all records, block by block.
func generatedBlocks(
	d *readCdnAccessLogDecoder, buf []byte, spans []stream.Span, rows []readCdnAccessLogRow,
) {
	for len(spans) > 0 {
		n := min(len(spans), len(rows))
		d.reset()
		d.plain(buf, spans[:n], rows)
		spans = spans[n:]
	}
}

func handBlocks(d *handDecoder, buf []byte, spans []stream.Span, rows []handRow) {
	for len(spans) > 0 {
		n := min(len(spans), len(rows))
		d.plain(buf, spans[:n], rows)
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
