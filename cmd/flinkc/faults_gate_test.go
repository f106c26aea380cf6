package main

import (
	"io"
	"net"
	"sync"
	"testing"
	"time"
)

// gate is a TCP proxy on a port that stays the same for the whole test, because programs have their
// servers' addresses compiled in. It can be closed, at once or in the middle of what passes, and
// opened again, onto another server too.
type gate struct {
	listener net.Listener

	mu     sync.Mutex
	target string
	closed bool
	since  time.Time // when it was closed
	budget int64     // bytes that still pass towards the server or the client; < 0: no limit
	way    direction // which of them counts
	conns  map[net.Conn]struct{}
}

// direction is a way through a gate.
type direction int

const (
	toServer direction = iota
	toClient
)

func newGate(t *testing.T) *gate {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	g := &gate{listener: l, budget: -1, conns: map[net.Conn]struct{}{}}
	go g.accept()
	t.Cleanup(func() { _ = l.Close(); g.close() })
	return g
}

func (g *gate) addr() string { return g.listener.Addr().String() }

// open lets connections through to a server.
func (g *gate) open(target string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.target, g.closed, g.budget = target, false, -1
}

// reopen lets connections through to the server from before.
func (g *gate) reopen() { g.open(g.target) }

// close cuts all connections and every new one.
func (g *gate) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.closed {
		g.closed, g.since = true, time.Now()
	}
	for c := range g.conns {
		_ = c.Close()
	}
}

// closeAfter closes the gate when so many more bytes have passed that way, which is most likely in
// the middle of a message.
func (g *gate) closeAfter(way direction, bytes int64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.way, g.budget = way, bytes
}

// awaitClosed waits for what closeAfter has announced and tells when it happened.
func (g *gate) awaitClosed(t *testing.T) time.Time {
	t.Helper()
	var at time.Time
	eventually(t, 20*time.Second, "the connection is cut", func() bool {
		g.mu.Lock()
		defer g.mu.Unlock()
		at = g.since
		return g.closed
	})
	return at
}

func (g *gate) accept() {
	for {
		client, err := g.listener.Accept()
		if err != nil {
			return
		}
		go g.serve(client)
	}
}

func (g *gate) serve(client net.Conn) {
	defer client.Close()
	target, ok := g.track(client)
	if !ok {
		return
	}
	server, err := net.DialTimeout("tcp", target, time.Second)
	if err != nil {
		return
	}
	defer server.Close()
	if _, ok := g.track(server); !ok {
		return
	}
	go g.pass(toClient, client, server)
	g.pass(toServer, server, client)
}

func (g *gate) track(c net.Conn) (target string, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.conns[c] = struct{}{}
	return g.target, !g.closed
}

// pass copies one way until either side ends.
func (g *gate) pass(way direction, to, from net.Conn) {
	defer to.Close()
	defer from.Close()
	buf := make([]byte, 16<<10)
	for {
		n, err := from.Read(buf)
		n, last := g.allowed(way, n)
		if _, failed := to.Write(buf[:n]); failed != nil || err != nil && !last {
			return
		}
		if last {
			g.close()
			return
		}
	}
}

// allowed is how many of n bytes may pass. The gate must be closed behind the last one.
func (g *gate) allowed(way direction, n int) (bytes int, last bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.budget < 0 || way != g.way {
		return n, false
	}
	if int64(n) < g.budget {
		g.budget -= int64(n)
		return n, false
	}
	n, g.budget = int(g.budget), -1
	return n, true
}

// announced is a listener that tells the address of a gate as its own: clients of a broker connect
// to the address that it tells.
type announced struct {
	net.Listener
	gate *gate
}

// Addr implements net.Listener.
func (a announced) Addr() net.Addr { return a.gate.listener.Addr() }

// TestGate cuts a message in the middle, refuses while it is closed, and lets through again.
func TestGate(t *testing.T) {
	echo, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer echo.Close()
	go func() {
		for {
			c, err := echo.Accept()
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(c, c); c.Close() }()
		}
	}()
	g := newGate(t)
	g.open(echo.Addr().String())
	g.closeAfter(toClient, 4)
	for _, want := range []string{"well", "", "well, well"} {
		if got := say(t, g.addr(), "well, well"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if want == "" {
			g.reopen()
		}
	}
}

// say sends a text and returns what comes back within its length.
func say(t *testing.T, addr, text string) string {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	_, _ = io.WriteString(c, text) // the gate may be closed
	got := make([]byte, len(text))
	n, _ := io.ReadFull(c, got)
	return string(got[:n])
}
