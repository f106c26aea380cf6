package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kerr"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
)

// What the scripts of faults_scripts_test.go connect with.
const (
	faultUser     = "writer"
	faultPassword = "s3cret-Pa'ss"
	wrongPassword = "guess-9c1"
	faultTopic    = "access_log"
	faultGroup    = "cdn"
)

// world is what the programs under test live in: a broker in this process and a MariaDB, each
// behind a gate, and the programs. A test begins with empty servers.
type world struct {
	kafka, mysql *gate
	db           *sql.DB // the server itself, as root
	maria        *servers.MariaDBServer
	programs     map[string]string // by name of the script

	cluster *kfake.Cluster
	client  *kgo.Client
	lines   *loggen.Generator
	want    map[string]region // by key: what the lines so far add up to
	uuids   map[string]bool
}

// region is a row of the table of totals.
type region struct{ count, size int64 }

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{kafka: newGate(t), mysql: newGate(t), maria: servers.MariaDB(t)}
	db, err := sql.Open("mysql", "root@tcp("+w.maria.Addr()+")/")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	w.db = db
	w.exec(t, "CREATE USER "+faultUser+"@'%' IDENTIFIED BY 's3cret-Pa''ss'",
		"GRANT ALL ON flink.* TO "+faultUser+"@'%'",
		// Commits on the disk of a busy machine are not what is tested here.
		"SET GLOBAL innodb_flush_log_at_trx_commit = 2")
	w.programs = w.build(t)
	return w
}

// build compiles the scripts for the gates' addresses.
func (w *world) build(t *testing.T) map[string]string {
	addresses := map[string]string{"KAFKA": w.kafka.addr(), "MYSQL": w.mysql.addr()}
	programs := map[string]string{}
	for _, name := range []string{"totals", "totals-group", "lines", "strict", "strict-json"} {
		programs[name] = buildScript(t, serverScripts[name], addresses)
	}
	brokers := map[string]string{"nowhere": "kafka.invalid:9092", "refused": "127.0.0.1:1"}
	for name, kafka := range brokers {
		programs[name] = buildScript(t, serverScripts["lines"],
			map[string]string{"KAFKA": kafka, "MYSQL": w.mysql.addr()})
	}
	return programs
}

// reset starts a new broker with the topic, and makes the tables anew.
func (w *world) reset(t *testing.T) {
	t.Helper()
	w.exec(t, "DROP DATABASE IF EXISTS flink", "CREATE DATABASE flink CHARACTER SET utf8mb4",
		"CREATE TABLE flink.totals (region VARCHAR(64) PRIMARY KEY, accesses BIGINT, size BIGINT)",
		"CREATE TABLE flink.line (uuid VARCHAR(36) PRIMARY KEY, size BIGINT)")
	w.mysql.open(w.maria.Addr())
	w.startBroker(t, faultTopic)
	w.lines = loggen.New(loggen.Config{Seed: 7, ForeignShare: 0.1})
	w.want, w.uuids = map[string]region{}, map[string]bool{}
}

func (w *world) startBroker(t *testing.T, topic string) {
	t.Helper()
	var inner net.Listener
	listen := func(network, addr string) (l net.Listener, err error) {
		inner, err = net.Listen(network, addr)
		return announced{inner, w.kafka}, err
	}
	cluster, err := kfake.NewCluster(kfake.NumBrokers(1), kfake.ListenFn(listen),
		kfake.SeedTopics(2, topic))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cluster.Close)
	w.cluster = cluster
	w.kafka.open(inner.Addr().String())
	w.client, err = kgo.NewClient(kgo.SeedBrokers(w.kafka.addr()),
		kgo.RecordPartitioner(kgo.RoundRobinPartitioner()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.client.Close)
}

// start runs one of the programs with the right credentials.
func (w *world) start(t *testing.T, program string, args ...string) *child {
	t.Helper()
	return start(t, w.command(program, faultPassword, args...))
}

func (w *world) command(program, password string, args ...string) *exec.Cmd {
	args = append([]string{"--json", "--parallelism", "2"}, args...)
	cmd := exec.Command(w.programs[program], args...)
	cmd.Env = []string{"FAULT_USER=" + faultUser, "FAULT_PASSWORD=" + password}
	return cmd
}

// produce appends well-formed lines to the topic and counts what they add up to.
func (w *world) produce(t *testing.T, n int) {
	t.Helper()
	records := make([]*kgo.Record, n)
	for i := range records {
		line := w.lines.Next(nil)
		w.count(line)
		records[i] = &kgo.Record{Topic: faultTopic, Value: line}
	}
	w.send(t, records...)
}

func (w *world) send(t *testing.T, records ...*kgo.Record) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	if err := w.client.ProduceSync(ctx, records...).FirstErr(); err != nil {
		t.Fatal(err)
	}
}

// count does what the scripts say, in the plainest way.
func (w *world) count(line []byte) {
	fields := strings.Split(string(line), ",")
	size, err := strconv.ParseInt(fields[3], 10, 64)
	if err != nil {
		panic(err) // a well-formed line has a number there
	}
	name, _, _ := strings.Cut(fields[1], ".")
	r := w.want[name]
	w.want[name] = region{r.count + 1, r.size + size}
	w.uuids[fields[0]] = true
}

// committed is the sum of the group's committed offsets; -1 when there is none.
func (w *world) committed(t *testing.T) int64 {
	t.Helper()
	offsets, err := kadm.NewClient(w.client).FetchOffsets(t.Context(), faultGroup)
	if errors.Is(err, kerr.GroupIDNotFound) {
		return -1
	}
	if err != nil {
		t.Fatal(err)
	}
	sum := int64(0)
	offsets.Each(func(o kadm.OffsetResponse) { sum += o.At })
	return sum
}

func (w *world) exec(t *testing.T, statements ...string) {
	t.Helper()
	for _, q := range statements {
		if _, err := w.db.ExecContext(t.Context(), q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
}

// ask returns one number.
func (w *world) ask(t *testing.T, query string) (n int64) {
	t.Helper()
	if err := w.db.QueryRowContext(t.Context(), query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// wantTable compares a script's table with the lines; lines is the table of single lines.
func (w *world) wantTable(t *testing.T, program string) {
	t.Helper()
	if program == "lines" {
		w.wantLines(t)
		return
	}
	rows, err := w.db.QueryContext(t.Context(), "SELECT region, accesses, size FROM flink.totals")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	left, wrong := len(w.want), &bytes.Buffer{}
	for ; rows.Next(); left-- {
		var name string
		var r region
		if err := rows.Scan(&name, &r.count, &r.size); err != nil {
			t.Fatal(err)
		}
		if r != w.want[name] {
			fmt.Fprintf(wrong, "\n%s: %d, want %d", name, r, w.want[name])
		}
	}
	if err := rows.Err(); err != nil || left != 0 || wrong.Len() > 0 {
		t.Errorf("error %v, %d rows are missing; wrong ones:%s", err, left, wrong)
	}
}

// wantLines wants each line once. A key that is no line's would make the numbers differ.
func (w *world) wantLines(t *testing.T) {
	t.Helper()
	var size int64
	for _, r := range w.want {
		size += r.size
	}
	rows := w.ask(t, "SELECT COUNT(*) FROM flink.line")
	sum := w.ask(t, "SELECT COALESCE(SUM(size), 0) FROM flink.line")
	if rows != int64(len(w.uuids)) || sum != size {
		t.Errorf("%d rows with sizes of %d together, want %d with %d", rows, sum, len(w.uuids), size)
	}
}

// awaitTable waits until so many lines are in a script's table.
func (w *world) awaitTable(t *testing.T, program string, lines int) {
	t.Helper()
	query := "SELECT COALESCE(SUM(accesses), 0) FROM flink.totals"
	if program == "lines" {
		query = "SELECT COUNT(*) FROM flink.line"
	}
	eventually(t, 30*time.Second, fmt.Sprint(lines, " lines in the table"), func() bool {
		return w.ask(t, query) >= int64(lines)
	})
}
