package json

// Kind says what is wrong with a document.
type Kind uint8

// The faults. Empty is none: the record has no bytes and gives no row.
const (
	None Kind = iota
	Empty
	NoObject // the document is no object
	Syntax   // not JSON at Offset
	Encoding // not UTF-8 at Offset
	Missing  // a column has no field
	BadValue // a field's value is not of the column's type

	NullValue // NULL, or no field, for a column that is declared NOT NULL
)

// maxText is how much of a document or value a message shows.
const maxText = 60

// Fault describes a document that gives no row. It borrows the document's text and allocates
// nothing until Describe.
type Fault struct {
	Kind   Kind
	Column int    // 0-based, for BadValue and NullValue; else -1
	Offset int    // in bytes, where reading stopped
	Text   string // the value for BadValue, else the document
}
