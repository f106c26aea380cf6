package kafka

import (
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kgo"
)

func TestReadsToTheEnd(t *testing.T) {
	c := broker(t)
	p := producer(t, c)
	put(t, p, "t", 0, series("a", 3000)...)
	_, r := open(t, config(c))
	same(t, read(t, r, -1), numbered("t-0", "a", 3000))
}

func TestReadsEveryCodec(t *testing.T) {
	for name, codec := range map[string]kgo.CompressionCodec{
		"none": kgo.NoCompression(), "gzip": kgo.GzipCompression(), "snappy": kgo.SnappyCompression(),
		"lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression(),
	} {
		t.Run(name, func(t *testing.T) {
			c := broker(t)
			p := producer(t, c, kgo.ProducerBatchCompression(codec))
			put(t, p, "t", 0, series("line number ", 5000)...)
			_, r := open(t, config(c))
			same(t, read(t, r, -1), numbered("t-0", "line number ", 5000))
		})
	}
}

func TestEmptyTopicEndsAtOnce(t *testing.T) {
	_, r := open(t, config(broker(t)))
	within(t, time.Second, func() { same(t, read(t, r, -1), nil) })
}

func TestUnboundedIsIdleThenGoesOn(t *testing.T) {
	c := broker(t)
	p := producer(t, c)
	put(t, p, "t", 0, "a0")
	_, r := open(t, config(c, unbounded))
	same(t, read(t, r, 1), numbered("t-0", "a", 1))
	var b stream.Block
	if s, err := r.Fill(t.Context(), &b, 20*time.Millisecond); s != stream.Idle || err != nil {
		t.Fatalf("without records Fill gives %v, %v, want Idle", s, err)
	}
	put(t, p, "t", 0, "new")
	same(t, read(t, r, 1), []string{"t-0@1=new"})
}
