package kafka

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// health gathers why partitions are not being read, and tells stream.Health what changes. All
// readers of a source share one, so that one of them being well does not hide another's trouble.
type health struct {
	component string
	out       stream.Health

	mu     sync.Mutex
	waits  map[*place]string
	latest string
	commit string // why a commit waits
}

func newHealth(c *Config) *health {
	return &health{component: "kafka table " + c.Table, out: c.Health, waits: map[*place]string{}}
}

// waiting notes that p waits for the reason; "" means that it does not any more.
func (h *health) waiting(p *place, reason string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if reason == h.waits[p] {
		return
	}
	if reason == "" {
		delete(h.waits, p)
	} else {
		h.waits[p] = reason
	}
	// Only a change is told: partitions of one broker fail and come back together, which would be a
	// line each.
	if text := h.text(); text != h.latest {
		h.latest = text
		if h.out != nil {
			h.out.Waiting(h.component, text)
		}
	}
}

// committing notes that a commit of offsets waits for the reason; "" means that it does not any
// more.
func (h *health) committing(reason string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if reason == h.commit {
		return
	}
	h.commit = reason
	if h.out != nil {
		h.out.Waiting(h.component+" (commit)", reason)
	}
}

// text names the first partition and its reason, and how many others wait.
func (h *health) text() string {
	if len(h.waits) == 0 {
		return ""
	}
	first := slices.MinFunc(slices.Collect(maps.Keys(h.waits)), byPlace)
	text := fmt.Sprintf("topic %q partition %d: %s", first.topic, first.id, h.waits[first])
	if n := len(h.waits) - 1; n > 0 {
		text += fmt.Sprintf(" (and %d more partitions)", n)
	}
	return text
}

func byPlace(a, b *place) int {
	return cmp.Or(cmp.Compare(a.topic, b.topic), cmp.Compare(a.id, b.id))
}
