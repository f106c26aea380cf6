package main

import (
	"fmt"
	"time"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

const modern = "examples/cdn/cdn.sql"

// The sink of the flagship's modern script and what is put in its place, where the table that is
// written does not matter.
const (
	modernSink = `'connector' = 'jdbc',
    'url' = 'jdbc:mysql://localhost:3306/Flink',
    'table-name' = 'access_statistic',
    'username' = env('CDN_MYSQL_USER'),
    'password' = env('CDN_MYSQL_PASSWORD'),
    'sink.buffer-flush.interval' = '1s'`
	noSink      = `'connector' = 'blackhole'`
	usualBroker = "localhost:9092"
)

// fromBroker builds the flagship with a broker's address and without a database.
func fromBroker(l *lab.Lab, name, broker string) (string, error) {
	script, err := l.Script(name, modern, usualBroker, broker, modernSink, noSink)
	if err != nil {
		return "", err
	}
	return l.Job(script)
}

// fetching measures the processor time of a client that reads the flagship's topic over loopback,
// and its memory.
func fetching(l *lab.Lab) ([]Result, error) {
	broker, stop, err := startBroker()
	if err != nil {
		return nil, err
	}
	defer stop()
	program, err := fromBroker(l, "fetching", broker)
	if err != nil {
		return nil, err
	}
	var own, reader []float64
	peak := int64(0)
	for range l.Rounds {
		u, err := runJob(program, brokerRecords, "--parallelism", "1", "--from", "earliest",
			"--until-end")
		if err != nil {
			return nil, err
		}
		peak = max(peak, u.peak)
		own = append(own, perRecord(u.cpu))
		cpu, err := readerTime(broker)
		if err != nil {
			return nil, err
		}
		reader = append(reader, perRecord(cpu))
	}
	return []Result{
		{ID: "P4", Name: "flagship from a broker, client CPU against kafka-go's Reader and careful code",
			Value: measure.MedianRatio(own, reader), Unit: "x", Goal: 0.12, Rule: atMost,
			Text: fmt.Sprintf("%s against %s ns a record, start included", number(measure.Median(own)),
				number(measure.Median(reader)))},
		{ID: "P16", Name: "memory at full rate", Value: float64(peak) / (1 << 20), Unit: " MiB",
			Goal: 64, Rule: atMost},
	}, nil
}

func perRecord(d time.Duration) float64 { return float64(d.Nanoseconds()) / brokerRecords }

// readerTime is the processor time of the rival.
func readerTime(broker string) (time.Duration, error) {
	cmd, err := role("reader", brokerVariable+"="+broker)
	if err != nil {
		return 0, err
	}
	if err := cmd.Run(); err != nil {
		return 0, errRole("reader", err)
	}
	return processUsage(cmd, 0).cpu, nil
}
