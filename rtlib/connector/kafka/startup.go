package kafka

import (
	"context"
	"slices"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
	"github.com/flinkc/flinkc/rtlib/stream"
)

func (c *Config) isolation() int8 {
	if c.Isolation == ReadUncommitted {
		return wire.ReadUncommitted
	}
	return wire.ReadCommitted
}

// locate finds out where to begin and end each split. It asks leaders, and asks again while
// leadership moves, within startLimit.
func (s *Source) locate(ctx context.Context, starts []stream.Start) ([]*part, error) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	parts := make([]*part, len(starts))
	for i, st := range starts {
		p := newPart(st.Split, s.cfg.Properties.PartitionBytes)
		if st.Position != nil {
			var err error
			if p.next, p.epoch, err = decodePosition(st.Split, st.Position); err != nil {
				return nil, err
			}
			p.fresh = false
		}
		parts[i] = p
	}
	err := retry(ctx, func() error {
		err := s.locateAll(ctx, parts)
		if err != nil {
			s.view.forget()
		}
		return err
	})
	for _, p := range parts {
		p.begin()
	}
	return parts, err
}

// locateAll makes one attempt for all parts that are not located yet.
func (s *Source) locateAll(ctx context.Context, parts []*part) error {
	if !s.asksBroker(parts) {
		return nil
	}
	leaders, err := s.leaders(ctx, parts, true)
	if err != nil {
		return s.cfg.errConnect(err)
	}
	committed, err := s.committed(ctx, parts)
	if err != nil {
		return err
	}
	for i, p := range parts {
		at, _ := leaderOf(leaders, p.place)
		// Attempts repeat only what is missing. An end asked for twice would move, and a bounded
		// read with it.
		if p.next < 0 {
			if p.next, err = s.startOf(ctx, p, at, committed[i]); err != nil {
				return err
			}
		}
		if s.cfg.UntilEnd && p.end.Load() < 0 {
			end, _, err := s.client.Offset(ctx, at, cluster.Latest, s.cfg.isolation())
			if err != nil {
				return s.cfg.errAt(p.place, err)
			}
			p.end.Store(end)
		}
	}
	return nil
}

// asksBroker reports whether a start or an end is still open.
func (s *Source) asksBroker(parts []*part) bool {
	return slices.ContainsFunc(parts, func(p *part) bool {
		return p.next < 0 || s.cfg.UntilEnd && p.end.Load() < 0
	})
}

// committed asks for the group's offsets when the startup mode wants them; -1 where there is none.
func (s *Source) committed(ctx context.Context, parts []*part) ([]int64, error) {
	offsets := slices.Repeat([]int64{-1}, len(parts))
	mode := s.cfg.Startup
	if s.cfg.Group == "" || mode != GroupOffsets && mode != SpecificOffsets {
		return offsets, nil
	}
	asked := make([]cluster.Part, len(parts))
	for i, p := range parts {
		asked[i] = cluster.Part{Topic: p.place.topic, ID: p.place.id}
	}
	found, err := s.client.Committed(ctx, s.cfg.Group, asked)
	if err != nil {
		return nil, s.cfg.errorf("cannot read the committed offsets: %w", err)
	}
	for i, f := range found {
		offsets[i] = f.Offset
	}
	return offsets, nil
}

// startOf resolves the startup mode for one partition. Without an offset of its own, specific
// offsets fall back to the committed one and then to the beginning, as Flink does.
func (s *Source) startOf(ctx context.Context, p *part, at cluster.Part, committed int64) (
	int64, error) {
	mode := s.cfg.Startup
	if p.place.late {
		mode = EarliestOffset
	}
	switch mode {
	case GroupOffsets:
		if committed >= 0 {
			p.fresh = false
			return committed, nil
		}
		return s.resetOf(ctx, p, at)
	case SpecificOffsets:
		if offset, ok := s.cfg.SpecificOffsets[p.place.id]; ok || committed >= 0 {
			if !ok {
				offset = committed
			}
			p.fresh = false
			return offset, nil
		}
		return s.ask(ctx, p, at, cluster.Earliest)
	case LatestOffset:
		return s.ask(ctx, p, at, cluster.Latest)
	case Timestamp:
		return s.ask(ctx, p, at, s.cfg.Timestamp)
	}
	return s.ask(ctx, p, at, cluster.Earliest)
}

// resetOf is the start without a committed offset.
func (s *Source) resetOf(ctx context.Context, p *part, at cluster.Part) (int64, error) {
	switch s.cfg.Reset {
	case ResetEarliest:
		return s.ask(ctx, p, at, cluster.Earliest)
	case ResetLatest:
		return s.ask(ctx, p, at, cluster.Latest)
	}
	return 0, finalError{s.cfg.errNotCommitted(p.place)}
}

// ask is the offset at a time; when all records are older, the end.
func (s *Source) ask(ctx context.Context, p *part, at cluster.Part, time int64) (int64, error) {
	p.fresh = time == cluster.Earliest
	offset, found, err := s.client.Offset(ctx, at, time, s.cfg.isolation())
	if err == nil && !found {
		offset, _, err = s.client.Offset(ctx, at, cluster.Latest, s.cfg.isolation())
	}
	if err != nil {
		return -1, s.cfg.errAt(p.place, err)
	}
	return offset, nil
}

// leaderOf finds a partition in sorted metadata.
func leaderOf(parts []cluster.Part, p *place) (cluster.Part, bool) {
	i, ok := slices.BinarySearchFunc(parts, p, func(a cluster.Part, b *place) int {
		return byPlace(&place{topic: a.Topic, id: a.ID}, b)
	})
	if !ok {
		return cluster.Part{Topic: p.topic, ID: p.id, Code: wire.UnknownTopicOrPartition}, false
	}
	return parts[i], true
}

func topicsOf(parts []*part) []string {
	names := []string{} // not nil, which would mean all topics
	for _, p := range parts {
		if !slices.Contains(names, p.place.topic) {
			names = append(names, p.place.topic)
		}
	}
	return names
}
