package csv

// RecordEnd finds the record that starts at p in the content of a file: data[p:end] is the record,
// the next one starts at next. A line end inside quotes is data; CR, LF and CR LF end a record. ok
// is false when data ends before the record does: more must be read, or at the end of the file the
// rest is the last record. Memory is not bounded by a quote that is never closed: the caller limits
// it.
func (f Format) RecordEnd(data []byte, p int) (end, next int, ok bool) {
	if f.Comments && isComment(data, p) {
		return lineEnd(data, p)
	}
	start := true // of a column
	for p < len(data) {
		c := data[p]
		switch {
		case start && f.Quote != 0 && c == f.Quote:
			if p, ok = f.quoteEnd(data, p+1); !ok {
				return 0, 0, false
			}
		case f.Escape != 0 && c == f.Escape:
			p++
		case c == '\n' || c == '\r':
			return lineEnd(data, p)
		}
		start = c == f.Delimiter
		p++
	}
	return 0, 0, false
}

// isComment reports whether the line at p is a comment: quotes in it mean nothing.
func isComment(data []byte, p int) bool {
	for p < len(data) && data[p] == ' ' {
		p++
	}
	return p < len(data) && data[p] == '#'
}

// quoteEnd is the index of the closing quote.
func (f Format) quoteEnd(data []byte, p int) (end int, ok bool) {
	for ; p < len(data); p++ {
		c := data[p]
		if f.Escape != 0 && c == f.Escape {
			p++
		} else if c == f.Quote {
			if p+1 >= len(data) || data[p+1] != f.Quote {
				return p, p+1 < len(data)
			}
			p++
		}
	}
	return 0, false
}

// lineEnd is the first line end from p on. A CR at the very end may be half of one: not ok.
func lineEnd(data []byte, p int) (end, next int, ok bool) {
	for end = p; end < len(data) && data[end] != '\r' && data[end] != '\n'; {
		end++
	}
	if end == len(data) {
		return 0, 0, false
	}
	if data[end] == '\n' {
		return end, end + 1, true
	}
	if end+1 >= len(data) {
		return 0, 0, false
	}
	if data[end+1] == '\n' {
		return end, end + 2, true
	}
	return end, end + 1, true
}
