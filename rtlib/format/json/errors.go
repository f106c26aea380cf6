package json

import (
	"errors"
	"strconv"
)

// ErrNullKey is a MAP or MULTISET that cannot be an object: json.map-null-key.mode can say what to do.
var ErrNullKey = errors.New("json: the key of a map is NULL")

var kindText = [...]string{
	None:     "no fault",
	Empty:    "empty record",
	NoObject: "not an object",
	Syntax:   "syntax error",
	Encoding: "not UTF-8",
	Missing:  "some field is missing",
	BadValue: "not a value of the column's type",

	NullValue: "NULL in a column that is declared NOT NULL",
}

// String is the fault in words.
func (k Kind) String() string { return kindText[k] }

// Describe is the fault as a message: its column by name or its offset, and the text, shortened and
// quoted.
func (f Fault) Describe(columns []string) string {
	at := ""
	switch {
	case (f.Kind == BadValue || f.Kind == NullValue) && f.Column >= 0 && f.Column < len(columns):
		at = " at field " + columns[f.Column]
	case f.Kind == Syntax || f.Kind == Encoding:
		at = " at byte " + strconv.Itoa(f.Offset)
	}
	text, more := f.Text, ""
	if len(text) > maxText {
		text, more = text[:maxText], "..."
	}
	return "json: " + f.Kind.String() + at + ": " + strconv.Quote(text) + more
}
