package kafka

import (
	"context"
	"fmt"
	"io"
	"net"
	"strconv"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
	"github.com/twmb/franz-go/pkg/kfake"
)

// The broker goes away for a while: the reason is told, and reading goes on by itself soon after
// its return, where it was.
func TestBrokerAwayAndBack(t *testing.T) {
	dir := t.TempDir()
	first := broker(t, kfake.DataDir(dir))
	put(t, producer(t, first), "t", 0, series("a", 10)...)
	var h listener
	_, r := open(t, config(first, unbounded, func(c *Config) { c.Health = &h }))
	same(t, read(t, r, 10), numbered("t-0", "a", 10))
	_, port, _ := net.SplitHostPort(first.ListenAddrs()[0])
	first.Close()
	idle := func() {
		var b stream.Block
		if s, err := r.Fill(t.Context(), &b, 500*time.Millisecond); s != stream.Idle || err != nil {
			t.Fatalf("Fill gives %v, %v while the broker is away, want Idle", s, err)
		}
	}
	idle() // who reads is the one that notices
	within(t, 5*time.Second, func() { h.wait(t, `kafka table logs: topic "t" partition 0: broker`) })
	idle()
	n, _ := strconv.Atoi(port)
	second := broker(t, kfake.DataDir(dir), kfake.Ports(n))
	put(t, producer(t, second), "t", 0, "back")
	within(t, 5*time.Second, func() { same(t, read(t, r, 1), []string{"t-0@10=back"}) })
	h.wait(t, "kafka table logs: \n")
}

// A commit outlives the broker's absence, tells what it waits for, and ends with its context.
func TestCommitWaitsForTheBroker(t *testing.T) {
	dir := t.TempDir()
	first := broker(t, kfake.DataDir(dir))
	put(t, producer(t, first), "t", 0, series("a", 10)...)
	var h listener
	s, r := open(t, config(first, func(c *Config) { c.Group, c.Health = "g", &h }))
	same(t, read(t, r, -1), numbered("t-0", "a", 10))
	_, port, _ := net.SplitHostPort(first.ListenAddrs()[0])
	first.Close()
	brief, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	wantError(t, s.Commit(brief, r.Positions()), `kafka table "logs": cannot commit offsets of group "g": `)
	done := make(chan error, 1)
	go func() { done <- s.Commit(t.Context(), r.Positions()) }()
	h.wait(t, `kafka table logs (commit): offsets of group "g" cannot be committed, trying again: broker`)
	n, _ := strconv.Atoi(port)
	second := broker(t, kfake.DataDir(dir), kfake.Ports(n))
	within(t, 5*time.Second, func() {
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	h.wait(t, "kafka table logs (commit): \n")
	if got := second.GroupInfo("g").Commits["t"][0]; got.Offset != 10 {
		t.Errorf("offset %d is committed, want 10", got.Offset)
	}
}

func TestRefusedCommitIsAnError(t *testing.T) {
	tests := []struct {
		err  error
		wait bool
	}{
		{io.EOF, true},
		{wire.NotCoordinator, true},
		{wire.RebalanceInProgress, false},
		{wire.UnknownMemberID, false},
		{wire.GroupAuthorizationFailed, false},
	}
	for _, tt := range tests {
		if got := passing(fmt.Errorf("group: %w", tt.err)); got != tt.wait {
			t.Errorf("a commit that fails with %v: tried again %v, want %v", tt.err, got, tt.wait)
		}
	}
}

// Offsets that have not moved are left alone, but not for so long that the broker forgets them.
func TestUnchangedOffsetsAreNotCommittedAgain(t *testing.T) {
	done := time.Now()
	s := stored{list: []cluster.Place{{Topic: "t", Offset: 7}, {Topic: "t", ID: 1, Offset: 9}}, at: done}
	tests := []struct {
		name  string
		after time.Duration
		list  []cluster.Place
		want  bool
	}{
		{"the same", time.Minute, []cluster.Place{{Topic: "t", Offset: 7}, {Topic: "t", ID: 1, Offset: 9}}, true},
		{"an hour later", time.Hour, []cluster.Place{{Topic: "t", Offset: 7}, {Topic: "t", ID: 1, Offset: 9}}, false},
		{"moved", 0, []cluster.Place{{Topic: "t", Offset: 7}, {Topic: "t", ID: 1, Offset: 10}}, false},
		{"a new partition", 0, append(s.list[:2:2], cluster.Place{Topic: "t", ID: 2}), false},
	}
	for _, tt := range tests {
		if got := s.holds(tt.list, done.Add(tt.after)); got != tt.want {
			t.Errorf("%s: held %v, want %v", tt.name, got, tt.want)
		}
	}
	if (&stored{}).holds(nil, done) {
		t.Error("nothing was ever committed, but is held")
	}
}
