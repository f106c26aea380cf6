package stream

import (
	"errors"
	"fmt"
)

// RowError is a failure at one row of a batch. The driver adds which record of which split the row
// came from.
type RowError struct {
	Row int // index in the batch that the stage was given
	SQL *SQL
	Err error
}

// Failed returns the error of a row.
func Failed(row int, at *SQL, err error) error { return &RowError{row, at, err} }

// Error gives the place in the SQL and the cause.
func (e *RowError) Error() string {
	if e.SQL == nil {
		return e.Err.Error()
	}
	return fmt.Sprintf("%s: %v (in %s)", e.SQL, e.Err, e.SQL.Text)
}

// Unwrap returns the cause.
func (e *RowError) Unwrap() error { return e.Err }

// String gives file:line:column.
func (s *SQL) String() string { return fmt.Sprintf("%s:%d:%d", s.File, s.Line, s.Col) }

// NotNull is the error of a NULL for a column that must not be NULL.
func NotNull(table, column string) error {
	return fmt.Errorf("column %q of table %q is declared NOT NULL and got NULL\n"+
		"hint: Filter NULL out, or SET 'table.exec.sink.not-null-enforcer' = 'DROP' to drop such rows", column, table)
}

// NullTime is the error of a row without the time that its watermark is made from.
func NullTime(column string) error {
	return fmt.Errorf("the time column %q is NULL, so that nobody knows how far event time has come\n"+
		"hint: Declare the WATERMARK for a computed column that is never NULL: AS COALESCE(%s, ..)", column, column)
}

// SecondRow is the error of a query with more than one row in the place of a value.
func SecondRow() error {
	return errors.New("the query stands for one value, and has a second row\n" +
		"hint: Compute one row, with MAX for instance, or look for the value by IN")
}

func errVersion(got byte) error {
	return fmt.Errorf("the data has layout %d and this program knows %d: "+
		"another version of flinkc made the program that wrote it", got, sealVersion)
}

func errSchema(got, want uint64) error {
	return fmt.Errorf("the data has schema %016x and this program wants %016x: "+
		"the columns, their types or the aggregates are not those that it was written with", got, want)
}
