package demo

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"
)

// counts are the job's, or the generator's.
type counts struct{ records, badRecords, badFields int64 }

// job is the example's program, running as a child.
type job struct {
	command *exec.Cmd
	out     bytes.Buffer // standard output: the summary
	journal journal      // standard error
	client  http.Client

	done   chan struct{} // closed when it has ended
	result error         // of the process; read after done
}

// Times of the child.
const (
	readyWait = 30 * time.Second
	endWait   = 30 * time.Second
	httpWait  = 2 * time.Second
)

// startJob runs a program with further variables of the environment.
func startJob(program string, args, environment []string) (*job, error) {
	j := &job{command: exec.Command(program, args...), done: make(chan struct{})}
	j.client.Timeout = httpWait
	j.command.Env = append(os.Environ(), environment...)
	j.command.Stdout, j.command.Stderr = &j.out, &j.journal
	ownGroup(j.command)
	if err := j.command.Start(); err != nil {
		return nil, errEnvironment("cdn.sql's program", err)
	}
	go func() {
		j.result = j.command.Wait()
		close(j.done)
	}()
	return j, nil
}

// waitReady waits until the job is connected to its source and its sink.
func (j *job) waitReady(ctx context.Context) error {
	limit, cancel := context.WithTimeout(ctx, readyWait)
	defer cancel()
	for j.ready() != nil {
		select {
		case <-j.done:
			return j.failure()
		case <-time.After(pause):
		case <-limit.Done():
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			return errNotReady(j.why(), j.journal.String())
		}
	}
	return nil
}

func (j *job) ready() error {
	_, err := j.get("/readyz")
	return err
}

// why asks the job what it waits for.
func (j *job) why() string {
	text, err := j.get("/why")
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(text)
}

// counts reads the job's counters.
func (j *job) counts() (c counts, err error) {
	text, err := j.get("/metrics")
	if err != nil {
		return c, err
	}
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		for name, n := range map[string]*int64{"flinkc_records_total": &c.records,
			"flinkc_bad_records_total": &c.badRecords, "flinkc_bad_fields_total": &c.badFields} {
			if value, ok := strings.CutPrefix(lines.Text(), name+" "); ok {
				if _, err := fmt.Sscan(value, n); err != nil {
					return c, errMetric(lines.Text())
				}
			}
		}
	}
	return c, lines.Err()
}

// get asks the job's own server.
func (j *job) get(path string) (string, error) {
	url := j.journal.url()
	if url == "" {
		return "", errNoServer
	}
	answer, err := j.client.Get(url + path)
	if err != nil {
		return "", err
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode != http.StatusOK {
		return "", errStatus(path, answer.Status)
	}
	return string(text), err
}

// end lets the job write its last rows and returns the counts of its summary.
func (j *job) end() (counts, error) {
	_ = j.command.Process.Signal(syscall.SIGTERM) // fails when it has ended, which done tells
	select {
	case <-j.done:
	case <-time.After(endWait):
		j.kill()
		return counts{}, errNoEnd(j.journal.String())
	}
	if j.result != nil {
		return counts{}, j.failure()
	}
	var s struct {
		Records    int64 `json:"records"`
		BadRecords int64 `json:"bad_records"`
		BadFields  int64 `json:"bad_fields"`
	}
	if err := json.Unmarshal(j.out.Bytes(), &s); err != nil {
		return counts{}, errSummary(j.out.String(), err)
	}
	return counts{s.Records, s.BadRecords, s.BadFields}, nil
}

// failure says how a job has ended that should not have.
func (j *job) failure() error { return errJob(j.result, j.journal.String()) }

// kill ends the job if it still runs.
func (j *job) kill() {
	_ = j.command.Process.Kill()
	<-j.done
}

// journal is what the job writes to standard error: it keeps the last lines, and the address of the
// job's server from one of the first.
type journal struct {
	mu      sync.Mutex
	part    []byte // of a line
	lines   []string
	address string
}

// journalLines is how many lines are kept.
const journalLines = 20

// Write implements io.Writer.
func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.part = append(j.part, p...)
	for {
		line, rest, ok := bytes.Cut(j.part, []byte{'\n'})
		if !ok {
			return len(p), nil
		}
		j.add(string(line))
		j.part = append([]byte{}, rest...)
	}
}

func (j *journal) add(line string) {
	if _, url, ok := strings.Cut(line, " msg=listening url="); ok && j.address == "" {
		j.address = url
	}
	j.lines = append(j.lines, line)
	if len(j.lines) > journalLines {
		j.lines = j.lines[1:]
	}
}

// url is the address of the job's server; "" when it has not told it yet.
func (j *journal) url() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.address
}

// String is the last lines.
func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return strings.Join(append(j.lines, string(j.part)), "\n")
}
