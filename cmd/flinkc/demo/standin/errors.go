package standin

import (
	"errors"
	"fmt"

	"github.com/go-mysql-org/go-mysql/mysql"
)

// maxShown is how much of a refused statement its error shows, in bytes.
const maxShown = 200

func errUnsupported(text string) error {
	if len(text) > maxShown {
		text = text[:maxShown] + "..."
	}
	return mysql.NewError(mysql.ER_NOT_SUPPORTED_YET,
		"the stand-in runs only statements of the sink, not: "+text)
}

func errCommand(code byte) error {
	return mysql.NewError(mysql.ER_UNKNOWN_COM_ERROR,
		fmt.Sprintf("the stand-in does not know command %d", code))
}

func errHandshake() error { return mysql.NewDefaultError(mysql.ER_HANDSHAKE_ERROR) }

func errPacket(limit int) error {
	return mysql.NewError(mysql.ER_NET_PACKET_TOO_LARGE,
		fmt.Sprintf("Got a packet bigger than 'max_allowed_packet' bytes (%d)", limit))
}

func errDenied(user, client string, password bool) error {
	given := map[bool]string{true: "YES", false: "NO"}[password]
	return mysql.NewDefaultError(mysql.ER_ACCESS_DENIED_ERROR, user, client, given)
}

func errUnknownDatabase(name string) error {
	return mysql.NewDefaultError(mysql.ER_BAD_DB_ERROR, name)
}

func errLockWait() error { return mysql.NewDefaultError(mysql.ER_LOCK_WAIT_TIMEOUT) }

func errNoTable(name string) error {
	return mysql.NewError(mysql.ER_NO_SUCH_TABLE, "Table '"+name+"' doesn't exist")
}

func errNoColumn(name string) error {
	return mysql.NewError(mysql.ER_BAD_FIELD_ERROR, "Unknown column '"+name+"'")
}

func errValueCount(row int) error {
	return mysql.NewDefaultError(mysql.ER_WRONG_VALUE_COUNT_ON_ROW, row)
}

func errNull(column string) error {
	return mysql.NewDefaultError(mysql.ER_BAD_NULL_ERROR, column)
}

func errDuplicate(key string) error {
	return mysql.NewError(mysql.ER_DUP_ENTRY, "Duplicate entry '"+key+"' for key 'PRIMARY'")
}

func errType(s string) error { return fmt.Errorf("the stand-in has no column type %q", s) }

// errStore gives the error of a value that does not fit its column.
func errStore(cause error, column, text string, row int) error {
	switch {
	case errors.Is(cause, errLong):
		return mysql.NewError(mysql.ER_DATA_TOO_LONG,
			fmt.Sprintf("Data too long for column '%s' at row %d", column, row))
	case errors.Is(cause, errRange):
		return mysql.NewError(mysql.ER_WARN_DATA_OUT_OF_RANGE,
			fmt.Sprintf("Out of range value for column '%s' at row %d", column, row))
	}
	return mysql.NewError(mysql.ER_TRUNCATED_WRONG_VALUE_FOR_FIELD,
		fmt.Sprintf("Incorrect value: '%s' for column '%s' at row %d", text, column, row))
}
