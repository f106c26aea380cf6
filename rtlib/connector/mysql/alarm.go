package mysql

import (
	"sync"
	"time"
)

// silence is how long a commit may take before health tells what it waits for.
const silence = 3 * time.Second

// alarm tells Health what a commit waits for: at once when the server is away, after some silence
// when it does not answer.
//
// Its timer is not started and stopped with each commit: whoever starts one wakes the thread that
// waits for the next of all timers, which costs more than the commit itself. It runs on, and looks
// when it fires which commit is under way.
type alarm struct {
	config *Config

	mu     sync.Mutex
	timer  *time.Timer
	armed  bool      // the timer runs
	began  time.Time // the commit under way; zero when there is none
	raised bool
}

func (a *alarm) start() {
	if a.config.Health == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.began = time.Now()
	if !a.armed {
		a.arm(silence)
	}
}

func (a *alarm) arm(d time.Duration) {
	a.armed = true
	if a.timer == nil {
		a.timer = time.AfterFunc(d, a.look)
		return
	}
	a.timer.Reset(d)
}

// look is called by the timer.
func (a *alarm) look() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.armed = false
	if a.began.IsZero() {
		return
	}
	if left := silence - time.Since(a.began); left > 0 {
		a.arm(left)
		return
	}
	a.raise(reasonSilent(a.config))
}

func (a *alarm) report(reason string) {
	if a.config.Health == nil {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.raise(reason)
}

func (a *alarm) raise(reason string) {
	a.raised = true
	a.config.Health.Waiting(component(a.config), reason)
}

func (a *alarm) stop() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.began = time.Time{}
	if a.raised {
		a.raised = false
		a.config.Health.Waiting(component(a.config), "")
	}
}

func component(c *Config) string { return "sink " + c.Table }
