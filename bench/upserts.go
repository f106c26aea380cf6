package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"

	_ "github.com/go-sql-driver/mysql" // the driver, for the rival

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

const batches = 100 // of each side in a round

// database is a server that speaks MySQL's protocol, user root without a password.
type database struct {
	host string
	port int
	name string
	pid  int // 0: in this process
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
		return &database{m.Host, m.Port, "MariaDB", m.Pid(), func() { m.Kill(); clean() }}, nil
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
		Host: d.host, Port: d.port, Database: "Flink", User: "root", Health: nobody{},
		Columns: []mysql.Column{{Name: "province", Type: "STRING NOT NULL"},
			{Name: "access_count", Type: "BIGINT"}, {Name: "total_download", Type: "BIGINT"},
			{Name: "download_speed", Type: "DOUBLE"}},
	}
}

// nobody is a job whose health is of no interest.
type nobody struct{}

func (nobody) Waiting(string, string) {}

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
	db, err := sql.Open("mysql", server+"Flink?maxAllowedPacket=16777216&autocommit=0")
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
// of one statement with upsertRows rows, batch by batch in turns. Neither ever writes what the other
// has just written: the server would see that and skip the work.
func upserts(l *lab.Lab) ([]Result, error) {
	// As in a job, which can be stopped.
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
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
	input := &rows{}
	own := &sinkSide{ctx: ctx, rows: input, sink: sink}
	rival := &loopSide{rows: input, conn: conn}
	own.fill()
	t := measure.Turns{Rounds: l.Rounds, Units: upsertRows, Runs: batches,
		Server: server.pid}.Interleave(
		measure.Side{Name: "sink", Prepare: input.next, Run: own.batch},
		measure.Side{Name: "loop", Prepare: input.next, Run: rival.batch})
	if err := errors.Join(own.err, rival.err); err != nil {
		return nil, err
	}
	return server.upsertResults(t), nil
}

func (d *database) upsertResults(t *measure.Table) []Result {
	const us = 1e3 // in ns
	disturbed := 2*t.Disturbed > t.Rounds
	return []Result{
		{ID: "P13", Name: "MySQL upserts, hand-written loop/sink", Value: t.Ratio("loop", "sink"),
			Unit: "x", Goal: 0.95, Rule: atLeast, Disturbed: disturbed,
			Text: fmt.Sprintf("%s rows/s, %s", number(1e9/t.NS("sink")), d.name)},
		{ID: "P13", Name: "MySQL upserts, client CPU a row", Value: t.CPU("sink") / us,
			Unit: " us", Goal: 0.5, Rule: atMost, Disturbed: disturbed,
			Text: fmt.Sprintf("the loop %s us", number(t.CPU("loop")/us))},
	}
}
