// Command cmd writes generated access logs to a file, a topic of Kafka, or the same lines to both:
//
//	go run ./cmd/flinkc/demo/loggen/cmd -n 1000000 -seed 1 -o log.bin
//	go run ./cmd/flinkc/demo/loggen/cmd -kafka localhost:9092 -topic access_log -partitions 2
//
// The last line on standard output is what a job must report for the lines, as JSON.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
)

// settings are the flags.
type settings struct {
	lines      loggen.Config
	count      int64
	rate       int64
	file       string
	frame      string
	kafka      string
	topic      string
	partitions int
}

func main() {
	var s settings
	flag.Int64Var(&s.count, "n", 100_000, "number of lines")
	flag.Int64Var(&s.rate, "rate", 0, "lines a second; 0: as fast as it goes")
	flag.Uint64Var(&s.lines.Seed, "seed", 1, "the same seed gives the same lines")
	flag.Float64Var(&s.lines.BrokenShare, "broken", 0.01, "part of lines that are odd or broken")
	flag.Float64Var(&s.lines.ForeignShare, "foreign", 0.05, "part of addresses in no province")
	flag.StringVar(&s.file, "o", "", "file to write")
	flag.StringVar(&s.frame, "frame", frameLength, "of the file: length (4 bytes, big-endian, "+
		"before each line) or newline (behind each line; without lines that a file cannot hold)")
	flag.StringVar(&s.kafka, "kafka", "", "broker to produce to, as host:port")
	flag.StringVar(&s.topic, "topic", "access_log", "topic; it is created if it does not exist")
	flag.IntVar(&s.partitions, "partitions", 1, "of a topic that is created")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, s); err != nil {
		fmt.Fprintln(os.Stderr, "loggen:", err)
		os.Exit(1)
	}
}

// run generates the lines, and prints their counts once all outputs have them.
func run(ctx context.Context, s settings) error {
	outs, err := open(ctx, &s)
	if err != nil {
		return err
	}
	g := loggen.New(s.lines)
	err = generate(ctx, g, s, outs)
	for _, o := range outs {
		if cerr := o.close(); err == nil {
			err = cerr
		}
	}
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(g.Counts())
}

// output takes lines; they may be lost until close has returned without an error. Both outputs
// batch on their own.
type output interface {
	write(line []byte) error
	close() error
}

// open opens the outputs that the flags name.
func open(ctx context.Context, s *settings) (outs []output, err error) {
	if s.file == "" && s.kafka == "" {
		return nil, errNoOutput
	}
	if s.kafka != "" {
		// The topic first: it is what fails, and no empty file should stay behind.
		k, err := openTopic(ctx, *s)
		if err != nil {
			return nil, err
		}
		outs = append(outs, k)
	}
	if s.file != "" {
		f, err := createFile(s.file, s.frame)
		if err != nil {
			return nil, err
		}
		outs = append(outs, f)
		// A line end inside a line would be two lines of such a file; the generator leaves those
		// out, for all outputs, so that they get the same lines.
		s.lines.Files = s.frame == frameNewline
	}
	return outs, nil
}

// generate writes the lines to all outputs, at the rate that is set.
func generate(ctx context.Context, g *loggen.Generator, s settings, outs []output) error {
	var line []byte
	started := time.Now()
	for i := range s.count {
		if s.rate > 0 {
			// Counted from the start and not from the line before, so that late lines are caught up
			// with.
			due := started.Add(time.Duration(float64(i) / float64(s.rate) * float64(time.Second)))
			if wait := time.Until(due); wait > time.Millisecond {
				time.Sleep(wait)
			}
		}
		if ctx.Err() != nil {
			return nil // the lines so far are whole
		}
		line = g.Next(line[:0])
		for _, o := range outs {
			if err := o.write(line); err != nil {
				return err
			}
		}
	}
	return nil
}
