package mysql_test

import (
	"context"
	"fmt"
	"net"
	"testing"
	"time"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
	"github.com/flinkc/flinkc/rtlib/connector/mysql"
)

// totals is the table that the errors of Open are about.
var totals = standin.Table{Name: "totals", Key: []string{"province"}, Columns: []standin.Column{
	{Name: "province", Type: "VARCHAR(64)"}, {Name: "n", Type: "BIGINT"},
	{Name: "speed", Type: "DOUBLE"}}}

// with returns totals with some change.
func with(change func(*standin.Table)) standin.Table {
	t := totals
	t.Columns = append([]standin.Column(nil), totals.Columns...)
	change(&t)
	return t
}

func TestOpenNamesTheThingAndTheCure(t *testing.T) {
	tests := []struct {
		name   string
		table  standin.Table
		config func(c *mysql.Config)
		kind   mysql.Kind
		want   []string
	}{
		{"wrong password", totals, func(c *mysql.Config) { c.Password = "s3cret-wrong" },
			mysql.WrongPassword, []string{"table \"sink\": MySQL at 127.0.0.1:",
				"refuses user writer with this password (error 1045); " +
					"check username and password of the table"}},
		{"no password", totals, func(c *mysql.Config) { c.Password = "" },
			mysql.WrongPassword, []string{"with an empty password"}},
		{"unknown user", totals, func(c *mysql.Config) { c.User = "nobody" },
			mysql.WrongPassword, []string{"refuses user nobody"}},
		{"missing table", totals, func(c *mysql.Config) { c.Target = "absent" }, mysql.MissingTable,
			[]string{"database flink of MySQL at", "has no table absent", "create it:\n" +
				"CREATE TABLE `absent` (\n" +
				"  `province` VARCHAR(64) NOT NULL,\n" +
				"  `n` BIGINT,\n" +
				"  `speed` DOUBLE,\n" +
				"  PRIMARY KEY (`province`)\n" +
				") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"}},
		{"missing columns", with(func(t *standin.Table) { t.Columns = t.Columns[:1] }), nil,
			mysql.MissingColumn, []string{"totals has no column n, speed; " +
				"ALTER TABLE `totals` ADD COLUMN `n` BIGINT, ADD COLUMN `speed` DOUBLE"}},
		{"MyISAM", with(func(t *standin.Table) { t.Engine = "MyISAM" }), nil, mysql.WrongEngine,
			[]string{"totals has engine MyISAM", "ALTER TABLE `totals` ENGINE=InnoDB"}},
		{"latin1", with(func(t *standin.Table) { t.Charset = "latin1" }), nil, mysql.WrongCharset,
			[]string{"column province of totals has character set latin1",
				"ALTER TABLE `totals` CONVERT TO CHARACTER SET utf8mb4"}},
		{"no key", with(func(t *standin.Table) { t.Key = nil }), nil, mysql.NoUniqueKey,
			[]string{"no unique index over exactly (`province`)",
				"ALTER TABLE `totals` ADD UNIQUE INDEX (`province`)"}},
		{"larger key", with(func(t *standin.Table) { t.Key = []string{"province", "n"} }), nil,
			mysql.NoUniqueKey, []string{"exactly (`province`)"}},
		{"other key", with(func(t *standin.Table) { t.Key = []string{"n"} }), nil,
			mysql.NoUniqueKey, []string{"exactly (`province`)"}},
		{"column without default", with(func(t *standin.Table) {
			t.Columns = append(t.Columns, standin.Column{Name: "x", Type: "INT", NotNull: true})
		}), nil, mysql.NoDefault, []string{"column x of totals is NOT NULL without a default"}},
		{"no columns", totals, func(c *mysql.Config) { c.Columns = nil }, mysql.BadPlan, nil},
		{"TLS mode", totals, func(c *mysql.Config) { c.TLS = "maybe" }, mysql.BadPlan, nil},
	}
	each(t, func(t *testing.T, b *backend) {
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				b.drop(t, "absent")
				b.create(t, tt.table)
				c := b.config(t, totals)
				if tt.config != nil {
					tt.config(&c)
				}
				expectError(t, failOpen(t, c), tt.kind, tt.want...)
			})
		}
	})
}

// failOpen returns the error of Open, which must come soon.
func failOpen(t *testing.T, c mysql.Config) error {
	t.Helper()
	s := mysql.New(c)
	defer s.Close()
	start := time.Now()
	err := s.Open(context.Background())
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %s", took)
	}
	return err
}

func TestOpenUnknownDatabase(t *testing.T) {
	each(t, func(t *testing.T, b *backend) {
		if b.mariadb != nil {
			b.admin(t, "GRANT ALL ON lost.* TO writer@'%'")
		}
		c := b.config(t, totals)
		c.Database = "lost"
		expectError(t, failOpen(t, c), mysql.UnknownDatabase, "has no database lost",
			"CREATE DATABASE `lost` CHARACTER SET utf8mb4")
	})
}

func TestOpenConnectionRefused(t *testing.T) {
	b := newStandin(t)
	c := b.config(t, totals)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c.Port = l.Addr().(*net.TCPAddr).Port
	_ = l.Close()
	expectError(t, failOpen(t, c), mysql.Unreachable,
		fmt.Sprintf("cannot connect to MySQL at 127.0.0.1:%d", c.Port), "connection refused",
		"check host and port of the url, and that the server runs")
}

func TestOpenSilentServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0") // accepts by the kernel and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	c := mysql.Config{Table: "sink", Target: "t", Host: "127.0.0.1", User: user, Password: password,
		Port: l.Addr().(*net.TCPAddr).Port, Columns: []mysql.Column{{Name: "a", Type: "INT"}}}
	expectError(t, failOpen(t, c), mysql.Unreachable, "cannot connect to MySQL at 127.0.0.1:")
}

// TestOpenMariaDB is what the stand-in does not have.
func TestOpenMariaDB(t *testing.T) {
	b := newMariaDB(t)
	create := "CREATE TABLE totals (province VARCHAR(64) NOT NULL, n BIGINT, speed DOUBLE"
	tests := []struct {
		name string
		ddl  []string
		user string
		kind mysql.Kind // empty: Open succeeds
		want string
	}{
		{"unique index", []string{create +
			", id INT AUTO_INCREMENT PRIMARY KEY, UNIQUE (province))"}, user, "", ""},
		{"index that is not unique", []string{create + ", INDEX (province))"}, user,
			mysql.NoUniqueKey, ""},
		{"index over a prefix", []string{create + ", UNIQUE (province(10)))"}, user,
			mysql.NoUniqueKey, ""},
		{"default for a column not written",
			[]string{create + ", x INT NOT NULL DEFAULT 3, PRIMARY KEY (province))"}, user, "", ""},
		{"view", []string{create + ", PRIMARY KEY (province))",
			"ALTER TABLE totals RENAME totals_base",
			"CREATE VIEW totals AS SELECT * FROM totals_base"}, user,
			mysql.WrongEngine, "totals is not a base table"},
		{"generated column", []string{"CREATE TABLE totals (province VARCHAR(64) PRIMARY KEY, " +
			"n BIGINT, speed DOUBLE AS (n * 2))"}, user, mysql.GeneratedColumn,
			"column speed of totals is computed by the database"},
		{"reader only", []string{create + ", PRIMARY KEY (province))"}, "reader",
			mysql.NoPrivilege, "GRANT SELECT, INSERT, UPDATE, DELETE ON `flink`.* TO 'reader'@'%'"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			drop := []string{"DROP VIEW IF EXISTS totals",
				"DROP TABLE IF EXISTS totals, totals_base"}
			b.admin(t, drop...)
			defer b.admin(t, drop...)
			b.admin(t, "CREATE OR REPLACE USER reader@'%' IDENTIFIED BY 's3cret'",
				"GRANT SELECT ON flink.* TO reader@'%'")
			b.exec(t, tt.ddl...)
			c := b.config(t, totals)
			if tt.user != user {
				c.User, c.Password = tt.user, "s3cret"
			}
			if tt.kind == "" {
				s := open(t, c)
				upsert := "('x',1,2e0)"
				s.Upsert([]byte("x"), []byte(upsert))
				flush(t, s, 1)
				return
			}
			expectError(t, failOpen(t, c), tt.kind, tt.want)
		})
	}
}

func TestOpenUnknownTimeZone(t *testing.T) {
	b := newMariaDB(t)
	b.create(t, totals)
	c := b.config(t, totals)
	c.TimeZone = "Mars/Base"
	expectError(t, failOpen(t, c), mysql.BadSession, "does not know the time zone Mars/Base",
		"or write the zone as +02:00")
}

func TestTLSModes(t *testing.T) {
	each(t, func(t *testing.T, b *backend) { // neither server has a certificate
		b.create(t, totals)
		c := b.config(t, totals)
		c.TLS = "preferred"
		open(t, c)
		for _, mode := range []string{"required", "verify-identity"} {
			c.TLS = mode
			expectError(t, failOpen(t, c), mysql.Unreachable, "TLS",
				"switch TLS on at the server, or do not ask for it in the url")
		}
	})
}

// The server's defaults must not matter to what is stored.
func TestServerDefaultsDoNotMatter(t *testing.T) {
	b := newMariaDB(t)
	b.create(t, standin.Table{Name: "texts", Columns: []standin.Column{
		{Name: "v", Type: "VARCHAR(100)"}, {Name: "at", Type: "TIMESTAMP(3) NULL"}}})
	for _, mode := range []string{"''", "'NO_BACKSLASH_ESCAPES'", "'ANSI_QUOTES,ORACLE'"} {
		b.admin(t, "SET GLOBAL sql_mode = "+mode, "SET GLOBAL time_zone = '+08:00'")
		s := open(t, b.config(t, standin.Table{Name: "texts", Columns: []standin.Column{
			{Name: "v", Type: "STRING"}, {Name: "at", Type: "TIMESTAMP(3)"}}}))
		tuple := append(mysql.AppendString([]byte("("), `a\'b"`), ',')
		s.Insert(append(mysql.AppendTimestampMillis(tuple, 1000), ')'))
		flush(t, s, 1)
	}
	b.admin(t, "SET GLOBAL sql_mode = DEFAULT", "SET GLOBAL time_zone = '+00:00'")
	want := `a\'b" 1970-01-01 00:00:01.000`
	if got := shown(b.rows(t, "texts")); got != want+", "+want+", "+want {
		t.Error(got)
	}
}
