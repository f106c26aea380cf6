package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"time"

	_ "github.com/go-sql-driver/mysql" // the driver, for the rival

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

const (
	upsertKeys = 100_000
	upsertRows = 1000 // a batch, and a transaction
	batches    = 100  // a round
)

// database is a server that speaks MySQL's protocol, user root without a password.
type database struct {
	host string
	port int
	name string
	stop func()
}

// openDatabase starts MariaDB, or the stand-in where there is none.
func openDatabase() (*database, error) {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, err
	}
	clean := func() { _ = os.RemoveAll(dir) }
	m, err := servers.StartMariaDB(dir)
	if err == nil {
		return &database{m.Host, m.Port, "MariaDB", func() { m.Kill(); clean() }}, nil
	}
	clean()
	if !errors.Is(err, servers.ErrMissing) {
		return nil, err
	}
	s, err := standin.Start(standin.Config{User: "root", Database: "Flink"})
	if err != nil {
		return nil, err
	}
	return standInDatabase(s)
}

// standInDatabase makes the table in a stand-in.
func standInDatabase(s *standin.Server) (*database, error) {
	if err := s.CreateTable(statisticTable()); err != nil {
		return nil, err
	}
	d := &database{host: "127.0.0.1", stop: func() { _ = s.Close() },
		name: "the stand-in in this process, whose time counts on both sides"}
	_, port, err := net.SplitHostPort(s.Addr())
	if err == nil {
		d.port, err = strconv.Atoi(port)
	}
	return d, err
}

// sinkConfig is what the compiler prints for the flagship's table.
func (d *database) sinkConfig() mysql.Config {
	return mysql.Config{
		Table: "cdn_access_statistic", Target: "access_statistic", Key: []int{0},
		Host: d.host, Port: d.port, Database: "Flink", User: "root",
		Columns: []mysql.Column{{Name: "province", Type: "STRING NOT NULL"},
			{Name: "access_count", Type: "BIGINT"}, {Name: "total_download", Type: "BIGINT"},
			{Name: "download_speed", Type: "DOUBLE"}},
	}
}

// connect makes the database and the table and returns a connection.
func (d *database) connect(ctx context.Context) (*sql.DB, *sql.Conn, error) {
	server := fmt.Sprintf("root@tcp(%s:%d)/", d.host, d.port)
	if d.name == "MariaDB" {
		if err := execute(ctx, server, "SET GLOBAL innodb_flush_log_at_trx_commit=2",
			"CREATE DATABASE IF NOT EXISTS Flink CHARACTER SET utf8mb4",
			createStatistic); err != nil {
			return nil, nil, err
		}
	}
	db, err := sql.Open("mysql", server+"Flink?maxAllowedPacket=16777216")
	if err != nil {
		return nil, nil, err
	}
	conn, err := db.Conn(ctx)
	return db, conn, err
}

const createStatistic = "CREATE TABLE IF NOT EXISTS Flink.access_statistic (" +
	"province VARCHAR(64) NOT NULL PRIMARY KEY, " +
	"access_count BIGINT, total_download BIGINT, download_speed DOUBLE) " +
	"ENGINE = InnoDB DEFAULT CHARSET = utf8mb4"

// execute runs statements on a connection of their own.
func execute(ctx context.Context, server string, statements ...string) error {
	db, err := sql.Open("mysql", server)
	if err != nil {
		return err
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// upserts measures the sink against a loop that sends the same statements, both with transactions
// of one statement with upsertRows rows.
func upserts(l *lab.Lab) ([]Result, error) {
	ctx := context.Background()
	server, err := openDatabase()
	if err != nil {
		return nil, err
	}
	defer server.stop()
	db, conn, err := server.connect(ctx)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	sink := mysql.New(server.sinkConfig())
	if err := sink.Open(ctx); err != nil {
		return nil, err
	}
	defer func() { _ = sink.Close() }()
	own, rival := &sinkSide{sink: sink}, &loopSide{conn: conn}
	t := measure.Interleave(l.Rounds, batches*upsertRows, measure.Side{Name: "sink",
		Run: own.run}, measure.Side{Name: "loop", Run: rival.run})
	if err := errors.Join(own.err, rival.err); err != nil {
		return nil, err
	}
	return []Result{
		{ID: "P13", Name: "MySQL upserts, hand-written loop/sink", Value: t.Ratio("loop", "sink"),
			Unit: "x", Goal: 0.95, Rule: atLeast,
			Disturbed: 2*t.Disturbed > t.Rounds && server.name != "MariaDB",
			Text:      fmt.Sprintf("%s rows/s, %s", number(1e9/t.NS("sink")), server.name)},
		{ID: "P13", Name: "MySQL upserts, client CPU a row", Value: measure.Median(own.cpu),
			Unit: " us", Goal: 0.5, Rule: atMost,
			Text: fmt.Sprintf("the loop %s us", number(measure.Median(rival.cpu)))},
	}, nil
}

// rows makes the same rows for both sides, key by key.
type rows struct{ n uint64 }

func (r *rows) next() (key, count, bytes int64, speed float64) {
	r.n++
	x := r.n * 0x9e3779b97f4a7c15
	return int64(x >> 32 % upsertKeys), int64(r.n), int64(x >> 40), float64(x>>20&0xffff) / 7
}

// sinkSide writes as a generated program does.
type sinkSide struct {
	rows  rows
	sink  *mysql.Sink
	epoch uint64
	key   []byte
	tuple []byte
	cpu   []float64 // us a row, by round
	err   error
}

func (s *sinkSide) run() {
	start := measure.CPU()
	for range batches {
		s.batch()
	}
	s.cpu = append(s.cpu, cpuPerRow(start))
}

// batch is one transaction.
func (s *sinkSide) batch() {
	for range upsertRows {
		s.row()
	}
	s.epoch++
	c, err := s.sink.Prepare(context.Background(), s.epoch)
	if err == nil {
		err = s.sink.Commit(context.Background(), s.epoch, c)
	}
	s.err = errors.Join(s.err, err)
}

func cpuPerRow(start time.Duration) float64 {
	return float64((measure.CPU() - start).Nanoseconds()) / 1e3 / (batches * upsertRows)
}

func (s *sinkSide) row() {
	k, count, bytes, speed := s.rows.next()
	province := names[k]
	s.key = mysql.AppendKeyString(s.key[:0], province)
	s.tuple = mysql.AppendString(append(s.tuple[:0], '('), province)
	s.tuple = mysql.AppendInt(append(s.tuple, ','), count)
	s.tuple = mysql.AppendInt(append(s.tuple, ','), bytes)
	t, err := mysql.AppendFloat64(append(s.tuple, ','), speed)
	s.err = errors.Join(s.err, err)
	s.tuple = append(t, ')')
	s.sink.Upsert(s.key, s.tuple)
}

var names = func() (n [upsertKeys]string) {
	for i := range n {
		n[i] = fmt.Sprintf("province_%d", i)
	}
	return n
}()
