package kafka

import (
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kfake"
)

// The broker runs in this process and serves one canned batch, so its share is small and the same
// for both. Compare the two with -cpu 1.
func benchBroker(b *testing.B) *kfake.Cluster {
	return broker(b, kfake.SyntheticFetch(kfake.SyntheticBatch{Records: 10_000, RecordBytes: 92}))
}

func BenchmarkFetchPath(b *testing.B) {
	_, r := open(b, config(benchBroker(b), unbounded))
	var blk stream.Block
	b.ReportAllocs()
	b.ResetTimer()
	for n := 0; n < b.N; n += len(blk.Spans) {
		if _, err := r.Fill(b.Context(), &blk, time.Second); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKafkaGoReader(b *testing.B) {
	r := kafka.NewReader(kafka.ReaderConfig{Brokers: benchBroker(b).ListenAddrs(), Topic: "t",
		MinBytes: 1, MaxBytes: 4 << 20, QueueCapacity: 4096})
	defer r.Close()
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		if _, err := r.ReadMessage(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
