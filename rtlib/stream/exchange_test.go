package stream

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

type textRow struct{ text string }

// queueWire makes a wire to consumers that write down what they get.
func queueWire(lanes, capacity int, done <-chan struct{}) (*Wire, []chan Message) {
	w, queues := &Wire{}, make([]chan Message, lanes)
	for i := range queues {
		q := make(chan Message, capacity)
		queues[i] = q
		w.Targets = append(w.Targets, Target{Port: 4, From: i, Done: done,
			Deliver: func(m Message) error { q <- m; return nil }})
	}
	return w, queues
}

func addRows(x *Exchange[textRow], lane, n int) {
	for i := range n {
		b := x.To(lane)
		b.Row = append(b.Row, textRow{b.Copy(fmt.Sprint("row ", i))})
	}
}

// TestPush: only full batches leave, or all with force; empty ones never do.
func TestPush(t *testing.T) {
	tests := []struct {
		name   string
		rows   [2]int
		force  bool
		inline bool
		want   string // sizes of the batches of each lane
	}{
		{"nothing", [2]int{}, true, false, "[] []"},
		{"not full", [2]int{BatchRows - 1, 1}, false, false, "[] []"},
		{"one full", [2]int{BatchRows, 1}, false, false, "[1024] []"},
		{"several", [2]int{2*BatchRows + 1, 0}, false, false, "[1024 1024] []"},
		{"several, force", [2]int{2*BatchRows + 1, 0}, true, false, "[1024 1024 1] []"},
		{"several inline", [2]int{2*BatchRows + 1, 0}, false, true, "[1024 1024 1] []"},
		{"force", [2]int{2, 1}, true, false, "[2] [1]"},
		{"inline at once", [2]int{1, 0}, false, true, "[1] []"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := &Wire{}
			got := make([][]int, 2)
			for i := range got {
				w.Targets = append(w.Targets, Target{Inline: tt.inline, Deliver: func(m Message) error {
					got[i] = append(got[i], m.Batch.Len())
					m.Batch.Release()
					return nil
				}})
			}
			x := NewExchange[textRow](w)
			addRows(x, 0, tt.rows[0])
			addRows(x, 1, tt.rows[1])
			if err := w.Output().Push(tt.force); err != nil {
				t.Fatal(err)
			}
			if s := fmt.Sprint(got[0], " ", got[1]); s != tt.want {
				t.Errorf("batches %s, want %s", s, tt.want)
			}
		})
	}
}

// TestSend: every kind of message reaches every consumer behind the rows, with its port and
// producer.
func TestSend(t *testing.T) {
	w, queues := queueWire(2, 10, nil)
	x := NewExchange[textRow](w)
	var got [2][]string
	for i, k := range []MessageKind{MsgWatermark, MsgIdle, MsgMark, MsgFlush, MsgEnd} {
		addRows(x, i%2, 1)
		if err := x.Send(Message{Kind: k, Time: int64(i)}); err != nil {
			t.Fatal(err)
		}
		for lane, q := range queues {
			got[lane] = append(got[lane], received(t, q, lane)...)
		}
	}
	want := []string{
		"rows watermark0 idle1 rows mark2 rows end4",
		"watermark0 rows idle1 mark2 rows end4",
	}
	for lane := range got {
		if s := strings.Join(got[lane], " "); s != want[lane] {
			t.Errorf("lane %d got %s, want %s", lane, s, want[lane])
		}
	}
	if x.Sent() != 5 {
		t.Errorf("Sent() = %d, want 5", x.Sent())
	}
}

// received takes what is in a lane's queue.
func received(t *testing.T, queue chan Message, lane int) (got []string) {
	for range len(queue) {
		m := <-queue
		if m.Port != 4 || m.From != lane {
			t.Errorf("port %d, from %d", m.Port, m.From)
		}
		got = append(got, describe(m))
		if m.Batch != nil {
			m.Batch.Release()
		}
	}
	return got
}

func describe(m Message) string {
	if m.Kind == MsgRows {
		return "rows"
	}
	names := map[MessageKind]string{MsgWatermark: "watermark", MsgIdle: "idle", MsgMark: "mark", MsgFlush: "flush",
		MsgEnd: "end"}
	return fmt.Sprint(names[m.Kind], m.Time)
}

// TestFlushReachesInline: a consumer in the same lane is told that nothing more is at hand; one
// with a queue is not.
func TestFlushReachesInline(t *testing.T) {
	for _, inline := range []bool{true, false} {
		var got []string
		w := &Wire{Targets: []Target{{Inline: inline,
			Deliver: func(m Message) error { got = append(got, describe(m)); return nil }}}}
		x := NewExchange[textRow](w)
		if err := x.Send(Message{Kind: MsgFlush}); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(got, "flush0") != inline {
			t.Errorf("inline %v: got %v", inline, got)
		}
	}
}

// TestBackpressure: a producer waits when the consumer holds all its batches, goes on when one
// comes back, and gives up when the job stops.
func TestBackpressure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := make(chan struct{})
		w, queues := queueWire(1, 100, done)
		x := NewExchange[textRow](w)
		pushed := make(chan error, 100)
		go func() {
			for range 2 * batchesInFlight {
				addRows(x, 0, 1)
				err := x.Push(true)
				if pushed <- err; err != nil {
					return
				}
			}
		}()
		synctest.Wait()
		if len(queues[0]) != batchesInFlight || len(pushed) != batchesInFlight-1 {
			t.Errorf("%d batches are out, %d pushes returned", len(queues[0]), len(pushed))
		}
		(<-queues[0]).Batch.Release()
		synctest.Wait()
		if len(pushed) != batchesInFlight {
			t.Errorf("%d pushes returned after a batch came back", len(pushed))
		}
		time.Sleep(time.Second)
		close(done)
		synctest.Wait()
		var last error
		for range len(pushed) {
			last = <-pushed
		}
		if !errors.Is(last, ErrStopped) {
			t.Errorf("the waiting producer got %v", last)
		}
	})
}

// TestFullBatchWaits: a stage that fills batch after batch in one call waits, too; when the job
// stops, its call comes to its end and Push tells.
func TestFullBatchWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := make(chan struct{})
		w, queues := queueWire(1, 100, done)
		x := NewExchange[textRow](w)
		pushed := make(chan error, 1)
		go func() {
			addRows(x, 0, (2*batchesInFlight+1)*BatchRows)
			pushed <- x.Push(true)
		}()
		synctest.Wait()
		if len(queues[0]) != batchesInFlight {
			t.Errorf("%d batches are out, want %d", len(queues[0]), batchesInFlight)
		}
		(<-queues[0]).Batch.Release()
		synctest.Wait()
		if len(queues[0]) != batchesInFlight || len(pushed) != 0 {
			t.Errorf("%d batches are out after one came back", len(queues[0]))
		}
		close(done)
		if err := <-pushed; !errors.Is(err, ErrStopped) {
			t.Errorf("got %v", err)
		}
	})
}

// TestCopyKeeps: text of a batch stays what it is while the batch grows.
func TestCopyKeeps(t *testing.T) {
	var b Rows[textRow]
	for round := range 3 {
		var want []string
		for i := range 2000 {
			s := strings.Repeat(fmt.Sprint(round, i), i%50)
			if i == 1000 {
				s = strings.Repeat("long", 20_000)
			}
			b.Row, want = append(b.Row, textRow{b.Copy(s)}), append(want, s)
		}
		for i, w := range want {
			if b.Row[i].text != w {
				t.Fatalf("row %d is %.20q, want %.20q", i, b.Row[i].text, w)
			}
		}
		b.Release()
		if b.Len() != 0 {
			t.Fatal("a released batch has rows")
		}
	}
}

func TestRowErrorText(t *testing.T) {
	cause := errors.New("division by zero")
	at := &SQL{File: "job.sql", Line: 3, Col: 7, Text: "a / b"}
	tests := []struct {
		err  error
		want string
	}{
		{Failed(1, at, cause), "job.sql:3:7: division by zero (in a / b)"},
		{Failed(1, nil, cause), "division by zero"},
		{NotNull("t", "c"), "column \"c\" of table \"t\" is declared NOT NULL and got NULL\n" +
			"hint: Filter NULL out, or SET 'table.exec.sink.not-null-enforcer' = 'DROP' to drop such rows"},
	}
	for _, tt := range tests {
		if tt.err.Error() != tt.want {
			t.Errorf("%q, want %q", tt.err, tt.want)
		}
	}
	if !errors.Is(tests[0].err, cause) {
		t.Error("the cause is lost")
	}
}

func TestKindNames(t *testing.T) {
	if got := fmt.Sprint(Insert, UpdateBefore, UpdateAfter, Delete); got != "+I -U +U -D" {
		t.Errorf("kinds are %s", got)
	}
}

func TestNullSpan(t *testing.T) {
	for span, want := range map[Span]bool{{0, 0}: false, {5, 5}: false, {5, 4}: true, {1, 0}: true, {2, 9}: false} {
		if span.IsNull() != want {
			t.Errorf("%v: IsNull() = %v", span, !want)
		}
	}
}
