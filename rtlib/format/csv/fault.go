package csv

// Kind says what is wrong with a record.
type Kind uint8

// The faults. Empty is none: the record has no content and gives no row.
const (
	None Kind = iota
	Empty
	OpenQuote   // a quoted column does not end
	AfterQuote  // text between a closing quote and the delimiter
	OpenEscape  // the record ends with the escape character
	TooMany     // more columns than the table has
	TooFew      // fewer columns than the table has
	BadEncoding // not UTF-8
	BadValue    // a column's text is not of its type
	NullValue   // NULL for a column that is declared NOT NULL
)

// maxText is how much of a record or field a message shows.
const maxText = 60

// Fault describes a record that gives no row. It borrows the record's text and allocates nothing
// until Describe.
type Fault struct {
	Kind   Kind
	Column int    // 0-based; where it is known
	Text   string // the field for BadValue and NullValue, else the record
}
