package main

import (
	"context"
	"maps"
	"testing"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

// TestUpsertSidesAgree: the sink and the hand-written loop leave the same table behind.
func TestUpsertSidesAgree(t *testing.T) {
	left := func(run func(*testing.T, *database)) map[string]string {
		s, err := standin.Start(standin.Config{User: "root", Database: "Flink"})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		d, err := standInDatabase(s)
		if err != nil {
			t.Fatal(err)
		}
		run(t, d)
		rows, err := s.Rows("access_statistic")
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, r := range rows {
			out[r[0].Text] = r[1].Text + " " + r[2].Text + " " + r[3].Text
		}
		return out
	}
	a, b := left(sinkBatch), left(loopBatch)
	if len(a) < upsertRows/2 || !maps.Equal(a, b) {
		t.Errorf("%d rows by the sink, %d by the loop, or other values", len(a), len(b))
	}
}

func sinkBatch(t *testing.T, d *database) {
	sink := mysql.New(d.sinkConfig())
	if err := sink.Open(context.Background()); err != nil {
		t.Fatal(err)
	}
	defer sink.Close()
	s := &sinkSide{ctx: context.Background(), rows: &rows{}, sink: sink}
	s.rows.next()
	s.batch()
	if s.err != nil {
		t.Fatal(s.err)
	}
}

func loopBatch(t *testing.T, d *database) {
	db, conn, err := d.connect(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := &loopSide{rows: &rows{}, conn: conn}
	s.rows.next()
	s.batch()
	if s.err != nil {
		t.Fatal(s.err)
	}
}
