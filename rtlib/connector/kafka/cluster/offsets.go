package cluster

import (
	"context"
	"encoding/binary"
	"io"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/segmentio/kafka-go/protocol/listoffsets"
)

// Times that stand for a place in the log.
const (
	Latest   int64 = -1
	Earliest int64 = -2
)

// Offset asks a partition's leader for the offset of the first record at or behind the time at (ms
// since the epoch, or Latest, Earliest). found is false when all records are older. With isolation
// 1, Latest is the offset behind the last decided transaction.
func (c *Client) Offset(ctx context.Context, p Part, at int64, isolation int8) (
	offset int64, found bool, err error) {
	if p.Leader == "" {
		return 0, false, errPartition(p.Topic, p.ID, wire.LeaderNotAvailable)
	}
	// One partition a request: brokers refuse a partition twice, and there are few of them.
	m, err := c.at(ctx, p.Leader, &listoffsets.Request{
		ReplicaID: -1, IsolationLevel: isolation,
		Topics: []listoffsets.RequestTopic{{Topic: p.Topic, Partitions: []listoffsets.RequestPartition{
			{Partition: p.ID, CurrentLeaderEpoch: -1, Timestamp: at}}}},
	})
	if err != nil {
		return 0, false, err
	}
	for _, t := range m.(*listoffsets.Response).Topics {
		for _, r := range t.Partitions {
			if t.Topic != p.Topic || r.Partition != p.ID {
				continue
			}
			if r.ErrorCode != 0 {
				return 0, false, errPartition(p.Topic, p.ID, wire.Code(r.ErrorCode))
			}
			return r.Offset, r.Offset >= 0, nil
		}
	}
	return 0, false, errUnanswered("the offset asked for")
}

// EpochEnd asks a partition's leader where an earlier leader's epoch ended; -1 when it does not
// know the epoch.
func (c *Client) EpochEnd(ctx context.Context, p Part, epoch int32) (int64, error) {
	// A connection of its own: kafka-go's messages do not know the request, and bytes of ours
	// between its calls would put the shared one out of step. It is asked once a change of leader.
	conn, err := c.dialer.Dial(ctx, p.Leader)
	if err != nil {
		return 0, err
	}
	defer conn.Close()
	if !conn.Supports(wire.EpochKey, wire.EpochVersion) {
		return -1, nil
	}
	defer conn.guard(ctx)()
	req := wire.EpochEnd{Client: c.dialer.ClientID, Topic: p.Topic, Part: p.ID,
		Current: p.Epoch, Epoch: epoch}
	if _, err := conn.Write(req.Append(nil)); err != nil {
		return 0, c.dialer.explain(ctx, p.Leader, err)
	}
	body, err := readFrame(conn)
	if err != nil {
		return 0, c.dialer.explain(ctx, p.Leader, err)
	}
	code, end, err := wire.DecodeEpochEnd(body)
	if err == nil && code != 0 {
		err = errPartition(p.Topic, p.ID, code)
	}
	return end, err
}

// maxFrame bounds the small answers read by readFrame.
const maxFrame = 1 << 16

func readFrame(r io.Reader) ([]byte, error) {
	var size [4]byte
	if _, err := io.ReadFull(r, size[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint32(size[:])
	if n > maxFrame {
		return nil, errUnanswered("a plausible length")
	}
	body := make([]byte, n)
	_, err := io.ReadFull(r, body)
	return body, err
}
