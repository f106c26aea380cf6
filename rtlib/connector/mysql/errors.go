package mysql

import (
	"crypto/tls"
	"errors"
	"fmt"
	"strings"

	"github.com/go-sql-driver/mysql"
)

// Kind names the cause of an Error.
type Kind string

// The causes.
const (
	BadPlan         Kind = "plan"
	Unreachable     Kind = "unreachable"
	WrongPassword   Kind = "password"
	UnknownDatabase Kind = "database"
	MissingTable    Kind = "table"
	MissingColumn   Kind = "column"
	NoDefault       Kind = "no-default"
	GeneratedColumn Kind = "generated"
	WrongEngine     Kind = "engine"
	WrongCharset    Kind = "charset"
	NoUniqueKey     Kind = "unique-key"
	NoPrivilege     Kind = "privilege"
	BadSession      Kind = "session"
	BadRow          Kind = "row"
	RowTooLong      Kind = "row-too-long"
	Refused         Kind = "refused"
	BadCommittable  Kind = "committable"
	Failed          Kind = "failed"
)

// Error is a failure that only a person can mend. It never contains the password.
type Error struct {
	Kind Kind
	// Table is the SQL name of the sink's table.
	Table string
	// Problem names the thing, Cure what to do about it; Cure may be empty.
	Problem, Cure string
	// Cause is the driver's or server's error, or nil. Its text is part of Problem.
	Cause error
}

// Error returns `table "t": problem; cure`.
func (e *Error) Error() string {
	text := fmt.Sprintf("table %q: %s", e.Table, e.Problem)
	if e.Cure != "" {
		text += "; " + e.Cure
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

var errNotFinite = errors.New(
	"MySQL has no NaN and no infinity; write NULL instead, or filter the row")

// named adds the table's name to an error of the statement layer, which does not know it.
func (s *Sink) named(err error) error {
	var own *Error
	if errors.As(err, &own) {
		own.Table = s.config.Table
		return own
	}
	return fmt.Errorf("table %q: %w", s.config.Table, err)
}

func errPlan(c *Config, problem string) error {
	return &Error{Kind: BadPlan, Table: c.Table, Problem: "wrong plan of the sink: " + problem}
}

func errCommittable(problem string) error {
	return &Error{Kind: BadCommittable,
		Problem: "a prepared epoch of an earlier run cannot be committed: " + problem,
		Cure:    "restart with --from to read its records again"}
}

func errRowTooLong(n, limit int, tuple []byte) error {
	return &Error{Kind: RowTooLong,
		Problem: fmt.Sprintf("a row needs a statement of %d bytes, the server takes %d: %s",
			n, limit, shorten(tuple)),
		Cure: "raise max_allowed_packet at the server"}
}

func errRow(c *Config, tuple []byte, cause error) error {
	return &Error{Kind: BadRow, Table: c.Table, Cause: cause,
		Problem: fmt.Sprintf("%s refuses the row %s: %v", server(c), shorten(tuple), cause)}
}

func errRefused(c *Config, times int, cause error) error {
	return &Error{Kind: Refused, Table: c.Table, Cause: cause,
		Problem: fmt.Sprintf("%s refused a transaction %d times: %v", server(c), times, cause),
		Cure:    "raise sink.max-retries, or look for what else locks rows of " + c.Target}
}

func errStatement(c *Config, cause error) error {
	return &Error{Kind: Failed, Table: c.Table, Cause: cause,
		Problem: fmt.Sprintf("%s refuses a statement: %v", server(c), cause)}
}

// server names the server as in the URL.
func server(c *Config) string { return "MySQL at " + c.address() }

func reasonAway(c *Config, err error) string {
	return fmt.Sprintf("%s is away, trying again: %v", server(c), err)
}

func reasonSilent(c *Config) string {
	return fmt.Sprintf("%s has not answered a commit for %s", server(c), silence)
}

// connectErrors explains the server's refusal of a connection.
var connectErrors = map[uint16]func(c *Config) (Kind, string, string){
	1045: wrongPassword, 1698: wrongPassword,
	1130: func(c *Config) (Kind, string, string) {
		return WrongPassword, server(c) + " does not let this host connect",
			"CREATE USER " + account(c) + " IDENTIFIED BY '...'"
	},
	1044: func(c *Config) (Kind, string, string) {
		return NoPrivilege, "user " + c.User + " may not use database " + c.Database +
			" of " + server(c), grant(c)
	},
	1049: func(c *Config) (Kind, string, string) {
		return UnknownDatabase, server(c) + " has no database " + c.Database,
			"CREATE DATABASE " + quoteName(c.Database) + " CHARACTER SET utf8mb4"
	},
	1298: func(c *Config) (Kind, string, string) {
		return BadSession, server(c) + " does not know the time zone " + c.timeZone(),
			"load the server's time zone tables, or write the zone as +02:00"
	},
}

func wrongPassword(c *Config) (Kind, string, string) {
	with := "this password"
	if c.Password == "" {
		with = "an empty password"
	}
	return WrongPassword, server(c) + " refuses user " + c.User + " with " + with,
		"check username and password of the table"
}

// errConnect explains why there is no connection.
func errConnect(c *Config, cause error) error {
	var refusal *mysql.MySQLError
	if errors.As(cause, &refusal) {
		if explain, ok := connectErrors[refusal.Number]; ok {
			kind, problem, cure := explain(c)
			problem += fmt.Sprintf(" (error %d)", refusal.Number)
			return &Error{Kind: kind, Table: c.Table, Problem: problem, Cure: cure, Cause: cause}
		}
		return errStatement(c, cause)
	}
	return &Error{Kind: Unreachable, Table: c.Table, Cause: cause,
		Problem: fmt.Sprintf("cannot connect to %s: %v", server(c), cause), Cure: cureConnect(cause)}
}

func cureConnect(cause error) string {
	var doubt *tls.CertificateVerificationError
	switch {
	case errors.As(cause, &doubt):
		return "have SSL_CERT_FILE name a file with its authority, and the url a host that it is for"
	case errors.Is(cause, mysql.ErrNoTLS):
		return "switch TLS on at the server, or do not ask for it in the url"
	}
	return "check host and port of the url, and that the server runs"
}

func account(c *Config) string { return quoteText(c.User) + "@'%'" }

func grant(c *Config) string {
	return "GRANT SELECT, INSERT, UPDATE, DELETE ON " + quoteName(c.Database) + ".* TO " +
		account(c)
}

func quoteText(s string) string { return string(AppendString(nil, s)) }

func errMissingTable(c *Config) error {
	return &Error{Kind: MissingTable, Table: c.Table,
		Problem: fmt.Sprintf("database %s of %s has no table %s, or user %s may not see it",
			c.Database, server(c), c.Target, c.User),
		Cure: "create it:\n" + createTable(c)}
}

func errEngine(c *Config, engine string) error {
	if engine == "" {
		return &Error{Kind: WrongEngine, Table: c.Table,
			Problem: c.Target + " is not a base table", Cure: "name a table, not a view"}
	}
	return &Error{Kind: WrongEngine, Table: c.Table,
		Problem: fmt.Sprintf("%s has engine %s, which has no transactions: an epoch could be "+
			"written in part", c.Target, engine),
		Cure: alter(c) + " ENGINE=InnoDB"}
}

func errMissingColumns(c *Config, missing []int) error {
	add := make([]string, len(missing))
	names := make([]string, len(missing))
	for i, m := range missing {
		names[i] = c.Columns[m].Name
		add[i] = " ADD COLUMN " + columnDefinition(c, m)
	}
	return &Error{Kind: MissingColumn, Table: c.Table,
		Problem: fmt.Sprintf("%s has no column %s", c.Target, strings.Join(names, ", ")),
		Cure:    alter(c) + strings.Join(add, ",")}
}

func errNoDefault(c *Config, column string) error {
	return &Error{Kind: NoDefault, Table: c.Table,
		Problem: fmt.Sprintf("column %s of %s is NOT NULL without a default, and the query does "+
			"not write it", column, c.Target),
		Cure: "write it, or give it a default"}
}

func errGenerated(c *Config, column string) error {
	return &Error{Kind: GeneratedColumn, Table: c.Table,
		Problem: fmt.Sprintf("column %s of %s is computed by the database", column, c.Target),
		Cure:    "remove it from the table of the job"}
}

func errCharset(c *Config, column, charset string) error {
	return &Error{Kind: WrongCharset, Table: c.Table,
		Problem: fmt.Sprintf("column %s of %s has character set %s, which cannot hold every text",
			column, c.Target, charset),
		Cure: alter(c) + " CONVERT TO CHARACTER SET utf8mb4"}
}

func errNoUniqueKey(c *Config) error {
	keys := quoteNames(c.keyNames())
	return &Error{Kind: NoUniqueKey, Table: c.Table,
		Problem: fmt.Sprintf("%s has no unique index over exactly (%s), the key of the rows: "+
			"updates would add rows or overwrite those of other keys", c.Target, keys),
		Cure: alter(c) + " ADD UNIQUE INDEX (" + keys + ")"}
}

func errPrivilege(c *Config, cause error) error {
	return &Error{Kind: NoPrivilege, Table: c.Table, Cause: cause,
		Problem: fmt.Sprintf("user %s may not write %s: %v", c.User, c.Target, cause),
		Cure:    grant(c)}
}

func alter(c *Config) string { return "ALTER TABLE " + quoteName(c.Target) }
