package kafka

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// broker starts an in-process cluster with the topics "t" (one partition) and "t3" (three).
func broker(t testing.TB, opts ...kfake.Opt) *kfake.Cluster {
	t.Helper()
	opts = append([]kfake.Opt{kfake.NumBrokers(1), kfake.SeedTopics(1, "t"), kfake.SeedTopics(3, "t3")},
		opts...)
	c, err := kfake.NewCluster(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func producer(t testing.TB, c *kfake.Cluster, opts ...kgo.Opt) *kgo.Client {
	t.Helper()
	opts = append([]kgo.Opt{kgo.SeedBrokers(c.ListenAddrs()...),
		kgo.RecordPartitioner(kgo.ManualPartitioner())}, opts...)
	cl, err := kgo.NewClient(opts...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cl.Close)
	return cl
}

// put writes values to a partition, as one batch.
func put(t testing.TB, cl *kgo.Client, topic string, partition int32, values ...string) {
	t.Helper()
	records := make([]*kgo.Record, len(values))
	for i, v := range values {
		records[i] = &kgo.Record{Topic: topic, Partition: partition, Value: []byte(v)}
	}
	if err := cl.ProduceSync(t.Context(), records...).FirstErr(); err != nil {
		t.Fatal(err)
	}
}

// series is prefix0, prefix1, ...
func series(prefix string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprint(prefix, i)
	}
	return list
}

// config reads topic "t" from its beginning to its end.
func config(c *kfake.Cluster, change ...func(*Config)) Config {
	cfg := Config{Table: "logs", Topics: []string{"t"}, Brokers: c.ListenAddrs(),
		Startup: EarliestOffset, UntilEnd: true}
	cfg.Properties.MaxWait = 100 * time.Millisecond
	for _, f := range change {
		f(&cfg)
	}
	return cfg
}

func unbounded(c *Config) { c.UntilEnd = false }

// open makes a source and a reader of all its splits, both closed with the test.
func open(t testing.TB, cfg Config) (*Source, stream.Reader) {
	t.Helper()
	s, r, err := tryOpen(t, cfg)
	if err != nil {
		t.Fatal(err)
	}
	return s, r
}

func tryOpen(t testing.TB, cfg Config) (*Source, stream.Reader, error) {
	t.Helper()
	made, err := New(cfg)
	if err != nil {
		return nil, nil, err
	}
	s := made.(*Source)
	t.Cleanup(func() { s.Close() })
	splits, err := s.Open(t.Context())
	if err != nil {
		return s, nil, err
	}
	starts := make([]stream.Start, len(splits))
	for i, split := range splits {
		starts[i].Split = split
	}
	r, err := reader(t, s, starts...)
	return s, r, err
}

func reader(t testing.TB, s *Source, starts ...stream.Start) (stream.Reader, error) {
	t.Helper()
	r, err := s.Reader(t.Context(), starts)
	if err == nil {
		t.Cleanup(func() { r.Close() })
	}
	return r, err
}

// read collects n values as "split@offset=value", or all up to the end for n < 0.
func read(t testing.TB, r stream.Reader, n int) []string {
	t.Helper()
	got, err := tryRead(t, r, n)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func tryRead(t testing.TB, r stream.Reader, n int) (got []string, err error) {
	t.Helper()
	var b stream.Block
	for limit := time.Now().Add(15 * time.Second); len(got) < n || n < 0; {
		status, err := r.Fill(t.Context(), &b, time.Second)
		if err != nil || status == stream.End {
			return got, err
		}
		if time.Now().After(limit) {
			t.Fatalf("waited too long; read so far: %d records", len(got))
		}
		for i, s := range b.Spans {
			value := "NULL"
			if !s.IsNull() {
				value = string(b.Buf[s.Start:s.End])
			}
			got = append(got, fmt.Sprintf("%s@%d=%s", b.Split.ID, b.Base+int64(b.Delta[i]), value))
		}
	}
	return got, nil
}

// numbered is what read gives for a series at the beginning of a split.
func numbered(split, prefix string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s@%d=%s%d", split, i, prefix, i)
	}
	return list
}

func same(t testing.TB, got, want []string) {
	t.Helper()
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Fatalf("got %d records, want %d; got:\n%.2000s\nwant:\n%.2000s", len(got), len(want), g, w)
	}
}

// listener records what stream.Health is told.
type listener struct {
	mu      sync.Mutex
	reasons []string
}

func (l *listener) Waiting(component, reason string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.reasons = append(l.reasons, component+": "+reason)
}

func (l *listener) all() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return strings.Join(l.reasons, "\n") + "\n"
}

// wait waits until a report contains text.
func (l *listener) wait(t testing.TB, text string) {
	t.Helper()
	for limit := time.Now().Add(10 * time.Second); !strings.Contains(l.all(), text); {
		if time.Now().After(limit) {
			t.Fatalf("no health report contains %q; there are:\n%s", text, l.all())
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// within fails the test when f takes longer.
func within(t testing.TB, limit time.Duration, f func()) {
	t.Helper()
	start := time.Now()
	f()
	if took := time.Since(start); took > limit {
		t.Errorf("took %v, want at most %v", took, limit)
	}
}

// wantError checks that every part occurs in the error.
func wantError(t testing.TB, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", parts)
	}
	for _, p := range parts {
		if !strings.Contains(err.Error(), p) {
			t.Errorf("error %q does not contain %q", err, p)
		}
	}
}
