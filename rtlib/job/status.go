package job

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// How often the status is shown: as a line that is written over on a terminal, else as a line of
// the log.
const (
	statusOnTerminal = time.Second
	statusInLog      = 10 * time.Second
)

// sample is the state of a job at one instant.
type sample struct {
	records, commits, keys int64
	lag                    int64
	lagKnown, keyed        bool
}

func (r *run) sample() sample {
	s := sample{commits: r.epochs.commits.Load()}
	for _, t := range r.readers {
		s.records += t.rows.Load()
	}
	for _, t := range r.tasks {
		if _, ok := t.stage.(stream.Keeping); ok {
			s.keyed = true
			s.keys += t.keys.Load()
		}
	}
	for _, src := range r.sources {
		if l, ok := src.(stream.Lagging); ok {
			if n, known := l.Lag(); known {
				s.lag, s.lagKnown = s.lag+n, true
			}
		}
	}
	return s
}

// text says what happened since the sample before.
func (s sample) text(before sample, elapsed time.Duration) string {
	rate := float64(s.records-before.records) / max(elapsed.Seconds(), 1e-9)
	b := fmt.Sprintf("%d records, %.0f/s", s.records, rate)
	if s.lagKnown {
		b += fmt.Sprintf(", %d behind", s.lag)
	}
	if s.keyed {
		b += fmt.Sprintf(", %d keys", s.keys)
	}
	return b + fmt.Sprintf(", %d commits", s.commits)
}

// showStatus shows the status until the returned function is called.
func (r *run) showStatus(w io.Writer) (end func()) {
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		if isTerminal(w) {
			r.statusLine(w, done)
		} else {
			r.statusLog(done)
		}
	})
	return func() { close(done); wg.Wait() }
}

// isTerminal reports whether w is a terminal that understands how to clear a line.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// statusLine writes the status over itself, and removes it at the end.
func (r *run) statusLine(w io.Writer, done <-chan struct{}) {
	const clearLine = "\r\x1b[K"
	shown := false
	r.everySample(statusOnTerminal, done, func(text string) {
		fmt.Fprint(w, clearLine+text)
		shown = true
	})
	if shown {
		fmt.Fprint(w, clearLine)
	}
}

func (r *run) statusLog(done <-chan struct{}) {
	r.everySample(statusInLog, done, func(text string) { r.env.Log.Info("status: " + text) })
}

// everySample calls show in intervals with what happened meanwhile, and what the job waits for.
func (r *run) everySample(interval time.Duration, done <-chan struct{}, show func(string)) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	var before sample
	for {
		select {
		case <-tick.C:
		case <-done:
			return
		}
		if !r.opened.Load() {
			continue
		}
		now := r.sample()
		text := now.text(before, interval)
		if waiting := r.waiting(); len(waiting) > 0 {
			text += "; waiting for " + strings.Join(waiting, "; ")
		}
		show(text)
		before = now
	}
}
