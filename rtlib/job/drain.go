package job

import "time"

// Draining has no limit while things move. A server that is away could keep it going for ever, so
// there is one for that: below the ten seconds after which container engines kill, so that the
// program still says what it has not written.
const (
	drainLimit = 8 * time.Second
	drainCheck = 100 * time.Millisecond
)

// waitForDrain has the sources stop when drain is closed, and the whole job when it has then waited
// too long for something outside.
func (r *run) waitForDrain(drain, done <-chan struct{}) {
	select {
	case <-drain:
		if r.spec.Batch {
			r.stop(errNoResult)
		}
		r.stopping.Store(true)
	case <-done:
		return
	}
	tick := time.NewTicker(drainCheck)
	defer tick.Stop()
	var since time.Time // when the wait began that is still going on
	for {
		select {
		case <-done:
			return
		case now := <-tick.C:
			waiting := r.waiting()
			switch {
			case len(waiting) == 0:
				since = time.Time{}
			case since.IsZero():
				since = now
			case now.Sub(since) >= drainLimit:
				r.stop(errNotDrained(waiting))
			}
		}
	}
}
