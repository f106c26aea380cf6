package standin

// How a value is stored in a column: converted as a server in strict mode does it, or refused.

import (
	"errors"
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// columnType is a column's type with its limits.
type columnType struct {
	text    bool // has a character set
	convert func(text string) (string, error)
}

// The ways in which a value may not fit.
var (
	errLong      = errors.New("too long")
	errRange     = errors.New("out of range")
	errIncorrect = errors.New("incorrect")
)

func (t columnType) store(v Value) (Value, error) {
	if v.Null {
		return v, nil
	}
	text, err := t.convert(v.Text)
	return Value{Text: text}, err
}

// parseType reads "DECIMAL(10,2)".
func parseType(s string) (columnType, error) {
	root, rest, _ := strings.Cut(strings.ToUpper(s), "(")
	var arguments []int
	for _, a := range strings.Split(strings.TrimSuffix(rest, ")"), ",") {
		if n, err := strconv.Atoi(strings.TrimSpace(a)); err == nil {
			arguments = append(arguments, n)
		}
	}
	// A type without arguments has none that limit it.
	arguments = append(arguments, 0, 0)
	if of, ok := typeMakers[root]; ok {
		return of(arguments[0], arguments[1]), nil
	}
	return columnType{}, errType(s)
}

var typeMakers = map[string]func(a, b int) columnType{
	"BOOLEAN":   integer(8),
	"TINYINT":   integer(8),
	"SMALLINT":  integer(16),
	"INT":       integer(32),
	"BIGINT":    integer(64),
	"FLOAT":     float(32),
	"DOUBLE":    float(64),
	"DECIMAL":   decimal,
	"CHAR":      characters,
	"VARCHAR":   characters,
	"LONGTEXT":  characters,
	"BINARY":    binaries,
	"VARBINARY": binaries,
	"LONGBLOB":  binaries,
	"DATE":      instant("2006-01-02"),
	"TIME":      instant("15:04:05"),
	"DATETIME":  instant("2006-01-02 15:04:05"),
}

func integer(bits int) func(a, b int) columnType {
	return func(_, _ int) columnType {
		return columnType{convert: func(s string) (string, error) {
			n, err := strconv.ParseInt(s, 10, bits)
			if err == nil {
				return strconv.FormatInt(n, 10), nil
			}
			if errors.Is(err, strconv.ErrRange) {
				return "", errRange
			}
			return rounded(s, bits)
		}}
	}
}

// rounded stores a number with a fraction or exponent into an integer column. A big.Rat is exact: a
// float64 would round 9007199254740993.0 on the way.
func rounded(s string, bits int) (string, error) {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		return "", errIncorrect
	}
	text := r.FloatString(0)
	if _, err := strconv.ParseInt(text, 10, bits); err != nil {
		return "", errRange
	}
	return text, nil
}

func float(bits int) func(a, b int) columnType {
	return func(_, _ int) columnType {
		return columnType{convert: func(s string) (string, error) {
			f, err := strconv.ParseFloat(s, bits)
			switch {
			case errors.Is(err, strconv.ErrRange):
				return "", errRange
			case err != nil || math.IsNaN(f) || math.IsInf(f, 0):
				return "", errIncorrect
			}
			return strconv.FormatFloat(f, 'g', -1, bits), nil
		}}
	}
}

// decimal keeps exactly scale digits behind the point; what has more is rounded.
func decimal(precision, scale int) columnType {
	// Compared after rounding: 99.999 does not fit DECIMAL(4,2), as it becomes 100.00.
	limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(precision-scale)), nil)
	return columnType{convert: func(s string) (string, error) {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			return "", errIncorrect
		}
		text := r.FloatString(scale) // half away from zero, as MySQL rounds
		r.SetString(text)
		if r.Abs(r).Cmp(new(big.Rat).SetInt(limit)) >= 0 {
			return "", errRange
		}
		return text, nil
	}}
}

// characters counts characters, not bytes; limit 0 is unlimited.
func characters(limit, _ int) columnType {
	return columnType{text: true, convert: func(s string) (string, error) {
		switch {
		case !utf8.ValidString(s):
			return "", errIncorrect
		case limit > 0 && utf8.RuneCountInString(s) > limit:
			return "", errLong
		}
		return s, nil
	}}
}

func binaries(limit, _ int) columnType {
	return columnType{convert: func(s string) (string, error) {
		if limit > 0 && len(s) > limit {
			return "", errLong
		}
		return s, nil
	}}
}

// instant rounds to the column's digits, as MySQL does, and pads to them.
func instant(layout string) func(a, b int) columnType {
	return func(digits, _ int) columnType {
		shown := layout
		if digits > 0 {
			shown += "." + strings.Repeat("0", digits)
		}
		unit := time.Second
		for range digits {
			unit /= 10
		}
		return columnType{convert: func(s string) (string, error) {
			at, err := time.Parse(layout, s) // takes a fraction by itself
			if err != nil || at.Year() > 9999 {
				return "", errIncorrect
			}
			return at.Round(unit).Format(shown), nil
		}}
	}
}

func itoa(n int) string { return strconv.Itoa(n) }
