package main

import (
	"maps"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/bench/lab"
)

// python starts a program of the test's own against session.py.
func python(t *testing.T, program string) *session {
	t.Helper()
	path, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	s, err := startSession(&lab.Lab{Root: "..", Cache: t.TempDir()}, path, "-c", program)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.close)
	return s
}

// TestSession: the processor time is that of processes below the session's as well, of those that
// have ended and of those whose parent has.
func TestSession(t *testing.T) {
	s := python(t, `
import os, subprocess, sys, session
burn = "import time\nwhile time.process_time() < 0.2: pass\nprint()"
def run(file):
    subprocess.run([sys.executable, "-c", burn], stdout=subprocess.DEVNULL)
    r, w = os.pipe()  # the shell ends at once, its child later
    subprocess.run(["sh", "-c", '"$@" &', "", sys.executable, "-c", burn], stdout=w)
    os.read(r, 1)
session.adopt_orphans()
session.serve(run, lambda file: print(f"+I[a, {open(file).read().count(chr(10))}]"))`)
	u, err := s.time(7)
	if err != nil {
		t.Fatal(err)
	}
	if u.cpu < 380*time.Millisecond || u.cpu > 2*time.Second || u.wall <= 0 || u.live != u.cpu {
		t.Errorf("%+v, want 0.4 s and a little of processor time", u)
	}
	got, err := s.show(7)
	if want := (table{"a": "7"}); err != nil || !maps.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

func TestSessionFails(t *testing.T) {
	s := python(t, "import session\nsession.serve(lambda file: 1 / 0, print)")
	if _, err := s.time(1); err == nil || !strings.Contains(err.Error(), "ZeroDivisionError") {
		t.Errorf("got %v, want what Python said", err)
	}
	if _, err := s.show(1); err == nil {
		t.Error("a session that has ended answers")
	}
}
