package job

import (
	"context"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

// server answers on HTTP while a job runs: /healthz, /readyz, /metrics, /why and /plan.
//
// Beyond loopback only the two probes are open; the rest wants the token of environment variable
// FLINKC_TOKEN as "Authorization: Bearer".
type server struct {
	run   *run
	http  *http.Server
	token string // "": nobody may see what is guarded
}

// tokenVariable names the environment variable of the token.
const tokenVariable = "FLINKC_TOKEN"

func serve(addr string, r *run) (*server, error) {
	s := &server{run: r}
	if addr == "" {
		return s, nil
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("--listen %s: %w", addr, err)
	}
	s.token = os.Getenv(tokenVariable)
	// The time-out keeps a client that never ends its header from holding a connection for ever.
	s.http = &http.Server{Handler: s.routes(l), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := s.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			r.env.Log.Warn("http", "reason", err)
		}
	}()
	r.env.Log.Info("listening", "url", "http://"+l.Addr().String())
	return s, nil
}

func (s *server) routes(l net.Listener) http.Handler {
	// Judged by the address that was bound, not by the flag's text: "localhost" may be anything.
	open := l.Addr().(*net.TCPAddr).IP.IsLoopback()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", s.ready)
	for path, h := range map[string]http.HandlerFunc{
		"/metrics": s.metrics, "/why": s.why, "/plan": s.plan,
	} {
		if !open {
			h = s.guarded(h)
		}
		mux.HandleFunc("GET "+path, h)
	}
	return mux
}

// Without a token in the environment nobody gets in: metrics and plans name tables, hosts and
// columns.
func (s *server) guarded(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		given, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok || s.token == "" || subtle.ConstantTimeCompare([]byte(given), []byte(s.token)) != 1 {
			http.Error(w, "want Authorization: Bearer with the token of "+tokenVariable,
				http.StatusUnauthorized)
			return
		}
		h(w, r)
	}
}

func (s *server) close() {
	if s.http == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	// A scrape under way may end, but the program's exit does not wait for a slow one.
	if s.http.Shutdown(ctx) != nil {
		_ = s.http.Close()
	}
}

// ready answers 503 with the reasons while a connector waits for something outside.
func (s *server) ready(w http.ResponseWriter, _ *http.Request) {
	reasons := s.run.waiting()
	if !s.run.opened.Load() {
		reasons = append(reasons, "starting: connecting to sources and sinks")
	}
	if len(reasons) > 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
		fmt.Fprintln(w, strings.Join(reasons, "\n"))
		return
	}
	fmt.Fprintln(w, "ok")
}

// plan prints the physical plan.
func (s *server) plan(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, s.run.spec.Plan) }

// why says what holds output back.
func (s *server) why(w http.ResponseWriter, _ *http.Request) {
	for _, line := range s.run.why() {
		fmt.Fprintln(w, line)
	}
}

// metrics prints the Prometheus text form.
func (s *server) metrics(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4")
	s.run.writeMetrics(w)
}
