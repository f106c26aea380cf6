package kafka

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
)

// view is what the brokers said last of partitions and their leaders. A start needs it three times, to list
// the partitions, to find their offsets, and to fetch from them, and asks once.
type view struct {
	mu    sync.Mutex
	parts []cluster.Part
	at    time.Time
}

// viewAge is how long the brokers' word is taken. Leaders that have moved meanwhile refuse, and are asked
// for again.
const viewAge = time.Second

func (v *view) keep(parts []cluster.Part) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.parts, v.at = parts, time.Now()
}

// forget is called when what the view says has failed.
func (v *view) forget() { v.keep(nil) }

// recent is the view, if it is fresh and has a leader for each partition; else nil.
func (v *view) recent(parts []*part) []cluster.Part {
	v.mu.Lock()
	defer v.mu.Unlock()
	if time.Since(v.at) > viewAge || slices.ContainsFunc(parts, v.lacks) {
		return nil
	}
	return v.parts
}

func (v *view) lacks(p *part) bool {
	at, ok := leaderOf(v.parts, p.place)
	return !ok || at.Leader == ""
}

// leaders are those of the partitions; trusted says that the view may answer.
func (s *Source) leaders(ctx context.Context, parts []*part, trusted bool) ([]cluster.Part, error) {
	if trusted {
		if known := s.view.recent(parts); known != nil {
			return known, nil
		}
	}
	found, err := s.client.Topics(ctx, topicsOf(parts))
	if err == nil {
		s.view.keep(found)
	}
	return found, err
}

// untried reports a partition that no fetcher has had.
func (p *part) untried() bool { return p.leader < 0 && p.failures == 0 && !p.outside }
