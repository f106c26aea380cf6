package fn

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/value"
)

// parseStandard reads yyyy-M-d with an optional time H:m:s and fraction behind one blank.
func parseStandard(s string) (value.Timestamp, bool) {
	in, v := scan{s: s}, noFields()
	ok := in.digits(&v.year, 4, 4) && v.year > 0 && in.skip('-') && in.digits(&v.month, 1, 2) && in.skip('-') &&
		in.digits(&v.day, 1, 2)
	v.hasYear = true
	if ok && in.at < len(s) {
		ok = in.skip(' ') && in.clock(&v) && in.at == len(s)
	}
	if !ok || v.month < 1 || v.month > 12 || v.day < 1 || v.day > 31 || v.hour > 24 || v.minute > 59 ||
		v.second > 59 {
		return value.Timestamp{}, false
	}
	return v.strict()
}

// clock reads H:m:s with an optional fraction of up to nine digits.
func (in *scan) clock(v *fields) bool {
	ok := in.digits(&v.hour, 1, 2) && in.skip(':') && in.digits(&v.minute, 1, 2) && in.skip(':') &&
		in.digits(&v.second, 1, 2)
	if !ok || !in.skip('.') {
		return ok
	}
	from := in.at
	if in.at == len(in.s) || !in.digits(&v.nano, 1, 9) {
		return in.at == len(in.s)
	}
	v.nano *= pow10Int(9 - (in.at - from))
	return true
}

// digits reads a number of at least low and at most high digits.
func (in *scan) digits(n *int, low, high int) bool {
	from, v := in.at, 0
	for in.at < len(in.s) && in.at-from < high && isDigit(in.s[in.at]) {
		v = v*10 + int(in.s[in.at]-'0')
		in.at++
	}
	*n = v
	return in.at-from >= low
}

func (in *scan) skip(c byte) bool {
	if in.at < len(in.s) && in.s[in.at] == c {
		in.at++
		return true
	}
	return false
}

// parseSQL reads what java.sql's Timestamp.valueOf and Date.valueOf read: days and times that are
// too large carry over.
func parseSQL(s string) (value.Timestamp, bool) {
	in, v := scan{s: strings.TrimSpace(s)}, noFields()
	ok := in.digits(&v.year, 4, 4) && in.skip('-') && in.digits(&v.month, 1, 2) && in.skip('-') &&
		in.digits(&v.day, 1, 2)
	v.hasYear = true
	if ok && in.at < len(in.s) {
		ok = in.skip(' ') && in.clock(&v) && in.at == len(in.s)
	}
	if !ok || v.month < 1 || v.month > 12 || v.day < 1 || v.day > 31 {
		return value.Timestamp{}, false
	}
	return v.lenient(), true
}
