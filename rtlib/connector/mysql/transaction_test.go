package mysql_test

// When a transaction begins, what it holds, and what ends the wait for its server.

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
)

// TestNothingIsSeenBeforeCommit: an epoch of several statements becomes visible as one.
func TestNothingIsSeenBeforeCommit(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		p := newProxy(t, b.addr)
		c, health := b.config(t, counts), &reasons{}
		p.apply(&c)
		c.Health = health
		s := open(t, c)
		upsert(s, "a", 1)
		upsert(s, "b", 1)
		flush(t, s, 1)

		upsert(s, "a", 2)
		remove(s, "b")
		p.hit("COMMIT", cutBefore, 1000)
		ctx, cancel := context.WithCancel(context.Background())
		committable, _ := s.Prepare(ctx, 2)
		done := make(chan error, 1)
		go func() { done <- s.Commit(ctx, 2, committable) }()
		for p.wasHit() < 2 {
			time.Sleep(10 * time.Millisecond)
		}
		if got := shown(b.rows(t, "counts")); got != "a 1, b 1" {
			t.Errorf("before the commit: %s", got)
		}
		cancel()
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		p.hit("", 0, 0)
		if err := s.Commit(context.Background(), 2, committable); err != nil {
			t.Fatal(err)
		}
		if got := shown(b.rows(t, "counts")); got != "a 2" {
			t.Errorf("after the commit: %s", got)
		}
	})
}

// TestOpenLeavesNothingLocked: between Open and the first commit others can write the table and
// alter it.
func TestOpenLeavesNothingLocked(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		s := open(t, b.config(t, counts))
		b.exec(t, "INSERT INTO `counts`(`k`, `n`) VALUES ('b',2)")
		if b.mariadb != nil {
			b.exec(t, "ALTER TABLE counts WAIT 1 COMMENT = 'altered'")
		}
		upsert(s, "a", 1)
		flush(t, s, 1)
		if got := shown(b.rows(t, "counts")); got != "a 1, b 2" {
			t.Error(got)
		}
	})
}

// newPatientServer is a stand-in with the table counts, where a transaction waits long for others.
func newPatientServer(t *testing.T) *backend {
	server, err := standin.Start(standin.Config{User: user, Password: password, Database: database,
		LockWait: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	if err := server.CreateTable(counts); err != nil {
		t.Fatal(err)
	}
	return &backend{addr: server.Addr()}
}

// lock has another transaction keep the table until unlock, so that the server does not answer.
func (b *backend) lock(t *testing.T) (unlock func()) {
	other := mustOpen(b.dsn())
	t.Cleanup(func() { _ = other.Close() })
	tx, err := other.Begin()
	if err == nil {
		_, err = tx.Exec("INSERT INTO `counts`(`k`, `n`) VALUES ('a',9)")
	}
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = tx.Rollback() }
}

// A server that is there and does not answer is told too.
func TestSilenceIsReported(t *testing.T) {
	b := newPatientServer(t)
	c, health := b.config(t, counts), &reasons{}
	c.Health = health
	s := open(t, c)
	time.AfterFunc(3500*time.Millisecond, b.lock(t))
	upsert(s, "a", 1)
	flush(t, s, 1)
	want := []string{"sink sink: MySQL at " + b.addr + " has not answered a commit for 3s",
		"sink sink: "}
	if got := health.all(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestStopReachesASilentServer: the end of the context does not wait for the server's answer.
func TestStopReachesASilentServer(t *testing.T) {
	b := newPatientServer(t)
	s := open(t, b.config(t, counts))
	unlock := b.lock(t)
	upsert(s, "a", 1)
	committable, _ := s.Prepare(context.Background(), 1)
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	if err := s.Commit(ctx, 1, committable); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("the end of the context took %v", took)
	}
	unlock()
	if err := s.Commit(context.Background(), 1, committable); err != nil {
		t.Fatal(err)
	}
}
