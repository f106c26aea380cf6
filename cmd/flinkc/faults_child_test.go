package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// child is a program that runs beside the test.
type child struct {
	t        *testing.T
	cmd      *exec.Cmd
	out, log transcript
	started  time.Time
	done     chan struct{}
	took     time.Duration // valid after done
}

// transcript is text that one goroutine writes while others read it.
type transcript struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write implements io.Writer.
func (w *transcript) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.Write(p)
}

// String is what was written so far.
func (w *transcript) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

// start runs a program; it is killed at the latest when the test ends.
func start(t *testing.T, cmd *exec.Cmd) *child {
	t.Helper()
	c := &child{t: t, cmd: cmd, done: make(chan struct{}), started: time.Now()}
	cmd.Stdout, cmd.Stderr = &c.out, &c.log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = cmd.Wait() // the exit code tells
		c.took = time.Since(c.started)
		close(c.done)
	}()
	t.Cleanup(c.kill)
	return c
}

func (c *child) kill() {
	_ = c.cmd.Process.Kill()
	<-c.done
}

// wantExit waits for the end and checks the exit code.
func (c *child) wantExit(limit time.Duration, code int) {
	c.t.Helper()
	select {
	case <-c.done:
	case <-time.After(limit):
		c.t.Fatalf("still running after %v:\n%s", limit, c.log.String())
	}
	if got := c.cmd.ProcessState.ExitCode(); got != code {
		c.t.Fatalf("exit code %d, want %d:\n%s", got, code, c.log.String())
	}
}

// terminate sends SIGTERM and wants the exit code within the limit.
func (c *child) terminate(limit time.Duration, code int) {
	c.t.Helper()
	if err := c.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		c.t.Fatal(err)
	}
	c.wantExit(limit, code)
}

// wantLog checks that the program has said every part, and nothing that must stay secret.
func (c *child) wantLog(parts ...string) {
	c.t.Helper()
	log := c.log.String()
	for _, p := range parts {
		if !strings.Contains(log, p) {
			c.t.Errorf("the program did not say %q but:\n%s", p, log)
		}
	}
	for _, secret := range []string{faultPassword, wrongPassword} {
		if strings.Contains(log+c.out.String(), secret) {
			c.t.Errorf("the program has printed the password %q:\n%s", secret, log)
		}
	}
}

var listening = regexp.MustCompile(`msg=listening url=(\S+)`)

// ask returns the status and the text of one of the program's pages; 0 while it does not answer.
func (c *child) ask(path string) (status int, text string) {
	url := listening.FindStringSubmatch(c.log.String())
	if url == nil {
		return 0, ""
	}
	client := http.Client{Timeout: 2 * time.Second}
	r, err := client.Get(url[1] + path)
	if err != nil {
		return 0, err.Error()
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return 0, err.Error()
	}
	return r.StatusCode, string(body)
}

// ready waits until /readyz answers the status, and returns its text.
func (c *child) ready(limit time.Duration, status int) (text string) {
	c.t.Helper()
	defer func() {
		if c.t.Failed() {
			c.t.Logf("the program has said:\n%s", c.log.String())
		}
	}()
	eventually(c.t, limit, "the answer of /readyz", func() bool {
		got, body := c.ask("/readyz")
		text = body
		return got == status
	})
	return text
}

// totals is a program's summary.
type totals struct {
	Records    int64 `json:"records"`
	BadRecords int64 `json:"bad_records"`
	Skipped    int64 `json:"skipped"`
}

// summary is what the program printed with --json.
func (c *child) summary() (s totals) {
	c.t.Helper()
	if err := json.Unmarshal([]byte(c.out.String()), &s); err != nil {
		c.t.Fatalf("summary %q: %v", c.out.String(), err)
	}
	return s
}

// eventually waits until a condition holds.
func eventually(t *testing.T, limit time.Duration, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(limit); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited %v in vain: %s", limit, what)
		}
	}
}

// inNamespace runs a shell script as root of a new user and mount namespace.
func inNamespace(t *testing.T, script string, args ...string) *exec.Cmd {
	t.Helper()
	if _, err := exec.LookPath("unshare"); err != nil {
		t.Fatalf("a small disk is mounted by unshare, of util-linux: %v", err)
	}
	return exec.Command("unshare", append([]string{"-rm", "sh", "-euc", script, "sh"}, args...)...)
}
