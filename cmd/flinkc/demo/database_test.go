package demo

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// wantError checks an error's kind and how its text begins.
func wantError(t *testing.T, err error, kind Kind, text string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != kind || !strings.HasPrefix(err.Error(), text) {
		t.Errorf("error %v, want kind %d and %q", err, kind, text)
	}
}

func openTestDatabase(t *testing.T) *database {
	t.Helper()
	d, err := openDatabase(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.close() })
	return d
}

func insert(t *testing.T, d *database, rows string) {
	t.Helper()
	_, err := d.pool.Exec("INSERT INTO `access_statistic`" +
		"(`province`, `access_count`, `total_download`, `download_speed`) VALUES " + rows)
	if err != nil {
		t.Fatal(err)
	}
}

func TestRowsAreSortedByAccesses(t *testing.T) {
	d := openTestDatabase(t)
	insert(t, d, "('北京市',2,7,1.5e0),('UnKnow',9,NULL,NULL),('上海市',2,8,2.25e0)")
	rows, err := d.rows()
	if err != nil {
		t.Fatal(err)
	}
	want := "" +
		"province                 accesses                bytes         bytes/ms\n" +
		"UnKnow                          9                 NULL             NULL\n" +
		"上海市                          2                    8            2.250\n" +
		"北京市                          2                    7            1.500\n"
	if got := Table(rows, 9); got != want {
		t.Errorf("rows\n%swant\n%s", got, want)
	}
	if n := provinces(rows); n != 2 {
		t.Errorf("%d provinces, want 2", n)
	}
}

// The demo must not mix its numbers with those of another run, nor delete them.
func TestTableWithRowsIsRefused(t *testing.T) {
	d := openTestDatabase(t)
	insert(t, d, "('北京市',2,7,1.5e0)")
	err := d.connect(context.Background())
	wantError(t, err, Pipeline, `table "access_statistic" of MySQL at 127.0.0.1:`)
	if err != nil && !strings.Contains(err.Error(), "TRUNCATE TABLE access_statistic") {
		t.Errorf("error does not say what to do: %v", err)
	}
}

func TestParseDSN(t *testing.T) {
	tests := []struct{ dsn, want string }{
		{"root:p@ss@tcp(127.0.0.1:3307)/Flink", "root p@ss jdbc:mysql://127.0.0.1:3307/Flink"},
		{"root@tcp(db)/x", "root  jdbc:mysql://db:3306/x"},
		{"u:p@tcp([::1]:3306)/a%2Fb", "u p jdbc:mysql://[::1]:3306/a%2Fb"},
		{"root@unix(/run/mysqld.sock)/x", "--mysql: the job connects by tcp, not by unix\n"},
		{"root@tcp(db:1)/", "--mysql: it names no database\n"},
		{"root@tcp(db:1)/x?tls=true", "--mysql: parameters are not supported\n"},
		{"root@tcp(db:1)/x?allowAllFiles=true", "--mysql: parameters are not supported\n"},
		{"localhost:3306", "--mysql: "},
		{"jdbc:mysql://localhost:3306/x", "--mysql: "},
	}
	for _, tt := range tests {
		c, err := parseDSN(tt.dsn)
		got := ""
		if err != nil {
			got = err.Error()
			wantError(t, err, Input, "--mysql: ")
		} else {
			d := database{config: c}
			got = c.User + " " + c.Passwd + " " + d.jdbcURL()
		}
		if !strings.HasPrefix(got, tt.want) {
			t.Errorf("%s: %s, want %s", tt.dsn, got, tt.want)
		}
	}
}

func TestDatabaseThatIsNotThere(t *testing.T) {
	_, err := openDatabase(context.Background(), "root:secret@tcp(127.0.0.1:1)/Flink")
	wantError(t, err, Pipeline, "MySQL at 127.0.0.1:1: ")
	if err != nil && strings.Contains(err.Error(), "secret") {
		t.Errorf("error tells the password: %v", err)
	}
}

func TestQuoted(t *testing.T) {
	if got, want := quoted("a`b;北"), "`a``b;北`"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
