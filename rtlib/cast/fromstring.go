package cast

import (
	"math"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Casts from CHAR and VARCHAR. The text is the whole value: what is not read to its end is an
// error.

// boolWords are the spellings of TRUE and FALSE; case does not matter.
var boolWords = [...]struct {
	word  string
	value bool
}{
	{"true", true}, {"false", false}, {"t", true}, {"f", false}, {"yes", true}, {"no", false},
	{"y", true}, {"n", false}, {"1", true}, {"0", false},
}

// StringToBool reads t, true, y, yes, 1 and f, false, n, no, 0 in any case.
func StringToBool(s string) (bool, error) {
	for _, w := range boolWords {
		if len(s) == len(w.word) && strings.EqualFold(s, w.word) {
			return w.value, nil
		}
	}
	return false, errText(s, "BOOLEAN")
}

// StringToInt8 reads a TINYINT; see StringToInt64.
func StringToInt8(s string) (int8, error) {
	v, ok := parseInteger(s, math.MaxInt8)
	if !ok {
		return 0, errText(s, "TINYINT")
	}
	return int8(v), nil
}

// StringToInt16 reads a SMALLINT; see StringToInt64.
func StringToInt16(s string) (int16, error) {
	v, ok := parseInteger(s, math.MaxInt16)
	if !ok {
		return 0, errText(s, "SMALLINT")
	}
	return int16(v), nil
}

// StringToInt32 reads an INT; see StringToInt64.
func StringToInt32(s string) (int32, error) {
	v, ok := parseInteger(s, math.MaxInt32)
	if !ok {
		return 0, errText(s, "INT")
	}
	return int32(v), nil
}

// StringToInt64 reads a BIGINT: blanks around, a sign, digits; digits behind one point are checked
// and dropped ('1.9' is 1, '.' is 0). Out of range is an error.
func StringToInt64(s string) (int64, error) {
	v, ok := parseInteger(s, math.MaxInt64)
	if !ok {
		return 0, errText(s, "BIGINT")
	}
	return v, nil
}

// parseInteger reads an integer between -limit-1 and limit. It gathers the magnitude as uint64, in
// which the smallest BIGINT has a place.
func parseInteger(s string, limit uint64) (int64, bool) {
	s = strings.Trim(s, " ")
	negative := s != "" && s[0] == '-'
	if negative {
		limit++
	}
	if negative || s != "" && s[0] == '+' {
		s = s[1:]
	}
	if s == "" {
		return 0, false
	}
	var n uint64
	i := 0
	for ; i < len(s) && s[i] != '.'; i++ {
		d := uint64(s[i] - '0')
		if d > 9 || n > (limit-d)/10 {
			return 0, false
		}
		n = n*10 + d
	}
	for _, c := range []byte(s[min(i+1, len(s)):]) {
		if c-'0' > 9 {
			return 0, false
		}
	}
	if negative {
		return -int64(n), true
	}
	return int64(n), true
}

// StringToFloat32 reads a FLOAT as Java's Float.parseFloat: decimal or hexadecimal, NaN, Infinity,
// blanks around.
func StringToFloat32(s string) (float32, error) {
	v, ok := value.ParseFloat32(s)
	if !ok {
		return 0, errText(s, "FLOAT")
	}
	return v, nil
}

// StringToFloat64 reads a DOUBLE as Java's Double.parseDouble; too large is Infinity.
func StringToFloat64(s string) (float64, error) {
	v, ok := value.ParseFloat64(s)
	if !ok {
		return 0, errText(s, "DOUBLE")
	}
	return v, nil
}

// StringToDate reads yyyy, yyyy-M or yyyy-M-d; a time behind a blank is ignored.
func StringToDate(s string) (int32, error) {
	v, ok := value.ParseDate(s)
	if !ok {
		return 0, errText(s, "DATE")
	}
	return v, nil
}

// StringToTime reads H, H:m, H:m:s or H:m:s.f as milliseconds of the day.
func StringToTime(s string) (int32, error) {
	v, ok := value.ParseTime(s)
	if !ok {
		return 0, errText(s, "TIME")
	}
	return v, nil
}

// StringToTimestamp reads a date with or without a time; digits beyond precision p are cut.
func StringToTimestamp(s string, p int) (value.Timestamp, error) {
	v, ok := value.ParseTimestamp(s)
	if !ok {
		return value.Timestamp{}, errText(s, "TIMESTAMP")
	}
	return v.Truncate(p), nil
}

// StringToInstant reads a TIMESTAMP_LTZ(p): the wall clock of the zone.
func StringToInstant(s string, p int, zone *time.Location) (value.Timestamp, error) {
	v, ok := value.ParseTimestamp(s)
	if !ok {
		return value.Timestamp{}, errText(s, "TIMESTAMP_LTZ")
	}
	return v.Truncate(p).Instant(zone), nil
}

// StringToBytes is the UTF-8 bytes of a text.
func StringToBytes(s string) string { return s }
