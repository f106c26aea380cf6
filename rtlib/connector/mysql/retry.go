package mysql

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net"

	"github.com/go-sql-driver/mysql"
)

// class is what a failure means for the transaction.
type class uint8

const (
	fatal class = iota
	// away: the connection is lost or the server does not take work now; try for ever.
	away
	// refusedForNow: another transaction was in the way; try a few times.
	refusedForNow
	// badRow: a value does not fit its column; trying again is of no use.
	badRow
)

// codes maps the server's error numbers. Where the SQLSTATE tells enough there is no entry.
var codes = map[uint16]class{
	1213: refusedForNow, // deadlock
	1205: refusedForNow, // lock wait timeout
	1020: refusedForNow, // record has changed since last read (MariaDB snapshot isolation)

	1040: away, // too many connections
	1053: away, // server shutdown in progress
	1077: away, // normal shutdown
	1079: away, // shutdown complete
	1152: away, // aborted connection
	1158: away, // network read error
	1159: away, // network read timeout
	1160: away, // network write error
	1161: away, // network write timeout
	1203: away, // user has too many connections
	1290: away, // --read-only, during a fail-over
	1792: away, // read-only transaction, during a fail-over
	1836: away, // read-only mode
	1927: away, // connection was killed (MariaDB)
	3169: away, // session was killed
	4031: away, // disconnected for inactivity

	1265: badRow, // data truncated
	1364: badRow, // field has no default
	1366: badRow, // incorrect value
	3819: badRow, // check constraint (MySQL)
	4025: badRow, // check constraint (MariaDB)
}

func classify(err error) class {
	var server *mysql.MySQLError
	if errors.As(err, &server) {
		return classifyServer(server)
	}
	var own *Error
	var network net.Error
	switch {
	case errors.As(err, &own):
		return fatal
	case errors.Is(err, mysql.ErrInvalidConn), errors.Is(err, driver.ErrBadConn),
		errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, mysql.ErrMalformPkt), errors.Is(err, context.DeadlineExceeded):
		return away
	case errors.As(err, &network):
		return away
	}
	return fatal
}

func classifyServer(err *mysql.MySQLError) class {
	if c, ok := codes[err.Number]; ok {
		return c
	}
	switch string(err.SQLState[:2]) {
	case "08": // connection exception
		return away
	case "22", "23": // data exception, constraint violation
		return badRow
	}
	return fatal
}
