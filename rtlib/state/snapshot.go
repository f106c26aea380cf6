package state

import "github.com/flinkc/flinkc/rtlib/value"

// A snapshot of a table is one page for each key group that has keys. A page is a list of entries:
// whether the key is NULL, the key, and the value, all in the binary form of value.Codec. The page
// says nothing of what the keys and values are: whoever keeps pages keeps the schema beside them.

// Put takes one page of a table; it must not keep the slice.
type Put func(group uint32, page []byte) error

// Code writes or reads a value, with what it keeps outside of itself: the texts behind references.
type Code[V any] func(v *V, c *value.Codec)

// Snapshot gives all entries, group by group.
func (t *Strings[V]) Snapshot(put Put, code Code[V]) error {
	var pages [Groups]value.Codec
	for e := range t.All() {
		c, null, key := &pages[e.Group()], e.Null(), e.Key()
		c.Bool(&null)
		c.Text(&key)
		code(&e.Value, c)
	}
	return putAll(&pages, put)
}

// Restore adds the entries of a page.
func (t *Strings[V]) Restore(page []byte, code Code[V]) error { return t.restore(page, code, Hash) }

func (t *Strings[V]) restore(page []byte, code Code[V], hash func(key string) uint64) error {
	c := value.NewDecoder(page)
	for c.More() {
		null, key := readKey(c)
		if c.Err() != nil {
			break
		}
		if null {
			code(&t.FindNull().Value, c)
		} else {
			code(&t.Find(hash(key), key).Value, c)
		}
	}
	return c.Err()
}

func readKey(c *value.Codec) (null bool, key string) {
	c.Bool(&null)
	c.Text(&key)
	return null, key
}

// Snapshot gives all entries, group by group.
func (t *Ints[V]) Snapshot(put Put, code Code[V]) error {
	var pages [Groups]value.Codec
	for e := range t.All() {
		// The NULL key is in the group of 0, where rows with a NULL key are sent.
		c, null := &pages[Group(HashInt(e.Key))], t.IsNull(e)
		c.Bool(&null)
		c.Int64(&e.Key)
		code(&e.Value, c)
	}
	return putAll(&pages, put)
}

// Restore adds the entries of a page.
func (t *Ints[V]) Restore(page []byte, code Code[V]) error {
	c := value.NewDecoder(page)
	for c.More() {
		var null bool
		var key int64
		c.Bool(&null)
		c.Int64(&key)
		if c.Err() != nil {
			break
		}
		if null {
			code(&t.FindNull().Value, c)
		} else {
			code(&t.Find(HashInt(key), key).Value, c)
		}
	}
	return c.Err()
}

func putAll(pages *[Groups]value.Codec, put Put) error {
	for g := range pages {
		if len(pages[g].Bytes()) == 0 {
			continue
		}
		if err := put(uint32(g), pages[g].Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// Code writes a text, or reads one and stores it in place of the one that r refers to.
func (t *Texts) Code(r *TextRef, c *value.Codec) {
	s := t.Get(*r)
	if c.Text(&s); c.Reads() {
		*r = t.Replace(*r, s)
	}
}
