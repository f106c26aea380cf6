package nested

import (
	"cmp"
	"slices"
	"unicode/utf16"

	"github.com/flinkc/flinkc/rtlib/value"
)

// A map has no order, but texts and UNNEST show one, and Flink's is mostly that of Java's HashMap: by
// bucket, which is the lower half of the key's hash folded with its upper half, and in a bucket by
// arrival. So are the maps that the json format reads, whose hash is that of Flink's own data types:
// a text has a murmur hash. The print connector copies the entries into a map whose keys are Java's own
// types. A key type for which Java's hash is not known here keeps the order that it has; so do the
// entries of MAP[..], whose order in Flink depends on the names of variables in the code that it makes.

// buckets is the size to which n entries have let a HashMap grow that began with a size.
func buckets(size, n int) uint32 {
	for 4*n > 3*size {
		size *= 2
	}
	return uint32(size)
}

// standard is the size with which a HashMap begins when nobody knows better.
const standard = 16

func bucket(hash, size uint32) uint32 { return (hash ^ hash>>16) & (size - 1) }

type place struct {
	bucket uint32
	at     int
}

// sorted puts the order in which Java shows n entries, whose keys are the first cells of v, on the
// stack of places.
func (w *Writer) sorted(key *Type, v string, n int) {
	from, size := len(w.order), buckets(standard, n)
	for i := range n {
		w.order = append(w.order, place{bucket(key.javaHash(v, i), size), i})
	}
	slices.SortStableFunc(w.order[from:], func(a, b place) int { return cmp.Compare(a.bucket, b.bucket) })
}

// sortEntries puts the entries of a map into Flink's order.
func sortEntries(key *Type, entries [][2]cell) {
	size := buckets(standard, len(entries))
	slices.SortStableFunc(entries, func(a, b [2]cell) int {
		return cmp.Compare(bucket(key.cellHash(a[0]), size), bucket(key.cellHash(b[0]), size))
	})
}

// sortTexts puts the entries of a map with keys of text into the order of Java's map of strings that
// was made for so many entries.
func sortTexts(entries [][2]cell, expected int) {
	size := 1
	for size < expected {
		size *= 2
	}
	size = int(buckets(size, len(entries)))
	slices.SortStableFunc(entries, func(a, b [2]cell) int {
		return cmp.Compare(bucket(hashText(a[0].text), uint32(size)), bucket(hashText(b[0].text), uint32(size)))
	})
}

// cellHash is the hash of a key inside of Flink.
func (t *Type) cellHash(c cell) uint32 {
	switch {
	case c.form == null:
		return 0
	case t.Kind == String:
		return murmur(c.text)
	case t.Kind == Moment || t.Kind == Instant:
		return 31*fold(u64(c.text, 0)) + u32(c.text, 8)
	}
	return t.hash(c.bits, c.text)
}

// javaHash is the hash of a key as a Java object.
func (t *Type) javaHash(v string, i int) uint32 {
	switch {
	case isNull(v, i):
		return 0
	case t.Kind == String:
		return hashText(Text(v, i))
	case t.Kind == Date:
		y, m, d := value.Civil(int32(Int(v, i)))
		return uint32(y)&^0x7FF ^ uint32(y<<11+m<<6+d)
	case t.outer():
		return t.hash(0, Text(v, i))
	}
	return t.hash(word(v, i), "")
}

// hash is the hash of keys that are the same in both.
func (t *Type) hash(bits uint64, text string) uint32 {
	const yes, no = 1231, 1237
	switch t.Kind {
	case Bool8:
		if bits != 0 {
			return yes
		}
		return no
	case Int8, Int16, Int32, Date, Single, Time:
		return uint32(bits)
	case Int64, Double:
		return fold(bits)
	case Number:
		return hashDecimal(decimalOf(text), t.Scale)
	}
	return 0
}

func fold(bits uint64) uint32 { return uint32(bits ^ bits>>32) }

// hashText is that of java.lang.String.
func hashText(s string) uint32 {
	h := uint32(0)
	for _, r := range s {
		if r >= 1<<16 {
			high, low := utf16.EncodeRune(r)
			h = h*31 + uint32(high)
			r = low
		}
		h = h*31 + uint32(r)
	}
	return h
}

// hashDecimal is that of java.math.BigDecimal: of the magnitude's words, the highest first, with the
// sign, and of the scale.
func hashDecimal(v value.Int128, scale int) uint32 {
	m, h := v, uint32(0)
	if v.Hi < 0 {
		m = v.Neg()
	}
	for _, w := range []uint32{uint32(uint64(m.Hi) >> 32), uint32(m.Hi), uint32(m.Lo >> 32), uint32(m.Lo)} {
		h = h*31 + w
	}
	if v.Hi < 0 {
		h = -h
	}
	return h*31 + uint32(scale)
}

// murmur is MurmurHash3 of 32 bits with the seed 42, but that each byte behind the last whole word is
// mixed in alone, with its sign.
func murmur(s string) uint32 {
	const seed, step = 42, 4
	h, n := uint32(seed), len(s)
	i := 0
	for ; i+step <= n; i += step {
		h = mix(h, u32(s, i))
	}
	for ; i < n; i++ {
		h = mix(h, uint32(int32(int8(s[i]))))
	}
	h ^= uint32(n)
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return h ^ h>>16
}

func mix(h, k uint32) uint32 {
	k *= 0xcc9e2d51
	k = (k<<15 | k>>17) * 0x1b873593
	h ^= k
	return (h<<13|h>>19)*5 + 0xe6546b64
}
