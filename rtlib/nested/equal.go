package nested

// Equal is = between two values of a type, as Flink has it: elements that are NULL are equal to
// nothing, but fields that are NULL to each other; the order of a MAP's entries does not matter.
func Equal(t *Type, a, b string) bool {
	n := Len(a)
	if n != Len(b) {
		return false
	}
	if t.Kind == Map || t.Kind == Multiset {
		return equalEntries(t, a, b, n/2)
	}
	for i := range n {
		if t.Kind == Row && isNull(a, i) && isNull(b, i) {
			continue
		}
		if !equalCells(t.cell(i, n), a, b, i, i) {
			return false
		}
	}
	return true
}

// equalEntries looks for each entry of a in b; both have n.
func equalEntries(t *Type, a, b string, n int) bool {
	for i := range n {
		j := i // mostly they have one order
		for at := 0; !equalCells(t.cell(0, 2*n), a, b, i, j); at++ {
			if at == n {
				return false
			}
			j = at
		}
		if !equalCells(t.cell(n, 2*n), a, b, n+i, n+j) {
			return false
		}
	}
	return true
}

func equalCells(t *Type, a, b string, i, j int) bool {
	switch {
	case isNull(a, i) || isNull(b, j):
		return false
	case t.Kind >= Array:
		return Equal(t, Text(a, i), Text(b, j))
	case t.outer():
		return Text(a, i) == Text(b, j)
	case t.Kind == Single:
		return Float32(a, i) == Float32(b, j)
	case t.Kind == Double:
		return Float64(a, i) == Float64(b, j)
	}
	return word(a, i) == word(b, j)
}
