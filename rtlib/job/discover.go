package job

import (
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// defaultDiscover is how often a source is asked for new splits that does not say it itself.
const defaultDiscover = 10 * time.Second

// timed is a stream.Discoverer that says how often it wants to be asked; 0 is never.
type timed interface{ DiscoverInterval() time.Duration }

func (r *run) discoverEvery(source int) time.Duration {
	if t, ok := r.sources[source].(timed); ok {
		return t.DiscoverInterval()
	}
	return defaultDiscover
}

// discover asks sources whose splits can grow for new ones and deals them to the lanes.
func (r *run) discover(wg *sync.WaitGroup, done <-chan struct{}) {
	for i := range r.sources {
		if !r.grows(i) {
			continue
		}
		var lanes []*sourceTask
		for _, t := range r.readers {
			if t.source == i {
				lanes = append(lanes, t)
			}
		}
		if len(lanes) > 0 {
			wg.Go(func() { r.discoverLoop(i, lanes, done) })
		}
	}
}

func (r *run) discoverLoop(source int, lanes []*sourceTask, done <-chan struct{}) {
	d, n := r.sources[source].(stream.Discoverer), len(r.splits[source])
	tick := time.NewTicker(r.discoverEvery(source))
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-done:
			return
		}
		splits, err := d.Discover(r.ctx)
		if err != nil && r.ctx.Err() == nil {
			r.env.Log.Warn("discovery of splits failed", "table", r.spec.Sources[source].Table, "reason", err)
		}
		for _, s := range splits {
			select {
			case lanes[n%len(lanes)].found <- stream.Start{Split: s}:
				n++
			case <-done:
				return
			}
		}
	}
}
