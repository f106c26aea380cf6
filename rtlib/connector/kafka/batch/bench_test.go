package batch

import (
	"fmt"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// accessLog is a record set of lines as long as the flagship's.
func accessLog(t testing.TB, batches, each int, codec int16) []byte {
	var parts [][]byte
	for i := range batches {
		s := spec{base: int64(i * each), time: 1_700_000_000_000, codec: codec}
		for j := range each {
			s.values = append(s.values, fmt.Sprintf(
				"4f2c1c1e-6b0e-4a52-9f3e-%012d,27.184.139.%d,118,40960,/static/app-%04d.js", j, j%256, j%977))
		}
		parts = append(parts, s.build(t))
	}
	return padded(parts...)
}

func TestSteadyStateDoesNotAllocate(t *testing.T) {
	for codec, name := range map[int16]string{codecNone: "none", codecSnappy: "snappy", codecZstd: "zstd"} {
		set := accessLog(t, 8, 2000, codec)
		var s Set
		var b stream.Block
		records := 0
		walk := func() {
			s.Reset(set, Want{})
			records = 0
			for s.Fill(&b) == nil && len(b.Spans) > 0 {
				records += len(b.Spans)
			}
		}
		if n := testing.AllocsPerRun(5, walk); n > 16000/512 || records != 16000 {
			t.Errorf("%s: %v allocations over %d records, want at most 31 over 16000", name, n, records)
		}
	}
}

// BenchmarkWalk is the CPU of one record: CRC, framing, span.
func BenchmarkWalk(b *testing.B) {
	for codec, name := range []string{"none", "gzip", "snappy", "lz4", "zstd"} {
		b.Run(name, func(b *testing.B) {
			const batches, each = 4, 10000
			set := accessLog(b, batches, each, int16(codec))
			var s Set
			var blk stream.Block
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				s.Reset(set, Want{})
				for s.Fill(&blk) == nil && len(blk.Spans) > 0 {
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*batches*each), "ns/record")
		})
	}
}
