package main

import (
	"context"
	"errors"
	"strconv"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

const (
	upsertKeys = 100_000
	upsertRows = 1000 // a batch, and a transaction
)

// rows makes batches as a decoder does, in memory that is used again, with the texts side by side:
// to look texts up in a table of all would cost a side more than what is measured.
type rows struct {
	n    uint64
	list [upsertRows]inputRow
	text []byte
}

type inputRow struct {
	key, count, bytes int64
	speed             float64
	province          string
}

// longestProvince is how many bytes a text has at most.
const longestProvince = len("province_") + 5

// next makes the next batch in list, valid until the one after it.
func (r *rows) next() {
	if r.text == nil {
		r.text = make([]byte, 0, upsertRows*longestProvince)
	}
	r.text = r.text[:0]
	for i := range r.list {
		r.n++
		x := r.n * 0x9e3779b97f4a7c15
		r.row(&r.list[i], int64(x>>32%upsertKeys))
		r.list[i].bytes, r.list[i].speed = int64(x>>40), float64(x>>20&0xffff)/7
	}
}

func (r *rows) row(out *inputRow, key int64) {
	at := len(r.text)
	r.text = strconv.AppendInt(append(r.text, "province_"...), key, 10)
	out.key, out.count = key, int64(r.n)
	out.province = unsafe.String(&r.text[at], len(r.text)-at)
}

// sinkSide writes as a generated program does.
type sinkSide struct {
	ctx   context.Context
	rows  *rows
	sink  *mysql.Sink
	epoch uint64
	key   []byte
	tuple []byte
	err   error
}

// fill gives every key a row, so that all that is measured are updates.
func (s *sinkSide) fill() {
	for key := range int64(upsertKeys) {
		s.rows.text = s.rows.text[:0]
		s.rows.row(&s.rows.list[0], key)
		s.row(&s.rows.list[0])
	}
	s.commit()
}

// batch is one transaction.
func (s *sinkSide) batch() {
	for i := range s.rows.list {
		s.row(&s.rows.list[i])
	}
	s.commit()
}

func (s *sinkSide) row(r *inputRow) {
	s.key = mysql.AppendKeyString(s.key[:0], r.province)
	s.tuple = mysql.AppendString(append(s.tuple[:0], '('), r.province)
	s.tuple = mysql.AppendInt(append(s.tuple, ','), r.count)
	s.tuple = mysql.AppendInt(append(s.tuple, ','), r.bytes)
	t, err := mysql.AppendFloat64(append(s.tuple, ','), r.speed)
	if err != nil {
		s.err = err
	}
	s.tuple = append(t, ')')
	s.sink.Upsert(s.key, s.tuple)
}

func (s *sinkSide) commit() {
	s.epoch++
	c, err := s.sink.Prepare(s.ctx, s.epoch)
	if err == nil {
		err = s.sink.Commit(s.ctx, s.epoch, c)
	}
	s.err = errors.Join(s.err, err)
}
