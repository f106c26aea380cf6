package job

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// address stands for where a server listens.
type address struct {
	net.Listener
	ip string
}

func (a address) Addr() net.Addr { return &net.TCPAddr{IP: net.ParseIP(a.ip)} }

func TestWhoMaySee(t *testing.T) {
	tests := []struct {
		ip, token, path, header string
		want                    int
	}{
		{"127.0.0.1", "", "/metrics", "", 200},
		{"127.0.0.1", "", "/plan", "", 200},
		{"::1", "", "/why", "", 200},
		{"0.0.0.0", "", "/healthz", "", 200},
		{"0.0.0.0", "", "/readyz", "", 503},
		{"0.0.0.0", "", "/metrics", "", 401},
		{"0.0.0.0", "", "/metrics", "Bearer ", 401},
		{"0.0.0.0", "secret", "/metrics", "", 401},
		{"0.0.0.0", "secret", "/plan", "Bearer wrong", 401},
		{"0.0.0.0", "secret", "/plan", "secret", 401},
		{"0.0.0.0", "secret", "/plan", "Bearer secret", 200},
		{"10.0.0.1", "secret", "/why", "Bearer secret", 200},
		{"127.0.0.1", "", "/debug/pprof/", "", 404},
	}
	for _, tt := range tests {
		t.Run(tt.ip+tt.path+tt.header, func(t *testing.T) {
			s := &server{token: tt.token, run: newRun(t.Context(), &Spec{Plan: "the plan"}, testEnv(1))}
			req := httptest.NewRequest("GET", tt.path, nil)
			if tt.header != "" {
				req.Header.Set("Authorization", tt.header)
			}
			w := httptest.NewRecorder()
			s.routes(address{ip: tt.ip}).ServeHTTP(w, req)
			if w.Code != tt.want {
				t.Errorf("status %d, want %d: %s", w.Code, tt.want, w.Body)
			}
		})
	}
}

// get asks a running server.
func get(t *testing.T, url string) (int, string) {
	t.Helper()
	c := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	res, err := c.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(body)
}

// TestWhileItRuns asks a running job over loopback.
func TestWhileItRuns(t *testing.T) {
	p := chain(newPipeline(10*time.Millisecond, &fakeSource{splits: 2, rows: 50, endless: true}), Single)
	p.Plan = "stage read\n"
	env := testEnv(2)
	var log strings.Builder
	env.Log = slog.New(slog.NewTextHandler(&log, nil))
	r := newRun(t.Context(), &p.Spec, env)
	s, err := serve("127.0.0.1:0", r)
	if err != nil {
		t.Fatal(err)
	}
	_, url, _ := strings.Cut(strings.TrimSpace(log.String()), "url=")
	drain, done := make(chan struct{}), make(chan error)
	expect(t, url+"/readyz", 503, "starting: connecting to sources and sinks")
	go func() { _, err := r.run(drain); done <- err }()
	waitFor(t, func() bool { return r.opened.Load() && r.epochs.commits.Load() > 0 })
	expect(t, url+"/readyz", 200, "ok")
	expect(t, url+"/plan", 200, "stage read")
	expect(t, url+"/metrics", 200, "flinkc_records_total 100\n", "stage_rows_total{stage=\"read\",lane=\"1\"} 50\n")
	expect(t, url+"/why", 200, "stage read lane 0 has taken 50 rows", "commits so far")
	env.Health.Waiting("kafka 127.0.0.1:9092", "connection refused")
	expect(t, url+"/readyz", 503, "kafka 127.0.0.1:9092: connection refused")
	expect(t, url+"/why", 200, "kafka 127.0.0.1:9092: connection refused")
	expect(t, url+"/healthz", 200, "ok")
	env.Health.Waiting("kafka 127.0.0.1:9092", "")
	expect(t, url+"/readyz", 200, "ok")
	close(drain)
	if err := <-done; err != nil {
		t.Error(err)
	}
	s.close()
}

func expect(t *testing.T, url string, status int, want ...string) {
	t.Helper()
	code, body := get(t, url)
	if code != status {
		t.Errorf("%s: status %d, want %d", url, code, status)
	}
	for _, w := range want {
		if !strings.Contains(body, w) {
			t.Errorf("%s: want %q in\n%s", url, w, body)
		}
	}
}

func waitFor(t *testing.T, ok func() bool) {
	t.Helper()
	for range 2000 {
		if ok() {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("waited in vain")
}
