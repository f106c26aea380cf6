package pipeline

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// valuesRow is the row of the script's VALUES.
var valuesRow = record{"values", 1}

// sent is what the lanes of a table have sent up to the end of the last epoch. A sink that has
// ended, because all lanes of the tables that it is made of have, has got everything.
func (w *world) sent(table string, of ...string) (out []record) {
	ended := !slices.ContainsFunc(w.lanes, func(l *lane) bool { return !l.ended && slices.Contains(of, l.table) })
	for _, l := range w.lanes {
		switch {
		case l.table != table:
		case ended:
			out = append(out, l.sent...)
		default:
			out = append(out, l.sent[:l.cut]...)
		}
	}
	return out
}

// compare wants in the printing sinks what the queries give of all records up to the end of the
// last epoch, and of no others.
func (w *world) compare(when string) {
	got := fold(w.printed.String())
	a, b := w.sent("a", "a"), w.sent("b", "b")
	want := map[string]int{}
	for _, r := range a {
		if r.k != "c" {
			want[fmt.Sprintf("plain> [%s, %d]", r.k, r.v)]++
		}
	}
	total := append([]record{valuesRow}, w.sent("a", "a", "b")...)
	for _, r := range w.sent("b", "a", "b") {
		total = append(total, record{"b" + r.k, r.v})
	}
	for k, g := range grouped(total) {
		want[fmt.Sprintf("total> [%s, %d, %d, %d]", k, g.n, g.sum, g.least)]++
	}
	for k, g := range grouped(a) {
		want[fmt.Sprintf("different> [%s, %d]", k, len(g.values))]++
	}
	for k, g := range grouped(b) {
		want[fmt.Sprintf("tally> [%s, %d, %d]", k, g.n, g.least)]++
	}
	for _, lanes := range w.model.lanes {
		for _, n := range lanes {
			for _, row := range n.told[:n.cut] {
				want[row]++
			}
		}
	}
	w.head(when, got, b)
	for row, n := range want {
		if got[row] -= n; got[row] == 0 {
			delete(got, row)
		}
	}
	for _, row := range slices.Sorted(maps.Keys(got)) {
		w.t.Errorf("%s: %s is there %+d times too often", when, row, got[row])
	}
}

// head checks the rows of the LIMIT, whichever they are, and takes them out.
func (w *world) head(when string, got map[string]int, b []record) {
	left := map[string]int{}
	for _, r := range b {
		left[fmt.Sprintf("head> [%s, %d]", r.k, r.v)]++
	}
	rows := 0
	for row, n := range got {
		if !strings.HasPrefix(row, "head>") {
			continue
		}
		if left[row] < n {
			w.t.Errorf("%s: %s %d times, and %d times in the table", when, row, n, left[row])
		}
		rows += n
		delete(got, row)
	}
	if want := min(7, len(b)); rows != want {
		w.t.Errorf("%s: LIMIT 7 gives %d rows of %d", when, rows, len(b))
	}
}

type groupOf struct {
	n, sum, least int64
	values        map[int64]bool
}

func grouped(rows []record) map[string]*groupOf {
	out := map[string]*groupOf{}
	for _, r := range rows {
		g := out[r.k]
		if g == nil {
			g = &groupOf{least: r.v, values: map[int64]bool{}}
			out[r.k] = g
		}
		g.n, g.sum, g.least = g.n+1, g.sum+r.v, min(g.least, r.v)
		g.values[r.v] = true
	}
	return out
}

// fold is what remains of a printed changelog.
func fold(printed string) map[string]int {
	out := map[string]int{}
	for _, line := range strings.Split(strings.TrimSuffix(printed, "\n"), "\n") {
		sink, row, ok := strings.Cut(line, "> ")
		if !ok {
			continue
		}
		key := sink + "> " + row[2:]
		if out[key]++; row[0] == '-' {
			out[key] -= 2
		}
		if out[key] == 0 {
			delete(out, key)
		}
	}
	return out
}
