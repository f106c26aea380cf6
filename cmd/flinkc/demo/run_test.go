package demo

import (
	"context"
	"errors"
	"fmt"
	"math"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// jobVariable makes this test binary behave as the example's job, in one of several ways.
const jobVariable = "FLINKC_DEMO_TEST_JOB"

func TestMain(m *testing.M) {
	if way := os.Getenv(jobVariable); way != "" {
		os.Exit(behave(way))
	}
	os.Exit(m.Run())
}

// behave is a job that fails.
func behave(way string) int {
	if way == "no topic" {
		fmt.Fprintln(os.Stderr, "error: there is no topic")
		return 5
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 4
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/readyz", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("/metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "# TYPE flinkc_records_total counter\nflinkc_records_total %d\n", 1<<40)
	})
	go func() { _ = http.Serve(l, mux) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	fmt.Fprintf(os.Stderr, "time=0 level=INFO msg=listening url=http://%s\n", l.Addr())
	if way == "crash" {
		time.Sleep(100 * time.Millisecond)
		fmt.Fprintln(os.Stderr, "panic: crashed")
		return 2
	}
	<-signals
	fmt.Println(way) // as summary
	return 0
}

// config is a demo with a job that behaves in a way, and with its temporary folders in dir.
func config(t *testing.T, way, dir string) Config {
	t.Setenv(jobVariable, way)
	t.Setenv("TMPDIR", dir)
	return Config{
		Example: os.DirFS("../../../examples/cdn"), Listen: "127.0.0.1:0", Progress: t.Output(),
		For: 200 * time.Millisecond, Rate: 1000, Seed: 1,
		Build: func(_ context.Context, _, program string) error {
			return os.Symlink(os.Args[0], program)
		},
	}
}

func TestRunThatFails(t *testing.T) {
	tests := []struct {
		way  string
		kind Kind
		want []string
	}{
		{"no topic", Pipeline, []string{"the job has failed: exit status 5", "there is no topic"}},
		{"crash", Pipeline, []string{"the job has failed: exit status 2", "panic: crashed"}},
		{"no JSON", Bug, []string{`the job's summary "no JSON`}},
		{`{"records":7,"bad_records":1,"bad_fields":2}`, Bug, []string{
			"the job reports 7 records, 1 dropped and 2 fields made NULL, but the generator has made "}},
	}
	for _, tt := range tests {
		t.Run(tt.way, func(t *testing.T) {
			dir := t.TempDir()
			_, err := Run(context.Background(), config(t, tt.way, dir))
			wantError(t, err, tt.kind, tt.want[0])
			for _, part := range tt.want {
				if err != nil && !strings.Contains(err.Error(), part) {
					t.Errorf("error %v, want %q", err, part)
				}
			}
			wantEmpty(t, dir)
		})
	}
}

// wantEmpty fails when the demo has left something behind.
func wantEmpty(t *testing.T, dir string) {
	t.Helper()
	left, err := filepath.Glob(dir + "/*")
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

func TestErrorOfTheBuildIsReturned(t *testing.T) {
	dir := t.TempDir()
	c := config(t, "", dir)
	broken := errors.New("does not compile")
	c.Build = func(context.Context, string, string) error { return broken }
	if _, err := Run(context.Background(), c); !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	wantEmpty(t, dir)
}

func TestInterruptBeforeTheFirstLine(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	c := config(t, "", dir)
	c.Build = func(ctx context.Context, _, _ string) error {
		cancel()
		return ctx.Err()
	}
	if _, err := Run(ctx, c); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	wantEmpty(t, dir)
}

func TestConfigThatMakesNoSense(t *testing.T) {
	nan := math.NaN()
	tests := []struct {
		config Config
		want   string
	}{
		{Config{For: -1}, "--for -1ns: want a positive time, such as 10s"},
		{Config{Rate: -1}, "--rate -1: want a number of lines a second, or 0"},
		{Config{Rate: nan}, "--rate NaN: want a number of lines a second, or 0"},
		{Config{Rate: 1e300}, "--rate 1e+300: want a number of lines a second, or 0"},
		{Config{Broken: 1.5}, "--broken 1.5: want a number from 0 to 1"},
		{Config{Broken: nan}, "--broken NaN: want a number from 0 to 1"},
	}
	for _, tt := range tests {
		_, err := Run(context.Background(), tt.config)
		wantError(t, err, Input, tt.want)
	}
	_, err := Run(context.Background(), Config{Listen: "127.0.0.1:99999"})
	wantError(t, err, Environment, "live page: the page cannot be served on 127.0.0.1:99999")
}

// The journal finds the address however the text is cut, and keeps the last lines.
func TestJournal(t *testing.T) {
	text := "time=1 level=INFO msg=listening url=http://127.0.0.1:77\n" +
		strings.Repeat("noise\n", 3*journalLines) + "error: the last"
	for cut := range len(text) {
		var j journal
		for _, part := range []string{text[:cut], text[cut:]} {
			if n, err := j.Write([]byte(part)); n != len(part) || err != nil {
				t.Fatal(n, err)
			}
		}
		if j.url() != "http://127.0.0.1:77" || !strings.HasSuffix(j.String(), "noise\nerror: the last") ||
			strings.Count(j.String(), "\n") != journalLines {
			t.Fatalf("cut at %d: url %q, text %q", cut, j.url(), j.String())
		}
	}
}
