package main

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"
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
	rows *rows
	conn *sql.Conn
	last map[int64]int // where a key's row of this batch is
	list []*inputRow
	text []byte
	err  error
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
	for i := range s.rows.list {
		r := &s.rows.list[i]
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
	for i, r := range s.list {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, "('"...), quoted(r.province)...), "',"...)
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
	for _, q := range []string{string(s.text), "COMMIT"} {
		if _, err := s.conn.ExecContext(context.Background(), q); err != nil {
			return err
		}
	}
	return nil
}
