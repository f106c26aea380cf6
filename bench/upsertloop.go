package main

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/bench/measure"
)

// The statement of the sink, by hand.
const (
	insertHead = "INSERT INTO `access_statistic`(`province`, `access_count`, `total_download`, " +
		"`download_speed`) VALUES "
	insertTail = " ON DUPLICATE KEY UPDATE `province`=VALUES(`province`), " +
		"`access_count`=VALUES(`access_count`), " +
		"`total_download`=VALUES(`total_download`), `download_speed`=VALUES(`download_speed`)"
)

// loopSide is what one would write for this table: the last row of each key, one statement, one
// transaction.
type loopSide struct {
	rows rows
	conn *sql.Conn
	last map[int64]int // where a key's row of this batch is
	list []loopRow
	text []byte
	cpu  []float64
	err  error
}

type loopRow struct {
	key, count, bytes int64
	speed             float64
}

func (s *loopSide) run() {
	start := measure.CPU()
	for range batches {
		s.batch()
	}
	s.cpu = append(s.cpu, cpuPerRow(start))
}

// batch is one transaction.
func (s *loopSide) batch() {
	s.gather()
	s.render()
	s.err = errors.Join(s.err, s.send())
}

// gather keeps the last row of each key.
func (s *loopSide) gather() {
	if s.last == nil {
		s.last = map[int64]int{}
	}
	clear(s.last)
	s.list = s.list[:0]
	for range upsertRows {
		var r loopRow
		r.key, r.count, r.bytes, r.speed = s.rows.next()
		if at, ok := s.last[r.key]; ok {
			s.list[at] = r
			continue
		}
		s.last[r.key] = len(s.list)
		s.list = append(s.list, r)
	}
}

func (s *loopSide) render() {
	b := append(s.text[:0], insertHead...)
	for i := range s.list {
		r := &s.list[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, "('"...), quoted(names[r.key])...), "',"...)
		b = append(strconv.AppendInt(b, r.count, 10), ',')
		b = append(strconv.AppendInt(b, r.bytes, 10), ',')
		b = append(strconv.AppendFloat(b, r.speed, 'e', -1, 64), ')')
	}
	s.text = append(b, insertTail...)
}

// quoted escapes what a literal cannot hold.
func quoted(s string) string {
	if strings.ContainsAny(s, "'\\") {
		return strings.NewReplacer("'", "''", "\\", "\\\\").Replace(s)
	}
	return s
}

func (s *loopSide) send() error {
	for _, q := range []string{"START TRANSACTION", string(s.text), "COMMIT"} {
		if _, err := s.conn.ExecContext(context.Background(), q); err != nil {
			return err
		}
	}
	return nil
}
