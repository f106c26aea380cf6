package datagen

import (
	"sync"
	"time"
)

// catchUp is how long a delay may be that is made up for: rows that could not be made in that time,
// because the job was busy, are made at once; what was missed beyond is lost. So the rate is even.
const catchUp = 100 * time.Millisecond

// tick is the least time between two grants at high rates: a timer for every row would cost more
// than the row.
const tick = time.Millisecond

// pace hands out the right to make rows, to all readers of a table together.
//
// Time is counted in rows: row n is due n/rate seconds behind the beginning.
type pace struct {
	rate int64 // rows a second

	mu    sync.Mutex
	begin time.Time
	made  int64
}

// take grants up to most rows. When it grants none, wait is the time until it can.
func (p *pace) take(now time.Time, most int) (rows int, wait time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.begin.IsZero() {
		p.begin = now
	}
	late := now.Sub(p.begin) - p.due(p.made)
	if late < 0 {
		return 0, max(-late, min(tick, p.due(1)))
	}
	if late > catchUp+p.due(1) {
		p.begin = now.Add(-catchUp - p.due(p.made))
		late = catchUp
	}
	rows = min(most, 1+p.rows(late))
	p.made += int64(rows)
	if p.made >= p.rate { // a second is over: count from there, so that numbers stay small
		p.begin = p.begin.Add(time.Second)
		p.made -= p.rate
	}
	return rows, 0
}

// due is the time at which row n is due. n is at most about the rate and a block, so that the
// product of n and 1e9 may overflow only at rates that float64 is precise enough for.
func (p *pace) due(n int64) time.Duration {
	return time.Duration(float64(n) / float64(p.rate) * float64(time.Second))
}

// rows is how many rows a time is worth, whole ones.
func (p *pace) rows(d time.Duration) int {
	return int(min(d.Seconds()*float64(p.rate), 1<<30))
}
