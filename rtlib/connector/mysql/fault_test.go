package mysql_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

// reasons is a stream.Health that remembers.
type reasons struct {
	mu   sync.Mutex
	list []string
}

func (r *reasons) Waiting(component, reason string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.list = append(r.list, component+": "+reason)
}

func (r *reasons) all() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.list)
}

func TestLostConnection(t *testing.T) {
	tests := []struct {
		name   string
		prefix string
		fault  fault
		times  int
		// append is what append mode has in the end: only a cut inside COMMIT doubles rows.
		append string
	}{
		{"before INSERT", "INSERT", cutBefore, 1, "a 1, b 2"},
		{"in INSERT", "INSERT", cutInside, 1, "a 1, b 2"},
		{"after INSERT", "INSERT", cutAfter, 1, "a 1, b 2"},
		{"before COMMIT", "COMMIT", cutBefore, 1, "a 1, b 2"},
		{"in COMMIT", "COMMIT", cutInside, 1, "a 1, a 1, b 2"},
		{"after COMMIT", "COMMIT", cutAfter, 1, "a 1, b 2"},
		{"before COMMIT, 5 times", "COMMIT", cutBefore, 5, "a 1, b 2"},
	}
	each(t, func(t *testing.T, b *backend) {
		for _, tt := range tests {
			t.Run(tt.name+", upsert", func(t *testing.T) {
				b.create(t, counts)
				runThroughFault(t, b, counts, tt.prefix, tt.fault, tt.times)
				if got := shown(b.rows(t, "counts")); got != "a 1, b 2" {
					t.Error(got)
				}
			})
			t.Run(tt.name+", append", func(t *testing.T) {
				table := standin.Table{Name: "log", Columns: counts.Columns}
				b.create(t, table)
				runThroughFault(t, b, table, tt.prefix, tt.fault, tt.times)
				if got := shown(b.rows(t, "log")); got != tt.append {
					t.Errorf("got %s, want %s", got, tt.append)
				}
			})
		}
	})
}

// runThroughFault writes two epochs, the first of which meets the fault.
func runThroughFault(
	t *testing.T, b *backend, table standin.Table, prefix string, f fault, n int,
) {
	t.Helper()
	p := newProxy(t, b.addr)
	c := b.config(t, table)
	p.apply(&c)
	health := &reasons{}
	c.Health = health
	s := open(t, c)
	p.hit(prefix, f, n)
	write := func(k string, v int64) {
		if len(c.Key) > 0 {
			upsert(s, k, v)
			return
		}
		tuple := append(mysql.AppendString([]byte("("), k), ',')
		s.Insert(append(mysql.AppendInt(tuple, v), ')'))
	}
	write("a", 1)
	flush(t, s, 1)
	write("b", 2)
	flush(t, s, 2)
	if p.wasHit() != n {
		t.Errorf("%d faults, want %d", p.wasHit(), n)
	}
	if list := health.all(); len(list) > 0 && list[len(list)-1] != "sink sink: " {
		t.Errorf("health stays at %q", list)
	}
}

// TestConnectionClosedWhileIdle is what a server does after its wait_timeout: the next epoch finds a
// dead connection, makes a new one, and has nothing to tell about a server that is away.
func TestConnectionClosedWhileIdle(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		p := newProxy(t, b.addr)
		c := b.config(t, counts)
		p.apply(&c)
		health := &reasons{}
		c.Health = health
		s := open(t, c)
		upsert(s, "a", 1)
		flush(t, s, 1)
		p.setDown(true)
		p.setDown(false)
		time.Sleep(1100 * time.Millisecond)
		upsert(s, "b", 2)
		flush(t, s, 2)
		if got := shown(b.rows(t, "counts")); got != "a 1, b 2" {
			t.Error(got)
		}
		if list := health.all(); len(list) > 0 {
			t.Errorf("health: %q", list)
		}
	})
}

func TestDeadlockIsRetriedAFewTimes(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		p := newProxy(t, b.addr)
		c := b.config(t, counts)
		p.apply(&c)
		s := open(t, c)
		upsert(s, "a", 1)
		p.hit("INSERT", deadlock, 3)
		flush(t, s, 1)

		upsert(s, "a", 2)
		committable, _ := s.Prepare(context.Background(), 2)
		p.hit("INSERT", deadlock, 4)
		err := s.Commit(context.Background(), 2, committable)
		expectError(t, err, mysql.Refused, "refused a transaction 4 times", "Deadlock found",
			"raise sink.max-retries, or look for what else locks rows of counts")
		if got := shown(b.rows(t, "counts")); got != "a 1" {
			t.Error(got)
		}
		if err := s.Commit(context.Background(), 2, committable); err != nil {
			t.Fatal(err) // the epoch was not lost
		}
		if got := shown(b.rows(t, "counts")); got != "a 2" {
			t.Error(got)
		}
	})
}

func TestLockOfAnotherTransactionIsWaitedFor(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		s := open(t, b.config(t, counts))
		other := mustOpen(b.dsn())
		defer other.Close()
		tx, err := other.Begin()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Exec("INSERT INTO `counts`(`k`, `n`) VALUES ('a',9)"); err != nil {
			t.Fatal(err)
		}
		upsert(s, "a", 1)
		released := make(chan error)
		go func(tx *sql.Tx) { // the first try of the sink fails after 1 s
			time.Sleep(1500 * time.Millisecond)
			released <- tx.Commit()
		}(tx)
		flush(t, s, 1)
		if err := <-released; err != nil {
			t.Fatal(err)
		}
		if got := shown(b.rows(t, "counts")); got != "a 1" {
			t.Error(got)
		}
	})
}

// awayFor commits an epoch while the server is away and returns when it is back.
func awayFor(t *testing.T, s *mysql.Sink, health *reasons, back func()) {
	t.Helper()
	upsert(s, "a", 2)
	committable, err := s.Prepare(context.Background(), 2)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- s.Commit(context.Background(), 2, committable) }()
	time.Sleep(3 * time.Second)
	list := health.all()
	if len(list) == 0 || !strings.Contains(list[0], "sink sink: MySQL at 127.0.0.1:") ||
		!strings.Contains(list[0], "is away, trying again: ") {
		t.Errorf("health says %q", list)
	}
	back()
	select {
	case err := <-done:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("does not go on")
	}
	if list := health.all(); list[len(list)-1] != "sink sink: " {
		t.Errorf("health stays at %q", list)
	}
}

func TestDatabaseAwayAndBack(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		p := newProxy(t, b.addr)
		c, health := b.config(t, counts), &reasons{}
		p.apply(&c)
		c.Health = health
		s := open(t, c)
		upsert(s, "a", 1)
		flush(t, s, 1)
		p.setDown(true)
		awayFor(t, s, health, func() { p.setDown(false) })
		if got := shown(b.rows(t, "counts")); got != "a 2" {
			t.Error(got)
		}
	})
}

func TestDatabaseKilledAndStartedAgain(t *testing.T) {
	b := newMariaDB(t)
	b.create(t, counts)
	c, health := b.config(t, counts), &reasons{}
	c.Health = health
	s := open(t, c)
	upsert(s, "a", 1)
	upsert(s, "b", 1)
	flush(t, s, 1)
	b.mariadb.Kill()
	awayFor(t, s, health, func() {
		if err := b.mariadb.Start(); err != nil {
			t.Fatal(err)
		}
		b.admin(t, "SET GLOBAL innodb_lock_wait_timeout = 1")
	})
	if got := shown(b.rows(t, "counts")); got != "a 2, b 1" {
		t.Error(got)
	}
}

func TestCommitEndsWithItsContext(t *testing.T) {
	b := newStandin(t)
	b.create(t, counts)
	p := newProxy(t, b.addr)
	c := b.config(t, counts)
	p.apply(&c)
	s := open(t, c)
	upsert(s, "a", 1)
	committable, _ := s.Prepare(context.Background(), 1)
	p.setDown(true)
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	err := s.Commit(ctx, 1, committable)
	if !errors.Is(err, context.DeadlineExceeded) ||
		!strings.HasPrefix(err.Error(), "table \"sink\": ") {
		t.Fatalf("got %v", err)
	}
	p.setDown(false)
	if err := s.Commit(context.Background(), 1, committable); err != nil {
		t.Fatal(err)
	}
}

func TestPreparedEpochSurvivesTheProcess(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		s := open(t, b.config(t, counts))
		upsert(s, "a", 1)
		upsert(s, "b", 1)
		flush(t, s, 1)
		upsert(s, "a", 2)
		remove(s, "b")
		committable, err := s.Prepare(context.Background(), 2)
		if err != nil {
			t.Fatal(err)
		}
		saved := bytes.Clone(committable)
		_ = s.Close()

		again := open(t, b.config(t, counts))
		for range 2 { // recovering twice is as good as once
			if err := again.Recover(context.Background(), [][]byte{nil, saved}); err != nil {
				t.Fatal(err)
			}
		}
		upsert(again, "c", 3)
		flush(t, again, 3)
		if got := shown(b.rows(t, "counts")); got != "a 2, c 3" {
			t.Error(got)
		}
	})
}

func TestDamagedCommittablesAreRefused(t *testing.T) {
	b := newStandin(t)
	b.create(t, counts)
	b.create(t, totals)
	s := open(t, b.config(t, counts))
	upsert(s, "a", 1)
	committable, _ := s.Prepare(context.Background(), 1)
	other := open(t, b.config(t, totals))
	other.Upsert([]byte("x"), []byte("('x',1,2e0)"))
	foreign, _ := other.Prepare(context.Background(), 1)
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"version", []byte{9, 0, 0, 0, 0, 0, 0, 0, 0}, "it is not of this version"},
		{"no header", committable[:5], "it is not of this version"},
		{"half a header", committable[:11], "it is cut off"},
		{"cut off", committable[:len(committable)-1], "it is cut off or damaged"},
		{"foreign", foreign, "another query has written it"},
	}
	for _, tt := range tests {
		err := s.Recover(context.Background(), [][]byte{tt.data})
		expectError(t, err, mysql.BadCommittable, "table \"sink\": a prepared epoch", tt.want,
			"restart with --from")
	}
	if rows := b.rows(t, "counts"); len(rows) != 0 {
		t.Error(rows)
	}
}

func TestCommitOfACommittedEpochDoesNothing(t *testing.T) {
	b := newStandin(t)
	table := standin.Table{Name: "log", Columns: counts.Columns}
	b.create(t, table)
	s := open(t, b.config(t, table))
	s.Insert([]byte("('a',1)"))
	committable, _ := s.Prepare(context.Background(), 7)
	for range 3 {
		if err := s.Commit(context.Background(), 7, committable); err != nil {
			t.Fatal(err)
		}
	}
	if got := shown(b.rows(t, "log")); got != "a 1" {
		t.Error(got)
	}
}

// The lane goes on with the next epoch while the last one is committed elsewhere.
func TestWritingDuringCommit(t *testing.T) {
	const epochs, rows = 30, 200
	b := newStandin(t)
	b.create(t, counts)
	s := open(t, b.config(t, counts))
	type prepared struct {
		epoch uint64
		data  []byte
	}
	queue, failed := make(chan prepared, 1), make(chan error, 1)
	go func() {
		defer close(failed)
		for p := range queue {
			if err := s.Commit(context.Background(), p.epoch, p.data); err != nil {
				failed <- err
				return
			}
		}
	}()
	for e := range uint64(epochs) {
		for k := range rows {
			upsert(s, string(rune('a'+k%26))+string(rune('a'+k/26)), int64(e))
		}
		data, err := s.Prepare(context.Background(), e+1)
		if err != nil {
			t.Fatal(err)
		}
		queue <- prepared{e + 1, data}
	}
	close(queue)
	if err := <-failed; err != nil {
		t.Fatal(err)
	}
	all := b.rows(t, "counts")
	for _, r := range all {
		if r[1] != "29" {
			t.Errorf("%s has %s", r[0], r[1])
		}
	}
	if len(all) != rows {
		t.Errorf("%d rows", len(all))
	}
}

func TestDueAndAbort(t *testing.T) {
	b := newStandin(t)
	b.create(t, counts)
	c := b.config(t, counts)
	c.FlushRows = 3
	s := open(t, c)
	for i, want := range []bool{false, false, true} {
		upsert(s, "a", int64(i)) // changes of one key count, as in Flink
		if s.Due() != want {
			t.Errorf("after %d changes: %v", i+1, s.Due())
		}
	}
	if err := s.Abort(context.Background()); err != nil || s.Due() {
		t.Errorf("after Abort: %v, due %v", err, s.Due())
	}
	if data, err := s.Prepare(context.Background(), 1); data != nil || err != nil {
		t.Errorf("an empty epoch gives %q, %v", data, err)
	}
	flush(t, s, 2)
	if rows := b.rows(t, "counts"); len(rows) != 0 {
		t.Error(rows)
	}
}
