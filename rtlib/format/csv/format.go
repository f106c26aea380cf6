package csv

// Format is the format's options as the generated program states them.
type Format struct {
	Delimiter byte // csv.field-delimiter, ASCII
	Quote     byte // csv.quote-character; 0 when quoting is disabled
	Escape    byte // csv.escape-character; 0 for none
	Comments  bool // csv.allow-comments
	HasNull   bool // csv.null-literal is set
	Null      string
	Elements  byte // csv.array-element-delimiter; 0 when no column has parts
	Lenient   bool // csv.ignore-parse-errors: missing columns are NULL
	Lines     bool // records are lines of a file: an empty one is a row
}

// Field is one column of a split record. Text borrows the record or the splitter's arena.
type Field struct {
	Text string
	Null bool // the null literal, or a column that the record does not have
}
