package page

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func start(t *testing.T) *Server {
	t.Helper()
	s, err := Start("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func get(t *testing.T, url string) *http.Response {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = answer.Body.Close() })
	return answer
}

func TestFiles(t *testing.T) {
	s := start(t)
	tests := []struct{ path, kind, content string }{
		{"", "text/html; charset=utf-8", "<title>CDN access by province"},
		{"page.js", "text/javascript; charset=utf-8", "new EventSource"},
		{"page.css", "text/css; charset=utf-8", "--accent"},
		{"chart.umd.min.js", "text/javascript; charset=utf-8", "Chart.js v4.6.1"},
		{"chart.LICENSE.md", "", "The MIT License"},
		{"icon.svg", "image/svg+xml", "<circle"},
		{"snapshot", "application/json", `{"state":"starting","records":0,`},
	}
	for _, tt := range tests {
		r := get(t, s.URL()+tt.path)
		body, err := io.ReadAll(r.Body)
		if err != nil || r.StatusCode != http.StatusOK || !strings.Contains(string(body), tt.content) {
			t.Errorf("/%s: %s, %v, without %q", tt.path, r.Status, err, tt.content)
		}
		if kind := r.Header.Get("Content-Type"); tt.kind != "" && kind != tt.kind {
			t.Errorf("/%s: type %q, want %q", tt.path, kind, tt.kind)
		}
		if r.Header.Get("Content-Security-Policy") != policy {
			t.Errorf("/%s: has no policy", tt.path)
		}
	}
}

// The vendored library is the published file: the notice names its hash.
func TestVendoredFileIsTheNamedOne(t *testing.T) {
	script, err := static.ReadFile("static/chart.umd.min.js")
	if err != nil {
		t.Fatal(err)
	}
	notice, err := static.ReadFile("static/chart.NOTICE.txt")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(script)
	if !strings.Contains(string(notice), hex.EncodeToString(sum[:])) {
		t.Errorf("chart.umd.min.js has SHA-256 %x, which chart.NOTICE.txt does not name", sum)
	}
}

// No file of ours names another host, so that nothing could be loaded from one.
func TestOwnFilesNameNoHost(t *testing.T) {
	for _, name := range []string{"index.html", "page.js", "page.css"} {
		text, err := static.ReadFile("static/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "//cdn") || strings.Contains(string(text), "http") {
			t.Errorf("%s names an address", name)
		}
	}
}

// events reads lines of the stream until it ends or n of them have come.
func events(t *testing.T, s *Server) func() string {
	t.Helper()
	lines := bufio.NewScanner(get(t, s.URL()+"events").Body)
	return func() string {
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return data
			}
		}
		return "end"
	}
}

func TestEventsFollowThePublishedSnapshots(t *testing.T) {
	s := start(t)
	next := events(t, s)
	size := int64(7)
	steps := []struct {
		publish Snapshot
		want    string
	}{
		{Snapshot{State: Running, Records: 3, Rows: []Row{{"北京市", 2, &size, nil}}},
			`{"state":"running","records":3,"bad_records":0,"bad_fields":0,"behind":0,"records_per_second":0,` +
				`"seconds":0,"rows":[{"province":"北京市","count":2,"bytes":7,"speed":null}]}`},
		{Snapshot{State: Draining, Records: 4},
			`{"state":"draining","records":4,"bad_records":0,"bad_fields":0,"behind":0,"records_per_second":0,` +
				`"seconds":0,"rows":[]}`},
	}
	if got := next(); !strings.HasPrefix(got, `{"state":"starting"`) {
		t.Errorf("first event: %s", got)
	}
	for _, step := range steps {
		s.Publish(step.publish)
		if got := next(); got != step.want {
			t.Errorf("event %s\n want %s", got, step.want)
		}
	}
}

func TestCloseSendsTheLastSnapshotToAll(t *testing.T) {
	s := start(t)
	slow := events(t, s)
	slow()
	s.Publish(Snapshot{State: Finished, Records: 9})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s.Publish(Snapshot{State: Running}) // comes too late
	got := ""
	for line := slow(); line != "end"; line = slow() {
		got = line
	}
	if !strings.HasPrefix(got, `{"state":"finished","records":9,`) {
		t.Errorf("last event: %s", got)
	}
}

func TestAddressInUse(t *testing.T) {
	s := start(t)
	address := strings.Trim(strings.TrimPrefix(s.URL(), "http://"), "/")
	_, err := Start(address)
	want := "the page cannot be served on " + address
	if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "--listen") {
		t.Errorf("error %v, want %s and what to do", err, want)
	}
}
