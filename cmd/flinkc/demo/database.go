package demo

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"net/url"
	"slices"

	"github.com/go-sql-driver/mysql"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/page"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
)

// table is the one that cdn.sql writes.
const table = "access_statistic"

// What the stand-in is called; cdn.sql names the same database.
const (
	standinUser     = "demo"
	standinPassword = "demo"
	standinDatabase = "Flink"
)

// standinTable is the table as createTable makes it on a real server.
var standinTable = standin.Table{Name: table, Key: []string{"province"}, Columns: []standin.Column{
	{Name: "province", Type: "VARCHAR(64)", NotNull: true},
	{Name: "access_count", Type: "BIGINT"},
	{Name: "total_download", Type: "BIGINT"},
	{Name: "download_speed", Type: "DOUBLE"},
}}

const createTable = "CREATE TABLE IF NOT EXISTS `" + table + "` (" +
	"province VARCHAR(64) NOT NULL PRIMARY KEY, access_count BIGINT, total_download BIGINT, " +
	"download_speed DOUBLE) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"

const selectRows = "SELECT `province`, `access_count`, `total_download`, `download_speed` " +
	"FROM `" + table + "`"

// database is where the job writes and where the view reads, over the wire in both cases.
type database struct {
	config *mysql.Config
	server *standin.Server // nil: a real server
	pool   *sql.DB
}

// openDatabase connects to the server of a DSN, or starts the stand-in when it is empty, and makes
// sure that the table is there and has no rows.
func openDatabase(ctx context.Context, dsn string) (*database, error) {
	d := &database{}
	err := d.configure(dsn)
	if err == nil {
		err = d.connect(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// configure finds out where the database is.
func (d *database) configure(dsn string) (err error) {
	if dsn != "" {
		d.config, err = parseDSN(dsn)
		return err
	}
	d.config = mysql.NewConfig()
	d.config.Net, d.config.DBName = "tcp", standinDatabase
	d.config.User, d.config.Passwd = standinUser, standinPassword
	d.server, err = standin.Start(standin.Config{
		User: standinUser, Password: standinPassword, Database: standinDatabase})
	if err != nil {
		return errEnvironment("stand-in database", err)
	}
	d.config.Addr = d.server.Addr()
	return d.server.CreateTable(standinTable)
}

// parseDSN reads user:password@tcp(host:port)/name. Parameters are refused: the job would not have
// them.
func parseDSN(dsn string) (*mysql.Config, error) {
	c, err := mysql.ParseDSN(dsn)
	if err != nil {
		return nil, errDSN(err.Error())
	}
	plain := mysql.NewConfig()
	plain.User, plain.Passwd, plain.Net = c.User, c.Passwd, c.Net
	plain.Addr, plain.DBName = c.Addr, c.DBName
	again, err := mysql.ParseDSN(plain.FormatDSN())
	switch {
	case err != nil:
		return nil, errDSN(err.Error())
	case c.Net != "tcp":
		return nil, errDSN("the job connects by tcp, not by " + c.Net)
	case c.DBName == "":
		return nil, errDSN("it names no database")
	case again.FormatDSN() != c.FormatDSN():
		return nil, errDSN("parameters are not supported")
	}
	return c, nil
}

// connect makes what is missing on the server.
func (d *database) connect(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, serverWait)
	defer cancel()
	if d.server == nil {
		if err := d.create(ctx); err != nil {
			return errMySQL(d.config.Addr, err)
		}
	}
	var err error
	if d.pool, err = open(d.config); err != nil {
		return errMySQL(d.config.Addr, err)
	}
	rows, err := d.query(ctx)
	if err == nil && len(rows) > 0 {
		return errNotEmpty(d.config.Addr, d.config.DBName, len(rows))
	}
	return err
}

// create makes database and table.
func (d *database) create(ctx context.Context) error {
	server := d.config.Clone()
	server.DBName = ""
	pool, err := open(server)
	if err != nil {
		return err
	}
	defer pool.Close()
	pool.SetMaxOpenConns(1) // USE is of the connection
	name := quoted(d.config.DBName)
	for _, statement := range []string{
		"CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4", "USE " + name, createTable,
	} {
		if _, err := pool.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// open makes a pool that says nothing to standard error on its own.
func open(c *mysql.Config) (*sql.DB, error) {
	c = c.Clone()
	c.Logger = &mysql.NopLogger{}
	c.Timeout, c.ReadTimeout = serverWait, serverWait
	connector, err := mysql.NewConnector(c)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(connector), nil
}

// quoted is a name of the database in back quotes.
func quoted(name string) string {
	text := []byte{'`'}
	for i := range len(name) {
		if name[i] == '`' {
			text = append(text, '`')
		}
		text = append(text, name[i])
	}
	return string(append(text, '`'))
}

// rows reads the result table, most accesses first.
func (d *database) rows() ([]page.Row, error) {
	ctx, cancel := context.WithTimeout(context.Background(), serverWait)
	defer cancel()
	return d.query(ctx)
}

func (d *database) query(ctx context.Context) (rows []page.Row, err error) {
	found, err := d.pool.QueryContext(ctx, selectRows)
	if err != nil {
		return nil, errMySQL(d.config.Addr, err)
	}
	defer found.Close()
	for found.Next() {
		var r page.Row
		var count sql.NullInt64
		if err := found.Scan(&r.Province, &count, &r.Bytes, &r.Speed); err != nil {
			return nil, errMySQL(d.config.Addr, err)
		}
		r.Count = count.Int64
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b page.Row) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Province, b.Province))
	})
	if err := found.Err(); err != nil {
		return nil, errMySQL(d.config.Addr, err)
	}
	return rows, nil
}

// jdbcURL is the address as the script has it.
func (d *database) jdbcURL() string {
	return "jdbc:mysql://" + d.config.Addr + "/" + url.PathEscape(d.config.DBName)
}

// environment holds the credentials under the names that cdn.sql reads.
func (d *database) environment() []string {
	return []string{"CDN_MYSQL_USER=" + d.config.User, "CDN_MYSQL_PASSWORD=" + d.config.Passwd}
}

// String says where the database is, without the password.
func (d *database) String() string {
	where := d.config.Addr + "/" + d.config.DBName + ", table " + table
	if d.server != nil {
		return where + ", in this process"
	}
	return where
}

func (d *database) close() error {
	if d.pool != nil {
		d.pool.Close()
	}
	if d.server == nil {
		return nil
	}
	return d.server.Close()
}
