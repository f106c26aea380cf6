// Package cast holds one function for every cast between scalar SQL types that a generated program
// can need (table Casts of the compiler's package types names them).
//
// # Names
//
// A cast is From + "To" + To, where both are one of
//
//	Bool Int8 Int16 Int32 Int64     BOOLEAN, TINYINT, SMALLINT, INT, BIGINT
//	Float32 Float64 Decimal         FLOAT, DOUBLE, DECIMAL
//	String Bytes                    CHAR and VARCHAR, BINARY and VARBINARY
//	Date Time Timestamp Instant     DATE, TIME, TIMESTAMP, TIMESTAMP_LTZ
//	Months Millis                   the year-month and the day-time interval
//
// Where the Go value stays as it is (VARCHAR to STRING, DATE to DATE) there is no function. The
// length of the target is the business of a second step: FitChar, FitVarChar, FitBinary,
// FitVarBinary. Append + From writes the same text as From + ToString into a buffer.
//
// # Arguments
//
// The value, then constant ints: what is needed of the source (precision, scale), then of the
// target (precision, scale), then the session's zone. DecimalToDecimal(v, from, p, s int): scale of
// the source, then p and s of the target. Text is a Go string, also for the binary types.
//
// # Results
//
//	T               never NULL, never fails
//	(T, bool)       false is NULL
//	(T, error)      the cast fails; TRY_CAST makes NULL of it
//	(T, bool, error) both
//
// NULL arguments never reach these functions. Apart from text results nothing allocates, unless a
// cast fails.
package cast
