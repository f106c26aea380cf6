package demo

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
)

func TestDue(t *testing.T) {
	tests := []struct {
		name       string
		rate       float64
		read, made int64
		since      time.Duration
		want       int
	}{
		{"no limit", 0, 0, 0, 0, batchLines},
		{"as far ahead as allowed", 0, 100, 100 + greatLead, time.Hour, 0},
		{"little is left of the lead", 0, 100, 90 + greatLead, time.Hour, 10},
		{"by the rate", 1000, 0, 50, 150 * time.Millisecond, 100},
		{"ahead of the rate", 1000, 0, 500, 150 * time.Millisecond, 0},
		{"slow rate", 0.5, 0, 0, 1900 * time.Millisecond, 0},
		{"slow rate, later", 0.5, 0, 0, 2 * time.Second, 1},
		{"far behind the rate", 1e9, 0, 0, time.Second, batchLines},
	}
	for _, tt := range tests {
		f := feeder{rate: tt.rate, read: new(atomic.Int64)}
		f.read.Store(tt.read)
		f.made.Store(tt.made)
		if got := f.due(tt.since); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// What the feeder has made is in the topic when it returns, each line once.
func TestFeederDeliversWhatItMade(t *testing.T) {
	to := openTestBroker(t)
	f := &feeder{to: to, lines: loggen.New(loggen.Config{Seed: 3}), rate: 20_000, read: new(atomic.Int64)}
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	if err := f.run(ctx); err != nil {
		t.Fatal(err)
	}
	want := map[string]int{}
	again := loggen.New(loggen.Config{Seed: 3})
	for range f.made.Load() {
		want[string(again.Next(nil))]++
	}
	if len(want) == 0 || f.lines.Counts().Records != f.made.Load() {
		t.Fatalf("made %d, generated %d", f.made.Load(), f.lines.Counts().Records)
	}
	for _, v := range consume(t, to, int(f.made.Load())) {
		want[v]--
	}
	for line, n := range want {
		if n != 0 {
			t.Errorf("%d times too few: %s", n, line)
		}
	}
}

func openTestBroker(t *testing.T) *broker {
	t.Helper()
	b, err := openBroker(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.close)
	return b
}

// consume reads n values from the start of the topic.
func consume(t *testing.T, b *broker, n int) (values []string) {
	t.Helper()
	c, err := kgo.NewClient(kgo.SeedBrokers(b.address), kgo.ConsumeTopics(topic),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for len(values) < n {
		fetched := c.PollFetches(ctx)
		if err := fetched.Err0(); err != nil {
			t.Fatalf("after %d of %d: %v", len(values), n, err)
		}
		fetched.EachRecord(func(r *kgo.Record) { values = append(values, string(r.Value)) })
	}
	return values
}

// Trimming gives memory back and keeps what may not have been read.
func TestTrimKeepsTheLead(t *testing.T) {
	b := openTestBroker(t)
	var lines batch
	total := int64(0)
	for n := 0; n < 400; n++ { // to partition 0 alone
		lines.reset()
		for range 2048 {
			lines.add([]byte("a line of some thirty characters"))
		}
		if err := b.send(0, &lines); err != nil {
			t.Fatal(err)
		}
		total += 2048
	}
	if err := b.trim(); err != nil {
		t.Fatal(err)
	}
	p := b.cluster.PartitionInfos(topic)[0]
	if p.HighWatermark != total || p.LogStartOffset != total-greatLead {
		t.Errorf("offsets %d to %d, want %d to %d", p.LogStartOffset, p.HighWatermark,
			total-greatLead, total)
	}
}

func TestBrokerThatIsNotThere(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	_, err := openBroker(ctx, "127.0.0.1:1")
	wantError(t, err, Pipeline, "Kafka at 127.0.0.1:1: ")
}
