package fn

import (
	"strings"
	"unicode/utf8"
)

// InstrFrom is InstrNth of the first occurrence.
func InstrFrom(s, part string, start int32) int32 {
	at, _ := InstrNth(s, part, start, 1)
	return at
}

// InstrNth is the 1-based place of an occurrence of part, counted from character start on: from the left, or
// for a negative start from there to the left. Occurrences may overlap. 0 without one and for start 0. An empty
// part is before the first character, or behind the last one for a negative start. An occurrence below 1 is an error.
func InstrNth(s, part string, start, occurrence int32) (int32, error) {
	switch {
	case occurrence < 1:
		return 0, errOccurrence(occurrence)
	case start == 0:
		return 0, nil
	case part == "" && start < 0:
		return int32(utf8.RuneCountInString(s)) + 1, nil
	case part == "":
		return 1, nil
	case start < 0:
		return instrLeft(s, part, start, occurrence), nil
	}
	for {
		at := Locate(part, s, start)
		if occurrence--; occurrence == 0 || at == 0 {
			return at, nil
		}
		start = at + 1
	}
}

// instrLeft looks for what ends at or before character -start from the end.
func instrLeft(s, part string, start, occurrence int32) int32 {
	end, ok := offsetFromEnd(s, -int(start)-1)
	for ok {
		at := strings.LastIndex(s[:end], part)
		if at < 0 {
			return 0
		}
		if occurrence--; occurrence == 0 {
			return int32(utf8.RuneCountInString(s[:at])) + 1
		}
		end, ok = offsetFromEnd(s[:at+len(part)], 1)
	}
	return 0
}
