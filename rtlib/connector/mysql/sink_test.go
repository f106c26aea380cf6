package mysql_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
	"github.com/flinkc/flinkc/rtlib/value"
)

func TestUpsertKeepsTheLastChangeOfAKey(t *testing.T) {
	// One string an epoch: "a=1" upserts, "-a" deletes.
	tests := []struct {
		name   string
		epochs []string
		want   string
	}{
		{"nothing", []string{"", ""}, ""},
		{"insert", []string{"a=1 b=2"}, "a 1, b 2"},
		{"update in an epoch", []string{"a=1 a=2 b=1 a=333333333"}, "a 333333333, b 1"},
		{"update over epochs", []string{"a=1 b=1", "a=2"}, "a 2, b 1"},
		{"same value again", []string{"a=1", "a=1"}, "a 1"},
		{"delete", []string{"a=1 b=2", "-a"}, "b 2"},
		{"delete of what is not there", []string{"-a", "-a"}, ""},
		{"insert and delete in an epoch", []string{"a=1 -a"}, ""},
		{"delete and insert in an epoch", []string{"a=1", "-a a=5"}, "a 5"},
		{"shorter and longer texts", []string{"a=1 a=12345 a=7 a=1234567890123"},
			"a 1234567890123"},
	}
	each(t, func(t *testing.T, b *backend) {
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				b.create(t, counts)
				s := open(t, b.config(t, counts))
				for i, epoch := range tt.epochs {
					for change := range strings.FieldsSeq(epoch) {
						apply(s, change)
					}
					flush(t, s, uint64(i+1))
				}
				if got := shown(b.rows(t, "counts")); got != tt.want {
					t.Errorf("got %s, want %s", got, tt.want)
				}
			})
		}
	})
}

func apply(s *mysql.Sink, change string) {
	if k, ok := strings.CutPrefix(change, "-"); ok {
		remove(s, k)
		return
	}
	k, n, _ := strings.Cut(change, "=")
	v, _ := strconv.ParseInt(n, 10, 64)
	upsert(s, k, v)
}

func TestAppendKeepsEveryRow(t *testing.T) {
	table := standin.Table{Name: "log", Columns: counts.Columns}
	each(t, func(t *testing.T, b *backend) {
		b.create(t, table)
		s := open(t, b.config(t, table))
		for range 3 {
			s.Insert([]byte("('a',1)"))
		}
		flush(t, s, 1)
		s.Insert([]byte("('b',NULL)"))
		flush(t, s, 2)
		if got := shown(b.rows(t, "log")); got != "a 1, a 1, a 1, b <null>" {
			t.Error(got)
		}
	})
}

// hardTexts are texts that break naive quoting, and the keys and names of some tests.
var hardTexts = []string{
	"", " ", "it's", `"`, "`", `\`, `\\`, `\'`, `'; DROP TABLE counts; --`, `a\`, "a\x00b", "\x1a",
	"line\nbreak\r\t", "%_?", "北京", "😀", "é\u0301", "NULL", "(1),(2)", "/* */ -- #",
	`'' \' \\' `, "\u2028\ufeff", "_utf8mb4 X'00'",
}

func TestHardTexts(t *testing.T) {
	table := standin.Table{Name: "texts", Key: []string{"k"}, Columns: []standin.Column{
		{Name: "k", Type: "BIGINT"}, {Name: "v", Type: "VARCHAR(100)"}}}
	each(t, func(t *testing.T, b *backend) {
		b.create(t, table)
		s := open(t, b.config(t, table))
		for i, text := range hardTexts {
			tuple := append(mysql.AppendInt([]byte("("), int64(i)), ',')
			tuple = append(mysql.AppendString(tuple, text), ')')
			s.Upsert(mysql.AppendKeyInt(nil, int64(i)), tuple)
		}
		flush(t, s, 1)
		got := make(map[string]string)
		for _, r := range b.rows(t, "texts") {
			got[r[0]] = r[1]
		}
		for i, text := range hardTexts {
			if got[strconv.Itoa(i)] != text {
				t.Errorf("%q became %q", text, got[strconv.Itoa(i)])
			}
		}
	})
}

func TestHardKeysAreUpdatedAndDeleted(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		s := open(t, b.config(t, counts))
		for _, k := range hardTexts {
			upsert(s, k, 1)
		}
		flush(t, s, 1)
		stored := len(b.rows(t, "counts")) // '' and ' ' are one key under a PAD SPACE collation
		for _, k := range hardTexts {
			upsert(s, k, 2)
		}
		flush(t, s, 2)
		rows := b.rows(t, "counts")
		for _, r := range rows {
			if r[1] != "2" {
				t.Errorf("%q was not updated", r[0])
			}
		}
		if len(rows) != stored || stored < len(hardTexts)-1 {
			t.Errorf("%d rows, then %d", stored, len(rows))
		}
		for _, k := range hardTexts {
			remove(s, k)
		}
		flush(t, s, 3)
		if left := b.rows(t, "counts"); len(left) != 0 {
			t.Errorf("left: %q", left)
		}
	})
}

func TestHardNames(t *testing.T) {
	table := standin.Table{Name: "we`ird 'n\"ame; --", Key: []string{"k`"},
		Columns: []standin.Column{{Name: "k`", Type: "VARCHAR(40)"},
			{Name: `o'n"e\ 省份`, Type: "BIGINT"}}}
	each(t, func(t *testing.T, b *backend) {
		b.create(t, table)
		s := open(t, b.config(t, table))
		upsert(s, "a", 1)
		upsert(s, "b", 2)
		flush(t, s, 1)
		remove(s, "a")
		flush(t, s, 2)
		if got := shown(b.rows(t, table.Name)); got != "b 2" {
			t.Error(got)
		}
	})
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

func TestTypes(t *testing.T) {
	f64 := func(v float64) string { return string(must(mysql.AppendFloat64(nil, v))) }
	f32 := func(v float32) string { return string(must(mysql.AppendFloat32(nil, v))) }
	tests := []struct{ typ, literal, want string }{
		{"BOOLEAN", string(mysql.AppendBool(nil, true)), "1"},
		{"BOOLEAN", string(mysql.AppendBool(nil, false)), "0"},
		{"TINYINT", string(mysql.AppendInt(nil, -128)), "-128"},
		{"BIGINT", string(mysql.AppendInt(nil, math.MinInt64)), "-9223372036854775808"},
		{"BIGINT", string(mysql.AppendInt(nil, math.MaxInt64)), "9223372036854775807"},
		{"DECIMAL(20,0)", string(mysql.AppendUint(nil, math.MaxUint64)), "18446744073709551615"},
		{"DOUBLE", f64(0.1), "0.1"},
		{"DOUBLE", f64(-2.5e-300), "-2.5e-300"},
		{"DOUBLE", f64(math.MaxFloat64), "1.7976931348623157e308"},
		{"DOUBLE", f64(123456789.123), "123456789.123"},
		{"DOUBLE", f32(0.1), "0.1"},
		{"DECIMAL(10,2)", f64(2.5), "2.50"},
		{"DECIMAL(38,10)", string(value.AppendDecimal(nil, value.FromInt64(-1), 10)), "-0.0000000001"},
		{"DECIMAL(38,0)",
			string(value.AppendDecimal(nil,
				value.Int128{Hi: 5421010862427522170, Lo: 687399551400673279}, 0)),
			"99999999999999999999999999999999999999"},
		{"VARCHAR(10)", string(mysql.AppendString(nil, "a\xffb")), "a\uFFFDb"},
		{"VARCHAR(10)", string(mysql.AppendString(nil, "\\\xff")), "\\\uFFFD"},
		{"VARBINARY(10)", string(mysql.AppendBytes(nil, []byte{0, 255, '\'', '\\'})),
			"\x00\xff'\\"},
		{"LONGBLOB", string(mysql.AppendBytes(nil, nil)), ""},
		{"DATE", string(mysql.AppendDate(nil, -719162)), "0001-01-01"},
		{"DATE", string(mysql.AppendDate(nil, 2932896)), "9999-12-31"},
		{"TIME(3)", string(mysql.AppendTime(nil, 86399999)), "23:59:59.999"},
		{"TIME", string(mysql.AppendTime(nil, 0)), "00:00:00"},
		{"DATETIME(3)", string(mysql.AppendTimestampMillis(nil, -1)), "1969-12-31 23:59:59.999"},
		{"DATETIME", string(mysql.AppendTimestampMillis(nil, 951826545000)), "2000-02-29 12:15:45"},
		{"DATETIME(6)", string(mysql.AppendTimestampMicros(nil, 253402300799999999)),
			"9999-12-31 23:59:59.999999"},
		{"DATETIME(6)", string(mysql.AppendTimestampMicros(nil, 1)), "1970-01-01 00:00:00.000001"},
		{"DOUBLE", string(mysql.AppendNull(nil)), "<null>"},
	}
	each(t, func(t *testing.T, b *backend) {
		for _, tt := range tests {
			table := standin.Table{Name: "types",
				Columns: []standin.Column{{Name: "v", Type: tt.typ}}}
			b.create(t, table)
			s := open(t, b.config(t, table))
			s.Insert([]byte("(" + tt.literal + ")"))
			flush(t, s, 1)
			got := b.rows(t, "types")[0][0]
			if got != tt.want && !sameBits(got, tt.want) {
				t.Errorf("%s of %s: got %s, want %s", tt.typ, tt.literal, got, tt.want)
			}
			_ = s.Close()
		}
	})
}

// sameBits compares texts of DOUBLEs, which have an exponent or not.
func sameBits(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err1 == nil && err2 == nil && math.Float64bits(x) == math.Float64bits(y) &&
		strings.ContainsAny(a, "e.")
}

func TestNullInTheKeyIsDeleted(t *testing.T) {
	b := newMariaDB(t)
	b.exec(t, "DROP TABLE IF EXISTS nulls",
		"CREATE TABLE nulls (a INT, b VARCHAR(9), UNIQUE(a, b))",
		"INSERT INTO nulls VALUES (1,NULL),(1,'NULL'),(2,NULL),(NULL,NULL)")
	s := open(t, b.config(t, standin.Table{Name: "nulls", Key: []string{"a", "b"},
		Columns: []standin.Column{{Name: "a", Type: "INT"}, {Name: "b", Type: "VARCHAR(9)"}}}))
	s.Delete(mysql.AppendKeyNull(mysql.AppendKeyInt(nil, 1)), []byte("(1,NULL)"))
	s.Delete(mysql.AppendKeyNull(mysql.AppendKeyNull(nil)), []byte("(NULL,NULL)"))
	s.Delete(mysql.AppendKeyString(mysql.AppendKeyInt(nil, 7), "x"), []byte("(7,'x')"))
	flush(t, s, 1)
	if got := shown(b.rows(t, "nulls")); got != "1 NULL, 2 <null>" {
		t.Error(got)
	}
}

func TestLargeEpoch(t *testing.T) {
	const rows = 65_537
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		s := open(t, b.config(t, counts))
		for i := range rows {
			upsert(s, "key "+strconv.Itoa(i), int64(i))
		}
		flush(t, s, 1)
		got := b.rows(t, "counts")
		sum := 0
		for _, r := range got {
			n, _ := strconv.Atoi(r[1])
			sum += n
		}
		if len(got) != rows || sum != rows*(rows-1)/2 {
			t.Fatalf("%d rows, sum %d", len(got), sum)
		}
		for i := range rows {
			remove(s, "key "+strconv.Itoa(i))
		}
		flush(t, s, 2)
		if left := b.rows(t, "counts"); len(left) != 0 {
			t.Errorf("%d rows are left", len(left))
		}
	})
}

func TestRowsNearTheLargestPacket(t *testing.T) {
	table := standin.Table{Name: "blobs", Key: []string{"k"}, Columns: []standin.Column{
		{Name: "k", Type: "BIGINT"}, {Name: "v", Type: "LONGTEXT"}}}
	const packet = 16 << 20
	const overhead = len("INSERT INTO `blobs`(`k`, `v`) VALUES (1,'')" +
		" ON DUPLICATE KEY UPDATE `k`=VALUES(`k`), `v`=VALUES(`v`)")
	put := func(s *mysql.Sink, k int64, size int) {
		tuple := append(mysql.AppendInt([]byte("("), k), ',')
		tuple = append(mysql.AppendString(tuple, strings.Repeat("x", size)), ')')
		s.Upsert(mysql.AppendKeyInt(nil, k), tuple)
	}
	each(t, func(t *testing.T, b *backend) {
		b.create(t, table)
		s := open(t, b.config(t, table))
		longest := packet - 64 - overhead
		put(s, 1, longest)
		for k := range int64(3) {
			put(s, 2+k, 3<<20)
		}
		flush(t, s, 1)
		if rows := b.rows(t, "blobs"); len(rows) != 4 || len(rows[0][1]) != longest {
			t.Fatalf("%d rows", len(rows))
		}
		put(s, 5, longest+1)
		_, err := s.Prepare(context.Background(), 2)
		expectError(t, err, mysql.RowTooLong,
			"table \"sink\": a row needs a statement of 16777153 bytes, "+
				"the server takes 16777152: (5,'xxxx")
	})
}

func expectError(t *testing.T, err error, kind mysql.Kind, text ...string) {
	t.Helper()
	var own *mysql.Error
	if !errors.As(err, &own) || own.Kind != kind {
		t.Fatalf("got %v, want an error of kind %s", err, kind)
	}
	for _, part := range text {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q lacks %q", err, part)
		}
	}
	if strings.Contains(fmt.Sprintf("%v %+v %#v", err, err, err), "s3cret") {
		t.Errorf("the password is in %v", err)
	}
}

func TestRefusedRows(t *testing.T) {
	table := standin.Table{Name: "strict", Key: []string{"k"}, Columns: []standin.Column{
		{Name: "k", Type: "BIGINT"}, {Name: "s", Type: "VARCHAR(3)"},
		{Name: "n", Type: "TINYINT", NotNull: true}, {Name: "d", Type: "DATE"}}}
	tests := []struct{ tuple, want string }{
		{"(7,'abcd',1,NULL)", "Data too long for column 's'"},
		{"(7,'a',128,NULL)", "Out of range value for column 'n'"},
		{"(7,'a',NULL,NULL)", "Column 'n' cannot be null"},
		{"(7,'a',1,'2001-02-29')", "Incorrect"},
		{"(7,'a',1,'10000-01-01')", "Incorrect"},
		{"(7,'" + strings.Repeat("x", 500) + "',1,NULL)", "xxx..."},
	}
	each(t, func(t *testing.T, b *backend) {
		for _, tt := range tests {
			b.create(t, table)
			s := open(t, b.config(t, table))
			for k := range int64(20) {
				tuple := fmt.Sprintf("(%d,'a',1,NULL)", k)
				if k == 7 {
					tuple = tt.tuple
				}
				s.Upsert(mysql.AppendKeyInt(nil, k), []byte(tuple))
			}
			committable, err := s.Prepare(context.Background(), 1)
			if err != nil {
				t.Fatal(err)
			}
			err = s.Commit(context.Background(), 1, committable)
			expectError(t, err, mysql.BadRow, "refuses the row (7,'", tt.want)
			if rows := b.rows(t, "strict"); len(rows) != 0 {
				t.Errorf("%d rows of a refused epoch stay", len(rows))
			}
			_ = s.Close()
		}
	})
}

func TestDuplicateInAppendModeIsShown(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		b.create(t, counts)
		c := b.config(t, counts)
		c.Key = nil
		s := open(t, c)
		for _, tuple := range []string{"('a',1)", "('b',1)", "('a',2)"} {
			s.Insert([]byte(tuple))
		}
		committable, _ := s.Prepare(context.Background(), 1)
		err := s.Commit(context.Background(), 1, committable)
		expectError(t, err, mysql.BadRow, "refuses the row ('a',2)", "Duplicate entry")
	})
}
