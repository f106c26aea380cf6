package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
)

// generated are the lines that a generator gives for the settings.
func generated(s settings) (lines []string) {
	g := loggen.New(s.lines)
	for range s.count {
		lines = append(lines, string(g.Next(nil)))
	}
	return lines
}

func TestFileWithLengths(t *testing.T) {
	s := settings{count: 3000, file: filepath.Join(t.TempDir(), "log"), frame: frameLength}
	s.lines = loggen.Config{Seed: 5, BrokenShare: 0.5}
	if err := run(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for len(content) > 0 {
		n := 4 + binary.BigEndian.Uint32(content)
		got, content = append(got, string(content[4:n])), content[n:]
	}
	checkLines(t, got, generated(s))
}

func TestFileWithLineEnds(t *testing.T) {
	s := settings{count: 3000, file: filepath.Join(t.TempDir(), "log"), frame: frameNewline}
	s.lines = loggen.Config{Seed: 5, BrokenShare: 0.5}
	if err := run(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.SplitAfter(string(content), "\n")
	s.lines.Files = true
	want := generated(s)
	for i := range want {
		want[i] += "\n"
	}
	checkLines(t, got[:len(got)-1], want)
}

func TestTopicAndFile(t *testing.T) {
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1))
	if err != nil {
		t.Fatal(err)
	}
	defer cluster.Close()
	s := settings{count: 2000, kafka: cluster.ListenAddrs()[0], topic: "log", partitions: 2}
	s.file, s.frame = filepath.Join(t.TempDir(), "log"), frameLength
	s.lines = loggen.Config{Seed: 5, BrokenShare: 0.5}
	for range 2 { // the second time the topic is there
		if err := run(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	got, perPartition := consume(t, s.kafka, s.topic, 4000)
	want := append(generated(s), generated(s)...)
	sort.Strings(got)
	sort.Strings(want)
	checkLines(t, got, want)
	if perPartition[0] == 0 || perPartition[1] == 0 || len(perPartition) != 2 {
		t.Errorf("records per partition: %v, want some in 0 and 1", perPartition)
	}
}

// consume reads n records of a topic.
func consume(t *testing.T, broker, topic string, n int) ([]string, map[int32]int) {
	t.Helper()
	client, err := kgo.NewClient(kgo.SeedBrokers(broker), kgo.ConsumeTopics(topic))
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	var values []string
	perPartition := map[int32]int{}
	for len(values) < n {
		fetches := client.PollFetches(ctx)
		if err := fetches.Err(); err != nil {
			t.Fatalf("after %d of %d records: %v", len(values), n, err)
		}
		fetches.EachRecord(func(r *kgo.Record) {
			if r.Value == nil || r.Key != nil {
				t.Errorf("value %q, key %q: want a value that is not NULL and no key", r.Value, r.Key)
			}
			values = append(values, string(r.Value))
			perPartition[r.Partition]++
		})
	}
	return values, perPartition
}

func checkLines(t *testing.T, got, want []string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("line %d: got %q, want %q", i, got[i], want[i])
		}
	}
}

func TestRefuses(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing", "log")
	for _, c := range []struct {
		s    settings
		want string
	}{
		{settings{}, "want -o FILE or -kafka HOST:PORT"},
		{settings{file: "x", frame: "lines"}, "-frame lines: want length or newline"},
		{settings{file: missing, frame: frameLength}, "no such file"},
	} {
		if err := run(t.Context(), c.s); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v, want an error with %q", c.s, err, c.want)
		}
	}
}

// TestWriteFailure fills a device without space.
func TestWriteFailure(t *testing.T) {
	s := settings{count: 100_000, file: "/dev/full", frame: frameLength}
	if err := run(t.Context(), s); err == nil {
		t.Error("no error from a full device")
	}
}

func TestRate(t *testing.T) {
	var out memory
	started := time.Now()
	s := settings{count: 50, rate: 500}
	if err := generate(t.Context(), loggen.New(s.lines), s, []output{&out}); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(started); took < 90*time.Millisecond {
		t.Errorf("50 lines at 500 a second took %v, want about 100ms", took)
	}
	if n := bytes.Count(out.Bytes(), []byte("\n")); n != 50 {
		t.Errorf("%d lines, want 50", n)
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out memory
	s := settings{count: 50}
	err := generate(ctx, loggen.New(s.lines), s, []output{&out})
	if err != nil || out.Len() > 0 {
		t.Errorf("got %v and %d bytes, want nothing", err, out.Len())
	}
}

// memory is an output with a line end behind each line.
type memory struct{ bytes.Buffer }

func (m *memory) write(line []byte) error {
	_, err := fmt.Fprintf(m, "%s\n", line)
	return err
}

func (m *memory) close() error { return nil }
