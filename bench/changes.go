package main

import (
	"bufio"
	"io"
	"strings"
)

// table is the result of a query whose first column is its key: the other columns by it, as text.
type table map[string]string

// readChanges folds lines such as +U[a, b] up to a line of JSON, which it returns.
func readChanges(in io.Reader) (t table, answer []byte, err error) {
	t = table{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "{") {
			return t, lines.Bytes(), nil
		}
		t.change(lines.Text())
	}
	if lines.Err() != nil {
		return nil, nil, lines.Err()
	}
	return nil, nil, io.ErrUnexpectedEOF
}

// change applies a line; what is not one, such as an engine's warning, is passed over.
func (t table) change(line string) {
	row, whole := strings.CutSuffix(line, "]")
	if !whole || len(row) < 3 || row[2] != '[' {
		return
	}
	key, rest, _ := strings.Cut(row[3:], ", ")
	switch row[0] {
	case '+':
		t[key] = rest
	case '-':
		delete(t, key)
	}
}

// differs says where another result is not this one.
func (t table) differs(got table) error {
	if len(t) == 0 || len(t) != len(got) {
		return errGroups(len(got), len(t))
	}
	for key, want := range t {
		if got[key] != want {
			return errDiffers(key, got[key], want)
		}
	}
	return nil
}

// lastLines is at most n lines from the end of a text.
func lastLines(s string, n int) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n  ")
}
