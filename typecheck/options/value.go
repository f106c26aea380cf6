package options

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/flinkc/flinkc/lang/diag"
)

// parseEntry parses a written value by its table line.
func parseEntry(e *Entry, o *Option) (Value, *diag.Diagnostic) {
	switch {
	case e.Origin == FromEnv:
		return Value{Secret: Secret{Env: e.Value}}, nil
	case e.Origin == FromFile:
		return Value{Secret: Secret{File: e.Value}}, nil
	case o.Secret:
		return Value{Secret: Secret{Literal: e.Value}}, nil
	case o.Kind == Enum && contains(o.Refused, e.Value):
		p := errRefusedChoice(e, o)
		return Value{}, &p
	}
	if v, ok := parseValue(e.Value, o); ok {
		return v, nil
	}
	p := errBadValue(e, o)
	return Value{}, &p
}

// parseValue parses the text of a value; false: it is not of the option's kind.
func parseValue(text string, o *Option) (Value, bool) {
	v := Value{Text: text}
	var ok bool
	switch o.Kind {
	case Text:
		ok = true
	case Int:
		v.Int, ok = parseInt(text)
	case Float:
		v.Float, ok = parseFloat(text)
	case Bool:
		v.Bool, ok = parseBool(text)
	case Duration:
		v.Duration, ok = parseDuration(text)
	case Memory:
		v.Int, ok = parseMemory(text)
	case Enum:
		v.Text, ok = parseChoice(text, o.Values)
	case List:
		v.List, ok = parseList(text)
	case Char:
		v.Text, ok = parseChar(text)
	}
	return v, ok
}

func parseInt(text string) (int64, bool) {
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	return n, err == nil
}

func parseFloat(text string) (float64, bool) {
	f, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return f, err == nil && !math.IsNaN(f) && !math.IsInf(f, 0)
}

func parseBool(text string) (value, ok bool) {
	switch strings.ToLower(text) {
	case "true":
		return true, true
	case "false":
		return false, true
	}
	return false, false
}

// durationUnits are the labels of Flink's TimeUtils; the long ones take a plural s.
var durationUnits = []struct {
	labels []string
	unit   time.Duration
}{
	{[]string{"d", "day", "days"}, 24 * time.Hour},
	{[]string{"h", "hour", "hours"}, time.Hour},
	{[]string{"m", "min", "minute", "minutes"}, time.Minute},
	{[]string{"s", "sec", "secs", "second", "seconds"}, time.Second},
	{[]string{"", "ms", "milli", "millis", "millisecond", "milliseconds"}, time.Millisecond},
	{[]string{"µs", "micro", "micros", "microsecond", "microseconds"}, time.Microsecond},
	{[]string{"ns", "nano", "nanos", "nanosecond", "nanoseconds"}, time.Nanosecond},
}

// ParseDuration reads a duration as Flink does: '1 min', '500ms', a bare number is
// milliseconds. Negative and overflowing values are not durations.
func ParseDuration(text string) (time.Duration, bool) { return parseDuration(text) }

func parseDuration(text string) (time.Duration, bool) {
	n, label, ok := splitNumber(text)
	if !ok {
		return 0, false
	}
	for _, u := range durationUnits {
		if contains(u.labels, label) {
			d, ok := multiply(n, int64(u.unit))
			return time.Duration(d), ok
		}
	}
	return 0, false
}

// memoryUnits are the labels of Flink's MemorySize; a kilobyte has 1024 bytes.
var memoryUnits = []struct {
	labels []string
	unit   int64
}{
	{[]string{"", "b", "bytes"}, 1},
	{[]string{"k", "kb", "kibibytes"}, 1 << 10},
	{[]string{"m", "mb", "mebibytes"}, 1 << 20},
	{[]string{"g", "gb", "gibibytes"}, 1 << 30},
	{[]string{"t", "tb", "tebibytes"}, 1 << 40},
}

func parseMemory(text string) (int64, bool) {
	n, label, ok := splitNumber(text)
	if !ok {
		return 0, false
	}
	for _, u := range memoryUnits {
		if contains(u.labels, label) {
			return multiply(n, u.unit)
		}
	}
	return 0, false
}

// splitNumber cuts '10 min' into 10 and "min".
func splitNumber(text string) (n int64, label string, ok bool) {
	text = strings.TrimSpace(text)
	i := 0
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	n, err := strconv.ParseInt(text[:i], 10, 64)
	return n, strings.ToLower(strings.TrimSpace(text[i:])), err == nil
}

// multiply returns a*b for a >= 0 and b > 0; false on overflow.
func multiply(a, b int64) (int64, bool) {
	if a > math.MaxInt64/b {
		return 0, false
	}
	return a * b, true
}

// parseChoice returns the value in the table's spelling. Case does not matter, nor whether
// words are joined by - or _.
func parseChoice(text string, values []string) (string, bool) {
	plain := func(s string) string { return strings.ReplaceAll(strings.ToUpper(s), "_", "-") }
	for _, v := range values {
		if plain(v) == plain(text) {
			return v, true
		}
	}
	return "", false
}

func parseList(text string) ([]string, bool) {
	var out []string
	for _, part := range strings.Split(text, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out, len(out) > 0
}

// charEscapes are the escapes that Flink unescapes in a delimiter.
var charEscapes = map[string]string{`\t`: "\t", `\n`: "\n", `\r`: "\r", `\b`: "\b",
	`\f`: "\f", `\\`: `\`, `\0`: "\x00", `\'`: "'", `\"`: `"`}

// parseChar accepts one ASCII character or the escape of one: the generated decoders search
// for a byte.
func parseChar(text string) (string, bool) {
	if c, ok := charEscapes[text]; ok {
		return c, true
	}
	if hex, ok := strings.CutPrefix(text, `\u`); ok && len(hex) == 4 {
		n, err := strconv.ParseUint(hex, 16, 16)
		return string(rune(n)), err == nil && n < utf8.RuneSelf
	}
	return text, len(text) == 1 && text[0] < utf8.RuneSelf
}

func contains(list []string, s string) bool {
	for _, v := range list {
		if strings.EqualFold(v, s) {
			return true
		}
	}
	return false
}
