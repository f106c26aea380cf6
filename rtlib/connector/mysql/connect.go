package mysql

import (
	"context"
	"crypto/tls"
	"database/sql"
	"database/sql/driver"
	"net"
	"sync/atomic"
	"time"

	"github.com/go-sql-driver/mysql"
)

const (
	defaultConnectTimeout = 5 * time.Second
	defaultSocketTimeout  = 90 * time.Second
	// openTimeout bounds Open: an operator who starts a job shall not wait longer for its error.
	openTimeout = 9 * time.Second
)

// sqlMode makes the server refuse a value that it would have to change, and take 0 for 0 in an
// AUTO_INCREMENT column: a repeated upsert of such a row would else add rows.
const sqlMode = "'STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION," +
	"NO_AUTO_VALUE_ON_ZERO'"

// openDB prepares the one connection of the sink; it is made when first used, and anew after a
// failure. Each new one gets the same session settings.
func openDB(c *Config, s *socket) (*sql.DB, error) {
	d := mysql.NewConfig()
	d.User, d.Passwd, d.DBName = c.User, c.Password, c.Database
	d.Net, d.Addr = "tcp", c.address()
	d.Timeout = orDefault(c.ConnectTimeout, defaultConnectTimeout)
	d.ReadTimeout = orDefault(c.SocketTimeout, defaultSocketTimeout)
	d.WriteTimeout = d.ReadTimeout
	d.MaxAllowedPacket = 0 // ask the server
	d.ClientFoundRows = true
	d.Collation = "utf8mb4_general_ci" // the one that MySQL and MariaDB of all versions have
	d.Logger = &mysql.NopLogger{}      // errors are returned, not printed
	d.DialFunc = s.dial
	d.Params = map[string]string{
		"time_zone": string(AppendString(nil, c.timeZone())),
		"sql_mode":  sqlMode,
		// The first statement of an epoch opens its transaction: one round trip of three less.
		"autocommit": "0",
	}
	if err := setTLS(d, c); err != nil {
		return nil, err
	}
	if err := d.Apply(mysql.Charset("utf8mb4", d.Collation)); err != nil {
		return nil, err
	}
	connector, err := mysql.NewConnector(d)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(1)
	return db, nil
}

func setTLS(d *mysql.Config, c *Config) error {
	switch c.TLS {
	case "":
	case "preferred":
		d.TLSConfig = "preferred"
	case "required":
		d.TLSConfig = "skip-verify"
	case "verify-identity":
		d.TLS = &tls.Config{ServerName: c.Host}
	default:
		return errPlan(c, "unknown TLS mode "+c.TLS)
	}
	return nil
}

func orDefault(d, fallback time.Duration) time.Duration {
	if d <= 0 {
		return fallback
	}
	return d
}

// socket is below the connection made last.
type socket struct{ made atomic.Pointer[net.Conn] }

func (s *socket) dial(ctx context.Context, network, address string) (net.Conn, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	s.made.Store(&conn)
	return unwatch(conn), nil
}

// close makes whoever waits for the server's answer fail.
func (s *socket) close() {
	if conn := s.made.Load(); conn != nil {
		_ = (*conn).Close()
	}
}

// longestIdle is how long the connection is kept without looking whether it is still alive.
const longestIdle = time.Second

// session is the connection between two transactions. To take it from the pool and to give it back
// costs a transaction of 1,000 rows some percent of its time, so it is held while there is always a
// next one.
type session struct {
	conn *sql.Conn
	used time.Time
}

// take returns the connection, which is looked at when it has been idle, and made when it is dead.
func (s *session) take(ctx context.Context, db *sql.DB) (*sql.Conn, error) {
	if s.conn != nil && time.Since(s.used) < longestIdle {
		return s.conn, nil
	}
	s.end()
	conn, err := db.Conn(ctx)
	s.conn = conn
	return conn, err
}

// end gives the connection back.
func (s *session) end() {
	if s.conn != nil {
		_ = s.conn.Close()
		s.conn = nil
	}
}

// execute runs one statement on the connection.
type execute func(query string) error

// withConn runs f on the connection, by way of the driver, without what package sql notes of each
// statement. When f fails the connection is closed, not reused: what its transaction has done so far
// is rolled back by the server.
//
// The end of ctx closes the socket. The driver would do so too, but has a goroutine woken before
// and after each statement for it, which costs as much time as waiting for an answer does; so its
// context has no end.
func (s *Sink) withConn(ctx context.Context, f func(execute) error) error {
	conn, err := s.session.take(ctx, s.db)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, s.socket.close)()
	lasting := context.WithoutCancel(ctx)
	var failed error
	err = conn.Raw(func(c any) error {
		failed = f(func(query string) error {
			_, err := c.(driver.ExecerContext).ExecContext(lasting, query, nil)
			return err
		})
		if failed != nil {
			return driver.ErrBadConn // closes the connection
		}
		return nil
	})
	if err != nil {
		s.session.end()
		if failed != nil {
			return failed
		}
		return err
	}
	s.session.used = time.Now()
	return nil
}
