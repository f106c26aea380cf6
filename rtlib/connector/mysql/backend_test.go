package mysql_test

// The servers that the suite runs against: the stand-in and MariaDB.

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/go-sql-driver/mysql"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

const (
	user     = "writer"
	password = "s3cret-Pa'ss\\word"
	database = "flink"
)

// backend is a server with the user and the database above.
type backend struct {
	name string
	addr string
	// create makes a table anew.
	create func(t testing.TB, table standin.Table)
	drop   func(t testing.TB, table string)
	// mariadb is nil for the stand-in.
	mariadb *servers.MariaDBServer
}

func TestMain(m *testing.M) {
	code := m.Run()
	if mariadb.server != nil {
		mariadb.server.Kill()
		_ = os.RemoveAll(mariadb.dir)
	}
	os.Exit(code)
}

// each runs a test against both servers.
func each(t *testing.T, test func(t *testing.T, b *backend)) {
	t.Helper()
	t.Run("standin", func(t *testing.T) { test(t, newStandin(t)) })
	t.Run("mariadb", func(t *testing.T) { test(t, newMariaDB(t)) })
}

func newStandin(t testing.TB) *backend {
	s, err := standin.Start(standin.Config{User: user, Password: password, Database: database,
		LockWait: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &backend{name: "standin", addr: s.Addr(),
		create: func(t testing.TB, table standin.Table) {
			if err := s.CreateTable(table); err != nil {
				t.Fatal(err)
			}
		},
		drop: func(_ testing.TB, table string) { s.DropTable(table) },
	}
}

// mariadb is started once for all tests of the package.
var mariadb struct {
	once   sync.Once
	server *servers.MariaDBServer
	dir    string
	err    error
}

func startMariaDB() {
	mariadb.dir, mariadb.err = os.MkdirTemp("", "mariadb")
	if mariadb.err != nil {
		return
	}
	mariadb.server, mariadb.err = servers.StartMariaDB(mariadb.dir)
	if mariadb.err != nil {
		return
	}
	db := mustOpen("root@tcp(" + mariadb.server.Addr() + ")/")
	defer db.Close()
	for _, q := range []string{
		"SET GLOBAL innodb_lock_wait_timeout = 1",
		"CREATE DATABASE flink CHARACTER SET utf8mb4",
		"CREATE USER writer@'%' IDENTIFIED BY 's3cret-Pa''ss\\\\word'",
		"GRANT ALL ON flink.* TO writer@'%'",
	} {
		if _, err := db.Exec(q); err != nil && mariadb.err == nil {
			mariadb.err = err
		}
	}
}

func newMariaDB(t testing.TB) *backend {
	mariadb.once.Do(startMariaDB)
	if mariadb.err != nil {
		servers.SkipOrFail(t, mariadb.err)
	}
	b := &backend{name: "mariadb", addr: mariadb.server.Addr(), mariadb: mariadb.server}
	b.create = func(t testing.TB, table standin.Table) {
		b.exec(t, dropTable(table.Name), ddl(table))
	}
	b.drop = func(t testing.TB, table string) { b.exec(t, dropTable(table)) }
	return b
}

func mustOpen(dsn string) *sql.DB {
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		panic(err)
	}
	db.SetMaxOpenConns(1)
	return db
}

func (b *backend) dsn() string {
	return user + ":" + password + "@tcp(" + b.addr + ")/" + database + "?charset=utf8mb4"
}

// exec runs statements as the user.
func (b *backend) exec(t testing.TB, queries ...string) {
	t.Helper()
	db := mustOpen(b.dsn())
	defer db.Close()
	for _, q := range queries {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%v\n%s", err, q)
		}
	}
}

// admin runs statements as root of MariaDB.
func (b *backend) admin(t testing.TB, queries ...string) {
	t.Helper()
	db := mustOpen("root@tcp(" + b.addr + ")/" + database)
	defer db.Close()
	for _, q := range queries {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%v\n%s", err, q)
		}
	}
}

// rows returns the rows of a table as texts, NULL as <null>.
func (b *backend) rows(t testing.TB, table string) [][]string {
	t.Helper()
	db := mustOpen(b.dsn())
	defer db.Close()
	rows, err := db.Query("SELECT * FROM " + quote(table))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, _ := rows.Columns()
	var all [][]string
	for rows.Next() {
		values, pointers := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			pointers[i] = &values[i]
		}
		if err := rows.Scan(pointers...); err != nil {
			t.Fatal(err)
		}
		all = append(all, texts(values))
	}
	if rows.Err() != nil {
		t.Fatal(rows.Err())
	}
	return all
}

func texts(values []sql.NullString) []string {
	list := make([]string, len(values))
	for i, v := range values {
		if list[i] = v.String; !v.Valid {
			list[i] = "<null>"
		}
	}
	return list
}

func quote(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }

func dropTable(name string) string { return "DROP TABLE IF EXISTS " + quote(name) }

// ddl is the CREATE TABLE of MariaDB.
func ddl(t standin.Table) string {
	var parts []string
	for _, c := range t.Columns {
		part := quote(c.Name) + " " + c.Type
		if c.NotNull {
			part += " NOT NULL"
		}
		parts = append(parts, part)
	}
	if len(t.Key) > 0 {
		keys := make([]string, len(t.Key))
		for i, k := range t.Key {
			keys[i] = quote(k)
		}
		parts = append(parts, "PRIMARY KEY ("+strings.Join(keys, ",")+")")
	}
	q := fmt.Sprintf("CREATE TABLE %s (%s) ENGINE=%s CHARACTER SET %s", quote(t.Name),
		strings.Join(parts, ", "), or(t.Engine, "InnoDB"), or(t.Charset, "utf8mb4"))
	if or(t.Charset, "utf8mb4") == "utf8mb4" {
		q += " COLLATE utf8mb4_bin" // compare keys byte by byte, as the stand-in does
	}
	return q
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// config describes a sink of the whole table.
func (b *backend) config(t testing.TB, table standin.Table) mysql.Config {
	host, port, err := net.SplitHostPort(b.addr)
	if err != nil {
		t.Fatal(err)
	}
	n, _ := strconv.Atoi(port)
	c := mysql.Config{Table: "sink", Target: table.Name, Host: host, Port: n, User: user,
		Password: password, Database: database, MaxRetries: 3}
	for i, column := range table.Columns {
		c.Columns = append(c.Columns, mysql.Column{Name: column.Name, Type: sqlType(column)})
		for _, k := range table.Key {
			if k == column.Name {
				c.Key = append(c.Key, i)
			}
		}
	}
	return c
}

// sqlType is the type that a table of the job would declare.
func sqlType(c standin.Column) string {
	return strings.NewReplacer("DATETIME", "TIMESTAMP", "LONGTEXT", "STRING", "LONGBLOB", "BYTES").
		Replace(c.Type)
}

// open opens a sink and closes it at the test's end.
func open(t testing.TB, c mysql.Config) *mysql.Sink {
	t.Helper()
	s := mysql.New(c)
	t.Cleanup(func() { _ = s.Close() })
	if err := s.Open(context.Background()); err != nil {
		t.Fatal(err)
	}
	return s
}

// flush ends the epoch and commits it.
func flush(t testing.TB, s *mysql.Sink, epoch uint64) {
	t.Helper()
	committable, err := s.Prepare(context.Background(), epoch)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(context.Background(), epoch, committable); err != nil {
		t.Fatal(err)
	}
}

// counts is the table of most cases: a key and a number.
var counts = standin.Table{Name: "counts", Key: []string{"k"}, Columns: []standin.Column{
	{Name: "k", Type: "VARCHAR(40)"}, {Name: "n", Type: "BIGINT"}}}

func upsert(s *mysql.Sink, k string, n int64) {
	tuple := append(mysql.AppendString([]byte{'('}, k), ',')
	s.Upsert(mysql.AppendKeyString(nil, k), append(mysql.AppendInt(tuple, n), ')'))
}

func remove(s *mysql.Sink, k string) {
	s.Delete(mysql.AppendKeyString(nil, k), append(mysql.AppendString([]byte{'('}, k), ')'))
}

// shown joins rows as "a 1, b 2", sorted by their text.
func shown(rows [][]string) string {
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = strings.Join(r, " ")
	}
	slices.Sort(lines)
	return strings.Join(lines, ", ")
}
