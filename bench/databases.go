package main

import (
	"fmt"
	"strconv"

	"github.com/flinkc/flinkc/bench/lab"
)

// groupBy is the query of P21, without a function, so that all engines do the same work.
const groupBy = `CREATE TABLE access_log (
    uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT, uri STRING
) WITH (%s);

CREATE TABLE statistic (request_time BIGINT, accesses BIGINT, download BIGINT)
WITH ('connector' = 'blackhole');

INSERT INTO statistic
SELECT request_time, COUNT(uuid), SUM(response_size) FROM access_log GROUP BY request_time;
`

// besideDatabases groups a CSV file with one thread, in DuckDB, in ClickHouse and as our job.
func besideDatabases(l *lab.Lab) ([]Result, error) {
	large, err := peerFile(l, peerRecords)
	if err != nil {
		return nil, err
	}
	small, err := peerFile(l, smallRecords)
	if err != nil {
		return nil, err
	}
	own, err := ownGroupBy(l, large, small)
	if err != nil {
		return nil, err
	}
	python, err := venv(l, "sql", "duckdb, chdb", "duckdb", "chdb")
	if err != nil {
		return nil, err
	}
	var results []Result
	for _, e := range []struct {
		engine, name string
		goal         float64
	}{{"clickhouse", "ClickHouse (chdb)", 2.5}, {"duckdb", "DuckDB", 4}} {
		t, err := peer(l, python, "databases.py", e.engine, strconv.Itoa(peerRuns), large, small)
		if err != nil {
			return results, err
		}
		ns := t.perRecord(peerRecords)
		results = append(results, Result{ID: "P21",
			Name: "group-by over CSV, one thread, " + e.name, Value: ns / own, Unit: "x", Goal: e.goal,
			Rule: atLeast,
			Text: fmt.Sprintf("%s against %s ns of CPU a record, start taken off both", number(own),
				number(ns))})
	}
	return results, nil
}

// ownGroupBy is our time a record in ns.
func ownGroupBy(l *lab.Lab, large, small string) (float64, error) {
	var programs [2]string
	for i, file := range []string{large, small} {
		script, err := l.Text(fmt.Sprintf("group-%d", i), fmt.Sprintf(groupBy, fileSource(file)))
		if err != nil {
			return 0, err
		}
		if programs[i], err = l.Job(script); err != nil {
			return 0, err
		}
	}
	t, err := ownTimes(programs[0], programs[1], processorTime)
	if err != nil {
		return 0, err
	}
	return t.perRecord(peerRecords), nil
}
