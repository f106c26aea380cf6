package cluster

import (
	"cmp"
	"context"
	"maps"
	"net"
	"slices"
	"strconv"
	"sync"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/metadata"
)

// Client makes control requests. It keeps one connection a broker, opened at first use. All methods
// are safe for concurrent use. Nothing is kept but connections and addresses: who asks for a leader
// or an offset has a reason to doubt what it knew.
type Client struct {
	dialer *Dialer
	seeds  []string

	mu    sync.Mutex
	conns map[string]*Conn
	known []string // brokers of the last metadata
}

// NewClient returns a client of the cluster that the seed brokers ("host:port") belong to.
func NewClient(d *Dialer, seeds []string) *Client {
	return &Client{dialer: d, seeds: seeds, conns: map[string]*Conn{}}
}

// Close closes all connections.
func (c *Client) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, conn := range c.conns {
		conn.Close()
	}
	clear(c.conns)
	return nil
}

// Part is a partition as the metadata shows it. Leader is "" while there is none.
type Part struct {
	Topic  string
	ID     int32
	Leader string // address
	Epoch  int32
	Code   wire.Code
}

// Topics asks for the partitions of the given topics, or of all topics for nil. A topic that does
// not exist is absent from the answer; it is never created.
func (c *Client) Topics(ctx context.Context, names []string) ([]Part, error) {
	m, err := c.anywhere(ctx, &metadata.Request{TopicNames: names})
	if err != nil {
		return nil, err
	}
	res := m.(*metadata.Response)
	brokers := make(map[int32]string, len(res.Brokers))
	for _, b := range res.Brokers {
		brokers[b.NodeID] = hostPort(b.Host, b.Port)
	}
	c.remember(brokers)
	var parts []Part
	for _, t := range res.Topics {
		if t.ErrorCode == int16(wire.UnknownTopicOrPartition) || names == nil && t.IsInternal {
			continue
		}
		// A topic without leaders is still a topic: its partitions are listed, and whoever reads
		// them waits.
		if t.ErrorCode != 0 && t.ErrorCode != int16(wire.LeaderNotAvailable) {
			return nil, errTopic(t.Name, wire.Code(t.ErrorCode))
		}
		for _, p := range t.Partitions {
			parts = append(parts, Part{Topic: t.Name, ID: p.PartitionIndex,
				Leader: brokers[p.LeaderID], Epoch: p.LeaderEpoch, Code: wire.Code(p.ErrorCode)})
		}
	}
	slices.SortFunc(parts, byName)
	return parts, nil
}

// remember keeps the brokers' addresses, for when the seeds are gone.
func (c *Client) remember(brokers map[int32]string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.known = slices.Sorted(maps.Values(brokers))
}

// anywhere makes a request that any broker can answer: first those with a connection, then the
// seeds, then all brokers known. The first final error is returned at once only when no other
// broker answers.
func (c *Client) anywhere(ctx context.Context, req protocol.Message) (protocol.Message, error) {
	var errs error
	for _, addr := range c.candidates() {
		m, err := c.at(ctx, addr, req)
		if err == nil {
			return m, nil
		}
		// The error that a user can do something about is worth more than a refused connection of
		// another broker.
		if errs == nil || !IsFinal(errs) && IsFinal(err) {
			errs = err
		}
		if ctx.Err() != nil {
			break
		}
	}
	if errs == nil {
		return nil, errNoBroker
	}
	return nil, errs
}

func (c *Client) candidates() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	var list []string
	add := func(addr string) {
		if !slices.Contains(list, addr) {
			list = append(list, addr)
		}
	}
	// An open connection first: a dead seed would cost a time-out on each call.
	for _, addr := range append(slices.Clone(c.known), c.seeds...) {
		if c.conns[addr] != nil {
			add(addr)
		}
	}
	for _, addr := range append(slices.Clone(c.seeds), c.known...) {
		add(addr)
	}
	return list
}

// at makes a request at one broker. A connection from before may have been closed as idle, so a
// failure on one is tried once more on a new one; all requests made here may be repeated.
func (c *Client) at(ctx context.Context, addr string, req protocol.Message) (
	protocol.Message, error) {
	conn, fresh, err := c.conn(ctx, addr)
	if err != nil {
		return nil, err
	}
	m, err := conn.Call(ctx, req)
	if err == nil {
		return m, nil
	}
	c.drop(conn)
	// The recursion ends: what at opens the second time is fresh.
	if !fresh && ctx.Err() == nil && !IsFinal(err) {
		return c.at(ctx, addr, req)
	}
	return nil, c.dialer.explain(ctx, addr, err)
}

// conn returns the connection to addr; fresh says that it was opened for this call.
func (c *Client) conn(ctx context.Context, addr string) (conn *Conn, fresh bool, err error) {
	c.mu.Lock()
	conn = c.conns[addr]
	c.mu.Unlock()
	if conn != nil {
		return conn, false, nil
	}
	if conn, err = c.dialer.Dial(ctx, addr); err != nil {
		return nil, true, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if other := c.conns[addr]; other != nil { // another goroutine was faster
		conn.Close()
		return other, false, nil
	}
	c.conns[addr] = conn
	return conn, true, nil
}

// drop closes a connection that failed.
func (c *Client) drop(conn *Conn) {
	conn.Close()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.conns[conn.Addr] == conn {
		delete(c.conns, conn.Addr)
	}
}

func hostPort(host string, port int32) string {
	return net.JoinHostPort(host, strconv.Itoa(int(port)))
}

func byName(a, b Part) int {
	return cmp.Or(cmp.Compare(a.Topic, b.Topic), cmp.Compare(a.ID, b.ID))
}
