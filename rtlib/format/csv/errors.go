package csv

import (
	"strconv"
	"strings"
)

var kindText = [...]string{
	None:        "no fault",
	Empty:       "empty record",
	OpenQuote:   "missing closing quote",
	AfterQuote:  "text behind a closing quote",
	OpenEscape:  "nothing behind the escape character",
	TooMany:     "too many columns",
	TooFew:      "too few columns",
	BadEncoding: "not UTF-8",
	BadValue:    "not a value of the column's type",
	NullValue:   "NULL in a column that is declared NOT NULL",
}

// String is the fault in words.
func (k Kind) String() string { return kindText[k] }

// Describe is the fault as a message: its column by name, and the text, shortened and quoted.
func (f Fault) Describe(columns []string) string {
	var b strings.Builder
	b.WriteString("csv: ")
	b.WriteString(f.Kind.String())
	if f.Column >= 0 && f.Column < len(columns) {
		b.WriteString(" at column " + columns[f.Column])
	}
	text := f.Text
	if len(text) > maxText {
		text = text[:maxText]
	}
	b.WriteString(": " + strconv.Quote(text))
	if len(text) < len(f.Text) {
		b.WriteString("...")
	}
	return b.String()
}
