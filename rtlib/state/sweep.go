package state

// Keys that are no longer needed stay in their table with a value that says so, until there are
// many of them: entries keep their places meanwhile, and forgetting one costs nothing by itself.

// leastSwept is how many keys are not worth a sweep.
const leastSwept = 1 << 10

// WorthSweeping reports whether a sweep would free as much as it keeps: gone keys of all.
func WorthSweeping(gone, all int) bool { return gone > leastSwept && 2*gone > all }

// Sweep forgets the keys whose values are dead. Entries found before must not be used any more.
func (t *Strings[V]) Sweep(dead func(*V) bool) {
	kept := NewStrings[V]()
	for e := range t.All() {
		switch {
		case dead(&e.Value):
		case e.Null():
			kept.FindNull().Value = e.Value
		default:
			kept.Find(e.Hash(), e.Key()).Value = e.Value
		}
	}
	*t = *kept
}

// Sweep forgets the keys whose values are dead. Entries found before must not be used any more.
func (t *Ints[V]) Sweep(dead func(*V) bool) {
	kept := NewInts[V]()
	for e := range t.All() {
		switch {
		case dead(&e.Value):
		case t.IsNull(e):
			kept.FindNull().Value = e.Value
		default:
			kept.Find(HashInt(e.Key), e.Key).Value = e.Value
		}
	}
	*t = *kept
}
