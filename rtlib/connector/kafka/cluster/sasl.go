package cluster

import (
	"context"
	"errors"
	"io"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/segmentio/kafka-go/protocol/saslauthenticate"
	"github.com/segmentio/kafka-go/protocol/saslhandshake"
	"github.com/segmentio/kafka-go/sasl"
)

// authenticate says who the user is. The messages of the mechanism go inside of Kafka's own, which
// every broker since 1.0 takes.
func (c *Conn) authenticate(ctx context.Context, m sasl.Mechanism) error {
	answer, err := c.Call(ctx, &saslhandshake.Request{Mechanism: m.Name()})
	if err != nil {
		return err
	}
	if code := wire.Code(answer.(*saslhandshake.Response).ErrorCode); code != 0 {
		return code
	}
	session, message, err := m.Start(ctx)
	for done := false; err == nil && !done; {
		var challenge []byte
		if challenge, err = c.saslStep(ctx, message); err == nil {
			done, message, err = session.Next(ctx, challenge)
		}
	}
	return err
}

// saslStep sends a message of the mechanism and returns what the broker answers to it.
func (c *Conn) saslStep(ctx context.Context, message []byte) ([]byte, error) {
	m, err := c.Call(ctx, &saslauthenticate.Request{AuthBytes: message})
	// Some brokers refuse a password by hanging up.
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, wire.SASLAuthenticationFailed
	}
	if err != nil {
		return nil, err
	}
	res := m.(*saslauthenticate.Response)
	if res.ErrorCode != 0 {
		return nil, wire.Code(res.ErrorCode)
	}
	return res.AuthBytes, nil
}
