package udf

// Run is a stretch of addresses, first to last inclusive, in one province or in none ("UnKnow").
type Run struct {
	First, Last uint32
	Province    string
}

// Runs returns all stretches in order; together they are all addresses. Generators of test data
// draw from it; it builds the list anew with every call.
func Runs() []Run {
	t := table()
	all := make([]Run, t.count)
	upper := 0
	for i := range all {
		for int(t.before[upper+1]) <= i {
			upper++
		}
		all[i].First = uint32(upper)<<16 | uint32(t.start[i])
		all[i].Province = t.names[t.id[i]]
		if i > 0 {
			all[i-1].Last = all[i].First - 1
		}
	}
	all[len(all)-1].Last = 1<<32 - 1
	return all
}

// Provinces returns the full names of the 34 provinces, in the order of their official codes.
func Provinces() (all []string) {
	for _, name := range table().names[1:] {
		if name != "" {
			all = append(all, name)
		}
	}
	return all
}
