package kafka

import (
	"context"
	"math/rand/v2"
	"time"
)

// Bounds of the pause between two tries: short enough at the top that reading goes on within five
// seconds of a broker's return.
const (
	minPause = 20 * time.Millisecond
	maxPause = 2 * time.Second
)

// backoff is the pause after the n-th failure in a row: it doubles up to maxPause, less up to a
// quarter, so that many programs do not come back at the same instant.
func backoff(n int) time.Duration {
	d := maxPause
	if n < 8 {
		d = min(d, minPause<<max(n-1, 0))
	}
	return d - rand.N(d/4)
}

// sleep waits and reports whether ctx is still alive.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}
