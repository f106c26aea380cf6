package state

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// counted is a value as generated accumulators are: numbers, flags, a text behind a reference.
type counted struct {
	n     int64
	set   bool
	least TextRef
}

func (v *counted) code(c *value.Codec) {
	c.Int64(&v.n)
	c.Bool(&v.set)
}

// keeper is a table with its texts, as a stage has them.
type keeper struct {
	texts   Texts
	strings *Strings[counted]
	ints    *Ints[counted]
	set     Set
}

func newKeeper() *keeper {
	return &keeper{strings: NewStrings[counted](), ints: NewInts[counted]()}
}

func (k *keeper) code(v *counted, c *value.Codec) {
	v.code(c)
	k.texts.Code(&v.least, c)
}

func (k *keeper) put(v *counted, n int) {
	v.n += int64(n)
	v.set = true
	v.least = k.texts.Replace(v.least, strings.Repeat("x", n%5))
}

// fill adds n keys to all tables, NULL among them.
func (k *keeper) fill(n int) *keeper {
	k.put(&k.strings.FindNull().Value, 1)
	k.put(&k.ints.FindNull().Value, 2)
	for i := range n {
		text := strings.Repeat("k", i%20) + fmt.Sprint(i/20)
		k.put(&k.strings.Find(Hash(text), text).Value, i)
		k.put(&k.ints.Find(HashInt(int64(i-n/2)), int64(i-n/2)).Value, i)
		k.set.Add(uint32(i%Groups), text)
	}
	return k
}

// content is all that a keeper holds, as text.
func (k *keeper) content() map[string]string {
	out := map[string]string{}
	show := func(v *counted) string { return fmt.Sprint(v.n, v.set, k.texts.Get(v.least)) }
	for e := range k.strings.All() {
		out[fmt.Sprintf("string %q %v", e.Key(), e.Null())] = show(&e.Value)
	}
	for e := range k.ints.All() {
		out[fmt.Sprintf("int %d %v", e.Key, k.ints.IsNull(e))] = show(&e.Value)
	}
	if k.set.table != nil {
		for e := range k.set.table.All() {
			out[fmt.Sprintf("set %d %q", e.Group(), e.Key())] = ""
		}
	}
	return out
}

// pages are the snapshots of the three tables.
func (k *keeper) pages(t testing.TB) (out [3]map[uint32][]byte) {
	t.Helper()
	put := func(i int) Put {
		out[i] = map[uint32][]byte{}
		return func(group uint32, page []byte) error {
			if _, twice := out[i][group]; twice {
				t.Errorf("table %d gives group %d twice", i, group)
			}
			out[i][group] = slices.Clone(page)
			return nil
		}
	}
	err := errors.Join(k.strings.Snapshot(put(0), k.code), k.ints.Snapshot(put(1), k.code), k.set.Snapshot(put(2)))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (k *keeper) restore(table int, group uint32, page []byte) error {
	switch table {
	case 0:
		return k.strings.Restore(page, k.code)
	case 1:
		return k.ints.Restore(page, k.code)
	}
	return k.set.Restore(group, page)
}

// TestSnapshot: what is restored is what was there, and its keys are in the groups of their pages.
func TestSnapshot(t *testing.T) {
	for _, n := range []int{0, 1, 1000} {
		before, after := newKeeper().fill(n), newKeeper()
		for table, pages := range before.pages(t) {
			for group, page := range pages {
				alone := newKeeper()
				err := errors.Join(after.restore(table, group, page), alone.restore(table, group, page))
				if err != nil {
					t.Fatal(err)
				}
				for g := range alone.pages(t)[table] {
					if g != group {
						t.Errorf("table %d: a key of group %d is in the page of group %d", table, g, group)
					}
				}
			}
		}
		if got, want := after.content(), before.content(); !maps.Equal(got, want) || len(got) < 2+2*n {
			t.Errorf("%d keys: restored %v, want %v", n, got, want)
		}
	}
}

// TestSnapshotError: the first error of Put ends a snapshot.
func TestSnapshotError(t *testing.T) {
	full, calls := errors.New("disk full"), 0
	err := newKeeper().fill(1000).strings.Snapshot(func(uint32, []byte) error { calls++; return full }, (*counted).code)
	if !errors.Is(err, full) || calls != 1 {
		t.Errorf("error %v after %d calls", err, calls)
	}
}

// TestRestoreCut: a page that ends inside an entry is refused.
func TestRestoreCut(t *testing.T) {
	k := newKeeper()
	k.put(&k.strings.Find(Hash("key"), "key").Value, 4)
	k.put(&k.ints.Find(HashInt(7), 7).Value, 4)
	k.set.Add(5, "key")
	for table, pages := range k.pages(t) {
		for group, page := range pages {
			for n := 1; n < len(page); n++ {
				if err := newKeeper().restore(table, group, page[:n]); !errors.Is(err, value.ErrDamaged) {
					t.Errorf("table %d: %d of %d bytes: error %v", table, n, len(page), err)
				}
			}
		}
	}
}

// FuzzRestore gives the tables any page: it is refused, or what was read of it makes a snapshot
// that is read as the same.
func FuzzRestore(f *testing.F) {
	for table, pages := range newKeeper().fill(3).pages(f) {
		for _, page := range pages {
			f.Add(byte(table), page)
		}
	}
	f.Fuzz(func(t *testing.T, which byte, page []byte) {
		table, group := int(which%3), uint32(which)%Groups
		k := newKeeper()
		if err := k.restore(table, group, page); err != nil {
			return
		}
		again := newKeeper()
		for g, p := range k.pages(t)[table] {
			if err := again.restore(table, g, p); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := again.content(), k.content(); !maps.Equal(got, want) {
			t.Errorf("restored %v, and from its snapshot %v", want, got)
		}
	})
}
