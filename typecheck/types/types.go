// Package types holds the SQL types: what a column, an expression or a function can be.
//
// A Type is a plain value. Two types are equal when Equal says so; nullability is part of the type.
package types

// Kind is the root of a SQL type.
type Kind uint8

// The type roots of the dialect.
const (
	Invalid Kind = iota
	Null         // the type of a bare NULL literal
	Boolean
	TinyInt
	SmallInt
	Int
	BigInt
	Float
	Double
	Decimal
	Char
	VarChar
	Binary
	VarBinary
	Date
	Time
	Timestamp
	TimestampLTZ
	IntervalYearMonth // months, int32
	IntervalDayTime   // milliseconds, int64
	Array
	Map
	Multiset
	Row
	Raw
	Descriptor // argument of a window table function
)

// MaxLength is the length of STRING and BYTES.
const MaxLength = 1<<31 - 1

// Type is a SQL type with its parameters.
type Type struct {
	Kind     Kind
	Nullable bool

	// Precision and Scale belong to DECIMAL; Precision alone to TIME, TIMESTAMP and TIMESTAMP_LTZ.
	Precision, Scale int
	// Length belongs to CHAR, VARCHAR, BINARY and VARBINARY; MaxLength is unbounded.
	Length int
	// Unit is the range of an interval, for instance "DAY TO SECOND".
	Unit string

	Key    *Type   // MAP
	Elem   *Type   // ARRAY, MULTISET; the value of a MAP
	Fields []Field // ROW
}

// Field is one field of a ROW type or one column of a schema.
type Field struct {
	Name string
	Type Type
}
