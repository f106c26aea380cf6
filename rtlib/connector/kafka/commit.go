package kafka

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// Commit stores the positions as the group's offsets. Without a group it does nothing. While the
// coordinator is away it waits, tells Health why, and goes on by itself: rows that were written are
// no reason to stop, and a restart behind missing offsets would only read them again.
func (s *Source) Commit(ctx context.Context, positions []stream.Start) error {
	if s.cfg.Group == "" || len(positions) == 0 {
		return nil
	}
	list, err := placesOf(positions)
	if err != nil {
		return err
	}
	if s.stored.holds(list, time.Now()) {
		return nil
	}
	defer s.health.committing("")
	for n := 1; ; n++ {
		err := s.client.Commit(ctx, s.cfg.Group, list)
		if err == nil {
			s.stored = stored{list, time.Now()}
			return nil
		}
		if !passing(err) {
			return s.cfg.errCommit(err)
		}
		s.health.committing(s.cfg.reasonCommit(err))
		if !sleep(ctx, backoff(n)) {
			return s.cfg.errCommit(err)
		}
	}
}

// stored is what the group's offsets are as far as this source knows.
type stored struct {
	list []cluster.Place
	at   time.Time
}

// renew is how often offsets are committed that have not changed: brokers forget those of a group
// without members some time after its last commit (offsets.retention.minutes, a week).
const renew = time.Hour

// holds reports whether a commit of the list would change nothing.
func (s *stored) holds(list []cluster.Place, now time.Time) bool {
	return now.Sub(s.at) < renew && slices.Equal(s.list, list)
}

func placesOf(positions []stream.Start) ([]cluster.Place, error) {
	list := make([]cluster.Place, 0, len(positions))
	for _, p := range positions {
		next, epoch, err := decodePosition(p.Split, p.Position)
		if err != nil {
			return nil, err
		}
		at := p.Split.Private.(*place)
		list = append(list, cluster.Place{Topic: at.topic, ID: at.id, Offset: next, Epoch: epoch})
	}
	return list, nil
}

// passing reports whether a commit may succeed later. A broker's refusal is final unless it says
// that it is not: a group with members, for one, stays as it is for as long as they live.
func passing(err error) bool {
	if final(err) {
		return false
	}
	var code wire.Code
	return !errors.As(err, &code) || code.Retriable()
}
