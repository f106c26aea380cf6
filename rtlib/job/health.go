package job

import (
	"log/slog"
	"sync"
)

// health remembers which components wait for something outside, and why.
type health struct {
	mu      sync.Mutex
	log     *slog.Logger
	waiting map[string]string
	order   []string
}

func newHealth(log *slog.Logger) *health {
	return &health{log: log, waiting: map[string]string{}}
}

// Waiting implements stream.Health. A change is logged once, not at every attempt.
func (h *health) Waiting(component, reason string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	old, known := h.waiting[component]
	if !known {
		h.order = append(h.order, component)
	}
	h.waiting[component] = reason
	switch {
	case reason != "" && old == "":
		h.log.Warn("waiting", "component", component, "reason", reason)
	case reason == "" && old != "":
		h.log.Info("recovered", "component", component)
	}
}

// reasons lists what is waited for, in order of first appearance.
func (h *health) reasons() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []string
	for _, c := range h.order {
		if r := h.waiting[c]; r != "" {
			out = append(out, c+": "+r)
		}
	}
	return out
}
