package kafka

import (
	"net"
	"strconv"
	"testing"
	"time"

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
	within(t, 5*time.Second, func() { h.wait(t, `kafka table logs: topic "t" partition 0: broker`) })
	var b stream.Block
	if s, err := r.Fill(t.Context(), &b, 500*time.Millisecond); s != stream.Idle || err != nil {
		t.Fatalf("Fill gives %v, %v while the broker is away, want Idle", s, err)
	}
	n, _ := strconv.Atoi(port)
	second := broker(t, kfake.DataDir(dir), kfake.Ports(n))
	put(t, producer(t, second), "t", 0, "back")
	within(t, 5*time.Second, func() { same(t, read(t, r, 1), []string{"t-0@10=back"}) })
	h.wait(t, "kafka table logs: \n")
}
