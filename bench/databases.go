package main

import (
	"fmt"

	"github.com/flinkc/flinkc/bench/lab"
)

// groupBy is the query of P21, without a function, so that all engines do the same work.
const groupBy = `CREATE TABLE access_log (
    uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT, uri STRING
) WITH (%s);

CREATE TABLE statistic (request_time BIGINT, accesses BIGINT, download BIGINT)
WITH (%s);

INSERT INTO statistic
SELECT request_time, COUNT(uuid), SUM(response_size) FROM access_log GROUP BY request_time;
`

// besideDatabases groups CSV files with one thread, as our job, in ClickHouse and in DuckDB.
func besideDatabases(l *lab.Lab) ([]Result, error) {
	const few, all = 1_000_000, 3_000_000
	own := &ownJob{lab: l, name: "group", programs: map[string]string{},
		script: func(name, source, sink string) (string, error) {
			return l.Text(name, fmt.Sprintf(groupBy, source, sink))
		}}
	c := comparison{id: "P21", query: "group-by over CSV, one thread",
		sides: []*peer{{engine: own, few: few, all: all}}}
	defer c.close()
	python, err := venv(l, "sql", "duckdb, chdb", "duckdb==2.0.1", "chdb==4.4.0")
	if err != nil {
		return nil, err
	}
	for _, p := range []struct {
		which string
		peer
	}{
		{"clickhouse", peer{name: "ClickHouse (chdb 4.4.0)", goal: 2.5, few: few, all: all}},
		{"duckdb", peer{name: "DuckDB 2.0.1", goal: 4, few: few, all: all}},
	} {
		p.engine, err = startSession(l, python, "databases.py", p.which)
		if err != nil {
			return nil, err
		}
		c.sides = append(c.sides, &p.peer)
	}
	return c.run()
}
