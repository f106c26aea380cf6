package demo

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
)

// feeder makes lines and sends them to the broker. While one batch is on its way the next one is
// filled.
type feeder struct {
	to    *broker
	lines *loggen.Generator
	rate  float64       // lines a second; 0: no limit
	read  *atomic.Int64 // records that the job has read
	made  atomic.Int64  // lines sent, or on their way

	line []byte
	sent chan error // of the batch on its way
}

// Limits of a batch and of the lead over the job, in lines. The lead bounds the memory that the
// broker in this process needs (see broker.trim), and how long the end takes.
const (
	batchBytes = 512 << 10
	batchLines = 8192
	greatLead  = 1 << 18
	pause      = 10 * time.Millisecond
)

// run makes lines until the context ends. Whatever was made then is with the broker.
func (f *feeder) run(ctx context.Context) error {
	f.sent = make(chan error, 1)
	f.sent <- nil
	start := time.Now()
	// Of two batches one is filled while the other is on its way: n counts what was sent, not how
	// often the loop was there, or the same batch would be filled again under its sender.
	var batches [2]batch
	for n := 0; ctx.Err() == nil; {
		due := f.due(time.Since(start))
		if due == 0 {
			time.Sleep(pause)
			continue
		}
		b := &batches[n%2]
		f.fill(b, due)
		if err := <-f.sent; err != nil {
			return err
		}
		go func(n int) { f.sent <- f.to.send(n, b) }(n)
		n++
	}
	return <-f.sent
}

// due is how many lines may be made now.
func (f *feeder) due(since time.Duration) int {
	made := f.made.Load()
	due := f.read.Load() + greatLead - made
	if f.rate > 0 {
		due = min(due, int64(f.rate*since.Seconds())-made)
	}
	return int(min(max(due, 0), batchLines))
}

func (f *feeder) fill(b *batch, lines int) {
	b.reset()
	for i := 0; i < lines && len(b.bytes) < batchBytes; i++ {
		f.line = f.lines.Next(f.line[:0])
		b.add(f.line)
	}
	f.made.Add(int64(b.records))
}
