package fn

import (
	"errors"
	"fmt"

	"github.com/flinkc/flinkc/rtlib/jsonpath"
)

// errDivision is Java's message for an integer division by zero.
var errDivision = errors.New("/ by zero")

func errNoRegexp(expr string) error { return fmt.Errorf("%q is no regular expression", expr) }

// errJSONKeys is Flink's rule for JSON_OBJECTAGG.
var errJSONKeys = errors.New("JSON_OBJECTAGG: a key is NULL or comes twice")

// errNullKey is Flink's rule for maps in JSON.
var errNullKey = errors.New("the key of a map is NULL, which JSON has not")

func errBound(n int32) error {
	return fmt.Errorf("RAND_INTEGER: the bound must be positive, not %d", n)
}

func errTooLong(name string, n int64) error {
	return fmt.Errorf("%s: the result would have %d bytes, more than %d", name, n, maxText)
}

func errDigest(bits int32) error {
	return fmt.Errorf("SHA2: %d bits are not supported, only 224, 256, 384 and 512", bits)
}

func errBase64(s string, err error) error {
	return fmt.Errorf("FROM_BASE64: %q is not base64: %w", shorten(s), err)
}

func errCharset(name string) error {
	return fmt.Errorf("there is no character set %q; known are US-ASCII, ISO-8859-1, UTF-8, UTF-16, UTF-16BE "+
		"and UTF-16LE", name)
}

func errPrecision(p int32) error {
	return fmt.Errorf("TO_TIMESTAMP_LTZ: precision %d is not supported, only 0 (seconds) and 3 (milliseconds)", p)
}

func errEscape(pattern, escape string) error {
	return fmt.Errorf("pattern %q: %q must stand before itself or a special character", pattern, escape)
}

func errEscapeLength(escape string) error {
	return fmt.Errorf("ESCAPE must be one character, not %q", escape)
}

func errSimilar(pattern string) error {
	return fmt.Errorf("%q is not an SQL regular expression", pattern)
}

func errRegexp(pattern, what string) error {
	return fmt.Errorf("regular expression %q: %s not supported", shorten(pattern), what)
}

func errRegexpEngine(pattern string, err error) error {
	return fmt.Errorf("regular expression %q: %w", shorten(pattern), err)
}

func errFormatLetter(pattern, letters string) error {
	return fmt.Errorf("date format %q: %q is not supported", shorten(pattern), letters)
}

func errFormatQuote(pattern string) error {
	return fmt.Errorf("date format %q: a quote or bracket is not closed, or a reserved character is not quoted",
		shorten(pattern))
}

// shorten keeps messages readable when a record holds a very long text.
func shorten(s string) string {
	if len(s) <= 80 {
		return s
	}
	return s[:77] + "..."
}

// isUnsupported reports a JSON path that Flink can evaluate and we cannot.
func isUnsupported(err error) bool {
	e, ok := errors.AsType[*jsonpath.Error](err)
	return ok && e.Unsupported
}

func errJSON(name string, why jsonpath.Reason, doc string) error {
	return fmt.Errorf("%s: %s: %s", name, why, shorten(doc))
}

func errJSONEmpty(name, doc string) error {
	return fmt.Errorf("%s: the result is empty: %s", name, shorten(doc))
}

func errJSONType(name, value string) error {
	return fmt.Errorf("JSON_VALUE: %s is not of the type behind RETURNING, %s", shorten(value), name)
}

func errOccurrence(n int32) error {
	return fmt.Errorf("INSTR: the occurrence must be 1 or more, not %d", n)
}
