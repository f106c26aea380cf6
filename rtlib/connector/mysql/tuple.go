package mysql

import "bytes"

// maxShownRow is how many bytes of a row an error shows.
const maxShownRow = 200

// tuples calls yield with each tuple of text, "(..),(..)", and its rest behind the tuples.
// It relies on encode.go: quotes come in pairs and nothing is escaped by a backslash.
func tuples(text []byte, yield func(tuple []byte) bool) (rest []byte) {
	for len(text) > 0 && text[0] == '(' {
		end := closing(text)
		if end < 0 || !yield(text[:end+1]) {
			break
		}
		text = text[end+1:]
		if len(text) == 0 || text[0] != ',' {
			break
		}
		text = text[1:]
	}
	return text
}

// closing returns the index of the bracket that closes text[0], or -1.
func closing(text []byte) int {
	depth, quoted := 0, false
	for i, c := range text {
		switch {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// values calls yield with the index and text of each value of a tuple.
func values(tuple []byte, yield func(i int, value []byte)) {
	inner := tuple[1 : len(tuple)-1]
	n, start, quoted := 0, 0, false
	for i, c := range inner {
		switch {
		case c == '\'':
			quoted = !quoted
		case c == ',' && !quoted:
			yield(n, inner[start:i])
			n, start = n+1, i+1
		}
	}
	yield(n, inner[start:])
}

var nullText = []byte("NULL")

func hasNull(tuple []byte) (found bool) {
	values(tuple, func(_ int, value []byte) {
		found = found || bytes.Equal(value, nullText)
	})
	return found
}

// shorten is the text of a row for an error.
func shorten(row []byte) string {
	if len(row) <= maxShownRow {
		return string(row)
	}
	return string(bytes.ToValidUTF8(row[:maxShownRow], nil)) + "..."
}
