package main

// An engine behind a Python program of bench/peers, which answers commands. peers/session.py has
// the protocol.

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/flinkc/flinkc/bench/lab"
)

// sessionLimit bounds a session, which may hang.
const sessionLimit = peerTime + 5*time.Minute

// session is a running program.
type session struct {
	lab       *lab.Lab
	cmd       *exec.Cmd
	stop      context.CancelFunc
	expired   func() bool // it was ended because of its time
	commands  io.WriteCloser
	answers   io.Reader
	complaint *bytes.Buffer
}

// startSession starts a program of bench/peers on one core.
func startSession(l *lab.Lab, python string, args ...string) (*session, error) {
	s := &session{lab: l, complaint: &bytes.Buffer{}}
	var ctx context.Context
	ctx, s.stop = context.WithTimeout(context.Background(), sessionLimit)
	s.expired = func() bool { return errors.Is(ctx.Err(), context.DeadlineExceeded) }
	name, args := onOneCore(python, args)
	s.cmd = exec.CommandContext(ctx, name, args...)
	s.cmd.Dir, s.cmd.Stderr = filepath.Join(l.Root, "bench", "peers"), s.complaint
	s.cmd.WaitDelay = time.Second // processes of its own may hold the pipes
	var err error
	if s.commands, err = s.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if s.answers, err = s.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	return s, s.cmd.Start()
}

// ask sends a command about a file and reads the answer and what came before it.
func (s *session) ask(verb string, records int) (table, []byte, error) {
	path, err := peerFile(s.lab, records)
	if err != nil {
		return nil, nil, err
	}
	if _, err := fmt.Fprintln(s.commands, verb, path); err != nil {
		return nil, nil, errJob(s.cmd.String(), err, s.complaint.String())
	}
	t, answer, err := readChanges(s.answers)
	if err != nil {
		err = cmp.Or(s.end(), err) // the complaint is whole when it has ended
		return nil, nil, errJob(s.cmd.String(), err, s.complaint.String())
	}
	return t, answer, nil
}

func (s *session) time(records int) (usage, error) {
	_, answer, err := s.ask("time", records)
	if err != nil {
		return usage{}, err
	}
	var seconds struct{ Wall, CPU float64 }
	err = json.Unmarshal(answer, &seconds)
	cpu := time.Duration(seconds.CPU * 1e9)
	return usage{wall: time.Duration(seconds.Wall * 1e9), cpu: cpu, live: cpu}, err
}

func (s *session) show(records int) (table, error) {
	t, _, err := s.ask("show", records)
	return t, err
}

func (s *session) close() { _ = s.end() } // how it ends after its last answer matters to nobody

// end lets the program end, and says how it did when that was not by itself.
func (s *session) end() error {
	defer s.stop()
	_ = s.commands.Close()
	err := s.cmd.Wait()
	if err != nil && s.expired() {
		return errExpired(err)
	}
	return err
}

// venv is a Python environment in .cache with packages from PyPI, made when it is missing; the
// module is what they must be able to import. It returns the path of its Python.
func venv(l *lab.Lab, name, module string, packages ...string) (string, error) {
	dir := filepath.Join(l.Root, ".cache", "peers", name)
	python := filepath.Join(dir, "bin", "python")
	if _, err := l.Run(l.Root, nil, python, "-c", "import "+module); err == nil {
		return python, nil
	}
	fmt.Fprintf(os.Stderr, "installing %v into %s\n", packages, dir)
	if _, err := l.Run(l.Root, nil, "python3", "-m", "venv", dir); err != nil {
		return "", err
	}
	// Flink 1.20's dependencies want a setuptools that still has pkg_resources.
	_, err := l.Run(l.Root, nil, python, append([]string{"-m", "pip", "install", "-q",
		"setuptools<80", "wheel"}, packages...)...)
	return python, err
}

// onOneCore pins a command where the system can.
func onOneCore(name string, args []string) (string, []string) {
	if taskset, err := exec.LookPath("taskset"); err == nil {
		return taskset, append([]string{"-c", "0", name}, args...)
	}
	return name, args
}
