package cluster

import (
	"context"
	"errors"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/segmentio/kafka-go/protocol"
	"github.com/segmentio/kafka-go/protocol/findcoordinator"
	"github.com/segmentio/kafka-go/protocol/offsetcommit"
	"github.com/segmentio/kafka-go/protocol/offsetfetch"
)

// Place is a partition and an offset in it.
type Place struct {
	Topic  string
	ID     int32
	Offset int64 // -1: none committed
	Epoch  int32 // leader epoch of the record before, -1 when not known
}

// Committed returns the group's committed offsets of the given partitions, in their order.
func (c *Client) Committed(ctx context.Context, group string, parts []Part) ([]Place, error) {
	req := &offsetfetch.Request{GroupID: group}
	for _, p := range parts {
		n := len(req.Topics)
		if n == 0 || req.Topics[n-1].Name != p.Topic {
			req.Topics = append(req.Topics, offsetfetch.RequestTopic{Name: p.Topic})
			n++
		}
		list := &req.Topics[n-1].PartitionIndexes
		*list = append(*list, p.ID)
	}
	m, err := c.coordinated(ctx, group, req)
	if errors.Is(err, wire.GroupIDNotFound) { // newer brokers say so instead of giving -1
		return places(&offsetfetch.Response{}, parts)
	}
	if err != nil {
		return nil, err
	}
	return places(m.(*offsetfetch.Response), parts)
}

// Brokers may leave a partition out that the group has never committed: that is -1, not an error.
func places(res *offsetfetch.Response, parts []Part) ([]Place, error) {
	type key struct {
		topic string
		id    int32
	}
	found := map[key]Place{}
	for _, t := range res.Topics {
		for _, p := range t.Partitions {
			if p.ErrorCode != 0 {
				return nil, errPartition(t.Name, p.PartitionIndex, wire.Code(p.ErrorCode))
			}
			found[key{t.Name, p.PartitionIndex}] =
				Place{t.Name, p.PartitionIndex, p.CommittedOffset, p.ComittedLeaderEpoch}
		}
	}
	list := make([]Place, len(parts))
	for i, p := range parts {
		place, ok := found[key{p.Topic, p.ID}]
		if !ok {
			place = Place{p.Topic, p.ID, -1, -1}
		}
		list[i] = place
	}
	return list, nil
}

// Commit stores offsets as the group's, as a consumer outside of group management does: it fails
// while the group has members.
func (c *Client) Commit(ctx context.Context, group string, list []Place) error {
	// Generation -1 says that no member commits; retention -1 leaves the broker's own.
	req := &offsetcommit.Request{GroupID: group, GenerationID: -1, RetentionTimeMs: -1}
	for _, p := range list {
		n := len(req.Topics)
		if n == 0 || req.Topics[n-1].Name != p.Topic {
			req.Topics = append(req.Topics, offsetcommit.RequestTopic{Name: p.Topic})
			n++
		}
		parts := &req.Topics[n-1].Partitions
		*parts = append(*parts, offsetcommit.RequestPartition{PartitionIndex: p.ID,
			CommittedOffset: p.Offset, CommittedLeaderEpoch: p.Epoch})
	}
	_, err := c.coordinated(ctx, group, req)
	return err
}

// coordinated makes a request at the group's coordinator, whose place is asked for every time: a
// stale one would cost more than the question. A coordinator that is loading or moving is retried.
func (c *Client) coordinated(ctx context.Context, group string, req protocol.Message) (
	protocol.Message, error) {
	for pause := 50 * time.Millisecond; ; pause *= 2 {
		m, err := c.askCoordinator(ctx, group, req)
		var code wire.Code
		if err == nil || !errors.As(err, &code) || !code.Retriable() || pause > time.Second {
			return m, err
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(pause):
		}
	}
}

func (c *Client) askCoordinator(ctx context.Context, group string, req protocol.Message) (
	protocol.Message, error) {
	m, err := c.anywhere(ctx, &findcoordinator.Request{Key: group})
	if err != nil {
		return nil, err
	}
	at := m.(*findcoordinator.Response)
	if at.ErrorCode != 0 {
		return nil, errGroup(group, wire.Code(at.ErrorCode))
	}
	m, err = c.at(ctx, hostPort(at.Host, at.Port), req)
	if err == nil {
		err = firstCode(group, m)
	}
	return m, err
}

// firstCode returns the first error that a group response carries. Such a code is inside an answer
// that is well-formed, so that Call returns no error for it.
func firstCode(group string, m protocol.Message) error {
	switch m := m.(type) {
	case *offsetfetch.Response:
		if m.ErrorCode != 0 {
			return errGroup(group, wire.Code(m.ErrorCode))
		}
	case *offsetcommit.Response:
		for _, t := range m.Topics {
			for _, p := range t.Partitions {
				if p.ErrorCode != 0 {
					return errGroup(group, wire.Code(p.ErrorCode))
				}
			}
		}
	}
	return nil
}
