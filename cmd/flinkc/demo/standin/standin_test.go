package standin

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/go-sql-driver/mysql"
)

var counts = Table{Name: "t", Key: []string{"k"}, Columns: []Column{
	{Name: "k", Type: "VARCHAR(3)"}, {Name: "n", Type: "INT"}}}

// start gives a server with the table counts, and a connection to it.
func start(t *testing.T, config Config) (*Server, *sql.Conn) {
	t.Helper()
	config.User, config.Password, config.Database = "u", "p", "d"
	s, err := Start(config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if err := s.CreateTable(counts); err != nil {
		t.Fatal(err)
	}
	return s, connect(t, s)
}

func connect(t *testing.T, s *Server) *sql.Conn {
	t.Helper()
	db, err := sql.Open("mysql", "u:p@tcp("+s.Addr()+")/d?maxAllowedPacket=0")
	if err != nil {
		t.Fatal(err)
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = conn.Close()
		_ = db.Close()
	})
	return conn
}

// exec runs statements and returns "n rows" of the last or the first error.
func exec(conn *sql.Conn, queries ...string) (result string) {
	for _, q := range queries {
		r, err := conn.ExecContext(context.Background(), q)
		if err != nil {
			return err.Error()
		}
		n, _ := r.RowsAffected()
		result = fmt.Sprintf("%d rows", n)
	}
	return result
}

// content is the rows of a table as "a=1 b=NULL".
func content(t *testing.T, s *Server) string {
	t.Helper()
	rows, err := s.Rows("t")
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, r := range rows {
		n := r[1].Text
		if r[1].Null {
			n = "NULL"
		}
		parts = append(parts, r[0].Text+"="+n)
	}
	return strings.Join(parts, " ")
}

const update = " ON DUPLICATE KEY UPDATE `k`=VALUES(`k`), `n`=VALUES(`n`)"

func insertText(values string) string { return "INSERT INTO `t`(`k`, `n`) VALUES " + values }

func TestStatements(t *testing.T) {
	tests := []struct {
		name    string
		queries []string
		want    string // of the last statement
		content string
	}{
		{"insert", []string{insertText("('a',1),('b',NULL)")}, "2 rows", "a=1 b=NULL"},
		{"upsert", []string{insertText("('a',1),('b',2)"), insertText("('a',3)") + update},
			"1 rows", "a=3 b=2"},
		{"duplicate", []string{insertText("('a',1)"), insertText("('b',1),('a',2)")},
			"Error 1062 (23000): Duplicate entry '1:a;' for key 'PRIMARY'", "a=1"},
		{"too long", []string{insertText("('abcd',1)")},
			"Error 1406 (22001): Data too long for column 'k' at row 1", ""},
		{"out of range", []string{insertText("('a',1),('b',2147483648)")},
			"Error 1264 (22003): Out of range value for column 'n' at row 2", ""},
		{"NULL key", []string{insertText("(NULL,1)")},
			"Error 1048 (23000): Column 'k' cannot be null", ""},
		{"wrong count", []string{insertText("('a')")},
			"Error 1136 (21S01): Column count doesn't match value count at row 1", ""},
		{"no table", []string{"INSERT INTO `x`(`k`) VALUES (1)"},
			"Error 1146 (42S02): Table 'x' doesn't exist", ""},
		{"no column", []string{"INSERT INTO `t`(`x`) VALUES (1)"},
			"Error 1054 (42S22): Unknown column 'x'", ""},
		{"delete", []string{insertText("('a',1),('b',2),('c',3)"),
			"DELETE FROM `t` WHERE (`k`) IN (('a'),('x'),('c'))"}, "2 rows", "b=2"},
		{"delete by other columns", []string{insertText("('a',1),('b',2)"),
			"DELETE FROM `t` WHERE (`n`, `k`) IN ((2,'b'),(2,'a'))"}, "1 rows", "a=1"},
		{"IN never finds NULL", []string{insertText("('a',NULL)"),
			"DELETE FROM `t` WHERE (`n`) IN ((NULL))"}, "0 rows", "a=NULL"},
		{"<=> finds NULL", []string{insertText("('a',NULL),('b',NULL)"),
			"DELETE FROM `t` WHERE `k` <=> 'a' AND `n` <=> NULL"}, "1 rows", "b=NULL"},
		{"probes", []string{insertText("('a',1)"), "DELETE FROM `t` WHERE FALSE",
			"INSERT INTO `t`(`k`, `n`) SELECT NULL, NULL FROM DUAL WHERE FALSE" + update},
			"0 rows", "a=1"},
		{"commit", []string{"START TRANSACTION", insertText("('a',1)"), "COMMIT"}, "0 rows", "a=1"},
		{"rollback", []string{insertText("('a',1),('b',1)"), "START TRANSACTION",
			insertText("('a',2),('c',3)") + update, "DELETE FROM `t` WHERE (`k`) IN (('b'))",
			"ROLLBACK"}, "0 rows", "a=1 b=1"},
		{"commit without autocommit", []string{"SET autocommit = 0", insertText("('a',1)"), "COMMIT",
			insertText("('b',1)"), "ROLLBACK"}, "0 rows", "a=1"},
		{"failed statement in a transaction", []string{insertText("('a',1)"), "START TRANSACTION",
			insertText("('b',1)")}, "1 rows", ""},
		{"settings", []string{"SET sql_mode = 'a,b', autocommit = 0, time_zone = '+00:00'",
			"SET NAMES utf8mb4 COLLATE utf8mb4_general_ci"}, "0 rows", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, conn := start(t, Config{})
			if got := exec(conn, tt.queries...); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
			if tt.name == "failed statement in a transaction" {
				got := exec(conn, insertText("('c',1),('b',2)"))
				if !strings.Contains(got, "1062") {
					t.Error(got)
				}
				exec(conn, "COMMIT")
				tt.content = "a=1 b=1"
			}
			if got := content(t, s); got != tt.content {
				t.Errorf("content %s, want %s", got, tt.content)
			}
		})
	}
}

func TestOtherStatementsAreRefused(t *testing.T) {
	_, conn := start(t, Config{})
	for _, q := range []string{
		"", "SELECT 1", "DROP TABLE `t`", "TRUNCATE `t`", "DELETE FROM `t`",
		"INSERT INTO t VALUES (1)",
		"DELETE FROM `t` WHERE (`k`) IN (('a')) OR TRUE",
		"DELETE FROM `t` WHERE (`k`) IN (('a'))--",
		insertText("('a',1)") + ";DROP TABLE `t`", insertText("('a',1) ") + update,
		insertText(`('a\'',1)`), insertText("('a',SLEEP(1))"), insertText("('a',1)),(('b',2)"),
		insertText("('a',1)") + " ON DUPLICATE KEY UPDATE `k`=VALUES(`k`)",
		insertText("('a',1)") + " ON DUPLICATE KEY UPDATE `k`=VALUES(`n`), `n`=VALUES(`k`)",
		"SELECT * FROM `t` WHERE 1", "SELECT `k` FROM `t`, `t`", "SET GLOBAL x = '1'",
		"SET sql_mode = 'a', x = 'y'", "SET autocommit = 1", "LOAD DATA INFILE 'x'", "SELECT @@version",
		"SELECT ENGINE FROM information_schema.TABLES",
	} {
		got := exec(conn, q)
		want := "Error 1235 (42000): the stand-in runs only statements of the sink, not: " + q
		if got != want {
			t.Errorf("%s: %s", q, got)
		}
	}
}

func TestSelect(t *testing.T) {
	_, conn := start(t, Config{})
	exec(conn, insertText("('b',1),('a',NULL)"))
	tests := []struct{ query, want string }{
		{"SELECT * FROM `t`", "[k n] [b 1] [a -]"},
		{"SELECT `n`, `k` FROM `t`", "[n k] [1 b] [- a]"},
		{"SELECT @@max_allowed_packet", "[@@max_allowed_packet] [16777216]"},
		{"SELECT INDEX_NAME, COLUMN_NAME, SUB_PART FROM information_schema.STATISTICS " +
			"WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't' AND NON_UNIQUE = 0",
			"[INDEX_NAME COLUMN_NAME SUB_PART] [PRIMARY k -]"},
		{"SELECT ENGINE FROM information_schema.TABLES " +
			"WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'none'", "[ENGINE]"},
	}
	for _, tt := range tests {
		if got := selected(t, conn, tt.query); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.query, got, tt.want)
		}
	}
}

func selected(t *testing.T, conn *sql.Conn, query string) string {
	t.Helper()
	rows, err := conn.QueryContext(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	text := fmt.Sprint(columns)
	for rows.Next() {
		values, pointers := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			pointers[i] = &values[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			t.Fatal(err)
		}
		line := make([]string, len(values))
		for i, v := range values {
			if line[i] = v.String; !v.Valid {
				line[i] = "-"
			}
		}
		text += " " + fmt.Sprint(line)
	}
	return text
}

func TestLostClientIsRolledBack(t *testing.T) {
	s, conn := start(t, Config{LockWait: 300 * time.Millisecond})
	exec(conn, insertText("('a',1)"), "START TRANSACTION", insertText("('a',2),('b',2)")+update)
	other := connect(t, s)
	if got := exec(other, insertText("('c',1)")); !strings.HasPrefix(got, "Error 1205 (HY000)") {
		t.Errorf("a locked table: %s", got)
	}
	_ = conn.Raw(func(any) error { return errors.New("bad") })
	_ = conn.Raw(func(c any) error { return c.(interface{ Close() error }).Close() })
	deadline := time.Now().Add(5 * time.Second)
	for exec(other, insertText("('c',1)")) != "1 rows" {
		if time.Now().After(deadline) {
			t.Fatal("the lock of a lost client stays")
		}
	}
	if got := content(t, s); got != "a=1 c=1" {
		t.Error(got)
	}
}

func TestPacketLimit(t *testing.T) {
	s, _ := start(t, Config{MaxAllowedPacket: 1 << 16})
	long := Table{Name: "long", Columns: []Column{{Name: "v", Type: "LONGTEXT"}}}
	if err := s.CreateTable(long); err != nil {
		t.Fatal(err)
	}
	db, _ := sql.Open("mysql", "u:p@tcp("+s.Addr()+")/d?maxAllowedPacket=1000000000")
	defer db.Close()
	head := "INSERT INTO `long`(`v`) VALUES ('"
	if _, err := db.Exec(head + strings.Repeat("x", 1<<16-len(head)-3) + "')"); err != nil {
		t.Errorf("a packet of the limit: %v", err)
	}
	for _, n := range []int{1<<16 - len(head) - 2, 1 << 25} {
		_, err := db.Exec(head + strings.Repeat("x", n) + "')")
		var refused *mysql.MySQLError
		if err == nil || errors.As(err, &refused) && refused.Number != 1153 {
			t.Errorf("%d characters: %v", n, err)
		}
	}
}

func TestLogin(t *testing.T) {
	s, _ := start(t, Config{})
	tests := []struct{ dsn, want string }{
		{"u:wrong@tcp(%s)/d", "Error 1045 (28000): Access denied for user 'u'"},
		{"u@tcp(%s)/d", "(using password: NO)"},
		{"other:p@tcp(%s)/d", "Error 1045 (28000)"},
		{"u:p@tcp(%s)/x", "Error 1049 (42000): Unknown database 'x'"},
		{"u:p@tcp(%s)/d", ""},
		{"u:p@tcp(%s)/", ""},
	}
	for _, tt := range tests {
		db, _ := sql.Open("mysql", fmt.Sprintf(tt.dsn, s.Addr()))
		err := db.Ping()
		if tt.want == "" && err != nil || tt.want != "" &&
			(err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: %v, want %s", tt.dsn, err, tt.want)
		}
		_ = db.Close()
	}
}

func TestGarbageOnTheWire(t *testing.T) {
	s, conn := start(t, Config{})
	for _, text := range []string{"GET / HTTP/1.1\r\n\r\n", "\x00\x00\x00\x01",
		"\x01\x00\x00\x01\x05",
		"\xff\xff\xff\x01" + strings.Repeat("x", 100)} {
		c, err := net.Dial("tcp", s.Addr())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = c.Write([]byte(text))
		_ = c.Close()
	}
	if got := exec(conn, insertText("('a',1)")); got != "1 rows" {
		t.Error(got)
	}
}

func TestCloseEndsOpenTransactions(t *testing.T) {
	s, conn := start(t, Config{})
	exec(conn, "START TRANSACTION", insertText("('a',1)"))
	done := make(chan error, 1)
	go func() { done <- s.Close() }()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("Close waits for a client")
	}
	if got := content(t, s); got != "" {
		t.Error(got)
	}
}

func TestUnknownTypeAndKey(t *testing.T) {
	s, _ := start(t, Config{})
	for _, table := range []Table{
		{Name: "x", Columns: []Column{{Name: "a", Type: "GEOMETRY"}}},
		{Name: "x", Columns: []Column{{Name: "a", Type: "INT"}}, Key: []string{"b"}},
	} {
		if err := s.CreateTable(table); err == nil {
			t.Errorf("%+v is accepted", table)
		}
	}
}

func TestStoredValues(t *testing.T) {
	tests := []struct{ typ, text, want string }{
		{"INT", "007", "7"},
		{"INT", "2.5e0", "3"},
		{"INT", "x", "incorrect"},
		{"TINYINT", "-129", "out of range"},
		{"TINYINT", "1e9", "out of range"},
		{"DOUBLE", "1e-01", "0.1"},
		{"DOUBLE", "1e999", "out of range"},
		{"DOUBLE", "NaN", "incorrect"},
		{"DECIMAL(5,2)", "-1.005", "-1.01"},
		{"DECIMAL(5,2)", "999.994", "999.99"},
		{"DECIMAL(5,2)", "999.995", "out of range"},
		{"CHAR(2)", "北京", "北京"},
		{"CHAR(2)", "北京市", "too long"},
		{"LONGTEXT", "\xff", "incorrect"},
		{"VARBINARY(2)", "\xff\x00", "\xff\x00"},
		{"VARBINARY(2)", "\xff\x00\x00", "too long"},
		{"DATE", "2000-02-29", "2000-02-29"},
		{"DATE", "1900-02-29", "incorrect"},
		{"TIME", "23:59:58.500", "23:59:59"},
		{"DATETIME(3)", "2000-01-01 00:00:00", "2000-01-01 00:00:00.000"},
		{"DATETIME", "1999-12-31 23:59:59.500000", "2000-01-01 00:00:00"},
	}
	for _, tt := range tests {
		typ, err := parseType(tt.typ)
		if err != nil {
			t.Fatal(err)
		}
		got, err := typ.store(Value{Text: tt.text})
		if err != nil {
			got.Text = err.Error()
		}
		if got.Text != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.typ, tt.text, got.Text, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		insertText("('a',1),(X'00',_utf8mb4 X'ff')") + update,
		"DELETE FROM `t` WHERE (`k`) IN (('a'))", "DELETE FROM `t` WHERE `k` <=> NULL",
		"SELECT `k` FROM `t`", "SELECT * FROM `a``b`", "SET sql_mode = 'x'", "INSERT INTO `",
		"SET ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		st, err := parse(text)
		if (st == nil) == (err == nil) {
			t.Fatalf("%v, %v", st, err)
		}
	})
}

func FuzzParseLogin(f *testing.F) {
	f.Add(uint32(0xffffffff), []byte("u\x00\x01xd\x00mysql_native_password\x00"))
	f.Add(uint32(0), []byte("u\x00\xff"))
	f.Add(uint32(8), []byte{})
	f.Fuzz(func(t *testing.T, flags uint32, rest []byte) {
		if l, err := parseLogin(flags, rest); err == nil && len(l.user) >= len(rest) {
			t.Fatalf("%q from %q", l.user, rest)
		}
	})
}
