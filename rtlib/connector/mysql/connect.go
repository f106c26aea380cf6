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

// withConn runs f on the connection. When f fails the connection is closed, not reused: what its
// transaction has done so far is rolled back by the server.
//
// The end of ctx closes the socket. The driver would do so too, but has a goroutine woken before
// and after each statement for it, which costs as much time as waiting for an answer does; so f has
// a context without an end.
func (s *Sink) withConn(ctx context.Context, f func(context.Context, *sql.Conn) error) error {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer context.AfterFunc(ctx, s.socket.close)()
	if err := f(context.WithoutCancel(ctx), conn); err != nil {
		_ = conn.Raw(func(any) error { return driver.ErrBadConn })
		_ = conn.Close()
		return err
	}
	return conn.Close()
}
