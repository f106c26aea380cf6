// Package page serves the demo's live page: a pie of the accesses, bars of the bytes and of the
// speed of each province, and the table behind them.
//
// Everything that the page loads is embedded, and its content security policy forbids requests to
// any other host. The numbers come as server-sent events, each a whole Snapshot, so that a page
// that was opened late or lost its connection is right at the next event.
package page

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net"
	"net/http"
	"sync"
	"time"
)

// States of a Snapshot, in the order in which they come.
const (
	Starting = "starting" // the job is being built, or connects
	Running  = "running"
	Draining = "draining" // no more lines are made; the job works off what is left
	Finished = "finished" // the numbers are final
)

// Snapshot is all that the page shows at one moment.
type Snapshot struct {
	State      string  `json:"state"`
	Records    int64   `json:"records"`
	BadRecords int64   `json:"bad_records"` // lines dropped
	BadFields  int64   `json:"bad_fields"`  // fields made NULL
	Behind     int64   `json:"behind"`      // lines made that the job has not read yet
	Rate       float64 `json:"records_per_second"`
	Seconds    float64 `json:"seconds"` // since the first line
	Rows       []Row   `json:"rows"`
}

// Row is a row of the result table. Bytes and Speed are nil for NULL; Speed is bytes a millisecond.
type Row struct {
	Province string   `json:"province"`
	Count    int64    `json:"count"`
	Bytes    *int64   `json:"bytes"`
	Speed    *float64 `json:"speed"`
}

//go:embed static
var static embed.FS

// policy lets the page load only what this server has.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
	"img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Server serves the page until Close.
type Server struct {
	http     *http.Server
	listener net.Listener

	mu      sync.Mutex
	event   []byte        // the last snapshot as JSON
	changed chan struct{} // closed when there is a later one, or none will follow
	closing bool
}

// Start listens on an address such as "127.0.0.1:0".
func Start(address string) (*Server, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, errListen(address, err)
	}
	s := &Server{listener: l, changed: make(chan struct{})}
	s.http = &http.Server{Handler: s.routes(), ReadHeaderTimeout: 5 * time.Second}
	s.Publish(Snapshot{State: Starting})
	go func() { _ = s.http.Serve(l) }() // ends with Close
	return s, nil
}

// URL is where a browser on this machine finds the page.
func (s *Server) URL() string {
	host, port, _ := net.SplitHostPort(s.listener.Addr().String())
	if ip := net.ParseIP(host); ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// Publish sends a snapshot to every open page.
func (s *Server) Publish(n Snapshot) {
	if n.Rows == nil {
		n.Rows = []Row{}
	}
	event, err := json.Marshal(n)
	if err != nil { // NaN or an infinity, which no column of a database holds
		panic("page: snapshot: " + err.Error())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return
	}
	s.event = event
	close(s.changed)
	s.changed = make(chan struct{})
}

// closeWait is how long open pages may take to read the last snapshot.
const closeWait = time.Second

// Close sends the last snapshot to every page that has not got it, and stops.
func (s *Server) Close() error {
	s.mu.Lock()
	if !s.closing {
		s.closing = true
		close(s.changed)
	}
	s.mu.Unlock()
	quiet := time.AfterFunc(closeWait, func() { _ = s.http.Close() })
	defer quiet.Stop()
	return s.http.Shutdown(withoutLimit)
}

// current returns the last snapshot, what tells of the next one, and whether it is the last of all.
func (s *Server) current() (event []byte, changed <-chan struct{}, last bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.event, s.changed, s.closing
}

func (s *Server) routes() http.Handler {
	files, err := fs.Sub(static, "static")
	if err != nil {
		panic("page: embedded files: " + err.Error())
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /snapshot", s.snapshot)
	mux.Handle("GET /", http.FileServerFS(files))
	return guarded(mux)
}

// guarded sets what every answer must carry.
func guarded(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Header().Set("Cache-Control", "no-store") // the next demo may have another page
		h.ServeHTTP(w, r)
	})
}
