package page

import (
	"context"
	"fmt"
	"net/http"
)

// withoutLimit is for a shutdown whose limit is a timer's.
var withoutLimit = context.Background()

// snapshot answers with the last snapshot, for scripts.
func (s *Server) snapshot(w http.ResponseWriter, _ *http.Request) {
	event, _, _ := s.current()
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(event)
}

// events sends the snapshots as they come. A client that is slow misses some, never the last one.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for {
		event, changed, last := s.current()
		if _, err := fmt.Fprintf(w, "data: %s\n\n", event); err != nil || out.Flush() != nil || last {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
