package kafka

import (
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/kmsg"
)

func TestResumesInsideABatch(t *testing.T) {
	c := broker(t)
	put(t, producer(t, c), "t", 0, series("a", 3000)...)
	s, first := open(t, config(c))
	want := numbered("t-0", "a", 3000)
	same(t, read(t, first, 1000), want[:1024])
	second, err := reader(t, s, first.Positions()...)
	if err != nil {
		t.Fatal(err)
	}
	same(t, read(t, second, -1), want[1024:])
	third, err := reader(t, s, second.Positions()...)
	if err != nil {
		t.Fatal(err)
	}
	same(t, read(t, third, -1), nil)
}

func TestPositionErrors(t *testing.T) {
	c := broker(t)
	s, _ := open(t, config(c))
	good := encodePosition(5, 2)
	if next, epoch, err := decodePosition(s.known["t-0"], good); next != 5 || epoch != 2 || err != nil {
		t.Errorf("decoded %d, %d, %v, want 5, 2", next, epoch, err)
	}
	for _, bad := range [][]byte{{}, {9, 0, 0}, good[:5], encodePosition(-1, 0), append(good, 0)} {
		_, err := reader(t, s, stream.Start{Split: s.known["t-0"], Position: bad})
		wantError(t, err, `table "logs"`, "position of t-0")
	}
}

func TestCommitIsWhereTheGroupGoesOn(t *testing.T) {
	c := broker(t)
	put(t, producer(t, c), "t", 0, series("a", 10)...)
	inGroup := func(c *Config) { c.Group, c.Startup, c.Reset = "g", GroupOffsets, ResetEarliest }
	s, r := open(t, config(c, inGroup))
	same(t, read(t, r, -1), numbered("t-0", "a", 10))
	if err := s.Commit(t.Context(), r.Positions()); err != nil {
		t.Fatal(err)
	}
	if got := c.GroupInfo("g").Commits["t"][0]; got.Offset != 10 {
		t.Errorf("committed %+v, want offset 10", got)
	}
	put(t, producer(t, c), "t", 0, "more")
	_, again := open(t, config(c, inGroup))
	same(t, read(t, again, -1), []string{"t-0@10=more"})
}

func TestCommitFollowsTheCoordinator(t *testing.T) {
	c := broker(t, kfake.NumBrokers(3))
	s, r := open(t, config(c, unbounded, func(c *Config) { c.Group = "g" }))
	p := producer(t, c)
	for i := range 5 {
		put(t, p, "t", 0, "more") // a commit of the same offset would not be sent
		same(t, read(t, r, 1), []string{fmt.Sprintf("t-0@%d=more", i)})
		c.RehashCoordinators()
		if err := s.Commit(t.Context(), r.Positions()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTransactions(t *testing.T) {
	c := broker(t)
	p := producer(t, c, kgo.TransactionalID("tx"))
	for i, commit := range []bool{true, false, true, false} {
		if err := p.BeginTransaction(); err != nil {
			t.Fatal(err)
		}
		put(t, p, "t", 0, fmt.Sprint("in", i), "x")
		if err := p.EndTransaction(t.Context(), kgo.TransactionEndTry(commit)); err != nil {
			t.Fatal(err)
		}
	}
	_, r := open(t, config(c))
	same(t, read(t, r, -1), []string{"t-0@0=in0", "t-0@1=x", "t-0@6=in2", "t-0@7=x"})
	_, all := open(t, config(c, func(c *Config) { c.Isolation = ReadUncommitted }))
	same(t, read(t, all, -1), []string{"t-0@0=in0", "t-0@1=x", "t-0@3=in1", "t-0@4=x",
		"t-0@6=in2", "t-0@7=x", "t-0@9=in3", "t-0@10=x"})
}

// An open transaction holds the reader back, and what it commits later is read once.
func TestOpenTransaction(t *testing.T) {
	c := broker(t)
	p := producer(t, c, kgo.TransactionalID("tx"))
	if err := p.BeginTransaction(); err != nil {
		t.Fatal(err)
	}
	put(t, p, "t", 0, "held")
	put(t, producer(t, c), "t", 0, "behind")
	_, r := open(t, config(c, unbounded))
	var b stream.Block
	if s, err := r.Fill(t.Context(), &b, 300*time.Millisecond); s != stream.Idle || err != nil {
		t.Fatalf("Fill gives %v, %v beside an open transaction, want Idle", s, err)
	}
	if err := p.EndTransaction(t.Context(), kgo.TryCommit); err != nil {
		t.Fatal(err)
	}
	same(t, read(t, r, 2), []string{"t-0@0=held", "t-0@1=behind"})
}

func TestTimes(t *testing.T) {
	c := broker(t)
	r := &kgo.Record{Topic: "t", Value: []byte("a"), Timestamp: time.UnixMilli(1234567)}
	if err := producer(t, c).ProduceSync(t.Context(), r).FirstErr(); err != nil {
		t.Fatal(err)
	}
	_, rd := open(t, config(c, func(c *Config) { c.NeedTime = true }))
	var b stream.Block
	if s, err := rd.Fill(t.Context(), &b, time.Second); s != stream.Filled || err != nil || b.Time[0] != 1234567 {
		t.Errorf("Fill gives %v, %v, times %v, want 1234567", s, err, b.Time)
	}
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Waiting is the broker's work: an idle reader sends two requests a second.
func TestIdleCostsNothing(t *testing.T) {
	c := broker(t)
	_, r := open(t, config(c, unbounded, func(c *Config) { c.Properties.MaxWait = 0 }))
	fetches := c.Fault(kfake.Fault{Keys: []kmsg.Key{kmsg.Fetch}, Observe: true, Count: -1})
	var b stream.Block
	before := cpuTime()
	if s, err := r.Fill(t.Context(), &b, 1500*time.Millisecond); s != stream.Idle || err != nil {
		t.Fatalf("Fill gives %v, %v, want Idle", s, err)
	}
	if used := cpuTime() - before; used > 75*time.Millisecond {
		t.Errorf("%v of CPU in 1.5 s, broker included", used)
	}
	if n := fetches.Hits(); n > 5 {
		t.Errorf("%d fetches in 1.5 s, want about 3", n)
	}
}

// The broker runs in this process too, so its memory is taken off by counting only blocks: what
// the reader allocates is seen in the growth from n to 2n records of one long read.
func TestNoAllocationPerRecord(t *testing.T) {
	const records = 1_000_000
	c := broker(t, kfake.SyntheticFetch(kfake.SyntheticBatch{Records: 10_000, RecordBytes: 90}))
	_, r := open(t, config(c, unbounded))
	var b stream.Block
	fill := func(n int) {
		for got := 0; got < n; got += len(b.Spans) {
			if _, err := r.Fill(t.Context(), &b, time.Second); err != nil {
				t.Fatal(err)
			}
		}
	}
	fill(records / 4)
	var m0, m1 runtime.MemStats
	runtime.ReadMemStats(&m0)
	fill(records)
	runtime.ReadMemStats(&m1)
	if n := m1.Mallocs - m0.Mallocs; n > records/256 {
		t.Errorf("%d allocations over %d records, the broker's included", n, records)
	}
}
