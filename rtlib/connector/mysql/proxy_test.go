package mysql_test

import (
	"encoding/binary"
	"io"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

// fault is what the proxy does to one command.
type fault int

const (
	// cutBefore closes both connections instead of passing the command on.
	cutBefore fault = iota + 1
	// cutInside passes the command on and closes before its answer.
	cutInside
	// cutAfter passes the answer on and closes then.
	cutAfter
	// deadlock answers with error 1213 and does not pass the command on.
	deadlock
)

// proxy passes packets between clients and a server and can break off at a given command.
type proxy struct {
	listener net.Listener
	target   string

	mu     sync.Mutex
	prefix string // of the next command to be hit
	fault  fault
	times  int
	hits   int
	down   bool
	conns  map[net.Conn]struct{}
}

func newProxy(t testing.TB, target string) *proxy {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{listener: l, target: target, conns: make(map[net.Conn]struct{})}
	go p.accept()
	t.Cleanup(func() {
		_ = l.Close()
		p.setDown(true)
	})
	return p
}

// apply points a sink's configuration at the proxy.
func (p *proxy) apply(c *mysql.Config) { c.Port = p.listener.Addr().(*net.TCPAddr).Port }

// hit arms the fault for the next commands that begin with prefix.
func (p *proxy) hit(prefix string, f fault, times int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.prefix, p.fault, p.times, p.hits = prefix, f, times, 0
}

func (p *proxy) wasHit() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.hits
}

// setDown closes all connections and refuses new ones, or ends that.
func (p *proxy) setDown(down bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.down = down; down {
		for c := range p.conns {
			_ = c.Close()
		}
	}
}

func (p *proxy) accept() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.target)
		if err != nil || !p.track(client, server) {
			_ = client.Close()
			if err == nil {
				_ = server.Close()
			}
			continue
		}
		go p.serve(client, server)
	}
}

func (p *proxy) track(conns ...net.Conn) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range conns {
		p.conns[c] = struct{}{}
	}
	return !p.down
}

// serve passes commands on here and answers in the background.
func (p *proxy) serve(client, server net.Conn) {
	defer client.Close()
	defer server.Close()
	var last atomic.Int32 // what to do with the next answer
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		answers(client, server, &last)
	}()
	for {
		packet, err := readPacket(client)
		if err != nil {
			return
		}
		switch f := p.take(packet); f {
		case cutBefore:
			return
		case deadlock:
			_, err = client.Write(errorPacket(1213, "40001", "Deadlock found"))
		default:
			last.Store(int32(f))
			_, err = server.Write(packet)
			if f != 0 { // no further command may slip through before the cut
				<-answered
				return
			}
		}
		if err != nil {
			return
		}
	}
}

func answers(client, server net.Conn, last *atomic.Int32) {
	defer client.Close()
	defer server.Close()
	for {
		packet, err := readPacket(server)
		// Asked for before the client has the answer, which lets it send the next command.
		now := fault(last.Load())
		if err != nil || now == cutInside {
			return
		}
		_, err = client.Write(packet)
		if err != nil || now == cutAfter {
			return
		}
	}
}

// take returns the fault for this packet, if any.
func (p *proxy) take(packet []byte) fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.times == 0 || len(packet) < 5 || packet[4] != 3 ||
		!strings.HasPrefix(string(packet[5:]), p.prefix) {
		return 0
	}
	p.times--
	p.hits++
	return p.fault
}

func readPacket(r io.Reader) ([]byte, error) {
	head := make([]byte, 4)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, err
	}
	length := binary.LittleEndian.Uint32(head) & 0xffffff
	packet := append(head, make([]byte, length)...)
	_, err := io.ReadFull(r, packet[4:])
	return packet, err
}

func errorPacket(code uint16, state, message string) []byte {
	body := append([]byte{0xff}, byte(code), byte(code>>8), '#')
	body = append(append(body, state...), message...)
	return append([]byte{byte(len(body)), byte(len(body) >> 8), 0, 1}, body...)
}
