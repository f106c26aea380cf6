package jsonpath

import "fmt"

// Error says why a text is no path.
type Error struct {
	Path string
	Near string // the path from the mistake on
	What string
	// Unsupported: Flink knows this form of paths, and we do not. Else Flink does not know it
	// either.
	Unsupported bool
}

func (e *Error) Error() string {
	where := "at the end"
	if e.Near != "" {
		where = fmt.Sprintf("at %q", shorten(e.Near))
	}
	if e.Unsupported {
		return fmt.Sprintf("JSON path %q, %s: %s is not supported", shorten(e.Path), where, e.What)
	}
	return fmt.Sprintf("JSON path %q, %s: %s", shorten(e.Path), where, e.What)
}

// shorten keeps messages readable when a path comes from a record.
func shorten(s string) string {
	if len(s) <= 80 {
		return s
	}
	return s[:77] + "..."
}

// Reason is why a document has no value at a path.
type Reason uint8

// Reasons.
const (
	NoReason  Reason = iota
	Malformed        // the text is no JSON
	NullRoot         // the whole text is null
	Broken           // the path is none
	Missing          // a member or element is not there
	NullValue        // it is null, which strict paths do not want
	NoFilter         // a filter is applied to a scalar
	TooLarge         // a filter compares a number that no DOUBLE can be
	NotScalar        // JSON_VALUE has found an array or object
	IsScalar         // JSON_QUERY has found a scalar
)

var reasons = [...]string{
	NoReason: "", Malformed: "the text is not JSON", NullRoot: "the JSON text is null",
	Broken: "the path is malformed", Missing: "there is no value at the path",
	NullValue: "the value at the path is null", NoFilter: "a filter is applied to a scalar",
	TooLarge:  "a filter compares a number that is too large",
	NotScalar: "the value at the path is no scalar",
	IsScalar:  "the value at the path is a scalar",
}

func (r Reason) String() string { return reasons[r] }

// What the parser wants.
const (
	wantRoot     = "a path begins with $, and goes on with . or ["
	wantStep     = "a member, a number, a quoted name, * or ?( is missing"
	wantDot      = "a . or [ is missing"
	wantName     = "a name is missing"
	wantQuote    = "the name is not closed, or a comma is missing"
	wantBracket  = "] is missing"
	wantNumber   = "this is no list of whole numbers"
	wantSlice    = "this is no range of whole numbers"
	wantFilter   = "the filter is no comparison"
	wantOperator = "a comparison is missing"
	wantOperand  = "a text, number, true, false, null, @ or $ is missing"
	wantEscape   = `\u wants four hexadecimal digits`
	blankName    = "a name with a blank needs quotes: ['a b']"
	endsWithDot  = "a path does not end with a dot"
)

// Forms that Jayway's JsonPath knows and that are not here, most of which Flink cannot run either.
const (
	noFunction = "a function such as length()"
	noStep     = "a third number in a range"
	noDeepStep = "[..] or * behind .. that is not the last step"
	noOperator = "a filter by another operator than ==, !=, ===, !==, <, <=, > and >="
	noExists   = "a filter that only asks whether a member exists"
	noDeepPath = "a path in a filter with other steps than members and elements"
	noList     = "a list or object in a filter"
	noNegation = "! in front of anything but a parenthesis"
	noTail     = "text that is no step"
)
