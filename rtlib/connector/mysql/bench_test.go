package mysql_test

import (
	"context"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

// The benchmark of upserts: epochs of 10,000 rows in statements of 1,000, over 100,000 keys of the
// flagship's table, through the sink and by a loop written by hand that sends the same statements.
// Besides the time per row it reports the rows a second and the client's CPU time per row, which
// does not contain the server's.

const (
	benchKeys  = 100_000
	benchEpoch = 10_000
	benchBatch = 1000
)

var benchTable = standin.Table{Name: "access_statistic", Key: []string{"province"},
	Columns: []standin.Column{{Name: "province", Type: "VARCHAR(64)"},
		{Name: "access_count", Type: "BIGINT"}, {Name: "total_download", Type: "BIGINT"},
		{Name: "download_speed", Type: "DOUBLE"}}}

func appendBenchTuple(b []byte, i int) []byte {
	b = append(b, "('province_"...)
	b = strconv.AppendInt(b, int64(i*7919%benchKeys), 10)
	b = append(b, "',"...)
	b = mysql.AppendInt(b, int64(i))
	b = append(b, ',')
	b = mysql.AppendInt(b, int64(i)*1000)
	b = append(b, ',')
	b, _ = mysql.AppendFloat64(b, float64(i)/3)
	return append(b, ')')
}

// report adds the figures that the time per operation does not give.
func report(b *testing.B, start time.Time, cpu time.Duration) {
	rows := float64(b.N)
	b.ReportMetric(rows/time.Since(start).Seconds(), "rows/s")
	b.ReportMetric(float64((cpuTime()-cpu).Nanoseconds())/rows/1000, "cpu-us/row")
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // fails only for a bad argument
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// fill gives every key a row, so that all that is measured are updates.
func fill(b *testing.B, m *backend) {
	m.create(b, benchTable)
	s := open(b, m.config(b, benchTable))
	for i := range benchKeys {
		s.Upsert(mysql.AppendKeyInt(nil, int64(i)), appendBenchTuple(nil, i))
	}
	flush(b, s, 1)
}

func BenchmarkUpsertSink(b *testing.B) {
	m := newMariaDB(b)
	fill(b, m)
	s := open(b, m.config(b, benchTable))
	key, tuple := make([]byte, 0, 64), make([]byte, 0, 128)
	b.ReportAllocs()
	b.ResetTimer()
	start, cpu := time.Now(), cpuTime()
	epoch := uint64(0)
	for i := range b.N {
		key = mysql.AppendKeyInt(key[:0], int64(i*7919%benchKeys))
		tuple = appendBenchTuple(tuple[:0], i)
		s.Upsert(key, tuple)
		if i%benchEpoch == benchEpoch-1 || i == b.N-1 {
			epoch++
			flush(b, s, epoch)
		}
	}
	report(b, start, cpu)
}

func BenchmarkUpsertByHand(b *testing.B) {
	m := newMariaDB(b)
	fill(b, m)
	db := mustOpen(m.dsn() + "&autocommit=0")
	defer db.Close()
	conn, err := db.Conn(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	exec := func(q string) {
		if _, err := conn.ExecContext(context.Background(), q); err != nil {
			b.Fatal(err)
		}
	}
	const head = "INSERT INTO `access_statistic`(`province`, `access_count`, `total_download`, " +
		"`download_speed`) VALUES "
	const tail = " ON DUPLICATE KEY UPDATE `province`=VALUES(`province`), `access_count`=" +
		"VALUES(`access_count`), `total_download`=VALUES(`total_download`), `download_speed`=" +
		"VALUES(`download_speed`)"
	text := append(make([]byte, 0, 1<<17), head...)
	b.ReportAllocs()
	b.ResetTimer()
	start, cpu := time.Now(), cpuTime()
	for i := range b.N {
		if len(text) > len(head) {
			text = append(text, ',')
		}
		text = appendBenchTuple(text, i)
		if i%benchBatch == benchBatch-1 || i == b.N-1 {
			exec(string(append(text, tail...)))
			text = text[:len(head)]
		}
		if i%benchEpoch == benchEpoch-1 {
			exec("COMMIT")
		}
	}
	exec("COMMIT")
	report(b, start, cpu)
}

// BenchmarkUpsertCompaction is the writing side alone, with few keys as in the flagship.
func BenchmarkUpsertCompaction(b *testing.B) {
	s := mysql.New(mysql.Config{Target: "t", Key: []int{0}, Columns: []mysql.Column{{Name: "a"}}})
	var key, tuple []byte
	b.ReportAllocs()
	for i := range b.N {
		key = mysql.AppendKeyInt(key[:0], int64(i%34))
		tuple = appendBenchTuple(tuple[:0], i)
		s.Upsert(key, tuple)
	}
}
