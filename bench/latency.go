package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"sync"
	"time"

	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
)

const (
	latencyRecords = 300
	// latencyStep is between two records: no divisor of the flush interval, so that they fall on all
	// of it.
	latencyStep   = 37 * time.Millisecond
	flushInterval = time.Second
)

// latency measures from the moment a record is given to the broker to the moment the statement with
// it leaves the job. Each record has a group of its own, so that its statement can be known.
func latency(l *lab.Lab) ([]Result, error) {
	c, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.SeedTopics(1, topic))
	if err != nil {
		return nil, err
	}
	defer c.Close()
	db, err := standin.Start(standin.Config{User: "root", Database: "Flink"})
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }()
	if err := db.CreateTable(statisticTable()); err != nil {
		return nil, err
	}
	wire, err := newTap(db.Addr())
	if err != nil {
		return nil, err
	}
	defer wire.close()
	stop, err := startLatencyJob(l, c.ListenAddrs()[0], wire.address())
	if err != nil {
		return nil, err
	}
	defer stop()
	took, err := wire.latencies(c.ListenAddrs()[0])
	if err != nil {
		return nil, err
	}
	return []Result{
		{ID: "P18", Name: "latency, record in to upsert issued, median",
			Value: measure.Median(took), Unit: " ms",
			Goal: ms(flushInterval)/2 + 5, Rule: atMost, Text: "flush interval 1 s"},
		{ID: "P18", Name: "latency, 99 of 100", Value: measure.Quantile(took, 0.99), Unit: " ms",
			Rule: printed},
	}, nil
}

// statisticTable is the table that the flagship writes.
func statisticTable() standin.Table {
	return standin.Table{Name: "access_statistic", Key: []string{"province"},
		Columns: []standin.Column{
			{Name: "province", Type: "varchar(64)"}, {Name: "access_count", Type: "bigint"},
			{Name: "total_download", Type: "bigint"}, {Name: "download_speed", Type: "double"}}}
}

// startLatencyJob runs the flagship, grouped by address, against the servers and waits until it is
// ready.
func startLatencyJob(l *lab.Lab, broker, database string) (stop func(), err error) {
	script, err := l.Script("latency", modern, usualBroker, broker, "localhost:3306", database,
		"ip_to_province(client_ip) AS province", "client_ip AS province",
		"env('CDN_MYSQL_USER')", "'root'", "env('CDN_MYSQL_PASSWORD')", "''")
	if err != nil {
		return nil, err
	}
	program, err := l.Job(script)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(program, "--from", "earliest", "-q")
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	time.Sleep(500 * time.Millisecond)
	return func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }, nil
}

// tap passes connections on to the database and looks for statements on their way.
type tap struct {
	listener net.Listener
	target   string
	mu       sync.Mutex
	sent     map[string]time.Time
	took     []float64 // ms
}

func newTap(target string) (*tap, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	t := &tap{listener: ln, target: target, sent: map[string]time.Time{}}
	go t.accept()
	return t, nil
}

func (t *tap) address() string { return t.listener.Addr().String() }
func (t *tap) close()          { _ = t.listener.Close() }

func (t *tap) accept() {
	for {
		in, err := t.listener.Accept()
		if err != nil {
			return
		}
		out, err := net.Dial("tcp", t.target)
		if err != nil {
			_ = in.Close()
			continue
		}
		go func() { _, _ = io.Copy(in, out); _ = in.Close() }()
		go t.pass(in, out)
	}
}

// pass copies from the job to the database and looks at every piece first. A key that is cut by the
// end of a piece is found with the next one.
func (t *tap) pass(in, out net.Conn) {
	defer out.Close()
	var seen []byte
	piece := make([]byte, 1<<16)
	for {
		n, err := in.Read(piece)
		if n > 0 {
			seen = append(seen, piece[:n]...)
			seen = t.look(seen, time.Now())
			_, err = out.Write(piece[:n])
		}
		if err != nil {
			return
		}
	}
}

// look takes the records that are named in b off the list, and returns b's end.
func (t *tap) look(b []byte, now time.Time) []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	for key, at := range t.sent {
		if bytes.Contains(b, []byte("'"+key+"'")) {
			t.took = append(t.took, float64(now.Sub(at).Microseconds())/1e3)
			delete(t.sent, key)
		}
	}
	return b[max(0, len(b)-64):]
}

// latencies sends the records and waits for their statements.
func (t *tap) latencies(broker string) ([]float64, error) {
	cl, err := kgo.NewClient(kgo.SeedBrokers(broker), kgo.DefaultProduceTopic(topic),
		kgo.ProducerLinger(0))
	if err != nil {
		return nil, err
	}
	defer cl.Close()
	for i := range latencyRecords {
		if err := t.send(cl, fmt.Sprintf("key-%06d", i)); err != nil {
			return nil, err
		}
		time.Sleep(latencyStep)
	}
	time.Sleep(2 * flushInterval)
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.sent) > 0 {
		return nil, errMissing("records seen in statements", len(t.took), latencyRecords)
	}
	return t.took, nil
}

func (t *tap) send(cl *kgo.Client, key string) error {
	t.mu.Lock()
	t.sent[key] = time.Now()
	t.mu.Unlock()
	line := "4f2c1c1e-6b0e-4a52-9f3e-0c8f6f1f4a11," + key + ",118,40960,/static/app.js"
	return errors.Join(cl.ProduceSync(context.Background(),
		&kgo.Record{Value: []byte(line)}).FirstErr())
}
