package main

// What runs in processes of its own, so that its processor time is not counted on a client: this
// program starts itself again with roleVariable set.

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/segmentio/kafka-go"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/rivals"
	"github.com/flinkc/flinkc/examples/cdn/udf"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const (
	roleVariable   = "BENCH_ROLE"
	brokerVariable = "BENCH_BROKER"
	topic          = "access_log"
	brokerRecords  = 1 << 21
)

var roles = map[string]func() error{"broker": serveBroker, "reader": readCarefully}

// role is this program in another role.
func role(name string, env ...string) (*exec.Cmd, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self)
	cmd.Env = append(append(os.Environ(), roleVariable+"="+name), env...)
	cmd.Stderr = os.Stderr
	return cmd, nil
}

// startBroker starts a broker that holds brokerRecords lines in one partition, and returns its
// address. stop ends it.
func startBroker() (address string, stop func(), err error) {
	cmd, err := role("broker")
	if err != nil {
		return "", nil, err
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return "", nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	stop = func() { _ = in.Close(); _ = cmd.Wait() }
	if err != nil {
		stop()
		return "", nil, errRole("broker", err)
	}
	return strings.TrimSpace(line), stop, nil
}

// serveBroker fills a broker, prints its address and serves until standard input ends.
func serveBroker() error {
	c, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(1, topic))
	if err != nil {
		return err
	}
	defer c.Close()
	address := c.ListenAddrs()[0]
	if err := fill(address, brokerRecords); err != nil {
		return err
	}
	fmt.Println(address)
	_, _ = io.Copy(io.Discard, os.Stdin)
	return nil
}

// fill produces n lines.
func fill(address string, n int) error {
	cl, err := kgo.NewClient(kgo.SeedBrokers(address), kgo.DefaultProduceTopic(topic),
		kgo.ProducerLinger(5*time.Millisecond),
		kgo.ProducerBatchCompression(kgo.NoCompression()), kgo.ProducerBatchMaxBytes(1<<20-1024),
		kgo.MaxBufferedRecords(1<<20))
	if err != nil {
		return err
	}
	defer cl.Close()
	lines := input.CSV(1 << 18)
	for i := range n {
		cl.Produce(context.Background(), &kgo.Record{Value: lines[i%len(lines)]}, nil)
	}
	return cl.Flush(context.Background())
}

// readCarefully is the rival of P4: kafka-go's Reader and the careful flagship. It prints how many
// records it has read.
func readCarefully() error {
	r := kafka.NewReader(kafka.ReaderConfig{Brokers: []string{os.Getenv(brokerVariable)},
		Topic:    topic,
		MinBytes: 1, MaxBytes: 4 << 20, QueueCapacity: 4096})
	defer func() { _ = r.Close() }()
	careful := rivals.NewCareful()
	call := func(ip string) string { return udf.IPToProvince(&ip) }
	one := make([]stream.Span, 1)
	n := 0
	for ; n < brokerRecords; n++ {
		m, err := r.ReadMessage(context.Background())
		if err != nil {
			return err
		}
		one[0].End = uint32(len(m.Value))
		careful.Flagship(m.Value, one, call)
	}
	fmt.Println(strconv.Itoa(n))
	return nil
}
