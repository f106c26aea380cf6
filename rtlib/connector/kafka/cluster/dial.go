// Package cluster talks to a Kafka cluster about everything but records: connections with TLS and
// SASL, leaders, offsets, and a group's commits. It uses kafka-go's protocol messages, but neither its
// client, whose background goroutines and cached metadata hide what a source must know, nor its
// dialer: that package brings the messages of all of Kafka's requests into the program.
package cluster

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/apiversions"
	"github.com/segmentio/kafka-go/sasl"
)

// DialTimeout bounds a connection with its TLS and SASL handshakes.
const DialTimeout = 3 * time.Second

// CallTimeout bounds one request on an open connection.
const CallTimeout = 5 * time.Second

// Dialer opens authenticated connections to brokers.
type Dialer struct {
	ClientID string
	TLS      *tls.Config    // nil: plain text
	SASL     sasl.Mechanism // nil: none
	User     string         // for messages
	// Net replaces the dialling of sockets, for tests. nil means net.Dialer.
	Net func(ctx context.Context, network, addr string) (net.Conn, error)
}

// Conn is a connection on which one request at a time is made.
type Conn struct {
	net.Conn
	Addr string

	mu       sync.Mutex
	client   string
	id       int32
	versions map[protocol.ApiKey]apiversions.ApiKeyResponse
}

// Dial connects to addr, asks for the broker's API versions and authenticates.
func (d *Dialer) Dial(ctx context.Context, addr string) (*Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, DialTimeout)
	defer cancel()
	raw, err := d.secured(ctx, addr)
	if err != nil {
		return nil, d.explain(ctx, addr, err)
	}
	c := &Conn{Conn: raw, Addr: addr, client: d.ClientID}
	if err = c.askVersions(ctx); err == nil && d.SASL != nil {
		err = c.authenticate(ctx, d.SASL)
	}
	if err != nil {
		raw.Close()
		return nil, d.explain(ctx, addr, err)
	}
	return c, nil
}

func (d *Dialer) secured(ctx context.Context, addr string) (net.Conn, error) {
	open := d.Net
	if open == nil {
		// A firewall that drops an idle connection without a word shows within minutes, not hours.
		open = (&net.Dialer{KeepAlive: 30 * time.Second}).DialContext
	}
	conn, err := open(ctx, "tcp", addr)
	if err != nil || d.TLS == nil {
		return conn, err
	}
	cfg := d.TLS.Clone()
	if cfg.ServerName == "" {
		cfg.ServerName, _, _ = net.SplitHostPort(addr)
	}
	t := tls.Client(conn, cfg)
	if err := t.HandshakeContext(ctx); err != nil {
		conn.Close()
		return nil, fmt.Errorf("TLS: %w", err)
	}
	return t, nil
}

func (c *Conn) askVersions(ctx context.Context) error {
	m, err := c.Call(ctx, &apiversions.Request{})
	if err != nil {
		return err
	}
	res := m.(*apiversions.Response)
	if res.ErrorCode != 0 {
		return wire.Code(res.ErrorCode)
	}
	c.versions = make(map[protocol.ApiKey]apiversions.ApiKeyResponse, len(res.ApiKeys))
	for _, k := range res.ApiKeys {
		c.versions[protocol.ApiKey(k.ApiKey)] = k
	}
	return nil
}

// Supports reports whether the broker takes that version of a request. It is for the requests that
// package wire speaks in one version only.
func (c *Conn) Supports(key, version int16) bool {
	v, ok := c.versions[protocol.ApiKey(key)]
	return ok && v.MinVersion <= version && version <= v.MaxVersion
}

// Call makes one request and waits for its answer, at most CallTimeout. After an error the
// connection is not usable.
func (c *Conn) Call(ctx context.Context, req protocol.Message) (protocol.Message, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	version, err := c.version(req.ApiKey())
	if err != nil {
		return nil, err
	}
	stop := c.guard(ctx)
	defer stop()
	c.id++
	return protocol.RoundTrip(c.Conn, version, c.id, c.client, req)
}

// version picks the highest version of a request that both sides know.
func (c *Conn) version(key protocol.ApiKey) (int16, error) {
	// Asked before anything is known, in the version that every broker answers.
	if key == protocol.ApiVersions {
		return 0, nil
	}
	v, ok := c.versions[key]
	if !ok || v.MaxVersion < key.MinVersion() || v.MinVersion > key.MaxVersion() {
		return 0, errVersion(c.Addr, key.String())
	}
	return min(v.MaxVersion, key.MaxVersion()), nil
}

// guard puts a deadline on the connection and wakes a blocked call when ctx ends.
func (c *Conn) guard(ctx context.Context) (stop func() bool) {
	deadline := time.Now().Add(CallTimeout)
	if d, ok := ctx.Deadline(); ok && d.Before(deadline) {
		deadline = d
	}
	// It fails only on a closed connection, and then the call does too.
	_ = c.SetDeadline(deadline)
	// A deadline in the past wakes a blocked read without closing what Close may be closing.
	return context.AfterFunc(ctx, func() { _ = c.SetDeadline(time.Unix(1, 0)) })
}

// explain turns what dialling gave into an error that names broker and cure.
func (d *Dialer) explain(ctx context.Context, addr string, err error) error {
	var dns *net.DNSError
	switch {
	// The broker's own words first. A time-out that hit while they came in would hide them.
	case errors.Is(err, wire.SASLAuthenticationFailed), errors.Is(err, wire.IllegalSASLState):
		return errPassword(addr, d.User, d.SASL.Name(), err)
	case errors.Is(err, wire.UnsupportedSASLMechanism):
		return errMechanism(addr, d.SASL.Name(), err)
	case errors.As(err, &dns) && dns.IsNotFound:
		return errHost(addr, err)
	case ctx.Err() != nil:
		return errSlow(addr, d, err)
	}
	return errDial(addr, d, err)
}
