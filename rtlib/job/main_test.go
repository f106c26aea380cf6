package job

import (
	"bytes"
	"context"
	"errors"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

func TestExecute(t *testing.T) {
	tests := []struct {
		name string
		set  func(*pipeline)
		args string
		code int
		want string // regular expression; what comes on standard error
	}{
		{"runs", nil, "-q", 0, `^$`},
		{"summary", nil, "", 0, `^30 records in \d+\.\d{3} s \(\d+/s\), 1 commits\n$`},
		{"help", nil, "-h", 0, `-parallelism`},
		{"unknown flag", nil, "--paralelism 3", 2, `not defined: -paralelism`},
		{"argument", nil, "file.sql", 2, `^error: unexpected argument "file.sql"\n$`},
		{"log level", nil, "--log loud", 2, `^error: --log loud: want debug, info, warn or error\n$`},
		{"lanes", nil, "--parallelism 129", 2, `^error: --parallelism 129: want 0 to 128\n$`},
		{"lanes below zero", nil, "--parallelism -1", 2, `want 0 to 128`},
		{"var", nil, "--var noequals", 2, `want K=V`},
		{"time zone", func(p *pipeline) { p.Zone = "Mars/Base" }, "", 2, `^error: time zone "Mars/Base": unknown`},
		{"listen", nil, "--listen 256.0.0.1:1", 5, `^error: --listen 256.0.0.1:1: `},
		{"needs from", func(p *pipeline) { p.NeedsFrom = true }, "", 2,
			`totals would shrink.\nhint: .*--from earliest`},
		{"from", func(p *pipeline) { p.NeedsFrom = true }, "-q --from earliest", 0, `^$`},
		{"check", nil, "--check --log info", 0, `all sources and sinks answer" sources=1 sinks=1`},
		{"check without from", func(p *pipeline) { p.NeedsFrom = true }, "--check", 0, `^$`},
		{"check fails", brokenSource, "--check", 5, `^error: table "numbers": no broker\n$`},
		{"run fails", brokenSource, "", 5, `^error: table "numbers": no broker\n$`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := chain(newPipeline(0, &fakeSource{splits: 3, rows: 10}), Hash)
			if tt.set != nil {
				tt.set(p)
			}
			args := strings.Fields("--log error --parallelism 1 " + tt.args)
			if tt.name != "listen" {
				args = append([]string{"--listen", ""}, args...)
			}
			var stderr bytes.Buffer
			if code := Execute(&p.Spec, args, &stderr); code != tt.code {
				t.Errorf("exit code %d, want %d", code, tt.code)
			}
			if !regexp.MustCompile(tt.want).Match(stderr.Bytes()) {
				t.Errorf("standard error:\n%s\nwant %s", &stderr, tt.want)
			}
		})
	}
}

func brokenSource(p *pipeline) {
	p.Sources[0].Open = func(*Env) (stream.Source, error) { return nil, errors.New("no broker") }
}

// TestSIGTERM: the first signal drains; a second one stops a job whose sink keeps it from being
// drained.
func TestSIGTERM(t *testing.T) {
	for _, stuck := range []bool{false, true} {
		src := &fakeSource{splits: 2, rows: 100, endless: true}
		p := chain(newPipeline(time.Hour, src), Hash)
		taken := make(chan struct{}, 200)
		p.each["write"] = func(row) error { taken <- struct{}{}; return nil }
		committing := make(chan struct{})
		if stuck {
			p.store.commit = func(ctx context.Context) error { close(committing); <-ctx.Done(); return ctx.Err() }
		}
		code := make(chan int)
		var stderr bytes.Buffer
		go func() {
			code <- Execute(&p.Spec, []string{"--listen", "", "--log", "error", "--parallelism", "2"}, &stderr)
		}()
		for range cap(taken) {
			<-taken
		}
		began := time.Now()
		kill(t)
		want := 0
		if stuck {
			<-committing
			kill(t)
			want = 5
		}
		if got := <-code; got != want {
			t.Errorf("stuck %v: exit code %d, want %d\n%s", stuck, got, want, &stderr)
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("stuck %v: the end took %v", stuck, took)
		}
		if !stuck {
			wantRows(t, p, all(2, 100))
		} else if !strings.Contains(stderr.String(), "second signal") {
			t.Errorf("standard error:\n%s", &stderr)
		}
	}
}

func kill(t *testing.T) {
	t.Helper()
	if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
}

func TestSecret(t *testing.T) {
	t.Setenv("JOB_TEST_SECRET", "from env")
	file := t.TempDir() + "/secret"
	if err := os.WriteFile(file, []byte("from file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		secret    Secret
		want, err string
	}{
		{Secret{Literal: "as it is"}, "as it is", ""},
		{Secret{Env: "JOB_TEST_SECRET"}, "from env", ""},
		{Secret{File: file}, "from file", ""},
		{Secret{Env: "JOB_TEST_NONE"}, "", "option 'password': environment variable JOB_TEST_NONE is not set"},
		{Secret{File: "/nowhere/x"}, "", "option 'password': open /nowhere/x: no such file or directory"},
	}
	for _, tt := range tests {
		got, err := tt.secret.Resolve("password")
		if got != tt.want || (err == nil) != (tt.err == "") || err != nil && err.Error() != tt.err {
			t.Errorf("%+v: %q, %v", tt.secret, got, err)
		}
	}
}
