package mysql

import (
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Config is all that a sink needs to know. Its String hides the password.
type Config struct {
	Table   string // name of the table in SQL, for messages
	Target  string // name of the table in the database
	Columns []Column
	// Key holds the indexes in Columns of the upsert key; empty is append mode.
	Key []int

	Host     string
	Port     int // 0 is 3306
	Database string
	User     string
	Password string
	// TLS is "" (off), "preferred" (if the server offers it, unchecked), "required" (unchecked)
	// or "verify-identity" (certificate and host name are checked against the CA roots).
	TLS string
	// TimeZone is the session's time_zone; empty is +00:00. It matters for TIMESTAMP columns of
	// the database only, DATETIME columns store what they are given.
	TimeZone string
	// ConnectTimeout bounds the making of a connection, 0 is 5 s. SocketTimeout bounds each wait
	// for an answer, 0 is 90 s: longer than the server's own wait for a row lock (50 s).
	ConnectTimeout, SocketTimeout time.Duration

	// FlushRows is the number of changes after which Due asks for an epoch's end; 0 never asks.
	FlushRows int
	// FlushInterval is how often the job should end an epoch; 0 leaves it to the job.
	FlushInterval time.Duration
	// MaxRetries is how often a transaction is sent again that the server refused for a passing
	// reason, a deadlock or a lock wait. A server that is away is waited for without limit.
	MaxRetries int
	// Health may be nil.
	Health stream.Health
}

// Column is one written column.
type Column struct {
	Name string
	// Type is the SQL type as declared, "VARCHAR(20)" or "BIGINT NOT NULL". It decides which
	// columns must be able to hold every character, and the text of a suggested CREATE TABLE.
	Type string
}

// String describes the target without the password.
func (c Config) String() string {
	return "mysql " + c.User + "@" + c.address() + "/" + c.Database + " table " + c.Target
}

// GoString keeps the password out of %#v too.
func (c Config) GoString() string { return c.String() }

func (c *Config) address() string {
	port := c.Port
	if port == 0 {
		port = 3306
	}
	return net.JoinHostPort(c.Host, strconv.Itoa(port))
}

func (c *Config) timeZone() string {
	if c.TimeZone == "" {
		return "+00:00"
	}
	return c.TimeZone
}

func (c *Config) keyNames() []string {
	names := make([]string, len(c.Key))
	for i, k := range c.Key {
		names[i] = c.Columns[k].Name
	}
	return names
}

func quotedKeys(c *Config) []string {
	names := c.keyNames()
	for i, n := range names {
		names[i] = quoteName(n)
	}
	return names
}

func (c *Config) isKey(column int) bool {
	for _, k := range c.Key {
		if k == column {
			return true
		}
	}
	return false
}

// validate finds what no check of the server would: a plan that is wrong in itself.
func (c *Config) validate() error {
	if c.Target == "" || len(c.Columns) == 0 {
		return errPlan(c, "no target table or no columns")
	}
	for _, k := range c.Key {
		if k < 0 || k >= len(c.Columns) {
			return errPlan(c, "key column "+strconv.Itoa(k)+" does not exist")
		}
	}
	return nil
}

// quoteName writes a table's or column's name. The back quote is the only character that needs
// care, in every sql_mode; a name with a dot stays one name, as in Flink.
func quoteName(name string) string {
	return "`" + strings.ReplaceAll(name, "`", "``") + "`"
}

// quoteNames writes a list of columns.
func quoteNames(names []string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = quoteName(n)
	}
	return strings.Join(quoted, ", ")
}
